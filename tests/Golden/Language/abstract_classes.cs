using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace AbstractClasses;

using static Module;

/// <summary>Something with an area.</summary>
public abstract class Shape : PyObject
{
    public Shape(Any name)
    {
        this.Name = name;
    }

    public Any Name { get; set; }

    /// <summary>How much it covers.</summary>
    public abstract Any Area();

    public abstract PyInt Corners { get; }

    public virtual string Describe()
    {
        return F($"{this.Name} with area {Area():.2f}");
    }

    public Any Twice()
    {
        return Area() * 2;
    }

    public static readonly PyType Type = PyType.Emitted("Shape", "__main__", PyType.Abc)
        .Doc("Something with an area.")
        .Field("name", self => self.As<Shape>().Name, (self, value) => self.As<Shape>().Name = value)
        .Method("area", self => self.As<Shape>().Area())
        .Property("corners", self => self.As<Shape>().Corners)
        .Method("describe", self => self.As<Shape>().Describe())
        .Method("twice", self => self.As<Shape>().Twice())
        .AbstractMethods("area", "corners", "describe");
    public override PyType Class => Type;
}

public class Square : Shape
{
    public Square(Any side) : base("square")
    {
        Side = side;
    }

    public Any Side { get; set; }

    public override Any Area()
    {
        return Side * Side;
    }

    public override PyInt Corners => 4;

    public override string Describe()
    {
        return base.Describe() + F($" and {Corners} corners");
    }

    public static new readonly PyType Type = PyType.Emitted("Square", "__main__", Shape.Type)
        .Constructor("side", a => new Square(a[0]))
        .Field("side", self => self.As<Square>().Side, (self, value) => self.As<Square>().Side = value)
        .Method("area", self => self.As<Square>().Area())
        .Property("corners", self => self.As<Square>().Corners)
        .Method("describe", self => self.As<Square>().Describe());
    public override PyType Class => Type;
}

public abstract class Half : Shape
{
    public Half(Any name) : base(name)
    {
    }

    public override Any Area()
    {
        return 1.5;
    }

    public static new readonly PyType Type = PyType.Emitted("Half", "__main__", Shape.Type)
        .Method("area", self => self.As<Half>().Area())
        .AbstractMethods();
    public override PyType Class => Type;
}

public abstract class Source_ : PyObject
{
    public abstract PyTuple Items();

    public static void Kind()
    {
    }

    public Any Total()
    {
        return Sum(Items());
    }

    public static readonly PyType Type = PyType.Emitted("Source", "__main__")
        .Method("items", self => self.As<Source_>().Items())
        .StaticMethod("kind", "", a => Source_.Kind())
        .Method("total", self => self.As<Source_>().Total())
        .AbstractMeta()
        .AbstractMethods("items", "kind");
    public override PyType Class => Type;
}

public class Numbers_ : Source_
{
    public Numbers_(PyTuple numbers)
    {
        Numbers3 = numbers;
    }

    public PyTuple Numbers3 { get; set; }

    public override PyTuple Items()
    {
        return Numbers3;
    }

    public static new string Kind()
    {
        return "numbers";
    }

    public static new readonly PyType Type = PyType.Emitted("Numbers", "__main__", Source_.Type)
        .Constructor("*numbers", a => new Numbers_(a[0].As<PyTuple>()))
        .Field("numbers", self => self.As<Numbers_>().Numbers3, (self, value) => self.As<Numbers_>().Numbers3 = value.As<PyTuple>())
        .Method("items", self => self.As<Numbers_>().Items())
        .StaticMethod("kind", "", a => Numbers_.Kind());
    public override PyType Class => Type;
}

/// <summary>Abstract classes: what is left open, what cannot be made, what derived classes call of their bases.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("abstract_classes.py");
    internal static Any Doc = "Abstract classes: what is left open, what cannot be made, what derived classes call of their bases.";
    internal static Any Abc = Any.Unbound;
    internal static Any Inspect = Any.Unbound;
    internal static Any Abc_ = Any.Unbound;
    internal static Any Abstractmethod = Any.Unbound;
    internal static Any Make = Any.Unbound;
    internal static Any Error = Any.Unbound;
    internal static Square Square_ = default!;
    internal static PyList<Any> Shapes = default!;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "abstract_classes.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("abc", () => Abc, value => Abc = value)
        .Variable("inspect", () => Inspect, value => Inspect = value)
        .Variable("ABC", () => Abc_, value => Abc_ = value)
        .Variable("abstractmethod", () => Abstractmethod, value => Abstractmethod = value)
        .Member("Shape", () => Shape.Type)
        .Member("Square", () => Square.Type)
        .Member("Half", () => Half.Type)
        .Variable("make", () => Make, value => Make = value)
        .Variable("error", () => Error, value => Error = value)
        .Variable("square", () => Square_, value => Square_ = value.As<Square>())
        .Variable("shapes", () => Shapes, value => Shapes = value.As<PyList<Any>>())
        .Member("Source", () => Source_.Type)
        .Member("Numbers", () => Numbers_.Type);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("abstract_classes.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Abc = Modules.Import("abc");
        Inspect = Modules.Import("inspect");
        Abc_ = Modules.ImportFrom("abc", "ABC");
        Abstractmethod = Modules.ImportFrom("abc", "abstractmethod");

        foreach (var item in new Any[] { new PyFunction("<lambda>", "", () => ((Any)Shape.Type).Call("x")), new PyFunction("<lambda>", "", () => ((Any)Half.Type).Call("x")), new PyFunction("<lambda>", "", () => ((Any)Shape.Type).Call()) })
        {
            Make = item;
            try
            {
                Make.Call();
            }
            catch (TypeError caught)
            {
                Error = caught;
                Print(Error);
                Error = Any.Unbound;
            }
        }
        Square_ = new Square(2.0);
        Print(Square_.Area(), Square_.Twice(), Square_.Describe(), Square_.Corners);
        Print(Sequences.Sorted(Sequences.Of(((Any)Shape.Type).Get("__abstractmethods__"))), Sequences.Sorted(Sequences.Of(((Any)Half.Type).Get("__abstractmethods__"))), Sequences.Sorted(Sequences.Of(((Any)Square.Type).Get("__abstractmethods__"))));
        Print(PyType.Of(Shape.Type).Name, new PyList<Any>(Sequences.Of(((Any)Square.Type).Get("__mro__")).Select(c => c.Get("__name__"))), IsInstance(Square_, Shape.Type), IsSubclass(Half.Type, Shape.Type), Inspect.Get("isabstract").Call(Half.Type));
        Shapes = (PyList<Any>)[Square_, new Square(1.0)];
        Print(Sum(Generator.Of("<genexpr>", "<genexpr>", Shapes.Select(s => s.Invoke("area")))));

        Print(new Numbers_(PyTuple.Of(1, 2, 3)).Total(), Numbers_.Kind(), Operators.Is(Builtins.Get("type").Call(Source_.Type), Abc.Get("ABCMeta")), Operators.Compare(Comparison.Eq, ((Any)Source_.Type).Get("__mro__"), Generic.ToAny(((Any)Source_.Type, Builtins.Get("object")))));
        try
        {
            ((Any)Source_.Type).Call();
        }
        catch (TypeError caught2)
        {
            Error = caught2;
            Print(Error);
            Error = Any.Unbound;
        }
    }
}

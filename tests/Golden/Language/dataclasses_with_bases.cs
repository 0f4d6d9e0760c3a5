using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace DataclassesWithBases;

using static Module;

public abstract class Shape : PyObject
{
    public static string Kind => "shape";

    public abstract double Area();

    public string Describe()
    {
        return F($"{Shape.Kind} {Class.Name} of {Area():.2f}");
    }

    public virtual Any Represent()
    {
        return "a shape";
    }

    public static readonly PyType Type = PyType.Emitted("Shape", "__main__", PyType.Abc)
        .Attribute("kind", Kind)
        .Method("area", self => self.As<Shape>().Area())
        .Method("describe", self => self.As<Shape>().Describe())
        .Method("__repr__", self => self.As<Shape>().Represent())
        .AbstractMethods("area");
    public override PyType Class => Type;
}

public class Circle : Shape
{
    public Circle(double radius)
    {
        Radius = radius;
    }

    public double Radius { get; set; }

    public override double Area()
    {
        return 3.0 * PyFloat.Pow(Radius, 2.0);
    }

    public override Any Represent()
    {
        return F($"Circle(radius={Repr(Radius)})");
    }

    public Any EqualTo(Any other)
    {
        if (Operators.Is(this, other))
        {
            return true;
        }
        if (other.Is<Circle>())
        {
            return Radius == other.As<Circle>().Radius;
        }
        return Any.NotImplemented;
    }

    public static new readonly PyType Type = PyType.Emitted("Circle", "__main__", Shape.Type)
        .Attribute("__hash__", Any.None)
        .Constructor("radius", a => new Circle(a[0].As<double>()))
        .Field("radius", self => self.As<Circle>().Radius, (self, value) => self.As<Circle>().Radius = value.As<double>())
        .Method("area", self => self.As<Circle>().Area())
        .Method("__repr__", self => self.As<Circle>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Circle>().EqualTo(other));
    public override PyType Class => Type;
}

public class Rect : Shape
{
    public Rect(double width, double height = 2.0, PyList<string>? tags = null)
    {
        Width = width;
        Height = height;
        Tags = tags is null ? (PyList<string>)[] : tags;
    }

    public double Width { get; set; }
    public double Height { get; set; }
    public PyList<string> Tags { get; set; }

    public override double Area()
    {
        return Width * Height;
    }

    public override Any Represent()
    {
        return F($"Rect(width={Repr(Width)}, height={Repr(Height)}, tags={Repr(Tags)})");
    }

    public Any EqualTo(Any other)
    {
        if (Operators.Is(this, other))
        {
            return true;
        }
        if (other.Is<Rect>())
        {
            return Width == other.As<Rect>().Width && Height == other.As<Rect>().Height;
        }
        return Any.NotImplemented;
    }

    public Any LessThan(Any other)
    {
        if (other.Is<Rect>())
        {
            return Generic.Less((Width, Height), (other.As<Rect>().Width, other.As<Rect>().Height));
        }
        return Any.NotImplemented;
    }

    public Any LessOrEqual(Any other)
    {
        if (other.Is<Rect>())
        {
            return Generic.ToAny((Width, Height)) <= Generic.ToAny((other.As<Rect>().Width, other.As<Rect>().Height));
        }
        return Any.NotImplemented;
    }

    public Any GreaterThan(Any other)
    {
        if (other.Is<Rect>())
        {
            return Generic.Greater((Width, Height), (other.As<Rect>().Width, other.As<Rect>().Height));
        }
        return Any.NotImplemented;
    }

    public Any GreaterOrEqual(Any other)
    {
        if (other.Is<Rect>())
        {
            return Generic.ToAny((Width, Height)) >= Generic.ToAny((other.As<Rect>().Width, other.As<Rect>().Height));
        }
        return Any.NotImplemented;
    }

    public static new readonly PyType Type = PyType.Emitted("Rect", "__main__", Shape.Type)
        .Attribute("__hash__", Any.None)
        .Constructor("width, height=, tags=None", a => new Rect(a[0].As<double>(), a[1].As<double>(), a[2].As<PyList<string>?>()), 2.0)
        .Field("width", self => self.As<Rect>().Width, (self, value) => self.As<Rect>().Width = value.As<double>())
        .Field("height", self => self.As<Rect>().Height, (self, value) => self.As<Rect>().Height = value.As<double>())
        .Field("tags", self => self.As<Rect>().Tags, (self, value) => self.As<Rect>().Tags = value.As<PyList<string>>())
        .Method("area", self => self.As<Rect>().Area())
        .Method("__repr__", self => self.As<Rect>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Rect>().EqualTo(other))
        .Method("__lt__", "self, other", (self, other) => self.As<Rect>().LessThan(other))
        .Method("__le__", "self, other", (self, other) => self.As<Rect>().LessOrEqual(other))
        .Method("__gt__", "self, other", (self, other) => self.As<Rect>().GreaterThan(other))
        .Method("__ge__", "self, other", (self, other) => self.As<Rect>().GreaterOrEqual(other));
    public override PyType Class => Type;
}

public class Dot : Shape
{
    public Dot(string name = "dot")
    {
        this.Name = name;
    }

    public string Name { get; private set; }

    public override double Area()
    {
        return 0.0;
    }

    public override Any Represent()
    {
        return F($"Dot(name={Repr(this.Name)})");
    }

    public Any EqualTo(Any other)
    {
        if (other.Is<Dot>())
        {
            return this.Name == other.As<Dot>().Name;
        }
        return Any.NotImplemented;
    }

    public PyInt ComputeHash()
    {
        return Hash(PyTuple.Of(this.Name));
    }

    public static new readonly PyType Type = PyType.Emitted("Dot", "__main__", Shape.Type)
        .Constructor("name=", a => new Dot(a[0].As<string>()), "dot")
        .Field("name", self => self.As<Dot>().Name, (self, value) => self.As<Dot>().Name = value.As<string>())
        .Method("area", self => self.As<Dot>().Area())
        .Method("__repr__", self => self.As<Dot>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Dot>().EqualTo(other))
        .Method("__hash__", self => self.As<Dot>().ComputeHash());
    public override PyType Class => Type;
}

public class Comparable : PyObject
{
    public bool Bigger(Comparable other)
    {
        return Key() > other.Key();
    }

    public virtual PyInt Key()
    {
        throw new NotImplementedError();
    }

    public static readonly PyType Type = PyType.Emitted("Comparable", "__main__")
        .Constructor("", _ => new Comparable())
        .Method("bigger", "self, other", (self, other) => self.As<Comparable>().Bigger(other.As<Comparable>()))
        .Method("key", self => self.As<Comparable>().Key());
    public override PyType Class => Type;
}

public class Card : Comparable
{
    public Card(PyInt rank, string suit = "spades")
    {
        Rank = rank;
        Suit = suit;
    }

    public PyInt Rank { get; set; }
    public string Suit { get; set; }

    public override PyInt Key()
    {
        return Rank;
    }

    public string Represent()
    {
        return F($"Card(rank={Repr(Rank)}, suit={Repr(Suit)})");
    }

    public Any EqualTo(Any other)
    {
        if (other.Is<Card>())
        {
            return Rank == other.As<Card>().Rank && Suit == other.As<Card>().Suit;
        }
        return Any.NotImplemented;
    }

    public static new readonly PyType Type = PyType.Emitted("Card", "__main__", Comparable.Type)
        .Attribute("__hash__", Any.None)
        .Constructor("rank, suit=", a => new Card(a[0].As<PyInt>(), a[1].As<string>()), "spades")
        .Field("rank", self => self.As<Card>().Rank, (self, value) => self.As<Card>().Rank = value.As<PyInt>())
        .Field("suit", self => self.As<Card>().Suit, (self, value) => self.As<Card>().Suit = value.As<string>())
        .Method("key", self => self.As<Card>().Key())
        .Method("__repr__", self => self.As<Card>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Card>().EqualTo(other));
    public override PyType Class => Type;
}

/// <summary>Dataclasses that derive from classes which are no dataclasses: abstract classes, plain ones, mixins, and what the decorator notices of them.</summary>
public static class Module
{
    internal static Any Defaults = Any.Unbound;
    internal static Any Sized = Any.Unbound;
    internal static Any Logged = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("dataclasses_with_bases.py", args, Run);

    public static Any Total(PyList<Shape> shapes)
    {
        return Sequences.Sum(shapes.Select(s => s.Area()));
    }

    public static void RunMain()
    {
        PyList<Shape> shapes = (PyList<Shape>)[new Circle(1.0), new Rect(2.0), new Rect(2.0, 3.0, (PyList<string>)["a"]), new Dot()];
        Print(Total(shapes));
        foreach (var shape in shapes)
        {
            Print(shape, shape.Describe());
        }
        Print(Operators.Compare(Comparison.Lt, new Rect(1.0), new Rect(1.0, 3.0)), Operators.Compare(Comparison.Eq, new Rect(1.0, tags: (PyList<string>)["q"]), new Rect(1.0)), Sequences.Sorted((PyList<Rect>)[new Rect(3.0), new Rect(1.0)]));
        Print(Operators.Compare(Comparison.Eq, new Dot(), new Dot("dot")), Len(new PySet<Dot> { new Dot(), new Dot("dot"), new Dot("other") }));
        try
        {
            ((Any)Shape.Type).Call();
        }
        catch (TypeError error)
        {
            Print(error);
        }
        var a = new Card(3);
        var b = new Card(5, "hearts");
        Print(a.Bigger(b), b.Bigger(a), a, Operators.Compare(Comparison.Eq, b, new Card(5, "hearts")));
        Print(Sized.Call(), Sized.Call(3), Defaults.Get("size"));
        Print(Logged.Call("n"), Logged.Call("n").Get("log"));
        Print(new PyList<Any>(Sequences.Of(((Any)Circle.Type).Get("__mro__")).Select(c => c.Get("__name__"))), IsInstance(a, Comparable.Type));
        try
        {
            Print(Hash(new Circle(1.0)));
        }
        catch (TypeError error)
        {
            Print(error);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any dataclass = Modules.ImportFrom("dataclasses", "dataclass");

        Defaults = ClassBuilder.Build("Defaults", "Defaults", "__main__", new Arguments(), ns =>
        {
            ns["size"] = 7;
        });

        Any sizedClass = ClassBuilder.Build("Sized", "Sized", "__main__", new Arguments { Defaults }, ns2 =>
        {
            ns2.Annotate("size", "int");
            ns2["name"] = "x";
            ns2.Annotate("name", "str");
        });
        Sized = dataclass.Call(sizedClass);

        Any initialised = ClassBuilder.Build("Initialised", "Initialised", "__main__", new Arguments(), ns3 =>
        {
            void Init(Any self)
            {
                self.Set("log", (PyList<Any>)["made"]);
            }
            ns3["__init__"] = new PyFunction("Initialised.__init__", "self", (Any self) => Init(self));
        });

        Any loggedClass = Any.Unbound;
        loggedClass = ClassBuilder.Build("Logged", "Logged", "__main__", new Arguments { initialised }, ns4 =>
        {
            ns4.Annotate("name", "str");

            void PostInit(Any self)
            {
                ((Any)new Super(loggedClass.As<PyType>(), self)).Invoke("__init__");
            }
            ns4["__post_init__"] = new PyFunction("Logged.__post_init__", "self", (Any self) => PostInit(self));
            ns4.ClassCell(made4 => loggedClass = made4);
        });
        Logged = dataclass.Call(loggedClass);

        RunMain();
    }
}

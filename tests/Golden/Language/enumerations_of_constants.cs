using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace EnumerationsOfConstants;

using static Module;

/// <summary>Colours of a lamp.</summary>
public sealed class Color : PyEnum<Color, PyInt>
{
    public static readonly Color Red = new Color("RED", 1);
    public static readonly Color Green = new Color("GREEN", 2); // go
    public static readonly Color Blue = new Color("BLUE", 3);

    private Color(string name, PyInt value) : base(name, value)
    {
    }

    public bool IsWarm => this == Color.Red;

    public Color Next_()
    {
        var members = new PyList<Color>(Color.Members);
        return members[(members.Index(this) + 1) % Len(members)];
    }

    public static Color Parse(string text)
    {
        return Color.Named(Str.Upper(text));
    }

    public string ToText()
    {
        return Str.Title(this.Name);
    }

    public static readonly PyType Type = Enumeration("Color", "__main__", Red, Green, Blue)
        .Doc("Colours of a lamp.")
        .Property("is_warm", self => self.As<Color>().IsWarm)
        .Method("next", self => self.As<Color>().Next_())
        .ClassMethod("parse", "cls, text", a => Color.Parse(a[1].As<string>()))
        .Method("__str__", self => self.As<Color>().ToText());
}

public sealed class Op : PyEnum<Op, string>
{
    public static readonly Op Add = new Op("ADD", "+");
    public static readonly Op Sub = new Op("SUB", "-");
    public static readonly Op Name_ = new Op("NAME", "name");

    private Op(string name, string value) : base(name, value)
    {
    }

    public PyInt Apply(PyInt a, PyInt b)
    {
        if (this == Op.Add)
        {
            return a + b;
        }
        else if (this == Op.Sub)
        {
            return a - b;
        }
        return 0;
    }

    public static readonly PyType Type = Enumeration("Op", "__main__", Add, Sub, Name_)
        .Method("apply", "self, a, b", (self, a, b) => self.As<Op>().Apply(a.As<PyInt>(), b.As<PyInt>()));
}

public sealed class Level : PyEnum<Level, Any>
{
    public static readonly Level Low = new Level("LOW", 0.5);
    public static readonly Level High = new Level("HIGH", "high");

    private Level(string name, Any value) : base(name, value)
    {
    }

    public static readonly PyType Type = Enumeration("Level", "__main__", Low, High);
}

public class Shape : PyObject
{
    public Shape(Any n)
    {
        N = n;
    }

    public Any N { get; set; }

    public static readonly PyType Type = PyType.Emitted("Shape", "__main__")
        .Constructor("n", a => new Shape(a[0]))
        .Field("n", self => self.As<Shape>().N, (self, value) => self.As<Shape>().N = value);
    public override PyType Class => Type;
}

public class Square : Shape
{
    public Square(Any n) : base(n)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("Square", "__main__", Shape.Type)
        .Constructor("n", a => new Square(a[0]));
    public override PyType Class => Type;
}

public class Other : PyObject
{
    public bool EqualTo(Any o)
    {
        return o.Is<Other>();
    }

    public static readonly PyType Type = PyType.Emitted("Other", "__main__")
        .Attribute("__hash__", Any.None)
        .Constructor("", _ => new Other())
        .Method("__eq__", "self, o", (self, o) => self.As<Other>().EqualTo(o));
    public override PyType Class => Type;
}

/// <summary>Enumerations whose members have constant values, and what asks of which class an object is.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("enumerations_of_constants.py");
    internal static Any Doc = "Enumerations whose members have constant values, and what asks of which class an object is.";
    internal static Any Enum = Any.Unbound;
    internal static Any Auto = Any.Unbound;
    internal static Any Unique = Any.Unbound;
    internal static Any Copy = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Color C = default!;
    internal static Any E = Any.Unbound;
    internal static Color? X;
    internal static Square A = default!;
    internal static Shape B = default!;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "enumerations_of_constants.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("Enum", () => Enum, value => Enum = value)
        .Variable("auto", () => Auto, value => Auto = value)
        .Variable("unique", () => Unique, value => Unique = value)
        .Variable("copy", () => Copy, value => Copy = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Member("Color", () => Color.Type)
        .Member("Op", () => Op.Type)
        .Member("Level", () => Level.Type)
        .Member("describe", () => DescribeFunction)
        .Variable("c", () => C, value => C = value.As<Color>())
        .Variable("e", () => E, value => E = value)
        .Variable("x", () => X, value => X = value.As<Color?>())
        .Member("Shape", () => Shape.Type)
        .Member("Square", () => Square.Type)
        .Member("Other", () => Other.Type)
        .Member("f", () => F_Function)
        .Variable("a", () => A, value => A = value.As<Square>())
        .Variable("b", () => B, value => B = value.As<Shape>());

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("enumerations_of_constants.py", args, Definition);

    public static string Describe(Any c)
    {
        if (c == Color.Red)
        {
            return "stop";
        }
        else if (c == Color.Green || c == Color.Blue)
        {
            return "go";
        }
        return "?";
    }

    public static string F_(Any s, Any t, Any x)
    {
        if (s.Is<Square>() && x.Is<Shape>())
        {
            return F($"sq {s.As<Square>().N} {x.As<Shape>().N} {Operators.Is(s.As<Square>(), t)} {Operators.Compare(Comparison.Eq, s.As<Square>(), t)} {Operators.Compare(Comparison.NotEq, s.As<Square>(), t)}");
        }
        if (!t.IsNone && !t.Is<Square>() && !Operators.Is(s, t))
        {
            return "plain";
        }
        return ToStr(x.Is<Other>()) + ToStr(s.Is<Shape>()) + ToStr(Any.None.Is<Shape>());
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any value = default;
        Enum = Modules.ImportFrom("enum", "Enum");
        Auto = Modules.ImportFrom("enum", "auto");
        Unique = Modules.ImportFrom("enum", "unique");
        Copy = Modules.Import("copy");
        Pickle = Modules.Import("pickle");

        Print(Color.Red, Repr(Color.Red), Color.Red.Name, Color.Red.Value, Color.Green.IsWarm, Color.Blue.Next_());
        foreach (var item in Color.Members)
        {
            C = item;
            Print(C, C.Value + 1, Describe(C));
        }
        Print(Color.Of(2), Color.Named("BLUE"), Color.Parse("red"));
        try
        {
            Color.Of(9);
        }
        catch (ValueError caught)
        {
            E = caught;
            Print(E);
            E = Any.Unbound;
        }
        try
        {
            Color.Named("X");
        }
        catch (KeyError caught2)
        {
            E = caught2;
            Print("key", E);
            E = Any.Unbound;
        }
        Print(Len(Color.Type), ((Any)Color.Type).Contains(Color.Red), ((Any)Color.Type).Contains(3), ((Any)Color.Type).Contains(7), new PyList<Color>(Color.Members), new PyList<string>(Color.Members.Select(c => c.Name)));
        Print(new PyDict<Color, PyInt>(Color.Members.Select(c => (c, c.Value))), new PyDict<Color, PyInt> { [Color.Red] = 1 }[Color.Red]);
        Print(Op.Add.Apply(1, 2), Op.Of("-").Apply(5, 3), Op.Name_.Name, Op.Name_.Value, new PyList<string>(Op.Members.Select(o => o.Value)));
        Print(Level.Low.Value, Level.High.Value, Level.Low == Level.High, Level.Low != Level.High, Hash(Op.Add) == Hash("ADD"));
        Print(Operators.Is(Copy.Get("copy").Call(Color.Red), Color.Red), Operators.Is(Copy.Get("deepcopy").Call((PyList<Any>)[Color.Red])[0], Color.Red), Operators.Is(Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Color.Red)), Color.Red));
        Print(IsInstance(Color.Red, Color.Type), IsInstance(Color.Red, Enum), Builtins.Get("type").Call(Color.Red), ((Any)Color.Type).Get("__members__"));
        Print(F($"{Color.Red} {Repr(Op.Add):>20} {Op.Add}"), ((Any)Color.Type).Get("__doc__"), ((Any)Op.Type).Get("__doc__"));
        Print([Sequences.Sorted(Color.Members, key: c => -c.Value), Sequences.Max(Color.Members, key: c => c.Value), ..Op.Members.Select(item2 => (Any)item2)]);
        X = null;
        X = Color.Red;
        Print((value = (Any)X).Truth ? (Any)X.NotNone("name").Name : value, ((Any)Color.Red).Truth, ((Any)Color.Red).Get("__class__").Get("__name__"), Builtins.Get("dir").Call(Op.Type)[new PySlice(Any.None, 3, Any.None)]);
        try
        {
            ((Any)Color.Red).Get("foo");
        }
        catch (AttributeError caught3)
        {
            E = caught3;
            Print(E);
            E = Any.Unbound;
        }
        Print(GetAttr(Color.Type, "RED"), ((Any)Color.Red).Get("RED"));
        (A, B) = (new Square(1), new Shape(2));
        Print(F_(A, A, B), F_(A, B, A), F_(B, B, new Other()), F_(B, Any.None, 3), F_(B, new Shape(1), 1), new Other().EqualTo(new Other()), Operators.Compare(Comparison.Eq, A, 3), Operators.Compare(Comparison.NotEq, A, Any.None));
    }

    public static readonly Any DescribeFunction = new PyFunction("describe", "c", (Any c) => Describe(c));
    public static readonly Any F_Function = new PyFunction("f", "s, t, x", (Any s, Any t, Any x) => F_(s, t, x));
}

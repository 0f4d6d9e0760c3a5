using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace MatchingByTypes;

using static Module;

public sealed class Kind : PyEnum<Kind, PyInt>
{
    public static readonly Kind A = new Kind("A", 1);
    public static readonly Kind B = new Kind("B", 2);

    private Kind(string name, PyInt value) : base(name, value)
    {
    }

    public static readonly PyType Type = Enumeration("Kind", "__main__", A, B);
}

public class Num : PyObject
{
    public Num(PyInt value)
    {
        Value = value;
    }

    public PyInt Value { get; set; }

    public string Represent()
    {
        return F($"Num(value={Repr(Value)})");
    }

    public Any EqualTo(Any other)
    {
        if (other.Is<Num>())
        {
            return Value == other.As<Num>().Value;
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Num", "__main__")
        .Attribute("__hash__", Any.None)
        .Attribute("__match_args__", PyTuple.Of("value"))
        .Constructor("value", a => new Num(a[0].As<PyInt>()))
        .Field("value", self => self.As<Num>().Value, (self, value) => self.As<Num>().Value = value.As<PyInt>())
        .Method("__repr__", self => self.As<Num>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Num>().EqualTo(other));
    public override PyType Class => Type;
}

public class Add : PyObject
{
    public Add(Any left, Any right)
    {
        Left = left;
        Right = right;
    }

    public Any Left { get; set; }
    public Any Right { get; set; }

    public string Represent()
    {
        return RecursiveRepr.Of(this, () => F($"Add(left={Repr(Left)}, right={Repr(Right)})"));
    }

    public Any EqualTo(Any other)
    {
        Any value = default;
        if (Operators.Is(this, other))
        {
            return true;
        }
        if (other.Is<Add>())
        {
            return (value = Operators.Compare(Comparison.Eq, Left, other.As<Add>().Left)).Truth ? Operators.Compare(Comparison.Eq, Right, other.As<Add>().Right) : value;
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Add", "__main__")
        .Attribute("__hash__", Any.None)
        .Attribute("__match_args__", PyTuple.Of("left", "right"))
        .Constructor("left, right", a => new Add(a[0], a[1]))
        .Field("left", self => self.As<Add>().Left, (self, value) => self.As<Add>().Left = value)
        .Field("right", self => self.As<Add>().Right, (self, value) => self.As<Add>().Right = value)
        .Method("__repr__", self => self.As<Add>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Add>().EqualTo(other));
    public override PyType Class => Type;
}

public class Mul : PyObject
{
    public Mul(Any left, Any right)
    {
        Left = left;
        Right = right;
    }

    public Any Left { get; set; }
    public Any Right { get; set; }

    public string Represent()
    {
        return RecursiveRepr.Of(this, () => F($"Mul(left={Repr(Left)}, right={Repr(Right)})"));
    }

    public Any EqualTo(Any other)
    {
        Any value = default;
        if (Operators.Is(this, other))
        {
            return true;
        }
        if (other.Is<Mul>())
        {
            return (value = Operators.Compare(Comparison.Eq, Left, other.As<Mul>().Left)).Truth ? Operators.Compare(Comparison.Eq, Right, other.As<Mul>().Right) : value;
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Mul", "__main__")
        .Attribute("__hash__", Any.None)
        .Attribute("__match_args__", PyTuple.Of("left", "right"))
        .Constructor("left, right", a => new Mul(a[0], a[1]))
        .Field("left", self => self.As<Mul>().Left, (self, value) => self.As<Mul>().Left = value)
        .Field("right", self => self.As<Mul>().Right, (self, value) => self.As<Mul>().Right = value)
        .Method("__repr__", self => self.As<Mul>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Mul>().EqualTo(other));
    public override PyType Class => Type;
}

public class Neg : PyObject
{
    public Neg(Any operand)
    {
        Operand = operand;
    }

    public Any Operand { get; set; }

    public string Represent()
    {
        return RecursiveRepr.Of(this, () => F($"Neg(operand={Repr(Operand)})"));
    }

    public Any EqualTo(Any other)
    {
        if (Operators.Is(this, other))
        {
            return true;
        }
        if (other.Is<Neg>())
        {
            return Operators.Compare(Comparison.Eq, Operand, other.As<Neg>().Operand);
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Neg", "__main__")
        .Attribute("__hash__", Any.None)
        .Attribute("__match_args__", PyTuple.Of("operand"))
        .Constructor("operand", a => new Neg(a[0]))
        .Field("operand", self => self.As<Neg>().Operand, (self, value) => self.As<Neg>().Operand = value)
        .Method("__repr__", self => self.As<Neg>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Neg>().EqualTo(other));
    public override PyType Class => Type;
}

public class Shape : PyObject
{
    public Shape(string name)
    {
        this.Name = name;
    }

    public string Name { get; set; }

    public static readonly PyType Type = PyType.Emitted("Shape", "__main__")
        .Constructor("name", a => new Shape(a[0].As<string>()))
        .Field("name", self => self.As<Shape>().Name, (self, value) => self.As<Shape>().Name = value.As<string>());
    public override PyType Class => Type;
}

public class Circle : Shape
{
    public Circle(double r) : base("circle")
    {
        R = r;
    }

    public double R { get; set; }

    public static new readonly PyType Type = PyType.Emitted("Circle", "__main__", Shape.Type)
        .Attribute("__match_args__", PyTuple.Of("r"))
        .Constructor("r", a => new Circle(a[0].As<double>()))
        .Field("r", self => self.As<Circle>().R, (self, value) => self.As<Circle>().R = value.As<double>());
    public override PyType Class => Type;
}

/// <summary>Match statements over what is known of their subjects.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("matching_by_types.py", args, Run);

    public static PyInt Evaluate(Any e)
    {
        Recursion.Check();
        if (e.Is<Num>(out var num))
        {
            PyInt v = num.Value;
            return v;
        }
        else if (e.Is<Add>(out var add))
        {
            Any l = add.Left;
            Any r = add.Right;
            return Evaluate(l) + Evaluate(r);
        }
        else if (e.Is<Mul>(out var mul) && (mul.Left.Is<Num>(out var num2) && num2.Value == 0) || e.Is<Mul>(out var mul2) && (mul2.Right.Is<Num>(out var num3) && num3.Value == 0))
        {
            return 0;
        }
        else if (e.Is<Mul>(out var mul3))
        {
            Any left = mul3.Left;
            Any right = mul3.Right;
            return Evaluate(left) * Evaluate(right);
        }
        else if (e.Is<Neg>(out var neg) && neg.Operand.Is<Neg>(out var neg2))
        {
            Any inner = neg2.Operand;
            return Evaluate(inner);
        }
        else if (e.Is<Neg>(out var neg3))
        {
            var n = neg3;
            return -Evaluate(n.Operand);
        }
        else
        {
            throw new TypeError(e);
        }
    }

    public static string Command(string text)
    {
        PyList<string> things = default!;
        PyList<string> subject = Str.Split(text);
        if (subject.Count == 0)
        {
            return "nothing";
        }
        else if (subject.Count == 2 && subject[0] == "go")
        {
            string direction = subject[1];
            return F($"going {direction}");
        }
        else if (subject.Count >= 1 && subject[0] == "take" && Matching.Bound(things = subject.Slice(1)) && things.Count > 0)
        {
            return "taking " + Str.Join(", ", things);
        }
        else if (subject.Count == 1 && (subject[0] == "quit" || subject[0] == "exit"))
        {
            return "bye";
        }
        else if (subject.Count >= 1)
        {
            string first = subject[0];
            var rest = subject.Slice(1);
            return F($"{first}? {rest}");
        }
        else
        {
            return "never";
        }
    }

    public static string Status(PyInt code)
    {
        PyInt n = default;
        if (code == 200 || code == 201)
        {
            return "ok";
        }
        else if (code == 404)
        {
            return "missing";
        }
        else if (Matching.Bound(n = code) && n >= 500)
        {
            return F($"server {n}");
        }
        else
        {
            return "other";
        }
    }

    public static Any Point((PyInt, PyInt) p)
    {
        PyInt y = default;
        PyInt x = default;
        if (p.Item1 == 0 && p.Item2 == 0)
        {
            return "origin";
        }
        else if (p.Item1 == 0)
        {
            y = p.Item2;
            return F($"y {y}");
        }
        else if (p.Item2 == 0)
        {
            x = p.Item1;
            return F($"x {x}");
        }
        else if (Matching.Bound(x = p.Item1) && Matching.Bound(y = p.Item2) && x == y)
        {
            return F($"diagonal {x}");
        }
        else if (Matching.Everything)
        {
            x = p.Item1;
            y = p.Item2;
            return F($"{x},{y}");
        }
        return Any.None;
    }

    public static PyInt Kind_(Kind k, bool flag)
    {
        (Kind, bool) subject = (k, flag);
        if (subject.Item1 == Kind.A && Operators.Is(subject.Item2, true))
        {
            return 1;
        }
        else if (subject.Item1 == Kind.A && Operators.Is(subject.Item2, false))
        {
            return 2;
        }
        else if (subject.Item1 == Kind.B)
        {
            return 3;
        }
        return 4;
    }

    public static Any Word(string? s)
    {
        if (s is null)
        {
            return "none";
        }
        else if (s == "a" || s == "b")
        {
            string? letter = s;
            return Str.Upper(letter.NotNone("upper"));
        }
        else if (IsInstance(s, Builtins.Get("str")))
        {
            Any x = s;
            return x + "!";
        }
        return Any.None;
    }

    public static Any Anything(Any x)
    {
        Any[] values = [];
        Any[] items2 = [];
        Any[] items3 = [];
        Any[] items4 = [];
        if (x.IsNone)
        {
            return "None";
        }
        else if (Operators.Is(x, true) || Operators.Is(x, false))
        {
            return "bool";
        }
        else if (IsInstance(x, Builtins.Get("int")) || IsInstance(x, Builtins.Get("float")))
        {
            return F($"number {x}");
        }
        else if (IsInstance(x, Builtins.Get("str")))
        {
            Any s = x;
            return s.Invoke("upper");
        }
        else if (Matching.Mapping(x, new Any[] { "type", "x" }, out values) && values[0] == (Any)"point")
        {
            Any px = values[1];
            Any others = Matching.Rest(x, new Any[] { "type", "x" });
            return F($"mapping {px} {others}");
        }
        else if (Matching.Sequence(x, 2, out items2) && Matching.SequenceAround(items2[1], 1, 0, out items3))
        {
            Any a = items2[0];
            Any b = items3[0];
            return F($"nested {a} {b}");
        }
        else if (Matching.Sequence(x, 1, 0, out items4) && items4[0].Is<Num>(out var num))
        {
            PyInt v = num.Value;
            Any tail = items4[1];
            return F($"nums {v} {Len(tail)}");
        }
        else if (IsInstance(x, Builtins.Get("list")))
        {
            Any items = x;
            return F($"list {items}");
        }
        else if (x.Is<Num>(out var num2))
        {
            PyInt v = num2.Value;
            return F($"num {v}");
        }
        return "other";
    }

    public static PyInt Total(PyList<Any> items)
    {
        PyInt v = default;
        PyInt result = 0;
        foreach (var item in items)
        {
            if (item.Is<Num>(out var num) && Matching.Bound(v = num.Value) && v > 1)
            {
                result += v;
            }
            else if (item.Is<Num>())
            {
                continue;
            }
            else if (item.Is<Add>(out var add) && add.Left.Is<Num>(out var num2))
            {
                v = num2.Value;
                result += 100 * v;
            }
        }
        return result;
    }

    public static Any Area(Shape s)
    {
        if (s is Circle circle)
        {
            double r = circle.R;
            return r * 3.0;
        }
        else if (s.Name == "square")
        {
            return 4.0;
        }
        else if (Matching.Everything)
        {
            return 0.0;
        }
        return Any.None;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        string s = default!;
        Any other = Any.Unbound;
        Any union = Modules.ImportFrom("typing", "Union");

        Any expr = union[PyTuple.Of(Num.Type, Add.Type, Mul.Type, Neg.Type)];

        Print(Evaluate(new Add(new Num(2), new Mul(new Num(3), new Neg(new Neg(new Num(4)))))), Evaluate(new Mul(new Num(0), new Num(5))), Evaluate(new Neg(new Num(1))));
        foreach (var t in (PyList<string>)["", "go north", "take a b", "take", "exit", "dance now"])
        {
            Print(Command(t));
        }
        Print(new PyList<string>(new PyInt[] { 200, 201, 404, 503, 302 }.Select(c => Status(c))));
        Print(new PyList<Any>(((PyList<(PyInt, PyInt)>)[((PyInt)0, (PyInt)0), ((PyInt)0, (PyInt)3), ((PyInt)4, (PyInt)0), ((PyInt)2, (PyInt)2), ((PyInt)1, (PyInt)2)]).Select(p => Point(p))));
        Print(Kind_(Kind.A, true), Kind_(Kind.A, false), Kind_(Kind.B, true));
        Print(Word(null), Word("a"), Word("zz"));
        Print(new PyList<Any>(((PyList<Any>)[Any.None, true, 3, 2.5, "s", new PyDict<Any, Any> { ["type"] = "point", ["x"] = 1, ["k"] = 2 }, PyTuple.Of(1, (PyList<Any>)[2, 3]), (PyList<Any>)[new Num(7), 1], (PyList<Any>)[1], new Num(9), Builtins.Get("object")]).Select(x => Anything(x))));
        Print(Total((PyList<Any>)[new Num(1), new Num(5), new Add(new Num(2), new Num(3)), new Add(new Add(new Num(1), new Num(1)), new Num(3))]));
        Print(Area(new Circle(2.0)), Area(new Shape("square")), Area(new Shape("x")));
        (string, string) subject = (Command("go x"), Status(404));
        if (subject.Item1 == "going x")
        {
            s = subject.Item2;
            Print("both", s);
        }
        PyInt seen = 3;
        PyInt subject2 = seen;
        if (subject2 == 1)
        {
            Print("one");
        }
        else
        {
            other = subject2;
            Print("other", other);
        }
        Print(Names.Global(other, "other"));
    }
}

using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace MatchingWithGuards;

using static Module;

public class P : PyObject
{
    public P(PyInt x, PyInt y)
    {
        X = x;
        Y = y;
    }

    public PyInt X { get; set; }
    public PyInt Y { get; set; }

    public static readonly PyType Type = PyType.Emitted("P", "__main__")
        .Attribute("__match_args__", PyTuple.Of("x", "y"))
        .Constructor("x, y", a => new P(a[0].As<PyInt>(), a[1].As<PyInt>()))
        .Field("x", self => self.As<P>().X, (self, value) => self.As<P>().X = value.As<PyInt>())
        .Field("y", self => self.As<P>().Y, (self, value) => self.As<P>().Y = value.As<PyInt>());
    public override PyType Class => Type;
}

public class Q : P
{
    public Q(PyInt x, PyInt y) : base(x, y)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("Q", "__main__", P.Type)
        .Constructor("x, y", a => new Q(a[0].As<PyInt>(), a[1].As<PyInt>()));
    public override PyType Class => Type;
}

public class R : PyObject
{
    public PyInt X
    {
        get
        {
            Print("asked");
            return 5;
        }
    }

    public static readonly PyType Type = PyType.Emitted("R", "__main__")
        .Constructor("", _ => new R())
        .Property("x", self => self.As<R>().X);
    public override PyType Class => Type;
}

public class Box : PyObject
{
    public Box()
    {
        V = Any.None;
    }

    public Any V { get; set; }
    private Late<PyInt> _v2;
    public PyInt V2 { get => _v2.Get(this, "v2"); set => _v2 = value; }

    public void Set(PyDict<Any, Any> m)
    {
        Any[] values = [];
        Any[] values2 = [];
        if (Matching.Mapping(m, new Any[] { "v" }, out values) && values[0] == V2)
        {
        }
        else if (Matching.Mapping(m, new Any[] { "w" }, out values2))
        {
            Any w = values2[0];
            V = w;
        }
    }

    public static readonly PyType Type = PyType.Emitted("Box", "__main__")
        .Constructor("", a => new Box())
        .Field("v", self => self.As<Box>().V, (self, value) => self.As<Box>().V = value)
        .Field("v2", self => self.As<Box>()._v2.Peek(), (self, value) => self.As<Box>()._v2.Put(value))
        .Method("set", "self, m", (self, m) => self.As<Box>().Set(m.As<PyDict<Any, Any>>()));
    public override PyType Class => Type;
}

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("matching_with_guards.py", args, Run);

    public static string? F_(Any o)
    {
        Any y = default;
        Any a = default;
        Any rest = default;
        PyInt n = default;
        Any b = default;
        Any[] values = [];
        Any[] items = [];
        Any[] items2 = [];
        Any[] values2 = [];
        Any[] items3 = [];
        Any[] values3 = [];
        Any[] items4 = [];
        Any[] items5 = [];
        Any subject = o;
        if (subject.Is<Q>(out var q) && q.X == 1 && Matching.Bind(out y, q.Y) && y > 1)
        {
            return F($"Q1 {y}");
        }
        else if (subject.Is<P>(out var p2))
        {
            Any x = p2.X;
            y = p2.Y;
            var p = p2;
            return F($"P {x} {y} {Operators.Is(p, o)}");
        }
        else if (Matching.Class(subject, R.Type, 0, new string[] { "x" }, out values))
        {
            Any v = values[0];
            return F($"R {v}");
        }
        else if (Matching.Sequence(subject, 1, 0, out items) && (items[0].Is<P>(out var p3) && Matching.Bind(out a, p3.X)) && Matching.Bind(out rest, items[1]) && (n = Len(rest)) > 0)
        {
            return F($"list {a} {n}");
        }
        else if (Matching.Sequence(subject, 2, out items2) && (items2[0] == (Any)1 || items2[0] == (Any)2 || items2[0] == (Any)3) && (items2[1] == (Any)"x" || items2[1] == (Any)"y"))
        {
            Any d = items2[0];
            Any e = items2[1];
            return F($"{d}{e}");
        }
        else if (subject == (Any)(-1) || subject == (Any)2.5 || subject == (Any)1 + new System.Numerics.Complex(0.0, 2.0) || subject == PyBytes.FromLatin1("z"))
        {
            return "lit";
        }
        else if (Matching.Mapping(subject, new Any[] { "a" }, out values2) && (Matching.Sequence(values2[0], 2, out items3) && Matching.Mapping(items3[1], new Any[] { "b" }, out values3)))
        {
            Any x = items3[0];
            y = values3[0];
            Any kw = Matching.Rest(subject, new Any[] { "a" });
            return F($"deep {x} {y} {kw}");
        }
        else if (IsInstance(subject, Builtins.Get("str")) || IsInstance(subject, Builtins.Get("bytes")))
        {
            return "text";
        }
        else if (Matching.Sequence(subject, 2, out items4) && (IsInstance(items4[0], Builtins.Get("int")) && Matching.Bind(out a, items4[0])) && (IsInstance(items4[1], Builtins.Get("int")) && Matching.Bind(out b, items4[1])) || Matching.Sequence(subject, 3, out items5) && (IsInstance(items5[0], Builtins.Get("int")) && Matching.Bind(out a, items5[0])) && (IsInstance(items5[1], Builtins.Get("int")) && Matching.Bind(out b, items5[1])))
        {
            return F($"ints {a} {b}");
        }
        return null;
    }

    public static (string, string, Any) G(PyList<string> words, PyInt n, (string, PyInt) t)
    {
        string x = default!;
        string r = default!;
        string s = default!;
        PyInt k = default;
        Any u = default;
        if (words.Count == 1 && Matching.Bound(x = words[0]) || words.Count == 2 && Matching.Bound(x = words[1]))
        {
            r = x;
        }
        else if (words.Count >= 2)
        {
            string first = words[0];
            var middle = words.Slice(1, -1);
            string last = words[-1];
            r = F($"{first}{middle}{last}");
        }
        else
        {
            r = "none";
        }
        if (n == 0)
        {
            s = "zero";
        }
        else if (Matching.Bound(k = n) && k < 0)
        {
            s = F($"neg {k}");
        }
        else if (n == 1 || n == 2)
        {
            s = "small";
        }
        else
        {
            k = n;
            s = F($"big {k}");
        }
        if (t.Item1 == "a")
        {
            PyInt n2 = t.Item2;
            u = n2;
        }
        else if (t.Item2 == 0 || t.Item2 == 1)
        {
            string name = t.Item1;
            PyInt bit = t.Item2;
            u = F($"{name}{bit}");
        }
        else
        {
            u = Generic.ToAny(t);
        }
        return (r, s, u);
    }

    public static PyInt H(PyInt x)
    {
        PyInt y = default;
        y = x;
        return y;
    }

    public static Any K(Any cmd)
    {
        Any name = default;
        Any[] items = [];
        Any[] items2 = [];
        Any[] items3 = [];
        Any subject = cmd.Invoke("split");
        if (Matching.Sequence(subject, 2, out items) && items[0] == (Any)"load" && Matching.Bind(out name, items[1]) && name.Invoke("endswith", ".txt").Truth)
        {
            return new PyFunction("k.<locals>.<lambda>", "", () => name);
        }
        else if (Matching.Sequence(subject, 1, 0, out items2) && items2[0] == (Any)"add")
        {
            Any nums = items2[1];
            return Sequences.Sum(Sequences.Of(nums).Select(v => Numbers.ToInt(v)));
        }
        else if (Matching.Sequence(subject, 3, out items3))
        {
            Any op = items3[0];
            Any a = items3[1];
            Any b = items3[2];
            (Any, Any, Any) Inner()
            {
                return (op, a, b);
            }
            Any innerFunction = new PyFunction("k.<locals>.inner", "", () => Generic.ToAny(Inner()));
            return innerFunction;
        }
        return Any.None;
    }

    public static Any Late_(Any v)
    {
        Any z = Any.Unbound;
        Any[] items = [];
        if (Matching.Sequence(v, 1, out items))
        {
            z = items[0];
        }
        try
        {
            return Names.Local(z, "z");
        }
        catch (UnboundLocalError e)
        {
            return ToStr(e);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Box b = default!;
        Print(new PyList<string?>(((PyList<Any>)[new Q(1, 2), new Q(1, 1), new P(3, 4), new R(), (PyList<Any>)[new P(1, 2), 3], (PyList<Any>)[new P(1, 2)], PyTuple.Of(1, "y"), -1, 2.5, (Any)1 + new System.Numerics.Complex(0.0, 2.0), PyBytes.FromLatin1("z"), new PyDict<Any, Any> { ["a"] = (PyList<Any>)[1, new PyDict<Any, Any> { ["b"] = 2 }], ["c"] = 3 }, "s", PyBytes.FromLatin1("q"), PyTuple.Of(4, 5), (PyList<Any>)[4, 5, "k"], PyTuple.Of(true, 2), 7]).Select(o => F_(o))));
        Print(Generic.ToAny(G((PyList<string>)["a"], 0, ("a", (PyInt)3))), Generic.ToAny(G((PyList<string>)["a", "b"], -4, ("b", (PyInt)1))), Generic.ToAny(G((PyList<string>)["a", "b", "c", "d"], 2, ("b", (PyInt)5))), Generic.ToAny(G((PyList<string>)[], 9, ("q", (PyInt)0))));
        Print(H(3));
        b = new Box();
        b.V2 = 1;
        b.Set(new PyDict<Any, Any> { ["w"] = 4 });
        Print(b.V);
        for (PyInt i = 0; i < 3; i++)
        {
            PyInt subject = i;
            if (subject == 0)
            {
                continue;
            }
            else if (subject == 2)
            {
                break;
            }
            Print("i", i);
        }
        Print(K("load a.txt").Call(), K("add 1 2"), K("x y z").Call());
        Print(Late_((PyList<Any>)[1]), Late_(2));
    }

    public static readonly Any KFunction = new PyFunction("k", "cmd", (Any cmd) => K(cmd));
}

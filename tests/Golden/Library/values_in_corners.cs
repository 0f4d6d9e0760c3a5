using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ValuesInCorners;

public static class Module
{
    internal static Any Collections = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("values_in_corners.py", args, Run);

    public static void Shown(Any action, PyTuple args)
    {
        try
        {
            Print(Repr(action.Call(new Arguments { new Star(args) })));
        }
        catch (PyException error)
        {
            Print(PyType.Of(error).Name, error);
        }
    }

    public static Any Less(PyDict<Any, Any> a, PyDict<Any, Any> b)
    {
        return ((Any)a).Invoke("keys") - ((Any)b).Invoke("keys");
    }

    public static PySet<Any> Made(Any a)
    {
        return new PySet<Any>(Sequences.Of(a));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        // What random programs found: orders of sets after differences, texts of floats, errors' words.
        Collections = Modules.Import("collections");
        Any copy = Modules.Import("copy");
        Any html = Modules.Import("html");
        Any math = Modules.Import("math");
        Any statistics = Modules.Import("statistics");
        Any @struct = Modules.Import("struct");

        Print(Less(new PyDict<Any, Any> { [2] = "x", [17] = "y", [9] = "z", [1] = "w" }, new PyDict<Any, Any> { [9] = 1, [1] = 1 }), (Any)new PySet<Any>(((PyList<PyInt>)[2, 17, 9, 1]).Select(item => (Any)item)) - ((Any)new PyDict<Any, Any> { [9] = 0, [1] = 0 }).Invoke("keys"));
        PySet<Any> numbers = (PySet<Any>)[33, 131, 12, 15, 17, -10, -3];
        Print(numbers, Made(numbers), Made(Builtins.Get("frozenset").Call(numbers)), Made(Builtins.Get("dict").Invoke("fromkeys", (PyList<Any>)[8, 16, 24, 1, 9, 3])), Made(Iter(numbers)));
        var big = new PySet<Any>(Sequences.Range(40).Select(item2 => (Any)item2));
        ((Any)big).Invoke("difference_update", Sequences.Range(4, 40));
        Print(big, ((Any)(PySet<Any>)[0, 9, 17, 3]).Invoke("union", Collections.Get("Counter").Call((PyList<PyInt>)[8, 16])));

        Print(PyFloat.Pow(2.0, -25.0), math.Get("ulp").Call(246978474.0), PyFloat.Pow(2.0, -958.0), F($"{PyFloat.Pow(2.0, -25.0)}"), new PyList<bool>(new PyInt[] { -25, -958, 60, -1074 }.Select(e => PyFloat.Parse(Repr(PyFloat.Pow(2.0, (double)e))) == PyFloat.Pow(2.0, (double)e))));

        foreach (var text in new string[] { "\u2028a ", " a ", "x" })
        {
            Print(Ascii(Str.Strip(text, "")), Ascii(Str.LStrip(text, "")), Ascii(Str.RStrip(text, "")));
        }
        Print(Ascii(Str.Translate("abc", new PyDict<Any, Any> { [97] = 55296, [98] = "x", [99] = 1114111 })));
        Shown(new PyFunction("<lambda>", "", () => (Any)Str.Translate("abc", new PyDict<Any, Any> { [97] = 1114112 })), PyTuple.Of());
        Shown(new PyFunction("<lambda>", "", () => (Any)Str.Translate("abc", new PyDict<Any, Any> { [97] = 1.5 })), PyTuple.Of());

        Shown(new PyFunction("<lambda>", "", () => false ? (Any)F($"{Format((Any)1, F($"{PyInt.Pow((PyInt)2, 40)}"))}") : Builtins.Get("bytes").Call(PyInt.Pow((PyInt)10, 20))), PyTuple.Of());
        Shown(new PyFunction("<lambda>", "", () => (Any)PyInt.Pow((PyInt)10, 25) * new PyDeque<Any>(((PyList<PyInt>)[1]).Select(item3 => (Any)item3))), PyTuple.Of());
        Print((Any)PyInt.Pow((PyInt)2, 62) * new PyDeque<Any>((PyList<Any>)[]), Collections.Get("deque").Call((PyList<Any>)[1, 2], 3) * 4);
        Shown(new PyFunction("<lambda>", "", () => Any.None * new PyDeque<Any>(((PyList<PyInt>)[1]).Select(item3 => (Any)item3))), PyTuple.Of());
        Shown(html.Get("escape"), PyTuple.Of(PyBytes.FromLatin1("a<b")));
        Shown(html.Get("escape"), PyTuple.Of(3));
        Shown(@struct.Get("pack"), PyTuple.Of("<e", 99999));
        Shown(@struct.Get("pack"), PyTuple.Of("<e", 99999.0));
        Shown(statistics.Get("mean"), PyTuple.Of((PyList<Any>)[1, 2.5, Builtins.Get("bytearray").Call(PyBytes.FromLatin1("x"))]));
        Shown(Builtins.Get("bytearray").Call(PyBytes.FromLatin1("abc")).Get("__setitem__"), PyTuple.Of(Builtins.Get("slice").Call(0, 2), Any.None));
        Shown(Builtins.Get("bytearray").Call(PyBytes.FromLatin1("abc")).Get("__setitem__"), PyTuple.Of(Builtins.Get("slice").Call(0, 2), 3));
        Shown(new PyFunction("<lambda>", "", () => ((Any)new PyDict<Any, Any> { [1] = 2 }).Invoke("keys").Invoke("isdisjoint", (PyList<Any>)[(PyList<Any>)[1]])), PyTuple.Of());
        Print(((Any)new PyDict<Any, Any> { [1] = 2 }).Invoke("keys").Invoke("isdisjoint", (PyList<Any>)[3]), ((Any)new PyDict<Any, Any> { [1] = 2 }).Invoke("items").Invoke("isdisjoint", (PySet<Any>)[PyTuple.Of(1, 2)]));

        Any named = ClassBuilder.Build("Named", "Named", "__main__", new Arguments { Builtins.Get("str") }, ns =>
        {
            PyBytes Bytes(Any self)
            {
                return PyBytes.FromLatin1("own");
            }
            ns["__bytes__"] = new PyFunction("Named.__bytes__", "self", (Any self) => Bytes(self));
        });

        Print(Builtins.Get("bytes").Call(named.Call("x")), Operators.Is(copy.Get("copy").Call(ShownFunction.Get("__code__")), ShownFunction.Get("__code__")));
        Shown(Builtins.Get("bytes"), PyTuple.Of("x"));
    }

    public static readonly Any ShownFunction = new PyFunction("shown", "action, *args", (Any[] a) => Shown(a[0], a[1].As<PyTuple>()));
}

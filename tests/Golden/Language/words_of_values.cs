using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace WordsOfValues;

/// <summary>What operations on values say of wrong arguments, and corners of their results.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("words_of_values.py");
    internal static Any Doc = "What operations on values say of wrong arguments, and corners of their results.";
    internal static Any Collections = Any.Unbound;
    internal static Any Json = Any.Unbound;
    internal static Any Ast = Any.Unbound;
    internal static Any Heapq = Any.Unbound;
    internal static Any Urllib = Any.Unbound;
    internal static Any Textwrap = Any.Unbound;
    internal static Any Bisect = Any.Unbound;
    internal static Any Math_ = Any.Unbound;
    internal static Any Decimal = Any.Unbound;
    internal static Any Itertools = Any.Unbound;
    internal static Any F_ = Any.Unbound;
    internal static double N;
    internal static PyInt I;
    internal static Any Struct = Any.Unbound;
    internal static PyDeque<Any> D = default!;
    internal static Any Array = Any.Unbound;
    internal static PyList<Any> X = default!;
    internal static string S = default!;
    internal static Any Counter = Any.Unbound;
    internal static Any Sys = Any.Unbound;
    internal static Any Io = Any.Unbound;
    internal static Any K = Any.Unbound;
    internal static bool R;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "words_of_values.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("collections", () => Collections, value => Collections = value)
        .Variable("json", () => Json, value => Json = value)
        .Variable("ast", () => Ast, value => Ast = value)
        .Variable("heapq", () => Heapq, value => Heapq = value)
        .Variable("urllib", () => Urllib, value => Urllib = value)
        .Variable("textwrap", () => Textwrap, value => Textwrap = value)
        .Variable("bisect", () => Bisect, value => Bisect = value)
        .Variable("math", () => Math_, value => Math_ = value)
        .Variable("decimal", () => Decimal, value => Decimal = value)
        .Variable("itertools", () => Itertools, value => Itertools = value)
        .Member("t", () => TFunction)
        .Variable("f", () => F_, value => F_ = value)
        .Member("g", () => GFunction)
        .Member("g2", () => G2Function)
        .Member("g3", () => G3Function)
        .Member("g4", () => G4Function)
        .Member("g5", () => G5Function)
        .Member("g6", () => G6Function)
        .Variable("n", () => N, value => N = value.As<double>())
        .Variable("i", () => I, value => I = value.As<PyInt>())
        .Variable("struct", () => Struct, value => Struct = value)
        .Variable("d", () => D, value => D = value.As<PyDeque<Any>>())
        .Variable("array", () => Array, value => Array = value)
        .Variable("x", () => X, value => X = value.As<PyList<Any>>())
        .Member("im", () => ImFunction)
        .Variable("s", () => S, value => S = value.As<string>())
        .Variable("Counter", () => Counter, value => Counter = value)
        .Member("im2", () => Im2Function)
        .Member("f1", () => F1Function)
        .Member("f2", () => F2Function)
        .Member("f3", () => F3Function)
        .Member("f4", () => F4Function)
        .Member("f5", () => F5Function)
        .Member("f6", () => F6Function)
        .Variable("sys", () => Sys, value => Sys = value)
        .Variable("io", () => Io, value => Io = value)
        .Variable("k", () => K, value => K = value)
        .Variable("r", () => R, value => R = value.As<bool>());

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("words_of_values.py", args, Definition);

    public static void T(Any f)
    {
        try
        {
            Print(Ascii(f.Call()));
        }
        catch (PyException e)
        {
            Print(PyType.Of(e).Name, e);
        }
    }

    public static Any G(Any a)
    {
        Print([..Sequences.Spread(a, "print")], sep: "|");
        return Any.None;
    }

    public static Any G2(Any a)
    {
        F_.Call(new Arguments { new Star(a) });
        return Any.None;
    }

    public static Any G3(Any a)
    {
        F_.Call(new Arguments { 1, new Star(a) });
        return Any.None;
    }

    public static Any G4(Any a)
    {
        return Builtins.Get("max").Call(new Arguments { new Star(a) });
    }

    public static Any G5(Any a)
    {
        return Builtins.Get("int").Call(new Arguments { new Star(a) });
    }

    public static Any G6(Any a)
    {
        return ((Any)(PyList<Any>)[]).Invoke("append", new Arguments { new Star(a) });
    }

    public static Any Im(Any x)
    {
        x = Any.MultInPlace(x, 1.5);
        return Any.None;
    }

    public static void Im2(Any c, Any f)
    {
        try
        {
            f.Call(c);
            Print(c);
        }
        catch (PyException e)
        {
            Print(PyType.Of(e).Name, e, c);
        }
    }

    public static void F1(Any c)
    {
        c = Any.AddInPlace(c, new PyDict<Any, Any> { ["a"] = 3, ["b"] = -9, ["z"] = "x" });
    }

    public static void F2(Any c)
    {
        c = Any.SubInPlace(c, new PyDict<Any, Any> { ["a"] = 3, ["b"] = -9 });
    }

    public static void F3(Any c)
    {
        c = Any.BitOrInPlace(c, new PyDict<Any, Any> { ["a"] = 3, ["b"] = 9 });
    }

    public static void F4(Any c)
    {
        c = Any.BitAndInPlace(c, new PyDict<Any, Any> { ["a"] = 3, ["b"] = 9 });
    }

    public static void F5(Any c)
    {
        c = Any.BitAndInPlace(c, Counter.Call(new PyDict<Any, Any> { ["a"] = 3, ["b"] = 9 }));
    }

    public static void F6(Any c)
    {
        c = Any.AddInPlace(c, 5);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Collections = Modules.Import("collections");
        Json = Modules.Import("json");
        Ast = Modules.Import("ast");
        Heapq = Modules.Import("heapq");
        Urllib = Modules.ImportRoot("urllib.parse");
        Textwrap = Modules.Import("textwrap");
        Bisect = Modules.Import("bisect");
        Math_ = Modules.Import("math");
        Decimal = Modules.Import("decimal");
        Itertools = Modules.Import("itertools");
        void F_Core(PyTuple a, PyDict<Any, Any> k)
        {
        }
        F_ = new PyFunction("f", "*a, **k", (Any[] a) => F_Core(a[0].As<PyTuple>(), a[1].As<PyDict<Any, Any>>()));
        T(new PyFunction("<lambda>", "", () => G(3)));
        T(new PyFunction("<lambda>", "", () => G2(3)));
        T(new PyFunction("<lambda>", "", () => G3(3)));
        T(new PyFunction("<lambda>", "", () => G4(3)));
        T(new PyFunction("<lambda>", "", () => G5(3)));
        T(new PyFunction("<lambda>", "", () => G6(3)));
        T(new PyFunction("<lambda>", "", () => Json.Get("loads").Call(new PyDeque<Any>())));
        T(new PyFunction("<lambda>", "", () => Ast.Get("literal_eval").Call("inf\uD800")));
        T(new PyFunction("<lambda>", "", () => Heapq.Get("heapify").Call(Any.None)));
        T(new PyFunction("<lambda>", "", () => ((Any)(PyList<Any>)[1.0]).Invoke("__imul__", 1.0)));
        T(new PyFunction("<lambda>", "", () => ((Any)(PyList<Any>)[1.0]).Invoke("__mul__", 1.0)));
        T(new PyFunction("<lambda>", "", () => ((Any)PyTuple.Of(1)).Invoke("__mul__", 1.0)));
        T(new PyFunction("<lambda>", "", () => ((Any)"a").Invoke("__mul__", 1.0)));
        T(new PyFunction("<lambda>", "", () => ((Any)PyBytes.FromLatin1("a")).Invoke("__mul__", 1.0)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("bytearray").Call(PyBytes.FromLatin1("a")).Invoke("__imul__", 1.0)));
        T(new PyFunction("<lambda>", "", () => Urllib.Get("parse").Get("urlencode").Call((PySet<Any>)[1, 2])));
        T(new PyFunction("<lambda>", "", () => Textwrap.Get("wrap").Call(PyBytes.FromLatin1("abc"), 5)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("bytes").Invoke("fromhex", Any.None)));
        T(new PyFunction("<lambda>", "", () => (Any)Str.Repeat("a", 9223372036854775134)));
        T(new PyFunction("<lambda>", "", () => (Any)((PyList<Any>)[1, 2] * 9223372036854775134)));
        T(new PyFunction("<lambda>", "", () => Bisect.Get("bisect_left").Call((PySet<Any>)[1, 2], -1)));
        T(new PyFunction("<lambda>", "", () => Bisect.Get("bisect_right").Call(new PyDict<Any, Any> { [1] = 2 }, -1)));
        T(new PyFunction("<lambda>", "", () => Bisect.Get("insort").Call((PySet<Any>)[1, 2], -1)));
        N = PyFloat.Parse("nan");
        T(new PyFunction("<lambda>", "", () => ((Any)new PyDeque<Any>(((PyList<double>)[N, 1.0]).Select(item => (Any)item))).Invoke("count", N)));
        T(new PyFunction("<lambda>", "", () => Decimal.Get("Decimal").Call(PyTuple.Of(-PyInt.Pow((PyInt)10, 25), 5, 7))));
        T(new PyFunction("<lambda>", "", () => Decimal.Get("Decimal").Call(PyTuple.Of(2, 5, 7))));
        T(new PyFunction("<lambda>", "", () => Decimal.Get("Decimal").Call(PyTuple.Of(0, PyTuple.Of(5, PyInt.Pow((PyInt)10, 25)), 7))));
        T(new PyFunction("<lambda>", "", () => Decimal.Get("Decimal").Call(PyTuple.Of(0, PyTuple.Of(5), PyInt.Pow((PyInt)10, 25)))));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("max").Call("\uD800½", "ﬁ")));
        T(new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Sorted((PyList<string>)["\uD800½", "ﬁ", "😀"]).Select(item => (Any)item))));
        T(new PyFunction("<lambda>", "", () => ((Any)(-1)).Invoke("to_bytes", new Arguments { 0, "little", { "signed", true } })));
        T(new PyFunction("<lambda>", "", () => ((Any)(-1)).Invoke("to_bytes", new Arguments { 0, "big", { "signed", true } })));
        T(new PyFunction("<lambda>", "", () => ((Any)(-2)).Invoke("to_bytes", new Arguments { 0, "little", { "signed", true } })));
        T(new PyFunction("<lambda>", "", () => ((Any)1).Invoke("to_bytes", new Arguments { 0, "little", { "signed", true } })));
        T(new PyFunction("<lambda>", "", () => (Any)TextFormat.Percent("%.*f", -2147483649)));
        T(new PyFunction("<lambda>", "", () => (Any)TextFormat.Percent("%.*f", -2147483648)));

        T(new PyFunction("<lambda>", "", () => Builtins.Get("complex").Call("äA-b_c.d")));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("complex").Call("äA")));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("complex").Call("A")));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("complex").Call("A\uD800")));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("complex").Call("1+2j\uD800")));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("bytearray").Call(PyBytes.FromLatin1("ab")).Invoke("__setitem__", Builtins.Get("slice").Call(0, 2), 3.0)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("bytearray").Call(PyBytes.FromLatin1("ab")).Invoke("__setitem__", Builtins.Get("slice").Call(0, 2), "x")));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("bytearray").Call(PyBytes.FromLatin1("ab")).Invoke("__setitem__", Builtins.Get("slice").Call(0, 2), (PyList<Any>)["x"])));
        T(new PyFunction("<lambda>", "", () => Collections.Get("Counter").Call(new PyDict<Any, PyInt> { [1] = 2, ["a"] = 3 }).Invoke("__iadd__", new PyDict<Any, Any> { ["a"] = "x" })));
        T(new PyFunction("<lambda>", "", () => Collections.Get("Counter").Call(new PyDict<Any, PyInt> { [1] = 2, ["a"] = 3 }).Invoke("__isub__", new PyDict<Any, Any> { ["a"] = "x" })));
        T(new PyFunction("<lambda>", "", () => Collections.Get("Counter").Call(new PyDict<Any, PyInt> { [1] = 2, ["a"] = 3 }).Invoke("__ior__", new PyDict<Any, Any> { ["a"] = "x" })));
        T(new PyFunction("<lambda>", "", () => Collections.Get("Counter").Call(new PyDict<Any, PyInt> { [1] = 2, ["a"] = 3 }).Invoke("__iand__", new PyDict<Any, Any> { ["a"] = "x" })));
        foreach (var item in Sequences.Range(4))
        {
            I = item;
            T(new PyFunction("<lambda>", "", () => Heapq.Get("nsmallest").Call(I, (PyList<Any>)[Sequences.Range(4), 2.0, new PyDeque<Any>(), "a", 1])));
            T(new PyFunction("<lambda>", "", () => Heapq.Get("nlargest").Call(I, (PyList<Any>)[Sequences.Range(4), 2.0, new PyDeque<Any>(), "a", 1])));
            T(new PyFunction("<lambda>", "", () => Heapq.Get("nsmallest").Call(I, (PyList<Any>)[Any.None, (Any)3 + new System.Numerics.Complex(0.0, 0.0), PyTuple.Of(Any.None), -2, (PyList<Any>)[1], new PyDeque<Any>()])));
        }
        N = PyFloat.Parse("nan");
        Collections = Modules.Import("collections");
        Struct = Modules.Import("struct");
        D = new PyDeque<Any>(((PyList<double>)[N, 1.0]).Select(item2 => (Any)item2));
        Print(((Any)D).Invoke("count", N), ((Any)D).Invoke("index", N), ((Any)D).Contains(N));
        T(new PyFunction("<lambda>", "", () => (Any)(PyList<Any>)[1] * 1.0));
        T(new PyFunction("<lambda>", "", () => (Any)1.0 * (PyList<Any>)[1]));
        T(new PyFunction("<lambda>", "", () => (Any)(PyList<Any>)[1] * "a"));
        T(new PyFunction("<lambda>", "", () => (Any)((PyList<Any>)[1] * PyInt.Pow((PyInt)10, 30))));
        T(new PyFunction("<lambda>", "", () => ((Any)(PyList<Any>)[]).Invoke("__mul__", PyInt.Pow((PyInt)10, 30))));
        T(new PyFunction("<lambda>", "", () => ((Any)(PyList<Any>)[1]).Invoke("__rmul__", 1.0)));
        T(new PyFunction("<lambda>", "", () => ((Any)(PyList<Any>)[1]).Invoke("__rmul__", "a")));
        T(new PyFunction("<lambda>", "", () => (Any)PyTuple.Of(1) * 1.5));
        T(new PyFunction("<lambda>", "", () => ((Any)"a").Invoke("__rmul__", 1.5)));
        T(new PyFunction("<lambda>", "", () => ((Any)new PyDeque<Any>(((PyList<PyInt>)[1]).Select(item3 => (Any)item3))).Invoke("__mul__", 1.5)));
        T(new PyFunction("<lambda>", "", () => ((Any)new PyDeque<Any>(((PyList<PyInt>)[1]).Select(item3 => (Any)item3))).Invoke("__rmul__", 1.5)));
        T(new PyFunction("<lambda>", "", () => ((Any)new PyDeque<Any>(((PyList<PyInt>)[1]).Select(item3 => (Any)item3))).Invoke("__imul__", 1.5)));
        Array = Modules.Import("array");
        T(new PyFunction("<lambda>", "", () => Array.Get("array").Call("i", (PyList<Any>)[1]).Invoke("__mul__", 1.5)));
        T(new PyFunction("<lambda>", "", () => Array.Get("array").Call("i", (PyList<Any>)[1]).Invoke("__imul__", 1.5)));
        T(new PyFunction("<lambda>", "", () => Array.Get("array").Call("i", (PyList<Any>)[1]) * 1.5));
        X = (PyList<Any>)[1];
        T(new PyFunction("<lambda>", "", () => Im((PyList<Any>)[1])));
        T(new PyFunction("<lambda>", "", () => Im(PyTuple.Of(1))));
        T(new PyFunction("<lambda>", "", () => Im("a")));
        T(new PyFunction("<lambda>", "", () => Im(PyBytes.FromLatin1("a"))));
        T(new PyFunction("<lambda>", "", () => Im(Builtins.Get("bytearray").Call(PyBytes.FromLatin1("a")))));
        T(new PyFunction("<lambda>", "", () => Im(new PyDeque<Any>(((PyList<PyInt>)[1]).Select(item3 => (Any)item3)))));
        T(new PyFunction("<lambda>", "", () => Im(Array.Get("array").Call("i", (PyList<Any>)[1]))));
        foreach (var item3 in (PyList<string>)["٣", "!", "é", "日", "😀", "ü>", "٣d", "5٣", "٣5", ".٣"])
        {
            S = item3;
            T(new PyFunction("<lambda>", "", () => Builtins.Get("format").Call(0.5, S)));
            T(new PyFunction("<lambda>", "", () => Builtins.Get("format").Call(5, S)));
            T(new PyFunction("<lambda>", "", () => Builtins.Get("format").Call("abc", S)));
            T(new PyFunction("<lambda>", "", () => Builtins.Get("format").Call(new System.Numerics.Complex(0.0, 1.0), S)));
        }
        T(new PyFunction("<lambda>", "", () => Struct.Get("pack").Call("e", N)));
        T(new PyFunction("<lambda>", "", () => Struct.Get("pack").Call("e", -N)));
        T(new PyFunction("<lambda>", "", () => Struct.Get("pack").Call("f", N)));
        T(new PyFunction("<lambda>", "", () => Struct.Get("pack").Call("f", -N)));
        T(new PyFunction("<lambda>", "", () => Struct.Get("pack").Call("d", N)));
        T(new PyFunction("<lambda>", "", () => Struct.Get("pack").Call("d", -N)));
        T(new PyFunction("<lambda>", "", () => Struct.Get("pack").Call("e", PyFloat.Parse("inf") - PyFloat.Parse("inf"))));
        T(new PyFunction("<lambda>", "", () => Struct.Get("pack").Call("d", PyFloat.Parse("inf") - PyFloat.Parse("inf"))));
        foreach (var item4 in (PyList<string>)["äA-b_c.d", "_", "a_b", "é", "1_0j", "1__0j", "1_j", "_1j", "1+2", "1+", "1j+2", "1j+2j", "(1+2j", "1+2j)", "()", "", " ", "ｊ", "１j", "inf", "infj", "nan+nanj", "1e5j", "1e+j", "1e+5+2j", "1 + 2j", "٣j", "٣", "½", "1+2J", "++1j", "1.5.2", "0x1j", "x_1"])
        {
            S = item4;
            T(new PyFunction("<lambda>", "", () => Builtins.Get("complex").Call(S)));
        }
        Counter = Modules.ImportFrom("collections", "Counter");
        foreach (var item5 in new Any[] { F1Function, F2Function, F3Function, F4Function, F5Function, F6Function })
        {
            F_ = item5;
            Im2(Counter.Call(new PyDict<Any, Any> { ["a"] = 1, ["b"] = 2, ["c"] = -1 }), F_);
        }
        T(new PyFunction("<lambda>", "", () => Builtins.Get("bytes").Invoke("fromhex", Any.None)));
        Sys = Modules.Import("sys");
        Io = Modules.Import("io");
        T(new PyFunction("<lambda>", "", () => Sys.Get("intern").Call(Any.None)));
        T(new PyFunction("<lambda>", "", () => ((Any)5).Invoke("to_bytes", 2, Any.None)));
        T(new PyFunction("<lambda>", "", () => ((Any)"a").Invoke("encode", Any.None)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("format").Call(1, Any.None)));
        T(new PyFunction("<lambda>", "", () => ((Any)1).Invoke("__format__", Any.None)));
        T(new PyFunction("<lambda>", "", () => Io.Get("TextIOWrapper").Call(Io.Get("BytesIO").Call()).Invoke("write", Any.None)));
        T(new PyFunction("<lambda>", "", () => Io.Get("StringIO").Call().Invoke("write", Any.None)));
        T(new PyFunction("<lambda>", "", () => Io.Get("TextIOWrapper").Call(Io.Get("BytesIO").Call(), 5)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("open").Call("x", Any.None)));
        T(new PyFunction("<lambda>", "", () => (Any)TextFile.Open("x", "r", newline: 5)));
        T(new PyFunction("<lambda>", "", () => Array.Get("array").Call(Any.None)));
        T(new PyFunction("<lambda>", "", () => Array.Get("array").Call("w").Invoke("fromunicode", Any.None)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("ExceptionGroup").Call(Any.None, (PyList<Any>)[])));
        T(new PyFunction("<lambda>", "", () => Io.Get("BytesIO").Call().Invoke("readinto", Any.None)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("bytes").Call("a", Any.None)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("bytes").Call("a", 5)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("__import__").Call("datetime").Get("datetime").Invoke("now").Invoke("isoformat", Any.None)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("__import__").Call("datetime").Get("date").Invoke("today").Invoke("__format__", Any.None)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("__import__").Call("codecs").Invoke("utf_8_encode", Any.None)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("__import__").Call("datetime").Invoke("timezone", Builtins.Get("__import__").Call("datetime").Invoke("timedelta", 0), Any.None)));
        T(new PyFunction("<lambda>", "", () => Struct.Get("pack_into").Call(new Arguments { "i", Any.None, 0, 1 })));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("__import__").Call("typing").Invoke("TypeVar", Any.None)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("__import__").Call("types").Invoke("FunctionType", Any.None, new PyDict<Any, Any>())));
        T(new PyFunction("<lambda>", "", () => Struct.Get("unpack").Call(Any.None, PyBytes.FromLatin1(""))));
        T(new PyFunction("<lambda>", "", () => Array.Get("array").Call("i").Invoke("__imul__", Any.None)));
        Heapq = Modules.Import("heapq");
        foreach (var item7 in new Any[] { Any.None, new PyFunction("<lambda>", "x", (Any x) => -x), new PyFunction("<lambda>", "x", (Any x) => x % 3) })
        {
            K = item7;
            foreach (var item6 in new bool[] { false, true })
            {
                R = item6;
                T(new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of(Heapq.Get("merge").Call(new Arguments { (PyList<Any>)[1, 4, 7], (PyList<Any>)[2, 5, 8], (PyList<Any>)[0, 9], (PyList<Any>)[], { "key", Names.Global(K, "k") }, { "reverse", R } })))));
            }
            T(new PyFunction("<lambda>", "", () => Heapq.Get("nsmallest").Call(new Arguments { 3, (PyList<Any>)[5, 1, 4, 1, 5, 9, 2, 6], { "key", Names.Global(K, "k") } })));
            T(new PyFunction("<lambda>", "", () => Heapq.Get("nlargest").Call(new Arguments { 3, Iter((PyList<Any>)[5, 1, 4, 1, 5, 9, 2, 6]), { "key", Names.Global(K, "k") } })));
        }
        T(new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of(Heapq.Get("merge").Call((PyList<Any>)[1, "a"], (PyList<Any>)[2])))));
    }

    public static readonly Any TFunction = new PyFunction("t", "f", (Any f) => T(f));
    public static readonly Any GFunction = new PyFunction("g", "a", (Any a) => G(a));
    public static readonly Any G2Function = new PyFunction("g2", "a", (Any a) => G2(a));
    public static readonly Any G3Function = new PyFunction("g3", "a", (Any a) => G3(a));
    public static readonly Any G4Function = new PyFunction("g4", "a", (Any a) => G4(a));
    public static readonly Any G5Function = new PyFunction("g5", "a", (Any a) => G5(a));
    public static readonly Any G6Function = new PyFunction("g6", "a", (Any a) => G6(a));
    public static readonly Any ImFunction = new PyFunction("im", "x", (Any x) => Im(x));
    public static readonly Any Im2Function = new PyFunction("im2", "c, f", (Any c, Any f) => Im2(c, f));
    public static readonly Any F1Function = new PyFunction("f1", "c", (Any c) => F1(c));
    public static readonly Any F2Function = new PyFunction("f2", "c", (Any c) => F2(c));
    public static readonly Any F3Function = new PyFunction("f3", "c", (Any c) => F3(c));
    public static readonly Any F4Function = new PyFunction("f4", "c", (Any c) => F4(c));
    public static readonly Any F5Function = new PyFunction("f5", "c", (Any c) => F5(c));
    public static readonly Any F6Function = new PyFunction("f6", "c", (Any c) => F6(c));
}

using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace WrongArguments;

/// <summary>What built-in functions and methods say of arguments that they cannot take, and in which order they look.</summary>
public static class Module
{
    internal static Any Heapq = Any.Unbound;
    internal static Any Collections = Any.Unbound;
    internal static Any Itertools = Any.Unbound;
    internal static Any Functools = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("wrong_arguments.py", args, Run);

    public static void T(Any f)
    {
        try
        {
            Print("ok", f.Call());
        }
        catch (PyException e)
        {
            Print(PyType.Of(e).Name, e);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Heapq = Modules.Import("heapq");
        Collections = Modules.Import("collections");
        T(new PyFunction("<lambda>", "", () => Heapq.Get("nsmallest").Call(1, (PyList<Any>)[1, "a"])));
        T(new PyFunction("<lambda>", "", () => Heapq.Get("nlargest").Call(1, (PyList<Any>)[1, "a", Any.None])));
        T(new PyFunction("<lambda>", "", () => Heapq.Get("nsmallest").Call(1, (PyList<Any>)[new System.Numerics.Complex(0.0, 3.0), 2])));
        T(new PyFunction("<lambda>", "", () => Heapq.Get("nsmallest").Call(2, (PyList<Any>)[1, "a"])));
        T(new PyFunction("<lambda>", "", () => Heapq.Get("nsmallest").Call(1, 5)));
        T(new PyFunction("<lambda>", "", () => Heapq.Get("nsmallest").Call(1, (PyList<Any>)[])));
        T(new PyFunction("<lambda>", "", () => Heapq.Get("nsmallest").Call(new Arguments { 1, (PyList<Any>)["b", "a"], { "key", Builtins.Get("len") } })));
        T(new PyFunction("<lambda>", "", () => Heapq.Get("nsmallest").Call("x", (PyList<Any>)[1])));
        T(new PyFunction("<lambda>", "", () => Heapq.Get("nsmallest").Call(0, 5)));
        T(new PyFunction("<lambda>", "", () => Heapq.Get("nlargest").Call(3, 5)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("bytes").Invoke("upper", Builtins.Get("bytearray").Call(PyBytes.FromLatin1("a")))));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("bytes").Invoke("find", Builtins.Get("bytearray").Call(PyBytes.FromLatin1("abc")), PyBytes.FromLatin1("b"))));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("bytearray").Invoke("upper", PyBytes.FromLatin1("a"))));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("bytes").Invoke("__len__", Builtins.Get("bytearray").Call(PyBytes.FromLatin1("a")))));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("bytes").Invoke("join", Builtins.Get("bytearray").Call(PyBytes.FromLatin1(",")), (PyList<Any>)[PyBytes.FromLatin1("a")])));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("bytes").Invoke("hex", Builtins.Get("bytearray").Call(PyBytes.FromLatin1(",")))));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("bytes").Invoke("split", Builtins.Get("bytearray").Call(PyBytes.FromLatin1("a,b")), PyBytes.FromLatin1(","))));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("bytes").Invoke("__add__", Builtins.Get("bytearray").Call(PyBytes.FromLatin1("a")), PyBytes.FromLatin1("b"))));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("bytes").Invoke("__eq__", Builtins.Get("bytearray").Call(PyBytes.FromLatin1("a")), PyBytes.FromLatin1("a"))));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("bytearray").Invoke("append", PyBytes.FromLatin1("a"), 3)));
        T(new PyFunction("<lambda>", "", () => Collections.Get("OrderedDict").Call((PyList<Any>)[1, 2])));
        T(new PyFunction("<lambda>", "", () => Collections.Get("OrderedDict").Call((PyList<Any>)[PyTuple.Of(1, 2, 3)])));
        T(new PyFunction("<lambda>", "", () => Collections.Get("OrderedDict").Call((PyList<Any>)["ab", "cd"])));
        T(new PyFunction("<lambda>", "", () => Collections.Get("OrderedDict").Call(5)));
        T(new PyFunction("<lambda>", "", () => Collections.Get("OrderedDict").Call((PyList<Any>)["abc"])));
        T(new PyFunction("<lambda>", "", () => Collections.Get("OrderedDict").Call((PyList<Any>)[(PySet<Any>)[1, 2]])));
        T(new PyFunction("<lambda>", "", () => Collections.Get("OrderedDict").Call(3.5)));
        T(new PyFunction("<lambda>", "", () => Collections.Get("OrderedDict").Call(new PyDict<Any, Any> { [1] = 2 }, 3)));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("dict").Call((PyList<Any>)[1, 2])));
        T(new PyFunction("<lambda>", "", () => Builtins.Get("dict").Call((PyList<Any>)[PyTuple.Of(1, 2, 3)])));
        T(new PyFunction("<lambda>", "", () => Collections.Get("OrderedDict").Call().Invoke("update", (PyList<Any>)[1])));
        T(new PyFunction("<lambda>", "", () => Collections.Get("OrderedDict").Call().Invoke("update", (PyList<Any>)[PyTuple.Of(1, 2, 3)])));
        T(new PyFunction("<lambda>", "", () => Collections.Get("OrderedDict").Call().Invoke("update", (PyList<Any>)["abc"])));
        T(new PyFunction("<lambda>", "", () => Collections.Get("defaultdict").Call(Builtins.Get("int"), (PyList<Any>)[1])));
        T(new PyFunction("<lambda>", "", () => Collections.Get("Counter").Call().Invoke("update", 5)));
        T(new PyFunction("<lambda>", "", () => (Any)Sequences.Sorted(Sequences.Of(5), key: (Any)3)));
        T(new PyFunction("<lambda>", "", () => (Any)Sequences.Sorted(Sequences.Of(5), key: Builtins.Get("len"))));
        T(new PyFunction("<lambda>", "", () => Sequences.Min(Sequences.Of(5), key: (Any)3)));
        T(new PyFunction("<lambda>", "", () => Sequences.Max((PyList<Any>)[], key: (Any)3)));
        T(new PyFunction("<lambda>", "", () => (Any)Sequences.Min((PyList<PyInt>)[1], key: (Any)3)));
        T(new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of(Builtins.Get("map").Call(3, 5)))));
        T(new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of(Builtins.Get("filter").Call(3, 5)))));
        T(new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Sorted((PyList<PyInt>)[1], key: (Any)3).Select(item => (Any)item))));
        T(new PyFunction("<lambda>", "", () => Sequences.Max(Sequences.Of(5), key: Builtins.Get("len"))));
        T(new PyFunction("<lambda>", "", () => Heapq.Get("nsmallest").Call(new Arguments { 1, 5, { "key", 3 } })));
        T(new PyFunction("<lambda>", "", () => Sum(5, "a")));
        T(new PyFunction("<lambda>", "", () => Sum((PyList<PyInt>)[1], "a")));
        T(new PyFunction("<lambda>", "", () => Sum((PyList<string>)["a"], "a")));
        Itertools = Modules.Import("itertools");
        Functools = Modules.Import("functools");
        T(new PyFunction("<lambda>", "", () => Functools.Get("reduce").Call(3, 5)));
        T(new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of(Itertools.Get("groupby").Call(5, 3)))));
        T(new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of(Itertools.Get("groupby").Call((PyList<Any>)[1], 3)))));
        T(new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of(Itertools.Get("accumulate").Call(5, 3)))));
        T(new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of(Itertools.Get("takewhile").Call(3, 5)))));
        T(new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of(Itertools.Get("starmap").Call(3, 5)))));
    }
}

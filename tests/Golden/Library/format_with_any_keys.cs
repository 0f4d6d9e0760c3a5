using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace FormatWithAnyKeys;

public static class Module
{
    internal static Any Collections = Any.Unbound;
    internal static PyDeque<Any> Queue = default!;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("format_with_any_keys.py", args, Run);

    public static PyDict<Any, Any> F_(PyDict<Any, Any> kwargs)
    {
        return kwargs;
    }

    // What values say of what does not fit.
    public static void Attempt(Any action)
    {
        try
        {
            Print(action.Call());
        }
        catch (PyException e)
        {
            Print(PyType.Of(e).Name, e);
        }
    }

    public static Any Put(PyList<Any> target, Any key, PyInt value)
    {
        ((Any)target).SetItem(key, value);
        return Any.None;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        // CPython hands str.format the mapping as it is; other functions want names.
        Collections = Modules.Import("collections");

        var d = new PyDict<Any, Any> { ["a"] = 1, [2] = "two", [Any.None] = 3 };
        Print(((Any)"{a}").Invoke("format", new Arguments { new StarStar(d) }), ((Any)"{}{a}").Invoke("format", new Arguments { 0, new StarStar(d) }));
        Any bound = ((Any)"{a}!").Get("format");
        Print(bound.Call(new Arguments { new StarStar(d) }));

        foreach (var call in new Any[] { F_Function, Builtins.Get("dict"), Builtins.Get("print"), Builtins.Get("str").Get("format") })
        {
            try
            {
                call.Call(new Arguments { new StarStar(d) });
            }
            catch (TypeError e)
            {
                Print(e);
            }
        }

        Queue = new PyDeque<Any>(((PyList<PyInt>)[1, 2]).Select(item => (Any)item));
        foreach (var action in new Any[] { new PyFunction("<lambda>", "", () => (Any)TextFormat.Percent("%5%", 3)), new PyFunction("<lambda>", "", () => (Any)TextFormat.Percent("%*d", PyTuple.Of(PyInt.Pow((PyInt)2, 62)))), new PyFunction("<lambda>", "", () => (Any)TextFormat.Percent("%.*d", Generic.ToAny((PyInt.Pow((PyInt)2, 31), (PyInt)1)))), new PyFunction("<lambda>", "", () => (Any)TextFormat.Percent("abc", Queue)), new PyFunction("<lambda>", "", () => (Any)0.5 * "a"), new PyFunction("<lambda>", "", () => Any.None * (PyList<Any>)[1]), new PyFunction("<lambda>", "", () => Put((PyList<Any>)[1, 2, 3], Builtins.Get("slice").Call(1, 2), 5)), new PyFunction("<lambda>", "", () => Queue[PyInt.Pow((PyInt)10, 20)]), new PyFunction("<lambda>", "", () => ((Any)Queue).Invoke("__getitem__", PyInt.Pow((PyInt)10, 20))), new PyFunction("<lambda>", "", () => ((Any)Queue)["a"]), new PyFunction("<lambda>", "", () => Collections.Get("deque").Call((PyList<Any>)[], 1.5)), new PyFunction("<lambda>", "", () => Builtins.Get("bytearray").Call(PyBytes.FromLatin1("'"))), new PyFunction("<lambda>", "", () => Builtins.Get("format").Call("abc", ".30000000000000004")), new PyFunction("<lambda>", "", () => Builtins.Get("bytearray").Call(PyBytes.FromLatin1("ab")).Invoke("__setitem__", PyInt.Pow((PyInt)2, 70), 300)), new PyFunction("<lambda>", "", () => ((Any)"abc").Invoke("index", Any.None)), new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Str.RSplit("a b", "", 1).Select(item2 => (Any)item2))), new PyFunction("<lambda>", "", () => Any.Pow((Any)PyFloat.Parse("inf") + new System.Numerics.Complex(0.0, 1.0), new System.Numerics.Complex(0.0, 2.5))), new PyFunction("<lambda>", "", () => (Any)((PyInt)16 << PyInt.Pow((PyInt)2, 63))), new PyFunction("<lambda>", "", () => (Any)((PyInt)16 << PyInt.Pow((PyInt)2, 70))) })
        {
            Attempt(action);
        }
    }

    public static readonly Any F_Function = new PyFunction("f", "**kwargs", (Any[] a) => F_(a[0].As<PyDict<Any, Any>>()));
}

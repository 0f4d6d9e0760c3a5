using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace CommonCounts;

/// <summary>The most common counts, and where rare values are refused.</summary>
public static class Module
{
    internal static Any Collections = Any.Unbound;
    internal static Any C = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("common_counts.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Collections = Modules.Import("collections");
        C = Collections.Get("Counter").Call("abracadabra zzz");
        foreach (var n in new Any[] { Any.None, 0, 1, 2, 3, 5, 100, -1 })
        {
            Print(n, C.Invoke("most_common", n));
        }
        foreach (var f in new Any[] { new PyFunction("<lambda>", "", () => C.Invoke("most_common", "x")), new PyFunction("<lambda>", "", () => C.Invoke("most_common", 1.5)), new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of(new PyCounter<PyInt>(new PyDict<PyInt, PyInt> { [1] = PyInt.Pow((PyInt)2, 63) }).Elements()))), new PyFunction("<lambda>", "", () => Builtins.Get("complex").Call("1_000\0")), new PyFunction("<lambda>", "", () => Builtins.Get("bytearray").Call(PyBytes.FromLatin1("ab")).Invoke("__setitem__", Builtins.Get("slice").Call(0, 2, 0), 1)), new PyFunction("<lambda>", "", () => Collections.Get("Counter").Call(new PyDict<Any, Any> { [2] = (Any)1 + new System.Numerics.Complex(0.0, 2.0), [3] = 2, [4] = PyBytes.FromLatin1("x"), [""] = 5 }).Invoke("most_common", 2)) })
        {
            try
            {
                Print(f.Call());
            }
            catch (PyException e)
            {
                Print(PyType.Of(e).Name, Ascii(ToStr(e)));
            }
        }
        var words = new PyCounter<string>(Str.Split("the cat the dog a cat the end"));
        Print(words.MostCommon(2), words.MostCommon().Slice(Any.None, -3, -1));
    }
}

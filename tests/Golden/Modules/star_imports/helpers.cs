using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Helpers;

public static class Module
{
    internal static Any Name = "helpers";
    internal static string Chosen = default!;
    internal static PyList<Any> Shared = default!;
    internal static PyList<Any> Names_ = default!;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("helpers", "helpers.py", Run);

    public static string Join(PyTuple parts)
    {
        return Str.Join("-", Sequences.Of(parts).Select(p => ToStr(p)));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Chosen = "helpers";
        Shared = (PyList<Any>)[1, 2];

        if (Name == "__main__")
        {
            Names_ = Shared;
            Print(JoinFunction.Call(new Arguments { new Star(Names_) }));
        }
    }

    public static readonly Any JoinFunction = new PyFunction("join", "*parts", (Any[] a) => Join(a[0].As<PyTuple>())) { Module = "helpers" };
}

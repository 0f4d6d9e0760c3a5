using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace CountsBySums;

/// <summary>Sums of ones are counts.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("counts_by_sums.py", args, Run);

    public static double F_(PyList<PyInt> xs, PyDict<string, PyInt> d, PySet<string> s)
    {
        PyInt n = xs.CountWhere(x => x > 1);
        PyInt m = d.Keys.CountWhere(k => d[k] != 0) + Str.Characters("hello").CountWhere(c => c == "l") + Sequences.Range(9).CountWhere(underscore => underscore % 2 != 0);
        return n / 2 + (double)m + (double)s.CountWhere(x => d.ContainsKey(x));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Print(F_((PyList<PyInt>)[1, 2, 3], new PyDict<string, PyInt> { ["a"] = 0, ["b"] = 2 }, (PySet<string>)["a", "z"]), Sequences.Sum(((PyList<PyInt>)[1, 2, 3, 4]).Where(x => x % 2 != 0).Where(x => x > 1).Select(x => (PyInt)1)), Sequences.Sum(new PyInt[] { 5, 6 }.Where(x => x > 5).Select(x => (PyInt)1), 10));
        PyList<PyInt> xs = (PyList<PyInt>)[3, 1, 2];
        Print(xs.CountWhere(x => xs.Pop() != 0 || true), xs);
    }
}

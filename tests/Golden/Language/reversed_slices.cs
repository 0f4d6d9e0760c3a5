using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ReversedSlices;

/// <summary>Slices that become themselves backwards.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("reversed_slices.py", args, Run);

    public static PyInt Flips(PyInt n)
    {
        var perm = new PyList<PyInt>(Sequences.Range(n));
        for (PyInt i = -3, stop = n + 2; i < stop; i++)
        {
            for (PyInt j = -3, stop2 = n + 2; j < stop2; j++)
            {
                var a = perm.Copy();
                var b = perm.Copy();
                a.Reverse(i, j);
                b.Reverse(i, j + 1);
                Print(i, j, a, b);
            }
        }
        perm.Reverse(0, 3);
        perm.Reverse(2);
        perm.Reverse(0);
        Print(perm);
        PyList<string> words = (PyList<string>)["a", "b", "c"];
        words.Reverse(0, 2);
        words.SetSlice(0, 1, Sequences.Reversed(words.Slice(1, 2)));
        Print(words);
        return Len(perm);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Print(Flips(5));
    }
}

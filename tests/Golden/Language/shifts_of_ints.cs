using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ShiftsOfInts;

/// <summary>Shifts, alone and inside other operations, of values whose types are known and of others.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("shifts_of_ints.py", args, Run);

    public static PyInt Mix(PyInt state, PyInt n)
    {
        return (state >> 8) % n;
    }

    public static PyList<PyInt> Halves(PyInt n)
    {
        PyList<PyInt> found = (PyList<PyInt>)[];
        while (n != 0)
        {
            found.Append(n);
            n >>= 1;
        }
        return found;
    }

    public static (PyInt, PyInt, PyInt, PyInt) Unknown(PyInt a, PyInt b)
    {
        PyInt c = a >> b;
        c <<= 2;
        c >>= 1;
        return (a << b, a >> b, c, (a >> b) + 1);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Print(Mix(123456789, 1000), Halves(37), Generic.ToAny(Unknown(1000, 3)));
        Print((PyInt)1 << 70 >> 68, (PyInt)(-17) >> 2, Numbers.ToInt(true) << 3, new PyList<PyInt>(Sequences.Range(6).Select(x => x >> 1)), (PyInt)255 >> 4 & 7 | 8);
    }
}

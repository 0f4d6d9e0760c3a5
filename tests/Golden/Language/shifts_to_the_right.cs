using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ShiftsToTheRight;

/// <summary>Shifts to the right, whose C# operator is two tokens to a lexer.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("shifts_to_the_right.py", args, Run);

    public static PyInt Shifted(PyInt value, PyInt count)
    {
        return value >> count;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        PyInt x = 9;
        PyInt y = 2;
        Print(x >> y, (PyInt)7 >> 3, Shifted(-9, 1), Shifted((PyInt)1 << 70, 69));
        x >>= 1;
        Print(x, x > y, x >= y, x << y);
    }
}

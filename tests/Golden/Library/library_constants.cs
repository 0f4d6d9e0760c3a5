using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace LibraryConstants;

using static Module;

public class A : PyObject
{
    public static double Limit { get; internal set; }

    public static string Letters { get; internal set; } = default!;
    internal static PyInt InitTop;

    public A(PyInt top)
    {
        Top = top;
        Best = double.PositiveInfinity;
    }

    public PyInt Top { get; set; }
    public Any Best { get; set; }

    public Any See(PyInt v)
    {
        if ((Any)v < Best)
        {
            Best = v;
        }
        return Best;
    }

    public static readonly PyType Type = PyType.Emitted("A", "__main__")
        .Shared("limit", () => Limit, value => Limit = value.As<double>())
        .Shared("letters", () => Letters, value => Letters = value.As<string>())
        .Constructor("top=", a => new A(a[0].As<PyInt>()), A.InitTop)
        .Field("top", self => self.As<A>().Top, (self, value) => self.As<A>().Top = value.As<PyInt>())
        .Field("best", self => self.As<A>().Best, (self, value) => self.As<A>().Best = value)
        .Method("see", "self, v", (self, v) => self.As<A>().See(v.As<PyInt>()));
    public override PyType Class => Type;
}

/// <summary>Constants of the library that C# spells out, and the same names given other values.</summary>
public static class Module
{
    internal static Any Math_ = Any.Unbound;
    internal static Any M = Any.Unbound;
    internal static double F_Limit;
    internal static double GX;
    internal static string GY = default!;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("library_constants.py", args, Run);

    public static Any F_(double r, double limit)
    {
        return double.Pi * r + PyMath.Sqrt(r) + Builtins.Get("min").Call(r, limit, M.Get("tau")) + double.Pi;
    }

    public static (double, string) G(double x, string y)
    {
        return (x, y + StringConstants.AsciiLowercase);
    }

    public static void Patched()
    {
        Any os = Modules.Import("os");
        M.Set("tau", 6);
        Print(M.Get("tau"), Math_.Get("tau") * 2);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Math_ = Modules.Import("math");
        M = Modules.Import("math");

        F_Limit = double.PositiveInfinity;

        GX = double.PositiveInfinity;
        GY = StringConstants.Digits;

        A.Limit = double.PositiveInfinity;
        A.Letters = StringConstants.AsciiLetters;
        A.InitTop = (PyInt)long.MaxValue;
        A.Type.SetDefaults("__init__", A.InitTop);

        Print(F_(2.0, F_Limit), Math_.Get("tau"), Generic.ToAny(G(GX, GY)), double.PositiveInfinity, -double.PositiveInfinity, PyFloat.NaN, double.E);
        var a = new A(A.InitTop);
        Print(A.Limit, A.Letters, a.Top, a.Top + 1, (PyInt)long.MaxValue * 2, a.See(3), a.See(4), 1114111);
        Any best = double.PositiveInfinity;
        foreach (var x in (PyList<PyInt>)[3, 1, 2])
        {
            if ((Any)x < best)
            {
                best = x;
            }
        }
        Print(best);
        Print(new PyList<string>(Str.Characters(StringConstants.Punctuation).Where(c => Str.Contains(StringConstants.Printable, c))).Slice(0, 5), Repr(StringConstants.Whitespace));
        Print(F($"{double.Pi:.3f} {Repr(double.Pi)}"), double.PositiveInfinity == PyFloat.Parse("inf"), PyMath.Floor(double.E), PyFloat.Round(double.Pi, 2), Math.Abs(-double.PositiveInfinity));
        Print(Builtins.Get("dict").Call(new Arguments { { "a", double.Pi } }), PyTuple.Of(double.Pi, 1), (PyList<double>)[double.Pi] * 2, new PyDict<double, PyInt> { [double.Pi] = 1 });
        Print(PyFloat.Hex(double.Pi), Numbers.IsInteger(double.Pi), Str.Upper(StringConstants.AsciiLowercase), Str.Slice(StringConstants.Digits, 3, 5), Len(StringConstants.HexDigits), Str.Contains(StringConstants.OctDigits, "5"));
        Any @struct = Modules.Import("struct");
        Print(@struct.Get("pack").Call(">d", PyFloat.NaN), PyFloat.FloorDiv(double.Pi, 1.0), PyFloat.Mod(double.Pi, 1.0), PyFloat.Pow(2.0, double.Pi), -double.Pi, double.IsNaN(PyFloat.NaN));

        Patched();
    }
}

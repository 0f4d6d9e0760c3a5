using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/cmath.html">cmath</see>.</summary>
internal static class CmathModule
{
    public static PyModule Build() => new PyModule("cmath")
        .Value("pi", Math.PI).Value("e", Math.E).Value("tau", Math.Tau).Value("inf", double.PositiveInfinity).Value("nan", PyFloat.NaN)
        .Value("infj", new Complex(0, double.PositiveInfinity)).Value("nanj", new Complex(0, PyFloat.NaN))
        .Function("phase", "z, /", static (Any[] a) => Phase(Value(a[0])))
        .Function("polar", "z, /", static (Any[] a) => PyTuple.Of(Size(Value(a[0])), Phase(Value(a[0]))))
        .Function("rect", "r, phi, /", static (r, phi) => Rect(Lib.Real(r), Lib.Real(phi)))
        .Function("isfinite", "z, /", static (Any[] a) => Value(a[0]) is var z && double.IsFinite(z.Real) && double.IsFinite(z.Imaginary))
        .Function("isinf", "z, /", static (Any[] a) => Value(a[0]) is var z && (double.IsInfinity(z.Real) || double.IsInfinity(z.Imaginary)))
        .Function("isnan", "z, /", static (Any[] a) => Value(a[0]) is var z && (double.IsNaN(z.Real) || double.IsNaN(z.Imaginary)))
        .Function("isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0", static a => IsClose(Value(a[0]), Value(a[1]), Lib.Real(a[2]), Lib.Real(a[3])))
        .Function("log", "z, base=, /", static a => a[1].IsUnbound
            ? Checked(ComplexFunctions.Log, a[0])
            : PyComplex.Divide(Checked(ComplexFunctions.Log, a[0]), Checked(ComplexFunctions.Log, a[1])), Any.Unbound)
        .Functions(
            ("exp", ComplexFunctions.Exp), ("log10", ComplexFunctions.Log10), ("sqrt", ComplexFunctions.Sqrt),
            ("cos", ComplexFunctions.Cos), ("sin", ComplexFunctions.Sin), ("tan", ComplexFunctions.Tan),
            ("cosh", ComplexFunctions.Cosh), ("sinh", ComplexFunctions.Sinh), ("tanh", ComplexFunctions.Tanh),
            ("acos", ComplexFunctions.Acos), ("asin", ComplexFunctions.Asin), ("atan", ComplexFunctions.Atan),
            ("acosh", ComplexFunctions.Acosh), ("asinh", ComplexFunctions.Asinh), ("atanh", ComplexFunctions.Atanh));

    private static PyModule Functions(this PyModule module, params (string Name, Func<Complex, Complex> Function)[] functions)
    {
        foreach (var (name, function) in functions)
            module.Function(name, "z, /", (Any[] a) => Checked(function, a[0]));
        return module;
    }

    /// <summary>A result that is not finite although its argument was is an error.</summary>
    private static Complex Checked(Func<Complex, Complex> function, Any argument)
    {
        var z = Value(argument);
        var result = function(z);
        if (!Complex.IsFinite(z) || Complex.IsFinite(result))
            return result;
        throw double.IsNaN(result.Real) || z == Complex.Zero || PyComplex.Abs(z) == 1 ? new ValueError("math domain error") : new OverflowError("math range error");
    }

    private static Complex Value(Any value)
    {
        var plain = PyValueInstance.Unwrap(value);
        if (plain.Ref is Complex z)
            return z;
        var hook = plain.Ref is IPyObject ? PyType.Of(plain).Special("__complex__") : Any.Unbound;
        return hook.IsUnbound ? new Complex(Lib.Real(plain), 0)
            : hook.Call(plain) is var given && given.Ref is Complex made ? made
            : throw new TypeError($"__complex__ returned non-complex (type {PyType.Of(given).ErrorName})");
    }

    private static double Phase(Complex z) => Math.Atan2(z.Imaginary, z.Real);

    private static double Size(Complex z)
    {
        var size = ComplexFunctions.Hypot(z.Real, z.Imaginary);
        return double.IsInfinity(size) && Complex.IsFinite(z) ? throw new OverflowError("math range error") : size;
    }

    private static Complex Rect(double r, double phi)
    {
        if (double.IsInfinity(phi) && r != 0 && !double.IsNaN(r))
            throw new ValueError("math domain error");
        if (double.IsInfinity(r) && double.IsFinite(phi) && phi != 0)
            return new Complex(Math.CopySign(double.PositiveInfinity, Math.Cos(phi) * r), Math.CopySign(double.PositiveInfinity, Math.Sin(phi) * r));
        return phi == 0 ? new Complex(r, r * phi is double.NaN ? 0 : r * phi) : new Complex(r * Math.Cos(phi), r * Math.Sin(phi));
    }

    private static bool IsClose(Complex a, Complex b, double relative, double absolute)
    {
        if (relative < 0 || absolute < 0)
            throw new ValueError("tolerances must be non-negative");
        if (a == b)
            return true;
        if (double.IsInfinity(a.Real) || double.IsInfinity(a.Imaginary) || double.IsInfinity(b.Real) || double.IsInfinity(b.Imaginary))
            return false;
        var distance = PyComplex.Abs(a - b);
        return distance <= relative * PyComplex.Abs(b) || distance <= relative * PyComplex.Abs(a) || distance <= absolute;
    }
}

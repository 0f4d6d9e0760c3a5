using System.Numerics;

namespace Pytocs.Runtime.Core;

/// <summary>
/// Functions of <see href="https://docs.python.org/3.13/library/math.html">math</see> on floats, as typed code calls them:
/// C#'s own with Python's errors.
/// </summary>
public static class PyMath
{
    /// <summary><c>math.pi</c>.</summary>
    public const double Pi = Math.PI;

    /// <summary><c>math.e</c>.</summary>
    public const double E = Math.E;

    /// <summary><c>math.tau</c>.</summary>
    public const double Tau = Math.Tau;

    /// <summary><c>math.inf</c>.</summary>
    public const double Infinity = double.PositiveInfinity;

    public static double Sqrt(double x) => x < 0 ? throw Domain() : Math.Sqrt(x);

    public static double Exp(double x) => Checked(Math.Exp(x), x, canOverflow: true);

    public static double Sin(double x) => Checked(Math.Sin(x), x);

    public static double Cos(double x) => Checked(Math.Cos(x), x);

    public static double Tan(double x) => Checked(Math.Tan(x), x);

    public static double Asin(double x) => Checked(Math.Asin(x), x);

    public static double Acos(double x) => Checked(Math.Acos(x), x);

    public static double Atan(double x) => Math.Atan(x);

    public static double Sinh(double x) => Checked(Math.Sinh(x), x, canOverflow: true);

    public static double Cosh(double x) => Checked(Math.Cosh(x), x, canOverflow: true);

    public static double Tanh(double x) => Math.Tanh(x);

    public static double Degrees(double x) => x * (180.0 / Math.PI);

    public static double Radians(double x) => x * (Math.PI / 180.0);

    public static double Fabs(double x) => Math.Abs(x);

    public static double Log(double x) => x <= 0 ? throw Domain() : Math.Log(x);

    public static double Log2(double x) => x <= 0 ? throw Domain() : Math.Log2(x);

    public static double Log10(double x) => x <= 0 ? throw Domain() : Math.Log10(x);

    public static double Atan2(double y, double x) => Math.Atan2(y, x);

    public static double Pow(double x, double y)
    {
        var result = Math.Pow(x, y);
        if (!double.IsFinite(x) || !double.IsFinite(y) || double.IsFinite(result))
            return result;
        throw double.IsNaN(result) || x == 0 ? Domain() : Range();
    }

    public static PyInt Floor(double x) => PyFloat.Truncate(Math.Floor(x));

    public static PyInt Ceil(double x) => PyFloat.Truncate(Math.Ceiling(x));

    public static PyInt Gcd(PyInt a, PyInt b)
    {
        if (a.Big is not null || b.Big is not null || a.Small == long.MinValue || b.Small == long.MinValue)
            return BigInteger.GreatestCommonDivisor(a, b);
        var (x, y) = (Math.Abs(a.Small), Math.Abs(b.Small));
        while (y != 0)
            (x, y) = (y, x % y);
        return x;
    }

    private static ValueError Domain() => new("math domain error");

    private static OverflowError Range() => new("math range error");

    private static double Checked(double result, double x, bool canOverflow = false)
    {
        if (double.IsFinite(result) || double.IsNaN(x) || (double.IsInfinity(x) && double.IsInfinity(result)))
            return result;
        throw double.IsInfinity(result) && canOverflow ? Range() : Domain();
    }
}

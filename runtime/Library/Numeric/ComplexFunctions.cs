using System.Numerics;

namespace Pytocs.Runtime.Library;

/// <summary>
/// Functions of complex numbers with the branch cuts of C: W. Kahan, "Branch cuts for complex elementary functions".
/// Signs of zero tell the sides of a cut.
/// </summary>
internal static class ComplexFunctions
{
    /// <summary>The least normal number.</summary>
    private const double Normal = 2.2250738585072014e-308;

    private const double Large = double.MaxValue / 4;

    /// <summary>2**511: squares of what is larger are out of range.</summary>
    private const double Huge = 6.703903964971299e+153;

    /// <summary>2**-459: squares of what is smaller lose digits.</summary>
    private const double Tiny = 6.717876107567089e-139;

    /// <summary>2**-54: what is smaller beside 1 does not count.</summary>
    private const double Epsilon = 5.551115123125783e-17;

    private static Complex C(double real, double imaginary) => new(real, imaginary);

    private static bool IsFinite(Complex z) => double.IsFinite(z.Real) && double.IsFinite(z.Imaginary);

    /// <summary>
    /// The length of a hypotenuse, as C's <c>hypot</c> gives it: the root of the squares' sum, corrected once
    /// (<see href="https://arxiv.org/abs/1904.09481">Borges, An Improved Algorithm for hypot(a, b)</see>).
    /// </summary>
    public static double Hypot(double x, double y)
    {
        (x, y) = (Math.Abs(x), Math.Abs(y));
        if (double.IsInfinity(x) || double.IsInfinity(y))
            return double.PositiveInfinity;
        var (small, big) = x < y ? (x, y) : (y, x);
        if (double.IsNaN(big) || double.IsNaN(small) || small <= big * Epsilon)
            return big + small;
        const int scale = 600;
        return big > Huge ? Math.ScaleB(Corrected(Math.ScaleB(big, -scale), Math.ScaleB(small, -scale)), scale)
            : small < Tiny ? Math.ScaleB(Corrected(Math.ScaleB(big, scale), Math.ScaleB(small, scale)), -scale)
            : Corrected(big, small);
    }

    private static double Corrected(double big, double small)
    {
        var root = Math.Sqrt((big * big) + (small * small));
        double first, second;
        if (root <= 2 * small)
        {
            var rest = root - small;
            (first, second) = (big * ((2 * rest) - big), (rest - (2 * (big - small))) * rest);
        }
        else
        {
            var rest = root - big;
            (first, second) = (2 * rest * (big - (2 * small)), (((4 * rest) - small) * small) + (rest * rest));
        }
        return root - ((first + second) / (2 * root));
    }

    public static Complex Sqrt(Complex z)
    {
        var (x, y) = (z.Real, z.Imaginary);
        if (!IsFinite(z))
        {
            if (double.IsInfinity(y))
                return C(double.PositiveInfinity, y);
            if (double.IsInfinity(x))
                return x > 0 ? C(x, double.IsNaN(y) ? y : Math.CopySign(0, y)) : C(double.IsNaN(y) ? y : 0, Math.CopySign(double.PositiveInfinity, y));
            return C(Core.PyFloat.NaN, Core.PyFloat.NaN);
        }
        if (x == 0 && y == 0)
            return C(0, y);
        var (ax, ay) = (Math.Abs(x), Math.Abs(y));
        double s;
        if (ax < Normal && ay < Normal)
        {
            ax = Math.ScaleB(ax, 54);
            s = Math.ScaleB(Math.Sqrt(ax + Hypot(ax, Math.ScaleB(ay, 54))), -27) / Math.Sqrt(2);
        }
        else
        {
            ax /= 8;
            s = 2 * Math.Sqrt(ax + Hypot(ax, ay / 8));
        }
        var d = ay / (2 * s);
        return x >= 0 ? C(s, Math.CopySign(d, y)) : C(d, Math.CopySign(s, y));
    }

    public static Complex Exp(Complex z)
    {
        var (x, y) = (z.Real, z.Imaginary);
        if (!IsFinite(z))
        {
            if (double.IsInfinity(x) && double.IsFinite(y) && y != 0)
                return x > 0 ? C(Math.CopySign(x, Math.Cos(y)), Math.CopySign(x, Math.Sin(y))) : C(Math.CopySign(0, Math.Cos(y)), Math.CopySign(0, Math.Sin(y)));
            if (double.IsInfinity(y) && (double.IsFinite(x) || x > 0))
                throw new Core.ValueError("math domain error");
            return x == double.NegativeInfinity ? C(0, double.IsFinite(y) ? y * 0 : 0) : y == 0 ? C(Math.Exp(x), y) : double.IsInfinity(x) ? C(x, Core.PyFloat.NaN) : C(Core.PyFloat.NaN, Core.PyFloat.NaN);
        }
        if (x > 708)
        {
            var l = Math.Exp(x - 1);
            return C(l * Math.Cos(y) * Math.E, l * Math.Sin(y) * Math.E);
        }
        var e = Math.Exp(x);
        return C(e * Math.Cos(y), e * Math.Sin(y));
    }

    public static Complex Log(Complex z)
    {
        var (x, y) = (z.Real, z.Imaginary);
        if (x == 0 && y == 0)
            return C(double.NegativeInfinity, Math.Atan2(y, x));
        var (ax, ay) = (Math.Abs(x), Math.Abs(y));
        double real;
        if (ax > Large || ay > Large)
        {
            real = Math.Log(Hypot(ax / 2, ay / 2)) + Math.Log(2);
        }
        else
        {
            var h = Hypot(ax, ay);
            if (h is >= 0.71 and <= 1.73)
            {
                var (big, small) = ax > ay ? (ax, ay) : (ay, ax);
                real = SpecialFunctions.Log1p(((big - 1) * (big + 1)) + (small * small)) / 2;
            }
            else
            {
                real = h < Normal ? Math.Log(Hypot(Math.ScaleB(ax, 53), Math.ScaleB(ay, 53))) - (53 * Math.Log(2)) : Math.Log(h);
            }
        }
        return C(double.IsInfinity(x) || double.IsInfinity(y) ? double.PositiveInfinity : real, Math.Atan2(y, x));
    }

    public static Complex Log10(Complex z) => Log(z) is var l ? C(l.Real / Math.Log(10), l.Imaginary / Math.Log(10)) : z;

    public static Complex Cosh(Complex z)
        => C(Math.Cos(z.Imaginary) * Math.Cosh(z.Real), Math.Sin(z.Imaginary) * Math.Sinh(z.Real));

    public static Complex Sinh(Complex z)
        => C(Math.Cos(z.Imaginary) * Math.Sinh(z.Real), Math.Sin(z.Imaginary) * Math.Cosh(z.Real));

    public static Complex Tanh(Complex z)
    {
        var (x, y) = (z.Real, z.Imaginary);
        if (Math.Abs(x) > 354)
            return C(Math.CopySign(1, x), 4 * Math.Sin(y) * Math.Cos(y) * Math.Exp(-2 * Math.Abs(x)));
        var tx = Math.Tanh(x);
        var ty = Math.Tan(y);
        var cx = 1 / Math.Cosh(x);
        var txty = tx * ty;
        var denominator = 1 + (txty * txty);
        return C(tx * (1 + (ty * ty)) / denominator, ty / denominator * cx * cx);
    }

    public static Complex Cos(Complex z) => Cosh(C(-z.Imaginary, z.Real));

    public static Complex Sin(Complex z) => Sinh(C(-z.Imaginary, z.Real)) is var s ? C(s.Imaginary, -s.Real) : z;

    public static Complex Tan(Complex z) => Tanh(C(-z.Imaginary, z.Real)) is var t ? C(t.Imaginary, -t.Real) : z;

    public static Complex Acosh(Complex z)
    {
        if (Math.Abs(z.Real) > Large || Math.Abs(z.Imaginary) > Large)
            return C(Math.Log(Hypot(z.Real / 2, z.Imaginary / 2)) + (Math.Log(2) * 2), Math.Atan2(z.Imaginary, z.Real));
        var s1 = Sqrt(C(z.Real - 1, z.Imaginary));
        var s2 = Sqrt(C(z.Real + 1, z.Imaginary));
        return C(Math.Asinh((s1.Real * s2.Real) + (s1.Imaginary * s2.Imaginary)), 2 * Math.Atan2(s1.Imaginary, s2.Real));
    }

    public static Complex Acos(Complex z)
    {
        if (Math.Abs(z.Real) > Large || Math.Abs(z.Imaginary) > Large)
        {
            var size = Math.Log(Hypot(z.Real / 2, z.Imaginary / 2)) + (Math.Log(2) * 2);
            return C(Math.Atan2(Math.Abs(z.Imaginary), z.Real), z.Real < 0 ? -Math.CopySign(size, z.Imaginary) : Math.CopySign(size, -z.Imaginary));
        }
        var s1 = Sqrt(C(1 - z.Real, -z.Imaginary));
        var s2 = Sqrt(C(1 + z.Real, z.Imaginary));
        return C(2 * Math.Atan2(s1.Real, s2.Real), Math.Asinh((s2.Real * s1.Imaginary) - (s2.Imaginary * s1.Real)));
    }

    public static Complex Asinh(Complex z)
    {
        if (Math.Abs(z.Real) > Large || Math.Abs(z.Imaginary) > Large)
        {
            var size = Math.Log(Hypot(z.Real / 2, z.Imaginary / 2)) + (Math.Log(2) * 2);
            return C(z.Imaginary == 0 ? Math.CopySign(size, z.Real) : Math.CopySign(size, z.Real), Math.Atan2(z.Imaginary, Math.Abs(z.Real)));
        }
        var s1 = Sqrt(C(1 + z.Imaginary, -z.Real));
        var s2 = Sqrt(C(1 - z.Imaginary, z.Real));
        return C(Math.Asinh((s1.Real * s2.Imaginary) - (s2.Real * s1.Imaginary)), Math.Atan2(z.Imaginary, (s1.Real * s2.Real) - (s1.Imaginary * s2.Imaginary)));
    }

    public static Complex Asin(Complex z) => Asinh(C(-z.Imaginary, z.Real)) is var s ? C(s.Imaginary, -s.Real) : z;

    public static Complex Atanh(Complex z)
    {
        if (z.Real < 0 || (z.Real == 0 && double.IsNegative(z.Real)))
            return -Atanh(-z);
        var (x, y) = (z.Real, z.Imaginary);
        var ay = Math.Abs(y);
        if (x > 1e150 || ay > 1e150)
        {
            var h = Hypot(x / 2, y / 2);
            return C(x / 4 / h / h, -Math.CopySign(Math.PI / 2, -y));
        }
        if (x == 1 && ay < 1e-150)
            return ay == 0 ? C(double.PositiveInfinity, y) : C(-Math.Log(Math.Sqrt(ay) / Math.Sqrt(Hypot(ay, 2))), Math.CopySign(Math.Atan2(2, -ay) / 2, y));
        return C(SpecialFunctions.Log1p(4 * x / (((1 - x) * (1 - x)) + (ay * ay))) / 4, -Math.Atan2(-2 * y, ((1 - x) * (1 + x)) - (ay * ay)) / 2);
    }

    public static Complex Atan(Complex z) => Atanh(C(-z.Imaginary, z.Real)) is var t ? C(t.Imaginary, -t.Real) : z;
}

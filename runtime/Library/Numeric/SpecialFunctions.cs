namespace Pytocs.Runtime.Library;

/// <summary>
/// Functions that .NET's Math lacks: exp and log near zero, error functions (after fdlibm, which C
/// libraries use) and gamma (Lanczos, as CPython).
/// </summary>
internal static class SpecialFunctions
{
    private static readonly double[] s_lanczosNumerator =
    [
        23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
        35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
        6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786772,
        248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
        2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
        8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
        2.5066282746310002701649081771338373386264310793408,
    ];

    private static readonly double[] s_lanczosDenominator = [0.0, 39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0, 2637558.0, 357423.0, 32670.0, 1925.0, 66.0, 1.0];

    private const double LanczosG = 6.024680040776729583740234375;

    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    private static uint High(double x) => (uint)(BitConverter.DoubleToInt64Bits(x) >> 32);

    private static double AddExponent(double x, int k) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x) + ((long)k << 52));

    /// <summary><c>exp(x) - 1</c> without cancellation.</summary>
    public static double Expm1(double x)
    {
        if (double.IsNaN(x) || double.IsPositiveInfinity(x))
            return x;
        var hx = High(x) & 0x7fffffff;
        if (hx >= 0x4043687A && x < 0)
            return -1.0;
        if (hx >= 0x40862E42 && x > 7.09782712893383973096e+02)
            return double.PositiveInfinity;
        double c = 0;
        int k;
        if (hx > 0x3fd62e42)
        {
            double high, low;
            if (hx < 0x3FF0A2B2)
            {
                k = x > 0 ? 1 : -1;
                (high, low) = (x - (k * Ln2High), k * Ln2Low);
            }
            else
            {
                k = (int)((1.44269504088896338700 * x) + (x < 0 ? -0.5 : 0.5));
                (high, low) = (x - (k * Ln2High), k * Ln2Low);
            }
            x = high - low;
            c = high - x - low;
        }
        else if (hx < 0x3c900000)
        {
            return x;
        }
        else
        {
            k = 0;
        }
        var half = 0.5 * x;
        var hxs = x * half;
        var r = Pairs(hxs, [1.0, -3.33333333333331316428e-02, 1.58730158725481460165e-03, -7.93650757867487942473e-05, 4.00821782732936239552e-06, -2.01099218183624371326e-07]);
        var t = 3.0 - (r * half);
        var e = hxs * ((r - t) / (6.0 - (x * t)));
        if (k == 0)
            return x - ((x * e) - hxs);
        e = (x * (e - c)) - c;
        e -= hxs;
        if (k == -1)
            return (0.5 * (x - e)) - 0.5;
        if (k == 1)
            return x < -0.25 ? -2.0 * (e - (x + 0.5)) : 1.0 + (2.0 * (x - e));
        if (k is <= -2 or > 56)
            return AddExponent(1.0 - (e - x), k) - 1.0;
        if (k < 20)
        {
            var one = BitConverter.Int64BitsToDouble((0x3ff00000L - (0x200000L >> k)) << 32);
            return AddExponent(one - (e - x), k);
        }
        var small = BitConverter.Int64BitsToDouble((long)(0x3ff - k) << 52);
        return AddExponent(x - (e + small) + 1.0, k);
    }

    /// <summary><c>log(1 + x)</c> without cancellation.</summary>
    public static double Log1p(double x)
    {
        if (x <= -1)
            return x == -1 ? double.NegativeInfinity : Core.PyFloat.NaN;
        if (double.IsNaN(x) || double.IsPositiveInfinity(x))
            return x;
        var hx = (int)(BitConverter.DoubleToInt64Bits(x) >> 32);
        var ax = hx & 0x7fffffff;
        var k = 1;
        double f = 0, c = 0;
        var hu = 1;
        if (hx < 0x3FDA827A)
        {
            if (ax < 0x3e200000)
                return ax < 0x3c900000 ? x : x - (x * x * 0.5);
            if (hx is > 0 or <= unchecked((int)0xbfd2bec3))
                (k, f, hu) = (0, x, 1);
        }
        if (k != 0)
        {
            double u;
            if (hx < 0x43400000)
            {
                u = 1.0 + x;
                hu = (int)(BitConverter.DoubleToInt64Bits(u) >> 32);
                k = (hu >> 20) - 1023;
                c = (k > 0 ? 1.0 - (u - x) : x - (u - 1.0)) / u;
            }
            else
            {
                u = x;
                hu = (int)(BitConverter.DoubleToInt64Bits(u) >> 32);
                k = (hu >> 20) - 1023;
            }
            hu &= 0x000fffff;
            var low = BitConverter.DoubleToInt64Bits(u) & 0xFFFFFFFFL;
            if (hu < 0x6a09e)
            {
                u = BitConverter.Int64BitsToDouble(((long)(hu | 0x3ff00000) << 32) | low);
            }
            else
            {
                k++;
                u = BitConverter.Int64BitsToDouble(((long)(hu | 0x3fe00000) << 32) | low);
                hu = (0x00100000 - hu) >> 2;
            }
            f = u - 1.0;
        }
        var hfsq = 0.5 * f * f;
        if (hu == 0)
        {
            if (f == 0)
                return k == 0 ? 0.0 : (k * Ln2High) + (c + (k * Ln2Low));
            var whole = hfsq * (1.0 - (0.66666666666666666 * f));
            return k == 0 ? f - whole : (k * Ln2High) - (whole - ((k * Ln2Low) + c) - f);
        }
        var s = f / (2.0 + f);
        var z = s * s;
        // fdlibm's pairs with the last one scaled by z^6, as C libraries evaluate it.
        double r1 = z * 6.666666666666735130e-01, z2 = z * z, r2 = 3.999999999940941908e-01 + (z * 2.857142874366239149e-01), z4 = z2 * z2,
            r3 = 2.222219843214978396e-01 + (z * 1.818357216161805012e-01), z6 = z4 * z2, r4 = 1.531383769920937332e-01 + (z * 1.479819860511658591e-01);
        var r = r1 + (z2 * r2) + (z4 * r3) + (z6 * r4);
        return k == 0
            ? f - (hfsq - (s * (hfsq + r)))
            : (k * Ln2High) - (hfsq - ((s * (hfsq + r)) + ((k * Ln2Low) + c)) - f);
    }

    private static double LanczosSum(double x)
    {
        double numerator = 0, denominator = 0;
        if (x < 5.0)
        {
            for (var i = s_lanczosNumerator.Length - 1; i >= 0; i--)
            {
                numerator = (numerator * x) + s_lanczosNumerator[i];
                denominator = (denominator * x) + s_lanczosDenominator[i];
            }
        }
        else
        {
            for (var i = 0; i < s_lanczosNumerator.Length; i++)
            {
                numerator = (numerator / x) + s_lanczosNumerator[i];
                denominator = (denominator / x) + s_lanczosDenominator[i];
            }
        }
        return numerator / denominator;
    }

    private static double SinPi(double x)
    {
        var y = Math.Abs(x) % 2.0;
        var result = (int)Math.Round(2.0 * y, MidpointRounding.AwayFromZero) switch
        {
            0 => Math.Sin(Math.PI * y),
            1 => Math.Cos(Math.PI * (y - 0.5)),
            2 => Math.Sin(Math.PI * (1.0 - y)),
            3 => -Math.Cos(Math.PI * (y - 1.5)),
            _ => Math.Sin(Math.PI * (y - 2.0)),
        };
        return Math.CopySign(1.0, x) * result;
    }

    /// <summary>Python's <c>math.gamma</c>; NaN where it is not defined.</summary>
    public static double Gamma(double x)
    {
        if (!double.IsFinite(x))
            return double.IsNaN(x) || x > 0 ? x : Core.PyFloat.NaN;
        if (x == 0)
            return Core.PyFloat.NaN;
        if (x == Math.Floor(x))
        {
            if (x < 0)
                return Core.PyFloat.NaN;
            if (x <= 23)
            {
                var factorial = 1.0;
                for (var i = 2; i < (int)x; i++)
                    factorial *= i;
                return factorial;
            }
        }
        var absolute = Math.Abs(x);
        if (absolute < 1e-20)
            return 1.0 / x;
        if (absolute > 200.0)
            return x < 0 ? 0.0 / SinPi(x) : double.PositiveInfinity;
        var y = absolute + LanczosG - 0.5;
        var z = absolute > LanczosG - 0.5 ? y - absolute - (LanczosG - 0.5) : y - (LanczosG - 0.5) - absolute;
        z = z * LanczosG / y;
        double r;
        if (x < 0)
        {
            r = -Math.PI / SinPi(absolute) / absolute * Math.Exp(y) / LanczosSum(absolute);
            r -= z * r;
            r = absolute < 140.0 ? r / Math.Pow(y, absolute - 0.5) : r / Math.Pow(y, (absolute / 2.0) - 0.25) / Math.Pow(y, (absolute / 2.0) - 0.25);
        }
        else
        {
            r = LanczosSum(absolute) / Math.Exp(y);
            r += z * r;
            r = absolute < 140.0 ? r * Math.Pow(y, absolute - 0.5) : r * Math.Pow(y, (absolute / 2.0) - 0.25) * Math.Pow(y, (absolute / 2.0) - 0.25);
        }
        return r;
    }

    /// <summary>Python's <c>math.lgamma</c>.</summary>
    public static double LogGamma(double x)
    {
        if (!double.IsFinite(x))
            return double.IsNaN(x) ? x : double.PositiveInfinity;
        if (x == Math.Floor(x) && x <= 2.0)
            return x <= 0 ? Core.PyFloat.NaN : 0.0;
        var absolute = Math.Abs(x);
        if (absolute < 1e-20)
            return -Math.Log(absolute);
        var r = Math.Log(LanczosSum(absolute)) - LanczosG;
        r += (absolute - 0.5) * (Math.Log(absolute + LanczosG - 0.5) - 1);
        if (x < 0)
            r = Math.Log(Math.PI) - Math.Log(Math.Abs(SinPi(absolute))) - Math.Log(absolute) - r;
        return r;
    }

    /// <summary>A polynomial, terms in pairs, as C libraries evaluate it.</summary>
    private static double Pairs(double x, ReadOnlySpan<double> c)
    {
        var square = x * x;
        var power = square;
        var result = c[0] + (x * c[1]);
        for (var i = 2; i < c.Length; i += 2)
        {
            result += power * (i + 1 < c.Length ? c[i] + (x * c[i + 1]) : c[i]);
            power *= square;
        }
        return result;
    }

    private static readonly double[] s_pp = [1.28379167095512558561e-01, -3.25042107247001499370e-01, -2.84817495755985104766e-02, -5.77027029648944159157e-03, -2.37630166566501626084e-05];
    private static readonly double[] s_qq = [1.0, 3.97917223959155352819e-01, 6.50222499887672944485e-02, 5.08130628187576562776e-03, 1.32494738004321644526e-04, -3.96022827877536812320e-06];
    private static readonly double[] s_pa = [-2.36211856075265944077e-03, 4.14856118683748331666e-01, -3.72207876035701323847e-01, 3.18346619901161753674e-01, -1.10894694282396677476e-01, 3.54783043256182359371e-02, -2.16637559486879084300e-03];
    private static readonly double[] s_qa = [1.0, 1.06420880400844228286e-01, 5.40397917702171048937e-01, 7.18286544141962662868e-02, 1.26171219808761642112e-01, 1.36370839120290507362e-02, 1.19844998467991074170e-02];
    private static readonly double[] s_ra = [-9.86494403484714822705e-03, -6.93858572707181764372e-01, -1.05586262253232909814e+01, -6.23753324503260060396e+01, -1.62396669462573470355e+02, -1.84605092906711035994e+02, -8.12874355063065934246e+01, -9.81432934416914548592e+00];
    private static readonly double[] s_sa = [1.0, 1.96512716674392571292e+01, 1.37657754143519042600e+02, 4.34565877475229228821e+02, 6.45387271733267880336e+02, 4.29008140027567833386e+02, 1.08635005541779435134e+02, 6.57024977031928170135e+00, -6.04244152148580987438e-02];
    private static readonly double[] s_rb = [-9.86494292470009928597e-03, -7.99283237680523006574e-01, -1.77579549177547519889e+01, -1.60636384855821916062e+02, -6.37566443368389627722e+02, -1.02509513161107724954e+03, -4.83519191608651397019e+02];
    private static readonly double[] s_sb = [1.0, 3.03380607434824582924e+01, 3.25792512996573918826e+02, 1.53672958608443695994e+03, 3.19985821950859553908e+03, 2.55305040643316442583e+03, 4.74528541206955367215e+02, -2.24409524465858183362e+01];

    private const double Erx = 8.45062911510467529297e-01;
    private const double Efx = 1.28379167095512586316e-01;

    /// <summary>The error function.</summary>
    public static double Erf(double x)
    {
        if (double.IsNaN(x))
            return x;
        var a = Math.Abs(x);
        if (a < 0.84375)
        {
            if (a < 3.7252902984e-09)
                return x + (Efx * x);
            var z = x * x;
            return x + (x * (Pairs(z, s_pp) / Pairs(z, s_qq)));
        }
        double result;
        if (a < 1.25)
            result = Erx + (Pairs(a - 1, s_pa) / Pairs(a - 1, s_qa));
        else if (a >= 6)
            result = 1.0;
        else
            result = 1.0 - Tail(a);
        return Math.CopySign(result, x);
    }

    /// <summary>One minus the error function.</summary>
    public static double Erfc(double x)
    {
        if (double.IsNaN(x))
            return x;
        var a = Math.Abs(x);
        if (a < 0.84375)
        {
            if (a < 1.3877787807814457e-17)
                return 1.0 - x;
            var z = x * x;
            var y = Pairs(z, s_pp) / Pairs(z, s_qq);
            return x < 0.25 ? 1.0 - (x + (x * y)) : 0.5 - (x - 0.5 + (x * y));
        }
        if (a < 1.25)
        {
            var p = Pairs(a - 1, s_pa) / Pairs(a - 1, s_qa);
            return x >= 0 ? 1.0 - Erx - p : 1.0 + (Erx + p);
        }
        if (a >= 28 || (x < -6))
            return x > 0 ? 0.0 : 2.0;
        return x > 0 ? Tail(a) : 2.0 - Tail(a);
    }

    /// <summary>erfc for arguments of 1.25 and more.</summary>
    private static double Tail(double a)
    {
        var s = 1.0 / (a * a);
        var (r, t) = a < 1 / 0.35 ? (Pairs(s, s_ra), Pairs(s, s_sa)) : (Pairs(s, s_rb), Pairs(s, s_sb));
        var z = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(a) & ~0xFFFFFFFFL);
        return Math.Exp((-z * z) - 0.5625) * Math.Exp(((z - a) * (z + a)) + (r / t)) / a;
    }
}

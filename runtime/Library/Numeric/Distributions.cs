using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>
/// The rarer <see href="https://docs.python.org/3.13/library/random.html#real-valued-distributions">distributions</see>, by the methods
/// that give CPython's numbers: Cheng's for gamma, Best and Fisher's for von Mises, Hörmann's BTRS for binomial.
/// </summary>
internal static class Distributions
{
    private const double SmallConcentration = 1e-6;
    private const double FewExpected = 10.0;

    public static double Gamma(Func<double> random, double alpha, double beta)
    {
        if (alpha <= 0 || beta <= 0)
            throw new ValueError("gammavariate: alpha and beta must be > 0.0");
        if (alpha == 1)
            return -Math.Log(1.0 - random()) * beta;
        return (alpha > 1 ? Cheng(random, alpha) : Small(random, alpha)) * beta;
    }

    private static double Cheng(Func<double> random, double alpha)
    {
        var inverse = Math.Sqrt((2.0 * alpha) - 1.0);
        var b = alpha - Math.Log(4.0);
        var c = alpha + inverse;
        while (true)
        {
            var u1 = random();
            if (u1 is <= 1e-7 or >= 0.9999999)
                continue;
            var u2 = 1.0 - random();
            var v = Math.Log(u1 / (1.0 - u1)) / inverse;
            var x = alpha * Math.Exp(v);
            var z = u1 * u1 * u2;
            var r = b + (c * v) - x;
            if (r + (1.0 + Math.Log(4.5)) - (4.5 * z) >= 0.0 || r >= Math.Log(z))
                return x;
        }
    }

    private static double Small(Func<double> random, double alpha)
    {
        while (true)
        {
            var b = (Math.E + alpha) / Math.E;
            var p = b * random();
            var x = p <= 1.0 ? Math.Pow(p, 1.0 / alpha) : -Math.Log((b - p) / alpha);
            var u = random();
            if (p > 1.0 ? u <= Math.Pow(x, alpha - 1.0) : u <= Math.Exp(-x))
                return x;
        }
    }

    public static double Beta(Func<double, double> gamma, double alpha, double beta)
    {
        var y = gamma(alpha);
        return y == 0 ? 0.0 : y / (y + gamma(beta));
    }

    public static double VonMises(Func<double> random, double mu, double kappa)
    {
        const double turn = 2.0 * Math.PI;
        if (kappa <= SmallConcentration)
            return turn * random();
        var s = 0.5 / kappa;
        var r = s + Math.Sqrt(1.0 + (s * s));
        double z;
        while (true)
        {
            z = Math.Cos(Math.PI * random());
            var d = z / (r + z);
            var u = random();
            if (u < 1.0 - (d * d) || u <= (1.0 - d) * Math.Exp(d))
                break;
        }
        var q = 1.0 / r;
        var f = (q + z) / (1.0 + (q * z));
        return PyFloat.Mod(random() > 0.5 ? mu + Math.Acos(f) : mu - Math.Acos(f), turn);
    }

    public static PyInt Binomial(Func<double> random, PyInt n, double p)
    {
        if (n < 0)
            throw new ValueError("n must be non-negative");
        if (p is <= 0.0 or >= 1.0)
            return p == 0.0 ? 0 : p == 1.0 ? n : throw new ValueError("p must be in the range 0.0 <= p <= 1.0");
        if (n == 1)
            return random() < p ? 1 : 0;
        if (p > 0.5)
            return n - Binomial(random, n, 1.0 - p);
        var count = (double)(long)n;
        return count * p < FewExpected ? Geometric(random, count, p) : Transformed(random, count, p);
    }

    /// <summary>Counts the steps between successes.</summary>
    private static PyInt Geometric(Func<double> random, double n, double p)
    {
        var c = Math.Log2(1.0 - p);
        var (x, y) = (0L, 0.0);
        if (c == 0)
            return 0;
        while (true)
        {
            y += Math.Floor(Math.Log2(random()) / c) + 1;
            if (y > n)
                return x;
            x++;
        }
    }

    private static PyInt Transformed(Func<double> random, double n, double p)
    {
        var spread = Math.Sqrt(n * p * (1.0 - p));
        var b = 1.15 + (2.53 * spread);
        var a = -0.0873 + (0.0248 * b) + (0.01 * p);
        var c = (n * p) + 0.5;
        var vr = 0.92 - (4.2 / b);
        while (true)
        {
            var u = random() - 0.5;
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((((2.0 * a / us) + b) * u) + c);
            if (k < 0 || k > n)
                continue;
            var v = random();
            if (us >= 0.07 && v <= vr)
                return (long)k;
            var m = Math.Floor((n + 1) * p);
            var h = SpecialFunctions.LogGamma(m + 1) + SpecialFunctions.LogGamma(n - m + 1);
            v *= (2.83 + (5.1 / b)) * spread / ((a / (us * us)) + b);
            if (Math.Log(v) <= h - SpecialFunctions.LogGamma(k + 1) - SpecialFunctions.LogGamma(n - k + 1) + ((k - m) * Math.Log(p / (1.0 - p))))
                return (long)k;
        }
    }
}

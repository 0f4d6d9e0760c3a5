using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Statistics;

/// <summary>Python's <see href="https://docs.python.org/3.13/library/statistics.html#statistics.NormalDist">statistics.NormalDist</see>.</summary>
internal static class NormalDist
{
    private static readonly double s_root2 = Math.Sqrt(2.0);

    public static readonly PyType Type = Create();

    private static double Mu(Any self) => Lib.Real(self.Get("_mu"));

    private static double Sigma(Any self) => Lib.Real(self.Get("_sigma"));

    private static bool Is(Any value) => PyType.Of(value).IsSubclassOf(Type);

    private static Any Make(Any mu, Any sigma) => ((Any)Type).Call(mu, sigma);

    private static double Positive(Any self, string function)
        => Sigma(self) is > 0 and var sigma ? sigma : throw StatisticsModule.Fail($"{function}() not defined when sigma is zero");

    private static PyType Create() => new ClassMaker("NormalDist", "statistics")
        .Attribute("__slots__", new PyDict<Any, Any> { ["_mu"] = "Arithmetic mean of a normal distribution", ["_sigma"] = "Standard deviation of a normal distribution" })
        .Method("__init__", "self, mu=0.0, sigma=1.0", static a =>
        {
            if (a[2] < 0.0)
                throw StatisticsModule.Fail("sigma must be non-negative");
            a[0].Set("_mu", ((Any)FloatType.Type).Call(a[1]));
            a[0].Set("_sigma", ((Any)FloatType.Type).Call(a[2]));
            return Any.None;
        })
        .ClassMethod("from_samples", "cls, data", static a => Spreads.OfSample(a[1]) is var (mean, deviation) ? a[0].Call(mean, deviation) : Any.None)
        .Method("samples", "self, n, *, seed=None", static a => Samples(a[0], (int)Lib.Int(a[1]), a[2]))
        .Method("pdf", "x", static (self, x) =>
        {
            var variance = Positive(self, "pdf") * Sigma(self);
            var distance = Lib.Real(x) - Mu(self);
            return Math.Exp(distance * distance / (-2.0 * variance)) / Math.Sqrt(Math.Tau * variance);
        })
        .Method("cdf", "x", static (self, x) => Cumulative(self, Lib.Real(x)))
        .Method("inv_cdf", "p", static (self, p) => Lib.Real(p) is > 0 and < 1 and var part
            ? NormalQuantile.Of(part, Mu(self), Sigma(self))
            : throw StatisticsModule.Fail("p must be in the range 0.0 < p < 1.0"))
        .Method("quantiles", "self, n=4", static a => new PyList<Any>(Enumerable.Range(1, Math.Max(0, (int)Lib.Int(a[1]) - 1)).Select(i => a[0].Invoke("inv_cdf", i / (double)Lib.Int(a[1])))))
        .Method("overlap", "other", static (self, other) => Is(other) ? Overlap(self, other) : throw new TypeError("Expected another NormalDist instance"))
        .Method("zscore", "x", static (self, x) => (Lib.Real(x) - Mu(self)) / Positive(self, "zscore"))
        .Property("mean", static self => Mu(self)).Property("median", static self => Mu(self)).Property("mode", static self => Mu(self))
        .Property("stdev", static self => Sigma(self)).Property("variance", static self => Sigma(self) * Sigma(self))
        .Method("__add__", "x2", static (a, b) => Sum(a, b, 1))
        .Method("__radd__", "x2", static (a, b) => Sum(a, b, 1))
        .Method("__sub__", "x2", static (a, b) => Sum(a, b, -1))
        .Method("__rsub__", "x2", static (a, b) => -Sum(a, b, -1))
        .Method("__mul__", "x2", static (a, b) => Make(a.Get("_mu") * b, a.Get("_sigma") * Math.Abs(Lib.Real(b))))
        .Method("__rmul__", "x2", static (a, b) => Make(a.Get("_mu") * b, a.Get("_sigma") * Math.Abs(Lib.Real(b))))
        .Method("__truediv__", "x2", static (a, b) => Make(a.Get("_mu") / b, a.Get("_sigma") / Math.Abs(Lib.Real(b))))
        .Method("__pos__", static self => Make(self.Get("_mu"), self.Get("_sigma")))
        .Method("__neg__", static self => Make(-self.Get("_mu"), self.Get("_sigma")))
        .Method("__eq__", "x2", static (a, b) => Is(b) ? Mu(a) == Mu(b) && Sigma(a) == Sigma(b) : Any.NotImplemented)
        .Method("__hash__", static self => Operators.Hash(PyTuple.Of(self.Get("_mu"), self.Get("_sigma"))))
        .Method("__repr__", static self => $"{PyType.Of(self).Name}(mu={Operators.Repr(self.Get("_mu"))}, sigma={Operators.Repr(self.Get("_sigma"))})")
        .Method("__getstate__", static self => PyTuple.Of(self.Get("_mu"), self.Get("_sigma")))
        .Method("__setstate__", "state", static (self, state) =>
        {
            self.Set("_mu", state[0]);
            self.Set("_sigma", state[1]);
            return Any.None;
        })
        .Make(PyType.Object);

    /// <summary>Of two independent variables, or of one and a constant.</summary>
    private static Any Sum(Any a, Any b, int sign)
    {
        if (!Is(b))
            return Make(sign > 0 ? a.Get("_mu") + b : a.Get("_mu") - b, a.Get("_sigma"));
        return Make(Mu(a) + (sign * Mu(b)), ComplexFunctions.Hypot(Sigma(a), Sigma(b)));
    }

    private static double Cumulative(Any self, double x)
        => 0.5 * (1.0 + SpecialFunctions.Erf((x - Mu(self)) / (Positive(self, "cdf") * s_root2)));

    private static double Overlap(Any x, Any y)
    {
        if (Sigma(y) < Sigma(x) || (Sigma(y) == Sigma(x) && Mu(y) < Mu(x)))
            (x, y) = (y, x);
        var (first, second) = (Sigma(x) * Sigma(x), Sigma(y) * Sigma(y));
        if (first == 0 || second == 0)
            throw StatisticsModule.Fail("overlap() not defined when sigma is zero");
        var more = second - first;
        var distance = Math.Abs(Mu(y) - Mu(x));
        if (more == 0)
            return SpecialFunctions.Erfc(distance / (2.0 * Sigma(x) * s_root2));
        var a = (Mu(x) * second) - (Mu(y) * first);
        var b = Sigma(x) * Sigma(y) * Math.Sqrt((distance * distance) + (more * Math.Log(second / first)));
        var (left, right) = ((a + b) / more, (a - b) / more);
        return 1.0 - (Math.Abs(Cumulative(y, left) - Cumulative(x, left)) + Math.Abs(Cumulative(y, right) - Cumulative(x, right)));
    }

    private static PyList<Any> Samples(Any self, int count, Any seed)
    {
        var random = Modules.Import("random");
        if (!seed.IsNone)
            random = random.Get("Random").Call(seed);
        return new PyList<Any>(Enumerable.Range(0, count).Select(_ => (Any)NormalQuantile.Of(Lib.Real(random.Invoke("random")), Mu(self), Sigma(self))));
    }
}

/// <summary>The inverse of the normal distribution: M. Wichura, "Algorithm AS 241: the percentage points of the normal distribution".</summary>
internal static class NormalQuantile
{
    private static readonly double[] s_top =
        [2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4, 1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0];

    private static readonly double[] s_bottom =
        [5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4, 5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0];

    private static readonly double[] s_nearTop =
        [7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0];

    private static readonly double[] s_nearBottom =
        [1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0];

    private static readonly double[] s_farTop =
        [2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0];

    private static readonly double[] s_farBottom =
        [2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0];

    private static double Polynomial(double[] coefficients, double x) => coefficients.Aggregate(0.0, (sum, c) => (sum * x) + c);

    public static double Of(double p, double mu, double sigma)
    {
        var q = p - 0.5;
        double x;
        if (Math.Abs(q) <= 0.425)
        {
            var r = 0.180625 - (q * q);
            x = Polynomial(s_top, r) * q / Polynomial(s_bottom, r);
            return mu + (x * sigma);
        }
        var tail = Math.Sqrt(-Math.Log(q <= 0.0 ? p : 1.0 - p));
        x = tail <= 5.0
            ? Polynomial(s_nearTop, tail - 1.6) / Polynomial(s_nearBottom, tail - 1.6)
            : Polynomial(s_farTop, tail - 5.0) / Polynomial(s_farBottom, tail - 5.0);
        return mu + ((q < 0.0 ? -x : x) * sigma);
    }
}

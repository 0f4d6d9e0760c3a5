using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace StatisticsOfData;

/// <summary>statistics, exact to the last digit, and what it refuses.</summary>
public static class Module
{
    internal static Any Statistics = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("statistics_of_data.py", args, Run);

    public static void T(Any f, PyTuple a, PyDict<Any, Any> k)
    {
        try
        {
            Print(f.Get("__name__"), Repr(f.Call(new Arguments { new Star(a), new StarStar(k) })));
        }
        catch (BaseException e)
        {
            using var handling = Handling.Of(e);
            Print(f.Get("__name__"), PyType.Of(e).Name, e);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Modules.Import("statistics");
        Any normalDist = Modules.ImportFrom("statistics", "NormalDist");
        Any statisticsError = Modules.ImportFrom("statistics", "StatisticsError");
        Any correlation = Modules.ImportFrom("statistics", "correlation");
        Any covariance = Modules.ImportFrom("statistics", "covariance");
        Any fmean = Modules.ImportFrom("statistics", "fmean");
        Any geometricMean = Modules.ImportFrom("statistics", "geometric_mean");
        Any harmonicMean = Modules.ImportFrom("statistics", "harmonic_mean");
        Any linearRegression = Modules.ImportFrom("statistics", "linear_regression");
        Any mean = Modules.ImportFrom("statistics", "mean");
        Any median = Modules.ImportFrom("statistics", "median");
        Any medianGrouped = Modules.ImportFrom("statistics", "median_grouped");
        Any medianHigh = Modules.ImportFrom("statistics", "median_high");
        Any medianLow = Modules.ImportFrom("statistics", "median_low");
        Any mode = Modules.ImportFrom("statistics", "mode");
        Any multimode = Modules.ImportFrom("statistics", "multimode");
        Any pstdev = Modules.ImportFrom("statistics", "pstdev");
        Any pvariance = Modules.ImportFrom("statistics", "pvariance");
        Any quantiles = Modules.ImportFrom("statistics", "quantiles");
        Any stdev = Modules.ImportFrom("statistics", "stdev");
        Any variance = Modules.ImportFrom("statistics", "variance");
        Statistics = Modules.Import("statistics");
        Any random = Modules.Import("random");
        Any copy = Modules.Import("copy");
        Any f = Modules.ImportFrom("fractions", "Fraction");
        Any d = Modules.ImportFrom("decimal", "Decimal");
        foreach (var f_ in new Any[] { mean, fmean, geometricMean, harmonicMean, median, medianLow, medianHigh, medianGrouped, mode, multimode, pstdev, pvariance, stdev, variance, quantiles })
        {
            foreach (var d_ in new Any[] { (PyList<Any>)[], (PyList<Any>)["a"], (PyList<Any>)[1], (PyList<Any>)[1, 2, "a"], (PyList<Any>)[d.Call("1.5"), d.Call(2), d.Call("nan")], (PyList<Any>)[1.5, PyFloat.Parse("inf")], (PyList<Any>)[PyFloat.Parse("inf"), PyFloat.Parse("-inf")], (PyList<Any>)[f.Call(1, 3), 2, 3.5], (PyList<Any>)[f.Call(1, 3), 2, 3], (PyList<Any>)[f.Call(1, 3), d.Call(1)], (PyList<Any>)[true, false, true], (PyList<Any>)[-1, 2], (PyList<Any>)[0, 2], 5, (PyList<Any>)[d.Call("1.1"), d.Call("2.2"), d.Call("3.7")], (PyList<Any>)[0.1] * 7, (PyList<Any>)[1, 1, 2, 2, 3] })
            {
                T(f_, PyTuple.Of(d_), new PyDict<Any, Any>());
            }
        }
        T(fmean, PyTuple.Of((PyList<Any>)[1, 2], (PyList<Any>)[1]), new PyDict<Any, Any>());
        T(fmean, PyTuple.Of((PyList<Any>)[1, 2], (PyList<Any>)[0, 0]), new PyDict<Any, Any>());
        T(fmean, PyTuple.Of((PyList<Any>)[1, 2, 3], (PyList<Any>)[1, 2, 3]), new PyDict<Any, Any>());
        T(harmonicMean, PyTuple.Of((PyList<Any>)[1, 2], (PyList<Any>)[1]), new PyDict<Any, Any>());
        T(harmonicMean, PyTuple.Of((PyList<Any>)[1, 2], (PyList<Any>)[1, -1]), new PyDict<Any, Any>());
        T(harmonicMean, PyTuple.Of((PyList<Any>)[40, 60]), new PyDict<Any, Any> { ["weights"] = (PyList<Any>)[5, 30] });
        T(quantiles, PyTuple.Of((PyList<Any>)[1, 2, 3]), new PyDict<Any, Any> { ["n"] = 0 });
        T(quantiles, PyTuple.Of((PyList<Any>)[1, 2, 3]), new PyDict<Any, Any> { ["method"] = "x" });
        T(quantiles, PyTuple.Of(Sequences.Range(10)), new PyDict<Any, Any> { ["n"] = 4, ["method"] = "inclusive" });
        T(quantiles, PyTuple.Of((PyList<Any>)[1.5, 3, 9, 12]), new PyDict<Any, Any> { ["n"] = 10 });
        T(quantiles, PyTuple.Of((PyList<Any>)[1.5, 3, 9, 12]), new PyDict<Any, Any> { ["n"] = 10, ["method"] = "inclusive" });
        T(covariance, PyTuple.Of((PyList<Any>)[1, 2], (PyList<Any>)[1]), new PyDict<Any, Any>());
        T(covariance, PyTuple.Of((PyList<Any>)[1], (PyList<Any>)[1]), new PyDict<Any, Any>());
        T(correlation, PyTuple.Of((PyList<Any>)[1, 2], (PyList<Any>)[1]), new PyDict<Any, Any>());
        T(correlation, PyTuple.Of((PyList<Any>)[1], (PyList<Any>)[1]), new PyDict<Any, Any>());
        T(correlation, PyTuple.Of((PyList<Any>)[1, 1], (PyList<Any>)[1, 2]), new PyDict<Any, Any>());
        T(correlation, PyTuple.Of((PyList<Any>)[1, 2], (PyList<Any>)[1, 2]), new PyDict<Any, Any> { ["method"] = "x" });
        T(linearRegression, PyTuple.Of((PyList<Any>)[1], (PyList<Any>)[1]), new PyDict<Any, Any>());
        T(linearRegression, PyTuple.Of((PyList<Any>)[1, 1], (PyList<Any>)[1, 2]), new PyDict<Any, Any>());
        T(linearRegression, PyTuple.Of((PyList<Any>)[1, 2], (PyList<Any>)[1]), new PyDict<Any, Any>());
        T(normalDist, PyTuple.Of(0, -1), new PyDict<Any, Any>());
        T(normalDist.Get("from_samples"), PyTuple.Of((PyList<Any>)[1]), new PyDict<Any, Any>());
        T(normalDist.Call().Get("inv_cdf"), PyTuple.Of(0), new PyDict<Any, Any>());
        T(normalDist.Call(0, 0).Get("pdf"), PyTuple.Of(1), new PyDict<Any, Any>());
        T(normalDist.Call(0, 0).Get("cdf"), PyTuple.Of(1), new PyDict<Any, Any>());
        T(normalDist.Call().Get("overlap"), PyTuple.Of(3), new PyDict<Any, Any>());
        T(normalDist.Call(0, 0).Get("overlap"), PyTuple.Of(normalDist.Call()), new PyDict<Any, Any>());
        T(normalDist.Call(0, 0).Get("zscore"), PyTuple.Of(1), new PyDict<Any, Any>());
        T(medianGrouped, PyTuple.Of((PyList<Any>)[1, 2, 3], "a"), new PyDict<Any, Any>());
        T(mode, PyTuple.Of("aab"), new PyDict<Any, Any>());
        T(multimode, PyTuple.Of("aabb"), new PyDict<Any, Any>());
        Any r = random.Get("Random").Call(1);
        for (PyInt i = 0; i < 6; i++)
        {
            Any n = r.Invoke("randint", 2, 12);
            var x = new PyList<Any>(Sequences.Range(n).Select(_ => r.Invoke("choice", (PyList<Any>)[r.Invoke("uniform", -10, 10), r.Invoke("randint", -5, 5), r.Invoke("uniform", 0, 1000000000.0)])));
            var y = new PyList<Any>(Sequences.Range(n).Select(_ => r.Invoke("gauss", 0, 3)));
            T(mean, PyTuple.Of(x), new PyDict<Any, Any>());
            T(fmean, PyTuple.Of(x), new PyDict<Any, Any>());
            T(pstdev, PyTuple.Of(x), new PyDict<Any, Any>());
            T(stdev, PyTuple.Of(x), new PyDict<Any, Any>());
            T(variance, PyTuple.Of(x), new PyDict<Any, Any>());
            T(pvariance, PyTuple.Of(y), new PyDict<Any, Any>());
            T(quantiles, PyTuple.Of(y), new PyDict<Any, Any> { ["n"] = 5 });
            T(covariance, PyTuple.Of(x, y), new PyDict<Any, Any>());
            T(correlation, PyTuple.Of(x, y), new PyDict<Any, Any>());
            T(correlation, PyTuple.Of(x, y), new PyDict<Any, Any> { ["method"] = "ranked" });
            T(linearRegression, PyTuple.Of(x, y), new PyDict<Any, Any>());
            T(linearRegression, PyTuple.Of(x, y), new PyDict<Any, Any> { ["proportional"] = true });
            T(geometricMean, PyTuple.Of(new PyList<Any>(x.Select(v => Builtins.Get("abs").Call(v) + 1))), new PyDict<Any, Any>());
            T(harmonicMean, PyTuple.Of(new PyList<Any>(x.Select(v => Builtins.Get("abs").Call(v) + 0.1))), new PyDict<Any, Any>());
            T(medianGrouped, PyTuple.Of(new PyList<Any>(x.Select(v => Builtins.Get("round").Call(v)))), new PyDict<Any, Any>());
            T(stdev, PyTuple.Of(new PyList<Any>(x.Select(v => d.Call(Repr(v))))), new PyDict<Any, Any>());
            T(stdev, PyTuple.Of(new PyList<Any>(x.Select(v => f.Call(v).Invoke("limit_denominator", 10)))), new PyDict<Any, Any>());
            T(pvariance, PyTuple.Of(x, mean.Call(x)), new PyDict<Any, Any>());
            T(mean, PyTuple.Of(new PyList<Any>(x.Select(v => d.Call(Repr(v))))), new PyDict<Any, Any>());
            Any nd = normalDist.Call(r.Invoke("uniform", -3, 3), r.Invoke("uniform", 0.1, 4));
            Any nd2 = normalDist.Call(r.Invoke("uniform", -3, 3), r.Invoke("uniform", 0.1, 4));
            Print(nd, nd.Invoke("pdf", 1.5), nd.Invoke("cdf", 0.7), nd.Invoke("cdf", 9), nd.Invoke("inv_cdf", r.Invoke("random")), nd.Invoke("inv_cdf", 1E-09), nd.Invoke("quantiles", 5), nd.Invoke("overlap", nd2), nd.Invoke("zscore", 1), nd + nd2, nd - nd2, nd * 2, nd / 3, 2 + nd, 2 - nd, 3 * nd, -nd, +nd, Operators.Compare(Comparison.Eq, nd, nd2), nd.Get("variance"));
            Print(normalDist.Invoke("from_samples", x), nd.Invoke("samples", new Arguments { 3, { "seed", 5 } }));
        }
        Print(Hash(normalDist.Call(1, 2)) == Hash(PyTuple.Of(1.0, 2.0)), copy.Get("deepcopy").Call(normalDist.Call(1, 2)), IsSubclass(statisticsError, ValueError.Type));

        PyList<Any> data = (PyList<Any>)[-2.1, -1.3, -0.4, 1.9, 5.1, 6.2];
        foreach (var kernel in new Any[] { "normal", "logistic", "sigmoid", "rectangular", "triangular", "parabolic", "quartic", "triweight", "cosine", "gauss", "biweight" })
        {
            Any pdf = Statistics.Get("kde").Call(data, 1.5, kernel);
            Any cdf = Statistics.Get("kde").Call(new Arguments { data, { "h", 1.5 }, { "kernel", kernel }, { "cumulative", true } });
            Any rand = Statistics.Get("kde_random").Call(new Arguments { data, 1.5, kernel, { "seed", 8675309 } });
            Print(kernel, new PyList<Any>(new Any[] { -3, 0.5, 6 }.Select(x => Builtins.Get("round").Call(pdf.Call(x), 12))), new PyList<Any>(new Any[] { -9, 0.5, 9 }.Select(x => Builtins.Get("round").Call(cdf.Call(x), 12))), new PyList<Any>(Sequences.Range(3).Select(_ => Builtins.Get("round").Call(rand.Call(), 10))), pdf.Get("__doc__"), rand.Get("__name__"));
        }
        foreach (var call in new Any[] { new PyFunction("<lambda>", "", () => Statistics.Get("kde").Call((PyList<Any>)[], 1)), new PyFunction("<lambda>", "", () => Statistics.Get("kde").Call((PyList<Any>)["a"], 1)), new PyFunction("<lambda>", "", () => Statistics.Get("kde").Call((PyList<Any>)[1], 0)), new PyFunction("<lambda>", "", () => Statistics.Get("kde").Call((PyList<Any>)[1], 1, "x")) })
        {
            try
            {
                call.Call();
            }
            catch (BaseException e) when (Except.Matches(e, PyTuple.Of(Statistics.Get("StatisticsError"), TypeError.Type)))
            {
                Print(PyType.Of(e).Name, e);
            }
        }
    }
}

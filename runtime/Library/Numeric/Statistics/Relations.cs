using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Statistics;

/// <summary>How two inputs go together.</summary>
internal static class Relations
{
    public static readonly PyType Regression = NamedTuples.Make("statistics.LinearRegression", ["slope", "intercept"]);

    public static void Declare(PyModule module) => module
        .Function("covariance", "x, y, /", static (x, y) => Covariance(Checked(x, y, "covariance")))
        .Function("correlation", "x, y, /, *, method='linear'", static a => Correlation(Checked(a[0], a[1], "correlation"), a[2]))
        .Function("linear_regression", "x, y, /, *, proportional=False", static a => Fit(Checked(a[0], a[1], "linear regression"), a[2].Truth));

    private static (List<Any> X, List<Any> Y) Checked(Any x, Any y, string what)
    {
        var (first, second) = (Operators.ToList(x), Operators.ToList(y));
        if (first.Count != second.Count)
            throw StatisticsModule.Fail($"{what} requires that both inputs have same number of data points");
        return first.Count < 2 ? throw StatisticsModule.Fail($"{what} requires at least two data points") : (first, second);
    }

    private static Any Math(string function, params ReadOnlySpan<Any> arguments) => Modules.Import("math").Get(function).Call(new Arguments(arguments));

    private static Any Products(List<Any> x, List<Any> y) => Math("sumprod", new PyList<Any>(x), new PyList<Any>(y));

    private static Any Mean(List<Any> x) => Math("fsum", new PyList<Any>(x)) / (Any)x.Count;

    private static List<Any> Centered(List<Any> x)
    {
        var mean = Mean(x);
        return [.. x.Select(v => v - mean)];
    }

    private static Any Covariance((List<Any> X, List<Any> Y) data) => Products(Centered(data.X), Centered(data.Y)) / (Any)(data.X.Count - 1);

    private static Any Correlation((List<Any> X, List<Any> Y) data, Any method)
    {
        if (method.Ref is not ("linear" or "ranked"))
            throw new ValueError($"Unknown method: {Operators.Repr(method)}");
        var (x, y) = method.Ref is "ranked" ? (Ranked(data.X), Ranked(data.Y)) : (Centered(data.X), Centered(data.Y));
        var (xy, xx, yy) = (Products(x, y), Products(x, x), Products(y, y));
        try
        {
            return xy / (Any)RootOfProduct(Lib.Real(xx), Lib.Real(yy));
        }
        catch (ZeroDivisionError)
        {
            throw StatisticsModule.Fail("at least one of the inputs is constant");
        }
    }

    /// <summary>The root of x * y, corrected by what the product loses in rounding.</summary>
    public static double RootOfProduct(double x, double y)
    {
        var root = System.Math.Sqrt(x * y);
        if (double.IsInfinity(root) && !double.IsInfinity(x) && !double.IsInfinity(y))
            return Scaled(System.Math.ScaleB(1, -512));
        if (root == 0 && x != 0 && y != 0)
            return Scaled(System.Math.ScaleB(1, 537));
        if (!double.IsFinite(root) || root == 0)
            return root;
        var lost = Lib.Real(Math("sumprod", new PyList<Any>([x, root]), new PyList<Any>([y, -root])));
        return root + (lost / (2.0 * root));

        double Scaled(double by) => RootOfProduct(by * x, by * y) / by;
    }

    /// <summary>Ranks around zero; equal values share the mean of theirs.</summary>
    private static List<Any> Ranked(List<Any> data)
    {
        var order = new PyList<Any>(data.Select(static (v, i) => (Any)PyTuple.Of(v, i)));
        order.Sort();
        var result = new Any[data.Count];
        var before = ((data.Count - 1) / -2.0) - 1;
        for (var i = 0; i < order.Count;)
        {
            var end = i;
            while (end < order.Count && Operators.Same(order[end][0], order[i][0]))
                end++;
            var rank = before + (((end - i) + 1) / 2.0);
            for (var j = i; j < end; j++)
                result[(int)Lib.Int(order[j][1])] = rank;
            before += end - i;
            i = end;
        }
        return [.. result];
    }

    private static Any Fit((List<Any> X, List<Any> Y) data, bool proportional)
    {
        var (x, y) = proportional ? data : (Centered(data.X), Centered(data.Y));
        var (xy, xx) = (Products(x, y) + 0.0, Products(x, x));
        Any slope;
        try
        {
            slope = xy / xx;
        }
        catch (ZeroDivisionError)
        {
            throw StatisticsModule.Fail("x is constant");
        }
        return ((Any)Regression).Call(slope, proportional ? 0.0 : Mean(data.Y) - (slope * Mean(data.X)));
    }
}

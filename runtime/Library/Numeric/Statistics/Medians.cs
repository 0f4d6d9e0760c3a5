using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Statistics;

/// <summary>Medians and quantiles.</summary>
internal static class Medians
{
    public static void Declare(PyModule module) => module
        .Of("median", static data => Sorted(data) is var s && s.Count % 2 == 1 ? s[s.Count / 2] : (s[(s.Count / 2) - 1] + s[s.Count / 2]) / 2)
        .Of("median_low", static data => Sorted(data) is var s ? s[(s.Count - 1) / 2] : Any.None)
        .Of("median_high", static data => Sorted(data) is var s ? s[s.Count / 2] : Any.None)
        .Function("median_grouped", "data, interval=1.0", static (data, interval) => Grouped(Sorted(data), interval))
        .Function("quantiles", "data, *, n=4, method='exclusive'", static a => Quantiles(a[0], (int)Lib.Int(a[1]), a[2]));

    private static List<Any> Sorted(Any data)
        => StatisticsModule.Sorted(data) is { Count: > 0 } sorted ? sorted : throw StatisticsModule.Fail("no median for empty data");

    private static double Float(Any value)
    {
        try
        {
            return Lib.Real(((Any)FloatType.Type).Call(value));
        }
        catch (ValueError)
        {
            throw new TypeError("Value cannot be converted to a float");
        }
    }

    /// <summary>The data are midpoints of classes of equal width.</summary>
    private static double Grouped(List<Any> data, Any interval)
    {
        var middle = data[data.Count / 2];
        var before = data.FindIndex(v => !Operators.Less(v, middle));
        var upTo = data.FindIndex(before, v => Operators.Less(middle, v));
        var (width, value) = (Float(interval), Float(middle));
        var frequency = (upTo < 0 ? data.Count : upTo) - before;
        return value - (width / 2.0) + (width * ((data.Count / 2.0) - before) / frequency);
    }

    private static PyList<Any> Quantiles(Any values, int n, Any method)
    {
        if (n < 1)
            throw StatisticsModule.Fail("n must be at least 1");
        var data = StatisticsModule.Sorted(values);
        if (data.Count < 2)
            return data.Count == 1 ? new PyList<Any>(Enumerable.Repeat(data[0], n - 1)) : throw StatisticsModule.Fail("must have at least one data point");
        var inclusive = method.Ref is "inclusive";
        if (!inclusive && method.Ref is not "exclusive")
            throw new ValueError($"Unknown method: {Operators.Repr(method)}");
        var m = inclusive ? data.Count - 1L : data.Count + 1L;
        var result = new PyList<Any>();
        for (var i = 1L; i < n; i++)
        {
            var j = inclusive ? (i * m / n) + 1 : Math.Clamp(i * m / n, 1, data.Count - 1);
            var delta = inclusive ? i * m % n : (i * m) - (j * n);
            result.Append(((data[(int)j - 1] * (n - delta)) + (data[(int)Math.Min(j, data.Count - 1)] * delta)) / n);
        }
        return result;
    }
}

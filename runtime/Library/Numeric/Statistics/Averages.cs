using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Statistics;

/// <summary>Means and modes.</summary>
internal static class Averages
{
    public static void Declare(PyModule module) => module
        .Of("mean", Mean)
        .Function("fmean", "data, weights=None", static (data, weights) => FastMean(data, weights))
        .Of("geometric_mean", GeometricMean)
        .Function("harmonic_mean", "data, weights=None", static (data, weights) => HarmonicMean(Operators.ToList(data), weights))
        .Of("mode", static data => Counted(data) is [var first, ..] ? first.Value : throw StatisticsModule.Fail("no mode for empty data"))
        .Of("multimode", static data => Counted(data) is var all && all.Count == 0
            ? new PyList<Any>()
            : new PyList<Any>(all.Where(v => v.Count == all[0].Count).Select(static v => v.Value)));

    private static Any Mean(Any data)
    {
        var (type, total, count) = ExactSums.Sum(Operators.ToList(data));
        return count < 1 ? throw StatisticsModule.Fail("mean requires at least one data point") : ExactSums.Convert(total / new Ratio(count, 1), type);
    }

    private static Any Math(string function, params ReadOnlySpan<Any> arguments) => Modules.Import("math").Get(function).Call(new Arguments(arguments));

    private static Any FastMean(Any data, Any weights)
    {
        if (weights.IsNone)
        {
            var items = new PyList<Any>(Operators.ToList(data));
            var total = Math("fsum", items);
            return items.Count == 0 ? throw StatisticsModule.Fail("fmean requires at least one data point") : total / (Any)items.Count;
        }
        var values = new PyList<Any>(Operators.ToList(data));
        var factors = new PyList<Any>(Operators.ToList(weights));
        if (values.Count != factors.Count)
            throw StatisticsModule.Fail("data and weights must be the same length");
        var sum = Math("sumprod", values, factors);
        var whole = Math("fsum", factors);
        return whole.Truth ? sum / whole : throw StatisticsModule.Fail("sum of weights must be non-zero");
    }

    private static Any GeometricMean(Any data)
    {
        var (count, zero) = (0, false);
        var logarithms = new PyList<Any>();
        foreach (var value in data)
        {
            count++;
            if (value > 0.0 || double.IsNaN(Lib.Real(value)))
                logarithms.Append(Math("log", value));
            else if (Operators.Equal(value, 0.0))
                zero = true;
            else
                throw new StatisticsError("No negative inputs allowed", value);
        }
        var total = Lib.Real(Math("fsum", logarithms));
        if (count == 0)
            throw StatisticsModule.Fail("Must have a non-empty dataset");
        if (double.IsNaN(total) || (zero && double.IsPositiveInfinity(total)))
            return PyFloat.NaN;
        return zero ? 0.0 : System.Math.Exp(total / count);
    }

    private static Any NonNegative(Any value)
        => value < 0 ? throw StatisticsModule.Fail("harmonic mean does not support negative values") : value;

    private static Any HarmonicMean(List<Any> data, Any weights)
    {
        if (data.Count < 1)
            throw StatisticsModule.Fail("harmonic_mean requires at least one data point");
        if (data.Count == 1 && weights.IsNone)
        {
            var plain = PyValueInstance.Unwrap(data[0]);
            return plain.IsFloat || Operators.IsIntLike(plain) || plain.Ref is PyFraction or Decimals.PyDecimal ? NonNegative(data[0]) : throw new TypeError("unsupported type");
        }
        var factors = weights.IsNone ? null : Operators.ToList(weights);
        if (factors is not null && factors.Count != data.Count)
            throw StatisticsModule.Fail("Number of weights does not match data size");
        var whole = factors is null ? new Ratio(data.Count, 1) : ExactSums.Sum(factors.Select(NonNegative)).Total;
        (PyType Type, Ratio Total, long Count) sum;
        try
        {
            sum = ExactSums.Sum(data.Select((x, i) => Part(NonNegative(x), factors is null ? 1 : factors[i])));
        }
        catch (ZeroDivisionError)
        {
            return 0;
        }
        if (!sum.Total.IsSpecial && sum.Total.Numerator.Sign <= 0)
            throw StatisticsModule.Fail("Weighted sum must be positive");
        return ExactSums.Convert(sum.Total.IsSpecial ? new Ratio(whole.ToDouble() / sum.Total.Special) : whole / sum.Total, sum.Type);

        static Any Part(Any value, Any weight) => weight.Truth ? weight / value : 0;
    }

    /// <summary>The values by how often they come, the first of equals first.</summary>
    private static List<(Any Value, int Count)> Counted(Any data)
    {
        var counts = new PyDict<Any, Any>();
        foreach (var value in data)
            counts[value] = counts.TryGetValue(value, out var n) ? n + 1 : 1;
        return [.. counts.Entries().Select(static e => (e.Key, (int)Lib.Int(e.Value))).OrderByDescending(static e => e.Item2)];
    }
}

using System.Numerics;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library.Decimals;

namespace Pytocs.Runtime.Library.Statistics;

/// <summary>Variances and standard deviations.</summary>
internal static class Spreads
{
    public static void Declare(PyModule module) => module
        .Function("variance", "data, xbar=None", static (data, mean) => Variance(data, mean, "variance"))
        .Function("pvariance", "data, mu=None", static (data, mean) => Variance(data, mean, "pvariance"))
        .Function("stdev", "data, xbar=None", static (data, mean) => Deviation(data, mean, "stdev"))
        .Function("pstdev", "data, mu=None", static (data, mean) => Deviation(data, mean, "pstdev"));

    private static (PyType Type, Ratio Mean, Ratio Square) Mean(Any data, Any center, string function)
    {
        var sample = function[0] != 'p';
        var (type, squares, mean, count) = ExactSums.SquaredDeviations(Operators.ToList(data), center);
        if (count < (sample ? 2 : 1))
            throw StatisticsModule.Fail($"{function} requires at least {(sample ? "two data points" : "one data point")}");
        return (type, mean, squares / new Ratio(sample ? count - 1 : count, 1));
    }

    private static Any Variance(Any data, Any center, string function)
    {
        var (type, _, square) = Mean(data, center, function);
        return ExactSums.Convert(square, type);
    }

    private static Any Deviation(Any data, Any center, string function)
    {
        var (type, _, square) = Mean(data, center, function);
        if (square.IsSpecial)
            throw new AttributeError($"'{(type.IsSubclassOf(PyDecimal.Type) ? "decimal.Decimal" : "float")}' object has no attribute 'numerator'");
        return type.IsSubclassOf(PyDecimal.Type) ? DecimalRoot(square) : square.Root();
    }

    /// <summary>Mean and standard deviation of a sample as floats.</summary>
    public static (double Mean, double Deviation) OfSample(Any data)
    {
        var (_, mean, square) = Mean(data, Any.None, "stdev");
        return (mean.ToDouble(), square.Root());
    }

    /// <summary>The nearest decimal to the root: that of a rounded quotient may be one unit off.</summary>
    private static Any DecimalRoot(Ratio square)
    {
        if (square.Numerator.IsZero)
            return new PyDecimal(false, 0, 0);
        var context = DecimalContext.Current;
        var status = DecimalStatus.None;
        var quotient = DecimalMath.Divide(PyDecimal.Of(square.Numerator), PyDecimal.Of(square.Denominator), context, ref status);
        var root = DecimalMath.SquareRoot(quotient, context, ref status);
        context.Report(status);
        var ignored = DecimalStatus.None;
        foreach (var up in (bool[])[true, false])
        {
            var next = DecimalMath.Next(root, up, context, ref ignored);
            var middle = (Exact(root) + Exact(next)) / new Ratio(2, 1);
            var order = ((middle * middle) - square).Numerator.Sign;
            if (up ? order < 0 : order > 0)
                return next;
        }
        return root;
    }

    private static Ratio Exact(PyDecimal value)
        => value.Exponent >= 0
            ? new Ratio(value.Coefficient * PowersOfTen.Of(value.Exponent), BigInteger.One)
            : new Ratio(value.Coefficient, PowersOfTen.Of(-value.Exponent));
}

using System.Numerics;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library.Decimals;

namespace Pytocs.Runtime.Library.Statistics;

/// <summary>Sums without rounding: values as quotients of integers, and the number class that a result should have.</summary>
internal static class ExactSums
{
    /// <summary>The sum of data, what class they have in common, and how many there are.</summary>
    public static (PyType Type, Ratio Total, long Count) Sum(IEnumerable<Any> data)
    {
        var types = new List<PyType>(); // What cannot be a number is told of before what does not mix.
        var count = 0L;
        var partials = new Dictionary<BigInteger, BigInteger>();
        double? special = null;
        foreach (var value in data)
        {
            if (types.Count == 0 || !ReferenceEquals(types[^1], PyType.Of(value)))
                types.Add(PyType.Of(value));
            count++;
            if (!TryRatio(value, out var ratio, out var odd))
            {
                special = (special ?? 0.0) + odd;
                continue;
            }
            partials[ratio.Denominator] = partials.GetValueOrDefault(ratio.Denominator) + ratio.Numerator;
        }
        var type = types.Aggregate(IntType.Type, Common);
        var total = special is { } s ? new Ratio(s) : partials.Aggregate(Ratio.Zero, static (sum, p) => sum + new Ratio(p.Value, p.Key));
        return (type, total, count);
    }

    /// <summary>The sum of squares of deviations from the mean, and the mean.</summary>
    public static (PyType Type, Ratio Squares, Ratio Mean, long Count) SquaredDeviations(List<Any> data, Any center)
    {
        if (!center.IsUnbound && !center.IsNone)
        {
            var (type, total, n) = Sum(data.Select(x => (x - center) is var d ? d * d : d));
            return (type, total, Exact(center), n);
        }
        var sum = Ratio.Zero;
        var squares = Ratio.Zero;
        var common = IntType.Type;
        double? special = null;
        foreach (var value in data)
        {
            common = Common(common, PyType.Of(value));
            if (!TryRatio(value, out var ratio, out var odd))
            {
                special = (special ?? 0.0) + odd;
                continue;
            }
            sum += ratio;
            squares += ratio * ratio;
        }
        if (special is { } s)
            return (common, new Ratio(s), new Ratio(s), data.Count);
        if (data.Count == 0)
            return (common, Ratio.Zero, Ratio.Zero, 0);
        var mean = sum / new Ratio(data.Count, 1);
        return (common, squares - (sum * mean), mean, data.Count);
    }

    /// <summary>The class of numbers that holds both: subclasses before bases, fractions and decimals before ints, floats before fractions.</summary>
    /// <exception cref="TypeError">They do not mix.</exception>
    public static PyType Common(PyType a, PyType b)
    {
        if (ReferenceEquals(a, b) || ReferenceEquals(b, IntType.Type) || ReferenceEquals(b, BoolType.Type))
            return a;
        if (ReferenceEquals(a, IntType.Type))
            return b;
        if (b.IsSubclassOf(a))
            return b;
        if (a.IsSubclassOf(b))
            return a;
        if (a.IsSubclassOf(IntType.Type))
            return b;
        if (b.IsSubclassOf(IntType.Type))
            return a;
        if (a.IsSubclassOf(PyFraction.Type) && b.IsSubclassOf(FloatType.Type))
            return b;
        return a.IsSubclassOf(FloatType.Type) && b.IsSubclassOf(PyFraction.Type)
            ? a
            : throw new TypeError($"don't know how to coerce {a.Name} and {b.Name}");
    }

    public static Ratio Exact(Any value) => TryRatio(value, out var ratio, out var special) ? ratio : new Ratio(special);

    /// <summary>A number as a quotient; false for infinities and NaNs.</summary>
    private static bool TryRatio(Any value, out Ratio ratio, out double special)
    {
        (ratio, special) = (Ratio.Zero, 0);
        var plain = PyValueInstance.Unwrap(value);
        if (plain.IsFloat)
        {
            special = plain.FloatValue;
            if (!double.IsFinite(special))
                return false;
            ratio = new Ratio(special);
            return true;
        }
        if (Operators.IsIntLike(plain))
        {
            ratio = new Ratio(Operators.ToInt(plain), 1);
            return true;
        }
        if (plain.Ref is PyDecimal { IsFinite: false } odd)
        {
            special = odd.IsNaN ? PyFloat.NaN : odd.Negative ? double.NegativeInfinity : double.PositiveInfinity;
            return false;
        }
        var method = Operators.GetAttr(plain, "as_integer_ratio", Any.Unbound);
        if (method.IsUnbound)
            throw new TypeError($"can't convert type '{PyType.Of(value).Name}' to numerator/denominator");
        var pair = method.Call();
        ratio = new Ratio(Operators.Index(pair[0]), Operators.Index(pair[1]));
        return true;
    }

    /// <summary>A result as a number of the class.</summary>
    public static Any Convert(Ratio value, PyType type)
    {
        if (type.IsSubclassOf(IntType.Type) && !value.IsInteger)
            type = FloatType.Type;
        if (value.IsSpecial)
            return type.IsSubclassOf(PyDecimal.Type) ? ((Any)type).Call(value.Special) : value.Special;
        if (ReferenceEquals(type, FloatType.Type))
            return PyInt.TrueDiv(value.Numerator, value.Denominator);
        if (type.IsSubclassOf(PyDecimal.Type))
            return ((Any)type).Call(value.Numerator) / (Any)PyDecimal.Of(value.Denominator);
        if (type.IsSubclassOf(PyFraction.Type))
            return ((Any)type).Call(value.Numerator, value.Denominator);
        return ((Any)type).Call(value.IsInteger ? value.Numerator : (Any)PyFraction.Of(value.Numerator, value.Denominator));
    }
}

/// <summary>A quotient of integers in lowest terms, or a float that is none.</summary>
internal readonly struct Ratio
{
    public static readonly Ratio Zero = new(0, 1);

    public Ratio(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0)
            divisor = -divisor;
        (Numerator, Denominator) = (numerator / divisor, denominator / divisor);
    }

    public Ratio(double value)
    {
        if (!double.IsFinite(value))
        {
            (Special, IsSpecial, Denominator) = (value, true, 1);
            return;
        }
        var (n, d) = PyFloat.Ratio(value);
        (Numerator, Denominator) = (n, d);
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public double Special { get; }

    public bool IsSpecial { get; }

    public bool IsInteger => !IsSpecial && Denominator.IsOne;

    public static Ratio operator +(Ratio a, Ratio b) => new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Ratio operator -(Ratio a, Ratio b) => new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Ratio operator *(Ratio a, Ratio b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Ratio operator /(Ratio a, Ratio b)
        => a.IsSpecial ? a
            : b.Numerator.IsZero ? throw new ZeroDivisionError("Fraction(1, 0)")
            : new Ratio(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public double ToDouble() => IsSpecial ? Special : PyInt.TrueDiv(Numerator, Denominator);

    /// <summary>The float nearest to the square root.</summary>
    public double Root()
    {
        if (IsSpecial)
            return Math.Sqrt(Special);
        if (Numerator.IsZero)
            return 0;
        // An integral root with bits to spare, its last bit telling that more would follow, and the quotient rounded once.
        var shift = (Denominator.GetBitLength() - Numerator.GetBitLength() + 111) / 2 * 2;
        var (n, d) = shift >= 0 ? (Numerator << (int)shift, Denominator) : (Numerator, Denominator << (int)-shift);
        var whole = n / d;
        var root = DecimalMath.Root(whole);
        if (root * root * d != n)
            root |= 1;
        return shift >= 0 ? PyInt.TrueDiv(root, BigInteger.One << (int)(shift / 2)) : PyInt.ToDouble(root << (int)(-shift / 2));
    }
}

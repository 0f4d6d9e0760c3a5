using System.Numerics;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library.Decimals;

namespace Pytocs.Runtime.Library.Statistics;

/// <summary>The functions that CPython's module has for itself, under the names that programs reach them by.</summary>
internal static class Internals
{
    public static void Declare(PyModule module) => module
        .Of("_sum", static data => ExactSums.Sum(Operators.ToList(data)) is var sum ? PyTuple.Of(sum.Type, Number(sum.Total, sum.Type), sum.Count) : default)
        .Function("_coerce", "T, S", static (a, b) => Type(a) is var first && ReferenceEquals(first, BoolType.Type) ? throw new AssertionError("initial type T is bool") : ExactSums.Common(first, Type(b)))
        .Function("_convert", "value, T", static (value, type) => ReferenceEquals(PyType.Of(value), type.Ref) ? value : Converted(value, Type(type)))
        .Function("_exact_ratio", "x", static (Any[] a) => Quotient(a[0]))
        .Function("_isfinite", "x", static (Any[] a) => IsFinite(a[0]))
        .Function("_fail_neg", "values, errmsg='negative value'", static (values, message) => Lib.Generator(Checked(values, message)))
        .Function("_sqrtprod", "x, y", static (x, y) => Relations.RootOfProduct(Lib.Real(x), Lib.Real(y)))
        .Function("_integer_sqrt_of_frac_rto", "n, m", static (n, m) => RoundedToOdd(Operators.Index(n), Operators.Index(m)))
        .Function("_float_sqrt_of_frac", "n, m", static (n, m) => new Ratio(Operators.Index(n), Operators.Index(m)).Root())
        .Function("_decimal_sqrt_of_frac", "n, m", static (n, m) => DecimalRoot(Operators.Index(n), Operators.Index(m)))
        .Function("_normal_dist_inv_cdf", "p, mu, sigma", static (Any[] a) => Lib.Real(a[0]) is var p && p is > 0 and < 1 && Lib.Real(a[2]) is var sigma ? NormalQuantile.Of(p, Lib.Real(a[1]), sigma) : throw StatisticsModule.Fail("inv_cdf undefined for these parameters"));

    private static PyType Type(Any value) => value.Ref as PyType ?? throw new TypeError("issubclass() arg 1 must be a class");

    private static Any Number(Ratio value, PyType type)
        => !value.IsSpecial ? PyFraction.Of(value.Numerator, value.Denominator) : type.IsSubclassOf(PyDecimal.Type) ? ((Any)type).Call(value.Special) : value.Special;

    private static Any Converted(Any value, PyType type)
    {
        if (type.IsSubclassOf(IntType.Type) && Operators.Index(value.Get("denominator")) != 1)
            type = FloatType.Type;
        return type.IsSubclassOf(PyDecimal.Type) && Operators.GetAttr(value, "numerator", Any.Unbound) is { IsUnbound: false } numerator
            ? ((Any)type).Call(numerator) / ((Any)type).Call(value.Get("denominator"))
            : ((Any)type).Call(value);
    }

    /// <summary>A number as numerator and denominator; an infinity or NaN has no second one.</summary>
    private static PyTuple Quotient(Any value)
    {
        var method = Operators.GetAttr(value, "as_integer_ratio", Any.Unbound);
        try
        {
            if (!method.IsUnbound)
                return Lib.Tuple(method.Call());
        }
        catch (BaseException error) when (error is OverflowError or ValueError)
        {
            return PyTuple.Of(value, Any.None);
        }
        var (n, d) = (Operators.GetAttr(value, "numerator", Any.Unbound), Operators.GetAttr(value, "denominator", Any.Unbound));
        return n.IsUnbound || d.IsUnbound ? throw new TypeError($"can't convert type '{PyType.Of(value).Name}' to numerator/denominator") : PyTuple.Of(n, d);
    }

    private static Any IsFinite(Any value)
        => Operators.GetAttr(value, "is_finite", Any.Unbound) is { IsUnbound: false } method ? method.Call() : Modules.Import("math").Invoke("isfinite", value);

    private static IEnumerable<Any> Checked(Any values, Any message)
    {
        foreach (var value in values)
            yield return Operators.Compare(Comparison.Lt, value, 0).Truth ? throw StatisticsModule.Fail(Operators.Str(message)) : value;
    }

    private static BigInteger RoundedToOdd(BigInteger n, BigInteger m)
    {
        var root = DecimalMath.Root(n / m);
        return root * root * m == n ? root : root | 1;
    }

    /// <summary>The decimal nearest to the square root of n/m.</summary>
    private static Any DecimalRoot(BigInteger n, BigInteger m)
    {
        if (n.IsZero)
            return ((Any)PyDecimal.Type).Call("0.0");
        if (n.Sign < 0)
            (n, m) = (-n, -m);
        var root = ((Any)PyDecimal.Type).Call(n) / ((Any)PyDecimal.Type).Call(m);
        root = root.Invoke("sqrt");
        var (next, previous) = (root.Invoke("next_plus"), root.Invoke("next_minus"));
        // The root stands for all that lies nearer to it than to its neighbours: between the middles.
        if (Middle(root, next) is var above && 4 * n * BigInteger.Pow(above.Below, 2) > m * BigInteger.Pow(above.Top, 2))
            return next;
        return Middle(root, previous) is var under && 4 * n * BigInteger.Pow(under.Below, 2) < m * BigInteger.Pow(under.Top, 2) ? previous : root;
    }

    private static (BigInteger Top, BigInteger Below) Middle(Any a, Any b)
    {
        var (first, second) = (a.Invoke("as_integer_ratio"), b.Invoke("as_integer_ratio"));
        BigInteger n1 = Operators.Index(first[0]), d1 = Operators.Index(first[1]), n2 = Operators.Index(second[0]), d2 = Operators.Index(second[1]);
        return ((d1 * n2) + (d2 * n1), d1 * d2);
    }
}

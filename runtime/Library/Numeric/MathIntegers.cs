using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The functions of <c>math</c> on ints.</summary>
internal static class MathIntegers
{
    public static void Declare(PyModule module) => module
        .Function("gcd", "*integers", static a => Lib.Tuple(a[0]).Aggregate((PyInt)0, static (x, y) => BigInteger.GreatestCommonDivisor(x, Operators.Index(y))))
        .Function("lcm", "*integers", static a => Lib.Tuple(a[0]).Aggregate((PyInt)1, static (x, y) => Lcm(x, Operators.Index(y))))
        .Function("factorial", static n => Factorial(n))
        .Function("isqrt", static n => SquareRoot(Operators.Index(n)))
        .Function("comb", "n, k, /", static (n, k) => Combinations(Operators.Index(n), Operators.Index(k)))
        .Function("perm", "n, k=None, /", static (n, k) => k.IsNone ? Factorial(n) : Permutations(Operators.Index(n), Operators.Index(k)));

    private static PyInt Lcm(BigInteger a, BigInteger b)
        => a.IsZero || b.IsZero ? 0 : BigInteger.Abs(a / BigInteger.GreatestCommonDivisor(a, b) * b);

    private static PyInt Factorial(Any n)
    {
        if (!Operators.IsIndex(n))
            throw new TypeError($"'{PyType.Of(n).ErrorName}' object cannot be interpreted as an integer");
        var number = Operators.Index(n);
        if (number < 0)
            throw new ValueError("factorial() not defined for negative values");
        if (number > int.MaxValue)
            throw new OverflowError("factorial() argument should not exceed 9223372036854775807");
        return Product(2, (int)number);
    }

    /// <summary>The product of a range, halves first, so that factors stay of like size.</summary>
    private static BigInteger Product(long low, long high)
    {
        if (low > high)
            return BigInteger.One;
        if (high - low < 8)
        {
            BigInteger result = low;
            for (var i = low + 1; i <= high; i++)
                result *= i;
            return result;
        }
        var middle = (low + high) / 2;
        return Product(low, middle) * Product(middle + 1, high);
    }

    internal static PyInt SquareRoot(PyInt n)
    {
        if (n < 0)
            throw new ValueError("isqrt() argument must be nonnegative");
        BigInteger value = n;
        if (value.IsZero)
            return 0;
        if (value < 1L << 52)
            return (long)Math.Sqrt((double)value);
        var x = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (x + (value / x)) >> 1;
            if (next >= x)
                return x;
            x = next;
        }
    }

    private static PyInt Combinations(PyInt n, PyInt k)
    {
        Check(n, k);
        if (k > n)
            return 0;
        if (k > n - k)
            k = n - k;
        if (k > long.MaxValue)
            throw new OverflowError("min(n - k, k) must not exceed 9223372036854775807");
        BigInteger result = 1;
        for (PyInt i = 0; i < k; i += 1)
            result = result * (BigInteger)(n - i) / (BigInteger)(i + 1);
        return result;
    }

    private static PyInt Permutations(PyInt n, PyInt k)
    {
        Check(n, k);
        if (k <= n && k > long.MaxValue)
            throw new OverflowError("k must not exceed 9223372036854775807");
        BigInteger result = k > n ? 0 : 1;
        for (PyInt i = 0; i < k && !result.IsZero; i += 1)
            result *= (BigInteger)(n - i);
        return result;
    }

    private static void Check(PyInt n, PyInt k)
    {
        if (n < 0)
            throw new ValueError("n must be a non-negative integer");
        if (k < 0)
            throw new ValueError("k must be a non-negative integer");
    }
}

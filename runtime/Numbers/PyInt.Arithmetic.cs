using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>Division, powers, conversions.</summary>
public readonly partial struct PyInt
{
    private static ZeroDivisionError DivisionByZero(string what = "division by zero") => new(what);

    /// <summary>Python's <c>a // b</c>: rounds down.</summary>
    /// <exception cref="ZeroDivisionError"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PyInt FloorDiv(PyInt a, PyInt b)
    {
        if (a.Big is not null || b.Big is not null || b.Small <= 0)
            return FloorDivSlow(a, b);
        var q = a.Small / b.Small;
        return a.Small - (q * b.Small) < 0 ? q - 1 : q;
    }

    private static PyInt FloorDivSlow(PyInt a, PyInt b)
    {
        if (b == 0)
            throw DivisionByZero("integer division or modulo by zero");
        if (a.Big is null && b.Big is null && b.Small != -1)
        {
            var q = a.Small / b.Small;
            return (a.Small % b.Small != 0) && ((a.Small < 0) != (b.Small < 0)) ? q - 1 : q;
        }
        var quotient = BigInteger.DivRem(a.Value, b.Value, out var remainder);
        return !remainder.IsZero && (remainder.Sign < 0) != (b.Value.Sign < 0) ? quotient - 1 : quotient;
    }

    /// <summary>Python's <c>a % b</c>: takes the sign of <paramref name="b"/>.</summary>
    /// <exception cref="ZeroDivisionError"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PyInt Mod(PyInt a, PyInt b)
    {
        if (a.Big is not null || b.Big is not null || b.Small <= 0)
            return ModSlow(a, b);
        var r = a.Small % b.Small;
        return r < 0 ? r + b.Small : r;
    }

    private static PyInt ModSlow(PyInt a, PyInt b)
    {
        if (b == 0)
            throw DivisionByZero("integer modulo by zero");
        if (a.Big is null && b.Big is null)
        {
            if (b.Small == -1)
                return 0;
            var r = a.Small % b.Small;
            return r != 0 && ((r < 0) != (b.Small < 0)) ? r + b.Small : r;
        }
        var remainder = BigInteger.Remainder(a.Value, b.Value);
        return !remainder.IsZero && (remainder.Sign < 0) != (b.Value.Sign < 0) ? remainder + b.Value : remainder;
    }

    /// <summary>Python's <c>a / b</c>, correctly rounded.</summary>
    /// <exception cref="ZeroDivisionError"/>
    /// <exception cref="OverflowError">The quotient is beyond a float.</exception>
    public static double TrueDiv(PyInt a, PyInt b)
    {
        if (b == 0)
            throw DivisionByZero();
        const long exact = 1L << 53;
        if (a.Big is null && b.Big is null && a.Small is >= -exact and <= exact && b.Small is >= -exact and <= exact)
            return (double)a.Small / b.Small;
        var negative = (a < 0) != (b < 0);
        var (n, d) = (BigInteger.Abs(a.Value), BigInteger.Abs(b.Value));
        if (n.IsZero)
            return negative ? -0.0 : 0.0;
        // Scale the quotient to 55 bits or more, keep a sticky bit, and round once.
        var shift = (int)(n.GetBitLength() - d.GetBitLength()) - 55;
        shift = Math.Max(shift, -1074 - 2);
        var q = shift >= 0 ? BigInteger.DivRem(n, d << shift, out var rest) : BigInteger.DivRem(n << -shift, d, out rest);
        if (!rest.IsZero)
            q |= 1;
        var result = Scale(q, shift);
        if (double.IsInfinity(result))
            throw new OverflowError("integer division result too large for a float");
        return negative ? -result : result;
    }

    /// <summary><c>mantissa * 2^exponent</c>, rounded half to even once; the lowest bit is sticky.</summary>
    internal static double Scale(BigInteger mantissa, int exponent)
    {
        var bits = (int)mantissa.GetBitLength();
        var drop = Math.Max(bits - 53, -1074 - exponent);
        if (drop > 0)
        {
            var kept = mantissa >> drop;
            var rest = mantissa - (kept << drop);
            var half = BigInteger.One << (drop - 1);
            if (rest > half || (rest == half && !kept.IsEven))
                kept += 1;
            mantissa = kept;
            exponent += drop;
        }
        return Math.ScaleB((double)mantissa, exponent);
    }

    /// <summary>The nearest float.</summary>
    /// <exception cref="OverflowError">The number is beyond a float.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToDouble(PyInt value) => value.Big is null ? value.Small : BigToDouble(value);

    private static double BigToDouble(PyInt value)
    {
        var result = Scale(BigInteger.Abs(value.Value), 0);
        if (double.IsInfinity(result))
            throw new OverflowError("int too large to convert to float");
        return value < 0 ? -result : result;
    }

    /// <summary>Python's <c>a ** b</c> for a non-negative exponent.</summary>
    public static PyInt Pow(PyInt a, PyInt b)
    {
        if (b < 0)
            throw new ValueError("negative exponent");
        if (b.Big is not null || b.Small > int.MaxValue)
            return a == 0 ? 0 : a == 1 ? 1 : a == -1 ? (b % 2 == 0 ? 1 : -1) : throw new MemoryError();
        if (a == 2)
            return (PyInt)1 << b;
        return BigInteger.Pow(a.Value, (int)b.Small);
    }

    /// <summary><c>pow(a, b, modulus)</c>.</summary>
    /// <exception cref="ValueError">The modulus is zero, or the base has no inverse.</exception>
    public static PyInt PowMod(PyInt a, PyInt b, PyInt modulus)
    {
        if (modulus == 0)
            throw new ValueError("pow() 3rd argument cannot be 0");
        if (b < 0)
        {
            a = Inverse(a, modulus);
            b = -b;
        }
        PyInt result = BigInteger.ModPow(Mod(a, modulus).Value, b.Value, modulus.Value);
        return Mod(result, modulus);
    }

    private static PyInt Inverse(PyInt a, PyInt modulus)
    {
        var n = BigInteger.Abs(modulus.Value);
        var (r0, r1, s0, s1) = (n, Mod(a, n).Value, BigInteger.Zero, BigInteger.One);
        while (!r1.IsZero)
        {
            var q = r0 / r1;
            (r0, r1) = (r1, r0 - (q * r1));
            (s0, s1) = (s1, s0 - (q * s1));
        }
        return r0.IsOne ? Mod(s0, n) : throw new ValueError("base is not invertible for the given modulus");
    }

    public static PyInt Abs(PyInt value) => value < 0 ? -value : value;

    /// <summary><c>round(value, digits)</c>: negative digits round to tens, half to even.</summary>
    public static PyInt Round(PyInt value, PyInt digits)
    {
        if (digits >= 0)
            return value;
        var unit = Pow(10, -digits);
        var down = FloorDiv(value, unit);
        var rest = value - (down * unit);
        if (rest * 2 > unit || (rest * 2 == unit && down % 2 != 0))
            down += 1;
        return down * unit;
    }

    /// <summary>The number of bits without sign.</summary>
    public long BitLength => Big is null ? 64 - BitOperations.LeadingZeroCount((ulong)(Small < 0 ? unchecked(-Small) : Small)) : (long)BigInteger.Abs(Value).GetBitLength();
}

using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>
/// Python's <c>int</c>: 64 bits inline, a <see cref="BigInteger"/> beyond.
/// See <see href="https://docs.python.org/3.13/library/stdtypes.html#numeric-types-int-float-complex">numeric types</see>.
/// </summary>
public readonly partial struct PyInt : IComparable<PyInt>, IEquatable<PyInt>
{
    /// <summary>Null for a small int, else the boxed number.</summary>
    internal readonly object? Big;
    internal readonly long Small;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal PyInt(object? big, long small)
    {
        Big = big;
        Small = small;
    }

    public static implicit operator PyInt(int value) => new(null, value);

    public static implicit operator PyInt(long value) => new(null, value);

    public static implicit operator PyInt(BigInteger value)
        => value >= long.MinValue && value <= long.MaxValue ? new(null, (long)value) : new(value, 0);

    public static implicit operator BigInteger(PyInt value) => value.Big is null ? value.Small : (BigInteger)value.Big;

    /// <exception cref="OverflowError">The number does not fit.</exception>
    public static explicit operator long(PyInt value) => value.Big is null ? value.Small : throw new OverflowError("Python int too large to convert to C long");

    /// <exception cref="OverflowError">The number does not fit.</exception>
    public static explicit operator int(PyInt value)
        => value.Big is null && value.Small is >= int.MinValue and <= int.MaxValue ? (int)value.Small : throw new OverflowError("Python int too large to convert to C int");

    public static explicit operator double(PyInt value) => ToDouble(value);

    private BigInteger Value => Big is null ? Small : (BigInteger)Big;

    public static PyInt operator +(PyInt a, PyInt b)
    {
        if (a.Big is null && b.Big is null)
        {
            var r = unchecked(a.Small + b.Small);
            if ((r < a.Small) == (b.Small < 0))
                return r;
        }
        return AddSlow(a, b);
    }

    public static PyInt operator -(PyInt a, PyInt b)
    {
        if (a.Big is null && b.Big is null)
        {
            var r = unchecked(a.Small - b.Small);
            if ((r > a.Small) == (b.Small < 0))
                return r;
        }
        return SubtractSlow(a, b);
    }

    public static PyInt operator *(PyInt a, PyInt b)
    {
        if (a.Big is null && b.Big is null)
        {
            if ((uint)(a.Small + int.MaxValue) == a.Small + int.MaxValue && (uint)(b.Small + int.MaxValue) == b.Small + int.MaxValue)
                return a.Small * b.Small;
            var high = Math.BigMul(a.Small, b.Small, out var low);
            if (high == low >> 63)
                return low;
        }
        return MultiplySlow(a, b);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PyInt AddSlow(PyInt a, PyInt b) => a.Value + b.Value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PyInt SubtractSlow(PyInt a, PyInt b) => a.Value - b.Value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PyInt MultiplySlow(PyInt a, PyInt b) => a.Value * b.Value;

    public static double operator /(PyInt a, PyInt b) => TrueDiv(a, b);

    public static PyInt operator %(PyInt a, PyInt b) => Mod(a, b);

    public static PyInt operator -(PyInt a) => a.Big is null && a.Small != long.MinValue ? -a.Small : -a.Value;

    public static PyInt operator +(PyInt a) => a;

    public static PyInt operator ~(PyInt a) => a.Big is null ? ~a.Small : -a.Value - 1;

    public static PyInt operator ++(PyInt a) => a + 1;

    public static PyInt operator --(PyInt a) => a - 1;

    public static PyInt operator &(PyInt a, PyInt b) => a.Big is null && b.Big is null ? a.Small & b.Small : a.Value & b.Value;

    public static PyInt operator |(PyInt a, PyInt b) => a.Big is null && b.Big is null ? a.Small | b.Small : a.Value | b.Value;

    public static PyInt operator ^(PyInt a, PyInt b) => a.Big is null && b.Big is null ? a.Small ^ b.Small : a.Value ^ b.Value;

    /// <exception cref="ValueError">The count is negative.</exception>
    public static PyInt operator <<(PyInt a, PyInt b)
    {
        if (b < 0)
            throw new ValueError("negative shift count");
        if (a == 0)
            return 0;
        if (b > int.MaxValue)
            throw b < 30 * (PyInt)(1L << 61) ? new MemoryError() : new OverflowError("too many digits in integer");
        var count = (int)b.Small;
        if (a.Big is null && count < 63 && a.Small == a.Small << count >> count)
            return a.Small << count;
        return a.Value << count;
    }

    /// <exception cref="ValueError">The count is negative.</exception>
    public static PyInt operator >>(PyInt a, PyInt b)
    {
        if (b < 0)
            throw new ValueError("negative shift count");
        if (b > int.MaxValue)
            return a < 0 ? -1 : 0;
        var count = (int)b.Small;
        return a.Big is null ? a.Small >> Math.Min(count, 63) : a.Value >> count;
    }

    public static bool operator ==(PyInt a, PyInt b) => a.Small == b.Small && (ReferenceEquals(a.Big, b.Big) || (a.Big is not null && b.Big is not null && a.Value == b.Value));

    public static bool operator !=(PyInt a, PyInt b) => !(a == b);

    public static bool operator <(PyInt a, PyInt b) => a.Big is null && b.Big is null ? a.Small < b.Small : a.Value < b.Value;

    public static bool operator <=(PyInt a, PyInt b) => a.Big is null && b.Big is null ? a.Small <= b.Small : a.Value <= b.Value;

    public static bool operator >(PyInt a, PyInt b) => a.Big is null && b.Big is null ? a.Small > b.Small : a.Value > b.Value;

    public static bool operator >=(PyInt a, PyInt b) => a.Big is null && b.Big is null ? a.Small >= b.Small : a.Value >= b.Value;

    public int CompareTo(PyInt other) => Big is null && other.Big is null ? Small.CompareTo(other.Small) : Value.CompareTo(other.Value);

    public bool Equals(PyInt other) => this == other;

    public override bool Equals(object? obj) => obj is PyInt other && this == other;

    public override int GetHashCode() => PyHash().GetHashCode();

    /// <summary>CPython's hash: the number modulo 2^61-1.</summary>
    public long PyHash()
    {
        const long modulus = (1L << 61) - 1;
        long hash;
        if (Big is null)
            hash = Small is > -modulus and < modulus ? Small : Small % modulus;
        else
            hash = (long)BigInteger.Remainder(Value, modulus);
        return hash == -1 ? -2 : hash;
    }

    /// <exception cref="ValueError">More digits than <c>sys.get_int_max_str_digits()</c>.</exception>
    public override string ToString()
    {
        if (Big is null)
            return Small.ToString(CultureInfo.InvariantCulture);
        // What is far too long is not written out first.
        CheckDigits((int)Math.Min(int.MaxValue, (long)(Math.Max(0, BitLength - 4) * 0.30102999)), "");
        var text = Value.ToString(CultureInfo.InvariantCulture);
        CheckDigits(text.Length - (text[0] == '-' ? 1 : 0), "");
        return text;
    }
}

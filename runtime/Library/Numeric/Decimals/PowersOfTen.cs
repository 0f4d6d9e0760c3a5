using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Decimals;

/// <summary>Powers of ten and counts of decimal digits.</summary>
internal static class PowersOfTen
{
    /// <summary>Digits beyond which no number is written out: memory would not hold it.</summary>
    private const long Most = 400_000_000;

    private static readonly BigInteger[] s_small = Small(512);

    private static BigInteger[] Small(int count)
    {
        var powers = new BigInteger[count];
        powers[0] = BigInteger.One;
        for (var i = 1; i < count; i++)
            powers[i] = powers[i - 1] * 10;
        return powers;
    }

    /// <summary>Ten to a power of zero or more.</summary>
    /// <exception cref="MemoryError">It has too many digits.</exception>
    public static BigInteger Of(long exponent)
        => exponent < s_small.Length ? s_small[exponent]
            : exponent <= Most ? BigInteger.Pow(10, (int)exponent)
            : throw new MemoryError();

    /// <summary>How many digits a number of zero or more has; zero has one.</summary>
    public static long DigitsOf(BigInteger value)
    {
        if (value.IsZero)
            return 1;
        var bits = value.GetBitLength();
        // 2**(bits - 1) has this many digits, and the value has at most one more.
        var digits = (long)((bits - 1) * 0.30102999566398119521) + 1;
        return value >= Of(digits) ? digits + 1 : digits;
    }

    /// <summary>Takes away at most so many zeros at the end.</summary>
    public static BigInteger Strip(BigInteger value, long most, out long taken)
    {
        taken = 0;
        if (value.IsZero)
            return value;
        for (var step = 64L; step > 0; step /= 2)
        {
            while (taken + step <= most)
            {
                var quotient = BigInteger.DivRem(value, Of(step), out var rest);
                if (!rest.IsZero)
                    break;
                value = quotient;
                taken += step;
            }
        }
        return value;
    }
}

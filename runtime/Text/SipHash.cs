using System.Numerics;
using System.Runtime.InteropServices;

namespace Pytocs.Runtime.Core;

/// <summary>SipHash-1-3 as CPython hashes str and bytes; PYTHONHASHSEED=0 gives CPython's values.</summary>
internal static class SipHash
{
    private static readonly (ulong K0, ulong K1) s_key = ReadKey();

    private static (ulong, ulong) ReadKey()
    {
        var seed = Environment.GetEnvironmentVariable("PYTHONHASHSEED");
        if (seed is null or "" or "random" || !uint.TryParse(seed, out var number))
        {
            Span<byte> random = stackalloc byte[16];
            System.Security.Cryptography.RandomNumberGenerator.Fill(random);
            return (MemoryMarshal.Read<ulong>(random), MemoryMarshal.Read<ulong>(random[8..]));
        }
        if (number == 0)
            return (0, 0);
        // CPython's linear congruential generator.
        Span<byte> bytes = stackalloc byte[16];
        var x = number;
        for (var i = 0; i < bytes.Length; i++)
        {
            x = unchecked((x * 214013) + 2531011);
            bytes[i] = (byte)(x >> 16);
        }
        return (MemoryMarshal.Read<ulong>(bytes), MemoryMarshal.Read<ulong>(bytes[8..]));
    }

    /// <summary>Hashes the representation CPython would hold: 1, 2 or 4 bytes a code point.</summary>
    public static long OfText(string text)
    {
        if (text.Length == 0)
            return 0;
        var max = 0;
        // A surrogate that stands alone is a character of two bytes.
        for (var i = 0; i < text.Length; i++)
            max = Math.Max(max, char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 0x10000 : text[i]);
        if (max < 0x100)
        {
            var latin = text.Length <= 256 ? stackalloc byte[text.Length] : new byte[text.Length];
            for (var i = 0; i < text.Length; i++)
                latin[i] = (byte)text[i];
            return OfBytes(latin);
        }
        if (max < 0x10000)
            return OfBytes(MemoryMarshal.AsBytes(text.AsSpan()));
        return OfBytes(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(Str.CodePoints(text))));
    }

    public static long OfBytes(ReadOnlySpan<byte> data)
    {
        if (data.Length == 0)
            return 0;
        var hash = (long)OfKey(data, s_key);
        return hash == -1 ? -2 : hash;
    }

    /// <summary>The hash of bytes with a key of one's own.</summary>
    public static ulong OfKey(ReadOnlySpan<byte> data, (ulong K0, ulong K1) key)
    {
        var length = (ulong)data.Length << 56;
        var v0 = key.K0 ^ 0x736f6d6570736575UL;
        var v1 = key.K1 ^ 0x646f72616e646f6dUL;
        var v2 = key.K0 ^ 0x6c7967656e657261UL;
        var v3 = key.K1 ^ 0x7465646279746573UL;
        for (; data.Length >= 8; data = data[8..])
        {
            var word = MemoryMarshal.Read<ulong>(data);
            v3 ^= word;
            Round(ref v0, ref v1, ref v2, ref v3);
            v0 ^= word;
        }
        for (var i = 0; i < data.Length; i++)
            length |= (ulong)data[i] << (8 * i);
        v3 ^= length;
        Round(ref v0, ref v1, ref v2, ref v3);
        v0 ^= length;
        v2 ^= 0xff;
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private static void Round(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v0 += v1;
        v2 += v3;
        v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
        v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
        v0 = BitOperations.RotateLeft(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
        v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
        v2 = BitOperations.RotateLeft(v2, 32);
    }
}

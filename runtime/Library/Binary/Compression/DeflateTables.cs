namespace Pytocs.Runtime.Library.Compression;

/// <summary>The fixed numbers of the <see href="https://www.rfc-editor.org/rfc/rfc1951">deflate</see> format.</summary>
internal static class DeflateTables
{
    public const int EndOfBlock = 256;
    public const int LiteralCodes = 286;
    public const int DistanceCodes = 30;
    public const int LengthCodes = 19;

    public static readonly int[] LengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    public static readonly int[] DistanceBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
    public static readonly int[] RepeatBits = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 7];

    /// <summary>The order in which the lengths of the length codes are written.</summary>
    public static readonly byte[] LengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    public static readonly int[] LengthBase = Bases(LengthBits, 28, 0);
    public static readonly int[] DistanceBase = Bases(DistanceBits, 30, 0);

    /// <summary>The code of each length less 3, and of each distance less 1.</summary>
    private static readonly byte[] s_lengthCode = CodeOfLength();

    private static readonly byte[] s_distanceCode = CodeOf(DistanceBase, 32768);

    public static readonly byte[] FixedLiteralLengths = [.. Enumerable.Range(0, 288).Select(static n => (byte)(n < 144 ? 8 : n < 256 ? 9 : n < 280 ? 7 : 8))];
    public static readonly byte[] FixedDistanceLengths = [.. Enumerable.Repeat((byte)5, 30)];

    public static int LengthCode(int lengthLess3) => s_lengthCode[lengthLess3];

    public static int DistanceCode(int distanceLess1) => s_distanceCode[distanceLess1];

    private static int[] Bases(int[] bits, int count, int start)
    {
        var bases = new int[bits.Length];
        for (var code = 0; code < count; code++)
        {
            bases[code] = start;
            start += 1 << bits[code];
        }
        return bases;
    }

    private static byte[] CodeOf(int[] bases, int size)
    {
        var codes = new byte[size];
        for (int value = 0, code = 0; value < size; value++)
        {
            while (code + 1 < bases.Length && bases[code + 1] <= value && bases[code + 1] > 0)
                code++;
            codes[value] = (byte)code;
        }
        return codes;
    }

    private static byte[] CodeOfLength()
    {
        var codes = CodeOf(LengthBase, 256);
        codes[255] = 28; // 258 has a code of its own, without extra bits
        return codes;
    }

    /// <summary>The code words of code lengths, their bits reversed as they are written.</summary>
    public static ushort[] CodeWords(ReadOnlySpan<byte> lengths)
    {
        Span<int> count = stackalloc int[16];
        foreach (var length in lengths)
            count[length]++;
        count[0] = 0;
        Span<int> next = stackalloc int[16];
        for (int bits = 1, code = 0; bits < 16; bits++)
            next[bits] = code = (code + count[bits - 1]) << 1;
        var words = new ushort[lengths.Length];
        for (var n = 0; n < lengths.Length; n++)
            if (lengths[n] != 0)
                words[n] = Reverse(next[lengths[n]]++, lengths[n]);
        return words;
    }

    private static ushort Reverse(int code, int length)
    {
        var result = 0;
        for (; length > 0; length--, code >>= 1)
            result = (result << 1) | (code & 1);
        return (ushort)result;
    }
}

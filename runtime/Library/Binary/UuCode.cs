using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Lines of <see href="https://docs.python.org/3.13/library/binascii.html#binascii.b2a_uu">uuencoded</see> data.</summary>
internal static class UuCode
{
    private const int Longest = 45;

    public static byte[] Encode(ReadOnlySpan<byte> data, bool backtick)
    {
        if (data.Length > Longest)
            throw new BinasciiError("At most 45 bytes at once");
        var line = new List<byte> { Letter(data.Length, backtick) };
        for (var i = 0; i < data.Length; i += 3)
        {
            var three = (data[i] << 16) | (At(data, i + 1) << 8) | At(data, i + 2);
            for (var shift = 18; shift >= 0; shift -= 6)
                line.Add(Letter((three >> shift) & 0x3f, backtick));
        }
        line.Add((byte)'\n');
        return [.. line];
    }

    private static int At(ReadOnlySpan<byte> data, int i) => i < data.Length ? data[i] : 0;

    private static byte Letter(int value, bool backtick) => (byte)(value == 0 && backtick ? '`' : value + ' ');

    public static byte[] Decode(ReadOnlySpan<byte> line)
    {
        var result = new byte[(At(line, 0) - ' ') & 0x3f];
        var (at, bits, held) = (1, 0, 0);
        for (var i = 0; i < result.Length;)
        {
            // Blanks at the end of a line may have been lost.
            var letter = at < line.Length && line[at] is not ((byte)'\n' or (byte)'\r') ? line[at] : (byte)' ';
            at++;
            if (letter is < (byte)' ' or > (byte)' ' + 64)
                throw new BinasciiError("Illegal char");
            held = (held << 6) | ((letter - ' ') & 0x3f);
            bits += 6;
            if (bits < 8)
                continue;
            bits -= 8;
            result[i++] = (byte)(held >> bits);
            held &= (1 << bits) - 1;
        }
        for (; at < line.Length; at++)
            if (line[at] is not ((byte)' ' or (byte)'`' or (byte)'\n' or (byte)'\r'))
                throw new BinasciiError("Trailing garbage");
        return result;
    }
}

namespace Pytocs.Runtime.Library.Compression;

/// <summary>Reads symbols of a code that is given by its lengths.</summary>
internal sealed class HuffmanDecoder
{
    private readonly int[] _count = new int[16];
    private readonly ushort[] _symbols;
    private readonly short[] _fast = new short[512];

    /// <summary>How many code words are unused: 0 for a full code, less for one that has too many.</summary>
    public int Left { get; } = 1;

    /// <summary>How many symbols have a code word.</summary>
    public int Used { get; }

    public int Longest { get; }

    public HuffmanDecoder(ReadOnlySpan<byte> lengths)
    {
        foreach (var length in lengths)
            _count[length]++;
        Used = lengths.Length - _count[0];
        _count[0] = 0;
        for (var bits = 1; bits < 16 && Left >= 0; bits++)
        {
            Left = (Left << 1) - _count[bits];
            if (_count[bits] > 0)
                Longest = bits;
        }
        var offsets = new int[16];
        for (var bits = 1; bits < 15; bits++)
            offsets[bits + 1] = offsets[bits] + _count[bits];
        _symbols = new ushort[Used];
        for (var n = 0; n < lengths.Length; n++)
            if (lengths[n] != 0)
                _symbols[offsets[lengths[n]]++] = (ushort)n;
        if (Left < 0)
            return;
        var words = DeflateTables.CodeWords(lengths);
        for (var n = 0; n < lengths.Length; n++)
            if (lengths[n] is > 0 and <= 9)
                for (int word = words[n]; word < 512; word += 1 << lengths[n])
                    _fast[word] = (short)((n << 4) | lengths[n]);
    }

    /// <summary>The symbol whose code word begins the bits.</summary>
    /// <param name="bits">The next bits, first read lowest.</param>
    /// <param name="available">How many there are.</param>
    /// <param name="length">How many the symbol takes; 0 when more are needed, -1 when no word begins so.</param>
    public int Decode(ulong bits, int available, out int length)
    {
        var entry = _fast[(int)bits & 511];
        if (entry != 0 && (entry & 15) <= available)
        {
            length = entry & 15;
            return entry >> 4;
        }
        int code = 0, first = 0, index = 0;
        for (length = 1; length <= 15; length++)
        {
            if (length > available)
            {
                length = length > Math.Max(Longest, 1) ? -1 : 0;
                return 0;
            }
            code |= (int)(bits >> (length - 1)) & 1;
            var count = _count[length];
            if (code - count < first)
                return _symbols[index + (code - first)];
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        length = -1;
        return 0;
    }
}

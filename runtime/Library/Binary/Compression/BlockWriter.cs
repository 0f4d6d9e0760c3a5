namespace Pytocs.Runtime.Library.Compression;

/// <summary>Gathers the literals and matches of a block and writes it in whichever of the three ways takes the fewest bits.</summary>
internal sealed class BlockWriter
{
    private readonly List<byte> _output = [];
    private readonly HuffmanTree _literals = new(DeflateTables.LiteralCodes, 15, DeflateTables.LengthBits, 257, DeflateTables.FixedLiteralLengths);
    private readonly HuffmanTree _distances = new(DeflateTables.DistanceCodes, 15, DeflateTables.DistanceBits, 0, DeflateTables.FixedDistanceLengths);
    private readonly HuffmanTree _lengths = new(DeflateTables.LengthCodes, 7, DeflateTables.RepeatBits, 0, null);
    private static readonly ushort[] s_fixedLiterals = DeflateTables.CodeWords(DeflateTables.FixedLiteralLengths);
    private static readonly ushort[] s_fixedDistances = DeflateTables.CodeWords(DeflateTables.FixedDistanceLengths);
    private readonly (ushort Distance, byte Value)[] _symbols;
    private int _count;
    private ulong _bits;
    private int _bitCount;

    public BlockWriter(int memLevel)
    {
        _symbols = new (ushort, byte)[(1 << (memLevel + 6)) - 1];
        Begin();
    }

    private BlockWriter(BlockWriter other)
    {
        _output.AddRange(other._output);
        _symbols = [.. other._symbols];
        (_count, _bits, _bitCount) = (other._count, other._bits, other._bitCount);
        other._literals.Counts.CopyTo(_literals.Counts, 0);
        other._distances.Counts.CopyTo(_distances.Counts, 0);
    }

    public bool IsEmpty => _count == 0;

    public BlockWriter Copy() => new(this);

    private void Begin()
    {
        _literals.Clear();
        _distances.Clear();
        _literals.Counts[DeflateTables.EndOfBlock] = 1;
        _count = 0;
    }

    /// <summary>Adds a byte; true when the block is full.</summary>
    public bool Literal(byte value)
    {
        _symbols[_count++] = (0, value);
        _literals.Counts[value]++;
        return _count == _symbols.Length;
    }

    /// <summary>Adds a match; true when the block is full.</summary>
    public bool Match(int distance, int length)
    {
        _symbols[_count++] = ((ushort)distance, (byte)(length - 3));
        _literals.Counts[DeflateTables.LengthCode(length - 3) + 257]++;
        _distances.Counts[DeflateTables.DistanceCode(distance - 1)]++;
        return _count == _symbols.Length;
    }

    /// <summary>What was written in whole bytes.</summary>
    public byte[] Take()
    {
        byte[] data = [.. _output];
        _output.Clear();
        return data;
    }

    public void Bytes(params ReadOnlySpan<byte> data) => _output.AddRange(data);

    private void Bits(int value, int count)
    {
        _bits |= (ulong)value << _bitCount;
        for (_bitCount += count; _bitCount >= 16; _bitCount -= 16, _bits >>= 16)
        {
            _output.Add((byte)_bits);
            _output.Add((byte)(_bits >> 8));
        }
    }

    /// <summary>Gives out whole bytes, keeping the bits of an unfinished one.</summary>
    public void FlushBits()
    {
        for (; _bitCount >= 8; _bitCount -= 8, _bits >>= 8)
            _output.Add((byte)_bits);
    }

    /// <summary>Fills the last byte with zeros.</summary>
    public void Align()
    {
        FlushBits();
        if (_bitCount > 0)
            _output.Add((byte)_bits);
        (_bits, _bitCount) = (0, 0);
    }

    /// <summary>An empty block of the fixed code, as a partial flush writes it.</summary>
    public void EmptyBlock()
    {
        Bits(1 << 1, 3);
        Bits(0, 7);
        FlushBits();
    }

    /// <summary>A block of bytes as they are.</summary>
    public void Stored(ReadOnlySpan<byte> data, bool last)
    {
        Bits(last ? 1 : 0, 3);
        Align();
        Bytes((byte)data.Length, (byte)(data.Length >> 8), (byte)~data.Length, (byte)(~data.Length >> 8));
        Bytes(data);
    }

    /// <summary>Ends the block.</summary>
    /// <param name="source">The bytes it stands for.</param>
    /// <param name="canStore">Whether they are all there still.</param>
    /// <param name="last">Whether it is the last block.</param>
    /// <param name="onlyFixed">Whether the fixed code is asked for.</param>
    public void End(ReadOnlySpan<byte> source, bool canStore, bool last, bool onlyFixed)
    {
        _literals.Build();
        _distances.Build();
        var (codeLengths, kinds) = Describe();
        var optimal = (_literals.OptimalBits + _distances.OptimalBits + _lengths.OptimalBits + (3 * (kinds + 1)) + 5 + 5 + 4 + 3 + 7) >> 3;
        var byFixed = (_literals.FixedBits + _distances.FixedBits + 3 + 7) >> 3;
        if (byFixed <= optimal || onlyFixed)
            optimal = byFixed;
        if (source.Length + 4 <= optimal && canStore)
        {
            Stored(source, last);
        }
        else if (byFixed == optimal)
        {
            Bits((1 << 1) + (last ? 1 : 0), 3);
            Symbols(s_fixedLiterals, DeflateTables.FixedLiteralLengths, s_fixedDistances, DeflateTables.FixedDistanceLengths);
        }
        else
        {
            Bits((2 << 1) + (last ? 1 : 0), 3);
            Header(codeLengths, kinds);
            Symbols(_literals.Words, _literals.Lengths, _distances.Words, _distances.Lengths);
        }
        Begin();
        if (last)
            Align();
        else
            FlushBits();
    }

    /// <summary>The lengths of both trees as symbols of the third, with what repeats; and the last of the length codes needed.</summary>
    private (List<(int Symbol, int Extra)> Codes, int Kinds) Describe()
    {
        var codes = new List<(int, int)>();
        _lengths.Clear();
        Scan(_literals.Lengths.AsSpan(0, _literals.Largest + 1), codes);
        Scan(_distances.Lengths.AsSpan(0, _distances.Largest + 1), codes);
        foreach (var (symbol, _) in codes)
            _lengths.Counts[symbol]++;
        _lengths.Build();
        var kinds = DeflateTables.LengthCodes - 1;
        while (kinds >= 3 && _lengths.Lengths[DeflateTables.LengthOrder[kinds]] == 0)
            kinds--;
        return (codes, kinds);
    }

    private static void Scan(ReadOnlySpan<byte> lengths, List<(int Symbol, int Extra)> codes)
    {
        var previous = -1;
        for (int at = 0, end; at < lengths.Length; at = end)
        {
            var length = lengths[at];
            var most = length == 0 ? 138 : length == previous ? 6 : 7;
            for (end = at + 1; end < lengths.Length && lengths[end] == length && end - at < most; end++)
            {
                // Counts the run.
            }
            var run = end - at;
            var least = length == 0 || length == previous ? 3 : 4;
            if (run < least)
            {
                for (; run > 0; run--)
                    codes.Add((length, 0));
            }
            else if (length != 0)
            {
                if (length != previous)
                {
                    codes.Add((length, 0));
                    run--;
                }
                codes.Add((16, run - 3));
            }
            else
            {
                codes.Add(run <= 10 ? (17, run - 3) : (18, run - 11));
            }
            previous = length;
        }
    }

    private void Header(List<(int Symbol, int Extra)> codes, int kinds)
    {
        Bits(_literals.Largest - 256, 5);
        Bits(_distances.Largest, 5);
        Bits(kinds - 3, 4);
        for (var rank = 0; rank <= kinds; rank++)
            Bits(_lengths.Lengths[DeflateTables.LengthOrder[rank]], 3);
        foreach (var (symbol, extra) in codes)
        {
            Bits(_lengths.Words[symbol], _lengths.Lengths[symbol]);
            if (symbol >= 16)
                Bits(extra, DeflateTables.RepeatBits[symbol]);
        }
    }

    private void Symbols(ushort[] literalWords, byte[] literalLengths, ushort[] distanceWords, byte[] distanceLengths)
    {
        foreach (var (distance, value) in _symbols.AsSpan(0, _count))
        {
            if (distance == 0)
            {
                Bits(literalWords[value], literalLengths[value]);
                continue;
            }
            var code = DeflateTables.LengthCode(value);
            Bits(literalWords[code + 257], literalLengths[code + 257]);
            if (DeflateTables.LengthBits[code] > 0)
                Bits(value - DeflateTables.LengthBase[code], DeflateTables.LengthBits[code]);
            code = DeflateTables.DistanceCode(distance - 1);
            Bits(distanceWords[code], distanceLengths[code]);
            if (DeflateTables.DistanceBits[code] > 0)
                Bits(distance - 1 - DeflateTables.DistanceBase[code], DeflateTables.DistanceBits[code]);
        }
        Bits(literalWords[DeflateTables.EndOfBlock], literalLengths[DeflateTables.EndOfBlock]);
    }
}

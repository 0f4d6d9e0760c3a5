namespace Pytocs.Runtime.Library.Compression;

/// <summary>The blocks of deflated data.</summary>
internal sealed partial class InflateDecoder
{
    private bool Block()
    {
        if (_isLast)
        {
            Align();
            _state = _format == 0 ? State.Done : State.Check;
            return true;
        }
        if (!Need(3))
            return false;
        _isLast = Take(1) == 1;
        switch (Take(2))
        {
            case 0:
                Align();
                _state = State.StoredLength;
                return true;
            case 1:
                (_literals, _distances, _state) = (s_fixedLiterals, s_fixedDistances, State.Symbol);
                return true;
            case 2:
                _state = State.Counts;
                return true;
            default:
                return Fail("invalid block type");
        }
    }

    private bool StoredLength()
    {
        if (!Need(32))
            return false;
        var length = Take(16);
        if (length != (Take(16) ^ 0xffff))
            return Fail("invalid stored block lengths");
        (_value, _state) = (length, State.Stored);
        return true;
    }

    private bool Stored()
    {
        for (; _value > 0; _value--)
        {
            if (!HasRoom || _inputAt == _input.Length)
                return false;
            Put(_input[_inputAt++]);
        }
        _state = State.Block;
        return true;
    }

    private bool Counts()
    {
        if (!Need(14))
            return false;
        (_literalCount, _distanceCount, _codeCount) = (Take(5) + 257, Take(5) + 1, Take(4) + 4);
        if (_literalCount > 286 || _distanceCount > 30)
            return Fail("too many length or distance symbols");
        Array.Clear(_lengths);
        (_at, _state) = (0, State.CodeLengths);
        return true;
    }

    private bool CodeLengths()
    {
        for (; _at < _codeCount; _at++)
        {
            if (!Need(3))
                return false;
            _lengths[DeflateTables.LengthOrder[_at]] = (byte)Take(3);
        }
        _literals = new HuffmanDecoder(_lengths.AsSpan(0, DeflateTables.LengthCodes));
        if (_literals.Left != 0)
            return Fail("invalid code lengths set");
        Array.Clear(_lengths);
        (_at, _state) = (0, State.Lengths);
        return true;
    }

    private bool Lengths()
    {
        while (_at < _literalCount + _distanceCount)
        {
            var symbol = Symbol(_literals, "invalid bit length repeat", extra: 1);
            if (symbol < 0)
                return false;
            if (symbol < 16)
            {
                _lengths[_at++] = (byte)symbol;
                continue;
            }
            if (symbol == 16 && _at == 0)
                return Fail("invalid bit length repeat");
            var length = symbol == 16 ? _lengths[_at - 1] : (byte)0;
            var count = symbol == 16 ? 3 + Take(2) : symbol == 17 ? 3 + Take(3) : 11 + Take(7);
            if (_at + count > _literalCount + _distanceCount)
                return Fail("invalid bit length repeat");
            for (; count > 0; count--)
                _lengths[_at++] = length;
        }
        if (_lengths[DeflateTables.EndOfBlock] == 0)
            return Fail("invalid code -- missing end-of-block");
        _literals = new HuffmanDecoder(_lengths.AsSpan(0, _literalCount));
        if (IsIncomplete(_literals))
            return Fail("invalid literal/lengths set");
        _distances = new HuffmanDecoder(_lengths.AsSpan(_literalCount, _distanceCount));
        if (IsIncomplete(_distances))
            return Fail("invalid distances set");
        _state = State.Symbol;
        return true;
    }

    /// <summary>A code must use all its words, but for one of a single word.</summary>
    private static bool IsIncomplete(HuffmanDecoder code) => code.Left < 0 || (code.Left > 0 && code.Longest > 1);

    private bool Literals()
    {
        while (true)
        {
            var symbol = Symbol(_literals, "invalid literal/length code");
            if (symbol < 0)
                return false;
            if (symbol > DeflateTables.EndOfBlock)
            {
                if (symbol > 285)
                    return Fail("invalid literal/length code");
                (_value, _state) = (symbol - 257, State.LengthExtra);
                return true;
            }
            if (symbol == DeflateTables.EndOfBlock)
            {
                _state = State.Block;
                return true;
            }
            if (!HasRoom)
            {
                (_value, _state) = (symbol, State.Literal);
                return false;
            }
            Put((byte)symbol);
        }
    }

    private bool Literal()
    {
        if (!HasRoom)
            return false;
        Put((byte)_value);
        _state = State.Symbol;
        return true;
    }

    private bool LengthExtra()
    {
        if (!Need(DeflateTables.LengthBits[_value]))
            return false;
        _value = _value == 28 ? 258 : 3 + DeflateTables.LengthBase[_value] + Take(DeflateTables.LengthBits[_value]);
        _state = State.Distance;
        return true;
    }

    private bool Distance()
    {
        _distance = Symbol(_distances, "invalid distance code");
        if (_distance < 0)
            return false;
        if (_distance >= DeflateTables.DistanceCodes)
            return Fail("invalid distance code");
        _state = State.DistanceExtra;
        return true;
    }

    private bool DistanceExtra()
    {
        if (!Need(DeflateTables.DistanceBits[_distance]))
            return false;
        _distance = 1 + DeflateTables.DistanceBase[_distance] + Take(DeflateTables.DistanceBits[_distance]);
        if (_distance > _written || _distance > _window)
            return Fail("invalid distance too far back");
        _state = State.Copy;
        return true;
    }

    private bool CopyMatch()
    {
        for (; _value > 0; _value--)
        {
            if (!HasRoom)
                return false;
            Put(_history[(_written - _distance) & 0x7fff]);
        }
        _state = State.Symbol;
        return true;
    }
}

using System.Buffers.Binary;

namespace Pytocs.Runtime.Library.Compression;

/// <summary>The headers and trailers of zlib's and gzip's formats.</summary>
internal sealed partial class InflateDecoder
{
    private int _field;
    private int _flags;
    private int _fieldLeft;
    private uint _headerCheck;

    private bool Head()
    {
        if (!Need(16))
            return false;
        if (_format is 2 or 3 && (_bits & 0xffff) == 0x8b1f)
        {
            (_format, _state, _headerCheck) = (2, State.GzipFields, Crc32.Compute([0x1f, 0x8b], 0));
            Take(16);
            return true;
        }
        if (_format == 2 || ((((int)_bits & 0xff) << 8) + ((int)(_bits >> 8) & 0xff)) % 31 != 0)
            return Fail("incorrect header check");
        if (Take(4) != 8)
            return Fail("unknown compression method");
        var window = Take(4) + 8;
        if (window > 15 || 1 << window > _window)
            return Fail("invalid window size");
        (_format, _window, _check) = (1, 1 << window, 1);
        var dictionary = (Take(8) & 0x20) != 0;
        _state = dictionary ? State.Dictionary : State.Block;
        return true;
    }

    private bool Dictionary()
    {
        if (NeedsDictionary)
            return false;
        if (!Need(32))
            return false;
        _check = BinaryPrimitives.ReverseEndianness((uint)Take(32));
        NeedsDictionary = true;
        return false;
    }

    /// <summary>The fields of a gzip header after its first two bytes, one byte at a time.</summary>
    private bool GzipFields()
    {
        while (true)
        {
            if (!NextField())
            {
                (_state, _check) = (State.Block, 0);
                return true;
            }
            if (!Need(8))
                return false;
            var value = Take(8);
            if (_field != 9)
                _headerCheck = Crc32.Compute([(byte)value], _headerCheck);
            if (!Field(value))
                return false;
        }
    }

    /// <summary>Goes past the fields that the header lacks; false after the last.</summary>
    private bool NextField()
    {
        while ((_field == 4 && (_flags & 4) == 0) || (_field == 6 && _fieldLeft == 0) || (_field == 7 && (_flags & 8) == 0) || (_field == 8 && (_flags & 16) == 0) || (_field == 9 && (_flags & 2) == 0))
            _field = _field == 4 ? 7 : _field + 1;
        return _field < 10;
    }

    private bool Field(int value)
    {
        switch (_field)
        {
            case 0:
                if (value != 8)
                    return Fail("unknown compression method");
                break;
            case 1:
                if ((value & 0xe0) != 0)
                    return Fail("unknown header flags set");
                (_flags, _fieldLeft) = (value, 6);
                break;
            case 2: // the time, how hard it was tried, the system
                if (--_fieldLeft > 0)
                    return true;
                _field = 3;
                break;
            case 4:
                _fieldLeft = value;
                break;
            case 5:
                _fieldLeft |= value << 8;
                break;
            case 6:
                _fieldLeft--;
                return true;
            case 7 or 8: // names end with a zero
                if (value != 0)
                    return true;
                break;
            case 9:
                if (_fieldLeft >= 0)
                {
                    _fieldLeft = -1 - value;
                    return true;
                }
                if (((value << 8) | (-1 - _fieldLeft)) != (int)(_headerCheck & 0xffff))
                    return Fail("header crc mismatch");
                break;
        }
        _field++;
        return true;
    }

    private bool Check()
    {
        Sum();
        if (!Need(32))
            return false;
        var given = (uint)Take(32);
        if ((_format == 2 ? given : BinaryPrimitives.ReverseEndianness(given)) != _check)
            return Fail("incorrect data check");
        _state = _format == 2 ? State.Size : State.Done;
        return true;
    }

    private bool Size()
    {
        if (!Need(32))
            return false;
        if ((uint)Take(32) != _total)
            return Fail("incorrect length check");
        _state = State.Done;
        return true;
    }
}

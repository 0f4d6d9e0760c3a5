namespace Pytocs.Runtime.Library.Compression;

/// <summary>
/// Unpacks deflated data piece by piece. It reads no byte before it needs it, and stops where the output is full, so that what is left
/// of the input is what zlib leaves.
/// </summary>
internal sealed partial class InflateDecoder
{
    private enum State
    {
        Head, GzipFields, Dictionary, Block, StoredLength, Stored, Counts, CodeLengths, Lengths, Symbol, LengthExtra, Distance, DistanceExtra, Copy, Literal, Check, Size, Done,
    }

    private static readonly HuffmanDecoder s_fixedLiterals = new(DeflateTables.FixedLiteralLengths);
    private static readonly HuffmanDecoder s_fixedDistances = new(DeflateTables.FixedDistanceLengths);

    private readonly byte[] _history = new byte[1 << 15];
    private readonly byte[] _lengths = new byte[320];
    private byte[] _input = [];
    private int _inputAt;
    private List<byte> _output = [];
    private int _limit;
    private State _state;
    private int _format;
    private bool _isLast;
    private ulong _bits;
    private int _bitCount;
    private int _literalCount;
    private int _distanceCount;
    private int _codeCount;
    private int _at;
    private int _value;
    private int _distance;
    private HuffmanDecoder _literals = s_fixedLiterals;
    private HuffmanDecoder _distances = s_fixedDistances;
    private uint _check;
    private uint _total;
    private int _checked;
    private long _written;
    private int _window;

    /// <param name="windowBits">As zlib has it: negative for raw data, from 24 for gzip, from 40 for either.</param>
    public InflateDecoder(int windowBits)
    {
        _format = windowBits < 0 ? 0 : windowBits < 16 ? 1 : windowBits < 32 ? 2 : 3;
        _window = 1 << (windowBits is 0 or 32 ? 15 : windowBits < 0 ? -windowBits : windowBits & 15);
        _state = _format == 0 ? State.Block : State.Head;
    }

    private InflateDecoder(InflateDecoder other)
    {
        other._history.CopyTo(_history, 0);
        other._lengths.CopyTo(_lengths, 0);
        (_state, _format, _isLast, _bits, _bitCount, _literalCount, _distanceCount, _codeCount, _at, _value, _distance) =
            (other._state, other._format, other._isLast, other._bits, other._bitCount, other._literalCount, other._distanceCount, other._codeCount, other._at, other._value, other._distance);
        (_literals, _distances, _check, _total, _written, _window) = (other._literals, other._distances, other._check, other._total, other._written, other._window);
        (_field, _flags, _fieldLeft, _headerCheck) = (other._field, other._flags, other._fieldLeft, other._headerCheck);
    }

    public bool IsDone => _state == State.Done;

    /// <summary>Whether the data asks for a dictionary.</summary>
    public bool NeedsDictionary { get; private set; }

    /// <summary>What is wrong with the data.</summary>
    public string? Error { get; private set; }

    public InflateDecoder Copy() => new(this);

    /// <summary>Unpacks until the input ends or the output holds so many bytes.</summary>
    /// <param name="input">Packed data.</param>
    /// <param name="limit">The most bytes to give out.</param>
    /// <param name="used">How many bytes of the input were read.</param>
    public byte[] Run(ReadOnlySpan<byte> input, int limit, out int used)
    {
        (_input, _inputAt, _limit) = (input.ToArray(), 0, limit);
        _output = [];
        _checked = 0;
        while (!IsDone && Error is null && Step())
        {
            // Goes on.
        }
        Sum();
        used = _inputAt;
        return [.. _output];
    }

    /// <summary>Takes the dictionary that was asked for; false when it is another.</summary>
    public bool Preset(ReadOnlySpan<byte> dictionary)
    {
        if (_format == 1 && Checksums.Adler32(dictionary, 1) != _check)
            return false;
        foreach (var value in dictionary)
            _history[_written++ & 0x7fff] = value;
        NeedsDictionary = false;
        if (_format == 1)
            (_check, _state) = (1, State.Block);
        return true;
    }

    private bool Fail(string message)
    {
        Error = message;
        return false;
    }

    private bool Need(int count)
    {
        while (_bitCount < count)
        {
            if (_inputAt == _input.Length)
                return false;
            _bits |= (ulong)_input[_inputAt++] << _bitCount;
            _bitCount += 8;
        }
        return true;
    }

    private int Take(int count)
    {
        var value = (int)(_bits & ((1UL << count) - 1));
        _bits >>= count;
        _bitCount -= count;
        return value;
    }

    private void Align() => Take(_bitCount & 7);

    /// <summary>The next symbol, or -1 when there is none yet.</summary>
    private int Symbol(HuffmanDecoder code, string error, int extra = 0)
    {
        while (true)
        {
            var symbol = code.Decode(_bits, _bitCount, out var length);
            if (length > 0)
            {
                if (extra > 0 && symbol >= 16 && !Need(length + DeflateTables.RepeatBits[symbol]))
                    return -1;
                Take(length);
                return symbol;
            }
            if (length < 0)
            {
                Fail(error);
                return -1;
            }
            if (!Need(_bitCount + 1))
                return -1;
        }
    }

    private void Put(byte value)
    {
        _output.Add(value);
        _history[_written++ & 0x7fff] = value;
    }

    private bool HasRoom => _output.Count < _limit;

    /// <summary>Adds what was given out to the checksum.</summary>
    private void Sum()
    {
        var part = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_output)[_checked..];
        _checked = _output.Count;
        _total += (uint)part.Length;
        _check = _format == 2 ? Crc32.Compute(part, _check) : _format == 1 && _state != State.Dictionary && _state != State.Head ? Checksums.Adler32(part, _check) : _check;
    }

    /// <summary>Does one thing; false when more input or room is needed, or the data is wrong.</summary>
    private bool Step() => _state switch
    {
        State.Head => Head(),
        State.GzipFields => GzipFields(),
        State.Dictionary => Dictionary(),
        State.Block => Block(),
        State.StoredLength => StoredLength(),
        State.Stored => Stored(),
        State.Counts => Counts(),
        State.CodeLengths => CodeLengths(),
        State.Lengths => Lengths(),
        State.Symbol => Literals(),
        State.Literal => Literal(),
        State.LengthExtra => LengthExtra(),
        State.Distance => Distance(),
        State.DistanceExtra => DistanceExtra(),
        State.Copy => CopyMatch(),
        State.Check => Check(),
        _ => Size(),
    };
}

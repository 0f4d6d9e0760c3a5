using System.Buffers.Binary;

namespace Pytocs.Runtime.Library.Compression;

/// <summary>
/// Compresses as zlib does, to the byte: the same window that slides, the same chains of positions, the same patience in looking for
/// a longer match.
/// </summary>
internal sealed partial class DeflateEncoder
{
    private const int Shortest = 3;
    private const int Longest = 258;
    private const int Margin = Longest + Shortest + 1;

    private static readonly (int Good, int Lazy, int Nice, int Chain)[] s_patience =
        [(0, 0, 0, 0), (4, 4, 8, 4), (4, 5, 16, 8), (4, 6, 32, 32), (4, 4, 16, 16), (8, 16, 32, 32), (8, 16, 128, 128), (8, 32, 128, 256), (32, 128, 258, 1024), (32, 258, 258, 4096)];

    private readonly int _level;
    private readonly int _strategy;
    private readonly int _wrap;
    private readonly int _size;
    private readonly int _hashShift;
    private readonly byte[] _window;
    private readonly int[] _previous;
    private readonly int[] _head;
    private readonly BlockWriter _writer;
    private byte[] _input = [];
    private int _inputAt;
    private int _start;
    private int _ahead;
    private int _blockStart;
    private int _toInsert;
    private int _matchStart;
    private int _matchLength = Shortest - 1;
    private int _previousLength = Shortest - 1;
    private bool _isPending;
    private bool _hasHeader;
    private bool _isFinished;
    private int _lastFlush = -2;
    private uint _check;
    private uint _total;
    private readonly byte[]? _dictionary;

    /// <param name="wrap">0 for raw data, 1 for zlib's header, 2 for gzip's.</param>
    public DeflateEncoder(int level, int windowBits, int wrap, int memLevel, int strategy, byte[]? dictionary)
    {
        (_level, _strategy, _wrap) = (level < 0 ? 6 : level, strategy, wrap);
        _size = 1 << windowBits;
        _window = new byte[(2 * _size) + Longest + 1];
        _previous = new int[_size];
        _head = new int[1 << (memLevel + 7)];
        _hashShift = (memLevel + 7 + Shortest - 1) / Shortest;
        _writer = new BlockWriter(memLevel);
        _check = wrap == 2 ? 0u : 1u;
        _dictionary = dictionary;
        if (dictionary is not null)
            Preset(dictionary);
    }

    private DeflateEncoder(DeflateEncoder other)
    {
        (_level, _strategy, _wrap, _size, _hashShift, _dictionary) = (other._level, other._strategy, other._wrap, other._size, other._hashShift, other._dictionary);
        (_window, _previous, _head, _writer) = ([.. other._window], [.. other._previous], [.. other._head], other._writer.Copy());
        (_start, _ahead, _blockStart, _toInsert, _matchStart, _matchLength, _previousLength) = (other._start, other._ahead, other._blockStart, other._toInsert, other._matchStart, other._matchLength, other._previousLength);
        (_isPending, _hasHeader, _isFinished, _lastFlush, _check, _total) = (other._isPending, other._hasHeader, other._isFinished, other._lastFlush, other._check, other._total);
    }

    private int Reach => _size - Margin;

    public DeflateEncoder Copy() => new(this);

    /// <summary>Takes data, and gives what is compressed by then.</summary>
    /// <param name="data">More of what is compressed.</param>
    /// <param name="flush">One of zlib's ways of flushing, 0 for none, 4 for the end.</param>
    public byte[] Run(ReadOnlySpan<byte> data, int flush)
    {
        if (!_hasHeader)
            Header();
        (_input, _inputAt) = (data.ToArray(), 0);
        if (data.Length == 0 && Rank(flush) <= Rank(_lastFlush) && flush != 4)
            return _writer.Take();
        _lastFlush = flush;
        if (data.Length > 0 || _ahead > 0 || (flush != 0 && !_isFinished))
        {
            var ended = _level == 0 ? Store(flush) : _strategy == 2 ? Literals(flush) : _strategy == 3 ? Runs(flush) : _level < 4 ? Fast(flush) : Slow(flush);
            if (ended && flush is 1 or 2 or 3)
            {
                if (flush == 1)
                    _writer.EmptyBlock();
                else
                    _writer.Stored([], last: false);
                if (flush == 3)
                {
                    Array.Clear(_head);
                    if (_ahead == 0)
                        (_start, _blockStart, _toInsert) = (0, 0, 0);
                }
            }
        }
        if (flush != 0)
            _writer.FlushBits();
        if (flush == 4 && !_isFinished)
            Trailer();
        return _writer.Take();
    }

    private static int Rank(int flush) => (flush * 2) - (flush > 4 ? 9 : 0);

    private void Header()
    {
        _hasHeader = true;
        if (_wrap == 1)
        {
            var effort = _strategy >= 2 || _level < 2 ? 0 : _level < 6 ? 1 : _level == 6 ? 2 : 3;
            var header = ((8 + ((int.Log2(_size) - 8) << 4)) << 8) | (effort << 6) | (_dictionary is null ? 0 : 0x20);
            header += 31 - (header % 31);
            _writer.Bytes((byte)(header >> 8), (byte)header);
            if (_dictionary is not null)
                BigEndian(Checksums.Adler32(_dictionary, 1));
        }
        else if (_wrap == 2)
        {
            _writer.Bytes(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, (byte)(_level == 9 ? 2 : _strategy >= 2 || _level < 2 ? 4 : 0), 3);
        }
    }

    private void BigEndian(uint value) => _writer.Bytes((byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value);

    private void Trailer()
    {
        _isFinished = true;
        if (_wrap == 1)
            BigEndian(_check);
        if (_wrap != 2)
            return;
        Span<byte> end = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(end, _check);
        BinaryPrimitives.WriteUInt32LittleEndian(end[4..], _total);
        _writer.Bytes(end);
    }

    /// <summary>Takes a dictionary as if its end stood before the data.</summary>
    private void Preset(byte[] dictionary)
    {
        var tail = dictionary.AsSpan(Math.Max(0, dictionary.Length - _size));
        (_input, _inputAt) = (tail.ToArray(), 0);
        var (check, total) = (_check, _total);
        Fill();
        while (_ahead >= Shortest)
        {
            var end = _start + _ahead - (Shortest - 1);
            for (; _start < end; _start++)
                Insert(_start);
            _ahead = Shortest - 1;
            Fill();
        }
        _start += _ahead;
        _blockStart = _start;
        _toInsert = _ahead;
        _ahead = 0;
        (_check, _total) = (check, total);
    }

    private int Hash(int at) => ((_window[at] << (2 * _hashShift)) ^ (_window[at + 1] << _hashShift) ^ _window[at + 2]) & (_head.Length - 1);

    /// <summary>Notes that three bytes stand at a position; gives where they stood before.</summary>
    private int Insert(int at)
    {
        ref var head = ref _head[Hash(at)];
        var before = head;
        _previous[at & (_size - 1)] = before;
        head = at;
        return before;
    }

    /// <summary>Reads more of the input into the window.</summary>
    private void Fill()
    {
        do
        {
            var room = (2 * _size) - _ahead - _start;
            if (_start >= _size + Reach)
            {
                Slide();
                room += _size;
            }
            if (_inputAt == _input.Length)
                break;
            var part = _input.AsSpan(_inputAt, Math.Min(room, _input.Length - _inputAt));
            part.CopyTo(_window.AsSpan(_start + _ahead));
            _check = _wrap == 2 ? Crc32.Compute(part, _check) : _wrap == 1 ? Checksums.Adler32(part, _check) : 0;
            _total += (uint)part.Length;
            _inputAt += part.Length;
            _ahead += part.Length;
            for (var at = _start - _toInsert; _toInsert > 0 && _ahead + _toInsert >= Shortest; at++, _toInsert--)
                Insert(at);
        }
        while (_ahead < Margin && _inputAt < _input.Length);
    }

    private void Slide()
    {
        Array.Copy(_window, _size, _window, 0, _size);
        _matchStart -= _size;
        _start -= _size;
        _blockStart -= _size;
        _toInsert = Math.Min(_toInsert, _start);
        foreach (var list in (int[][])[_head, _previous])
            for (var i = 0; i < list.Length; i++)
                list[i] = Math.Max(0, list[i] - _size);
    }

    private void EndBlock(bool last)
    {
        var source = _blockStart >= 0 ? _window.AsSpan(_blockStart, _start - _blockStart) : [];
        _writer.End(source, _blockStart >= 0, last, _strategy == 4);
        _blockStart = _start;
    }

    /// <summary>Ends the last block, or that of a flush.</summary>
    private bool EndRun(int flush)
    {
        if (flush == 4)
            EndBlock(last: true);
        else if (!_writer.IsEmpty)
            EndBlock(last: false);
        return true;
    }
}

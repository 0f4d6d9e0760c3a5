namespace Pytocs.Runtime.Library.Compression;

/// <summary>The ways of looking for matches; each gives whether all of the input was used up.</summary>
internal sealed partial class DeflateEncoder
{
    /// <summary>The length of the best earlier copy of what stands at the position.</summary>
    private int Longer(int candidate)
    {
        var (good, _, nice, chain) = s_patience[_level];
        var best = _previousLength;
        var limit = Math.Max(0, _start - Reach);
        if (_previousLength >= good)
            chain >>= 2;
        nice = Math.Min(nice, _ahead);
        var scan = _window.AsSpan(_start, Longest);
        do
        {
            var match = _window.AsSpan(candidate);
            if (match[best] != _window[_start + best] || match[best - 1] != _window[_start + best - 1] || match[0] != scan[0] || match[1] != scan[1])
                continue;
            var length = scan.CommonPrefixLength(match[..Longest]);
            if (length <= best)
                continue;
            (_matchStart, best) = (candidate, length);
            if (length >= nice)
                break;
        }
        while ((candidate = _previous[candidate & (_size - 1)]) > limit && --chain != 0);
        return Math.Min(best, _ahead);
    }

    /// <summary>Has the window hold enough; false where more input must come first.</summary>
    private bool HasEnough(int least, int flush)
    {
        if (_ahead >= least)
            return true;
        Fill();
        return _ahead >= least || flush != 0;
    }

    /// <summary>Takes the first match there is.</summary>
    private bool Fast(int flush)
    {
        while (true)
        {
            if (!HasEnough(Margin, flush))
                return false;
            if (_ahead == 0)
                break;
            var candidate = _ahead >= Shortest ? Insert(_start) : 0;
            if (candidate != 0 && _start - candidate <= Reach)
                _matchLength = Longer(candidate);
            bool full;
            if (_matchLength >= Shortest)
            {
                full = _writer.Match(_start - _matchStart, _matchLength);
                _ahead -= _matchLength;
                if (_matchLength <= s_patience[_level].Lazy && _ahead >= Shortest)
                {
                    for (_matchLength--; _matchLength > 0; _matchLength--)
                        Insert(++_start);
                    _start++;
                }
                else
                {
                    _start += _matchLength;
                }
                _matchLength = 0;
            }
            else
            {
                full = _writer.Literal(_window[_start++]);
                _ahead--;
            }
            if (full)
                EndBlock(last: false);
        }
        _toInsert = Math.Min(_start, Shortest - 1);
        return EndRun(flush);
    }

    /// <summary>Takes a match only if the next position has no longer one.</summary>
    private bool Slow(int flush)
    {
        while (true)
        {
            if (!HasEnough(Margin, flush))
                return false;
            if (_ahead == 0)
                break;
            var candidate = _ahead >= Shortest ? Insert(_start) : 0;
            _previousLength = _matchLength;
            var previousMatch = _matchStart;
            _matchLength = Shortest - 1;
            if (candidate != 0 && _previousLength < s_patience[_level].Lazy && _start - candidate <= Reach)
            {
                _matchLength = Longer(candidate);
                // A short match that is far away takes more bits than its bytes.
                if (_matchLength <= 5 && (_strategy == 1 || (_matchLength == Shortest && _start - _matchStart > 4096)))
                    _matchLength = Shortest - 1;
            }
            if (_previousLength >= Shortest && _matchLength <= _previousLength)
            {
                var lastInsert = _start + _ahead - Shortest;
                var full = _writer.Match(_start - 1 - previousMatch, _previousLength);
                _ahead -= _previousLength - 1;
                for (var left = _previousLength - 2; left > 0; left--)
                    if (++_start <= lastInsert)
                        Insert(_start);
                _isPending = false;
                _matchLength = Shortest - 1;
                _start++;
                if (full)
                    EndBlock(last: false);
            }
            else
            {
                if (_isPending && _writer.Literal(_window[_start - 1]))
                    EndBlock(last: false);
                _isPending = true;
                _start++;
                _ahead--;
            }
        }
        if (_isPending)
            _writer.Literal(_window[_start - 1]);
        _isPending = false;
        _toInsert = Math.Min(_start, Shortest - 1);
        return EndRun(flush);
    }

    /// <summary>Looks for runs of one byte only.</summary>
    private bool Runs(int flush)
    {
        while (true)
        {
            if (!HasEnough(Longest + 1, flush))
                return false;
            if (_ahead == 0)
                break;
            var length = 0;
            if (_ahead >= Shortest && _start > 0)
                length = Math.Min(_ahead, Math.Min(Longest, RunAt(_start)));
            bool full;
            if (length >= Shortest)
            {
                full = _writer.Match(1, length);
                _ahead -= length;
                _start += length;
            }
            else
            {
                full = _writer.Literal(_window[_start++]);
                _ahead--;
            }
            if (full)
                EndBlock(last: false);
        }
        _toInsert = 0;
        return EndRun(flush);
    }

    private int RunAt(int at)
    {
        var same = _window.AsSpan(at, Longest).IndexOfAnyExcept(_window[at - 1]);
        return same < 0 ? Longest : same;
    }

    /// <summary>Writes literals only.</summary>
    private bool Literals(int flush)
    {
        while (HasEnough(1, flush) && _ahead > 0)
        {
            _ahead--;
            if (_writer.Literal(_window[_start++]))
                EndBlock(last: false);
        }
        if (flush == 0)
            return false;
        _toInsert = 0;
        return EndRun(flush);
    }

    /// <summary>Level 0: blocks of bytes as they are, as large as the format has them.</summary>
    private bool Store(int flush)
    {
        do
        {
            Fill();
            _start += _ahead;
            _ahead = 0;
            _stored.AddRange(_window.AsSpan(_blockStart, _start - _blockStart));
            _blockStart = _start;
        }
        while (_inputAt < _input.Length);
        if (flush == 0)
            return false;
        var data = _stored.ToArray().AsSpan();
        _stored.Clear();
        for (; data.Length > ushort.MaxValue; data = data[ushort.MaxValue..])
            _writer.Stored(data[..ushort.MaxValue], last: false);
        if (data.Length > 0 || flush == 4)
            _writer.Stored(data, flush == 4);
        return true;
    }

    private readonly List<byte> _stored = [];
}

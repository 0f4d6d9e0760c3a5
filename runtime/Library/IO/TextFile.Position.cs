namespace Pytocs.Runtime.Core;

/// <summary>
/// Positions in text: a number that holds where a decoder can begin, its state there, and how much to decode and skip from there on.
/// See <see href="https://docs.python.org/3.13/library/io.html#io.TextIOBase.tell">tell</see>.
/// </summary>
public sealed partial class TextFile
{
    /// <summary>The state of the decoder before the chunk that is decoded now, and the bytes of that chunk.</summary>
    private Snapshot? _snapshot;

    /// <summary>Whether snapshots are taken.</summary>
    private bool _tells;

    private sealed record Snapshot(PyInt Flags, byte[] Input);

    private sealed record Cookie(PyInt Start, PyInt Flags, int Fed, int Skipped, bool IsEnd)
    {
        private const int Word = 64;

        public PyInt Pack() => Start | (Flags << Word) | ((PyInt)Fed << (2 * Word)) | ((PyInt)Skipped << (3 * Word)) | ((PyInt)(IsEnd ? 1 : 0) << (4 * Word));

        public static Cookie Unpack(PyInt number)
        {
            PyInt Part(int i) => (number >> (i * Word)) & (((PyInt)1 << Word) - 1);
            return new(Part(0), Part(1), (int)(long)Part(2), (int)(long)Part(3), Part(4) != 0);
        }
    }

    /// <inheritdoc/>
    public override long Tell() => SequenceRules.IndexOf(TellAny());

    /// <inheritdoc/>
    internal override Any TellAny()
    {
        CheckOpen();
        if (!IsSeekable)
            throw new UnsupportedOperation("underlying stream is not seekable");
        if (IsIterated || !_tells)
            throw new OSError("telling position disabled by next() call");
        WriteOut();
        ((Any)this).Invoke("flush");
        PyInt position = Binary.Tell();
        if (_decoder is null || _snapshot is null)
            return position;
        position -= _snapshot.Input.Length;
        var used = Str.Length(_decoded[..Math.Min(_next, _decoded.Length)]);
        if (used == 0)
            return new Cookie(position, _snapshot.Flags, 0, 0, false).Pack();
        var state = DecoderState;
        var ends = _ends;
        try
        {
            return Place(_snapshot.Input, position, _snapshot.Flags, used).Pack();
        }
        finally
        {
            _ends = ends;
            DecoderState = state;
        }
    }

    /// <summary>The last place before a character where the decoder holds nothing back.</summary>
    private Cookie Place(byte[] input, PyInt position, PyInt flags, int characters)
    {
        var from = SafeStart(input, ref flags, ref characters);
        var start = position + from;
        if (characters == 0)
            return new(start, flags, 0, 0, false);
        var (fed, decoded) = (0, 0);
        for (var i = from; i < input.Length; i++)
        {
            fed++;
            decoded += Str.Length(Decode(input.AsSpan(i, 1), false));
            var (held, next) = DecoderState;
            if (held.Length == 0 && decoded <= characters)
            {
                (start, characters, flags) = (start + fed, characters - decoded, next);
                (fed, decoded) = (0, 0);
            }
            if (decoded >= characters)
                return new(start, flags, fed, characters, false);
        }
        decoded += Str.Length(Decode([], true));
        return decoded >= characters ? new(start, flags, fed, characters, true) : throw new OSError("can't reconstruct logical file position");
    }

    /// <summary>How many bytes can be decoded at once without passing a number of characters; the decoder stands behind them.</summary>
    private int SafeStart(byte[] input, ref PyInt flags, ref int characters)
    {
        var back = 1;
        for (var bytes = Math.Min(input.Length, characters); bytes > 0;)
        {
            DecoderState = ([], flags);
            var count = Str.Length(Decode(input.AsSpan(0, bytes), false));
            if (count > characters)
            {
                bytes -= back;
                back *= 2;
                continue;
            }
            var (held, next) = DecoderState;
            if (held.Length == 0)
            {
                flags = next;
                characters -= count;
                return bytes;
            }
            bytes -= held.Length;
            back = 1;
        }
        DecoderState = ([], flags);
        return 0;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, long whence) => SequenceRules.IndexOf(SeekAny(offset, whence));

    /// <inheritdoc/>
    internal override Any SeekAny(Any offset, long whence)
    {
        CheckOpen();
        if (!IsSeekable)
            throw new UnsupportedOperation("underlying stream is not seekable");
        var target = Operators.Index(offset);
        switch (whence)
        {
            case 0:
                break;
            case 1:
                target = target == 0 ? Operators.Index(((Any)this).Invoke("tell")) : throw new UnsupportedOperation("can't do nonzero cur-relative seeks");
                break;
            case 2:
                return target == 0 ? SeekEnd() : throw new UnsupportedOperation("can't do nonzero end-relative seeks");
            default:
                throw new ValueError($"invalid whence ({whence}, should be 0, 1 or 2)");
        }
        if (target < 0)
            throw new ValueError($"negative seek position {target}");
        ((Any)this).Invoke("flush");
        var cookie = Cookie.Unpack(target);
        Binary.Seek((long)cookie.Start, 0);
        Forget();
        if (_decoder is not null)
            Restore(cookie, target);
        StartEncoder(target == 0);
        return target;
    }

    private void Restore(Cookie cookie, PyInt target)
    {
        _ends.IsPending = false;
        if (target == 0)
        {
            Decoder.Reset();
            return;
        }
        DecoderState = ([], cookie.Flags);
        _snapshot = new(cookie.Flags, []);
        if (cookie.Skipped == 0)
            return;
        var input = Binary.ReadBytes(cookie.Fed);
        _snapshot = new(cookie.Flags, input);
        (_decoded, _hasRead) = (Decode(input, cookie.IsEnd), true);
        if (Str.Length(_decoded) < cookie.Skipped)
            throw new OSError("can't restore logical file position");
        _next = Str.Offset(_decoded, cookie.Skipped);
    }

    private Any SeekEnd()
    {
        ((Any)this).Invoke("flush");
        Forget();
        _ends.IsPending = false;
        _decoder?.Reset();
        var position = Binary.Seek(0, 2);
        StartEncoder(position == 0);
        return position;
    }
}

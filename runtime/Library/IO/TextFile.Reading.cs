using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>Reading: chunks of bytes are decoded ahead.</summary>
public sealed partial class TextFile
{
    private TextDecoder? _decoder;
    private LineEnds _ends;
    private string _decoded = "";
    private int _next;

    /// <summary>Whether anything was read since the last seek or write.</summary>
    private bool _hasRead;

    private bool IsUniversal => string.IsNullOrEmpty(_newline);

    /// <summary>Which line ends were met: <c>f.newlines</c>.</summary>
    internal Any Newlines => Binary is not null && IsUniversal ? _ends.Seen : Any.None;

    private void PrepareDecoder()
    {
        _ends = default;
        _decoder = Binary.IsReadable ? TextDecoder.Of(_encoding, _errors) : null;
    }

    private TextDecoder Decoder => _decoder ?? throw new UnsupportedOperation("not readable");

    /// <summary>Forgets what is decoded ahead.</summary>
    private void Forget() => (_decoded, _next, _hasRead, _snapshot) = ("", 0, false, null);

    private string Decode(ReadOnlySpan<byte> data, bool final)
    {
        var text = Decoder.Decode(data, final);
        return IsUniversal ? _ends.Take(text, final, _newline is null) : text;
    }

    private (byte[] Pending, PyInt Flags) DecoderState
    {
        get
        {
            var (pending, flags) = Decoder.State;
            return IsUniversal ? (pending, (flags << 1) | (_ends.IsPending ? 1 : 0)) : (pending, flags);
        }
        set
        {
            if (IsUniversal)
                _ends.IsPending = (value.Flags & 1) != 0;
            Decoder.State = (value.Pending, IsUniversal ? value.Flags >> 1 : value.Flags);
        }
    }

    /// <summary>Decodes the next chunk in place of the last one, which is used up; false at the end.</summary>
    private bool ReadChunk(long hint)
    {
        var before = _tells ? DecoderState : ([], 0);
        var chunk = Binary.Read1(Math.Max(ChunkSize, hint));
        var isEnd = chunk.Length == 0;
        (_decoded, _next, _hasRead) = (Decode(chunk, isEnd), 0, true);
        if (_tells)
            _snapshot = new(before.Flags, before.Pending.Length == 0 ? chunk : [.. before.Pending, .. chunk]);
        return !isEnd || _decoded.Length > 0;
    }

    private void BeginReading()
    {
        CheckOpen();
        _ = Decoder;
        WriteOut();
    }

    /// <inheritdoc/>
    public override string ReadText(long size)
    {
        BeginReading();
        if (size < 0)
        {
            var rest = Decode(Binary.ReadBytes(-1), true);
            var text = _next < _decoded.Length ? _decoded[_next..] + rest : rest;
            (_decoded, _next, _snapshot, _hasRead) = ("", 0, null, true);
            return text;
        }
        var result = new StringBuilder();
        for (long taken = 0; taken < size;)
        {
            if (_next >= _decoded.Length && !ReadChunk(size - taken))
                break;
            var part = Take(Offset(size - taken));
            result.Append(part);
            taken += Str.Length(part);
        }
        return result.ToString();
    }

    /// <summary>How far a number of characters reaches in what is decoded.</summary>
    private int Offset(long characters)
    {
        var left = _decoded.Length - _next;
        if (!Str.IsAstral(_decoded))
            return (int)Math.Min(left, characters);
        var rest = _decoded[_next..];
        return Str.Offset(rest, (int)Math.Min(Str.Length(rest), characters));
    }

    /// <inheritdoc/>
    public override string ReadLine(long limit)
    {
        BeginReading();
        var line = new StringBuilder();
        for (long taken = 0; limit < 0 || taken < limit;)
        {
            while (_next >= _decoded.Length)
                if (!ReadChunk(0))
                {
                    (_decoded, _next, _snapshot) = ("", 0, null);
                    return line.ToString();
                }
            var end = LineLength(line);
            var most = limit < 0 ? _decoded.Length - _next : Offset(limit - taken);
            var part = Take(end >= 0 && end <= most ? end : most);
            if (end >= 0 && end <= most && line.Length == 0)
                return part;
            line.Append(part);
            if (end >= 0 && end <= most)
                break;
            taken += Str.Length(part);
        }
        return line.ToString();
    }

    private string Take(int length)
    {
        var part = _next == 0 && length == _decoded.Length ? _decoded : _decoded.Substring(_next, length);
        _next += length;
        return part;
    }

    /// <summary>The length of the rest of the line that begins with a text, or -1 where its end is not decoded yet.</summary>
    private int LineLength(StringBuilder before)
    {
        var rest = _decoded.AsSpan(_next);
        switch (_newline)
        {
            case null or "\n":
                return rest.IndexOf('\n') + 1 is > 0 and var length ? length : -1;
            case "":
                var any = rest.IndexOfAny('\r', '\n');
                if (any < 0)
                    return -1;
                return rest[any] == '\r' && any + 1 < rest.Length && rest[any + 1] == '\n' ? any + 2 : any + 1;
            default:
                if (_newline.Length == 2 && before.Length > 0 && before[^1] == '\r' && rest[0] == '\n')
                    return 1;
                var end = rest.IndexOf(_newline, StringComparison.Ordinal);
                return end < 0 ? -1 : end + _newline.Length;
        }
    }
}

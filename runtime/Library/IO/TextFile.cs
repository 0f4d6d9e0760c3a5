using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>Python's <c>TextIOWrapper</c>: text over a stream of bytes.</summary>
public sealed class TextFile : TextStream
{
    private readonly string? _newline;
    private string _decoded = "";
    private int _next;
    private byte[] _pending = [];
    private bool _ended;
    private bool _isDetached;

    internal TextFile(BinaryStream binary, string encoding, string errors, string? newline)
    {
        if (newline is not (null or "" or "\n" or "\r" or "\r\n"))
            throw new ValueError($"illegal newline value: {newline}");
        if (!Codecs.Exists(encoding))
            throw new LookupError($"unknown encoding: {encoding}");
        (Binary, Encoding, Errors, _newline) = (binary, encoding, errors, newline);
    }

    /// <summary>The binary stream underneath: <c>f.buffer</c>.</summary>
    public BinaryStream Binary { get; private set; }

    /// <summary>What was given as the path.</summary>
    public Any Name { get; init; } = Any.None;

    public string Mode { get; set; } = "r";

    public bool LineBuffering { get; init; }

    /// <summary>How many bytes are read at once.</summary>
    internal int ChunkSize { get; set; } = 1 << 15;

    /// <summary>Which line ends were met: <c>f.newlines</c>.</summary>
    internal HashSet<string> SeenNewlines { get; } = [];

    /// <inheritdoc/>
    public override string Encoding { get; }

    /// <inheritdoc/>
    public override string Errors { get; }

    protected override PyType BuiltinClass => IOTypes.TextIOWrapper;

    /// <inheritdoc/>
    public override bool IsReadable => Binary.IsReadable;

    /// <inheritdoc/>
    public override bool IsWritable => Binary.IsWritable;

    /// <inheritdoc/>
    public override bool IsSeekable => Binary.IsSeekable;

    /// <inheritdoc/>
    public override bool IsTerminal => Binary.IsTerminal;

    /// <inheritdoc/>
    public override long FileNumber => Binary.FileNumber;

    /// <summary><c>f.detach()</c>.</summary>
    public override Any Detach()
    {
        Flush();
        _isDetached = true;
        return Binary is ObjectStream { Target: var target } ? target : Binary;
    }

    /// <inheritdoc/>
    public override void WriteText(string text)
    {
        CheckOpen();
        if (!Binary.IsWritable)
            throw new UnsupportedOperation("not writable");
        if (_decoded.Length > 0)
            Rewind();
        var flush = LineBuffering && text.Contains('\n', StringComparison.Ordinal);
        var end = _newline switch { null => Environment.NewLine, "\r" => "\r", "\r\n" => "\r\n", _ => "\n" };
        if (end != "\n")
            text = text.Replace("\n", end, StringComparison.Ordinal);
        var data = Codecs.Encode(text, WriteEncoding(), Errors);
        Binary.Write(data);
        if (flush)
            Binary.Flush();
    }

    /// <summary>Encodings with a byte order mark write it once, at the start.</summary>
    private string WriteEncoding()
    {
        var name = Codecs.Canonical(Encoding);
        if (name is not ("utf-16" or "utf-32" or "utf-8-sig"))
            return name;
        var atStart = !Binary.IsSeekable || Binary.Tell() == 0;
        return atStart ? name : name == "utf-8-sig" ? "utf-8" : name + "-le";
    }

    private void Rewind()
    {
        if (Binary.IsSeekable)
            Binary.Seek(Tell(), 0);
        Reset();
    }

    private void Reset() => (_decoded, _next, _pending, _ended) = ("", 0, [], false);

    private protected override void CheckAttached() => _ = _isDetached ? throw new ValueError("underlying buffer has been detached") : true;

    private void CheckReadable()
    {
        CheckOpen();
        if (!Binary.IsReadable)
            throw new UnsupportedOperation("not readable");
    }

    /// <summary>Decodes one more chunk; false at the end.</summary>
    private bool Fill()
    {
        if (_ended)
            return false;
        var whole = Codecs.Canonical(Encoding) is not ("utf-8" or "ascii" or "latin-1");
        var chunk = whole ? Binary.ReadBytes(-1) : ReadChunk();
        _ended = whole || chunk.Length == 0;
        byte[] data = [.. _pending, .. chunk];
        string text;
        if (Codecs.Canonical(Encoding) == "utf-8")
        {
            text = Utf8.DecodePartial(data, Errors, _ended, out var used);
            _pending = data[used..];
        }
        else
        {
            text = Codecs.Decode(data, Encoding, Errors);
            _pending = [];
        }
        if (_newline is null or "" && text.EndsWith('\r') && !_ended)
        {
            // Half of a \r\n may be waiting in the next chunk.
            _pending = [(byte)'\r', .. _pending];
            text = text[..^1];
        }
        if (_newline is null)
            text = Universal(text);
        _decoded = _next < _decoded.Length ? _decoded[_next..] + text : text;
        _next = 0;
        return !_ended || text.Length > 0;
    }

    private byte[] ReadChunk()
    {
        var buffer = new byte[ChunkSize];
        return buffer[..Binary.Read(buffer)];
    }

    private string Universal(string text)
    {
        if (!text.Contains('\r', StringComparison.Ordinal))
        {
            if (SeenNewlines.Count == 0 && text.Contains('\n', StringComparison.Ordinal))
                SeenNewlines.Add("\n");
            return text;
        }
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\r')
            {
                if (text[i] == '\n')
                    SeenNewlines.Add("\n");
                result.Append(text[i]);
                continue;
            }
            var pair = i + 1 < text.Length && text[i + 1] == '\n';
            SeenNewlines.Add(pair ? "\r\n" : "\r");
            if (pair)
                i++;
            result.Append('\n');
        }
        return result.ToString();
    }

    /// <inheritdoc/>
    public override string ReadText(long size)
    {
        CheckReadable();
        var result = new StringBuilder();
        long taken = 0;
        while (size < 0 || taken < size)
        {
            if (_next >= _decoded.Length && !Fill())
                break;
            var room = size < 0 ? _decoded.Length - _next : (int)Math.Min(_decoded.Length - _next, size - taken);
            if (size >= 0 && Str.IsAstral(_decoded))
                room = Str.Offset(_decoded[_next..], (int)Math.Min(Str.Length(_decoded[_next..]), size - taken));
            var part = _decoded.Substring(_next, room);
            result.Append(part);
            taken += Str.Length(part);
            _next += room;
        }
        return result.ToString();
    }

    /// <inheritdoc/>
    public override string ReadLine(long limit)
    {
        CheckReadable();
        var from = 0;
        while (true)
        {
            var length = LineLength(from);
            if (length >= 0 && (limit < 0 || length <= limit))
                return Take(length);
            if (limit >= 0 && _decoded.Length - _next >= limit)
                return Take((int)limit);
            from = Math.Max(0, _decoded.Length - _next - 1);
            if (!Fill())
                return Take(_decoded.Length - _next);
        }
    }

    private string Take(int length)
    {
        var line = _decoded.Substring(_next, length);
        _next += length;
        return line;
    }

    /// <summary>The length of the line that starts at the position, or -1 when its end is not decoded yet.</summary>
    private int LineLength(int from)
    {
        var rest = _decoded.AsSpan(_next);
        switch (_newline)
        {
            case null or "\n":
                var at = rest[from..].IndexOf('\n');
                return at < 0 ? -1 : from + at + 1;
            case "":
                var any = rest.IndexOfAny('\r', '\n');
                if (any < 0)
                    return -1;
                return rest[any] == '\r' && any + 1 < rest.Length && rest[any + 1] == '\n' ? any + 2 : any + 1;
            default:
                var end = rest.IndexOf(_newline, StringComparison.Ordinal);
                return end < 0 ? -1 : end + _newline.Length;
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        CheckOpen();
        Binary.Flush();
    }

    /// <inheritdoc/>
    public override void Close()
    {
        if (IsClosed)
            return;
        IsClosed = true;
        Binary.Close();
    }

    /// <inheritdoc/>
    public override long Seek(long offset, long whence)
    {
        CheckOpen();
        if (!IsSeekable)
            throw new UnsupportedOperation("underlying stream is not seekable");
        if (whence == 1 && offset != 0)
            throw new UnsupportedOperation("can't do nonzero cur-relative seeks");
        if (whence == 2 && offset != 0)
            throw new UnsupportedOperation("can't do nonzero end-relative seeks");
        if (whence == 0 && offset < 0)
            throw new ValueError($"negative seek position {offset}");
        IsIterated = false;
        var target = whence == 1 ? Tell() : offset;
        Reset();
        return Binary.Seek(target, whence == 1 ? 0 : whence);
    }

    /// <inheritdoc/>
    public override long Tell()
    {
        CheckOpen();
        if (IsIterated)
            throw new OSError("telling position disabled by next() call");
        if (!IsSeekable)
            throw new UnsupportedOperation("underlying stream is not seekable");
        var unread = _next < _decoded.Length ? Codecs.Encode(_decoded[_next..], Codecs.Canonical(Encoding), "surrogatepass").Length : 0;
        return Binary.Tell() - unread - _pending.Length;
    }

    /// <inheritdoc/>
    public override long Truncate(long? size)
    {
        Flush();
        return Binary.Truncate(size ?? Tell());
    }
}

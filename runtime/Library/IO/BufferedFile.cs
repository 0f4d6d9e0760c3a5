using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>
/// <c>BufferedReader</c>, <c>BufferedWriter</c> and <c>BufferedRandom</c> over a raw stream, which may be an object of the program.
/// See <see href="https://docs.python.org/3.13/library/io.html#buffered-streams">buffered streams</see>.
/// </summary>
internal sealed partial class BufferedFile(PyType type) : BinaryStream
{
    private Any _raw = Any.Unbound;
    private bool _isDetached;
    private bool _reads;
    private bool _writes;
    private int _size;

    /// <summary>What is read ahead, from <see cref="_at"/> on.</summary>
    private byte[] _ahead = [];

    private int _at;

    /// <summary>What is not written yet.</summary>
    private readonly List<byte> _pending = [];

    protected override PyType BuiltinClass => type;

    /// <summary>A reader over one of the runtime's own streams.</summary>
    public static BufferedFile Reader(BinaryStream raw, int size)
    {
        var file = new BufferedFile(IOTypes.BufferedReader);
        file.Initialise(raw, size);
        return file;
    }

    /// <summary><c>__init__</c>, which may be called again.</summary>
    public void Initialise(Any raw, Any size)
    {
        (_raw, _isDetached, _at, _ahead) = (Any.Unbound, false, 0, []);
        _pending.Clear();
        _reads = !ReferenceEquals(type, IOTypes.BufferedWriter);
        _writes = !ReferenceEquals(type, IOTypes.BufferedReader);
        if (_reads && _writes && !raw.Invoke("seekable").Truth)
            throw new UnsupportedOperation("File or stream is not seekable.");
        if (_reads && !raw.Invoke("readable").Truth)
            throw new UnsupportedOperation("File or stream is not readable.");
        if (_writes && !raw.Invoke("writable").Truth)
            throw new UnsupportedOperation("File or stream is not writable.");
        var length = SequenceRules.IndexOf(size);
        if (length <= 0)
            throw new ValueError("buffer size must be strictly positive");
        _size = length > 1 << 30 ? throw new OverflowError("cannot fit 'int' into an index-sized integer") : (int)length;
        _raw = raw;
    }

    /// <summary>The stream underneath.</summary>
    /// <exception cref="ValueError">It was taken away, or never given.</exception>
    public override Any Raw => _isDetached ? throw new ValueError("raw stream has been detached")
        : _raw.IsUnbound ? throw new ValueError("I/O operation on uninitialized object") : _raw;

    public override bool IsClosed => Raw.Get("closed").Truth;

    public override bool IsReadable => Raw.Invoke("readable").Truth;

    public override bool IsWritable => type != IOTypes.BufferedReader && Raw.Invoke("writable").Truth;

    public override bool IsSeekable => Raw.Invoke("seekable").Truth;

    public override bool IsTerminal => Raw.Invoke("isatty").Truth;

    public override long FileNumber => Lib.Int(Raw.Invoke("fileno"));

    private protected override string ClosedText(string operation) => operation == AnyOperation ? IOBaseMethods.ClosedText : operation + " closed file";

    internal override bool IsReaderOnly => type == IOTypes.BufferedReader;

    /// <summary>The bytes ahead that nobody has taken.</summary>
    private ReadOnlySpan<byte> Rest => _ahead.AsSpan(_at);

    public override Any Detach()
    {
        var raw = Raw;
        Any self = this;
        self.Invoke("flush");
        _isDetached = true;
        return raw;
    }

    public override void Close()
    {
        if (IsClosed)
            return;
        Any self = this;
        try
        {
            self.Invoke("flush");
        }
        catch (BaseException first)
        {
            CloseAfter(first);
            throw;
        }
        Raw.Invoke("close");
    }

    private void CloseAfter(BaseException first)
    {
        try
        {
            Raw.Invoke("close");
        }
        catch (BaseException second)
        {
            second.Context = first;
            throw;
        }
    }

    public override void Flush()
    {
        CheckOpen(IsReaderOnly ? AnyOperation : "flush of");
        WriteOut();
        if (_reads && _writes)
            Rewind();
        Raw.Invoke("flush");
    }

    /// <summary>Puts the raw stream where the reader is.</summary>
    private void Rewind()
    {
        var rest = Rest.Length;
        (_ahead, _at) = ([], 0);
        if (rest > 0)
            RawSeek(-rest, 1);
    }

    private long RawSeek(long offset, long whence)
    {
        var position = SequenceRules.IndexOf(Raw.Invoke("seek", offset, whence));
        return position >= 0 ? position : throw new OSError($"Raw stream returned invalid position {position}");
    }

    private long RawTell()
    {
        var position = SequenceRules.IndexOf(Raw.Invoke("tell"));
        return position >= 0 ? position : throw new OSError($"Raw stream returned invalid position {position}");
    }

    public override long Seek(long offset, long whence)
    {
        if (whence is < 0 or > 4)
            throw new ValueError($"whence value {whence} unsupported");
        CheckOpen("seek of");
        if (!IsSeekable)
            throw new UnsupportedOperation("File or stream is not seekable.");
        if (_reads && whence is 0 or 1 && Rest.Length > 0)
        {
            var here = RawTell();
            var at = _at + (whence == 0 ? offset - (here - Rest.Length) : offset);
            if (at >= 0 && at <= _ahead.Length)
            {
                _at = (int)at;
                return here - Rest.Length;
            }
        }
        WriteOut();
        if (whence == 1)
            offset -= Rest.Length;
        var position = RawSeek(offset, whence);
        (_ahead, _at) = ([], 0);
        return position;
    }

    public override long Tell() => RawTell() - Rest.Length + _pending.Count;

    public override Any TruncateAny(Any length)
    {
        CheckOpen("truncate of");
        if (!IsWritable)
            throw new UnsupportedOperation("truncate");
        WriteOut();
        Rewind();
        return Raw.Invoke("truncate", length.IsNone ? RawTell() : length);
    }
}

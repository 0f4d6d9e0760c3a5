namespace Pytocs.Runtime.Core;

/// <summary>
/// Python's <c>TextIOWrapper</c>: text over a stream of bytes.
/// See <see href="https://docs.python.org/3.13/library/io.html#io.TextIOWrapper">TextIOWrapper</see>.
/// </summary>
public sealed partial class TextFile : TextStream
{
    private BinaryStream? _binary;
    private bool _isDetached;
    private string? _newline;
    private string _encoding = "";
    private string _errors = "";

    /// <summary>A file without a stream, until <see cref="Initialise"/> gives it one.</summary>
    internal TextFile()
    {
    }

    internal TextFile(BinaryStream binary, string encoding, string errors, string? newline, bool lineBuffering = false)
        => Initialise(binary, encoding, errors, newline, lineBuffering, false);

    /// <summary><c>__init__</c>, which may be called again.</summary>
    internal void Initialise(BinaryStream binary, string encoding, string errors, string? newline, bool lineBuffering, bool writeThrough)
    {
        _binary = null;
        CheckNewline(newline);
        CheckEncoding(encoding);
        (_binary, _isDetached, _encoding, _errors, _newline, LineBuffering, WriteThrough) = (binary, false, encoding, errors, newline, lineBuffering, writeThrough);
        _pending.SetLength(0);
        Forget();
        PrepareDecoder();
        PrepareEncoder();
        _tells = binary.IsSeekable;
    }

    private static void CheckNewline(string? newline)
    {
        if (newline is not (null or "" or "\n" or "\r" or "\r\n"))
            throw new ValueError($"illegal newline value: {newline}");
    }

    private static void CheckEncoding(string encoding)
    {
        var own = RegisteredCodecs.Find(encoding);
        if (own.IsUnbound ? EncodingNames.Find(encoding) is { IsText: false } : !Operators.GetAttr(own, "_is_text_encoding", true).Truth)
            throw new LookupError($"'{encoding}' is not a text encoding; use codecs.open() to handle arbitrary codecs");
        if (own.IsUnbound && !Codecs.Exists(encoding))
            throw new LookupError($"unknown encoding: {encoding}");
    }

    /// <summary>The binary stream underneath: <c>f.buffer</c>.</summary>
    /// <exception cref="ValueError">It was taken away, or never given.</exception>
    public BinaryStream Binary => _isDetached ? throw new ValueError("underlying buffer has been detached")
        : _binary ?? throw new ValueError("I/O operation on uninitialized object");

    /// <summary><c>f.name</c>, where it is not the name of the stream underneath.</summary>
    internal Any Name { get; init; } = Any.Unbound;

    /// <summary><c>f.mode</c>, which <c>open</c> sets.</summary>
    internal Any Mode { get; set; } = Any.Unbound;

    public bool LineBuffering { get; private set; }

    public bool WriteThrough { get; private set; }

    /// <summary>How many bytes are read at once, and how many wait to be written.</summary>
    internal int ChunkSize { get; set; } = 8192;

    /// <summary>The encoding, also where the stream underneath was taken away.</summary>
    internal string EncodingName => _isDetached ? _encoding : Encoding;

    /// <inheritdoc/>
    public override string Encoding => Binary is null ? "" : _encoding;

    /// <inheritdoc/>
    public override string Errors => Binary is null ? "" : _errors;

    protected override PyType BuiltinClass => IOTypes.TextIOWrapper;

    /// <inheritdoc/>
    public override bool IsClosed => Binary.IsClosed;

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

    /// <summary>The stream underneath as the program knows it.</summary>
    internal Any Buffer => Binary is ObjectStream { Target: var target } ? target : Binary;

    /// <summary><c>f.detach()</c>.</summary>
    public override Any Detach()
    {
        var buffer = Buffer;
        ((Any)this).Invoke("flush");
        _isDetached = true;
        return buffer;
    }

    /// <summary><c>f.reconfigure(...)</c>; what is null stays.</summary>
    internal void Reconfigure(string? encoding, string? errors, bool hasNewline, string? newline, bool? lineBuffering, bool? writeThrough)
    {
        if (_hasRead && (encoding is not null || errors is not null || hasNewline))
            throw new UnsupportedOperation("It is not possible to set the encoding or newline of stream after the first read");
        if (hasNewline)
            CheckNewline(newline);
        if (encoding is not null)
            CheckEncoding(encoding);
        Flush();
        if (hasNewline)
            _newline = newline;
        (LineBuffering, WriteThrough) = (lineBuffering ?? LineBuffering, writeThrough ?? WriteThrough);
        if (encoding is null && errors is null && !hasNewline)
            return;
        _errors = errors ?? (encoding is null ? _errors : "strict");
        _encoding = encoding ?? _encoding;
        PrepareDecoder();
        PrepareEncoder();
    }

    private protected override void CheckAttached() => _ = Binary;

    internal override void CheckOpenBelow() => Binary.CheckOpenBelow();

    internal override bool IsWriterOnly => Binary.IsWriterOnly;

    internal override bool IsReaderOnly => Binary.IsReaderOnly;

    /// <inheritdoc/>
    public override void Flush()
    {
        CheckOpen();
        _tells = IsSeekable;
        IsIterated = false;
        WriteOut();
        Binary.Flush();
    }

    /// <inheritdoc/>
    public override void Close()
    {
        if (IsClosed)
            return;
        try
        {
            ((Any)this).Invoke("flush");
        }
        catch (BaseException first)
        {
            CloseAfter(first);
            throw;
        }
        Binary.Close();
    }

    private void CloseAfter(BaseException first)
    {
        try
        {
            Binary.Close();
        }
        catch (BaseException second)
        {
            second.Context = first;
            throw;
        }
    }

    /// <inheritdoc/>
    public override Any TruncateAny(Any size)
    {
        Flush();
        return Binary.TruncateAny(size);
    }

    /// <inheritdoc/>
    public override long Truncate(long? size) => SequenceRules.IndexOf(TruncateAny(size is { } s ? s : Any.None));
}

namespace Pytocs.Runtime.Core;

/// <summary>A file on disk as bytes: <c>BufferedReader</c>, <c>BufferedWriter</c>, <c>BufferedRandom</c> or <c>FileIO</c>.</summary>
internal sealed class DiskFile : BinaryStream
{
    private static readonly HashSet<DiskFile> s_pending = [];

    private readonly FileStream _stream;
    private bool _isPending;
    private readonly bool _append;
    private readonly bool _raw;

    /// <summary>Whether it is a <c>FileIO</c>.</summary>
    public bool IsRaw => _raw;

    /// <summary>Whether closing the file closes its descriptor: <c>f.closefd</c>.</summary>
    public bool OwnsDescriptor { get; } = true;

    /// <exception cref="OSError">The file does not open.</exception>
    public DiskFile(Any path, char mode, bool update, bool raw)
    {
        Path = path;
        var name = FileErrors.PathOf(path);
        Mode = (mode, update);
        (_append, _raw) = (mode == 'a', raw);
        _stream = FileErrors.Guard(path.Ref is string or PyBytes ? path : name, () => Open(name, mode, update, raw));
        if (mode == 'a')
            _stream.Seek(0, SeekOrigin.End);
    }

    /// <summary>A file over a descriptor that is open.</summary>
    /// <exception cref="OSError">It is not.</exception>
    public DiskFile(int descriptor, char mode, bool update, bool raw, bool owns)
    {
        Path = descriptor;
        Mode = (mode, update);
        (_append, _raw, OwnsDescriptor) = (mode == 'a', raw, owns);
        if (Library.FileStatus.Read(descriptor) is null)
            throw Library.Posix.Failure(Path);
        var access = update ? FileAccess.ReadWrite : mode == 'r' ? FileAccess.Read : FileAccess.Write;
        try
        {
            _stream = new FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(descriptor, owns), access, raw || !owns ? 0 : 1 << 16);
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Of(9, Path);
        }
        if (mode == 'w' && _stream.CanSeek)
            _stream.SetLength(0);
    }

    /// <summary>The raw side of a file: <c>f.raw</c>.</summary>
    private DiskFile(DiskFile file)
    {
        (Path, Mode, _append, _raw, _stream) = (file.Path, file.Mode, file._append, true, file._stream);
    }

    private DiskFile? _rawSide;

    public override Any Raw
    {
        get
        {
            if (_raw)
                return this;
            if (!IsClosed && IsWritable)
                Flush();
            return _rawSide ??= new DiskFile(this) { IsClosed = IsClosed };
        }
    }

    public override Any Detach()
    {
        if (IsClosed)
            throw new ValueError(IsReaderOnly ? IOBaseMethods.ClosedText : ClosedText("flush of"));
        return Raw;
    }

    private protected override string ClosedText(string operation)
        => !_raw ? operation + " closed file" : operation == "flush of" ? IOBaseMethods.ClosedText : "I/O operation on closed file";

    internal override bool IsWriterOnly => !_raw && !IsReadable;

    internal override bool IsReaderOnly => !_raw && !IsWritable;

    private static FileStream Open(string name, char mode, bool update, bool raw)
    {
        if (name.Length == 0)
            throw new FileNotFoundException();
        FlushPending();
        if (Directory.Exists(name))
            throw FileErrors.Of(mode == 'x' ? 17 : 21, name);
        var fileMode = mode switch { 'r' => FileMode.Open, 'w' => FileMode.Create, 'x' => FileMode.CreateNew, _ => FileMode.OpenOrCreate };
        var access = update ? FileAccess.ReadWrite : mode == 'r' ? FileAccess.Read : FileAccess.Write;
        return new FileStream(name, fileMode, access, FileShare.ReadWrite | FileShare.Delete, raw ? 0 : 1 << 16);
    }

    /// <summary>
    /// Writes out what files still hold. Python closes a file when its last user lets go of it; here nobody knows when that is,
    /// so that it is done before anybody looks at files.
    /// </summary>
    internal static void FlushPending()
    {
        TextFile.WriteOutAll();
        lock (s_pending)
        {
            foreach (var file in s_pending)
            {
                try
                {
                    file._stream.Flush();
                }
                catch (IOException)
                {
                    // The program will hear of it, if it still writes to the file or closes it.
                }
                file._isPending = false;
            }
            s_pending.Clear();
        }
    }

    private void Pend(bool pending)
    {
        if (_isPending == pending)
            return;
        lock (s_pending)
        {
            _isPending = pending;
            if (pending)
                s_pending.Add(this);
            else
                s_pending.Remove(this);
        }
    }

    /// <summary>What was given as the path.</summary>
    public Any Path { get; }

    public (char Letter, bool Update) Mode { get; }

    protected override PyType BuiltinClass => _raw ? IOTypes.FileIO
        : Mode.Update ? IOTypes.BufferedRandom
        : Mode.Letter == 'r' ? IOTypes.BufferedReader : IOTypes.BufferedWriter;

    /// <summary>The mode as <c>f.mode</c> shows it.</summary>
    public string ModeText => Mode switch
    {
        ('r', true) => "rb+",
        ('w', true) or ('a', true) when Mode.Letter == 'w' => "rb+",
        (var letter, true) => $"{letter}b+",
        (var letter, _) => $"{letter}b",
    };

    public override bool IsReadable => Mode.Letter == 'r' || Mode.Update;

    public override bool IsWritable => Mode.Letter != 'r' || Mode.Update;

    public override bool IsSeekable => _stream.CanSeek;

    public override long FileNumber
    {
        get
        {
            CheckOpen();
            return _stream.SafeFileHandle.DangerousGetHandle();
        }
    }

    public override Any ReadAny(long size)
    {
        CheckReads();
        return base.ReadAny(size);
    }

    public override byte[] Read1(long size)
    {
        CheckReads("read1");
        return base.Read1(size);
    }

    public override Any ReadInto(Any target, bool once)
    {
        CheckReads();
        return base.ReadInto(target, once);
    }

    /// <exception cref="UnsupportedOperation">The class does not read, closed or not.</exception>
    private void CheckReads(string operation = "read")
    {
        if (IsWriterOnly)
            throw new UnsupportedOperation(operation);
    }

    public override int Read(Span<byte> buffer)
    {
        CheckOpen("read of");
        return IsReadable ? _stream.Read(buffer) : throw new UnsupportedOperation(_raw ? "File not open for reading" : "read");
    }

    public override byte[] ReadLineBytes(long limit)
    {
        CheckReads();
        CheckOpen("readline of");
        if (!IsReadable)
            throw new UnsupportedOperation(_raw ? "File not open for reading" : "read");
        var line = new List<byte>();
        while (limit < 0 || line.Count < limit)
        {
            var b = _stream.ReadByte();
            if (b < 0)
                break;
            line.Add((byte)b);
            if (b == '\n')
                break;
        }
        return [.. line];
    }

    public override void Write(ReadOnlySpan<byte> data)
    {
        if (IsReaderOnly)
            throw new UnsupportedOperation("write");
        CheckOpen("write to");
        if (!IsWritable)
            throw new UnsupportedOperation(_raw ? "File not open for writing" : "write");
        if (_append)
            _stream.Seek(0, SeekOrigin.End);
        try
        {
            _stream.Write(data);
        }
        catch (IOException error)
        {
            throw FileErrors.OfCall(error);
        }
        Pend(true);
    }

    public override void Flush()
    {
        if (IsClosed && IsReaderOnly)
            throw new ValueError(IOBaseMethods.ClosedText);
        CheckOpen("flush of");
        FileErrors.Call(_stream.Flush);
        Pend(false);
    }

    public override void Close()
    {
        if (IsClosed)
            return;
        Pend(false);
        IsClosed = true;
        FileErrors.Call(_stream.Dispose);
        _rawSide?.Close();
    }

    private void CheckSeekable()
    {
        if (!_stream.CanSeek)
            throw _raw ? new OSError(29, "Illegal seek") : new UnsupportedOperation("File or stream is not seekable.");
    }

    public override long Seek(long offset, long whence)
    {
        CheckOpen("seek of");
        if (whence is < 0 or > 2)
            throw new ValueError($"whence value {whence} unsupported");
        CheckSeekable();
        var target = whence switch { 0 => offset, 1 => _stream.Position + offset, _ => _stream.Length + offset };
        if (target < 0)
            throw new OSError(22, "Invalid argument");
        return _stream.Seek(target, SeekOrigin.Begin);
    }

    public override long Tell()
    {
        CheckOpen();
        if (!_stream.CanSeek)
            throw new OSError(29, "Illegal seek");
        return _stream.Position;
    }

    public override long Truncate(long? size)
    {
        CheckOpen("truncate of");
        if (!IsWritable)
            throw new UnsupportedOperation("truncate");
        if (!_stream.CanSeek)
            throw size is null ? new OSError(29, "Illegal seek") : new OSError(22, "Invalid argument");
        var position = _stream.Position;
        _stream.SetLength(size ?? position);
        _stream.Position = position;
        return size ?? position;
    }
}

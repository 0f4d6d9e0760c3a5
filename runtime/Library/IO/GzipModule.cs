using System.IO.Compression;

namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/gzip.html">gzip</see>.</summary>
internal static class GzipModule
{
    internal static readonly PyType BadFile = PyType.Exception("BadGzipFile", OSError.Type, static args => new OSError(args), "gzip");

    public static PyModule Build()
    {
        return new PyModule("gzip").Type(GzipFile.Type).Value("BadGzipFile", BadFile)
            .Function("open", "filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None", static a =>
            {
                var mode = Operators.Str(a[1]);
                var file = GzipFile.Open(a[0], mode.Replace("t", "", StringComparison.Ordinal), (int)Operators.Index(a[2]));
                return mode.Contains('t', StringComparison.Ordinal)
                    ? new TextFile(file, a[3].IsNone ? "UTF-8" : Operators.Str(a[3]), a[4].IsNone ? "strict" : Operators.Str(a[4]), a[5].Ref as string) { Name = a[0], Mode = mode }
                    : file;
            })
            .Function("compress", "data, compresslevel=9, *, mtime=None", static a =>
            {
                using var memory = new MemoryStream();
                using (var zip = new GZipStream(memory, Level((int)Operators.Index(a[1])), leaveOpen: true))
                    zip.Write(Buffers.Of(a[0]));
                return PyBytes.Wrap(memory.ToArray());
            })
            .Function("decompress", static data => PyBytes.Wrap(Unpack(new MemoryStream(Buffers.Of(data).ToArray())).ToArray()));
    }

    internal static CompressionLevel Level(int level) => level == 0 ? CompressionLevel.NoCompression : level < 4 ? CompressionLevel.Fastest : level < 9 ? CompressionLevel.Optimal : CompressionLevel.SmallestSize;

    internal static MemoryStream Unpack(Stream packed)
    {
        var head = new byte[2];
        var count = packed.ReadAtLeast(head, 2, throwOnEndOfStream: false);
        if (count > 0 && !(count == 2 && head is [0x1f, 0x8b]))
            throw (BaseException)BadFile.Call($"Not a gzipped file ({PyBytesBase.Literal(head.AsSpan(0, count))})").Ref!;
        var data = new MemoryStream();
        packed.Position = 0;
        try
        {
            using var zip = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
            zip.CopyTo(data);
        }
        catch (InvalidDataException)
        {
            throw new EOFError("Compressed file ended before the end-of-stream marker was reached");
        }
        data.Position = 0;
        return data;
    }
}

/// <summary><c>gzip.GzipFile</c>; reading unpacks into memory at the first read, so that seeking works.</summary>
internal sealed class GzipFile : BinaryStream
{
    public static readonly PyType Type = CreateType();

    private readonly BinaryStream _file;
    private readonly bool _ownsFile;
    private readonly bool _reads;
    private readonly Any _name;
    private readonly GZipStream? _packer;
    private readonly MemoryStream? _packed;
    private MemoryStream? _unpacked;
    private long _written;

    private GzipFile(BinaryStream file, bool ownsFile, bool reads, int level, Any name)
    {
        (_file, _ownsFile, _reads, _name) = (file, ownsFile, reads, name);
        if (reads)
            return;
        _packed = new MemoryStream();
        _packer = new GZipStream(_packed, GzipModule.Level(level), leaveOpen: true);
    }

    protected override PyType BuiltinClass => Type;

    public override bool IsReadable => _reads;

    public override bool IsWritable => !_reads;

    public override bool IsSeekable => true;

    private MemoryStream Unpacked => _unpacked ??= GzipModule.Unpack(new MemoryStream(_file.ReadBytes(-1)));

    /// <summary>Opens a path, or wraps a file object.</summary>
    public static GzipFile Open(Any target, string mode, int level)
    {
        if (mode is not ("r" or "rb" or "w" or "wb" or "a" or "ab" or "x" or "xb"))
            throw new ValueError($"Invalid mode: {Core.Str.Repr(mode)}");
        var isPath = PyValueInstance.Unwrap(target).Ref is string or PyBytesBase || (target.Ref is IPyObject && !PyType.Of(target).Lookup("__fspath__").IsUnbound);
        var file = isPath ? OpenFunction.Binary(target, mode[..1], raw: false) : target.Ref as BinaryStream ?? new ObjectStream(target);
        return new GzipFile(file, isPath, mode[0] == 'r', level, isPath ? target : "");
    }

    private static GzipFile Self(Any o) => (GzipFile)o.Ref!;

    private static PyType CreateType()
    {
        var type = IOMethods.Binary(PyType.Builtin("GzipFile", IOTypes.BufferedIOBase, "gzip"));
        type.New("cls, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None", static a =>
            Open(a[4].IsNone ? a[1] : a[4], a[2].IsNone ? "rb" : Operators.Str(a[2]), (int)Operators.Index(a[3])));
        return type
            .Property("name", static o => Self(o)._name)
            .Property("mode", static o => Self(o)._reads ? "rb" : "wb")
            .Property("fileobj", static o => Self(o)._file)
            .Method("peek", "self, n, /", static (o, _) =>
            {
                var data = Self(o).Unpacked;
                return new PyBytes(data.ToArray().AsSpan((int)data.Position));
            });
    }

    public override int Read(Span<byte> buffer)
    {
        CheckOpen();
        return _reads ? Unpacked.Read(buffer) : throw OSError.Create(9, "read() on write-only GzipFile object");
    }

    public override void Write(ReadOnlySpan<byte> data)
    {
        CheckOpen();
        if (_packer is null)
            throw OSError.Create(9, "write() on read-only GzipFile object");
        _packer.Write(data);
        _written += data.Length;
    }

    public override long Seek(long offset, long whence)
    {
        CheckOpen();
        if (_reads)
            return Unpacked.Position = whence switch { 0 => offset, 1 => Unpacked.Position + offset, _ => Unpacked.Length + offset };
        var target = whence == 1 ? _written + offset : offset;
        if (target < _written)
            throw OSError.Create(22, "Negative seek in write mode");
        Write(new byte[target - _written]);
        return _written;
    }

    public override long Tell() => _reads ? Unpacked.Position : _written;

    public override void Close()
    {
        if (IsClosed)
            return;
        if (_packer is not null)
        {
            _packer.Dispose();
            _file.Write(_packed!.ToArray());
            if (!_ownsFile)
                _file.Flush();
        }
        if (_ownsFile)
            _file.Close();
        base.Close();
    }
}

using System.Buffers.Binary;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Compression;

/// <summary><see href="https://docs.python.org/3.13/library/gzip.html#gzip.GzipFile">gzip.GzipFile</see>.</summary>
internal sealed class GzipFile : BinaryStream
{
    private const int BufferSize = 32768;

    public static readonly PyType Type = CreateType();

    private readonly List<byte> _pending = [];
    private Any _file = Any.None;
    private Any _owned = Any.None;
    private Any _name = "";
    private bool _reads;
    private BufferedFile? _reader;
    private GzipReader? _source;
    private DeflateEncoder? _encoder;
    private uint _check;
    private long _written;

    protected override PyType BuiltinClass => Type;

    public override bool IsClosed => _file.IsNone;

    public override bool IsReadable => _reads;

    public override bool IsWritable => !_reads;

    public override bool IsSeekable => true;

    public override long FileNumber => Lib.Int(_file.Invoke("fileno"));

    private static GzipFile Self(Any o) => (GzipFile)o.Ref!;

    private static PyType CreateType()
    {
        var type = IOMethods.Binary(PyType.Builtin("GzipFile", IOTypes.BufferedIOBase, "gzip"));
        type.New(static (cls, _) =>
        {
            var made = new GzipFile();
            made.SetClass(cls);
            return made;
        });
        return type
            .Property("myfileobj", static o => Self(o)._owned)
            .Method("__init__", "self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None", static a => Lib.Do(() => Self(a[0]).Initialise(a[1], Lib.Optional(a[2]), ZlibModule.Int(a[3]), a[4], a[5])))
            .Property("name", static o => Self(o)._name, static (o, name) => Self(o)._name = name)
            .Property("mode", static o => Self(o)._reads ? "rb" : "wb")
            .Property("fileobj", static o => Self(o)._file)
            .Property("mtime", static o => Self(o)._source is { } source ? source.LastTime : throw new AttributeError("'_WriteBufferStream' object has no attribute '_last_mtime'"))
            .Property("crc", static o => (long)Self(o)._check)
            .Property("size", static o => Self(o)._written)
            .Method("readable", static o => Self(o)._reads)
            .Method("writable", static o => !Self(o)._reads)
            .Method("seekable", static _ => true)
            .Method("fileno", static o => Self(o)._file.Invoke("fileno"))
            .Method("seek", "self, offset, whence=0", static (o, offset, whence) => Self(o).SeekAny(offset, SequenceRules.IndexOf(whence)))
            .Method("peek", "self, n, /", static (o, _) => PyBytes.Wrap(Self(o).Reader("peek").Peek()))
            .Method("rewind", static o => Lib.Do(() => Self(o).Rewind()))
            .Method("flush", "self, zlib_mode=2", static (o, mode) => Lib.Do(() => Self(o).Flush(ZlibModule.Int(mode))))
            .Method("__repr__", static o => $"<gzip {Operators.Repr(Self(o)._file)[1..^1]} {Operators.Address(Self(o))}>");
    }

    private void Initialise(Any path, string? mode, int level, Any file, Any time)
    {
        if (mode is not null && (mode.Contains('t', StringComparison.Ordinal) || mode.Contains('U', StringComparison.Ordinal)))
            throw new ValueError($"Invalid mode: {Core.Str.Repr(mode)}");
        if (mode is { Length: > 0 } && !mode.Contains('b', StringComparison.Ordinal))
            mode += "b";
        if (file.IsNone)
            file = _owned = Builtins.Get("open").Call(path, mode is { Length: > 0 } ? mode : "rb");
        if (path.IsNone)
            path = Operators.GetAttr(file, "name", "") is { Ref: string or PyBytes } name ? name : "";
        else
            path = PathText.Shown(path);
        var given = mode;
        mode ??= Operators.GetAttr(file, "mode", "rb").Ref as string ?? "rb";
        _name = path;
        if (mode.StartsWith('r'))
        {
            _reads = true;
            _source = new GzipReader(file);
            _reader = BufferedFile.Reader(_source, 8192);
        }
        else if (mode.Length > 0 && mode[0] is 'w' or 'a' or 'x')
        {
            if (given is null)
                Warnings.Issue(FutureWarning.Type, "GzipFile was opened for writing, but this will change in future Python releases.  Specify the mode argument for opening it for writing.");
            _encoder = ZlibModule.Compressor(level, -15, 8, 0, null) is { } encoder && level is >= -1 and <= 9 ? encoder : throw new ValueError("Invalid initialization option");
        }
        else
        {
            throw new ValueError($"Invalid mode: {Core.Str.Repr(mode)}");
        }
        _file = file;
        if (!_reads)
            Header(level, time);
    }

    private void Header(int level, Any time)
    {
        var name = PathText.Of(_name).Text;
        name = PosixPaths.Split(name).Tail;
        var bytes = name.All(static c => c < 256) ? Buffers.FromLatin1(name.EndsWith(".gz", StringComparison.Ordinal) ? name[..^3] : name) : [];
        Span<byte> seconds = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(seconds, (uint)GzipModule.Time(time));
        Put([0x1f, 0x8b]);
        Put([8]);
        Put([(byte)(bytes.Length > 0 ? 8 : 0)]);
        Put(seconds);
        Put([(byte)(level == 9 ? 2 : level == 1 ? 4 : 0)]);
        Put([255]);
        if (bytes.Length > 0)
            Put([.. bytes, 0]);
    }

    private void Put(ReadOnlySpan<byte> data) => _file.Invoke("write", new PyBytes(data));

    /// <exception cref="ValueError">The file is closed.</exception>
    private void CheckNotClosed()
    {
        if (IsClosed)
            throw new ValueError("I/O operation on closed file");
    }

    private BufferedFile Reader(string method)
    {
        CheckNotClosed();
        return _reader ?? throw OSError.Create(9, $"{method}() on write-only GzipFile object");
    }

    public override int Read(Span<byte> buffer) => Reader("read").Read(buffer);

    public override Any ReadAny(long size) => Reader("read").ReadAny(size);

    public override byte[] ReadBytes(long size) => Reader("read").ReadBytes(size);

    public override byte[] Read1(long size) => Reader("read1").Read1(size < 0 ? 8192 : size);

    public override byte[] Peek() => Reader("peek").Peek();

    public override byte[] ReadLineBytes(long limit) => Reader("readline").ReadLineBytes(limit);

    public override Any ReadInto(Any target, bool once) => Reader("read").ReadInto(target, once);

    public override Any TruncateAny(Any size) => throw new UnsupportedOperation("truncate");

    public override void Write(ReadOnlySpan<byte> data)
    {
        CheckNotClosed();
        if (_encoder is null)
            throw OSError.Create(9, "write() on read-only GzipFile object");
        _pending.AddRange(data);
        if (_pending.Count >= BufferSize)
            Pack();
    }

    private void Pack()
    {
        var data = _pending.ToArray();
        _pending.Clear();
        if (data.Length == 0)
            return;
        Put(_encoder!.Run(data, 0));
        _check = Crc32.Compute(data, _check);
        _written += data.Length;
    }

    public override void Flush() => Flush(2);

    private void Flush(int mode)
    {
        CheckNotClosed();
        if (_encoder is null)
            return;
        Pack();
        Put(mode == 0 ? [] : _encoder.Run([], mode));
        _file.Invoke("flush");
    }

    private void Rewind()
    {
        if (!_reads)
            throw new OSError("Can't rewind in write mode");
        Seek(0, 0);
    }

    public override long Seek(long offset, long whence)
    {
        CheckNotClosed();
        if (_reader is not null)
            return _reader.Seek(offset, whence);
        Pack();
        if (whence is not (0 or 1))
            throw new ValueError("Seek from end not supported");
        var target = whence == 1 ? _written + offset : offset;
        if (target < _written)
            throw new OSError("Negative seek in write mode");
        for (var left = target - _written; left > 0; left -= BufferSize)
            Write(new byte[Math.Min(left, BufferSize)]);
        // What is still to be packed is not counted, as in CPython.
        return _written;
    }

    public override long Tell()
    {
        CheckNotClosed();
        return _reader?.Tell() ?? _written + _pending.Count;
    }

    public override void Close()
    {
        if (IsClosed)
            return;
        var file = _file;
        try
        {
            if (_encoder is not null)
            {
                Pack();
                Put(_encoder.Run([], 4));
                Span<byte> trailer = stackalloc byte[8];
                BinaryPrimitives.WriteUInt32LittleEndian(trailer, _check);
                BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)_written);
                Put(trailer[..4]);
                Put(trailer[4..]);
            }
        }
        finally
        {
            _file = Any.None;
            if (!_owned.IsNone)
                _owned.Invoke("close");
            _owned = Any.None;
        }
    }
}

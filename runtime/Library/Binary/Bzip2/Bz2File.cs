using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Bzip2;

/// <summary><see href="https://docs.python.org/3.13/library/bz2.html#bz2.BZ2File">bz2.BZ2File</see>.</summary>
internal sealed class Bz2File : BinaryStream
{
    public static readonly PyType Type = CreateType();

    private Any _file = Any.None;
    private Any _owned = Any.None;
    private byte[]? _data;
    private Bzip2Encoder? _encoder;
    private int _place;
    private long _written;

    protected override PyType BuiltinClass => Type;

    /// <summary>Nothing waits to be written out before the end.</summary>
    public override void Flush()
    {
    }

    private protected override string ClosedText(string operation) => "I/O operation on closed file";

    public override bool IsReadable => _encoder is null;

    public override bool IsWritable => _encoder is not null;

    public override bool IsSeekable => _encoder is null;

    public override long FileNumber => Lib.Int(_file.Invoke("fileno"));

    private static Bz2File Self(Any o) => (Bz2File)o.Ref!;

    private static PyType CreateType()
    {
        var type = IOMethods.Binary(PyType.Builtin("BZ2File", IOTypes.BufferedIOBase, "bz2"));
        type.New(static (cls, _) =>
        {
            var made = new Bz2File();
            made.SetClass(cls);
            return made;
        });
        return type
            .Method("__init__", "self, filename, mode='r', *, compresslevel=9", static a => Lib.Do(() => Self(a[0]).Initialise(a[1], Lib.Text(a[2]), a[3])))
            .Property("name", static o => Operators.GetAttr(Self(o)._file, "name"))
            .Property("mode", static o => Self(o).IsReadable ? "rb" : "wb")
            .Method("peek", "self, n=0, /", static (o, _) => PyBytes.Wrap(Self(o).Data[Math.Min(Self(o)._place, Self(o).Data.Length)..]));
    }

    private void Initialise(Any file, string mode, Any level)
    {
        var plain = mode.Replace("b", "", StringComparison.Ordinal);
        if (plain is not ("" or "r" or "w" or "x" or "a"))
            throw new ValueError($"Invalid mode: {Core.Str.Repr(mode)}");
        var packs = Bz2Module.Level(level);
        var isPath = PyValueInstance.Unwrap(file).Ref is string or PyBytes || !PyType.Of(file).Lookup("__fspath__").IsUnbound;
        if (!isPath && Operators.GetAttr(file, "read", Any.Unbound).IsUnbound && Operators.GetAttr(file, "write", Any.Unbound).IsUnbound)
            throw new TypeError("filename must be a str, bytes, file or PathLike object");
        _file = isPath ? _owned = Builtins.Get("open").Call(file, (plain.Length == 0 ? "r" : plain) + "b") : file;
        if (plain is "w" or "x" or "a")
            _encoder = new Bzip2Encoder(packs);
    }

    private byte[] Data
    {
        get
        {
            CheckOpen();
            if (_encoder is not null)
                throw new UnsupportedOperation("File not open for reading");
            return _data ??= Bz2Module.Decompress(Buffers.Of(_file.Invoke("read")).ToArray(), "Compressed file ended before the end-of-stream marker was reached", static m => new EOFError(m));
        }
    }

    public override int Read(Span<byte> buffer)
    {
        var part = ReadBytes(buffer.Length);
        part.CopyTo(buffer);
        return part.Length;
    }

    public override byte[] ReadBytes(long size)
    {
        var start = Math.Min(_place, Data.Length);
        var count = size < 0 ? Data.Length - start : (int)Math.Min(size, Data.Length - start);
        _place = start + count;
        return Data[start.._place];
    }

    public override byte[] ReadLineBytes(long limit)
    {
        var rest = Data.AsSpan(Math.Min(_place, Data.Length));
        if (limit >= 0 && limit < rest.Length)
            rest = rest[..(int)limit];
        var end = rest.IndexOf((byte)'\n');
        return ReadBytes(end < 0 ? rest.Length : end + 1);
    }

    public override void Write(ReadOnlySpan<byte> data)
    {
        CheckOpen();
        if (_encoder is null)
            throw new UnsupportedOperation("File not open for writing");
        _written += data.Length;
        if (_encoder.Run(data) is { Length: > 0 } packed)
            _file.Invoke("write", PyBytes.Wrap(packed));
    }

    public override long Seek(long offset, long whence)
    {
        if (whence == 1 && offset == 0 && _encoder is not null)
            return _written;
        _place = (int)Math.Clamp(whence switch { 0 => offset, 1 => _place + offset, _ => Data.Length + offset }, 0, Data.Length);
        return _place;
    }

    public override void Close()
    {
        if (IsClosed)
            return;
        if (_encoder is not null)
            _file.Invoke("write", PyBytes.Wrap(_encoder.Finish()));
        IsClosed = true;
        if (!_owned.IsNone)
            _owned.Invoke("close");
    }
}

using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library.Compression;

namespace Pytocs.Runtime.Library.Zip;

/// <summary>A member as a file to read: <c>zipfile.ZipExtFile</c>. Its data is unpacked when it is first asked for.</summary>
internal sealed class ZipEntryReader(ZipEntry entry, byte[] packed) : BinaryStream
{
    public static readonly PyType Type = IOMethods.Binary(PyType.Builtin("ZipExtFile", IOTypes.BufferedIOBase, "zipfile"))
        .Property("name", static o => Self(o)._entry.Name)
        .Property("mode", static _ => "r")
        .Property("newlines", static _ => Any.None)
        .Method("peek", "self, n=1", static (o, _) => PyBytes.Wrap(Self(o).Peek()))
        .Method("__repr__", static o => Self(o).Shown());

    private readonly ZipEntry _entry = entry;
    private byte[]? _data;
    private int _place;

    protected override PyType BuiltinClass => Type;

    public override bool IsReadable => true;

    public override bool IsSeekable => true;

    private static ZipEntryReader Self(Any o) => (ZipEntryReader)o.Ref!;

    private byte[] Data => _data ??= Unpacked();

    private byte[] Unpacked()
    {
        var data = packed;
        if (_entry.Method == ZipfileModule.Deflated)
        {
            var decoder = new InflateDecoder(-15);
            data = decoder.Run(packed, int.MaxValue, out _);
            if (decoder.Error is not null)
                ZlibModule.Check(decoder);
            if (!decoder.IsDone)
                throw new EOFError(data.Length < _entry.Size ? "Compressed file ended before the end-of-stream marker was reached" : "");
        }
        else if (_entry.Method == ZipfileModule.Bzip2)
        {
            data = Library.Bzip2.Bz2Module.Decompress(packed, "Compressed file ended before the end-of-stream marker was reached", static m => new EOFError(m));
        }
        if (Crc32.Compute(data, 0) != _entry.Check)
            throw ZipfileModule.Bad($"Bad CRC-32 for file {Core.Str.Repr(_entry.Name)}");
        return data;
    }

    public override int Read(Span<byte> buffer)
    {
        var data = ReadBytes(buffer.Length);
        data.CopyTo(buffer);
        return data.Length;
    }

    public override byte[] ReadBytes(long size)
    {
        CheckOpen();
        var start = Math.Min(_place, Data.Length);
        var count = size < 0 ? Data.Length - start : (int)Math.Min(size, Data.Length - start);
        _place = start + count;
        return Data[start.._place];
    }

    public override byte[] ReadLineBytes(long limit)
    {
        CheckOpen();
        var rest = Data.AsSpan(Math.Min(_place, Data.Length));
        if (limit >= 0 && limit < rest.Length)
            rest = rest[..(int)limit];
        var end = rest.IndexOf((byte)'\n');
        return ReadBytes(end < 0 ? rest.Length : end + 1);
    }

    public override byte[] Peek()
    {
        CheckOpen();
        return Data[Math.Min(_place, Data.Length)..];
    }

    public override void Write(ReadOnlySpan<byte> data) => throw new UnsupportedOperation("write");

    public override long Seek(long offset, long whence)
    {
        CheckOpen();
        var target = whence switch
        {
            0 => offset,
            1 => _place + offset,
            2 => Data.Length + offset,
            _ => throw new ValueError("whence must be os.SEEK_SET (0), os.SEEK_CUR (1), or os.SEEK_END (2)"),
        };
        return _place = (int)Math.Clamp(target, 0, Data.Length);
    }

    private string Shown()
        => IsClosed ? "<zipfile.ZipExtFile [closed]>"
            : $"<zipfile.ZipExtFile name={Core.Str.Repr(_entry.Name)}{(_entry.Method != 0 ? $" compress_type={ZipEntry.MethodName(_entry.Method)}" : "")}>";
}

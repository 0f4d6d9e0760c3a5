using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library.Compression;

namespace Pytocs.Runtime.Library.Zip;

/// <summary>A member as a file to write: what <c>ZipFile.open(name, "w")</c> gives.</summary>
internal sealed class ZipEntryWriter(ZipArchiveFile archive, ZipEntry entry) : BinaryStream
{
    private static readonly PyType s_type = IOMethods.Binary(PyType.Builtin("_ZipWriteFile", IOTypes.BufferedIOBase, "zipfile"))
        .Property("name", static o => ((ZipEntryWriter)o.Ref!)._entry.Name)
        .Property("mode", static _ => "wb");

    private readonly ZipEntry _entry = entry;
    private readonly DeflateEncoder? _encoder = entry.Method == ZipfileModule.Deflated
        ? new DeflateEncoder(entry.Level.IsNone ? -1 : (int)Lib.Int(entry.Level), 15, 0, 8, 0, null)
        : null;

    private readonly Library.Bzip2.Bzip2Encoder? _bzip2 = entry.Method == ZipfileModule.Bzip2 ? new(entry.Level.IsNone ? 9 : (int)Lib.Int(entry.Level)) : null;

    private long _size;
    private long _packed;
    private uint _check;

    protected override PyType BuiltinClass => s_type;

    public override bool IsWritable => true;

    public override int Read(Span<byte> buffer) => throw new UnsupportedOperation("read");

    public override void Write(ReadOnlySpan<byte> data)
    {
        if (IsClosed)
            throw new ValueError("I/O operation on closed file.");
        _size += data.Length;
        _check = Crc32.Compute(data, _check);
        Put(_encoder is not null ? _encoder.Run(data, 0) : _bzip2 is not null ? _bzip2.Run(data) : data.ToArray());
    }

    private void Put(byte[] data)
    {
        if (data.Length == 0)
            return;
        _packed += data.Length;
        archive.File.Invoke("write", PyBytes.Wrap(data));
    }

    public override void Close()
    {
        if (IsClosed)
            return;
        base.Close();
        if (_encoder is not null)
            Put(_encoder.Run([], 4));
        if (_bzip2 is not null)
            Put(_bzip2.Finish());
        (_entry.Size, _entry.PackedSize, _entry.Check) = (_size, _packed, _check);
        archive.Finish(_entry, _packed);
    }
}

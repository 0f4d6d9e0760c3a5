using System.Buffers.Binary;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Compression;

/// <summary>The module <see href="https://docs.python.org/3.13/library/gzip.html">gzip</see>.</summary>
internal static class GzipModule
{
    internal const string Truncated = "Compressed file ended before the end-of-stream marker was reached";

    internal static readonly PyType BadFile = PyType.Exception("BadGzipFile", OSError.Type, static args => new OSError(args), "gzip");

    public static PyModule Build() => new PyModule("gzip")
        .Type(GzipFile.Type).Type(BadFile)
        .Value("FTEXT", 1).Value("FHCRC", 2).Value("FEXTRA", 4).Value("FNAME", 8).Value("FCOMMENT", 16).Value("READ", "rb").Value("WRITE", "wb").Value("READ_BUFFER_SIZE", 131072)
        .Function("open", "filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None", Open)
        .Function("compress", "data, compresslevel=9, *, mtime=None", static a =>
        {
            var level = ZlibModule.Int(a[1]);
            if (level is < -1 or > 9)
                throw ZlibModule.Failure("Bad compression level");
            var packed = new DeflateEncoder(level, 15, 2, 8, 0, null).Run(Buffers.Of(a[0]), 4);
            BinaryPrimitives.WriteUInt32LittleEndian(packed.AsSpan(4), (uint)Time(a[2]));
            packed[9] = 255;
            return PyBytes.Wrap(packed);
        })
        .Function("decompress", "data", static a => PyBytes.Wrap(Decompress(Buffers.Of(a[0]).ToArray())));

    public static BaseException Bad(string message) => (BaseException)BadFile.Call(message).Ref!;

    public static long Time(Any given) => given.IsNone ? DateTimeOffset.UtcNow.ToUnixTimeSeconds() : (long)Operators.ToInt(given);

    private static Any Open(Any[] a)
    {
        var mode = Lib.Text(a[1]);
        var isText = mode.Contains('t', StringComparison.Ordinal);
        if (isText && mode.Contains('b', StringComparison.Ordinal))
            throw new ValueError($"Invalid mode: {Core.Str.Repr(mode)}");
        if (!isText)
            foreach (var (value, name) in ((Any, string)[])[(a[3], "encoding"), (a[4], "errors"), (a[5], "newline")])
                if (!value.IsNone)
                    throw new ValueError($"Argument '{name}' not supported in binary mode");
        var target = a[0];
        var isPath = PyValueInstance.Unwrap(target).Ref is string or PyBytes || (target.Ref is IPyObject && !PyType.Of(target).Lookup("__fspath__").IsUnbound);
        if (!isPath && Operators.GetAttr(target, "read", Any.Unbound).IsUnbound && Operators.GetAttr(target, "write", Any.Unbound).IsUnbound)
            throw new TypeError("filename must be a str or bytes object, or a file");
        var plain = mode.Replace("t", "", StringComparison.Ordinal);
        var file = GzipFile.Type.Call(isPath ? new Arguments { target, plain, a[2] } : new Arguments { Any.None, plain, a[2], target });
        return isText ? IOTypes.TextIOWrapper.Call(new Arguments { file, a[3].IsNone ? "utf-8" : a[3], a[4], a[5] }) : file;
    }

    private static byte[] Decompress(byte[] data)
    {
        using var result = new MemoryStream();
        while (true)
        {
            var at = 0;
            byte[] Read(int count)
            {
                var part = data[at..Math.Min(data.Length, at + count)];
                at += part.Length;
                return part;
            }
            if (GzipHeader.Read(Read) is null)
                return result.ToArray();
            var decoder = new InflateDecoder(-15);
            var part = decoder.Run(data.AsSpan(at), int.MaxValue, out var used);
            ZlibModule.Check(decoder);
            var rest = data.AsSpan(at + used);
            if (!decoder.IsDone || rest.Length < 8)
                throw new EOFError(Truncated);
            if (BinaryPrimitives.ReadUInt32LittleEndian(rest) != Crc32.Compute(part, 0))
                throw Bad("CRC check failed");
            if (BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]) != (uint)part.Length)
                throw Bad("Incorrect length of data produced");
            result.Write(part);
            data = rest[8..].TrimStart((byte)0).ToArray();
        }
    }
}

/// <summary>What stands before gzip's data.</summary>
internal static class GzipHeader
{
    /// <summary>Reads the header and gives its time, or null where the data ends.</summary>
    /// <param name="read">Gives the next bytes, fewer only at the end.</param>
    public static long? Read(Func<int, byte[]> read)
    {
        var magic = read(2);
        if (magic.Length == 0)
            return null;
        if (magic is not [0x1f, 0x8b])
            throw GzipModule.Bad($"Not a gzipped file ({PyBytesBase.Literal(magic)})");
        byte[] Exactly(int count)
        {
            var data = read(count);
            while (data.Length < count)
            {
                var more = read(count - data.Length);
                data = more.Length > 0 ? [.. data, .. more] : throw new EOFError(GzipModule.Truncated);
            }
            return data;
        }
        var fields = Exactly(8);
        if (fields[0] != 8)
            throw GzipModule.Bad("Unknown compression method");
        var flags = fields[1];
        if ((flags & 4) != 0)
            Exactly(BinaryPrimitives.ReadUInt16LittleEndian(Exactly(2)));
        foreach (var name in (int[])[8, 16])
            while ((flags & name) != 0 && read(1) is [not 0])
            {
                // A name ends with a zero.
            }
        if ((flags & 2) != 0)
            Exactly(2);
        return BinaryPrimitives.ReadUInt32LittleEndian(fields.AsSpan(2));
    }
}

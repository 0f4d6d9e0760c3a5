using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Bzip2;

/// <summary>The module <see href="https://docs.python.org/3.13/library/bz2.html">bz2</see>.</summary>
internal static class Bz2Module
{
    public static PyModule Build() => new PyModule("bz2").Type(Bz2File.Type).Type(Bz2Compressor.Type).Type(Bz2Decompressor.Type)
        .Function("compress", "data, compresslevel=9", static (data, level) =>
        {
            var encoder = new Bzip2Encoder(Level(level));
            return PyBytes.Wrap([.. encoder.Run(Buffers.Of(data)), .. encoder.Finish()]);
        })
        .Function("decompress", "data", static (Any[] a) => PyBytes.Wrap(Decompress(Buffers.Of(a[0]).ToArray(), "Compressed data ended before the end-of-stream marker was reached", static m => new ValueError(m))))
        .Function("open", "filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None", Open);

    public static int Level(Any level) => Lib.Int(level) is >= 1 and <= 9 and var n ? (int)n : throw new ValueError("compresslevel must be between 1 and 9");

    /// <summary>Unpacks streams one behind the other; what is no stream behind the first is left.</summary>
    public static byte[] Decompress(byte[] data, string incomplete, Func<string, BaseException> error)
    {
        using var result = new MemoryStream();
        for (var isFirst = true; data.Length > 0; isFirst = false)
        {
            try
            {
                result.Write(new Bzip2Decoder(data).Run(out var end));
                data = data[end..];
            }
            catch (Bzip2Decoder.Invalid)
            {
                if (isFirst)
                    throw new OSError("Invalid data stream");
                break;
            }
            catch (Bzip2Decoder.Incomplete)
            {
                throw error(incomplete);
            }
        }
        return result.ToArray();
    }

    private static Any Open(Any[] a)
    {
        var mode = Lib.Text(a[1]);
        var isText = mode.Contains('t', StringComparison.Ordinal);
        if (isText && mode.Contains('b', StringComparison.Ordinal))
            throw new ValueError($"Invalid mode: {Str.Repr(mode)}");
        if (!isText)
            foreach (var (value, name) in ((Any, string)[])[(a[3], "encoding"), (a[4], "errors"), (a[5], "newline")])
                if (!value.IsNone)
                    throw new ValueError($"Argument '{name}' not supported in binary mode");
        var file = ((Any)Bz2File.Type).Call(new Arguments { a[0], mode.Replace("t", "", StringComparison.Ordinal), { "compresslevel", a[2] } });
        return isText ? IOTypes.TextIOWrapper.Call(new Arguments { file, a[3].IsNone ? "utf-8" : a[3], a[4], a[5] }) : file;
    }
}

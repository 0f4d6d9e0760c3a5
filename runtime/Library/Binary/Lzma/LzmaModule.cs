using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Lzma;

/// <summary>The module <see href="https://docs.python.org/3.13/library/lzma.html">lzma</see>, over the system's liblzma.</summary>
internal static class LzmaModule
{
    private const string Incomplete = "Compressed data ended before the end-of-stream marker was reached";

    /// <summary>Unpacks streams one behind the other; what is no stream behind the first is left.</summary>
    public static byte[] Decompress(byte[] data, int format, Any limit, Any filters, Func<string, BaseException> incomplete)
    {
        using var result = new MemoryStream();
        for (var isFirst = true; isFirst || data.Length > 0; isFirst = false)
        {
            var decoder = new LzmaDecompressor(LzmaCoder.Decoder(format, limit, filters));
            try
            {
                result.Write(decoder.Decompress(data, -1));
            }
            catch (BaseException error) when (!isFirst && Builtins.IsInstance(error, LzmaCoder.Error))
            {
                break;
            }
            if (!decoder.IsAtEnd)
                throw incomplete(Incomplete);
            data = decoder.Unused;
        }
        return result.ToArray();
    }

    private static byte[] Compress(Any[] a)
    {
        var coder = LzmaCoder.Encoder((int)Lib.Int(a[1]), (int)Lib.Int(a[2]), a[3], a[4]);
        return [.. coder.Take(Buffers.Of(a[0]), finish: false, -1, out _), .. coder.Take([], finish: true, -1, out _)];
    }

    public static PyModule Build()
    {
        LzmaNative.Require();
        var module = new PyModule("lzma").Type(LzmaCoder.Error).Type(LzmaCompressor.Type).Type(LzmaDecompressor.Type).Type(LzmaFile.Type);
        foreach (var (name, value) in (ReadOnlySpan<(string, long)>)[("FORMAT_AUTO", 0), ("FORMAT_XZ", 1), ("FORMAT_ALONE", 2), ("FORMAT_RAW", 3), ("CHECK_NONE", 0), ("CHECK_CRC32", 1), ("CHECK_CRC64", 4), ("CHECK_SHA256", 10), ("CHECK_ID_MAX", 15),
            ("CHECK_UNKNOWN", 16), ("PRESET_DEFAULT", 6), ("PRESET_EXTREME", 1L << 31)])
            module.Value(name, value);
        foreach (var (name, value) in LzmaFilters.Names)
            module.Value(name, value);
        return module
            .Python("compress", "data, format=1, check=-1, preset=None, filters=None", static a => PyBytes.Wrap(Compress(a)))
            .Python("decompress", "data, format=0, memlimit=None, filters=None", static a => PyBytes.Wrap(Decompress(Buffers.Of(a[0]).ToArray(), (int)Lib.Int(a[1]), a[2], a[3], LzmaCoder.Make)))
            .Python("is_check_supported", "check_id, /", static a => Supports((int)Lib.Int(a[0])))
            .Python("open", "filename, mode='rb', *, format=None, check=-1, preset=None, filters=None, encoding=None, errors=None, newline=None", Open);
    }

    private static unsafe bool Supports(int check) => LzmaNative.IsCheckSupported(check) != 0;

    private static Any Open(Any[] a)
    {
        var mode = Lib.Text(a[1]);
        var isText = mode.Contains('t', StringComparison.Ordinal);
        if (isText && mode.Contains('b', StringComparison.Ordinal))
            throw new ValueError($"Invalid mode: {Str.Repr(mode)}");
        if (!isText)
            foreach (var (value, name) in ((Any, string)[])[(a[6], "encoding"), (a[7], "errors"), (a[8], "newline")])
                if (!value.IsNone)
                    throw new ValueError($"Argument '{name}' not supported in binary mode");
        var file = ((Any)LzmaFile.Type).Call(new Arguments { a[0], mode.Replace("t", "", StringComparison.Ordinal), { "format", a[2] }, { "check", a[3] }, { "preset", a[4] }, { "filters", a[5] } });
        return isText ? IOTypes.TextIOWrapper.Call(new Arguments { file, a[6].IsNone ? "utf-8" : a[6], a[7], a[8] }) : file;
    }
}

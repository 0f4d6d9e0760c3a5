using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Compression;

/// <summary>The module <see href="https://docs.python.org/3.13/library/zlib.html">zlib</see>.</summary>
internal static class ZlibModule
{
    public static readonly PyType Error = PyType.Exception("error", PyException.Type, static args => new PyException(args), "zlib");

    private const string Version = "1.2.13";

    public static PyModule Build() => new PyModule("zlib")
        .Type(Error)
        .Function("compress", "data, /, level=-1, wbits=15", static a =>
        {
            var data = Buffers.Of(a[0]);
            var level = Int(a[1]);
            if (level is < -1 or > 9 || Compressor(level, Int(a[2]), 8, 0, null) is not { } encoder)
                throw Failure("Bad compression level");
            return PyBytes.Wrap(encoder.Run(data, 4));
        })
        .Function("decompress", "data, /, wbits=15, bufsize=16384", static a =>
        {
            var data = Buffers.Of(a[0]);
            if (Lib.Int(a[2]) < 0)
                throw new ValueError("bufsize must be non-negative");
            var decoder = Decompressor(Int(a[1])) ?? throw Failure("Error -2 while preparing to decompress data: inconsistent stream state");
            var result = decoder.Run(data, int.MaxValue, out _);
            Check(decoder);
            return decoder.IsDone ? PyBytes.Wrap(result)
                : throw Failure(decoder.NeedsDictionary ? "Error 2 while decompressing data" : "Error -5 while decompressing data: incomplete or truncated stream");
        })
        .Function("compressobj", "level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None", static a =>
        {
            var dictionary = a[5].IsNone ? null : Buffers.Of(a[5]).ToArray();
            var (level, strategy) = (Int(a[0]), Int(a[4]));
            return level is < -1 or > 9 || Int(a[1]) != 8 || strategy is < 0 or > 4 || Compressor(level, Int(a[2]), Int(a[3]), strategy, dictionary) is not { } encoder
                ? throw new ValueError("Invalid initialization option")
                : new CompressObject(encoder);
        })
        .Function("decompressobj", "wbits=15, zdict=", static a => new DecompressObject(
            Decompressor(Int(a[0])) ?? throw new ValueError("Invalid initialization option"), Dictionary(a[1]), Int(a[0]) < 0), PyBytes.Empty)
        .Function("crc32", "data, value=0, /", static (data, start) => (long)Crc32.Compute(Buffers.Of(data), Mask(start)))
        .Function("adler32", "data, value=1, /", static (data, start) => (long)Checksums.Adler32(Buffers.Of(data), Mask(start)))
        .Type(StreamDecompressor.Type)
        .Value("DEFLATED", 8).Value("DEF_BUF_SIZE", 16384).Value("DEF_MEM_LEVEL", 8).Value("MAX_WBITS", 15)
        .Value("ZLIB_VERSION", Version).Value("ZLIB_RUNTIME_VERSION", Version).Value("__version__", "1.0")
        .Value("Z_NO_COMPRESSION", 0).Value("Z_BEST_SPEED", 1).Value("Z_BEST_COMPRESSION", 9).Value("Z_DEFAULT_COMPRESSION", -1)
        .Value("Z_FILTERED", 1).Value("Z_HUFFMAN_ONLY", 2).Value("Z_RLE", 3).Value("Z_FIXED", 4).Value("Z_DEFAULT_STRATEGY", 0)
        .Value("Z_NO_FLUSH", 0).Value("Z_PARTIAL_FLUSH", 1).Value("Z_SYNC_FLUSH", 2).Value("Z_FULL_FLUSH", 3).Value("Z_FINISH", 4).Value("Z_BLOCK", 5).Value("Z_TREES", 6);

    public static BaseException Failure(string message) => (BaseException)Error.Call(message).Ref!;

    /// <exception cref="OverflowError">The number is no C int.</exception>
    public static int Int(Any value)
    {
        var number = Operators.Index(value);
        return number >= int.MinValue && number <= int.MaxValue ? (int)number : throw new OverflowError("Python int too large to convert to C int");
    }

    private static uint Mask(Any value) => (uint)(long)(Operators.Index(value) & 0xFFFFFFFFL);

    private static byte[] Dictionary(Any value)
        => Buffers.TryOf(value, out var data) ? data.ToArray() : throw new TypeError("zdict argument must support the buffer protocol");

    /// <summary>An encoder, or null when an option is none.</summary>
    public static DeflateEncoder? Compressor(int level, int windowBits, int memLevel, int strategy, byte[]? dictionary)
    {
        var wrap = windowBits < 0 ? 0 : windowBits < 16 ? 1 : 2;
        var bits = wrap == 0 ? -windowBits : wrap == 1 ? windowBits : windowBits - 16;
        if (bits is < 8 or > 15 || memLevel is < 1 or > 9 || (bits == 8 && wrap != 1) || (wrap == 2 && dictionary is not null))
            return null;
        return new DeflateEncoder(level, Math.Max(bits, 9), wrap, memLevel, strategy, dictionary);
    }

    /// <summary>A decoder, or null when there is none of that kind.</summary>
    public static InflateDecoder? Decompressor(int windowBits)
    {
        var bits = windowBits < 0 ? -windowBits : windowBits < 48 ? windowBits & 15 : 1;
        return bits is >= 8 and <= 15 || windowBits is 0 or 32 or 16 ? new InflateDecoder(windowBits) : null;
    }

    /// <exception cref="PyException">The data is wrong.</exception>
    public static void Check(InflateDecoder decoder)
    {
        if (decoder.Error is { } error)
            throw Failure($"Error -3 while decompressing data: {error}");
    }
}

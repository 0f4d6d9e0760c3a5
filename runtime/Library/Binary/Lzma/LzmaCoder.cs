using System.Runtime.InteropServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Lzma;

/// <summary>A stream that liblzma packs or unpacks part by part.</summary>
internal sealed unsafe class LzmaCoder
{
    public const int Auto = 0, Xz = 1, Alone = 2, Raw = 3;
    private const int Run = 0, Finish = 3, StreamEnd = 1, BufferError = 10;
    private const uint DefaultPreset = 6;

    private readonly LzmaNative.Stream* _stream = (LzmaNative.Stream*)NativeMemory.AllocZeroed((nuint)sizeof(LzmaNative.Stream));

    public static readonly PyType Error = PyType.Emitted("LZMAError", "_lzma", PyException.Type);

    public bool IsAtEnd { get; private set; }

    public int Check => LzmaNative.Check(_stream);

    public static BaseException Make(string text) => (BaseException)((Any)Error).Call(text).Ref!;

    public static LzmaCoder Encoder(int format, int check, Any preset, Any filters)
    {
        if (format is not (Xz or Alone or Raw))
            throw new ValueError($"Invalid container format: {format}");
        if (check != -1 && format != Xz)
            throw new ValueError("Integrity checks are only supported by FORMAT_XZ");
        if (!preset.IsNone && !filters.IsNone)
            throw new ValueError("Cannot specify both preset and filter chain");
        if (format == Raw && filters.IsNone)
            throw new ValueError("Must specify filters for FORMAT_RAW");
        if (!filters.IsNone)
            return Filtered(format, check, filters);
        var level = preset.IsNone ? DefaultPreset : (uint)Lib.Int(preset);
        var coder = new LzmaCoder();
        if (format == Xz)
        {
            Verify(LzmaNative.EasyEncoder(coder._stream, level, check == -1 ? 4 : check), level);
            return coder;
        }
        var options = stackalloc byte[256];
        if (LzmaNative.Preset(options, level) != 0)
            throw Make($"Invalid or unsupported options");
        Verify(LzmaNative.AloneEncoder(coder._stream, options), level);
        return coder;
    }

    private static LzmaCoder Filtered(int format, int check, Any filters)
    {
        var coder = new LzmaCoder();
        Verify(LzmaFilters.With(filters, format == Alone, chain => format switch
        {
            Xz => LzmaNative.StreamEncoder(coder._stream, chain, check == -1 ? 4 : check),
            Alone => LzmaNative.AloneEncoder(coder._stream, (byte*)chain),
            _ => LzmaNative.RawEncoder(coder._stream, chain),
        }), 0);
        return coder;
    }

    public static LzmaCoder Decoder(int format, Any limit, Any filters)
    {
        if (format == Raw && !limit.IsNone)
            throw new ValueError("Cannot specify memory limit with FORMAT_RAW");
        if (format == Raw && filters.IsNone)
            throw new ValueError("Must specify filters for FORMAT_RAW");
        if (format != Raw && !filters.IsNone)
            throw new ValueError("Cannot specify filters except with FORMAT_RAW");
        var coder = new LzmaCoder();
        if (format == Raw)
        {
            Verify(LzmaFilters.With(filters, isAlone: false, chain => LzmaNative.RawDecoder(coder._stream, chain)), 0);
            return coder;
        }
        var memory = limit.IsNone ? ulong.MaxValue : (ulong)Lib.Int(limit);
        Verify(format switch
        {
            Auto => LzmaNative.AutoDecoder(coder._stream, memory, 0),
            Xz => LzmaNative.StreamDecoder(coder._stream, memory, 0),
            Alone => LzmaNative.AloneDecoder(coder._stream, memory),
            _ => throw new ValueError($"Invalid container format: {format}"),
        }, 0);
        return coder;
    }

    private static void Verify(int result, uint preset)
    {
        if (result is 0 or StreamEnd or 2 or 4)
            return;
        if (result == 5)
            throw new MemoryError();
        throw Make(result switch
        {
            3 => "Unsupported integrity check",
            6 => "Memory usage limit exceeded",
            7 => "Input format not supported by decoder",
            8 => preset > 9 ? $"Invalid or unsupported options" : "Invalid or unsupported options",
            9 => "Corrupt input data",
            BufferError => "Insufficient buffer space",
            _ => $"Unrecognized error from liblzma: {result}",
        });
    }

    /// <summary>Takes more data; gives what is ready, and how much of the data was not needed.</summary>
    /// <param name="most">How much is wanted at most; less than 0 for all.</param>
    public byte[] Take(ReadOnlySpan<byte> data, bool finish, long most, out int left)
    {
        using var output = new MemoryStream();
        var buffer = new byte[32768];
        fixed (byte* input = data.Length > 0 ? data : new byte[1], space = buffer)
        {
            _stream->Input = input;
            _stream->InputLeft = (nuint)data.Length;
            while (most < 0 || output.Length < most)
            {
                var room = most < 0 ? buffer.Length : (int)Math.Min(buffer.Length, most - output.Length);
                _stream->Output = space;
                _stream->OutputLeft = (nuint)room;
                var result = LzmaNative.Code(_stream, finish ? Finish : Run);
                var got = room - (int)_stream->OutputLeft;
                output.Write(buffer, 0, got);
                if (result == BufferError && _stream->InputLeft == 0 && !finish)
                    break;
                Verify(result, 0);
                IsAtEnd = result == StreamEnd;
                if (IsAtEnd || (_stream->InputLeft == 0 && got < room && !finish))
                    break;
            }
            left = (int)_stream->InputLeft;
        }
        return output.ToArray();
    }

    ~LzmaCoder()
    {
        LzmaNative.End(_stream);
        NativeMemory.Free(_stream);
    }
}

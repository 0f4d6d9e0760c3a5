using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/binascii.html">binascii</see>.</summary>
internal static class BinasciiModule
{
    public static readonly PyType Error = PyType.Exception("Error", ValueError.Type, static args => new BinasciiError(args), "binascii");

    private static readonly PyType s_incomplete = PyType.Exception("Incomplete", PyException.Type, static args => new PyException(args), "binascii");

    public static PyModule Build() => new PyModule("binascii")
        .Type(Error).Type(s_incomplete)
        .Function("hexlify", "data, sep=, bytes_per_sep=1", static a => PyBytes.FromLatin1(ByteStrings.Hex(Buffers.Of(a[0]), a[1], Lib.Int(a[2]))), Any.Unbound)
        .Function("b2a_hex", "data, sep=, bytes_per_sep=1", static a => PyBytes.FromLatin1(ByteStrings.Hex(Buffers.Of(a[0]), a[1], Lib.Int(a[2]))), Any.Unbound)
        .Function("unhexlify", static text => FromHex(text))
        .Function("a2b_hex", static text => FromHex(text))
        .Function("b2a_base64", "data, /, *, newline=True", static (data, newline) => PyBytes.FromLatin1(Convert.ToBase64String(Buffers.Of(data)) + (newline.Truth ? "\n" : "")))
        .Function("a2b_base64", "data, /, *, strict_mode=False", static (data, strict) => PyBytes.Wrap(DecodeBase64(Input(data), strict.Truth)))
        .Function("b2a_uu", "data, /, *, backtick=False", static (data, backtick) => PyBytes.Wrap(UuCode.Encode(Buffers.Of(data), backtick.Truth)))
        .Function("a2b_uu", static data => PyBytes.Wrap(UuCode.Decode(Input(data))))
        .Function("b2a_qp", "data, quotetabs=False, istext=True, header=False", static a => PyBytes.Wrap(QuotedPrintable.Encode(Buffers.Of(a[0]), a[1].Truth, a[2].Truth, a[3].Truth)))
        .Function("a2b_qp", "data, header=False", static (data, header) => PyBytes.Wrap(QuotedPrintable.Decode(Input(data), header.Truth)))
        .Function("crc32", "data, crc=0, /", static (data, crc) => (long)Crc32.Compute(Buffers.Of(data), (uint)(long)(Operators.Index(crc) & 0xFFFFFFFFL)))
        .Function("crc_hqx", "data, crc, /", static (data, crc) => CrcHqx(Buffers.Of(data), (int)Lib.Int(crc)));

    /// <summary>ASCII text or bytes as bytes.</summary>
    internal static byte[] Input(Any data)
    {
        if (data.Ref is string text)
            return System.Text.Ascii.IsValid(text) ? Buffers.FromLatin1(text) : throw new ValueError("string argument should contain only ASCII characters");
        return Buffers.TryOf(data, out var bytes) ? bytes.ToArray() : throw new TypeError($"argument should be bytes, buffer or ASCII string, not '{PyType.Of(data).ErrorName}'");
    }

    private static Any FromHex(Any text)
    {
        var data = Input(text);
        if (data.Length % 2 != 0)
            throw new BinasciiError("Odd-length string");
        var result = new byte[data.Length / 2];
        for (var i = 0; i < result.Length; i++)
        {
            var (high, low) = ((char)data[2 * i], (char)data[(2 * i) + 1]);
            if (!char.IsAsciiHexDigit(high) || !char.IsAsciiHexDigit(low))
                throw new BinasciiError("Non-hexadecimal digit found");
            result[i] = Convert.FromHexString($"{high}{low}")[0];
        }
        return PyBytes.Wrap(result);
    }

    /// <summary>Decodes base 64; what is not of its alphabet is skipped unless strict.</summary>
    internal static byte[] DecodeBase64(ReadOnlySpan<byte> data, bool strict)
    {
        var output = new List<byte>(data.Length * 3 / 4);
        if (strict && data.Length > 0 && data[0] == '=')
            throw new BinasciiError("Leading padding not allowed");
        int quad = 0, left = 0, pads = 0;
        var padded = false;
        for (var i = 0; i < data.Length; i++)
        {
            var c = data[i];
            if (c == '=')
            {
                padded = true;
                if (quad >= 2 && quad + ++pads >= 4)
                {
                    if (strict && i + 1 < data.Length)
                        throw new BinasciiError("Excess data after padding");
                    return [.. output];
                }
                if (strict && i + 1 < data.Length && quad < 2)
                    throw new BinasciiError("Discontinuous padding not allowed");
                continue;
            }
            var value = c switch
            {
                >= (byte)'A' and <= (byte)'Z' => c - 'A',
                >= (byte)'a' and <= (byte)'z' => c - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => c - '0' + 52,
                (byte)'+' => 62,
                (byte)'/' => 63,
                _ => -1,
            };
            if (value < 0)
            {
                if (strict)
                    throw new BinasciiError("Only base64 data is allowed");
                continue;
            }
            if (strict && padded)
                throw new BinasciiError("Discontinuous padding not allowed");
            pads = 0;
            switch (quad)
            {
                case 0:
                    quad = 1;
                    left = value;
                    break;
                case 1:
                    quad = 2;
                    output.Add((byte)((left << 2) | (value >> 4)));
                    left = value & 0x0f;
                    break;
                case 2:
                    quad = 3;
                    output.Add((byte)((left << 4) | (value >> 2)));
                    left = value & 0x03;
                    break;
                default:
                    quad = 0;
                    output.Add((byte)((left << 6) | value));
                    left = 0;
                    break;
            }
        }
        if (quad == 1)
            throw new BinasciiError($"Invalid base64-encoded string: number of data characters ({(output.Count / 3 * 4) + 1}) cannot be 1 more than a multiple of 4");
        if (quad != 0)
            throw new BinasciiError("Incorrect padding");
        return [.. output];
    }

    private static long CrcHqx(ReadOnlySpan<byte> data, int crc)
    {
        crc &= 0xffff;
        foreach (var b in data)
        {
            crc ^= b << 8;
            for (var i = 0; i < 8; i++)
                crc = ((crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
        }
        return crc;
    }
}

/// <summary><c>binascii.Error</c>.</summary>
public sealed class BinasciiError(params ReadOnlySpan<Any> args) : ValueError(args)
{
    protected override PyType NativeClass => BinasciiModule.Error;
}

/// <summary>The checksum of gzip and zip.</summary>
internal static class Crc32
{
    private static readonly uint[] s_table = [.. Enumerable.Range(0, 256).Select(static i =>
    {
        var c = (uint)i;
        for (var k = 0; k < 8; k++)
            c = (c & 1) != 0 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
        return c;
    })];

    public static uint Compute(ReadOnlySpan<byte> data, uint start)
    {
        var crc = ~start;
        foreach (var b in data)
            crc = s_table[(byte)(crc ^ b)] ^ (crc >> 8);
        return ~crc;
    }
}

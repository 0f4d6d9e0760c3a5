using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/base64.html">base64</see>.</summary>
internal static partial class Base64Module
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Base32Hex = "0123456789ABCDEFGHIJKLMNOPQRSTUV";
    private const string Base85 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";

    public static PyModule Build()
    {
        var module = new PyModule("base64");
        module.Function("b64encode", "s, altchars=None", static (s, alt) => Encode(Data(s), alt.IsNone ? null : Buffers.TryOf(alt, out _) || Operators.Len(alt) != 2 ? AltChars(alt) : throw new TypeError($"a bytes-like object is required, not '{PyType.Of(alt).ErrorName}'")))
            .Function("standard_b64encode", "s", static (Any[] a) => Encode(Data(a[0]), null))
            .Function("urlsafe_b64encode", "s", static (Any[] a) => Encode(Data(a[0]), "-_"))
            .Function("b64decode", "s, altchars=None, validate=False", static a => Decode(a[0], a[1].IsNone ? null : AltChars(a[1]), a[2].Truth))
            .Function("standard_b64decode", "s", static (Any[] a) => Decode(a[0], null, false))
            .Function("urlsafe_b64decode", "s", static (Any[] a) => Decode(a[0], "-_", false))
            .Function("encodebytes", "s", static (Any[] a) => EncodeLines(SingleBytes(a[0])))
            .Function("decodebytes", "s", static (Any[] a) => PyBytes.Wrap(BinasciiModule.DecodeBase64(SingleBytes(a[0]), false)))
            .Function("b16encode", "s", static (Any[] a) => PyBytes.FromLatin1(Convert.ToHexString(Data(a[0]))))
            .Function("b16decode", "s, casefold=False", static (s, fold) => Decode16(s, fold.Truth))
            .Function("b32encode", "s", static (Any[] a) => Encode32(Viewed(a[0]), Base32))
            .Function("b32decode", "s, casefold=False, map01=None", static a => Decode32(a[0], a[1].Truth, a[2], Base32))
            .Function("b32hexencode", "s", static (Any[] a) => Encode32(Viewed(a[0]), Base32Hex))
            .Function("b32hexdecode", "s, casefold=False", static (s, fold) => Decode32(s, fold.Truth, Any.None, Base32Hex))
            .Function("b85encode", "b, pad=False", static (b, pad) => Encode85(Viewed(b), pad.Truth))
            .Function("b85decode", "b", static (Any[] a) => Decode85(a[0]))
            .Function("z85encode", "s", static (Any[] a) => EncodeZ85(Viewed(a[0])))
            .Function("z85decode", "s", static (Any[] a) => DecodeZ85(a[0]))
            .Function("encode", "input, output", static (input, output) => EncodeFile(input, output))
            .Function("decode", "input, output", static (input, output) => DecodeFile(input, output))
            .Function("a85encode", "b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False", static a => Ascii85.Encode(Data(a[0]), a[1].Truth, (int)Lib.Int(a[2]), a[3].Truth, a[4].Truth))
            .Function("a85decode", "b, *, foldspaces=False, adobe=False, ignorechars=", static a => Ascii85.Decode(Bytes(a[0]), a[1].Truth, a[2].Truth, Data(a[3])), PyBytes.FromLatin1(" \t\n\r\v"));
        return module;
    }

    private static byte[] Data(Any value)
        => Buffers.TryOf(value, out var data) ? data.ToArray() : throw new TypeError($"a bytes-like object is required, not '{PyType.Of(value).ErrorName}'");

    /// <summary>Data of which Python code makes a memoryview first.</summary>
    private static byte[] Viewed(Any value)
        => Buffers.TryOf(value, out var data) ? data.ToArray() : throw new TypeError($"memoryview: a bytes-like object is required, not '{PyType.Of(value).ErrorName}'");

    private static byte[] Bytes(Any value)
    {
        if (value.Ref is string text)
            return Ascii.IsValid(text) ? Buffers.FromLatin1(text) : throw new ValueError("string argument should contain only ASCII characters");
        return Buffers.TryOf(value, out var data) ? data.ToArray() : throw new TypeError($"argument should be a bytes-like object or ASCII string, not '{PyType.Of(value).Name}'");
    }

    private static string AltChars(Any alt)
    {
        var text = Buffers.ToLatin1(Bytes(alt));
        if (text.Length != 2)
            throw new AssertionError(Operators.Repr(alt));
        return text;
    }

    private static PyBytes Encode(byte[] data, string? alt)
    {
        var text = Convert.ToBase64String(data);
        return PyBytes.FromLatin1(alt is null ? text : text.Replace('+', alt[0]).Replace('/', alt[1]));
    }

    private static PyBytes EncodeLines(byte[] data)
    {
        var text = new StringBuilder();
        for (var i = 0; i < data.Length; i += 57)
            text.Append(Convert.ToBase64String(data, i, Math.Min(57, data.Length - i))).Append('\n');
        return PyBytes.FromLatin1(text.ToString());
    }

    private static PyBytes Decode(Any value, string? alt, bool validate)
    {
        var data = Bytes(value);
        if (alt is not null)
            foreach (ref var b in data.AsSpan())
                b = b == alt[0] ? (byte)'+' : b == alt[1] ? (byte)'/' : b;
        return PyBytes.Wrap(BinasciiModule.DecodeBase64(data, validate));
    }

    private static PyBytes Decode16(Any value, bool fold)
    {
        var text = Buffers.ToLatin1(Bytes(value));
        if (fold)
            text = text.ToUpperInvariant();
        if (text.Any(static c => !char.IsAsciiHexDigitUpper(c)))
            throw new BinasciiError("Non-base16 digit found");
        return text.Length % 2 == 0 ? PyBytes.Wrap(Convert.FromHexString(text)) : throw new BinasciiError("Odd-length string");
    }

    private static PyBytes Encode32(byte[] data, string alphabet)
    {
        var text = new StringBuilder();
        for (var i = 0; i < data.Length; i += 5)
        {
            ulong group = 0;
            var count = Math.Min(5, data.Length - i);
            for (var j = 0; j < 5; j++)
                group = (group << 8) | (j < count ? data[i + j] : (ulong)0);
            var used = ((count * 8) + 4) / 5;
            for (var j = 0; j < 8; j++)
                text.Append(j < used ? alphabet[(int)((group >> (35 - (5 * j))) & 31)] : '=');
        }
        return PyBytes.FromLatin1(text.ToString());
    }

    private static PyBytes Decode32(Any value, bool fold, Any map01, string alphabet)
    {
        var text = Buffers.ToLatin1(Bytes(value));
        if (text.Length % 8 != 0)
            throw new BinasciiError("Incorrect padding");
        if (!map01.IsNone)
            text = text.Replace('0', 'O').Replace('1', Buffers.ToLatin1(Bytes(map01))[0]);
        if (fold)
            text = text.ToUpperInvariant();
        var bare = text.TrimEnd('=');
        var pads = text.Length - bare.Length;
        if (pads is not (0 or 1 or 3 or 4 or 6))
            throw new BinasciiError("Incorrect padding");
        var output = new List<byte>();
        ulong bits = 0;
        var count = 0;
        foreach (var c in bare)
        {
            var digit = alphabet.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0)
                throw new BinasciiError("Non-base32 digit found");
            bits = (bits << 5) | (uint)digit;
            count += 5;
            if (count < 8)
                continue;
            count -= 8;
            output.Add((byte)(bits >> count));
        }
        return PyBytes.Wrap([.. output]);
    }

    private static PyBytes Encode85(byte[] data, bool pad)
    {
        var padding = (4 - (data.Length % 4)) % 4;
        byte[] padded = [.. data, .. new byte[padding]];
        var text = new StringBuilder();
        for (var i = 0; i < padded.Length; i += 4)
        {
            var word = ((uint)padded[i] << 24) | ((uint)padded[i + 1] << 16) | ((uint)padded[i + 2] << 8) | padded[i + 3];
            var group = new char[5];
            for (var j = 4; j >= 0; j--)
            {
                group[j] = Base85[(int)(word % 85)];
                word /= 85;
            }
            text.Append(group);
        }
        if (!pad)
            text.Length -= padding;
        return PyBytes.FromLatin1(text.ToString());
    }

    private static PyBytes Decode85(Any value)
    {
        var data = Bytes(value);
        var padding = (5 - (data.Length % 5)) % 5;
        byte[] padded = [.. data, .. Enumerable.Repeat((byte)'~', padding)];
        var output = new List<byte>();
        for (var i = 0; i < padded.Length; i += 5)
        {
            ulong word = 0;
            for (var j = 0; j < 5; j++)
            {
                var digit = Base85.IndexOf((char)padded[i + j], StringComparison.Ordinal);
                if (digit < 0)
                    throw new ValueError($"bad base85 character at position {i + j}");
                word = (word * 85) + (uint)digit;
            }
            if (word > uint.MaxValue)
                throw new ValueError($"base85 overflow in hunk starting at byte {i}");
            output.AddRange([(byte)(word >> 24), (byte)(word >> 16), (byte)(word >> 8), (byte)word]);
        }
        output.RemoveRange(output.Count - padding, padding);
        return PyBytes.Wrap([.. output]);
    }
}

/// <summary>Adobe's base 85.</summary>
internal static class Ascii85
{
    public static PyBytes Encode(byte[] data, bool foldSpaces, int wrap, bool pad, bool adobe)
    {
        var padding = (4 - (data.Length % 4)) % 4;
        byte[] padded = [.. data, .. new byte[padding]];
        var text = new StringBuilder(adobe ? "<~" : "");
        for (var i = 0; i < padded.Length; i += 4)
        {
            var word = ((uint)padded[i] << 24) | ((uint)padded[i + 1] << 16) | ((uint)padded[i + 2] << 8) | padded[i + 3];
            var last = i + 4 >= padded.Length && padding > 0 && !pad;
            if (word == 0 && !last)
                text.Append('z');
            else if (foldSpaces && word == 0x20202020 && !last)
                text.Append('y');
            else
            {
                var group = new char[5];
                for (var j = 4; j >= 0; j--)
                {
                    group[j] = (char)('!' + (word % 85));
                    word /= 85;
                }
                text.Append(last ? group[..(5 - padding)] : group);
            }
        }
        var result = text.ToString();
        if (wrap > 0)
        {
            wrap = Math.Max(adobe ? 2 : 1, wrap);
            var lines = Enumerable.Range(0, (result.Length + wrap - 1) / wrap).Select(i => result.Substring(i * wrap, Math.Min(wrap, result.Length - (i * wrap)))).ToList();
            if (adobe && lines[^1].Length + 2 > wrap)
                lines.Add("");
            result = string.Join("\n", lines);
        }
        return PyBytes.FromLatin1(adobe ? result + "~>" : result);
    }

    public static PyBytes Decode(byte[] data, bool foldSpaces, bool adobe, byte[] ignored)
    {
        var text = Buffers.ToLatin1(data);
        if (adobe)
        {
            if (!text.EndsWith("~>", StringComparison.Ordinal))
                throw new ValueError("Ascii85 encoded byte sequences must end with b'~>'");
            text = text.StartsWith("<~", StringComparison.Ordinal) ? text[2..^2] : text[..^2];
        }
        var output = new List<byte>();
        var group = new List<char>();
        foreach (var c in text + "uuuu")
        {
            if (c is >= '!' and <= 'u')
            {
                group.Add(c);
                if (group.Count < 5)
                    continue;
                ulong word = 0;
                foreach (var digit in group)
                    word = (word * 85) + (uint)(digit - '!');
                if (word > uint.MaxValue)
                    throw new ValueError("Ascii85 overflow");
                output.AddRange([(byte)(word >> 24), (byte)(word >> 16), (byte)(word >> 8), (byte)word]);
                group.Clear();
            }
            else if (c == 'z')
            {
                if (group.Count > 0)
                    throw new ValueError("z inside Ascii85 5-tuple");
                output.AddRange(new byte[4]);
            }
            else if (foldSpaces && c == 'y')
            {
                if (group.Count > 0)
                    throw new ValueError("y inside Ascii85 5-tuple");
                output.AddRange("    "u8);
            }
            else if (!ignored.Contains((byte)c))
            {
                throw new ValueError($"Non-Ascii85 digit found: {c}");
            }
        }
        var padding = 4 - group.Count;
        if (padding > 0)
            output.RemoveRange(output.Count - padding, padding);
        return PyBytes.Wrap([.. output]);
    }
}

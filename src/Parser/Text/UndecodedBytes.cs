using System.Buffers;
using System.Globalization;
using System.Text;

namespace Pytocs.Parser.Text;

/// <summary>
/// Bytes that are not UTF-8, in a text: each as a low surrogate on its own, as PEP 383 has them. CPython looks at
/// them only where a name or a literal holds them.
/// </summary>
internal static class UndecodedBytes
{
    private const int First = 0xDC00;

    /// <summary>Where the first byte stands that is not UTF-8; -1 if all is well.</summary>
    public static int Find(ReadOnlySpan<byte> bytes)
    {
        var position = 0;
        while (position < bytes.Length)
        {
            var ascii = bytes[position..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0) return -1;
            position += ascii;
            if (Rune.DecodeFromUtf8(bytes[position..], out _, out var length) != OperationStatus.Done) return position;
            position += length;
        }
        return -1;
    }

    /// <summary>The text of bytes of which some are not UTF-8.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (Find(bytes) is >= 0 and var bad)
        {
            text.Append(Encoding.UTF8.GetString(bytes[..bad])).Append((char)(First + bytes[bad]));
            bytes = bytes[(bad + 1)..];
        }
        return text.Append(Encoding.UTF8.GetString(bytes)).ToString();
    }

    /// <summary>CPython's message for the first byte in a name or literal that is not UTF-8; null if there is none.</summary>
    public static string? Problem(ReadOnlySpan<char> text)
    {
        var bytes = new List<byte>(text.Length);
        Span<byte> encoded = stackalloc byte[4];
        for (var i = 0; i < text.Length;)
        {
            var status = Rune.DecodeFromUtf16(text[i..], out var rune, out var length);
            if (status != OperationStatus.Done) bytes.Add((byte)(text[i] - First));
            else bytes.AddRange(encoded[..rune.EncodeToUtf8(encoded)]);
            i += length;
        }
        var content = bytes.ToArray();
        return Find(content) is >= 0 and var bad ? Message(content, bad) : null;
    }

    private static string Message(ReadOnlySpan<byte> bytes, int bad)
    {
        var reason = bytes[bad] is >= 0xC2 and <= 0xF4 ? bad + 1 >= bytes.Length ? "unexpected end of data" : "invalid continuation byte" : "invalid start byte";
        return string.Create(CultureInfo.InvariantCulture, $"(unicode error) 'utf-8' codec can't decode byte 0x{bytes[bad]:x2} in position {bad}: {reason}");
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pytocs.Parser.Diagnostics;

namespace Pytocs.Parser.Text;

/// <summary>Turns the bytes of a source file into text, minding the byte order mark and the cookie of PEP 263.</summary>
public static partial class SourceDecoder
{
    static SourceDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a file.</summary>
    public static SourceText Read(string path, out Diagnostic? error) => Decode(path, File.ReadAllBytes(path), out error);

    /// <summary>Decodes the bytes of a file. Where that fails, the error says so and the text holds what could be read.</summary>
    public static SourceText Decode(string path, ReadOnlySpan<byte> bytes, out Diagnostic? error)
    {
        error = null;
        var hasMark = bytes.StartsWith("\uFEFF"u8);
        var content = hasMark ? bytes[3..] : bytes;
        var cookie = FindCookie(content);
        if (cookie is null or "utf-8" || !hasMark && IsUtf8(cookie)) return DecodeUtf8(path, content, cookie is not null, out error);
        if (hasMark)
        {
            var text = new SourceText(path, Encoding.UTF8.GetString(content));
            error = new Diagnostic(Catalogue.EncodingError, text, default, $"encoding problem: {cookie} with BOM");
            return text;
        }
        if (FindEncoding(cookie) is not { } encoding)
        {
            var text = new SourceText(path, Encoding.Latin1.GetString(content));
            error = new Diagnostic(Catalogue.EncodingError, text, default, $"unknown encoding: {cookie}");
            return text;
        }
        try
        {
            return new SourceText(path, encoding.GetString(content));
        }
        catch (DecoderFallbackException failure)
        {
            var text = new SourceText(path, Encoding.Latin1.GetString(content));
            error = new Diagnostic(Catalogue.EncodingError, text, new TextSpan(Math.Max(0, failure.Index), 0),
                $"(unicode error) '{cookie}' codec can't decode byte 0x{failure.BytesUnknown?[0]:x2} in position {failure.Index}");
            return text;
        }
    }

    private static SourceText DecodeUtf8(string path, ReadOnlySpan<byte> content, bool declared, out Diagnostic? error)
    {
        error = null;
        var bad = FirstInvalid(content);
        var text = new SourceText(path, Encoding.UTF8.GetString(content));
        if (bad < 0) return text;
        var line = 1;
        for (var i = 0; i < bad; i++)
            if (content[i] == '\n') line++;
        var position = Encoding.UTF8.GetCharCount(content[..bad]);
        var message = declared
            ? string.Create(CultureInfo.InvariantCulture, $"(unicode error) 'utf-8' codec can't decode byte 0x{content[bad]:x2} in position {bad}: {Reason(content, bad)}")
            : string.Create(CultureInfo.InvariantCulture,
                $"Non-UTF-8 code starting with '\\x{content[bad]:x2}' on line {line}, but no encoding declared; see https://peps.python.org/pep-0263/ for details");
        error = new Diagnostic(Catalogue.EncodingError, text, new TextSpan(position, 0), message);
        return text;
    }

    private static string Reason(ReadOnlySpan<byte> content, int bad) =>
        content[bad] is >= 0xC2 and <= 0xF4 ? bad + 1 >= content.Length ? "unexpected end of data" : "invalid continuation byte" : "invalid start byte";

    private static int FirstInvalid(ReadOnlySpan<byte> content)
    {
        var position = 0;
        while (position < content.Length)
        {
            var ascii = content[position..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0) return -1;
            position += ascii;
            if (Rune.DecodeFromUtf8(content[position..], out _, out var length) != System.Buffers.OperationStatus.Done) return position;
            position += length;
        }
        return -1;
    }

    /// <summary>The encoding named in one of the first two lines.</summary>
    private static string? FindCookie(ReadOnlySpan<byte> content)
    {
        for (var line = 0; line < 2; line++)
        {
            var length = content.IndexOfAny((byte)'\n', (byte)'\r');
            var text = Encoding.Latin1.GetString(length < 0 ? content : content[..length]);
            var match = Cookie().Match(text);
            if (match.Success) return Canonical(match.Groups[1].Value);
            if (length < 0 || !Blank().IsMatch(text)) return null;
            var skip = content[length] == '\r' && length + 1 < content.Length && content[length + 1] == '\n' ? 2 : 1;
            content = content[(length + skip)..];
        }
        return null;
    }

    private static string Canonical(string name)
    {
        var lower = name.ToLowerInvariant().Replace('_', '-');
        if (lower == "utf-8" || lower.StartsWith("utf-8-", StringComparison.Ordinal)) return "utf-8";
        return lower is "latin-1" or "iso-8859-1" or "iso-latin-1"
            || lower.StartsWith("latin-1-", StringComparison.Ordinal) || lower.StartsWith("iso-8859-1-", StringComparison.Ordinal)
            || lower.StartsWith("iso-latin-1-", StringComparison.Ordinal) ? "iso-8859-1" : name;
    }

    private static bool IsUtf8(string name) => name.ToLowerInvariant().Replace('_', '-') is "utf-8" or "utf8" or "u8" or "cp65001";

    private static Encoding? FindEncoding(string name)
    {
        var lower = name.ToLowerInvariant().Replace('_', '-');
        var known = lower switch
        {
            "latin1" or "l1" or "iso8859-1" or "8859" or "cp819" => "iso-8859-1",
            "ascii" or "646" or "us" => "us-ascii",
            "euc-jp" or "eucjp" or "ujis" => "euc-jp",
            "shift-jis" or "sjis" or "shiftjis" or "cp932" or "ms932" or "mskanji" => "shift_jis",
            "gbk" or "cp936" or "936" => "gb2312",
            "euc-kr" or "euckr" or "cp949" or "949" or "uhc" => "ks_c_5601-1987",
            "big5" or "cp950" or "big5-tw" => "big5",
            "mac-roman" or "macroman" => "macintosh",
            _ when lower.StartsWith("iso8859-", StringComparison.Ordinal) => "iso-8859-" + lower[8..],
            _ when lower.StartsWith("latin-", StringComparison.Ordinal) => "latin" + lower[6..],
            _ when lower.StartsWith("cp125", StringComparison.Ordinal) => "windows-" + lower[2..],
            _ when lower.StartsWith("cp", StringComparison.Ordinal) => "IBM" + lower[2..],
            _ => lower,
        };
        try
        {
            return Encoding.GetEncoding(known, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", RegexOptions.ECMAScript)]
    private static partial Regex Cookie();

    [GeneratedRegex(@"^[ \t\f]*(?:#.*)?$", RegexOptions.ECMAScript)]
    private static partial Regex Blank();
}

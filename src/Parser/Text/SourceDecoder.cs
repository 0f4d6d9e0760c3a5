using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pytocs.Parser.Diagnostics;

namespace Pytocs.Parser.Text;

/// <summary>Turns the bytes of a source file into text, minding the byte order mark and the cookie of PEP 263.</summary>
public static partial class SourceDecoder
{
    /// <summary>Reads a file.</summary>
    public static SourceText Read(string path, out Diagnostic? error, bool isTolerant = false) => Decode(path, File.ReadAllBytes(path), out error, isTolerant);

    /// <summary>Decodes the bytes of a file. Where that fails, the error says so and the text holds what could be read.</summary>
    /// <param name="path">The path as it is shown in messages.</param>
    /// <param name="bytes">The content of the file.</param>
    /// <param name="error">What is wrong with the encoding.</param>
    /// <param name="isTolerant">Whether bytes that are not UTF-8 do no harm outside names and literals, as where CPython is given bytes to parse
    /// rather than a file to run.</param>
    public static SourceText Decode(string path, ReadOnlySpan<byte> bytes, out Diagnostic? error, bool isTolerant = false)
    {
        error = null;
        var hasMark = bytes.StartsWith("\uFEFF"u8);
        var content = hasMark ? bytes[3..] : bytes;
        var cookie = FindCookie(content);
        if (cookie is null or "utf-8" || !hasMark && IsUtf8(cookie)) return DecodeUtf8(path, content, isTolerant || cookie is not null, out error);
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
                $"'{cookie}' codec can't decode byte 0x{failure.BytesUnknown?[0]:x2} in position {failure.Index}"
                + (encoding.CodePage == Encoding.ASCII.CodePage ? ": ordinal not in range(128)" : ""));
            return text;
        }
    }

    private static SourceText DecodeUtf8(string path, ReadOnlySpan<byte> content, bool isTolerant, out Diagnostic? error)
    {
        error = null;
        var bad = UndecodedBytes.Find(content);
        if (bad < 0) return new SourceText(path, Encoding.UTF8.GetString(content));
        var text = new SourceText(path, UndecodedBytes.Decode(content)) { HasUndecodedBytes = true };
        if (isTolerant) return text;
        var position = Encoding.UTF8.GetCharCount(content[..bad]);
        var message = string.Create(CultureInfo.InvariantCulture,
            $"Non-UTF-8 code starting with '\\x{content[bad]:x2}' in file {path} on line {text.LineOf(position)}, but no encoding declared; see https://peps.python.org/pep-0263/ for details");
        error = new Diagnostic(Catalogue.EncodingError, text, new TextSpan(position, 0), message);
        return text;
    }

    /// <summary>The encoding named in one of the first two lines.</summary>
    private static string? FindCookie(ReadOnlySpan<byte> content)
    {
        // Most files name none, and do without the patterns.
        if (content.IndexOf("coding"u8) < 0) return null;
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

    /// <summary>The name as codecs are looked up by: what is no letter, digit or point only separates.</summary>
    private static string Normal(string name) => string.Join('-', name.ToLowerInvariant().Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries));

    private static bool IsUtf8(string name) => Normal(name) is "utf-8" or "utf8" or "utf" or "u8" or "cp65001";

    private static Encoding? FindEncoding(string name)
    {
        var lower = Normal(name);
        var known = lower switch
        {
            "latin" or "latin1" or "l1" or "iso8859-1" or "8859" or "cp819" => "iso-8859-1",
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
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
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

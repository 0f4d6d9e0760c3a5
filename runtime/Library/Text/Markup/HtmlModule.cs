using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Markup;

/// <summary>The module <see href="https://docs.python.org/3.13/library/html.html">html</see>.</summary>
internal static partial class HtmlModule
{
    public static PyModule Build() => new PyModule("html").Package()
        .Function("escape", "s, quote=True", static (s, quote) => Escape(Lib.TextWith(s, "replace"), quote.Truth))
        .Function("unescape", "s", static (Any[] a) => Unescape(Lib.Text(a[0])))
        .Function("_replace_charref", "s", static (Any[] a) => Resolve(Operators.Str(a[0].Invoke("group", 1))));

    private static string Escape(string text, bool quote)
    {
        text = text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        return quote ? text.Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#x27;", StringComparison.Ordinal) : text;
    }

    [GeneratedRegex(@"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")]
    private static partial Regex Reference();

    /// <summary>Character references as HTML 5 reads them.</summary>
    public static string Unescape(string text) => text.Contains('&') ? Reference().Replace(text, static m => Resolve(m.Groups[1].Value)) : text;

    private static string Resolve(string name)
    {
        if (name[0] == '#')
            return Numeric(name);
        if (HtmlEntities.TryGet(name, out var found))
            return found;
        for (var length = name.Length - 1; length > 1; length--)
            if (HtmlEntities.TryGet(name[..length], out found))
                return found + name[length..];
        return "&" + name;
    }

    private static string Numeric(string name)
    {
        var hex = name[1] is 'x' or 'X';
        var digits = name[(hex ? 2 : 1)..].TrimEnd(';');
        var number = System.Numerics.BigInteger.Parse((hex ? "0" : "") + digits, hex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture);
        if (number.IsZero || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF))
            return "\uFFFD";
        var code = (int)number;
        if (code is 0x0D)
            return "\r";
        if (code is >= 0x80 and <= 0x9F)
            return Codecs.Decode([(byte)code], "cp1252", "ignore") is { Length: 1 } mapped ? mapped : ((char)code).ToString();
        return code is (>= 1 and <= 8) or 0x0B or (>= 0x0E and <= 0x1F) or 0x7F or (>= 0xFDD0 and <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE
            ? ""
            : char.ConvertFromUtf32(code);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Literals of strings and bytes.</summary>
internal sealed partial class LiteralReader
{
    /// <summary>String literals that stand side by side are one.</summary>
    private Any Strings(Match head)
    {
        Any result = Any.Unbound;
        for (; head.Success; head = Quoted().Match(text, _at))
        {
            var prefix = head.Groups[1].Value.ToLowerInvariant();
            if (prefix.Contains('f', StringComparison.Ordinal))
                throw Malformed("JoinedStr");
            var part = OneString(head, prefix);
            if (!result.IsUnbound && result.Ref is string != part.Ref is string)
                throw Syntax("cannot mix bytes and nonbytes literals", Line);
            result = result.IsUnbound ? part : result + part;
            Skip();
        }
        return result;
    }

    private Any OneString(Match head, string prefix)
    {
        var (line, quote) = (Line, head.Groups[2].Value);
        _at += head.Length;
        var start = _at;
        while (!text.AsSpan(_at).StartsWith(quote))
        {
            if (_at < text.Length && text[_at] == '\\')
                _at++;
            else if (_at >= text.Length || (quote.Length == 1 && text[_at] == '\n'))
                throw Syntax($"unterminated {(quote.Length == 3 ? "triple-quoted " : "")}string literal (detected at line {Line})", line);
            _at++;
        }
        var body = text[start.._at];
        _at += quote.Length;
        var raw = prefix.Contains('r', StringComparison.Ordinal);
        if (prefix.Contains('b', StringComparison.Ordinal))
        {
            if (body.Any(static c => c > 127))
                throw Syntax("bytes can only contain ASCII literal characters", line);
            return PyBytes.Wrap(raw ? System.Text.Encoding.ASCII.GetBytes(body) : Unescaped(body, bytes: true).Select(static c => (byte)c).ToArray());
        }
        return raw ? body : Unescaped(body, bytes: false);
    }

    private string Unescaped(string body, bool bytes) => !body.Contains('\\', StringComparison.Ordinal) ? body : Escape().Replace(body, m =>
    {
        var c = m.Value[1];
        if (c is >= '0' and <= '7')
            return ((char)Convert.ToInt32(m.Value[1..], 8)).ToString();
        if (c is 'x' && m.Length == 4)
            return ((char)int.Parse(m.Value[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();
        if (!bytes && c is 'u' or 'U' && m.Length is 6 or 10)
            return Str.FromCodePoint(int.Parse(m.Value[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        return c switch { '\n' => "", '\\' => "\\", '\'' => "'", '"' => "\"", 'a' => "\a", 'b' => "\b", 'f' => "\f", 'n' => "\n", 'r' => "\r", 't' => "\t", 'v' => "\v", _ => m.Value };
    });

    [GeneratedRegex(@"\G(?i:(r|u|b|br|rb|f|fr|rf)?)('''|""""""|'|"")")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", RegexOptions.Singleline)]
    private static partial Regex Escape();
}

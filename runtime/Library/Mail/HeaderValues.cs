using System.Text;
using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>Parses the values of headers whose text has no structure, and finds encoded words in all of them.</summary>
internal static partial class HeaderValues
{
    [GeneratedRegex(@"^=\?(?<charset>[^?*\s]*)(\*[^?]*)?\?(?<encoding>[qQbB])\?(?<text>[^?\s]*|[^?]*)\?=")]
    private static partial Regex Word();

    public static bool IsSpace(char c) => c is ' ' or '\t';

    /// <summary>The text of an encoded word; null if it is none that can be read.</summary>
    public static string? Decode(Match word)
    {
        var text = word.Groups["text"].Value;
        byte[] data = word.Groups["encoding"].Value is "q" or "Q" ? Codecs.Encode(QuotedWords.HeaderDecode(text), "latin-1", "replace") : LenientBase64.Decode(Codecs.Encode(text, "ascii", "replace")).Data;
        try
        {
            return Codecs.Decode(data, word.Groups["charset"].Value, "strict");
        }
        catch (UnicodeDecodeError)
        {
            return Codecs.Decode(data, word.Groups["charset"].Value, "surrogateescape");
        }
        catch (LookupError)
        {
            return Codecs.Decode(data, "ascii", "surrogateescape");
        }
    }

    private static string Spaces(string value, int at)
    {
        var end = at;
        while (end < value.Length && IsSpace(value[end]))
            end++;
        return value[at..end];
    }

    /// <summary>Words and the white space between them.</summary>
    public static HeaderNode Unstructured(string value, string type = "utext")
    {
        var nodes = new List<HeaderNode>();
        for (var i = 0; i < value.Length;)
        {
            if (IsSpace(value[i]))
            {
                var space = Spaces(value, i);
                nodes.Add(new HeaderNode("fws", space));
                i += space.Length;
                continue;
            }
            if (Word().Match(value[i..]) is { Success: true } match && Decode(match) is { } decoded)
            {
                if (nodes.Count > 1 && nodes[^1].Type == "fws" && nodes[^2].Type == "encoded-word")
                    nodes[^1] = new HeaderNode("ew-fws", "");
                nodes.Add(new HeaderNode("encoded-word", Pieces(decoded, type)));
                i += match.Length;
                continue;
            }
            var end = i;
            while (end < value.Length && !IsSpace(value[end]) && !(end > i && Word().IsMatch(value[end..])))
                end++;
            nodes.Add(new HeaderNode(type, value[i..end]));
            i = end;
        }
        return new HeaderNode("unstructured", nodes);
    }

    private static IEnumerable<HeaderNode> Pieces(string text, string type)
    {
        for (var i = 0; i < text.Length;)
        {
            var space = Spaces(text, i);
            if (space.Length > 0)
            {
                yield return new HeaderNode("fws", space);
                i += space.Length;
                continue;
            }
            var end = i;
            while (end < text.Length && !IsSpace(text[end]))
                end++;
            yield return new HeaderNode(type, text[i..end]);
            i = end;
        }
    }

    /// <summary>A value of a type and parameters.</summary>
    public static (string Value, List<(string Name, string Value)> Parameters) Parameterized(string value)
    {
        var parts = Parameters.Split(WithoutComments(value));
        var pairs = parts.Skip(1).Where(static p => p.Length > 0).Select(static p => p.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? (p[..at].Trim(), p[(at + 1)..].Trim()) : (p.Trim(), "")).ToList();
        var decoded = Parameters.Decoded([(parts[0], ""), .. pairs]).Skip(1)
            .Select(static p => (Operators.Str(p.Name), Words(Operators.Str(Parameters.Collapse(p.Value.Ref is PyTuple t ? PyTuple.Of(t[0], t[1], Parameters.Unquote(Operators.Str(t[2]))) : p.Value, "surrogateescape", "us-ascii")))));
        return (parts[0], [.. decoded]);
    }

    /// <summary>A text in which encoded words are read.</summary>
    public static string Words(string text) => text.Contains("=?", StringComparison.Ordinal) ? Unstructured(text).Text : text;

    public static HeaderNode WithParameters(string value, List<(string Name, string Value)> parameters)
    {
        var node = new HeaderNode("parameterized", [new HeaderNode("value", value) { MayEncode = false }]) { MayBreak = false };
        if (parameters.Count > 0)
            node.Children.Add(new HeaderNode("mime-parameters", []) { Parameters = parameters, MayBreak = false });
        return node;
    }

    /// <summary>The text of a word in quotes, in which a backslash stands before what it makes plain.</summary>
    public static string Unescaped(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            result.Append(text[i] == '\\' && i + 1 < text.Length ? text[++i] : text[i]);
        return result.ToString();
    }

    /// <summary>A value without the comments in it; those in quotes are none.</summary>
    public static string WithoutComments(string text)
    {
        if (!text.Contains('(', StringComparison.Ordinal))
            return text;
        var result = new StringBuilder(text.Length);
        var (depth, quoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                if (depth == 0)
                    result.Append(text, i, 2);
                i++;
                continue;
            }
            if (depth == 0 && text[i] == '"')
                quoted = !quoted;
            if (!quoted && text[i] == '(')
                depth++;
            else if (!quoted && depth > 0 && text[i] == ')')
                depth--;
            else if (depth == 0)
                result.Append(text[i]);
        }
        return result.ToString();
    }

    /// <summary>A text in which bytes that are none of it are marks.</summary>
    public static string Sanitized(string text) => Policies.HasSurrogates(text) ? Codecs.Decode(Codecs.Encode(text, "utf-8", "surrogateescape"), "utf-8", "replace") : text;

    /// <summary>A word in quotes, with what must not stand in them escaped.</summary>
    public static string Quoted(string text) => $"\"{Parameters.Quote(text)}\"";
}

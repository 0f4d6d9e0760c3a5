using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.SyntaxTrees;

/// <summary>Literals, and strings that hold expressions.</summary>
internal sealed partial class TreeWriter
{
    /// <summary>A number too large for a float reads back as infinity.</summary>
    private const string Infinity = "1e309";

    private static readonly string[] s_multiQuotes = ["\"\"\"", "'''"];
    private static readonly string[] s_allQuotes = ["'", "\"", .. s_multiQuotes];

    private void Constant(Any node)
    {
        var value = node.Get("value");
        if (value.Ref is PyTuple items)
        {
            _text.Append('(');
            List(items, Value);
            _text.Append(items.Count == 1 ? ",)" : ")");
        }
        else if (Operators.Is(value, Any.Ellipsis))
            _text.Append("...");
        else
        {
            _text.Append(node.Get("kind").Ref is "u" ? "u" : "");
            Value(value);
        }
    }

    private void Value(Any value)
    {
        var text = Operators.Repr(value);
        if (value.IsFloat || value.Ref is System.Numerics.Complex)
            text = text.Replace("inf", Infinity, StringComparison.Ordinal).Replace("nan", $"({Infinity}-{Infinity})", StringComparison.Ordinal);
        _text.Append(text);
    }

    /// <summary>A string as it stands between quotes, and the quotes that fit, best first.</summary>
    private static (string Text, List<string> Quotes) Literal(string value, IReadOnlyList<string> quotes, bool escapesSpace)
    {
        var builder = new StringBuilder();
        foreach (var rune in Str.Repr(value)[1..^1].Length == value.Length && !value.Contains('\\', StringComparison.Ordinal) ? [] : Characters(value))
            builder.Append(rune is "\n" or "\t" && !escapesSpace ? rune : Escaped(rune));
        var text = builder.Length == 0 ? value : builder.ToString();
        var possible = quotes.Where(q => !text.Contains(q, StringComparison.Ordinal) && (q.Length == 3 || !text.Contains('\n', StringComparison.Ordinal))).ToList();
        if (possible.Count == 0)
        {
            var repr = Str.Repr(value);
            return (repr[1..^1], [quotes.FirstOrDefault(q => q.Contains(repr[0], StringComparison.Ordinal)) ?? repr[..1]]);
        }
        if (text.Length > 0)
        {
            possible = [.. possible.OrderBy(q => q[0] == text[^1])];
            if (possible[0][0] == text[^1])
                text = text[..^1] + "\\" + text[^1];
        }
        return (text, possible);
    }

    private static IEnumerable<string> Characters(string value)
    {
        for (var i = 0; i < value.Length; i++)
            yield return char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]) ? value.Substring(i++, 2) : value[i].ToString();
    }

    /// <summary>A character that cannot stand for itself, or a backslash, as an escape.</summary>
    private static string Escaped(string character) => character is "'" or "\"" ? character : Str.Repr(character)[1..^1];

    private void JoinedString(Any node)
    {
        var parts = new List<(string Text, bool IsConstant)>();
        foreach (var value in node.Get("values"))
            parts.Add((Buffered(() => Inner(value, isFormat: false)), NodeTypes.Is(value, "Constant")));
        List<string> quotes = [.. s_allQuotes];
        var texts = new List<string>();
        foreach (var (text, isConstant) in parts)
        {
            if (!isConstant)
            {
                if (text.Contains('\n', StringComparison.Ordinal))
                    quotes.RemoveAll(static q => q.Length == 1);
                texts.Add(text);
                continue;
            }
            var (escaped, fitting) = Literal(text, quotes, escapesSpace: true);
            if (!fitting.Exists(quotes.Contains))
            {
                // No quotes fit all parts: the constant ones are written as repr would.
                texts = [.. parts.Select(static p => p.IsConstant ? Str.Repr("\"" + p.Text)[2..^1] : p.Text)];
                quotes = ["'''"];
                break;
            }
            quotes = fitting;
            texts.Add(escaped);
        }
        _text.Append('f').Append(quotes[0]).AppendJoin("", texts).Append(quotes[0]);
    }

    private string Buffered(Action write)
    {
        var outer = _text;
        _text = new StringBuilder();
        write();
        var text = _text.ToString();
        _text = outer;
        return text;
    }

    private void Inner(Any node, bool isFormat)
    {
        if (NodeTypes.Is(node, "JoinedStr"))
        {
            foreach (var value in node.Get("values"))
                Inner(value, isFormat);
        }
        else if (NodeTypes.Is(node, "Constant") && node.Get("value").Ref is string text)
        {
            text = text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
            if (isFormat)
                text = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
            _text.Append(text);
        }
        else if (NodeTypes.Is(node, "FormattedValue"))
            FormattedValue(node);
        else
            throw new ValueError($"Unexpected node inside JoinedStr, {Operators.Repr(node)}");
    }

    private void FormattedValue(Any node)
    {
        var writer = new TreeWriter();
        writer.Write(node.Get("value"), Level.Or);
        var text = writer._text.ToString();
        _text.Append(text.StartsWith('{') ? "{ " : "{").Append(text);
        if (Lib.Int(node.Get("conversion")) is not -1 and var conversion)
            _text.Append('!').Append((char)conversion);
        if (node.Get("format_spec") is { IsNone: false } format)
        {
            _text.Append(':');
            Inner(format, isFormat: true);
        }
        _text.Append('}');
    }
}

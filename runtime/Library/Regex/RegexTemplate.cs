using System.Globalization;
using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>A replacement text with group references, as <c>sub</c> and <c>expand</c> take it.</summary>
internal sealed class RegexTemplate
{
    private readonly List<(string Literal, int Group)> _parts = [];
    private readonly bool _isText;

    private RegexTemplate(bool isText) => _isText = isText;

    /// <summary>Whether the text refers to no group.</summary>
    public bool IsLiteral => _parts.TrueForAll(static p => p.Group < 0);

    /// <exception cref="TypeError">The template is text and the pattern bytes, or the other way round.</exception>
    public Any Expand(PyMatch match)
    {
        if (_isText != match.Pattern.IsText)
            throw new TypeError(_isText ? "sequence item 0: expected a bytes-like object, str found" : "expected str instance, bytes found");
        var text = new StringBuilder();
        foreach (var (literal, group) in _parts)
        {
            text.Append(literal);
            if (group < 0 || !match.Has(group))
                continue;
            var part = match.Get(group, Any.None);
            text.Append(part.Ref as string ?? Buffers.ToLatin1(Buffers.Of(part)));
        }
        return _isText ? text.ToString() : PyBytes.FromLatin1(text.ToString());
    }

    /// <exception cref="PatternError">The template is wrong.</exception>
    public static RegexTemplate Parse(PyPattern pattern, Any template)
    {
        var isText = PyValueInstance.Unwrap(template).Ref is string;
        var result = new RegexTemplate(isText);
        var source = new RegexTokenizer(template, isText);
        var literal = new StringBuilder();
        while (source.Get() is { } current)
        {
            if (current[0] != '\\')
                literal.Append(current);
            else
                result.Escape(pattern, source, current, literal);
        }
        result._parts.Add((literal.ToString(), -1));
        return result;
    }

    private void Reference(PyPattern pattern, int group, StringBuilder literal, PatternError wrong)
    {
        if (group > pattern.Groups)
            throw wrong;
        _parts.Add((literal.ToString(), group));
        literal.Clear();
    }

    private void Escape(PyPattern pattern, RegexTokenizer source, string escape, StringBuilder literal)
    {
        var c = escape[1];
        switch (c)
        {
            case 'g':
                if (!source.Match("<"))
                    throw source.Error("missing <");
                var name = source.GetUntil(">", "group name");
                if (name.All(char.IsAsciiDigit))
                {
                    var group = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : int.MaxValue;
                    Reference(pattern, group, literal, source.Error($"invalid group reference {name}", name.Length + 1));
                    return;
                }
                source.CheckGroupName(name, 1);
                var known = pattern.Names.Find(k => k.Key == name);
                Reference(pattern, known.Key is null ? throw new IndexError($"unknown group name {Str.Repr(name)}") : known.Value, literal, source.Error(""));
                return;
            case '0':
                literal.Append((char)Convert.ToInt32("0" + source.GetWhile(2, "01234567"), 8));
                return;
            case >= '1' and <= '9':
                Numbered(pattern, source, escape, literal);
                return;
        }
        const string letters = "abfnrtv", values = "\a\b\f\n\r\t\v";
        var at = letters.IndexOf(c, StringComparison.Ordinal);
        if (at >= 0)
            literal.Append(values[at]);
        else if (c == '\\')
            literal.Append('\\');
        else if (char.IsAsciiLetter(c))
            throw source.Error("bad escape " + escape, escape.Length);
        else
            literal.Append(escape);
    }

    private void Numbered(PyPattern pattern, RegexTokenizer source, string escape, StringBuilder literal)
    {
        if (source.Next is { Length: 1 } next && char.IsAsciiDigit(next[0]))
        {
            escape += source.Get();
            if (escape[1] <= '7' && escape[2] <= '7' && source.Next is [>= '0' and <= '7'])
            {
                escape += source.Get();
                var code = Convert.ToInt32(escape[1..], 8);
                literal.Append(code <= 255 ? (char)code : throw source.Error($"octal escape value {escape} outside of range 0-0o377", escape.Length));
                return;
            }
        }
        var group = int.Parse(escape.AsSpan(1), CultureInfo.InvariantCulture);
        Reference(pattern, group, literal, source.Error($"invalid group reference {group}", escape.Length - 1));
    }
}

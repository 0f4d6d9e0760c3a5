using System.Globalization;
using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>What is known of the text: the less it may contain, the simpler the .NET pattern.</summary>
internal enum TextClass
{
    Ascii,
    Basic,
    Astral,
}

/// <summary>Writes a parsed pattern in .NET's language, with Python's meaning of classes, anchors and code points.</summary>
internal sealed class RegexTranslator(TextClass text)
{
    private const string Pair = "[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]";
    private const string Lone = "[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]";
    private const string AnyAstral = "(?:[^\\uD800-\\uDFFF]|" + Pair + "|" + Lone + ")";

    private static readonly Lazy<string> s_astralWords = new(static () => AstralRanges(static c =>
        CharUnicodeInfo.GetUnicodeCategory(c) is <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber));

    private static readonly Lazy<string> s_astralDigits = new(static () => AstralRanges(static c => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber));

    private readonly StringBuilder _out = new();

    /// <summary>Whether .NET's own case-insensitivity is on where we write.</summary>
    private bool _ignoring;

    public string Translate(List<RegexNode> nodes, RegexFlags flags)
    {
        if (text == TextClass.Astral)
            _out.Append("(?<![\\uD800-\\uDBFF](?=[\\uDC00-\\uDFFF]))");
        WithCase(flags, () => Sequence(nodes, flags));
        return _out.ToString();
    }

    private static bool NetIgnoresCase(RegexFlags flags) => flags.HasFlag(RegexFlags.IgnoreCase) && flags.HasFlag(RegexFlags.Unicode);

    private void WithCase(RegexFlags flags, Action write)
    {
        var wanted = NetIgnoresCase(flags);
        if (wanted == _ignoring)
        {
            write();
            return;
        }
        _out.Append(wanted ? "(?i:" : "(?-i:");
        (_ignoring, var before) = (wanted, _ignoring);
        write();
        _ignoring = before;
        _out.Append(')');
    }

    private void Sequence(List<RegexNode> nodes, RegexFlags flags)
    {
        foreach (var node in nodes)
            Node(node, flags);
    }

    private void Node(RegexNode node, RegexFlags flags)
    {
        switch (node)
        {
            case LiteralNode literal:
                Literal(literal.Code, flags);
                break;
            case NotLiteralNode literal:
                Set(true, [new LiteralNode(literal.Code)], flags);
                break;
            case AnyNode:
                Dot(flags);
                break;
            case CategoryNode category:
                Set(false, [category], flags);
                break;
            case SetNode set:
                Set(set.Negated, set.Items, flags);
                break;
            case AtNode at:
                At(at.Kind, flags);
                break;
            case FailureNode:
                _out.Append("(?!)");
                break;
            case BranchNode branch:
                Branch(branch, flags);
                break;
            case RepeatNode repeat:
                Repeat(repeat, flags);
                break;
            case GroupNode group:
                Group(group, flags);
                break;
            case AtomicNode atomic:
                Enclosed("(?>", atomic.Body, flags);
                break;
            case BackReferenceNode reference:
                _out.Append(CultureInfo.InvariantCulture, $"\\k<{reference.Group}>");
                break;
            case ConditionNode condition:
                Condition(condition, flags);
                break;
            case AssertNode assert:
                Enclosed(assert.Behind ? assert.Negated ? "(?<!" : "(?<=" : assert.Negated ? "(?!" : "(?=", assert.Body, flags);
                break;
        }
    }

    private void Enclosed(string open, List<RegexNode> body, RegexFlags flags)
    {
        _out.Append(open);
        Sequence(body, flags);
        _out.Append(')');
    }

    private void Branch(BranchNode branch, RegexFlags flags)
    {
        _out.Append("(?:");
        for (var i = 0; i < branch.Items.Count; i++)
        {
            if (i > 0)
                _out.Append('|');
            Sequence(branch.Items[i], flags);
        }
        _out.Append(')');
    }

    private void Repeat(RepeatNode repeat, RegexFlags flags)
    {
        if (repeat.Mode == '+')
            _out.Append("(?>");
        Enclosed("(?:", repeat.Body, flags);
        _out.Append((repeat.Least, repeat.Most) switch
        {
            (0, 1) => "?",
            (0, long.MaxValue) => "*",
            (1, long.MaxValue) => "+",
            (var least, long.MaxValue) => $"{{{Math.Min(least, int.MaxValue)},}}",
            var (least, most) => $"{{{Math.Min(least, int.MaxValue)},{Math.Min(most, int.MaxValue)}}}",
        });
        if (repeat.Mode == '?')
            _out.Append('?');
        else if (repeat.Mode == '+')
            _out.Append(')');
    }

    private void Group(GroupNode group, RegexFlags flags)
    {
        var inner = flags;
        if ((group.Added & RegexFlags.Types) != 0)
            inner &= ~RegexFlags.Types;
        inner = (inner | group.Added) & ~group.Removed;
        _out.Append(group.Index is { } index ? string.Create(CultureInfo.InvariantCulture, $"(?<{index}>") : "(?:");
        WithCase(inner, () => Sequence(group.Body, inner));
        _out.Append(')');
    }

    private void Condition(ConditionNode condition, RegexFlags flags)
    {
        _out.Append(CultureInfo.InvariantCulture, $"(?({condition.Group})");
        Enclosed("(?:", condition.Yes, flags);
        _out.Append('|');
        if (condition.No is { } no)
            Enclosed("(?:", no, flags);
        _out.Append(')');
    }

    private void Dot(RegexFlags flags)
    {
        var all = flags.HasFlag(RegexFlags.DotAll);
        if (text == TextClass.Astral)
            _out.Append(all ? AnyAstral : "(?:(?!\\n)" + AnyAstral + ")");
        else
            _out.Append(all ? "[\\s\\S]" : "[^\\n]");
    }

    /// <summary>The class of word characters, without brackets.</summary>
    private string Word(RegexFlags flags) => !flags.HasFlag(RegexFlags.Unicode) ? "a-zA-Z0-9_" : text == TextClass.Ascii ? "\\w" : "\\p{L}\\p{N}_";

    private void At(char kind, RegexFlags flags)
    {
        var multiline = flags.HasFlag(RegexFlags.Multiline);
        if (kind is 'b' or 'B')
        {
            Boundary(kind == 'b', flags);
            return;
        }
        _out.Append(kind switch
        {
            '^' => multiline ? "(?m:^)" : "\\A",
            '$' => multiline ? "(?m:$)" : "\\Z",
            'A' => "\\A",
            _ => "\\z",
        });
    }

    private void Boundary(bool positive, RegexFlags flags)
    {
        if (text == TextClass.Ascii)
        {
            _out.Append(positive ? "\\b" : "(?:(?!\\A\\z)\\B)");
            return;
        }
        var inside = WordTest(flags, "(?=", ahead: true);
        var outside = WordTest(flags, "(?!", ahead: true);
        var after = WordTest(flags, "(?<=", ahead: false);
        var notAfter = WordTest(flags, "(?<!", ahead: false);
        _out.Append(positive ? $"(?:{after}{outside}|{notAfter}{inside})" : $"(?:(?!\\A\\z)(?:{after}{inside}|{notAfter}{outside}))");
    }

    private string WordTest(RegexFlags flags, string open, bool ahead)
    {
        _ = ahead;
        var word = $"[{Word(flags)}]";
        return text == TextClass.Astral && flags.HasFlag(RegexFlags.Unicode) ? $"{open}{word}|{s_astralWords.Value})" : $"{open}{word})";
    }

    private void Literal(int code, RegexFlags flags)
    {
        if (flags.HasFlag(RegexFlags.IgnoreCase) && !_ignoring && code < 0x80 && char.IsAsciiLetter((char)code))
            _out.Append('[').Append(char.ToLowerInvariant((char)code)).Append(char.ToUpperInvariant((char)code)).Append(']');
        else if (code > 0xFFFF)
            _out.Append("(?:").Append(char.ConvertFromUtf32(code)).Append(')');
        else
            _out.Append(Character(code));
    }

    /// <summary>A character safe both inside and outside a class.</summary>
    private static string Character(int code)
    {
        var c = (char)code;
        if (char.IsAsciiLetterOrDigit(c) || c is '_' or ' ' || (code >= 0xA0 && !char.IsSurrogate(c)))
            return c.ToString();
        // An escaped hyphen begins no range in .NET.
        return c is > ' ' and < '\x7f' and not '-' ? "\\" + c : $"\\u{code:X4}";
    }

    private void Set(bool negated, List<RegexNode> items, RegexFlags flags)
    {
        var body = new StringBuilder();
        var others = new List<string>();
        foreach (var item in items)
            Item(item, flags, body, others);
        if (others.Count == 0 && (text != TextClass.Astral || !negated))
        {
            _out.Append(negated ? "[^" : "[").Append(body).Append(']');
            return;
        }
        if (negated && items is [CategoryNode { Letter: 'D' or 'W' or 'S' } only] && text != TextClass.Astral)
        {
            Set(false, [new CategoryNode(char.ToLowerInvariant(only.Letter))], flags);
            return;
        }
        var parts = new List<string>(others);
        if (body.Length > 0)
            parts.Insert(0, $"[{body}]");
        var any = text == TextClass.Astral ? AnyAstral : "[\\s\\S]";
        _out.Append(negated ? $"(?:(?!{string.Join("|", parts)}){any})" : $"(?:{string.Join("|", parts)})");
    }

    private void Item(RegexNode item, RegexFlags flags, StringBuilder body, List<string> others)
    {
        var asciiCase = flags.HasFlag(RegexFlags.IgnoreCase) && !_ignoring;
        switch (item)
        {
            case LiteralNode { Code: > 0xFFFF } astral:
                others.Add(char.ConvertFromUtf32(astral.Code));
                break;
            case LiteralNode literal:
                body.Append(Character(literal.Code));
                if (asciiCase && literal.Code < 0x80 && char.IsAsciiLetter((char)literal.Code))
                    body.Append((char)(literal.Code ^ 0x20));
                break;
            case RangeNode range:
                Range(range, asciiCase, body, others);
                break;
            case CategoryNode category:
                Category(category.Letter, flags, body, others);
                break;
        }
    }

    private void Range(RangeNode range, bool asciiCase, StringBuilder body, List<string> others)
    {
        if (range.Low <= 0xFFFF)
        {
            var high = Math.Min(range.High, 0xFFFF);
            if (text == TextClass.Astral && range.Low < 0xD800 && high > 0xDFFF)
            {
                body.Append(Character(range.Low)).Append("-\\uD7FF\\uE000-").Append(Character(high));
                others.Add(Lone);
            }
            else
            {
                body.Append(Character(range.Low)).Append('-').Append(Character(high));
            }
            if (asciiCase)
                for (var c = Math.Max(range.Low, 'A'); c <= Math.Min(high, 'z'); c++)
                    if (char.IsAsciiLetter((char)c))
                        body.Append((char)(c ^ 0x20));
        }
        if (range.High > 0xFFFF)
            others.Add(PairRange(Math.Max(range.Low, 0x10000), range.High));
    }

    private void Category(char letter, RegexFlags flags, StringBuilder body, List<string> others)
    {
        var unicode = flags.HasFlag(RegexFlags.Unicode);
        var astral = text == TextClass.Astral && unicode;
        switch (letter)
        {
            case 'd':
                body.Append(unicode ? "\\d" : "0-9");
                if (astral)
                    others.Add(s_astralDigits.Value);
                break;
            case 's':
                body.Append(unicode ? "\\s\\x1c-\\x1f" : " \\t\\n\\r\\f\\v");
                break;
            case 'w':
                body.Append(Word(flags));
                if (astral)
                    others.Add(s_astralWords.Value);
                break;
            default:
                var inner = new RegexTranslator(text);
                inner.Set(false, [new CategoryNode(char.ToLowerInvariant(letter))], flags);
                var positive = inner._out.ToString();
                if (text == TextClass.Astral)
                    others.Add($"(?!{positive}){AnyAstral}");
                else
                    others.Add("[^" + positive[1..]);
                break;
        }
    }

    private static string PairRange(int low, int high)
    {
        var parts = new List<string>();
        for (var lead = (low - 0x10000) >> 10; lead <= (high - 0x10000) >> 10; lead++)
        {
            var first = Math.Max(low, 0x10000 + (lead << 10));
            var last = Math.Min(high, 0x10000 + (lead << 10) + 0x3FF);
            parts.Add($"\\u{0xD800 + lead:X4}[\\u{0xDC00 + ((first - 0x10000) & 0x3FF):X4}-\\u{0xDC00 + ((last - 0x10000) & 0x3FF):X4}]");
        }
        // Whole planes are one range of high surrogates.
        return low == 0x10000 && high == 0x10FFFF ? Pair : string.Join("|", parts);
    }

    private static string AstralRanges(Func<int, bool> test)
    {
        var parts = new List<string>();
        var start = -1;
        for (var c = 0x10000; c <= 0x323B0; c++)
        {
            var fits = c < 0x323B0 && test(c);
            if (fits && start < 0)
                start = c;
            if (fits || start < 0)
                continue;
            parts.Add(PairRange(start, c - 1));
            start = -1;
        }
        return string.Join("|", parts);
    }
}

using System.Globalization;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Sets of characters.</summary>
internal sealed partial class RegexParser
{
    private RegexNode Set()
    {
        var here = _source.Position - 1;
        var items = new List<RegexNode>();
        if (_source.Next == "[")
            WarnOfSet("Possible nested set", _source.Position);
        var negated = _source.Match("^");
        while (true)
        {
            var current = _source.Get() ?? throw _source.Error("unterminated character set", _source.Position - here);
            if (current == "]" && items.Count > 0)
                break;
            WarnOfOperation(current, items.Count > 0);
            var first = current[0] == '\\' ? SetEscape(current) : new LiteralNode(Str.CodePoints(current)[0]);
            if (!_source.Match("-"))
            {
                items.Add(first);
                continue;
            }
            var last = _source.Get() ?? throw _source.Error("unterminated character set", _source.Position - here);
            if (last == "]")
            {
                items.Add(first);
                items.Add(new LiteralNode('-'));
                break;
            }
            if (last == "-")
                WarnOfSet("Possible set difference", _source.Position - 2);
            var second = last[0] == '\\' ? SetEscape(last) : new LiteralNode(Str.CodePoints(last)[0]);
            if (first is not LiteralNode { Code: var low } || second is not LiteralNode { Code: var high } || high < low)
                throw _source.Error($"bad character range {current}-{last}", Str.Length(current) + 1 + Str.Length(last));
            items.Add(new RangeNode(low, high));
        }
        items = [.. items.Distinct()];
        return items is [LiteralNode only] ? negated ? new NotLiteralNode(only.Code) : only : new SetNode(negated, items);
    }

    /// <summary>What a set of characters may come to mean some day.</summary>
    private void WarnOfSet(string what, int position)
        => Warnings.Issue(FutureWarning.Type, $"{what} at position {position}");

    private void WarnOfOperation(string current, bool follows)
    {
        if (follows && current[0] is '-' or '&' or '~' or '|' && _source.Next == current)
            WarnOfSet("Possible set " + (current[0] switch { '-' => "difference", '&' => "intersection", '~' => "symmetric difference", _ => "union" }), _source.Position - 1);
    }

    private RegexNode SetEscape(string escape)
    {
        if (escape[1] == 'b')
            return new LiteralNode(8);
        if (Simple(escape[1]) is { } code)
            return new LiteralNode(code);
        if (escape[1] is 'd' or 'D' or 's' or 'S' or 'w' or 'W')
            return new CategoryNode(escape[1]);
        if (Coded(escape) is { } coded)
            return new LiteralNode(coded);
        if (OctalDigits.Contains(escape[1], StringComparison.Ordinal))
        {
            escape += _source.GetWhile(2, OctalDigits);
            var octal = Convert.ToInt32(escape[1..], 8);
            return octal <= 255 ? new LiteralNode(octal) : throw _source.Error($"octal escape value {escape} outside of range 0-0o377", escape.Length);
        }
        if (char.IsAsciiLetterOrDigit(escape[1]))
            throw _source.Error("bad escape " + escape, escape.Length);
        return new LiteralNode(Str.CodePoints(escape)[1]);
    }
}

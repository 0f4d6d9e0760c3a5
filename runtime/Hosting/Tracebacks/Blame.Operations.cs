using System.Text.RegularExpressions;

namespace Pytocs.Runtime.Core;

/// <summary>Which of several operations with the same operator raised: what the error says of the operands against what the source says of them.</summary>
internal static partial class Blame
{
    /// <summary>The operation whose operands, as far as literals show their types, are those of the message; the first of several.</summary>
    private static MapPart? Operation(MapUnit unit, string symbol, string message, string file)
        => Best(unit.Parts.FindAll(p => p.Kind is 'o' or 'a' && p.Name == symbol), p =>
        {
            var (left, right) = Operands(p, file);
            var (first, second) = (TypeOf(left, isLeft: true), TypeOf(right, isLeft: false));
            if (OperandTypes().Match(message) is { Success: true } named)
                return Fit(first, named.Groups["left"].Value) + Fit(second, named.Groups["right"].Value);
            if (FactorType().Match(message) is { Success: true } factor)
                return Math.Max(Fit(first, factor.Groups[1].Value) + Sequence(second), Fit(second, factor.Groups[1].Value) + Sequence(first));
            return 0;
        });

    /// <summary>The division whose words the message has, by something that is not a number other than zero; the first of several.</summary>
    private static MapPart? Division(MapUnit unit, string message, string file)
    {
        bool Says(string text) => message.Contains(text, StringComparison.Ordinal);
        string[] symbols = Says("negative power") ? ["**"] : Says("floor division") || Says("integer division") ? ["//"] : Says("modulo") ? ["%"] : Says("division") ? ["/"] : [];
        var all = unit.Parts.FindAll(static p => p.Kind is 'o' or 'a' && p.Name is "/" or "//" or "%" or "**");
        var fitting = all.FindAll(p => symbols.Contains(p.Name));
        return Best(fitting.Count > 0 ? fitting : all, p =>
        {
            var divisor = Operands(p, file).Right;
            return p.Name == "**" || TypeOf(divisor, isLeft: false) is not ("int" or "float") || !Number().IsMatch(divisor) ? 0 : Zero().IsMatch(divisor) ? 1 : Impossible;
        });
    }

    private const int Impossible = -100;

    private static MapPart? Best(List<MapPart> parts, Func<MapPart, int> score)
        => parts.Count < 2 ? parts.FirstOrDefault() : parts.MaxBy(score);

    /// <summary>The first part of the statement that says the same: had it not failed, neither would this one.</summary>
    private static MapPart? First(MapUnit unit, MapPart? part, string file)
    {
        if (part is not { Kind: 'o' or 's' or '.' or 'q' or 'u' })
            return part;
        var alike = unit.Parts.FindAll(p => p.Kind == part.Kind && p.Name == part.Name && p.Function == part.Function);
        if (alike.Count < 2)
            return part;
        var text = SourceLines.Of(file, part.Span);
        return alike.Find(p => SourceLines.Of(file, p.Span) == text) ?? part;
    }

    /// <summary>The source of what stands left and right of an operator; empty where it is not known.</summary>
    private static (string Left, string Right) Operands(MapPart part, string file)
        => part.Anchors.Line == 0
            ? ("", "")
            : (Bare(SourceLines.Of(file, new MapSpan(part.Span.Line, part.Span.Column, part.Anchors.Line, part.Anchors.Column))),
                Bare(SourceLines.Of(file, new MapSpan(part.Anchors.EndLine, part.Anchors.EndColumn, part.Span.EndLine, part.Span.EndColumn))));

    private static string Bare(string text)
    {
        text = text.Trim();
        while (text is ['(', .. var inside, ')'] && !inside.Contains('(', StringComparison.Ordinal))
            text = inside.Trim();
        return text;
    }

    /// <summary>The type that a literal, or a call of a type, shows; null for anything else. What a text begins, as a left operand, is a text.</summary>
    private static string? TypeOf(string source, bool isLeft)
        => (isLeft ? BeginsText() : WholeText()).IsMatch(source) ? "str"
            : Number().IsMatch(source) ? (source.AsSpan().ContainsAny('.', 'e', 'E') ? "float" : "int")
            : source is "None" ? "NoneType"
            : source is "True" or "False" ? "bool"
            : source is ['[', .., ']'] && !source[1..].Contains('[', StringComparison.Ordinal) ? "list"
            : Conversion().Match(source) is { Success: true } call ? call.Groups[1].Value switch { "len" or "ord" => "int", "repr" or "input" or "chr" => "str", var type => type }
            : null;

    private static int Fit(string? known, string wanted) => known is null ? 0 : known == wanted ? 1 : Impossible;

    private static int Sequence(string? known) => known switch { null => 0, "str" or "list" or "tuple" or "bytes" => 1, _ => Impossible };

    [GeneratedRegex("""(?:for \S+: '(?<left>[^']+)' and '(?<right>[^']+)'|^can only concatenate (?<left>\S+) \(not "(?<right>[^"]+)"\))""")]
    private static partial Regex OperandTypes();

    [GeneratedRegex("""can't multiply sequence by non-int of type '([^']+)'""")]
    private static partial Regex FactorType();

    [GeneratedRegex("""^-?(?:0[xXoObB])?\d[\w.]*$""")]
    private static partial Regex Number();

    [GeneratedRegex("""^-?[0_.]+$""")]
    private static partial Regex Zero();

    [GeneratedRegex("""^[rRfFuU]{0,2}(?:'[^'\\]*'|"[^"\\]*")$""")]
    private static partial Regex WholeText();

    [GeneratedRegex("""^[rRfFuU]{0,2}['"]""")]
    private static partial Regex BeginsText();

    [GeneratedRegex("""^(len|ord|repr|input|chr|str|int|float|list|dict|set|tuple)\([^()]*\)$""")]
    private static partial Regex Conversion();
}

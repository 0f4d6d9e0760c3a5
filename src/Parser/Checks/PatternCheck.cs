using System.Collections.Immutable;
using System.Numerics;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Dump;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Checks;

using Pytocs.Parser.Ast;

/// <summary>Checks the patterns of one `match` statement.</summary>
internal sealed class PatternCheck(SourceText source, List<Diagnostic> findings) : Check(source, findings)
{
    private HashSet<string> _names = [];
    private bool _mayMatchAll;

    public override void Visit(Node node)
    {
        if (node is not Match match) return;
        for (var i = 0; i < match.Cases.Length; i++)
        {
            _names = [];
            _mayMatchAll = match.Cases[i].Guard is not null || i == match.Cases.Length - 1;
            Pattern(match.Cases[i].Pattern);
        }
    }

    private void Pattern(Pattern pattern)
    {
        switch (pattern)
        {
            case MatchAs capture: As(capture); break;
            case MatchStar star: Store(star.Name, star); break;
            case MatchOr alternatives: Or(alternatives); break;
            case MatchSequence sequence:
                if (sequence.Patterns.Count(p => p is MatchStar) > 1) Report(sequence, "multiple starred names in sequence pattern");
                Inner(sequence.Patterns);
                break;
            case MatchMapping mapping: Mapping(mapping); break;
            case MatchClass type:
                Attributes(type);
                Inner(type.Patterns);
                Inner(type.KwdPatterns);
                break;
            case MatchValue { Value: JoinedStr or TemplateStr }:
                Report(pattern, "patterns may only match literals and attribute lookups");
                break;
        }
    }

    private void Inner(ImmutableArray<Pattern> patterns)
    {
        var outer = _mayMatchAll;
        _mayMatchAll = true;
        foreach (var pattern in patterns) Pattern(pattern);
        _mayMatchAll = outer;
    }

    private void As(MatchAs capture)
    {
        if (capture.Pattern is null)
        {
            if (!_mayMatchAll)
            {
                Report(capture, capture.Name is null
                    ? "wildcard makes remaining patterns unreachable"
                    : $"name capture {PythonRepr.Of(capture.Name)} makes remaining patterns unreachable");
            }
        }
        else
        {
            Pattern(capture.Pattern);
        }
        Store(capture.Name, capture);
    }

    private void Store(string? name, Pattern pattern)
    {
        if (name is null) return;
        if (name == "__debug__") Report(pattern, "cannot assign to __debug__");
        if (!_names.Add(name)) Report(pattern, $"multiple assignments to name {PythonRepr.Of(name)} in pattern");
    }

    private void Or(MatchOr alternatives)
    {
        var outer = _mayMatchAll;
        var before = _names;
        HashSet<string>? first = null;
        for (var i = 0; i < alternatives.Patterns.Length; i++)
        {
            _names = [.. before];
            _mayMatchAll = outer && i == alternatives.Patterns.Length - 1;
            Pattern(alternatives.Patterns[i]);
            if (first is null)
            {
                first = _names;
            }
            else if (!first.SetEquals(_names))
            {
                Report(alternatives, "alternative patterns bind different names");
                break;
            }
        }
        _mayMatchAll = outer;
        _names = first!;
    }

    private void Mapping(MatchMapping mapping)
    {
        var seen = new HashSet<object>();
        foreach (var key in mapping.Keys)
        {
            if (key is JoinedStr or TemplateStr)
                Report(mapping, "mapping pattern keys may only match literals and attribute lookups");
            else if (key is not Attribute && Fold(key) is { } value && !seen.Add(value is byte[] bytes ? ("bytes", Convert.ToHexString(bytes)) : value))
                Report(mapping, $"mapping pattern checks duplicate key ({Show(key)})");
        }
        Inner(mapping.Patterns);
        Store(mapping.Rest, mapping);
    }

    /// <summary>The value of a key such that equal keys have equal values.</summary>
    private static object? Fold(Expression key) => key switch
    {
        Constant { Value: null } => typeof(void),
        Constant { Value: bool flag } => new Complex(flag ? 1 : 0, 0),
        Constant { Value: BigInteger integer } => new Complex((double)integer, 0),
        Constant { Value: double number } => new Complex(number, 0),
        Constant constant => constant.Value,
        UnaryOp { Op: UnaryOperator.USub, Operand: var operand } => Fold(operand) is Complex value ? -value : null,
        BinOp { Op: Operator.Add } sum => Fold(sum.Left) is Complex left && Fold(sum.Right) is Complex right ? left + right : null,
        BinOp { Op: Operator.Sub } difference => Fold(difference.Left) is Complex left && Fold(difference.Right) is Complex right ? left - right : null,
        _ => null,
    };

    private static string Show(Expression key) => key switch
    {
        Constant constant => PythonRepr.Of(constant.Value),
        UnaryOp { Operand: Constant { Value: BigInteger integer } } => PythonRepr.Of(-integer),
        UnaryOp { Operand: Constant operand } => "-" + PythonRepr.Of(operand.Value),
        BinOp { Left: var left, Right: Constant right } when Fold(left) is Complex { Real: 0 } => PythonRepr.Of(right.Value),
        BinOp { Left: var left, Right: Constant right } sum => $"({Show(left)}{(sum.Op == Operator.Add ? '+' : '-')}{PythonRepr.Of(right.Value)})",
        _ => "",
    };

    private void Attributes(MatchClass type)
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < type.KwdAttrs.Length; i++)
        {
            var name = type.KwdAttrs[i];
            if (name == "__debug__") Report(type.KwdPatterns[i], "cannot assign to __debug__");
            if (!seen.Add(name)) Report(type.KwdPatterns[i], $"attribute name repeated in class pattern: {name}");
        }
    }
}

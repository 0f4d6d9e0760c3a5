using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>What patterns bind, and what they ask of their subjects.</summary>
public sealed partial class Inference
{
    private void Match(Py.Match match)
    {
        var type = Infer(match.Subject);
        var subject = Patterns.Subject(type);
        if (!subject.Equals(type))
            _lattice.Escape(type);
        foreach (var @case in match.Cases)
        {
            Pattern(@case.Pattern, subject);
            if (@case.Guard is not null)
                Infer(@case.Guard);
            Block(@case.Body);
        }
    }

    private void Pattern(Py.Pattern pattern, StaticType subject)
    {
        switch (pattern)
        {
            case Py.MatchValue value:
                Equal(subject, Infer(value.Value));
                break;
            case Py.MatchAs capture:
                if (capture.Pattern is not null)
                    Pattern(capture.Pattern, subject);
                Capture(capture, Patterns.As(capture.Pattern, subject, _infer));
                break;
            case Py.MatchStar star:
                Capture(star, subject is ListType ? subject : StaticType.Any);
                break;
            case Py.MatchOr or:
                foreach (var alternative in or.Patterns)
                    Pattern(alternative, subject);
                break;
            case Py.MatchSequence sequence when Patterns.Items(sequence, subject) is { } items:
                foreach (var (part, item) in sequence.Patterns.Zip(items))
                    Pattern(part, Patterns.Subject(item));
                break;
            case Py.MatchClass cls when Patterns.Class(cls, subject, _infer) is var (_, parts):
                foreach (var (field, part) in parts)
                    Pattern(part, Patterns.Subject(field.Final));
                break;
            case Py.MatchClass cls when Patterns.IsOwnKind(cls, subject, _infer):
                foreach (var part in cls.Patterns)
                    Pattern(part, subject);
                break;
            default:
                _lattice.Escape(subject);
                foreach (var child in Py.Tree.Children(pattern))
                    if (child is Py.Pattern part)
                        Pattern(part, subject.IsNever ? subject : StaticType.Any);
                    else if (child is Py.Expression value)
                        Infer(value);
                if (pattern is Py.MatchMapping mapping)
                    Capture(mapping, StaticType.Any);
                break;
        }
    }

    /// <summary>A subject is compared with the value of a pattern.</summary>
    private void Equal(StaticType subject, StaticType value)
    {
        if (!value.IsNever && SpecialMethods.Find(Py.CompareOperator.Eq, subject, _model) is { } method)
            Store(value, MarkUsed(method).Parameters[1].Symbol);
        else if (!OperatorRules.ComparesNatively(Py.CompareOperator.Eq, subject, value))
            _lattice.PassOn(subject);
    }

    private void Capture(Py.Pattern pattern, StaticType type)
    {
        if (Patterns.Captured(pattern) is not { } name || SemanticModel.Resolve(_scope, name) is not { } symbol)
            return;
        if (symbol.IsSeenOutside)
            _lattice.Escape(type);
        Store(symbol.IsSeenOutside || symbol.Scope.Kind == ScopeKind.Class ? StaticType.Any : type, symbol);
    }
}

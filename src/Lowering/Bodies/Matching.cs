using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>
/// match: an if chain whose conditions test and capture from left to right, as
/// <see href="https://docs.python.org/3.13/reference/compound_stmts.html#the-match-statement">the reference</see> orders them.
/// </summary>
internal sealed partial class BodyLowerer
{
    /// <summary>What the pattern of the case at hand has captured so far, to be bound at the head of its block; null where each is bound at once.</summary>
    private List<(Py.Pattern Pattern, Symbol Symbol, Typed Value)>? _captures;

    private IEnumerable<LowStatement> Match(Py.Match match)
    {
        var value = Lower(match.Subject);
        var type = Patterns.Subject(value.Type);
        var isOwn = IsReadAgain(match, value);
        var subject = isOwn ? new Typed(value.Code, type) : new Typed(new LowName(Fresh("subject")), type);
        var cases = match.Cases.Select(c => Case(c, subject)).ToArray();
        LowStatement? chain = null;
        for (var i = cases.Length - 1; i >= 0; i--)
        {
            var (test, body) = cases[i];
            chain = test is null ? body : new LowIf(test, body, chain) { Trivia = TriviaOf(match.Cases[i]) };
            if (chain is LowIf && chain.Trivia.Before.Length > 0)
                chain = chain with { Trivia = chain.Trivia with { BlankLineBefore = false } };
        }
        if (!isOwn)
            yield return new LowLocal(CsTypes.Of(type), ((LowName)subject.Code).Name, Convert(value, type));
        if (chain is LowBlock block)
            foreach (var statement in block.Statements)
                yield return statement;
        else if (chain is not null)
            yield return chain;
    }

    /// <summary>The test of a case, null where it takes everything that is left, and its block.</summary>
    private (LowExpression? Test, LowBlock Body) Case(Py.MatchCase @case, Typed subject)
    {
        _captures = Patterns.BindAtHead(@case) ? [] : null;
        var test = Pattern(@case.Pattern, subject);
        if (test is null && !Flow.DefiniteAssignment.IsIrrefutable(@case.Pattern))
            test = new LowName("Matching.Everything");
        var captures = (_captures ?? []).Select(c => StoreSymbol(c.Pattern, c.Symbol, c.Value)).ToArray();
        _captures = null;
        if (@case.Guard is not null)
            test = And(test, Condition(@case.Guard));
        var body = Block(@case.Body, @case);
        return (test, captures.Length > 0 ? body with { Statements = body.Statements.InsertRange(0, captures) } : body);
    }

    /// <summary>Whether every test may read the subject itself: a local variable that no pattern or guard binds.</summary>
    private bool IsReadAgain(Py.Match match, Typed value)
        => match.Subject is Py.Name name && value.Code is LowName && Model.Names.GetValueOrDefault(name) is { IsCaptured: false, MayBeUnbound: false, Scope.Kind: ScopeKind.Function }
            && !match.Cases.SelectMany(c => Py.Tree.DescendantsAndSelf(c.Pattern).Concat(c.Guard is null ? [] : Py.Tree.Nodes(c.Guard))).Any(n => n is Py.NamedExpr or Py.Await or Py.Yield or Py.YieldFrom || Patterns.Captured(n) == name.Id);

    /// <summary>The test of a pattern; null when it always matches.</summary>
    private LowExpression? Pattern(Py.Pattern pattern, Typed subject)
    {
        switch (pattern)
        {
            case Py.MatchValue value:
                return IsValue(subject, Lower(value.Value));
            case Py.MatchSingleton singleton:
                return singleton.Value switch
                {
                    null => Identity(subject, new Typed(new LowName("Any.None"), StaticType.None)),
                    bool b => new LowInvoke(new LowName("Operators.Is"), Convert(subject, StaticType.Any), new LowLiteral(b)),
                    _ => new LowLiteral(false),
                };
            case Py.MatchAs capture:
                return As(capture, subject);
            case Py.MatchOr or:
                var alternatives = or.Patterns.Select(p => Pattern(p, subject)).ToArray();
                return Array.Exists(alternatives, static a => a is null) ? null : alternatives.Aggregate(static (a, b) => new LowBinary("||", a!, b!));
            case Py.MatchSequence sequence:
                return Sequence(sequence, subject);
            case Py.MatchMapping mapping:
                return Mapping(mapping, Convert(subject, StaticType.Any));
            case Py.MatchClass cls:
                return Class(cls, subject);
            default:
                return Unsupported(pattern, "this pattern");
        }
    }

    /// <summary><c>subject == value</c> as a condition.</summary>
    private LowExpression IsValue(Typed subject, Typed value)
        => OperatorRules.ComparesNatively(Py.CompareOperator.Eq, subject.Type, value.Type) || AreEqualAsObjects(subject.Type, value.Type)
            ? CompareCode(Py.CompareOperator.Eq, subject, value)
            : new LowBinary("==", Dynamic(subject), value.Code is LowLiteral ? Dynamic(value) : Convert(value, StaticType.Any));

    private LowExpression? As(Py.MatchAs capture, Typed subject)
    {
        if (capture.Pattern is Py.MatchClass cls && Patterns.Class(cls, subject.Type, TypeOf) is var (known, parts))
            return Class(known, parts, subject, capture);
        var inner = capture.Pattern is null ? null : Pattern(capture.Pattern, subject);
        return capture.Name is null ? inner : And(inner, Capture(capture, subject));
    }

    private static LowExpression? And(LowExpression? a, LowExpression? b)
        => a is null ? b : b is null ? a : new LowBinary("&&", a, b);

    /// <summary>A capture: one that waits for the head of the block, or an assignment that counts as true.</summary>
    private LowExpression? Capture(Py.Pattern pattern, Typed value)
    {
        var symbol = SemanticModel.Resolve(_scope, Patterns.Captured(pattern)!)!;
        symbol.IsRead = true;
        if (_captures is not null)
        {
            _captures.Add((pattern, symbol, value));
            return null;
        }
        if (symbol.IsDiscard)
            return new LowInvoke(new LowName("Matching.Bind"), [new(new LowName("_"), RefKind: "out"), new(Convert(value, StaticType.Any))]);
        // Names of a module that source text reads too are properties.
        return symbol.Scope.Kind == ScopeKind.Class || (symbol.Scope.Kind == ScopeKind.Module && symbol.Scope.Home.KeepsNamespace) || !CsTypes.IsAny(symbol.Final)
            ? new LowInvoke(new LowName("Matching.Bound"), new LowAssign("=", Place(symbol), Convert(value, symbol.Final)))
            : new LowInvoke(new LowName("Matching.Bind"), [new(Place(symbol), RefKind: "out"), new(Convert(value, StaticType.Any))]);
    }
}

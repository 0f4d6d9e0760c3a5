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
    private IEnumerable<LowStatement> Match(Py.Match match)
    {
        var subject = Fresh("subject");
        LowStatement? chain = null;
        foreach (var @case in match.Cases.Reverse())
        {
            // A case that takes everything that is left is an else.
            var taken = @case.Pattern is Py.MatchAs { Pattern: null, Name: { } name } && @case.Guard is null ? SemanticModel.Resolve(_scope, name) : null;
            var test = taken is null ? Pattern(@case.Pattern, new LowName(subject)) : null;
            if (@case.Guard is not null)
                test = test is null ? Condition(@case.Guard) : new LowBinary("&&", test, Condition(@case.Guard));
            var body = Block(@case.Body, @case);
            if (taken is not null)
                body = body with { Statements = body.Statements.Insert(0, StoreSymbol(@case.Pattern, taken, new Typed(new LowName(subject), StaticType.Any))) };
            chain = test is null ? body : new LowIf(test, body, chain) { Trivia = TriviaOf(@case) };
            if (chain is LowIf && chain.Trivia.Before.Length > 0)
                chain = chain with { Trivia = chain.Trivia with { BlankLineBefore = false } };
        }
        yield return new LowLocal(LowType.Any, subject, AsAny(match.Subject));
        if (chain is LowBlock block)
            foreach (var statement in block.Statements)
                yield return statement;
        else if (chain is not null)
            yield return chain;
    }

    /// <summary>The test of a pattern, with its captures as assignments inside; null when it always matches.</summary>
    private LowExpression? Pattern(Py.Pattern pattern, LowExpression subject)
    {
        switch (pattern)
        {
            case Py.MatchValue value:
                return new LowBinary("==", subject, AsReceiver(value.Value));
            case Py.MatchSingleton singleton:
                return singleton.Value switch
                {
                    null => new LowMember(subject, "IsNone"),
                    bool b => new LowInvoke(new LowName("Operators.Is"), subject, new LowLiteral(b)),
                    _ => new LowLiteral(false),
                };
            case Py.MatchAs { Pattern: null, Name: null }:
                return null;
            case Py.MatchAs { Name: { } name } capture:
                var inner = capture.Pattern is null ? null : Pattern(capture.Pattern, subject);
                return And(inner, Capture(name, subject));
            case Py.MatchOr or:
                var alternatives = or.Patterns.Select(p => Pattern(p, subject) ?? new LowLiteral(true));
                return alternatives.Aggregate((a, b) => new LowBinary("||", a, b));
            case Py.MatchSequence sequence:
                return Sequence(sequence, subject);
            case Py.MatchMapping mapping:
                return Mapping(mapping, subject);
            case Py.MatchClass cls:
                return Class(cls, subject);
            default:
                return Unsupported(pattern, "this pattern");
        }
    }

    private static LowExpression? And(LowExpression? a, LowExpression? b)
        => a is null ? b : b is null ? a : new LowBinary("&&", a, b);

    /// <summary>A capture: an assignment that counts as true.</summary>
    private LowExpression Capture(string name, LowExpression value)
    {
        var symbol = SemanticModel.Resolve(_scope, name)!;
        symbol.IsRead = true;
        if (symbol.IsDiscard)
            return new LowInvoke(new LowName("Matching.Bind"), [new(new LowName("_"), RefKind: "out"), new(value)]);
        return symbol.Scope.Kind == ScopeKind.Class || !CsTypes.IsAny(symbol.Final)
            ? new LowInvoke(new LowName("Matching.Bound"), new LowAssign("=", Place(symbol), Convert(new Typed(value, StaticType.Any), symbol.Final)))
            : new LowInvoke(new LowName("Matching.Bind"), [new(Place(symbol), RefKind: "out"), new(value)]);
    }

    private LowExpression Sequence(Py.MatchSequence sequence, LowExpression subject)
    {
        var items = Fresh("items");
        var star = sequence.Patterns.Index().Where(p => p.Item is Py.MatchStar).Select(p => (int?)p.Index).FirstOrDefault();
        _prologue.Add(new LowLocal(new LowArrayType(LowType.Any), items, new LowCollection([])));
        var call = star is { } at
            ? new LowInvoke(new LowName("Matching.Sequence"), [new(subject), new(new LowLiteral((long)at)), new(new LowLiteral((long)(sequence.Patterns.Length - at - 1))), new(new LowName(items), RefKind: "out")])
            : new LowInvoke(new LowName("Matching.Sequence"), [new(subject), new(new LowLiteral((long)sequence.Patterns.Length)), new(new LowName(items), RefKind: "out")]);
        LowExpression test = call;
        for (var i = 0; i < sequence.Patterns.Length; i++)
        {
            var item = new LowIndex(new LowName(items), [new LowLiteral((long)i)]);
            var inner = sequence.Patterns[i] is Py.MatchStar starred
                ? starred.Name is null ? null : Capture(starred.Name, item)
                : Pattern(sequence.Patterns[i], item);
            test = And(test, inner)!;
        }
        return test;
    }

    private LowExpression Mapping(Py.MatchMapping mapping, LowExpression subject)
    {
        var values = Fresh("values");
        _prologue.Add(new LowLocal(new LowArrayType(LowType.Any), values, new LowCollection([])));
        var keys = new LowArray(LowType.Any, [.. mapping.Keys.Select(AsAny)]);
        LowExpression test = new LowInvoke(new LowName("Matching.Mapping"), [new(subject), new(keys), new(new LowName(values), RefKind: "out")]);
        for (var i = 0; i < mapping.Patterns.Length; i++)
            test = And(test, Pattern(mapping.Patterns[i], new LowIndex(new LowName(values), [new LowLiteral((long)i)])))!;
        if (mapping.Rest is { } rest)
            test = And(test, Capture(rest, new LowInvoke(new LowName("Matching.Rest"), subject, keys)))!;
        return test;
    }

    private LowExpression Class(Py.MatchClass cls, LowExpression subject)
    {
        var values = Fresh("values");
        _prologue.Add(new LowLocal(new LowArrayType(LowType.Any), values, new LowCollection([])));
        LowExpression test = new LowInvoke(
            new LowName("Matching.Class"),
            [
                new(subject), new(AsAny(cls.Cls)), new(new LowLiteral((long)cls.Patterns.Length)),
                new(new LowArray(LowType.Named("string"), [.. cls.KwdAttrs.Select(LowExpression (a) => new LowLiteral(a))])),
                new(new LowName(values), RefKind: "out"),
            ]);
        var patterns = cls.Patterns.AddRange(cls.KwdPatterns);
        for (var i = 0; i < patterns.Length; i++)
            test = And(test, Pattern(patterns[i], new LowIndex(new LowName(values), [new LowLiteral((long)i)])))!;
        return test;
    }
}

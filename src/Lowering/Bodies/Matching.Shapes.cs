using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Naming;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>Patterns of sequences, mappings and objects.</summary>
internal sealed partial class BodyLowerer
{
    private LowExpression? Sequence(Py.MatchSequence sequence, Typed subject)
    {
        if (Patterns.Items(sequence, subject.Type) is { } types)
            return Items(sequence, subject, types);
        var star = sequence.Patterns.Index().Where(p => p.Item is Py.MatchStar).Select(p => (int?)p.Index).FirstOrDefault();
        var count = sequence.Patterns.Length;
        var whole = Convert(subject, StaticType.Any);
        if (sequence.Patterns.All(static p => p is Py.MatchAs { Pattern: null, Name: null } or Py.MatchStar { Name: null }))
            return new LowInvoke(new LowName(star is null ? "Matching.Sequence" : "Matching.SequenceOfMore"), whole, new LowLiteral((long)(star is null ? count : count - 1)));
        var items = Fresh("items");
        _prologue.Add(new LowLocal(new LowArrayType(LowType.Any), items, new LowCollection([])));
        var call = star is { } at
            ? new LowInvoke(
                new LowName(Patterns.Captured(sequence.Patterns[at]) is null ? "Matching.SequenceAround" : "Matching.Sequence"),
                [new(whole), new(new LowLiteral((long)at)), new(new LowLiteral((long)(count - at - 1))), new(new LowName(items), RefKind: "out")])
            : new LowInvoke(new LowName("Matching.Sequence"), [new(whole), new(new LowLiteral((long)count)), new(new LowName(items), RefKind: "out")]);
        LowExpression test = call;
        for (var i = 0; i < sequence.Patterns.Length; i++)
        {
            var item = new Typed(new LowIndex(new LowName(items), [new LowLiteral((long)i)]), StaticType.Any);
            var inner = sequence.Patterns[i] is Py.MatchStar starred
                ? starred.Name is null ? null : Capture(starred, item)
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
            test = And(test, Pattern(mapping.Patterns[i], new Typed(new LowIndex(new LowName(values), [new LowLiteral((long)i)]), StaticType.Any)))!;
        if (mapping.Rest is not null)
            test = And(test, Capture(mapping, new Typed(new LowInvoke(new LowName("Matching.Rest"), subject, keys), StaticType.Any)))!;
        return test;
    }

    /// <summary>The items of a list or tuple of which C# knows the types.</summary>
    private LowExpression? Items(Py.MatchSequence sequence, Typed subject, ImmutableArray<StaticType> types)
    {
        var count = types.Length;
        var star = sequence.Patterns.IndexOf(sequence.Patterns.FirstOrDefault(static p => p is Py.MatchStar)!);
        LowExpression? test = subject.Type is not ListType ? null
            : new LowBinary(star < 0 ? "==" : ">=", new LowMember(subject.Code, "Count"), new LowLiteral((long)(star < 0 ? count : count - 1)));
        for (var i = 0; i < count; i++)
        {
            // What follows a starred pattern counts from the end.
            var at = star < 0 || i <= star ? i : i - count;
            if (i == star)
            {
                LowArgument[] bounds = i == count - 1 ? [new(new LowLiteral((long)i))] : [new(new LowLiteral((long)i)), new(new LowLiteral((long)(i + 1 - count)))];
                if (Patterns.Captured(sequence.Patterns[i]) is not null)
                    test = And(test, Capture(sequence.Patterns[i], new Typed(new LowInvoke(new LowMember(subject.Code, "Slice"), [.. bounds]), subject.Type)));
                continue;
            }
            LowExpression item = subject.Type is ListType ? new LowIndex(subject.Code, [new LowLiteral((long)at)]) : new LowMember(subject.Code, "Item" + (i + 1));
            test = And(test, Pattern(sequence.Patterns[i], Part(item, types[i])));
        }
        return test;
    }

    private Typed Part(LowExpression code, StaticType type)
        => Patterns.Subject(type) is var subject && subject.Equals(type) ? new(code, type) : new(Convert(new Typed(code, type), subject), subject);

    private LowExpression? Class(Py.MatchClass pattern, Typed subject)
    {
        if (Patterns.Class(pattern, subject.Type, TypeOf) is var (known, parts))
            return Class(known, parts, subject, null);
        if (Patterns.IsOwnKind(pattern, subject.Type, TypeOf))
            return pattern.Patterns is [var only] ? Pattern(only, subject) : null;
        if (Patterns.IsSelfMatching(pattern, TypeOf))
            return And(new LowInvoke(new LowName("IsInstance"), Convert(subject, StaticType.Any), AsAny(pattern.Cls)), pattern.Patterns is [var self] ? Pattern(self, subject) : null);
        var values = Fresh("values");
        _prologue.Add(new LowLocal(new LowArrayType(LowType.Any), values, new LowCollection([])));
        LowExpression test = new LowInvoke(
            new LowName("Matching.Class"),
            [
                new(Convert(subject, StaticType.Any)), new(AsAny(pattern.Cls)), new(new LowLiteral((long)pattern.Patterns.Length)),
                new(new LowArray(LowType.Named("string"), [.. pattern.KwdAttrs.Select(LowExpression (a) => new LowLiteral(a))])),
                new(new LowName(values), RefKind: "out"),
            ]);
        var patterns = pattern.Patterns.AddRange(pattern.KwdPatterns);
        for (var i = 0; i < patterns.Length; i++)
            test = And(test, Pattern(patterns[i], new Typed(new LowIndex(new LowName(values), [new LowLiteral((long)i)]), StaticType.Any)))!;
        return test;
    }

    /// <summary>An object of a C# class, with what its properties hold.</summary>
    private LowExpression? Class(ClassSymbol cls, ImmutableArray<(TypedSymbol Field, Py.Pattern Pattern)> parts, Typed subject, Py.MatchAs? capture)
    {
        LowExpression? test = null;
        var self = subject;
        if (!Patterns.IsAlways(subject.Type, cls))
        {
            var isNamed = capture?.Name is not null || parts.Any(static p => p.Pattern is not Py.MatchAs { Pattern: null, Name: null });
            var name = isNamed ? Fresh(CsNames.Camel(cls.Name) is var plain && plain is "var" or "dynamic" or "await" or "when" ? plain + "Object" : plain) : null;
            test = IsOfClass(subject, cls, name);
            if (name is not null)
                self = new Typed(new LowName(name), new InstanceType(cls));
        }
        foreach (var (field, part) in parts)
            test = And(test, Pattern(part, Part(new LowMember(self.Code, field.CsName), field.Final)));
        return capture?.Name is null ? test : And(test, Capture(capture, self));
    }
}

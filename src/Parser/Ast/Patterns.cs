using System.Collections.Immutable;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Ast;

/// <summary>The `MatchValue` node of CPython's abstract grammar.</summary>
public sealed class MatchValue(TextSpan span, Expression value) : Pattern(span)
{
    public Expression Value { get; } = value;

    public override string AsdlName => "MatchValue";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("value", Value);
    }
}

/// <summary>The `MatchSingleton` node of CPython's abstract grammar.</summary>
public sealed class MatchSingleton(TextSpan span, object? value) : Pattern(span)
{
    public object? Value { get; } = value;

    public override string AsdlName => "MatchSingleton";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Constant("value", Value);
    }
}

/// <summary>The `MatchSequence` node of CPython's abstract grammar.</summary>
public sealed class MatchSequence(TextSpan span, ImmutableArray<Pattern> patterns) : Pattern(span)
{
    public ImmutableArray<Pattern> Patterns { get; } = patterns;

    public override string AsdlName => "MatchSequence";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Nodes("patterns", Patterns);
    }
}

/// <summary>The `MatchMapping` node of CPython's abstract grammar.</summary>
public sealed class MatchMapping(TextSpan span, ImmutableArray<Expression> keys, ImmutableArray<Pattern> patterns, string? rest)
    : Pattern(span)
{
    public ImmutableArray<Expression> Keys { get; } = keys;
    public ImmutableArray<Pattern> Patterns { get; } = patterns;
    public string? Rest { get; } = rest;

    public override string AsdlName => "MatchMapping";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Nodes("keys", Keys);
        visitor.Nodes("patterns", Patterns);
        visitor.Identifier("rest", Rest);
    }
}

/// <summary>The `MatchClass` node of CPython's abstract grammar.</summary>
public sealed class MatchClass(TextSpan span, Expression cls, ImmutableArray<Pattern> patterns, ImmutableArray<string> kwdAttrs, ImmutableArray<Pattern> kwdPatterns)
    : Pattern(span)
{
    public Expression Cls { get; } = cls;
    public ImmutableArray<Pattern> Patterns { get; } = patterns;
    public ImmutableArray<string> KwdAttrs { get; } = kwdAttrs;
    public ImmutableArray<Pattern> KwdPatterns { get; } = kwdPatterns;

    public override string AsdlName => "MatchClass";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("cls", Cls);
        visitor.Nodes("patterns", Patterns);
        visitor.Identifiers("kwd_attrs", KwdAttrs);
        visitor.Nodes("kwd_patterns", KwdPatterns);
    }
}

/// <summary>The `MatchStar` node of CPython's abstract grammar.</summary>
public sealed class MatchStar(TextSpan span, string? name) : Pattern(span)
{
    public string? Name { get; } = name;

    public override string AsdlName => "MatchStar";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Identifier("name", Name);
    }
}

/// <summary>The `MatchAs` node of CPython's abstract grammar.</summary>
public sealed class MatchAs(TextSpan span, Pattern? pattern, string? name) : Pattern(span)
{
    public Pattern? Pattern { get; } = pattern;
    public string? Name { get; } = name;

    public override string AsdlName => "MatchAs";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("pattern", Pattern);
        visitor.Identifier("name", Name);
    }
}

/// <summary>The `MatchOr` node of CPython's abstract grammar.</summary>
public sealed class MatchOr(TextSpan span, ImmutableArray<Pattern> patterns) : Pattern(span)
{
    public ImmutableArray<Pattern> Patterns { get; } = patterns;

    public override string AsdlName => "MatchOr";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Nodes("patterns", Patterns);
    }
}

using System.Collections.Immutable;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Ast;

/// <summary>What `for` and `async for` share.</summary>
public abstract class ForStatement(TextSpan span, Expression target, Expression iter, ImmutableArray<Statement> body, ImmutableArray<Statement> orelse, string? typeComment)
    : Statement(span)
{
    public Expression Target { get; } = target;
    public Expression Iter { get; } = iter;
    public ImmutableArray<Statement> Body { get; } = body;
    public ImmutableArray<Statement> Orelse { get; } = orelse;
    public string? TypeComment { get; } = typeComment;

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("target", Target);
        visitor.Child("iter", Iter);
        visitor.Nodes("body", Body);
        visitor.Nodes("orelse", Orelse);
        visitor.Identifier("type_comment", TypeComment);
    }
}

/// <summary>The `For` node of CPython's abstract grammar.</summary>
public sealed class For(TextSpan span, Expression target, Expression iter, ImmutableArray<Statement> body, ImmutableArray<Statement> orelse, string? typeComment)
    : ForStatement(span, target, iter, body, orelse, typeComment)
{
    public override string AsdlName => "For";
}

/// <summary>The `AsyncFor` node of CPython's abstract grammar.</summary>
public sealed class AsyncFor(TextSpan span, Expression target, Expression iter, ImmutableArray<Statement> body, ImmutableArray<Statement> orelse, string? typeComment)
    : ForStatement(span, target, iter, body, orelse, typeComment)
{
    public override string AsdlName => "AsyncFor";
}

/// <summary>The `While` node of CPython's abstract grammar.</summary>
public sealed class While(TextSpan span, Expression test, ImmutableArray<Statement> body, ImmutableArray<Statement> orelse)
    : Statement(span)
{
    public Expression Test { get; } = test;
    public ImmutableArray<Statement> Body { get; } = body;
    public ImmutableArray<Statement> Orelse { get; } = orelse;

    public override string AsdlName => "While";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("test", Test);
        visitor.Nodes("body", Body);
        visitor.Nodes("orelse", Orelse);
    }
}

/// <summary>The `If` node of CPython's abstract grammar.</summary>
public sealed class If(TextSpan span, Expression test, ImmutableArray<Statement> body, ImmutableArray<Statement> orelse)
    : Statement(span)
{
    public Expression Test { get; } = test;
    public ImmutableArray<Statement> Body { get; } = body;
    public ImmutableArray<Statement> Orelse { get; } = orelse;

    public override string AsdlName => "If";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("test", Test);
        visitor.Nodes("body", Body);
        visitor.Nodes("orelse", Orelse);
    }
}

/// <summary>What `with` and `async with` share.</summary>
public abstract class WithStatement(TextSpan span, ImmutableArray<WithItem> items, ImmutableArray<Statement> body, string? typeComment)
    : Statement(span)
{
    public ImmutableArray<WithItem> Items { get; } = items;
    public ImmutableArray<Statement> Body { get; } = body;
    public string? TypeComment { get; } = typeComment;

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Nodes("items", Items);
        visitor.Nodes("body", Body);
        visitor.Identifier("type_comment", TypeComment);
    }
}

/// <summary>The `With` node of CPython's abstract grammar.</summary>
public sealed class With(TextSpan span, ImmutableArray<WithItem> items, ImmutableArray<Statement> body, string? typeComment)
    : WithStatement(span, items, body, typeComment)
{
    public override string AsdlName => "With";
}

/// <summary>The `AsyncWith` node of CPython's abstract grammar.</summary>
public sealed class AsyncWith(TextSpan span, ImmutableArray<WithItem> items, ImmutableArray<Statement> body, string? typeComment)
    : WithStatement(span, items, body, typeComment)
{
    public override string AsdlName => "AsyncWith";
}

/// <summary>The `Match` node of CPython's abstract grammar.</summary>
public sealed class Match(TextSpan span, Expression subject, ImmutableArray<MatchCase> cases) : Statement(span)
{
    public Expression Subject { get; } = subject;
    public ImmutableArray<MatchCase> Cases { get; } = cases;

    public override string AsdlName => "Match";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("subject", Subject);
        visitor.Nodes("cases", Cases);
    }
}

/// <summary>What `try`/`except` and `try`/`except*` share.</summary>
public abstract class TryStatement(TextSpan span, ImmutableArray<Statement> body, ImmutableArray<ExceptHandler> handlers, ImmutableArray<Statement> orelse, ImmutableArray<Statement> finalbody)
    : Statement(span)
{
    public ImmutableArray<Statement> Body { get; } = body;
    public ImmutableArray<ExceptHandler> Handlers { get; } = handlers;
    public ImmutableArray<Statement> Orelse { get; } = orelse;
    public ImmutableArray<Statement> Finalbody { get; } = finalbody;

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Nodes("body", Body);
        visitor.Nodes("handlers", Handlers);
        visitor.Nodes("orelse", Orelse);
        visitor.Nodes("finalbody", Finalbody);
    }
}

/// <summary>The `Try` node of CPython's abstract grammar.</summary>
public sealed class Try(TextSpan span, ImmutableArray<Statement> body, ImmutableArray<ExceptHandler> handlers, ImmutableArray<Statement> orelse, ImmutableArray<Statement> finalbody)
    : TryStatement(span, body, handlers, orelse, finalbody)
{
    public override string AsdlName => "Try";
}

/// <summary>The `TryStar` node of CPython's abstract grammar.</summary>
public sealed class TryStar(TextSpan span, ImmutableArray<Statement> body, ImmutableArray<ExceptHandler> handlers, ImmutableArray<Statement> orelse, ImmutableArray<Statement> finalbody)
    : TryStatement(span, body, handlers, orelse, finalbody)
{
    public override string AsdlName => "TryStar";
}

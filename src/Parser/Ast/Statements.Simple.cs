using System.Collections.Immutable;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Ast;

/// <summary>The `Return` node of CPython's abstract grammar.</summary>
public sealed class Return(TextSpan span, Expression? value) : Statement(span)
{
    public Expression? Value { get; } = value;

    public override string AsdlName => "Return";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("value", Value);
    }
}

/// <summary>The `Delete` node of CPython's abstract grammar.</summary>
public sealed class Delete(TextSpan span, ImmutableArray<Expression> targets) : Statement(span)
{
    public ImmutableArray<Expression> Targets { get; } = targets;

    public override string AsdlName => "Delete";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Nodes("targets", Targets);
    }
}

/// <summary>The `Assign` node of CPython's abstract grammar.</summary>
public sealed class Assign(TextSpan span, ImmutableArray<Expression> targets, Expression value, string? typeComment)
    : Statement(span)
{
    public ImmutableArray<Expression> Targets { get; } = targets;
    public Expression Value { get; } = value;
    public string? TypeComment { get; } = typeComment;

    public override string AsdlName => "Assign";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Nodes("targets", Targets);
        visitor.Child("value", Value);
        visitor.Identifier("type_comment", TypeComment);
    }
}

/// <summary>The `AugAssign` node of CPython's abstract grammar.</summary>
public sealed class AugAssign(TextSpan span, Expression target, Operator op, Expression value) : Statement(span)
{
    public Expression Target { get; } = target;
    public Operator Op { get; } = op;
    public Expression Value { get; } = value;

    public override string AsdlName => "AugAssign";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("target", Target);
        visitor.Symbol("op", Op);
        visitor.Child("value", Value);
    }
}

/// <summary>The `AnnAssign` node of CPython's abstract grammar.</summary>
public sealed class AnnAssign(TextSpan span, Expression target, Expression annotation, Expression? value, bool simple)
    : Statement(span)
{
    public Expression Target { get; } = target;
    public Expression Annotation { get; } = annotation;
    public Expression? Value { get; } = value;
    public bool Simple { get; } = simple;

    public override string AsdlName => "AnnAssign";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("target", Target);
        visitor.Child("annotation", Annotation);
        visitor.Child("value", Value);
        visitor.Flag("simple", Simple);
    }
}

/// <summary>The `Raise` node of CPython's abstract grammar.</summary>
public sealed class Raise(TextSpan span, Expression? exc, Expression? cause) : Statement(span)
{
    public Expression? Exc { get; } = exc;
    public Expression? Cause { get; } = cause;

    public override string AsdlName => "Raise";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("exc", Exc);
        visitor.Child("cause", Cause);
    }
}

/// <summary>The `Assert` node of CPython's abstract grammar.</summary>
public sealed class Assert(TextSpan span, Expression test, Expression? msg) : Statement(span)
{
    public Expression Test { get; } = test;
    public Expression? Msg { get; } = msg;

    public override string AsdlName => "Assert";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("test", Test);
        visitor.Child("msg", Msg);
    }
}

/// <summary>The `Import` node of CPython's abstract grammar.</summary>
public sealed class Import(TextSpan span, ImmutableArray<Alias> names) : Statement(span)
{
    public ImmutableArray<Alias> Names { get; } = names;

    public override string AsdlName => "Import";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Nodes("names", Names);
    }
}

/// <summary>The `ImportFrom` node of CPython's abstract grammar.</summary>
public sealed class ImportFrom(TextSpan span, string? module, ImmutableArray<Alias> names, int level)
    : Statement(span)
{
    public string? Module { get; } = module;
    public ImmutableArray<Alias> Names { get; } = names;
    public int Level { get; } = level;

    public override string AsdlName => "ImportFrom";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Identifier("module", Module);
        visitor.Nodes("names", Names);
        visitor.Integer("level", Level);
    }
}

/// <summary>The `Global` node of CPython's abstract grammar.</summary>
public sealed class Global(TextSpan span, ImmutableArray<string> names) : Statement(span)
{
    public ImmutableArray<string> Names { get; } = names;

    public override string AsdlName => "Global";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Identifiers("names", Names);
    }
}

/// <summary>The `Nonlocal` node of CPython's abstract grammar.</summary>
public sealed class Nonlocal(TextSpan span, ImmutableArray<string> names) : Statement(span)
{
    public ImmutableArray<string> Names { get; } = names;

    public override string AsdlName => "Nonlocal";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Identifiers("names", Names);
    }
}

/// <summary>An expression as a statement: the `Expr` node of CPython's abstract grammar.</summary>
public sealed class ExprStatement(TextSpan span, Expression value) : Statement(span)
{
    public Expression Value { get; } = value;

    public override string AsdlName => "Expr";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("value", Value);
    }
}

/// <summary>The `Pass` node of CPython's abstract grammar.</summary>
public sealed class Pass(TextSpan span) : Statement(span)
{
    public override string AsdlName => "Pass";

    public override void VisitFields(FieldVisitor visitor) { }
}

/// <summary>The `Break` node of CPython's abstract grammar.</summary>
public sealed class Break(TextSpan span) : Statement(span)
{
    public override string AsdlName => "Break";

    public override void VisitFields(FieldVisitor visitor) { }
}

/// <summary>The `Continue` node of CPython's abstract grammar.</summary>
public sealed class Continue(TextSpan span) : Statement(span)
{
    public override string AsdlName => "Continue";

    public override void VisitFields(FieldVisitor visitor) { }
}

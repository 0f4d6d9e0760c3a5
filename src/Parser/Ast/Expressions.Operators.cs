using System.Collections.Immutable;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Ast;

/// <summary>The `BoolOp` node of CPython's abstract grammar.</summary>
public sealed class BoolOp(TextSpan span, BoolOperator op, ImmutableArray<Expression> values) : Expression(span)
{
    public BoolOperator Op { get; } = op;
    public ImmutableArray<Expression> Values { get; } = values;

    public override string AsdlName => "BoolOp";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Symbol("op", Op);
        visitor.Nodes("values", Values);
    }
}

/// <summary>The `NamedExpr` node of CPython's abstract grammar.</summary>
public sealed class NamedExpr(TextSpan span, Expression target, Expression value) : Expression(span)
{
    public Expression Target { get; } = target;
    public Expression Value { get; } = value;

    public override string AsdlName => "NamedExpr";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("target", Target);
        visitor.Child("value", Value);
    }
}

/// <summary>The `BinOp` node of CPython's abstract grammar.</summary>
public sealed class BinOp(TextSpan span, Expression left, Operator op, Expression right) : Expression(span)
{
    public Expression Left { get; } = left;
    public Operator Op { get; } = op;
    public Expression Right { get; } = right;

    public override string AsdlName => "BinOp";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("left", Left);
        visitor.Symbol("op", Op);
        visitor.Child("right", Right);
    }
}

/// <summary>The `UnaryOp` node of CPython's abstract grammar.</summary>
public sealed class UnaryOp(TextSpan span, UnaryOperator op, Expression operand) : Expression(span)
{
    public UnaryOperator Op { get; } = op;
    public Expression Operand { get; } = operand;

    public override string AsdlName => "UnaryOp";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Symbol("op", Op);
        visitor.Child("operand", Operand);
    }
}

/// <summary>The `Lambda` node of CPython's abstract grammar.</summary>
public sealed class Lambda(TextSpan span, Arguments args, Expression body) : Expression(span)
{
    public Arguments Args { get; } = args;
    public Expression Body { get; } = body;

    public override string AsdlName => "Lambda";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("args", Args);
        visitor.Child("body", Body);
    }
}

/// <summary>The `IfExp` node of CPython's abstract grammar.</summary>
public sealed class IfExp(TextSpan span, Expression test, Expression body, Expression orelse) : Expression(span)
{
    public Expression Test { get; } = test;
    public Expression Body { get; } = body;
    public Expression Orelse { get; } = orelse;

    public override string AsdlName => "IfExp";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("test", Test);
        visitor.Child("body", Body);
        visitor.Child("orelse", Orelse);
    }
}

/// <summary>The `Await` node of CPython's abstract grammar.</summary>
public sealed class Await(TextSpan span, Expression value) : Expression(span)
{
    public Expression Value { get; } = value;

    public override string AsdlName => "Await";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("value", Value);
    }
}

/// <summary>The `Yield` node of CPython's abstract grammar.</summary>
public sealed class Yield(TextSpan span, Expression? value) : Expression(span)
{
    public Expression? Value { get; } = value;

    public override string AsdlName => "Yield";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("value", Value);
    }
}

/// <summary>The `YieldFrom` node of CPython's abstract grammar.</summary>
public sealed class YieldFrom(TextSpan span, Expression value) : Expression(span)
{
    public Expression Value { get; } = value;

    public override string AsdlName => "YieldFrom";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("value", Value);
    }
}

/// <summary>The `Compare` node of CPython's abstract grammar.</summary>
public sealed class Compare(TextSpan span, Expression left, ImmutableArray<CompareOperator> ops, ImmutableArray<Expression> comparators)
    : Expression(span)
{
    public Expression Left { get; } = left;
    public ImmutableArray<CompareOperator> Ops { get; } = ops;
    public ImmutableArray<Expression> Comparators { get; } = comparators;

    public override string AsdlName => "Compare";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("left", Left);
        visitor.Operators("ops", Ops);
        visitor.Nodes("comparators", Comparators);
    }
}

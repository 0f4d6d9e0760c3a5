using System.Collections.Immutable;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Ast;

/// <summary>The `Dict` node of CPython's abstract grammar.</summary>
public sealed class Dict(TextSpan span, ImmutableArray<Expression?> keys, ImmutableArray<Expression> values)
    : Expression(span)
{
    public ImmutableArray<Expression?> Keys { get; } = keys;
    public ImmutableArray<Expression> Values { get; } = values;

    public override string AsdlName => "Dict";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Nodes("keys", Keys);
        visitor.Nodes("values", Values);
    }
}

/// <summary>The `Set` node of CPython's abstract grammar.</summary>
public sealed class Set(TextSpan span, ImmutableArray<Expression> elts) : Expression(span)
{
    public ImmutableArray<Expression> Elts { get; } = elts;

    public override string AsdlName => "Set";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Nodes("elts", Elts);
    }
}

/// <summary>The `ListComp` node of CPython's abstract grammar.</summary>
public sealed class ListComp(TextSpan span, Expression elt, ImmutableArray<Comprehension> generators)
    : Expression(span)
{
    public Expression Elt { get; } = elt;
    public ImmutableArray<Comprehension> Generators { get; } = generators;

    public override string AsdlName => "ListComp";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("elt", Elt);
        visitor.Nodes("generators", Generators);
    }
}

/// <summary>The `SetComp` node of CPython's abstract grammar.</summary>
public sealed class SetComp(TextSpan span, Expression elt, ImmutableArray<Comprehension> generators)
    : Expression(span)
{
    public Expression Elt { get; } = elt;
    public ImmutableArray<Comprehension> Generators { get; } = generators;

    public override string AsdlName => "SetComp";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("elt", Elt);
        visitor.Nodes("generators", Generators);
    }
}

/// <summary>The `DictComp` node of CPython's abstract grammar.</summary>
public sealed class DictComp(TextSpan span, Expression key, Expression value, ImmutableArray<Comprehension> generators)
    : Expression(span)
{
    public Expression Key { get; } = key;
    public Expression Value { get; } = value;
    public ImmutableArray<Comprehension> Generators { get; } = generators;

    public override string AsdlName => "DictComp";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("key", Key);
        visitor.Child("value", Value);
        visitor.Nodes("generators", Generators);
    }
}

/// <summary>The `GeneratorExp` node of CPython's abstract grammar.</summary>
public sealed class GeneratorExp(TextSpan span, Expression elt, ImmutableArray<Comprehension> generators)
    : Expression(span)
{
    public Expression Elt { get; } = elt;
    public ImmutableArray<Comprehension> Generators { get; } = generators;

    public override string AsdlName => "GeneratorExp";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("elt", Elt);
        visitor.Nodes("generators", Generators);
    }
}

/// <summary>The `List` node of CPython's abstract grammar.</summary>
public sealed class List(TextSpan span, ImmutableArray<Expression> elts, ExprContext ctx) : Expression(span)
{
    public ImmutableArray<Expression> Elts { get; } = elts;
    public ExprContext Ctx { get; internal set; } = ctx;

    public override string AsdlName => "List";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Nodes("elts", Elts);
        visitor.Symbol("ctx", Ctx);
    }
}

/// <summary>The `Tuple` node of CPython's abstract grammar.</summary>
public sealed class Tuple(TextSpan span, ImmutableArray<Expression> elts, ExprContext ctx) : Expression(span)
{
    public ImmutableArray<Expression> Elts { get; } = elts;
    public ExprContext Ctx { get; internal set; } = ctx;

    public override string AsdlName => "Tuple";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Nodes("elts", Elts);
        visitor.Symbol("ctx", Ctx);
    }
}

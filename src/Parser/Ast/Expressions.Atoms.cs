using System.Collections.Immutable;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Ast;

/// <summary>The `Call` node of CPython's abstract grammar.</summary>
public sealed class Call(TextSpan span, Expression func, ImmutableArray<Expression> args, ImmutableArray<Keyword> keywords)
    : Expression(span)
{
    public Expression Func { get; } = func;
    public ImmutableArray<Expression> Args { get; } = args;
    public ImmutableArray<Keyword> Keywords { get; } = keywords;

    public override string AsdlName => "Call";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("func", Func);
        visitor.Nodes("args", Args);
        visitor.Nodes("keywords", Keywords);
    }
}

/// <summary>The `FormattedValue` node of CPython's abstract grammar.</summary>
public sealed class FormattedValue(TextSpan span, Expression value, int conversion, Expression? formatSpec)
    : Expression(span)
{
    public Expression Value { get; } = value;
    public int Conversion { get; } = conversion;
    public Expression? FormatSpec { get; } = formatSpec;

    public override string AsdlName => "FormattedValue";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("value", Value);
        visitor.Integer("conversion", Conversion);
        visitor.Child("format_spec", FormatSpec);
    }
}

/// <summary>The `Interpolation` node of CPython's abstract grammar.</summary>
public sealed class Interpolation(TextSpan span, Expression value, object? str, int conversion, Expression? formatSpec)
    : Expression(span)
{
    public Expression Value { get; } = value;
    public object? Str { get; } = str;
    public int Conversion { get; } = conversion;
    public Expression? FormatSpec { get; } = formatSpec;

    public override string AsdlName => "Interpolation";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("value", Value);
        visitor.Constant("str", Str);
        visitor.Integer("conversion", Conversion);
        visitor.Child("format_spec", FormatSpec);
    }
}

/// <summary>The `JoinedStr` node of CPython's abstract grammar.</summary>
public sealed class JoinedStr(TextSpan span, ImmutableArray<Expression> values) : Expression(span)
{
    public ImmutableArray<Expression> Values { get; } = values;

    public override string AsdlName => "JoinedStr";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Nodes("values", Values);
    }
}

/// <summary>The `TemplateStr` node of CPython's abstract grammar.</summary>
public sealed class TemplateStr(TextSpan span, ImmutableArray<Expression> values) : Expression(span)
{
    public ImmutableArray<Expression> Values { get; } = values;

    public override string AsdlName => "TemplateStr";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Nodes("values", Values);
    }
}

/// <summary>The `Constant` node of CPython's abstract grammar.</summary>
public sealed class Constant(TextSpan span, object? value, string? kind) : Expression(span)
{
    public object? Value { get; } = value;
    public string? Kind { get; } = kind;

    /// <summary>
    /// Where in a string a low surrogate stands that was written apart from the high surrogate before it; in Python
    /// the two are two characters. Default where there is none.
    /// </summary>
    public ImmutableArray<int> SeparateSurrogates { get; internal init; }

    public override string AsdlName => "Constant";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Constant("value", Value);
        visitor.Identifier("kind", Kind);
    }
}

/// <summary>The `Attribute` node of CPython's abstract grammar.</summary>
public sealed class Attribute(TextSpan span, Expression value, string attr, ExprContext ctx) : Expression(span)
{
    public Expression Value { get; } = value;
    public string Attr { get; } = attr;
    public ExprContext Ctx { get; internal set; } = ctx;

    public override string AsdlName => "Attribute";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("value", Value);
        visitor.Identifier("attr", Attr);
        visitor.Symbol("ctx", Ctx);
    }
}

/// <summary>The `Subscript` node of CPython's abstract grammar.</summary>
public sealed class Subscript(TextSpan span, Expression value, Expression slice, ExprContext ctx)
    : Expression(span)
{
    public Expression Value { get; } = value;
    public Expression Slice { get; } = slice;
    public ExprContext Ctx { get; internal set; } = ctx;

    public override string AsdlName => "Subscript";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("value", Value);
        visitor.Child("slice", Slice);
        visitor.Symbol("ctx", Ctx);
    }
}

/// <summary>The `Starred` node of CPython's abstract grammar.</summary>
public sealed class Starred(TextSpan span, Expression value, ExprContext ctx) : Expression(span)
{
    public Expression Value { get; } = value;
    public ExprContext Ctx { get; internal set; } = ctx;

    public override string AsdlName => "Starred";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("value", Value);
        visitor.Symbol("ctx", Ctx);
    }
}

/// <summary>The `Name` node of CPython's abstract grammar.</summary>
public sealed class Name(TextSpan span, string id, ExprContext ctx) : Expression(span)
{
    public string Id { get; } = id;
    public ExprContext Ctx { get; internal set; } = ctx;

    public override string AsdlName => "Name";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Identifier("id", Id);
        visitor.Symbol("ctx", Ctx);
    }
}

/// <summary>The `Slice` node of CPython's abstract grammar.</summary>
public sealed class Slice(TextSpan span, Expression? lower, Expression? upper, Expression? step)
    : Expression(span)
{
    public Expression? Lower { get; } = lower;
    public Expression? Upper { get; } = upper;
    public Expression? Step { get; } = step;

    public override string AsdlName => "Slice";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("lower", Lower);
        visitor.Child("upper", Upper);
        visitor.Child("step", Step);
    }
}

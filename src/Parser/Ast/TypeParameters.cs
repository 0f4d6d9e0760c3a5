using System.Collections.Immutable;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Ast;

/// <summary>The `TypeVar` node of CPython's abstract grammar.</summary>
public sealed class TypeVar(TextSpan span, string name, Expression? bound, Expression? defaultValue)
    : TypeParam(span)
{
    public string Name { get; } = name;
    public Expression? Bound { get; } = bound;
    public Expression? DefaultValue { get; } = defaultValue;

    public override string AsdlName => "TypeVar";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Identifier("name", Name);
        visitor.Child("bound", Bound);
        visitor.Child("default_value", DefaultValue);
    }
}

/// <summary>The `ParamSpec` node of CPython's abstract grammar.</summary>
public sealed class ParamSpec(TextSpan span, string name, Expression? defaultValue) : TypeParam(span)
{
    public string Name { get; } = name;
    public Expression? DefaultValue { get; } = defaultValue;

    public override string AsdlName => "ParamSpec";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Identifier("name", Name);
        visitor.Child("default_value", DefaultValue);
    }
}

/// <summary>The `TypeVarTuple` node of CPython's abstract grammar.</summary>
public sealed class TypeVarTuple(TextSpan span, string name, Expression? defaultValue) : TypeParam(span)
{
    public string Name { get; } = name;
    public Expression? DefaultValue { get; } = defaultValue;

    public override string AsdlName => "TypeVarTuple";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Identifier("name", Name);
        visitor.Child("default_value", DefaultValue);
    }
}

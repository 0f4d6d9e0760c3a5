using System.Collections.Immutable;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Ast;

/// <summary>What `def` and `async def` share.</summary>
public abstract class FunctionDefinition(TextSpan span, string name, Arguments args, ImmutableArray<Statement> body, ImmutableArray<Expression> decoratorList, Expression? returns, string? typeComment, ImmutableArray<TypeParam> typeParams)
    : Statement(span)
{
    public string Name { get; } = name;
    public Arguments Args { get; } = args;
    public ImmutableArray<Statement> Body { get; } = body;
    public ImmutableArray<Expression> DecoratorList { get; } = decoratorList;
    public Expression? Returns { get; } = returns;
    public string? TypeComment { get; } = typeComment;
    public ImmutableArray<TypeParam> TypeParams { get; } = typeParams;

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Identifier("name", Name);
        visitor.Child("args", Args);
        visitor.Nodes("body", Body);
        visitor.Nodes("decorator_list", DecoratorList);
        visitor.Child("returns", Returns);
        visitor.Identifier("type_comment", TypeComment);
        visitor.Nodes("type_params", TypeParams);
    }
}

/// <summary>The `FunctionDef` node of CPython's abstract grammar.</summary>
public sealed class FunctionDef(TextSpan span, string name, Arguments args, ImmutableArray<Statement> body, ImmutableArray<Expression> decoratorList, Expression? returns, string? typeComment, ImmutableArray<TypeParam> typeParams)
    : FunctionDefinition(span, name, args, body, decoratorList, returns, typeComment, typeParams)
{
    public override string AsdlName => "FunctionDef";
}

/// <summary>The `AsyncFunctionDef` node of CPython's abstract grammar.</summary>
public sealed class AsyncFunctionDef(TextSpan span, string name, Arguments args, ImmutableArray<Statement> body, ImmutableArray<Expression> decoratorList, Expression? returns, string? typeComment, ImmutableArray<TypeParam> typeParams)
    : FunctionDefinition(span, name, args, body, decoratorList, returns, typeComment, typeParams)
{
    public override string AsdlName => "AsyncFunctionDef";
}

/// <summary>The `ClassDef` node of CPython's abstract grammar.</summary>
public sealed class ClassDef(TextSpan span, string name, ImmutableArray<Expression> bases, ImmutableArray<Keyword> keywords, ImmutableArray<Statement> body, ImmutableArray<Expression> decoratorList, ImmutableArray<TypeParam> typeParams)
    : Statement(span)
{
    public string Name { get; } = name;
    public ImmutableArray<Expression> Bases { get; } = bases;
    public ImmutableArray<Keyword> Keywords { get; } = keywords;
    public ImmutableArray<Statement> Body { get; } = body;
    public ImmutableArray<Expression> DecoratorList { get; } = decoratorList;
    public ImmutableArray<TypeParam> TypeParams { get; } = typeParams;

    public override string AsdlName => "ClassDef";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Identifier("name", Name);
        visitor.Nodes("bases", Bases);
        visitor.Nodes("keywords", Keywords);
        visitor.Nodes("body", Body);
        visitor.Nodes("decorator_list", DecoratorList);
        visitor.Nodes("type_params", TypeParams);
    }
}

/// <summary>The `TypeAlias` node of CPython's abstract grammar.</summary>
public sealed class TypeAlias(TextSpan span, Expression name, ImmutableArray<TypeParam> typeParams, Expression value)
    : Statement(span)
{
    public Expression Name { get; } = name;
    public ImmutableArray<TypeParam> TypeParams { get; } = typeParams;
    public Expression Value { get; } = value;

    public override string AsdlName => "TypeAlias";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("name", Name);
        visitor.Nodes("type_params", TypeParams);
        visitor.Child("value", Value);
    }
}

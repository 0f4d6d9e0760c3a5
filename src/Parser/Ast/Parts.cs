using System.Collections.Immutable;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Ast;

/// <summary>The `Comprehension` node of CPython's abstract grammar.</summary>
public sealed class Comprehension(TextSpan span, Expression target, Expression iter, ImmutableArray<Expression> ifs, bool isAsync)
    : Node(span)
{
    public Expression Target { get; } = target;
    public Expression Iter { get; } = iter;
    public ImmutableArray<Expression> Ifs { get; } = ifs;
    public bool IsAsync { get; } = isAsync;

    public override string AsdlName => "comprehension";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("target", Target);
        visitor.Child("iter", Iter);
        visitor.Nodes("ifs", Ifs);
        visitor.Flag("is_async", IsAsync);
    }
}

/// <summary>The `ExceptHandler` node of CPython's abstract grammar.</summary>
public sealed class ExceptHandler(TextSpan span, Expression? type, string? name, ImmutableArray<Statement> body)
    : Node(span)
{
    public Expression? Type { get; } = type;
    public string? Name { get; } = name;
    public ImmutableArray<Statement> Body { get; } = body;

    public override string AsdlName => "ExceptHandler";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("type", Type);
        visitor.Identifier("name", Name);
        visitor.Nodes("body", Body);
    }
}

/// <summary>The `Arguments` node of CPython's abstract grammar.</summary>
public sealed class Arguments(TextSpan span, ImmutableArray<Argument> posonlyargs, ImmutableArray<Argument> args, Argument? vararg, ImmutableArray<Argument> kwonlyargs, ImmutableArray<Expression?> kwDefaults, Argument? kwarg, ImmutableArray<Expression> defaults)
    : Node(span)
{
    public ImmutableArray<Argument> Posonlyargs { get; } = posonlyargs;
    public ImmutableArray<Argument> Args { get; } = args;
    public Argument? Vararg { get; } = vararg;
    public ImmutableArray<Argument> Kwonlyargs { get; } = kwonlyargs;
    public ImmutableArray<Expression?> KwDefaults { get; } = kwDefaults;
    public Argument? Kwarg { get; } = kwarg;
    public ImmutableArray<Expression> Defaults { get; } = defaults;

    public override string AsdlName => "arguments";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Nodes("posonlyargs", Posonlyargs);
        visitor.Nodes("args", Args);
        visitor.Child("vararg", Vararg);
        visitor.Nodes("kwonlyargs", Kwonlyargs);
        visitor.Nodes("kw_defaults", KwDefaults);
        visitor.Child("kwarg", Kwarg);
        visitor.Nodes("defaults", Defaults);
    }
}

/// <summary>The `Argument` node of CPython's abstract grammar.</summary>
public sealed class Argument(TextSpan span, string arg, Expression? annotation, string? typeComment) : Node(span)
{
    public string Arg { get; } = arg;
    public Expression? Annotation { get; } = annotation;
    public string? TypeComment { get; internal set; } = typeComment;

    public override string AsdlName => "arg";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Identifier("arg", Arg);
        visitor.Child("annotation", Annotation);
        visitor.Identifier("type_comment", TypeComment);
    }
}

/// <summary>The `Keyword` node of CPython's abstract grammar.</summary>
public sealed class Keyword(TextSpan span, string? arg, Expression value) : Node(span)
{
    public string? Arg { get; } = arg;
    public Expression Value { get; } = value;

    public override string AsdlName => "keyword";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Identifier("arg", Arg);
        visitor.Child("value", Value);
    }
}

/// <summary>The `Alias` node of CPython's abstract grammar.</summary>
public sealed class Alias(TextSpan span, string name, string? asname) : Node(span)
{
    public string Name { get; } = name;
    public string? Asname { get; } = asname;

    public override string AsdlName => "alias";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Identifier("name", Name);
        visitor.Identifier("asname", Asname);
    }
}

/// <summary>The `WithItem` node of CPython's abstract grammar.</summary>
public sealed class WithItem(TextSpan span, Expression contextExpr, Expression? optionalVars) : Node(span)
{
    public Expression ContextExpr { get; } = contextExpr;
    public Expression? OptionalVars { get; } = optionalVars;

    public override string AsdlName => "withitem";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("context_expr", ContextExpr);
        visitor.Child("optional_vars", OptionalVars);
    }
}

/// <summary>The `MatchCase` node of CPython's abstract grammar.</summary>
public sealed class MatchCase(TextSpan span, Pattern pattern, Expression? guard, ImmutableArray<Statement> body)
    : Node(span)
{
    public Pattern Pattern { get; } = pattern;
    public Expression? Guard { get; } = guard;
    public ImmutableArray<Statement> Body { get; } = body;

    public override string AsdlName => "match_case";

    public override void VisitFields(FieldVisitor visitor)
    {
        visitor.Child("pattern", Pattern);
        visitor.Child("guard", Guard);
        visitor.Nodes("body", Body);
    }
}

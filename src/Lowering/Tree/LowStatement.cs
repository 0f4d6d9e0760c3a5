using System.Collections.Immutable;

namespace Pytocs.Lowering.Tree;

/// <summary>A C# statement.</summary>
public abstract record LowStatement : LowNode
{
    public LowTrivia Trivia { get; init; } = LowTrivia.None;

    /// <summary>The symbol that an import statement binds: the statement goes when nothing reads it.</summary>
    public object? ImportedName { get; init; }

    /// <summary>Whether an import statement made it, which does nothing but load modules and take their names.</summary>
    public bool IsOfImport { get; init; }
}

public sealed record LowBlock(ImmutableArray<LowStatement> Statements) : LowStatement
{
    /// <summary>Comments after the last statement.</summary>
    public ImmutableArray<string> EndComments { get; init; } = [];
}

public sealed record LowExpressionStatement(LowExpression Expression) : LowStatement;

/// <summary><c>T name = value;</c></summary>
public sealed record LowLocal(LowType Type, string Name, LowExpression? Value) : LowStatement
{
    public bool IsConst { get; init; }

    /// <summary><c>using</c> or <c>await using</c>.</summary>
    public string? Modifier { get; init; }
}

public sealed record LowIf(LowExpression Condition, LowBlock Then, LowStatement? Else) : LowStatement
{
    /// <summary>The comment at the end of the else line, and comments above it.</summary>
    public LowTrivia ElseTrivia { get; init; } = LowTrivia.None;
}

public sealed record LowWhile(LowExpression Condition, LowBlock Body) : LowStatement;

public sealed record LowDo(LowBlock Body, LowExpression Condition) : LowStatement;

/// <summary><c>for (declaration; condition; step)</c>.</summary>
public sealed record LowFor(ImmutableArray<LowLocal> Declarations, LowExpression? Condition, ImmutableArray<LowExpression> Steps, LowBlock Body) : LowStatement;

/// <summary><c>foreach (T name in items)</c>, or <c>foreach (var (a, b) in items)</c>; with <c>await</c>.</summary>
public sealed record LowForeach(LowType Type, ImmutableArray<string> Names, LowExpression Items, LowBlock Body, bool IsAwait) : LowStatement;

public sealed record LowReturn(LowExpression? Value) : LowStatement;

public sealed record LowYield(LowExpression Value) : LowStatement;

public sealed record LowYieldBreak : LowStatement;

public sealed record LowBreak : LowStatement;

public sealed record LowContinue : LowStatement;

public sealed record LowGoto(string Label) : LowStatement;

public sealed record LowLabel(string Label) : LowStatement;

/// <summary><c>throw value;</c>, or <c>throw;</c>.</summary>
public sealed record LowThrow(LowExpression? Value) : LowStatement;

/// <summary>One catch clause; a null type catches everything.</summary>
public sealed record LowCatch(LowType? Type, string? Name, LowExpression? When, LowBlock Body)
{
    public LowTrivia Trivia { get; init; } = LowTrivia.None;
}

public sealed record LowTry(LowBlock Body, ImmutableArray<LowCatch> Catches, LowBlock? Finally) : LowStatement
{
    public LowTrivia FinallyTrivia { get; init; } = LowTrivia.None;
}

/// <summary><c>using (resource) body</c>, with <c>await</c>; the resource is a declaration or an expression.</summary>
public sealed record LowUsing(LowLocal? Declaration, LowExpression? Resource, LowBlock Body, bool IsAwait) : LowStatement;

/// <summary>One section of a switch statement: patterns (null is default), guard and statements.</summary>
public sealed record LowSwitchSection(LowExpression? Pattern, LowExpression? When, ImmutableArray<LowStatement> Body);

public sealed record LowSwitch(LowExpression Value, ImmutableArray<LowSwitchSection> Sections) : LowStatement;

public sealed record LowLocalFunction(LowMethod Method) : LowStatement;

public sealed record LowEmpty : LowStatement;

/// <summary>Comments without a statement of their own.</summary>
public sealed record LowComments : LowStatement;

/// <summary>Several statements where one is asked for; they share the block around them.</summary>
public sealed record LowBlockStatement(ImmutableArray<LowStatement> Statements) : LowStatement;

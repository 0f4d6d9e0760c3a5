using System.Collections.Immutable;
using System.Numerics;

namespace Pytocs.Lowering.Tree;

/// <summary>A C# expression.</summary>
public abstract record LowExpression : LowNode;

/// <summary>A literal: null, bool, int, long, double, string, char.</summary>
public sealed record LowLiteral(object? Value) : LowExpression
{
    /// <summary>How an integer was written in Python, where C# can say the same (<c>0xFF</c>, <c>1_000</c>).</summary>
    public string? Spelling { get; init; }
}

/// <summary>A simple name, or a dotted path of namespaces and types.</summary>
public sealed record LowName(string Name) : LowExpression
{
    /// <summary>Whether it is a property of this object whose getter runs Python code.</summary>
    public bool Computes { get; init; }
}

public sealed record LowThis : LowExpression;

public sealed record LowBase : LowExpression;

/// <summary>A type used as an expression: <c>AsyncIO</c> in <c>AsyncIO.Sleep</c>.</summary>
public sealed record LowTypeExpression(LowType Type) : LowExpression;

/// <summary><c>target.name</c>, or <c>target?.name</c>.</summary>
public sealed record LowMember(LowExpression Target, string Name) : LowExpression
{
    public ImmutableArray<LowType> TypeArguments { get; init; } = [];

    /// <summary>Whether the dot begins a line of its own: a link of a chain in a member's declaration.</summary>
    public bool OnNewLine { get; init; }
}

/// <summary>One argument: positional, or <c>name: value</c>.</summary>
public sealed record LowArgument(LowExpression Value, string? Name = null, string? RefKind = null);

public sealed record LowInvoke(LowExpression Target, ImmutableArray<LowArgument> Arguments) : LowExpression
{
    [System.Runtime.CompilerServices.OverloadResolutionPriority(-1)]
    public LowInvoke(LowExpression target, params ReadOnlySpan<LowExpression> arguments)
        : this(target, ToArguments(arguments))
    {
    }

    private static ImmutableArray<LowArgument> ToArguments(ReadOnlySpan<LowExpression> arguments)
    {
        var builder = ImmutableArray.CreateBuilder<LowArgument>(arguments.Length);
        foreach (var argument in arguments)
            builder.Add(new LowArgument(argument));
        return builder.MoveToImmutable();
    }
}

/// <summary>One entry of a collection or dictionary initializer: <c>a</c>, <c>{ a, b }</c> or <c>[a] = b</c>.</summary>
public sealed record LowInitializer(ImmutableArray<LowExpression> Values, bool IsIndexer = false);

/// <summary><c>new T(arguments) { initializers }</c>; a null type is target-typed.</summary>
public sealed record LowNew(LowType? Type, ImmutableArray<LowArgument> Arguments) : LowExpression
{
    public ImmutableArray<LowInitializer> Initializers { get; init; } = [];
}

public sealed record LowIndex(LowExpression Target, ImmutableArray<LowExpression> Arguments) : LowExpression;

/// <summary>A C# binary operator by its spelling; <c>??</c>, <c>is</c> and <c>as</c> included.</summary>
public sealed record LowBinary(string Operator, LowExpression Left, LowExpression Right) : LowExpression
{
    /// <summary>Whether the operator that means the opposite may answer something else, for Python methods answer both.</summary>
    public bool HasOwnOpposite { get; init; }
}

/// <summary>A prefix operator by its spelling.</summary>
public sealed record LowUnary(string Operator, LowExpression Operand) : LowExpression;

/// <summary><c>x++</c>, <c>x--</c>, <c>x!</c>.</summary>
public sealed record LowPostfix(string Operator, LowExpression Operand) : LowExpression;

public sealed record LowConditional(LowExpression Condition, LowExpression WhenTrue, LowExpression WhenFalse) : LowExpression;

/// <summary><c>target op value</c> with <c>=</c>, <c>+=</c>, <c>??=</c>, ...</summary>
public sealed record LowAssign(string Operator, LowExpression Target, LowExpression Value) : LowExpression;

public sealed record LowAwait(LowExpression Value) : LowExpression;

public sealed record LowCast(LowType Type, LowExpression Value) : LowExpression;

/// <summary><c>value is T name</c>; <c>is null</c> with a null type.</summary>
public sealed record LowIs(LowExpression Value, LowType? Type, string? Name = null, bool Negated = false) : LowExpression;

/// <summary>A variable that an <c>out</c> argument declares.</summary>
public sealed record LowOutVariable(LowType Type, string Name) : LowExpression;

/// <summary>A parameter of a method or lambda.</summary>
public sealed record LowParameter(LowType? Type, string Name)
{
    public LowExpression? Default { get; init; }

    public bool IsParams { get; init; }

    public string? Modifier { get; init; }
}

/// <summary><c>(a, b) => body</c>; the body is an expression or a block.</summary>
public sealed record LowLambda(ImmutableArray<LowParameter> Parameters, LowNode Body) : LowExpression
{
    public bool IsAsync { get; init; }

    public bool IsStatic { get; init; }
}

/// <summary>A part of an interpolated string: text, or a value with an optional format.</summary>
public abstract record LowInterpolationPart;

public sealed record LowInterpolationText(string Text) : LowInterpolationPart;

public sealed record LowInterpolationValue(LowExpression Value, string? Format) : LowInterpolationPart;

public sealed record LowInterpolated(ImmutableArray<LowInterpolationPart> Parts) : LowExpression;

/// <summary><c>(a, b)</c>.</summary>
public sealed record LowTuple(ImmutableArray<LowExpression> Items) : LowExpression;

/// <summary>A spread element of a collection expression: <c>..items</c>.</summary>
public sealed record LowSpread(LowExpression Value) : LowExpression;

/// <summary><c>[a, b, ..rest]</c>.</summary>
public sealed record LowCollection(ImmutableArray<LowExpression> Items) : LowExpression;

public sealed record LowThrowExpression(LowExpression Value) : LowExpression;

/// <summary><c>default(T)</c>, or <c>default</c>.</summary>
public sealed record LowDefault(LowType? Type) : LowExpression;

/// <summary><c>var name</c>, <c>var (a, b)</c> or <c>T name</c> where a declaration may stand as an expression.</summary>
public sealed record LowDeclaration(LowType Type, ImmutableArray<string> Names) : LowExpression;

/// <summary>One arm of a switch expression.</summary>
public sealed record LowSwitchArm(LowExpression? Pattern, LowExpression? When, LowExpression Value);

public sealed record LowSwitchExpression(LowExpression Value, ImmutableArray<LowSwitchArm> Arms) : LowExpression;

/// <summary>An array: <c>new T[] { ... }</c>.</summary>
public sealed record LowArray(LowType Element, ImmutableArray<LowExpression> Items) : LowExpression;

/// <summary>An integer beyond 64 bits, written through a parse.</summary>
public sealed record LowBigInteger(BigInteger Value) : LowExpression;

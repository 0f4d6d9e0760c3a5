using System.Collections.Immutable;

namespace Pytocs.Lowering.Tree;

/// <summary>A C# type or a member of one.</summary>
public abstract record LowDeclarationNode : LowNode
{
    public LowTrivia Trivia { get; init; } = LowTrivia.None;

    /// <summary>The documentation: from a docstring.</summary>
    public string? Doc { get; init; }

    /// <summary>Modifiers as they are written: <c>public static async</c>.</summary>
    public ImmutableArray<string> Modifiers { get; init; } = [];
}

/// <summary>A method, local function, or operator (its name is then <c>operator +</c>).</summary>
public sealed record LowMethod(LowType ReturnType, string Name, ImmutableArray<LowParameter> Parameters) : LowDeclarationNode
{
    public ImmutableArray<string> TypeParameters { get; init; } = [];

    /// <summary>A block, or null with <see cref="ExpressionBody"/>.</summary>
    public LowBlock? Body { get; init; }

    public LowExpression? ExpressionBody { get; init; }

    /// <summary>The interface of an explicit implementation.</summary>
    public LowType? ExplicitInterface { get; init; }
}

public sealed record LowConstructor(string Name, ImmutableArray<LowParameter> Parameters, LowBlock Body) : LowDeclarationNode
{
    /// <summary>Arguments of <c>: base(...)</c> or <c>: this(...)</c>; default when there is no initializer.</summary>
    public ImmutableArray<LowArgument> InitializerArguments { get; init; }

    public bool InitializerIsThis { get; init; }
}

public sealed record LowField(LowType Type, string Name, LowExpression? Value) : LowDeclarationNode;

/// <summary>A property: automatic, with accessors, or with an expression body.</summary>
public sealed record LowProperty(LowType Type, string Name) : LowDeclarationNode
{
    public LowExpression? ExpressionBody { get; init; }

    public LowExpression? Initializer { get; init; }

    public LowBlock? Getter { get; init; }

    public LowBlock? Setter { get; init; }

    /// <summary>What the getter gives, and what the setter does, where both stand on one line.</summary>
    public (LowExpression Get, LowExpression Set)? Accessors { get; init; }

    /// <summary>For an automatic property: whether it has a setter.</summary>
    public bool HasSetter { get; init; }

    /// <summary>Who may use the setter, where not everybody who may read: <c>private</c>, <c>internal</c>.</summary>
    public string? SetterAccess { get; init; }

    public LowType? ExplicitInterface { get; init; }

    /// <summary>The parameter of an indexer, whose name is <c>this</c>; null for a property.</summary>
    public LowParameter? Index { get; init; }
}

/// <summary>A class, struct, record or interface.</summary>
/// <param name="Keyword"><c>class</c>, <c>record</c>, <c>struct</c>, <c>interface</c>.</param>
public sealed record LowClass(string Keyword, string Name, ImmutableArray<LowType> Bases, ImmutableArray<LowDeclarationNode> Members) : LowDeclarationNode
{
    public ImmutableArray<string> EndComments { get; init; } = [];
}

/// <summary>A using directive that the file has only if it mentions one of these names, or the keyword <c>await</c> where that is one.</summary>
public sealed record LowUsingDirective(string Text, ImmutableArray<string> Names);

/// <summary>One C# file.</summary>
public sealed record LowFile(string? Namespace, ImmutableArray<LowDeclarationNode> Members) : LowNode
{
    /// <summary>Namespaces, <c>static X</c>, or aliases <c>X = Y</c>.</summary>
    public ImmutableArray<string> Usings { get; init; } = [];

    /// <summary>Those that stand only in a file that mentions certain names.</summary>
    public ImmutableArray<LowUsingDirective> UsingsIfMentioned { get; init; } = [];

    /// <summary>Comment lines at the top of the file.</summary>
    public ImmutableArray<string> Header { get; init; } = [];
}

using System.Collections.Immutable;

namespace Pytocs.Lowering.Tree;

/// <summary>A C# type as it is written.</summary>
public abstract record LowType
{
    /// <summary><c>var</c>.</summary>
    public static readonly LowType Var = new LowNamedType("var", []);

    public static readonly LowType Void = new LowNamedType("void", []);

    public static readonly LowType Any = new LowNamedType("Any", []);

    public static LowType Named(string name, params ReadOnlySpan<LowType> arguments) => new LowNamedType(name, [.. arguments]);
}

/// <summary><c>Name</c> or <c>Name&lt;A, B&gt;</c>; keywords such as <c>long</c> included.</summary>
public sealed record LowNamedType(string Name, ImmutableArray<LowType> Arguments) : LowType
{
    public bool Equals(LowNamedType? other) => other is not null && Name == other.Name && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}

/// <summary><c>(A, B)</c>.</summary>
public sealed record LowTupleType(ImmutableArray<LowType> Items) : LowType
{
    public bool Equals(LowTupleType? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => Items.Length;
}

/// <summary><c>T?</c>.</summary>
public sealed record LowNullableType(LowType Inner) : LowType;

/// <summary><c>T[]</c>.</summary>
public sealed record LowArrayType(LowType Element) : LowType;

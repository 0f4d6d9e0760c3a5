using System.Collections.Immutable;
using Pytocs.Lowering.Binding;

namespace Pytocs.Lowering.Types;

/// <summary>What is known of an expression's value before the program runs. The lattice's top is <see cref="Any"/>, its bottom <see cref="Never"/>.</summary>
public abstract record StaticType
{
    public static readonly StaticType Any = new SimpleType(SimpleKind.Any);
    public static readonly StaticType Never = new SimpleType(SimpleKind.Never);
    public static readonly StaticType None = new SimpleType(SimpleKind.None);
    public static readonly StaticType Int = new SimpleType(SimpleKind.Int);
    public static readonly StaticType Float = new SimpleType(SimpleKind.Float);
    public static readonly StaticType Bool = new SimpleType(SimpleKind.Bool);
    public static readonly StaticType Str = new SimpleType(SimpleKind.Str);
    public static readonly StaticType Bytes = new SimpleType(SimpleKind.Bytes);

    public static readonly StaticType Range = new SimpleType(SimpleKind.Range);

    /// <summary>A tuple whose shape is not known.</summary>
    public static readonly StaticType Tuple = new SimpleType(SimpleKind.Tuple);

    /// <summary>An object whose C# class is known but says nothing; only lowered code has this type, and places hold it as Any.</summary>
    public static readonly StaticType Object = new SimpleType(SimpleKind.Object);

    public bool IsAny => ReferenceEquals(this, Any);

    public bool IsNever => ReferenceEquals(this, Never);

    public bool IsNone => ReferenceEquals(this, None);

    /// <summary>Whether the type is a value type in C#, so that None beside it is <c>T?</c> of <c>Nullable</c>.</summary>
    public bool IsValueType => this is SimpleType { Kind: SimpleKind.Int or SimpleKind.Float or SimpleKind.Bool } or TupleShape;

    /// <summary>Whether C# itself does not convert such a value to Any: a tuple, or an object of the user's C# code or of an interface.</summary>
    public bool ConvertsByCall => this is TupleShape or LibraryInstance { Class.IsForeign: true } or InstanceType { Class.IsInterface: true } or OptionalType { Inner.ConvertsByCall: true };

    public bool IsNumber => this is SimpleType { Kind: SimpleKind.Int or SimpleKind.Float };
}

public enum SimpleKind
{
    Any, Never, None, Int, Float, Bool, Str, Bytes, Range, Tuple, Object,
}

/// <summary>A type without parameters; compared by reference through the constants of <see cref="StaticType"/>.</summary>
public sealed record SimpleType(SimpleKind Kind) : StaticType;

/// <summary><c>list[T]</c>; the cell is shared by every place the same list may reach.</summary>
public sealed record ListType(Cell Element) : StaticType
{
    public bool Equals(ListType? other) => other is not null && Element.SameAs(other.Element);

    public override int GetHashCode() => 1;
}

/// <summary><c>collections.deque[T]</c>.</summary>
public sealed record DequeType(Cell Element) : StaticType
{
    public bool Equals(DequeType? other) => other is not null && Element.SameAs(other.Element);

    public override int GetHashCode() => 4;
}

/// <summary><c>set[T]</c>.</summary>
public sealed record SetType(Cell Element) : StaticType
{
    public bool Equals(SetType? other) => other is not null && Element.SameAs(other.Element);

    public override int GetHashCode() => 2;
}

/// <summary><c>dict[K, V]</c>.</summary>
public sealed record DictType(Cell Key, Cell Value) : StaticType
{
    /// <summary>Whether it is a <c>collections.Counter</c>, whose values are ints.</summary>
    public bool IsCounter { get; init; }

    public bool Equals(DictType? other) => other is not null && IsCounter == other.IsCounter && Key.SameAs(other.Key) && Value.SameAs(other.Value);

    public override int GetHashCode() => 3;
}

/// <summary>A tuple whose length and item types are known: a C# value tuple.</summary>
public sealed record TupleShape(ImmutableArray<StaticType> Items) : StaticType
{
    public bool Equals(TupleShape? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => Items.Length;
}

/// <summary>An instance of a class that becomes a C# class.</summary>
public sealed record InstanceType(ClassSymbol Class) : StaticType;

/// <summary>The class itself, as a value.</summary>
public sealed record ClassType(ClassSymbol Class) : StaticType;

/// <summary>A function of the program, known by name.</summary>
public sealed record FunctionType(FunctionSymbol Function) : StaticType;

/// <summary>A method of an instance, known by name, not called yet.</summary>
public sealed record MethodType(FunctionSymbol Function) : StaticType;

/// <summary>A module, of the library or of the program.</summary>
public sealed record ModuleType(string Name) : StaticType
{
    /// <summary>What is known of a module of the program.</summary>
    public SemanticModel? Program { get; init; }
}

/// <summary>A name of the library: <c>builtins.print</c>, <c>asyncio.sleep</c>.</summary>
public sealed record LibraryType(string Module, string Name) : StaticType
{
    public string FullName => field ??= Module + "." + Name;

    public bool Equals(LibraryType? other) => other is not null && Name == other.Name && Module == other.Module;

    public override int GetHashCode() => HashCode.Combine(Module, Name);
}

/// <summary>An instance of a library class that has a C# class.</summary>
/// <param name="Class">The class.</param>
/// <param name="Result">What awaiting a coroutine, task or future gives; null where that is not known.</param>
public sealed record LibraryInstance(Library.LibraryClass Class, StaticType? Result = null) : StaticType
{
    /// <summary>What its items are, of a class that holds some, such as a queue.</summary>
    public Cell? Element { get; init; }

    /// <summary>The groups of a pattern, or of the one that a match is of, where they are known.</summary>
    public Library.RegexGroups? Groups { get; init; }

    public bool Equals(LibraryInstance? other)
        => other is not null && ReferenceEquals(Class, other.Class) && Equals(Groups, other.Groups) && Equals(Result, other.Result) && (Element is null ? other.Element is null : other.Element is not null && Element.SameAs(other.Element));

    public override int GetHashCode() => Class.GetHashCode();
}

/// <summary>What calling a coroutine function of the library gives.</summary>
public sealed record LibraryAwaitable(StaticType Result) : StaticType;

/// <summary>What calling an <c>async def</c> gives.</summary>
public sealed record CoroutineType(FunctionSymbol Function, StaticType Result) : StaticType;

/// <summary>Items produced one by one, by an expression that only a loop or a builder consumes.</summary>
public sealed record IterableType(StaticType Item) : StaticType;

/// <summary><c>T | None</c>, where T is neither Any nor None.</summary>
public sealed record OptionalType(StaticType Inner) : StaticType;

/// <summary>An exception whose C# class is known: what an <c>except</c> clause binds.</summary>
public sealed record ErrorType(string CsName) : StaticType;

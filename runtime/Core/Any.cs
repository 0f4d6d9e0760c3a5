using System.Numerics;
using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>
/// A Python value whose type is known only at run time. Sixteen bytes: small ints, floats and
/// bools live in <c>Bits</c> and never box.
/// </summary>
/// <remarks>
/// <c>Ref == null</c> is an int in <c>Bits</c>; <see cref="Tag.Float"/> a double;
/// <see cref="Tag.Bool"/> a bool; a boxed <see cref="BigInteger"/> an int beyond 64 bits;
/// otherwise <c>Ref</c> is the object itself (<see cref="string"/> or <see cref="IPyObject"/>,
/// or a foreign .NET object).
/// </remarks>
public readonly partial struct Any : IEquatable<Any>
{
    internal readonly object? Ref;
    internal readonly long Bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Any(object? reference, long bits)
    {
        Ref = reference;
        Bits = bits;
    }

    /// <summary>Python's <c>None</c>.</summary>
    public static Any None => new(Tag.None, 0);

    /// <summary>Python's <c>NotImplemented</c>.</summary>
    public static Any NotImplemented => new(Tag.NotImplemented, 0);

    /// <summary>Python's <c>...</c>.</summary>
    public static Any Ellipsis => new(Tag.Ellipsis, 0);

    /// <summary>Marks a name or slot with no value; never a Python value.</summary>
    public static Any Unbound => new(Tag.Unbound, 0);

    public bool IsSmallInt => Ref is null;

    public bool IsInt => Ref is null or BigInteger;

    public bool IsFloat => ReferenceEquals(Ref, Tag.Float);

    public bool IsBool => ReferenceEquals(Ref, Tag.Bool);

    public bool IsNone => ReferenceEquals(Ref, Tag.None);

    public bool IsUnbound => ReferenceEquals(Ref, Tag.Unbound);

    public bool IsNotImplemented => ReferenceEquals(Ref, Tag.NotImplemented);

    public bool IsString => Ref is string;

    internal double FloatValue => BitConverter.Int64BitsToDouble(Bits);

    internal PyInt IntValue => new(Ref, Bits);

    public static implicit operator Any(int value) => new(null, value);

    public static implicit operator Any(long value) => new(null, value);

    public static implicit operator Any(PyInt value) => new(value.Big, value.Small);

    public static implicit operator Any(double value) => new(Tag.Float, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Any(bool value) => new(Tag.Bool, value ? 1 : 0);

    public static implicit operator Any(BigInteger value) => (PyInt)value;

    public static implicit operator Any(Complex value) => new(value, 0);

    /// <summary>A null string is None: <c>str | None</c> is <c>string?</c> in typed code.</summary>
    public static implicit operator Any(string? value) => new((object?)value ?? Tag.None, 0);

    public static implicit operator Any(PyObject? value) => new((object?)value ?? Tag.None, 0);

    public static implicit operator Any(BaseException? value) => new((object?)value ?? Tag.None, 0);

    public static implicit operator Any(PyInt? value) => value is { } v ? v : None;

    public static implicit operator Any(long? value) => value is { } v ? v : None;

    public static implicit operator Any(double? value) => value is { } v ? v : None;

    public static implicit operator Any(bool? value) => value is { } v ? v : None;

    /// <inheritdoc/>
    public bool Equals(Any other) => Operators.Equal(this, other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Any other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Operators.Hash(this).GetHashCode();

    /// <summary>Python's <c>str(self)</c>.</summary>
    public override string ToString() => Operators.Str(this);
}

/// <summary>Singletons that mark what an <see cref="Any"/> holds.</summary>
internal sealed class Tag
{
    public static readonly Tag Float = new("float");
    public static readonly Tag Bool = new("bool");
    public static readonly Tag None = new("None");
    public static readonly Tag NotImplemented = new("NotImplemented");
    public static readonly Tag Ellipsis = new("Ellipsis");
    public static readonly Tag Unbound = new("<unbound>");

    private readonly string _name;

    private Tag(string name) => _name = name;

    public override string ToString() => _name;
}

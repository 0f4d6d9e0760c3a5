namespace Pytocs.Runtime.Core;

/// <summary>
/// What holds an attribute that an object may not have yet, or no longer: one that a method sets, not <c>__init__</c>.
/// See <see href="https://docs.python.org/3.13/reference/expressions.html#attribute-references">attribute references</see>.
/// </summary>
/// <typeparam name="T">The C# type of the attribute.</typeparam>
public struct Late<T>
{
    private T _value;
    private bool _isSet;

    public static implicit operator Late<T>(T value) => new() { _value = value, _isSet = true };

    /// <summary>The attribute.</summary>
    /// <param name="owner">The object.</param>
    /// <param name="name">The attribute's name in Python.</param>
    /// <exception cref="AttributeError">Neither the object nor its class has one.</exception>
    public readonly T Get(IPyObject owner, string name) => _isSet ? _value : OfClass(owner, name);

    /// <summary>The attribute as a dynamic value, unbound where the object has none.</summary>
    public readonly Any Peek() => _isSet ? Generic.ToAny(_value) : Any.Unbound;

    /// <summary>Sets the attribute, or with an unbound value takes it away.</summary>
    public void Put(Any value) => this = value.IsUnbound ? default(Late<T>) : value.As<T>();

    /// <summary>What the program gave the class under that name, after it was made.</summary>
    private static T OfClass(IPyObject owner, string name)
        => owner.Class.Lookup(name).Ref is FieldDescriptor { Shared.IsUnbound: false } field ? field.SharedBy(new Any(owner, 0), owner.Class).As<T>() : throw Missing(owner, name);

    private static AttributeError Missing(IPyObject owner, string name)
        => new($"'{owner.Class.Name}' object has no attribute '{name}'", name, new Any(owner, 0));
}

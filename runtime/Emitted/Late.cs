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
    /// <exception cref="AttributeError">The object has none.</exception>
    public readonly T Get(IPyObject owner, string name) => _isSet ? _value : throw Missing(owner, name);

    /// <summary>The attribute as a dynamic value, unbound where the object has none.</summary>
    public readonly Any Peek() => _isSet ? Generic.ToAny(_value) : Any.Unbound;

    /// <summary>Sets the attribute, or with an unbound value takes it away.</summary>
    public void Put(Any value) => this = value.IsUnbound ? default(Late<T>) : value.As<T>();

    private static AttributeError Missing(IPyObject owner, string name)
        => new($"'{owner.Class.Name}' object has no attribute '{name}'", name, new Any(owner, 0));
}

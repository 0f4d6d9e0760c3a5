namespace Pytocs.Runtime.Core;

/// <summary>
/// An instance of a Python class that derives from a built-in class of iterators: loops ask the class's <c>__next__</c>, which may be
/// its own, and the built-in one (<c>super().__next__()</c>) asks the iterator behind.
/// </summary>
internal sealed class DerivedIterator(PyIterator inner, PyType type) : PyIterator
{
    public override PyType Class => type;

    /// <summary>What <c>__new__</c> of a built-in class made for another class, as an object of that class.</summary>
    public static Any Of(Any made, PyType builtin, PyType type)
        => made.Ref is PyIterator inner && !ReferenceEquals(builtin, type) && (!ReferenceEquals(inner.Class, type) || Overrides(type, "__next__") || Overrides(type, "__iter__"))
            ? new DerivedIterator(inner, type)
            : made;

    public override bool TryNext(out Any value)
    {
        if (!Overrides(type, "__next__"))
            return inner.TryNext(out value);
        try
        {
            value = type.Special("__next__").Call(this);
            return true;
        }
        catch (StopIteration)
        {
            value = default;
            return false;
        }
    }

    public override Any Next() => inner.Next();

    private static bool Overrides(PyType type, string name) => type.Special(name).Ref is not PyFunction { IsBuiltin: true };
}

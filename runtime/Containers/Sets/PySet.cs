namespace Pytocs.Runtime.Core;

/// <summary>A Python <c>set</c> or <c>frozenset</c> of any element type, seen through dynamic values.</summary>
public abstract class PySet : PyContainer, IPyIterable
{
    public abstract int Count { get; }

    public abstract bool IsFrozen { get; }

    protected override PyType BuiltinClass => IsFrozen ? SetType.Frozen : SetType.Type;

    internal abstract int SlotCount { get; }

    internal abstract bool TrySlot(int slot, out Any value);

    public abstract bool ContainsAny(Any item);

    public abstract void AddAny(Any item);

    public abstract bool RemoveAny(Any item);

    /// <summary>A set that has no hash is looked for as a frozenset of its items.</summary>
    internal static Any AsKey(Any item)
        => item.Ref is PySet { IsFrozen: false } set && set.Class.Lookup("__hash__").IsNone ? set.ToDynamic(frozen: true) : item;

    internal abstract void UpdateByDict(PyDict dict);

    /// <summary>What follows a difference in place.</summary>
    internal abstract void DropDummies();

    /// <summary>Its table, of dynamic items.</summary>
    internal abstract SetTable<Any> DynamicTable { get; }

    /// <summary>Adds the items of another set, of whatever type.</summary>
    internal abstract void Merge(PySet other);

    /// <summary>Has the items of another set from now on, in its order.</summary>
    internal abstract void Become(PySet other);

    /// <summary>What two sets with one item type give, frozen if the first is; null where the types differ.</summary>
    internal abstract PySet<Any>? Combine(PySet other, SetOperator op);

    /// <summary>Whether all items are in another set; null where the item types differ.</summary>
    internal abstract bool? TrySubset(PySet other);

    /// <summary>Whether no item is in another set; null where the item types differ.</summary>
    internal abstract bool? IsDisjointFrom(PySet other);

    internal abstract long HashOfAll();

    public abstract bool TryPopAny(out Any item);

    public abstract void Clear();

    /// <summary>A copy whose elements have the same C# type.</summary>
    internal abstract PySet CopyAny();

    /// <summary>An empty set whose elements have the same C# type.</summary>
    internal abstract PySet NewLike();

    /// <summary>A copy with dynamic elements.</summary>
    public abstract PySet<Any> ToDynamic(bool frozen);

    public PyIterator GetPyIterator() => new SetIterator(this);

    /// <summary>Python's <c>repr(s)</c>.</summary>
    public string Repr()
    {
        if (Count == 0)
            return Class.Name + "()";
        if (!Operators.EnterRepr(this))
            return Class.Name + "(...)";
        try
        {
            var items = "{" + string.Join(", ", Operators.ToList(this).Select(Operators.Repr)) + "}";
            return ReferenceEquals(Class, SetType.Type) ? items : $"{Class.Name}({items})";
        }
        finally
        {
            Operators.LeaveRepr(this);
        }
    }
}

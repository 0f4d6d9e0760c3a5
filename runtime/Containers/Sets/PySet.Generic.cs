using System.Collections;
using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>A set in CPython's own order. See <see href="https://docs.python.org/3.13/library/stdtypes.html#set">set</see>.</summary>
[CollectionBuilder(typeof(SetBuilder), nameof(SetBuilder.Create))]
public partial class PySet<T> : PySet
{
    private SetTable<T> _table = new();

    public PySet()
    {
    }

    public PySet(IEnumerable<T> items) => Update(items);

    public override int Count => _table.Count;

    public override bool IsFrozen => false;

    internal override int SlotCount => _table.SlotCount;

    internal override bool TrySlot(int slot, out Any value)
    {
        var taken = _table.TryAt(slot, out var item);
        value = taken ? Generic.ToAny(item) : default;
        return taken;
    }

    /// <summary><c>s.add(item)</c>.</summary>
    public void Add(T item) => _table.Add(item);

    /// <summary><c>s.discard(item)</c>.</summary>
    public bool Discard(T item) => _table.Remove(item);

    /// <summary><c>s.remove(item)</c>.</summary>
    /// <exception cref="KeyError">The item is missing.</exception>
    public void Remove(T item)
    {
        if (!_table.Remove(item))
            throw new KeyError(Generic.ToAny(item));
    }

    /// <summary><c>s.pop()</c>.</summary>
    /// <exception cref="KeyError">The set is empty.</exception>
    public T Pop() => _table.TryPop(out var item) ? item : throw new KeyError("pop from an empty set");

    public bool Contains(T item) => _table.Contains(item);

    public override void Clear() => _table.Clear();

    /// <summary><c>s.update(items)</c>.</summary>
    public void Update(IEnumerable<T> items)
    {
        if (items is PySet<T> set)
        {
            _table.Merge(set._table);
            return;
        }
        if (items is PyIterator { Whole: { IsUnbound: false } whole } && this is PySet<Any> dynamic)
        {
            SetOperations.Update(dynamic, whole);
            return;
        }
        foreach (var item in items)
            _table.Add(item);
    }

    internal override SetTable<Any> DynamicTable => this is PySet<Any> same ? same._table : _table.As(static i => Generic.ToAny(i));

    private static SetTable<T> TableOf(PySet set) => set is PySet<T> same ? same._table : set.DynamicTable.As(static i => Generic.FromAny<T>(i));

    internal override void Merge(PySet other) => _table.Merge(TableOf(other));

    internal override void Become(PySet other) => _table = TableOf(other);

    /// <summary>Adds the keys of a dict itself, whose number is known before.</summary>
    internal override void UpdateByDict(PyDict dict)
    {
        _table.ReserveForDict(dict.Count);
        foreach (var (key, _) in dict.Entries())
            _table.Add(Generic.FromAny<T>(key));
    }

    /// <summary><c>set(dict)</c>.</summary>
    public static PySet<T> OfKeys<V>(PyDict<T, V> dict)
    {
        var result = new PySet<T>();
        result._table.ReserveForDict(dict.Count);
        foreach (var key in dict.Keys)
            result._table.Add(key);
        return result;
    }

    /// <summary><c>s &amp;= other</c>.</summary>
    public void IntersectionUpdate(PySet<T> other) => _table = Intersection(other)._table;

    public void DifferenceUpdate(IEnumerable<T> items)
    {
        foreach (var item in items.ToArray())
            _table.Remove(item);
        _table.DropDummies();
    }

    internal override void DropDummies() => _table.DropDummies();

    public void SymmetricDifferenceUpdate(IEnumerable<T> items)
    {
        if (ReferenceEquals(items, this))
        {
            Clear();
            return;
        }
        foreach (var item in items as PySet<T> ?? new PySet<T>(items))
            if (!_table.Remove(item))
                _table.Add(item);
    }

    public PySet<T> Copy() => new(this);

    internal override PySet CopyAny() => Copy();

    internal override PySet NewLike() => new PySet<T>();

    public override bool ContainsAny(Any item)
    {
        item = AsKey(item);
        if (KeyConversion.TryConvert<T>(item, out var typed))
            return _table.Contains(typed);
        _ = Operators.Hash(item);
        return false;
    }

    public override void AddAny(Any item) => _table.Add(Generic.FromAny<T>(item));

    public override bool RemoveAny(Any item)
    {
        item = AsKey(item);
        if (KeyConversion.TryConvert<T>(item, out var typed))
            return _table.Remove(typed);
        _ = Operators.Hash(item);
        return false;
    }

    public override bool TryPopAny(out Any item)
    {
        var popped = _table.TryPop(out var typed);
        item = popped ? Generic.ToAny(typed) : default;
        return popped;
    }

    internal override PySet<Any>? Combine(PySet other, SetOperator op)
    {
        if (other is not PySet<T> same)
            return null;
        var table = op switch
        {
            SetOperator.And => _table.Intersection(same._table),
            SetOperator.Sub => _table.Difference(same._table),
            _ => _table.SymmetricDifference(same._table),
        };
        var result = IsFrozen ? new PyFrozenSet() : new PySet<Any>();
        result._table = table as SetTable<Any> ?? table.As(static i => Generic.ToAny(i));
        return result;
    }

    internal override bool? TrySubset(PySet other) => other is PySet<T> same ? _table.IsSubset(same._table) : null;

    internal override bool? IsDisjointFrom(PySet other) => other is PySet<T> same ? _table.IsDisjoint(same._table) : null;

    internal override long HashOfAll() => _table.HashOfAll();

    public override PySet<Any> ToDynamic(bool frozen)
    {
        var result = frozen ? new PyFrozenSet() : new PySet<Any>();
        result.Merge(this);
        return result;
    }

    public IEnumerator<T> GetEnumerator()
    {
        var count = Count;
        for (var i = 0; i < _table.SlotCount; i++)
        {
            if (!_table.TryAt(i, out var item))
                continue;
            yield return item;
            if (Count != count)
                throw new RuntimeError("Set changed size during iteration");
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    bool ICollection<T>.IsReadOnly => IsFrozen;

    bool ICollection<T>.Remove(T item) => _table.Remove(item);

    public void CopyTo(T[] array, int arrayIndex)
    {
        foreach (var item in this)
            array[arrayIndex++] = item;
    }

    public override bool Equals(object? obj) => obj is PySet other && SetOperations.Equal(this, other);

    public override int GetHashCode() => IsFrozen ? SetOperations.Hash(this).GetHashCode() : throw new TypeError($"unhashable type: '{Class.Name}'");
}

/// <summary>Python's <c>frozenset</c>.</summary>
public sealed class PyFrozenSet : PySet<Any>
{
    public PyFrozenSet()
    {
    }

    public PyFrozenSet(IEnumerable<Any> items) : base(items)
    {
    }

    private long? _hash;

    public override bool IsFrozen => true;

    internal override long HashOfAll() => _hash ??= base.HashOfAll();
}

/// <summary>Builds sets from collection expressions.</summary>
public static class SetBuilder
{
    /// <summary>
    /// The set of a display of constants. Of three and more CPython's compiler makes a frozenset, which it then makes anew from its own items;
    /// the display is a set that takes over all of that. Where slots collide, the order of the items comes from there.
    /// </summary>
    public static PySet<T> Create<T>(ReadOnlySpan<T> items)
    {
        var result = new PySet<T>();
        foreach (var item in items)
            result.Add(item);
        if (items.Length < 3)
            return result;
        var again = new PySet<T>();
        foreach (var item in result)
            again.Add(item);
        return again.Copy();
    }
}

namespace Pytocs.Runtime.Core;

/// <summary>Set algebra of sets with one element type, in the order in which CPython builds results.</summary>
public partial class PySet<T>
{
    /// <summary><c>item in s</c> of an item that may be of another type.</summary>
    public bool Contains(Any item) => ContainsAny(item);

    /// <summary><c>s.discard(item)</c>.</summary>
    public bool Discard(Any item) => RemoveAny(item);

    /// <summary><c>s.remove(item)</c>.</summary>
    /// <exception cref="KeyError">The item is missing.</exception>
    public void Remove(Any item)
    {
        if (!RemoveAny(item))
            throw new KeyError(item);
    }

    public static PySet<T> operator |(PySet<T> a, PySet<T> b) => a.Union(b);

    public static PySet<T> operator &(PySet<T> a, PySet<T> b) => a.Intersection(b);

    public static PySet<T> operator -(PySet<T> a, PySet<T> b) => a.Difference(b);

    public static PySet<T> operator ^(PySet<T> a, PySet<T> b) => a.SymmetricDifference(b);

    /// <summary><c>a | b</c>.</summary>
    public PySet<T> Union(PySet<T> other)
    {
        var result = Copy();
        if (!ReferenceEquals(this, other))
            result.Update(other);
        return result;
    }

    /// <summary><c>a &amp; b</c>.</summary>
    public PySet<T> Intersection(PySet<T> other)
        => ReferenceEquals(this, other) ? Copy() : new PySet<T> { _table = _table.Intersection(other._table) };

    /// <summary><c>a - b</c>.</summary>
    public PySet<T> Difference(PySet<T> other) => new() { _table = _table.Difference(other._table) };

    /// <summary><c>a ^ b</c>.</summary>
    public PySet<T> SymmetricDifference(PySet<T> other) => new() { _table = _table.SymmetricDifference(other._table) };

    /// <summary><c>a &lt;= b</c>.</summary>
    public bool IsSubset(PySet<T> other) => _table.IsSubset(other._table);

    /// <summary><c>a &gt;= b</c>.</summary>
    public bool IsSuperset(PySet<T> other) => other.IsSubset(this);

    /// <summary><c>a.isdisjoint(b)</c>.</summary>
    public bool IsDisjoint(PySet<T> other) => _table.IsDisjoint(other._table);
}

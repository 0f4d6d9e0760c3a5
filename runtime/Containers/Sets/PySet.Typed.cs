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
    {
        if (ReferenceEquals(this, other))
            return Copy();
        var result = new PySet<T>();
        // The smaller set gives the order.
        var (small, large) = other.Count > Count ? (this, other) : (other, this);
        foreach (var item in small)
            if (large.Contains(item))
                result.Add(item);
        return result;
    }

    /// <summary><c>a - b</c>.</summary>
    public PySet<T> Difference(PySet<T> other)
    {
        // From a much larger set CPython takes the few away.
        if (Count >> 2 > other.Count)
        {
            var rest = Copy();
            rest.DifferenceUpdate(other);
            return rest;
        }
        var result = new PySet<T>();
        foreach (var item in this)
            if (!other.Contains(item))
                result.Add(item);
        return result;
    }

    /// <summary><c>a ^ b</c>.</summary>
    public PySet<T> SymmetricDifference(PySet<T> other)
    {
        var result = other.Copy();
        foreach (var item in this)
            if (!result.Discard(item))
                result.Add(item);
        return result;
    }

    /// <summary><c>a &lt;= b</c>.</summary>
    public bool IsSubset(PySet<T> other)
    {
        if (Count > other.Count)
            return false;
        foreach (var item in this)
            if (!other.Contains(item))
                return false;
        return true;
    }

    /// <summary><c>a &gt;= b</c>.</summary>
    public bool IsSuperset(PySet<T> other) => other.IsSubset(this);

    /// <summary><c>a.isdisjoint(b)</c>.</summary>
    public bool IsDisjoint(PySet<T> other)
    {
        var (small, large) = other.Count > Count ? (this, other) : (other, this);
        foreach (var item in small)
            if (large.Contains(item))
                return false;
        return true;
    }
}

using System.Collections;

namespace Pytocs.Runtime.Core;

/// <summary>
/// A live view of a dict.
/// See <see href="https://docs.python.org/3.13/library/stdtypes.html#dict-views">dictionary views</see>.
/// </summary>
public abstract class PyDictView : PyObject, IPyIterable
{
    /// <summary>The dict that the view shows: <c>view.mapping</c>.</summary>
    public abstract PyDict Mapping { get; }

    internal abstract DictPart Part { get; }

    /// <inheritdoc/>
    public override PyType Class => Part switch
    {
        DictPart.Keys => DictViewTypes.Keys,
        DictPart.Values => DictViewTypes.Values,
        _ => DictViewTypes.Items,
    };

    /// <summary>The number of entries: <c>len(view)</c>.</summary>
    public int Count => Mapping.Count;

    /// <inheritdoc/>
    public PyIterator GetPyIterator() => new DictIterator(Mapping, Part);

    /// <summary><c>item in view</c>.</summary>
    public bool ContainsAny(Any item)
    {
        switch (Part)
        {
            case DictPart.Keys:
                return Mapping.ContainsAny(item);
            case DictPart.Items:
                return item.Ref is PyTuple { Count: 2 } pair && Mapping.TryGetAny(pair[0], out var value) && Operators.Same(value, pair[1]);
            default:
                foreach (var (_, candidate) in Mapping.Entries())
                    if (Operators.Same(candidate, item))
                        return true;
                return false;
        }
    }

    /// <summary>Python's <c>repr(view)</c>.</summary>
    public string Repr()
    {
        if (!Operators.EnterRepr(this))
            return "...";
        try
        {
            var items = Operators.ToList(this);
            return $"{Class.Name}([{string.Join(", ", items.Select(Operators.Repr))}])";
        }
        finally
        {
            Operators.LeaveRepr(this);
        }
    }
}

/// <summary><c>dict_keys</c>: set-like.</summary>
public sealed class PyDictKeys<K, V>(PyDict<K, V> dict) : PyDictView, ICollection<K>, IReadOnlyCollection<K>
{
    /// <inheritdoc/>
    public override PyDict Mapping => dict;

    internal override DictPart Part => DictPart.Keys;

    /// <summary>Enumerates the keys in insertion order.</summary>
    public PyDict<K, V>.KeyEnumerator GetEnumerator() => new(dict);

    IEnumerator<K> IEnumerable<K>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Contains(K item) => dict.ContainsKey(item);

    /// <inheritdoc/>
    public void CopyTo(K[] array, int arrayIndex)
    {
        foreach (var key in this)
            array[arrayIndex++] = key;
    }

    bool ICollection<K>.IsReadOnly => true;

    void ICollection<K>.Add(K item) => throw new NotSupportedException();

    void ICollection<K>.Clear() => throw new NotSupportedException();

    bool ICollection<K>.Remove(K item) => throw new NotSupportedException();

    public static PySet<K> operator &(PyDictKeys<K, V> a, IEnumerable<K> b)
    {
        // As CPython: the longer side is searched, the shorter one gives the order.
        if (b is PySet<K> or PyDictKeys<K, V> && ((IReadOnlyCollection<K>)b).Count > a.Count)
            return Common(a, b is PyDictKeys<K, V> keys ? keys.Contains : ((PySet<K>)b).Contains);
        return Common(b, a.Contains);
    }

    public static PySet<K> operator |(PyDictKeys<K, V> a, IEnumerable<K> b)
    {
        var result = a.ToSet();
        result.Update(b);
        return result;
    }

    public static PySet<K> operator -(PyDictKeys<K, V> a, IEnumerable<K> b)
    {
        var result = a.ToSet();
        result.DifferenceUpdate(b);
        return result;
    }

    public static PySet<K> operator ^(PyDictKeys<K, V> a, IEnumerable<K> b)
    {
        var result = a.ToSet();
        result.SymmetricDifferenceUpdate(b);
        return result;
    }

    private PySet<K> ToSet() => PySet<K>.OfKeys(dict);

    private static PySet<K> Common(IEnumerable<K> items, Func<K, bool> contains)
    {
        var result = new PySet<K>();
        foreach (var item in items)
            if (contains(item))
                result.Add(item);
        return result;
    }
}

/// <summary><c>dict_values</c>.</summary>
public sealed class PyDictValues<K, V>(PyDict<K, V> dict) : PyDictView, ICollection<V>, IReadOnlyCollection<V>
{
    /// <inheritdoc/>
    public override PyDict Mapping => dict;

    internal override DictPart Part => DictPart.Values;

    /// <summary>Enumerates the values in the insertion order of their keys.</summary>
    public PyDict<K, V>.ValueEnumerator GetEnumerator() => new(dict);

    IEnumerator<V> IEnumerable<V>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Contains(V item)
    {
        foreach (var value in this)
            if (Elements.Same(value, item))
                return true;
        return false;
    }

    /// <inheritdoc/>
    public void CopyTo(V[] array, int arrayIndex)
    {
        foreach (var value in this)
            array[arrayIndex++] = value;
    }

    bool ICollection<V>.IsReadOnly => true;

    void ICollection<V>.Add(V item) => throw new NotSupportedException();

    void ICollection<V>.Clear() => throw new NotSupportedException();

    bool ICollection<V>.Remove(V item) => throw new NotSupportedException();
}

/// <summary><c>dict_items</c>: set-like where the values hash.</summary>
public sealed class PyDictItems<K, V>(PyDict<K, V> dict) : PyDictView, IReadOnlyCollection<(K Key, V Value)>
{
    /// <inheritdoc/>
    public override PyDict Mapping => dict;

    internal override DictPart Part => DictPart.Items;

    /// <summary>Enumerates the pairs in insertion order.</summary>
    public PyDict<K, V>.ItemEnumerator GetEnumerator() => new(dict);

    IEnumerator<(K Key, V Value)> IEnumerable<(K Key, V Value)>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary><c>(key, value) in d.items()</c>.</summary>
    public bool Contains((K Key, V Value) item)
        => dict.TryGetValue(item.Key, out var value) && Elements.Same(value, item.Value);

    public static PySet<(K Key, V Value)> operator &(PyDictItems<K, V> a, IEnumerable<(K Key, V Value)> b)
    {
        var result = new PySet<(K Key, V Value)>();
        foreach (var item in b)
            if (a.Contains(item))
                result.Add(item);
        return result;
    }

    public static PySet<(K Key, V Value)> operator |(PyDictItems<K, V> a, IEnumerable<(K Key, V Value)> b)
    {
        var result = new PySet<(K Key, V Value)>(a);
        result.Update(b);
        return result;
    }

    public static PySet<(K Key, V Value)> operator -(PyDictItems<K, V> a, IEnumerable<(K Key, V Value)> b)
    {
        var result = new PySet<(K Key, V Value)>(a);
        result.DifferenceUpdate(b);
        return result;
    }
}

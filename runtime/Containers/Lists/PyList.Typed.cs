namespace Pytocs.Runtime.Core;

/// <summary>The forms of list methods that emitted code calls beside those of C# callers.</summary>
public partial class PyList<T>
{
    /// <summary><c>xs.remove(value)</c> of a value that may be of another type.</summary>
    /// <exception cref="ValueError">The item is missing.</exception>
    public void Remove(Any value)
    {
        var i = Find(value);
        if (i < 0)
            throw new ValueError("list.remove(x): x not in list");
        Close(i, 1);
    }

    /// <inheritdoc cref="Index(T, PyInt, PyInt)"/>
    public PyInt Index(T item) => Index(item, 0, long.MaxValue);

    /// <inheritdoc cref="Index(T, PyInt, PyInt)"/>
    public PyInt Index(T item, PyInt start) => Index(item, start, long.MaxValue);

    /// <summary><c>xs.index(value, start, stop)</c>.</summary>
    /// <exception cref="ValueError">The item is missing.</exception>
    public PyInt Index(T item, PyInt start, PyInt stop)
    {
        var i = IndexIn(item, SequenceRules.Clamp(SequenceRules.Place(start), _count), SequenceRules.Clamp(SequenceRules.Place(stop), _count));
        return i >= 0 ? i : throw new ValueError($"{Generic.Repr(item)} is not in list");
    }

    /// <inheritdoc cref="Index(T, PyInt, PyInt)"/>
    public PyInt Index(Any value) => Index(value, 0, long.MaxValue);

    /// <inheritdoc cref="Index(T, PyInt, PyInt)"/>
    public PyInt Index(Any value, PyInt start) => Index(value, start, long.MaxValue);

    /// <inheritdoc cref="Index(T, PyInt, PyInt)"/>
    public PyInt Index(Any value, PyInt start, PyInt stop)
    {
        var i = Find(value, SequenceRules.Clamp(SequenceRules.Place(start), _count), SequenceRules.Clamp(SequenceRules.Place(stop), _count));
        return i >= 0 ? i : throw new ValueError($"{Operators.Repr(value)} is not in list");
    }

    /// <summary><c>xs.count(value)</c>.</summary>
    public PyInt CountOf(T item)
    {
        var count = 0L;
        for (var i = 0; i < _count; i++)
            count += Elements.Same(_items[i], item) ? 1 : 0;
        return count;
    }

    /// <inheritdoc cref="CountOf(T)"/>
    public PyInt CountOf(Any value)
    {
        var count = 0L;
        for (var i = 0; TryItem(i, out var item); i++)
            count += Operators.Same(item, value) ? 1 : 0;
        return count;
    }

    /// <summary><c>value in xs</c> of a value that may be of another type.</summary>
    public bool Contains(Any value) => Find(value) >= 0;

    /// <summary><c>del xs[index]</c>.</summary>
    /// <exception cref="IndexError">Out of range.</exception>
    public void Delete(PyInt index) => DeleteAt(SequenceRules.IndexOf(index));

    /// <summary><c>xs[start:]</c>.</summary>
    public PyList<T> Slice(PyInt start) => Slice(start, long.MaxValue);

    /// <summary><c>xs[start:stop]</c>.</summary>
    public PyList<T> Slice(PyInt start, PyInt stop)
    {
        var first = SequenceRules.Clamp(SequenceRules.Saturate(start), _count);
        return new(_items.AsSpan(first, Math.Max(SequenceRules.Clamp(SequenceRules.Saturate(stop), _count) - first, 0)));
    }

    /// <summary><c>xs[start:] = items</c>.</summary>
    public void SetSlice(PyInt start, IEnumerable<T> items) => SetSlice(start, long.MaxValue, items);

    /// <summary><c>xs[start:stop] = items</c>.</summary>
    public void SetSlice(PyInt start, PyInt stop, IEnumerable<T> items)
    {
        // Read to its end first: it may be this very list, or run over it.
        var values = items is PyList<T> list && !ReferenceEquals(list, this) ? list : new PyList<T>(items);
        var (first, _, count) = SequenceRules.Resolve(SequenceRules.Saturate(start), SequenceRules.Saturate(stop), 1, _count);
        var at = (int)first;
        if (values._count > count)
            Open(at + count, values._count - count);
        else if (values._count < count)
            Close(at + values._count, count - values._count);
        values.AsSpan().CopyTo(_items.AsSpan(at));
    }

    /// <summary><c>xs[start:] = reversed(xs[start:])</c>.</summary>
    public void Reverse(PyInt start) => Reverse(start, long.MaxValue);

    /// <summary><c>xs[start:stop] = reversed(xs[start:stop])</c>.</summary>
    public void Reverse(PyInt start, PyInt stop)
    {
        var first = SequenceRules.Clamp(SequenceRules.Saturate(start), _count);
        _items.AsSpan(first, Math.Max(SequenceRules.Clamp(SequenceRules.Saturate(stop), _count) - first, 0)).Reverse();
    }

    /// <summary><c>xs * times</c>.</summary>
    /// <exception cref="MemoryError">The product is too long.</exception>
    public static PyList<T> operator *(PyList<T> items, PyInt times)
    {
        var length = SequenceRules.RepeatedLength(items._count, SequenceRules.Times(times));
        var result = new T[length];
        if (items._count == 1)
            Array.Fill(result, items._items[0]);
        else
            for (var i = 0; i < length; i += items._count)
                items.AsSpan().CopyTo(result.AsSpan(i));
        return Wrap(result);
    }

    public static PyList<T> operator *(PyInt times, PyList<T> items) => items * times;

    /// <summary><c>xs *= times</c>.</summary>
    /// <exception cref="MemoryError">The product is too long.</exception>
    public void Repeat(PyInt times) => ((PyList)this).RepeatInPlace(SequenceRules.Times(times));

    /// <summary><c>xs.sort(key=key, reverse=reverse)</c>.</summary>
    /// <exception cref="ValueError">The list was modified meanwhile.</exception>
    public void Sort<K>(Func<T, K> key, bool reverse = false)
    {
        var items = _items;
        var count = _count;
        (_items, _count) = ([], 0);
        try
        {
            var keys = new K[count];
            for (var i = 0; i < count; i++)
                keys[i] = key(items[i]);
            StableSort.Sort(keys.AsSpan(), items.AsSpan(0, count), reverse);
        }
        finally
        {
            var modified = _count != 0 || _items.Length != 0;
            (_items, _count) = (items, count);
            if (modified)
                throw new ValueError("list modified during sort");
        }
    }

    /// <inheritdoc cref="Sort{K}(Func{T, K}, bool)"/>
    public void Sort(Any key, bool reverse = false) => SortAny(key, reverse);
}

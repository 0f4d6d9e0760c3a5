using System.Collections;

namespace Pytocs.Runtime.Core;

/// <summary>What C# and emitted code call.</summary>
public partial class PyList<T>
{
    /// <summary><c>xs.extend(items)</c>.</summary>
    public void Extend(IEnumerable<T> items)
    {
        switch (items)
        {
            case PyList<T> list:
                var length = list._count;
                var room = Open(_count, length);
                list._items.AsSpan(0, length).CopyTo(room);
                return;
            case BulkItems<T> bulk:
                bulk.AddTo(this);
                return;
            case HintedItems hinted:
                hinted.Ask();
                break;
        }
        if (Elements.TryCount(items, out var count))
            Reserve(count);
        foreach (var item in items)
            Append(item);
    }

    /// <summary>Makes room for items that are going to be appended.</summary>
    internal void Reserve(long more) => Grow(_count + Math.Min(more, ContainerLimits.MaxCount - _count));

    /// <summary><c>xs.insert(index, item)</c>.</summary>
    public void Insert(long index, T item) => Open(SequenceRules.Clamp(index, _count), 1)[0] = item;

    /// <inheritdoc cref="Insert(long, T)"/>
    public void Insert(PyInt index, T item) => Insert(SequenceRules.Saturate(index), item);

    /// <summary><c>xs.pop()</c>.</summary>
    /// <exception cref="IndexError">The list is empty.</exception>
    public T Pop() => Pop(-1L);

    /// <summary><c>xs.pop(index)</c>.</summary>
    /// <exception cref="IndexError">The list is empty, or the index out of range.</exception>
    public T Pop(long index)
    {
        if (_count == 0)
            throw new IndexError("pop from empty list");
        if (index < 0)
            index += _count;
        if ((ulong)index >= (uint)_count)
            throw new IndexError("pop index out of range");
        var item = _items[index];
        Close((int)index, 1);
        return item;
    }

    /// <inheritdoc cref="Pop(long)"/>
    public T Pop(PyInt index) => Pop(SequenceRules.IndexOf(index));

    /// <summary><c>xs.remove(item)</c>.</summary>
    /// <exception cref="ValueError">The item is missing.</exception>
    public void Remove(T item)
    {
        var i = IndexIn(item, 0, _count);
        if (i < 0)
            throw new ValueError("list.remove(x): x not in list");
        Close(i, 1);
    }

    private int IndexIn(T item, int start, int stop)
    {
        for (var i = start; i < stop && i < _count; i++)
            if (Elements.Same(_items[i], item))
                return i;
        return -1;
    }

    /// <summary><c>item in xs</c>.</summary>
    public bool Contains(T item) => IndexIn(item, 0, _count) >= 0;

    /// <summary><c>xs[start:stop:step]</c>; bounds are ints or None.</summary>
    public PyList<T> Slice(Any start, Any stop, Any step)
    {
        var (first, by, count) = SequenceRules.Resolve(SequenceRules.Bound(start), SequenceRules.Bound(stop), SequenceRules.Bound(step), _count);
        if (by == 1)
            return new PyList<T>(_items.AsSpan((int)first, count));
        var result = new T[count];
        for (var i = 0; i < count; i++)
            result[i] = _items[first + (i * by)];
        return Wrap(result);
    }

    /// <summary><c>xs.copy()</c>.</summary>
    public PyList<T> Copy() => new(AsSpan());

    /// <inheritdoc/>
    public override void Clear() => Truncate(0);

    /// <inheritdoc/>
    public override void Reverse() => AsSpan().Reverse();

    /// <summary><c>xs.sort()</c>: stable, by Python's <c>&lt;</c>.</summary>
    public void Sort() => Sort(false);

    /// <summary><c>xs.sort(reverse=reverse)</c>.</summary>
    /// <exception cref="ValueError">The list was modified meanwhile.</exception>
    public void Sort(bool reverse)
    {
        var items = _items;
        var count = _count;
        (_items, _count) = ([], 0);
        try
        {
            StableSort.Sort(items.AsSpan(0, count), reverse);
        }
        finally
        {
            var modified = _count != 0 || _items.Length != 0;
            (_items, _count) = (items, count);
            if (modified)
                throw new ValueError("list modified during sort");
        }
    }

    public static PyList<T> operator +(PyList<T> a, PyList<T> b)
    {
        var result = new T[a._count + b._count];
        a.AsSpan().CopyTo(result);
        b.AsSpan().CopyTo(result.AsSpan(a._count));
        return Wrap(result);
    }

    int IList<T>.IndexOf(T item) => IndexIn(item, 0, _count);

    void IList<T>.Insert(int index, T item) => Insert(index, item);

    void IList<T>.RemoveAt(int index) => Close(index, 1);

    void ICollection<T>.Add(T item) => Append(item);

    bool ICollection<T>.Remove(T item)
    {
        var i = IndexIn(item, 0, _count);
        if (i >= 0)
            Close(i, 1);
        return i >= 0;
    }

    bool ICollection<T>.IsReadOnly => false;

    /// <inheritdoc/>
    public void CopyTo(T[] array, int arrayIndex) => AsSpan().CopyTo(array.AsSpan(arrayIndex));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj) || (obj is PyList other && Compare(Comparison.Eq, this, other));

    /// <inheritdoc/>
    public override int GetHashCode() => throw new TypeError("unhashable type: 'list'");
}

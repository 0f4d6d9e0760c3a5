using System.Collections;
using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>A Python <c>list</c> in one array.</summary>
[CollectionBuilder(typeof(ListBuilder), nameof(ListBuilder.Create))]
public partial class PyList<T> : PyList, IList<T>, IReadOnlyList<T>
{
    private T[] _items;
    private int _count;

    public PyList() => _items = [];

    /// <summary>A list of the items: <c>list(items)</c>.</summary>
    public PyList(IEnumerable<T> items) : this() => Extend(items);

    public PyList(ReadOnlySpan<T> items)
    {
        _items = Elements.ToArray(items);
        _count = items.Length;
    }

    private PyList(T[] items, int count)
    {
        _items = items;
        _count = count;
    }

    /// <summary>A list that owns the array from now on.</summary>
    public static PyList<T> Wrap(T[] items) => new(items, items.Length);

    /// <summary>An empty list with room for <paramref name="capacity"/> items.</summary>
    public static PyList<T> WithCapacity(long capacity) => new(new T[Math.Clamp(capacity, 0, ContainerLimits.MaxCount)], 0);

    /// <inheritdoc/>
    public override int Count => _count;

    /// <summary>The items; valid until the list changes its size.</summary>
    public Span<T> AsSpan() => _items.AsSpan(0, _count);

    /// <summary><c>xs[index]</c>; negative indices count from the end.</summary>
    /// <exception cref="IndexError">Out of range.</exception>
    public T this[long index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var items = _items;
            // Unsigned comparison sends negative indices the slow way; the array's own check is then provable.
            if ((ulong)index < (uint)_count && (ulong)index < (uint)items.Length)
                return items[index];
            return items[FromEnd(index, "list index out of range")];
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set
        {
            var items = _items;
            if ((ulong)index < (uint)_count && (ulong)index < (uint)items.Length)
                items[index] = value;
            else
                items[FromEnd(index, "list assignment index out of range")] = value;
        }
    }

    /// <inheritdoc cref="this[long]"/>
    public T this[PyInt index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => this[index.Big is null ? index.Small : SequenceRules.IndexOf(index)];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => this[index.Big is null ? index.Small : SequenceRules.IndexOf(index)] = value;
    }

    T IList<T>.this[int index]
    {
        get => this[(long)index];
        set => this[(long)index] = value;
    }

    T IReadOnlyList<T>.this[int index] => this[(long)index];

    /// <summary>The place of an item, for <c>xs[i] += 1</c>; valid until the list changes its size.</summary>
    /// <exception cref="IndexError">Out of range.</exception>
    public ref T GetRef(long index)
    {
        if ((ulong)index >= (uint)_count)
            index = FromEnd(index, "list index out of range");
        return ref _items[index];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long FromEnd(long index, string error)
    {
        if (index < 0)
            index += _count;
        return (ulong)index < (uint)_count ? index : throw new IndexError(error) { Depth = Nesting.Of(this) };
    }

    /// <summary><c>xs.append(item)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(T item)
    {
        var items = _items;
        var count = _count;
        if ((uint)count < (uint)items.Length)
        {
            _count = count + 1;
            items[count] = item;
        }
        else
        {
            AppendSlow(item);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AppendSlow(T item)
    {
        Grow(_count + 1L);
        _items[_count++] = item;
    }

    private void Grow(long needed)
    {
        if (needed <= _items.Length)
            return;
        if (needed > ContainerLimits.MaxCount)
            throw new MemoryError();
        var capacity = Math.Min(Math.Max(needed, Math.Max(4L, _items.Length * 2L)), ContainerLimits.MaxCount);
        var items = new T[(int)capacity];
        // Items that were just appended are copied one by one; see Elements.ToArray.
        if (_count <= Elements.Few)
            for (var i = 0; i < _count; i++)
                items[i] = _items[i];
        else
            Array.Copy(_items, items, _count);
        _items = items;
    }

    /// <summary>Makes a hole of <paramref name="length"/> items.</summary>
    private Span<T> Open(int index, int length)
    {
        Grow((long)_count + length);
        Array.Copy(_items, index, _items, index + length, _count - index);
        _count += length;
        return _items.AsSpan(index, length);
    }

    /// <summary>Removes a run of items.</summary>
    private void Close(int index, int length)
    {
        Array.Copy(_items, index + length, _items, index, _count - index - length);
        Truncate(_count - length);
    }

    private void Truncate(int count)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            Array.Clear(_items, count, _count - count);
        _count = count;
    }

    /// <summary>Enumerates by index, so a list that changes meanwhile shows its changes, as in Python.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Python's list iterator: exhausted once it has met the end, even when the list grows later.</summary>
    public struct Enumerator(PyList<T> list) : IEnumerator<T>
    {
        private int _index = -1;

        public readonly T Current
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => list._items[_index];
        }

        readonly object? IEnumerator.Current => Current;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            var index = _index + 1;
            if ((uint)index < (uint)list._count)
            {
                _index = index;
                return true;
            }
            _index = int.MaxValue - 1;
            return false;
        }

        public void Reset() => _index = -1;

        public readonly void Dispose()
        {
        }
    }
}

/// <summary>Builds lists from collection expressions.</summary>
public static class ListBuilder
{
    public static PyList<T> Create<T>(ReadOnlySpan<T> items) => new(items);
}

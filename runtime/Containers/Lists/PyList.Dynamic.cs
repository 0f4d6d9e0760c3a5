namespace Pytocs.Runtime.Core;

/// <summary>The view of the dynamic tier.</summary>
public partial class PyList<T>
{
    /// <inheritdoc/>
    public override Any Get(long index) => Generic.ToAny(this[index]);

    /// <inheritdoc/>
    public override void Set(long index, Any value) => this[index] = Generic.FromAny<T>(value);

    /// <inheritdoc/>
    internal override bool TryItem(int index, out Any value)
    {
        var found = (uint)index < (uint)_count;
        value = found ? Generic.ToAny(_items[index]) : default;
        return found;
    }

    /// <inheritdoc/>
    public override void AppendAny(Any value) => Append(Generic.FromAny<T>(value));

    /// <inheritdoc/>
    public override void InsertAny(long index, Any value) => Insert(index, Generic.FromAny<T>(value));

    /// <inheritdoc/>
    public override void ExtendAny(Any values)
    {
        if (values.Ref is PyList<T> same)
        {
            Extend(same);
            return;
        }
        var items = HintedItems.Of(values);
        while (items.TryNext(out var value))
            Append(Generic.FromAny<T>(value));
    }

    /// <inheritdoc/>
    public override Any PopAny(long index) => Generic.ToAny(Pop(index));

    /// <inheritdoc/>
    public override void DeleteAt(long index)
    {
        if (index < 0)
            index += _count;
        if ((ulong)index >= (uint)_count)
            throw new IndexError("list assignment index out of range");
        Close((int)index, 1);
    }

    /// <inheritdoc/>
    public override PyList<Any> GetSlice(PySlice slice) => Dynamic(Slice(slice.Start, slice.Stop, slice.Step));

    /// <inheritdoc/>
    public override void SetSliceAny(PySlice slice, Any values)
    {
        var items = new List<T>();
        if (values.Ref is not (PyList or PyTuple or string) && !Operators.IsIterable(values))
            throw slice.Step is { IsSmallInt: true, Bits: 0 } ? new ValueError("slice step cannot be zero") : new TypeError("must assign iterable to extended slice");
        foreach (var value in values)
            items.Add(Generic.FromAny<T>(value));
        var (first, step, count) = slice.Resolve(_count);
        if (step == 1)
        {
            var start = (int)first;
            if (items.Count > count)
                Open(start + count, items.Count - count);
            else if (items.Count < count)
                Close(start + items.Count, count - items.Count);
            items.CopyTo(_items, start);
            return;
        }
        if (items.Count != count)
            throw new ValueError($"attempt to assign sequence of size {items.Count} to extended slice of size {count}");
        for (var i = 0; i < count; i++)
            _items[first + (i * step)] = items[i];
    }

    /// <inheritdoc/>
    public override void DeleteSlice(PySlice slice)
    {
        var (first, step, count) = slice.Resolve(_count);
        if (count == 0)
            return;
        if (step is 1)
        {
            Close((int)first, count);
            return;
        }
        var gone = new HashSet<int>();
        for (var i = 0; i < count; i++)
            gone.Add((int)(first + (i * step)));
        var kept = 0;
        for (var i = 0; i < _count; i++)
            if (!gone.Contains(i))
                _items[kept++] = _items[i];
        Truncate(kept);
    }

    /// <inheritdoc/>
    public override PyList<Any> CopyAny() => Dynamic(Copy());

    private static PyList<Any> Dynamic(PyList<T> list)
    {
        if (list is PyList<Any> already)
            return already;
        var items = new Any[list._count];
        for (var i = 0; i < items.Length; i++)
            items[i] = Generic.ToAny(list._items[i]);
        return new PyList<Any>(items);
    }

    /// <inheritdoc/>
    internal override PyList NewLike() => new PyList<T>();

    /// <inheritdoc/>
    public override void SortAny(Any key, bool reverse)
    {
        if (key.IsNone)
        {
            Sort(reverse);
            return;
        }
        Sort(item => key.Call(Generic.ToAny(item)), reverse);
    }

    /// <inheritdoc/>
    public override void RepeatInPlace(long times)
    {
        var length = SequenceRules.RepeatedLength(_count, times);
        var count = _count;
        if (length == 0)
        {
            Clear();
            return;
        }
        Grow(length);
        for (var i = count; i < length; i++)
            _items[i] = _items[i - count];
        _count = length;
    }

    /// <inheritdoc/>
    internal override PyList Empty() => new PyList<T>();
}

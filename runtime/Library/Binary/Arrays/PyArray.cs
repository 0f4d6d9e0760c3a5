using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/array.html#array.array">array.array</see>: numbers or characters, packed.</summary>
internal sealed class PyArray(ArrayItems items) : PyContainer, IPyIterable, IBuffer
{
    private readonly PyByteArray _data = new();

    protected override PyType BuiltinClass => ArrayType.Type;

    public ArrayItems Items => items;

    public int Count => _data.Count / items.Size;

    /// <summary>The content, for memoryviews to look at.</summary>
    public PyByteArray Storage => _data;

    string IBuffer.Format => items.Format;

    int IBuffer.ItemSize => items.Size;

    public ReadOnlySpan<byte> Bytes => _data.Span;

    public PyIterator GetPyIterator() => new ArrayIterator(this);

    public Any this[int index]
    {
        get => items.Read(_data.Span.Slice(index * items.Size, items.Size));
        set => items.Write(_data.Writable.Slice(index * items.Size, items.Size), value);
    }

    public IEnumerable<Any> All()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    /// <summary>An array of the same kind of items.</summary>
    public PyArray Like(ReadOnlySpan<byte> data)
    {
        var array = new PyArray(items);
        array._data.Extend(data);
        return array;
    }

    /// <exception cref="BufferError">A memoryview looks at the content.</exception>
    public void Splice(int start, int count, ReadOnlySpan<byte> data)
    {
        if (data.Length != count * items.Size && _data.IsExported)
            throw new BufferError("cannot resize an array that is exporting buffers");
        _data.Splice(start * items.Size, count * items.Size, data);
    }

    public void Insert(int index, Any value)
    {
        Span<byte> raw = stackalloc byte[8];
        items.Write(raw[..items.Size], value);
        Splice(index, 0, raw[..items.Size]);
    }

    public void Append(Any value) => Insert(Count, value);

    /// <summary>Adds the items of an array of the same kind, or of any iterable.</summary>
    /// <exception cref="TypeError">The array's items are of another kind.</exception>
    public void Extend(Any values)
    {
        if (values.Ref is PyArray other)
        {
            if (other.Items.Code != items.Code)
                throw new TypeError("can only extend with array of same kind");
            Splice(Count, 0, other.Bytes.ToArray());
            return;
        }
        foreach (var value in values)
            Append(value);
    }

    /// <exception cref="ValueError">The data is no whole number of items.</exception>
    public void AddBytes(ReadOnlySpan<byte> data)
    {
        if (data.Length % items.Size != 0)
            throw new ValueError("bytes length not a multiple of item size");
        Splice(Count, 0, data);
    }

    public void AddText(string text)
    {
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
            Append(char.IsSurrogatePair(text, i) ? text.Substring(i, 2) : text[i].ToString());
    }

    /// <summary>A place among the items.</summary>
    /// <exception cref="IndexError">There is none.</exception>
    public int Position(Any index, string message)
    {
        var at = SequenceRules.IndexOf(Operators.IsIndex(index) ? index : throw new TypeError("array indices must be integers"));
        if (at < 0)
            at += Count;
        return at >= 0 && at < Count ? (int)at : throw new IndexError(message);
    }

    public PyArray Slice(PySlice slice)
    {
        var (start, step, count) = slice.Resolve(Count);
        if (step == 1)
            return Like(Bytes.Slice((int)start * items.Size, count * items.Size));
        var data = new byte[count * items.Size];
        for (var i = 0; i < count; i++)
            Bytes.Slice((int)(start + (i * step)) * items.Size, items.Size).CopyTo(data.AsSpan(i * items.Size));
        return Like(data);
    }

    public void SetSlice(PySlice slice, ReadOnlySpan<byte> data)
    {
        var (start, step, count) = slice.Resolve(Count);
        var given = data.Length / items.Size;
        if (step == 1)
        {
            Splice((int)start, count, data);
            return;
        }
        if (given != count)
            throw new ValueError($"attempt to assign array of size {given} to extended slice of size {count}");
        for (var i = 0; i < count; i++)
            data.Slice(i * items.Size, items.Size).CopyTo(_data.Writable[((int)(start + (i * step)) * items.Size)..]);
    }

    public void DeleteSlice(PySlice slice)
    {
        var (start, step, count) = slice.Resolve(Count);
        if (step < 0)
            (start, step) = (start + ((count - 1) * step), -step);
        if (count > 0 && _data.IsExported)
            throw new BufferError("cannot resize an array that is exporting buffers");
        for (var i = count - 1; i >= 0; i--)
            Splice((int)(start + (i * step)), 1, []);
    }

    public Any Take(Any index)
    {
        if (Count == 0)
            throw new IndexError("pop from empty array");
        var at = Position(index, "pop index out of range");
        var item = this[at];
        Splice(at, 1, []);
        return item;
    }

    public int Find(Any value, long start = 0, long stop = long.MaxValue)
    {
        for (var i = SequenceRules.Clamp(start, Count); i < Count && i < (stop < 0 ? stop + Count : stop); i++)
            if (Operators.Equal(this[i], value))
                return i;
        return -1;
    }

    public void Reverse()
    {
        for (var (i, j) = (0, Count - 1); i < j; i++, j--)
            (this[i], this[j]) = (this[j], this[i]);
    }

    /// <summary>Turns the bytes of each item around.</summary>
    public void SwapBytes()
    {
        for (var i = 0; i < Count; i++)
            _data.Writable.Slice(i * items.Size, items.Size).Reverse();
    }

    public string Text() => string.Concat(All().Select(static c => (string)c.Ref!));
}

/// <summary>Walks an array that may change meanwhile.</summary>
internal sealed class ArrayIterator(PyArray array) : PyIterator
{
    public static readonly PyType Type = DeclareType("arrayiterator", "array")
        .Method("__reduce__", static o => ((ArrayIterator)o.Ref!).Reduce())
        .Method("__setstate__", "self, state, /", static (o, state) => Lib.Do(() => ((ArrayIterator)o.Ref!)._index = Math.Max(0, (int)Operators.Index(state))));

    private PyArray? _array = array;
    private int _index;

    public override PyType Class => Type;

    public override bool TryNext(out Any value)
    {
        value = default;
        if (_array is null)
            return false;
        if (_index >= _array.Count)
        {
            _array = null;
            return false;
        }
        value = _array[_index++];
        return true;
    }

    private PyTuple Reduce() => _array is null
        ? PyTuple.Of(Builtins.Get("iter"), PyTuple.Of(PyTuple.Empty))
        : PyTuple.Of(Builtins.Get("iter"), PyTuple.Of(_array), _index);
}

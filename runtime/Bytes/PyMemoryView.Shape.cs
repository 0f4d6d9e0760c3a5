namespace Pytocs.Runtime.Core;

/// <summary>Views of several dimensions, which <c>cast</c> makes of one: items stand row by row.</summary>
public sealed partial class PyMemoryView
{
    /// <summary>The length of each dimension; null where there is the one.</summary>
    private int[]? _shape;

    /// <summary>The length of each dimension.</summary>
    internal int[] Shape => _shape ?? [_count];

    /// <summary>How far the items of each dimension are apart, in bytes.</summary>
    internal int[] Strides
    {
        get
        {
            if (_shape is null)
                return [_stride];
            var strides = new int[_shape.Length];
            var step = ItemSize;
            for (var i = strides.Length - 1; i >= 0; step *= _shape[i--])
                strides[i] = step;
            return strides;
        }
    }

    /// <summary><c>len(view)</c>: the length of the first dimension.</summary>
    /// <exception cref="TypeError">It has none.</exception>
    internal int Length
    {
        get
        {
            Check();
            return Shape is [var first, ..] ? first : throw new TypeError("0-dim memory has no length");
        }
    }

    /// <summary><c>view.cast(format, shape)</c>.</summary>
    /// <exception cref="TypeError">The shape does not fit the bytes.</exception>
    internal PyMemoryView Cast(string format, Any shape)
    {
        if (!shape.IsNone && shape.Ref is not (PyList or PyTuple))
            throw new TypeError("shape must be a list or a tuple");
        if (!shape.IsNone && _shape is not null && Operators.Len(shape) != 1)
            throw new TypeError("memoryview: cast must be 1D -> ND or ND -> 1D");
        var view = Cast(format);
        if (shape.IsNone)
            return view;
        var lengths = Operators.ToList(shape).Select(Length).ToArray();
        if (lengths.Length > 64)
            throw new ValueError("memoryview: number of dimensions must not exceed 64");
        if (lengths.Aggregate(1L, static (product, length) => product * length) != view._count)
            throw new TypeError("memoryview: product(shape) * itemsize != buffer size");
        view._shape = lengths.Length == 1 ? null : lengths;
        return view;

        static int Length(Any value)
        {
            if (!Operators.IsIntLike(value))
                throw new TypeError("memoryview.cast(): elements of shape must be integers");
            return Operators.ToInt(value) is var length && length > 0 && length <= int.MaxValue ? (int)length
                : throw new ValueError("memoryview.cast(): elements of shape must be integers > 0");
        }
    }

    /// <summary><c>view[start:stop]</c> of the first dimension.</summary>
    /// <exception cref="NotImplementedError">Rows are left out between others.</exception>
    private PyMemoryView Rows(PySlice slice)
    {
        if (_shape!.Length == 0)
            throw new TypeError("invalid indexing of 0-dim memory");
        var (first, step, count) = slice.Resolve(_shape[0]);
        if (step != 1)
            throw new NotImplementedError("multi-dimensional slicing is not implemented");
        var row = _count / _shape[0];
        return new PyMemoryView(this, _start + ((int)first * row * ItemSize), _stride, count * row, Format, ItemSize, _readOnly) { _shape = [count, .. _shape[1..]] };
    }

    /// <summary><c>view[key]</c> of an index, or of one for each dimension.</summary>
    internal long PlaceOf(Any key, string several)
    {
        Check();
        if (key.Ref is PyTuple indices && indices.All(static i => Operators.IsIndex(i)))
        {
            if (indices.Count != Shape.Length)
                throw indices.Count < Shape.Length ? new NotImplementedError("sub-views are not implemented")
                    : new TypeError($"cannot index {Shape.Length}-dimension view with {indices.Count}-element tuple");
            long place = 0;
            for (var i = 0; i < indices.Count; i++)
            {
                var index = SequenceRules.IndexOf(indices[i]);
                if (index < 0)
                    index += Shape[i];
                if ((ulong)index >= (ulong)Shape[i])
                    throw new IndexError($"index out of bounds on dimension {i + 1}");
                place = (place * Shape[i]) + index;
            }
            return place;
        }
        if (!Operators.IsIndex(key))
            throw key.Ref is PyTuple { Count: > 0 } keys && keys.All(static k => k.Ref is PySlice)
                ? new NotImplementedError("multi-dimensional slicing is not implemented") : new TypeError("memoryview: invalid slice key");
        if (_shape is not null)
            throw _shape.Length == 0 ? new TypeError("invalid indexing of 0-dim memory") : new NotImplementedError(several);
        return SequenceRules.IndexOf(key);
    }

    /// <summary><c>view.tolist()</c>: a list for each dimension.</summary>
    internal Any ToList()
    {
        Check();
        long next = 0;
        return Rows(0);

        Any Rows(int dimension)
        {
            if (dimension == Shape.Length)
                return Get(next++);
            var row = new PyList<Any>();
            for (var i = 0; i < Shape[dimension]; i++)
                row.Append(Rows(dimension + 1));
            return row;
        }
    }
}

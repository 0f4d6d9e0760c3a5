namespace Pytocs.Runtime.Core;

/// <summary>
/// A Python <c>list</c> of any element type, seen through dynamic values.
/// See <see href="https://docs.python.org/3.13/library/stdtypes.html#lists">list</see>.
/// </summary>
public abstract class PyList : PyContainer, IPyIterable
{
    /// <summary>An empty list whose items have the same C# type.</summary>
    internal abstract PyList NewLike();

    /// <inheritdoc/>
    protected override PyType BuiltinClass => ListType.Type;

    /// <summary>The number of items: <c>len(xs)</c>.</summary>
    public abstract int Count { get; }

    /// <summary><c>xs[index]</c>.</summary>
    /// <exception cref="IndexError">Out of range.</exception>
    public abstract Any Get(long index);

    /// <summary><c>xs[index] = value</c>.</summary>
    /// <exception cref="IndexError">Out of range.</exception>
    /// <exception cref="TypeError">A typed list does not take the value.</exception>
    public abstract void Set(long index, Any value);

    /// <summary>The item at a position known to be in range; false once it is not: what iterators use.</summary>
    internal abstract bool TryItem(int index, out Any value);

    /// <summary><c>xs.append(value)</c>.</summary>
    public abstract void AppendAny(Any value);

    /// <summary><c>xs.insert(index, value)</c>.</summary>
    public abstract void InsertAny(long index, Any value);

    /// <summary><c>xs.extend(values)</c>.</summary>
    public abstract void ExtendAny(Any values);

    /// <summary><c>xs.pop(index)</c>.</summary>
    /// <exception cref="IndexError">The list is empty or the index out of range.</exception>
    public abstract Any PopAny(long index);

    /// <summary><c>del xs[index]</c>.</summary>
    /// <exception cref="IndexError">Out of range.</exception>
    public abstract void DeleteAt(long index);

    /// <summary><c>xs[slice]</c>: a plain list, which dynamic code may give any items.</summary>
    public abstract PyList<Any> GetSlice(PySlice slice);

    /// <summary><c>xs[slice] = values</c>.</summary>
    /// <exception cref="ValueError">An extended slice of another length.</exception>
    public abstract void SetSliceAny(PySlice slice, Any values);

    /// <summary><c>del xs[slice]</c>.</summary>
    public abstract void DeleteSlice(PySlice slice);

    /// <summary>Removes all items.</summary>
    public abstract void Clear();

    /// <summary>A shallow copy, always a plain list, which dynamic code may give any items.</summary>
    public abstract PyList<Any> CopyAny();

    /// <summary><c>xs.reverse()</c>.</summary>
    public abstract void Reverse();

    /// <summary><c>xs.sort(key=key, reverse=reverse)</c>; <paramref name="key"/> may be None.</summary>
    /// <exception cref="ValueError">The list was modified meanwhile.</exception>
    public abstract void SortAny(Any key, bool reverse);

    /// <summary><c>xs *= times</c>.</summary>
    public abstract void RepeatInPlace(long times);

    /// <summary>A new list of the same element type.</summary>
    internal abstract PyList Empty();

    /// <inheritdoc/>
    public PyIterator GetPyIterator()
    {
        if (!Class.IsBuiltin && !ReferenceEquals(Class.Lookup("__iter__").Ref, ListType.Iter.Ref))
            return Operators.IterByMethod(this);
        return new ListIterator(this);
    }

    /// <summary>The first position of an equal item within bounds clamped as slices are, or -1.</summary>
    public int Find(Any value, long start = 0, long stop = long.MaxValue)
    {
        for (var i = (int)Math.Min(start, int.MaxValue); i < stop && TryItem(i, out var item); i++)
            if (Operators.Same(item, value))
                return i;
        return -1;
    }

    /// <summary>Python's <c>repr(xs)</c>.</summary>
    public string Repr()
    {
        if (Count == 0)
            return "[]";
        if (!Operators.EnterRepr(this))
            return "[...]";
        try
        {
            var text = new System.Text.StringBuilder("[");
            for (var i = 0; TryItem(i, out var item); i++)
            {
                if (i > 0)
                    text.Append(", ");
                text.Append(Operators.Repr(item));
            }
            return text.Append(']').ToString();
        }
        finally
        {
            Operators.LeaveRepr(this);
        }
    }

    /// <summary>Lexicographic comparison as Python's.</summary>
    public static bool Compare(Comparison op, PyList a, PyList b)
    {
        if (op is Comparison.Eq or Comparison.NotEq && a.Count != b.Count)
            return op == Comparison.NotEq;
        for (var i = 0; a.TryItem(i, out var x) && b.TryItem(i, out var y); i++)
            if (!Operators.Same(x, y))
                return op switch
                {
                    Comparison.Eq => false,
                    Comparison.NotEq => true,
                    _ => Operators.Compare(op, x, y).Truth,
                };
        return SequenceRules.Holds(op, a.Count.CompareTo(b.Count));
    }
}

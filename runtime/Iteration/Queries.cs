using System.Collections;

namespace Pytocs.Runtime.Core;

/// <summary>Items that can be put into a list without an enumerator's calls for each of them.</summary>
public abstract class BulkItems<T> : IEnumerable<T>
{
    /// <summary>Appends all items, one after the other.</summary>
    internal abstract void AddTo(PyList<T> target);

    /// <inheritdoc/>
    public abstract IEnumerator<T> GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>What comprehensions over lists and ranges are written with; lazy as <c>System.Linq</c>'s methods of these names.</summary>
public static class Queries
{
    /// <summary><c>(selector(i) for i in items)</c>.</summary>
    public static BulkItems<R> Select<T, R>(this PyList<T> items, Func<T, R> selector) => new ListMap<T, R>(items, null, selector);

    /// <inheritdoc cref="Select{T, R}(PyList{T}, Func{T, R})"/>
    public static BulkItems<R> Select<R>(this PyRange items, Func<PyInt, R> selector) => new RangeMap<R>(items, selector);

    /// <summary><c>(i for i in items if condition(i))</c>.</summary>
    public static ListFilter<T> Where<T>(this PyList<T> items, Func<T, bool> condition) => new(items, condition);

    /// <summary><c>sum(1 for i in items if condition(i))</c>.</summary>
    public static PyInt CountWhere<T>(this PyList<T> items, Func<T, bool> condition)
    {
        var count = 0L;
        foreach (var item in items)
            count += condition(item) ? 1 : 0;
        return count;
    }

    /// <inheritdoc cref="CountWhere{T}(PyList{T}, Func{T, bool})"/>
    public static PyInt CountWhere<T>(this IEnumerable<T> items, Func<T, bool> condition)
    {
        var count = 0L;
        foreach (var item in items)
            count += condition(item) ? 1 : 0;
        return count;
    }
}

/// <summary>Items of a list that meet a condition.</summary>
public sealed class ListFilter<T>(PyList<T> items, Func<T, bool> condition) : BulkItems<T>
{
    /// <summary><c>(selector(i) for i in items if condition(i))</c>.</summary>
    public BulkItems<R> Select<R>(Func<T, R> selector) => new ListMap<T, R>(items, condition, selector);

    internal override void AddTo(PyList<T> target)
    {
        foreach (var item in items)
            if (condition(item))
                target.Append(item);
    }

    /// <inheritdoc/>
    public override IEnumerator<T> GetEnumerator()
    {
        foreach (var item in items)
            if (condition(item))
                yield return item;
    }
}

internal sealed class ListMap<T, R>(PyList<T> items, Func<T, bool>? condition, Func<T, R> selector) : BulkItems<R>
{
    internal override void AddTo(PyList<R> target)
    {
        if (condition is not null)
        {
            foreach (var item in items)
                if (condition(item))
                    target.Append(selector(item));
            return;
        }
        target.Reserve(items.Count);
        foreach (var item in items)
            target.Append(selector(item));
    }

    public override IEnumerator<R> GetEnumerator()
    {
        foreach (var item in items)
            if (condition is null || condition(item))
                yield return selector(item);
    }
}

internal sealed class RangeMap<R>(PyRange items, Func<PyInt, R> selector) : BulkItems<R>
{
    /// <summary>Room made ahead: a long loop may end early.</summary>
    private const long MostAhead = 1 << 20;

    internal override void AddTo(PyList<R> target)
    {
        target.Reserve(items.Length < MostAhead ? items.Length.Small : MostAhead);
        foreach (var item in items)
            target.Append(selector(item));
    }

    public override IEnumerator<R> GetEnumerator()
    {
        foreach (var item in items)
            yield return selector(item);
    }
}

/// <summary><c>reversed(items)</c>: positions from the last to the first, as the list is when each is reached.</summary>
internal sealed class ReversedItems<T>(PyList<T> items) : BulkItems<T>
{
    internal override void AddTo(PyList<T> target)
    {
        if (!ReferenceEquals(items, target))
        {
            target.Extend(items);
            target.AsSpan()[^items.Count..].Reverse();
            return;
        }
        foreach (var item in this)
            target.Append(item);
    }

    public override IEnumerator<T> GetEnumerator()
    {
        for (var i = items.Count - 1; i >= 0 && i < items.Count; i--)
            yield return items[(long)i];
    }
}

using System.Collections;

namespace Pytocs.Runtime.Core;

/// <summary>A deque of items of one type. See <see href="https://docs.python.org/3.13/library/collections.html#collections.deque">collections.deque</see>.</summary>
public sealed class PyDeque<T> : PyDeque, IEnumerable<T>
{
    /// <summary><c>deque()</c>.</summary>
    public PyDeque()
        : base(null)
    {
    }

    /// <summary><c>deque(items, maxlen)</c>.</summary>
    /// <exception cref="ValueError">The greatest length is negative.</exception>
    public PyDeque(IEnumerable<T>? items, PyInt? maxLength = null)
        : base(null)
    {
        if (maxLength is { } limit)
            Limit = limit < 0 ? throw new ValueError("maxlen must be non-negative") : SequenceRules.SizeOf(limit);
        if (items is not null)
            Extend(items);
    }

    /// <summary><c>d[index]</c>.</summary>
    /// <exception cref="IndexError">There is no such item.</exception>
    public T this[PyInt index] => Generic.FromAny<T>(At(index));

    /// <summary><c>d.append(item)</c>.</summary>
    public void Append(T item) => AppendAny(Generic.ToAny(item));

    /// <summary><c>d.appendleft(item)</c>.</summary>
    public void AppendLeft(T item) => AppendLeftAny(Generic.ToAny(item));

    /// <summary><c>d.pop()</c>.</summary>
    /// <exception cref="IndexError">It is empty.</exception>
    public T Pop() => Generic.FromAny<T>(Take(last: true));

    /// <summary><c>d.popleft()</c>.</summary>
    /// <exception cref="IndexError">It is empty.</exception>
    public T PopLeft() => Generic.FromAny<T>(Take(last: false));

    /// <summary><c>d.extend(items)</c>.</summary>
    public void Extend(IEnumerable<T> items)
    {
        foreach (var item in ReferenceEquals(items, this) ? [.. items] : items)
            Append(item);
    }

    /// <summary><c>d.extendleft(items)</c>.</summary>
    public void ExtendLeft(IEnumerable<T> items)
    {
        foreach (var item in ReferenceEquals(items, this) ? [.. items] : items)
            AppendLeft(item);
    }

    /// <summary><c>d.clear()</c>.</summary>
    public void Clear() => Replace([]);

    /// <summary><c>d.rotate(n)</c>.</summary>
    public void Rotate(PyInt? n = null) => base.Rotate(SequenceRules.SizeOf(n ?? 1));

    /// <summary><c>d.reverse()</c>.</summary>
    public void Reverse() => Replace(All().Reverse());

    /// <summary><c>d.remove(item)</c>.</summary>
    /// <exception cref="ValueError">No item equals it.</exception>
    public void Remove(Any item) => RemoveItem(item);

    /// <summary><c>d.copy()</c>.</summary>
    public PyDeque<T> Copy()
    {
        var copy = new PyDeque<T> { Limit = Limit };
        copy.Extend(this);
        return copy;
    }

    /// <exception cref="RuntimeError">The deque changes meanwhile.</exception>
    public IEnumerator<T> GetEnumerator() => All().Select(Generic.FromAny<T>).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

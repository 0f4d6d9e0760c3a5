using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>What a queue keeps its items in, and the order in which it gives them.</summary>
internal abstract class QueueItems
{
    public abstract int Count { get; }

    /// <summary>Whether neither putting nor taking an item runs code of the program.</summary>
    public virtual bool IsPlain => true;

    /// <summary>The items in the order in which they are kept.</summary>
    public abstract IEnumerable<Any> All { get; }

    public abstract void Add(Any item);

    public abstract Any TakeAny();
}

/// <summary>Items of one type.</summary>
internal abstract class QueueItems<T> : QueueItems
{
    public abstract void Put(T item);

    public abstract T Take();

    private protected abstract IEnumerable<T> Items { get; }

    public sealed override IEnumerable<Any> All => Items.Select(Generic.ToAny);

    public sealed override void Add(Any item) => Put(Generic.FromAny<T>(item));

    public sealed override Any TakeAny() => Generic.ToAny(Take());

    private protected static IndexError Empty => new("pop from an empty deque");
}

/// <summary>The first item comes first.</summary>
internal sealed class FirstInFirstOut<T> : QueueItems<T>
{
    private readonly System.Collections.Generic.Queue<T> _items = new();

    public override int Count => _items.Count;

    private protected override IEnumerable<T> Items => _items;

    public override void Put(T item) => _items.Enqueue(item);

    public override T Take() => _items.TryDequeue(out var item) ? item : throw Empty;
}

/// <summary>The last item comes first.</summary>
internal sealed class LastInFirstOut<T> : QueueItems<T>
{
    private readonly List<T> _items = [];

    public override int Count => _items.Count;

    private protected override IEnumerable<T> Items => _items;

    public override void Put(T item) => _items.Add(item);

    public override T Take()
    {
        if (_items.Count == 0)
            throw Empty;
        var item = _items[^1];
        _items.RemoveAt(_items.Count - 1);
        return item;
    }
}

/// <summary>The least item comes first.</summary>
internal sealed class LeastFirst<T> : QueueItems<T>
{
    private readonly PyList<T> _heap = [];

    public override int Count => _heap.Count;

    public override bool IsPlain => false;

    private protected override IEnumerable<T> Items => _heap;

    public override void Put(T item) => Heaps.Push(_heap, item);

    public override T Take() => Heaps.Pop(_heap);
}

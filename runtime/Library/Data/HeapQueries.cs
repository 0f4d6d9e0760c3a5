using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>What heapq has beside heaps: the best of many, and sorted inputs as one. They compare what CPython's compare, in its order.</summary>
internal static class HeapQueries
{
    /// <summary><c>nsmallest(n, iterable, key)</c> or <c>nlargest</c>.</summary>
    public static Any Best(Any[] a, bool largest)
    {
        var (n, items, key) = (a[0], a[1], a[2]);
        // One item is sought in one walk; as many as there are come sorted.
        if (Operators.Equal(n, 1))
        {
            var none = new PyInstance(PyType.Object);
            var best = Builtins.Get(largest ? "max" : "min").Call(new Arguments { Operators.Iter(items), { "default", none }, { "key", key } });
            return Operators.Is(best, none) ? new PyList<Any>() : new PyList<Any>([best]);
        }
        if (HasLength(items, out var size) && Operators.Compare(Comparison.GtE, n, size).Truth)
            return Builtins.Sorted(items, key, largest).Slice(0, n, Any.None);
        return Chosen(Operators.Iter(items), Operators.Index(n), key, largest);
    }

    /// <summary>Keeps the best so far in a heap whose first is the worst of them. Of equal items the one that came first counts as better.</summary>
    private static PyList<Any> Chosen(PyIterator items, PyInt count, Any key, bool largest)
    {
        var less = largest ? HeapModule.Smaller : HeapModule.Larger;
        PyInt order = 0;
        var step = largest ? -1 : 1;
        var heap = new PyList<Any>();
        for (PyInt i = 0; i < count && items.TryNext(out var item); i += 1, order += step)
            heap.Append(Entry(item, order));
        if (heap.Count == 0)
            return heap;
        HeapModule.Heapify(heap, less);
        var worst = ((PyTuple)heap[0].Ref!)[0];
        while (items.TryNext(out var item))
        {
            var value = key.IsNone ? item : key.Call(item);
            if (!(largest ? worst < value : value < worst))
                continue;
            HeapModule.Replace(heap, key.IsNone ? PyTuple.Of(value, order) : PyTuple.Of(value, order, item), less);
            worst = ((PyTuple)heap[0].Ref!)[0];
            order += step;
        }
        heap.Sort(Any.None, largest);
        return new PyList<Any>(heap.Select(entry => ((PyTuple)entry.Ref!)[key.IsNone ? 0 : 2]));

        Any Entry(Any item, PyInt place) => key.IsNone ? PyTuple.Of(item, place) : PyTuple.Of(key.Call(item), place, item);
    }

    private static bool HasLength(Any items, out Any size)
    {
        try
        {
            size = Operators.Len(items);
            return true;
        }
        catch (Exception e) when (e is TypeError or AttributeError)
        {
            size = default;
            return false;
        }
    }

    /// <summary><c>merge(*iterables, key, reverse)</c>: a heap of the inputs by their next items; the item that was given stays in it until its successor is asked for.</summary>
    public static IEnumerable<Any> Merge(PyTuple iterables, Any key, bool reverse)
    {
        var less = reverse ? HeapModule.Larger : HeapModule.Smaller;
        var heap = new PyList<Any>();
        var place = 0;
        foreach (var iterable in iterables)
        {
            var items = Operators.Iter(iterable);
            if (items.TryNext(out var first))
                heap.Append(new PyList<Any>([Ordered(first), reverse ? -place : place, first, items]));
            place++;
        }
        HeapModule.Heapify(heap, less);
        while (heap.Count > 1)
        {
            var entry = (PyList<Any>)heap[0].Ref!;
            yield return entry[2];
            if (((PyIterator)entry[3].Ref!).TryNext(out var next))
            {
                (entry[0], entry[2]) = (Ordered(next), next);
                HeapModule.Replace(heap, entry, less);
            }
            else
            {
                HeapModule.Pop(heap, less);
            }
        }
        if (heap.Count == 0)
            yield break;
        var last = (PyList<Any>)heap[0].Ref!;
        yield return last[2];
        var rest = (PyIterator)last[3].Ref!;
        while (rest.TryNext(out var item))
            yield return item;

        Any Ordered(Any item) => key.IsNone ? item : key.Call(item);
    }
}

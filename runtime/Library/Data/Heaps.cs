namespace Pytocs.Runtime.Core;

/// <summary>
/// Heaps of items of one type, as <see href="https://docs.python.org/3.13/library/heapq.html">heapq</see> keeps them in lists: they compare
/// what CPython compares, in its order.
/// </summary>
public static class Heaps
{
    /// <summary><c>heapq.heappush(heap, item)</c>.</summary>
    public static void Push<T>(PyList<T> heap, T item)
    {
        heap.Append(item);
        SiftDown(heap, 0, heap.Count - 1);
    }

    /// <summary><c>heapq.heappop(heap)</c>.</summary>
    /// <exception cref="IndexError">The heap is empty.</exception>
    public static T Pop<T>(PyList<T> heap)
    {
        if (heap.Count == 0)
            throw new IndexError("index out of range");
        var last = heap.Pop();
        return heap.Count == 0 ? last : Exchange(heap, last);
    }

    /// <summary><c>heapq.heapreplace(heap, item)</c>.</summary>
    /// <exception cref="IndexError">The heap is empty.</exception>
    public static T Replace<T>(PyList<T> heap, T item) => heap.Count == 0 ? throw new IndexError("index out of range") : Exchange(heap, item);

    /// <summary><c>heapq.heappushpop(heap, item)</c>.</summary>
    public static T PushPop<T>(PyList<T> heap, T item) => heap.Count == 0 || !Generic.Less(heap[0], item) ? item : Exchange(heap, item);

    /// <summary><c>heapq.heapify(list)</c>.</summary>
    public static void Heapify<T>(PyList<T> list)
    {
        for (var i = (list.Count / 2) - 1; i >= 0; i--)
            SiftUp(list, i);
    }

    private static T Exchange<T>(PyList<T> heap, T item)
    {
        var first = heap[0];
        heap[0] = item;
        SiftUp(heap, 0);
        return first;
    }

    private static void CheckSize<T>(PyList<T> heap, int size)
    {
        if (heap.Count != size)
            throw new RuntimeError("list changed size during iteration");
    }

    private static void SiftDown<T>(PyList<T> heap, int start, int position)
    {
        var size = heap.Count;
        var item = heap[position];
        while (position > start)
        {
            var parent = (position - 1) >> 1;
            var above = heap[parent];
            var isSmaller = Generic.Less(item, above);
            CheckSize(heap, size);
            if (!isSmaller)
                break;
            heap[position] = above;
            position = parent;
        }
        heap[position] = item;
    }

    private static void SiftUp<T>(PyList<T> heap, int position)
    {
        var size = heap.Count;
        var start = position;
        var item = heap[position];
        var limit = size >> 1;
        while (position < limit)
        {
            var child = (2 * position) + 1;
            if (child + 1 < size)
            {
                var isLeft = Generic.Less(heap[child], heap[child + 1]);
                CheckSize(heap, size);
                child += isLeft ? 0 : 1;
            }
            heap[position] = heap[child];
            position = child;
        }
        heap[position] = item;
        SiftDown(heap, start, position);
    }
}

namespace Pytocs.Runtime.Async;

/// <summary>The algorithm of <c>heapq</c>, so that equal deadlines come out in CPython's order.</summary>
internal static class TimerHeap
{
    public static void Push(List<TimerHandle> heap, TimerHandle item)
    {
        heap.Add(item);
        SiftDown(heap, 0, heap.Count - 1);
    }

    public static TimerHandle Pop(List<TimerHandle> heap)
    {
        var last = heap[^1];
        heap.RemoveAt(heap.Count - 1);
        if (heap.Count == 0)
            return last;
        var result = heap[0];
        heap[0] = last;
        SiftUp(heap, 0);
        return result;
    }

    /// <summary>Makes a heap of a list.</summary>
    public static void Heapify(List<TimerHandle> heap)
    {
        for (var i = (heap.Count / 2) - 1; i >= 0; i--)
            SiftUp(heap, i);
    }

    private static void SiftDown(List<TimerHandle> heap, int start, int position)
    {
        var item = heap[position];
        while (position > start)
        {
            var parent = (position - 1) >> 1;
            if (!(item.When < heap[parent].When))
                break;
            heap[position] = heap[parent];
            position = parent;
        }
        heap[position] = item;
    }

    private static void SiftUp(List<TimerHandle> heap, int position)
    {
        var end = heap.Count;
        var start = position;
        var item = heap[position];
        var child = (2 * position) + 1;
        while (child < end)
        {
            var right = child + 1;
            if (right < end && !(heap[child].When < heap[right].When))
                child = right;
            heap[position] = heap[child];
            position = child;
            child = (2 * position) + 1;
        }
        heap[position] = item;
        SiftDown(heap, start, position);
    }
}

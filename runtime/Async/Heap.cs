using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>The algorithms of <see href="https://docs.python.org/3.13/library/heapq.html">heapq</see>.</summary>
internal static class Heap
{
    public static void Push(PyList<Any> heap, Any item)
    {
        heap.Append(item);
        SiftDown(heap, 0, heap.Count - 1);
    }

    public static Any Pop(PyList<Any> heap)
    {
        if (heap.Count == 0)
            throw new IndexError("index out of range");
        var last = heap.Pop();
        if (heap.Count == 0)
            return last;
        var result = heap[0L];
        heap[0L] = last;
        SiftUp(heap, 0);
        return result;
    }

    public static void SiftDown(PyList<Any> heap, int start, int position)
    {
        var item = heap[(long)position];
        while (position > start)
        {
            var parent = (position - 1) >> 1;
            if (!(item < heap[(long)parent]))
                break;
            heap[(long)position] = heap[(long)parent];
            position = parent;
        }
        heap[(long)position] = item;
    }

    public static void SiftUp(PyList<Any> heap, int position)
    {
        var end = heap.Count;
        var start = position;
        var item = heap[(long)position];
        var child = (2 * position) + 1;
        while (child < end)
        {
            var right = child + 1;
            if (right < end && !(heap[(long)child] < heap[(long)right]))
                child = right;
            heap[(long)position] = heap[(long)child];
            position = child;
            child = (2 * position) + 1;
        }
        heap[(long)position] = item;
        SiftDown(heap, start, position);
    }
}

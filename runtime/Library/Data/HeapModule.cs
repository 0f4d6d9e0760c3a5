using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/heapq.html">heapq</see>.</summary>
internal static class HeapModule
{
    public static PyModule Build()
    {
        var module = new PyModule("heapq");
        Add(module, "", Smaller);
        Add(module, "_max", Larger);
        return module
            .Function("nsmallest", "n, iterable, key=None", static a => HeapQueries.Best(a, false))
            .Function("nlargest", "n, iterable, key=None", static a => HeapQueries.Best(a, true))
            .Function("merge", "*iterables, key=None, reverse=False", static a => new SequenceOf(s_merge, HeapQueries.Merge(Lib.Tuple(a[0]), a[1], a[2].Truth)));
    }

    /// <summary>The order of heaps whose first item is the smallest.</summary>
    public static readonly Func<Any, Any, bool> Smaller = static (a, b) => a < b;

    /// <summary>The order of heaps whose first item is the largest; it too asks by <c>&lt;</c>.</summary>
    public static readonly Func<Any, Any, bool> Larger = static (a, b) => b < a;

    private static readonly PyType s_merge = PyIterator.DeclareType("generator");

    private static PyList Heap(Any heap, string function = "heappush") => heap.Ref as PyList ?? throw new TypeError($"{function}() argument {(function is "heapify" or "heappop" ? "" : "1 ")}must be list, not {Lib.Given(heap)}");

    private static void Add(PyModule module, string suffix, Func<Any, Any, bool> less)
    {
        if (suffix.Length == 0)
        {
            module.Function("heappush", "heap, item, /", (heap, item) =>
            {
                Heap(heap).AppendAny(item);
                SiftDown(Heap(heap), 0, Heap(heap).Count - 1, less);
                return Any.None;
            });
            module.Function("heappushpop", "heap, item, /", (heap, item) =>
            {
                var list = Heap(heap);
                return list.Count == 0 || !less(list.Get(0), item) ? item : Replace(list, item, less);
            });
        }
        module.Function((suffix.Length == 0 ? "heappop" : "_heappop_max"), heap =>
        {
            var list = Heap(heap);
            return list.Count == 0 ? throw new IndexError("index out of range") : Pop(list, less);
        });
        module.Function((suffix.Length == 0 ? "heapreplace" : "_heapreplace_max"), "heap, item, /", (heap, item) =>
        {
            var list = Heap(heap);
            if (list.Count == 0)
                throw new IndexError("index out of range");
            return Replace(list, item, less);
        });
        module.Function((suffix.Length == 0 ? "heapify" : "_heapify_max"), heap =>
        {
            Heapify(Heap(heap, "heapify"), less);
            return Any.None;
        });
    }

    /// <summary>Makes a heap of the items.</summary>
    public static void Heapify(PyList list, Func<Any, Any, bool> less)
    {
        for (var i = (list.Count / 2) - 1; i >= 0; i--)
            SiftUp(list, i, less);
    }

    /// <summary>Takes the first item of a heap that has one.</summary>
    public static Any Pop(PyList list, Func<Any, Any, bool> less)
    {
        var last = list.PopAny(-1);
        return list.Count == 0 ? last : Replace(list, last, less);
    }

    /// <summary>Takes the first item and adds another.</summary>
    public static Any Replace(PyList list, Any item, Func<Any, Any, bool> less)
    {
        var first = list.Get(0);
        list.Set(0, item);
        SiftUp(list, 0, less);
        return first;
    }

    private static void CheckSize(PyList heap, int size)
    {
        if (heap.Count != size)
            throw new RuntimeError("list changed size during iteration");
    }

    private static void SiftDown(PyList heap, int start, int position, Func<Any, Any, bool> less)
    {
        var size = heap.Count;
        var item = heap.Get(position);
        while (position > start)
        {
            var parent = (position - 1) >> 1;
            var above = heap.Get(parent);
            var smaller = less(item, above);
            CheckSize(heap, size);
            if (!smaller)
                break;
            heap.Set(position, above);
            position = parent;
        }
        heap.Set(position, item);
    }

    private static void SiftUp(PyList heap, int position, Func<Any, Any, bool> less)
    {
        var size = heap.Count;
        var start = position;
        var item = heap.Get(position);
        var limit = size >> 1;
        while (position < limit)
        {
            var child = (2 * position) + 1;
            if (child + 1 < size)
            {
                if (!less(heap.Get(child), heap.Get(child + 1)))
                    child++;
                CheckSize(heap, size);
            }
            heap.Set(position, heap.Get(child));
            position = child;
        }
        heap.Set(position, item);
        SiftDown(heap, start, position, less);
    }
}

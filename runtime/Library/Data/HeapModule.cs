using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/heapq.html">heapq</see>.</summary>
internal static class HeapModule
{
    public static PyModule Build()
    {
        var module = new PyModule("heapq");
        Add(module, "", static (a, b) => a < b);
        Add(module, "_max", static (a, b) => b < a);
        return module
            .Function("nsmallest", "n, iterable, key=None", static a => Best(a, false))
            .Function("nlargest", "n, iterable, key=None", static a => Best(a, true))
            .Function("merge", "*iterables, key=None, reverse=False", static a => new SequenceOf(s_merge, Merge(Lib.Tuple(a[0]), a[1], a[2].Truth)));
    }

    private static readonly PyType s_merge = PyIterator.DeclareType("generator");

    private static PyList Heap(Any heap, string function = "heappush") => heap.Ref as PyList ?? throw new TypeError($"{function}() argument {(function is "heapify" or "heappop" ? "" : "1 ")}must be list, not {PyType.Of(heap).ErrorName}");

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
                if (list.Count == 0 || !less(list.Get(0), item))
                    return item;
                var first = list.Get(0);
                list.Set(0, item);
                SiftUp(list, 0, less);
                return first;
            });
        }
        module.Function((suffix.Length == 0 ? "heappop" : "_heappop_max"), heap =>
        {
            var list = Heap(heap);
            if (list.Count == 0)
                throw new IndexError("index out of range");
            var last = list.PopAny(-1);
            if (list.Count == 0)
                return last;
            var first = list.Get(0);
            list.Set(0, last);
            SiftUp(list, 0, less);
            return first;
        });
        module.Function((suffix.Length == 0 ? "heapreplace" : "_heapreplace_max"), "heap, item, /", (heap, item) =>
        {
            var list = Heap(heap);
            if (list.Count == 0)
                throw new IndexError("index out of range");
            var first = list.Get(0);
            list.Set(0, item);
            SiftUp(list, 0, less);
            return first;
        });
        module.Function((suffix.Length == 0 ? "heapify" : "_heapify_max"), heap =>
        {
            _ = Heap(heap, "heapify");
            var list = Heap(heap);
            for (var i = (list.Count / 2) - 1; i >= 0; i--)
                SiftUp(list, i, less);
            return Any.None;
        });
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

    private static Any Best(Any[] a, bool largest)
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
        var iterator = Operators.Iter(items);
        var count = Operators.Index(n);
        return count <= 0 ? new PyList<Any>() : Builtins.Sorted(iterator, key, largest).Slice(0, count, Any.None);
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

    private static IEnumerable<Any> Merge(PyTuple iterables, Any key, bool reverse)
    {
        var sources = iterables.Select(Operators.Iter).ToArray();
        var heads = new List<(Any Key, Any Item, int Source)>();
        for (var i = 0; i < sources.Length; i++)
            if (sources[i].TryNext(out var item))
                heads.Add((key.IsNone ? item : key.Call(item), item, i));
        while (heads.Count > 0)
        {
            var best = 0;
            for (var i = 1; i < heads.Count; i++)
                if (reverse ? heads[i].Key > heads[best].Key : heads[i].Key < heads[best].Key)
                    best = i;
            var (_, value, source) = heads[best];
            yield return value;
            if (sources[source].TryNext(out var next))
                heads[best] = (key.IsNone ? next : key.Call(next), next, source);
            else
                heads.RemoveAt(best);
        }
    }
}

/// <summary>The module <see href="https://docs.python.org/3.13/library/bisect.html">bisect</see>.</summary>
internal static class BisectModule
{
    public static PyModule Build()
    {
        const string signature = "a, x, lo=0, hi=None, *, key=None";
        var module = new PyModule("bisect")
            .Function("bisect_left", signature, static a => Find(a, right: false))
            .Function("bisect_right", signature, static a => Find(a, right: true))
            .Function("insort_left", signature, static a => Insert(a, right: false))
            .Function("insort_right", signature, static a => Insert(a, right: true));
        return module.Value("bisect", module.Namespace["bisect_right"]).Value("insort", module.Namespace["insort_right"]);
    }

    private static long Find(Any[] a, bool right)
    {
        var (items, x, key) = (a[0], a[1], a[4]);
        var low = Lib.Int(a[2]);
        if (low < 0)
            throw new ValueError("lo must be non-negative");
        var high = a[3].IsNone ? Operators.Len(items) : Lib.Int(a[3]);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var item = Operators.GetItem(items, middle);
            if (!key.IsNone)
                item = key.Call(item);
            if (right ? x < item : !(item < x))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    private static Any Insert(Any[] a, bool right)
    {
        var at = Find([a[0], a[4].IsNone ? a[1] : a[4].Call(a[1]), a[2], a[3], a[4]], right);
        a[0].Invoke("insert", at, a[1]);
        return Any.None;
    }
}

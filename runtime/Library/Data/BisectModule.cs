using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

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
        var type = PyType.Of(items);
        if (items.Ref is PyDict && Callables.IsInC(type))
            throw new TypeError($"{type.ErrorName} is not a sequence");
        var low = Lib.Int(a[2]);
        if (low < 0)
            throw new ValueError("lo must be non-negative");
        var high = a[3].IsNone ? Operators.Len(items) : Lib.Int(a[3]);
        if (type.Special("__getitem__").IsUnbound)
            throw new TypeError($"'{type.ErrorName}' object does not support indexing");
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

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pytocs.Runtime.Core;

/// <summary>
/// A stable merge sort by Python's <c>&lt;</c>; short runs are sorted by binary insertion, as timsort does, and what is in order
/// already stays. Plain numbers and texts are sorted by <see cref="PlainOrder"/>.
/// </summary>
internal static class StableSort
{
    private const int Run = 32;

    private interface ILess<T>
    {
        bool Less(T a, T b);
    }

    private readonly struct ByValue<T> : ILess<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Less(T a, T b) => Generic.Less(a, b);
    }

    private readonly struct ByKey<K, T> : ILess<(K Key, T Item)>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Less((K Key, T Item) a, (K Key, T Item) b) => Generic.Less(a.Key, b.Key);
    }

    public static void Sort<T>(Span<T> items, bool reverse)
    {
        if (items.Length < 2)
            return;
        // A reversed stable sort keeps equal items in order: reverse, sort, reverse.
        if (reverse)
            items.Reverse();
        if (!TrySortPlain(items))
            Sort(items, default(ByValue<T>));
        if (reverse)
            items.Reverse();
    }

    /// <summary>Sorts items by their keys.</summary>
    public static void Sort<K, T>(Span<K> keys, Span<T> items, bool reverse)
    {
        if (reverse)
        {
            keys.Reverse();
            items.Reverse();
        }
        if (PlainOrder.Of<K>(keys) is { } order)
            Place(items, order);
        else
            SortByComparing(keys, items);
        if (reverse)
            items.Reverse();
    }

    private static void SortByComparing<K, T>(Span<K> keys, Span<T> items)
    {
        var keyed = new (K Key, T Item)[items.Length];
        for (var i = 0; i < keyed.Length; i++)
            keyed[i] = (keys[i], items[i]);
        Sort(keyed.AsSpan(), default(ByKey<K, T>));
        for (var i = 0; i < keyed.Length; i++)
            items[i] = keyed[i].Item;
    }

    private static void Place<T>(Span<T> items, int[] order)
    {
        var old = items.ToArray();
        for (var i = 0; i < order.Length; i++)
            items[i] = old[order[i]];
    }

    /// <summary>Sorts what <see cref="PlainOrder"/> can; false where the items are anything else.</summary>
    private static bool TrySortPlain<T>(Span<T> items)
    {
        if (typeof(T) == typeof(PyInt))
            return PlainOrder.TrySort(MemoryMarshal.CreateSpan(ref Unsafe.As<T, PyInt>(ref MemoryMarshal.GetReference(items)), items.Length));
        if (PlainOrder.Of<T>(items) is not { } order)
            return false;
        Place(items, order);
        return true;
    }

    private static void Sort<T, L>(Span<T> items, L less)
        where L : struct, ILess<T>
    {
        var run = RunLength(items, less);
        if (run == items.Length)
            return;
        Merge(items, new T[items.Length], less);
    }

    /// <summary>How many items at the start are in order already.</summary>
    private static int RunLength<T, L>(Span<T> items, L less)
        where L : struct, ILess<T>
    {
        var i = 1;
        while (i < items.Length && !less.Less(items[i], items[i - 1]))
            i++;
        return i;
    }

    private static void Merge<T, L>(Span<T> items, Span<T> spare, L less)
        where L : struct, ILess<T>
    {
        if (items.Length <= Run)
        {
            Insertion(items, less);
            return;
        }
        var middle = items.Length / 2;
        Merge(items[..middle], spare[..middle], less);
        Merge(items[middle..], spare[middle..], less);
        if (!less.Less(items[middle], items[middle - 1]))
            return;
        var left = spare[..middle];
        items[..middle].CopyTo(left);
        int i = 0, j = middle, k = 0;
        while (i < left.Length && j < items.Length)
            items[k++] = less.Less(items[j], left[i]) ? items[j++] : left[i++];
        left[i..].CopyTo(items[k..]);
    }

    private static void Insertion<T, L>(Span<T> items, L less)
        where L : struct, ILess<T>
    {
        for (var i = 1; i < items.Length; i++)
        {
            var item = items[i];
            if (!less.Less(item, items[i - 1]))
                continue;
            int low = 0, high = i - 1;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (less.Less(item, items[middle]))
                    high = middle;
                else
                    low = middle + 1;
            }
            items[low..i].CopyTo(items[(low + 1)..]);
            items[low] = item;
        }
    }
}

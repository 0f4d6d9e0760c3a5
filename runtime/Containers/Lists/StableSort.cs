namespace Pytocs.Runtime.Core;

/// <summary>A stable merge sort by Python's <c>&lt;</c>; short runs are sorted by binary insertion, as timsort does.</summary>
internal static class StableSort
{
    private const int Run = 32;

    public static void Sort<T>(Span<T> items, bool reverse)
    {
        if (items.Length < 2)
            return;
        // A reversed stable sort keeps equal items in order: reverse, sort, reverse.
        if (reverse)
            items.Reverse();
        Sort(items, new T[items.Length], static (a, b) => Generic.Less(a, b));
        if (reverse)
            items.Reverse();
    }

    /// <summary>Sorts items by their keys.</summary>
    public static void Sort<K, T>((K Key, T Item)[] items, bool reverse)
    {
        if (reverse)
            Array.Reverse(items);
        Sort(items.AsSpan(), new (K Key, T Item)[items.Length].AsSpan(), static (a, b) => Generic.Less(a.Key, b.Key));
        if (reverse)
            Array.Reverse(items);
    }

    private static void Sort<T>(Span<T> items, Span<T> spare, Func<T, T, bool> less)
    {
        if (items.Length <= Run)
        {
            Insertion(items, less);
            return;
        }
        var middle = items.Length / 2;
        Sort(items[..middle], spare[..middle], less);
        Sort(items[middle..], spare[middle..], less);
        if (!less(items[middle], items[middle - 1]))
            return;
        var left = spare[..middle];
        items[..middle].CopyTo(left);
        int i = 0, j = middle, k = 0;
        while (i < left.Length && j < items.Length)
            items[k++] = less(items[j], left[i]) ? items[j++] : left[i++];
        left[i..].CopyTo(items[k..]);
    }

    private static void Insertion<T>(Span<T> items, Func<T, T, bool> less)
    {
        for (var i = 1; i < items.Length; i++)
        {
            var item = items[i];
            int low = 0, high = i;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (less(item, items[middle]))
                    high = middle;
                else
                    low = middle + 1;
            }
            items[low..i].CopyTo(items[(low + 1)..]);
            items[low] = item;
        }
    }
}

using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>
/// A stable merge sort by Python's <c>&lt;</c>; short runs are sorted by binary insertion, as timsort does, and what is in order
/// already stays. Ints and texts, of which equal ones are the same, are sorted by .NET.
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
    public static void Sort<K, T>((K Key, T Item)[] items, bool reverse)
    {
        if (reverse)
            Array.Reverse(items);
        Sort(items.AsSpan(), default(ByKey<K, T>));
        if (reverse)
            Array.Reverse(items);
    }

    /// <summary>Sorts ints within 64 bits, and texts without surrogates; false where the items are anything else.</summary>
    private static bool TrySortPlain<T>(Span<T> items)
    {
        if (typeof(T) == typeof(PyInt))
        {
            var numbers = new long[items.Length];
            for (var i = 0; i < numbers.Length; i++)
            {
                var number = Unsafe.As<T, PyInt>(ref items[i]);
                if (number.Big is not null)
                    return false;
                numbers[i] = number.Small;
            }
            numbers.AsSpan().Sort();
            for (var i = 0; i < numbers.Length; i++)
                Unsafe.As<T, PyInt>(ref items[i]) = numbers[i];
            return true;
        }
        if (typeof(T) != typeof(string))
            return false;
        foreach (var item in items)
            if (item is not string text || Str.IsAstral(text))
                return false;
        items.Sort(static (a, b) => string.CompareOrdinal((string)(object)a!, (string)(object)b!));
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

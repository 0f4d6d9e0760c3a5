using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pytocs.Runtime.Core;

/// <summary>Python's <c>&lt;</c> of sorted items.</summary>
internal interface ILess<T>
{
    bool Less(T a, T b);
}

/// <summary>
/// The stable sort of lists by Python's <c>&lt;</c>: <see cref="PlainOrder"/> for plain numbers and texts, <see cref="TimSort{T, L}"/> for all else.
/// </summary>
internal static class StableSort
{
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
        try
        {
            Sort(keyed.AsSpan(), default(ByKey<K, T>));
        }
        finally
        {
            for (var i = 0; i < keyed.Length; i++)
                items[i] = keyed[i].Item;
        }
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
        var sorted = items.ToArray();
        try
        {
            new TimSort<T, L>(sorted, sorted.Length, less).Sort();
        }
        finally
        {
            // A comparison that raises leaves the items where they were just then.
            sorted.AsSpan().CopyTo(items);
        }
    }
}

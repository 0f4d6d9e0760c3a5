using System.Runtime.CompilerServices;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>
/// The stable order of keys that are all ints of 64 bits, all floats that are numbers, all texts, or tuples of such. Comparing them runs no
/// code of the program, so they are sorted by digits: an int, a float and the start of a text each become one unsigned number.
/// </summary>
internal static class PlainOrder
{
    private const int FewestForDigits = 256;

    /// <summary>Tuples of more parts are compared as Python does.</summary>
    private const int MostParts = 4;

    private const int FewTexts = 32;

    /// <summary>Texts that are the same for longer are compared whole.</summary>
    private const int DeepestLook = 16;

    /// <summary>A key as a number, and the place where the key stood.</summary>
    private readonly record struct Entry(ulong Rank, int Place) : IComparable<Entry>
    {
        public int CompareTo(Entry other) => Rank != other.Rank ? Rank.CompareTo(other.Rank) : Place.CompareTo(other.Place);
    }

    /// <returns>The places of the keys from the least to the greatest; null where only Python's comparison can tell.</returns>
    public static int[]? Of<K>(ReadOnlySpan<K> keys)
    {
        if (keys.Length < 2)
            return null;
        if (typeof(K) == typeof(string))
            return OfTexts(Cast<K, string>(keys));
        if (typeof(K) == typeof(Any))
            return OfAny(Cast<K, Any>(keys));
        if (typeof(K) != typeof(PyInt) && typeof(K) != typeof(double))
            return ShapedTuples<K>.Order?.Invoke(keys);
        var entries = new Entry[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            var key = keys[i];
            ulong rank;
            if (typeof(K) == typeof(PyInt) ? !TryRank(Unsafe.As<K, PyInt>(ref key), out rank) : !TryRank(Unsafe.As<K, double>(ref key), out rank))
                return null;
            entries[i] = new(rank, i);
        }
        return Places(Sorted(entries));
    }

    /// <summary>Sorts ints of 64 bits; false, and nothing done, where one is longer.</summary>
    public static bool TrySort(Span<PyInt> items)
    {
        var ranks = new Entry[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (!TryRank(items[i], out var rank))
                return false;
            ranks[i] = new(rank, i);
        }
        ranks = Sorted(ranks);
        for (var i = 0; i < ranks.Length; i++)
            items[i] = (long)(ranks[i].Rank ^ (1UL << 63));
        return true;
    }

    private static ReadOnlySpan<T> Cast<K, T>(ReadOnlySpan<K> keys)
        => System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<K, T>(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(keys)), keys.Length);

    private static bool TryRank(PyInt key, out ulong rank)
    {
        rank = (ulong)key.Small ^ (1UL << 63);
        return key.Big is null;
    }

    private static bool TryRank(double key, out ulong rank)
    {
        // The two zeros are equal.
        var bits = BitConverter.DoubleToUInt64Bits(key == 0 ? 0.0 : key);
        rank = (bits >> 63) != 0 ? ~bits : bits ^ (1UL << 63);
        return !double.IsNaN(key);
    }

    private static int[]? OfAny(ReadOnlySpan<Any> keys)
    {
        switch (keys[0].Ref)
        {
            case string:
                var texts = new string[keys.Length];
                for (var i = 0; i < texts.Length; i++)
                    if (keys[i].Ref is string text)
                        texts[i] = text;
                    else
                        return null;
                return OfTexts(texts);
            case PyTuple { IsExact: true } first when first.Count is > 0 and <= MostParts:
                return OfTuples(keys, first.Count);
        }
        var areFloats = keys[0].IsFloat;
        var entries = new Entry[keys.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            ulong rank;
            if (areFloats ? !keys[i].IsFloat || !TryRank(keys[i].FloatValue, out rank) : !keys[i].IsSmallInt | !TryRank(keys[i].IntValue, out rank))
                return null;
            entries[i] = new(rank, i);
        }
        return Places(Sorted(entries));
    }

    /// <summary>By the last part first: a stable order by an earlier part keeps what later parts said.</summary>
    private static int[]? OfTuples(ReadOnlySpan<Any> keys, int parts)
    {
        foreach (var key in keys)
            if (key.Ref is not PyTuple { IsExact: true } tuple || tuple.Count != parts)
                return null;
        int[]? order = null;
        var column = new Any[keys.Length];
        for (var part = parts - 1; part >= 0; part--)
        {
            for (var i = 0; i < column.Length; i++)
                column[i] = ((PyTuple)keys[order is null ? i : order[i]].Ref!)[part];
            if (OfAny(column) is not { } next)
                return null;
            order = Then(order, next);
        }
        return order;
    }

    /// <summary>An order of what another order gave.</summary>
    public static int[] Then(int[]? first, int[] second)
    {
        if (first is not null)
            for (var i = 0; i < second.Length; i++)
                second[i] = first[second[i]];
        return second;
    }

    private static int[]? OfTexts(ReadOnlySpan<string> texts)
    {
        var areAscii = true;
        foreach (var text in texts)
        {
            // Surrogates stand before U+E000 in UTF-16, but behind it as characters.
            if (text is null || Str.IsAstral(text))
                return null;
            areAscii = areAscii && Ascii.IsValid(text);
        }
        var entries = new Entry[texts.Length];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = new(0, i);
        SortTexts(entries, texts, 0, areAscii ? 8 : 4, 0);
        return Places(entries);
    }

    /// <summary>Sorts texts that are the same up to a position.</summary>
    private static void SortTexts(Span<Entry> entries, ReadOnlySpan<string> texts, int from, int width, int depth)
    {
        if (depth == DeepestLook)
        {
            var all = texts.ToArray();
            entries.Sort((a, b) => string.CompareOrdinal(all[a.Place], all[b.Place]) is var order and not 0 ? order : a.Place.CompareTo(b.Place));
            return;
        }
        var ranked = new Entry[entries.Length];
        for (var i = 0; i < ranked.Length; i++)
            ranked[i] = new(RankOf(texts[entries[i].Place], from, width), entries[i].Place);
        ranked = Sorted(ranked);
        ranked.CopyTo(entries);
        for (var start = 0; start < entries.Length;)
        {
            var end = start + 1;
            var length = texts[entries[start].Place].Length;
            var isOne = length <= from + width;
            while (end < entries.Length && entries[end].Rank == entries[start].Rank)
                isOne &= texts[entries[end++].Place].Length == length;
            // Texts of one length that end here are equal.
            if (end - start > 1 && !isOne)
                SortRun(entries[start..end], texts, from + width, width, depth + 1);
            start = end;
        }
    }

    private static void SortRun(Span<Entry> run, ReadOnlySpan<string> texts, int from, int width, int depth)
    {
        if (run.Length > FewTexts)
        {
            SortTexts(run, texts, from, width, depth);
            return;
        }
        for (var i = 1; i < run.Length; i++)
        {
            var entry = run[i];
            var j = i - 1;
            for (; j >= 0 && string.CompareOrdinal(texts[run[j].Place], texts[entry.Place]) is > 0; j--)
                run[j + 1] = run[j];
            run[j + 1] = entry;
        }
    }

    private static ulong RankOf(string text, int from, int width)
    {
        ulong rank = 0;
        var bits = 64 / width;
        for (var i = from; i < from + width; i++)
            rank = (rank << bits) | (i < text.Length ? text[i] : 0UL);
        return rank;
    }

    private static int[] Places(ReadOnlySpan<Entry> entries)
    {
        var places = new int[entries.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = entries[i].Place;
        return places;
    }

    /// <summary>Sorts by the bytes in which the numbers differ, from the last to the first.</summary>
    private static Entry[] Sorted(Entry[] entries)
    {
        ulong differing = 0;
        var isSorted = true;
        for (var i = 1; i < entries.Length; i++)
        {
            differing |= entries[i].Rank ^ entries[0].Rank;
            isSorted &= entries[i - 1].Rank <= entries[i].Rank;
        }
        if (isSorted)
            return entries;
        if (entries.Length < FewestForDigits)
        {
            entries.AsSpan().Sort();
            return entries;
        }
        var spare = new Entry[entries.Length];
        Span<int> next = stackalloc int[256];
        for (var shift = 0; shift < 64; shift += 8)
        {
            if ((byte)(differing >> shift) == 0)
                continue;
            next.Clear();
            foreach (ref var entry in entries.AsSpan())
                next[(byte)(entry.Rank >> shift)]++;
            var total = 0;
            for (var i = 0; i < next.Length; i++)
                (next[i], total) = (total, total + next[i]);
            foreach (ref var entry in entries.AsSpan())
                spare[next[(byte)(entry.Rank >> shift)]++] = entry;
            (entries, spare) = (spare, entries);
        }
        return entries;
    }
}

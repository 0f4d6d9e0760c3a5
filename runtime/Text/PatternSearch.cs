namespace Pytocs.Runtime.Core;

/// <summary>
/// Finds a part of a text in a time that grows with both, not with their product: .NET's search, which is fast where the first items of
/// the part are rare, gives way to that of Knuth, Morris and Pratt where the part nearly fits again and again.
/// </summary>
internal static class PatternSearch
{
    /// <summary>Shorter parts cannot take much longer than the text is.</summary>
    private const int ShortPart = 32;

    private const int Head = 8;

    /// <summary>How many compared items an item of the text may cost before the other search takes over.</summary>
    private const int Patience = 16;

    private const int Start = 4096;

    /// <summary>Where the part stands first; -1 where it does not.</summary>
    public static int IndexOf<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> part)
        where T : IEquatable<T>
    {
        if (part.Length < ShortPart || text.Length < Start)
            return text.IndexOf(part);
        long work = 0;
        for (var at = 0; text[at..].IndexOf(part[..Head]) is >= 0 and var next; at++)
        {
            at += next;
            if (at + part.Length > text.Length)
                return -1;
            var same = text[at..].CommonPrefixLength(part);
            if (same == part.Length)
                return at;
            work += same;
            if (work > Start + ((long)at * Patience))
                return Steady(text, part, at, backwards: false);
        }
        return -1;
    }

    /// <summary>Where the part stands last; -1 where it does not.</summary>
    public static int LastIndexOf<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> part)
        where T : IEquatable<T>
    {
        if (part.Length < ShortPart || text.Length < Start)
            return text.LastIndexOf(part);
        long work = 0;
        var last = part.Length - 1;
        for (var end = text.Length; text[..end].LastIndexOf(part[^Head..]) is >= 0 and var next;)
        {
            var at = next + Head - part.Length;
            if (at < 0)
                return -1;
            var same = 0;
            while (same < part.Length && text[at + last - same].Equals(part[last - same]))
                same++;
            if (same == part.Length)
                return at;
            work += same;
            end = next + Head - 1;
            if (work > Start + ((long)(text.Length - end) * Patience))
                return Steady(text[..end], part, 0, backwards: true);
        }
        return -1;
    }

    /// <summary>The search that never goes back in the text.</summary>
    private static int Steady<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> part, int from, bool backwards)
        where T : IEquatable<T>
    {
        // Item i of the part as the search goes: from its beginning or from its end.
        var borders = new int[part.Length];
        for (int i = 1, k = 0; i < part.Length; i++)
        {
            while (k > 0 && !Item(part, i, backwards).Equals(Item(part, k, backwards)))
                k = borders[k - 1];
            if (Item(part, i, backwards).Equals(Item(part, k, backwards)))
                k++;
            borders[i] = k;
        }
        for (int i = from, k = 0; i < text.Length; i++)
        {
            var item = Item(text, i, backwards);
            while (k > 0 && !item.Equals(Item(part, k, backwards)))
                k = borders[k - 1];
            if (item.Equals(Item(part, k, backwards)) && ++k == part.Length)
                return backwards ? text.Length - 1 - i : i - part.Length + 1;
        }
        return -1;
    }

    private static T Item<T>(ReadOnlySpan<T> items, int index, bool backwards) => items[backwards ? items.Length - 1 - index : index];
}

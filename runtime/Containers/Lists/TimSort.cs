namespace Pytocs.Runtime.Core;

/// <summary>
/// CPython's list sort, comparison by comparison: runs, binary insertion up to the smallest run, merges in the order of powersort, and
/// galloping. So programs whose comparisons have effects, raise, or contradict one another see what they see there.
/// See <see href="https://docs.python.org/3.13/howto/sorting.html">sorting</see>.
/// </summary>
internal sealed partial class TimSort<T, L>(T[] items, int length, L less)
    where L : struct, ILess<T>
{
    private const int MostOfShortRun = 64;
    private const int FewestForGallop = 7;

    private readonly List<Run> _runs = [];
    private T[] _spare = [];
    private int _gallop = FewestForGallop;

    private struct Run
    {
        public int Start;
        public int Length;
        public int Power;
    }

    public void Sort()
    {
        if (length < 2)
            return;
        var shortest = ShortestRun(length);
        for (var start = 0; start < length;)
        {
            var left = length - start;
            var n = CountRun(start, left);
            if (n < shortest)
            {
                var forced = Math.Min(left, shortest);
                Insert(start, forced, n);
                n = forced;
            }
            MergeBefore(n);
            _runs.Add(new Run { Start = start, Length = n });
            start += n;
        }
        while (_runs.Count > 1)
        {
            var at = _runs.Count - 2;
            if (at > 0 && _runs[at - 1].Length < _runs[at + 1].Length)
                at--;
            MergeAt(at);
        }
    }

    private static int ShortestRun(int n)
    {
        var rest = 0;
        while (n >= MostOfShortRun)
        {
            rest |= n & 1;
            n >>= 1;
        }
        return n + rest;
    }

    private bool Less(T a, T b) => less.Less(a, b);

    /// <summary>The length of the run that starts at a place, which is made ascending.</summary>
    private int CountRun(int start, int left)
    {
        var n = 1;
        while (n < left && !Less(items[start + n], items[start + n - 1]))
            n++;
        if (n == left || (n > 1 && Less(items[start], items[start + n - 1])))
            return n;
        // What is equal so far goes on downwards; equal items keep their order, which the reversal at the end turns.
        Array.Reverse(items, start, n);
        n++;
        var equal = 0;
        for (; n < left; n++)
        {
            if (Less(items[start + n], items[start + n - 1]))
            {
                Array.Reverse(items, start + n - 1 - equal, equal + 1);
                equal = 0;
            }
            else if (Less(items[start + n - 1], items[start + n]))
            {
                break;
            }
            else
            {
                equal++;
            }
        }
        Array.Reverse(items, start + n - 1 - equal, equal + 1);
        Array.Reverse(items, start, n);
        while (n < left && !Less(items[start + n], items[start + n - 1]))
            n++;
        return n;
    }

    /// <summary>Sorts a run of which the first items are in order.</summary>
    private void Insert(int start, int count, int sorted)
    {
        for (; sorted < count; sorted++)
        {
            var item = items[start + sorted];
            var (low, high) = (0, sorted);
            while (low < high)
            {
                var middle = (low + high) >> 1;
                if (Less(item, items[start + middle]))
                    high = middle;
                else
                    low = middle + 1;
            }
            Array.Copy(items, start + low, items, start + low + 1, sorted - low);
            items[start + low] = item;
        }
    }

    private void MergeBefore(int count)
    {
        if (_runs.Count == 0)
            return;
        var last = _runs[^1];
        var power = PowerOf(last.Start, last.Length, count);
        while (_runs.Count > 1 && _runs[^2].Power > power)
            MergeAt(_runs.Count - 2);
        last = _runs[^1];
        last.Power = power;
        _runs[^1] = last;
    }

    /// <summary>The depth of the boundary between two runs in a balanced tree over the list.</summary>
    private int PowerOf(int start, int first, int second)
    {
        var a = (2L * start) + first;
        var b = a + first + second;
        for (var power = 1; ; power++)
        {
            if (a >= length)
            {
                a -= length;
                b -= length;
            }
            else if (b >= length)
            {
                return power;
            }
            a <<= 1;
            b <<= 1;
        }
    }

    private void MergeAt(int at)
    {
        var (a, b) = (_runs[at], _runs[at + 1]);
        _runs[at] = a with { Length = a.Length + b.Length };
        _runs.RemoveAt(at + 1);
        var skipped = GallopRight(items[b.Start], items, a.Start, a.Length, 0);
        var (start, na) = (a.Start + skipped, a.Length - skipped);
        if (na == 0)
            return;
        var nb = GallopLeft(items[start + na - 1], items, b.Start, b.Length, b.Length - 1);
        if (nb <= 0)
            return;
        if (_spare.Length < Math.Min(na, nb))
            _spare = new T[Math.Min(na, nb)];
        if (na <= nb)
            MergeLow(start, na, b.Start, nb);
        else
            MergeHigh(start, na, b.Start, nb);
    }

    /// <summary>Where a key belongs in a run, before what is equal to it.</summary>
    private int GallopLeft(T key, T[] a, int start, int n, int hint)
    {
        var (last, offset) = (0, 1);
        if (Less(a[start + hint], key))
        {
            var most = n - hint;
            while (offset < most && Less(a[start + hint + offset], key))
                (last, offset) = (offset, (offset << 1) + 1);
            offset = Math.Min(offset, most);
            (last, offset) = (last + hint, offset + hint);
        }
        else
        {
            var most = hint + 1;
            while (offset < most && !Less(a[start + hint - offset], key))
                (last, offset) = (offset, (offset << 1) + 1);
            offset = Math.Min(offset, most);
            (last, offset) = (hint - offset, hint - last);
        }
        for (last++; last < offset;)
        {
            var middle = last + ((offset - last) >> 1);
            if (Less(a[start + middle], key))
                last = middle + 1;
            else
                offset = middle;
        }
        return offset;
    }

    /// <summary>Where a key belongs in a run, behind what is equal to it.</summary>
    private int GallopRight(T key, T[] a, int start, int n, int hint)
    {
        var (last, offset) = (0, 1);
        if (Less(key, a[start + hint]))
        {
            var most = hint + 1;
            while (offset < most && Less(key, a[start + hint - offset]))
                (last, offset) = (offset, (offset << 1) + 1);
            offset = Math.Min(offset, most);
            (last, offset) = (hint - offset, hint - last);
        }
        else
        {
            var most = n - hint;
            while (offset < most && !Less(key, a[start + hint + offset]))
                (last, offset) = (offset, (offset << 1) + 1);
            offset = Math.Min(offset, most);
            (last, offset) = (last + hint, offset + hint);
        }
        for (last++; last < offset;)
        {
            var middle = last + ((offset - last) >> 1);
            if (Less(key, a[start + middle]))
                offset = middle;
            else
                last = middle + 1;
        }
        return offset;
    }
}

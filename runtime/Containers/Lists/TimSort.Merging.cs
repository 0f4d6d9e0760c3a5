namespace Pytocs.Runtime.Core;

/// <summary>Merging two runs, item by item until one of them wins often, then by galloping.</summary>
internal sealed partial class TimSort<T, L>
{
    /// <summary>Merges two runs from the front; the first, which is the shorter, stands aside.</summary>
    private void MergeLow(int a, int na, int b, int nb)
    {
        Array.Copy(items, a, _spare, 0, na);
        var (to, at) = (a, 0);
        try
        {
            items[to++] = items[b++];
            if (--nb == 0 || na == 1)
                return;
            while (true)
            {
                var (fromA, fromB) = (0, 0);
                while (true)
                {
                    if (Less(items[b], _spare[at]))
                    {
                        items[to++] = items[b++];
                        (fromA, fromB) = (0, fromB + 1);
                        if (--nb == 0)
                            return;
                        if (fromB >= _gallop)
                            break;
                    }
                    else
                    {
                        items[to++] = _spare[at++];
                        (fromA, fromB) = (fromA + 1, 0);
                        if (--na == 1)
                            return;
                        if (fromA >= _gallop)
                            break;
                    }
                }
                _gallop++;
                do
                {
                    _gallop -= _gallop > 1 ? 1 : 0;
                    fromA = GallopRight(items[b], _spare, at, na, 0);
                    Array.Copy(_spare, at, items, to, fromA);
                    (to, at, na) = (to + fromA, at + fromA, na - fromA);
                    // None is left where comparisons contradict one another.
                    if (na <= 1)
                        return;
                    items[to++] = items[b++];
                    if (--nb == 0)
                        return;
                    fromB = GallopLeft(_spare[at], items, b, nb, 0);
                    Array.Copy(items, b, items, to, fromB);
                    (to, b, nb) = (to + fromB, b + fromB, nb - fromB);
                    if (nb == 0)
                        return;
                    items[to++] = _spare[at++];
                    if (--na == 1)
                        return;
                }
                while (fromA >= FewestForGallop || fromB >= FewestForGallop);
                _gallop++;
            }
        }
        finally
        {
            // The last of the first run may belong behind all of the second.
            if (na == 1 && nb > 0)
            {
                Array.Copy(items, b, items, to, nb);
                items[to + nb] = _spare[at];
            }
            else if (na > 0)
            {
                Array.Copy(_spare, at, items, to, na);
            }
        }
    }

    /// <summary>Merges two runs from the back; the second, which is the shorter, stands aside.</summary>
    private void MergeHigh(int a, int na, int b, int nb)
    {
        Array.Copy(items, b, _spare, 0, nb);
        var (to, at, last) = (b + nb - 1, nb - 1, a + na - 1);
        try
        {
            items[to--] = items[last--];
            if (--na == 0 || nb == 1)
                return;
            while (true)
            {
                var (fromA, fromB) = (0, 0);
                while (true)
                {
                    if (Less(_spare[at], items[last]))
                    {
                        items[to--] = items[last--];
                        (fromA, fromB) = (fromA + 1, 0);
                        if (--na == 0)
                            return;
                        if (fromA >= _gallop)
                            break;
                    }
                    else
                    {
                        items[to--] = _spare[at--];
                        (fromA, fromB) = (0, fromB + 1);
                        if (--nb == 1)
                            return;
                        if (fromB >= _gallop)
                            break;
                    }
                }
                _gallop++;
                do
                {
                    _gallop -= _gallop > 1 ? 1 : 0;
                    fromA = na - GallopRight(_spare[at], items, a, na, na - 1);
                    Array.Copy(items, last - fromA + 1, items, to - fromA + 1, fromA);
                    (to, last, na) = (to - fromA, last - fromA, na - fromA);
                    if (na == 0)
                        return;
                    items[to--] = _spare[at--];
                    if (--nb == 1)
                        return;
                    fromB = nb - GallopLeft(items[last], _spare, 0, nb, nb - 1);
                    Array.Copy(_spare, at - fromB + 1, items, to - fromB + 1, fromB);
                    (to, at, nb) = (to - fromB, at - fromB, nb - fromB);
                    if (nb <= 1)
                        return;
                    items[to--] = items[last--];
                    if (--na == 0)
                        return;
                }
                while (fromA >= FewestForGallop || fromB >= FewestForGallop);
                _gallop++;
            }
        }
        finally
        {
            // The first of the second run may belong before all of the first.
            if (nb == 1 && na > 0)
            {
                Array.Copy(items, last - na + 1, items, to - na + 1, na);
                items[to - na] = _spare[at];
            }
            else if (nb > 0)
            {
                Array.Copy(_spare, at - nb + 1, items, to - nb + 1, nb);
            }
        }
    }
}

namespace Pytocs.Runtime.Core;

/// <summary>
/// Set algebra of tables with one item type. Items keep the hash that they came with. Comparing may run code that changes a table, so
/// that each step looks at the slots as they are then.
/// </summary>
internal sealed partial class SetTable<T>
{
    private bool TrySlot(int index, out T item, out long hash)
    {
        ref var slot = ref _slots[index];
        (item, hash) = (slot.Item, slot.Hash);
        return slot.State == State.Taken;
    }

    /// <summary>The smaller table gives the order.</summary>
    public SetTable<T> Intersection(SetTable<T> other)
    {
        var (small, large) = other._used > _used ? (this, other) : (other, this);
        var result = new SetTable<T>();
        for (var i = 0; i < small._slots.Length; i++)
            if (small.TrySlot(i, out var item, out var hash) && large.Find(item, hash) >= 0)
                result.Add(item, hash);
        return result;
    }

    public SetTable<T> Difference(SetTable<T> other)
    {
        var result = new SetTable<T>();
        // From a much larger set CPython takes the few away.
        if (_used >> 2 > other._used)
        {
            result.Merge(this);
            result.RemoveAll(other);
            result.DropDummies();
            return result;
        }
        for (var i = 0; i < _slots.Length; i++)
            if (TrySlot(i, out var item, out var hash) && other.Find(item, hash) < 0)
                result.Add(item, hash);
        return result;
    }

    public SetTable<T> SymmetricDifference(SetTable<T> other)
    {
        var result = new SetTable<T>();
        result.Merge(other);
        for (var i = 0; i < _slots.Length; i++)
            if (TrySlot(i, out var item, out var hash) && !result.Remove(item, hash))
                result.Add(item, hash);
        return result;
    }

    public void RemoveAll(SetTable<T> other)
    {
        for (var i = 0; i < other._slots.Length; i++)
            if (other.TrySlot(i, out var item, out var hash))
                Remove(item, hash);
    }

    public bool IsSubset(SetTable<T> other)
    {
        if (_used > other._used)
            return false;
        for (var i = 0; i < _slots.Length; i++)
            if (TrySlot(i, out var item, out var hash) && other.Find(item, hash) < 0)
                return false;
        return true;
    }

    public bool IsDisjoint(SetTable<T> other)
    {
        var (small, large) = other._used > _used ? (this, other) : (other, this);
        for (var i = 0; i < small._slots.Length; i++)
            if (small.TrySlot(i, out var item, out var hash) && large.Find(item, hash) >= 0)
                return false;
        return true;
    }

    /// <summary>CPython's hash of a frozenset: independent of order.</summary>
    public long HashOfAll()
    {
        ulong hash = 0;
        foreach (ref readonly var slot in _slots.AsSpan())
            if (slot.State == State.Taken)
                hash ^= Shuffle(unchecked((ulong)slot.Hash));
        hash ^= ((ulong)_used + 1) * 1927868237UL;
        hash ^= (hash >> 11) ^ (hash >> 25);
        hash = unchecked((hash * 69069UL) + 907133923UL);
        return hash == ulong.MaxValue ? 590923713 : unchecked((long)hash);
    }

    private static ulong Shuffle(ulong h) => unchecked((h ^ 89869747UL ^ (h << 16)) * 3644798167UL);
}

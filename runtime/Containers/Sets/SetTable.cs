namespace Pytocs.Runtime.Core;

/// <summary>
/// CPython's set table: open addressing with nine linear probes and a perturbed jump, so that
/// iteration gives the order that CPython gives.
/// </summary>
internal sealed partial class SetTable<T>
{
    private const int Probes = 9;
    private const int PerturbShift = 5;

    private Slot[] _slots = new Slot[8];
    private int _mask = 7;
    private int _fill;
    private int _used;
    private int _finger;

    private struct Slot
    {
        public T Item;
        public long Hash;
        public State State;
    }

    private enum State : byte
    {
        Free, Dummy, Taken,
    }

    public int Count => _used;

    /// <summary>Grows whenever the set changes its contents; iterators compare it.</summary>
    public int SlotCount => _slots.Length;

    public bool TryAt(int slot, out T item)
    {
        ref var s = ref _slots[slot];
        item = s.Item;
        return s.State == State.Taken;
    }

    public bool Contains(T item) => Find(item, Generic.Hash(item)) >= 0;

    /// <summary>The stored element equal to an item.</summary>
    public bool TryGet(T item, out T stored)
    {
        var i = Find(item, Generic.Hash(item));
        stored = i >= 0 ? _slots[i].Item : default!;
        return i >= 0;
    }

    /// <summary>The slot of an item; -1 if there is none. Comparing may run code that changes the table, and then the search begins anew.</summary>
    private int Find(T item, long hash)
    {
    Restart:
        var slots = _slots;
        var mask = _mask;
        var perturb = unchecked((ulong)hash);
        var i = (int)((ulong)hash & (uint)mask);
        while (true)
        {
            var probes = i + Probes <= mask ? Probes : 0;
            for (var j = i; j <= i + probes; j++)
            {
                ref var slot = ref slots[j];
                if (slot.State == State.Free)
                    return -1;
                if (slot.State != State.Taken || slot.Hash != hash)
                    continue;
                var isSame = Elements.Same(slot.Item, item);
                if (slots != _slots || slot.State != State.Taken)
                    goto Restart;
                if (isSame)
                    return j;
            }
            perturb >>= PerturbShift;
            i = (int)(((ulong)i * 5 + 1 + perturb) & (uint)mask);
        }
    }

    public bool Add(T item) => Add(item, Generic.Hash(item));

    private bool Add(T item, long hash)
    {
    Restart:
        var slots = _slots;
        var mask = _mask;
        var perturb = unchecked((ulong)hash);
        var i = (int)((ulong)hash & (uint)mask);
        var dummy = -1;
        while (true)
        {
            var probes = i + Probes <= mask ? Probes : 0;
            for (var j = i; j <= i + probes; j++)
            {
                ref var slot = ref slots[j];
                if (slot.State == State.Free && dummy >= 0)
                {
                    // The last slot on the way that was given up is taken again.
                    _used++;
                    slots[dummy] = new Slot { Item = item, Hash = hash, State = State.Taken };
                    return true;
                }
                if (slot.State == State.Free)
                {
                    _fill++;
                    _used++;
                    slot = new Slot { Item = item, Hash = hash, State = State.Taken };
                    if ((long)_fill * 5 >= (long)mask * 3)
                        Resize(_used > 50000 ? _used * 2L : _used * 4L);
                    return true;
                }
                if (slot.State == State.Dummy)
                    dummy = j;
                if (slot.State != State.Taken || slot.Hash != hash)
                    continue;
                var isSame = Elements.Same(slot.Item, item);
                if (slots != _slots || slot.State != State.Taken)
                    goto Restart;
                if (isSame)
                    return false;
            }
            perturb >>= PerturbShift;
            i = (int)(((ulong)i * 5 + 1 + perturb) & (uint)mask);
        }
    }

    private void Resize(long minimum)
    {
        long size = 8;
        while (size <= minimum)
            size <<= 1;
        var old = _slots;
        _slots = new Slot[size];
        _mask = (int)size - 1;
        _fill = _used;
        foreach (ref var slot in old.AsSpan())
            if (slot.State == State.Taken)
                InsertClean(slot);
    }

    private void InsertClean(Slot entry)
    {
        var perturb = unchecked((ulong)entry.Hash);
        var i = (int)((ulong)entry.Hash & (uint)_mask);
        while (true)
        {
            var probes = i + Probes <= _mask ? Probes : 0;
            for (var j = i; j <= i + probes; j++)
            {
                if (_slots[j].State != State.Free)
                    continue;
                _slots[j] = entry;
                return;
            }
            perturb >>= PerturbShift;
            i = (int)(((ulong)i * 5 + 1 + perturb) & (uint)_mask);
        }
    }

    public bool Remove(T item) => Remove(item, Generic.Hash(item));

    private bool Remove(T item, long hash)
    {
        var i = Find(item, hash);
        if (i < 0)
            return false;
        _slots[i] = new Slot { Hash = -1, State = State.Dummy, Item = default! };
        _used--;
        return true;
    }

    public bool TryPop(out T item)
    {
        item = default!;
        if (_used == 0)
            return false;
        var i = _finger & _mask;
        while (_slots[i].State != State.Taken)
            i = (i + 1) & _mask;
        item = _slots[i].Item;
        _slots[i] = new Slot { Hash = -1, State = State.Dummy, Item = default! };
        _used--;
        _finger = i + 1;
        return true;
    }

    public void Clear()
    {
        _slots = new Slot[8];
        (_mask, _fill, _used, _finger) = (7, 0, 0, 0);
    }

    /// <summary>After a difference: a table of which more than a quarter was given up is made anew, in another order.</summary>
    public void DropDummies()
    {
        if (_fill - _used > _mask / 4)
            Resize(_used > 50000 ? _used * 2L : _used * 4L);
    }

    /// <summary>Makes room for the keys of a dict in one step, as CPython does before it adds them.</summary>
    public void ReserveForDict(int count)
    {
        if (((long)_fill + count) * 5 >= (long)_mask * 3)
            Resize(((long)_used + count) * 2);
    }

    /// <summary>The same table with its items as another type, whose hashes are the same.</summary>
    public SetTable<U> As<U>(Func<T, U> convert)
    {
        var result = new SetTable<U> { _mask = _mask, _fill = _fill, _used = _used, _slots = new SetTable<U>.Slot[_slots.Length] };
        for (var i = 0; i < _slots.Length; i++)
            result._slots[i] = new SetTable<U>.Slot
            {
                Item = _slots[i].State == State.Taken ? convert(_slots[i].Item) : default!,
                Hash = _slots[i].Hash,
                State = (SetTable<U>.State)_slots[i].State,
            };
        return result;
    }

    /// <summary>Adds another table's items as CPython merges sets: it grows once, ahead.</summary>
    public void Merge(SetTable<T> other)
    {
        if (ReferenceEquals(this, other) || other._used == 0)
            return;
        if (((long)_fill + other._used) * 5 >= (long)_mask * 3)
            Resize(((long)_used + other._used) * 2);
        if (_fill == 0 && _mask == other._mask && other._fill == other._used)
        {
            _slots = (Slot[])other._slots.Clone();
            _fill = other._fill;
            _used = other._used;
            return;
        }
        if (_fill == 0)
        {
            _fill = other._used;
            _used = other._used;
            foreach (ref var slot in other._slots.AsSpan())
                if (slot.State == State.Taken)
                    InsertClean(slot);
            return;
        }
        foreach (var slot in other._slots)
            if (slot.State == State.Taken)
                Add(slot.Item, slot.Hash);
    }
}

namespace Pytocs.Runtime.Core;

/// <summary>Iterates a set; one that changes its size meanwhile is an error.</summary>
internal sealed class SetIterator(PySet set) : PyIterator, IteratorState.IRemakable, IteratorState.IHinted
{
    private static readonly PyType s_type = DeclareType("set_iterator").Remakable().Hinted();
    private readonly int _count = set.Count;
    private int _slot;
    private int _given;

    public override PyType Class => s_type;

    public Any Left => _slot >= 0 && _count == set.Count ? _count - _given : 0;

    public PyTuple Reduce()
    {
        var rest = new PyList<Any>();
        var copy = new SetIterator(set) { _slot = _slot, _given = _given };
        while (copy.TryNext(out var item))
            rest.Append(item);
        return IteratorState.ByIter(rest);
    }

    public override bool TryNext(out Any value)
    {
        value = default;
        if (_slot < 0)
            return false;
        if (_count != set.Count)
            throw new RuntimeError("Set changed size during iteration");
        while (_slot < set.SlotCount)
        {
            if (!set.TrySlot(_slot++, out value))
                continue;
            _given++;
            return true;
        }
        _slot = -1;
        return false;
    }
}

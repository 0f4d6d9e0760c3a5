namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/itertools.html#itertools.pairwise">itertools.pairwise</see>.</summary>
internal sealed class PairwiseIterator(PyIterator items) : PyIterator
{
    public static readonly PyType Type = DeclareType("pairwise", "itertools").New("cls, iterable, /", static a => new PairwiseIterator(Operators.Iter(a[1])));

    private PyIterator? _items = items;
    private Any _last = Any.Unbound;

    public override PyType Class => Type;

    /// <summary>The source may itself ask for a pair while it makes an item, so that what is kept is looked at again.</summary>
    public override bool TryNext(out Any value)
    {
        value = default;
        var last = _last;
        if (last.IsUnbound)
        {
            if (_items is null || !_items.TryNext(out last))
                return End();
            _last = last;
        }
        if (_items is null || !_items.TryNext(out var next))
            return End();
        value = PyTuple.Of(last, next);
        _last = next;
        return true;
    }

    private bool End()
    {
        (_items, _last) = (null, Any.Unbound);
        return false;
    }
}

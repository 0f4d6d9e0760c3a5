using System.Collections;

namespace Pytocs.Runtime.Core;

/// <summary>A runtime object that makes its own iterator without a lookup of <c>__iter__</c>.</summary>
public interface IPyIterable
{
    PyIterator GetPyIterator();
}

/// <summary>An iterator object with a <c>__next__</c> written in Python.</summary>
internal sealed class UserIterator(Any iterator) : PyIterator
{
    public Any Target => iterator;

    public override PyType Class => PyType.Of(iterator);

    public override bool TryNext(out Any value)
    {
        try
        {
            value = Operators.Next(iterator);
            return true;
        }
        catch (BaseException e) when (e.Class.IsSubclassOf(StopIteration.Type))
        {
            value = default;
            return false;
        }
    }
}

/// <summary>Iterates an object by <c>__getitem__</c> with 0, 1, 2, ... until IndexError.</summary>
internal sealed class SequenceIterator(Any sequence) : PyIterator, IteratorState.IPlaced, IteratorState.IHinted
{
    public static readonly PyType Type = DeclareType("iterator").Placed().Hinted();
    private long _index;
    private bool _done;

    public override PyType Class => Type;

    public Any Left => _done ? 0 : PyType.Of(sequence).Lookup("__len__").IsUnbound ? Any.NotImplemented : Math.Max(0, Operators.Len(sequence) - _index);

    public PyTuple Reduce() => _done ? IteratorState.ByIter(PyTuple.Empty) : IteratorState.ByIter(sequence, _index);

    public void MoveTo(long place)
    {
        if (!_done)
            _index = Math.Max(0, place);
    }

    public override bool TryNext(out Any value)
    {
        value = default;
        if (_done)
            return false;
        try
        {
            value = Operators.GetItem(sequence, _index++);
            return true;
        }
        catch (BaseException e) when (e.Class.IsSubclassOf(IndexError.Type) || e.Class.IsSubclassOf(StopIteration.Type))
        {
            _done = true;
            return false;
        }
    }
}

/// <summary>Iterates a foreign .NET enumerable.</summary>
internal sealed class EnumerableIterator(IEnumerable source) : PyIterator
{
    public static readonly PyType Type = PyType.Builtin("enumerator");
    private readonly IEnumerator _items = source.GetEnumerator();

    public override PyType Class => Type;

    public override bool TryNext(out Any value)
    {
        var more = _items.MoveNext();
        value = more ? Generic.FromObject(_items.Current) : default;
        return more;
    }
}

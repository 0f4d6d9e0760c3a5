namespace Pytocs.Runtime.Core;

/// <summary>
/// What iterators tell of their state, for copying and pickling: <c>__reduce__</c>, <c>__setstate__</c> and <c>__length_hint__</c>.
/// </summary>
internal static class IteratorState
{
    /// <summary>An iterator that can be made again where it stands.</summary>
    public interface IRemakable
    {
        PyTuple Reduce();
    }

    /// <summary>An iterator over places that are counted.</summary>
    public interface IPlaced : IRemakable
    {
        void MoveTo(long place);
    }

    /// <summary>An iterator that knows how many items are left.</summary>
    public interface IHinted
    {
        Any Left { get; }
    }

    public static PyType Remakable(this PyType type) => type.Method("__reduce__", static o => ((IRemakable)o.Ref!).Reduce());

    public static PyType Placed(this PyType type) => type.Remakable().Method("__setstate__", "self, state, /", static (o, state) =>
    {
        ((IPlaced)o.Ref!).MoveTo(SequenceRules.Saturate(Operators.Index(state)));
        return Any.None;
    });

    public static PyType Hinted(this PyType type) => type.Method("__length_hint__", static o => ((IHinted)o.Ref!).Left);

    /// <summary>Made again by <c>iter(source)</c>.</summary>
    public static PyTuple ByIter(Any source) => PyTuple.Of(Builtins.Get("iter"), PyTuple.Of(source));

    /// <inheritdoc cref="ByIter(Any)"/>
    public static PyTuple ByIter(Any source, long place) => PyTuple.Of(Builtins.Get("iter"), PyTuple.Of(source), place);

    /// <summary>The Python object behind an iterator.</summary>
    public static Any Value(PyIterator iterator) => iterator is UserIterator user ? user.Target : iterator;

    public static Any[] Values(PyIterator[] iterators) => [.. iterators.Select(Value)];
}

/// <summary>Iterates a tuple.</summary>
internal sealed class TupleIterator(PyTuple tuple) : PyIterator, IteratorState.IPlaced, IteratorState.IHinted
{
    public static readonly PyType Type = DeclareType("tuple_iterator").Placed().Hinted();
    private int _next;

    public override PyType Class => Type;

    public Any Left => _next < 0 ? 0 : tuple.Count - _next;

    public PyTuple Reduce() => _next < 0 ? IteratorState.ByIter(PyTuple.Empty) : IteratorState.ByIter(tuple, _next);

    public void MoveTo(long place)
    {
        if (_next >= 0)
            _next = (int)Math.Clamp(place, 0, tuple.Count);
    }

    public override bool TryNext(out Any value)
    {
        value = default;
        if ((uint)_next >= (uint)tuple.Count)
        {
            _next = -1;
            return false;
        }
        value = tuple[_next++];
        return true;
    }
}

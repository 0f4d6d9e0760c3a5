namespace Pytocs.Runtime.Core;

/// <summary>
/// One of the iterators of <see href="https://docs.python.org/3.13/library/itertools.html#itertools.tee">itertools.tee</see>.
/// They walk along one chain of items; what all of them have passed is let go.
/// </summary>
internal sealed class TeeIterator : PyIterator
{
    public static readonly PyType Type = DeclareType("_tee", "itertools")
        .New("cls, iterable, /", static a => Over(a[1]))
        .Method("__copy__", static o => new TeeIterator((TeeIterator)o.Ref!));

    private readonly Source _source;
    private Cell _cell;

    private TeeIterator(PyIterator items) => (_source, _cell) = (new Source(items), new Cell());

    private TeeIterator(TeeIterator other) => (_source, _cell) = (other._source, other._cell);

    public override PyType Class => Type;

    private static TeeIterator Over(Any iterable) => Operators.Iter(iterable) switch
    {
        TeeIterator other => new TeeIterator(other),
        var items => new TeeIterator(items),
    };

    /// <summary>The iterators: the first is the one given, where that can be copied.</summary>
    public static PyTuple Of(Any iterable, PyInt count)
    {
        if (count < 0)
            throw new ValueError("n must be >= 0");
        if (count == 0)
            return PyTuple.Empty;
        var first = Operators.Iter(iterable);
        if (first is not TeeIterator && IteratorState.Value(first) is var own && Operators.GetAttr(own, "__copy__", Any.Unbound) is { IsUnbound: false } copy)
            return new PyTuple([own, .. Enumerable.Range(1, (int)count - 1).Select(_ => copy.Call())]);
        var tee = first as TeeIterator ?? new TeeIterator(first);
        return new PyTuple([tee, .. Enumerable.Range(1, (int)count - 1).Select(_ => (Any)new TeeIterator(tee))]);
    }

    /// <exception cref="RuntimeError">The source asks for its own next item.</exception>
    public override bool TryNext(out Any value)
    {
        if (_cell.Next is null)
        {
            if (!_source.TryNext(out _cell.Value))
            {
                value = default;
                return false;
            }
            _cell.Next = new Cell();
        }
        value = _cell.Value;
        _cell = _cell.Next;
        return true;
    }

    /// <summary>An item and what comes after it, once it has come.</summary>
    private sealed class Cell
    {
        public Any Value;
        public Cell? Next;
    }

    private sealed class Source(PyIterator items)
    {
        private bool _isRunning;

        public bool TryNext(out Any value)
        {
            if (_isRunning)
                throw new RuntimeError("cannot re-enter the tee iterator");
            _isRunning = true;
            try
            {
                return items.TryNext(out value);
            }
            finally
            {
                _isRunning = false;
            }
        }
    }
}

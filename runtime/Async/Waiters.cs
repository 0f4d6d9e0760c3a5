using System.Collections;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>Who waits, first come first: the deque that locks and queues of asyncio keep as <c>_waiters</c>, <c>_getters</c> and <c>_putters</c>.</summary>
internal sealed class Waiters : PyObject, IEnumerable<Future>
{
    private static readonly PyType s_type = PyType.Builtin("deque", module: "collections")
        .Action("append", "self, x, /", static a => Self(a[0]).AddLast(a[1]))
        .Action("remove", "self, value, /", static a => Self(a[0]).Remove(a[1]))
        .Action("clear", static self => Self(self).Clear())
        .Method("__len__", static self => Self(self).Count)
        .Method("__iter__", static self => Operators.Iter(Self(self).List()))
        .Method("__getitem__", "self, key, /", static (self, key) => Operators.GetItem(Self(self).List(), key))
        .Method("__repr__", static self => $"deque({Operators.Repr(Self(self).List())})");

    /// <summary>Those who wait, between two indexes; one that has left in between leaves a gap until it comes first.</summary>
    private Any[] _items = [];
    private int _start;
    private int _end;

    /// <summary>The ticket of the first place in the array.</summary>
    private long _firstTicket;

    public override PyType Class => s_type;

    public int Count { get; private set; }

    /// <summary>Who came first, or null.</summary>
    public Future? First => _start < _end ? _items[_start].Ref as Future : null;

    private static Waiters Self(Any o) => (Waiters)o.Ref!;

    private PyList<Any> List() => new(_items[_start.._end].Where(static i => !i.IsUnbound));

    /// <summary>Adds one; gives the ticket with which it leaves.</summary>
    public long AddLast(Any waiter)
    {
        if (_end == _items.Length)
            MakeRoom();
        _items[_end] = waiter;
        Count++;
        return _firstTicket + _end++;
    }

    private void MakeRoom()
    {
        var length = _end - _start;
        var target = length <= _items.Length / 2 && length > 0 ? _items : new Any[Math.Max(4, length * 2)];
        Array.Copy(_items, _start, target, 0, length);
        if (target == _items)
            Array.Clear(_items, length, _end - length);
        (_items, _firstTicket, _start, _end) = (target, _firstTicket + _start, 0, length);
    }

    public void Remove(long ticket)
    {
        var index = ticket - _firstTicket;
        if (index < _start || index >= _end || _items[index].IsUnbound)
            return;
        _items[index] = Any.Unbound;
        Count--;
        while (_start < _end && _items[_start].IsUnbound)
            _start++;
        if (_start == _end)
            Clear();
    }

    private void Remove(Any waiter)
    {
        for (var i = _start; i < _end; i++)
            if (!_items[i].IsUnbound && _items[i].Equals(waiter))
            {
                Remove(_firstTicket + i);
                return;
            }
    }

    public void RemoveFirst() => Remove(_firstTicket + _start);

    public void Clear()
    {
        _firstTicket += _end;
        (_start, _end, Count) = (0, 0, 0);
        if (_items.Length > 64)
            _items = [];
        else
            Array.Clear(_items);
    }

    public IEnumerator<Future> GetEnumerator()
    {
        for (var i = _start; i < _end; i++)
            if (_items[i].Ref is Future waiter)
                yield return waiter;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

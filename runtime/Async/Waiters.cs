using System.Collections;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>Who waits, first come first: the deque that locks and queues of asyncio keep as <c>_waiters</c>, <c>_getters</c> and <c>_putters</c>.</summary>
internal sealed class Waiters : PyObject, IEnumerable<Future>
{
    private static readonly PyType s_type = PyType.Builtin("deque", module: "collections")
        .Action("append", "self, x, /", static a => Self(a[0])._items.AddLast(a[1]))
        .Action("remove", "self, value, /", static a => Self(a[0])._items.Remove(a[1]))
        .Action("clear", static self => Self(self).Clear())
        .Method("__len__", static self => Self(self).Count)
        .Method("__iter__", static self => Operators.Iter(Self(self).List()))
        .Method("__getitem__", "self, key, /", static (self, key) => Operators.GetItem(Self(self).List(), key))
        .Method("__repr__", static self => $"deque({Operators.Repr(Self(self).List())})");

    private readonly LinkedList<Any> _items = new();

    public override PyType Class => s_type;

    public int Count => _items.Count;

    /// <summary>Who came first, or null.</summary>
    public Future? First => _items.First?.Value.Ref as Future;

    private static Waiters Self(Any o) => (Waiters)o.Ref!;

    private PyList<Any> List() => new(_items);

    public LinkedListNode<Any> AddLast(Future waiter) => _items.AddLast((Any)waiter);

    public void Remove(LinkedListNode<Any> node)
    {
        if (ReferenceEquals(node.List, _items))
            _items.Remove(node);
    }

    public void RemoveFirst() => _items.RemoveFirst();

    public void Clear() => _items.Clear();

    public IEnumerator<Future> GetEnumerator()
    {
        for (var node = _items.First; node is not null; node = node.Next)
            if (node.Value.Ref is Future waiter)
                yield return waiter;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

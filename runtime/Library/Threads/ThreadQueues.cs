using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/queue.html">queue</see>.</summary>
internal sealed class ThreadQueue(int kind) : LibraryObject
{
    private static readonly PyType s_empty = PyType.Exception("Empty", PyException.Type, static args => new PyException(args), "_queue");
    private static readonly PyType s_full = PyType.Exception("Full", PyException.Type, static args => new PyException(args), "queue");
    private static readonly PyType s_shutDown = PyType.Exception("ShutDown", PyException.Type, static args => new PyException(args), "queue");

    public static readonly PyType Type = Declare(PythonClass.Declare("Queue", "queue", static () => new ThreadQueue(0)));
    private static readonly PyType s_lifo = PythonClass.Declare("LifoQueue", "queue", static () => new ThreadQueue(1), Type);
    private static readonly PyType s_priority = PythonClass.Declare("PriorityQueue", "queue", static () => new ThreadQueue(2), Type);
    private static readonly PyType s_simple = Simple();

    private readonly WaitingThreads _getters = new();
    private readonly WaitingThreads _putters = new();
    private readonly WaitingThreads _joiners = new();
    private readonly PyList<Any> _heap = [];
    private readonly LinkedList<Any> _items = new();
    private long _limit;
    private long _unfinished;
    private bool _isShutDown;

    private protected override PyType NativeClass => kind switch { 0 => Type, 1 => s_lifo, 2 => s_priority, _ => s_simple };

    private static ThreadQueue Self(Any o) => (ThreadQueue)o.Ref!;

    public static PyModule Build() => new PyModule("queue").Type(Type).Type(s_lifo).Type(s_priority).Type(s_simple).Type(s_empty).Type(s_full).Type(s_shutDown);

    private static PyType Declare(PyType type) => type
        .Action("__init__", "self, maxsize=0", static a => Self(a[0])._limit = Lib.Int(a[1]))
        .Property("maxsize", static self => Self(self)._limit, static (self, v) => Self(self)._limit = Lib.Int(v))
        .Property("unfinished_tasks", static self => Self(self)._unfinished)
        .Property("queue", static self => new PyList<Any>(Self(self).Items))
        .Method("qsize", static self => Self(self).Count)
        .Method("empty", static self => Self(self).Count == 0)
        .Method("full", static self => Self(self).IsFull)
        .Action("put", "self, item, block=True, timeout=None", static a => Self(a[0]).Put(a[1], Limit(a[2], a[3])))
        .Method("get", "self, block=True, timeout=None", static (self, block, timeout) => Self(self).Get(Limit(block, timeout)))
        .Action("put_nowait", "self, item", static a => Self(a[0]).Put(a[1], 0))
        .Method("get_nowait", static self => Self(self).Get(0))
        .Action("task_done", static self => Self(self).TaskDone())
        .Action("join", static self => Self(self)._joiners.WaitUntil(() => Self(self)._unfinished == 0, null))
        .Action("shutdown", "self, immediate=False", static a => Self(a[0]).ShutDown(a[1].Truth))
        .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));

    private static PyType Simple() => PythonClass.Declare("SimpleQueue", "_queue", static () => new ThreadQueue(3))
        .Action("__init__", "self", static _ => { })
        .Method("qsize", static self => Self(self).Count)
        .Method("empty", static self => Self(self).Count == 0)
        .Action("put", "self, item, block=True, timeout=None", static a => Self(a[0]).Put(a[1], null))
        .Action("put_nowait", "self, item", static a => Self(a[0]).Put(a[1], null))
        .Method("get", "self, block=True, timeout=None", static (self, block, timeout) => Self(self).Get(Limit(block, timeout)))
        .Method("get_nowait", static self => Self(self).Get(0));

    private static double? Limit(Any block, Any timeout)
    {
        if (!block.Truth)
            return 0;
        if (timeout.IsNone)
            return null;
        return Lib.Real(timeout) is >= 0 and var seconds ? seconds : throw new ValueError("'timeout' must be a non-negative number");
    }

    private int Count => kind == 2 ? _heap.Count : _items.Count;

    private bool IsFull => _limit > 0 && Count >= _limit;

    private IEnumerable<Any> Items => kind == 2 ? _heap : _items;

    private static BaseException Error(PyType type) => (BaseException)type.Call().Ref!;

    private void Put(Any item, double? seconds)
    {
        if (_isShutDown)
            throw Error(s_shutDown);
        if (!_putters.WaitUntil(() => _isShutDown || !IsFull, seconds))
            throw Error(s_full);
        if (_isShutDown)
            throw Error(s_shutDown);
        if (kind == 2)
            Heap.Push(_heap, item);
        else
            _items.AddLast(item);
        _unfinished++;
        _getters.Nudge();
    }

    private Any Get(double? seconds)
    {
        if (_isShutDown && Count == 0)
            throw Error(s_shutDown);
        if (!_getters.WaitUntil(() => _isShutDown || Count > 0, seconds))
            throw Error(s_empty);
        if (Count == 0)
            throw Error(s_shutDown);
        var item = Take();
        _putters.Nudge();
        if (Count > 0)
            _getters.Nudge();
        return item;
    }

    private Any Take()
    {
        if (kind == 2)
            return Heap.Pop(_heap);
        var node = kind == 1 ? _items.Last! : _items.First!;
        _items.Remove(node);
        return node.Value;
    }

    private void TaskDone()
    {
        if (_unfinished <= 0)
            throw new ValueError("task_done() called too many times");
        if (--_unfinished == 0)
            _joiners.NudgeAll();
    }

    private void ShutDown(bool immediate)
    {
        _isShutDown = true;
        for (; immediate && Count > 0; _unfinished -= _unfinished > 0 ? 1 : 0)
            Take();
        if (immediate && _unfinished == 0)
            _joiners.NudgeAll();
        _getters.NudgeAll();
        _putters.NudgeAll();
    }
}

using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// The module <see href="https://docs.python.org/3.13/library/queue.html">queue</see>. What holds the items is the attribute <c>queue</c>, which
/// programs look into, and the methods <c>_init</c>, <c>_qsize</c>, <c>_put</c> and <c>_get</c> are all that knows it: classes override them.
/// </summary>
internal sealed class ThreadQueue : LibraryObject
{
    private static readonly PyType s_empty = PyType.Exception("Empty", PyException.Type, static args => new PyException(args), "_queue");
    private static readonly PyType s_full = PyType.Exception("Full", PyException.Type, static args => new PyException(args), "queue");
    private static readonly PyType s_shutDown = PyType.Exception("ShutDown", PyException.Type, static args => new PyException(args), "queue");

    public static readonly PyType Type = Declare(PythonClass.Declare("Queue", "queue", static () => new ThreadQueue(Type!)));
    private static readonly PyType s_lifo = Storing(PythonClass.Declare("LifoQueue", "queue", static () => new ThreadQueue(s_lifo!), Type), isList: true, static (list, item) => list.Invoke("append", item), static list => list.Invoke("pop"));
    private static readonly PyType s_priority = Storing(PythonClass.Declare("PriorityQueue", "queue", static () => new ThreadQueue(s_priority!), Type), isList: true,
        static (list, item) => Modules.Import("heapq").Invoke("heappush", list, item), static list => Modules.Import("heapq").Invoke("heappop", list));
    private static readonly PyType s_simple = Simple(PythonClass.Declare("SimpleQueue", "_queue", static () => new ThreadQueue(s_simple!)), isPython: false);
    private static readonly PyType s_pySimple = Simple(PythonClass.Declare("_PySimpleQueue", "queue", static () => new ThreadQueue(s_pySimple!)), isPython: true);

    private readonly PyType _native;
    private readonly WaitingThreads _getters = new();
    private readonly WaitingThreads _putters = new();
    private readonly WaitingThreads _joiners = new();
    private Any _items = Any.Unbound;
    private QueueLocks? _locks;

    private ThreadQueue(PyType native) => _native = native;

    private protected override PyType NativeClass => _native;

    private static ThreadQueue Self(Any o) => (ThreadQueue)o.Ref!;

    public static PyModule Build() => new PyModule("queue").Type(Type).Type(s_lifo).Type(s_priority).Type(s_simple).Type(s_pySimple).Type(s_empty).Type(s_full).Type(s_shutDown);

    private static PyType Declare(PyType type) => Storing(type, isList: false, static (deque, item) => deque.Invoke("append", item), static deque => deque.Invoke("popleft"))
        .Action("__init__", "self, maxsize=0", static a => Initialise(a[0], a[1]))
        .Method("_qsize", static self => Operators.Len(self.Get("queue")))
        .Property("queue", static self => Self(self)._items is { IsUnbound: false } items ? items : throw new AttributeError($"'{PyType.Of(self).Name}' object has no attribute 'queue'", "queue", self), static (self, v) => Self(self)._items = v)
        .Property("mutex", static self => Self(self).Locks.Mutex).Property("not_empty", static self => Self(self).Locks.NotEmpty)
        .Property("not_full", static self => Self(self).Locks.NotFull).Property("all_tasks_done", static self => Self(self).Locks.AllDone)
        .Method("qsize", static self => Self(self).Size())
        .Method("empty", static self => Self(self).Count == 0)
        .Method("full", static self => Self(self).Limit is > 0 and var limit && limit <= Self(self).Count)
        .Action("put", "self, item, block=True, timeout=None", static a => Self(a[0]).Put(a[1], a[2], a[3]))
        .Method("get", "self, block=True, timeout=None", static (self, block, timeout) => Self(self).Get(Seconds(block, timeout)))
        .Method("put_nowait", "self, item", static (self, item) => self.Invoke("put", new Arguments { item, { "block", false } }))
        .Method("get_nowait", static self => self.Invoke("get", new Arguments { { "block", false } }))
        .Action("task_done", static self => Self(self).TaskDone())
        .Action("join", static self => Self(self)._joiners.WaitUntil(() => Self(self).Unfinished == 0, null))
        .Action("shutdown", "self, immediate=False", static a => Self(a[0]).ShutDown(a[1].Truth))
        .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));

    private static PyType Storing(PyType type, bool isList, Action<Any, Any> put, Func<Any, Any> get) => type
        .Action("_init", "self, maxsize", a => a[0].Set("queue", isList ? new PyList<Any>() : Modules.Import("collections").Get("deque").Call()))
        .Action("_put", "self, item", a => put(a[0].Get("queue"), a[1]))
        .Method("_get", self => get(self.Get("queue")));

    private static PyType Simple(PyType type, bool isPython)
    {
        type.New((cls, _) => As(cls, new ThreadQueue(type) { _items = Modules.Import("collections").Get("deque").Call() }));
        type.Action("__init__", "self", static _ => { })
            .Method("qsize", static self => Operators.Len(Self(self)._items))
            .Method("empty", static self => Operators.Len(Self(self)._items) == 0)
            .Action("put", "self, item, block=True, timeout=None", static a => Self(a[0]).PutSimply(a[1]))
            .Action("put_nowait", "self, item", static a => Self(a[0]).PutSimply(a[1]))
            .Method("get", "self, block=True, timeout=None", static (self, block, timeout) => Self(self).GetSimply(Seconds(block, timeout)))
            .Method("get_nowait", static self => Self(self).GetSimply(0))
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));
        return isPython ? type.Property("_queue", static self => Self(self)._items) : type;
    }

    private static double? Seconds(Any block, Any timeout)
    {
        if (!block.Truth)
            return 0;
        if (timeout.IsNone)
            return null;
        return Lib.Real(timeout) is >= 0 and var seconds ? seconds : throw new ValueError("'timeout' must be a non-negative number");
    }

    private static void Initialise(Any self, Any limit)
    {
        foreach (var (name, value) in (ReadOnlySpan<(string, Any)>)[("maxsize", limit), ("unfinished_tasks", 0), ("is_shutdown", false)])
            self.Set(name, value);
        self.Invoke("_init", limit);
    }

    private QueueLocks Locks => _locks ??= new QueueLocks();

    private long Limit => Lib.Int(((Any)this).Get("maxsize"));

    private long Unfinished => Lib.Int(((Any)this).Get("unfinished_tasks"));

    private bool IsShutDown => ((Any)this).Get("is_shutdown").Truth;

    private long Count => Lib.Int(((Any)this).Invoke("_qsize"));

    private static BaseException Error(PyType type) => (BaseException)type.Call().Ref!;

    /// <summary>Whoever polls lets other threads run.</summary>
    private long Size()
    {
        Gil.Check();
        return Count;
    }

    private void Put(Any item, Any block, Any timeout)
    {
        Any self = this;
        Gil.Check();
        if (IsShutDown)
            throw Error(s_shutDown);
        if (Limit > 0)
        {
            if (!_putters.WaitUntil(() => IsShutDown || Limit <= 0 || Count < Limit, Seconds(block, timeout)))
                throw Error(s_full);
            if (IsShutDown)
                throw Error(s_shutDown);
        }
        self.Invoke("_put", item);
        self.Set("unfinished_tasks", Unfinished + 1);
        _getters.Nudge();
        _locks?.NotEmpty.Wake(1);
    }

    private Any Get(double? seconds)
    {
        Gil.Check();
        if (IsShutDown && Count == 0)
            throw Error(s_shutDown);
        if (!_getters.WaitUntil(() => IsShutDown || Count > 0, seconds))
            throw Error(s_empty);
        if (IsShutDown && Count == 0)
            throw Error(s_shutDown);
        var item = ((Any)this).Invoke("_get");
        _putters.Nudge();
        _locks?.NotFull.Wake(1);
        if (Count > 0)
            _getters.Nudge();
        return item;
    }

    private void PutSimply(Any item)
    {
        _items.Invoke("append", item);
        _getters.Nudge();
        Gil.Check();
    }

    private Any GetSimply(double? seconds)
    {
        Gil.Check();
        if (!_getters.WaitUntil(() => Operators.Len(_items) > 0, seconds))
            throw Error(s_empty);
        var item = _items.Invoke("popleft");
        if (Operators.Len(_items) > 0)
            _getters.Nudge();
        return item;
    }

    private void TaskDone()
    {
        var left = Unfinished - 1;
        if (left < 0)
            throw new ValueError("task_done() called too many times");
        if (left == 0)
            AllDone();
        ((Any)this).Set("unfinished_tasks", left);
    }

    private void AllDone()
    {
        _joiners.NudgeAll();
        _locks?.AllDone.Wake(long.MaxValue);
    }

    private void ShutDown(bool immediate)
    {
        Any self = this;
        self.Set("is_shutdown", true);
        if (immediate)
        {
            for (; Count > 0; self.Set("unfinished_tasks", Math.Max(0, Unfinished - 1)))
                self.Invoke("_get");
            AllDone();
        }
        _getters.NudgeAll();
        _putters.NudgeAll();
        _locks?.NotEmpty.Wake(long.MaxValue);
        _locks?.NotFull.Wake(long.MaxValue);
    }

    /// <summary>The lock and the conditions of a queue, for programs that use them themselves.</summary>
    private sealed class QueueLocks
    {
        public QueueLocks() => (NotEmpty, NotFull, AllDone) = (ThreadCondition.With(Mutex), ThreadCondition.With(Mutex), ThreadCondition.With(Mutex));

        public ThreadLock Mutex { get; } = new();

        public ThreadCondition NotEmpty { get; }

        public ThreadCondition NotFull { get; }

        public ThreadCondition AllDone { get; }
    }
}

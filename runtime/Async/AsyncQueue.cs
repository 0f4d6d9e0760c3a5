using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary><c>asyncio.Queue</c>. See <see href="https://docs.python.org/3.13/library/asyncio-queue.html">queues</see>.</summary>
public class AsyncQueue : LoopBound
{
    public static readonly PyType Type = Declare(Bound(PythonClass.Declare("Queue", "asyncio.queues", static () => new AsyncQueue())));

    private readonly Waiters _getters = new();
    private readonly Waiters _putters = new();
    private readonly AsyncEvent _finished = new();
    private readonly QueueItems _items;
    private Any _maxSize = 0;
    private Any _storage = Any.None;
    private PyInt _unfinished;
    private bool _isShutDown;

    /// <summary>A queue of at most so many items; none or less means any number.</summary>
    public AsyncQueue(Any? maxSize = null)
        : this(maxSize, new FirstInFirstOut<Any>())
    {
    }

    private protected AsyncQueue(Any? maxSize, QueueItems items)
    {
        _items = items;
        _maxSize = maxSize ?? 0;
        _finished.Set();
    }

    private protected override PyType NativeClass => Type;

    private static AsyncQueue Self(Any o) => (AsyncQueue)o.Ref!;

    private static PyType Declare(PyType type) => type
        .Action("__init__", "self, maxsize=0", static a => Self(a[0]).Initialise(a[1]))
        .Action("_init", "self, maxsize", static _ => { })
        .Action("_put", "self, item", static a => Self(a[0])._items.Add(a[1]))
        .Method("_get", "self", static a => Self(a[0])._items.TakeAny())
        .Property("_queue", static self => Self(self)._storage.IsNone ? new PyList<Any>(Self(self)._items.All) : Self(self)._storage, static (self, v) => Self(self)._storage = v)
        .Property("_unfinished_tasks", static self => Self(self)._unfinished, static (self, v) => Self(self)._unfinished = v.As<PyInt>())
        .Property("_getters", static self => Self(self)._getters)
        .Property("_putters", static self => Self(self)._putters)
        .Property("_finished", static self => Self(self)._finished)
        .Property("_is_shutdown", static self => Self(self)._isShutDown)
        .Property("_maxsize", static self => Self(self)._maxSize)
        .Method("_format", static self => Self(self).Format())
        .Property("maxsize", static self => Self(self)._maxSize)
        .Method("qsize", static self => Self(self).QSize())
        .Method("empty", static self => Self(self).Empty())
        .Method("full", static self => Self(self).Full())
        .AsyncMethod("put", "self, item", static async a =>
        {
            await Self(a[0]).Put(a[1]);
            return Any.None;
        })
        .Action("put_nowait", "self, item", static a => Self(a[0]).PutNowait(a[1]))
        .AsyncMethod("get", static self => Self(self).Get())
        .Method("get_nowait", static self => Self(self).GetNowait())
        .Action("task_done", static self => Self(self).TaskDone())
        .AsyncMethod("join", static async self =>
        {
            await Self(self).Join();
            return Any.None;
        })
        .Action("shutdown", "self, immediate=False", static a => Self(a[0]).Shutdown(a[1]))
        .Method("__repr__", static self => $"<{PyType.Of(self).Name} at {Operators.Address(self.Ref!)} {Self(self).Format()}>")
        .Method("__str__", static self => $"<{PyType.Of(self).Name} {Self(self).Format()}>")
        .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));

    private void Initialise(Any maxSize)
    {
        _maxSize = maxSize;
        if (IsDerived)
            ((Any)this).Invoke("_init", maxSize);
    }

    /// <summary><c>queue.maxsize</c>.</summary>
    public PyInt MaxSize => _maxSize.As<PyInt>();

    /// <summary><c>queue.qsize()</c>.</summary>
    public PyInt QSize() => _storage.IsNone ? _items.Count : Operators.Len(_storage);

    /// <summary><c>queue.empty()</c>.</summary>
    public bool Empty() => QSize() == 0;

    /// <summary><c>queue.full()</c>.</summary>
    public bool Full() => _maxSize > 0 && (Any)QSize() >= _maxSize;

    private static void WakeNext(Waiters waiters)
    {
        while (waiters.First is { } waiter)
        {
            waiters.RemoveFirst();
            if (waiter.IsDone)
                continue;
            waiter.SetResult(Any.None);
            break;
        }
    }

    /// <summary><c>queue.put_nowait(item)</c>.</summary>
    /// <exception cref="QueueFull">It is full.</exception>
    public void PutNowait(Any item) => PutItem(item);

    /// <summary><c>queue.get_nowait()</c>.</summary>
    /// <exception cref="QueueEmpty">It is empty.</exception>
    public Any GetNowait() => TakeItem<Any>();

    /// <summary><c>queue.put(item)</c>: waits for room.</summary>
    /// <exception cref="QueueShutDown">The queue was shut down.</exception>
    public Coro Put(Any item) => PutWaiting(item);

    /// <summary><c>queue.get()</c>: waits for an item.</summary>
    /// <exception cref="QueueShutDown">The queue was shut down and is empty.</exception>
    public Coro<Any> Get() => GetWaiting<Any>();

    private protected void PutItem<T>(T item)
    {
        if (_isShutDown)
            throw new QueueShutDown();
        if (Full())
            throw new QueueFull();
        if (IsDerived)
            ((Any)this).Invoke("_put", Generic.ToAny(item));
        else if (_items is QueueItems<T> items)
            items.Put(item);
        else
            _items.Add(Generic.ToAny(item));
        _unfinished++;
        _finished.Clear();
        WakeNext(_getters);
    }

    private protected T TakeItem<T>()
    {
        if (Empty())
            throw _isShutDown ? new QueueShutDown() : new QueueEmpty();
        var item = IsDerived ? Generic.FromAny<T>(((Any)this).Invoke("_get")) : _items is QueueItems<T> items ? items.Take() : Generic.FromAny<T>(_items.TakeAny());
        WakeNext(_putters);
        return item;
    }

    /// <summary>Whether an operation that need not wait can neither fail nor be somebody else's, and Python's code asks for it: then it makes no coroutine.</summary>
    private bool IsPlain => !IsDerived && _items.IsPlain && ThreadState.Current.IsPython;

    private protected Coro PutWaiting<T>(T item)
    {
        if (_isShutDown || Full() || !IsPlain)
            return PutSlowly(item);
        PutItem(item);
        return default;
    }

    private protected Coro<T> GetWaiting<T>() => Empty() || !IsPlain ? GetSlowly<T>() : new Coro<T>(TakeItem<T>());

    private async Coro PutSlowly<T>(T item)
    {
        while (Full())
        {
            if (_isShutDown)
                throw new QueueShutDown();
            var putter = NewWaiter();
            var place = _putters.AddLast(putter);
            try
            {
                await putter;
            }
            catch (BaseException)
            {
                putter.Cancel();
                _putters.Remove(place);
                if (!Full() && !putter.IsCancelled)
                    WakeNext(_putters);
                throw;
            }
        }
        PutItem(item);
    }

    private async Coro<T> GetSlowly<T>()
    {
        while (Empty())
        {
            if (_isShutDown)
                throw new QueueShutDown();
            var getter = NewWaiter();
            var place = _getters.AddLast(getter);
            try
            {
                await getter;
            }
            catch (BaseException)
            {
                getter.Cancel();
                _getters.Remove(place);
                if (!Empty() && !getter.IsCancelled)
                    WakeNext(_getters);
                throw;
            }
        }
        return TakeItem<T>();
    }

    /// <summary><c>queue.task_done()</c>.</summary>
    /// <exception cref="ValueError">It was called more often than items were put.</exception>
    public void TaskDone()
    {
        if (_unfinished <= 0)
            throw new ValueError("task_done() called too many times");
        _unfinished--;
        if (_unfinished == 0)
            _finished.Set();
    }

    /// <summary><c>queue.join()</c>: waits until every item is done with.</summary>
    public async Coro Join()
    {
        if (_unfinished > 0)
            await _finished.Wait();
    }

    /// <summary><c>queue.shutdown(immediate)</c>.</summary>
    public void Shutdown(Any? immediate = null)
    {
        _isShutDown = true;
        if (immediate is { Truth: true })
        {
            while (!Empty())
            {
                if (IsDerived)
                    ((Any)this).Invoke("_get");
                else
                    _items.TakeAny();
                if (_unfinished > 0)
                    _unfinished--;
            }
            if (_unfinished == 0)
                _finished.Set();
        }
        WakeAll(_getters);
        WakeAll(_putters);
    }

    private static void WakeAll(Waiters waiters)
    {
        foreach (var waiter in waiters)
            waiter.TrySetResult(Any.None);
        waiters.Clear();
    }

    private string Format()
    {
        var text = $"maxsize={Operators.Repr(_maxSize)}";
        if (!Empty())
            text += $" _queue={Operators.Repr(new PyList<Any>(_storage.IsNone ? _items.All : Operators.ToList(_storage)))}";
        if (_getters.Count > 0)
            text += $" _getters[{_getters.Count}]";
        if (_putters.Count > 0)
            text += $" _putters[{_putters.Count}]";
        if (_unfinished > 0)
            text += $" tasks={_unfinished}";
        return _isShutDown ? text + " shutdown" : text;
    }
}

/// <summary><c>asyncio.LifoQueue</c>: the last item comes first.</summary>
public sealed class AsyncLifoQueue : AsyncQueue
{
    public static new readonly PyType Type = PythonClass.Declare("LifoQueue", "asyncio.queues", static () => new AsyncLifoQueue(), AsyncQueue.Type);

    /// <inheritdoc cref="AsyncQueue(Any?)"/>
    public AsyncLifoQueue(Any? maxSize = null)
        : base(maxSize, new LastInFirstOut<Any>())
    {
    }

    private protected override PyType NativeClass => Type;
}

/// <summary><c>asyncio.PriorityQueue</c>: the least item comes first.</summary>
public sealed class AsyncPriorityQueue : AsyncQueue
{
    public static new readonly PyType Type = PythonClass.Declare("PriorityQueue", "asyncio.queues", static () => new AsyncPriorityQueue(), AsyncQueue.Type);

    /// <inheritdoc cref="AsyncQueue(Any?)"/>
    public AsyncPriorityQueue(Any? maxSize = null)
        : base(maxSize, new LeastFirst<Any>())
    {
    }

    private protected override PyType NativeClass => Type;
}

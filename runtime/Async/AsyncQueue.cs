using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

internal enum QueueKind
{
    Fifo, Lifo, Priority,
}

/// <summary><see href="https://docs.python.org/3.13/library/asyncio-queue.html">Queues</see>.</summary>
internal sealed class AsyncQueue : PyObject
{
    public static readonly PyType Type = CreateType("Queue", QueueKind.Fifo, null);
    public static readonly PyType Lifo = CreateType("LifoQueue", QueueKind.Lifo, Type);
    public static readonly PyType Priority = CreateType("PriorityQueue", QueueKind.Priority, Type);
    public static readonly PyType ShutDown = PyType.Exception("QueueShutDown", PyException.Type, static args => new PyException(args), "asyncio.queues");

    private readonly QueueKind _kind;
    private readonly long _limit;
    private readonly LinkedList<Any> _items = new();
    private readonly PyList<Any> _heap = [];
    private readonly LinkedList<Future> _getters = new();
    private readonly LinkedList<Future> _putters = new();
    private readonly AsyncEvent _finished = new();
    private long _unfinished;
    private bool _isShutDown;
    private PyType _class;

    public AsyncQueue(long limit, QueueKind kind)
    {
        (_limit, _kind) = (limit, kind);
        _class = kind == QueueKind.Fifo ? Type : kind == QueueKind.Lifo ? Lifo : Priority;
        _finished.Set();
    }

    public override PyType Class => _class;

    private int Count => _kind == QueueKind.Priority ? _heap.Count : _items.Count;

    private bool IsFull => _limit > 0 && Count >= _limit;

    private static AsyncQueue Self(Any o) => (AsyncQueue)o.Ref!;

    private static PyType CreateType(string name, QueueKind kind, PyType? @base)
    {
        var type = PyType.Builtin(name, @base, "asyncio.queues");
        type.New("cls, maxsize=0", a => new AsyncQueue((long)Operators.Index(a[1]), kind));
        type.Allocator = (cls, arguments) => new AsyncQueue(arguments.Count > 0 ? (long)Operators.Index(arguments[0]) : 0, kind) { _class = cls };
        if (@base is not null)
            return type;
        return type
            .Method("qsize", static self => Self(self).Count)
            .Method("empty", static self => Self(self).Count == 0)
            .Method("full", static self => Self(self).IsFull)
            .Property("maxsize", static self => Self(self)._limit)
            .Method("put_nowait", "self, item, /", static (self, item) =>
            {
                Self(self).PutNow(item);
                return Any.None;
            })
            .Method("get_nowait", static self => Self(self).GetNow())
            .Method("put", "self, item, /", static (self, item) => Coroutine.Of("put", "Queue.put", () => Self(self).Put(item)))
            .Method("get", static self => Coroutine.Of("get", "Queue.get", () => Self(self).Get()))
            .Method("join", static self => Coroutine.Of("join", "Queue.join", () => Self(self).Join()))
            .Method("task_done", static self =>
            {
                Self(self).TaskDone();
                return Any.None;
            })
            .Method("shutdown", "self, immediate=False", static (self, immediate) =>
            {
                Self(self).Shut(immediate.Truth);
                return Any.None;
            })
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));
    }

    private void Store(Any item)
    {
        if (_kind == QueueKind.Priority)
            Heap.Push(_heap, item);
        else
            _items.AddLast(item);
    }

    private Any Take()
    {
        if (_kind == QueueKind.Priority)
            return Heap.Pop(_heap);
        var node = _kind == QueueKind.Lifo ? _items.Last! : _items.First!;
        _items.Remove(node);
        return node.Value;
    }

    private static void WakeNext(LinkedList<Future> waiters)
    {
        while (waiters.First is { } node)
        {
            waiters.RemoveFirst();
            if (node.Value.IsDone)
                continue;
            node.Value.SetResult(Any.None);
            break;
        }
    }

    private static BaseException Down() => (BaseException)ShutDown.Call().Ref!;

    public void PutNow(Any item)
    {
        if (_isShutDown)
            throw Down();
        if (IsFull)
            throw new QueueFull();
        Store(item);
        _unfinished++;
        _finished.Clear();
        WakeNext(_getters);
    }

    public Any GetNow()
    {
        if (Count == 0)
            throw _isShutDown ? Down() : new QueueEmpty();
        var item = Take();
        WakeNext(_putters);
        return item;
    }

    public async Coro<Any> Put(Any item)
    {
        while (IsFull)
        {
            if (_isShutDown)
                throw Down();
            var putter = new Future(EventLoop.Running);
            _putters.AddLast(putter);
            try
            {
                await (Any)putter;
            }
            catch (BaseException)
            {
                putter.Cancel(Any.None);
                _putters.Remove(putter);
                if (!IsFull && !putter.IsCancelled)
                    WakeNext(_putters);
                throw;
            }
        }
        PutNow(item);
        return Any.None;
    }

    public async Coro<Any> Get()
    {
        while (Count == 0)
        {
            if (_isShutDown)
                throw Down();
            var getter = new Future(EventLoop.Running);
            _getters.AddLast(getter);
            try
            {
                await (Any)getter;
            }
            catch (BaseException)
            {
                getter.Cancel(Any.None);
                _getters.Remove(getter);
                if (Count > 0 && !getter.IsCancelled)
                    WakeNext(_getters);
                throw;
            }
        }
        return GetNow();
    }

    private void TaskDone()
    {
        if (_unfinished <= 0)
            throw new ValueError("task_done() called too many times");
        if (--_unfinished == 0)
            _finished.Set();
    }

    private async Coro<Any> Join()
    {
        if (_unfinished > 0)
            await _finished.Wait();
        return Any.None;
    }

    private void Shut(bool immediate)
    {
        _isShutDown = true;
        if (immediate)
        {
            for (; Count > 0; _unfinished -= _unfinished > 0 ? 1 : 0)
                Take();
            if (_unfinished == 0)
                _finished.Set();
        }
        foreach (var waiter in _getters.Concat(_putters).ToArray())
            waiter.TrySetResult(Any.None);
    }
}

/// <summary>The algorithms of <see href="https://docs.python.org/3.13/library/heapq.html">heapq</see>.</summary>
internal static class Heap
{
    public static void Push(PyList<Any> heap, Any item)
    {
        heap.Append(item);
        SiftDown(heap, 0, heap.Count - 1);
    }

    public static Any Pop(PyList<Any> heap)
    {
        if (heap.Count == 0)
            throw new IndexError("index out of range");
        var last = heap.Pop();
        if (heap.Count == 0)
            return last;
        var result = heap[0L];
        heap[0L] = last;
        SiftUp(heap, 0);
        return result;
    }

    public static void SiftDown(PyList<Any> heap, int start, int position)
    {
        var item = heap[(long)position];
        while (position > start)
        {
            var parent = (position - 1) >> 1;
            if (!(item < heap[(long)parent]))
                break;
            heap[(long)position] = heap[(long)parent];
            position = parent;
        }
        heap[(long)position] = item;
    }

    public static void SiftUp(PyList<Any> heap, int position)
    {
        var end = heap.Count;
        var start = position;
        var item = heap[(long)position];
        var child = (2 * position) + 1;
        while (child < end)
        {
            var right = child + 1;
            if (right < end && !(heap[(long)child] < heap[(long)right]))
                child = right;
            heap[(long)position] = heap[(long)child];
            position = child;
            child = (2 * position) + 1;
        }
        heap[(long)position] = item;
        SiftDown(heap, start, position);
    }
}

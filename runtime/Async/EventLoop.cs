using System.Collections.Concurrent;
using System.Diagnostics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>A callback that waits for its turn: what <c>call_soon</c> returns.</summary>
public sealed class Handle : PyObject
{
    public static readonly PyType Type = PyType.Builtin("TimerHandle", module: "asyncio.events")
        .Method("cancel", static self =>
        {
            ((Handle)self.Ref!).Cancel();
            return Any.None;
        })
        .Method("cancelled", static self => ((Handle)self.Ref!).IsCancelled)
        .Method("when", static self => ((Handle)self.Ref!).When);

    private Action? _callback;

    internal Handle(Action callback, double when, PyContext context) => (_callback, When, Context) = (callback, when, context);

    public override PyType Class => Type;

    internal double When { get; }

    internal PyContext Context { get; }

    internal bool IsCancelled { get; private set; }

    public void Cancel()
    {
        IsCancelled = true;
        _callback = null;
    }

    internal void Run() => _callback?.Invoke();
}

/// <summary>
/// The event loop: one thread, callbacks in the order in which they were scheduled.
/// See <see href="https://docs.python.org/3.13/library/asyncio-eventloop.html">event loop</see>.
/// </summary>
public sealed partial class EventLoop : PyObject
{
    private readonly Queue<Handle> _ready = new();
    private readonly List<Handle> _timers = [];
    private readonly ConcurrentQueue<Handle> _external = new();
    private readonly AutoResetEvent _wakeUp = new(false);
    private readonly List<WeakReference<IAsyncGeneratorObject>> _generators = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private bool _stopping;

    public override PyType Class => EventLoopType.Type;

    internal bool IsRunning { get; private set; }

    internal bool IsClosed { get; private set; }

    internal PyTask? CurrentTask { get; set; }

    internal List<WeakReference<PyTask>> Tasks { get; } = [];

    internal Any ExceptionHandler { get; set; } = Any.None;

    internal Any TaskFactory { get; set; } = Any.None;

    internal bool Debug { get; set; }

    /// <summary>Seconds on the loop's own clock.</summary>
    public double Time => 1000.0 + _clock.Elapsed.TotalSeconds;

    /// <exception cref="RuntimeError">No loop runs on this thread.</exception>
    public static EventLoop Running => ThreadState.Current.Loop ?? throw new RuntimeError("no running event loop");

    public Handle CallSoon(Action callback, PyContext? context = null)
    {
        if (IsClosed)
            throw new RuntimeError("Event loop is closed");
        var handle = new Handle(callback, 0, context ?? PyContext.Current);
        _ready.Enqueue(handle);
        return handle;
    }

    /// <summary>Schedules from any thread.</summary>
    public Handle CallSoonThreadsafe(Action callback, PyContext? context = null)
    {
        var handle = new Handle(callback, 0, context ?? PyContext.Current);
        if (ReferenceEquals(ThreadState.Current.Loop, this))
            _ready.Enqueue(handle);
        else
            _external.Enqueue(handle);
        _wakeUp.Set();
        return handle;
    }

    /// <summary>Schedules after a delay in seconds.</summary>
    public Handle CallLater(double delay, Action callback, PyContext? context = null) => CallAt(Time + delay, callback, context);

    public Handle CallAt(double when, Action callback, PyContext? context = null)
    {
        if (IsClosed)
            throw new RuntimeError("Event loop is closed");
        var handle = new Handle(callback, when, context ?? PyContext.Current);
        TimerHeap.Push(_timers, handle);
        return handle;
    }

    internal void Stop() => _stopping = true;

    /// <summary><c>loop.run_forever()</c>.</summary>
    public void RunForever()
    {
        if (IsClosed)
            throw new RuntimeError("Event loop is closed");
        var state = ThreadState.Current;
        if (state.Loop is not null)
            throw new RuntimeError(IsRunning ? "This event loop is already running" : "Cannot run the event loop while another loop is running");
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        state.Loop = this;
        IsRunning = true;
        try
        {
            do
                RunOnce();
            while (!_stopping);
        }
        finally
        {
            _stopping = false;
            IsRunning = false;
            state.Loop = null;
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    /// <summary><c>loop.run_until_complete(awaitable)</c>.</summary>
    public Any RunUntilComplete(Any awaitable)
    {
        var isNew = awaitable.Ref is not Future;
        var future = AsyncIO.EnsureFuture(awaitable, this);
        future.AddCallback(static f =>
        {
            if (f.Error is not (SystemExit or KeyboardInterrupt))
                f.Loop.Stop();
        });
        try
        {
            RunForever();
        }
        catch (BaseException)
        {
            if (isNew && future.IsDone && !future.IsCancelled)
                _ = future.Error;
            throw;
        }
        if (!future.IsDone)
            throw new RuntimeError("Event loop stopped before Future completed.");
        return future.GetResult();
    }

    /// <summary>One iteration: what is due moves to the ready queue, and what is ready now runs.</summary>
    private void RunOnce()
    {
        while (_timers.Count > 0 && _timers[0].IsCancelled)
            TimerHeap.Pop(_timers);
        if (_ready.Count == 0 && _external.IsEmpty && !_stopping)
            Wait();
        while (_external.TryDequeue(out var outside))
            _ready.Enqueue(outside);
        var end = Time + 1e-9;
        while (_timers.Count > 0 && _timers[0].When < end)
            _ready.Enqueue(TimerHeap.Pop(_timers));
        for (var count = _ready.Count; count > 0; count--)
        {
            var handle = _ready.Dequeue();
            if (!handle.IsCancelled)
                RunHandle(handle);
        }
    }

    private void Wait()
    {
        StdIO.Out.Flush();
        if (_timers.Count == 0)
        {
            _wakeUp.WaitOne();
            return;
        }
        var delay = _timers[0].When - Time;
        if (delay <= 0)
            return;
        _wakeUp.WaitOne(TimeSpan.FromSeconds(Math.Min(delay, 86400)));
        // Timers of the system are coarse: the rest is waited out.
        while (_timers.Count > 0 && _timers[0].When - Time is > 0 and < 0.002 && _external.IsEmpty)
            Thread.SpinWait(20);
    }

    private void RunHandle(Handle handle)
    {
        var outer = PyContext.Current;
        PyContext.Current = handle.Context;
        try
        {
            handle.Run();
        }
        catch (BaseException error) when (error is not (SystemExit or KeyboardInterrupt))
        {
            CallExceptionHandler("Exception in callback", error);
        }
        finally
        {
            PyContext.Current = outer;
        }
    }

    /// <summary>Reports an error that nobody waits for.</summary>
    internal void CallExceptionHandler(string message, BaseException? error, string details = "")
    {
        if (!ExceptionHandler.IsNone)
        {
            var context = new PyDict<Any, Any> { ["message"] = message };
            if (error is not null)
                context["exception"] = error;
            ExceptionHandler.Call(this, context);
            return;
        }
        StdIO.Out.Flush();
        StdIO.Error.WriteText(message + "\n" + details + (error is null ? "" : TracebackText.Of(error)));
    }

    internal void TrackGenerator(IAsyncGeneratorObject generator) => _generators.Add(new(generator));

    /// <summary>Closes a generator that its last user has dropped.</summary>
    internal void CloseSoon(IAsyncGeneratorObject generator)
    {
        if (!IsClosed)
            CallSoon(() => new PyTask(Coroutine.Of("aclose", "aclose", () => generator.CloseAsync()), this));
    }

    /// <summary><c>loop.shutdown_asyncgens()</c>.</summary>
    internal async Coro<Any> ShutdownGenerators()
    {
        foreach (var reference in _generators.ToArray())
            if (reference.TryGetTarget(out var generator) && !generator.IsFinished)
                await generator.CloseAsync();
        _generators.Clear();
        return Any.None;
    }

    internal void Close()
    {
        if (IsRunning)
            throw new RuntimeError("Cannot close a running event loop");
        IsClosed = true;
        _ready.Clear();
        _timers.Clear();
    }
}

/// <summary>The algorithm of <c>heapq</c>, so that equal deadlines come out in CPython's order.</summary>
internal static class TimerHeap
{
    public static void Push(List<Handle> heap, Handle item)
    {
        heap.Add(item);
        SiftDown(heap, 0, heap.Count - 1);
    }

    public static Handle Pop(List<Handle> heap)
    {
        var last = heap[^1];
        heap.RemoveAt(heap.Count - 1);
        if (heap.Count == 0)
            return last;
        var result = heap[0];
        heap[0] = last;
        SiftUp(heap, 0);
        return result;
    }

    private static void SiftDown(List<Handle> heap, int start, int position)
    {
        var item = heap[position];
        while (position > start)
        {
            var parent = (position - 1) >> 1;
            if (!(item.When < heap[parent].When))
                break;
            heap[position] = heap[parent];
            position = parent;
        }
        heap[position] = item;
    }

    private static void SiftUp(List<Handle> heap, int position)
    {
        var end = heap.Count;
        var start = position;
        var item = heap[position];
        var child = (2 * position) + 1;
        while (child < end)
        {
            var right = child + 1;
            if (right < end && !(heap[child].When < heap[right].When))
                child = right;
            heap[position] = heap[child];
            position = child;
            child = (2 * position) + 1;
        }
        heap[position] = item;
        SiftDown(heap, start, position);
    }
}

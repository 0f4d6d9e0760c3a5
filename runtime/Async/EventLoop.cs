using System.Collections.Concurrent;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>
/// The event loop: one thread, callbacks in the order in which they were scheduled.
/// See <see href="https://docs.python.org/3.13/library/asyncio-eventloop.html">event loop</see>.
/// </summary>
public sealed partial class EventLoop : LibraryObject
{
    private const double ClockResolution = 1e-9;
    private const int ManyTimers = 100;

    private readonly Queue<Handle> _ready = new();
    private readonly ConcurrentQueue<Handle> _external = new();
    private readonly AutoResetEvent _wakeUp = new(false);
    private List<TimerHandle> _timers = [];
    private int _timersCancelled;
    private int _outside;
    private bool _stopping;
    private int _askCollector;
    private PyTask? _tasks;
    private PyTask? _lastTask;

    private protected override PyType NativeClass => EventLoopType.Type;

    public bool IsRunning { get; private set; }

    public bool IsClosed { get; private set; }

    internal PyTask? CurrentTask { get; set; }

    internal Any TaskFactory { get; set; } = Any.None;

    internal bool Debug
    {
        get;
        set
        {
            field = value;
            if (IsRunning)
                CallSoonThreadsafe(() => CoroutineOrigin.Track(Debug));
        }
    } = AsyncIO.IsDebugMode();

    internal double SlowCallbackDuration { get; set; } = 0.1;

    /// <summary>Seconds on the loop's clock: <c>loop.time()</c>.</summary>
    public double Time => Overrides("time") ? Lib.Real(((Any)this).Invoke("time")) : VirtualClock.Seconds;

    /// <exception cref="RuntimeError">No loop runs on this thread.</exception>
    public static EventLoop Running => ThreadState.Current.Loop ?? throw new RuntimeError("no running event loop");

    /// <summary>A new loop, which tells how it waits.</summary>
    internal static EventLoop Announced() => new EventLoop().Announce(Any.None);

    internal EventLoop Announce(Any selector)
    {
        AsyncLog.Debug("Using selector: %s", selector.IsNone ? OperatingSystem.IsMacOS() ? "KqueueSelector" : "EpollSelector" : PyType.Of(selector).Name);
        return this;
    }

    private void CheckOpen()
    {
        if (IsClosed)
            throw new RuntimeError("Event loop is closed");
    }

    private void CheckThread()
    {
        if (Debug && IsRunning && !ReferenceEquals(ThreadState.Current.Loop, this))
            throw new RuntimeError("Non-thread-safe operation invoked on an event loop other than the current one");
    }

    private static readonly Action<object?, object?> s_action = static (action, _) => ((Action)action!)();
    private static readonly Action<object?, object?> s_call = static (call, _) => ((PyCall)call!).Invoke();

    /// <summary>Puts a handle into the queue of what is ready.</summary>
    internal void Schedule(Handle handle)
    {
        CheckOpen();
        if (IsCustom && Overrides("call_soon"))
        {
            ((Any)this).Invoke("call_soon", new Arguments { handle.AsFunction(), { "context", handle.Context } });
            return;
        }
        _ready.Enqueue(handle);
    }

    /// <summary>Runs a callback at the loop's next turn.</summary>
    public Handle CallSoon(Action callback) => CallSoon(s_action, callback, PyContext.Current);

    internal Handle CallSoon(PyCall call, PyContext? context) => CallSoon(s_call, call, context);

    private Handle CallSoon(Action<object?, object?> run, object state, PyContext? context)
    {
        CheckThread();
        var handle = new Handle(this, run, state, null, context ?? PyContext.Current.Copy());
        Schedule(handle);
        return handle;
    }

    /// <summary>The loop's own <c>call_soon</c>, which one written in Python calls too.</summary>
    internal Handle Enqueue(PyCall call, PyContext? context)
    {
        CheckOpen();
        CheckThread();
        var handle = new Handle(this, s_call, call, null, context ?? PyContext.Current.Copy());
        CreationTrace.Note(this, handle);
        _ready.Enqueue(handle);
        return handle;
    }

    /// <summary>Runs a callback at the loop's next turn; from any thread.</summary>
    public Handle CallSoonThreadsafe(Action callback) => CallSoonThreadsafe(s_action, callback, PyContext.Current);

    internal Handle CallSoonThreadsafe(PyCall call, PyContext? context) => CallSoonThreadsafe(s_call, call, context);

    private Handle CallSoonThreadsafe(Action<object?, object?> run, object state, PyContext? context)
    {
        CheckOpen();
        var handle = new Handle(this, run, state, null, context ?? PyContext.Current.Copy());
        CreationTrace.Note(this, handle);
        if (ReferenceEquals(ThreadState.Current.Loop, this))
        {
            _ready.Enqueue(handle);
            return handle;
        }
        if (Gil.IsHeld || (!IsRunning && Gil.IsAlone))
        {
            // No other thread looks at the queue meanwhile, and the order among all callbacks is kept.
            TakeExternal();
            _ready.Enqueue(handle);
        }
        else
        {
            _external.Enqueue(handle);
        }
        _wakeUp.Set();
        _readiness?.WakeUp();
        return handle;
    }

    private void TakeExternal()
    {
        while (_external.TryDequeue(out var outside))
            _ready.Enqueue(outside);
    }

    /// <summary>As <see cref="CallSoonThreadsafe(Action)"/>; does nothing once the loop is closed.</summary>
    internal void TryCallSoonThreadsafe(Action callback)
    {
        try
        {
            if (!IsClosed)
                CallSoonThreadsafe(callback);
        }
        catch (RuntimeError)
        {
            // It was closed meanwhile: nobody listens any more.
        }
    }

    /// <summary>Runs a callback after a delay in seconds.</summary>
    public Handle CallLater(double delay, Action callback) => CallLater(delay, delay, callback);

    /// <param name="given">The delay as the program gave it.</param>
    /// <param name="delay">The same in seconds.</param>
    /// <param name="callback">What is called.</param>
    internal Handle CallLater(Any given, double delay, Action callback) => Overrides("call_later")
        ? (Handle)((Any)this).Invoke("call_later", given, new PyFunction("callback", "", () => Lib.Do(callback))).Ref!
        : CallAt(Time + delay, callback);

    /// <summary>Runs a callback at a time of the loop's clock.</summary>
    public TimerHandle CallAt(double when, Action callback) => Overrides("call_at")
        ? (TimerHandle)((Any)this).Invoke("call_at", when, new PyFunction("callback", "", () => Lib.Do(callback))).Ref!
        : CallAt(when, s_action, callback, PyContext.Current);

    /// <summary>Whether Python code has a method of its own, in a subclass or on the loop itself, in the place of the loop's.</summary>
    internal bool Overrides(string method) => IsCustom
        && (InstanceDict(create: false)?.ContainsKey(method) == true
            || (IsDerived && Class.Lookup(method).Ref is PyFunction { IsBuiltin: false } function && !ReferenceEquals(function, EventLoopType.Base.Lookup(method).Ref)));

    /// <summary>Whether Python code may have put something of its own in the place of the loop's methods.</summary>
    private bool IsCustom => IsDerived || InstanceDict(create: false) is not null;

    /// <summary>Whether handles may be looked at after they have run.</summary>
    internal bool KeepsHandles => Debug || IsCustom;

    /// <summary>What is ready: <c>_ready</c>.</summary>
    internal PyList<Any> Ready => new(_ready.Concat(_external).Select(static h => (Any)h));

    /// <summary>The heap of timers: <c>_scheduled</c>.</summary>
    internal PyList<Any> Scheduled => new(_timers.Select(static t => (Any)t));

    /// <summary>Ends a future after a delay.</summary>
    internal Handle EndLater(Any given, double delay, Future future) => IsCustom ? CallLater(given, delay, () => future.TrySetResult(Any.None))
        : CallAt(VirtualClock.Seconds + delay, s_end, future, PyContext.Current);

    private static readonly Action<object?, object?> s_end = static (future, _) => ((Future)future!).TrySetResult(Any.None);

    internal TimerHandle CallAt(double when, PyCall call, PyContext? context) => CallAt(when, s_call, call, context);

    private TimerHandle CallAt(double when, Action<object?, object?> run, object state, PyContext? context)
    {
        CheckOpen();
        CheckThread();
        var handle = new TimerHandle(this, when, run, state, null, context ?? PyContext.Current.Copy()) { IsScheduled = true };
        CreationTrace.Note(this, handle);
        TimerHeap.Push(_timers, handle);
        return handle;
    }

    internal void TimerCancelled() => _timersCancelled++;

    /// <summary>Work outside the loop has begun, which will call back; the virtual clock waits for it.</summary>
    internal void Begin() => Interlocked.Increment(ref _outside);

    /// <summary>Work outside the loop has ended.</summary>
    internal void End() => Interlocked.Decrement(ref _outside);

    /// <summary><c>loop.create_future()</c>.</summary>
    public Future CreateFuture()
    {
        var future = new Future(this);
        CreationTrace.Note(this, future, "base_events.py", 460, "create_future");
        return future;
    }

    /// <summary>The tasks that are not done, oldest first.</summary>
    internal IEnumerable<PyTask> Tasks
    {
        get
        {
            for (var task = _tasks; task is not null; task = task.Next)
                yield return task;
        }
    }

    internal void Register(PyTask task)
    {
        task.Previous = _lastTask;
        if (_lastTask is null)
            _tasks = task;
        else
            _lastTask.Next = task;
        _lastTask = task;
    }

    internal void Unregister(PyTask task)
    {
        if (task.Previous is null)
            _tasks = task.Next;
        else
            task.Previous.Next = task.Next;
        if (task.Next is null)
            _lastTask = task.Previous;
        else
            task.Next.Previous = task.Previous;
        (task.Next, task.Previous) = (null, null);
    }

    /// <summary>A future has failed with nobody waiting for it: the collector knows when it is dropped.</summary>
    internal void AskCollector() => _askCollector = Math.Max(_askCollector, 3);

    /// <summary><c>loop.close()</c>.</summary>
    /// <exception cref="RuntimeError">The loop is running.</exception>
    public void Close()
    {
        if (IsRunning)
            throw new RuntimeError("Cannot close a running event loop");
        if (IsClosed)
            return;
        if (Debug)
            AsyncLog.Debug("Close %r", this);
        IsClosed = true;
        _readiness?.Stop();
        _ready.Clear();
        _timers.Clear();
        if (_askCollector > 0)
            Unretrieved.Collect();
        foreach (var task in Tasks)
            task.Abandon();
        if (_tasks is not null)
            Script.AtEnd(ReportPendingTasks);
    }

    private void ReportPendingTasks()
    {
        foreach (var task in Tasks.ToArray())
            CallExceptionHandler(new PyDict<Any, Any> { ["message"] = "Task was destroyed but it is pending!", ["task"] = task });
    }
}

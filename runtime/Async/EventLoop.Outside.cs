using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>Asynchronous generators, threads and signals of a loop.</summary>
public sealed partial class EventLoop
{
    private readonly List<WeakReference<IAsyncGeneratorObject>> _generators = [];
    private readonly Dictionary<int, PyCall> _signals = [];
    private bool _executorIsShutDown;

    internal ThreadPoolExecutor? DefaultExecutor { get; set; }

    internal void TrackGenerator(IAsyncGeneratorObject generator)
    {
        if (_generators.Count % 1024 == 1023)
            _generators.RemoveAll(static r => !r.TryGetTarget(out var g) || g.IsFinished);
        _generators.Add(new(generator));
    }

    /// <summary>Closes a generator that its last user has dropped.</summary>
    internal void CloseSoon(IAsyncGeneratorObject generator)
    {
        try
        {
            if (!IsClosed)
                CallSoonThreadsafe(() => PyTask.Of(AsyncGeneratorStep.Closing(generator), this));
        }
        catch (RuntimeError)
        {
            // The loop has been closed meanwhile, from another thread.
        }
    }

    /// <summary><c>loop.shutdown_asyncgens()</c>.</summary>
    internal async Coro<Any> ShutdownGenerators()
    {
        var open = _generators.Select(static r => r.TryGetTarget(out var g) && !g.IsFinished && !g.IsClosed ? g : null).OfType<IAsyncGeneratorObject>().ToArray();
        _generators.Clear();
        if (open.Length == 0)
            return Any.None;
        var closing = open.Select(static g => (Any)AsyncGeneratorStep.Closing(g)).ToArray();
        var results = Operators.ToList(await (Any)AsyncIO.GatherFuture(this, closing, true));
        for (var i = 0; i < open.Length; i++)
            if (results[i].Ref is PyException error)
                CallExceptionHandler(new PyDict<Any, Any>
                {
                    ["message"] = $"an error occurred during closing of asynchronous generator {Operators.Repr((PyObject)open[i])}",
                    ["exception"] = error,
                    ["asyncgen"] = (PyObject)open[i],
                });
        return Any.None;
    }

    /// <summary>The executor of <c>run_in_executor(None, ...)</c>.</summary>
    /// <exception cref="RuntimeError">It was shut down.</exception>
    internal ThreadPoolExecutor Executor()
    {
        CheckOpen();
        if (_executorIsShutDown)
            throw new RuntimeError("Executor shutdown has been called");
        return DefaultExecutor ??= new ThreadPoolExecutor(null, "asyncio");
    }

    /// <summary><c>loop.shutdown_default_executor()</c>.</summary>
    internal async Coro<Any> ShutdownExecutor(Any timeout)
    {
        _executorIsShutDown = true;
        if (DefaultExecutor is not { } executor)
            return Any.None;
        var future = new Future(this);
        Begin();
        PyThread.TakeNumber();
        var thread = new Thread(() =>
        {
            Gil.Enter();
            executor.Join();
            End();
            if (!IsClosed)
                CallSoonThreadsafe(() => future.TrySetResult(Any.None));
            Gil.Exit();
        }) { IsBackground = true };
        thread.Start();
        await AsyncIO.WaitFor(future, timeout);
        return Any.None;
    }

    internal void AddSignalHandler(Any signal, PyCall call)
    {
        var number = CheckSignal(signal);
        if (!Signals.IsMainThread)
            throw new ValueError("set_wakeup_fd only works in main thread of the main interpreter");
        if (number is Kill or HaltNow)
            throw new RuntimeError($"sig {number} cannot be caught");
        CheckOpen();
        _signals[number] = call;
        Signals.SetHandler(number, new PyFunction("_sighandler_noop", "signum, frame", (Any _, Any _) =>
        {
            if (_signals.TryGetValue(number, out var known))
                CallSoonThreadsafe(known, null);
            return Any.None;
        }));
    }

    private const int Kill = 9;
    private const int HaltNow = 19;

    private static int CheckSignal(Any signal)
    {
        var number = PyValueInstance.Unwrap(signal);
        if (!Operators.IsIntLike(number))
            throw new TypeError($"sig must be an int, not {Operators.Repr(signal)}");
        return Lib.Int(number) is > 0 and < 65 and not (32 or 33) and var known ? (int)known : throw new ValueError($"invalid signal number {Operators.Str(signal)}");
    }

    internal bool RemoveSignalHandler(Any signal)
    {
        var number = CheckSignal(signal);
        if (!_signals.Remove(number))
            return false;
        Signals.SetHandler(number, number == Signals.Interrupt ? Signals.DefaultInterrupt : 0);
        return true;
    }

    private Readiness? _readiness;
    private readonly Dictionary<int, WeakReference<TransportFlow>> _transports = [];

    /// <summary>Whether another thread has left something for the loop.</summary>
    internal bool HasNews => !_external.IsEmpty || _ready.Count > 0;

    /// <summary>Puts a handle whose descriptor is ready into the queue.</summary>
    internal void ScheduleReady(Handle handle) => _ready.Enqueue(handle);

    /// <summary>Calls back whenever a descriptor can be read (or written), in the place of what was called until now.</summary>
    internal Handle Watch(int descriptor, bool writes, Action callback) => Watch(descriptor, writes, new Handle(this, s_action, callback, null, PyContext.Current.Copy()));

    private Handle Watch(int descriptor, bool writes, Handle handle)
    {
        CheckOpen();
        (_readiness ??= new Readiness(this)).Set(descriptor, writes, handle);
        return handle;
    }

    /// <summary>Calls nothing any more; whether there was something.</summary>
    internal bool Unwatch(int descriptor, bool writes) => !IsClosed && _readiness is not null && _readiness.Set(descriptor, writes, null);

    internal bool IsWatched(int descriptor, bool writes) => !IsClosed && _readiness is not null && _readiness.Has(descriptor, writes);

    /// <summary><c>loop.add_reader</c> and <c>loop.add_writer</c>.</summary>
    internal void Watch(Any file, bool writes, PyCall call)
    {
        CheckOpen();
        Watch(Free(file), writes, new Handle(this, s_call, call, null, PyContext.Current.Copy()));
    }

    /// <summary><c>loop.remove_reader</c> and <c>loop.remove_writer</c>: whether there was one.</summary>
    internal bool Unwatch(Any file, bool writes) => Unwatch(Free(file), writes);

    /// <summary>A transport uses a descriptor from now on.</summary>
    internal void Use(int descriptor, TransportFlow transport)
    {
        Free(descriptor);
        _transports[descriptor] = new(transport);
    }

    /// <summary>A transport lets the loop's methods for sockets use its descriptor.</summary>
    internal void Release(int descriptor) => _transports.Remove(descriptor);

    /// <summary>The number of a descriptor that no transport uses.</summary>
    /// <exception cref="RuntimeError">One does.</exception>
    internal int Free(Any file)
    {
        var descriptor = Readiness.Descriptor(file);
        if (_transports.TryGetValue(descriptor, out var known) && known.TryGetTarget(out var transport) && !transport.IsClosing)
            throw new RuntimeError($"File descriptor {Operators.Repr(file)} is used by transport {Operators.Repr(transport)}");
        return descriptor;
    }
}

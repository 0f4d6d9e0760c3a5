using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>Several runs on one loop. See <see href="https://docs.python.org/3.13/library/asyncio-runner.html#asyncio.Runner">asyncio.Runner</see>.</summary>
public sealed class Runner : LibraryObject, IDisposable
{
    private const double ThreadJoinTimeout = 300;

    public static readonly PyType Type = CreateType();

    private Any _debug = Any.None;
    private Any _loopFactory = Any.None;
    private Any _loop = Any.None;
    private PyContext? _context;
    private bool _isClosed;
    private bool _setLoop;
    private int _interrupts;

    private protected override PyType NativeClass => Type;

    private static Runner Self(Any o) => (Runner)o.Ref!;

    private static PyType CreateType() => PythonClass.Declare("Runner", "asyncio.runners", static () => new Runner())
        .Action("__init__", "self, *, debug=None, loop_factory=None", static a => (Self(a[0])._debug, Self(a[0])._loopFactory) = (a[1], a[2]))
        .Method("__enter__", static self =>
        {
            Self(self).Initialise();
            return self;
        })
        .Action("__exit__", "self, exc_type, exc_val, exc_tb", static a => Self(a[0]).Dispose())
        .Method("run", "self, coro, *, context=None", static (self, coroutine, context) => Self(self).Run(coroutine, context.Ref as PyContext))
        .Method("get_loop", static self => Self(self).Initialise())
        .Action("close", static self => Self(self).Dispose());

    /// <summary><c>asyncio.run(main)</c>.</summary>
    internal static Any RunOnce(Any main, Any debug, Any loopFactory)
    {
        if (ThreadState.Current.Loop is not null)
            throw new RuntimeError("asyncio.run() cannot be called from a running event loop");
        var runner = new Runner { _debug = debug, _loopFactory = loopFactory };
        Any result;
        try
        {
            runner.Initialise();
            result = runner.Run(main, null);
        }
        catch
        {
            // An error's way ends here, before the rest of the loop runs: that may raise the same error again.
            runner.Dispose();
            throw;
        }
        runner.Dispose();
        return result;
    }

    /// <summary><c>runner.run(coro)</c>.</summary>
    /// <exception cref="RuntimeError">A loop is running already.</exception>
    public Any Run(Any coroutine) => Run(coroutine, null);

    internal Any Run(Any coroutine, PyContext? context)
    {
        if (!AsyncIO.IsCoroutine(coroutine))
            throw new ValueError($"a coroutine was expected, got {Operators.Repr(coroutine)}");
        if (ThreadState.Current.Loop is not null)
            throw new RuntimeError("Runner.run() cannot be called from a running event loop");
        var loop = Initialise();
        var arguments = new Arguments { coroutine, { "context", context ?? _context } };
        var task = loop.Invoke("create_task", arguments);
        if (loop.Ref is EventLoop own)
            CreationTrace.Through(own, task, "runners.py", 100, "run");
        Any handler = Any.None;
        if (Signals.IsMainThread && ReferenceEquals(Signals.Handler(Signals.Interrupt).Ref, Signals.DefaultInterrupt))
        {
            handler = new PyFunction("_on_sigint", "signum, frame", (Any _, Any _) => OnInterrupt(task));
            Signals.SetHandler(Signals.Interrupt, handler);
        }
        _interrupts = 0;
        try
        {
            return loop.Invoke("run_until_complete", task);
        }
        catch (CancelledError cancelled) when (_interrupts > 0 && Operators.GetAttr(task, "uncancel", Any.None) is { IsNone: false } uncancel && uncancel.Call() == 0)
        {
            throw new KeyboardInterrupt { Context = cancelled };
        }
        finally
        {
            if (!handler.IsNone && ReferenceEquals(Signals.Handler(Signals.Interrupt).Ref, handler.Ref))
                Signals.SetHandler(Signals.Interrupt, Signals.DefaultInterrupt);
        }
    }

    /// <summary>The first interrupt cancels the main task; the next one raises where it strikes.</summary>
    private Any OnInterrupt(Any task)
    {
        _interrupts++;
        if (_interrupts > 1 || task.Invoke("done").Truth)
            throw new KeyboardInterrupt();
        task.Invoke("cancel");
        _loop.Invoke("call_soon_threadsafe", new PyFunction("<lambda>", "", static () => Any.None));
        return Any.None;
    }

    /// <summary>The loop, made at first use: <c>runner.get_loop()</c>.</summary>
    /// <exception cref="RuntimeError">The runner is closed.</exception>
    internal Any Initialise()
    {
        if (_isClosed)
            throw new RuntimeError("Runner is closed");
        if (!_loop.IsNone)
            return _loop;
        if (_loopFactory.IsNone)
        {
            _loop = Policies.NewLoop();
            Policies.SetLoop(_loop);
            _setLoop = true;
        }
        else
        {
            _loop = _loopFactory.Call();
        }
        if (!_debug.IsNone)
            _loop.Invoke("set_debug", _debug);
        _context = PyContext.Current.Copy();
        return _loop;
    }

    /// <summary><c>runner.close()</c>: cancels what still runs, closes generators, and the loop.</summary>
    public void Dispose()
    {
        if (_loop.IsNone || _isClosed)
            return;
        var loop = _loop;
        try
        {
            CancelAll(loop);
            loop.Invoke("run_until_complete", loop.Invoke("shutdown_asyncgens"));
            loop.Invoke("run_until_complete", loop.Invoke("shutdown_default_executor", ThreadJoinTimeout));
        }
        finally
        {
            if (_setLoop)
                Policies.SetLoop(Any.None);
            loop.Invoke("close");
            NeverAwaited.Report();
            _isClosed = true;
        }
    }

    private static void CancelAll(Any foreign)
    {
        if (foreign.Ref is not EventLoop loop)
            return;
        var left = loop.Tasks.ToArray();
        if (left.Length == 0)
            return;
        foreach (var task in left)
            task.Cancel();
        loop.RunUntilComplete(AsyncIO.GatherFuture(loop, [.. left.Select(static t => (Any)t)], true));
        foreach (var task in left)
            if (!task.IsCancelled && task.Error is { } error)
                loop.CallExceptionHandler(new PyDict<Any, Any> { ["message"] = "unhandled exception during asyncio.run() shutdown", ["exception"] = error, ["task"] = task });
    }
}

/// <summary>The loop of a thread. See <see href="https://docs.python.org/3.13/library/asyncio-policy.html">policies</see>.</summary>
internal sealed class Policies : LibraryObject
{
    public static readonly PyType Abstract = AbstractLoop.Open(
        PyType.Emitted("AbstractEventLoopPolicy", "asyncio.events"), ["get_event_loop", "set_event_loop loop", "new_event_loop", "get_child_watcher", "set_child_watcher watcher"], []);

    public static readonly PyType Type = PythonClass.Declare("_UnixDefaultEventLoopPolicy", "asyncio.unix_events", static () => new Policies(), Abstract)
        .Method("get_event_loop", static _ => Loop())
        .Action("set_event_loop", "self, loop", static a => Store(a[1].Ref as EventLoop))
        .Method("new_event_loop", static _ => EventLoop.Announced())
        .Method("get_child_watcher", static self => Watcher((Policies)self.Ref!))
        .Action("set_child_watcher", "self, watcher", static a => SetWatcher((Policies)a[0].Ref!, a[1]))
        .Property("_watcher", static self => ((Policies)self.Ref!)._watcher);

    private Any _watcher = Any.None;

    private static Any Watcher(Policies policy)
    {
        Deprecate("get_child_watcher");
        return policy._watcher.IsNone ? policy._watcher = ChildWatcher.All[2].Call() : policy._watcher;
    }

    private static void SetWatcher(Policies policy, Any watcher)
    {
        if (!watcher.IsNone && !Builtins.IsInstance(watcher, ChildWatcher.Abstract))
            throw new AssertionError();
        policy._watcher = watcher;
        Deprecate("set_child_watcher");
    }

    /// <summary>Warns of a name that Python 3.14 takes away.</summary>
    internal static void Deprecate(string name) => Library.Warnings.Issue(DeprecationWarning.Type, $"'{name}' is deprecated as of Python 3.12 and will be removed in Python 3.14.");

    [ThreadStatic]
    private static EventLoop? t_loop;

    [ThreadStatic]
    private static bool t_isSet;

    private static Any s_policy = Any.None;

    private protected override PyType NativeClass => Type;

    /// <summary>The process's policy: <c>asyncio.get_event_loop_policy()</c>.</summary>
    public static Any Policy
    {
        get => s_policy.IsNone ? s_policy = new Policies() : s_policy;
        set => s_policy = value;
    }

    private static bool IsDefault => s_policy.IsNone || (s_policy.Ref is Policies { IsDerived: false } own && own.InstanceDict(create: false) is null);

    /// <summary>A loop of the policy's making: <c>asyncio.new_event_loop()</c>.</summary>
    public static Any NewLoop() => IsDefault ? EventLoop.Announced() : s_policy.Invoke("new_event_loop");

    /// <summary><c>asyncio.set_event_loop(loop)</c>.</summary>
    /// <exception cref="TypeError">It is neither a loop nor None.</exception>
    public static void SetLoop(Any loop)
    {
        if (!IsDefault)
            s_policy.Invoke("set_event_loop", loop);
        else if (loop.IsNone || loop.Ref is EventLoop)
            Store(loop.Ref as EventLoop);
        else
            throw new TypeError($"loop must be an instance of AbstractEventLoop or None, not '{PyType.Of(loop).Name}'");
    }

    private static void Store(EventLoop? loop) => (t_loop, t_isSet) = (loop, true);

    /// <summary>The thread's loop; the main thread gets one at first use.</summary>
    /// <exception cref="RuntimeError">There is none.</exception>
    public static EventLoop Loop()
    {
        if (t_loop is null && !t_isSet && Signals.IsMainThread)
        {
            Library.Warnings.Issue(DeprecationWarning.Type, "There is no current event loop");
            Store(EventLoop.Announced());
        }
        return t_loop ?? throw new RuntimeError($"There is no current event loop in thread {Core.Str.Repr(Threads.CurrentName)}.");
    }

    /// <summary><c>asyncio.get_event_loop()</c>.</summary>
    public static Any Current() => ThreadState.Current.Loop ?? (IsDefault ? Loop() : s_policy.Invoke("get_event_loop"));

    /// <inheritdoc cref="Current"/>
    /// <exception cref="TypeError">It is no loop of this library.</exception>
    public static EventLoop CurrentLoop() => ThreadState.Current.Loop ?? AsyncIO.LoopOf(Current());
}

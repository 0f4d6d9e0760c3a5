using System.Runtime.ExceptionServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>A coroutine that the event loop drives. See <see href="https://docs.python.org/3.13/library/asyncio-task.html#asyncio.Task">Task</see>.</summary>
public partial class PyTask : Future
{
    private static readonly Action<object?, object?> s_step = static (task, error) => ((PyTask)task!).Step((BaseException?)error);
    private static readonly Action<object?, object?> s_wakeUp = static (future, task) => ((PyTask)task!).WakeUp((Future)future!);

    private static int s_names;

    /// <summary>The coroutine, or an object that takes its place.</summary>
    private object? _target;
    private string? _name;
    private int _number;

    /// <summary>What the task waits for: a future, an object that only looks like one, or nothing.</summary>
    private object? _waiter;
    private bool _mustCancel;
    private Handle? _handle;

    /// <summary>Schedules a coroutine on a loop.</summary>
    /// <exception cref="TypeError">It is no coroutine.</exception>
    internal static PyTask Of(Any coroutine, EventLoop loop, string? name = null, PyContext? context = null, bool eager = false)
    {
        var task = coroutine.Ref is Coroutine own ? own.NewTask() : new PyTask();
        task.Start(coroutine, loop, name, context, eager);
        return task;
    }

    internal PyTask()
    {
    }

    private protected override PyType NativeClass => TaskType.Type;

    /// <summary><c>task.get_name()</c>, <c>task.set_name(name)</c>.</summary>
    public string Name
    {
        get => _name ??= $"Task-{_number}";
        set => _name = value;
    }

    internal PyContext Context { get; private set; } = null!;

    /// <summary><c>task.cancelling()</c>: how often it was asked to cancel, less how often that was taken back.</summary>
    public int Cancelling { get; private set; }

    /// <summary><c>task.get_coro()</c>.</summary>
    internal Any Target => new(_target, 0);

    internal Any Waiter => _waiter is null ? Any.None : new(_waiter, 0);

    internal bool MustCancel => _mustCancel;

    /// <summary>Neighbours in the loop's list of tasks that are not done.</summary>
    internal PyTask? Next { get; set; }

    internal PyTask? Previous { get; set; }

    internal void Start(Any coroutine, EventLoop loop, string? name, PyContext? context, bool eager)
    {
        var own = coroutine.Ref as Coroutine;
        if (own is null && !AsyncIO.IsCoroutine(coroutine))
            throw new TypeError($"a coroutine was expected, got {Operators.Repr(coroutine)}");
        Attach(loop);
        _target = coroutine.Ref;
        if (own is not null)
            own.IsOwned = true;
        _name = name;
        if (name is null)
            _number = Interlocked.Increment(ref s_names);
        Context = context ?? PyContext.Current.Copy();
        loop.Register(this);
        CreationTrace.Note(loop, this);
        if (eager && loop.IsRunning)
            StartEagerly();
        else
            ScheduleStep(null);
    }

    private void StartEagerly()
    {
        var outer = PyContext.Current;
        PyContext.Current = Context;
        try
        {
            Step(null);
        }
        finally
        {
            PyContext.Current = outer;
        }
    }

    private void ScheduleStep(BaseException? error) => Loop.Schedule(Waiting(s_step, this, error));

    /// <summary>The one handle of a task, which waits for its next step or for what it awaits, never for both.</summary>
    private Handle Waiting(Action<object?, object?> run, object first, object? second)
    {
        // In debug mode, and where a program has a loop of its own, others may look at handles later.
        if (_handle is null || Loop.KeepsHandles)
            return _handle = new Handle(Loop, run, first, second, Context);
        _handle.Reuse(run, first, second);
        return _handle;
    }

    /// <summary>The loop has closed before the task has ended: a coroutine that was never begun is watched again.</summary>
    internal void Abandon()
    {
        if (_target is not Coroutine coroutine)
            return;
        coroutine.IsOwned = false;
        NeverAwaited.Guard(coroutine);
    }

    /// <summary>A task's result is its coroutine's.</summary>
    /// <exception cref="RuntimeError">Always.</exception>
    public override void SetResult(Any value) => throw new RuntimeError("Task does not support set_result operation");

    /// <summary><c>task.cancel(message)</c>.</summary>
    public override bool Cancel(Any? message = null)
    {
        Retrieved();
        if (IsDone)
            return false;
        Cancelling++;
        var isTaken = _waiter switch
        {
            null => false,
            Future { IsDerived: false } future => future.Cancel(message),
            _ => Waiter.Invoke("cancel", new Arguments { { "msg", message ?? Any.None } }).Truth,
        };
        if (isTaken)
            return true;
        _mustCancel = true;
        CancelMessage = message ?? Any.None;
        return true;
    }

    /// <summary><c>task.uncancel()</c>.</summary>
    public int Uncancel()
    {
        if (Cancelling > 0)
        {
            Cancelling--;
            if (Cancelling == 0)
                _mustCancel = false;
        }
        return Cancelling;
    }

    private protected override void Finished()
    {
        _handle = null;
        Loop.Unregister(this);
    }

    private void WakeUp(Future future) => Step(future.IsCancelled ? future.MakeCancelledError() : future.Error);

    private void Step(BaseException? error)
    {
        if (IsDone)
            throw new InvalidStateError($"__step(): already done: {Describe()}, {(error is null ? "None" : Operators.Repr(error))}");
        if (_mustCancel)
        {
            if (error is not CancelledError)
                error = MakeCancelledError();
            _mustCancel = false;
        }
        _waiter = null;
        var loop = Loop;
        var outer = loop.CurrentTask;
        loop.CurrentTask = this;
        bool ended;
        Any value;
        BaseException? failure;
        try
        {
            ended = Advance(error, out value, out failure);
        }
        finally
        {
            loop.CurrentTask = outer;
        }
        if (ended)
            End(value, failure);
        else
            WaitFor(value);
    }

    private bool Advance(BaseException? error, out Any value, out BaseException? failure)
    {
        if (_target is Coroutine coroutine)
            return coroutine.Step(Any.None, error, out value, out failure);
        failure = null;
        try
        {
            value = error is null ? GeneratorProtocol.Send(Target, Any.None) : GeneratorProtocol.Throw(Target, error);
            return false;
        }
        catch (StopIteration stop)
        {
            value = stop.Value;
            return true;
        }
        catch (BaseException raised)
        {
            (value, failure) = (Any.None, raised);
            return true;
        }
    }

    private void End(Any value, BaseException? failure)
    {
        switch (failure)
        {
            case null when _mustCancel:
                _mustCancel = false;
                base.Cancel(CancelMessage);
                break;
            case null:
                Resolve(value);
                break;
            case CancelledError cancelled:
                CancelWith(cancelled);
                break;
            case KeyboardInterrupt or SystemExit:
                SetException(failure);
                ExceptionDispatchInfo.Throw(failure);
                break;
            default:
                SetException(failure);
                break;
        }
    }

    private void WaitFor(Any value)
    {
        if (value.Ref is Future future)
        {
            if (future.Loop != Loop)
                Fail($"Task {Describe()} got Future {future.Describe()} attached to a different loop");
            else if (!future.IsBlocking)
                Fail($"yield was used instead of yield from in task {Describe()} with {future.Describe()}");
            else if (ReferenceEquals(future, this))
                Fail($"Task cannot await on itself: {Describe()}");
            else
                WaitFor(future);
        }
        else if (value.IsNone)
        {
            ScheduleStep(null);
        }
        else if (value.Ref is IPyObject && Operators.GetAttr(value, "_asyncio_future_blocking", Any.None) is { IsNone: false } blocking)
        {
            WaitForForeign(value, blocking);
        }
        else
        {
            Fail(value.Ref is IGeneratorObject
                ? $"yield was used instead of yield from for generator in task {Describe()} with {Operators.Repr(value)}"
                : $"Task got bad yield: {Operators.Repr(value)}");
        }
    }

    private void WaitFor(Future future)
    {
        if (future.Overrides("add_done_callback"))
        {
            WaitForForeign(future, true);
            return;
        }
        future.IsBlocking = false;
        future.AddCallback(Waiting(s_wakeUp, future, this));
        _waiter = future;
        if (_mustCancel && future.Cancel(CancelMessage))
            _mustCancel = false;
    }

    /// <summary>Waits for an object that only looks like a future.</summary>
    private void WaitForForeign(Any future, Any blocking)
    {
        if (!blocking.Truth)
        {
            Fail($"yield was used instead of yield from in task {Describe()} with {Operators.Repr(future)}");
            return;
        }
        future.Set("_asyncio_future_blocking", false);
        future.Invoke("add_done_callback", new Arguments { new PyFunction("Task.task_wakeup", "future, /", (Any f) => WakeUpForeign(f)), { "context", Context } });
        _waiter = future.Ref;
        if (_mustCancel && future.Invoke("cancel", new Arguments { { "msg", CancelMessage } }).Truth)
            _mustCancel = false;
    }

    private Any WakeUpForeign(Any future)
    {
        BaseException? error = null;
        try
        {
            future.Invoke("result");
        }
        catch (BaseException raised)
        {
            error = raised;
        }
        Step(error);
        return Any.None;
    }

    private void Fail(string message) => ScheduleStep(new RuntimeError(message));

    internal override List<string> Parts()
    {
        var parts = base.Parts();
        if (Cancelling > 0 && !IsDone)
            parts[0] = "cancelling";
        parts.Insert(1, $"name={Core.Str.Repr(Name)}");
        if (!Waiter.IsNone)
            parts.Insert(2, $"wait_for={Operators.Repr(Waiter)}");
        if (AsyncIO.IsCoroutine(Target))
            parts.Insert(2, $"coro=<{CoroutinePlace.Text(Target)}>");
        return parts;
    }
}

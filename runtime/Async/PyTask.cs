using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>A coroutine that the event loop drives. See <see href="https://docs.python.org/3.13/library/asyncio-task.html#asyncio.Task">Task</see>.</summary>
public sealed class PyTask : Future
{
    public static readonly PyType Type = CreateType();

    private static long s_names;

    private readonly Coroutine? _coroutine;
    private readonly Any _target;
    private readonly Action<Future> _wakeUp;
    private Future? _waiter;
    private bool _mustCancel;

    public PyTask(Any coroutine, EventLoop loop, string? name = null, PyContext? context = null) : base(loop)
    {
        _target = coroutine;
        _coroutine = coroutine.Ref as Coroutine;
        if (_coroutine is null && coroutine.Ref is not IGenerator && PyType.Of(coroutine).Lookup("send").IsUnbound)
            throw new TypeError($"a coroutine was expected, got {Operators.Repr(coroutine)}");
        Name = name ?? $"Task-{Interlocked.Increment(ref s_names)}";
        Context = context ?? PyContext.Current.Copy();
        _wakeUp = WakeUp;
        loop.Tasks.Add(new(this));
        if (loop.Tasks.Count % 1024 == 0)
            loop.Tasks.RemoveAll(static r => !r.TryGetTarget(out var t) || t.IsDone);
        loop.CallSoon(() => Step(null), Context);
    }

    public override PyType Class => Type;

    public string Name { get; set; }

    internal PyContext Context { get; }

    internal int CancelRequests { get; private set; }

    internal Any Target => _target;

    /// <summary><c>task.cancel(message)</c>.</summary>
    public override bool Cancel(Any message)
    {
        if (IsDone)
            return false;
        CancelRequests++;
        if (_waiter is not null && _waiter.Cancel(message))
            return true;
        _mustCancel = true;
        CancelMessage = message;
        return true;
    }

    internal int Uncancel()
    {
        if (CancelRequests > 0)
        {
            CancelRequests--;
            if (CancelRequests == 0)
                _mustCancel = false;
        }
        return CancelRequests;
    }

    private void WakeUp(Future future)
    {
        BaseException? error = null;
        if (future.IsCancelled)
            error = future.MakeCancelledError();
        else
            error = future.Error;
        Step(error);
    }

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
        var outer = Loop.CurrentTask;
        Loop.CurrentTask = this;
        bool ended;
        Any value;
        BaseException? failure;
        try
        {
            ended = Advance(error, out value, out failure);
        }
        finally
        {
            Loop.CurrentTask = outer;
        }
        if (ended)
            End(value, failure);
        else
            WaitFor(value);
    }

    private bool Advance(BaseException? error, out Any value, out BaseException? failure)
    {
        if (_coroutine is not null)
            return _coroutine.Step(Any.None, error, out value, out failure);
        failure = null;
        try
        {
            value = error is null ? GeneratorProtocol.Send(_target, Any.None) : GeneratorProtocol.Throw(_target, error);
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
                SetResult(value);
                break;
            case CancelledError cancelled:
                CancelWith(cancelled);
                break;
            case KeyboardInterrupt or SystemExit:
                SetException(failure);
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
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
            {
                future.IsBlocking = false;
                future.AddCallback(_wakeUp, Context);
                _waiter = future;
                if (_mustCancel && _waiter.Cancel(CancelMessage))
                    _mustCancel = false;
            }
        }
        else if (value.IsNone)
        {
            Loop.CallSoon(() => Step(null), Context);
        }
        else
        {
            Fail($"Task got bad yield: {Operators.Repr(value)}");
        }
    }

    private void Fail(string message)
    {
        var error = new RuntimeError(message);
        Loop.CallSoon(() => Step(error), Context);
    }

    internal override string Describe()
    {
        var state = IsDone ? StateName : _mustCancel ? "cancelling" : "pending";
        var body = _coroutine is { } c ? $" coro=<{c.QualName}()>" : "";
        return $"<Task {state} name={Core.Str.Repr(Name)}{body}{Suffix()}>";
    }

    private static PyTask Self(Any o) => (PyTask)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("Task", FutureType.Type, "_asyncio");
        type.New("cls, coro, *, loop=None, name=None, context=None, eager_start=False", static a =>
            new PyTask(a[1], a[2].Ref as EventLoop ?? EventLoop.Running, a[3].IsNone ? null : Operators.Str(a[3]), a[4].Ref as PyContext));
        return type
            .Method("get_name", static self => Self(self).Name)
            .Method("set_name", "self, value, /", static (self, name) =>
            {
                Self(self).Name = Operators.Str(name);
                return Any.None;
            })
            .Method("get_coro", static self => Self(self).Target)
            .Method("get_context", static self => Self(self).Context)
            .Method("cancelling", static self => Self(self).CancelRequests)
            .Method("uncancel", static self => Self(self).Uncancel())
            .Method("get_stack", "self, *, limit=None", static (_, _) => new PyList<Any>())
            .Method("set_result", "self, result, /", static (_, _) => throw new RuntimeError("Task does not support set_result operation"))
            .Method("set_exception", "self, exception, /", static (_, _) => throw new RuntimeError("Task does not support set_exception operation"));
    }
}

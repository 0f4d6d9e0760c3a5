using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary><c>asyncio.timeout()</c>. See <see href="https://docs.python.org/3.13/library/asyncio-task.html#timeouts">timeouts</see>.</summary>
public sealed class Timeout : LibraryObject
{
    private enum State
    {
        Created, Active, Expiring, Expired, Finished,
    }

    public static readonly PyType Type = PythonClass.Declare("Timeout", "asyncio.timeouts", static () => new Timeout(Any.None))
        .Action("__init__", "self, when", static a => Self(a[0]).When = a[1])
        .Method("when", static self => Self(self).When)
        .Method("expired", static self => Self(self).Expired)
        .Action("reschedule", "self, when", static a => Self(a[0]).Reschedule(a[1]))
        .AsyncMethod("__aenter__", static async self =>
        {
            Self(self).Enter();
            return self;
        })
        .AsyncMethod("__aexit__", "self, exc_type, exc_val, exc_tb", static async a => Self(a[0]).Leave(a[2].Ref as BaseException) is { } error ? throw error : Any.None)
        .Method("__repr__", static self => Self(self).Describe());

    private State _state;
    private Handle? _handle;
    private PyTask? _task;
    private int _cancelling;
    private bool _hasLeft;

    internal Timeout(Any when) => When = when;

    private protected override PyType NativeClass => Type;

    /// <summary><c>timeout.when()</c>: the loop's time at which it strikes, or None.</summary>
    public Any When { get; private set; }

    /// <summary><c>timeout.expired()</c>.</summary>
    public bool Expired => _state is State.Expiring or State.Expired;

    private static Timeout Self(Any o) => (Timeout)o.Ref!;

    private string Describe()
    {
        var when = _state == State.Active ? $" when={(When.IsNone ? "None" : Operators.Repr(Builtins.Get("round").Call(When, 3)))}" : "";
        return $"<Timeout [{_state.ToString().ToLowerInvariant()}]{when}>";
    }

    /// <summary>Begins to count: what entering does.</summary>
    /// <exception cref="RuntimeError">It was entered before, or no task runs.</exception>
    public void Enter()
    {
        if (_state != State.Created)
            throw new RuntimeError("Timeout has already been entered");
        _task = EventLoop.Running.CurrentTask ?? throw new RuntimeError("Timeout should be used inside a task");
        _state = State.Active;
        _cancelling = _task.Cancelling;
        Reschedule(When);
    }

    /// <summary><c>timeout.reschedule(when)</c>.</summary>
    /// <exception cref="RuntimeError">It is not in use.</exception>
    public void Reschedule(Any when)
    {
        if (_state != State.Active)
            throw new RuntimeError(_state == State.Created ? "Timeout has not been entered" : $"Cannot change state of {_state.ToString().ToLowerInvariant()} Timeout");
        When = when;
        _handle?.Cancel();
        _handle = null;
        if (when.IsNone)
            return;
        var loop = EventLoop.Running;
        _handle = when <= loop.Time ? loop.CallSoon(Expire) : loop.CallAt(AsyncIO.Seconds(when), Expire);
    }

    private void Expire()
    {
        _task!.Cancel();
        _state = State.Expiring;
        _handle = null;
    }

    /// <summary>Leaves because of an error.</summary>
    /// <exception cref="TimeoutError">The error is the cancellation that the timeout made.</exception>
    public void Exit(BaseException error)
    {
        if (Leave(error) is { } replaced)
            throw replaced;
    }

    /// <summary>Leaves, if an error has not done so.</summary>
    public void Exit()
    {
        if (!_hasLeft)
            Leave(null);
    }

    /// <summary>Leaves; gives TimeoutError in place of the cancellation that the timeout made.</summary>
    internal BaseException? Leave(BaseException? error)
    {
        _hasLeft = true;
        _handle?.Cancel();
        _handle = null;
        if (_state != State.Expiring)
        {
            _state = State.Finished;
            return null;
        }
        _state = State.Expired;
        if (_task!.Uncancel() > _cancelling || error is null)
            return null;
        if (error is CancelledError)
            return new TimeoutError { Cause = error, Context = error, SuppressContext = true };
        InsertTimeout(error);
        if (error is ExceptionGroup group)
            foreach (var member in group.Members)
                InsertTimeout((BaseException)member.Ref!);
        return null;
    }

    /// <summary>An error raised while the cancellation was handled shows the timeout behind it.</summary>
    private static void InsertTimeout(BaseException error)
    {
        for (; error.Context is { } context; error = context)
        {
            if (context is not CancelledError)
                continue;
            error.Context = new TimeoutError { Cause = context, Context = context, SuppressContext = true };
            return;
        }
    }
}

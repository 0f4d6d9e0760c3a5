using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>A result that comes later. See <see href="https://docs.python.org/3.13/library/asyncio-future.html">futures</see>.</summary>
public class Future(EventLoop loop) : PyObject
{
    private enum State
    {
        Pending, Cancelled, Finished,
    }

    private State _state;
    private Any _result;
    private BaseException? _error;
    private CancelledError? _cancelled;
    private List<(Action<Future> Run, Any Function, PyContext Context)>? _callbacks;
    private Unretrieved? _unretrieved;

    public override PyType Class => FutureType.Type;

    public EventLoop Loop => loop;

    public bool IsDone => _state != State.Pending;

    public bool IsCancelled => _state == State.Cancelled;

    /// <summary>Set by an await, cleared by the task that waits: <c>_asyncio_future_blocking</c>.</summary>
    internal bool IsBlocking { get; set; }

    internal Any CancelMessage { get; set; } = Any.None;

    /// <summary>The exception, without raising; null while pending or when there is none.</summary>
    internal BaseException? Error
    {
        get
        {
            _unretrieved?.Retrieve();
            return _error;
        }
    }

    /// <summary>The future, marked as awaited.</summary>
    internal Any Blocking()
    {
        IsBlocking = true;
        return this;
    }

    internal CancelledError MakeCancelledError()
    {
        if (_cancelled is { } kept)
        {
            _cancelled = null;
            return kept;
        }
        return CancelMessage.IsNone ? new CancelledError() : new CancelledError(CancelMessage);
    }

    /// <summary><c>future.result()</c>.</summary>
    /// <exception cref="InvalidStateError">It is pending.</exception>
    public Any GetResult()
    {
        if (_state == State.Cancelled)
            throw MakeCancelledError();
        if (_state != State.Finished)
            throw new InvalidStateError("Result is not ready.");
        _unretrieved?.Retrieve();
        if (_error is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_error);
        return _result;
    }

    /// <summary><c>future.exception()</c>.</summary>
    internal Any GetException()
    {
        if (_state == State.Cancelled)
            throw MakeCancelledError();
        if (_state != State.Finished)
            throw new InvalidStateError("Exception is not set.");
        return Error is { } error ? error : Any.None;
    }

    public void SetResult(Any value)
    {
        if (IsDone)
            throw new InvalidStateError("invalid state");
        _result = value;
        Finish(State.Finished);
    }

    /// <summary>Sets the result unless the future is done.</summary>
    public void TrySetResult(Any value)
    {
        if (!IsDone)
            SetResult(value);
    }

    public void SetException(BaseException error)
    {
        if (IsDone)
            throw new InvalidStateError("invalid state");
        if (error is StopIteration)
            error = new RuntimeError("StopIteration interacts badly with generators and cannot be raised into a Future") { Cause = error, Context = error };
        _error = error;
        _unretrieved = new Unretrieved(this, error);
        Finish(State.Finished);
    }

    /// <summary><c>future.cancel(message)</c>.</summary>
    public virtual bool Cancel(Any message)
    {
        if (IsDone)
            return false;
        CancelMessage = message;
        Finish(State.Cancelled);
        return true;
    }

    /// <summary>Ends as cancelled by an error that the body let through.</summary>
    protected void CancelWith(CancelledError? error)
    {
        if (IsDone)
            return;
        _cancelled = error;
        Finish(State.Cancelled);
    }

    private void Finish(State state)
    {
        _state = state;
        if (_callbacks is null)
            return;
        var callbacks = _callbacks;
        _callbacks = null;
        foreach (var (run, _, context) in callbacks)
            loop.CallSoon(() => run(this), context);
    }

    internal void AddCallback(Action<Future> callback, PyContext? context = null) => AddCallback(callback, Any.None, context);

    internal void AddCallback(Action<Future> callback, Any function, PyContext? context)
    {
        var given = context ?? PyContext.Current;
        if (IsDone)
            loop.CallSoon(() => callback(this), given);
        else
            (_callbacks ??= []).Add((callback, function, given));
    }

    internal int RemoveCallback(Any function) => _callbacks?.RemoveAll(c => Operators.Equal(c.Function, function)) ?? 0;

    internal void RemoveCallback(Action<Future> callback) => _callbacks?.RemoveAll(c => c.Run == callback);

    internal virtual string Describe() => _state switch
    {
        State.Pending => "<Future pending>",
        State.Cancelled => "<Future cancelled>",
        _ => _error is null ? $"<Future finished result={Operators.Repr(_result)}>" : $"<Future finished exception={Operators.Repr(_error)}>",
    };

    internal string Outcome() => _state switch
    {
        State.Pending => "pending",
        State.Cancelled => "cancelled",
        _ => _error is null ? $"finished result={Operators.Repr(_result)}" : $"finished exception={Operators.Repr(_error)}",
    };

    internal string Suffix() => _state switch
    {
        State.Finished => _error is null ? $" result={Operators.Repr(_result)}" : $" exception={Operators.Repr(_error)}",
        _ => "",
    };

    internal string StateName => _state.ToString().ToLowerInvariant();

    internal bool HasError => _error is not null;
}

/// <summary>An error that nobody has asked for; reported when the loop closes.</summary>
internal sealed class Unretrieved
{
    [ThreadStatic]
    private static List<Unretrieved>? t_pending;

    private readonly Future _future;
    private readonly BaseException _error;

    public Unretrieved(Future future, BaseException error)
    {
        (_future, _error) = (future, error);
        (t_pending ??= []).Add(this);
    }

    public void Retrieve() => t_pending?.Remove(this);

    public static void Report(EventLoop loop)
    {
        var mine = t_pending?.Where(u => u._future.Loop == loop).ToArray() ?? [];
        foreach (var one in mine)
        {
            one.Retrieve();
            var kind = one._future is PyTask ? "Task" : "Future";
            loop.CallExceptionHandler($"{kind} exception was never retrieved", one._error, $"future: {one._future.Describe()}\n");
        }
    }
}

/// <summary>The class <c>asyncio.Future</c>.</summary>
internal static class FutureType
{
    public static readonly PyType Type = Declare(PyType.Builtin("Future", module: "_asyncio"));

    private static Future Self(Any o) => (Future)o.Ref!;

    private static PyType Declare(PyType type)
    {
        type.New("cls, *, loop=None", static a => new Future(a[1].Ref as EventLoop ?? AsyncIO.CurrentOrNewLoop()));
        return type
            .Method("result", static self => Self(self).GetResult())
            .Method("exception", static self => Self(self).GetException())
            .Method("done", static self => Self(self).IsDone)
            .Method("cancelled", static self => Self(self).IsCancelled)
            .Method("cancel", "self, msg=None", static (self, message) => Self(self).Cancel(message))
            .Method("set_result", "self, result, /", static (self, value) =>
            {
                Self(self).SetResult(value);
                return Any.None;
            })
            .Method("set_exception", "self, exception, /", static (self, error) =>
            {
                Self(self).SetException(Raise.Of(error));
                return Any.None;
            })
            .Method("add_done_callback", "self, fn, /, *, context=None", static (self, function, context) =>
            {
                Self(self).AddCallback(f => function.Call(f), function, context.Ref as PyContext);
                return Any.None;
            })
            .Method("remove_done_callback", "self, fn, /", static (self, function) => Self(self).RemoveCallback(function))
            .Method("get_loop", static self => Self(self).Loop)
            .Method("__await__", static self => new FutureIterator(Self(self)))
            .Method("__iter__", static self => new FutureIterator(Self(self)))
            .Method("__repr__", static self => Self(self).Describe())
            .Property("_asyncio_future_blocking", static self => Self(self).IsBlocking, static (self, v) => Self(self).IsBlocking = v.Truth)
            .Property("_loop", static self => Self(self).Loop)
            .Property("_state", static self => Self(self).StateName.ToUpperInvariant())
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));
    }
}

/// <summary>What <c>future.__await__()</c> gives.</summary>
internal sealed class FutureIterator(Future future) : PyIterator, IGenerator
{
    private static readonly PyType s_type = DeclareType("FutureIter", "_asyncio")
        .Method("send", "self, value, /", static (self, value) => ((IGenerator)self.Ref!).Send(value))
        .Method("throw", "self, *args", static (self, args) => ((IGenerator)self.Ref!).Throw(GeneratorProtocol.ErrorOf((PyTuple)args.Ref!)))
        .Method("close", static _ => Any.None);

    private bool _asked;

    public override PyType Class => s_type;

    public override bool TryNext(out Any value)
    {
        if (!future.IsDone)
        {
            if (_asked)
                throw new RuntimeError("await wasn't used with future");
            _asked = true;
            value = future.Blocking();
            return true;
        }
        value = future.GetResult();
        return false;
    }

    public override Any Next() => TryNext(out var value) ? value : throw (value.IsNone ? new StopIteration() : new StopIteration(value));

    public Any Send(Any value) => Next();

    public Any Throw(BaseException error) => throw error;

    public void Close()
    {
    }
}

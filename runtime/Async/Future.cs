using System.Runtime.ExceptionServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>A result that comes later. See <see href="https://docs.python.org/3.13/library/asyncio-future.html">futures</see>.</summary>
public partial class Future : LibraryObject
{
    private protected enum State
    {
        Pending, Cancelled, Finished,
    }

    private State _state;
    private EventLoop? _loop;

    /// <summary>The result; until the future is finished, the message to cancel with.</summary>
    private Any _result = Any.None;

    /// <summary>The exception; of a cancelled future the one to be raised for it, once.</summary>
    private BaseException? _error;

    /// <summary>What is called when it is done: nothing, a handle, or a list of them.</summary>
    private object? _callbacks;
    private Unretrieved? _unretrieved;

    /// <summary>A pending future of a loop.</summary>
    public Future(EventLoop loop) => _loop = loop;

    internal Future()
    {
    }

    private protected override PyType NativeClass => FutureType.Type;

    /// <summary>The loop that it belongs to: <c>future.get_loop()</c>.</summary>
    public EventLoop Loop => _loop ?? throw new RuntimeError($"{NativeClass.Name} object is not initialized.");

    /// <exception cref="RuntimeError">A subclass has not called <c>__init__</c>.</exception>
    internal Future Initialised()
    {
        _ = Loop;
        return this;
    }

    internal void Attach(EventLoop loop) => _loop = loop;

    /// <summary>Lets C# write <c>await future</c>.</summary>
    public FutureAwaiter GetAwaiter() => new(this);

    public bool IsDone => _state != State.Pending;

    public bool IsCancelled => _state == State.Cancelled;

    /// <summary>Set by an await, cleared by the task that waits: <c>_asyncio_future_blocking</c>.</summary>
    internal bool IsBlocking { get; set; }

    internal Any CancelMessage
    {
        get => _state == State.Finished ? Any.None : _result;
        set => _result = _state == State.Finished ? _result : value;
    }

    /// <summary>The exception, without raising; null while pending or when there is none.</summary>
    internal BaseException? Error
    {
        get
        {
            Retrieved();
            return ShownError;
        }
    }

    internal bool HasError => ShownError is not null;

    /// <summary>The exception, for messages: reading it does not count as taking notice.</summary>
    internal BaseException? ShownError => _state == State.Finished ? _error : null;

    internal Any ShownResult => _state == State.Finished ? _result : Any.None;

    internal string StateName => _state.ToString().ToUpperInvariant();

    internal bool IsUnretrieved => _unretrieved is not null;

    /// <summary>Somebody has taken notice of the exception, or says that nobody needs to.</summary>
    internal void Retrieved()
    {
        _unretrieved?.Retrieve();
        _unretrieved = null;
    }

    /// <summary>The future, marked as awaited.</summary>
    internal Any Blocking()
    {
        IsBlocking = true;
        return this;
    }

    internal CancelledError MakeCancelledError()
    {
        if (_state == State.Cancelled && _error is CancelledError kept)
        {
            _error = null;
            return kept;
        }
        return CancelMessage.IsNone ? new CancelledError() : new CancelledError(CancelMessage);
    }

    /// <summary><c>future.result()</c>.</summary>
    /// <exception cref="InvalidStateError">It is pending.</exception>
    public Any GetResult()
    {
        if (_state == State.Cancelled)
            ExceptionDispatchInfo.Throw(MakeCancelledError());
        if (_state != State.Finished)
            throw new InvalidStateError("Result is not set.");
        Retrieved();
        if (_error is not null)
            ExceptionDispatchInfo.Throw(_error);
        return _result;
    }

    /// <summary><c>future.exception()</c>.</summary>
    /// <exception cref="InvalidStateError">It is pending.</exception>
    public BaseException? GetException()
    {
        if (_state == State.Cancelled)
            ExceptionDispatchInfo.Throw(MakeCancelledError());
        if (_state != State.Finished)
            throw new InvalidStateError("Exception is not set.");
        return Error;
    }

    /// <summary><c>future.set_result(value)</c>.</summary>
    /// <exception cref="InvalidStateError">It is done.</exception>
    public virtual void SetResult(Any value) => Resolve(value);

    internal void Resolve(Any value)
    {
        if (IsDone)
            throw new InvalidStateError("invalid state");
        _result = value;
        Finish(State.Finished);
    }

    /// <summary>Whether a Python subclass has a method of its own in the place of the future's.</summary>
    internal bool Overrides(string method) => IsDerived && Class.Lookup(method).Ref is PyFunction { IsBuiltin: false } function && !ReferenceEquals(function, NativeClass.Lookup(method).Ref);

    /// <summary>Takes over how another future ended.</summary>
    internal void CopyFrom(Future other)
    {
        if (other.IsCancelled)
            Cancel();
        else if (other.Error is { } error)
            SetException(error);
        else
            SetResult(other.GetResult());
    }

    /// <summary>Sets the result unless the future is done.</summary>
    internal void TrySetResult(Any value)
    {
        if (!IsDone)
            SetResult(value);
    }

    /// <summary><c>future.set_exception(error)</c>.</summary>
    /// <exception cref="InvalidStateError">It is done.</exception>
    public void SetException(BaseException error)
    {
        if (IsDone)
            throw new InvalidStateError("invalid state");
        if (error is StopIteration)
            error = new RuntimeError("StopIteration interacts badly with generators and cannot be raised into a Future") { Cause = error, Context = error };
        _error = error;
        _unretrieved = new Unretrieved(this, isWatched: _callbacks is not null);
        Finish(State.Finished);
    }

    /// <summary><c>future.cancel(message)</c>.</summary>
    public virtual bool Cancel(Any? message = null)
    {
        Retrieved();
        if (IsDone)
            return false;
        CancelMessage = message ?? Any.None;
        Finish(State.Cancelled);
        return true;
    }

    /// <summary>Ends as cancelled by an error that the body let through.</summary>
    private protected void CancelWith(CancelledError error)
    {
        _error = error;
        CancelMessage = Any.None;
        Finish(State.Cancelled);
    }

    private void Finish(State state)
    {
        _state = state;
        Finished();
        var callbacks = _callbacks;
        _callbacks = null;
        if (callbacks is Handle only)
            Loop.Schedule(only);
        else if (callbacks is List<Handle> several)
            foreach (var handle in several)
                Loop.Schedule(handle);
    }

    private protected virtual void Finished() { }

    /// <summary>Calls back with the future and a state when it is done: at the loop's next turn if it is already.</summary>
    internal void AddCallback(Action<object?, object?> run, object? state, PyContext? context = null)
        => AddCallback(new Handle(Loop, run, this, state, context ?? PyContext.Current));

    /// <summary>Whether it will call back with a state.</summary>
    internal bool HasCallback(object state) => _callbacks is Handle only ? ReferenceEquals(only.Second, state) : _callbacks is List<Handle> several && several.Exists(h => ReferenceEquals(h.Second, state));

    internal void AddCallback(Handle handle)
    {
        if (IsDone)
            Loop.Schedule(handle);
        else if (_callbacks is List<Handle> several)
            several.Add(handle);
        else
            _callbacks = _callbacks is Handle first ? new List<Handle> { first, handle } : handle;
    }

    private static readonly Action<object?, object?> s_run = static (future, action) => ((Action<Future>)action!)((Future)future!);

    /// <inheritdoc cref="AddCallback(Action{object?, object?}, object?, PyContext?)"/>
    internal void AddCallback(Action<Future> callback) => AddCallback(s_run, callback);

    /// <summary><c>future.add_done_callback(function)</c>.</summary>
    internal void AddPythonCallback(Any function, PyContext? context) => AddCallback(FutureCall.Run, new FutureCall(function), context ?? PyContext.Current.Copy());

    internal int RemovePythonCallback(Any function) => RemoveCallbacks(h => h.Second is FutureCall call && Operators.Equal(call.Function, function));

    internal void RemoveCallback(object state) => RemoveCallbacks(h => ReferenceEquals(h.Second, state));

    private int RemoveCallbacks(Predicate<Handle> match)
    {
        var left = Callbacks.ToList();
        var removed = left.RemoveAll(match);
        if (removed > 0)
            _callbacks = left.Count > 1 ? left : left.FirstOrDefault();
        return removed;
    }

    /// <summary>What is called when the future is done, in order.</summary>
    internal IEnumerable<Handle> Callbacks => _callbacks switch
    {
        null => [],
        Handle only => [only],
        var several => (List<Handle>)several,
    };

    /// <summary>The parts of the repr.</summary>
    internal virtual List<string> Parts()
    {
        var parts = new List<string> { StateName.ToLowerInvariant() };
        if (_state == State.Finished)
            parts.Add(_error is null ? $"result={ShortRepr.Of(_result)}" : $"exception={Operators.Repr(_error)}");
        var callbacks = Callbacks.ToArray();
        if (callbacks.Length > 0)
            parts.Add($"cb=[{CallbackTexts(callbacks)}]");
        CreationTrace.AddPlace(this, parts);
        return parts;
    }

    private static string CallbackTexts(Handle[] callbacks) => callbacks.Length switch
    {
        1 => callbacks[0].CallbackText(),
        2 => $"{callbacks[0].CallbackText()}, {callbacks[1].CallbackText()}",
        var n => $"{callbacks[0].CallbackText()}, <{n - 2} more>, {callbacks[^1].CallbackText()}",
    };

    [ThreadStatic]
    private static HashSet<Future>? t_described;

    /// <summary>The repr.</summary>
    internal string Describe()
    {
        t_described ??= [];
        if (!t_described.Add(this))
            return "...";
        try
        {
            return $"<{TypeText} {string.Join(' ', Parts())}>";
        }
        finally
        {
            t_described.Remove(this);
        }
    }

    private protected virtual string TypeText => Class.Name;
}

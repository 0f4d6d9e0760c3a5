using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><c>concurrent.futures.Future</c>. See <see href="https://docs.python.org/3.13/library/concurrent.futures.html#future-objects">future objects</see>.</summary>
internal sealed class ThreadFuture : LibraryObject
{
    public static readonly PyType Error = PyType.Emitted("Error", "concurrent.futures._base", PyException.Type);
    public static readonly PyType Cancelled = PyType.Exception("CancelledError", Error, static args => new PyException(args), "concurrent.futures._base");
    public static readonly PyType InvalidState = PyType.Exception("InvalidStateError", Error, static args => new PyException(args), "concurrent.futures._base");

    public static readonly PyType Type = Declare(PythonClass.Declare("Future", "concurrent.futures._base", static () => new ThreadFuture()));

    private readonly WaitingThreads _waiters = new();
    private readonly List<Any> _callbacks = [];
    private readonly List<Action<ThreadFuture>> _watchers = [];
    private string _state = "PENDING";
    private Any _result = Any.None;
    private BaseException? _error;

    private protected override PyType NativeClass => Type;

    private static ThreadFuture Self(Any o) => (ThreadFuture)o.Ref!;

    private static PyType Declare(PyType type) => type
        .Action("__init__", "self", static _ => { })
        .Method("cancel", static self => Self(self).Cancel())
        .Method("cancelled", static self => Self(self).IsCancelled)
        .Method("running", static self => Self(self)._state == "RUNNING")
        .Method("done", static self => Self(self).Look())
        .Method("result", "self, timeout=None", static (self, timeout) => Self(self).Result(TimeLimit.Optional(timeout)))
        .Method("exception", "self, timeout=None", static (self, timeout) => Self(self).Exception(TimeLimit.Optional(timeout)))
        .Action("add_done_callback", "self, fn", static a => Self(a[0]).AddCallback(a[1]))
        .Method("set_running_or_notify_cancel", static self => Self(self).SetRunning())
        .Action("set_result", "self, result", static a => Self(a[0]).SetResult(a[1]))
        .Action("set_exception", "self, exception", static a => Self(a[0]).SetException((BaseException)a[1].Ref!))
        .Property("_state", static self => Self(self)._state, static (self, value) => Self(self)._state = Lib.Text(value))
        .Property("_result", static self => Self(self)._result, static (self, value) => Self(self)._result = value)
        .Property("_exception", static self => (Any?)Self(self)._error ?? Any.None, static (self, value) => Self(self)._error = value.Ref as BaseException)
        .Method("__repr__", static self => Self(self).Describe())
        .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));

    private string Describe()
    {
        var result = _state != "FINISHED" ? "" : _error is not null ? $" raised {_error.Class.Name}" : $" returned {PyType.Of(_result).Name}";
        return $"<{Class.Name} at {Operators.Address(this)} state={(IsCancelled ? "cancelled" : _state.ToLowerInvariant())}{result}>";
    }

    internal bool IsCancelled => _state.StartsWith("CANCELLED", StringComparison.Ordinal);

    internal bool IsDone => IsCancelled || _state == "FINISHED";

    internal BaseException? ShownError => _error;

    private bool Look()
    {
        Gil.Check();
        return IsDone;
    }

    internal bool Cancel()
    {
        if (_state is "RUNNING" or "FINISHED")
            return false;
        if (IsCancelled)
            return true;
        _state = "CANCELLED";
        Finish();
        return true;
    }

    internal bool SetRunning()
    {
        if (_state == "CANCELLED")
        {
            _state = "CANCELLED_AND_NOTIFIED";
            return false;
        }
        _state = _state == "PENDING" ? "RUNNING" : throw new RuntimeError("Future in unexpected state");
        return true;
    }

    internal void SetResult(Any value)
    {
        CheckOpen();
        (_result, _state) = (value, "FINISHED");
        Finish();
    }

    internal void SetException(BaseException error)
    {
        CheckOpen();
        (_error, _state) = (error, "FINISHED");
        Finish();
    }

    private void CheckOpen()
    {
        if (IsDone)
            throw (BaseException)InvalidState.Call($"{_state}: {Describe()}").Ref!;
    }

    private void Finish()
    {
        _waiters.NudgeAll();
        foreach (var watcher in _watchers.ToArray())
            watcher(this);
        foreach (var callback in _callbacks)
            CallBack(callback);
    }

    private void CallBack(Any function)
    {
        try
        {
            function.Call(this);
        }
        catch (PyException error)
        {
            AsyncLog.Error($"exception calling callback for {Describe()}", error);
        }
    }

    private void AddCallback(Any function)
    {
        if (IsDone)
            CallBack(function);
        else
            _callbacks.Add(function);
    }

    /// <summary>Calls C# code when the future is done, in whatever thread that is.</summary>
    internal void Watch(Action<ThreadFuture> watcher)
    {
        if (IsDone)
            watcher(this);
        else
            _watchers.Add(watcher);
    }

    private void Wait(double? seconds)
    {
        if (!_waiters.WaitUntil(() => IsDone, seconds))
            throw new TimeoutError();
        if (IsCancelled)
            throw (BaseException)Cancelled.Call().Ref!;
    }

    internal Any Result(double? seconds)
    {
        Wait(seconds);
        return _error is null ? _result : throw _error;
    }

    private Any Exception(double? seconds)
    {
        Wait(seconds);
        return _error;
    }

    internal Any ShownResult => _result;

    /// <summary><c>asyncio.wrap_future(future)</c>.</summary>
    /// <param name="future">The future of a thread.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="result">What gets its outcome; null for a new future.</param>
    internal static Future Wrap(Any future, EventLoop loop, Future? result = null)
    {
        if (future.Ref is not ThreadFuture source)
            throw new TypeError($"concurrent.futures.Future is expected, got {Operators.Repr(future)}");
        result ??= new Future(loop);
        loop.Begin();
        source.Watch(s =>
        {
            loop.End();
            if (loop.IsClosed)
                return;
            loop.CallSoonThreadsafe(() =>
            {
                if (result.IsDone)
                    return;
                if (s.IsCancelled)
                    result.Cancel();
                else if (s.ShownError is { } error)
                    result.SetException(error.Class == Cancelled ? new CancelledError(error.Args.AsSpan()) : error);
                else
                    result.SetResult(s.ShownResult);
            });
        });
        result.AddCallback(r =>
        {
            if (r.IsCancelled)
                source.Cancel();
        });
        return result;
    }

    /// <summary><c>asyncio.run_coroutine_threadsafe(coro, loop)</c>.</summary>
    internal static ThreadFuture Submit(Any coroutine, EventLoop loop)
    {
        if (!AsyncIO.IsCoroutine(coroutine))
            throw new TypeError("A coroutine object is required");
        var result = new ThreadFuture();
        loop.CallSoonThreadsafe(() =>
        {
            Future task;
            try
            {
                task = AsyncIO.EnsureFuture(coroutine, loop);
            }
            catch (PyException error)
            {
                if (result.SetRunning())
                    result.SetException(error);
                throw;
            }
            task.AddCallback(t =>
            {
                if (t.IsCancelled)
                    result.Cancel();
                if (!result.SetRunning())
                    return;
                if (t.Error is { } error)
                    result.SetException(error);
                else
                    result.SetResult(t.GetResult());
            });
            result.Watch(r =>
            {
                if (r.IsCancelled && !loop.IsClosed)
                    loop.CallSoonThreadsafe(() => task.Cancel());
            });
        });
        return result;
    }
}

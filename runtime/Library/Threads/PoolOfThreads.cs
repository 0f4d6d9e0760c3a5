using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/multiprocessing.html#multiprocessing.pool.ThreadPool">multiprocessing.pool.ThreadPool</see>: calls functions in threads of its own.</summary>
internal sealed class PoolOfThreads : LibraryObject
{
    public static readonly PyType Type = Declare(PythonClass.Declare("ThreadPool", "multiprocessing.pool", static () => new PoolOfThreads()));

    private ThreadPoolExecutor _executor = null!;
    private bool _isClosed;

    private protected override PyType NativeClass => Type;

    private static PoolOfThreads Self(Any o) => (PoolOfThreads)o.Ref!;

    private static PyType Declare(PyType type) => type
        .Action("__init__", "self, processes=None, initializer=None, initargs=()", static a => Self(a[0]).Initialise(a[1], a[2], a[3]))
        .Method("apply", "self, func, args=(), kwds=", static a => Self(a[0]).Apply(a[1], a[2], a[3], Any.None, Any.None).Get(null), new PyDict<Any, Any>())
        .Method("apply_async", "self, func, args=(), kwds=, callback=None, error_callback=None", static a => Self(a[0]).Apply(a[1], a[2], a[3], a[4], a[5]), new PyDict<Any, Any>())
        .Method("map", "self, func, iterable, chunksize=None", static a => Self(a[0]).Map(a[1], a[2], isStarred: false, Any.None, Any.None).Get(null))
        .Method("map_async", "self, func, iterable, chunksize=None, callback=None, error_callback=None", static a => Self(a[0]).Map(a[1], a[2], isStarred: false, a[4], a[5]))
        .Method("starmap", "self, func, iterable, chunksize=None", static a => Self(a[0]).Map(a[1], a[2], isStarred: true, Any.None, Any.None).Get(null))
        .Method("starmap_async", "self, func, iterable, chunksize=None, callback=None, error_callback=None", static a => Self(a[0]).Map(a[1], a[2], isStarred: true, a[4], a[5]))
        .Method("imap", "self, func, iterable, chunksize=1", static a => Lib.Generator(InOrder(Self(a[0]).Start(a[1], a[2], isStarred: false))))
        .Method("imap_unordered", "self, func, iterable, chunksize=1", static a => Lib.Generator(AsDone(Self(a[0]).Start(a[1], a[2], isStarred: false))))
        .Action("close", static self => Self(self).Close(cancel: false))
        .Action("terminate", static self => Self(self).Close(cancel: true))
        .Action("join", static self => Self(self).Join())
        .Method("__enter__", static self => Self(self)._isClosed ? throw new ValueError("Pool not running") : self)
        .Action("__exit__", "self, *args", static a => a[0].Invoke("terminate"));

    private void Initialise(Any count, Any initializer, Any arguments)
    {
        var number = count.IsNone ? Environment.ProcessorCount : Lib.Int(count);
        if (number < 1)
            throw new ValueError("Number of processes must be at least 1");
        if (!initializer.IsNone && !Builtins.Callable(initializer))
            throw new TypeError("initializer must be a callable");
        _executor = (ThreadPoolExecutor)((Any)ThreadPoolExecutor.Type).Call(new Arguments { number, "Thread", initializer, new PyTuple([.. Operators.ToList(arguments)]) }).Ref!;
    }

    private ThreadFuture Submit(Func<Any> work) => _isClosed ? throw new ValueError("Pool not running") : _executor.Submit(work);

    private PoolResult Apply(Any function, Any arguments, Any named, Any callback, Any errorCallback)
    {
        var args = new PyTuple([.. Operators.ToList(arguments)]);
        var keywords = named.Ref as PyDict ?? new PyDict<Any, Any>();
        return PoolResult.Make([Submit(() => Lib.Call(function, args, keywords))], isList: false, callback, errorCallback);
    }

    private List<ThreadFuture> Start(Any function, Any items, bool isStarred)
        => [.. Operators.ToList(items).Select(item => Submit(() => isStarred ? Lib.Call(function, new PyTuple([.. Operators.ToList(item)]), new PyDict<Any, Any>()) : function.Call(item)))];

    private PoolResult Map(Any function, Any items, bool isStarred, Any callback, Any errorCallback)
        => PoolResult.Make(Start(function, items, isStarred), isList: true, callback, errorCallback);

    private static IEnumerable<Any> InOrder(List<ThreadFuture> futures)
    {
        foreach (var future in futures)
            yield return ((Any)future).Invoke("result");
    }

    private static IEnumerable<Any> AsDone(List<ThreadFuture> futures)
    {
        foreach (var future in Modules.Import("concurrent.futures").Invoke("as_completed", new PyList<Any>(futures.Select(static f => (Any)f))))
            yield return future.Invoke("result");
    }

    private void Close(bool cancel)
    {
        _isClosed = true;
        _executor.Shutdown(wait: false, cancel);
    }

    private void Join()
    {
        if (!_isClosed)
            throw new ValueError("Pool is still running");
        _executor.Shutdown(wait: true, cancel: false);
    }
}

/// <summary>What a pool gives at once, and fills later: <c>AsyncResult</c>.</summary>
internal sealed class PoolResult(List<ThreadFuture> futures, bool isList) : LibraryObject
{
    public static readonly PyType Type = PyType.Emitted("ApplyResult", "multiprocessing.pool").Subscripted()
        .Method("get", "self, timeout=None", static (self, timeout) => Self(self).Get(TimeLimit.Optional(timeout)))
        .Action("wait", "self, timeout=None", static a => Self(a[0]).Wait(TimeLimit.Optional(a[1])))
        .Method("ready", static self => Self(self).IsDone)
        .Method("successful", static self => Self(self).IsDone ? Self(self).Failure() is null : throw new ValueError($"{Operators.Repr(self)} not ready"));

    public static readonly PyType MapType = PyType.Emitted("MapResult", "multiprocessing.pool", Type);

    private static readonly PyType s_late = new ClassMaker("TimeoutError", "multiprocessing.context").Make(ProcessError);

    private static PyType? s_processError;

    private readonly WaitingThreads _waiters = new();

    /// <summary>The errors of processes.</summary>
    public static PyType ProcessError => s_processError ??= new ClassMaker("ProcessError", "multiprocessing.context").Make(PyException.Type);

    public static PyType Late => s_late;

    private protected override PyType NativeClass => isList ? MapType : Type;

    private bool IsDone => futures.TrueForAll(static f => f.IsDone);

    private static PoolResult Self(Any o) => (PoolResult)o.Ref!;

    public static PoolResult Make(List<ThreadFuture> futures, bool isList, Any callback, Any errorCallback)
    {
        var result = new PoolResult(futures, isList);
        var isTold = false;
        foreach (var future in futures)
            future.Watch(_ =>
            {
                result._waiters.NudgeAll();
                if (isTold || !result.IsDone)
                    return;
                isTold = true;
                if (result.Failure() is { } error)
                {
                    if (!errorCallback.IsNone)
                        errorCallback.Call(error);
                }
                else if (!callback.IsNone)
                {
                    callback.Call(result.Value());
                }
            });
        return result;
    }

    private BaseException? Failure() => futures.Find(static f => f.ShownError is not null)?.ShownError;

    private Any Value() => isList ? new PyList<Any>(futures.Select(static f => ((Any)f).Invoke("result"))) : ((Any)futures[0]).Invoke("result");

    private bool Wait(double? seconds) => _waiters.WaitUntil(() => IsDone, seconds);

    /// <exception cref="BaseException">TimeoutError, or what the function raised.</exception>
    public Any Get(double? seconds)
        => Wait(seconds) ? Failure() is { } error ? throw error : Value() : throw (BaseException)((Any)s_late).Call().Ref!;
}

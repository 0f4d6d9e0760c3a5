using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><c>concurrent.futures.ThreadPoolExecutor</c>. See <see href="https://docs.python.org/3.13/library/concurrent.futures.html#threadpoolexecutor">ThreadPoolExecutor</see>.</summary>
internal sealed class ThreadPoolExecutor : LibraryObject
{
    public static readonly PyType Executor = PyType.Emitted("Executor", "concurrent.futures._base");

    public static readonly PyType Type = Declare(PythonClass.Declare("ThreadPoolExecutor", "concurrent.futures.thread", static () => new ThreadPoolExecutor(null, ""), Executor));

    private static int s_pools;

    private readonly WaitingThreads _idle = new();
    private readonly Queue<(ThreadFuture Future, Func<Any> Work)> _work = new();
    private readonly List<PyThread> _threads = [];
    private long _limit;
    private string _prefix;
    private Any _initializer = Any.None;
    private Any _initArguments = PyTuple.Empty;
    private bool _isShutDown;
    private bool _isBroken;

    public ThreadPoolExecutor(long? limit, string prefix)
    {
        _limit = limit ?? Math.Min(32, Environment.ProcessorCount + 4);
        _prefix = prefix;
    }

    private protected override PyType NativeClass => Type;

    private static ThreadPoolExecutor Self(Any o) => (ThreadPoolExecutor)o.Ref!;

    private static PyType Declare(PyType type) => type
        .Action("__init__", "self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()", static a => Self(a[0]).Initialise(a))
        .Method("submit", "self, fn, /, *args, **kwargs", static a => Self(a[0]).Submit(() => Lib.Call(a[1], Lib.Tuple(a[2]), Lib.Dict(a[3]))))
        .Method("map", "self, fn, *iterables, timeout=None, chunksize=1", static a => Self(a[0]).Map(a[1], Lib.Tuple(a[2]), TimeLimit.Optional(a[3])))
        .Action("shutdown", "self, wait=True, *, cancel_futures=False", static a => Self(a[0]).Shutdown(a[1].Truth, a[2].Truth))
        .Property("_max_workers", static self => Self(self)._limit)
        .Property("_shutdown", static self => Self(self)._isShutDown)
        .Method("__enter__", static self => self)
        .Method("__exit__", "self, exc_type, exc_val, exc_tb", static a =>
        {
            Self(a[0]).Shutdown(true, false);
            return false;
        });

    private void Initialise(Any[] a)
    {
        if (!a[1].IsNone)
            _limit = Lib.Int(a[1]);
        if (_limit <= 0)
            throw new ValueError("max_workers must be greater than 0");
        if (!a[3].IsNone && !Builtins.Callable(a[3]))
            throw new TypeError("initializer must be a callable");
        _prefix = Operators.Str(a[2]);
        (_initializer, _initArguments) = (a[3], a[4]);
    }

    public ThreadFuture Submit(Func<Any> work)
    {
        if (_isBroken)
            throw (BaseException)ConcurrentModule.BrokenThreadPool.Call("A thread initializer failed, the thread pool is not usable anymore").Ref!;
        if (_isShutDown)
            throw new RuntimeError("cannot schedule new futures after shutdown");
        if (_prefix.Length == 0)
            _prefix = $"ThreadPoolExecutor-{s_pools++}";
        var future = new ThreadFuture();
        _work.Enqueue((future, work));
        if (_idle.Count >= _work.Count)
        {
            _idle.Nudge();
        }
        else if (_threads.Count < _limit)
        {
            var thread = PyThread.Of($"{_prefix}_{_threads.Count}", RunWorker);
            _threads.Add(thread);
            if (_threads.Count == 1)
                Script.AtEnd(() => Shutdown(true, false));
            thread.Start();
        }
        return future;
    }

    private void RunWorker()
    {
        if (!_initializer.IsNone)
        {
            try
            {
                _initializer.Call(new Arguments { new Star(_initArguments) });
            }
            catch (BaseException error)
            {
                AsyncLog.Error("Exception in initializer:", error);
                Break();
                return;
            }
        }
        while (true)
        {
            while (_work.TryDequeue(out var item))
                Do(item.Future, item.Work);
            if (_isShutDown)
            {
                _idle.NudgeAll();
                return;
            }
            _idle.WaitUntil(() => _work.Count > 0 || _isShutDown, null);
        }
    }

    private static void Do(ThreadFuture future, Func<Any> work)
    {
        if (!future.SetRunning())
            return;
        Any result;
        try
        {
            result = work();
        }
        catch (BaseException error)
        {
            future.SetException(error);
            return;
        }
        future.SetResult(result);
    }

    private void Break()
    {
        _isBroken = true;
        while (_work.TryDequeue(out var item))
            item.Future.SetException((BaseException)ConcurrentModule.BrokenThreadPool.Call("A thread initializer failed, the thread pool is not usable anymore").Ref!);
    }

    private Any Map(Any function, PyTuple iterables, double? seconds)
    {
        var until = VirtualClock.Seconds + (seconds ?? 0);
        var futures = new Queue<ThreadFuture>();
        foreach (var arguments in Builtins.Get("zip").Call(new Arguments { new Star(iterables) }))
            futures.Enqueue(Submit(() => function.Call(new Arguments { new Star(arguments) })));
        return Generator.Of("result_iterator", "Executor.map.<locals>.result_iterator", Results());

        IEnumerable<Any> Results()
        {
            try
            {
                while (futures.Count > 0)
                {
                    var future = futures.Peek();
                    var result = future.Result(seconds is null ? null : Math.Max(0, until - VirtualClock.Seconds));
                    futures.Dequeue();
                    yield return result;
                }
            }
            finally
            {
                foreach (var left in futures)
                    left.Cancel();
            }
        }
    }

    public void Shutdown(bool wait, bool cancel)
    {
        _isShutDown = true;
        while (cancel && _work.TryDequeue(out var item))
            item.Future.Cancel();
        _idle.NudgeAll();
        if (wait)
            Join();
    }

    /// <summary>Waits for the threads to end.</summary>
    public void Join()
    {
        _isShutDown = true;
        _idle.NudgeAll();
        foreach (var thread in _threads)
            thread.Join(Any.None);
    }
}

/// <summary>Functions that an event loop runs in threads.</summary>
internal static class Executors
{
    public static Future RunIn(EventLoop loop, Any executor, PyCall call) => RunIn(loop, executor, call.Invoke, null);

    /// <summary>Lets an executor of any kind work; a future that is given gets the outcome.</summary>
    public static Future RunIn(EventLoop loop, Any executor, Func<Any> work, Future? result)
        => executor.IsNone || executor.Ref is ThreadPoolExecutor
            ? ThreadFuture.Wrap((executor.Ref as ThreadPoolExecutor ?? loop.Executor()).Submit(work), loop, result)
            : ThreadFuture.Wrap(executor.Invoke("submit", new PyFunction("call", "", work)), loop, result);

    public static Future RunIn(EventLoop loop, Any executor, Func<Any> work)
        => ThreadFuture.Wrap((executor.Ref as ThreadPoolExecutor ?? loop.Executor()).Submit(work), loop);
}

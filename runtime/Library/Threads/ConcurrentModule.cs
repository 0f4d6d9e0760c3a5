using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/concurrent.futures.html">concurrent.futures</see>.</summary>
internal static class ConcurrentModule
{
    private static readonly PyType s_brokenExecutor = PyType.Exception("BrokenExecutor", RuntimeError.Type, static args => new RuntimeError(args), "concurrent.futures._base");

    public static readonly PyType BrokenThreadPool = PyType.Exception("BrokenThreadPool", s_brokenExecutor, static args => new RuntimeError(args), "concurrent.futures.thread");

    private static readonly PyType s_result = Modules.Import("collections").Invoke("namedtuple", "DoneAndNotDoneFutures", "done not_done").Ref as PyType ?? throw new RuntimeError("namedtuple made no class");

    /// <summary>There are no processes that could run Python functions: programs may name the class, and learn so when they make one.</summary>
    private static readonly PyType s_processPool = PythonClass.Declare<ThreadPoolExecutor>("ProcessPoolExecutor", "concurrent.futures.process",
        static () => throw new NotImplementedError("ProcessPoolExecutor is not supported: a program is one process; use ThreadPoolExecutor"), ThreadPoolExecutor.Executor)
        .Action("__init__", "self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None", static _ => { });

    public static PyModule Package() => new("concurrent");

    public static PyModule Build() => new PyModule("concurrent.futures")
        .Type(ThreadFuture.Type).Type(ThreadPoolExecutor.Type).Type(ThreadPoolExecutor.Executor).Type(s_brokenExecutor)
        .Type(s_processPool)
        .Type(ThreadFuture.Cancelled).Type(ThreadFuture.InvalidState).Value("TimeoutError", TimeoutError.Type)
        .Value("FIRST_COMPLETED", "FIRST_COMPLETED").Value("FIRST_EXCEPTION", "FIRST_EXCEPTION").Value("ALL_COMPLETED", "ALL_COMPLETED")
        .Python("wait", "fs, timeout=None, return_when='ALL_COMPLETED'", static a => Wait(a[0], TimeLimit.Optional(a[1]), a[2]))
        .Python("as_completed", "fs, timeout=None", static a => Generator.Of("as_completed", "as_completed", AsCompleted(Futures(a[0]), TimeLimit.Optional(a[1]))));

    public static PyModule Threads() => new PyModule("concurrent.futures.thread").Type(ThreadPoolExecutor.Type).Type(BrokenThreadPool).Type(s_workItem);

    public static PyModule Processes() => new PyModule("concurrent.futures.process").Type(s_processPool).Function("_check_system_limits", "", static _ => Any.None)
        .Type(PyType.Exception("BrokenProcessPool", s_brokenExecutor, static args => new RuntimeError(args), "concurrent.futures.process"));

    public static PyModule Base()
    {
        var module = new PyModule("concurrent.futures._base").Type(ThreadFuture.Type).Type(ThreadPoolExecutor.Executor).Type(s_brokenExecutor).Type(ThreadFuture.Cancelled).Type(ThreadFuture.InvalidState).Type(ThreadFuture.Error)
            .Value("TimeoutError", TimeoutError.Type);
        foreach (var state in (string[])["PENDING", "RUNNING", "CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED"])
            module.Value(state, state);
        return module.Value("FIRST_COMPLETED", "FIRST_COMPLETED").Value("FIRST_EXCEPTION", "FIRST_EXCEPTION").Value("ALL_COMPLETED", "ALL_COMPLETED");
    }

    /// <summary>A call that waits for a thread.</summary>
    private static readonly PyType s_workItem = new ClassMaker("_WorkItem", "concurrent.futures.thread")
        .Method("__init__", "self, future, fn, args, kwargs", static a => Lib.Do(() =>
        {
            foreach (var (name, value) in (ReadOnlySpan<(string, Any)>)[("future", a[1]), ("fn", a[2]), ("args", a[3]), ("kwargs", a[4])])
                a[0].Set(name, value);
        }))
        .ClassMethod("__class_getitem__", "cls, item", static a => GenericAlias.Of(a[0], a[1]))
        .Make(PyType.Object);

    private static List<ThreadFuture> Futures(Any items)
        => [.. new PySet<Any>(Operators.ToList(items)).ToArray().Select(static f => f.Ref as ThreadFuture ?? throw new AttributeError($"'{PyType.Of(f).Name}' object has no attribute '_condition'"))];

    private static Any Wait(Any items, double? seconds, Any when)
    {
        var futures = Futures(items);
        if (when.Ref is not ("FIRST_COMPLETED" or "FIRST_EXCEPTION" or "ALL_COMPLETED"))
            throw new ValueError($"Invalid return condition: {Operators.Repr(when)}");
        var waiters = new WaitingThreads();
        foreach (var future in futures)
            future.Watch(_ => waiters.NudgeAll());
        waiters.WaitUntil(Enough, seconds);
        return s_result.Call(Set(static f => f.IsDone), Set(static f => !f.IsDone));

        bool Enough() => when.Ref switch
        {
            "FIRST_COMPLETED" => futures.Exists(static f => f.IsDone) || futures.Count == 0,
            "FIRST_EXCEPTION" when futures.Exists(static f => f is { IsDone: true, IsCancelled: false, ShownError: not null }) => true,
            _ => futures.TrueForAll(static f => f.IsDone),
        };

        PySet<Any> Set(Func<ThreadFuture, bool> test) => new(futures.Where(test).Select(static f => (Any)f));
    }

    private static IEnumerable<Any> AsCompleted(List<ThreadFuture> futures, double? seconds)
    {
        var until = VirtualClock.Seconds + (seconds ?? 0);
        var waiters = new WaitingThreads();
        var done = new Queue<ThreadFuture>();
        var total = futures.Count;
        foreach (var future in futures)
            future.Watch(f =>
            {
                done.Enqueue(f);
                waiters.NudgeAll();
            });
        for (var left = total; left > 0; left--)
        {
            if (!waiters.WaitUntil(() => done.Count > 0, seconds is null ? null : Math.Max(0, until - VirtualClock.Seconds)))
                throw new TimeoutError($"{left} (of {total}) futures unfinished");
            yield return done.Dequeue();
        }
    }
}

using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// The module <see href="https://docs.python.org/3.13/library/multiprocessing.html">multiprocessing</see>, as far as one process goes: a child of
/// CPython's begins with a copy of its parent's memory, which a .NET process cannot give it.
/// </summary>
internal static class MultiprocessingModule
{
    private static readonly string[] s_synchronisers = ["Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event", "Barrier"];

    private static readonly PyType s_process = Refused("Process", "multiprocessing.context", "group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None");

    private static readonly PyType s_pool = Refused("Pool", "multiprocessing.pool", "processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None");

    private static readonly PyType s_thread = MakeThread();

    /// <summary>A class that programs may name and derive from, and which says when it is called that it cannot be.</summary>
    private static PyType Refused(string name, string module, string signature) => new ClassMaker(name, module)
        .Method("__init__", "self, " + signature, a => throw new NotImplementedError($"multiprocessing.{name} is not supported: a converted program is one process; use threads (multiprocessing.pool.ThreadPool, concurrent.futures.ThreadPoolExecutor) or subprocess"))
        .Make(PyType.Object);

    private static PyType MakeThread() => new ClassMaker("DummyProcess", "multiprocessing.dummy")
        .Property("exitcode", static self => self.Get("ident").IsNone || self.Invoke("is_alive").Truth ? Any.None : 0)
        .Make((PyType)Modules.Import("threading").Get("Thread").Ref!);

    public static PyModule Build()
    {
        var module = new PyModule("multiprocessing").Package();
        Shared(module);
        return module.Type(s_process).Function("Pool", "processes=None, initializer=None, initargs=(), maxtasksperchild=None", static a => ((Any)s_pool).Call())
            .Function("Manager", "", static _ => throw new NotImplementedError("multiprocessing.Manager is not supported: a converted program is one process"))
            .Function("current_process", "", static _ => Current()).Function("parent_process", "", static _ => Any.None).Function("active_children", "", static _ => new PyList<Any>())
            .Function("get_start_method", "allow_none=False", static _ => "fork").Function("set_start_method", "method, force=False", static a => a[0].Ref is "fork" or "spawn" or "forkserver" ? Any.None : throw new ValueError($"cannot find context for {Operators.Repr(a[0])}"))
            .Function("get_all_start_methods", "", static _ => Lib.List(["fork", "spawn", "forkserver"]))
            .Function("get_context", "method=None", static a => a[0].IsNone || a[0].Ref is "fork" or "spawn" or "forkserver" ? Modules.Import("multiprocessing") : throw new ValueError($"cannot find context for {Operators.Repr(a[0])}"))
            .Function("set_executable", "executable", static _ => Any.None).Function("set_forkserver_preload", "module_names", static _ => Any.None)
            .Function("get_logger", "", static _ => Modules.Import("logging").Invoke("getLogger", "multiprocessing"))
            .Type(PoolResult.ProcessError).Value("TimeoutError", PoolResult.Late);
    }

    /// <summary>What works between threads as it does between processes.</summary>
    private static void Shared(PyModule module)
    {
        var (threading, queue) = (Modules.Import("threading"), Modules.Import("queue"));
        foreach (var name in s_synchronisers)
            module.Value(name, threading.Get(name));
        module.Value("Queue", queue.Get("Queue")).Value("JoinableQueue", queue.Get("Queue")).Value("SimpleQueue", queue.Get("SimpleQueue"))
            .Function("cpu_count", "", static _ => Environment.ProcessorCount).Function("freeze_support", "", static _ => Any.None)
            .Function("Value", "typecode_or_type, *args, lock=True", static a => Value(a[0], Lib.Tuple(a[1])))
            .Function("Array", "typecode_or_type, size_or_initializer, *, lock=True", static a => Operators.IsIntLike(a[1]) ? new PyList<Any>(Enumerable.Repeat((Any)0, (int)Lib.Int(a[1]))) : new PyList<Any>(Operators.ToList(a[1])));
    }

    private static Any Value(Any type, PyTuple given)
    {
        var zero = type.Ref is "f" or "d" ? 0.0 : (Any)0;
        var made = Modules.Import("types").Get("SimpleNamespace").Call(new Arguments { { "value", given.Count > 0 ? given[0] : zero } });
        var @lock = Modules.Import("threading").Invoke("RLock");
        made.Set("get_lock", new PyFunction("get_lock", "", () => @lock));
        return made;
    }

    private static Any Current() => Modules.Import("types").Get("SimpleNamespace").Call(new Arguments { { "name", "MainProcess" }, { "pid", Environment.ProcessId }, { "daemon", false }, { "exitcode", Any.None }, { "ident", Environment.ProcessId } });

    public static PyModule Pools() => new PyModule("multiprocessing.pool").Type(PoolOfThreads.Type).Type(s_pool).Type(PoolResult.Type).Type(PoolResult.MapType)
        .Value("AsyncResult", PoolResult.Type).Value("TimeoutError", PoolResult.Late);

    public static PyModule Dummy()
    {
        var module = new PyModule("multiprocessing.dummy");
        Shared(module);
        return module.Value("Process", s_thread).Type(s_thread).Value("current_process", Modules.Import("threading").Get("current_thread"))
            .Function("Pool", "processes=None, initializer=None, initargs=()", static a => ((Any)PoolOfThreads.Type).Call(a[0], a[1], a[2]))
            .Function("active_children", "", static _ => new PyList<Any>(Operators.ToList(Modules.Import("threading").Invoke("enumerate")).Where(static t => Builtins.IsInstance(t, s_thread))))
            .Function("Manager", "", static _ => Modules.Import("multiprocessing.dummy")).Value("list", ListType.Type).Value("dict", Builtins.Get("dict"));
    }
}

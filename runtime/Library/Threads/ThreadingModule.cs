using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/threading.html">threading</see>.</summary>
internal static class ThreadingModule
{
    public static PyModule Build()
    {
        var module = new PyModule("threading");
        foreach (var type in (PyType[])[PyThread.Type, ThreadEvent.Type, ThreadCondition.Type, ThreadSemaphore.Type, ThreadSemaphore.Bounded, ThreadBarrier.Type, ThreadBarrier.Error, ThreadTimer.Type, ThreadLocal.Type])
            module.Type(type);
        module.Value("Lock", ThreadLock.Type).Value("RLock", ThreadRLock.Type).Value("_CRLock", ThreadRLock.Type).Value("_PyRLock", ThreadRLock.Type).Value("ThreadError", RuntimeError.Type).Value("TIMEOUT_MAX", TimeLimit.Max).Value("ExceptHookArgs", Threads.HookArguments);
        Functions(module);
        module.Variable("excepthook", static () => Threads.ExceptHook.IsNone ? s_hook : Threads.ExceptHook, static hook => Threads.ExceptHook = hook)
            .Value("__excepthook__", s_hook);
        return module;
    }

    private static readonly PyFunction s_hook = new("excepthook", "args, /", (Any args) =>
    {
        var thread = args.Get("thread");
        Threads.DefaultHook((BaseException)args.Get("exc_value").Ref!, thread.IsNone ? $"{Threads.Current.Ident}" : Operators.Str(thread.Get("name")));
        return Any.None;
    });

    /// <summary>What the program set; no statement is traced.</summary>
    private static Any s_trace = Any.None;

    private static Any s_profile = Any.None;

    private static void Functions(PyModule module)
    {
        module.Python("current_thread", "", static _ => Threads.Current)
            .Python("currentThread", "", static _ => Threads.Current)
            .Python("main_thread", "", static _ => Threads.Main)
            .Python("enumerate", "", static _ => Lib.List(Threads.Alive.Select(static t => (Any)t)))
            .Python("active_count", "", static _ => Threads.Alive.Length)
            .Python("activeCount", "", static _ => Threads.Alive.Length)
            .Python("get_ident", "", static _ => Threads.Current.Ident)
            .Python("get_native_id", "", static _ => Threads.Current.Ident)
            .Python("stack_size", "size=0", static _ => 0)
            .Python("settrace", "func", static a => Lib.Do(() => s_trace = a[0]))
            .Python("settrace_all_threads", "func", static a => Lib.Do(() => s_trace = a[0]))
            .Python("gettrace", "", static _ => s_trace)
            .Python("setprofile", "func", static a => Lib.Do(() => s_profile = a[0]))
            .Python("setprofile_all_threads", "func", static a => Lib.Do(() => s_profile = a[0]))
            .Python("getprofile", "", static _ => s_profile);
    }
}

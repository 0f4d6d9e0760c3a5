using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/_thread.html">_thread</see>, in terms of threading.</summary>
internal static class LowLevelThreads
{
    public static PyModule Build()
    {
        var threading = Modules.Import("threading");
        return new PyModule("_thread")
            .Value("error", RuntimeError.Type).Value("_local", threading.Get("local")).Value("LockType", threading.Get("Lock")).Value("allocate_lock", threading.Get("Lock")).Value("RLock", threading.Get("RLock"))
            .Value("get_ident", threading.Get("get_ident")).Value("TIMEOUT_MAX", threading.Get("TIMEOUT_MAX"))
            .Function("interrupt_main", "signum=2, /", static a => Modules.Import("signal").Invoke("raise_signal", a[0]))
            .Function("start_new_thread", "function, args, kwargs=None, /", static a =>
            {
                var thread = Modules.Import("threading").Get("Thread").Call(new Arguments { { "target", a[0] }, { "args", a[1] }, { "kwargs", a[2] }, { "daemon", true } });
                thread.Invoke("start");
                return thread.Get("ident");
            });
    }
}

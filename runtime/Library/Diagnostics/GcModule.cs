using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/gc.html">gc</see>: .NET's collector under Python's names.</summary>
internal static class GcModule
{
    private static bool s_enabled = true;
    private static PyTuple s_threshold = PyTuple.Of(2000, 10, 0);

    public static PyModule Build() => new PyModule("gc")
        .Value("garbage", new PyList<Any>()).Value("callbacks", new PyList<Any>())
        .Value("DEBUG_STATS", 1).Value("DEBUG_COLLECTABLE", 2).Value("DEBUG_UNCOLLECTABLE", 4).Value("DEBUG_SAVEALL", 32).Value("DEBUG_LEAK", 38)
        .Function("collect", "generation=2", static _ =>
        {
            Collect();
            return 0;
        })
        .Function("enable", "", static _ => Lib.Do(static () => s_enabled = true))
        .Function("disable", "", static _ => Lib.Do(static () => s_enabled = false))
        .Function("isenabled", "", static _ => s_enabled)
        .Function("get_threshold", "", static _ => s_threshold)
        .Function("set_threshold", "threshold0, threshold1=10, threshold2=0, /", static a => Lib.Do(() => s_threshold = PyTuple.Of(a[0], a[1], a[2])))
        .Function("get_count", "", static _ => PyTuple.Of(0, 0, 0))
        .Function("freeze", "", static _ => Any.None)
        .Function("unfreeze", "", static _ => Any.None)
        .Function("get_debug", "", static _ => 0)
        .Function("set_debug", "flags, /", static _ => Any.None)
        .Function("is_tracked", static o => o.Ref is PyObject);

    /// <summary>Collects what nothing refers to any more, and lets what was collected say so.</summary>
    public static void Collect()
    {
        Async.NeverAwaited.GuardYoung();
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        WeakReferences.Notify();
        Async.NeverAwaited.ReportDropped();
    }
}

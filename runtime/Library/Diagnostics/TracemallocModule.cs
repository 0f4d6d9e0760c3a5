using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// What .NET knows of <see href="https://docs.python.org/3.13/library/tracemalloc.html">tracemalloc</see>: how much memory is in use. Where
/// it was allocated nobody notes, so that there are no snapshots.
/// </summary>
internal static class TracemallocModule
{
    private static bool s_isTracing;
    private static long s_limit = 1;
    private static long s_start;
    private static long s_peak;

    public static PyModule Build() => new PyModule("tracemalloc")
        .Function("start", "nframe=1, /", static a =>
        {
            if (Lib.Int(a[0]) is < 1 or > 65535)
                throw new ValueError("the number of frames must be in range [1; 65535]");
            if (!s_isTracing)
                (s_isTracing, s_limit, s_start, s_peak) = (true, Lib.Int(a[0]), GC.GetTotalMemory(false), 0);
            return Any.None;
        }, 1)
        .Function("stop", "", static _ => Lib.Do(static () => s_isTracing = false))
        .Function("is_tracing", "", static _ => s_isTracing)
        .Function("clear_traces", "", static _ => Lib.Do(Restart))
        .Function("reset_peak", "", static _ => Lib.Do(static () => s_peak = InUse()))
        .Function("get_traceback_limit", "", static _ => s_limit)
        .Function("get_tracemalloc_memory", "", static _ => 0)
        .Function("get_object_traceback", "obj, /", static _ => Any.None)
        .Function("get_traced_memory", "", static _ =>
        {
            if (!s_isTracing)
                return PyTuple.Of(0, 0);
            var now = InUse();
            s_peak = Math.Max(s_peak, now);
            return PyTuple.Of(now, s_peak);
        });

    private static void Restart() => (s_start, s_peak) = (GC.GetTotalMemory(false), 0);

    private static long InUse() => Math.Max(0, GC.GetTotalMemory(false) - s_start);
}

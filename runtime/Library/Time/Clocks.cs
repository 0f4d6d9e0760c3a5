using System.Diagnostics;

namespace Pytocs.Runtime.Core;

/// <summary>The clocks of <see href="https://docs.python.org/3.13/library/time.html">time</see> for typed code, in seconds or nanoseconds.</summary>
public static class Clocks
{
    public static double Time() => TimeNs() / 1e9;

    public static double Monotonic() => MonotonicNs() / 1e9;

    public static double PerfCounter() => PerfCounterNs() / 1e9;

    public static double ProcessTime() => ProcessTimeNs() / 1e9;

    /// <summary>Nanoseconds since the epoch.</summary>
    internal static long TimeNs() => (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100;

    internal static long MonotonicNs() => Async.VirtualClock.IsOn ? (long)(Async.VirtualClock.Now * 1e9) : (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));

    /// <summary>The clock of the same origin, as on Linux.</summary>
    internal static long PerfCounterNs() => MonotonicNs();

    internal static long ProcessTimeNs() => Environment.CpuUsage.TotalTime.Ticks * 100;
}

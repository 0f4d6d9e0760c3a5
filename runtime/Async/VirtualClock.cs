using System.Diagnostics;

namespace Pytocs.Runtime.Async;

/// <summary>
/// The clock that loops, timers and <c>time.monotonic</c> read. With PYTOCS_VIRTUAL_CLOCK=1 in the
/// environment it is virtual: it starts at 0 and stands still while anything can run, and whoever
/// waits moves it on, so that sleeps and timeouts take no time and come in an order that never varies.
/// </summary>
public static class VirtualClock
{
    private static readonly double s_ticksPerSecond = Stopwatch.Frequency;

    /// <summary>Whether time is virtual.</summary>
    public static bool IsOn { get; set; } = Environment.GetEnvironmentVariable("PYTOCS_VIRTUAL_CLOCK") is { Length: > 0 } value && value != "0";

    /// <summary>The virtual time in seconds.</summary>
    public static double Now { get; set; }

    /// <summary>Seconds of the monotonic clock, real or virtual.</summary>
    internal static double Seconds => IsOn ? Now : Stopwatch.GetTimestamp() / s_ticksPerSecond;

    /// <summary>Waits as <c>time.sleep</c> does.</summary>
    internal static void Sleep(double seconds)
    {
        if (IsOn)
            Now += seconds;
        else
            Gil.Sleep(seconds);
    }
}

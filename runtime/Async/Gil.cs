using System.Diagnostics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>
/// The one lock under which Python threads run, as under CPython's
/// <see href="https://docs.python.org/3.13/glossary.html#term-global-interpreter-lock">global interpreter lock</see>:
/// a thread gives it up where it waits. Until a second thread is made nobody takes it.
/// </summary>
internal static class Gil
{
    private const double SwitchInterval = 0.005;

    private static readonly object s_lock = new();
    private static volatile bool s_isOn;
    private static int s_waiting;
    private static long s_since;

    [ThreadStatic]
    private static bool t_holds;

    /// <summary>Whether the calling thread holds the lock.</summary>
    public static bool IsHeld => t_holds;

    /// <summary>Whether the calling thread is the only one that runs Python: the main one, before the first other.</summary>
    public static bool IsAlone => !s_isOn && Signals.IsMainThread;

    /// <summary>Called by a running Python thread before it makes the first other one.</summary>
    public static void TurnOn()
    {
        if (s_isOn)
            return;
        s_isOn = true;
        Enter();
    }

    public static void Enter()
    {
        if (!s_isOn || t_holds)
            return;
        Interlocked.Increment(ref s_waiting);
        Monitor.Enter(s_lock);
        Interlocked.Decrement(ref s_waiting);
        t_holds = true;
        s_since = Stopwatch.GetTimestamp();
    }

    public static void Exit()
    {
        if (!t_holds)
            return;
        t_holds = false;
        Monitor.Exit(s_lock);
    }

    /// <summary>Waits without the lock.</summary>
    public static T Without<T>(Func<T> wait)
    {
        Exit();
        try
        {
            return wait();
        }
        finally
        {
            Enter();
        }
    }

    /// <summary>Lets another thread run if one has waited its time.</summary>
    public static void Check()
    {
        if (!t_holds || Volatile.Read(ref s_waiting) == 0 || Stopwatch.GetElapsedTime(s_since).TotalSeconds < SwitchInterval)
            return;
        Exit();
        Thread.Yield();
        Enter();
    }

    /// <summary>Waits for an event, a time at most; false when the time has passed. Signals are noticed meanwhile.</summary>
    public static bool Wait(WaitHandle handle, double? seconds)
    {
        Signals.Check();
        var until = seconds is { } s ? Stopwatch.GetTimestamp() + (s * Stopwatch.Frequency) : double.PositiveInfinity;
        while (true)
        {
            var left = (until - Stopwatch.GetTimestamp()) / Stopwatch.Frequency;
            var slice = TimeSpan.FromSeconds(Math.Clamp(left, 0, 3600));
            WaitHandle[] both = Signals.IsMainThread ? [handle, Signals.Arrived] : [handle];
            var index = Without(() => WaitHandle.WaitAny(both, slice));
            if (index == 0)
                return true;
            if (index == 1)
                Signals.Check();
            if (left <= 0)
                return false;
        }
    }

    public static void Sleep(double seconds)
    {
        using var never = new ManualResetEvent(false);
        if (seconds > 0)
            Wait(never, seconds);
        else
            Without(static () => Thread.Yield());
    }
}

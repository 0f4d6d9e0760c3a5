using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>
/// Signals reach Python code in the main thread, where it waits or between callbacks of a loop.
/// See <see href="https://docs.python.org/3.13/library/signal.html#execution-of-python-signal-handlers">signal handlers</see>.
/// </summary>
internal static class Signals
{
    public const int Interrupt = 2;

    private static readonly ConcurrentQueue<int> s_pending = new();
    private static readonly Dictionary<int, PosixSignalRegistration> s_registered = [];
    private static readonly Dictionary<int, Any> s_handlers = [];
    private static Thread? s_main;

    /// <summary>Wakes the main thread where it waits.</summary>
    public static AutoResetEvent Arrived { get; } = new(false);

    /// <summary>Wakes the main thread where it waits for descriptors.</summary>
    public static Action? WakeUp { get; set; }

    /// <summary>Whether one has arrived that no handler has seen.</summary>
    public static bool IsPending => !s_pending.IsEmpty;

    public static bool HasMainThread => s_main is not null;

    public static bool IsMainThread => ReferenceEquals(Thread.CurrentThread, s_main);

    /// <summary><c>signal.default_int_handler</c>.</summary>
    public static PyFunction DefaultInterrupt { get; } = new("default_int_handler", "signalnum, frame, /", static (Any _, Any _) => throw new KeyboardInterrupt()) { IsBuiltin = true, Module = "_signal" };

    /// <summary>The calling thread is the program's main one.</summary>
    public static void EnterMain() => s_main = Thread.CurrentThread;

    /// <summary>From now on an interrupt raises KeyboardInterrupt instead of ending the process.</summary>
    public static void Install()
    {
        if (IsMainThread && !s_handlers.ContainsKey(Interrupt))
            SetHandler(Interrupt, DefaultInterrupt);
    }

    /// <summary>What a signal does: a function, 0 for the default, 1 for nothing.</summary>
    public static Any Handler(int signal) => s_handlers.TryGetValue(signal, out var handler) ? handler : signal == Interrupt ? DefaultInterrupt : 0;

    public static void SetHandler(int signal, Any handler)
    {
        s_handlers[signal] = handler;
        if (s_registered.Remove(signal, out var old))
            old.Dispose();
        if (handler.IsSmallInt && handler.Bits == 0 && !handler.IsNone)
            return;
        s_registered[signal] = PosixSignalRegistration.Create((PosixSignal)Posix(signal), context =>
        {
            context.Cancel = true;
            Raise(signal);
        });
    }

    /// <summary>The numbers that .NET has names for are negative there.</summary>
    private static int Posix(int signal) => signal switch
    {
        1 => (int)PosixSignal.SIGHUP,
        2 => (int)PosixSignal.SIGINT,
        3 => (int)PosixSignal.SIGQUIT,
        15 => (int)PosixSignal.SIGTERM,
        17 when !OperatingSystem.IsWindows() => (int)PosixSignal.SIGCHLD,
        _ => signal,
    };

    /// <summary>A signal has arrived.</summary>
    public static void Raise(int signal)
    {
        s_pending.Enqueue(signal);
        Arrived.Set();
        WakeUp?.Invoke();
    }

    /// <summary>Runs the handlers of signals that have arrived.</summary>
    public static void Check()
    {
        if (s_pending.IsEmpty || !IsMainThread)
            return;
        while (s_pending.TryDequeue(out var signal))
        {
            var handler = Handler(signal);
            if (!(handler.IsSmallInt && handler.Ref is null) && !handler.IsNone)
                handler.Call(signal, Any.None);
        }
    }
}

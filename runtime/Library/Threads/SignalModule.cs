using System.Runtime.InteropServices;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/signal.html">signal</see>.</summary>
internal static class SignalModule
{
    private static readonly (string Name, int Number, string Text)[] s_signals =
    [
        ("SIGHUP", 1, "Hangup"), ("SIGINT", 2, "Interrupt"), ("SIGQUIT", 3, "Quit"), ("SIGILL", 4, "Illegal instruction"), ("SIGTRAP", 5, "Trace/breakpoint trap"),
        ("SIGABRT", 6, "Aborted"), ("SIGBUS", 7, "Bus error"), ("SIGFPE", 8, "Floating point exception"), ("SIGKILL", 9, "Killed"), ("SIGUSR1", 10, "User defined signal 1"),
        ("SIGSEGV", 11, "Segmentation fault"), ("SIGUSR2", 12, "User defined signal 2"), ("SIGPIPE", 13, "Broken pipe"), ("SIGALRM", 14, "Alarm clock"),
        ("SIGTERM", 15, "Terminated"), ("SIGSTKFLT", 16, "Stack fault"), ("SIGCHLD", 17, "Child exited"), ("SIGCONT", 18, "Continued"), ("SIGSTOP", 19, "Stopped (signal)"),
        ("SIGTSTP", 20, "Stopped"), ("SIGTTIN", 21, "Stopped (tty input)"), ("SIGTTOU", 22, "Stopped (tty output)"), ("SIGURG", 23, "Urgent I/O condition"),
        ("SIGXCPU", 24, "CPU time limit exceeded"), ("SIGXFSZ", 25, "File size limit exceeded"), ("SIGVTALRM", 26, "Virtual timer expired"), ("SIGPROF", 27, "Profiling timer expired"),
        ("SIGWINCH", 28, "Window changed"), ("SIGIO", 29, "I/O possible"), ("SIGPWR", 30, "Power failure"), ("SIGSYS", 31, "Bad system call"),
    ];

    private static Any s_class;
    private static Any s_handlers;
    private static Timer? s_alarm;
    private static double s_alarmAt;

    public static PyModule Build()
    {
        var module = new PyModule("signal");
        s_class = Enumeration("Signals", s_signals.Select(static s => (s.Name, s.Number)));
        s_handlers = Enumeration("Handlers", [("SIG_DFL", 0), ("SIG_IGN", 1)]);
        module.Value("Signals", s_class).Value("Handlers", s_handlers).Value("NSIG", 65);
        foreach (var (name, _, _) in s_signals)
            module.Value(name, s_class.Get(name));
        module.Value("SIGCLD", s_class.Get("SIGCHLD")).Value("SIGPOLL", s_class.Get("SIGIO")).Value("SIGIOT", s_class.Get("SIGABRT"))
            .Value("SIG_DFL", s_handlers.Get("SIG_DFL")).Value("SIG_IGN", s_handlers.Get("SIG_IGN")).Value("default_int_handler", Signals.DefaultInterrupt)
            .Value("ITIMER_REAL", 0);
        Functions(module);
        return module;
    }

    private static Any Enumeration(string name, IEnumerable<(string Name, int Number)> members)
    {
        var items = new PyDict<Any, Any>();
        foreach (var (member, number) in members)
            items[member] = number;
        return Modules.Import("enum").Get("IntEnum").Call(new Arguments { name, items, { "module", "signal" } });
    }

    private static void Functions(PyModule module) => module
        .Python("signal", "signalnum, handler", static a => SetHandler(a[0], a[1]))
        .Python("getsignal", "signalnum", static a => Shown(Signals.Handler(Number(a[0]))))
        .Function("raise_signal", static signal =>
        {
            Deliver(Number(signal));
            return Any.None;
        })
        .Function("strsignal", static signal => Array.Find(s_signals, s => s.Number == Number(signal)).Text)
        .Python("valid_signals", "", static _ => new PySet<Any>(s_signals.Select(static s => s_class.Get(s.Name))))
        .Function("alarm", static seconds => SetTimer(Lib.Real(seconds)) is var left && left > 0 ? (long)Math.Ceiling(left) : 0)
        .Function("setitimer", "which, seconds, interval=0.0, /", static a => PyTuple.Of(SetTimer(Lib.Real(a[1])), 0.0))
        .Function("pause", "", static _ =>
        {
            Gil.Wait(new ManualResetEvent(false), null);
            return Any.None;
        })
        .Function("pthread_kill", "thread_id, signalnum, /", static a =>
        {
            Deliver(Number(a[1]));
            return Any.None;
        })
        .Function("set_wakeup_fd", "fd, /, *, warn_on_full_buffer=True", static _ => -1)
        .Function("siginterrupt", "signalnum, flag, /", static _ => Any.None);

    private static int Number(Any signal) => Lib.Int(signal) is > 0 and < 65 and var number ? (int)number : throw new ValueError("signal number out of range");

    private static Any Shown(Any handler) => handler.IsSmallInt ? s_handlers.Call(handler) : handler;

    private static Any SetHandler(Any signal, Any handler)
    {
        var number = Number(signal);
        if (!Signals.IsMainThread)
            throw new ValueError("signal only works in main thread of the main interpreter");
        var plain = PyValueInstance.Unwrap(handler);
        if (!Builtins.Callable(handler) && !(plain.IsSmallInt && plain.Bits is 0 or 1))
            throw new TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
        if (number is 9 or 19)
            throw new OSError(22, "Invalid argument");
        var old = Shown(Signals.Handler(number));
        Signals.SetHandler(number, plain);
        return old;
    }

    /// <summary>A signal to this process: its handler runs at once.</summary>
    internal static void Deliver(int number)
    {
        if (Signals.Handler(number) is { IsSmallInt: true, Bits: 0 })
        {
            StdIO.Out.Flush();
            _ = Kill(Environment.ProcessId, number);
            return;
        }
        Signals.Raise(number);
        Signals.Check();
    }

    /// <summary><c>os.kill(pid, signal)</c>.</summary>
    internal static Any Send(int process, int signal)
    {
        if (process == Environment.ProcessId && signal > 0)
            Deliver(signal);
        else if (Kill(process, signal) != 0)
            throw Marshal.GetLastPInvokeError() == 3 ? OSError.Create(3, "No such process") : OSError.Create(1, "Operation not permitted");
        return Any.None;
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    internal static extern int Kill(int process, int signal);

    private static double SetTimer(double seconds)
    {
        var left = Math.Max(0, s_alarmAt - VirtualClock.Seconds);
        s_alarm?.Dispose();
        s_alarm = null;
        s_alarmAt = 0;
        if (seconds > 0)
        {
            s_alarmAt = VirtualClock.Seconds + seconds;
            s_alarm = new Timer(static _ => Signals.Raise(14), null, TimeSpan.FromSeconds(seconds), System.Threading.Timeout.InfiniteTimeSpan);
        }
        return left;
    }
}

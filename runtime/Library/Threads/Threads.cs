using System.Collections.Concurrent;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>A Python thread. See <see href="https://docs.python.org/3.13/library/threading.html#thread-objects">thread objects</see>.</summary>
internal class PyThread : LibraryObject
{
    private const int StackSize = 64 << 20;

    public static readonly PyType Type = Declare(PythonClass.Declare("Thread", "threading", static () => new PyThread()));

    private static int s_names;
    private static int s_idents = 1;

    private readonly ManualResetEvent _ended = new(false);
    private Any _target = Any.None;
    private Any _args = PyTuple.Empty;
    private Any _keywords = Any.None;
    private Any _daemon = Any.None;
    private bool _isStarted;

    private protected override PyType NativeClass => Type;

    internal string Name { get; set; } = "";

    internal long Ident { get; private set; }

    /// <summary>Whether Python started it; others only run Python code.</summary>
    internal bool IsOwn { get; private set; }

    internal bool IsDaemon => _daemon.Truth;

    internal bool IsAlive => _isStarted && !_ended.WaitOne(0);

    private static PyThread Self(Any o) => (PyThread)o.Ref!;

    private static PyType Declare(PyType type) => type
        .Action("__init__", "self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None", static a => Self(a[0]).Initialise(a))
        .Action("start", static self => Self(self).Start())
        .Action("run", static self => Self(self).Run())
        .Action("join", "self, timeout=None", static a => Self(a[0]).Join(a[1]))
        .Method("is_alive", static self =>
        {
            Gil.Check();
            return Self(self).IsAlive;
        })
        .Property("name", static self => Self(self).Name, static (self, v) => Self(self).Name = Operators.Str(v))
        .Property("ident", static self => Self(self)._isStarted ? Self(self).Ident : Any.None)
        .Property("native_id", static self => Self(self)._isStarted ? Self(self).Ident : Any.None)
        .Property("daemon", static self => Self(self).IsDaemon, static (self, v) => Self(self)._daemon = Self(self)._isStarted ? throw new RuntimeError("cannot set daemon status of active thread") : v.Truth)
        .Method("getName", static self => Self(self).Name)
        .Action("setName", "self, name", static a => Self(a[0]).Name = Operators.Str(a[1]))
        .Method("isDaemon", static self => Self(self).IsDaemon)
        .Action("setDaemon", "self, daemonic", static a => a[0].Set("daemon", a[1]))
        .Method("__repr__", static self => Self(self).Describe());

    private void Initialise(Any[] a)
    {
        (_target, _args, _keywords) = (a[2], a[4], a[5]);
        if (a[3].IsNone)
        {
            var function = _target.IsNone ? Any.None : Operators.GetAttr(_target, "__name__", Any.None);
            Name = $"Thread-{TakeNumber()}{(function.IsNone ? "" : $" ({Operators.Str(function)})")}";
        }
        else
        {
            Name = Operators.Str(a[3]);
        }
        _daemon = a[6].IsNone ? Threads.Current.IsDaemon : a[6].Truth;
    }

    /// <summary>Takes a number as a thread without a name does.</summary>
    internal static int TakeNumber() => Interlocked.Increment(ref s_names);

    /// <summary>A thread that runs C# code.</summary>
    internal static PyThread Of(string name, Action body)
    {
        var thread = new PyThread { Name = name, _daemon = true };
        thread._target = new PyFunction(name, "", () =>
        {
            body();
            return Any.None;
        });
        return thread;
    }

    /// <summary>Makes the calling thread a Python thread.</summary>
    internal void Adopt()
    {
        _isStarted = true;
        Ident = 0x7f0000000000L + (Interlocked.Increment(ref s_idents) * 0x1000L);
        Threads.Enter(this);
    }

    private string Describe()
    {
        var state = !_isStarted ? "initial" : IsAlive ? $"started{(IsDaemon ? " daemon" : "")} {Ident}" : $"stopped{(IsDaemon ? " daemon" : "")} {Ident}";
        return $"<{Class.Name}({Name}, {state})>";
    }

    /// <summary><c>thread.start()</c>: returns when the thread has begun.</summary>
    internal void Start()
    {
        if (_isStarted)
            throw new RuntimeError("threads can only be started once");
        IsOwn = true;
        Gil.TurnOn();
        using var begun = new ManualResetEvent(false);
        var context = new PyContext();
        new Thread(() =>
        {
            Gil.Enter();
            Recursion.Enter(StackSize, isMain: false);
            Async.ThreadState.Current.IsPython = true;
            PyContext.Current = context;
            Adopt();
            begun.Set();
            try
            {
                ((Any)this).Invoke("run");
            }
            catch (SystemExit)
            {
            }
            catch (BaseException error)
            {
                Threads.Hook(this, error);
            }
            Threads.Leave(this);
            _ended.Set();
            Gil.Exit();
        }, StackSize) { IsBackground = true, Name = Name }.Start();
        Gil.Without(() => begun.WaitOne());
    }

    private protected virtual void Run()
    {
        if (_target.IsNone)
            return;
        var arguments = new Arguments { new Star(_args) };
        if (!_keywords.IsNone)
            arguments.Add(new StarStar(_keywords));
        _target.Call(arguments);
    }

    internal void Join(Any timeout)
    {
        if (!_isStarted)
            throw new RuntimeError("cannot join thread before it is started");
        if (ReferenceEquals(Threads.Current, this))
            throw new RuntimeError("cannot join current thread");
        Gil.Wait(_ended, timeout.IsNone ? null : Math.Max(0, Lib.Real(timeout)));
    }
}

/// <summary>The threads there are.</summary>
internal static class Threads
{
    private static readonly List<PyThread> s_alive = [];

    [ThreadStatic]
    private static PyThread? t_current;

    private static PyThread? s_main;

    private static readonly PyType s_mainType = PyType.Emitted("_MainThread", "threading", PyThread.Type);
    private static readonly PyType s_dummyType = PyType.Emitted("_DummyThread", "threading", PyThread.Type);

    public static Any ExceptHook { get; set; } = Any.None;

    public static PyThread Current => t_current ?? Adopt();

    public static string CurrentName => Current.Name;

    public static PyThread Main
    {
        get
        {
            if (s_main is null && !Signals.IsMainThread && Signals.HasMainThread)
                return s_main = LibraryObject.As(s_mainType, new PyThread { Name = "MainThread" });
            if (s_main is null)
                _ = Current;
            return s_main ?? Current;
        }
    }

    public static PyThread[] Alive
    {
        get
        {
            _ = Main;
            lock (s_alive)
                return [.. s_alive];
        }
    }

    private static PyThread Adopt()
    {
        var isMain = Signals.IsMainThread || (s_main is null && !Signals.HasMainThread);
        if (isMain && s_main is { } known)
        {
            // Another thread has asked for it before.
            known.Adopt();
            return known;
        }
        var thread = LibraryObject.As(isMain ? s_mainType : s_dummyType, new PyThread { Name = isMain ? "MainThread" : $"Dummy-{Environment.CurrentManagedThreadId}" });
        if (isMain)
            s_main = thread;
        thread.Adopt();
        return thread;
    }

    public static void Enter(PyThread thread)
    {
        t_current = thread;
        lock (s_alive)
            s_alive.Add(thread);
    }

    public static void Leave(PyThread thread)
    {
        lock (s_alive)
            s_alive.Remove(thread);
    }

    /// <summary>Waits for all threads but daemons, as the interpreter does at its end.</summary>
    public static void JoinAll()
    {
        while (true)
        {
            PyThread[] left;
            lock (s_alive)
                left = [.. s_alive.Where(static t => t is { IsDaemon: false, IsOwn: true, IsAlive: true } && !ReferenceEquals(t, t_current))];
            if (left.Length == 0)
                return;
            foreach (var thread in left)
                thread.Join(Any.None);
        }
    }

    /// <summary>An exception has ended a thread.</summary>
    public static void Hook(PyThread thread, BaseException error)
    {
        if (ExceptHook.IsNone)
            DefaultHook(error, thread.Name);
        else
            ExceptHook.Call(s_hookArguments.Make(error.Class, error, error.Traceback, thread));
    }

    private static readonly StructSequence s_hookArguments = new("_thread._ExceptHookArgs", ["exc_type", "exc_value", "exc_traceback", "thread"]);

    public static PyType HookArguments => s_hookArguments.Type;

    public static void DefaultHook(BaseException error, string name)
    {
        StdIO.Out.Flush();
        Builtins.Print([$"Exception in thread {name}:\n{TracebackText.Of(error)}"], end: "", file: StdIO.CurrentError);
    }
}

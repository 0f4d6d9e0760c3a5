using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>
/// What calls back when a child process ends. Python 3.12 deprecates them; all work alike here, for .NET tells when a child ends.
/// See <see href="https://docs.python.org/3.13/library/asyncio-policy.html#process-watchers">process watchers</see>.
/// </summary>
internal sealed class ChildWatcher : LibraryObject
{
    private const int Unknown = 255;

    public static readonly PyType Abstract = Open(PyType.Emitted("AbstractChildWatcher", "asyncio.unix_events"), "__enter__(self)", "__exit__(self, a, b, c)", "attach_loop(self, loop)", "close(self)", "is_active(self)",
        "add_child_handler(self, pid, callback, *args)", "remove_child_handler(self, pid)")
        .ClassMethod("__init_subclass__", "cls", static a => Lib.Do(() =>
        {
            if (a[0].Get("__module__") != "asyncio.unix_events")
                Policies.Deprecate("AbstractChildWatcher");
        }));

    public static readonly PyType Threaded = Declare("ThreadedChildWatcher", Abstract);

    /// <summary>Those that wait for a signal, and need a loop that hears it.</summary>
    private static readonly PyType s_base = Declare("BaseChildWatcher", Abstract)
        .Action("__init__", static self => Self(self)._loop = Any.None)
        .Property("_loop", static self => Self(self)._loop)
        .Action("attach_loop", "self, loop", static a => Self(a[0])._loop = a[1].IsNone || a[1].Ref is EventLoop ? a[1] : throw new AssertionError())
        .Method("is_active", static self => Self(self)._loop is { IsNone: false } loop && loop.Invoke("is_running").Truth)
        .Action("_do_waitpid", "self, expected_pid", static _ => throw new NotImplementedError())
        .Action("_do_waitpid_all", static _ => throw new NotImplementedError());

    public static readonly PyType[] All = [Abstract, Threaded, Declare("PidfdChildWatcher", Abstract), s_base, Deprecated("SafeChildWatcher", s_base), Deprecated("FastChildWatcher", s_base), Deprecated("MultiLoopChildWatcher", Abstract)];

    private Any _loop = Any.None;

    private readonly HashSet<int> _dropped = [];

    private protected override PyType NativeClass => Threaded;

    private static ChildWatcher Self(Any o) => (ChildWatcher)o.Ref!;

    private static PyType Open(PyType type, params string[] methods) => Protocols.Each(type, methods, static _ => throw new NotImplementedError());

    private static PyType Deprecated(string name, PyType @base) => Declare(name, @base).Action("__init__", _ => Policies.Deprecate(name));

    private static PyType Declare(string name, PyType @base) => PythonClass.Declare(name, "asyncio.unix_events", static () => new ChildWatcher(), @base)
        .Method("__enter__", static self => self)
        .Action("__exit__", "self, a, b, c", static _ => { })
        .Action("attach_loop", "self, loop", static _ => { })
        .Action("close", static _ => { })
        .Method("is_active", static _ => true)
        .Action("add_child_handler", "self, pid, callback, *args", static a => Self(a[0]).Add((int)Lib.Int(a[1]), a[2], a[3]))
        .Method("remove_child_handler", "self, pid", static (self, pid) => Self(self)._dropped.Add((int)Lib.Int(pid)));

    private void Add(int id, Any callback, Any arguments)
    {
        _dropped.Remove(id);
        var loop = EventLoop.Running;
        if (ChildProcess.Find(id) is not { } child)
        {
            AsyncLog.Warning($"Unknown child process pid {id}, will report returncode {Unknown}");
            Call(Unknown);
            return;
        }
        loop.Begin();
        child.WhenEnded(() => loop.TryCallSoonThreadsafe(() =>
        {
            loop.End();
            Call(child.Poll() ?? Unknown);
        }));

        void Call(int code) => loop.CallSoon(() =>
        {
            if (!_dropped.Contains(id))
                callback.Call(new Arguments { id, code, new Star(arguments) });
        });
    }
}

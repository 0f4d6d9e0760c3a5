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

    public static readonly PyType Abstract = PyType.Emitted("AbstractChildWatcher", "asyncio.unix_events");
    public static readonly PyType Threaded = Declare("ThreadedChildWatcher");
    public static readonly PyType[] All = [Abstract, Threaded, Declare("PidfdChildWatcher"), Declare("SafeChildWatcher"), Declare("FastChildWatcher"), Declare("MultiLoopChildWatcher")];

    private readonly HashSet<int> _dropped = [];

    private protected override PyType NativeClass => Threaded;

    private static ChildWatcher Self(Any o) => (ChildWatcher)o.Ref!;

    private static PyType Declare(string name) => PythonClass.Declare(name, "asyncio.unix_events", static () => new ChildWatcher(), Abstract)
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

using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>The modules of the package <c>asyncio</c>, with the names that programs by habit take from them.</summary>
public static partial class AsyncIO
{
    /// <summary>Tasks that loops not of this library run, and what of them is running.</summary>
    private static readonly List<Any> s_foreignTasks = [];
    private static readonly List<(Any Loop, Any Task)> s_foreignRunning = [];

    /// <summary>A module of the package; each has the package's names.</summary>
    internal static PyModule Part(PyModule package, string part)
    {
        var module = new PyModule("asyncio." + part);
        foreach (var (name, value) in package.Namespace)
            if (name.Ref is string text && !text.StartsWith("__", StringComparison.Ordinal) && value.Ref is not PyModule)
                module.Value(text, value);
        switch (part)
        {
            case "futures":
                FutureNames(module);
                break;
            case "tasks":
                TaskNames(module);
                break;
            case "streams":
                module.Type(FlowControl.Type);
                break;
            case "transports":
                module.Type(TransportFlow.Type);
                break;
            case "selector_events":
                module.Type(EventLoopType.Selector).Type(SelectorTransport.Type).Type(SocketTransport.Type).Type(DatagramTransport.Type).Value("_HAS_SENDMSG", true);
                break;
            case "unix_events":
                module.Type(EventLoopType.Type).Type(ReadPipeTransport.Type).Type(WritePipeTransport.Type).Type(SubprocessTransport.Type).Python("can_use_pidfd", "", static _ => OperatingSystem.IsLinux());
                foreach (var watcher in ChildWatcher.All)
                    module.Type(watcher);
                break;
            case "base_subprocess":
                module.Type(SubprocessTransport.Base).Type(SubprocessPipe.Read).Type(SubprocessPipe.Write);
                break;
            case "proactor_events":
                // Windows alone has objects of it.
                module.Type(PyType.Emitted("BaseProactorEventLoop", "asyncio.proactor_events", EventLoopType.Base));
                break;
            case "events":
                foreach (var name in (string[])["_get_running_loop", "_set_running_loop", "get_running_loop", "get_event_loop"])
                    module.Value("_py_" + name, package.Namespace[name]).Value("_c_" + name, package.Namespace[name]);
                break;
            case "constants":
                foreach (var (name, value) in ((string, Any)[])[("LOG_THRESHOLD_FOR_CONNLOST_WRITES", 5), ("ACCEPT_RETRY_DELAY", 1), ("DEBUG_STACK_DEPTH", 10), ("SSL_HANDSHAKE_TIMEOUT", 60.0), ("SSL_SHUTDOWN_TIMEOUT", 30.0),
                    ("SENDFILE_FALLBACK_READBUFFER_SIZE", 262144), ("FLOW_CONTROL_HIGH_WATER_SSL_READ", 256), ("FLOW_CONTROL_HIGH_WATER_SSL_WRITE", 512), ("THREAD_JOIN_TIMEOUT", 300)])
                    module.Value(name, value);
                module.Member("_SendfileMode", static () => FileSending.Modes);
                break;
            case "staggered":
                Staggered.Declare(module);
                break;
            case "trsock":
                module.Type(PySocket.TransportType);
                break;
            case "coroutines":
                module.Python("_is_debug_mode", "", static _ => IsDebugEnvironment());
                break;
            case "log" or "base_events":
                // The logger is made when somebody asks for it: most programs never do.
                module.Member("logger", static () => AsyncLog.Logger);
                break;
        }
        return module;
    }

    private static bool IsDebugEnvironment() => Environment.GetEnvironmentVariable("PYTHONASYNCIODEBUG") is { Length: > 0 };

    /// <summary>Whether new loops are in debug mode: <c>asyncio.coroutines._is_debug_mode()</c>.</summary>
    internal static bool IsDebugMode() => Modules.Loaded.TryGetValue("asyncio.coroutines", out var module) ? module.Invoke("_is_debug_mode").Truth : IsDebugEnvironment();

    /// <summary>CPython has two classes of futures and of tasks, one in C and one in Python; here one has both names.</summary>
    private static void FutureNames(PyModule module) => module
        .Value("_PyFuture", FutureType.Type).Value("_CFuture", FutureType.Type)
        .Python("_set_result_unless_cancelled", "fut, result", static a =>
        {
            if (!a[0].Invoke("cancelled").Truth)
                a[0].Invoke("set_result", a[1]);
            return Any.None;
        })
        .Python("_copy_future_state", "source, dest", static a =>
        {
            ((Future)a[1].Ref!).CopyFrom((Future)a[0].Ref!);
            return Any.None;
        });

    private static void TaskNames(PyModule module)
    {
        module.Value("_PyTask", TaskType.Type).Value("_CTask", TaskType.Type);
        foreach (var prefix in (string[])["", "_py", "_c"])
            module.Python(prefix + "_register_task", "task", static a => RegisterTask(a[0]))
                .Python(prefix + "_unregister_task", "task", static a => UnregisterTask(a[0]))
                .Python(prefix + "_enter_task", "loop, task", static a => EnterTask(a[0], a[1]))
                .Python(prefix + "_leave_task", "loop, task", static a => LeaveTask(a[0], a[1]))
                .Python(prefix.Length == 0 ? "current_task" : prefix + "_current_task", "loop=None", static a => CurrentTask(a[0]));
    }

    /// <summary>A task of ours is known to its loop from the start to its end; others are kept here.</summary>
    private static Any RegisterTask(Any task)
    {
        if (task.Ref is not PyTask && !s_foreignTasks.Contains(task))
            s_foreignTasks.Add(task);
        return Any.None;
    }

    private static Any UnregisterTask(Any task)
    {
        s_foreignTasks.RemoveAll(t => ReferenceEquals(t.Ref, task.Ref));
        return Any.None;
    }

    private static Any EnterTask(Any loop, Any task)
    {
        if (CurrentTask(loop) is { IsNone: false } current)
            throw new RuntimeError($"Cannot enter into task {Operators.Repr(task)} while another task {Operators.Repr(current)} is being executed.");
        if (loop.Ref is EventLoop own && task.Ref is PyTask known)
            own.CurrentTask = known;
        else
            s_foreignRunning.Add((loop, task));
        return Any.None;
    }

    private static Any LeaveTask(Any loop, Any task)
    {
        var current = CurrentTask(loop);
        if (!ReferenceEquals(current.Ref, task.Ref))
            throw new RuntimeError($"Leaving task {Operators.Repr(task)} does not match the current task {Operators.Repr(current)}.");
        if (loop.Ref is EventLoop { CurrentTask: not null } own)
            own.CurrentTask = null;
        else
            s_foreignRunning.RemoveAll(r => ReferenceEquals(r.Loop.Ref, loop.Ref));
        return Any.None;
    }

    /// <summary><c>asyncio.current_task()</c>.</summary>
    internal static Any CurrentTask(Any loop)
    {
        if (loop.IsNone)
            loop = EventLoop.Running;
        if (loop.Ref is EventLoop { CurrentTask: { } task })
            return task;
        return s_foreignRunning.Find(r => ReferenceEquals(r.Loop.Ref, loop.Ref)).Task is { Ref: not null } running ? running : Any.None;
    }

    /// <summary><c>asyncio.all_tasks()</c>.</summary>
    internal static Any AllTasks(Any loop)
    {
        if (loop.IsNone)
            loop = EventLoop.Running;
        var tasks = loop.Ref is EventLoop own ? own.Tasks.Select(static t => (Any)t) : [];
        return new PySet<Any>(tasks.Concat(s_foreignTasks.Where(t => !t.Invoke("done").Truth && ReferenceEquals(TaskLoop(t).Ref, loop.Ref))));
    }

    private static Any TaskLoop(Any task) => Operators.GetAttr(task, "get_loop", Any.None) is { IsNone: false } get ? get.Call() : task.Get("_loop");
}

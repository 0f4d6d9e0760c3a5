using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>What a task tells of where it is: <see href="https://docs.python.org/3.13/library/asyncio-task.html#asyncio.Task.get_stack">get_stack, print_stack</see>.</summary>
internal static class TaskStack
{
    private static readonly string[] s_frames = ["cr_frame", "gi_frame", "ag_frame"];

    /// <summary>The frame at which a task has stopped; those of its exception where it has failed.</summary>
    public static PyList<Any> Frames(PyTask task, Any limit)
    {
        var frames = new List<Any>();
        var most = limit.IsNone ? long.MaxValue : (long)Library.Lib.Int(limit);
        var holder = Array.Find(s_frames, f => Operators.HasAttr(task.Target, f));
        if (holder is not null && task.Target.Get(holder) is { IsNone: false } frame)
        {
            for (; !frame.IsNone && frames.Count < most; frame = frame.Get("f_back"))
                frames.Add(frame);
            frames.Reverse();
        }
        else if (task is { IsDone: true, IsCancelled: false, Error: { } error })
        {
            for (var level = ((Any)error).Get("__traceback__"); !level.IsNone && frames.Count < most; level = level.Get("tb_next"))
                frames.Add(level.Get("tb_frame"));
        }
        return new PyList<Any>(frames);
    }

    public static void Print(PyTask task, Any limit, Any file)
    {
        var lines = Modules.Import("linecache");
        var traceback = Modules.Import("traceback");
        var levels = new PyList<Any>();
        foreach (var frame in ((Any)task).Invoke("get_stack", new Arguments { { "limit", limit } }))
        {
            var code = frame.Get("f_code");
            var (name, line) = (code.Get("co_filename"), frame.Get("f_lineno"));
            lines.Invoke("checkcache", name);
            levels.Append(PyTuple.Of(name, line, code.Get("co_name"), lines.Invoke("getline", name, line, frame.Get("f_globals"))));
        }
        var error = task is { IsDone: true, IsCancelled: false } ? task.Error : null;
        var target = file.IsNone ? StdIO.CurrentError : file;
        Builtins.Print([levels.Count == 0 ? $"No stack for {task.Describe()}" : $"{(error is null ? "Stack" : "Traceback")} for {task.Describe()} (most recent call last):"], file: target);
        traceback.Invoke("print_list", new Arguments { levels, { "file", file } });
        if (error is null)
            return;
        foreach (var line in traceback.Invoke("format_exception_only", PyType.Of(error), error))
            Builtins.Print([line], end: "", file: target);
    }
}

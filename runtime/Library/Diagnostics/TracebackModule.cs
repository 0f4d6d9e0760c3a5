using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/traceback.html">traceback</see>.</summary>
internal static class TracebackModule
{
    public static PyModule Build()
    {
        var module = new PyModule("traceback")
            .Type(FrameSummary.Type).Type(StackSummary.Type).Type(TracebackException.Type);
        Formats(module);
        Prints(module);
        Stacks(module);
        return module;
    }

    private static int? Limit(Any limit) => limit.IsNone ? TracebackText.GivenLimit : (int)Lib.Int(limit);

    private static IReadOnlyList<TraceLevel> Limited(Any traceback, Any limit) => TracebackText.Limited(PyTraceback.Levels(traceback.Ref as PyTraceback), Limit(limit));

    private static IEnumerable<Any> Summaries(IEnumerable<TraceLevel> levels) => levels.Select(static l => (Any)new FrameSummary(l));

    /// <summary>The exception that <c>(exc)</c> or <c>(type, value, tb)</c> name, null for None.</summary>
    private static BaseException? Error(Any first, Any value)
        => (value.IsUnbound ? first : value).Ref as BaseException ?? (value.IsUnbound && !first.IsNone ? throw new TypeError($"Exception expected for value, {Operators.Str(PyType.Of(first).Name)} found") : null);

    /// <summary>The exception of a call that gives both its value and its traceback, or neither.</summary>
    private static BaseException? Error(Any first, Any value, Any traceback)
        => value.IsUnbound == traceback.IsUnbound ? Error(first, value) : throw new ValueError("Both or neither of value and tb must be given");

    private static string Text(BaseException? error, Any limit, Any chain) => error is null ? "NoneType: None\n" : TracebackText.Of(error, chain.Truth, Limit(limit));

    private static IEnumerable<string> Lines(string text) => text.Length == 0 ? [] : Str.SplitLines(text, keepends: true);

    private static void Formats(PyModule module) => module
        .Function("format_exc", "limit=None, chain=True", static (limit, chain) => Text(Handling.Current, limit, chain))
        .Function("format_exception", "exc, /, value=, tb=, limit=None, chain=True, **kwargs", static a => Lib.List(Lines(Text(Error(a[0], a[1], a[2]), a[3], a[4]))), Any.Unbound, Any.Unbound)
        .Function("format_exception_only", "exc, /, value=, *, show_group=False, **kwargs", static a => Error(a[0], a[1]) is { } error
            ? Lib.List(Operators.ToList(TracebackException.Type.Call(new Arguments { error.Class, error, Any.None, { "compact", true } }).Invoke("format_exception_only", new Arguments { { "show_group", a[2] } })))
            : Lib.List(["NoneType: None\n"]), Any.Unbound)
        .Function("format_tb", "tb, limit=None", static (traceback, limit) => Lib.List(LevelText.Of(Limited(traceback, limit))))
        .Function("format_list", "extracted_list", static a => Lib.List(StackSummary.Texts(a[0])));

    private static void Print(Any file, string text)
    {
        var stream = file.IsNone ? StdIO.CurrentError : file;
        StdIO.CurrentOut.Invoke("flush");
        stream.Invoke("write", text);
    }

    private static void Prints(PyModule module) => module
        .Function("print_exc", "limit=None, file=None, chain=True", static a => Lib.Do(() => Print(a[1], Text(Handling.Current, a[0], a[2]))))
        .Function("print_exception", "exc, /, value=, tb=, limit=None, file=None, chain=True, **kwargs", static a => Lib.Do(() => Print(a[4], Text(Error(a[0], a[1], a[2]), a[3], a[5]))), Any.Unbound, Any.Unbound)
        .Function("print_last", "limit=None, file=None, chain=True", static _ => throw new ValueError("no last exception"))
        .Function("print_tb", "tb, limit=None, file=None", static a => Lib.Do(() => Print(a[2], string.Concat(LevelText.Of(Limited(a[0], a[1]))))))
        .Function("print_list", "extracted_list, file=None", static a => Lib.Do(() => Print(a[1], string.Concat(StackSummary.Texts(a[0])))))
        .Function("print_stack", "f=None, limit=None, file=None", static a => Lib.Do(() => Print(a[2], string.Concat(LevelText.Of(Current(a[1]))))));

    /// <summary>The Python frames that run now, outermost first.</summary>
    private static IReadOnlyList<TraceLevel> Current(Any limit)
    {
        var levels = TraceReader.CurrentLines();
        // Of the stack the innermost levels are told.
        return limit.IsNone ? levels : Lib.Int(limit) is >= 0 and var n ? [.. levels.TakeLast((int)n)] : [.. levels.Take((int)-Lib.Int(limit))];
    }

    private static void Stacks(PyModule module) => module
        .Function("extract_tb", "tb, limit=None", static (traceback, limit) => StackSummary.Of(Summaries(Limited(traceback, limit))))
        .Function("extract_stack", "f=None, limit=None", static a => StackSummary.Of(Summaries(Current(a[1]))))
        .Function("format_stack", "f=None, limit=None", static a => Lib.List(LevelText.Of(Current(a[1]))))
        .Function("walk_tb", static traceback => Builtins.Iter(WalkOf(traceback)))
        .Function("walk_stack", static frame => Builtins.Iter(Lib.List(Frames(frame.IsNone ? TraceReader.Current() is { Count: > 0 } levels ? PyFrame.Of(levels) : Any.None : frame))))
        .Function("clear_frames", static _ => Any.None);

    /// <summary>The pairs of frame and line of a traceback, or of an object that has what tracebacks have.</summary>
    public static PyList<Any> WalkOf(Any traceback) => Lib.List(Levels(traceback));

    private static IEnumerable<Any> Frames(Any frame)
    {
        for (; !frame.IsNone; frame = frame.Get("f_back"))
            yield return PyTuple.Of(frame, frame.Get("f_lineno"));
    }

    private static IEnumerable<Any> Levels(Any traceback)
    {
        for (var t = traceback; !t.IsNone; t = t.Get("tb_next"))
            yield return PyTuple.Of(t.Get("tb_frame"), t.Get("tb_lineno"));
    }
}

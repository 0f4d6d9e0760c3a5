using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Frames and files of code. See <see href="https://docs.python.org/3.13/library/inspect.html#the-interpreter-stack">the interpreter stack</see>.</summary>
internal static class InspectFrames
{
    private static readonly Any s_traceback = NamedTuples.Make("inspect.Traceback", ["filename", "lineno", "function", "code_context", "index"]);

    private static readonly Any s_info = NamedTuples.Make("inspect.FrameInfo", ["frame", "filename", "lineno", "function", "code_context", "index"]);

    public static void Declare(PyModule module) => module
        .Value("Traceback", s_traceback).Value("FrameInfo", s_info)
        .Function("currentframe", "", static _ => TraceReader.Current() is { Count: > 0 } levels ? PyFrame.Of(levels) : Any.None)
        .Function("stack", "context=1", static a => Lib.List(TraceReader.Current().AsEnumerable().Reverse().Select(l => Info(l, a[0]))))
        .Function("trace", "context=1", static a => Lib.List((Handling.Current?.Levels() ?? []).Select(l => Info(l, a[0]))))
        .Function("getinnerframes", "tb, context=1", static a => Lib.List(PyTraceback.Levels(a[0].Ref as PyTraceback).Select(l => Info(l, a[1]))))
        .Function("getouterframes", "frame, context=1", static a => Lib.List(Outer(a[0], a[1])))
        .Function("getframeinfo", "frame, context=1", static a => FrameInfo(a[0], a[1]))
        .Function("getfile", "object", static a => FileOf(a[0]))
        .Function("getsourcefile", "object", static a => FileOf(a[0]))
        .Function("getabsfile", "object, _filename=None", static a => Path.GetFullPath(Operators.Str(a[1].IsNone ? FileOf(a[0]) : a[1])))
        .Function("getmodulename", "path", static a => Path.GetFileName(Lib.Text(a[0])) is var name && name.EndsWith(".py", StringComparison.Ordinal) ? name[..^3] : Any.None)
        .Function("indentsize", "line", static a => Lib.Text(a[0]).Replace("\t", "        ", StringComparison.Ordinal) is var line ? line.Length - line.TrimStart().Length : 0)
        .Function("getcallargs", "func, /, *positional, **named", static a => CallArguments(a[0], Lib.Tuple(a[1]), Lib.Dict(a[2])));

    private static IEnumerable<Any> Outer(Any frame, Any context)
    {
        for (; frame.Ref is PyFrame { Level: { } level }; frame = frame.Get("f_back"))
            yield return Info(level, context);
    }

    private static (Any Lines, Any Index) Context(TraceLevel level, Any context)
    {
        var count = (int)Lib.Int(context);
        if (count <= 0)
            return (Any.None, Any.None);
        var start = Math.Max(1, level.Line - (count / 2));
        return (Lib.List(Enumerable.Range(start, count).Select(n => SourceLines.Of(level.File, n)).Where(static l => l.Length > 0).Select(static l => l.EndsWith('\n') ? l : l + "\n")), level.Line - start);
    }

    private static Any Info(TraceLevel level, Any context)
    {
        var (lines, index) = Context(level, context);
        return s_info.Call(new Arguments { new PyFrame(level), level.File, level.Line, level.Name, lines, index });
    }

    private static Any FrameInfo(Any frame, Any context)
    {
        var level = frame.Ref is PyTraceback traceback ? traceback.Level : (frame.Ref as PyFrame)?.Level ?? throw new TypeError($"{Operators.Repr(frame)} is not a frame or traceback object");
        var (lines, index) = Context(level, context);
        return s_traceback.Call(new Arguments { level.File, level.Line, level.Name, lines, index });
    }

    /// <summary>The file in which an object was defined.</summary>
    /// <exception cref="TypeError">It was defined in none.</exception>
    public static Any FileOf(Any o)
    {
        switch (o.Ref)
        {
            case PyModule module:
                return Operators.GetAttr(o, "__file__", Any.None) is { IsNone: false } file ? file : throw new TypeError($"{Operators.Repr(o)} is a built-in module");
            case PyType type:
                if (Modules.Loaded.TryGetValue(type.Module, out var home) && Operators.GetAttr(home, "__file__", Any.None) is { IsNone: false } path)
                    return path;
                throw type.Module == "__main__" ? new OSError("source code not available") : new TypeError($"{Operators.Repr(o)} is a built-in class");
            case BoundMethod { Function.Ref: PyFunction { IsBuiltin: false } } method:
                return FileOf(method.Function);
            case PyFunction { IsBuiltin: false } function:
                return Modules.Loaded.TryGetValue(function.Module, out var owner) && Operators.GetAttr(owner, "__file__", Any.None) is { IsNone: false } source ? source : function.Code.FileName;
            case PyTraceback traceback:
                return traceback.Level.File;
            case PyFrame { Level: { } level }:
                return level.File;
            case PyCode code:
                return code.FileName;
            default:
                throw new TypeError($"module, class, method, function, traceback, frame, or code object was expected, got {PyType.Of(o).Name}");
        }
    }

    private static PyDict<Any, Any> CallArguments(Any function, PyTuple positional, PyDict named)
    {
        var arguments = new Arguments(positional.AsSpan());
        foreach (var (key, value) in named.Entries())
            arguments.Add(Operators.Str(key), value);
        if (function.Ref is BoundMethod method)
            (function, arguments) = (method.Function, arguments.WithFirst(method.Self));
        if (function.Ref is not PyFunction target)
            throw new TypeError($"{Operators.Repr(function)} is not a Python function");
        var bound = ArgumentBinder.Bind(target, arguments);
        var result = new PyDict<Any, Any>();
        for (var i = 0; i < bound.Length; i++)
            result[target.Signature.Parameters[i].Name] = bound[i];
        return result;
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/traceback.html">traceback</see>.</summary>
internal static class TracebackModule
{
    public static PyModule Build()
    {
        var module = new PyModule("traceback")
            .Type(FrameSummary.Type).Type(StackSummaryType).Type(TracebackException.Type);
        Formats(module);
        Prints(module);
        Stacks(module);
        return module;
    }

    /// <summary>A list of frame summaries.</summary>
    public static readonly PyType StackSummaryType = new ClassMaker("StackSummary", "traceback")
        .Method("format", static self => Lib.List(Operators.ToList(self).Select(static f => f.Ref is FrameSummary s ? s.Text : Operators.Str(f))))
        .ClassMethod("from_list", "cls, a_list", static a => Summary(Operators.ToList(a[1])))
        .ClassMethod("extract", "cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False", static a => Summary(Operators.ToList(a[1])))
        .Make(ListType.Type);

    public static Any Summary(IEnumerable<Any> frames)
    {
        var list = new PyList<Any>(frames.Select(static f => f.Ref is PyTuple t ? new FrameSummary(Operators.Str(t[0]), (int)Lib.Int(t[1]), Operators.Str(t[2])) : f));
        list.SetClass(StackSummaryType);
        return list;
    }

    private static IEnumerable<Any> Frames(Any traceback)
    {
        for (var t = traceback.Ref as PyTraceback; t is not null; t = t.Next)
            yield return new FrameSummary(t.File, t.Line, t.Name);
    }

    /// <summary>The exception that <c>(exc)</c> or <c>(type, value, tb)</c> name, null for None.</summary>
    private static BaseException? Error(Any first, Any value)
        => (value.IsUnbound ? first : value).Ref as BaseException ?? (value.IsUnbound && !first.IsNone ? throw new TypeError($"Exception expected for value, {Operators.Str(PyType.Of(first).Name)} found") : null);

    private static string Text(BaseException? error, bool chain) => error is null ? "NoneType: None\n" : TracebackText.Of(error, chain);

    private static IEnumerable<string> Lines(string text) => text.Length == 0 ? [] : Str.SplitLines(text, keepends: true);

    private static void Formats(PyModule module) => module
        .Function("format_exc", "limit=None, chain=True", static (_, chain) => Text(Handling.Current, chain.Truth))
        .Function("format_exception", "exc, /, value=, tb=, limit=None, chain=True, **kwargs", static a => Lib.List(Lines(Text(Error(a[0], a[1]), a[4].Truth))), Any.Unbound, Any.Unbound)
        .Function("format_exception_only", "exc, /, value=, *, show_group=False, **kwargs", static a => Lib.List(Error(a[0], a[1]) is { } error ? TracebackText.OnlyLines(error) : ["NoneType: None\n"]), Any.Unbound)
        .Function("format_tb", "tb, limit=None", static (traceback, _) => Lib.List(Frames(traceback).Select(static f => ((FrameSummary)f.Ref!).Text)))
        .Function("format_list", "extracted_list", static a => Lib.List(Operators.ToList(Summary(Operators.ToList(a[0]))).Select(static f => ((FrameSummary)f.Ref!).Text)));

    private static void Print(Any file, string text)
    {
        var stream = file.IsNone ? StdIO.CurrentError : file;
        StdIO.CurrentOut.Invoke("flush");
        stream.Invoke("write", text);
    }

    private static void Prints(PyModule module) => module
        .Function("print_exc", "limit=None, file=None, chain=True", static a => Lib.Do(() => Print(a[1], Text(Handling.Current, a[2].Truth))))
        .Function("print_exception", "exc, /, value=, tb=, limit=None, file=None, chain=True, **kwargs", static a => Lib.Do(() => Print(a[4], Text(Error(a[0], a[1]), a[5].Truth))), Any.Unbound, Any.Unbound)
        .Function("print_last", "limit=None, file=None, chain=True", static _ => throw new ValueError("no last exception"))
        .Function("print_tb", "tb, limit=None, file=None", static a => Lib.Do(() => Print(a[2], string.Concat(Frames(a[0]).Select(static f => ((FrameSummary)f.Ref!).Text)))))
        .Function("print_list", "extracted_list, file=None", static a => Lib.Do(() => Print(a[1], string.Concat(Operators.ToList(a[0]).Select(static f => f.Ref is FrameSummary s ? s.Text : Operators.Str(f))))))
        .Function("print_stack", "f=None, limit=None, file=None", static a => Lib.Do(() => Print(a[2], string.Concat(Current().Select(static f => ((FrameSummary)f.Ref!).Text)))));

    /// <summary>The Python frames that run now, outermost first.</summary>
    private static IEnumerable<Any> Current()
        => TracebackText.Frames(new System.Diagnostics.StackTrace(true)).Select(static f => (Any)new FrameSummary(f.File, f.Line, f.Name));

    private static void Stacks(PyModule module) => module
        .Function("extract_tb", "tb, limit=None", static (traceback, limit) => Summary(limit.IsNone ? Frames(traceback) : Lib.Int(limit) is >= 0 and var n ? Frames(traceback).Take((int)n) : Frames(traceback).TakeLast((int)-Lib.Int(limit))))
        .Function("extract_stack", "f=None, limit=None", static _ => Summary(Current()))
        .Function("format_stack", "f=None, limit=None", static _ => Lib.List(Current().Select(static f => ((FrameSummary)f.Ref!).Text)))
        .Function("walk_tb", static traceback => Builtins.Iter(Lib.List(Levels(traceback))))
        .Function("walk_stack", static _ => Builtins.Iter(new PyList<Any>()))
        .Function("clear_frames", static _ => Any.None);

    private static IEnumerable<Any> Levels(Any traceback)
    {
        for (var t = traceback; !t.IsNone; t = t.Get("tb_next"))
            yield return PyTuple.Of(t.Get("tb_frame"), t.Get("tb_lineno"));
    }
}

/// <summary>One line of a traceback.</summary>
internal sealed class FrameSummary(string file, int line, string name) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("FrameSummary", module: "traceback")
        .New("cls, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None", static a => new FrameSummary(Operators.Str(a[1]), (int)Lib.Int(a[2]), Operators.Str(a[3])))
        .Property("filename", static o => Self(o).File)
        .Property("lineno", static o => Self(o).Line)
        .Property("name", static o => Self(o).Name)
        .Property("line", static o => TracebackText.SourceLine(Self(o).File, Self(o).Line).Trim())
        .Property("locals", static _ => Any.None)
        .Method("__iter__", static o => Builtins.Iter(Self(o).AsTuple))
        .Method("__getitem__", "self, index, /", static (o, index) => ((Any)Self(o).AsTuple)[index])
        .Method("__len__", static _ => 4)
        .Method("__eq__", "self, other, /", static (o, other) => other.Ref is FrameSummary f ? Operators.Equal(Self(o).AsTuple, f.AsTuple) : Operators.Equal(Self(o).AsTuple, other))
        .Method("__repr__", static o => $"<FrameSummary file {Self(o).File}, line {Self(o).Line} in {Self(o).Name}>");

    public override PyType Class => Type;

    private string File => file;

    private int Line => line;

    private string Name => name;

    private static FrameSummary Self(Any o) => (FrameSummary)o.Ref!;

    private PyTuple AsTuple => PyTuple.Of([file, line, name, TracebackText.SourceLine(file, line).Trim()]);

    /// <summary>The line as tracebacks print it.</summary>
    public string Text => $"  File \"{file}\", line {line}, in {name}\n{TracebackText.SourceLine(file, line)}";
}

/// <summary><c>traceback.TracebackException</c>: an exception ready to be printed.</summary>
internal sealed class TracebackException(BaseException error) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("TracebackException", module: "traceback")
        .New("cls, exc_type, exc_value, exc_traceback=None, **kwargs", static a => new TracebackException((BaseException)a[2].Ref!))
        .ClassMethod("from_exception", "cls, exc, *args, **kwargs", static a => new TracebackException((BaseException)a[1].Ref!))
        .Property("exc_type", static o => Self(o).Error.Class)
        .Property("exc_type_str", static o => Self(o).Error.Class.FullName)
        .Property("stack", static o => TracebackModule.Summary(TracebackText.Frames(Self(o).Error).Select(static f => (Any)new FrameSummary(f.File, f.Line, f.Name))))
        .Property("__cause__", static o => Self(o).Error.Cause is { } e ? new TracebackException(e) : Any.None)
        .Property("__context__", static o => Self(o).Error.Context is { } e ? new TracebackException(e) : Any.None)
        .Property("__suppress_context__", static o => Self(o).Error.SuppressContext)
        .Method("format", "self, *, chain=True, **kwargs", static (o, chain, _) => Builtins.Iter(Lib.List(Str.SplitLines(TracebackText.Of(Self(o).Error, chain.Truth), keepends: true))))
        .Method("format_exception_only", "self, *, show_group=False, **kwargs", static (o, _, _) => Builtins.Iter(Lib.List(TracebackText.OnlyLines(Self(o).Error))))
        .Method("print", "self, *, file=None, chain=True, **kwargs", static a => Lib.Do(() => (a[1].IsNone ? StdIO.CurrentError : a[1]).Invoke("write", TracebackText.Of(Self(a[0]).Error, a[2].Truth))))
        .Method("__str__", static o => Operators.Str(Self(o).Error));

    public override PyType Class => Type;

    private BaseException Error => error;

    private static TracebackException Self(Any o) => (TracebackException)o.Ref!;
}

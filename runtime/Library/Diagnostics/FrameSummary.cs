using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>One level of a traceback. See <see href="https://docs.python.org/3.13/library/traceback.html#traceback.FrameSummary">FrameSummary</see>.</summary>
internal sealed class FrameSummary(TraceLevel level, Any line = default) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("FrameSummary", module: "traceback")
        .New("cls, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None",
            static a => new FrameSummary(LevelOf(a), a[6]) { Locals = a[5].IsNone ? Any.None : Shown(a[5]) })
        .Property("filename", static o => Self(o).Level.File)
        .Property("lineno", static o => Self(o).Level.Line)
        .Property("name", static o => Self(o).Level.Name)
        .Property("line", static o => Self(o).Line)
        .Property("_line", static o => Self(o).Line)
        .Property("end_lineno", static o => Self(o).Level.Span is { } span ? span.EndLine : Any.None)
        .Property("colno", static o => Self(o).Level.Span is { } span ? span.Column : Any.None)
        .Property("end_colno", static o => Self(o).Level.Span is { } span ? span.EndColumn : Any.None)
        .Property("locals", static o => Self(o).Locals)
        .Method("__iter__", static o => Builtins.Iter(Self(o).AsTuple))
        .Method("__getitem__", "self, index, /", static (o, index) => ((Any)Self(o).AsTuple)[index])
        .Method("__len__", static _ => 4)
        .Method("__eq__", "self, other, /", static (o, other) => other.Ref switch
        {
            FrameSummary f => Self(o).Level.File == f.Level.File && Self(o).Level.Line == f.Level.Line && Self(o).Level.Name == f.Level.Name && Operators.Equal(Self(o).Locals, f.Locals),
            PyTuple => Operators.Equal(Self(o).AsTuple, other),
            _ => Any.NotImplemented,
        })
        .Method("__repr__", static o => $"<FrameSummary file {Self(o).Level.File}, line {Self(o).Level.Line} in {Self(o).Level.Name}>");

    public override PyType Class => Type;

    public TraceLevel Level => level;

    /// <summary>The variables' texts by their names; None where they were not asked for.</summary>
    public Any Locals { get; init; } = Any.None;

    private Any Line => line.Ref is string given ? given.Trim() : level.Line <= 0 ? Any.None : Source(level.File, level.Line).Trim();

    private PyTuple AsTuple => PyTuple.Of([level.File, level.Line, level.Name, Line]);

    private static FrameSummary Self(Any o) => (FrameSummary)o.Ref!;

    private static string Source(string file, int number)
        => SourceLines.Of(file, number) is { Length: > 0 } text ? text : Operators.Str(Modules.ImportFrom("linecache", "getline").Call(file, number));

    private static PyDict<Any, Any> Shown(Any variables)
    {
        var result = new PyDict<Any, Any>();
        foreach (var (name, value) in Operators.MappingItems(variables))
            result[name] = Text(value);
        return result;
    }

    private static string Text(Any value)
    {
        try
        {
            return Operators.Repr(value);
        }
        catch (BaseException e) when (e.Class.IsSubclassOf(PyException.Type))
        {
            return "<local repr() failed>";
        }
    }

    /// <summary>The level that a tuple of file, line, name and text describes.</summary>
    public static FrameSummary From(PyTuple tuple) => new(Place(Operators.Str(tuple[0]), (int)Lib.Int(tuple[1]), Operators.Str(tuple[2])), tuple.Count > 3 ? tuple[3] : Any.None);

    /// <summary>The level of a frame, or of an object that has what frames have.</summary>
    public static FrameSummary Of(Any frame, Any line, bool withLocals)
    {
        var code = frame.Get("f_code");
        var level = frame.Ref is PyFrame { Level: { } known } && !line.IsNone && known.Line == Lib.Int(line)
            ? known
            : Place(Operators.Str(code.Get("co_filename")), line.IsNone ? 0 : (int)Lib.Int(line), Operators.Str(code.Get("co_name")));
        return new FrameSummary(level) { Locals = withLocals && frame.Get("f_locals") is { IsNone: false } variables ? Shown(variables) : Any.None };
    }

    private static TraceLevel Place(string file, int line, string name) => new(file, line, null, null, default, false) { MethodName = name };

    private static TraceLevel LevelOf(Any[] a)
    {
        var level = Place(Operators.Str(a[1]), a[2].IsNone ? 0 : (int)Lib.Int(a[2]), Operators.Str(a[3]));
        return a[7].IsNone || a[8].IsNone || a[9].IsNone ? level : level with { Span = new MapSpan(level.Line, (int)Lib.Int(a[8]), (int)Lib.Int(a[7]), (int)Lib.Int(a[9])) };
    }

    /// <summary>The lines that tracebacks print for it.</summary>
    public string Text()
    {
        var text = line.Ref is string || (level.Span is null && SourceLines.Of(level.File, level.Line).Length == 0)
            ? $"  File \"{level.File}\", line {(level.Line > 0 ? level.Line : "None")}, in {level.Name}\n" + (Line.Ref is string { Length: > 0 } given ? $"    {given}\n" : "")
            : LevelText.Of(level);
        if (Locals.Ref is not PyDict variables)
            return text;
        return text + string.Concat(variables.Entries().OrderBy(static e => Operators.Str(e.Key), StringComparer.Ordinal).Select(static e => $"    {Operators.Str(e.Key)} = {Operators.Str(e.Value)}\n"));
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>One level of a traceback. See <see href="https://docs.python.org/3.13/library/traceback.html#traceback.FrameSummary">FrameSummary</see>.</summary>
internal sealed class FrameSummary(TraceLevel level, Any line = default) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("FrameSummary", module: "traceback")
        .New("cls, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None", static a => new FrameSummary(LevelOf(a), a[6]))
        .Property("filename", static o => Self(o).Level.File)
        .Property("lineno", static o => Self(o).Level.Line)
        .Property("name", static o => Self(o).Level.Name)
        .Property("line", static o => Self(o).Line)
        .Property("end_lineno", static o => Self(o).Level.Span is { } span ? span.EndLine : Any.None)
        .Property("colno", static o => Self(o).Level.Span is { } span ? span.Column : Any.None)
        .Property("end_colno", static o => Self(o).Level.Span is { } span ? span.EndColumn : Any.None)
        .Property("locals", static _ => Any.None)
        .Method("__iter__", static o => Builtins.Iter(Self(o).AsTuple))
        .Method("__getitem__", "self, index, /", static (o, index) => ((Any)Self(o).AsTuple)[index])
        .Method("__len__", static _ => 4)
        .Method("__eq__", "self, other, /", static (o, other) => other.Ref is FrameSummary f ? Operators.Equal(Self(o).AsTuple, f.AsTuple) : Operators.Equal(Self(o).AsTuple, other))
        .Method("__repr__", static o => $"<FrameSummary file {Self(o).Level.File}, line {Self(o).Level.Line} in {Self(o).Level.Name}>");

    public override PyType Class => Type;

    public TraceLevel Level => level;

    private string Line => line.Ref as string ?? SourceLines.Of(level.File, level.Line).Trim();

    private PyTuple AsTuple => PyTuple.Of([level.File, level.Line, level.Name, Line]);

    private static FrameSummary Self(Any o) => (FrameSummary)o.Ref!;

    /// <summary>The level that a tuple of file, line, name and text describes.</summary>
    public static FrameSummary From(PyTuple tuple) => new(Place(Operators.Str(tuple[0]), (int)Lib.Int(tuple[1]), Operators.Str(tuple[2])), tuple.Count > 3 ? tuple[3] : Any.None);

    private static TraceLevel Place(string file, int line, string name) => new(file, line, null, null, default, false) { MethodName = name };

    private static TraceLevel LevelOf(Any[] a)
    {
        var level = Place(Operators.Str(a[1]), (int)Lib.Int(a[2]), Operators.Str(a[3]));
        return a[7].IsNone || a[8].IsNone || a[9].IsNone ? level : level with { Span = new MapSpan(level.Line, (int)Lib.Int(a[8]), (int)Lib.Int(a[7]), (int)Lib.Int(a[9])) };
    }

    /// <summary>Whether its source line was given rather than read.</summary>
    public bool HasText => line.Ref is string;

    /// <summary>The lines that tracebacks print for it.</summary>
    public string Text => line.Ref is string given
        ? $"  File \"{level.File}\", line {level.Line}, in {level.Name}\n" + (given.Trim().Length > 0 ? $"    {given.Trim()}\n" : "")
        : LevelText.Of(level);
}

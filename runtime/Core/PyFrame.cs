namespace Pytocs.Runtime.Core;

/// <summary>
/// An activation of a function, as far as emitted code lets it be seen: its code and where it came from, not its variables.
/// See <see href="https://docs.python.org/3.13/reference/datamodel.html#frame-objects">frame objects</see>.
/// </summary>
public sealed class PyFrame(PyCode code, int line, Action? clear = null) : PyObject
{
    /// <summary>The frame of a traceback's level.</summary>
    internal PyFrame(TraceLevel level)
        : this(new PyCode(level.Name, level.QualName, null, null) { FileName = level.File, FirstLine = level.Function?.FirstLine ?? 1 }, level.Line) => Level = level;

    public static readonly PyType Type = PyType.Builtin("frame")
        .Property("f_code", static o => Self(o).Code)
        .Property("f_lineno", static o => Self(o).Line)
        .Property("f_back", static o => Self(o).Back)
        .Property("f_locals", static o => Self(o).Level is { } level ? level.Names?.Locals ?? (level.Name == "<module>" ? o.Get("f_globals") : new PyDict<Any, Any>()) : new PyDict<Any, Any>())
        .Property("f_globals", static o => Self(o).Level?.Names is { } names ? names.Globals : Modules.Loaded.TryGetValue(Self(o).Level is { } level ? CallingModule.Of(level.File) : "__main__", out var home) && home.Ref is PyModule module ? module.InstanceDict(create: true) : new PyDict<Any, Any>())
        .Property("f_builtins", static _ => BuiltinsModule.Instance.InstanceDict(create: true))
        .Property("f_lasti", static _ => 0)
        .Method("clear", static o =>
        {
            Self(o).Clear?.Invoke();
            return Any.None;
        })
        .Method("__repr__", static o => $"<frame at {Operators.Address(o.Ref!)}, file '{Self(o).Code.FileName}', line {Self(o).Line}, code {Self(o).Code.Name}>");

    public override PyType Class => Type;

    private IReadOnlyList<TraceLevel> _outer = [];

    /// <summary>The frame that called this one, as far as the stack was looked at.</summary>
    private Any Back => _outer.Count == 0 ? Any.None : Of(_outer);

    /// <summary>The innermost frame of a stack.</summary>
    /// <param name="levels">The levels, outermost first.</param>
    internal static PyFrame Of(IReadOnlyList<TraceLevel> levels) => new(levels[^1]) { _outer = [.. levels.Take(levels.Count - 1)] };

    private PyCode Code => Level?.Names?.Code ?? code;

    /// <summary>The place, if the frame is a traceback's.</summary>
    internal TraceLevel? Level { get; }

    private int Line => Level?.Names?.Line ?? line;

    private Action? Clear => clear;

    private static PyFrame Self(Any o) => (PyFrame)o.Ref!;
}

/// <summary>One level of the way that an exception took. See <see href="https://docs.python.org/3.13/reference/datamodel.html#traceback-objects">traceback objects</see>.</summary>
public sealed class PyTraceback : PyObject
{
    public static readonly PyType Type = PyType.Builtin("traceback")
        .New("cls, tb_next, tb_frame, tb_lasti, tb_lineno", static a => new PyTraceback((PyFrame)a[2].Ref!, new TraceLevel("", (int)(long)Operators.ToInt(a[4]), null, null, default, false), a[1].Ref as PyTraceback))
        .Method("__dir__", static _ => new PyList<Any>(["tb_frame", "tb_next", "tb_lasti", "tb_lineno"]))
        .Property("tb_frame", static o => Self(o)._frame ??= new PyFrame(Self(o).Level))
        .Property("tb_lineno", static o => Self(o).Level.Line)
        .Property("tb_lasti", static _ => 0)
        .Property("tb_next", static o => Self(o).Next, static (o, v) => Self(o).Next = v.Ref as PyTraceback);

    private PyFrame? _frame;

    private PyTraceback(PyFrame? frame, TraceLevel level, PyTraceback? next)
    {
        _frame = frame;
        Level = frame?.Level is { } place ? place with { Line = level.Line } : level;
        Next = next;
    }

    public override PyType Class => Type;

    internal TraceLevel Level { get; }

    public PyTraceback? Next { get; private set; }

    private static PyTraceback Self(Any o) => (PyTraceback)o.Ref!;

    /// <summary>Traceback objects for levels, outermost first, and what comes behind them.</summary>
    internal static PyTraceback? Of(IReadOnlyList<TraceLevel> levels, PyTraceback? next)
    {
        for (var i = levels.Count - 1; i >= 0; i--)
            next = new PyTraceback(null, levels[i], next);
        return next;
    }

    /// <summary>The levels of a traceback object and those behind it.</summary>
    internal static List<TraceLevel> Levels(PyTraceback? traceback)
    {
        var result = new List<TraceLevel>();
        for (; traceback is not null; traceback = traceback.Next)
            result.Add(traceback.Level);
        return result;
    }
}

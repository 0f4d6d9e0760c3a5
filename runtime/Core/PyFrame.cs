namespace Pytocs.Runtime.Core;

/// <summary>
/// An activation of a function, as far as emitted code lets it be seen: its code and where it came from, not its variables.
/// See <see href="https://docs.python.org/3.13/reference/datamodel.html#frame-objects">frame objects</see>.
/// </summary>
public sealed class PyFrame(PyCode code, int line, Action? clear = null) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("frame")
        .Property("f_code", static o => Self(o).Code)
        .Property("f_lineno", static o => Self(o).Line)
        .Property("f_back", static _ => Any.None)
        .Property("f_locals", static _ => new PyDict<Any, Any>())
        .Property("f_globals", static _ => Modules.Loaded.TryGetValue("__main__", out var main) && main.Ref is PyModule module ? module.InstanceDict(create: true) : new PyDict<Any, Any>())
        .Property("f_lasti", static _ => 0)
        .Method("clear", static o =>
        {
            Self(o).Clear?.Invoke();
            return Any.None;
        })
        .Method("__repr__", static o => $"<frame at {Operators.Address(o.Ref!)}, file '{Script.Arguments[0]}', line {Self(o).Line}, code {Operators.Str(Self(o).Code.Get("co_name"))}>");

    public override PyType Class => Type;

    private Any Code => code;

    private int Line => line;

    private Action? Clear => clear;

    private static PyFrame Self(Any o) => (PyFrame)o.Ref!;
}

/// <summary>One level of the way that an exception took. See <see href="https://docs.python.org/3.13/reference/datamodel.html#traceback-objects">traceback objects</see>.</summary>
public sealed class PyTraceback(PyFrame frame, int line, string file, string name, PyTraceback? next) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("traceback")
        .Property("tb_frame", static o => Self(o).Frame)
        .Property("tb_lineno", static o => Self(o).Line)
        .Property("tb_lasti", static _ => 0)
        .Property("tb_next", static o => Self(o).Next, static (o, v) => Self(o).Next = v.Ref as PyTraceback);

    public override PyType Class => Type;

    public int Line => line;

    public string File => file;

    public string Name => name;

    public PyTraceback? Next { get; private set; } = next;

    private PyFrame Frame => frame;

    private static PyTraceback Self(Any o) => (PyTraceback)o.Ref!;

    /// <summary>The way of an exception that was raised, outermost level first.</summary>
    internal static PyTraceback Of(BaseException error)
    {
        PyTraceback? next = null;
        foreach (var (file, line, name) in TracebackText.Frames(error).Reverse())
            next = Level(file, line, name, next);
        return next ?? Level(Script.Arguments[0], 1, "<module>", null);
    }

    private static PyTraceback Level(string file, int line, string name, PyTraceback? next)
        => new(new PyFrame(new PyCode(name, name, null, null), line), line, file, name, next);
}

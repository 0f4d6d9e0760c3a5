using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><c>catch_warnings</c>: filters and the way of showing warnings come back at its end.</summary>
internal sealed class CatchWarnings(bool record) : PyObject, IDisposable
{
    public static readonly PyType Type = PyType.Builtin("catch_warnings", module: "warnings")
        .New("cls, *, record=False, module=None, action=None, category=, lineno=0, append=False", static a => new CatchWarnings(a[1].Truth) { Action = a[3], Category = a[4], Line = a[5], Append = a[6].Truth }, Warning.Type)
        .Method("__enter__", static o => ((CatchWarnings)o.Ref!).Enter())
        .Method("__exit__", "self, *exc_info", static (o, _) => Lib.Do(((CatchWarnings)o.Ref!).Exit));

    private Any _filters = Any.Unbound;
    private PyList<Any>? _log;
    private Any _show;

    public override PyType Class => Type;

    private Any Action { get; init; } = Any.None;

    private Any Category { get; init; }

    private Any Line { get; init; }

    private bool Append { get; init; }

    public Any Enter()
    {
        if (!_filters.IsUnbound)
            throw new RuntimeError($"Cannot enter {Operators.Repr(this)} twice");
        (_filters, _log, _show) = (Warnings.Filters, Warnings.Log, Modules.Import("warnings").Get("showwarning"));
        Warnings.Filters = new PyList<Any>(Operators.ToList(_filters));
        Warnings.FiltersChanged();
        Any result = Any.None;
        if (record)
        {
            Warnings.Log = [];
            result = Warnings.Log;
            Modules.Import("warnings").Set("showwarning", WarningsModule.ShowFunction);
        }
        if (!Action.IsNone)
            Warnings.AddFilter(Operators.Str(Action), Any.None, Category, Any.None, Line, Append);
        return result;
    }

    public void Exit()
    {
        if (_filters.IsUnbound)
            throw new RuntimeError($"Cannot exit {Operators.Repr(this)} without entering first");
        (Warnings.Filters, Warnings.Log) = (_filters, _log);
        Warnings.FiltersChanged();
        Modules.Import("warnings").Set("showwarning", _show);
        _filters = Any.Unbound;
    }

    /// <summary>Enters for a <c>using</c> statement.</summary>
    public CatchWarnings Entered()
    {
        Enter();
        return this;
    }

    public void Dispose() => Exit();
}

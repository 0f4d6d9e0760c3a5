using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><c>traceback.TracebackException</c>: an exception ready to be printed.</summary>
internal sealed class TracebackException(BaseException error) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("TracebackException", module: "traceback")
        .New("cls, exc_type, exc_value, exc_traceback=None, **kwargs", static a => new TracebackException((BaseException)a[2].Ref!))
        .ClassMethod("from_exception", "cls, exc, *args, **kwargs", static a => new TracebackException((BaseException)a[1].Ref!))
        .Property("exc_type", static o => Self(o).Error.Class)
        .Property("exc_type_str", static o => Self(o).Error.Class.FullName)
        .Property("stack", static o => TracebackModule.Summary(Self(o).Error.Levels().Select(static l => (Any)new FrameSummary(l))))
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

namespace Pytocs.Runtime.Core;

/// <summary>Exceptions that nobody can catch: <see href="https://docs.python.org/3.13/library/sys.html#sys.unraisablehook">sys.unraisablehook</see>.</summary>
internal static class Unraisable
{
    private static readonly PyType s_arguments = NamedTuples.Make("UnraisableHookArgs", ["exc_type", "exc_value", "exc_traceback", "err_msg", "object"]);

    /// <summary>The hook that is there from the start: writes to standard error.</summary>
    public static readonly Any Default = new PyFunction("unraisablehook", "unraisable, /", static (Any given) => Write(given)) { IsBuiltin = true, Module = "sys" };

    /// <summary>What <c>sys.unraisablehook</c> is.</summary>
    public static Any Hook { get; set; } = Default;

    /// <param name="error">The exception.</param>
    /// <param name="message">What was going on; null for the usual words.</param>
    /// <param name="source">The object it is about.</param>
    public static void Report(BaseException error, string? message, Any source)
        => Hook.Call(s_arguments.Call(new Arguments { error.Class, error, error.Traceback, message, source }));

    private static Any Write(Any given)
    {
        var message = given.Get("err_msg");
        var source = given.Get("object");
        StdIO.CurrentOut.Invoke("flush");
        StdIO.CurrentError.Invoke("write", (message.IsNone ? $"Exception ignored in: {Operators.Repr(source)}" : Operators.Str(message)) + "\n" + TracebackText.OfUnraisable((BaseException)given.Get("exc_value").Ref!));
        return Any.None;
    }
}

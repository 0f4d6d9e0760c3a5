using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Warnings that go to a logger. See <see href="https://docs.python.org/3.13/library/logging.html#logging.captureWarnings">captureWarnings</see>.</summary>
internal static class CapturedWarnings
{
    private static Any s_shown = Any.None;

    private static readonly PyFunction s_log = new("_showwarning", "message, category, filename, lineno, file=None, line=None", static (Any[] a) =>
    {
        if (!a[4].IsNone)
        {
            if (!s_shown.IsNone)
                s_shown.Call(new Arguments(a));
            return Any.None;
        }
        var text = Modules.Import("warnings").Invoke("formatwarning", new Arguments { a[0], a[1], a[2], a[3], a[5] });
        var logger = LogState.Name("getLogger").Call("py.warnings");
        if (!logger.Get("handlers").Truth)
            logger.Invoke("addHandler", ((Any)LogHandlers.Null).Call());
        logger.Invoke("warning", Operators.Str(text));
        return Any.None;
    });

    public static void Capture(bool capture)
    {
        var warnings = Modules.Import("warnings");
        if (capture && s_shown.IsNone)
        {
            s_shown = warnings.Get("showwarning");
            warnings.Set("showwarning", s_log);
        }
        else if (!capture && !s_shown.IsNone)
        {
            warnings.Set("showwarning", s_shown);
            s_shown = Any.None;
        }
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>The module <see href="https://docs.python.org/3.13/library/logging.html">logging</see>.</summary>
internal static class LoggingModule
{
    private const string BasicFormat = "%(levelname)s:%(name)s:%(message)s";

    public static PyModule Build()
    {
        var module = new PyModule("logging")
            .Type(LogHandlers.Filter).Type(LogHandlers.Handler).Type(LogHandlers.Stream).Type(LogHandlers.File).Type(LogHandlers.Null).Type(LogRecords.Formatter)
            .Type(LogRecords.Record).Type(Loggers.Logger).Type(Loggers.Adapter).Value("root", Loggers.Root).Value("lastResort", LogHandlers.LastResort)
            .Value("BASIC_FORMAT", BasicFormat).Value("raiseExceptions", true).Value("logThreads", true).Value("logProcesses", true)
            .Value("CRITICAL", 50).Value("FATAL", 50).Value("ERROR", 40).Value("WARNING", 30).Value("WARN", 30).Value("INFO", 20).Value("DEBUG", 10).Value("NOTSET", 0);
        foreach (var name in (string[])["debug", "info", "warning", "warn", "error", "critical", "fatal", "exception", "log"])
            module.Function(name, "*args, **kwargs", a =>
            {
                if (!Loggers.Root.Get("handlers").Truth)
                    Configure(new PyDict<Any, Any>());
                return Lib.Call(Loggers.Root.Get(name), Lib.Tuple(a[0]), Lib.Dict(a[1]));
            });
        return module
            .Function("getLogger", "name=None", static a => a[0].IsNone ? Loggers.Root : Loggers.Get(a[0].Ref as string ?? throw new TypeError("A logger name must be a string")))
            .Function("basicConfig", "**kwargs", static a => Lib.Do(() => Configure((PyDict<Any, Any>)a[0].Ref!)))
            .Function("getLevelName", static level => LogLevels.Translate(level))
            .Function("getLevelNamesMapping", "", static _ => LogLevels.Mapping())
            .Function("addLevelName", "level, levelName", static (level, name) => Lib.Do(() => LogLevels.Add(Lib.Int(level), Operators.Str(name))))
            .Function("disable", "level=50", static a => Lib.Do(() => LogLevels.Disabled = LogLevels.Check(a[0])))
            .Function("getLoggerClass", "", static _ => Loggers.LoggerClass)
            .Function("setLoggerClass", "klass", static a => Lib.Do(() => Loggers.LoggerClass = a[0]))
            .Function("makeLogRecord", "dict", static a =>
            {
                var record = LogRecords.Record.Call(new Arguments { Any.None, Any.None, "", 0, "", PyTuple.Empty, Any.None, Any.None });
                record.Get("__dict__").Invoke("update", a[0]);
                return record;
            })
            .Function("captureWarnings", "capture", static a => Lib.Do(() => CaptureWarnings(a[0].Truth)))
            .Function("shutdown", "handlerList=()", static _ => Any.None);
    }

    /// <summary>Gives the root logger a handler, unless it has one.</summary>
    private static void Configure(PyDict<Any, Any> options)
    {
        Any Take(string name, Any fallback)
        {
            if (!options.TryGetValue(name, out var value))
                return fallback;
            options.Remove(name);
            return value;
        }

        var (force, encoding, errors) = (Take("force", false).Truth, Take("encoding", Any.None), Take("errors", "backslashreplace"));
        if (force)
            foreach (var old in Operators.ToList(Loggers.Root.Get("handlers")))
            {
                Loggers.Root.Invoke("removeHandler", old);
                old.Invoke("close");
            }
        if (Loggers.Root.Get("handlers").Truth)
            return;
        var (handlers, file, mode, stream) = (Take("handlers", Any.None), Take("filename", Any.None), Take("filemode", "a"), Take("stream", Any.None));
        if (!handlers.IsNone && (!file.IsNone || !stream.IsNone))
            throw new ValueError("'stream' or 'filename' should not be specified together with 'handlers'");
        if (!file.IsNone && !stream.IsNone)
            throw new ValueError("'stream' and 'filename' should not be specified together");
        if (handlers.IsNone)
            handlers = new PyList<Any>([file.IsNone ? LogHandlers.Stream.Call(stream) : LogHandlers.File.Call(new Arguments { file, mode, { "encoding", encoding }, { "errors", errors } })]);
        var (date, style) = (Take("datefmt", Any.None), Take("style", "%"));
        var format = Take("format", Operators.Str(style) switch { "{" => "{levelname}:{name}:{message}", "$" => "${levelname}:${name}:${message}", _ => BasicFormat });
        var formatter = LogRecords.Formatter.Call(format, date, style);
        foreach (var handler in Operators.ToList(handlers))
        {
            if (handler.Get("formatter").IsNone)
                handler.Invoke("setFormatter", formatter);
            Loggers.Root.Invoke("addHandler", handler);
        }
        if (Take("level", Any.None) is { IsNone: false } level)
            Loggers.Root.Invoke("setLevel", level);
        if (options.Count > 0)
            throw new ValueError($"Unrecognised argument(s): {string.Join(", ", options.Keys.Select(static k => Operators.Str(k)))}");
    }

    private static Any s_showwarning = Any.None;

    private static void CaptureWarnings(bool capture)
    {
        var warnings = Modules.Import("warnings");
        if (!capture)
        {
            if (!s_showwarning.IsNone)
                warnings.Set("showwarning", s_showwarning);
            s_showwarning = Any.None;
            return;
        }
        if (!s_showwarning.IsNone)
            return;
        s_showwarning = warnings.Get("showwarning");
        warnings.Set("showwarning", new PyFunction("_showwarning", "message, category, filename, lineno, file=None, line=None", static (Any[] a) =>
        {
            var text = Modules.Import("warnings").Invoke("formatwarning", new Arguments { a[0], a[1], a[2], a[3], a[5] });
            return Loggers.Get("py.warnings").Invoke("warning", "%s", text);
        }));
    }
}

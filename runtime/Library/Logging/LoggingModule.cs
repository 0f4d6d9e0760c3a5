using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>The module <see href="https://docs.python.org/3.13/library/logging.html">logging</see>.</summary>
internal static class LoggingModule
{
    private static readonly string[] s_imported = ["sys", "os", "time", "io", "re", "traceback", "warnings", "weakref", "threading"];

    /// <summary>The names that an expression in a configuration file finds: those of the module, and what it imports.</summary>
    public static PyDict<Any, Any> Names()
    {
        var names = new PyDict<Any, Any>();
        foreach (var name in s_imported)
            names[name] = Modules.Import(name);
        names.UpdateAny(LogState.Module.Namespace);
        return names;
    }

    public static PyModule Build()
    {
        LogRecords.Start();
        var module = LogState.Module;
        Types(module);
        Functions(module);
        ((Any)Modules.Import("atexit")).Invoke("register", module.TryGet("shutdown"));
        return module;
    }

    private static void Types(PyModule module)
    {
        module.Value("_defaultFormatter", LogFormatters.Default).Value("_lock", LogState.NewLock()).Value("_srcfile", "/usr/lib/python3.13/logging/__init__.py")
            .Type(LogFilters.Filter).Type(LogFilters.Filterer).Type(LogHandlers.Handler).Type(StreamHandlers.Stream).Type(StreamHandlers.File).Type(LogHandlers.Null)
            .Value("_StderrHandler", PyType.Of(StreamHandlers.LastResort)).Value("_defaultLastResort", StreamHandlers.LastResort).Value("lastResort", StreamHandlers.LastResort)
            .Type(LogStyles.Percent).Type(LogStyles.Braces).Type(LogStyles.Dollars).Type(LogFormatters.Formatter).Type(LogFormatters.Buffering).Type(LogRecords.Record)
            .Value("root", Loggers.Root).Type(Loggers.Logger).Type(Loggers.RootType).Type(LogManager.Type).Type(LogManager.PlaceHolder).Type(LogAdapters.Type)
            .Value("BASIC_FORMAT", LogStyles.BasicFormat).Value("CRITICAL", 50).Value("FATAL", 50).Value("ERROR", 40).Value("WARNING", 30).Value("WARN", 30).Value("INFO", 20)
            .Value("DEBUG", 10).Value("NOTSET", 0);
    }

    private static void Functions(PyModule module)
    {
        foreach (var (name, _) in Loggers.Methods)
            module.Function(name, "msg, *args, **kwargs", a => Lib.Do(() => OnRoot(name, a[0], a[1], a[2])));
        module
            .Function("fatal", "msg, *args, **kwargs", static a => Lib.Do(() => OnRoot("critical", a[0], a[1], a[2])))
            .Function("warn", "msg, *args, **kwargs", static a => Lib.Do(() =>
            {
                Loggers.WarnOf("function");
                OnRoot("warning", a[0], a[1], a[2]);
            }))
            .Function("exception", "msg, *args, exc_info=True, **kwargs", static a => Lib.Do(() =>
            {
                a[3].SetItem("exc_info", a[2]);
                OnRoot("error", a[0], a[1], a[3]);
            }))
            .Function("log", "level, msg, *args, **kwargs", static a => Lib.Do(() =>
            {
                Prepare();
                LogState.Name("root").Invoke("log", new Arguments { a[0], a[1], new Star(a[2]), new StarStar(a[3]) });
            }))
            .Function("getLogger", "name=None", static a => !a[0].Truth || (a[0].Ref is string name && name == Operators.Str(LogState.Name("root").Get("name")))
                ? LogState.Name("root") : ((Any)Loggers.Logger).Get("manager").Invoke("getLogger", a[0]))
            .Function("basicConfig", "**kwargs", static a => Lib.Do(() => BasicConfiguration.Set((PyDict<Any, Any>)a[0].Ref!)))
            .Function("getLevelName", "level", static a => LogLevels.Translate(a[0]))
            .Function("getLevelNamesMapping", "", static _ => new PyDict<Any, Any>(LogLevels.Numbers))
            .Function("addLevelName", "level, levelName", static (level, name) => Lib.Do(() => LogLevels.Add(level, name)))
            .Function("_checkLevel", "level", static a => LogLevels.Check(a[0]))
            .Function("disable", "level=50", static a => Lib.Do(() =>
            {
                var manager = LogState.Name("root").Get("manager");
                manager.Set("disable", a[0]);
                manager.Invoke("_clear_cache");
            }))
            .Function("getLoggerClass", "", static _ => LogManager.LoggerClass)
            .Function("setLoggerClass", "klass", static a => Lib.Do(() =>
            {
                LogManager.CheckClass(a[0]);
                LogManager.LoggerClass = a[0];
            }))
            .Function("getLogRecordFactory", "", static _ => LogRecords.Factory)
            .Function("setLogRecordFactory", "factory", static a => Lib.Do(() => LogRecords.Factory = a[0]))
            .Function("makeLogRecord", "dict", static a => LogRecords.OfDictionary(a[0]))
            .Function("getHandlerByName", "name", static a => LogState.Handlers.Invoke("get", a[0]))
            .Function("getHandlerNames", "", static _ => Modules.Import("builtins").Get("frozenset").Call(LogState.Handlers))
            // What the module itself imports is found in it, too.
            .Value("__getattr__", new PyFunction("__getattr__", "name", (Any name) => s_imported.Contains(Operators.Str(name))
                ? Modules.Import(Operators.Str(name)) : Operators.Str(name) == "_logRecordFactory" ? LogRecords.Factory : throw new AttributeError($"module 'logging' has no attribute '{Operators.Str(name)}'")))
            .Function("currentframe", "", static _ => Modules.Import("sys").Invoke("_getframe"))
            .Function("captureWarnings", "capture", static a => Lib.Do(() => CapturedWarnings.Capture(a[0].Truth)))
            .Function("shutdown", "handlerList=", static a => Lib.Do(() => Shutdown(a[0].IsUnbound ? LogState.Name("_handlerList") : a[0])), Any.Unbound);
    }

    private static void Prepare()
    {
        if (Builtins.Len(LogState.Name("root").Get("handlers")) == 0)
            LogState.Name("basicConfig").Call();
    }

    private static void OnRoot(string method, Any message, Any args, Any kwargs)
    {
        Prepare();
        LogState.Name("root").Invoke(method, new Arguments { message, new Star(args), new StarStar(kwargs) });
    }

    /// <summary>Flushes and closes all handlers, the newest first.</summary>
    private static void Shutdown(Any handlers)
    {
        foreach (var reference in Operators.ToList(handlers).AsEnumerable().Reverse().ToArray())
        {
            try
            {
                if (reference.Call() is not { Truth: true } handler)
                    continue;
                try
                {
                    handler.Invoke("acquire");
                    if (Operators.GetAttr(handler, "flushOnClose", true).Truth)
                        handler.Invoke("flush");
                    handler.Invoke("close");
                }
                catch (Exception error) when (error is OSError or ValueError)
                {
                    // The stream may be closed already.
                }
                finally
                {
                    handler.Invoke("release");
                }
            }
            catch (BaseException) when (!LogState.Name("raiseExceptions").Truth)
            {
                // The program wants to hear nothing of errors in logging.
            }
        }
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Loggers. See <see href="https://docs.python.org/3.13/library/logging.html#logger-objects">logger objects</see>.</summary>
internal static class Loggers
{
    private const string Keywords = "exc_info=None, stack_info=False, stacklevel=1, extra=None";

    /// <summary>The methods that log, with their levels.</summary>
    public static readonly (string Name, int Level)[] Methods = [("debug", 10), ("info", 20), ("warning", 30), ("error", 40), ("critical", 50)];

    public static readonly PyType Logger = CreateLogger();

    public static readonly PyType RootType = new ClassMaker("RootLogger", "logging")
        .Method("__init__", "level", static (self, level) => LogState.Base(Logger, "__init__", self, "root", level))
        .Method("__reduce__", static _ => PyTuple.Of(LogState.Name("getLogger"), PyTuple.Empty))
        .Make(Logger);

    public static readonly Any Root = CreateRoot();

    private static Any CreateRoot()
    {
        var root = ((Any)RootType).Call(30);
        LogManager.LoggerClass = Logger;
        ((Any)Logger).Set("root", root);
        ((Any)Logger).Set("manager", ((Any)LogManager.Type).Call(root));
        return root;
    }

    private static PyType CreateLogger()
    {
        var maker = new ClassMaker("Logger", "logging")
            .Method("__init__", "self, name, level=0", static a => Lib.Do(() =>
            {
                LogState.Base(LogFilters.Filterer, "__init__", a[0]);
                a[0].Set("name", a[1]);
                a[0].Set("level", LogLevels.Check(a[2]));
                a[0].Set("parent", Any.None);
                a[0].Set("propagate", true);
                a[0].Set("handlers", new PyList<Any>());
                a[0].Set("disabled", false);
                a[0].Set("_cache", new PyDict<Any, Any>());
            }))
            .Method("setLevel", "level", static (self, level) => Lib.Do(() =>
            {
                self.Set("level", LogLevels.Check(level));
                self.Get("manager").Invoke("_clear_cache");
            }));
        foreach (var (name, level) in Methods)
            maker.Method(name, "self, msg, *args, **kwargs", a => Lib.Do(() => LogIfEnabled(a[0], level, a[1], a[2], a[3])));
        return maker
            .Method("fatal", "self, msg, *args, **kwargs", static a => Lib.Do(() => a[0].Invoke("critical", new Arguments { a[1], new Star(a[2]), new StarStar(a[3]) })))
            .Method("warn", "self, msg, *args, **kwargs", static a => Lib.Do(() =>
            {
                WarnOf("method");
                a[0].Invoke("warning", new Arguments { a[1], new Star(a[2]), new StarStar(a[3]) });
            }))
            .Method("exception", "self, msg, *args, exc_info=True, **kwargs", static a => Lib.Do(() => a[0].Invoke("error", new Arguments { a[1], new Star(a[2]), { "exc_info", a[3] }, new StarStar(a[4]) })))
            .Method("log", "self, level, msg, *args, **kwargs", static a => Lib.Do(() =>
            {
                if (Builtins.IsInstance(a[1], IntType.Type))
                    LogIfEnabled(a[0], a[1], a[2], a[3], a[4]);
                else if (LogState.Name("raiseExceptions").Truth)
                    throw new TypeError("level must be an integer");
            }))
            .Method("findCaller", "self, stack_info=False, stacklevel=1", static a => LogCaller.Find(a[1].Truth, Lib.Int(a[2])))
            .Method("makeRecord", "self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None", static a => MakeRecord(a))
            .Method("_log", "self, level, msg, args, " + Keywords.Replace("stack_info=False, stacklevel=1, extra=None", "extra=None, stack_info=False, stacklevel=1", StringComparison.Ordinal), static a => Lib.Do(() => Log(a)))
            .Method("handle", "record", static (self, record) => Lib.Do(() =>
            {
                if (!self.Get("disabled").Truth && self.Invoke("filter", record) is { Truth: true } passed)
                    self.Invoke("callHandlers", Builtins.IsInstance(passed, LogRecords.Record) ? passed : record);
            }))
            .Method("addHandler", "hdlr", static (self, handler) => self.Get("handlers").Contains(handler) ? Any.None : self.Get("handlers").Invoke("append", handler))
            .Method("removeHandler", "hdlr", static (self, handler) => self.Get("handlers").Contains(handler) ? self.Get("handlers").Invoke("remove", handler) : Any.None)
            .Method("hasHandlers", static self => Chain(self).Any(static l => l.Get("handlers").Truth))
            .Method("callHandlers", "record", static (self, record) => Lib.Do(() => CallHandlers(self, record)))
            .Method("getEffectiveLevel", static self => EffectiveLevel(self))
            .Method("isEnabledFor", "level", static (self, level) => IsEnabled(self, level))
            .Method("getChild", "suffix", static (self, suffix) => self.Get("manager").Invoke("getLogger", Operators.Is(self.Get("root"), self) ? suffix : self.Get("name") + "." + suffix))
            .Method("getChildren", static self => new PySet<Any>(Operators.ToList(self.Get("manager").Get("loggerDict").Invoke("values"))
                .Where(l => Builtins.IsInstance(l, Logger) && Operators.Is(l.Get("parent"), self) && Depth(l) == 1 + Depth(self))))
            .Method("__repr__", static self => $"<{PyType.Of(self).Name} {Operators.Str(self.Get("name"))} ({LogLevels.Name(self.Invoke("getEffectiveLevel"))})>")
            .Method("__reduce__", static self => Operators.Is(LogState.Name("getLogger").Call(self.Get("name")), self)
                ? PyTuple.Of(LogState.Name("getLogger"), PyTuple.Of(self.Get("name")))
                : throw (BaseException)Modules.Import("pickle").Get("PicklingError").Call("logger cannot be pickled").Ref!)
            .Make(LogFilters.Filterer);
    }

    /// <summary>The warning about <c>warn</c>, at its caller.</summary>
    public static void WarnOf(string kind) => Modules.ImportFrom("warnings", "warn").Call($"The 'warn' {kind} is deprecated, use 'warning' instead", DeprecationWarning.Type, 1);

    private static int Depth(Any logger)
        => Operators.Is(logger, logger.Get("manager").Get("root")) ? 0 : 1 + Operators.Str(logger.Get("name")).Count(static c => c == '.');

    /// <summary>The logger and those above it, as far as messages go up.</summary>
    private static IEnumerable<Any> Chain(Any logger)
    {
        while (logger.Truth)
        {
            yield return logger;
            logger = logger.Get("propagate").Truth ? logger.Get("parent") : Any.None;
        }
    }

    private static Any EffectiveLevel(Any logger)
    {
        for (; logger.Truth; logger = logger.Get("parent"))
            if (logger.Get("level") is { Truth: true } level)
                return level;
        return 0;
    }

    private static Any IsEnabled(Any logger, Any level)
    {
        if (logger.Get("disabled").Truth)
            return false;
        var cache = (PyDict<Any, Any>)logger.Get("_cache").Ref!;
        if (cache.TryGetValue(level, out var known))
            return known;
        return cache[level] = !(logger.Get("manager").Get("disable") >= level) && level >= logger.Invoke("getEffectiveLevel");
    }

    private static void LogIfEnabled(Any self, Any level, Any message, Any args, Any kwargs)
    {
        if (self.Invoke("isEnabledFor", level).Truth)
            self.Invoke("_log", new Arguments { level, message, args, new StarStar(kwargs) });
    }

    private static void Log(Any[] a)
    {
        var (self, info) = (a[0], a[4]);
        var place = self.Invoke("findCaller", a[6], a[7]);
        if (info.Truth)
        {
            if (info.Ref is BaseException given)
                info = Testing.Outcome.ExcInfo(given);
            else if (info.Ref is not PyTuple)
                info = Handling.Current is { } error ? Testing.Outcome.ExcInfo(error) : PyTuple.Of(Any.None, Any.None, Any.None);
        }
        self.Invoke("handle", self.Invoke("makeRecord", new Arguments { self.Get("name"), a[1], place[0], place[1], a[2], a[3], info, place[2], a[5], place[3] }));
    }

    private static Any MakeRecord(Any[] a)
    {
        var record = LogRecords.Factory.Call(new Arguments { a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[10] });
        if (a[9].IsNone)
            return record;
        var attributes = record.Get("__dict__");
        foreach (var key in a[9])
        {
            if (key.Ref is "message" or "asctime" || attributes.Contains(key))
                throw new KeyError($"Attempt to overwrite {Operators.Repr(key)} in LogRecord");
            attributes.SetItem(key, a[9][key]);
        }
        return record;
    }

    private static void CallHandlers(Any self, Any record)
    {
        var found = false;
        foreach (var logger in Chain(self))
        {
            foreach (var handler in logger.Get("handlers"))
            {
                found = true;
                if (record.Get("levelno") >= handler.Get("level"))
                    handler.Invoke("handle", record);
            }
        }
        if (found)
            return;
        var manager = self.Get("manager");
        if (LogState.Name("lastResort") is { Truth: true } last)
        {
            if (record.Get("levelno") >= last.Get("level"))
                last.Invoke("handle", record);
        }
        else if (LogState.Name("raiseExceptions").Truth && !manager.Get("emittedNoHandlerWarning").Truth)
        {
            StdIO.CurrentError.Invoke("write", $"No handlers could be found for logger \"{Operators.Str(self.Get("name"))}\"\n");
            manager.Set("emittedNoHandlerWarning", true);
        }
    }
}

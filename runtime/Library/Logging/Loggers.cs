using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Loggers and their hierarchy. See <see href="https://docs.python.org/3.13/library/logging.html#logger-objects">loggers</see>.</summary>
internal static class Loggers
{
    private const string LogArguments = "self, msg, *args, exc_info=None, stack_info=False, stacklevel=1, extra=None";

    private static readonly SortedDictionary<string, Any> s_loggers = new(StringComparer.Ordinal);

    public static readonly PyType Logger = CreateLogger();

    private static readonly PyType s_root = new ClassMaker("RootLogger", "logging")
        .Method("__init__", "level", static (self, level) => ((Any)Logger).Get("__init__").Call(self, "root", level))
        .Make(Logger);

    public static readonly Any Root = ((Any)s_root).Call(30);

    public static readonly PyType Adapter = CreateAdapter();

    public static Any LoggerClass { get; set; } = Logger;

    private static PyType CreateLogger()
    {
        var maker = new ClassMaker("Logger", "logging")
            .Method("__init__", "self, name, level=0", static a => Lib.Do(() =>
            {
                ((Any)LogHandlers.Filterer).Get("__init__").Call(a[0]);
                a[0].Set("name", a[1]);
                a[0].Set("level", LogLevels.Check(a[2]));
                a[0].Set("parent", Any.None);
                a[0].Set("propagate", true);
                a[0].Set("handlers", new PyList<Any>());
                a[0].Set("disabled", false);
            }))
            .Method("setLevel", "level", static (self, level) => Lib.Do(() => self.Set("level", LogLevels.Check(level))));
        foreach (var (name, level) in ((string, long)[])[("debug", 10), ("info", 20), ("warning", 30), ("error", 40), ("critical", 50), ("fatal", 50), ("warn", 30)])
            maker.Method(name, LogArguments, a => Lib.Do(() => LogIfEnabled(a[0], level, a[1], a[2], a[3], a[4], a[6])));
        return maker
            .Method("exception", "self, msg, *args, exc_info=True, stack_info=False, stacklevel=1, extra=None", static a => Lib.Do(() => LogIfEnabled(a[0], 40, a[1], a[2], a[3], a[4], a[6])))
            .Method("log", "self, level, msg, *args, exc_info=None, stack_info=False, stacklevel=1, extra=None", static a => Lib.Do(() =>
            {
                if (!Operators.IsIntLike(a[1]))
                    throw new TypeError("level must be an integer");
                LogIfEnabled(a[0], Lib.Int(a[1]), a[2], a[3], a[4], a[5], a[7]);
            }))
            .Method("_log", "self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1", static a => Lib.Do(() => Log(a[0], a[1], a[2], a[3], a[4], a[5], a[6])))
            .Method("makeRecord", "self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None", static a => MakeRecord(a))
            .Method("handle", "record", static (self, record) => Lib.Do(() =>
            {
                if (self.Get("disabled").Truth || self.Invoke("filter", record) is var passed && !passed.Truth)
                    return;
                self.Invoke("callHandlers", Builtins.IsInstance(passed, LogRecords.Record) ? passed : record);
            }))
            .Method("callHandlers", "record", static (self, record) => Lib.Do(() => CallHandlers(self, record)))
            .Method("addHandler", "hdlr", static (self, handler) => self.Get("handlers").Contains(handler) ? Any.None : self.Get("handlers").Invoke("append", handler))
            .Method("removeHandler", "hdlr", static (self, handler) => self.Get("handlers").Contains(handler) ? self.Get("handlers").Invoke("remove", handler) : Any.None)
            .Method("hasHandlers", static self => Chain(self).Any(static l => l.Get("handlers").Truth))
            .Method("getEffectiveLevel", static self => EffectiveLevel(self))
            .Method("isEnabledFor", "level", static (self, level) => IsEnabled(self, Lib.Int(level)))
            .Method("getChild", "suffix", static (self, suffix) => Get(Operators.Is(self, Root) ? Operators.Str(suffix) : $"{Operators.Str(self.Get("name"))}.{Operators.Str(suffix)}"))
            .Method("getChildren", static self => new PySet<Any>(s_loggers.Values.Where(l => Operators.Is(l.Get("parent"), self))))
            .Method("__repr__", static self => $"<{PyType.Of(self).Name} {Operators.Str(self.Get("name"))} ({LogLevels.Name(EffectiveLevel(self))})>")
            .Make(LogHandlers.Filterer);
    }

    /// <summary>The logger of a name, under the nearest one above it.</summary>
    public static Any Get(string name)
    {
        if (name.Length == 0 || name == "root")
            return Root;
        if (s_loggers.TryGetValue(name, out var known))
            return known;
        var logger = s_loggers[name] = LoggerClass.Call(name);
        var parent = Root;
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
        {
            if (s_loggers.TryGetValue(name[..dot], out parent))
                break;
            parent = Root;
        }
        logger.Set("parent", parent);
        foreach (var (other, below) in s_loggers)
            if (other.StartsWith(name + ".", StringComparison.Ordinal) && Operators.Is(below.Get("parent"), parent))
                below.Set("parent", logger);
        return logger;
    }

    /// <summary>The logger and those above it, as far as messages go up.</summary>
    private static IEnumerable<Any> Chain(Any logger)
    {
        while (!logger.IsNone)
        {
            yield return logger;
            logger = logger.Get("propagate").Truth ? logger.Get("parent") : Any.None;
        }
    }

    private static long EffectiveLevel(Any logger)
    {
        for (; !logger.IsNone; logger = logger.Get("parent"))
            if (Lib.Int(logger.Get("level")) is not 0 and var level)
                return level;
        return 0;
    }

    private static bool IsEnabled(Any logger, long level) => !logger.Get("disabled").Truth && LogLevels.Disabled < level && level >= EffectiveLevel(logger);

    private static void LogIfEnabled(Any self, long level, Any message, Any args, Any info, Any stack, Any extra)
    {
        if (self.Invoke("isEnabledFor", level).Truth)
            self.Invoke("_log", new Arguments { level, message, args, { "exc_info", info }, { "extra", extra }, { "stack_info", stack } });
    }

    private static void Log(Any self, Any level, Any message, Any args, Any info, Any extra, Any stack)
    {
        if (info.Truth)
        {
            if (info.Ref is BaseException given)
                info = Testing.Outcome.ExcInfo(given);
            else if (info.Ref is not PyTuple)
                info = Handling.Current is { } error ? Testing.Outcome.ExcInfo(error) : PyTuple.Of(Any.None, Any.None, Any.None);
            if (info[1].IsNone)
                info = Any.None;
        }
        var frame = TraceReader.Caller(1);
        var record = self.Invoke("makeRecord", new Arguments
        {
            self.Get("name"), level, frame?.File ?? Script.Arguments[0], frame?.Line ?? 1, message, args, info, frame?.Name ?? "<module>", extra, stack.Truth ? "Stack (most recent call last):" : Any.None,
        });
        self.Invoke("handle", record);
    }

    private static Any MakeRecord(Any[] a)
    {
        var record = LogRecords.Record.Call(new Arguments { a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[10] });
        if (a[9].IsNone)
            return record;
        foreach (var (key, value) in ((PyDict)a[9].Ref!).Entries())
        {
            var name = Operators.Str(key);
            if (name is "message" or "asctime" || record.Get("__dict__").Contains(key))
                throw new KeyError($"Attempt to overwrite {Operators.Repr(key)} in LogRecord");
            record.Set(name, value);
        }
        return record;
    }

    private static void CallHandlers(Any self, Any record)
    {
        var level = Lib.Int(record.Get("levelno"));
        var found = false;
        foreach (var logger in Chain(self))
        {
            foreach (var handler in Operators.ToList(logger.Get("handlers")))
            {
                found = true;
                if (level >= Lib.Int(handler.Get("level")))
                    handler.Invoke("handle", record);
            }
        }
        if (!found && Modules.Import("logging").Get("lastResort") is { IsNone: false } last && level >= Lib.Int(last.Get("level")))
            last.Invoke("handle", record);
    }

    private static PyType CreateAdapter()
    {
        var maker = new ClassMaker("LoggerAdapter", "logging")
            .Method("__init__", "self, logger, extra=None, merge_extra=False", static a => Lib.Do(() =>
            {
                a[0].Set("logger", a[1]);
                a[0].Set("extra", a[2]);
            }))
            .Method("process", "self, msg, kwargs", static a =>
            {
                a[2].SetItem("extra", a[0].Get("extra"));
                return PyTuple.Of(a[1], a[2]);
            })
            .Method("log", "self, level, msg, *args, **kwargs", static a => Lib.Do(() => Adapt(a[0], a[1], a[2], a[3], a[4])))
            .Property("name", static self => self.Get("logger").Get("name"));
        foreach (var (name, level) in ((string, long)[])[("debug", 10), ("info", 20), ("warning", 30), ("error", 40), ("critical", 50)])
            maker.Method(name, "self, msg, *args, **kwargs", a => Lib.Do(() => Adapt(a[0], level, a[1], a[2], a[3])));
        maker.Method("exception", "self, msg, *args, exc_info=True, **kwargs", static a => Lib.Do(() =>
        {
            a[4].SetItem("exc_info", a[3]);
            Adapt(a[0], 40, a[1], a[2], a[4]);
        }));
        foreach (var name in (string[])["setLevel", "isEnabledFor", "getEffectiveLevel", "hasHandlers"])
            maker.Method(name, "self, *args", a => Lib.Call(a[0].Get("logger").Get(name), Lib.Tuple(a[1]), new PyDict<Any, Any>()));
        return maker.Make();
    }

    private static void Adapt(Any self, Any level, Any message, Any args, Any kwargs)
    {
        var processed = self.Invoke("process", message, kwargs);
        self.Get("logger").Invoke("log", new Arguments { level, processed[0], new Star(args), new StarStar(processed[1]) });
    }
}

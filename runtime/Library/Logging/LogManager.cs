using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>The hierarchy of loggers by their dotted names. See <see href="https://docs.python.org/3.13/library/logging.html#logger-objects">logger objects</see>.</summary>
internal static class LogManager
{
    /// <summary>Stands in the hierarchy where nobody asked for a logger yet.</summary>
    public static readonly PyType PlaceHolder = new ClassMaker("PlaceHolder", "logging")
        .Method("__init__", "alogger", static (self, logger) => Lib.Do(() => self.Set("loggerMap", new PyDict<Any, Any> { [logger] = Any.None })))
        .Method("append", "alogger", static (self, logger) => Lib.Do(() =>
        {
            if (!self.Get("loggerMap").Contains(logger))
                self.Get("loggerMap").SetItem(logger, Any.None);
        }))
        .Make();

    public static readonly PyType Type = new ClassMaker("Manager", "logging")
        .Method("__init__", "rootnode", static (self, root) => Lib.Do(() =>
        {
            self.Set("root", root);
            self.Set("disable", 0);
            self.Set("emittedNoHandlerWarning", false);
            self.Set("loggerDict", new PyDict<Any, Any>());
            self.Set("loggerClass", Any.None);
            self.Set("logRecordFactory", Any.None);
        }))
        .Property("disable", static self => self.Get("_disable"), static (self, level) => self.Set("_disable", LogLevels.Check(level)))
        .Method("getLogger", "name", static (self, name) => GetLogger(self, name))
        .Method("setLoggerClass", "klass", static (self, type) => Lib.Do(() =>
        {
            CheckClass(type);
            self.Set("loggerClass", type);
        }))
        .Method("setLogRecordFactory", "factory", static (self, factory) => Lib.Do(() => self.Set("logRecordFactory", factory)))
        .Method("_fixupParents", "alogger", static (self, logger) => Lib.Do(() => FindParent(self, logger)))
        .Method("_fixupChildren", "self, ph, alogger", static a => Lib.Do(() => Adopt(a[1], a[2])))
        .Method("_clear_cache", static self => Lib.Do(() =>
        {
            foreach (var logger in Operators.ToList(self.Get("loggerDict").Invoke("values")))
                if (Builtins.IsInstance(logger, Loggers.Logger))
                    logger.Get("_cache").Invoke("clear");
            self.Get("root").Get("_cache").Invoke("clear");
        }))
        .Make();

    /// <summary>The class of new loggers: <c>getLoggerClass</c>.</summary>
    public static Any LoggerClass { get; set; } = Any.None;

    /// <exception cref="TypeError">Loggers cannot be of that class.</exception>
    public static void CheckClass(Any type)
    {
        if (!Operators.Is(type, Loggers.Logger) && !Builtins.IsSubclass(type, Loggers.Logger))
            throw new TypeError("logger not derived from logging.Logger: " + Operators.Str(type.Get("__name__")));
    }

    private static Any GetLogger(Any self, Any name)
    {
        if (name.Ref is not string && !Builtins.IsInstance(name, StrType.Type))
            throw new TypeError("A logger name must be a string");
        var known = self.Get("loggerDict");
        var found = known.Contains(name) ? known[name] : Any.None;
        var place = Builtins.IsInstance(found, PlaceHolder);
        if (!found.IsNone && !place)
            return found;
        var logger = (self.Get("loggerClass") is { Truth: true } own ? own : LoggerClass).Call(name);
        logger.Set("manager", self);
        known.SetItem(name, logger);
        if (place)
            Adopt(found, logger);
        FindParent(self, logger);
        return logger;
    }

    /// <summary>Puts a logger below the nearest one above it, and notes it in the places between.</summary>
    private static void FindParent(Any self, Any logger)
    {
        var name = Operators.Str(logger.Get("name"));
        var known = self.Get("loggerDict");
        var parent = Any.None;
        for (var dot = name.LastIndexOf('.'); dot > 0 && parent.IsNone; dot = name.LastIndexOf('.', dot - 1))
        {
            Any above = name[..dot];
            if (!known.Contains(above))
                known.SetItem(above, ((Any)PlaceHolder).Call(logger));
            else if (known[above] is var one && Builtins.IsInstance(one, Loggers.Logger))
                parent = one;
            else
                one.Invoke("append", logger);
        }
        logger.Set("parent", parent.IsNone ? self.Get("root") : parent);
    }

    /// <summary>Puts a new logger between those below its place and those above.</summary>
    private static void Adopt(Any place, Any logger)
    {
        var name = Operators.Str(logger.Get("name"));
        foreach (var child in Operators.ToList(place.Get("loggerMap")))
        {
            var parent = child.Get("parent");
            if (Operators.Str(parent.Get("name")).StartsWith(name, StringComparison.Ordinal))
                continue;
            logger.Set("parent", parent);
            child.Set("parent", logger);
        }
    }
}

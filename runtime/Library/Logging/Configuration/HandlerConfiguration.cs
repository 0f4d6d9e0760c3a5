using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Makes a handler as its part of the dictionary says. See <see href="https://docs.python.org/3.13/library/logging.config.html#dictionary-schema-details">handlers</see>.</summary>
internal static class HandlerConfiguration
{
    private static readonly string[] s_queueMethods = ["empty", "full", "get", "get_nowait", "put", "put_nowait", "join", "qsize", "task_done"];

    public static Any Of(Any self, Any config)
    {
        var copy = new PyDict<Any, Any>();
        copy.UpdateAny(config);
        var formatter = config.Invoke("pop", "formatter", Any.None);
        if (formatter.Truth)
        {
            var name = formatter;
            DictConfigurator.Telling($"Unable to set formatter {Operators.Repr(name)}", () => formatter = self.Get("config")["formatters"][name]);
        }
        var (level, filters) = (config.Invoke("pop", "level", Any.None), config.Invoke("pop", "filters", Any.None));
        var factory = Factory(self, config, copy);
        var keywords = BaseConfigurator.Keywords(config);
        Any handler;
        try
        {
            handler = factory.Call(new Arguments { new StarStar(keywords) });
        }
        catch (TypeError error) when (Operators.Str(error).Contains("'stream'", StringComparison.Ordinal))
        {
            // Handlers written for the oldest versions call it strm.
            keywords["strm"] = ((Any)keywords).Invoke("pop", "stream");
            handler = factory.Call(new Arguments { new StarStar(keywords) });
        }
        if (formatter.Truth)
            handler.Invoke("setFormatter", formatter);
        if (!level.IsNone)
            handler.Invoke("setLevel", LogLevels.Check(level));
        if (filters.Truth)
            self.Invoke("add_filters", handler, filters);
        BaseConfigurator.SetProperties(config, handler);
        return handler;
    }

    private static Any Factory(Any self, Any config, Any copy)
    {
        if (config.Contains("()"))
            return Callable(self, config.Invoke("pop", "()"));
        var type = Callable(self, config.Invoke("pop", "class"));
        if (Builtins.IsSubclass(type, BufferingHandlers.Memory))
            Memory(self, config, copy);
        else if (Builtins.IsSubclass(type, QueueHandlers.Handler))
        {
            Queue(self, config);
            Listener(self, config);
            Required(self, config, copy);
            return Modules.Import("functools").Invoke("partial", self.Get("_configure_queue_handler"), type);
        }
        else if (Builtins.IsSubclass(type, MailAndWebHandlers.Mail) && config.Contains("mailhost"))
            config.SetItem("mailhost", self.Invoke("as_tuple", config["mailhost"]));
        else if (Builtins.IsSubclass(type, SystemLogHandler.Type) && config.Contains("address"))
            config.SetItem("address", self.Invoke("as_tuple", config["address"]));
        return type;
    }

    private static Any Callable(Any self, Any value) => Builtins.Callable(value) ? value : self.Invoke("resolve", value);

    /// <summary>A handler of the configuration that another refers to.</summary>
    /// <exception cref="TypeError">It is not made yet.</exception>
    private static Any Other(Any self, Any config, Any copy, Any name, string complaint)
    {
        var other = self.Get("config")["handlers"][name];
        if (Builtins.IsInstance(other, LogHandlers.Handler))
            return other;
        config.Invoke("update", copy);
        throw new TypeError(complaint);
    }

    private static void Memory(Any self, Any config, Any copy)
    {
        if (config.Contains("flushLevel"))
            config.SetItem("flushLevel", LogLevels.Check(config["flushLevel"]));
        if (!config.Contains("target"))
            return;
        var name = config["target"];
        DictConfigurator.Telling($"Unable to set target handler {Operators.Repr(name)}", () => config.SetItem("target", Other(self, config, copy, name, "target not configured yet")));
    }

    private static void Queue(Any self, Any config)
    {
        if (!config.Contains("queue"))
            return;
        var given = config["queue"];
        TypeError Invalid() => new($"Invalid queue specifier {Operators.Repr(given)}");
        if (given.Ref is string)
        {
            var type = self.Invoke("resolve", given);
            config.SetItem("queue", Builtins.Callable(type) ? type.Call() : throw Invalid());
        }
        else if (given.Ref is PyDict)
        {
            if (!given.Contains("()"))
                throw Invalid();
            config.SetItem("queue", self.Invoke("configure_custom", Modules.Import("builtins").Invoke("dict", given)));
        }
        else if (!Builtins.IsInstance(given, ThreadQueue.Type) && !Array.TrueForAll(s_queueMethods, m => Builtins.Callable(Operators.GetAttr(given, m, Any.None))))
            throw Invalid();
    }

    private static void Listener(Any self, Any config)
    {
        if (!config.Contains("listener"))
            return;
        var given = config["listener"];
        TypeError Invalid() => new($"Invalid listener specifier {Operators.Repr(given)}");
        static bool IsOther(Any type) => type.Ref is PyType && !Builtins.IsSubclass(type, QueueHandlers.Listener);
        var listener = given.Ref switch
        {
            PyType => given,
            string => self.Invoke("resolve", given),
            PyDict when given.Contains("()") => self.Invoke("configure_custom", Modules.Import("builtins").Invoke("dict", given)),
            _ => throw Invalid(),
        };
        if ((given.Ref is not PyDict && IsOther(listener)) || !Builtins.Callable(listener))
            throw Invalid();
        config.SetItem("listener", listener);
    }

    private static void Required(Any self, Any config, Any copy)
    {
        if (!config.Contains("handlers"))
            return;
        var handlers = new PyList<Any>();
        foreach (var name in config["handlers"])
            DictConfigurator.Telling($"Unable to set required handler {Operators.Repr(name)}",
                () => handlers.Append(Other(self, config, copy, name, $"Required handler {Operators.Repr(name)} is not configured yet")));
        config.SetItem("handlers", handlers);
    }

    /// <summary>A queue handler with the listener that passes on to the handlers named.</summary>
    public static Any OfQueue(Any type, Any keywords)
    {
        var queue = keywords.Contains("queue") ? keywords.Invoke("pop", "queue") : Modules.Import("queue").Invoke("Queue");
        var respect = keywords.Invoke("pop", "respect_handler_level", false);
        var listener = keywords.Invoke("pop", "listener", QueueHandlers.Listener);
        var handlers = keywords.Invoke("pop", "handlers", PyTuple.Empty);
        var made = listener.Call(new Arguments { queue, new Star(handlers), { "respect_handler_level", respect } });
        var handler = type.Call(new Arguments { queue, new StarStar(keywords) });
        handler.Set("listener", made);
        return handler;
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Sets logging up as a dictionary says. See <see href="https://docs.python.org/3.13/library/logging.config.html#logging-config-dictschema">the schema of the dictionary</see>.</summary>
internal static class DictConfigurator
{
    public static readonly PyType Type = new ClassMaker("DictConfigurator", "logging.config")
        .Method("configure", static self => Lib.Do(() => Configure(self)))
        .Method("configure_formatter", "config", static (self, config) => Formatter(self, config))
        .Method("configure_filter", "config", static (self, config) => config.Contains("()")
            ? self.Invoke("configure_custom", config) : LogState.Name("Filter").Call(config.Invoke("get", "name", "")))
        .Method("add_filters", "self, filterer, filters", static a => Lib.Do(() => AddFilters(a[0], a[1], a[2])))
        .Method("_configure_queue_handler", "self, klass, **kwargs", static a => HandlerConfiguration.OfQueue(a[1], a[2]))
        .Method("configure_handler", "config", static (self, config) => HandlerConfiguration.Of(self, config))
        .Method("add_handlers", "self, logger, handlers", static a => Lib.Do(() =>
        {
            foreach (var name in a[2])
                Telling($"Unable to add handler {Operators.Repr(name)}", () => a[1].Invoke("addHandler", a[0].Get("config")["handlers"][name]));
        }))
        .Method("common_logger_config", "self, logger, config, incremental=False", static a => Lib.Do(() => Common(a[0], a[1], a[2], a[3].Truth)))
        .Method("configure_logger", "self, name, config, incremental=False", static a => Lib.Do(() =>
        {
            var logger = LogState.Name("getLogger").Call(a[1]);
            a[0].Invoke("common_logger_config", logger, a[2], a[3]);
            logger.Set("disabled", false);
            if (a[2].Invoke("get", "propagate", Any.None) is { IsNone: false } propagate)
                logger.Set("propagate", propagate);
        }))
        .Method("configure_root", "self, config, incremental=False", static a => Lib.Do(() => a[0].Invoke("common_logger_config", LogState.Name("getLogger").Call(), a[1], a[2])))
        .Make(BaseConfigurator.Type);

    /// <summary>Runs a step; where it fails, the error says which step it was.</summary>
    public static void Telling(string text, Action step)
    {
        try
        {
            step();
        }
        catch (PyException error)
        {
            throw Raise.From(Raise.During(new ValueError(text), error), error);
        }
    }

    private static void Configure(Any self)
    {
        var config = self.Get("config");
        if (!config.Contains("version"))
            throw new ValueError("dictionary doesn't specify a version");
        if (!Operators.Equal(config["version"], 1))
            throw new ValueError($"Unsupported version: {Operators.Str(config["version"])}");
        var incremental = config.Invoke("pop", "incremental", false).Truth;
        LogState.With(LogState.Name("_lock"), () =>
        {
            if (incremental)
                Change(self, config);
            else
                Replace(self, config);
        });
    }

    private static Any Section(Any config, string name) => config.Invoke("get", name, new PyDict<Any, Any>());

    /// <summary>Changes levels and what is passed on, and nothing else.</summary>
    private static void Change(Any self, Any config)
    {
        var handlers = Section(config, "handlers");
        foreach (var name in handlers)
        {
            if (!LogState.Handlers.Contains(name))
                throw new ValueError($"No handler found with name {Operators.Repr(name)}");
            Telling($"Unable to configure handler {Operators.Repr(name)}", () =>
            {
                if (handlers[name].Invoke("get", "level", Any.None) is { Truth: true } level)
                    LogState.Handlers[name].Invoke("setLevel", LogLevels.Check(level));
            });
        }
        var loggers = Section(config, "loggers");
        foreach (var name in loggers)
            Telling($"Unable to configure logger {Operators.Repr(name)}", () => self.Invoke("configure_logger", name, loggers[name], true));
        Root(self, config, true);
    }

    private static void Root(Any self, Any config, bool incremental)
    {
        if (config.Invoke("get", "root", Any.None) is { Truth: true } root)
            Telling("Unable to configure root logger", () => self.Invoke("configure_root", root, incremental));
    }

    private static void Replace(Any self, Any config)
    {
        var disable = config.Invoke("pop", "disable_existing_loggers", true);
        ExistingLoggers.ClearHandlers();
        foreach (var (section, kind) in ((string, string)[])[("formatters", "formatter"), ("filters", "filter")])
        {
            var parts = Section(config, section);
            foreach (var name in Operators.ToList(parts))
                Telling($"Unable to configure {kind} {Operators.Repr(name)}", () => parts.SetItem(name, self.Invoke("configure_" + kind, parts[name])));
        }
        Handlers(self, Section(config, "handlers"));
        var existing = new ExistingLoggers();
        var loggers = Section(config, "loggers");
        foreach (var name in loggers)
        {
            existing.Keep(name);
            Telling($"Unable to configure logger {Operators.Repr(name)}", () => self.Invoke("configure_logger", name, loggers[name]));
        }
        existing.Disable(disable);
        Root(self, config, false);
    }

    /// <summary>Makes the handlers by name; one that refers to another that is not there yet comes after the rest.</summary>
    private static void Handlers(Any self, Any handlers)
    {
        var deferred = new List<Any>();
        void Make(Any name)
        {
            var handler = self.Invoke("configure_handler", handlers[name]);
            handler.Set("name", name);
            handlers.SetItem(name, handler);
        }
        foreach (var name in Modules.Import("builtins").Invoke("sorted", handlers))
        {
            try
            {
                Make(name);
            }
            catch (PyException error) when (error.Cause is { } cause && Operators.Str(cause).Contains(" not configured yet", StringComparison.Ordinal))
            {
                deferred.Add(name);
            }
            catch (PyException error)
            {
                throw Raise.From(Raise.During(new ValueError($"Unable to configure handler {Operators.Repr(name)}"), error), error);
            }
        }
        foreach (var name in deferred)
            Telling($"Unable to configure handler {Operators.Repr(name)}", () => Make(name));
    }

    private static Any Formatter(Any self, Any config)
    {
        if (config.Contains("()"))
        {
            var factory = config["()"];
            try
            {
                return self.Invoke("configure_custom", config);
            }
            catch (TypeError error) when (Operators.Str(error).Contains("'format'", StringComparison.Ordinal))
            {
                // Formatters call it fmt.
                config.SetItem("fmt", config.Invoke("pop", "format"));
                config.SetItem("()", factory);
                return self.Invoke("configure_custom", config);
            }
        }
        var name = config.Invoke("get", "class", Any.None);
        var type = name.Truth ? BaseConfigurator.Resolve(Lib.TextWith(name, "split")) : LogState.Name("Formatter");
        var arguments = new Arguments { config.Invoke("get", "format", Any.None), config.Invoke("get", "datefmt", Any.None), config.Invoke("get", "style", "%") };
        if (config.Contains("validate"))
            arguments.Add(config["validate"]);
        if (config.Invoke("get", "defaults", Any.None) is { IsNone: false } defaults)
            arguments.Add("defaults", defaults);
        return type.Call(arguments);
    }

    public static void AddFilters(Any self, Any filterer, Any filters)
    {
        foreach (var filter in filters)
            Telling($"Unable to add filter {Operators.Repr(filter)}", () => filterer.Invoke("addFilter",
                Builtins.Callable(filter) || Builtins.Callable(Operators.GetAttr(filter, "filter", Any.None)) ? filter : self.Get("config")["filters"][filter]));
    }

    private static void Common(Any self, Any logger, Any config, bool incremental)
    {
        if (config.Invoke("get", "level", Any.None) is { IsNone: false } level)
            logger.Invoke("setLevel", LogLevels.Check(level));
        if (incremental)
            return;
        foreach (var handler in Operators.ToList(logger.Get("handlers")))
            logger.Invoke("removeHandler", handler);
        if (config.Invoke("get", "handlers", Any.None) is { Truth: true } handlers)
            self.Invoke("add_handlers", logger, handlers);
        if (config.Invoke("get", "filters", Any.None) is { Truth: true } filters)
            self.Invoke("add_filters", logger, filters);
    }
}

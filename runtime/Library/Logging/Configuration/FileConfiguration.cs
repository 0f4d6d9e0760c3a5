using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Sets logging up as a file says. See <see href="https://docs.python.org/3.13/library/logging.config.html#configuration-file-format">the format of the file</see>.</summary>
internal static class FileConfiguration
{
    public static void Set(Any file, Any defaults, Any disable, Any encoding)
    {
        var parser = Read(file, defaults, encoding);
        var formatters = Formatters(parser);
        LogState.With(LogState.Name("_lock"), () =>
        {
            ExistingLoggers.ClearHandlers();
            Loggers(parser, Handlers(parser, formatters), disable);
        });
    }

    private static Any Read(Any file, Any defaults, Any encoding)
    {
        var config = Modules.Import("configparser");
        if (file.Ref is string)
        {
            if (!RotatingHandlers.Exists(file))
                throw new FileNotFoundError($"{Operators.Str(file)} doesn't exist");
            if (!Modules.Import("os.path").Invoke("getsize", file).Truth)
                throw new RuntimeError($"{Operators.Str(file)} is an empty file");
        }
        if (Builtins.IsInstance(file, config.Get("RawConfigParser")))
            return file;
        try
        {
            var parser = config.Invoke("ConfigParser", defaults);
            if (Operators.HasAttr(file, "readline"))
                parser.Invoke("read_file", file);
            else
                parser.Invoke("read", new Arguments { file, { "encoding", RotatingHandlers.Encoding(encoding) } });
            return parser;
        }
        catch (PyException error) when (Builtins.IsInstance(error, config.Get("ParsingError")))
        {
            throw Raise.During(new RuntimeError($"{Operators.Str(file)} is invalid: {Operators.Str(error)}"), error);
        }
    }

    /// <summary>The value of an expression that stands in the file, with the names of the module logging.</summary>
    private static Any Value(Any text)
    {
        SourceReader.Require();
        return Modules.Import("builtins").Invoke("eval", text, LoggingModule.Names());
    }

    private static IEnumerable<string> Names(Any list)
        => Operators.Str(list) is { Length: > 0 } text ? text.Split(',').Select(static n => n.Trim()) : [];

    private static Any Type(Any name)
    {
        try
        {
            return Value(name);
        }
        catch (Exception error) when (error is AttributeError or NameError)
        {
            return BaseConfigurator.Resolve(Operators.Str(name));
        }
    }

    private static PyDict<Any, Any> Formatters(Any parser)
    {
        var formatters = new PyDict<Any, Any>();
        foreach (var name in Names(parser["formatters"]["keys"]))
        {
            var section = "formatter_" + name;
            Any Option(string option, Any fallback) => parser.Invoke("get", new Arguments { section, option, { "raw", true }, { "fallback", fallback } });
            var arguments = new Arguments { Option("format", Any.None), Option("datefmt", Any.None), Option("style", "%") };
            var defaults = Option("defaults", Any.None);
            var type = parser[section].Invoke("get", "class") is { Truth: true } given ? BaseConfigurator.Resolve(Operators.Str(given)) : LogState.Name("Formatter");
            if (!defaults.IsNone)
                arguments.Add("defaults", Value(defaults));
            formatters[name] = type.Call(arguments);
        }
        return formatters;
    }

    private static PyDict<Any, Any> Handlers(Any parser, PyDict<Any, Any> formatters)
    {
        var handlers = new PyDict<Any, Any>();
        var targets = new List<(Any Handler, Any Target)>();
        foreach (var name in Names(parser["handlers"]["keys"]))
        {
            var section = parser["handler_" + name];
            var format = section.Invoke("get", "formatter", "");
            var type = Type(section["class"]);
            var handler = type.Call(new Arguments { new Star(Value(section.Invoke("get", "args", "()"))), new StarStar(Value(section.Invoke("get", "kwargs", "{}"))) });
            handler.Set("name", name);
            if (section.Contains("level"))
                handler.Invoke("setLevel", section["level"]);
            if (format.Truth)
                handler.Invoke("setFormatter", ((Any)formatters)[format]);
            if (Builtins.IsSubclass(type, BufferingHandlers.Memory) && section.Invoke("get", "target", "") is { Truth: true } target)
                targets.Add((handler, target));
            handlers[name] = handler;
        }
        foreach (var (handler, target) in targets)
            handler.Invoke("setTarget", ((Any)handlers)[target]);
        return handlers;
    }

    private static void Loggers(Any parser, Any handlers, Any disable)
    {
        var names = Names(parser["loggers"]["keys"]).ToList();
        if (!names.Remove("root"))
            throw new ValueError("list.remove(x): x not in list");
        var root = LogState.Name("root");
        Logger(root, parser["logger_root"], handlers, static () => { });
        var existing = new ExistingLoggers();
        foreach (var name in names)
        {
            var section = parser["logger_" + name];
            var qualified = section["qualname"];
            var propagate = section.Invoke("getint", new Arguments { "propagate", { "fallback", 1 } });
            var logger = LogState.Name("getLogger").Call(qualified);
            existing.Keep(qualified);
            Logger(logger, section, handlers, () =>
            {
                logger.Set("propagate", propagate);
                logger.Set("disabled", 0);
            });
        }
        existing.Disable(disable);
    }

    private static void Logger(Any logger, Any section, Any handlers, Action between)
    {
        if (section.Contains("level"))
            logger.Invoke("setLevel", section["level"]);
        foreach (var handler in Operators.ToList(logger.Get("handlers")))
            logger.Invoke("removeHandler", handler);
        between();
        foreach (var name in Names(section["handlers"]))
            logger.Invoke("addHandler", handlers[name]);
    }
}

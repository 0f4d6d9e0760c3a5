using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace LoggingHandlers;

/// <summary>logging.handlers and logging.config: files that rotate, buffers, queues, sockets; configurations from dictionaries and files.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("logging_handlers.py");
    internal static Any Doc = "logging.handlers and logging.config: files that rotate, buffers, queues, sockets; configurations from dictionaries and files.";
    internal static Any Io = Any.Unbound;
    internal static Any Logging = Any.Unbound;
    internal static Any Os = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Any Queue = Any.Unbound;
    internal static Any Socket = Any.Unbound;
    internal static Any Struct = Any.Unbound;
    internal static Any Sys = Any.Unbound;
    internal static Any Tempfile = Any.Unbound;
    internal static Any Folder = Any.Unbound;
    internal static Any Brief = Any.Unbound;
    internal static Any Shout = Any.Unbound;
    internal static string Ini = default!;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "logging_handlers.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("io", () => Io, value => Io = value)
        .Variable("logging", () => Logging, value => Logging = value)
        .Variable("os", () => Os, value => Os = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("queue", () => Queue, value => Queue = value)
        .Variable("socket", () => Socket, value => Socket = value)
        .Variable("struct", () => Struct, value => Struct = value)
        .Variable("sys", () => Sys, value => Sys = value)
        .Variable("tempfile", () => Tempfile, value => Tempfile = value)
        .Variable("FOLDER", () => Folder, value => Folder = value)
        .Member("logger", () => LoggerFunction)
        .Member("plain", () => PlainFunction)
        .Member("files", () => FilesFunction)
        .Member("buffers", () => BuffersFunction)
        .Member("network", () => NetworkFunction)
        .Member("dictionaries", () => DictionariesFunction)
        .Variable("Brief", () => Brief, value => Brief = value)
        .Variable("Shout", () => Shout, value => Shout = value)
        .Variable("INI", () => Ini, value => Ini = value.As<string>())
        .Member("texts", () => TextsFunction)
        .Member("details", () => DetailsFunction);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("logging_handlers.py", args, Definition);

    public static Any Logger(Any name, Any handler)
    {
        Any log = Logging.Get("getLogger").Call(name);
        log.Invoke("addHandler", handler);
        log.Set("propagate", false);
        log.Invoke("setLevel", Logging.Get("DEBUG"));
        return log;
    }

    public static Any Plain(Any handler, Any text)
    {
        handler.Invoke("setFormatter", Logging.Get("Formatter").Call(text));
        return handler;
    }

    public static void Files()
    {
        Any timed = default;
        Any path = Os.Get("path").Get("join").Call(Folder, "size.log");
        Any handler = Plain(Logging.Get("handlers").Get("RotatingFileHandler").Call(new Arguments { path, { "maxBytes", 50 }, { "backupCount", 2 } }), "%(message)s");
        handler.Set("namer", new PyFunction("files.<locals>.<lambda>", "name", (Any name) => name.Invoke("replace", ".log.", ".") + ".old"));
        Any log = Logger("size", handler);
        for (PyInt i = 0; i < 12; i++)
        {
            log.Invoke("info", "message %d", i);
        }
        handler.Invoke("close");
        foreach (var name in Sequences.Sorted(Sequences.Of(Os.Get("listdir").Call(Folder))))
        {
            Print(name, Str.Split(TextFile.Open(Os.Get("path").Get("join").Call(Folder, name)).Read(), "\n"));
        }
        Print(((Any)Repr(handler)).Invoke("replace", Folder, "FOLDER"), handler.Get("maxBytes"), handler.Get("backupCount"), handler.Get("encoding"));
        foreach (var when in new string[] { "S", "M", "H", "D", "W0", "W6", "midnight" })
        {
            timed = Logging.Get("handlers").Get("TimedRotatingFileHandler").Call(new Arguments { Os.Get("path").Get("join").Call(Folder, "t.log"), { "when", when }, { "utc", true }, { "interval", 2 }, { "delay", true } });
            Print(when, timed.Invoke("computeRollover", 1000000), timed.Get("suffix"), timed.Get("extMatch").Get("pattern"), timed.Get("interval"));
        }
        foreach (var when in new string[] { "W7", "W", "X", "W10" })
        {
            try
            {
                Logging.Get("handlers").Get("TimedRotatingFileHandler").Call(new Arguments { path, { "when", when } });
            }
            catch (ValueError error)
            {
                Print(error);
            }
        }
        timed = Plain(Logging.Get("handlers").Get("TimedRotatingFileHandler").Call(new Arguments { Os.Get("path").Get("join").Call(Folder, "t.log"), { "when", "S" }, { "interval", 3600 }, { "utc", true }, { "backupCount", 1 } }), "%(message)s");
        log = Logger("timed", timed);
        foreach (var second in new PyInt[] { 10, 20, 30 })
        {
            log.Invoke("info", "second %d", second);
            timed.Set("rolloverAt", second);
        }
        log.Invoke("info", "last");
        timed.Invoke("close");
        Print(Sequences.Sorted(Sequences.Of(Os.Get("listdir").Call(Folder)).Where(name => name.Invoke("startswith", "t.").Truth)));
        Any watched = Plain(Logging.Get("handlers").Get("WatchedFileHandler").Call(Os.Get("path").Get("join").Call(Folder, "w.log")), "%(message)s");
        log = Logger("watched", watched);
        log.Invoke("info", "before");
        Os.Get("rename").Call(watched.Get("baseFilename"), watched.Get("baseFilename") + ".moved");
        log.Invoke("info", "after");
        watched.Invoke("close");
        Print(new PyList<string>(new string[] { "w.log.moved", "w.log" }.Select(name => TextFile.Open(Os.Get("path").Get("join").Call(Folder, name)).Read())));
    }

    public static void Buffers()
    {
        Any memory = Logging.Get("handlers").Get("MemoryHandler").Call(new Arguments { 3, { "target", Logging.Get("StreamHandler").Call(Sys.Get("stdout")) } });
        Any log = Logger("memory", memory);
        foreach (var text in Str.Characters("abcd"))
        {
            log.Invoke("info", text);
            Print(Len(memory.Get("buffer")));
        }
        log.Invoke("error", "e");
        log.Invoke("info", "f");
        memory.Invoke("close");
        Any box = Queue.Get("Queue").Call();
        Any listener = Logging.Get("handlers").Get("QueueListener").Call(new Arguments { box, Plain(Logging.Get("StreamHandler").Call(Sys.Get("stdout")), "%(levelname)s %(message)s"), { "respect_handler_level", true } });
        log = Logger("queue", Logging.Get("handlers").Get("QueueHandler").Call(box));
        log.Get("handlers")[0].Invoke("setFormatter", Brief.Call("%(message)s"));
        listener.Invoke("start");
        log.Invoke("info", "hello %s", "there");
        try
        {
            _ = (PyInt)1 / 0;
        }
        catch (ZeroDivisionError caught)
        {
            using var handling = Handling.Of(caught);
            log.Invoke("exception", "bad");
        }
        listener.Invoke("stop");
        listener.Invoke("stop");
        Print(box.Invoke("empty"));
    }

    public static void Network()
    {
        Any server = Socket.Get("create_server").Call(PyTuple.Of("127.0.0.1", 0));
        Any log = Logger("socket", Logging.Get("handlers").Get("SocketHandler").Call("127.0.0.1", server.Invoke("getsockname")[1]));
        log.Invoke("warning", new Arguments { "over %s", "there", { "extra", new PyDict<Any, Any> { ["tag"] = 1 } } });
        var manager = Context.Of(server.Invoke("accept")[0]);
        Any entered = manager.Enter();
        try
        {
            Any connection = entered;
            Any size = Struct.Get("unpack").Call(">L", connection.Invoke("recv", 4))[0];
            Any record = Logging.Get("makeLogRecord").Call(Pickle.Get("loads").Call(connection.Invoke("recv", size)));
            Print(record.Get("name"), record.Get("levelname"), record.Invoke("getMessage"), record.Get("args"), record.Get("tag"));
        }
        catch (BaseException error2)
        {
            if (!manager.Exit(error2))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
        log.Get("handlers")[0].Invoke("close");
        server.Invoke("close");
        var manager2 = Context.Of(Socket.Get("socket").Call(Socket.Get("AF_INET"), Socket.Get("SOCK_DGRAM")));
        Any entered2 = manager2.Enter();
        try
        {
            Any receiver = entered2;
            receiver.Invoke("bind", PyTuple.Of("127.0.0.1", 0));
            Any handler = Logging.Get("handlers").Get("SysLogHandler").Call(new Arguments { receiver.Invoke("getsockname"), { "facility", Logging.Get("handlers").Get("SysLogHandler").Get("LOG_LOCAL0") } });
            handler.Set("ident", "app: ");
            log = Logger("syslog", handler);
            log.Invoke("error", "disk %s", "full");
            Print(receiver.Invoke("recv", 100), handler.Invoke("encodePriority", "mail", "crit"), handler.Invoke("mapPriority", "DEBUG"));
            handler.Invoke("close");
        }
        catch (BaseException error3)
        {
            if (!manager2.Exit(error3))
            {
                throw;
            }
        }
        finally
        {
            manager2.Exit();
        }
        try
        {
            Logging.Get("handlers").Get("HTTPHandler").Call(new Arguments { "localhost", "/log", { "method", "PUT" } });
        }
        catch (ValueError error)
        {
            Print(error);
        }
    }

    public static void Dictionaries()
    {
        Logging.Get("config").Get("dictConfig").Call(new PyDict<Any, Any> { ["version"] = 1, ["formatters"] = new PyDict<Any, Any> { ["brief"] = new PyDict<Any, Any> { ["format"] = "%(levelname)s|%(name)s|%(message)s" }, ["own"] = new PyDict<Any, Any> { ["()"] = Shout, ["prefix"] = "!" } }, ["filters"] = new PyDict<Any, Any> { ["app"] = new PyDict<Any, Any> { ["name"] = "app" } }, ["handlers"] = new PyDict<Any, Any> { ["out"] = new PyDict<Any, Any> { ["class"] = "logging.StreamHandler", ["formatter"] = "brief", ["level"] = "INFO", ["stream"] = "ext://sys.stdout", ["filters"] = (PyList<Any>)["app"] }, ["memory"] = new PyDict<Any, Any> { ["class"] = "logging.handlers.MemoryHandler", ["capacity"] = 2, ["target"] = "out", ["flushLevel"] = "ERROR" }, ["loud"] = new PyDict<Any, Any> { ["class"] = "logging.StreamHandler", ["formatter"] = "own", ["stream"] = "cfg://streams[0].err" } }, ["streams"] = (PyList<Any>)[new PyDict<Any, Any> { ["err"] = "ext://sys.stdout" }], ["loggers"] = new PyDict<Any, Any> { ["app"] = new PyDict<Any, Any> { ["level"] = "DEBUG", ["handlers"] = (PyList<Any>)["out"], ["propagate"] = false }, ["loud"] = new PyDict<Any, Any> { ["handlers"] = (PyList<Any>)["loud"] } }, ["root"] = new PyDict<Any, Any> { ["level"] = "WARNING", ["handlers"] = (PyList<Any>)["out"] } });
        Logging.Get("getLogger").Call("app").Invoke("info", "one");
        Logging.Get("getLogger").Call("app").Invoke("debug", "hidden");
        Logging.Get("getLogger").Call("other").Invoke("error", "filtered");
        Logging.Get("getLogger").Call("app.sub").Invoke("warning", "two");
        Logging.Get("getLogger").Call("loud").Invoke("warning", "three");
        Print(Logging.Get("getLogger").Call("memory").Get("disabled"), Sequences.Sorted(Sequences.Of(Logging.Get("getHandlerNames").Call())), Logging.Get("getHandlerByName").Call("out"));
        Logging.Get("config").Get("dictConfig").Call(new PyDict<Any, Any> { ["version"] = 1, ["incremental"] = true, ["handlers"] = new PyDict<Any, Any> { ["out"] = new PyDict<Any, Any> { ["level"] = "ERROR" } } });
        Print(Logging.Get("getHandlerByName").Call("out"));
        foreach (var wrong in new Any[] { new PyDict<Any, Any>(), new PyDict<string, PyInt> { ["version"] = 2 }, new PyDict<string, Any> { ["version"] = 1, ["handlers"] = new PyDict<Any, Any> { ["h"] = new PyDict<Any, Any> { ["class"] = "nope.X" } } }, new PyDict<string, Any> { ["version"] = 1, ["root"] = new PyDict<Any, Any> { ["handlers"] = (PyList<Any>)["x"] } }, new PyDict<string, Any> { ["version"] = 1, ["formatters"] = new PyDict<Any, Any> { ["f"] = new PyDict<Any, Any> { ["format"] = "x" } } }, new PyDict<string, Any> { ["version"] = 1, ["root"] = new PyDict<Any, Any> { ["level"] = "LOUD" } }, new PyDict<string, Any> { ["version"] = 1, ["handlers"] = new PyDict<Any, Any> { ["h"] = new PyDict<Any, Any> { ["class"] = "logging.StreamHandler", ["formatter"] = "no" } } } })
        {
            try
            {
                Logging.Get("config").Get("dictConfig").Call(wrong);
            }
            catch (ValueError error)
            {
                Print(error, "<-", Repr(((Any)error).Get("__cause__")));
            }
        }
    }

    public static void Texts()
    {
        Logging.Get("config").Get("fileConfig").Call(Io.Get("StringIO").Call(Ini));
        Logging.Get("getLogger").Call("lib.x").Invoke("debug", "first");
        Logging.Get("warning").Call("second");
        Print(Logging.Get("getLogger").Call("lib.x").Get("handlers"));
        try
        {
            Logging.Get("config").Get("fileConfig").Call("missing.ini");
        }
        catch (FileNotFoundError error)
        {
            Print(error);
        }
    }

    public static void Details()
    {
        foreach (var (text, style) in new (string, string)[] { ("x", "%"), ("{", "{"), ("$", "$"), ("{a!x}", "{"), ("{a:q}", "{"), ("$bad $", "$"), ("y", "#") })
        {
            try
            {
                Logging.Get("Formatter").Call(new Arguments { text, { "style", style } });
            }
            catch (ValueError error)
            {
                Print(error);
            }
        }
        Any log = Logger("places", Plain(Logging.Get("StreamHandler").Call(Sys.Get("stdout")), "%(threadName)s %(processName)s %(taskName)s %(message)s"));
        log.Invoke("warning", "where");
        Print(Logging.Get("getLogger").Call("a.b.c").Get("parent"), Logging.Get("getLogger").Call("a.b").Get("parent"), Logging.Get("getLogger").Call("a.b.c").Get("parent"), Logging.Get("getLogger").Call("a.b").Invoke("getChildren"));
        Print(new PyList<Any>(Sequences.Of(Builtins.Get("vars").Call(Logging.Get("makeLogRecord").Call(new PyDict<Any, Any> { ["more"] = 1 })))));
        Any adapter = Logging.Get("LoggerAdapter").Call(new Arguments { log, new PyDict<Any, Any> { ["user"] = "ann" }, { "merge_extra", true } });
        log.Get("handlers")[0].Invoke("setFormatter", Logging.Get("Formatter").Call(new Arguments { "{message} {user} {ip}", { "style", "{" }, { "defaults", new PyDict<Any, Any> { ["ip"] = "none" } } }));
        adapter.Invoke("warning", new Arguments { "in", { "extra", new PyDict<Any, Any> { ["ip"] = 1 } } });
        adapter.Invoke("warning", "out");
        Print(adapter);
        Logging.Get("setLogRecordFactory").Call(new PyFunction("details.<locals>.<lambda>", "*args, **keywords", (Any[] a) =>
        {
            PyTuple args = a[0].As<PyTuple>();
            PyDict<Any, Any> keywords = a[1].As<PyDict<Any, Any>>();
            return Logging.Get("LogRecord").Call(new Arguments { new Star(args), new StarStar(keywords) });
        }));
        log.Get("handlers")[0].Invoke("setFormatter", Any.None);
        log.Invoke("warning", "made");
        Print(Operators.Is(Pickle.Get("loads").Call(Pickle.Get("dumps").Call(log)), log));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Io = Modules.Import("io");
        Logging = Modules.Import("logging");
        Logging = Modules.ImportRoot("logging.config");
        Logging = Modules.ImportRoot("logging.handlers");
        Os = Modules.Import("os");
        Pickle = Modules.Import("pickle");
        Queue = Modules.Import("queue");
        Socket = Modules.Import("socket");
        Struct = Modules.Import("struct");
        Sys = Modules.Import("sys");
        Tempfile = Modules.Import("tempfile");

        Folder = Tempfile.Get("mkdtemp").Call();

        Brief = ClassBuilder.Build("Brief", "Brief", "__main__", new Arguments { Logging.Get("Formatter") }, ns =>
        {
            string FormatException(Any self, Any info)
            {
                return Repr(info[1]);
            }
            ns["formatException"] = new PyFunction("Brief.formatException", "self, info", (Any self, Any info) => FormatException(self, info));
        });

        Any shoutClass = Any.Unbound;
        shoutClass = ClassBuilder.Build("Shout", "Shout", "__main__", new Arguments { Logging.Get("Formatter") }, ns2 =>
        {
            void Init(Any self, Any prefix)
            {
                ((Any)new Super(shoutClass.As<PyType>(), self)).Invoke("__init__", "%(message)s");
                self.Set("prefix", prefix);
            }
            ns2["__init__"] = new PyFunction("Shout.__init__", "self, prefix", (Any self, Any prefix) => Init(self, prefix));

            Any Format_(Any self, Any record)
            {
                return self.Get("prefix") + ((Any)new Super(shoutClass.As<PyType>(), self)).Invoke("format", record).Invoke("upper");
            }
            ns2["format"] = new PyFunction("Shout.format", "self, record", (Any self, Any record) => Format_(self, record));
            ns2.ClassCell(made2 => shoutClass = made2);
        });
        Shout = shoutClass;

        Ini = "[loggers]\nkeys=root,lib\n[handlers]\nkeys=h1,h2\n[formatters]\nkeys=f1\n[logger_root]\nlevel=WARNING\nhandlers=h1\n[logger_lib]\nlevel=DEBUG\nhandlers=h1,h2\nqualname=lib.x\npropagate=0\n[handler_h1]\nclass=StreamHandler\nlevel=NOTSET\nformatter=f1\nargs=(sys.stdout,)\n[handler_h2]\nclass=handlers.MemoryHandler\nargs=(10, ERROR)\ntarget=h1\n[formatter_f1]\nformat=%(levelname)s:%(name)s:%(message)s [%(tag)s]\ndefaults={'tag': 1 + 2}\n";

        Files();
        Buffers();
        Network();
        Dictionaries();
        Texts();
        Details();
    }

    public static readonly Any LoggerFunction = new PyFunction("logger", "name, handler", (Any name, Any handler) => Logger(name, handler));
    public static readonly Any PlainFunction = new PyFunction("plain", "handler, text=", (Any handler, Any text) => Plain(handler, text), "%(message)s");
    public static readonly Any FilesFunction = new PyFunction("files", "", () => Files());
    public static readonly Any BuffersFunction = new PyFunction("buffers", "", () => Buffers());
    public static readonly Any NetworkFunction = new PyFunction("network", "", () => Network());
    public static readonly Any DictionariesFunction = new PyFunction("dictionaries", "", () => Dictionaries());
    public static readonly Any TextsFunction = new PyFunction("texts", "", () => Texts());
    public static readonly Any DetailsFunction = new PyFunction("details", "", () => Details());
}

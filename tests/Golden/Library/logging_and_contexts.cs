using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace LoggingAndContexts;

/// <summary>Logging, and context managers of contextlib.</summary>
public static class Module
{
    internal static Any Contextlib = Any.Unbound;
    internal static Any Io = Any.Unbound;
    internal static Any Logging = Any.Unbound;
    internal static Any Sys = Any.Unbound;
    internal static Any Shout = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("logging_and_contexts.py", args, Run);

    public static void Loggers()
    {
        Any text = Io.Get("StringIO").Call();
        Logging.Get("basicConfig").Call(new Arguments { { "stream", text }, { "level", Logging.Get("INFO") }, { "format", "%(levelname)-8s %(name)s: %(message)s" } });
        Any log = Logging.Get("getLogger").Call("app.db");
        log.Invoke("debug", "hidden");
        log.Invoke("info", "read %d rows in %.2fs", 3, 0.5);
        log.Invoke("warning", "%(user)s is late", new PyDict<Any, Any> { ["user"] = "ann" });
        Logging.Get("getLogger").Call("app").Invoke("setLevel", Logging.Get("ERROR"));
        log.Invoke("info", "hidden now");
        log.Invoke("error", "still told");
        try
        {
            _ = (PyInt)1 / 0;
        }
        catch (ZeroDivisionError caught)
        {
            using var handling = Handling.Of(caught);
            log.Invoke("exception", "failed");
        }
        Print(Str.JoinAny("\n", Generator.Of("<genexpr>", "loggers.<locals>.<genexpr>", Sequences.Of(text.Invoke("getvalue").Invoke("splitlines")).Where(line => !line.Invoke("startswith", PyTuple.Of("  ", "Trace")).Truth))));
        Any shout = Shout.Call(new Arguments { { "level", "ERROR" } });
        log.Invoke("addHandler", shout);
        log.Set("propagate", false);
        log.Invoke("critical", "fire %s", "now");
        log.Invoke("removeHandler", shout);
        Print(log, log.Get("parent"), Logging.Get("root"), log.Invoke("getEffectiveLevel"), Logging.Get("getLevelName").Call(35), log.Invoke("hasHandlers"), log.Invoke("getChild", "x").Get("name"));
        Any formatter = Logging.Get("Formatter").Call(new Arguments { "{levelname}:{message}:{extra}", { "style", "{" } });
        Any record = Logging.Get("makeLogRecord").Call(new PyDict<Any, Any> { ["levelname"] = "X", ["msg"] = "a %s", ["args"] = PyTuple.Of("b"), ["extra"] = 1 });
        Print(formatter.Invoke("format", record));
        Any quiet = Logging.Get("getLogger").Call("quiet");
        quiet.Invoke("addFilter", new PyFunction("loggers.<locals>.<lambda>", "r", (Any r) => (Any)(!r.Invoke("getMessage").Contains("secret"))));
        Any @out = Logging.Get("StreamHandler").Call(Sys.Get("stdout"));
        @out.Invoke("setFormatter", Logging.Get("Formatter").Call("%(message)s [%(tag)s]"));
        quiet.Invoke("addHandler", @out);
        quiet.Set("propagate", false);
        quiet.Invoke("warning", new Arguments { "a secret", { "extra", new PyDict<Any, Any> { ["tag"] = 1 } } });
        quiet.Invoke("warning", new Arguments { "shown", { "extra", new PyDict<Any, Any> { ["tag"] = 2 } } });
        Logging.Get("LoggerAdapter").Call(quiet, new PyDict<Any, Any> { ["tag"] = "adapted" }).Invoke("warning", "through");
    }

    public static Generator<string> Tag(string name)
    {
        return Generator<string>.Create("tag", "tag", Body);

        async GeneratorBody<Any> Body(Yielder<string> y)
        {
            Print(F($"<{name}>"));
            try
            {
                await y.Yield(Str.Upper(name));
            }
            catch (KeyError error)
            {
                using var handling = Handling.Of(error);
                Print("tag saw", error);
                throw Raise.From(new ValueError("changed"), error);
            }
            finally
            {
                Print(F($"</{name}>"));
            }
            return Any.None;
        }
    }

    public static Any TrackedCore(Any x)
    {
        return x + 1;
    }

    public static void WrappedCore()
    {
        Print("inside");
    }

    public static void Stacks()
    {
        var manager = Context.Of(Contextlib.Get("ExitStack").Call());
        Any entered = manager.Enter();
        try
        {
            Any stack = entered;
            Print(stack.Invoke("enter_context", TagManager("a")), stack.Invoke("enter_context", TagManager("b")));
            stack.Invoke("callback", new Arguments { Builtins.Get("print"), "callback", { "end", "!\n" } });
            stack.Invoke("push", new PyFunction("stacks.<locals>.<lambda>", "*details", (Any[] a) =>
            {
                PyTuple details = a[0].As<PyTuple>();
                bool? value = default;
                return (Any)(((Any)(value = Functions.None(() => Print("pushed", ((Any)details)[0])).As<bool?>())).Truth ? value : (bool?)true);
            }));
            throw new LookupError("swallowed");
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
        try
        {
            var manager2 = Context.Of(Contextlib.Get("ExitStack").Call());
            Any entered2 = manager2.Enter();
            try
            {
                Any stack = entered2;
                stack.Invoke("callback", new PyFunction("stacks.<locals>.<lambda>", "", () => (Any)((PyInt)1 / 0)));
                stack.Invoke("push", new PyFunction("stacks.<locals>.<lambda>", "kind, error, tb", (Any kind, Any error, Any tb) => new PyDict<Any, Any>().At((Any)"missing")));
                throw new OSError("first");
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
        }
        catch (ZeroDivisionError caught)
        {
            Any error = caught;
            using var handling = Handling.Of(caught);
            while (error.Truth)
            {
                Print(Repr(error));
                error = error.Get("__context__");
            }
        }
        Any moved = Contextlib.Get("ExitStack").Call();
        moved.Invoke("callback", Builtins.Get("print"), "moved");
        Any kept = moved.Invoke("pop_all");
        moved.Invoke("close");
        kept.Invoke("close");
        try
        {
            Contextlib.Get("ExitStack").Call().Invoke("enter_context", 3);
        }
        catch (TypeError caught2)
        {
            Any error = caught2;
            Print(error);
        }
    }

    public static async Coro Asynchronous()
    {
        AsyncGenerator<string> Resource(string name)
        {
            return AsyncGenerator<string>.Create("resource", "asynchronous.<locals>.resource", Body);

            async AsyncGeneratorBody Body(AsyncYielder<string> y)
            {
                await AsyncIO.Sleep(0);
                Print("open", name);
                try
                {
                    await y.Yield(name);
                }
                finally
                {
                    Print("close", name);
                }
            }
        }
        AsyncGeneratorContext<string> ResourceManager(string name) => GeneratorContext.Of(() => Resource(name));

        var manager = AsyncContext.Of(Contextlib.Get("AsyncExitStack").Call());
        Any entered = await manager.EnterAsync();
        try
        {
            Any stack = entered;
            Print(await stack.Invoke("enter_async_context", ResourceManager("r1")), stack.Invoke("enter_context", TagManager("sync")));

            async Coro Later(Any x)
            {
                Print("later", x);
            }
            Coroutine LaterCoroutine(Any x) => Coroutine.Of("later", "asynchronous.<locals>.later", () => Later(x));
            Any laterFunction = new PyFunction("asynchronous.<locals>.later", "x", (Any x) => LaterCoroutine(x)) { Flavour = "coroutine" };
            _ = stack.Invoke("push_async_callback", laterFunction, 5);
        }
        catch (BaseException error)
        {
            if (!await manager.ExitAsync(error))
            {
                throw;
            }
        }
        finally
        {
            await manager.ExitAsync();
        }
        var manager2 = AsyncContext.Of(Contextlib.Get("nullcontext").Call(7));
        Any entered2 = await manager2.EnterAsync();
        try
        {
            Any value = entered2;
            Print(value);
        }
        catch (BaseException error2)
        {
            if (!await manager2.ExitAsync(error2))
            {
                throw;
            }
        }
        finally
        {
            await manager2.ExitAsync();
        }

        Any thing = ClassBuilder.Build("Thing", "asynchronous.<locals>.Thing", "__main__", new Arguments(), ns =>
        {
            async Coro Aclose(Any self)
            {
                Print("aclosed");
            }
            Coroutine AcloseCoroutine(Any self) => Coroutine.Of("aclose", "asynchronous.<locals>.Thing.aclose", () => Aclose(self));
            ns["aclose"] = new PyFunction("asynchronous.<locals>.Thing.aclose", "self", (Any self) => AcloseCoroutine(self)) { Flavour = "coroutine" };
        });
        var manager3 = AsyncContext.Of(Contextlib.Get("aclosing").Call(thing.Call()));
        await manager3.EnterAsync();
        try
        {
            Print("using");
        }
        catch (BaseException error3)
        {
            if (!await manager3.ExitAsync(error3))
            {
                throw;
            }
        }
        finally
        {
            await manager3.ExitAsync();
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any captured = default;
        Contextlib = Modules.Import("contextlib");
        Io = Modules.Import("io");
        Logging = Modules.Import("logging");
        Sys = Modules.Import("sys");
        Any traceback = Modules.Import("traceback");

        Shout = ClassBuilder.Build("Shout", "Shout", "__main__", new Arguments { Logging.Get("Handler") }, ns2 =>
        {
            void Emit(Any self, Any record)
            {
                Print("SHOUT", record.Get("levelname"), record.Invoke("getMessage").Invoke("upper"));
            }
            ns2["emit"] = new PyFunction("Shout.emit", "self, record", (Any self, Any record) => Emit(self, record));
        });

        Any track = ClassBuilder.Build("Track", "Track", "__main__", new Arguments { Contextlib.Get("ContextDecorator") }, ns3 =>
        {
            Any Enter(Any self)
            {
                Print("enter");
                return self;
            }
            ns3["__enter__"] = new PyFunction("Track.__enter__", "self", (Any self) => Enter(self));

            bool Exit(Any self, PyTuple details)
            {
                Print("exit", ((Any)details)[0]);
                return false;
            }
            ns3["__exit__"] = new PyFunction("Track.__exit__", "self, *details", (Any[] a) => Exit(a[0], a[1].As<PyTuple>()));
        });

        Any tracked = track.Call().Call(TrackedCoreFunction);

        Any wrapped = ((Any)TagManager("decorated")).Call(WrappedCoreFunction);

        Loggers();
        Print(tracked.Call(1));
        wrapped.Call();
        try
        {
            var manager = Context.Of(TagManager("error"));
            manager.Enter();
            try
            {
                throw new KeyError("k");
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
        }
        catch (ValueError error)
        {
            Print(Repr(error), Repr(((Any)error).Get("__cause__")));
        }
        Stacks();
        var manager2 = Context.Of(Contextlib.Get("suppress").Call(KeyError.Type, OSError.Type));
        manager2.Enter();
        try
        {
            throw new FileNotFoundError("gone");
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
        var manager3 = Context.Of(Contextlib.Get("redirect_stdout").Call(Io.Get("StringIO").Call()));
        Any entered = manager3.Enter();
        try
        {
            captured = entered;
            Print("caught");
        }
        catch (BaseException error4)
        {
            if (!manager3.Exit(error4))
            {
                throw;
            }
        }
        finally
        {
            manager3.Exit();
        }
        Print(captured.Invoke("getvalue").Invoke("strip"), Contextlib.Get("closing").Call(Io.Get("StringIO").Call()).Get("thing").Get("closed"));
        try
        {
            var manager4 = Context.Of(Contextlib.Get("suppress").Call(ValueError.Type));
            manager4.Enter();
            try
            {
                throw Raise.Of(Builtins.Get("ExceptionGroup").Call("g", (PyList<Any>)[new ValueError(1), new TypeError(2)]));
            }
            catch (BaseException error5)
            {
                if (!manager4.Exit(error5))
                {
                    throw;
                }
            }
            finally
            {
                manager4.Exit();
            }
        }
        catch (BaseException group) when (Except.Matches(group, Builtins.Get("ExceptionGroup")))
        {
            Print(Repr(group));
        }
        AsyncIO.Run(AsynchronousCoroutine());
        Print(traceback.Get("format_exception_only").Call(new ValueError("x")));
    }

    public static GeneratorContext<string> TagManager(string name) => GeneratorContext.Of(() => Tag(name));
    public static readonly Any TrackedCoreFunction = new PyFunction("tracked", "x", (Any x) => TrackedCore(x));
    public static readonly Any WrappedCoreFunction = new PyFunction("wrapped", "", () => WrappedCore());
    public static Coroutine AsynchronousCoroutine() => Coroutine.Of("asynchronous", "asynchronous", () => Asynchronous());
}

using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace AddressesInUse;

public static class Module
{
    internal static Any Asyncio = Any.Unbound;
    internal static Any Socket = Any.Unbound;
    internal static EventLoop Closed = default!;
    internal static string Name_ = default!;
    internal static PyTuple Arguments_ = default!;
    internal static EventLoop Loop = default!;
    internal static PyList<Any> Order = default!;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("addresses_in_use.py", args, Run);

    public static void Tell(string name, Any call)
    {
        try
        {
            Print(name, call.Call());
        }
        catch (PyException error)
        {
            Print(name, PyType.Of(error).Name, error);
        }
    }

    public static async Coro Serve()
    {
        Any first = await Asyncio.Get("start_server").Call(new PyFunction("serve.<locals>.<lambda>", "r, w", (Any r, Any w) => Any.None), "127.0.0.1", 0);
        Any port = first.Get("sockets")[0].Invoke("getsockname")[1];
        try
        {
            await Asyncio.Get("start_server").Call(new PyFunction("serve.<locals>.<lambda>", "r, w", (Any r, Any w) => Any.None), "127.0.0.1", port);
        }
        catch (OSError error)
        {
            Print(((Any)error).Get("errno"), Str.Replace(ToStr(error), ToStr(port), "PORT"));
        }
        Any shared = await Asyncio.Get("start_server").Call(new Arguments { new PyFunction("serve.<locals>.<lambda>", "r, w", (Any r, Any w) => Any.None), "127.0.0.1", 0, { "reuse_port", true } });
        foreach (var server in new Any[] { first, shared })
        {
            Print(new PyList<Any>(new Any[] { Socket.Get("SO_REUSEADDR"), Socket.Get("SO_REUSEPORT") }.Select(option => server.Get("sockets")[0].Invoke("getsockopt", Socket.Get("SOL_SOCKET"), option))));
            _ = server.Invoke("close");
        }
    }

    public static async Coro Abstract()
    {
        await Asyncio.Get("AbstractEventLoop").Call().Invoke("sock_accept", Any.None);
    }

    public static void Note(Any item)
    {
        Order.Append(item);
        if (Len(Order) == 3)
        {
            Loop.Stop();
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        // Ports that somebody listens on, options of sockets, loops that are closed or abstract, and the order of callbacks from other threads.
        Asyncio = Modules.Import("asyncio");
        Any signal = Modules.Import("signal");
        Socket = Modules.Import("socket");
        Any threading = Modules.Import("threading");

        AsyncIO.Run(ServeCoroutine());
        Any listening = Socket.Get("create_server").Call(PyTuple.Of("127.0.0.1", 0));
        try
        {
            Socket.Get("create_server").Call(listening.Invoke("getsockname"));
        }
        catch (OSError error)
        {
            Print(((Any)error).Get("errno"));
        }
        Any copy = listening.Invoke("dup");
        Print(PyType.Of(copy).Name, Operators.Compare(Comparison.Eq, copy.Invoke("getsockname"), listening.Invoke("getsockname")), Operators.Compare(Comparison.NotEq, copy.Invoke("fileno"), listening.Invoke("fileno")));
        listening.Invoke("setsockopt", Socket.Get("SOL_SOCKET"), Socket.Get("SO_RCVTIMEO"), Builtins.Get("bytes").Call(16));
        Print(listening.Invoke("getsockopt", Socket.Get("SOL_SOCKET"), Socket.Get("SO_RCVTIMEO"), 16), listening.Invoke("getsockopt", Socket.Get("SOL_SOCKET"), Socket.Get("SO_TYPE")));
        Print(Socket.Get("getnameinfo").Call(PyTuple.Of("127.0.0.1", 80), Socket.Get("NI_NUMERICHOST") | Socket.Get("NI_NUMERICSERV")));
        copy.Invoke("close");
        listening.Invoke("close");

        Closed = AsyncIO.NewEventLoop();
        Closed.Close();
        foreach (var item in (PyList<(string, PyTuple)>)[("run_forever", PyTuple.Of()), ("call_soon", PyTuple.Of(Builtins.Get("print"))), ("call_soon_threadsafe", PyTuple.Of(Builtins.Get("print"))), ("call_later", ((Any)Generic.ToAny(((PyInt)1, Builtins.Get("print")))).As<PyTuple>()), ("add_signal_handler", ((Any)Generic.ToAny((signal.Get("SIGTERM"), Builtins.Get("print")))).As<PyTuple>())])
        {
            (Name_, Arguments_) = item;
            Tell(Name_, new PyFunction("<lambda>", "", () => GetAttr(Closed, Name_).Call(new Arguments { new Star(Arguments_) })));
        }
        foreach (var cls in new Any[] { Asyncio.Get("AbstractEventLoop"), Asyncio.Get("AbstractEventLoopPolicy"), Asyncio.Get("AbstractServer") })
        {
            foreach (var item2 in new string[] { "time", "get_event_loop", "is_serving" })
            {
                Name_ = item2;
                if (HasAttr(cls, Name_))
                {
                    Tell(F($"{cls.Get("__name__")}.{Name_}"), GetAttr(cls.Call(), Name_));
                }
            }
        }

        Tell("sock_accept", new PyFunction("<lambda>", "", () => AsyncIO.Run(AbstractCoroutine())));

        (Loop, Order) = (AsyncIO.NewEventLoop(), (PyList<Any>)[]);

        Any thread = threading.Get("Thread").Call(new Arguments { { "target", new PyFunction("<lambda>", "", () => (Any)Loop.CallSoonThreadsafe(NoteFunction, "from a thread")) } });
        thread.Invoke("start");
        thread.Invoke("join");
        Loop.CallSoon(NoteFunction, "soon");
        Loop.CallSoonThreadsafe(NoteFunction, "threadsafe");
        ((Any)Loop).Invoke("run_forever");
        Loop.Close();
        Print(Order);
    }

    public static Coroutine ServeCoroutine() => Coroutine.Of("serve", "serve", () => Serve());
    public static Coroutine AbstractCoroutine() => Coroutine.Of("abstract", "abstract", () => Abstract());
    public static readonly Any NoteFunction = new PyFunction("note", "item", (Any item) => Note(item));
}

using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace FilesOverSockets;

/// <summary>Files that loops send, by the system and by reading them, and what terminals are asked and told.</summary>
public static class Module
{
    internal static Any Asyncio = Any.Unbound;
    internal static Any Io = Any.Unbound;
    internal static Any Os = Any.Unbound;
    internal static Any Socket = Any.Unbound;
    internal static Any Tempfile = Any.Unbound;
    internal static Any Termios = Any.Unbound;
    internal static Any Tty = Any.Unbound;
    internal static Any Data_ = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("files_over_sockets.py", args, Run);

    public static async Coro Sending()
    {
        Any got = Builtins.Get("bytearray").Call();
        AsyncEvent done = new AsyncEvent();

        async Coro Serve(Any reader, Any writer)
        {
            Any data = default;
            while ((data = await reader.Invoke("read", 65536)).Truth)
            {
                _ = got.Invoke("extend", data);
            }
            _ = writer.Invoke("close");
            done.Set();
        }
        Coroutine ServeCoroutine(Any reader, Any writer) => Coroutine.Of("serve", "sending.<locals>.serve", () => Serve(reader, writer));
        Any serveFunction = new PyFunction("sending.<locals>.serve", "reader, writer", (Any reader, Any writer) => ServeCoroutine(reader, writer)) { Flavour = "coroutine" };

        Any server = await Asyncio.Get("start_server").Call(serveFunction, "127.0.0.1", 0);
        Any address = server.Get("sockets")[0].Invoke("getsockname");
        EventLoop loop = AsyncIO.GetRunningLoop();
        var manager = Context.Of(Tempfile.Get("TemporaryFile").Call());
        Any entered = manager.Enter();
        try
        {
            Any file = entered;
            _ = file.Invoke("write", Data_);
            _ = file.Invoke("seek", 0);
            var items = Operators.Unpack(await Asyncio.Get("open_connection").Call(new Arguments { new Star(address) }), 2);
            Any reader = items[0];
            Any writer = items[1];
            _ = writer.Invoke("write", PyBytes.FromLatin1("before"));
            Print(await ((Any)loop).Invoke("sendfile", new Arguments { writer.Get("transport"), file, 10, 300000 }), file.Invoke("tell"));
            _ = writer.Invoke("write", PyBytes.FromLatin1("after"));
            Print(await ((Any)loop).Invoke("sendfile", writer.Get("transport"), file), file.Invoke("tell"));
            Any memory = Io.Get("BytesIO").Call((Any)PyBytes.FromLatin1("abc") * 10);
            Print(await ((Any)loop).Invoke("sendfile", writer.Get("transport"), memory, 2), memory.Invoke("tell"), memory.Invoke("seek", 0), await ((Any)loop).Invoke("sendfile", new Arguments { writer.Get("transport"), memory, 0, 5 }), memory.Invoke("tell"));
            try
            {
                await ((Any)loop).Invoke("sendfile", new Arguments { writer.Get("transport"), memory, { "fallback", false } });
            }
            catch (BaseException error) when (Except.Matches(error, Asyncio.Get("SendfileNotAvailableError")))
            {
                Print(error);
            }
            PyTask task = AsyncIO.CreateTask(((Any)loop).Invoke("sendfile", writer.Get("transport"), file));
            await AsyncIO.Sleep(0);
            try
            {
                _ = writer.Invoke("write", PyBytes.FromLatin1("meanwhile"));
            }
            catch (RuntimeError error)
            {
                Print(error);
            }
            Print(await task);
            _ = writer.Invoke("close");
            await writer.Invoke("wait_closed");
            try
            {
                await ((Any)loop).Invoke("sendfile", writer.Get("transport"), file);
            }
            catch (RuntimeError error)
            {
                Print(error);
            }
            await done.Wait();
            Print(Operators.Compare(Comparison.Eq, Builtins.Get("bytes").Call(got), PyBytes.FromLatin1("before") + Data_[new PySlice(10, 300010, Any.None)] + PyBytes.FromLatin1("after") + Data_ + ((Any)PyBytes.FromLatin1("abc") * 10)[new PySlice(2, Any.None, Any.None)] + PyBytes.FromLatin1("abcab") + Data_));
            done.Clear();
            _ = got.Invoke("clear");
            Any client = Socket.Get("socket").Call();
            _ = client.Invoke("setblocking", false);
            await ((Any)loop).Invoke("sock_connect", client, address);
            Print(await ((Any)loop).Invoke("sock_sendfile", new Arguments { client, file, 5, 100000 }), await ((Any)loop).Invoke("sock_sendfile", client, Io.Get("BytesIO").Call(PyBytes.FromLatin1("xyz")), 1), await ((Any)loop).Invoke("sock_sendfile", client, Io.Get("BytesIO").Call()));
            foreach (var arguments in new Any[] { PyTuple.Of(TextFile.Open(Os.Get("devnull")), 0), PyTuple.Of(file, 0.5), PyTuple.Of(file, 0, -1) })
            {
                try
                {
                    await ((Any)loop).Invoke("sock_sendfile", new Arguments { client, new Star(arguments) });
                }
                catch (BaseException error) when (Except.Matches(error, PyTuple.Of(TypeError.Type, ValueError.Type, Asyncio.Get("SendfileNotAvailableError"))))
                {
                    Print(PyType.Of(error).Name, error);
                }
            }
            _ = client.Invoke("close");
            await done.Wait();
            Print(Operators.Compare(Comparison.Eq, Builtins.Get("bytes").Call(got), Data_[new PySlice(5, 100005, Any.None)] + PyBytes.FromLatin1("yz")));
            var items2 = Operators.Unpack(Socket.Get("socketpair").Call(), 2);
            Any first = items2[0];
            Any second = items2[1];
            Print(Os.Get("sendfile").Call(new Arguments { first.Invoke("fileno"), file.Invoke("fileno"), 3, 4 }), second.Invoke("recv", 10));
            _ = first.Invoke("close");
            _ = second.Invoke("close");
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
        var items3 = Operators.Unpack(await ((Any)loop).Invoke("create_datagram_endpoint", Asyncio.Get("DatagramProtocol"), PyTuple.Of("127.0.0.1", 0)), 2);
        Any transport = items3[0];
        _ = items3[1];
        try
        {
            await ((Any)loop).Invoke("sendfile", transport, Io.Get("BytesIO").Call());
        }
        catch (RuntimeError error)
        {
            using var handling = Handling.Of(error);
            Print(Str.Split(ToStr(error), " <")[0]);
        }
        _ = transport.Invoke("close");
        _ = server.Invoke("close");
    }

    public static async Coro Refused()
    {
        async Coro Serve(Any reader, Any writer)
        {
            _ = writer.Invoke("close");
        }
        Coroutine ServeCoroutine(Any reader, Any writer) => Coroutine.Of("serve", "refused.<locals>.serve", () => Serve(reader, writer));
        Any serveFunction = new PyFunction("refused.<locals>.serve", "reader, writer", (Any reader, Any writer) => ServeCoroutine(reader, writer)) { Flavour = "coroutine" };

        var manager = Context.Of(Tempfile.Get("TemporaryDirectory").Call());
        Any entered = manager.Enter();
        try
        {
            Any folder = entered;
            _ = Os.Get("chdir").Call(folder);
            using (var file = TextFile.Open("file", "w"))
            {
                file.Write("precious");
            }
            foreach (var @case in new Any[] { new PyFunction("refused.<locals>.<lambda>", "", () => Asyncio.Get("start_unix_server").Call(serveFunction, "file")), new PyFunction("refused.<locals>.<lambda>", "", () => Asyncio.Get("start_unix_server").Call(serveFunction, "/none/x")), new PyFunction("refused.<locals>.<lambda>", "", () => Asyncio.Get("start_unix_server").Call(new Arguments { serveFunction, "x", { "ssl", true } })), new PyFunction("refused.<locals>.<lambda>", "", () => Asyncio.Get("start_unix_server").Call(new Arguments { serveFunction, "x", { "ssl_handshake_timeout", 3 } })), new PyFunction("refused.<locals>.<lambda>", "", () => Asyncio.Get("start_unix_server").Call(serveFunction)), new PyFunction("refused.<locals>.<lambda>", "", () => Asyncio.Get("start_server").Call(new Arguments { serveFunction, "127.0.0.1", 0, { "ssl", false } })), new PyFunction("refused.<locals>.<lambda>", "", () => Asyncio.Get("open_unix_connection").Call(new Arguments { "x", { "server_hostname", "h" } })), new PyFunction("refused.<locals>.<lambda>", "", () => Asyncio.Get("open_unix_connection").Call(new Arguments { "x", { "ssl_shutdown_timeout", 1 } })), new PyFunction("refused.<locals>.<lambda>", "", () => Asyncio.Get("open_connection").Call(new Arguments { "127.0.0.1", 1, { "server_hostname", "h" } })), new PyFunction("refused.<locals>.<lambda>", "", () => Asyncio.Get("open_connection").Call(new Arguments { "127.0.0.1", 1, { "ssl_handshake_timeout", 2 } })) })
            {
                try
                {
                    await @case.Call();
                }
                catch (BaseException error) when (error is OSError || error is TypeError || error is ValueError)
                {
                    Print(PyType.Of(error).Name, error);
                }
            }
            using (var file = TextFile.Open("file"))
            {
                Print(file.Read());
            }
            _ = Os.Get("chdir").Call("/");
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

    public static void Terminals()
    {
        var items = Operators.Unpack(Os.Get("openpty").Call(), 2);
        Any master = items[0];
        Any slave = items[1];
        Print(Os.Get("isatty").Call(master), Os.Get("ttyname").Call(slave).Invoke("startswith", "/dev/pts/"));
        Any old = Tty.Get("setraw").Call(slave);
        Any @new = Termios.Get("tcgetattr").Call(slave);
        Print(old[new PySlice(Any.None, 6, Any.None)], @new[new PySlice(Any.None, 6, Any.None)], old[6][new PySlice(Any.None, 8, Any.None)], @new[6][new PySlice(Any.None, 8, Any.None)], Len(@new));
        Termios.Get("tcsetattr").Call(slave, Termios.Get("TCSANOW"), old);
        Print(Operators.Compare(Comparison.Eq, Termios.Get("tcgetattr").Call(slave), old));
        Tty.Get("setcbreak").Call(slave);
        Print(Termios.Get("tcgetattr").Call(slave)[new PySlice(Any.None, 6, Any.None)]);
        Print(Termios.Get("tcgetwinsize").Call(slave), Termios.Get("tcsetwinsize").Call(slave, PyTuple.Of(10, 20)), Termios.Get("tcgetwinsize").Call(master));
        var mode = new PyList<Any>(Sequences.Of(old));
        Tty.Get("cfmakecbreak").Call(mode);
        Print(((Any)mode)[Tty.Get("LFLAG")], ((Any)mode)[Tty.Get("CC")][Termios.Get("VMIN")], old[6][Termios.Get("VMIN")]);
        var items2 = Operators.Unpack(Os.Get("pipe").Call(), 2);
        Any reading = items2[0];
        Any writing = items2[1];
        foreach (var @case in new Any[] { new PyFunction("terminals.<locals>.<lambda>", "", () => Termios.Get("tcgetattr").Call(reading)), new PyFunction("terminals.<locals>.<lambda>", "", () => Termios.Get("tcsetattr").Call(slave, 0, (PyList<Any>)[1])), new PyFunction("terminals.<locals>.<lambda>", "", () => Termios.Get("tcsetattr").Call(slave, 0, (PyList<Any>)[..Sequences.Spread(old[new PySlice(Any.None, 6, Any.None)]), (PyList<Any>)[1]])), new PyFunction("terminals.<locals>.<lambda>", "", () => Termios.Get("tcgetattr").Call("x")), new PyFunction("terminals.<locals>.<lambda>", "", () => Termios.Get("tcsetattr").Call(slave, 0, (PyList<Any>)[..Sequences.Spread(old[new PySlice(Any.None, 6, Any.None)]), (PyList<Any>)["x"] * 32])) })
        {
            try
            {
                @case.Call();
            }
            catch (BaseException error) when (Except.Matches(error, PyTuple.Of(Termios.Get("error"), TypeError.Type)))
            {
                Print(Builtins.Get("type").Call(error), error, ((Any)error).Get("args"));
            }
        }
        Print(Termios.Get("tcflush").Call(slave, Termios.Get("TCIOFLUSH")), Termios.Get("tcdrain").Call(slave), Termios.Get("B9600"), Termios.Get("ECHO"));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Asyncio = Modules.Import("asyncio");
        Io = Modules.Import("io");
        Os = Modules.Import("os");
        Socket = Modules.Import("socket");
        Tempfile = Modules.Import("tempfile");
        Termios = Modules.Import("termios");
        Tty = Modules.Import("tty");

        Data_ = Builtins.Get("bytes").Call(Sequences.Range(256)) * 4000;

        AsyncIO.Run(SendingCoroutine());

        AsyncIO.Run(RefusedCoroutine());

        Terminals();

        Any own = ClassBuilder.Build("Own", "Own", "__main__", new Arguments { Asyncio.Get("Protocol") }, ns =>
        {
        });

        Print(HasAttr(Asyncio.Get("Protocol").Call(), "__dict__"), HasAttr(own.Call(), "__dict__"), Asyncio.Get("Transport").Get("__slots__"), Asyncio.Get("BaseTransport").Get("__slots__"));
    }

    public static Coroutine SendingCoroutine() => Coroutine.Of("sending", "sending", () => Sending());
    public static Coroutine RefusedCoroutine() => Coroutine.Of("refused", "refused", () => Refused());
}

using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using TimeoutError = Pytocs.Runtime.Core.TimeoutError;

namespace SocketsByHand;

/// <summary>Sockets that a program uses itself, watched descriptors, and datagrams.</summary>
public static class Module
{
    internal static Any Asyncio = Any.Unbound;
    internal static Any Os = Any.Unbound;
    internal static Any Socket = Any.Unbound;
    internal static Any Echo = Any.Unbound;
    internal static Any Client = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("sockets_by_hand.py", args, Run);

    public static async Coro Readers()
    {
        EventLoop loop = AsyncIO.GetRunningLoop();
        var items = Operators.Unpack(Socket.Get("socketpair").Call(), 2);
        Any left = items[0];
        Any right = items[1];
        _ = left.Invoke("setblocking", false);
        _ = right.Invoke("setblocking", false);
        Future got = loop.CreateFuture();
        PyList<Any> seen = (PyList<Any>)[];

        void Readable(Any label)
        {
            seen.Append(left.Invoke("recv", 3));
            Print(label, seen[-1]);
            if (Len(seen) == 2)
            {
                got.SetResult("read");
            }
        }
        Any readableFunction = new PyFunction("readers.<locals>.readable", "label", (Any label) => Readable(label));

        _ = ((Any)loop).Invoke("add_reader", left, readableFunction, "reader");
        _ = right.Invoke("send", PyBytes.FromLatin1("abcdef"));
        Print(await got);
        Print(((Any)loop).Invoke("remove_reader", left), ((Any)loop).Invoke("remove_reader", left.Invoke("fileno")));
        Future writable = loop.CreateFuture();
        _ = ((Any)loop).Invoke("add_writer", right.Invoke("fileno"), new PyFunction("readers.<locals>.<lambda>", "", () =>
        {
            bool? value = default;
            return (Any)(((Any)(value = (bool?)writable.IsDone)).Truth ? value : ((Any)writable).Invoke("set_result", "writable").As<bool?>());
        }));
        Print(await writable, ((Any)loop).Invoke("remove_writer", right), ((Any)loop).Invoke("remove_writer", right));
        foreach (var wrong in new Any[] { -1, "x" })
        {
            try
            {
                _ = ((Any)loop).Invoke("add_reader", wrong, Builtins.Get("print"));
            }
            catch (ValueError e)
            {
                Print(e);
            }
        }
        _ = left.Invoke("close");
        _ = right.Invoke("close");
    }

    public static async Coro Pipes()
    {
        EventLoop loop = AsyncIO.GetRunningLoop();
        var items = Operators.Unpack(Os.Get("pipe").Call(), 2);
        Any r = items[0];
        Any w = items[1];
        Future done = loop.CreateFuture();
        _ = ((Any)loop).Invoke("add_reader", r, new PyFunction("pipes.<locals>.<lambda>", "", () => !done.IsDone ? ((Any)done).Invoke("set_result", Os.Get("read").Call(r, 100)) : Any.None));
        _ = loop.CallLater(0.01, Os.Get("write"), w, PyBytes.FromLatin1("through a pipe"));
        Print(await done);
        _ = ((Any)loop).Invoke("remove_reader", r);
        _ = Os.Get("close").Call(r);
        _ = Os.Get("close").Call(w);
    }

    public static async Coro Answer(Any server)
    {
        Any data = default;
        EventLoop loop = AsyncIO.GetRunningLoop();
        var items = Operators.Unpack(await ((Any)loop).Invoke("sock_accept", server), 2);
        Any client = items[0];
        Any address = items[1];
        Print("accepted", address[0], client.Invoke("getblocking"));
        while ((data = await ((Any)loop).Invoke("sock_recv", client, 100)).Truth)
        {
            await ((Any)loop).Invoke("sock_sendall", client, data.Invoke("upper"));
        }
        _ = client.Invoke("close");
    }

    public static async Coro Sockets()
    {
        EventLoop loop = AsyncIO.GetRunningLoop();
        Any server = Socket.Get("socket").Call(Socket.Get("AF_INET"), Socket.Get("SOCK_STREAM"));
        _ = server.Invoke("setblocking", false);
        _ = server.Invoke("bind", PyTuple.Of("127.0.0.1", 0));
        _ = server.Invoke("listen");
        PyTask task = AsyncIO.CreateTask(AnswerCoroutine(server));
        Any client = Socket.Get("socket").Call(Socket.Get("AF_INET"), Socket.Get("SOCK_STREAM"));
        _ = client.Invoke("setblocking", false);
        await ((Any)loop).Invoke("sock_connect", client, server.Invoke("getsockname"));
        await ((Any)loop).Invoke("sock_sendall", client, PyBytes.FromLatin1("hello"));
        Print(await ((Any)loop).Invoke("sock_recv", client, 100));
        await ((Any)loop).Invoke("sock_sendall", client, PyBytes.FromLatin1("again"));
        Any buffer = Builtins.Get("bytearray").Call(8);
        Print(await ((Any)loop).Invoke("sock_recv_into", client, buffer), buffer);
        try
        {
            await AsyncIO.WaitFor(((Any)loop).Invoke("sock_recv", client, 10), 0.02);
        }
        catch (TimeoutError)
        {
            Print("nothing came");
        }
        await ((Any)loop).Invoke("sock_sendall", client, PyBytes.FromLatin1("after"));
        Print(await ((Any)loop).Invoke("sock_recv", client, 100));
        _ = client.Invoke("close");
        await task;
        _ = server.Invoke("close");
    }

    public static async Coro Datagrams()
    {
        EventLoop loop = AsyncIO.GetRunningLoop();
        var items = Operators.Unpack(await ((Any)loop).Invoke("create_datagram_endpoint", new Arguments { Echo, { "local_addr", PyTuple.Of("127.0.0.1", 0) } }), 2);
        Any server = items[0];
        _ = items[1];
        Future done = loop.CreateFuture();
        var items2 = Operators.Unpack(await ((Any)loop).Invoke("create_datagram_endpoint", new Arguments { new PyFunction("datagrams.<locals>.<lambda>", "", () => Client.Call(done)), { "remote_addr", server.Invoke("get_extra_info", "sockname") } }), 2);
        Any client = items2[0];
        Any protocol = items2[1];
        await done;
        try
        {
            _ = client.Invoke("sendto", "text");
        }
        catch (TypeError e)
        {
            Print(e);
        }
        _ = client.Invoke("close");
        _ = server.Invoke("close");
        Print(client.Invoke("is_closing"));
        await AsyncIO.Sleep(0.01);
        try
        {
            await ((Any)loop).Invoke("create_datagram_endpoint", Echo);
        }
        catch (ValueError e)
        {
            Print(e);
        }
    }

    public static async Coro MainAsync()
    {
        await Readers();
        await Pipes();
        await Sockets();
        await Datagrams();
        Any reader = Asyncio.Get("StreamReader").Call();
        _ = reader.Invoke("feed_data", PyBytes.FromLatin1("abc"));
        _ = reader.Invoke("feed_eof");
        Print(await reader.Invoke("read"));
        try
        {
            _ = reader.Invoke("feed_data", PyBytes.FromLatin1("x"));
        }
        catch (AssertionError e)
        {
            Print("refused:", e);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Asyncio = Modules.Import("asyncio");
        Os = Modules.Import("os");
        Socket = Modules.Import("socket");

        Echo = ClassBuilder.Build("Echo", "Echo", "__main__", new Arguments { Asyncio.Get("DatagramProtocol") }, ns =>
        {
            void ConnectionMade(Any self, Any transport)
            {
                self.Set("transport", transport);
            }
            ns["connection_made"] = new PyFunction("Echo.connection_made", "self, transport", (Any self, Any transport) => ConnectionMade(self, transport));

            void DatagramReceived(Any self, Any data, Any addr)
            {
                Print("server got", data);
                self.Get("transport").Invoke("sendto", PyBytes.FromLatin1("echo ") + data, addr);
            }
            ns["datagram_received"] = new PyFunction("Echo.datagram_received", "self, data, addr", (Any self, Any data, Any addr) => DatagramReceived(self, data, addr));
        });

        Client = ClassBuilder.Build("Client", "Client", "__main__", new Arguments { Asyncio.Get("DatagramProtocol") }, ns2 =>
        {
            void Init(Any self, Any done)
            {
                self.Set("done", done);
            }
            ns2["__init__"] = new PyFunction("Client.__init__", "self, done", (Any self, Any done) => Init(self, done));

            void ConnectionMade(Any self, Any transport)
            {
                Print("made", !transport.Invoke("get_extra_info", "peername").IsNone);
                transport.Invoke("sendto", PyBytes.FromLatin1("ping"));
            }
            ns2["connection_made"] = new PyFunction("Client.connection_made", "self, transport", (Any self, Any transport) => ConnectionMade(self, transport));

            void DatagramReceived(Any self, Any data, Any addr)
            {
                Print("client got", data);
                self.Get("done").Invoke("set_result", Any.None);
            }
            ns2["datagram_received"] = new PyFunction("Client.datagram_received", "self, data, addr", (Any self, Any data, Any addr) => DatagramReceived(self, data, addr));

            void ConnectionLost(Any self, Any exc)
            {
                Print("lost", exc);
            }
            ns2["connection_lost"] = new PyFunction("Client.connection_lost", "self, exc", (Any self, Any exc) => ConnectionLost(self, exc));
        });

        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static Coroutine AnswerCoroutine(Any server) => Coroutine.Of("answer", "answer", () => Answer(server));
    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}

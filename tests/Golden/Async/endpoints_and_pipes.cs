using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace EndpointsAndPipes;

/// <summary>Datagrams, raw sockets with loop.sock_*, add_reader, pipes.</summary>
public static class Module
{
    internal static Any Asyncio = Any.Unbound;
    internal static Any Os = Any.Unbound;
    internal static Any Socket = Any.Unbound;
    internal static Any Echo = Any.Unbound;
    internal static Any Client = Any.Unbound;
    internal static Any Pipe = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("endpoints_and_pipes.py", args, Run);

    public static async Coro Udp(EventLoop loop)
    {
        var items = Operators.Unpack(await ((Any)loop).Invoke("create_datagram_endpoint", new Arguments { Echo, { "local_addr", PyTuple.Of("127.0.0.1", 0) } }), 2);
        Any server = items[0];
        _ = items[1];
        Any addr = server.Invoke("get_extra_info", "sockname");
        var items2 = Operators.Unpack(await ((Any)loop).Invoke("create_datagram_endpoint", new Arguments { new PyFunction("udp.<locals>.<lambda>", "", () => Client.Call(loop.CreateFuture())), { "remote_addr", addr } }), 2);
        Any transport = items2[0];
        Any p = items2[1];
        Print(await p.Get("done"));
        _ = transport.Invoke("close");
        Print(transport.Invoke("is_closing"));
        _ = server.Invoke("close");
        await AsyncIO.Sleep(0);
    }

    public static async Coro Raw(EventLoop loop)
    {
        Any listener = Socket.Get("socket").Call();
        _ = listener.Invoke("setblocking", false);
        _ = listener.Invoke("bind", PyTuple.Of("127.0.0.1", 0));
        _ = listener.Invoke("listen");

        async Coro Serve()
        {
            Any data = default;
            var items = Operators.Unpack(await ((Any)loop).Invoke("sock_accept", listener), 2);
            Any conn = items[0];
            Any addr = items[1];
            var manager = Context.Of(conn);
            _ = manager.Enter();
            try
            {
                while ((data = await ((Any)loop).Invoke("sock_recv", conn, 100)).Truth)
                {
                    await ((Any)loop).Invoke("sock_sendall", conn, data[new PySlice(Any.None, Any.None, -1)]);
                }
            }
            catch (BaseException error)
            {
                if (!manager.Exit(error))
                {
                    throw;
                }
            }
            finally
            {
                manager.Exit();
            }
            Print("server done");
        }
        Coroutine ServeCoroutine() => Coroutine.Of("serve", "raw.<locals>.serve", () => Serve());
        PyTask task = AsyncIO.CreateTask(ServeCoroutine());
        Any c = Socket.Get("socket").Call();
        _ = c.Invoke("setblocking", false);
        await ((Any)loop).Invoke("sock_connect", c, listener.Invoke("getsockname"));
        foreach (var word in new PyBytes[] { PyBytes.FromLatin1("abc"), PyBytes.FromLatin1("hello") })
        {
            await ((Any)loop).Invoke("sock_sendall", c, word);
            Print(await ((Any)loop).Invoke("sock_recv", c, 100));
        }
        Any buf = Builtins.Get("bytearray").Call(5);
        await ((Any)loop).Invoke("sock_sendall", c, PyBytes.FromLatin1("xyz"));
        Print(await ((Any)loop).Invoke("sock_recv_into", c, buf), buf);
        _ = c.Invoke("close");
        await task;
        _ = listener.Invoke("close");
    }

    public static async Coro Readers(EventLoop loop)
    {
        var items = Operators.Unpack(Socket.Get("socketpair").Call(), 2);
        Any a = items[0];
        Any b = items[1];
        _ = a.Invoke("setblocking", false);
        _ = b.Invoke("setblocking", false);
        Future got = loop.CreateFuture();

        void Readable()
        {
            got.SetResult(b.Invoke("recv", 10));
            Print("removed", ((Any)loop).Invoke("remove_reader", b), ((Any)loop).Invoke("remove_reader", b));
        }
        Any readableFunction = new PyFunction("readers.<locals>.readable", "", () => Readable());
        _ = ((Any)loop).Invoke("add_reader", b, readableFunction);
        _ = ((Any)loop).Invoke("add_writer", a, new PyFunction("readers.<locals>.<lambda>", "", () => (Any)PyTuple.Of(a.Invoke("send", PyBytes.FromLatin1("ping")), ((Any)loop).Invoke("remove_writer", a))));
        Print(await got);
        var items2 = Operators.Unpack(await Asyncio.Get("open_connection").Call(new Arguments { { "sock", a } }), 2);
        Any r = items2[0];
        Any w = items2[1];
        _ = w.Invoke("write", PyBytes.FromLatin1("via stream\n"));
        await w.Invoke("drain");
        Print(b.Invoke("recv", 100));
        try
        {
            _ = ((Any)loop).Invoke("add_reader", a, Builtins.Get("print"));
        }
        catch (RuntimeError e)
        {
            using var handling = Handling.Of(e);
            Print(Str.Slice(Str.Split(ToStr(e), " is used by")[1], 0, 20));
        }
        _ = w.Invoke("close");
        await w.Invoke("wait_closed");
        Print(b.Invoke("recv", 10));
        _ = b.Invoke("close");
    }

    public static async Coro Pipes(EventLoop loop)
    {
        var items = Operators.Unpack(Os.Get("pipe").Call(), 2);
        Any r = items[0];
        Any w = items[1];
        var items2 = Operators.Unpack(await ((Any)loop).Invoke("connect_read_pipe", new PyFunction("pipes.<locals>.<lambda>", "", () => Pipe.Call(loop.CreateFuture())), Os.Get("fdopen").Call(r, "rb")), 2);
        Any rt = items2[0];
        Any rp = items2[1];
        var items3 = Operators.Unpack(await ((Any)loop).Invoke("connect_write_pipe", Asyncio.Get("BaseProtocol"), Os.Get("fdopen").Call(w, "wb")), 2);
        Any wt = items3[0];
        Any wp = items3[1];
        _ = wt.Invoke("write", PyBytes.FromLatin1("through "));
        _ = wt.Invoke("write", PyBytes.FromLatin1("the pipe"));
        Print(wt.Invoke("get_write_buffer_size"), wt.Invoke("can_write_eof"));
        _ = wt.Invoke("write_eof");
        Print(await rp.Get("done"), rt.Invoke("is_closing"));
        Any reader = Asyncio.Get("StreamReader").Call();
        var items4 = Operators.Unpack(Os.Get("pipe").Call(), 2);
        r = items4[0];
        w = items4[1];
        await ((Any)loop).Invoke("connect_read_pipe", new PyFunction("pipes.<locals>.<lambda>", "", () => Asyncio.Get("StreamReaderProtocol").Call(reader)), Os.Get("fdopen").Call(r, "rb"));
        _ = Os.Get("write").Call(w, PyBytes.FromLatin1("l1\nl2\nrest"));
        _ = Os.Get("close").Call(w);
        Print(await AsyncIteration.Of(reader).Collect(items => new PyList<Any>(items)));
    }

    public static async Coro MainAsync()
    {
        EventLoop loop = AsyncIO.GetRunningLoop();
        await Udp(loop);
        await Raw(loop);
        await Readers(loop);
        await Pipes(loop);
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
                self.Get("transport").Invoke("sendto", data.Invoke("upper"), addr);
            }
            ns["datagram_received"] = new PyFunction("Echo.datagram_received", "self, data, addr", (Any self, Any data, Any addr) => DatagramReceived(self, data, addr));
        });

        Client = ClassBuilder.Build("Client", "Client", "__main__", new Arguments { Asyncio.Get("DatagramProtocol") }, ns2 =>
        {
            void Init(Any self, Any done)
            {
                self.Set("done", done);
                self.Set("got", (PyList<Any>)[]);
            }
            ns2["__init__"] = new PyFunction("Client.__init__", "self, done", (Any self, Any done) => Init(self, done));

            void ConnectionMade(Any self, Any transport)
            {
                Print("client made", transport.Invoke("get_extra_info", "peername")[0]);
                transport.Invoke("sendto", PyBytes.FromLatin1("one"));
                transport.Invoke("sendto", PyBytes.FromLatin1("two"));
            }
            ns2["connection_made"] = new PyFunction("Client.connection_made", "self, transport", (Any self, Any transport) => ConnectionMade(self, transport));

            void DatagramReceived(Any self, Any data, Any addr)
            {
                self.Get("got").Invoke("append", data);
                if (Len(self.Get("got")) == 2)
                {
                    self.Get("done").Invoke("set_result", self.Get("got"));
                }
            }
            ns2["datagram_received"] = new PyFunction("Client.datagram_received", "self, data, addr", (Any self, Any data, Any addr) => DatagramReceived(self, data, addr));

            void ConnectionLost(Any self, Any exc)
            {
                Print("client lost", exc);
            }
            ns2["connection_lost"] = new PyFunction("Client.connection_lost", "self, exc", (Any self, Any exc) => ConnectionLost(self, exc));
        });

        Pipe = ClassBuilder.Build("Pipe", "Pipe", "__main__", new Arguments { Asyncio.Get("Protocol") }, ns3 =>
        {
            void Init(Any self, Any done)
            {
                PyBytes item = PyBytes.FromLatin1("");
                self.Set("done", done);
                self.Set("data", item);
            }
            ns3["__init__"] = new PyFunction("Pipe.__init__", "self, done", (Any self, Any done) => Init(self, done));

            void DataReceived(Any self, Any data)
            {
                self.Set("data", Any.AddInPlace(self.Get("data"), data));
            }
            ns3["data_received"] = new PyFunction("Pipe.data_received", "self, data", (Any self, Any data) => DataReceived(self, data));

            void EofReceived(Any self)
            {
                Print("eof");
            }
            ns3["eof_received"] = new PyFunction("Pipe.eof_received", "self", (Any self) => EofReceived(self));

            void ConnectionLost(Any self, Any exc)
            {
                self.Get("done").Invoke("set_result", self.Get("data"));
            }
            ns3["connection_lost"] = new PyFunction("Pipe.connection_lost", "self, exc", (Any self, Any exc) => ConnectionLost(self, exc));
        });

        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}

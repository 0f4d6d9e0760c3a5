using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ServersAndFlow;

/// <summary>Unix servers, BufferedProtocol, flow control, half close, servers' lifecycle.</summary>
public static class Module
{
    internal static Any Asyncio = Any.Unbound;
    internal static Any Os = Any.Unbound;
    internal static Any Tempfile = Any.Unbound;
    internal static Any Buffered = Any.Unbound;
    internal static Any Slow = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("servers_and_flow.py", args, Run);

    public static async Coro MainAsync()
    {
        Any server = default;
        Any r = default;
        Any w = default;
        EventLoop loop = AsyncIO.GetRunningLoop();
        var manager = Context.Of(Tempfile.Get("TemporaryDirectory").Call());
        Any entered = manager.Enter();
        try
        {
            Any d = entered;
            Any path = Os.Get("path").Get("join").Call(d, "sock");
            Future done = loop.CreateFuture();
            server = await ((Any)loop).Invoke("create_unix_server", new PyFunction("main.<locals>.<lambda>", "", () => Buffered.Call(done)), path);
            var items = Operators.Unpack(await Asyncio.Get("open_unix_connection").Call(path), 2);
            r = items[0];
            w = items[1];
            _ = w.Invoke("write", (Any)PyBytes.FromLatin1("0123456789") * 3);
            _ = w.Invoke("write_eof");
            Print(await r.Invoke("read"));
            Print(await done);
            _ = w.Invoke("close");
            await w.Invoke("wait_closed");
            _ = server.Invoke("close");
            await server.Invoke("wait_closed");
            Print(Os.Get("path").Get("exists").Call(path), server.Invoke("is_serving"), server);
            try
            {
                await Asyncio.Get("open_unix_connection").Call(Os.Get("path").Get("join").Call(d, "none"));
            }
            catch (FileNotFoundError e)
            {
                Print(e);
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

        async Coro Handle(Any r, Any w)
        {
            Any data = await r.Invoke("readexactly", 400000);
            _ = w.Invoke("write", (Any)PyBytes.FromLatin1("%d") % Len(data));
            _ = w.Invoke("close");
        }
        Coroutine HandleCoroutine(Any r, Any w) => Coroutine.Of("handle", "main.<locals>.handle", () => Handle(r, w));
        Any handleFunction = new PyFunction("main.<locals>.handle", "r, w", (Any r, Any w) => HandleCoroutine(r, w)) { Flavour = "coroutine" };
        server = await Asyncio.Get("start_server").Call(new Arguments { handleFunction, "127.0.0.1", 0, { "start_serving", false } });
        Print(server.Invoke("is_serving"));
        await server.Invoke("start_serving");
        Print(server.Invoke("is_serving"));
        Any port = server.Get("sockets")[0].Invoke("getsockname")[1];
        var items2 = Operators.Unpack(await ((Any)loop).Invoke("create_connection", Slow, "127.0.0.1", port), 2);
        Any t = items2[0];
        Any p = items2[1];
        for (PyInt i = 0; i < 40; i++)
        {
            _ = t.Invoke("write", (Any)PyBytes.FromLatin1("x") * 10000);
        }
        await AsyncIO.Sleep(0.05);
        Print(Operators.In(p.Get("events")[new PySlice(Any.None, 1, Any.None)], Generic.ToAny(((PyList<Any>)[], (PyList<string>)["pause"]))), p.Get("events")[new PySlice(-1, Any.None, Any.None)]);
        PyTask forever = AsyncIO.CreateTask(server.Invoke("serve_forever"));
        await AsyncIO.Sleep(0);
        try
        {
            await server.Invoke("serve_forever");
        }
        catch (RuntimeError e)
        {
            Print(Str.Contains(ToStr(e), "already"));
        }
        forever.Cancel();
        Print(await AsyncIO.Gather([forever], returnExceptions: true), server.Get("sockets"));

        async Coro<Any> Bad(Any r, Any w)
        {
            throw new ValueError("in handler");
        }
        Coroutine<Any> BadCoroutine(Any r, Any w) => Coroutine.Of("bad", "main.<locals>.bad", () => Bad(r, w));
        Any badFunction = new PyFunction("main.<locals>.bad", "r, w", (Any r, Any w) => BadCoroutine(r, w)) { Flavour = "coroutine" };
        _ = ((Any)loop).Invoke("set_exception_handler", new PyFunction("main.<locals>.<lambda>", "l, c", (Any l, Any c) => Functions.None(() => Print(c["message"], Repr(c["exception"])))));
        var manager2 = AsyncContext.Of(await Asyncio.Get("start_server").Call(badFunction, "127.0.0.1", 0));
        Any entered2 = await manager2.EnterAsync();
        try
        {
            server = entered2;
            var items3 = Operators.Unpack(await Asyncio.Get("open_connection").Call(new Arguments { new Star(server.Get("sockets")[0].Invoke("getsockname")) }), 2);
            r = items3[0];
            w = items3[1];
            Print(await r.Invoke("read"));
            _ = w.Invoke("close");
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

        async Coro Stay(Any r, Any w)
        {
            await r.Invoke("read");
        }
        Coroutine StayCoroutine(Any r, Any w) => Coroutine.Of("stay", "main.<locals>.stay", () => Stay(r, w));
        Any stayFunction = new PyFunction("main.<locals>.stay", "r, w", (Any r, Any w) => StayCoroutine(r, w)) { Flavour = "coroutine" };
        server = await Asyncio.Get("start_server").Call(stayFunction, "127.0.0.1", 0);
        var items4 = Operators.Unpack(await Asyncio.Get("open_connection").Call(new Arguments { new Star(server.Get("sockets")[0].Invoke("getsockname")) }), 2);
        r = items4[0];
        w = items4[1];
        await AsyncIO.Sleep(0.01);
        _ = server.Invoke("close");
        _ = server.Invoke("close_clients");
        await server.Invoke("wait_closed");
        Print(await r.Invoke("read"), r.Invoke("at_eof"));
        Print(w.Invoke("get_extra_info", "peername")[0], w.Invoke("get_extra_info", "nothing", 3));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Asyncio = Modules.Import("asyncio");
        Os = Modules.Import("os");
        Tempfile = Modules.Import("tempfile");

        Buffered = ClassBuilder.Build("Buffered", "Buffered", "__main__", new Arguments { Asyncio.Get("BufferedProtocol") }, ns =>
        {
            void Init(Any self, Any done)
            {
                self.Set("buf", Builtins.Get("bytearray").Call(8));
                self.Set("total", PyBytes.FromLatin1(""));
                self.Set("done", done);
            }
            ns["__init__"] = new PyFunction("Buffered.__init__", "self, done", (Any self, Any done) => Init(self, done));

            void ConnectionMade(Any self, Any t)
            {
                self.Set("t", t);
            }
            ns["connection_made"] = new PyFunction("Buffered.connection_made", "self, t", (Any self, Any t) => ConnectionMade(self, t));

            Any GetBuffer(Any self, Any hint)
            {
                return self.Get("buf");
            }
            ns["get_buffer"] = new PyFunction("Buffered.get_buffer", "self, hint", (Any self, Any hint) => GetBuffer(self, hint));

            void BufferUpdated(Any self, Any n)
            {
                self.Set("total", Any.AddInPlace(self.Get("total"), self.Get("buf")[new PySlice(Any.None, n, Any.None)]));
            }
            ns["buffer_updated"] = new PyFunction("Buffered.buffer_updated", "self, n", (Any self, Any n) => BufferUpdated(self, n));

            void EofReceived(Any self)
            {
                self.Get("t").Invoke("write", (Any)PyBytes.FromLatin1("got %d") % Len(self.Get("total")));
            }
            ns["eof_received"] = new PyFunction("Buffered.eof_received", "self", (Any self) => EofReceived(self));

            void ConnectionLost(Any self, Any exc)
            {
                self.Get("done").Invoke("set_result", Builtins.Get("bytes").Call(self.Get("total")));
            }
            ns["connection_lost"] = new PyFunction("Buffered.connection_lost", "self, exc", (Any self, Any exc) => ConnectionLost(self, exc));
        });

        Slow = ClassBuilder.Build("Slow", "Slow", "__main__", new Arguments { Asyncio.Get("Protocol") }, ns2 =>
        {
            void Init(Any self)
            {
                self.Set("events", (PyList<Any>)[]);
            }
            ns2["__init__"] = new PyFunction("Slow.__init__", "self", (Any self) => Init(self));

            void ConnectionMade(Any self, Any t)
            {
                self.Set("t", t);
                t.Invoke("set_write_buffer_limits", new Arguments { { "high", 1000 }, { "low", 100 } });
                Print(t.Invoke("get_write_buffer_limits"));
            }
            ns2["connection_made"] = new PyFunction("Slow.connection_made", "self, t", (Any self, Any t) => ConnectionMade(self, t));

            void PauseWriting(Any self)
            {
                self.Get("events").Invoke("append", "pause");
            }
            ns2["pause_writing"] = new PyFunction("Slow.pause_writing", "self", (Any self) => PauseWriting(self));

            void ResumeWriting(Any self)
            {
                self.Get("events").Invoke("append", "resume");
            }
            ns2["resume_writing"] = new PyFunction("Slow.resume_writing", "self", (Any self) => ResumeWriting(self));

            void ConnectionLost(Any self, Any exc)
            {
                self.Get("events").Invoke("append", "lost");
            }
            ns2["connection_lost"] = new PyFunction("Slow.connection_lost", "self, exc", (Any self, Any exc) => ConnectionLost(self, exc));
        });

        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}

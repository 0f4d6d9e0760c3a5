using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace SocketServers;

/// <summary>socketserver, selectors and files of sockets.</summary>
public static class Module
{
    internal static Any Os = Any.Unbound;
    internal static Any Selectors = Any.Unbound;
    internal static Any Socket = Any.Unbound;
    internal static Any Socketserver = Any.Unbound;
    internal static Any Sys = Any.Unbound;
    internal static Any Tempfile = Any.Unbound;
    internal static Any Threading = Any.Unbound;
    internal static Any Upper = Any.Unbound;
    internal static Any Back = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("socket_servers.py", args, Run);

    public static void Servers()
    {
        Any server = default;
        foreach (var kind in new Any[] { Socketserver.Get("TCPServer"), Socketserver.Get("ThreadingTCPServer") })
        {
            var manager = Context.Of(kind.Call(PyTuple.Of("127.0.0.1", 0), Upper));
            Any entered = manager.Enter();
            try
            {
                server = entered;
                Any thread = Threading.Get("Thread").Call(new Arguments { { "target", server.Get("serve_forever") }, { "args", PyTuple.Of(0.02) } });
                thread.Invoke("start");
                foreach (var text in new PyBytes[] { PyBytes.FromLatin1("hello\n"), PyBytes.FromLatin1("again\n") })
                {
                    var manager2 = Context.Of(Socket.Get("create_connection").Call(server.Get("server_address")));
                    Any entered2 = manager2.Enter();
                    try
                    {
                        Any client = entered2;
                        client.Invoke("sendall", text);
                        Print(client.Invoke("recv", 10));
                    }
                    catch (BaseException error2)
                    {
                        if (!manager2.Exit(error2))
                        {
                            throw;
                        }
                    }
                    finally
                    {
                        manager2.Exit();
                    }
                }
                server.Invoke("shutdown");
                thread.Invoke("join");
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
            Print(kind.Get("__mro__"));
        }
        var manager3 = Context.Of(Socketserver.Get("UDPServer").Call(PyTuple.Of("127.0.0.1", 0), Back));
        Any entered3 = manager3.Enter();
        try
        {
            server = entered3;
            var manager4 = Context.Of(Socket.Get("socket").Call(Socket.Get("AF_INET"), Socket.Get("SOCK_DGRAM")));
            Any entered4 = manager4.Enter();
            try
            {
                Any client = entered4;
                client.Invoke("sendto", PyBytes.FromLatin1("abc"), server.Get("server_address"));
                server.Invoke("handle_request");
                Print(client.Invoke("recv", 10));
                server.Set("timeout", 0.01);
                server.Set("handle_timeout", new PyFunction("servers.<locals>.<lambda>", "", () => Functions.None(() => Print("nobody came"))));
                server.Invoke("handle_request");
            }
            catch (BaseException error4)
            {
                if (!manager4.Exit(error4))
                {
                    throw;
                }
            }
            finally
            {
                manager4.Exit();
            }
        }
        catch (BaseException error3)
        {
            if (!manager3.Exit(error3))
            {
                throw;
            }
        }
        finally
        {
            manager3.Exit();
        }
        var manager5 = Context.Of(Socketserver.Get("TCPServer").Call(PyTuple.Of("127.0.0.1", 0), Upper));
        Any entered5 = manager5.Enter();
        try
        {
            server = entered5;
            var manager6 = Context.Of(Socket.Get("create_connection").Call(server.Get("server_address")));
            Any entered6 = manager6.Enter();
            try
            {
                Any client = entered6;
                client.Invoke("sendall", PyBytes.FromLatin1("bad\n"));
                server.Set("handle_error", new PyFunction("servers.<locals>.<lambda>", "request, address", (Any request, Any address) => Functions.None(() => Print("error", Repr(Sys.Get("exception").Call())))));
                server.Invoke("handle_request");
                Print(client.Invoke("recv", 5));
            }
            catch (BaseException error6)
            {
                if (!manager6.Exit(error6))
                {
                    throw;
                }
            }
            finally
            {
                manager6.Exit();
            }
        }
        catch (BaseException error5)
        {
            if (!manager5.Exit(error5))
            {
                throw;
            }
        }
        finally
        {
            manager5.Exit();
        }
    }

    public static void Files()
    {
        var items = Operators.Unpack(Socket.Get("socketpair").Call(), 2);
        Any one = items[0];
        Any other = items[1];
        var manager = Context.Of(one);
        manager.Enter();
        try
        {
            var manager2 = Context.Of(other.Invoke("makefile", new Arguments { "rw", { "encoding", "utf-8" }, { "newline", "\n" } }));
            Any entered = manager2.Enter();
            try
            {
                Any text = entered;
                other.Invoke("close");
                one.Invoke("sendall", Str.Encode("zwölf\nlines\n"));
                Print(text.Invoke("readline"), text.Get("mode"), text.Get("encoding"));
                text.Invoke("write", "answer\n");
                text.Invoke("flush");
                Print(one.Invoke("recv", 20));
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
        foreach (var item in new Any[] { PyTuple.Of("x", Any.None), PyTuple.Of("r", 0) })
        {
            var items2 = Operators.Unpack(item, 2);
            Any mode = items2[0];
            Any buffering = items2[1];
            try
            {
                Socket.Get("socket").Call().Invoke("makefile", mode, buffering);
            }
            catch (ValueError error)
            {
                Print(error);
            }
        }
    }

    public static void Waiting()
    {
        Any one = default;
        Any other = default;
        Any selector = default;
        var items = Operators.Unpack(Socket.Get("socketpair").Call(), 2);
        one = items[0];
        other = items[1];
        foreach (var kind in new Any[] { Selectors.Get("DefaultSelector"), Selectors.Get("SelectSelector"), Selectors.Get("PollSelector") })
        {
            var manager = Context.Of(kind.Call());
            Any entered = manager.Enter();
            try
            {
                selector = entered;
                Any key = selector.Invoke("register", one, Selectors.Get("EVENT_READ"), "data");
                Print(kind, key.Get("events"), key.Get("data"), Operators.Compare(Comparison.Eq, key.Get("fd"), one.Invoke("fileno")), key.Get("_fields"), Len(selector.Invoke("get_map")), selector.Invoke("select", 0));
                other.Invoke("send", PyBytes.FromLatin1("x"));
                IEnumerable<(Any, Any)> Items(IEnumerable<Any> source)
                {
                    foreach (var item in source)
                    {
                        var items2 = Operators.Unpack(item, 2);
                        Any found = items2[0];
                        Any events = items2[1];
                        yield return (found.Get("data"), events);
                    }
                }
                Print(new PyList<(Any, Any)>(Items(Sequences.Of(selector.Invoke("select", 1)))));
                one.Invoke("recv", 1);
                selector.Invoke("modify", one, Selectors.Get("EVENT_WRITE") | Selectors.Get("EVENT_READ"), "both");
                IEnumerable<(Any, Any)> Items2(IEnumerable<Any> source2)
                {
                    foreach (var item2 in source2)
                    {
                        var items3 = Operators.Unpack(item2, 2);
                        Any found = items3[0];
                        Any events = items3[1];
                        yield return (found.Get("data"), events);
                    }
                }
                Print(new PyList<(Any, Any)>(Items2(Sequences.Of(selector.Invoke("select", 1)))), selector.Invoke("get_key", one).Get("data"));
                foreach (var fail in new Any[] { new PyFunction("waiting.<locals>.<lambda>", "", () => selector.Invoke("register", one, 1)), new PyFunction("waiting.<locals>.<lambda>", "", () => selector.Invoke("register", other, 0)), new PyFunction("waiting.<locals>.<lambda>", "", () => selector.Invoke("register", "x", 1)), new PyFunction("waiting.<locals>.<lambda>", "", () => selector.Invoke("unregister", other)), new PyFunction("waiting.<locals>.<lambda>", "", () => selector.Invoke("modify", other, 1)), new PyFunction("waiting.<locals>.<lambda>", "", () => selector.Invoke("get_key", other)), new PyFunction("waiting.<locals>.<lambda>", "", () => selector.Invoke("register", -1, 1)) })
                {
                    try
                    {
                        fail.Call();
                    }
                    catch (BaseException error) when (error is KeyError || error is ValueError)
                    {
                        using var handling = Handling.Of(error);
                        Print(PyType.Of(error).Name, Str.Strip(Str.Split(ToStr(error), "<")[0], "\"'"), Str.Replace(Str.Strip(Str.Split(ToStr(error), ">")[-1], "\"'"), ToStr(one.Invoke("fileno")), "N"));
                    }
                }
                Print(selector.Invoke("unregister", one).Get("data"), new PyList<Any>(Sequences.Of(selector.Invoke("get_map"))), selector.Invoke("get_map").Contains(one));
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
            Print(selector.Invoke("get_map"));
            try
            {
                selector.Invoke("get_key", one);
            }
            catch (RuntimeError error)
            {
                Print(error);
            }
        }
        one.Invoke("close");
        other.Invoke("close");
    }

    public static void DatagramsOfThisMachine()
    {
        Any folder = Tempfile.Get("mkdtemp").Call();
        var manager = Context.Of(Socketserver.Get("UnixDatagramServer").Call(Os.Get("path").Get("join").Call(folder, "server"), Back));
        Any entered = manager.Enter();
        try
        {
            Any server = entered;
            var manager2 = Context.Of(Socket.Get("socket").Call(Socket.Get("AF_UNIX"), Socket.Get("SOCK_DGRAM")));
            Any entered2 = manager2.Enter();
            try
            {
                Any client = entered2;
                client.Invoke("sendto", PyBytes.FromLatin1("nameless"), server.Get("server_address"));
                Print(server.Invoke("get_request")[1]);
                client.Invoke("bind", Os.Get("path").Get("join").Call(folder, "client"));
                client.Invoke("sendto", PyBytes.FromLatin1("abc"), server.Get("server_address"));
                server.Invoke("handle_request");
                Print(client.Invoke("recv", 10));
            }
            catch (BaseException error2)
            {
                if (!manager2.Exit(error2))
                {
                    throw;
                }
            }
            finally
            {
                manager2.Exit();
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
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Os = Modules.Import("os");
        Selectors = Modules.Import("selectors");
        Socket = Modules.Import("socket");
        Socketserver = Modules.Import("socketserver");
        Sys = Modules.Import("sys");
        Tempfile = Modules.Import("tempfile");
        Threading = Modules.Import("threading");

        Upper = ClassBuilder.Build("Upper", "Upper", "__main__", new Arguments { Socketserver.Get("StreamRequestHandler") }, ns =>
        {
            void Handle(Any self)
            {
                Any line = self.Get("rfile").Invoke("readline");
                if (line == PyBytes.FromLatin1("bad\n"))
                {
                    throw new ValueError("bad");
                }
                self.Get("wfile").Invoke("write", line.Invoke("upper"));
            }
            ns["handle"] = new PyFunction("Upper.handle", "self", (Any self) => Handle(self));
        });

        Back = ClassBuilder.Build("Back", "Back", "__main__", new Arguments { Socketserver.Get("DatagramRequestHandler") }, ns2 =>
        {
            void Handle(Any self)
            {
                self.Get("wfile").Invoke("write", self.Get("rfile").Invoke("read")[new PySlice(Any.None, Any.None, -1)]);
            }
            ns2["handle"] = new PyFunction("Back.handle", "self", (Any self) => Handle(self));
        });

        Servers();
        Files();
        Waiting();

        DatagramsOfThisMachine();
    }
}

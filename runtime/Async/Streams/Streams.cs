using System.Net;
using System.Net.Sockets;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>Connections and servers, as <see href="https://docs.python.org/3.13/library/asyncio-stream.html">streams</see> and as protocols.</summary>
internal static class Streams
{
    private const string ConnectOptions = ", ssl=None, family=0, proto=0, flags=0, sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None, all_errors=False";
    private const string ServerOptions = ", family=0, flags=1, sock=None, backlog=100, ssl=None, reuse_address=None, reuse_port=None, keep_alive=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True";
    private const string UnixOptions = ", sock=None, ssl=None, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None";
    private const string UnixServerOptions = ", sock=None, backlog=100, ssl=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True, cleanup_socket=True";

    public static void Declare(PyModule module)
    {
        Protocols.Declare(module);
        module.Type(AsyncStreamReader.Type).Type(AsyncStreamWriter.Type).Type(StreamProtocol.Type).Type(AsyncServer.Type).Type(AsyncServer.Abstract);
        module.AsyncFunction("open_connection", "host=None, port=None, *, limit=65536" + ConnectOptions, static a => Open(a[2], a[3], a[8], protocol => Connect(EventLoop.Running, protocol, a[0], a[1], a[8], a[14])))
            .AsyncFunction("start_server", "client_connected_cb, host=None, port=None, *, limit=65536" + ServerOptions, static async a => Serve(EventLoop.Running, StreamFactory(a[0], a[3]), a[1], a[2], a[6], a[8], a[14]))
            .AsyncFunction("open_unix_connection", "path=None, *, limit=65536" + UnixOptions, static a => Open(a[1], a[3], a[2], protocol => ConnectUnix(EventLoop.Running, protocol, a[0])))
            .AsyncFunction("start_unix_server", "client_connected_cb, path=None, *, limit=65536" + UnixServerOptions, static async a => ServeUnix(EventLoop.Running, StreamFactory(a[0], a[2]), a[1], a[5], a[8]));
        EventLoopType.Type
            .AsyncMethod("create_connection", "self, protocol_factory, host=None, port=None, *" + ConnectOptions, static a => Connected((EventLoop)a[0].Ref!, a[1], a[4], p => Connect((EventLoop)a[0].Ref!, p, a[2], a[3], a[8], a[15])))
            .AsyncMethod("create_server", "self, protocol_factory, host=None, port=None, *" + ServerOptions, static async a => Serve((EventLoop)a[0].Ref!, () => a[1].Call(), a[2], a[3], a[6], a[8], a[14]))
            .AsyncMethod("create_unix_connection", "self, protocol_factory, path=None, *" + UnixOptions, static a => Connected((EventLoop)a[0].Ref!, a[1], a[4], p => ConnectUnix((EventLoop)a[0].Ref!, p, a[2])))
            .AsyncMethod("create_unix_server", "self, protocol_factory, path=None, *" + UnixServerOptions, static async a => ServeUnix((EventLoop)a[0].Ref!, () => a[1].Call(), a[2], a[5], a[8]))
            .AsyncMethod("getaddrinfo", "self, host, port, *, family=0, type=0, proto=0, flags=0", static async a => SocketModule.AddressInfo(a[1], a[2], a[3], a[4]));
    }

    public static NotImplementedError NoTls() => new("TLS is not supported: use ssl=None");

    private static void CheckTls(Any ssl)
    {
        if (ssl.Truth)
            throw NoTls();
    }

    private static Func<Any> StreamFactory(Any connected, Any limit)
        => () => StreamProtocol.Of(new AsyncStreamReader().Initialise(Lib.Int(limit), EventLoop.Running), connected, EventLoop.Running);

    private static async Coro<Any> Open(Any limit, Any ssl, Any socket, Func<Any, Coro<SocketTransport>> connect)
    {
        CheckTls(ssl);
        _ = socket;
        var reader = new AsyncStreamReader().Initialise(Lib.Int(limit), EventLoop.Running);
        var protocol = StreamProtocol.Of(reader, Any.None, EventLoop.Running);
        var transport = await connect(protocol);
        return PyTuple.Of(reader, new AsyncStreamWriter().Initialise(transport, protocol, reader));
    }

    private static async Coro<Any> Connected(EventLoop loop, Any factory, Any ssl, Func<Any, Coro<SocketTransport>> connect)
    {
        _ = loop;
        CheckTls(ssl);
        var protocol = factory.Call();
        return PyTuple.Of(await connect(protocol), protocol);
    }

    private static async Coro<SocketTransport> Connect(EventLoop loop, Any protocol, Any host, Any port, Any given, Any allErrors)
    {
        Socket socket;
        if (!given.IsNone)
        {
            if (!host.IsNone || !port.IsNone)
                throw new ValueError("host/port and sock can not be specified at the same time");
            socket = ((PySocket)given.Ref!).Socket;
        }
        else
        {
            if (host.IsNone && port.IsNone)
                throw new ValueError("host and port was not specified and no sock specified");
            socket = await ConnectAny(loop, [.. Addresses.Resolve(Lib.Optional(host)).Select(a => new IPEndPoint(a, (int)Lib.Int(port)))], allErrors.Truth);
        }
        return await Start(loop, socket, protocol);
    }

    private static async Coro<Socket> ConnectAny(EventLoop loop, IPEndPoint[] addresses, bool allErrors)
    {
        var errors = new List<OSError>();
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            if (await Finish(loop, socket.ConnectAsync(address)) is not { } error)
                return socket;
            socket.Dispose();
            errors.Add(SocketErrors.Of(error, $"Connect call failed {Addresses.Text(address)}"));
        }
        if (allErrors)
            throw BaseExceptionGroup.Make(["create_connection failed", new PyList<Any>(errors.Select(static e => (Any)e))]);
        if (errors.Count == 1 || errors.TrueForAll(e => Operators.Str(e) == Operators.Str(errors[0])))
            throw errors[0];
        throw new OSError($"Multiple exceptions: {string.Join(", ", errors.Select(static e => Operators.Str(e)))}");
    }

    /// <summary>Waits for a .NET operation; gives its failure.</summary>
    private static async Coro<SocketException?> Finish(EventLoop loop, Task operation)
    {
        var done = new Future(loop);
        _ = operation.ContinueWith(_ => loop.CallSoonThreadsafe(() => done.TrySetResult(Any.None)), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await done;
        return operation.Exception?.InnerException as SocketException;
    }

    private static async Coro<SocketTransport> Start(EventLoop loop, Socket socket, Any protocol)
    {
        var ready = new Future(loop);
        var transport = new SocketTransport(loop, socket, protocol, ready);
        await ready;
        return transport;
    }

    private static async Coro<SocketTransport> ConnectUnix(EventLoop loop, Any protocol, Any path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var name = FileErrors.PathOf(path);
        if (!File.Exists(name))
            throw OSError.Create(2, "No such file or directory");
        if (await Finish(loop, socket.ConnectAsync(new UnixDomainSocketEndPoint(name))) is { } error)
            throw SocketErrors.Of(error);
        return await Start(loop, socket, protocol);
    }

    private static Any Serve(EventLoop loop, Func<Any> factory, Any host, Any port, Any given, Any ssl, Any start)
    {
        CheckTls(ssl);
        var sockets = new List<Socket>();
        if (!given.IsNone)
        {
            sockets.Add(((PySocket)given.Ref!).Socket);
        }
        else
        {
            var hosts = host.Ref is PyList or PyTuple ? Operators.ToList(host).Select(Lib.Optional) : [Lib.Optional(host)];
            foreach (var address in hosts.SelectMany(static h => Addresses.Resolve(h, passive: true)).Distinct())
                sockets.Add(Bind(new IPEndPoint(address, port.IsNone ? 0 : (int)Lib.Int(port))));
        }
        return Listen(loop, sockets, factory, start);
    }

    private static Socket Bind(IPEndPoint address)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.Bind(address);
            return socket;
        }
        catch (SocketException error)
        {
            socket.Dispose();
            throw SocketErrors.Of(error, $"error while attempting to bind on address {Addresses.Text(address)}: {SocketErrors.Message(error).ToLowerInvariant()}");
        }
    }

    private static AsyncServer Listen(EventLoop loop, IEnumerable<Socket> sockets, Func<Any> factory, Any start)
    {
        var server = new AsyncServer(loop, sockets, factory);
        if (start.Truth)
            server.Start();
        return server;
    }

    private static Any ServeUnix(EventLoop loop, Func<Any> factory, Any path, Any ssl, Any start)
    {
        CheckTls(ssl);
        var name = FileErrors.PathOf(path);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            File.Delete(name);
            socket.Bind(new UnixDomainSocketEndPoint(name));
        }
        catch (SocketException error)
        {
            socket.Dispose();
            throw SocketErrors.Of(error);
        }
        return Listen(loop, [socket], factory, start);
    }
}

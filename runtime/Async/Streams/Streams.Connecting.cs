using System.Net;
using System.Net.Sockets;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>How connections are made.</summary>
internal static partial class Streams
{
    private static Func<Any> StreamFactory(Any connected, Any limit)
        => () => StreamProtocol.Of(new AsyncStreamReader().Initialise(Lib.Int(limit), EventLoop.Running), connected, EventLoop.Running);

    private static async Coro<Any> Open(EventLoop loop, Any limit, Any[] tls, Func<Coro<Socket>> connect)
    {
        CheckTls(tls);
        var reader = new AsyncStreamReader().Initialise(Lib.Int(limit), loop);
        var protocol = StreamProtocol.Of(reader, Any.None, loop);
        var transport = await Start(loop, await connect(), protocol);
        return PyTuple.Of(reader, new AsyncStreamWriter().Initialise(transport, protocol, reader));
    }

    private static async Coro<Any> Connected(EventLoop loop, Any factory, Any[] tls, Func<Coro<Socket>> connect)
    {
        CheckTls(tls);
        var socket = await connect();
        var protocol = factory.Call();
        return PyTuple.Of(await Start(loop, socket, protocol), protocol);
    }

    private static async Coro<SocketTransport> Start(EventLoop loop, Socket socket, Any protocol)
    {
        var ready = new Future(loop);
        var transport = new SocketTransport(loop, socket, protocol, ready);
        try
        {
            await ready;
        }
        catch (BaseException)
        {
            transport.Close();
            throw;
        }
        return transport;
    }

    /// <summary>A socket that the program has made.</summary>
    /// <exception cref="ValueError">It is none for streams.</exception>
    private static Socket StreamSocket(Any given) => given.Ref is PySocket { Socket.SocketType: SocketType.Stream } own ? own.Socket
        : throw new ValueError($"A Stream Socket was expected, got {Operators.Repr(given)}");

    private static async Coro<Socket> Connect(EventLoop loop, Any host, Any port, Any given, Any local, Any allErrors)
    {
        if (!given.IsNone)
        {
            if (!host.IsNone || !port.IsNone)
                throw new ValueError("host/port and sock can not be specified at the same time");
            return StreamSocket(given);
        }
        if (host.IsNone && port.IsNone)
            throw new ValueError("host and port was not specified and no sock specified");
        var addresses = await Resolve(loop, host, port, passive: false);
        var locals = local.IsNone ? null : await Resolve(loop, local[0], local[1], passive: false);
        return await ConnectAny(loop, addresses, locals, allErrors.Truth);
    }

    /// <summary>The addresses of a host; only the system's resolver knows those of names, which a thread asks.</summary>
    private static async Coro<IPEndPoint[]> Resolve(EventLoop loop, Any host, Any port, bool passive)
    {
        var name = host.IsNone ? null : host.Ref is PyBytesBase bytes ? System.Text.Encoding.ASCII.GetString(bytes.Span) : Lib.Text(host);
        var number = port.IsNone ? 0 : port.Ref is string text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : (int)Lib.Int(port);
        if (name is not null && IPAddress.TryParse(name, out var literal))
            return [new IPEndPoint(literal, number)];
        IPAddress[] found = [];
        await (Any)Executors.RunIn(loop, Any.None, () =>
        {
            found = Addresses.Resolve(name, passive: passive);
            return Any.None;
        });
        return [.. found.Select(a => new IPEndPoint(a, number))];
    }

    private static async Coro<Socket> ConnectAny(EventLoop loop, IPEndPoint[] addresses, IPEndPoint[]? locals, bool allErrors)
    {
        var errors = new List<OSError>();
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            var isConnected = false;
            try
            {
                if (locals is not null)
                    BindTo(socket, locals);
                await SocketOperations.ConnectTo(loop, socket, address, Addresses.Text(address));
                isConnected = true;
                return socket;
            }
            catch (OSError error)
            {
                errors.Add(error);
            }
            finally
            {
                if (!isConnected)
                    socket.Dispose();
            }
        }
        if (allErrors)
            throw BaseExceptionGroup.Make(["create_connection failed", new PyList<Any>(errors.Select(static e => (Any)e))]);
        if (errors.Count == 1 || errors.TrueForAll(e => Operators.Str(e) == Operators.Str(errors[0])))
            throw errors[0];
        throw new OSError($"Multiple exceptions: {string.Join(", ", errors.Select(static e => Operators.Str(e)))}");
    }

    private static void BindTo(Socket socket, IPEndPoint[] locals)
    {
        OSError? failure = null;
        foreach (var local in locals.Where(l => l.AddressFamily == socket.AddressFamily))
        {
            try
            {
                socket.Bind(local);
                return;
            }
            catch (SocketException error)
            {
                failure = SocketErrors.Of(error, $"error while attempting to bind on address {Addresses.Text(local)}: {SocketErrors.Message(error).ToLowerInvariant()}");
            }
        }
        throw failure ?? new OSError($"no matching local address with family={Operators.Repr(SocketModule.Family(socket.AddressFamily))} found");
    }

    private static async Coro<Socket> ConnectUnix(EventLoop loop, Any path, Any given)
    {
        if (!given.IsNone)
        {
            if (!path.IsNone)
                throw new ValueError("path and sock can not be specified at the same time");
            return given.Ref is PySocket { Socket: { AddressFamily: AddressFamily.Unix, SocketType: SocketType.Stream } own } ? own : throw new ValueError($"A UNIX Domain Stream Socket was expected, got {Operators.Repr(given)}");
        }
        if (path.IsNone)
            throw new ValueError("no path and sock were specified");
        var name = FileErrors.PathOf(path);
        if (!File.Exists(name))
            throw OSError.Create(2, "No such file or directory");
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { Blocking = false };
        try
        {
            await SocketOperations.ConnectTo(loop, socket, new UnixDomainSocketEndPoint(name), Operators.Repr(path));
            return socket;
        }
        catch (BaseException)
        {
            socket.Dispose();
            throw;
        }
    }
}

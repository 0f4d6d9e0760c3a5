using System.Net;
using System.Net.Sockets;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>How servers are made.</summary>
internal static partial class Streams
{
    private const uint FileKind = 0xf000, SocketKind = 0xc000;

    /// <param name="loop">The server's loop.</param>
    /// <param name="factory">Makes the protocol of a connection.</param>
    /// <param name="host">A host, or several.</param>
    /// <param name="port">The port; 0 and None let the system choose.</param>
    /// <param name="options"><c>sock</c> and what comes after it.</param>
    private static async Coro<Any> Serve(EventLoop loop, Func<Any> factory, Any host, Any port, Any[] options)
    {
        var (given, backlog, ssl, starts) = (options[0], (int)Lib.Int(options[1]), options[2], options[8].Truth);
        CheckServerTls(ssl, options[6], options[7]);
        var sockets = new List<Socket>();
        if (!host.IsNone || !port.IsNone)
        {
            if (!given.IsNone)
                throw new ValueError("host/port and sock can not be specified at the same time");
            // A task for each host, as asyncio has it.
            Any[] hosts = host.Ref is "" ? [Any.None] : host.IsNone || host.Ref is string ? [host] : [.. Operators.ToList(host)];
            var found = new IPEndPoint[hosts.Length][];
            await (Any)AsyncIO.GatherFuture(loop, [.. hosts.Select((one, i) => (Any)Coroutine.Of("_create_server_getaddrinfo", "BaseEventLoop._create_server_getaddrinfo", async () =>
            {
                found[i] = await Resolve(loop, one, port, passive: true);
                return Any.None;
            }))], false);
            try
            {
                foreach (var address in found.SelectMany(static f => f).Distinct())
                    sockets.Add(Bind(address, options[3].IsNone ? !OperatingSystem.IsWindows() : options[3].Truth, options[4].Truth, options[5].Truth));
            }
            catch (BaseException)
            {
                sockets.ForEach(static s => s.Dispose());
                throw;
            }
        }
        else
        {
            sockets.Add(StreamSocket(given.IsNone ? throw new ValueError("Neither host/port nor sock were specified") : given));
        }
        return await Listen(loop, sockets, factory, backlog, starts);
    }

    private static Socket Bind(IPEndPoint address, bool reusesAddress, bool reusesPort, bool keepsAlive)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            SocketOptions.ForServer(socket, reusesAddress, reusesPort, keepsAlive);
            socket.Bind(address);
            return socket;
        }
        catch (SocketException error)
        {
            socket.Dispose();
            throw SocketErrors.Of(error, $"error while attempting to bind on address {Addresses.Text(address)}: {Operators.Str(SocketErrors.Of(error)).ToLowerInvariant()}");
        }
    }

    private static async Coro<Any> Listen(EventLoop loop, IEnumerable<Socket> sockets, Func<Any> factory, int backlog, bool starts)
    {
        var server = new AsyncServer(loop, sockets, factory, backlog);
        if (starts)
        {
            server.Start();
            // Whoever waits for connections has its turn first.
            await AsyncIO.Sleep(0);
        }
        if (loop.Debug)
            AsyncLog.Info("%r is serving", server);
        return server;
    }

    /// <param name="options"><c>sock</c> and what comes after it.</param>
    private static async Coro<Any> ServeUnix(EventLoop loop, Func<Any> factory, Any path, Any[] options)
    {
        var (given, backlog, ssl, starts) = (options[0], (int)Lib.Int(options[1]), options[2], options[5].Truth);
        CheckServerTls(ssl, options[3], options[4]);
        if (!given.IsNone)
        {
            if (!path.IsNone)
                throw new ValueError("path and sock can not be specified at the same time");
            return await Listen(loop, [given.Ref is PySocket { Socket: { AddressFamily: AddressFamily.Unix, SocketType: SocketType.Stream } own } ? own
                : throw new ValueError($"A UNIX Domain Stream Socket was expected, got {Operators.Repr(given)}")], factory, backlog, starts);
        }
        if (path.IsNone)
            throw new ValueError("path was not specified, and no sock specified");
        var name = FileErrors.PathOf(path);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            // What an ended server has left makes room; other files stay.
            if (FileStatus.Read(name) is { Mode: var mode } && (mode & FileKind) == SocketKind)
                File.Delete(name);
            socket.Bind(new UnixDomainSocketEndPoint(name));
        }
        catch (SocketException error)
        {
            socket.Dispose();
            // .NET calls a folder that is not there an address that is not available.
            throw error.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => OSError.Create(98, $"Address {Operators.Repr(name)} is already in use"),
                SocketError.AddressNotAvailable => OSError.Create(2, ErrnoModule.Text(2)),
                _ => SocketErrors.Of(error),
            };
        }
        return await Listen(loop, [socket], factory, backlog, starts);
    }
}

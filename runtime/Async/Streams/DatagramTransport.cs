using System.Net;
using System.Net.Sockets;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>One end of a UDP conversation. See <see href="https://docs.python.org/3.13/library/asyncio-protocol.html#datagram-transports">datagram transports</see>.</summary>
internal sealed class DatagramTransport : LibraryObject
{
    private const int ReadSize = 256 * 1024;

    private const string Options = "self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0, flags=0, reuse_port=None, allow_broadcast=None, sock=None";

    public static readonly PyType Type = PyType.Emitted("_SelectorDatagramTransport", "asyncio.selector_events", Protocols.DatagramTransport)
        .Method("get_extra_info", "self, name, default=None", static (self, name, fallback) => Self(self).Extra(name, fallback))
        .Method("is_closing", static self => Self(self)._closing)
        .Action("close", static self => Self(self).Close(null))
        .Action("abort", static self => Self(self).Close(null))
        .Action("set_protocol", "self, protocol", static a => Self(a[0])._protocol = a[1])
        .Method("get_protocol", static self => Self(self)._protocol)
        .Method("get_write_buffer_size", static _ => 0)
        .Action("sendto", "self, data, addr=None", static a => Self(a[0]).Send(a[1], a[2]));

    private readonly EventLoop _loop;
    private readonly Socket _socket;
    private readonly EndPoint? _remote;
    private readonly byte[] _input = new byte[ReadSize];
    private Any _protocol;
    private bool _isReading;
    private bool _closing;

    private DatagramTransport(EventLoop loop, Socket socket, EndPoint? remote, Any protocol, Future ready)
    {
        (_loop, _socket, _remote, _protocol) = (loop, socket, remote, protocol);
        loop.CallSoon(() => _protocol.Invoke("connection_made", this));
        loop.CallSoon(Read);
        loop.CallSoon(() => ready.TrySetResult(Any.None));
    }

    private protected override PyType NativeClass => Type;

    private static DatagramTransport Self(Any o) => (DatagramTransport)o.Ref!;

    /// <summary>Declares <c>loop.create_datagram_endpoint</c>.</summary>
    public static void Declare(PyType type) => type.AsyncMethod("create_datagram_endpoint", Options, static a => Open((EventLoop)a[0].Ref!, a[1], a[2], a[3], (int)Lib.Int(a[4]), a[8].Truth, a[9]));

    private static async Coro<Any> Open(EventLoop loop, Any factory, Any local, Any remote, int family, bool broadcasts, Any given)
    {
        Socket socket;
        EndPoint? to = null;
        if (!given.IsNone)
        {
            if (local.Truth || remote.Truth || family != 0)
                throw new ValueError("socket modifier keyword arguments can not be used when sock is specified.");
            socket = ((PySocket)given.Ref!).Socket;
            to = socket.Connected ? socket.RemoteEndPoint : null;
        }
        else
        {
            if (family == 0 && local.IsNone && remote.IsNone)
                throw new ValueError("unexpected address family");
            foreach (var address in (Any[])[local, remote])
                if (!address.IsNone && address.Ref is not PyTuple { Count: >= 2 })
                    throw new TypeError("2-tuple is expected");
            socket = Make(local, remote, family, broadcasts, out to);
        }
        var protocol = factory.Call();
        var ready = new Future(loop);
        var transport = new DatagramTransport(loop, socket, to, protocol, ready);
        await ready;
        return PyTuple.Of(transport, protocol);
    }

    private static Socket Make(Any local, Any remote, int family, bool broadcasts, out EndPoint? to)
    {
        var named = local.IsNone ? remote : local;
        var kind = family != 0 || named.IsNone ? SocketModule.Family(family) : Addresses.Resolve(Lib.Optional(named[0]), passive: !local.IsNone)[0].AddressFamily;
        var socket = new Socket(kind, SocketType.Dgram, ProtocolType.Udp) { EnableBroadcast = broadcasts };
        try
        {
            if (!local.IsNone)
                socket.Bind(Addresses.FromPython(local, kind));
            to = remote.IsNone ? null : Addresses.FromPython(remote, kind);
            if (to is not null)
                socket.Connect(to);
            return socket;
        }
        catch (SocketException error)
        {
            socket.Dispose();
            throw SocketErrors.Of(error);
        }
    }

    private Any Extra(Any name, Any fallback) => name.Ref switch
    {
        "sockname" when !_closing => Addresses.ToPython(_socket.LocalEndPoint),
        "peername" => _remote is null ? fallback : Addresses.ToPython(_remote),
        "socket" => PySocket.OfTransport(_socket),
        _ => fallback,
    };

    private void Send(Any data, Any address)
    {
        if (data.Ref is not (PyBytesBase or PyMemoryView))
            throw new TypeError($"data argument must be a bytes-like object, not {Operators.Repr(PyType.Of(data).Name)}");
        var target = address.Truth ? Addresses.FromPython(address, _socket.AddressFamily) : null;
        if (_remote is not null && target is not null && !target.Equals(_remote))
            throw new ValueError($"Invalid address: must be None or {Operators.Repr(Addresses.ToPython(_remote))}");
        if (_closing)
            return;
        try
        {
            var bytes = Buffers.Of(data);
            _ = _remote is not null ? _socket.Send(bytes) : _socket.SendTo(bytes, SocketFlags.None, target ?? throw new TypeError("sendto requires an address"));
        }
        catch (SocketException error)
        {
            _protocol.Invoke("error_received", SocketErrors.Of(error));
        }
        // A socket that was bound to nothing has its address from now on.
        Read();
    }

    private void Read()
    {
        if (_isReading || _closing || _socket.LocalEndPoint is null)
            return;
        _isReading = true;
        _ = ReadAsync();
    }

    private async Task ReadAsync()
    {
        var any = new IPEndPoint(_socket.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0);
        try
        {
            var got = await _socket.ReceiveFromAsync(_input.AsMemory(), SocketFlags.None, any).ConfigureAwait(false);
            var data = new PyBytes(_input.AsSpan(0, got.ReceivedBytes));
            _loop.TryCallSoonThreadsafe(() => Received("datagram_received", data, Addresses.ToPython(got.RemoteEndPoint)));
        }
        catch (SocketException error)
        {
            _loop.TryCallSoonThreadsafe(() => Received("error_received", SocketErrors.Of(error)));
        }
        catch (ObjectDisposedException)
        {
            // It was closed meanwhile.
        }
    }

    private void Received(string method, params Any[] what)
    {
        _isReading = false;
        if (_closing)
            return;
        try
        {
            _protocol.Invoke(method, new Arguments(what));
        }
        finally
        {
            Read();
        }
    }

    private void Close(BaseException? error)
    {
        if (_closing)
            return;
        _closing = true;
        _loop.CallSoon(() =>
        {
            try
            {
                _protocol.Invoke("connection_lost", error);
            }
            finally
            {
                _socket.Dispose();
            }
        });
    }
}

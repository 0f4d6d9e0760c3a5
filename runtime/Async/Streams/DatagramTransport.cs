using System.Net;
using System.Net.Sockets;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>One end of a UDP conversation. See <see href="https://docs.python.org/3.13/library/asyncio-protocol.html#datagram-transports">datagram transports</see>.</summary>
internal sealed class DatagramTransport : SelectorTransport
{
    private const int HeaderSize = 8;

    private const string Options = "self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0, flags=0, reuse_port=None, allow_broadcast=None, sock=None";

    public static new readonly PyType Type = PyType.Emitted("_SelectorDatagramTransport", "asyncio.selector_events", SelectorTransport.Type, Protocols.DatagramTransport)
        .Action("sendto", "self, data, addr=None", static a => Self(a[0]).Send(a[1], a[2]));

    private readonly Queue<(byte[] Data, Any Address)> _output = new();
    private readonly Any _remote;
    private long _pending;

    private DatagramTransport(EventLoop loop, Socket socket, Any remote, Any protocol, Future ready)
        : base(loop, socket, protocol, null)
    {
        _remote = remote;
        Begin(ready);
    }

    private protected override PyType NativeClass => Type;

    private protected override long BufferSize => _pending;

    private protected override bool IsWritten => _output.Count == 0;

    private protected override void DropOutput()
    {
        _output.Clear();
        _pending = 0;
    }

    private static DatagramTransport Self(Any o) => (DatagramTransport)o.Ref!;

    /// <summary>Declares <c>loop.create_datagram_endpoint</c>.</summary>
    public static void Declare(PyType type) => type.AsyncMethod("create_datagram_endpoint", Options, static a => Open((EventLoop)a[0].Ref!, a[1], a[2], a[3], (int)Lib.Int(a[4]), a[8].Truth, a[9]));

    private static async Coro<Any> Open(EventLoop loop, Any factory, Any local, Any remote, int family, bool broadcasts, Any given)
    {
        Socket socket;
        Any to = Any.None;
        if (!given.IsNone)
        {
            if (local.Truth || remote.Truth || family != 0)
                throw new ValueError("socket modifier keyword arguments can not be used when sock is specified.");
            socket = ((PySocket)given.Ref!).Socket;
            if (socket.SocketType == SocketType.Stream)
                throw new ValueError($"A datagram socket was expected, got {Operators.Repr(given)}");
        }
        else
        {
            if (family == 0 && local.IsNone && remote.IsNone)
                throw new ValueError("unexpected address family");
            var isUnix = SocketModule.Family(family) == AddressFamily.Unix;
            foreach (var address in (Any[])[local, remote])
                if (!address.IsNone && !isUnix && address.Ref is not PyTuple { Count: >= 2 })
                    throw new TypeError("2-tuple is expected");
            socket = Make(local, remote, family, broadcasts, out var end);
            to = end is null ? Any.None : Addresses.ToPython(end);
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
        var socket = new Socket(kind, SocketType.Dgram, kind == AddressFamily.Unix ? ProtocolType.Unspecified : ProtocolType.Udp);
        try
        {
            if (broadcasts)
                socket.EnableBroadcast = true;
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

    private protected override void ReadReady()
    {
        if (Losses > 0)
            return;
        EndPoint none = Socket.AddressFamily == AddressFamily.Unix ? new UnixDomainSocketEndPoint("/")
            : new IPEndPoint(Socket.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0);
        var from = none;
        int count;
        try
        {
            count = Socket.ReceiveFrom(Input, ref from);
        }
        catch (SocketException error)
        {
            if (!IsLater(error.SocketErrorCode))
                Protocol.Invoke("error_received", SocketErrors.Of(error));
            return;
        }
        Protocol.Invoke("datagram_received", new PyBytes(Input.AsSpan(0, count)), ReferenceEquals(from, none) && Socket.AddressFamily == AddressFamily.Unix ? Any.None : Addresses.ToPython(from));
    }

    private void Send(Any data, Any address)
    {
        if (data.Ref is not (PyBytesBase or PyMemoryView))
            throw new TypeError($"data argument must be a bytes-like object, not {Operators.Repr(PyType.Of(data).Name)}");
        if (_remote.Truth)
        {
            if (!address.IsNone && address != _remote)
                throw new ValueError($"Invalid address: must be None or {Operators.Str(_remote)}");
            address = _remote;
            if (IsLostOnWrite())
                return;
        }
        var bytes = Buffers.Of(data).ToArray();
        if (_output.Count == 0 && Send(bytes, address))
            return;
        if (_output.Count == 0)
            Loop.Watch(Number, true, WriteReady);
        _output.Enqueue((bytes, address));
        _pending += bytes.Length + HeaderSize;
        PauseIfFull();
    }

    /// <summary>Sends at once; false where there is no room yet.</summary>
    private bool Send(byte[] data, Any address)
    {
        try
        {
            _ = Extra["peername"].Truth ? Socket.Send(data) : Socket.SendTo(data, Addresses.FromPython(address, Socket.AddressFamily));
        }
        catch (SocketException error) when (IsLater(error.SocketErrorCode))
        {
            return false;
        }
        catch (SocketException error)
        {
            Protocol.Invoke("error_received", SocketErrors.Of(error));
        }
        catch (BaseException error) when (error is not (SystemExit or KeyboardInterrupt))
        {
            Fail(error, "Fatal write error on datagram transport");
        }
        return true;
    }

    private void WriteReady()
    {
        while (_output.TryPeek(out var next) && Send(next.Data, next.Address))
        {
            _output.Dequeue();
            _pending -= next.Data.Length + HeaderSize;
        }
        ResumeIfEmptied();
        if (_output.Count > 0)
            return;
        Loop.Unwatch(Number, true);
        if (IsClosing)
            Lost(null);
    }
}

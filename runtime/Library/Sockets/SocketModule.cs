using System.Net;
using System.Net.Sockets;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>A socket. See <see href="https://docs.python.org/3.13/library/socket.html#socket-objects">socket objects</see>.</summary>
internal sealed partial class PySocket : LibraryObject
{
    public static readonly PyType Type = Declare(PythonClass.Declare("socket", "socket", static () => new PySocket(null!)));

    private double? _timeout;
    private bool _isClosed;

    public PySocket(Socket socket) => Socket = socket;

    private protected override PyType NativeClass => _isTransport ? TransportType : Type;

    public Socket Socket { get; private set; }

    private static PySocket Self(Any o) => (PySocket)o.Ref!;

    private static PyType Declare(PyType type)
    {
        Connections(type);
        Data(type);
        return type
            .Action("__init__", "self, family=-1, type=-1, proto=-1, fileno=None", static a => Self(a[0]).Initialise((int)Lib.Int(a[1]), (int)Lib.Int(a[2])))
            .Method("__enter__", static self => self)
            .Action("__exit__", "self, *args", static a => Self(a[0]).Close())
            .Action("close", static self => Self(self).Close())
            .Method("makefile", "self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None", MakeFile)
            .Method("dup", static self => Self(self).Duplicate())
            .Method("get_inheritable", static self => Modules.Import("os").Get("get_inheritable").Call(Self(self).Number))
            .Method("detach", static self => Self(self).Number)
            .Method("fileno", static self => Self(self).Number)
            .Method("getsockname", static self => Addresses.ToPython(Self(self).Guard(static s => s.LocalEndPoint)))
            .Method("getpeername", static self => Addresses.ToPython(Self(self).Guard(static s => s.RemoteEndPoint ?? throw new SocketException((int)SocketError.NotConnected))))
            .Action("settimeout", "self, value", static a => Self(a[0]).SetTimeout(a[1]))
            .Method("gettimeout", static self => Self(self)._timeout is { } t ? t : Any.None)
            .Action("setblocking", "self, flag", static a => Self(a[0]).SetTimeout(a[1].Truth ? Any.None : 0.0))
            .Method("getblocking", static self => Self(self)._timeout is not 0)
            .Action("setsockopt", "self, level, optname, value, optlen=None", static a => Self(a[0]).Guard(s => Lib.Do(() => SocketOptions.Set(s, (int)Lib.Int(a[1]), (int)Lib.Int(a[2]), a[3]))))
            .Method("getsockopt", "self, level, optname, buflen=0", static a => Self(a[0]).Guard(s => SocketOptions.Get(s, (int)Lib.Int(a[1]), (int)Lib.Int(a[2]), (int)Lib.Int(a[3]))))
            .Property("family", static self => SocketModule.Family(Self(self).Socket.AddressFamily))
            .Property("type", static self => SocketModule.Kind(Self(self).Socket.SocketType))
            .Property("proto", static self => Self(self).Protocol)
            .Method("__repr__", static self => Self(self).Describe());
    }

    private static void Connections(PyType type) => type
        .Action("bind", "self, address, /", static a => Self(a[0]).Guard(s =>
        {
            s.Bind(Addresses.FromPython(a[1], s.AddressFamily));
            return 0;
        }))
        .Action("listen", "self, backlog=128, /", static a => Self(a[0]).Guard(s =>
        {
            s.Listen((int)Lib.Int(a[1]));
            return 0;
        }))
        .Method("accept", static self =>
        {
            var client = Self(self).Wait(static s => s.Accept(), SelectMode.SelectRead);
            return PyTuple.Of(new PySocket(client), Addresses.ToPython(client.RemoteEndPoint));
        })
        .Action("connect", "self, address, /", static a => Self(a[0]).Connect(a[1]))
        .Method("connect_ex", "self, address, /", static (self, address) =>
        {
            try
            {
                Self(self).Connect(address);
                return 0;
            }
            catch (OSError error) when (!error.Errno.IsNone)
            {
                return error.Errno;
            }
        })
        .Action("shutdown", "self, how, /", static a => Self(a[0]).Guard(s =>
        {
            s.Shutdown((SocketShutdown)(int)Lib.Int(a[1]));
            return 0;
        }));

    private static void Data(PyType type) => type
        .Method("send", "self, data, flags=0, /", static (self, data, _) => Self(self).Send(Buffers.Of(data).ToArray()))
        .Action("sendall", "self, data, flags=0, /", static a =>
        {
            var data = Buffers.Of(a[1]).ToArray();
            for (var sent = 0; sent < data.Length;)
                sent += Self(a[0]).Send(data[sent..]);
        })
        .Method("sendto", "self, data, address, /", static (self, data, address) => Self(self).Guard(s => s.SendTo(Buffers.Of(data).ToArray(), Addresses.FromPython(address, s.AddressFamily))))
        .Method("recv", "self, bufsize, flags=0, /", static (self, size, _) => Self(self).Receive((int)Lib.Int(size)))
        .Method("recv_into", "self, buffer, nbytes=0, flags=0", static a =>
        {
            var data = Self(a[0]).Receive((int)(a[2].Truth ? Lib.Int(a[2]) : Operators.Len(a[1])));
            a[1].SetItem(new PySlice(0, data.Count, Any.None), data);
            return data.Count;
        })
        .Method("recvfrom", "self, bufsize, flags=0, /", static (self, size, _) => Self(self).ReceiveFrom((int)Lib.Int(size)));

    private void Initialise(int family, int kind)
    {
        Socket = new Socket(SocketModule.Family(family), kind == 2 ? SocketType.Dgram : SocketType.Stream, ProtocolType.Unspecified);
        SetTimeout(SocketModule.DefaultTimeout);
    }

    /// <summary>Another socket object for the same connection.</summary>
    private PySocket Duplicate()
    {
        var handle = new SafeSocketHandle((nint)(long)Lib.Int(Modules.Import("os").Get("dup").Call(Number)), ownsHandle: true);
        return new PySocket(new Socket(handle)) { _timeout = _timeout };
    }

    private long Number => _isClosed ? -1 : (long)Socket.Handle;

    private void SetTimeout(Any value)
    {
        _timeout = value.IsNone ? null : Lib.Real(value);
        if (_timeout < 0)
            throw new ValueError("Timeout value out of range");
        Guard(s => s.Blocking = _timeout is not 0);
    }

    private T Guard<T>(Func<Socket, T> action)
    {
        try
        {
            return action(Socket);
        }
        catch (SocketException error)
        {
            throw SocketErrors.Of(error);
        }
        catch (ObjectDisposedException)
        {
            throw OSError.Create(9, "Bad file descriptor");
        }
    }

    /// <summary>An operation that may have to wait, without the interpreter's lock.</summary>
    private T Wait<T>(Func<Socket, T> action, SelectMode mode) => Guard(socket => Gil.Without(() =>
    {
        if (_timeout is > 0 and var seconds && !socket.Poll(TimeSpan.FromSeconds(seconds), mode))
            throw new TimeoutError("timed out");
        return action(socket);
    }));

    private void Connect(Any address) => Wait(s =>
    {
        s.Connect(Addresses.FromPython(address, s.AddressFamily));
        return 0;
    }, SelectMode.SelectWrite);

    private int Send(byte[] data) => Wait(s => s.Send(data), SelectMode.SelectWrite);

    private PyBytes Receive(int size)
    {
        var buffer = new byte[size];
        var count = Wait(s => s.Receive(buffer), SelectMode.SelectRead);
        return new PyBytes(buffer.AsSpan(0, count));
    }

    private PyTuple ReceiveFrom(int size)
    {
        var buffer = new byte[size];
        // What a socket of this machine without a name sent leaves the address as it is.
        EndPoint none = Socket.AddressFamily == AddressFamily.Unix ? new UnixDomainSocketEndPoint("/") : new IPEndPoint(IPAddress.Any, 0);
        var from = none;
        var count = Wait(s => s.ReceiveFrom(buffer, ref from), SelectMode.SelectRead);
        return PyTuple.Of(new PyBytes(buffer.AsSpan(0, count)), ReferenceEquals(from, none) && Socket.AddressFamily == AddressFamily.Unix ? Any.None : Addresses.ToPython(from));
    }
}

/// <summary>The module <see href="https://docs.python.org/3.13/library/socket.html">socket</see>.</summary>
internal static partial class SocketModule
{
    private static readonly Any s_families = Enumeration("AddressFamily", ("AF_UNSPEC", 0), ("AF_UNIX", 1), ("AF_INET", 2), ("AF_INET6", 10));
    private static readonly Any s_kinds = Enumeration("SocketKind", ("SOCK_STREAM", 1), ("SOCK_DGRAM", 2), ("SOCK_RAW", 3), ("SOCK_NONBLOCK", 2048), ("SOCK_CLOEXEC", 524288));

    private static Any Enumeration(string name, params (string Name, int Value)[] members)
    {
        var items = new PyDict<Any, Any>();
        foreach (var (member, value) in members)
            items[member] = value;
        return Modules.Import("enum").Get("IntEnum").Call(new Arguments { name, items, { "module", "socket" } });
    }

    public static Any Family(AddressFamily family) => s_families.Call(family switch { AddressFamily.Unix => 1, AddressFamily.InterNetworkV6 => 10, _ => 2 });

    public static AddressFamily Family(int family) => family switch { 1 => AddressFamily.Unix, 10 => AddressFamily.InterNetworkV6, _ => AddressFamily.InterNetwork };

    public static Any Kind(SocketType kind) => s_kinds.Call(kind == SocketType.Dgram ? 2 : 1);

    public static PyModule Build()
    {
        var module = new PyModule("socket");
        module.Type(PySocket.Type).Type(PySocket.RawFile).Value("SocketType", PySocket.Type).Value("error", OSError.Type).Value("timeout", TimeoutError.Type).Type(SocketTypes.AddressError)
            .Value("herror", PyType.Exception("herror", OSError.Type, static args => new OSError(args), "socket"))
            .Value("AddressFamily", s_families).Value("SocketKind", s_kinds).Value("has_ipv6", Socket.OSSupportsIPv6);
        foreach (var name in (string[])["AF_UNSPEC", "AF_UNIX", "AF_INET", "AF_INET6"])
            module.Value(name, s_families.Get(name));
        foreach (var name in (string[])["SOCK_STREAM", "SOCK_DGRAM", "SOCK_RAW", "SOCK_NONBLOCK", "SOCK_CLOEXEC"])
            module.Value(name, s_kinds.Get(name));
        foreach (var (name, value) in ((string, int)[])[("SOL_SOCKET", 1), ("SO_REUSEADDR", 2), ("SO_BROADCAST", 6), ("SO_SNDBUF", 7), ("SO_RCVBUF", 8), ("SO_KEEPALIVE", 9), ("SO_REUSEPORT", 15),
            ("IPPROTO_TCP", 6), ("IPPROTO_UDP", 17), ("IPPROTO_IP", 0), ("IPPROTO_IPV6", 41), ("TCP_NODELAY", 1), ("SHUT_RD", 0), ("SHUT_WR", 1), ("SHUT_RDWR", 2), ("SOMAXCONN", 4096), ("AI_PASSIVE", 1),
            ("EAI_NONAME", -2), ("INADDR_ANY", 0)])
            module.Value(name, value);
        return Functions(module);
    }

    private static PyModule Functions(PyModule module) => PackedAddresses.Declare(module)
        .Python("socketpair", "family=None, type=1, proto=0", static _ => Pair())
        .Python("create_connection", "address, timeout=, source_address=None, *, all_errors=False", static a => Connect(a[0], Operators.Is(a[1], UnsetTimeout) ? DefaultTimeout : a[1], a[2]), UnsetTimeout)
        .Python("getdefaulttimeout", "", static _ => DefaultTimeout).Python("setdefaulttimeout", "timeout, /", static a => SetDefaultTimeout(a[0]))
        .Value("_GLOBAL_DEFAULT_TIMEOUT", UnsetTimeout)
        .Python("create_server", "address, *, family=2, backlog=None, reuse_port=False, dualstack_ipv6=False", static a =>
        {
            var server = PySocket.Type.Call(a[1]);
            try
            {
                server.Invoke("setsockopt", 1, 2, 1);
                if (a[3].Truth)
                    server.Invoke("setsockopt", 1, 15, 1);
                server.Invoke("bind", a[0]);
                server.Invoke("listen", a[2].IsNone ? 128 : a[2]);
                return server;
            }
            catch (BaseException)
            {
                server.Invoke("close");
                throw;
            }
        })
        .Python("has_dualstack_ipv6", "", static _ => Socket.OSSupportsIPv6)
        .Python("gethostname", "", static _ => Dns.GetHostName())
        .Python("getfqdn", "name=''", static a => a[0].Truth ? a[0] : Dns.GetHostName())
        .Python("gethostbyname", "hostname", static a => Addresses.Resolve(Lib.Text(a[0]), AddressFamily.InterNetwork)[0].ToString())
        .Python("getaddrinfo", "host, port, family=0, type=0, proto=0, flags=0", static a => AddressInfo(a[0], a[1], a[2], a[3]))
        .Python("getservbyname", "servicename, protocolname=None, /", static a => Services.PortOf(Lib.Text(a[0]), Lib.Optional(a[1])) ?? throw new OSError("service/proto not found"))
        .Python("getservbyport", "port, protocolname=None, /", static a => Services.NameOf((int)Lib.Int(a[0]), Lib.Optional(a[1])) ?? throw new OSError("port/proto not found"))
        .Python("getnameinfo", "sockaddr, flags, /", static a => NameOf(a[0], (int)Lib.Int(a[1])))
        .Python("htons", "x", static (Any[] a) => (long)(ushort)IPAddress.HostToNetworkOrder((short)Lib.Int(a[0])))
        .Python("ntohs", "x", static (Any[] a) => (long)(ushort)IPAddress.NetworkToHostOrder((short)Lib.Int(a[0])))
        .Python("htonl", "x", static (Any[] a) => (long)(uint)IPAddress.HostToNetworkOrder((int)Lib.Int(a[0])))
        .Python("ntohl", "x", static (Any[] a) => (long)(uint)IPAddress.NetworkToHostOrder((int)Lib.Int(a[0])));

    private static Any Pair()
    {
        var path = Path.Combine(Path.GetTempPath(), $"pair-{Guid.NewGuid():N}");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen(1);
        var one = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        one.Connect(new UnixDomainSocketEndPoint(path));
        var other = listener.Accept();
        File.Delete(path);
        return PyTuple.Of(new PySocket(one), new PySocket(other));
    }

    public static Any AddressInfo(Any host, Any port, Any family, Any kind)
    {
        var wanted = Lib.Int(family) == 0 ? AddressFamily.Unspecified : Family((int)Lib.Int(family));
        var result = new PyList<Any>();
        foreach (var address in Addresses.Resolve(Lib.Optional(host), wanted))
            foreach (var (type, protocol) in ((int, int)[])[(1, 6), (2, 17), (3, 0)])
                if (Lib.Int(kind) == 0 || Lib.Int(kind) == type)
                    result.Append(PyTuple.Of(Family(address.AddressFamily), s_kinds.Call(type), protocol, "", Addresses.ToPython(new IPEndPoint(address, port.IsNone ? 0 : (int)Lib.Int(port)))));
        return result;
    }
}

using System.Net.Sockets;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Connections to hosts, and how long sockets wait. See <see href="https://docs.python.org/3.13/library/socket.html#socket.create_connection">create_connection</see>.</summary>
internal static partial class SocketModule
{
    /// <summary>What stands for a limit of time that was not given.</summary>
    public static readonly Any UnsetTimeout = ((Any)PyType.Object).Call();

    /// <summary><c>socket.getdefaulttimeout()</c>: the limit of new sockets.</summary>
    public static Any DefaultTimeout { get; private set; } = Any.None;

    private static Any SetDefaultTimeout(Any value)
    {
        if (!value.IsNone && Lib.Real(value) < 0)
            throw new ValueError("Timeout value out of range");
        DefaultTimeout = value.IsNone ? value : Lib.Real(value);
        return Any.None;
    }

    /// <summary>The host and service of an address; as numbers where the flags say so.</summary>
    private static Any NameOf(Any address, int flags)
    {
        const int NumericHost = 1, NumericService = 2, NameRequired = 8;
        if (address.Ref is not PyTuple { Count: >= 2 } parts)
            throw new TypeError("getnameinfo() argument 1 must be a tuple");
        var (host, port) = (Addresses.Resolve(Lib.Text(parts[0]))[0], Lib.Int(parts[1]));
        var name = host.ToString();
        if ((flags & NumericHost) == 0)
        {
            try
            {
                name = System.Net.Dns.GetHostEntry(host).HostName;
            }
            catch (SocketException) when ((flags & NameRequired) == 0)
            {
                // Hosts without a name are called by their numbers.
            }
        }
        return PyTuple.Of(name, (flags & NumericService) == 0 && Services.NameOf((int)port) is { } service ? service : Operators.Str(port));
    }

    private static Any Connect(Any address, Any timeout, Any source)
    {
        var (host, port) = (Lib.Optional(address[0]), address[1]);
        BaseException? failure = null;
        foreach (var candidate in Addresses.Resolve(host))
        {
            var socket = PySocket.Type.Call(candidate.AddressFamily == AddressFamily.InterNetworkV6 ? 10 : 2, 1);
            try
            {
                socket.Invoke("settimeout", timeout);
                if (source.Truth)
                    socket.Invoke("bind", source);
                socket.Invoke("connect", PyTuple.Of(candidate.ToString(), port));
                return socket;
            }
            catch (OSError error)
            {
                socket.Invoke("close");
                failure = error;
            }
        }
        throw failure ?? new OSError("getaddrinfo returns an empty list");
    }
}

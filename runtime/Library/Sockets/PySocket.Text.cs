using System.Net.Sockets;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>How sockets show themselves; those of asyncio's servers and transports are of a class of their own.</summary>
internal sealed partial class PySocket
{
    public static readonly PyType TransportType = Declare(PythonClass.Declare("TransportSocket", "asyncio.trsock", static () => new PySocket(null!)));

    private bool _isTransport;

    /// <summary>What a server or transport gives for its socket.</summary>
    public static PySocket OfTransport(Socket socket) => new(socket) { _isTransport = true };

    // asyncio's sockets come from getaddrinfo, which names the protocol.
    private int Protocol => !_isTransport || Socket.AddressFamily is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6) ? 0
        : Socket.SocketType == SocketType.Stream ? 6 : 17;

    private string Describe()
    {
        var text = _isTransport ? $"<asyncio.TransportSocket fd={Number}" : $"<socket.socket{(_wantsClose || _isClosed ? " [closed]" : "")} fd={Number}";
        text += $", family={(int)(long)Lib.Int(SocketModule.Family(Socket.AddressFamily))}, type={(int)(long)Lib.Int(SocketModule.Kind(Socket.SocketType))}, proto={Protocol}";
        if (!_isClosed)
            foreach (var (name, address) in ((string, Func<Any>)[])[("laddr", () => Addresses.ToPython(Socket.LocalEndPoint ?? new System.Net.IPEndPoint(Socket.AddressFamily == AddressFamily.InterNetworkV6 ? System.Net.IPAddress.IPv6Any : System.Net.IPAddress.Any, 0))), ("raddr", () => Addresses.ToPython(Socket.RemoteEndPoint))])
                text += Address(name, address);
        return text + ">";
    }

    private static string Address(string name, Func<Any> address)
    {
        try
        {
            return address() is { Truth: true } known ? $", {name}={Operators.Repr(known)}" : "";
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            return "";
        }
    }
}

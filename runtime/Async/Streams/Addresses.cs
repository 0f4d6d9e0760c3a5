using System.Net;
using System.Net.Sockets;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>Addresses of sockets, in Python's form and .NET's.</summary>
internal static class Addresses
{
    public static Any ToPython(EndPoint? address) => address switch
    {
        IPEndPoint { AddressFamily: AddressFamily.InterNetworkV6 } v6 => PyTuple.Of(Plain(v6.Address), v6.Port, 0, v6.Address.ScopeId),
        IPEndPoint v4 => PyTuple.Of(v4.Address.ToString(), v4.Port),
        UnixDomainSocketEndPoint unix => unix.ToString() ?? "",
        _ => "",
    };

    private static string Plain(IPAddress address) => address.ToString().Split('%')[0];

    public static EndPoint FromPython(Any address, AddressFamily family)
    {
        if (family == AddressFamily.Unix)
            return new UnixDomainSocketEndPoint(address.Ref is PyBytesBase b ? System.Text.Encoding.UTF8.GetString(b.Span) : Lib.Text(address));
        if (address.Ref is not PyTuple { Count: >= 2 } parts)
            throw new TypeError($"AF_INET address must be tuple, not {PyType.Of(address).Name}");
        var port = Lib.Int(parts[1]);
        if (port is < 0 or > 65535)
            throw new OverflowError("getsockaddrarg: port must be 0-65535.");
        return new IPEndPoint(Resolve(Lib.Text(parts[0]), family)[0], (int)port);
    }

    /// <summary>The addresses of a host: "" and None mean any, or the local ones.</summary>
    public static IPAddress[] Resolve(string? host, AddressFamily family = AddressFamily.Unspecified, bool passive = false)
    {
        if (string.IsNullOrEmpty(host))
            return passive || host == "" ? family == AddressFamily.InterNetworkV6 ? [IPAddress.IPv6Any] : [IPAddress.Any] : [IPAddress.Loopback];
        if (IPAddress.TryParse(host, out var literal))
            return [literal];
        try
        {
            var found = Dns.GetHostAddresses(host).Where(a => family == AddressFamily.Unspecified || a.AddressFamily == family).Distinct().ToArray();
            if (found.Length > 0)
                return [.. found.Where(static a => a.AddressFamily == AddressFamily.InterNetworkV6 && Socket.OSSupportsIPv6), .. found.Where(static a => a.AddressFamily == AddressFamily.InterNetwork)];
        }
        catch (SocketException)
        {
        }
        throw (BaseException)SocketTypes.AddressError.Call(-2, "Name or service not known").Ref!;
    }

    /// <summary>Seen from Python: a 2-tuple or 4-tuple.</summary>
    public static string Text(IPEndPoint address) => Operators.Repr(ToPython(address));
}

/// <summary>Classes of the module socket that asyncio needs too.</summary>
internal static class SocketTypes
{
    public static readonly PyType AddressError = PyType.Exception("gaierror", OSError.Type, static args => new OSError(args), "socket");
}

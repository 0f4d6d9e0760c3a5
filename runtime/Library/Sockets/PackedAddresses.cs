using System.Net;
using System.Net.Sockets;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>IP addresses as text and as packed bytes: <see href="https://docs.python.org/3.13/library/socket.html#socket.inet_pton">inet_pton</see> and its kin.</summary>
internal static class PackedAddresses
{
    public static PyModule Declare(PyModule module) => module
        .Python("inet_aton", "ip_addr", static a => OldPacked(Lib.Text(a[0])))
        .Python("inet_ntoa", "packed_ip", static a => Buffers.Of(a[0]).Length == 4 ? Unpacked(2, Buffers.Of(a[0])) : throw new OSError("packed IP wrong length for inet_ntoa"))
        .Python("inet_pton", "address_family, ip_string", static a => Packed(Lib.Int(a[0]), Lib.Text(a[1])))
        .Python("inet_ntop", "address_family, packed_ip", static a => Unpacked(Lib.Int(a[0]), Buffers.Of(a[1])));

    private static PyBytes OldPacked(string text)
        => IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork
            ? new PyBytes(address.GetAddressBytes())
            : throw new OSError("illegal IP address string passed to inet_aton");

    private static PyBytes Packed(long family, string text)
    {
        var kind = Family(family);
        var isWhole = kind == AddressFamily.InterNetworkV6 ? !text.Contains('%') && !text.StartsWith('[') : text.Split('.') is { Length: 4 } parts && parts.All(static p => p.Length is > 0 and <= 3 && p.All(char.IsAsciiDigit) && (p.Length == 1 || p[0] != '0'));
        return isWhole && IPAddress.TryParse(text, out var address) && address.AddressFamily == kind
            ? new PyBytes(address.GetAddressBytes())
            : throw new OSError("illegal IP address string passed to inet_pton");
    }

    private static string Unpacked(long family, ReadOnlySpan<byte> packed)
    {
        var length = Family(family) == AddressFamily.InterNetworkV6 ? 16 : 4;
        return packed.Length == length ? new IPAddress(packed).ToString() : throw new ValueError("invalid length of packed IP address string");
    }

    private static AddressFamily Family(long family) => family switch
    {
        2 => AddressFamily.InterNetwork,
        10 => AddressFamily.InterNetworkV6,
        _ => throw OSError.Create(97, "Address family not supported by protocol"),
    };
}

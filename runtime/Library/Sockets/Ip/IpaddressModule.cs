using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Ip;

/// <summary>The module <see href="https://docs.python.org/3.13/library/ipaddress.html">ipaddress</see>.</summary>
internal static class IpaddressModule
{
    private static readonly PyType s_badAddress = PyType.Emitted("AddressValueError", "ipaddress", ValueError.Type);
    private static readonly PyType s_badMask = PyType.Emitted("NetmaskValueError", "ipaddress", ValueError.Type);

    public static BaseException BadAddress(string message) => (BaseException)s_badAddress.Call(message).Ref!;

    public static BaseException BadMask(string message) => (BaseException)s_badMask.Call(message).Ref!;

    public static PyModule Build() => new PyModule("ipaddress")
        .Type(IpAddress.V4Type).Type(IpAddress.V6Type).Type(IpInterface.V4Type).Type(IpInterface.V6Type).Type(IpNetwork.V4Type).Type(IpNetwork.V6Type)
        .Type(s_badAddress).Type(s_badMask).Value("IPV4LENGTH", 32).Value("IPV6LENGTH", 128)
        .Function("ip_address", "address", static (Any[] a) => Either(a[0], "address", IpAddress.V4Type, IpAddress.V6Type, []))
        .Function("ip_interface", "address", static (Any[] a) => Either(a[0], "interface", IpInterface.V4Type, IpInterface.V6Type, []))
        .Function("ip_network", "address, strict=True", static (address, strict) => Either(address, "network", IpNetwork.V4Type, IpNetwork.V6Type, [strict]))
        .Function("v4_int_to_packed", "address", static (Any[] a) => Packed(a[0], false))
        .Function("v6_int_to_packed", "address", static (Any[] a) => Packed(a[0], true))
        .Function("summarize_address_range", "first, last", static (first, last) => Summarise(first, last))
        .Function("collapse_addresses", "addresses", static (Any[] a) => Operators.Iter(new PyTuple([.. Collapsed(a[0])])))
        .Function("get_mixed_type_key", "obj", static (Any[] a) => a[0].Ref switch
        {
            IpNetwork network => PyTuple.Of(network.V6 ? 6 : 4, IpAddress.Of(network.V6, network.First), network.Mask),
            IpAddress address => PyTuple.Of(address.V6 ? 6 : 4, address),
            _ => Any.NotImplemented,
        });

    private static Any Either(Any value, string what, PyType v4, PyType v6, ReadOnlySpan<Any> more)
    {
        foreach (var type in (PyType[])[v4, v6])
        {
            try
            {
                return type.Call(new Arguments([value, .. more]));
            }
            catch (ValueError error) when (error.Class == s_badAddress || error.Class == s_badMask)
            {
            }
        }
        throw new ValueError($"{Operators.Repr(value)} does not appear to be an IPv4 or IPv6 {what}");
    }

    private static Any Packed(Any value, bool v6)
    {
        BigInteger number = Operators.Index(value);
        if (number < 0 || number > (BigInteger)IpText.All(v6))
            throw new ValueError(v6 ? "Address negative or too large for IPv6" : "Address negative or too large for IPv4");
        return PyBytes.Wrap(IpText.Bytes(v6, (UInt128)number));
    }

    private static Any Summarise(Any first, Any last)
    {
        if (first.Ref is not IpAddress a || last.Ref is not IpAddress b)
            throw new TypeError("first and last must be IP addresses, not networks");
        if (a.V6 != b.V6)
            throw new TypeError($"{Operators.Str(first)} and {Operators.Str(last)} are not of the same version");
        if (a.Value > b.Value)
            throw new ValueError("last IP address must be greater than first");
        return Operators.Iter(new PyTuple([.. Range(a.V6, a.Value, b.Value)]));
    }

    /// <summary>The fewest networks that make up a range.</summary>
    private static IEnumerable<Any> Range(bool v6, UInt128 first, UInt128 last)
    {
        while (true)
        {
            var free = first == 0 ? IpText.Bits(v6) : Math.Min(IpText.Bits(v6), (int)UInt128.TrailingZeroCount(first));
            while (free > 0 && (free == 128 ? UInt128.MaxValue : ((UInt128)1 << free) - 1) > last - first)
                free--;
            yield return IpNetwork.Around(v6, first, IpText.Bits(v6) - free);
            var end = first + (free == 128 ? UInt128.MaxValue : ((UInt128)1 << free) - 1);
            if (end >= last)
                yield break;
            first = end + 1;
        }
    }

    private static IEnumerable<Any> Collapsed(Any addresses)
    {
        var ranges = new List<(UInt128 First, UInt128 Last)>();
        Any previous = Any.Unbound;
        var v6 = false;
        foreach (var item in Operators.ToList(addresses))
        {
            var own = item.Ref switch
            {
                IpNetwork n => n.V6,
                IpAddress a => a.V6,
                _ => throw new AttributeError($"'{PyType.Of(item).Name}' object has no attribute '_prefixlen'", "_prefixlen", item),
            };
            if (!previous.IsUnbound && own != v6)
                throw new TypeError($"{Operators.Str(item)} and {Operators.Str(previous)} are not of the same version");
            (previous, v6) = (item, own);
            ranges.Add(item.Ref is IpNetwork network ? (network.First, network.Last) : (((IpAddress)item.Ref).Value, ((IpAddress)item.Ref).Value));
        }
        ranges.Sort();
        for (var i = 0; i < ranges.Count;)
        {
            var (first, last) = ranges[i++];
            for (; i < ranges.Count && (last == IpText.All(v6) || ranges[i].First <= last + 1); i++)
                last = UInt128.Max(last, ranges[i].Last);
            foreach (var network in Range(v6, first, last))
                yield return network;
        }
    }
}

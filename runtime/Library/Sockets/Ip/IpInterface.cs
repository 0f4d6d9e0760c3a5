using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Ip;

/// <summary>An address in its network: <see href="https://docs.python.org/3.13/library/ipaddress.html#interface-objects">IPv4Interface and IPv6Interface</see>.</summary>
internal sealed class IpInterface(bool v6) : IpAddress(v6)
{
    public static readonly new PyType V4Type = CreateType(false);
    public static readonly new PyType V6Type = CreateType(true);

    private IpNetwork _network = null!;

    protected override PyType BuiltinClass => V6 ? V6Type : V4Type;

    private static IpInterface Self(Any o) => (IpInterface)o.Ref!;

    public static bool SameNetwork(IpAddress a, IpAddress b) => CompareNetworks(a, b) == 0;

    public static int CompareNetworks(IpAddress a, IpAddress b)
        => a is IpInterface x && b is IpInterface y ? (x._network.First, x._network.Prefix).CompareTo((y._network.First, y._network.Prefix)) : 0;

    private static PyType CreateType(bool v6)
    {
        var type = PyType.Builtin(v6 ? "IPv6Interface" : "IPv4Interface", v6 ? IpAddress.V6Type : IpAddress.V4Type, "ipaddress");
        return type.New("cls, address", a =>
            {
                var (address, prefix) = IpNetwork.Split(v6, a[1]);
                var made = new IpInterface(v6);
                made.Parse(address);
                made._network = IpNetwork.Around(v6, made.Value, IpNetwork.Length(v6, prefix));
                made.SetClass((PyType)a[0].Ref!);
                return made;
            })
            .Property("ip", static o => Of(Self(o).V6, Self(o).Value))
            .Property("network", static o => Self(o)._network)
            .Property("netmask", static o => Self(o)._network.Mask).Property("hostmask", static o => Self(o)._network.HostMask)
            .Property("with_prefixlen", static o => $"{Self(o).Text}/{Self(o)._network.Prefix}")
            .Property("with_netmask", static o => $"{Self(o).Text}/{Self(o)._network.Mask.Text}")
            .Property("with_hostmask", static o => $"{Self(o).Text}/{Self(o)._network.HostMask.Text}")
            .Method("__hash__", static o => Operators.Hash(PyTuple.Of((System.Numerics.BigInteger)Self(o).Value, Self(o)._network.Prefix, (System.Numerics.BigInteger)Self(o)._network.First)))
            .Method("__str__", static o => $"{Self(o).Text}/{Self(o)._network.Prefix}");
    }
}

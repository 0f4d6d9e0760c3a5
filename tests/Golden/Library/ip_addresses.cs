using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace IpAddresses;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("ip_addresses.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any ipaddress = Modules.Import("ipaddress");
        Any ipAddress = Modules.ImportFrom("ipaddress", "ip_address");
        Any ipNetwork = Modules.ImportFrom("ipaddress", "ip_network");
        Any ipInterface = Modules.ImportFrom("ipaddress", "ip_interface");
        Any iPv4Address = Modules.ImportFrom("ipaddress", "IPv4Address");
        Any iPv4Network = Modules.ImportFrom("ipaddress", "IPv4Network");
        Any iPv6Address = Modules.ImportFrom("ipaddress", "IPv6Address");

        foreach (var text in (PyList<string>)["192.168.0.1", "10.0.0.0", "127.0.0.1", "224.0.0.1", "0.0.0.0", "255.255.255.255", "169.254.1.1", "8.8.8.8", "::1", "2001:db8::1", "fe80::1", "ff02::1", "::ffff:1.2.3.4", "2001:0db8:0000:0000:0000:ff00:0042:8329", "::"])
        {
            Any a = ipAddress.Call(text);
            Print(Repr(a), ToStr(a), a.Get("version"), a.Get("is_private"), a.Get("is_global"), a.Get("is_loopback"), a.Get("is_multicast"), a.Get("is_link_local"), a.Get("is_unspecified"), a.Get("is_reserved"), a.Get("max_prefixlen"));
            Print(Numbers.ToInt(a), a.Get("packed"), a.Get("compressed"), a.Get("exploded"), a.Get("reverse_pointer"), Hash(a) == Hash(ipAddress.Call(text)));
        }
        foreach (var bad in (PyList<Any>)["1.2.3", "256.1.1.1", "1.2.3.4.5", "01.2.3.4", "a.b.c.d", "", "1.2.3.4/24", "::1::2", "12345::", "1:2:3:4:5:6:7:8:9", ":1", "g::", "1.2..3", -1, PyInt.Pow((PyInt)2, 128), Any.None, 3.5, PyBytes.FromLatin1("abcd"), PyBytes.FromLatin1("abc")])
        {
            try
            {
                Print(Repr(ipAddress.Call(bad)));
            }
            catch (ValueError e)
            {
                Print(bad, "->", PyType.Of(e).Name, e);
            }
            foreach (var cls in new Any[] { iPv4Address, iPv6Address })
            {
                try
                {
                    Print(Repr(cls.Call(bad)));
                }
                catch (PyException e)
                {
                    Print(bad, "->", PyType.Of(e).Name, e);
                }
            }
        }
        Any n = ipNetwork.Call("192.168.0.0/29");
        Print(Repr(n), n, n.Get("network_address"), n.Get("broadcast_address"), n.Get("netmask"), n.Get("hostmask"), n.Get("prefixlen"), n.Get("num_addresses"), n.Get("with_prefixlen"), n.Get("with_netmask"), n.Get("with_hostmask"));
        Print(new PyList<Any>(Sequences.Of(n)), new PyList<Any>(Sequences.Of(n.Invoke("hosts"))), n[1], n[-1], n.Contains(ipAddress.Call("192.168.0.3")), n.Contains(ipAddress.Call("192.168.1.3")));
        Print(new PyList<Any>(Sequences.Of(n.Invoke("subnets"))), new PyList<Any>(Sequences.Of(n.Invoke("subnets", new Arguments { { "new_prefix", 31 } }))), n.Invoke("supernet"), n.Invoke("supernet", new Arguments { { "prefixlen_diff", 4 } }));
        Print(n.Invoke("overlaps", ipNetwork.Call("192.168.0.4/30")), ipNetwork.Call("192.168.0.4/30").Invoke("subnet_of", n), n.Invoke("supernet_of", ipNetwork.Call("192.168.0.4/30")));
        Print(new PyList<Any>(Sequences.Of(n.Invoke("address_exclude", ipNetwork.Call("192.168.0.0/31")))));
        Print(new PyList<Any>(Sequences.Of(ipaddress.Get("summarize_address_range").Call(ipAddress.Call("10.0.0.1"), ipAddress.Call("10.0.0.9")))));
        Print(new PyList<Any>(Sequences.Of(ipaddress.Get("collapse_addresses").Call((PyList<Any>)[ipNetwork.Call("10.0.0.0/25"), ipNetwork.Call("10.0.0.128/25"), ipNetwork.Call("10.0.1.0/24"), ipNetwork.Call("10.0.5.0/24")]))));
        Print(Sequences.Sorted((PyList<Any>)[ipAddress.Call("10.0.0.9"), ipAddress.Call("10.0.0.1"), ipAddress.Call("9.9.9.9")]));
        Print(ipAddress.Call("10.0.0.1") + 5, ipAddress.Call("10.0.0.1") - 1, Operators.Compare(Comparison.Lt, ipAddress.Call("10.0.0.1"), ipAddress.Call("10.0.0.2")), Operators.Compare(Comparison.Eq, ipAddress.Call("10.0.0.1"), "10.0.0.1"));
        try
        {
            Operators.Compare(Comparison.Lt, ipAddress.Call("10.0.0.1"), ipAddress.Call("::1"));
        }
        catch (TypeError e)
        {
            Print(e);
        }
        Any i = ipInterface.Call("192.168.1.5/24");
        Print(Repr(i), i, i.Get("ip"), i.Get("network"), i.Get("netmask"), i.Get("with_prefixlen"), i.Get("with_netmask"));
        foreach (var item in (PyList<string>)["192.168.0.1/24", "1.2.3.4/33", "1.2.3.4/255.0.255.0", "x/8", "1.2.3.0/24/8"])
        {
            Any bad = item;
            try
            {
                Print(Repr(ipNetwork.Call(bad)));
            }
            catch (ValueError e)
            {
                Print(bad, "->", PyType.Of(e).Name, e);
            }
        }
        Print(ipNetwork.Call(new Arguments { "192.168.0.1/24", { "strict", false } }), ipNetwork.Call("10.0.0.0/255.0.0.0"), ipNetwork.Call("10.0.0.0/0.0.0.255"), ipNetwork.Call(PyTuple.Of("10.0.0.0", 8)), ipNetwork.Call("1.2.3.4"), ipNetwork.Call("2001:db8::/32").Get("num_addresses"));
        Any m = ipNetwork.Call("2001:db8::/126");
        Print(Repr(m), new PyList<Any>(Sequences.Of(m.Invoke("hosts"))), m.Get("netmask"), m.Get("hostmask"), m.Get("broadcast_address"), m.Get("exploded"));
        Print(iPv6Address.Call("::ffff:1.2.3.4").Get("ipv4_mapped"), iPv6Address.Call("2002:102:304::").Get("sixtofour"), iPv6Address.Call("::1").Get("ipv4_mapped"), iPv6Address.Call("fe80::1%eth0").Get("scope_id"));
        Print(new PyDict<Any, PyInt> { [ipAddress.Call("1.1.1.1")] = 1 }[iPv4Address.Call("1.1.1.1")], F($"{ipAddress.Call("1.2.3.4"):b}"), F($"{ipAddress.Call("1.2.3.4"):x}"), F($"{ipAddress.Call("1.2.3.4"):#_X}"));
        Print(ipaddress.Get("v4_int_to_packed").Call(1), ipaddress.Get("get_mixed_type_key").Call(ipAddress.Call("1.2.3.4")), iPv4Network.Call("10.0.0.0/8").Get("is_private"), n.Invoke("compare_networks", ipNetwork.Call("10.0.0.0/8")));
        Print(IsInstance(n, iPv4Network), IsInstance(i, iPv4Address), ipaddress.Get("AddressValueError").Get("__mro__"));
    }
}

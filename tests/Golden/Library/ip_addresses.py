import ipaddress
from ipaddress import ip_address, ip_network, ip_interface, IPv4Address, IPv4Network, IPv6Address, IPv6Network

for text in ["192.168.0.1", "10.0.0.0", "127.0.0.1", "224.0.0.1", "0.0.0.0", "255.255.255.255", "169.254.1.1", "8.8.8.8", "::1", "2001:db8::1", "fe80::1", "ff02::1", "::ffff:1.2.3.4", "2001:0db8:0000:0000:0000:ff00:0042:8329", "::"]:
    a = ip_address(text)
    print(repr(a), str(a), a.version, a.is_private, a.is_global, a.is_loopback, a.is_multicast, a.is_link_local, a.is_unspecified, a.is_reserved, a.max_prefixlen)
    print(int(a), a.packed, a.compressed, a.exploded, a.reverse_pointer, hash(a) == hash(ip_address(text)))
for bad in ["1.2.3", "256.1.1.1", "1.2.3.4.5", "01.2.3.4", "a.b.c.d", "", "1.2.3.4/24", "::1::2", "12345::", "1:2:3:4:5:6:7:8:9", ":1", "g::", "1.2..3", -1, 2**128, None, 3.5, b"abcd", b"abc"]:
    try:
        print(repr(ip_address(bad)))
    except ValueError as e:
        print(bad, "->", type(e).__name__, e)
    for cls in (IPv4Address, IPv6Address):
        try:
            print(repr(cls(bad)))
        except Exception as e:
            print(bad, "->", type(e).__name__, e)
n = ip_network("192.168.0.0/29")
print(repr(n), n, n.network_address, n.broadcast_address, n.netmask, n.hostmask, n.prefixlen, n.num_addresses, n.with_prefixlen, n.with_netmask, n.with_hostmask)
print(list(n), list(n.hosts()), n[1], n[-1], ip_address("192.168.0.3") in n, ip_address("192.168.1.3") in n)
print(list(n.subnets()), list(n.subnets(new_prefix=31)), n.supernet(), n.supernet(prefixlen_diff=4))
print(n.overlaps(ip_network("192.168.0.4/30")), ip_network("192.168.0.4/30").subnet_of(n), n.supernet_of(ip_network("192.168.0.4/30")))
print(list(n.address_exclude(ip_network("192.168.0.0/31"))))
print(list(ipaddress.summarize_address_range(ip_address("10.0.0.1"), ip_address("10.0.0.9"))))
print(list(ipaddress.collapse_addresses([ip_network("10.0.0.0/25"), ip_network("10.0.0.128/25"), ip_network("10.0.1.0/24"), ip_network("10.0.5.0/24")])))
print(sorted([ip_address("10.0.0.9"), ip_address("10.0.0.1"), ip_address("9.9.9.9")]))
print(ip_address("10.0.0.1") + 5, ip_address("10.0.0.1") - 1, ip_address("10.0.0.1") < ip_address("10.0.0.2"), ip_address("10.0.0.1") == "10.0.0.1")
try:
    ip_address("10.0.0.1") < ip_address("::1")
except TypeError as e:
    print(e)
i = ip_interface("192.168.1.5/24")
print(repr(i), i, i.ip, i.network, i.netmask, i.with_prefixlen, i.with_netmask)
for bad in ["192.168.0.1/24", "1.2.3.4/33", "1.2.3.4/255.0.255.0", "x/8", "1.2.3.0/24/8"]:
    try:
        print(repr(ip_network(bad)))
    except ValueError as e:
        print(bad, "->", type(e).__name__, e)
print(ip_network("192.168.0.1/24", strict=False), ip_network("10.0.0.0/255.0.0.0"), ip_network("10.0.0.0/0.0.0.255"), ip_network(("10.0.0.0", 8)), ip_network("1.2.3.4"), ip_network("2001:db8::/32").num_addresses)
m = ip_network("2001:db8::/126")
print(repr(m), list(m.hosts()), m.netmask, m.hostmask, m.broadcast_address, m.exploded)
print(IPv6Address("::ffff:1.2.3.4").ipv4_mapped, IPv6Address("2002:102:304::").sixtofour, IPv6Address("::1").ipv4_mapped, IPv6Address("fe80::1%eth0").scope_id)
print({ip_address("1.1.1.1"): 1}[IPv4Address("1.1.1.1")], f"{ip_address('1.2.3.4'):b}", f"{ip_address('1.2.3.4'):x}", f"{ip_address('1.2.3.4'):#_X}")
print(ipaddress.v4_int_to_packed(1), ipaddress.get_mixed_type_key(ip_address("1.2.3.4")), IPv4Network("10.0.0.0/8").is_private, n.compare_networks(ip_network("10.0.0.0/8")))
print(isinstance(n, IPv4Network), isinstance(i, IPv4Address), ipaddress.AddressValueError.__mro__)

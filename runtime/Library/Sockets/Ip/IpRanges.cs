namespace Pytocs.Runtime.Library.Ip;

/// <summary>The networks that have a meaning of their own.</summary>
internal static class IpRanges
{
    private static readonly Dictionary<string, (UInt128 Value, int Prefix)[]> s_v4 = new()
    {
        ["private"] = V4("0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.0.170/31 192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 255.255.255.255/32"),
        ["public"] = V4("192.0.0.9/32 192.0.0.10/32"),
        ["shared"] = V4("100.64.0.0/10"),
        ["loopback"] = V4("127.0.0.0/8"), ["multicast"] = V4("224.0.0.0/4"), ["link_local"] = V4("169.254.0.0/16"), ["reserved"] = V4("240.0.0.0/4"), ["unspecified"] = V4("0.0.0.0/32"), ["site_local"] = [],
    };

    private static readonly Dictionary<string, (UInt128 Value, int Prefix)[]> s_v6 = new()
    {
        ["private"] = V6("::1/128 ::/128 ::ffff:0:0/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 fc00::/7 fe80::/10"),
        ["public"] = V6("2001:1::1/128 2001:1::2/128 2001:3::/32 2001:4:112::/48 2001:20::/28 2001:30::/28"),
        ["shared"] = [],
        ["loopback"] = V6("::1/128"), ["multicast"] = V6("ff00::/8"), ["link_local"] = V6("fe80::/10"), ["unspecified"] = V6("::/128"), ["site_local"] = V6("fec0::/10"),
        ["reserved"] = V6("::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3 6000::/3 8000::/3 a000::/3 c000::/3 e000::/4 f000::/5 f800::/6 fe00::/9"),
    };

    public static readonly string[] Kinds = ["loopback", "multicast", "link_local", "reserved", "unspecified"];

    private static (UInt128 Value, int Prefix)[] V4(string text) => Parse(false, text);

    private static (UInt128 Value, int Prefix)[] V6(string text) => Parse(true, text);

    private static (UInt128 Value, int Prefix)[] Parse(bool v6, string text)
        => [.. text.Split(' ').Select(static t => t.Split('/')).Select(p => (IpText.Parse(v6, p[0]), int.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture)))];

    /// <summary>Whether both ends lie in one network of a kind.</summary>
    public static bool Are(string kind, bool v6, UInt128 first, UInt128 last)
        => Array.Exists((v6 ? s_v6 : s_v4)[kind], n => (first & IpText.Mask(v6, n.Prefix)) == n.Value && (last & IpText.Mask(v6, n.Prefix)) == n.Value);

    public static bool ArePrivate(bool v6, UInt128 first, UInt128 last)
    {
        if (v6 && first == last && IpText.IsMapped(first))
            return ArePrivate(false, first & uint.MaxValue, first & uint.MaxValue);
        return Are("private", v6, first, last) && !Are("public", v6, first, last);
    }

    public static bool AreGlobal(bool v6, UInt128 first, UInt128 last)
    {
        if (v6 && first == last && IpText.IsMapped(first))
            return AreGlobal(false, first & uint.MaxValue, first & uint.MaxValue);
        return !Are("shared", v6, first, last) && !ArePrivate(v6, first, last);
    }
}

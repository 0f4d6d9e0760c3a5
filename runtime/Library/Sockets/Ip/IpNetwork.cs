using System.Globalization;
using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Ip;

/// <summary><see href="https://docs.python.org/3.13/library/ipaddress.html#network-objects">IPv4Network and IPv6Network</see>.</summary>
internal sealed partial class IpNetwork(bool v6) : PyContainer
{
    public static readonly PyType V4Type = CreateType(false);
    public static readonly PyType V6Type = CreateType(true);

    public bool V6 => v6;

    public UInt128 First { get; private set; }

    public int Prefix { get; private set; }

    public UInt128 Last => First | ~IpText.Mask(v6, Prefix) & IpText.All(v6);

    public IpAddress Mask => IpAddress.Of(v6, IpText.Mask(v6, Prefix));

    public IpAddress HostMask => IpAddress.Of(v6, ~IpText.Mask(v6, Prefix) & IpText.All(v6));

    protected override PyType BuiltinClass => v6 ? V6Type : V4Type;

    private static IpNetwork Self(Any o) => (IpNetwork)o.Ref!;

    /// <summary>The network of a length in which an address lies.</summary>
    public static IpNetwork Around(bool v6, UInt128 address, int prefix) => new(v6) { First = address & IpText.Mask(v6, prefix), Prefix = prefix };

    private string Text => $"{IpText.Of(v6, First)}/{Prefix}";

    /// <summary>The address and the mask of what a network or an interface is made from.</summary>
    public static (Any Address, Any Mask) Split(bool v6, Any given)
    {
        if (given.Ref is PyTuple tuple)
            return tuple.Count > 1 ? (tuple[0], tuple[1]) : (tuple[0], IpText.Bits(v6));
        if (given.Ref is PyBytes || Operators.IsIntLike(given))
            return (given, IpText.Bits(v6));
        var parts = Operators.Str(given).Split('/');
        return parts.Length > 2 ? throw IpaddressModule.BadAddress($"Only one '/' permitted in {Operators.Repr(given)}")
            : parts.Length == 2 ? (parts[0], parts[1]) : (parts[0], IpText.Bits(v6));
    }

    /// <summary>The length that a number, a netmask or a host mask says.</summary>
    public static int Length(bool v6, Any mask)
    {
        BaseException Invalid() => IpaddressModule.BadMask($"{(Operators.IsIntLike(mask) ? Operators.Str(mask) : Str.Repr(Operators.Str(mask)))} is not a valid netmask");
        if (Operators.IsIntLike(mask))
            return Operators.ToInt(mask) is var number && number >= 0 && number <= IpText.Bits(v6) ? (int)(long)number : throw Invalid();
        var text = Operators.Str(mask);
        if (text.Length > 0 && text.All(char.IsAsciiDigit))
            return BigInteger.Parse(text, CultureInfo.InvariantCulture) is var length && length <= IpText.Bits(v6) ? (int)length : throw Invalid();
        if (v6)
            throw Invalid();
        UInt128 bits;
        try
        {
            bits = IpText.Parse(false, text);
        }
        catch (ValueError)
        {
            throw Invalid();
        }
        for (var i = 0; i <= 32; i++)
            if (bits == IpText.Mask(false, i))
                return i;
        for (var i = 0; i <= 32; i++)
            if (bits == (~IpText.Mask(false, i) & uint.MaxValue))
                return i;
        throw Invalid();
    }

    private static PyType CreateType(bool v6)
    {
        var type = PyType.Builtin(v6 ? "IPv6Network" : "IPv4Network", module: "ipaddress");
        type.New("cls, address, strict=True", a =>
        {
            var (given, mask) = Split(v6, a[1]);
            var address = (IpAddress)(v6 ? IpAddress.V6Type : IpAddress.V4Type).Call(given).Ref!;
            var made = Around(v6, address.Value, Length(v6, mask));
            if (made.First != address.Value && a[2].Truth)
                throw new ValueError($"{IpText.Of(v6, address.Value)}/{made.Prefix} has host bits set");
            made.SetClass((PyType)a[0].Ref!);
            return made;
        });
        type.Property("version", _ => v6 ? 6 : 4).Property("max_prefixlen", _ => IpText.Bits(v6))
            .Property("network_address", static o => IpAddress.Of(Self(o).V6, Self(o).First)).Property("broadcast_address", static o => IpAddress.Of(Self(o).V6, Self(o).Last))
            .Property("netmask", static o => Self(o).Mask).Property("hostmask", static o => Self(o).HostMask)
            .Property("prefixlen", static o => Self(o).Prefix)
            .Property("num_addresses", static o => (BigInteger)Self(o).Last - (BigInteger)Self(o).First + 1)
            .Property("with_prefixlen", static o => Self(o).Text).Property("compressed", static o => Self(o).Text)
            .Property("with_netmask", static o => $"{IpText.Of(Self(o).V6, Self(o).First)}/{Self(o).Mask.Text}")
            .Property("with_hostmask", static o => $"{IpText.Of(Self(o).V6, Self(o).First)}/{Self(o).HostMask.Text}")
            .Property("exploded", static o => Self(o).V6 ? $"{IpText.Exploded(Self(o).First)}/{Self(o).Prefix}" : Self(o).Text)
            .Property("is_private", static o => IpRanges.ArePrivate(Self(o).V6, Self(o).First, Self(o).Last))
            .Property("is_global", static o => IpRanges.AreGlobal(Self(o).V6, Self(o).First, Self(o).Last))
            .Method("__iter__", static o => new SequenceOf(s_items, Range(Self(o).V6, Self(o).First, Self(o).Last)))
            .Method("hosts", static o => Hosts(Self(o)))
            .Method("__getitem__", "self, n, /", static (o, n) => Self(o).At((BigInteger)Operators.Index(n)))
            .Method("__contains__", "self, other, /", static (o, other) => other.Ref is IpAddress a && a.V6 == Self(o).V6 && a.Value >= Self(o).First && a.Value <= Self(o).Last)
            .Method("overlaps", "self, other", static (o, other) => other.Ref is IpNetwork n && n.V6 == Self(o).V6 && n.First <= Self(o).Last && n.Last >= Self(o).First)
            .Method("__hash__", static o => Operators.Hash((BigInteger)(Self(o).First ^ Self(o).Mask.Value)))
            .Method("__str__", static o => Self(o).Text)
            .Method("__repr__", static o => $"{PyType.Of(o).Name}({Str.Repr(Self(o).Text)})")
            .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), PyTuple.Of(Self(o).Text)));
        foreach (var kind in (string[])[.. IpRanges.Kinds, .. (v6 ? (string[])["site_local"] : [])])
            type.Property("is_" + kind, o => IpRanges.Are(kind, v6, Self(o).First, Self(o).First) && IpRanges.Are(kind, v6, Self(o).Last, Self(o).Last));
        foreach (var op in Enum.GetValues<Comparison>())
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (o, other) => Compare(op, o, other));
        Parts(type);
        return type;
    }

    private static readonly PyType s_items = PyIterator.DeclareType("generator");

    private static IEnumerable<Any> Range(bool v6, UInt128 first, UInt128 last)
    {
        for (var at = first; ; at++)
        {
            yield return IpAddress.Of(v6, at);
            if (at == last)
                yield break;
        }
    }

    /// <summary>All but the network's own address and the last of an IPv4 network; all of the two smallest networks.</summary>
    private static Any Hosts(IpNetwork self)
    {
        var free = IpText.Bits(self.V6) - self.Prefix;
        if (free == 0)
            return new PyList<Any>([IpAddress.Of(self.V6, self.First)]);
        return new SequenceOf(s_items, free == 1 ? Range(self.V6, self.First, self.Last) : Range(self.V6, self.First + 1, self.V6 ? self.Last : self.Last - 1));
    }

    private Any At(BigInteger n)
    {
        var place = n >= 0 ? First + n : (BigInteger)Last + n + 1;
        return place >= (BigInteger)First && place <= (BigInteger)Last ? IpAddress.Of(v6, (UInt128)place) : throw new IndexError("address out of range");
    }

    private static Any Compare(Comparison op, Any a, Any b)
    {
        if (b.Ref is not IpNetwork other)
            return Any.NotImplemented;
        var self = Self(a);
        if (op is Comparison.Eq or Comparison.NotEq)
            return (self.V6 == other.V6 && self.First == other.First && self.Prefix == other.Prefix) == (op == Comparison.Eq);
        CheckVersion(self, other);
        return SequenceRules.Holds(op, (self.First, self.Prefix).CompareTo((other.First, other.Prefix)));
    }

    private static void CheckVersion(IpNetwork a, IpNetwork b)
    {
        if (a.V6 != b.V6)
            throw new TypeError($"{a.Text} and {b.Text} are not of the same version");
    }
}

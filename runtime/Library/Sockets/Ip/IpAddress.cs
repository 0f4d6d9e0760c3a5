using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Ip;

/// <summary><see href="https://docs.python.org/3.13/library/ipaddress.html#address-objects">IPv4Address and IPv6Address</see>.</summary>
internal class IpAddress(bool v6) : PyContainer
{
    public static readonly PyType V4Type = CreateType(false);
    public static readonly PyType V6Type = CreateType(true);

    public bool V6 => v6;

    public UInt128 Value { get; protected set; }

    public string? Scope { get; protected set; }

    protected override PyType BuiltinClass => v6 ? V6Type : V4Type;

    public static IpAddress Of(bool v6, UInt128 value) => new(v6) { Value = value };

    private static IpAddress Self(Any o) => (IpAddress)o.Ref!;

    public string Text => IpText.Of(v6, Value) + (Scope is null ? "" : "%" + Scope);

    private static PyType CreateType(bool v6)
    {
        var type = PyType.Builtin(v6 ? "IPv6Address" : "IPv4Address", module: "ipaddress");
        type.New("cls, address", a =>
        {
            var made = new IpAddress(v6);
            made.Parse(a[1]);
            made.SetClass((PyType)a[0].Ref!);
            return made;
        });
        type.Property("version", _ => v6 ? 6 : 4).Property("max_prefixlen", _ => IpText.Bits(v6))
            .Property("packed", static o => PyBytes.Wrap(IpText.Bytes(Self(o).V6, Self(o).Value)))
            .Property("compressed", static o => Operators.Str(o))
            .Property("exploded", static o => Self(o).V6 ? IpText.Exploded(Self(o).Value) : Operators.Str(o))
            .Property("reverse_pointer", static o => Self(o).Reversed())
            .Property("is_private", static o => IpRanges.ArePrivate(Self(o).V6, Self(o).Value, Self(o).Value))
            .Property("is_global", static o => IpRanges.AreGlobal(Self(o).V6, Self(o).Value, Self(o).Value))
            .Method("__int__", static o => (BigInteger)Self(o).Value)
            .Method("__hash__", static o => Operators.Hash("0x" + Self(o).Value.ToString("x", System.Globalization.CultureInfo.InvariantCulture)))
            .Method("__str__", static o => Self(o).Text)
            .Method("__repr__", static o => $"{PyType.Of(o).Name}({Str.Repr(Operators.Str(o))})")
            .Method("__format__", "self, fmt, /", static (o, spec) => Self(o).Formatted(o, Operators.Str(spec)))
            .Method("__add__", "self, other, /", static (o, n) => Operators.IsIntLike(n) ? Self(o).Moved(Operators.ToInt(n)) : Any.NotImplemented)
            .Method("__sub__", "self, other, /", static (o, n) => Operators.IsIntLike(n) ? Self(o).Moved(-Operators.ToInt(n)) : Any.NotImplemented)
            .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), PyTuple.Of(Operators.Str(o))));
        foreach (var kind in IpRanges.Kinds)
            type.Property("is_" + kind, o => Self(o).Is(kind));
        if (v6)
            type.Property("scope_id", static o => Self(o).Scope is { } scope ? scope : Any.None)
                .Property("is_site_local", static o => Self(o).Is("site_local"))
                .Property("ipv4_mapped", static o => IpText.IsMapped(Self(o).Value) ? Of(false, Self(o).Value & uint.MaxValue) : Any.None)
                .Property("sixtofour", static o => Self(o).Value >> 112 == 0x2002 ? Of(false, (Self(o).Value >> 80) & uint.MaxValue) : Any.None)
                .Property("teredo", static o => Self(o).Value >> 96 == 0x20010000 ? PyTuple.Of(Of(false, (Self(o).Value >> 64) & uint.MaxValue), Of(false, ~Self(o).Value & uint.MaxValue)) : Any.None);
        else
            type.Property("ipv6_mapped", static o => Of(true, ((UInt128)0xFFFF << 32) | Self(o).Value));
        foreach (var op in Enum.GetValues<Comparison>())
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (o, other) => Compare(op, o, other));
        return type;
    }

    private bool Is(string kind)
        => v6 && kind is "loopback" && IpText.IsMapped(Value) ? IpRanges.Are(kind, false, Value & uint.MaxValue, Value & uint.MaxValue) : IpRanges.Are(kind, v6, Value, Value);

    /// <summary>Takes text, a number or bytes.</summary>
    /// <exception cref="ValueError">It is no such address.</exception>
    protected void Parse(Any address)
    {
        var bits = IpText.Bits(v6);
        if (Operators.IsIntLike(address))
        {
            BigInteger number = Operators.ToInt(address);
            if (number < 0)
                throw IpaddressModule.BadAddress($"{number} (< 0) is not permitted as an IPv{(v6 ? 6 : 4)} address");
            if (number > (BigInteger)IpText.All(v6))
                throw IpaddressModule.BadAddress($"{number} (>= 2**{bits}) is not permitted as an IPv{(v6 ? 6 : 4)} address");
            Value = (UInt128)number;
        }
        else if (address.Ref is PyBytes data)
        {
            if (data.Count != bits / 8)
                throw IpaddressModule.BadAddress($"{Operators.Repr(address)} (len {data.Count} != {bits / 8}) is not permitted as an IPv{(v6 ? 6 : 4)} address");
            Value = (UInt128)new BigInteger(data.Span, isUnsigned: true, isBigEndian: true);
        }
        else
        {
            var text = Operators.Str(address);
            if (text.Contains('/', StringComparison.Ordinal))
                throw IpaddressModule.BadAddress($"Unexpected '/' in {Operators.Repr(address)}");
            var percent = v6 ? text.IndexOf('%', StringComparison.Ordinal) : -1;
            if (percent >= 0)
            {
                Scope = text[(percent + 1)..];
                if (Scope.Length == 0 || Scope.Contains('%', StringComparison.Ordinal))
                    throw IpaddressModule.BadAddress($"Invalid IPv6 address: \"{Operators.Repr(address)}\"");
                text = text[..percent];
            }
            Value = IpText.Parse(v6, text);
        }
    }

    private Any Moved(PyInt by) => ((Any)Class).Call((PyInt)(BigInteger)Value + by);

    private string Reversed()
        => v6 ? string.Join('.', Value.ToString("x32", System.Globalization.CultureInfo.InvariantCulture).Reverse()) + ".ip6.arpa"
            : string.Join('.', IpText.Bytes(false, Value).Reverse()) + ".in-addr.arpa";

    private Any Formatted(Any self, string spec)
    {
        if (spec.Length == 0 || spec[^1] == 's')
            return Operators.Format(Operators.Str(self), spec);
        var match = System.Text.RegularExpressions.Regex.Match(spec, @"\A(#?)(_?)([xbnX])\z");
        if (!match.Success)
            throw new TypeError($"unsupported format string passed to {Class.Name}.__format__");
        var kind = match.Groups[3].Value is "n" ? v6 ? "x" : "b" : match.Groups[3].Value;
        var width = IpText.Bits(v6) / (kind == "b" ? 1 : 4);
        if (match.Groups[2].Length > 0)
            width += (width / 4) - 1;
        if (match.Groups[1].Length > 0)
            width += 2;
        return Operators.Format((PyInt)(BigInteger)Value, $"{match.Groups[1].Value}0{width}{match.Groups[2].Value}{kind}");
    }

    private static Any Compare(Comparison op, Any a, Any b)
    {
        if (b.Ref is not IpAddress other || other is IpInterface != a.Ref is IpInterface)
            return Any.NotImplemented;
        var self = Self(a);
        if (op is Comparison.Eq or Comparison.NotEq)
            return (self.V6 == other.V6 && self.Value == other.Value && self.Scope == other.Scope && IpInterface.SameNetwork(self, other)) == (op == Comparison.Eq);
        if (self.V6 != other.V6)
            throw new TypeError($"{Operators.Str(a)} and {Operators.Str(b)} are not of the same version");
        return SequenceRules.Holds(op, IpInterface.CompareNetworks(self, other) is not 0 and var order ? order : self.Value.CompareTo(other.Value));
    }
}

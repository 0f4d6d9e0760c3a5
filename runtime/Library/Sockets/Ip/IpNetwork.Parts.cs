using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Ip;

/// <summary>Networks within networks.</summary>
internal sealed partial class IpNetwork
{
    private static void Parts(PyType type) => type
        .Method("subnets", "self, prefixlen_diff=1, new_prefix=None", static (o, diff, prefix) => new SequenceOf(s_items, Self(o).Subnets(Lib.Int(diff), prefix)))
        .Method("supernet", "self, prefixlen_diff=1, new_prefix=None", static (o, diff, prefix) => Self(o).Supernet(Lib.Int(diff), prefix))
        .Method("subnet_of", "self, other", static (o, other) => Within(Self(o), Other(o, other)))
        .Method("supernet_of", "self, other", static (o, other) => Within(Other(o, other), Self(o)))
        .Method("compare_networks", "self, other", static (o, other) => (Self(o).First, Self(o).Prefix).CompareTo((Other(o, other).First, Other(o, other).Prefix)))
        .Method("address_exclude", "self, other", static (o, other) => new SequenceOf(s_items, Self(o).Without(other)));

    private static IpNetwork Other(Any self, Any given)
    {
        var other = given.Ref as IpNetwork ?? throw new TypeError($"{Operators.Str(given)} is not a network object");
        CheckVersion(Self(self), other);
        return other;
    }

    private static bool Within(IpNetwork inner, IpNetwork outer) => inner.First >= outer.First && inner.Last <= outer.Last;

    private IEnumerable<Any> Subnets(long diff, Any prefix)
    {
        var bits = IpText.Bits(v6);
        if (Prefix == bits)
        {
            yield return this;
            yield break;
        }
        if (!prefix.IsNone)
        {
            if (Lib.Int(prefix) < Prefix)
                throw new ValueError("new prefix must be longer");
            if (diff != 1)
                throw new ValueError("cannot set prefixlen_diff and new_prefix");
            diff = Lib.Int(prefix) - Prefix;
        }
        if (diff < 0)
            throw new ValueError("prefix length diff must be > 0");
        if (Prefix + diff > bits)
            throw new ValueError($"prefix length diff {Prefix + diff} is invalid for netblock {Text}");
        var (length, last) = (Prefix + (int)diff, Last);
        for (var first = First; ;)
        {
            var part = Around(v6, first, length);
            yield return part;
            if (part.Last == last)
                yield break;
            first = part.Last + 1;
        }
    }

    private Any Supernet(long diff, Any prefix)
    {
        if (Prefix == 0)
            return this;
        if (!prefix.IsNone)
        {
            if (Lib.Int(prefix) > Prefix)
                throw new ValueError("new prefix must be shorter");
            if (diff != 1)
                throw new ValueError("cannot set prefixlen_diff and new_prefix");
            diff = Prefix - Lib.Int(prefix);
        }
        return diff <= Prefix ? Around(v6, First, Prefix - (int)diff) : throw new ValueError($"current prefixlen is {Prefix}, cannot have a prefixlen_diff of {diff}");
    }

    private IEnumerable<Any> Without(Any given)
    {
        var other = Other(this, given);
        if (!Within(other, this))
            throw new ValueError($"{other.Text} not contained in {Text}");
        for (var rest = this; rest.Prefix < other.Prefix;)
        {
            var low = Around(v6, rest.First, rest.Prefix + 1);
            var high = Around(v6, rest.Last, rest.Prefix + 1);
            var isLow = Within(other, low);
            yield return isLow ? high : low;
            rest = isLow ? low : high;
        }
    }
}

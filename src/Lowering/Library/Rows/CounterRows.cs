using Pytocs.Lowering.Types;
using static Pytocs.Lowering.Library.TypedRows;

namespace Pytocs.Lowering.Library;

/// <summary>Methods of <see href="https://docs.python.org/3.13/library/collections.html#collections.Counter">collections.Counter</see>, beside those of dicts.</summary>
internal static class CounterRows
{
    public static IEnumerable<(string Name, TypedRow Row)> All =>
    [
        Row("most_common", "MostCommon", "", static c => Counts(c)),
        Row("most_common", "MostCommon", "n: Int", static c => Counts(c)),
        Row("total", "Total", "", static c => IsTyped(c) ? StaticType.Int : null),
        Row("elements", "Elements", "", static c => IsTyped(c) ? StaticType.Any : null),
        Row("copy", "Copy", "", static c => IsTyped(c) ? c.Receiver : null),
        .. Changing("update", "Update"),
        .. Changing("subtract", "Subtract"),
    ];

    /// <summary>A mapping has counts; anything else has items to count. What nothing is known of may be either.</summary>
    private static IEnumerable<(string, TypedRow)> Changing(string name, string csName) =>
    [
        Row(name, csName, "counts: Counts, /", static c => IsTyped(c) ? StaticType.None : null),
        Row(name, csName, "items: Elements, /", static c => c["items"].IsAny || !IsTyped(c) ? null : StaticType.None),
    ];

    private static StaticType? Counts(CallSite call)
        => call.AsDict.Key.Type.IsNever ? StaticType.Never : IsTyped(call) ? call.List(new TupleShape([call.AsDict.Key.Type, StaticType.Int])) : null;

    /// <summary>Whether C# knows what is counted, and that the counts are ints.</summary>
    private static bool IsTyped(CallSite call) => !call.AsDict.Key.Type.IsAny && call.AsDict.Value.Type is SimpleType { Kind: SimpleKind.Int };
}

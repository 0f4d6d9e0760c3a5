using Pytocs.Lowering.Types;
using static Pytocs.Lowering.Library.TypedRows;

namespace Pytocs.Lowering.Library;

/// <summary>Methods of <see href="https://docs.python.org/3.13/library/stdtypes.html#set">set</see>.</summary>
internal static class SetRows
{
    public static IEnumerable<(string Name, TypedRow Row)> All =>
    [
        Row("add", "Add", "object: Element, /", StaticType.None),
        Row("discard", "Discard", "object: LikeElement, /", StaticType.None),
        Row("remove", "Remove", "object: LikeElement, /", StaticType.None),
        Row("pop", "Pop", "", static c => c.AsSet.Element.Type),
        Row("clear", "Clear", "", StaticType.None),
        Row("copy", "Copy", "", static c => c.Receiver),
        Row("update", "Update", "others: Elements, /", StaticType.None),
        Row("union", "Union", "other: SameSet, /", static c => c.Receiver),
        Row("intersection", "Intersection", "other: SameSet, /", static c => c.Receiver),
        Row("difference", "Difference", "other: SameSet, /", static c => c.Receiver),
        Row("symmetric_difference", "SymmetricDifference", "other: SameSet, /", static c => c.Receiver),
        Row("issubset", "IsSubset", "other: SameSet, /", StaticType.Bool),
        Row("issuperset", "IsSuperset", "other: SameSet, /", StaticType.Bool),
        Row("isdisjoint", "IsDisjoint", "other: SameSet, /", StaticType.Bool),
    ];
}

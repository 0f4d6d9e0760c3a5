using Pytocs.Lowering.Types;
using static Pytocs.Lowering.Library.TypedRows;

namespace Pytocs.Lowering.Library;

/// <summary>Methods of <see href="https://docs.python.org/3.13/library/stdtypes.html#mutable-sequence-types">list</see>.</summary>
internal static class ListRows
{
    public static IEnumerable<(string Name, TypedRow Row)> All =>
    [
        Row("append", "Append", "object: Element, /", StaticType.None),
        Row("extend", "Extend", "iterable: Elements, /", StaticType.None),
        Row("insert", "Insert", "index: Int, object: Element, /", StaticType.None),
        Row("pop", "Pop", "", static c => c.AsList.Element.Type),
        Row("pop", "Pop", "index: Int, /", static c => c.AsList.Element.Type),
        Row("remove", "Remove", "value: LikeElement, /", StaticType.None),
        Row("index", "Index", "value: LikeElement, start: Int=, stop: Int=, /", StaticType.Int),
        Row("count", "CountOf", "value: LikeElement, /", StaticType.Int),
        Row("clear", "Clear", "", StaticType.None),
        Row("reverse", "Reverse", "", StaticType.None),
        Row("copy", "Copy", "", static c => c.Receiver),
        Row("sort", "Sort", "", StaticType.None),
        Row("sort", "Sort", "*, reverse: Truth", StaticType.None),
        Row("sort", "Sort", "*, key: Function, reverse: Truth=", StaticType.None),
    ];
}

using Pytocs.Lowering.Types;
using static Pytocs.Lowering.Library.TypedRows;

namespace Pytocs.Lowering.Library;

/// <summary>Methods of <see href="https://docs.python.org/3.13/library/collections.html#collections.deque">collections.deque</see>.</summary>
internal static class DequeRows
{
    public static IEnumerable<(string Name, TypedRow Row)> All =>
    [
        Row("append", "Append", "item: Element, /", StaticType.None),
        Row("appendleft", "AppendLeft", "item: Element, /", StaticType.None),
        Row("extend", "Extend", "items: Elements, /", StaticType.None),
        Row("extendleft", "ExtendLeft", "items: Elements, /", StaticType.None),
        Row("pop", "Pop", "", static c => ((DequeType)c.Receiver).Element.Type),
        Row("popleft", "PopLeft", "", static c => ((DequeType)c.Receiver).Element.Type),
        Row("clear", "Clear", "", StaticType.None),
        Row("reverse", "Reverse", "", StaticType.None),
        Row("rotate", "Rotate", "n: Int=, /", StaticType.None),
        Row("remove", "Remove", "item: Read, /", StaticType.None),
        Row("copy", "Copy", "", static c => c.Receiver),
    ];
}

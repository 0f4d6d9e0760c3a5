using Pytocs.Lowering.Types;
using static Pytocs.Lowering.Library.TypedRows;

namespace Pytocs.Lowering.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/heapq.html">heapq</see> over lists of one type.</summary>
internal static class HeapRows
{
    public static IEnumerable<(string Name, TypedRow Row)> All =>
    [
        Row("heapq.heappush", "Heaps.Push", "heap: Receiver, item: Element, /", StaticType.None),
        Row("heapq.heappop", "Heaps.Pop", "heap: Receiver, /", static c => c.AsList.Element.Type),
        Row("heapq.heapreplace", "Heaps.Replace", "heap: Receiver, item: Element, /", static c => c.AsList.Element.Type),
        Row("heapq.heappushpop", "Heaps.PushPop", "heap: Receiver, item: Element, /", static c => c.AsList.Element.Type),
        Row("heapq.heapify", "Heaps.Heapify", "x: Receiver, /", StaticType.None),
    ];
}

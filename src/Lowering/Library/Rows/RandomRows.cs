using Pytocs.Lowering.Types;
using static Pytocs.Lowering.Library.TypedRows;

namespace Pytocs.Lowering.Library;

/// <summary>Numbers drawn by <see href="https://docs.python.org/3.13/library/random.html">random</see>, and the clocks of <see href="https://docs.python.org/3.13/library/time.html">time</see>.</summary>
internal static class RandomRows
{
    public static IEnumerable<(string Name, TypedRow Row)> All =>
    [
        Row("random.random", "RandomNumbers.Next", "", StaticType.Float),
        Row("random.uniform", "RandomNumbers.Uniform", "a: Float, b: Float", StaticType.Float),
        Row("random.randrange", "RandomNumbers.Below", "start: Int", StaticType.Int),
        Row("random.randrange", "RandomNumbers.Below", "start: Int, stop: Int", StaticType.Int),
        Row("random.randint", "RandomNumbers.Between", "a: Int, b: Int", StaticType.Int),
        Row("random.choice", "RandomNumbers.Choice", "seq: Read", static c => c["seq"] is ListType { Element.Type: var item } ? item : null),
        Row("time.time", "Clocks.Time", "", StaticType.Float),
        Row("time.monotonic", "Clocks.Monotonic", "", StaticType.Float),
        Row("time.perf_counter", "Clocks.PerfCounter", "", StaticType.Float),
        Row("time.process_time", "Clocks.ProcessTime", "", StaticType.Float),
    ];
}

using Pytocs.Lowering.Types;
using static Pytocs.Lowering.Library.TypedRows;

namespace Pytocs.Lowering.Library;

/// <summary><see href="https://docs.python.org/3.13/library/functions.html">Built-in functions</see> over iterables.</summary>
internal static class BuiltinRows
{
    public static IEnumerable<(string Name, TypedRow Row)> All =>
    [
        Row("builtins.len", "Len", "obj: Read, /", static c => IsSized(c["obj"]) ? StaticType.Int : null),
        Row("builtins.range", "Sequences.Range", "stop: Read, /", StaticType.Range),
        Row("builtins.range", "Sequences.Range", "start: Read, stop: Read, /", StaticType.Range),
        Row("builtins.range", "Sequences.Range", "start: Read, stop: Read, step: Read, /", StaticType.Range),
        Row("builtins.sum", "Sequences.Sum", "iterable: Ints, /", StaticType.Int),
        Row("builtins.sum", "Sequences.Sum", "iterable: Ints, /, start: Int", StaticType.Int),
        Row("builtins.sum", "Sequences.Sum", "iterable: Floats, /, start: Float", static c => c["start"] is SimpleType { Kind: SimpleKind.Float } ? StaticType.Float : null),
        Row("builtins.sum", "Sequences.Sum", "iterable: Floats, /", StaticType.Any),
        Row("builtins.sum", "Sequences.Sum", "iterable: Bools, /", StaticType.Int),
        Row("builtins.any", "Sequences.AnyOf", "iterable: Bools, /", StaticType.Bool),
        Row("builtins.any", "Sequences.AnyOf", "iterable: Items, /", StaticType.Bool),
        Row("builtins.all", "Sequences.AllOf", "iterable: Bools, /", StaticType.Bool),
        Row("builtins.all", "Sequences.AllOf", "iterable: Items, /", StaticType.Bool),
        Row("builtins.sorted", "Sequences.Sorted", "iterable: Items, /", Listed),
        Row("builtins.sorted", "Sequences.Sorted", "iterable: Items, /, *, key: Function=, reverse: Truth=", Listed),
        Row("builtins.min", "Sequences.Min", "iterable: Items, /", Item),
        Row("builtins.min", "Sequences.Min", "iterable: Items, /, *, key: Function", Item),
        Row("builtins.max", "Sequences.Max", "iterable: Items, /", Item),
        Row("builtins.max", "Sequences.Max", "iterable: Items, /, *, key: Function", Item),
        Row("builtins.min", "Sequences.MinOr", "iterable: Items, /, *, default: Fallback, key: Function=", Same),
        Row("builtins.max", "Sequences.MaxOr", "iterable: Items, /, *, default: Fallback, key: Function=", Same),
    ];

    private static StaticType Listed(CallSite call) => call.List(call["iterable"]);

    private static StaticType Item(CallSite call) => call["iterable"];

    private static StaticType? Same(CallSite call) => call["default"].Equals(call["iterable"]) && call["default"] is SimpleType { Kind: not SimpleKind.Any } ? call["default"] : null;

    private static bool IsSized(StaticType type) => type is OptionalType optional ? IsSized(optional.Inner) : type is ListType or DictType or SetType or SimpleType { Kind: SimpleKind.Str or SimpleKind.Bytes or SimpleKind.Range or SimpleKind.Tuple };
}

using Pytocs.Lowering.Types;
using static Pytocs.Lowering.Library.TypedRows;

namespace Pytocs.Lowering.Library;

/// <summary>Methods of <see href="https://docs.python.org/3.13/library/stdtypes.html#dict">dict</see>.</summary>
internal static class DictRows
{
    public static IEnumerable<(string Name, TypedRow Row)> All =>
    [
        Row("get", "GetOrNone", "key: LikeKey, /", static c => OrNone(c.AsDict.Value.Type)),
        Row("get", "Get", "key: LikeKey, default: LikeValue, /", static c => c.AsDict.Value.Type.IsNever ? c["default"] : c.AsDict.Value.Type),
        Row("get", "GetAny", "key: LikeKey, default: Keep, /", StaticType.Any),
        Row("setdefault", "SetDefault", "key: Key, default: Value, /", static c => c.AsDict.Value.Type),
        Row("pop", "Pop", "key: LikeKey, /", static c => c.AsDict.Value.Type),
        Row("pop", "Pop", "key: LikeKey, default: LikeValue, /", static c => c.AsDict.Value.Type),
        Row("popitem", "PopItem", "", static c => new TupleShape([c.AsDict.Key.Type, c.AsDict.Value.Type])),
        Row("clear", "Clear", "", StaticType.None),
        Row("copy", "Copy", "", static c => c.Receiver),
        Row("update", "Update", "other: Entries, /", StaticType.None),
    ];

    /// <summary>The type of a value that may be missing, where C# has one.</summary>
    private static StaticType? OrNone(StaticType value) => value switch
    {
        { IsNever: true } => StaticType.Never,
        { IsAny: true } => StaticType.Any,
        SimpleType { Kind: not SimpleKind.None } or ListType or DictType or SetType or InstanceType => new OptionalType(value),
        _ => null,
    };
}

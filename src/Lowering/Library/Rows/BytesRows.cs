using Pytocs.Lowering.Types;
using static Pytocs.Lowering.Library.TypedRows;

namespace Pytocs.Lowering.Library;

/// <summary>Methods of <see href="https://docs.python.org/3.13/library/stdtypes.html#bytes-methods">bytes</see>.</summary>
internal static class BytesRows
{
    public static IEnumerable<(string Name, TypedRow Row)> All =>
    [
        Row("decode", "Decode", "encoding: Str=, errors: Str=", StaticType.Str),
        Row("hex", "Hex", "", StaticType.Str),
        Row("startswith", "StartsWith", "prefix: Bytes, /", StaticType.Bool),
        Row("endswith", "EndsWith", "suffix: Bytes, /", StaticType.Bool),
    ];
}

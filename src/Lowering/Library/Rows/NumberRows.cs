using Pytocs.Lowering.Types;
using static Pytocs.Lowering.Library.TypedRows;

namespace Pytocs.Lowering.Library;

/// <summary><see href="https://docs.python.org/3.13/library/stdtypes.html#numeric-types-int-float-complex">int and float</see>: methods, and functions of numbers.</summary>
internal static class NumberRows
{
    public static IEnumerable<(string Name, TypedRow Row)> Int =>
    [
        Row("bit_length", "Numbers.BitLength", "", StaticType.Int),
    ];

    public static IEnumerable<(string Name, TypedRow Row)> Float =>
    [
        Row("is_integer", "Numbers.IsInteger", "", StaticType.Bool),
        Row("hex", "PyFloat.Hex", "", StaticType.Str),
    ];

    public static IEnumerable<(string Name, TypedRow Row)> Functions =>
    [
        Row("builtins.int", "PyInt.Parse", "x: Str, /", StaticType.Int),
        Row("builtins.int", "PyFloat.Truncate", "x: Float, /", static c => c["x"] is SimpleType { Kind: SimpleKind.Float } ? StaticType.Int : null),
        Row("builtins.int", "Numbers.ToInt", "x: Bool, /", StaticType.Int),
        Row("builtins.int", "Numbers.ToInt", "x: Int, /", StaticType.Int),
        Row("builtins.int", "PyInt.Parse", "x: Str, /, base: Int", StaticType.Int),
        Row("builtins.int", "Numbers.ToInt", "x: Read, /", StaticType.Int),
        Row("builtins.float", "PyFloat.Parse", "x: Str, /", StaticType.Float),
        Row("builtins.float", "Numbers.ToFloat", "x: Float, /", StaticType.Float),
        Row("builtins.float", "Numbers.ToFloat", "x: Read, /", StaticType.Float),
        Row("builtins.bool", "Numbers.ToBool", "x: Truth, /", StaticType.Bool),
        Row("builtins.round", "PyFloat.RoundToInt", "number: Float", static c => c["number"] is SimpleType { Kind: SimpleKind.Float } ? StaticType.Int : null),
        Row("builtins.round", "PyFloat.Round", "number: Float, ndigits: Int", static c => c["number"] is SimpleType { Kind: SimpleKind.Float } ? StaticType.Float : null),
        Row("builtins.abs", "PyInt.Abs", "x: Int, /", StaticType.Int),
        Row("builtins.abs", "Math.Abs", "x: Float, /", StaticType.Float),
        Row("builtins.divmod", "Numbers.DivMod", "x: Int, y: Int, /", new TupleShape([StaticType.Int, StaticType.Int])),
        Row("builtins.divmod", "Numbers.DivMod", "x: Float, y: Float, /", new TupleShape([StaticType.Float, StaticType.Float])),
        Row("builtins.pow", "PyInt.PowMod", "base: Int, exp: Int, mod: Int", StaticType.Int),
        Row("builtins.ord", "Ord", "character: Str, /", StaticType.Int),
        Row("builtins.chr", "Chr", "code: Int, /", StaticType.Str),
        Row("builtins.min", "Numbers.Min", "a: Int, b: Int, /", StaticType.Int),
        Row("builtins.min", "Numbers.Min", "a: Int, b: Int, c: Int, /", StaticType.Int),
        Row("builtins.max", "Numbers.Max", "a: Int, b: Int, /", StaticType.Int),
        Row("builtins.max", "Numbers.Max", "a: Int, b: Int, c: Int, /", StaticType.Int),
        .. Extremes("min", "Numbers.Min"),
        .. Extremes("max", "Numbers.Max"),
    ];

    /// <summary>Of several floats; of an int beside a float the one that is chosen keeps its own type.</summary>
    private static IEnumerable<(string, TypedRow)> Extremes(string name, string csName)
    {
        yield return Row("builtins." + name, csName, "a: Float, b: Float, /", static c => IsFloat(c["a"]) && IsFloat(c["b"]) ? StaticType.Float : null);
        yield return Row("builtins." + name, csName, "a: Float, b: Float, c: Float, /", static c => IsFloat(c["a"]) && IsFloat(c["b"]) && IsFloat(c["c"]) ? StaticType.Float : null);
    }

    private static bool IsFloat(StaticType type) => type is SimpleType { Kind: SimpleKind.Float };
}

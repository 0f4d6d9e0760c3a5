using Pytocs.Lowering.Types;
using static Pytocs.Lowering.Library.TypedRows;

namespace Pytocs.Lowering.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/math.html">math</see> over numbers, and clocks.</summary>
internal static class MathRows
{
    public static IEnumerable<(string Name, TypedRow Row)> All =>
    [
        .. Unary(static _ => StaticType.Float, "sqrt", "exp", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "degrees", "radians", "fabs"),
        // Logarithms of ints are exact beyond a float, so they are left to the library.
        .. Unary(static c => IsFloat(c) ? StaticType.Float : null, "log", "log2", "log10"),
        Row("math.atan2", "PyMath.Atan2", "y: Float, x: Float, /", StaticType.Float),
        Row("math.pow", "PyMath.Pow", "x: Float, y: Float, /", StaticType.Float),
        Row("math.floor", "PyMath.Floor", "x: Float, /", static c => IsFloat(c) ? StaticType.Int : null),
        Row("math.ceil", "PyMath.Ceil", "x: Float, /", static c => IsFloat(c) ? StaticType.Int : null),
        Row("math.trunc", "PyFloat.Truncate", "x: Float, /", static c => IsFloat(c) ? StaticType.Int : null),
        Row("math.isnan", "double.IsNaN", "x: Float, /", StaticType.Bool),
        Row("math.isinf", "double.IsInfinity", "x: Float, /", StaticType.Bool),
        Row("math.isfinite", "double.IsFinite", "x: Float, /", StaticType.Bool),
        Row("math.gcd", "PyMath.Gcd", "a: Int, b: Int, /", StaticType.Int),
    ];

    private static bool IsFloat(CallSite call) => call["x"] is SimpleType { Kind: SimpleKind.Float };

    private static IEnumerable<(string, TypedRow)> Unary(Func<CallSite, StaticType?> result, params string[] names)
        => names.Select(n => Row("math." + n, "PyMath." + char.ToUpperInvariant(n[0]) + n[1..], "x: Float, /", result));
}

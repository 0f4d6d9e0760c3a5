namespace Pytocs.Runtime.Core;

/// <summary>Python's binary operators, in the order of the tables below.</summary>
public enum BinaryOperator
{
    Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd, FloorDiv, DivMod,
}

/// <summary>Python's rich comparisons.</summary>
public enum Comparison
{
    Lt, LtE, Eq, NotEq, Gt, GtE,
}

internal static class OperatorNames
{
    public static readonly string[] Symbol = ["+", "-", "*", "@", "/", "%", "** or pow()", "<<", ">>", "|", "^", "&", "//", "divmod()"];

    public static readonly string[] Method =
    [
        "__add__", "__sub__", "__mul__", "__matmul__", "__truediv__", "__mod__", "__pow__", "__lshift__", "__rshift__",
        "__or__", "__xor__", "__and__", "__floordiv__", "__divmod__",
    ];

    public static readonly string[] Reflected =
    [
        "__radd__", "__rsub__", "__rmul__", "__rmatmul__", "__rtruediv__", "__rmod__", "__rpow__", "__rlshift__", "__rrshift__",
        "__ror__", "__rxor__", "__rand__", "__rfloordiv__", "__rdivmod__",
    ];

    public static readonly string[] InPlace =
    [
        "__iadd__", "__isub__", "__imul__", "__imatmul__", "__itruediv__", "__imod__", "__ipow__", "__ilshift__", "__irshift__",
        "__ior__", "__ixor__", "__iand__", "__ifloordiv__", "",
    ];

    public static readonly string[] Compare = ["__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"];

    public static readonly string[] CompareSymbol = ["<", "<=", "==", "!=", ">", ">="];
}

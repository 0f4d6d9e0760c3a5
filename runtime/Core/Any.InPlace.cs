using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>
/// What <c>target op= value</c> leaves in a dynamic place: the in-place method's result where there is one, else the operator's.
/// See <see href="https://docs.python.org/3.13/reference/datamodel.html#object.__iadd__">in-place methods</see>.
/// </summary>
public readonly partial struct Any
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Any AddInPlace(Any a, Any b) => IsPlain(a) && IsPlain(b) ? a + b : Operators.InPlace(BinaryOperator.Add, a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Any SubInPlace(Any a, Any b) => IsPlain(a) && IsPlain(b) ? a - b : Operators.InPlace(BinaryOperator.Sub, a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Any MultInPlace(Any a, Any b) => IsPlain(a) && IsPlain(b) ? a * b : Operators.InPlace(BinaryOperator.Mult, a, b);

    public static Any MatMultInPlace(Any a, Any b) => Operators.InPlace(BinaryOperator.MatMult, a, b);

    public static Any DivInPlace(Any a, Any b) => Operators.InPlace(BinaryOperator.Div, a, b);

    public static Any ModInPlace(Any a, Any b) => Operators.InPlace(BinaryOperator.Mod, a, b);

    public static Any PowInPlace(Any a, Any b) => Operators.InPlace(BinaryOperator.Pow, a, b);

    public static Any LShiftInPlace(Any a, Any b) => Operators.InPlace(BinaryOperator.LShift, a, b);

    public static Any RShiftInPlace(Any a, Any b) => Operators.InPlace(BinaryOperator.RShift, a, b);

    public static Any BitOrInPlace(Any a, Any b) => Operators.InPlace(BinaryOperator.BitOr, a, b);

    public static Any BitXorInPlace(Any a, Any b) => Operators.InPlace(BinaryOperator.BitXor, a, b);

    public static Any BitAndInPlace(Any a, Any b) => Operators.InPlace(BinaryOperator.BitAnd, a, b);

    public static Any FloorDivInPlace(Any a, Any b) => Operators.InPlace(BinaryOperator.FloorDiv, a, b);

    /// <summary>Whether the value is a small int or a float, whose operators make new values and never fail.</summary>
    private static bool IsPlain(Any value) => value.Ref is null || value.IsFloat;
}

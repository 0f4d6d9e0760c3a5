namespace Pytocs.Runtime.Core;

/// <summary>
/// Arithmetic and comparison with the fast paths inline: both small ints, or both floats.
/// Everything else goes through <see cref="Operators"/>.
/// </summary>
public readonly partial struct Any
{
    public static Any operator +(Any a, Any b)
    {
        if (a.Ref is null && b.Ref is null)
        {
            var r = unchecked(a.Bits + b.Bits);
            if ((r < a.Bits) == (b.Bits < 0))
                return r;
        }
        else if (a.IsFloat && b.IsFloat)
        {
            return a.FloatValue + b.FloatValue;
        }
        return Operators.Binary(BinaryOperator.Add, a, b);
    }

    public static Any operator -(Any a, Any b)
    {
        if (a.Ref is null && b.Ref is null)
        {
            var r = unchecked(a.Bits - b.Bits);
            if ((r > a.Bits) == (b.Bits < 0))
                return r;
        }
        else if (a.IsFloat && b.IsFloat)
        {
            return a.FloatValue - b.FloatValue;
        }
        return Operators.Binary(BinaryOperator.Sub, a, b);
    }

    public static Any operator *(Any a, Any b)
    {
        if (a.Ref is null && b.Ref is null)
            return a.IntValue * b.IntValue;
        if (a.IsFloat && b.IsFloat)
            return a.FloatValue * b.FloatValue;
        return Operators.Binary(BinaryOperator.Mult, a, b);
    }

    public static Any operator /(Any a, Any b)
        => a.IsFloat && b.IsFloat && b.FloatValue != 0 ? a.FloatValue / b.FloatValue : Operators.Binary(BinaryOperator.Div, a, b);

    public static Any operator %(Any a, Any b)
        => a.Ref is null && b.Ref is null && b.Bits > 0 && a.Bits >= 0 ? a.Bits % b.Bits : Operators.Binary(BinaryOperator.Mod, a, b);

    public static Any operator &(Any a, Any b)
        => a.Ref is null && b.Ref is null ? a.Bits & b.Bits : Operators.Binary(BinaryOperator.BitAnd, a, b);

    public static Any operator |(Any a, Any b)
        => a.Ref is null && b.Ref is null ? a.Bits | b.Bits : Operators.Binary(BinaryOperator.BitOr, a, b);

    public static Any operator ^(Any a, Any b)
        => a.Ref is null && b.Ref is null ? a.Bits ^ b.Bits : Operators.Binary(BinaryOperator.BitXor, a, b);

    public static Any operator <<(Any a, Any b) => Operators.Binary(BinaryOperator.LShift, a, b);

    public static Any operator >>(Any a, Any b) => Operators.Binary(BinaryOperator.RShift, a, b);

    public static Any operator -(Any a)
        => a.Ref is null && a.Bits != long.MinValue ? -a.Bits : a.IsFloat ? -a.FloatValue : Operators.Negative(a);

    public static Any operator +(Any a) => Operators.Positive(a);

    public static Any operator ~(Any a) => Operators.Invert(a);

    /// <summary>Python's <c>a // b</c>.</summary>
    public static Any FloorDiv(Any a, Any b)
        => a.Ref is null && b.Ref is null && b.Bits > 0 && a.Bits >= 0 ? a.Bits / b.Bits : Operators.Binary(BinaryOperator.FloorDiv, a, b);

    /// <summary>Python's <c>a ** b</c>.</summary>
    public static Any Pow(Any a, Any b) => Operators.Binary(BinaryOperator.Pow, a, b);

    /// <summary>Python's <c>a @ b</c>.</summary>
    public static Any MatMul(Any a, Any b) => Operators.Binary(BinaryOperator.MatMult, a, b);

    public static bool operator ==(Any a, Any b)
        => a.Ref is null && b.Ref is null ? a.Bits == b.Bits : Operators.Equal(a, b);

    public static bool operator !=(Any a, Any b)
        => a.Ref is null && b.Ref is null ? a.Bits != b.Bits : Operators.NotEqual(a, b);

    public static bool operator <(Any a, Any b)
        => a.Ref is null && b.Ref is null ? a.Bits < b.Bits : Operators.Compare(Comparison.Lt, a, b).Truth;

    public static bool operator <=(Any a, Any b)
        => a.Ref is null && b.Ref is null ? a.Bits <= b.Bits : Operators.Compare(Comparison.LtE, a, b).Truth;

    public static bool operator >(Any a, Any b)
        => a.Ref is null && b.Ref is null ? a.Bits > b.Bits : Operators.Compare(Comparison.Gt, a, b).Truth;

    public static bool operator >=(Any a, Any b)
        => a.Ref is null && b.Ref is null ? a.Bits >= b.Bits : Operators.Compare(Comparison.GtE, a, b).Truth;
}

using System.Numerics;

namespace Pytocs.Runtime.Core;

/// <summary>Arithmetic of the numeric tower: bool and int, float, complex.</summary>
internal static class Numeric
{
    /// <summary>The result, or NotImplemented where an operand is no number or the operator is not defined.</summary>
    public static Any Binary(BinaryOperator op, Any a, Any b)
    {
        if (Operators.IsIntLike(a) && Operators.IsIntLike(b))
            return op is (BinaryOperator.BitAnd or BinaryOperator.BitOr or BinaryOperator.BitXor) && a.IsBool && b.IsBool
                ? Logical(op, a.Bits != 0, b.Bits != 0)
                : Integers(op, Operators.ToInt(a), Operators.ToInt(b));
        if (a.Ref is Complex || b.Ref is Complex)
            return TryComplex(a, out var x) && TryComplex(b, out var y) ? Complexes(op, x, y) : Any.NotImplemented;
        return TryFloat(a, out var f) && TryFloat(b, out var g) ? Floats(op, f, g) : Any.NotImplemented;
    }

    /// <summary>Bitwise operators of bools: a bool when both are.</summary>
    public static Any Bitwise(BinaryOperator op, Any a, Any b)
        => Operators.IsIntLike(PyValueInstance.Unwrap(b)) ? Binary(op, a, PyValueInstance.Unwrap(b)) : Any.NotImplemented;

    /// <summary>A comparison of two plain numbers.</summary>
    public static Any Compare(Comparison op, Any a, Any b) => Operators.CompareNative(op, a, b);

    private static Any Logical(BinaryOperator op, bool a, bool b) => op switch
    {
        BinaryOperator.BitAnd => a & b,
        BinaryOperator.BitOr => a | b,
        _ => a ^ b,
    };

    private static Any Integers(BinaryOperator op, PyInt a, PyInt b) => op switch
    {
        BinaryOperator.Add => a + b,
        BinaryOperator.Sub => a - b,
        BinaryOperator.Mult => a * b,
        BinaryOperator.Div => PyInt.TrueDiv(a, b),
        BinaryOperator.FloorDiv => PyInt.FloorDiv(a, b),
        BinaryOperator.Mod => PyInt.Mod(a, b),
        BinaryOperator.DivMod => new PyTuple([PyInt.FloorDiv(a, b), PyInt.Mod(a, b)]),
        BinaryOperator.Pow => b < 0 ? PyFloat.Pow(PyInt.ToDouble(a), PyInt.ToDouble(b)) : PyInt.Pow(a, b),
        BinaryOperator.LShift => a << b,
        BinaryOperator.RShift => a >> b,
        BinaryOperator.BitAnd => a & b,
        BinaryOperator.BitOr => a | b,
        BinaryOperator.BitXor => a ^ b,
        _ => Any.NotImplemented,
    };

    private static Any Floats(BinaryOperator op, double a, double b) => op switch
    {
        BinaryOperator.Add => a + b,
        BinaryOperator.Sub => a - b,
        BinaryOperator.Mult => a * b,
        BinaryOperator.Div => b == 0 ? throw new ZeroDivisionError("float division by zero") : a / b,
        BinaryOperator.FloorDiv => PyFloat.FloorDiv(a, b),
        BinaryOperator.Mod => PyFloat.Mod(a, b),
        BinaryOperator.DivMod => b == 0 ? throw new ZeroDivisionError("float divmod()") : new PyTuple([PyFloat.FloorDiv(a, b), PyFloat.Mod(a, b)]),
        BinaryOperator.Pow => a < 0 && Math.Floor(b) != b && double.IsFinite(a) && double.IsFinite(b)
            ? (Any)PyComplex.Pow(a, b)
            : PyFloat.Pow(a, b),
        _ => Any.NotImplemented,
    };

    private static Any Complexes(BinaryOperator op, Complex a, Complex b) => op switch
    {
        BinaryOperator.Add => new Complex(a.Real + b.Real, a.Imaginary + b.Imaginary),
        BinaryOperator.Sub => new Complex(a.Real - b.Real, a.Imaginary - b.Imaginary),
        BinaryOperator.Mult => PyComplex.Multiply(a, b),
        BinaryOperator.Div => PyComplex.Divide(a, b),
        BinaryOperator.Pow => PyComplex.Pow(a, b),
        _ => Any.NotImplemented,
    };

    public static bool TryFloat(Any a, out double value)
    {
        value = a.IsFloat ? a.FloatValue : 0;
        if (a.IsFloat)
            return true;
        if (!Operators.IsIntLike(a))
            return false;
        value = PyInt.ToDouble(Operators.ToInt(a));
        return true;
    }

    private static bool TryComplex(Any a, out Complex value)
    {
        value = default;
        if (a.Ref is Complex c)
        {
            value = c;
            return true;
        }
        if (!TryFloat(a, out var real))
            return false;
        value = new Complex(real, 0);
        return true;
    }
}

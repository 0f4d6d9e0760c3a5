using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The operators of fractions: exact with ints, through floats with floats and complex numbers.</summary>
public sealed partial class PyFraction
{
    private static void Arithmetic(PyType type)
    {
        Operator(type, BinaryOperator.Add, "add", static (a, b) => Of((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator));
        Operator(type, BinaryOperator.Sub, "sub", static (a, b) => Of((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator));
        Operator(type, BinaryOperator.Mult, "mul", static (a, b) => Of(a.Numerator * b.Numerator, a.Denominator * b.Denominator));
        Operator(type, BinaryOperator.Div, "truediv", static (a, b) => b.Numerator.IsZero
            ? throw new ZeroDivisionError($"Fraction({b.Denominator}, 0)")
            : Of(a.Numerator * b.Denominator, a.Denominator * b.Numerator));
        Operator(type, BinaryOperator.FloorDiv, "floordiv", static (a, b) => Floor(a, b));
        Operator(type, BinaryOperator.Mod, "mod", static (a, b) => Remainder(a, b, "integer modulo by zero"));
        Operator(type, BinaryOperator.DivMod, "divmod", static (a, b) => PyTuple.Of(Floor(a, b), Remainder(a, b, "integer division or modulo by zero")));
        type.Method("__pow__", "a, b", static (a, b) => Power(Self(a), b))
            .Method("__rpow__", "b, a", static (b, a) => PowerOf(a, Self(b)));
        foreach (var op in Enum.GetValues<Comparison>())
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (a, b) => Compare(op, Self(a), b));
    }

    private static PyInt Floor(PyFraction a, PyFraction b) => PyInt.FloorDiv(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    private static PyFraction Remainder(PyFraction a, PyFraction b, string error)
        => b.Numerator.IsZero
            ? throw new ZeroDivisionError(error)
            : Of(PyInt.Mod(a.Numerator * b.Denominator, b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    private static void Operator(PyType type, BinaryOperator op, string name, Func<PyFraction, PyFraction, Any> exact)
    {
        type.Method($"__{name}__", "self, other, /", (a, b) => Rational(b) is { } other
                ? exact(Self(a), other)
                : Accepts(op, b) ? Operators.Binary(op, Self(a).ToDouble(), b) : Any.NotImplemented)
            .Method($"__r{name}__", "self, other, /", (b, a) => AnyRational(a) is { } other
                ? exact(other, Self(b))
                : Accepts(op, a) ? Operators.Binary(op, a, Self(b).ToDouble()) : ByFloats(op, a, Self(b)));
    }

    private static bool IsInexact(Any value) => PyValueInstance.Unwrap(value) is var plain && (plain.IsFloat || plain.Ref is Complex);

    /// <summary>Complex numbers have no floor division.</summary>
    private static bool Accepts(BinaryOperator op, Any value)
        => PyValueInstance.Unwrap(value).IsFloat || (op is not (BinaryOperator.FloorDiv or BinaryOperator.Mod or BinaryOperator.DivMod) && IsInexact(value));

    /// <summary>What classes of real and complex numbers say they are on the left of a fraction.</summary>
    private static Any ByFloats(BinaryOperator op, Any a, PyFraction b)
        => a.Ref is not PyObject ? Any.NotImplemented
            : Builtins.IsInstance(a, Modules.ImportFrom("numbers", "Real")) ? Operators.Binary(op, FloatType.Real(a), b.ToDouble())
            : op is not (BinaryOperator.FloorDiv or BinaryOperator.Mod or BinaryOperator.DivMod) && Builtins.IsInstance(a, Modules.ImportFrom("numbers", "Complex"))
                ? Operators.Binary(op, ((Any)ComplexType.Type).Call(a), new Complex(b.ToDouble(), 0))
                : Any.NotImplemented;

    private static Any Power(PyFraction a, Any b)
    {
        if (AnyRational(b) is not { } exponent)
            return IsInexact(b) ? Operators.Binary(BinaryOperator.Pow, a.ToDouble(), b) : Any.NotImplemented;
        if (!exponent.Denominator.IsOne)
            return Operators.Binary(BinaryOperator.Pow, a.ToDouble(), FloatType.Real(b));
        var size = (int)BigInteger.Abs(exponent.Numerator);
        var numerator = BigInteger.Pow(a.Numerator, size);
        var denominator = BigInteger.Pow(a.Denominator, size);
        return exponent.Numerator.Sign < 0 ? Of(denominator, numerator) : Of(numerator, denominator);
    }

    private static Any PowerOf(Any a, PyFraction exponent)
    {
        if (exponent.Denominator.IsOne && exponent.Numerator.Sign >= 0)
            return Operators.Binary(BinaryOperator.Pow, a, exponent.Numerator);
        if (AnyRational(a) is { } @base)
            return Power(@base, exponent);
        return Operators.Binary(BinaryOperator.Pow, a, exponent.Denominator.IsOne ? exponent.Numerator : exponent.ToDouble());
    }

    private static Any Compare(Comparison op, PyFraction a, Any b)
    {
        if (AnyRational(b) is { } other)
            return SequenceRules.Holds(op, (a.Numerator * other.Denominator).CompareTo(other.Numerator * a.Denominator));
        var plain = PyValueInstance.Unwrap(b);
        if (plain.Ref is Complex { Imaginary: 0 } complex && op is Comparison.Eq or Comparison.NotEq)
            plain = complex.Real;
        if (!plain.IsFloat)
            return Any.NotImplemented;
        // Against an infinity or NaN every fraction compares as zero does.
        return double.IsFinite(plain.FloatValue) ? Compare(op, a, Of(plain.FloatValue)) : Operators.Compare(op, 0.0, plain);
    }
}

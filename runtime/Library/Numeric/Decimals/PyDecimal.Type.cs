using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Decimals;

/// <summary>The class as Python sees it.</summary>
public sealed partial class PyDecimal
{
    private static PyDecimal Self(Any o) => (PyDecimal)o.Ref!;

    private static string Text(Any o) => DecimalText.Format(Self(o), engineering: false, DecimalContext.Current.Capitals);

    private static PyType Declare()
    {
        var type = PyType.Builtin("Decimal", module: "decimal");
        type.New("cls, value='0', context=None", static a => Made((PyType)a[0].Ref!, Exact(a[1], DecimalContext.Given(a[2]))));
        type.ClassMethod("from_float", "cls, f, /", static a => ReferenceEquals(a[0].Ref, Type) ? Made(Type, FromFloat(a[1])) : a[0].Call(Made(Type, FromFloat(a[1]))))
            .Property("real", static o => o)
            .Property("imag", static _ => new PyDecimal(false, 0, 0))
            .Method("__repr__", static o => $"Decimal('{Text(o)}')")
            .Method("__str__", static o => Text(o))
            .Method("__format__", "self, format_spec, override=None, /", static (o, spec, _) => DecimalFormat.Format(Self(o), spec.Ref as string ?? throw new TypeError("format arg must be str"), DecimalContext.Current))
            .Method("__hash__", static o => Self(o).Hash())
            .Method("__bool__", static o => !Self(o).IsZero)
            .Method("__int__", static o => Self(o).ToInteger())
            .Method("__trunc__", static o => Self(o).ToInteger())
            .Method("__floor__", static o => Rounded(Self(o), DecimalRounding.Floor))
            .Method("__ceil__", static o => Rounded(Self(o), DecimalRounding.Ceiling))
            .Method("__round__", "self, ndigits=, /", static a => a[1].IsUnbound ? Rounded(Self(a[0]), DecimalRounding.HalfEven) : RoundedTo(Self(a[0]), a[1]), Any.Unbound)
            .Method("__float__", static o => Self(o).ToDouble())
            .Method("__complex__", static o => new Complex(Self(o).ToDouble(), 0))
            .Method("__copy__", static o => o)
            .Method("__deepcopy__", "self, memo, /", static (o, _) => o)
            .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), PyTuple.Of(Text(o))))
            .Method("__sizeof__", static _ => 104)
            .Method("as_tuple", static o => Self(o).AsTuple())
            .Method("as_integer_ratio", static o => Self(o).Ratio() is var (n, d) ? PyTuple.Of(n, d) : Any.None)
            .Method("adjusted", static o => Self(o).IsSpecial ? 0 : Self(o).Adjusted);
        DecimalMethods.Declare(type);
        Operations(type);
        return type;
    }

    private static PyDecimal FromFloat(Any value)
    {
        var plain = PyValueInstance.Unwrap(value);
        return plain.IsFloat ? Of(plain.FloatValue)
            : Operators.IsIntLike(plain) ? Of((BigInteger)Operators.ToInt(plain))
            : throw new TypeError("argument must be int or float");
    }

    private static BigInteger Rounded(PyDecimal value, DecimalRounding rounding)
    {
        if (value.IsSpecial || value.Exponent >= 0)
            return value.ToInteger();
        var status = DecimalStatus.None;
        return DecimalMath.Rescaled(value, 0, rounding, ref status).ToInteger();
    }

    private static Any RoundedTo(PyDecimal value, Any digits)
    {
        if (!Operators.IsIntLike(digits))
            throw new TypeError("optional arg must be an integer");
        var status = DecimalStatus.None;
        var context = DecimalContext.Current;
        var result = DecimalMath.Quantize(value, new PyDecimal(false, 1, -(long)Operators.ToInt(digits)), context, ref status);
        context.Report(status);
        return Plain(result);
    }

    private double ToDouble()
        => IsSignaling ? throw new ValueError("cannot convert signaling NaN to float")
            : IsNaN ? Negative ? -PyFloat.NaN : PyFloat.NaN
            : PyFloat.Parse(DecimalText.Format(this, engineering: false, capitals: true));

    private static void Operations(PyType type)
    {
        Operator(type, "add", DecimalMath.Add);
        Operator(type, "sub", DecimalMath.Subtract);
        Operator(type, "mul", DecimalMath.Multiply);
        Operator(type, "truediv", DecimalMath.Divide);
        Operator(type, "floordiv", DecimalMath.DivideInteger);
        Operator(type, "mod", DecimalMath.Remainder);
        type.Method("__divmod__", "self, value, /", static (a, b) => Operand(b) is { } other ? DivMod(Self(a), other, DecimalContext.Current) : Any.NotImplemented)
            .Method("__rdivmod__", "self, value, /", static (b, a) => Operand(a) is { } other ? DivMod(other, Self(b), DecimalContext.Current) : Any.NotImplemented)
            .Method("__pow__", "self, value, mod=None, /", static (a, b, m) => Power(a, b, m))
            .Method("__rpow__", "self, value, mod=None, /", static (b, a, m) => Power(a, b, m))
            .Method("__neg__", static o => DecimalMethods.Run(DecimalMath.Minus, Self(o), DecimalContext.Current))
            .Method("__pos__", static o => DecimalMethods.Run(DecimalMath.Plus, Self(o), DecimalContext.Current))
            .Method("__abs__", static o => DecimalMethods.Run(DecimalMath.Abs, Self(o), DecimalContext.Current));
        foreach (var op in Enum.GetValues<Comparison>())
            type.Method(OperatorNames.Compare[(int)op], "self, value, /", (a, b) => Compared(op, Self(a), b));
    }

    private static void Operator(PyType type, string name, DecimalBinary operation)
    {
        type.Method($"__{name}__", "self, value, /", (a, b) => Operand(b) is { } other ? DecimalMethods.Run(operation, Self(a), other, DecimalContext.Current) : Any.NotImplemented)
            .Method($"__r{name}__", "self, value, /", (b, a) => Operand(a) is { } other ? DecimalMethods.Run(operation, other, Self(b), DecimalContext.Current) : Any.NotImplemented);
    }

    internal static Any DivMod(PyDecimal a, PyDecimal b, DecimalContext context)
    {
        var status = DecimalStatus.None;
        var (quotient, rest) = DecimalMath.DivMod(a, b, context, ref status);
        context.Report(status);
        return PyTuple.Of(Plain(quotient), Plain(rest));
    }

    private static Any Power(Any a, Any b, Any modulus)
    {
        if (Operand(a) is not { } x || Operand(b) is not { } y)
            return Any.NotImplemented;
        if (modulus.IsNone)
            return DecimalMethods.Run(DecimalMath.Power, x, y, DecimalContext.Current);
        return Operand(modulus) is { } m ? DecimalMethods.Power(x, y, m, DecimalContext.Current) : Any.NotImplemented;
    }

    private static Any Compared(Comparison op, PyDecimal a, Any b)
    {
        var context = DecimalContext.Current;
        var equality = op is Comparison.Eq or Comparison.NotEq;
        var plain = PyValueInstance.Unwrap(b);
        if (plain.Ref is Complex { Imaginary: 0 } complex && equality)
            plain = complex.Real;
        PyDecimal other;
        if (Operand(plain) is { } known)
        {
            other = known;
        }
        else if (plain.IsFloat)
        {
            if (equality)
                context.Flags |= DecimalStatus.FloatOperation;
            else
                ReportFloat(context);
            other = Of(plain.FloatValue);
        }
        else if (plain.Ref is PyFraction fraction)
        {
            other = Of(fraction.Numerator);
            a = a.IsSpecial ? a : new PyDecimal(a.Negative, a.Coefficient * fraction.Denominator, a.Exponent);
        }
        else
        {
            return Any.NotImplemented;
        }
        if (!a.IsNaN && !other.IsNaN)
            return SequenceRules.Holds(op, DecimalMath.Order(a, other));
        if (a.IsSignaling || other.IsSignaling || !equality)
            context.Report(DecimalStatus.InvalidOperation);
        return op == Comparison.NotEq;
    }
}

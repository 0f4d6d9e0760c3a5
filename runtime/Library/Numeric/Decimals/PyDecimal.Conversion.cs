using System.Numerics;
using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Decimals;

/// <summary>Decimals from other values.</summary>
public sealed partial class PyDecimal
{
    internal static readonly PyType TupleClass = NamedTuples.Make("decimal.DecimalTuple", ["sign", "digits", "exponent"]);

    /// <summary>An operand: a Decimal or an int; null for anything else.</summary>
    internal static PyDecimal? Operand(Any value)
    {
        var plain = PyValueInstance.Unwrap(value);
        return plain.Ref as PyDecimal ?? (Operators.IsIntLike(plain) ? Of((BigInteger)Operators.ToInt(plain)) : null);
    }

    /// <exception cref="TypeError">The value is neither a Decimal nor an int.</exception>
    internal static PyDecimal Required(Any value)
        => Operand(value) ?? throw new TypeError($"conversion from {PyType.Of(value).ErrorName} to Decimal is not supported");

    /// <summary>A result that is of the class Decimal itself.</summary>
    internal static PyDecimal Plain(PyDecimal value) => value.IsExact ? value : new PyDecimal(value.Negative, value.Coefficient, value.Exponent, value.Kind);

    private static Any Made(PyType type, PyDecimal value)
    {
        if (ReferenceEquals(type, Type))
            return Plain(value);
        var made = new PyDecimal(value.Negative, value.Coefficient, value.Exponent, value.Kind);
        made.SetClass(type);
        return made;
    }

    /// <summary>What the constructor makes: the exact value.</summary>
    internal static PyDecimal Exact(Any value, DecimalContext context)
    {
        var plain = PyValueInstance.Unwrap(value);
        if (Operand(plain) is { } known)
            return known;
        if (plain.Ref is string text)
            return Limited(DecimalText.Parse(DecimalText.Cleaned(text, lenient: true)), context);
        if (plain.IsFloat)
        {
            ReportFloat(context);
            return Of(plain.FloatValue);
        }
        if (plain.Ref is PyTuple or PyList)
            return Limited(FromTuple(Operators.ToList(plain)), context);
        throw new TypeError($"conversion from {PyType.Of(value).ErrorName} to Decimal is not supported");
    }

    /// <summary>What <c>Context.create_decimal</c> makes: the value rounded to the context.</summary>
    internal static PyDecimal Fitted(Any value, DecimalContext context)
    {
        var plain = PyValueInstance.Unwrap(value);
        var status = DecimalStatus.None;
        PyDecimal? exact;
        if (plain.Ref is string text)
            exact = DecimalText.Parse(DecimalText.Cleaned(text, lenient: false));
        else if (plain.Ref is PyTuple or PyList)
            exact = DecimalText.Parse(TupleText(Operators.ToList(plain)));
        else
            exact = Exact(value, context);
        if (exact is { IsNaN: true } && !exact.Coefficient.IsZero && exact.Digits > context.Precision - (context.Clamp ? 1 : 0))
            exact = null;
        if (exact is null)
        {
            context.Report(DecimalStatus.ConversionSyntax);
            return NaN;
        }
        var result = DecimalFinal.Fit(exact, context, ref status);
        context.Report(status);
        return result;
    }

    /// <summary>A float rounded to the context.</summary>
    internal static PyDecimal FittedFloat(Any value, DecimalContext context)
    {
        var status = DecimalStatus.None;
        var result = DecimalFinal.Fit(FromFloat(value), context, ref status);
        context.Report(status);
        return result;
    }

    /// <summary>A float mixes with decimals: flagged, and refused where FloatOperation is trapped.</summary>
    internal static void ReportFloat(DecimalContext context) => context.Report(DecimalStatus.FloatOperation);

    private static PyDecimal Limited(PyDecimal? value, DecimalContext context)
    {
        if (value is null)
        {
            context.Report(DecimalStatus.ConversionSyntax);
            return NaN;
        }
        var status = DecimalStatus.None;
        var widest = DecimalContext.Widest;
        if (value.IsSpecial || (value.Adjusted <= widest.MaximalExponent && value.Exponent >= widest.Tiny))
            return value;
        DecimalFinal.Fit(value, widest, ref status);
        context.Report(DecimalStatus.InvalidOperation);
        return NaN;
    }

    private static PyDecimal? FromTuple(List<Any> parts) => DecimalText.Parse(TupleText(parts));

    /// <summary>The text of (sign, digits, exponent).</summary>
    /// <exception cref="ValueError">The parts are not of that kind.</exception>
    private static string TupleText(List<Any> parts)
    {
        if (parts.Count != 3)
            throw new ValueError("argument must be a sequence of length 3");
        if (!Operators.IsIntLike(parts[0]) || Fitting(parts[0], "long") is var sign && sign != 0 && sign != 1)
            throw new ValueError("sign must be an integer with the value 0 or 1");
        var text = new StringBuilder(sign == 1 ? "-" : "");
        var exponent = 0L;
        if (parts[2].Ref is string special)
        {
            switch (special)
            {
                case "F":
                    return text.Append("Inf").ToString();
                case "n" or "N":
                    text.Append(special == "n" ? "NaN" : "sNaN");
                    break;
                default:
                    throw new ValueError("string argument in the third position must be 'F', 'n' or 'N'");
            }
        }
        else
        {
            exponent = Operators.IsIntLike(parts[2]) ? Fitting(parts[2], "ssize_t") : throw new ValueError("exponent must be an integer");
        }
        if (parts[1].Ref is not (PyTuple or PyList))
            throw new ValueError("coefficient must be a tuple of digits");
        var digits = Operators.ToList(parts[1]);
        foreach (var digit in digits)
        {
            if (!Operators.IsIntLike(digit) || Fitting(digit, "long") is var d && (d < 0 || d > 9))
                throw new ValueError("coefficient must be a tuple of digits");
            text.Append((char)('0' + (int)d));
        }
        if (parts[2].Ref is string)
            return text.ToString();
        if (digits.Count == 0)
            text.Append('0');
        return text.Append('E').Append(exponent).ToString();

        static long Fitting(Any value, string type) => Operators.ToInt(value) is var number && number >= long.MinValue && number <= long.MaxValue
            ? (long)number
            : throw new OverflowError($"Python int too large to convert to C {type}");
    }

    private PyTuple AsTuple()
    {
        var exponent = Kind switch { DecimalKind.Infinity => "F", DecimalKind.Quiet => "n", DecimalKind.Signaling => "N", _ => (Any)Exponent };
        var text = Kind == DecimalKind.Infinity ? "0" : IsNaN && Coefficient.IsZero ? "" : Coefficient.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var digits = new PyTuple([.. text.Select(static c => (Any)(c - '0'))]);
        return (PyTuple)((Any)TupleClass).Call(Negative ? 1 : 0, digits, exponent).Ref!;
    }
}

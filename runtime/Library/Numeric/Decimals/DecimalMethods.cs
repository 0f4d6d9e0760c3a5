using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Decimals;

internal delegate PyDecimal DecimalUnary(PyDecimal a, DecimalContext context, ref DecimalStatus status);

internal delegate PyDecimal DecimalBinary(PyDecimal a, PyDecimal b, DecimalContext context, ref DecimalStatus status);

/// <summary>The methods that a Decimal and a Context share: on the one with a context as last argument, on the other with the number as first.</summary>
internal static class DecimalMethods
{
    private static readonly (string Name, DecimalUnary Operation)[] s_unary =
    [
        ("exp", DecimalMath.Exp), ("ln", DecimalMath.Ln), ("log10", DecimalMath.Log10), ("logb", DecimalMath.LogB), ("logical_invert", DecimalMath.Invert),
        ("next_minus", static (PyDecimal a, DecimalContext c, ref DecimalStatus s) => DecimalMath.Next(a, false, c, ref s)),
        ("next_plus", static (PyDecimal a, DecimalContext c, ref DecimalStatus s) => DecimalMath.Next(a, true, c, ref s)),
        ("normalize", DecimalMath.Reduce), ("sqrt", DecimalMath.SquareRoot),
    ];

    private static readonly (string Name, DecimalBinary Operation)[] s_binary =
    [
        ("compare", DecimalMath.Compare), ("compare_signal", DecimalMath.CompareSignal),
        ("logical_and", static (PyDecimal a, PyDecimal b, DecimalContext c, ref DecimalStatus s) => DecimalMath.Logical(a, b, static (x, y) => x && y, c, ref s)),
        ("logical_or", static (PyDecimal a, PyDecimal b, DecimalContext c, ref DecimalStatus s) => DecimalMath.Logical(a, b, static (x, y) => x || y, c, ref s)),
        ("logical_xor", static (PyDecimal a, PyDecimal b, DecimalContext c, ref DecimalStatus s) => DecimalMath.Logical(a, b, static (x, y) => x != y, c, ref s)),
        ("max", static (PyDecimal a, PyDecimal b, DecimalContext c, ref DecimalStatus s) => DecimalMath.Extreme(a, b, true, false, c, ref s)),
        ("max_mag", static (PyDecimal a, PyDecimal b, DecimalContext c, ref DecimalStatus s) => DecimalMath.Extreme(a, b, true, true, c, ref s)),
        ("min", static (PyDecimal a, PyDecimal b, DecimalContext c, ref DecimalStatus s) => DecimalMath.Extreme(a, b, false, false, c, ref s)),
        ("min_mag", static (PyDecimal a, PyDecimal b, DecimalContext c, ref DecimalStatus s) => DecimalMath.Extreme(a, b, false, true, c, ref s)),
        ("next_toward", DecimalMath.NextToward), ("remainder_near", DecimalMath.RemainderNear), ("rotate", DecimalMath.Rotate),
        ("scaleb", DecimalMath.ScaleB), ("shift", DecimalMath.Shift),
        ("compare_total", static (PyDecimal a, PyDecimal b, DecimalContext _, ref DecimalStatus _) => PyDecimal.Of(new BigInteger(DecimalMath.Total(a, b)))),
        ("compare_total_mag", static (PyDecimal a, PyDecimal b, DecimalContext _, ref DecimalStatus _) => PyDecimal.Of(new BigInteger(DecimalMath.TotalMagnitude(a, b)))),
        ("copy_sign", static (PyDecimal a, PyDecimal b, DecimalContext _, ref DecimalStatus _) => a.WithSign(b.Negative)),
    ];

    /// <summary>Operations that are operators of Decimal.</summary>
    private static readonly (string Name, DecimalUnary Operation)[] s_contextUnary = [("abs", DecimalMath.Abs), ("minus", DecimalMath.Minus), ("plus", DecimalMath.Plus)];

    private static readonly (string Name, DecimalBinary Operation)[] s_contextBinary =
    [
        ("add", DecimalMath.Add), ("subtract", DecimalMath.Subtract), ("multiply", DecimalMath.Multiply), ("divide", DecimalMath.Divide),
        ("divide_int", DecimalMath.DivideInteger), ("remainder", DecimalMath.Remainder), ("quantize", DecimalMath.Quantize),
    ];

    /// <summary>Questions that need no context.</summary>
    private static readonly (string Name, Func<PyDecimal, DecimalContext, Any> Answer)[] s_questions =
    [
        ("canonical", static (a, _) => a), ("conjugate", static (a, _) => a), ("copy_abs", static (a, _) => PyDecimal.Plain(a.WithSign(false))),
        ("copy_negate", static (a, _) => PyDecimal.Plain(a.WithSign(!a.Negative))), ("is_canonical", static (_, _) => true), ("is_finite", static (a, _) => a.IsFinite),
        ("is_infinite", static (a, _) => a.IsInfinite), ("is_nan", static (a, _) => a.IsNaN), ("is_qnan", static (a, _) => a.Kind == DecimalKind.Quiet),
        ("is_signed", static (a, _) => a.Negative), ("is_snan", static (a, _) => a.IsSignaling), ("is_zero", static (a, _) => a.IsZero),
        ("radix", static (_, _) => PyDecimal.Of(new BigInteger(10))),
    ];

    private static readonly (string Name, Func<PyDecimal, DecimalContext, Any> Answer)[] s_contextQuestions =
    [
        ("is_normal", static (a, c) => a.IsFinite && !a.IsZero && a.Adjusted >= c.MinimalExponent),
        ("is_subnormal", static (a, c) => a.IsFinite && !a.IsZero && a.Adjusted < c.MinimalExponent),
        ("number_class", static (a, c) => DecimalMath.ClassOf(a, c)),
        ("to_eng_string", static (a, c) => DecimalText.Format(a, engineering: true, c.Capitals)),
    ];

    public static Any Run(DecimalUnary operation, PyDecimal a, DecimalContext context)
    {
        var status = DecimalStatus.None;
        var result = operation(a, context, ref status);
        context.Report(status);
        return PyDecimal.Plain(result);
    }

    public static Any Run(DecimalBinary operation, PyDecimal a, PyDecimal b, DecimalContext context)
    {
        var status = DecimalStatus.None;
        var result = operation(a, b, context, ref status);
        context.Report(status);
        return PyDecimal.Plain(result);
    }

    public static Any Power(PyDecimal a, PyDecimal b, PyDecimal modulus, DecimalContext context)
        => Run((PyDecimal x, DecimalContext c, ref DecimalStatus s) => DecimalMath.PowerModulo(x, b, modulus, c, ref s), a, context);

    private static Any FusedMultiplyAdd(PyDecimal a, PyDecimal b, PyDecimal third, DecimalContext context)
        => Run((PyDecimal x, DecimalContext c, ref DecimalStatus s) => DecimalMath.FusedMultiplyAdd(x, b, third, c, ref s), a, context);

    private static Any ToIntegral(PyDecimal a, DecimalRounding rounding, bool signals, DecimalContext context)
        => Run((PyDecimal x, DecimalContext c, ref DecimalStatus s) => DecimalMath.ToIntegral(x, rounding, signals, c, ref s), a, context);

    private static DecimalContext Rounding(Any rounding, Any context)
    {
        var chosen = DecimalContext.Given(context);
        if (rounding.IsNone)
            return chosen;
        var copy = chosen.Copy();
        copy.Rounding = DecimalContext.RoundingOf(rounding);
        return copy;
    }

    /// <summary>Runs under a rounding of its own; flags and traps are those of the context that is given.</summary>
    private static Any Quantize(Any[] a)
    {
        var (value, other) = (PyDecimal.Required(a[0]), PyDecimal.Required(a[1]));
        var context = Rounding(a[2], a[3]);
        var status = DecimalStatus.None;
        var result = DecimalMath.Quantize(value, other, context, ref status);
        DecimalContext.Given(a[3]).Report(status);
        return PyDecimal.Plain(result);
    }

    public static void Declare(PyType type)
    {
        foreach (var (name, operation) in s_unary)
            type.Method(name, "self, context=None", (a, c) => Run(operation, PyDecimal.Required(a), DecimalContext.Given(c)));
        foreach (var (name, operation) in s_binary)
            type.Method(name, "self, other, context=None", (a, b, c) => Run(operation, PyDecimal.Required(a), PyDecimal.Required(b), DecimalContext.Given(c)));
        foreach (var (name, answer) in s_questions)
            type.Method(name, a => answer(PyDecimal.Required(a), DecimalContext.Default));
        foreach (var (name, answer) in s_contextQuestions)
            type.Method(name, "self, context=None", (a, c) => answer(PyDecimal.Required(a), DecimalContext.Given(c)));
        type.Method("same_quantum", "self, other, context=None", static (a, b, _) => DecimalMath.SameQuantum(PyDecimal.Required(a), PyDecimal.Required(b)))
            .Method("fma", "self, other, third, context=None", static (Any[] a) => FusedMultiplyAdd(PyDecimal.Required(a[0]), PyDecimal.Required(a[1]), PyDecimal.Required(a[2]), DecimalContext.Given(a[3])))
            .Method("quantize", "self, exp, rounding=None, context=None", static (Any[] a) => Quantize(a));
        foreach (var name in (string[])["to_integral", "to_integral_value", "to_integral_exact"])
            type.Method(name, "self, rounding=None, context=None", (a, r, c) => ToIntegral(PyDecimal.Required(a), Rounding(r, c).Rounding, name == "to_integral_exact", DecimalContext.Given(c)));
    }

    public static void DeclareContext(PyType type, Func<Any, DecimalContext> self)
    {
        foreach (var (name, operation) in s_unary.Concat(s_contextUnary))
            type.Method(name, "self, x, /", (c, a) => Run(operation, PyDecimal.Required(a), self(c)));
        foreach (var (name, operation) in s_binary.Concat(s_contextBinary))
            type.Method(name, "self, x, y, /", (c, a, b) => Run(operation, PyDecimal.Required(a), PyDecimal.Required(b), self(c)));
        foreach (var (name, answer) in s_questions.Concat(s_contextQuestions))
            if (name is not ("radix" or "conjugate"))
                type.Method(name, "self, x, /", (c, a) => answer(PyDecimal.Required(a), self(c)));
        foreach (var name in (string[])["to_integral", "to_integral_value", "to_integral_exact"])
            type.Method(name, "self, x, /", (c, a) => ToIntegral(PyDecimal.Required(a), self(c).Rounding, name == "to_integral_exact", self(c)));
        type.Method("radix", static _ => PyDecimal.Of(new BigInteger(10)))
            .Method("to_sci_string", "self, x, /", (c, a) => DecimalText.Format(PyDecimal.Required(a), engineering: false, self(c).Capitals))
            .Method("same_quantum", "self, x, y, /", static (_, a, b) => DecimalMath.SameQuantum(PyDecimal.Required(a), PyDecimal.Required(b)))
            .Method("divmod", "self, x, y, /", (c, a, b) => PyDecimal.DivMod(PyDecimal.Required(a), PyDecimal.Required(b), self(c)))
            .Method("fma", "self, x, y, z, /", (Any[] a) => FusedMultiplyAdd(PyDecimal.Required(a[1]), PyDecimal.Required(a[2]), PyDecimal.Required(a[3]), self(a[0])))
            .Method("power", "self, a, b, modulo=None", (Any[] a) => a[3].IsNone
                ? Run(DecimalMath.Power, PyDecimal.Required(a[1]), PyDecimal.Required(a[2]), self(a[0]))
                : Power(PyDecimal.Required(a[1]), PyDecimal.Required(a[2]), PyDecimal.Required(a[3]), self(a[0])));
    }
}

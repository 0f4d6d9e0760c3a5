using System.Numerics;
using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>
/// What is plain to see of the sign of a number. It decides whether <c>**</c> stays among the numbers of its
/// operands: in Python <c>(-8.0) ** 0.5</c> is complex, and <c>2 ** -1</c> a float.
/// See <see href="https://docs.python.org/3.13/reference/expressions.html#the-power-operator">the power operator</see>.
/// </summary>
internal static class Signs
{
    private const int DeepestLook = 20;

    /// <summary>Whether a power has the type that its operands have in common.</summary>
    public static bool PowIsClosed(Py.Expression @base, Py.Expression exponent, StaticType baseType, StaticType exponentType, SemanticModel model)
    {
        if (exponentType is SimpleType { Kind: SimpleKind.Int })
            return baseType is SimpleType { Kind: SimpleKind.Float } || IsNonNegative(exponent, model, 0);
        return exponent is Py.Constant { Value: double d } && Math.Floor(d) == d || IsNonNegative(@base, model, 0);
    }

    /// <summary>Whether a number is zero, positive or, if it is a float, not a number.</summary>
    private static bool IsNonNegative(Py.Expression expression, SemanticModel model, int depth)
    {
        if (depth > DeepestLook)
            return false;
        switch (expression)
        {
            case Py.Constant { Value: BigInteger n }:
                return n.Sign >= 0;
            case Py.Constant { Value: double d }:
                return d >= 0;
            case Py.Constant { Value: bool }:
                return true;
            case Py.BinOp { Op: Py.Operator.Mult, Left: Py.Name a, Right: Py.Name b } when model.Names.GetValueOrDefault(a) is { } symbol && symbol == model.Names.GetValueOrDefault(b):
                return true;
            case Py.BinOp { Op: Py.Operator.Add or Py.Operator.Mult or Py.Operator.Div or Py.Operator.FloorDiv } both:
                return IsNonNegative(both.Left, model, depth + 1) && IsNonNegative(both.Right, model, depth + 1);
            case Py.BinOp { Op: Py.Operator.Mod } mod:
                return IsNonNegative(mod.Right, model, depth + 1);
            case Py.BinOp { Op: Py.Operator.Pow } pow:
                return pow.Right is Py.Constant { Value: BigInteger { IsEven: true } } || IsNonNegative(pow.Left, model, depth + 1);
            case Py.IfExp conditional:
                return IsNonNegative(conditional.Body, model, depth + 1) && IsNonNegative(conditional.Orelse, model, depth + 1);
            case Py.Call { Func: Py.Name { Id: "abs" or "len" } function }:
                return model.Names.GetValueOrDefault(function) is null;
            case Py.Name name when model.Names.GetValueOrDefault(name) is { Bindings: 1, MayBeUnbound: false } symbol:
                return model.SingleValues.TryGetValue(symbol, out var value) && (value is Py.Call range ? IsUpwardRange(range, model, depth) || IsNonNegative(range, model, depth + 1) : IsNonNegative(value, model, depth + 1));
            default:
                return false;
        }
    }

    private static bool IsUpwardRange(Py.Call call, SemanticModel model, int depth)
        => call.Func is Py.Name { Id: "range" } function && model.Names.GetValueOrDefault(function) is null
            && call.Args is [_] or [_, _] or [_, _, _]
            && (call.Args.Length == 1 || IsNonNegative(call.Args[0], model, depth + 1))
            && (call.Args.Length < 3 || IsNonNegative(call.Args[2], model, depth + 1));
}

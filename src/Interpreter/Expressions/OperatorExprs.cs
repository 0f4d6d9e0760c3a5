using System.Diagnostics;
using Pytocs.Runtime.Async;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Interpreter;

/// <summary>A binary operator as a type argument, so that each has code of its own.</summary>
internal interface IBinary
{
    static abstract Any Apply(Any a, Any b);

    static abstract Any InPlace(Any a, Any b);
}

internal sealed class Binary<T>(Expr left, Expr right, int at) : Expr
    where T : struct, IBinary
{
    public override Any Eval(Frame f)
    {
        var a = left.Eval(f);
        var b = right.Eval(f);
        f.At = at;
        return T.Apply(a, b);
    }
}

/// <summary>What an augmented assignment leaves.</summary>
internal sealed class InPlace<T>(Expr left, Expr right, int at) : Expr
    where T : struct, IBinary
{
    public override Any Eval(Frame f)
    {
        var a = left.Eval(f);
        var b = right.Eval(f);
        f.At = at;
        return T.InPlace(a, b);
    }
}

/// <summary>The binary operators.</summary>
internal static class BinaryOperators
{
    public static Expr Make(Py.Operator op, Expr a, Expr b, int at, bool inPlace = false) => op switch
    {
        Py.Operator.Add => Of<Add>(a, b, at, inPlace),
        Py.Operator.Sub => Of<Sub>(a, b, at, inPlace),
        Py.Operator.Mult => Of<Mult>(a, b, at, inPlace),
        Py.Operator.MatMult => Of<MatMult>(a, b, at, inPlace),
        Py.Operator.Div => Of<Div>(a, b, at, inPlace),
        Py.Operator.Mod => Of<Mod>(a, b, at, inPlace),
        Py.Operator.Pow => Of<Pow>(a, b, at, inPlace),
        Py.Operator.LShift => Of<LShift>(a, b, at, inPlace),
        Py.Operator.RShift => Of<RShift>(a, b, at, inPlace),
        Py.Operator.BitOr => Of<BitOr>(a, b, at, inPlace),
        Py.Operator.BitXor => Of<BitXor>(a, b, at, inPlace),
        Py.Operator.BitAnd => Of<BitAnd>(a, b, at, inPlace),
        Py.Operator.FloorDiv => Of<FloorDiv>(a, b, at, inPlace),
        _ => throw new UnreachableException(op.ToString()),
    };

    private static Expr Of<T>(Expr a, Expr b, int at, bool inPlace)
        where T : struct, IBinary
        => inPlace ? new InPlace<T>(a, b, at) : new Binary<T>(a, b, at);

    private struct Add : IBinary
    {
        public static Any Apply(Any a, Any b) => a + b;

        public static Any InPlace(Any a, Any b) => Any.AddInPlace(a, b);
    }

    private struct Sub : IBinary
    {
        public static Any Apply(Any a, Any b) => a - b;

        public static Any InPlace(Any a, Any b) => Any.SubInPlace(a, b);
    }

    private struct Mult : IBinary
    {
        public static Any Apply(Any a, Any b) => a * b;

        public static Any InPlace(Any a, Any b) => Any.MultInPlace(a, b);
    }

    private struct MatMult : IBinary
    {
        public static Any Apply(Any a, Any b) => Any.MatMul(a, b);

        public static Any InPlace(Any a, Any b) => Any.MatMultInPlace(a, b);
    }

    private struct Div : IBinary
    {
        public static Any Apply(Any a, Any b) => a / b;

        public static Any InPlace(Any a, Any b) => Any.DivInPlace(a, b);
    }

    private struct Mod : IBinary
    {
        public static Any Apply(Any a, Any b) => a % b;

        public static Any InPlace(Any a, Any b) => Any.ModInPlace(a, b);
    }

    private struct Pow : IBinary
    {
        public static Any Apply(Any a, Any b) => Any.Pow(a, b);

        public static Any InPlace(Any a, Any b) => Any.PowInPlace(a, b);
    }

    private struct LShift : IBinary
    {
        public static Any Apply(Any a, Any b) => a << b;

        public static Any InPlace(Any a, Any b) => Any.LShiftInPlace(a, b);
    }

    private struct RShift : IBinary
    {
        public static Any Apply(Any a, Any b) => a >> b;

        public static Any InPlace(Any a, Any b) => Any.RShiftInPlace(a, b);
    }

    private struct BitOr : IBinary
    {
        public static Any Apply(Any a, Any b) => a | b;

        public static Any InPlace(Any a, Any b) => Any.BitOrInPlace(a, b);
    }

    private struct BitXor : IBinary
    {
        public static Any Apply(Any a, Any b) => a ^ b;

        public static Any InPlace(Any a, Any b) => Any.BitXorInPlace(a, b);
    }

    private struct BitAnd : IBinary
    {
        public static Any Apply(Any a, Any b) => a & b;

        public static Any InPlace(Any a, Any b) => Any.BitAndInPlace(a, b);
    }

    private struct FloorDiv : IBinary
    {
        public static Any Apply(Any a, Any b) => Any.FloorDiv(a, b);

        public static Any InPlace(Any a, Any b) => Any.FloorDivInPlace(a, b);
    }
}

/// <summary><c>-x</c>, <c>+x</c>, <c>~x</c>.</summary>
internal sealed class Unary(Py.UnaryOperator op, Expr operand, int at) : Expr
{
    public override Any Eval(Frame f)
    {
        var value = operand.Eval(f);
        f.At = at;
        return op switch
        {
            Py.UnaryOperator.USub => -value,
            Py.UnaryOperator.UAdd => +value,
            _ => ~value,
        };
    }
}

/// <summary><c>not x</c>.</summary>
internal sealed class Not(Expr operand, int at) : Expr
{
    public override Any Eval(Frame f) => Test(f);

    public override bool Test(Frame f)
    {
        f.At = at;
        return !operand.Test(f);
    }
}

/// <summary><c>a and b</c>, <c>a or b</c>.</summary>
internal sealed class BoolOp(bool isOr, Expr left, Expr right, int at) : Expr
{
    public override bool Suspends { get; } = left.Suspends || right.Suspends;

    public override Any Eval(Frame f)
    {
        var value = left.Eval(f);
        f.At = at;
        return value.Truth == isOr ? value : right.Eval(f);
    }

    public override bool Test(Frame f) => left.Test(f) == isOr ? isOr : right.Test(f);

    public override async Coro<Any> EvalAsync(Frame f)
    {
        var value = left.Suspends ? await left.EvalAsync(f) : left.Eval(f);
        f.At = at;
        return value.Truth == isOr ? value : right.Suspends ? await right.EvalAsync(f) : right.Eval(f);
    }
}

/// <summary><c>a if test else b</c>.</summary>
internal sealed class IfExp(Expr test, Expr body, Expr orelse) : Expr
{
    public override bool Suspends { get; } = test.Suspends || body.Suspends || orelse.Suspends;

    public override Any Eval(Frame f) => test.Test(f) ? body.Eval(f) : orelse.Eval(f);

    public override async Coro<Any> EvalAsync(Frame f)
    {
        var chosen = (test.Suspends ? (await test.EvalAsync(f)).Truth : test.Test(f)) ? body : orelse;
        return chosen.Suspends ? await chosen.EvalAsync(f) : chosen.Eval(f);
    }
}

/// <summary><c>name := value</c>.</summary>
internal sealed class NamedExpr(Target target, Expr value) : Expr
{
    public override Any Eval(Frame f)
    {
        var result = value.Eval(f);
        target.Store(f, result);
        return result;
    }
}

using System.Diagnostics;
using Pytocs.Runtime.Async;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Interpreter;

/// <summary>A comparison as a type argument.</summary>
internal interface IComparison
{
    static abstract Any Apply(Any a, Any b);

    static abstract bool Test(Any a, Any b);
}

/// <summary>One comparison.</summary>
internal sealed class Compare<T>(Expr left, Expr right, int at) : Expr
    where T : struct, IComparison
{
    public override Any Eval(Frame f)
    {
        var a = left.Eval(f);
        var b = right.Eval(f);
        f.At = at;
        return T.Apply(a, b);
    }

    public override bool Test(Frame f)
    {
        var a = left.Eval(f);
        var b = right.Eval(f);
        f.At = at;
        return T.Test(a, b);
    }
}

/// <summary>A chain of comparisons: each operand is evaluated once, and none after one that fails.</summary>
internal sealed class CompareChain(Expr[] operands, Func<Any, Any, Any>[] comparisons, int at) : Expr
{
    public override bool Suspends { get; } = operands.Any(static o => o.Suspends);

    public override Any Eval(Frame f)
    {
        var left = operands[0].Eval(f);
        for (var i = 0; ; i++)
        {
            var right = operands[i + 1].Eval(f);
            f.At = at;
            var result = comparisons[i](left, right);
            if (i == comparisons.Length - 1 || !result.Truth)
                return result;
            left = right;
        }
    }

    public override async Coro<Any> EvalAsync(Frame f)
    {
        var left = operands[0].Suspends ? await operands[0].EvalAsync(f) : operands[0].Eval(f);
        for (var i = 0; ; i++)
        {
            var right = operands[i + 1].Suspends ? await operands[i + 1].EvalAsync(f) : operands[i + 1].Eval(f);
            f.At = at;
            var result = comparisons[i](left, right);
            if (i == comparisons.Length - 1 || !result.Truth)
                return result;
            left = right;
        }
    }
}

/// <summary>The comparison operators.</summary>
internal static class Comparisons
{
    public static Expr Make(Py.CompareOperator op, Expr a, Expr b, int at) => op switch
    {
        Py.CompareOperator.Eq => new Compare<Eq>(a, b, at),
        Py.CompareOperator.NotEq => new Compare<NotEq>(a, b, at),
        Py.CompareOperator.Lt => new Compare<Lt>(a, b, at),
        Py.CompareOperator.LtE => new Compare<LtE>(a, b, at),
        Py.CompareOperator.Gt => new Compare<Gt>(a, b, at),
        Py.CompareOperator.GtE => new Compare<GtE>(a, b, at),
        Py.CompareOperator.Is => new Compare<Is>(a, b, at),
        Py.CompareOperator.IsNot => new Compare<IsNot>(a, b, at),
        Py.CompareOperator.In => new Compare<In>(a, b, at),
        Py.CompareOperator.NotIn => new Compare<NotIn>(a, b, at),
        _ => throw new UnreachableException(op.ToString()),
    };

    public static Func<Any, Any, Any> Function(Py.CompareOperator op) => op switch
    {
        Py.CompareOperator.Eq => Eq.Apply,
        Py.CompareOperator.NotEq => NotEq.Apply,
        Py.CompareOperator.Lt => Lt.Apply,
        Py.CompareOperator.LtE => LtE.Apply,
        Py.CompareOperator.Gt => Gt.Apply,
        Py.CompareOperator.GtE => GtE.Apply,
        Py.CompareOperator.Is => Is.Apply,
        Py.CompareOperator.IsNot => IsNot.Apply,
        Py.CompareOperator.In => In.Apply,
        Py.CompareOperator.NotIn => NotIn.Apply,
        _ => throw new UnreachableException(op.ToString()),
    };

    private struct Eq : IComparison
    {
        public static Any Apply(Any a, Any b) => a.IsSmallInt && b.IsSmallInt ? a.Bits == b.Bits : Operators.Compare(Comparison.Eq, a, b);

        public static bool Test(Any a, Any b) => a == b;
    }

    private struct NotEq : IComparison
    {
        public static Any Apply(Any a, Any b) => a.IsSmallInt && b.IsSmallInt ? a.Bits != b.Bits : Operators.Compare(Comparison.NotEq, a, b);

        public static bool Test(Any a, Any b) => a != b;
    }

    private struct Lt : IComparison
    {
        public static Any Apply(Any a, Any b) => a.IsSmallInt && b.IsSmallInt ? a.Bits < b.Bits : Operators.Compare(Comparison.Lt, a, b);

        public static bool Test(Any a, Any b) => a < b;
    }

    private struct LtE : IComparison
    {
        public static Any Apply(Any a, Any b) => a.IsSmallInt && b.IsSmallInt ? a.Bits <= b.Bits : Operators.Compare(Comparison.LtE, a, b);

        public static bool Test(Any a, Any b) => a <= b;
    }

    private struct Gt : IComparison
    {
        public static Any Apply(Any a, Any b) => a.IsSmallInt && b.IsSmallInt ? a.Bits > b.Bits : Operators.Compare(Comparison.Gt, a, b);

        public static bool Test(Any a, Any b) => a > b;
    }

    private struct GtE : IComparison
    {
        public static Any Apply(Any a, Any b) => a.IsSmallInt && b.IsSmallInt ? a.Bits >= b.Bits : Operators.Compare(Comparison.GtE, a, b);

        public static bool Test(Any a, Any b) => a >= b;
    }

    private struct Is : IComparison
    {
        public static Any Apply(Any a, Any b) => Operators.Is(a, b);

        public static bool Test(Any a, Any b) => Operators.Is(a, b);
    }

    private struct IsNot : IComparison
    {
        public static Any Apply(Any a, Any b) => !Operators.Is(a, b);

        public static bool Test(Any a, Any b) => !Operators.Is(a, b);
    }

    private struct In : IComparison
    {
        public static Any Apply(Any a, Any b) => Operators.Contains(b, a);

        public static bool Test(Any a, Any b) => Operators.Contains(b, a);
    }

    private struct NotIn : IComparison
    {
        public static Any Apply(Any a, Any b) => !Operators.Contains(b, a);

        public static bool Test(Any a, Any b) => !Operators.Contains(b, a);
    }
}

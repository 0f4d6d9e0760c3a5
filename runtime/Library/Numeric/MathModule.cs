using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/math.html">math</see>.</summary>
internal static class MathModule
{
    public static PyModule Build()
    {
        var module = new PyModule("math")
            .Value("pi", Math.PI).Value("e", Math.E).Value("tau", Math.Tau).Value("inf", double.PositiveInfinity).Value("nan", PyFloat.NaN);
        Elementary(module);
        Rounding(module);
        Floats(module);
        MathIntegers.Declare(module);
        MathSums.Declare(module);
        return module;
    }

    private static ValueError Domain() => new("math domain error");

    /// <summary>A function of the C library: NaN from a number is a domain error, infinity from a finite one a range error.</summary>
    private static PyModule Unary(this PyModule module, string name, Func<double, double> function, bool canOverflow = false)
        => module.Function(name, x =>
        {
            var argument = Lib.Real(x);
            var result = function(argument);
            if (double.IsNaN(result) && !double.IsNaN(argument))
                throw Domain();
            if (double.IsInfinity(result) && double.IsFinite(argument))
                throw canOverflow ? new OverflowError("math range error") : Domain();
            return result;
        });

    private static void Elementary(PyModule module)
    {
        module.Unary("sqrt", Math.Sqrt).Unary("cbrt", Math.Cbrt)
            .Unary("exp", Math.Exp, true).Unary("exp2", static x => Math.Pow(2, x), true).Unary("expm1", SpecialFunctions.Expm1, true).Unary("log1p", SpecialFunctions.Log1p)
            .Unary("sin", Math.Sin).Unary("cos", Math.Cos).Unary("tan", Math.Tan)
            .Unary("asin", Math.Asin).Unary("acos", Math.Acos).Unary("atan", Math.Atan)
            .Unary("sinh", Math.Sinh, true).Unary("cosh", Math.Cosh, true).Unary("tanh", Math.Tanh)
            .Unary("asinh", Math.Asinh).Unary("acosh", Math.Acosh).Unary("atanh", Math.Atanh)
            .Unary("erf", SpecialFunctions.Erf).Unary("erfc", SpecialFunctions.Erfc)
            .Unary("gamma", SpecialFunctions.Gamma, true).Unary("lgamma", SpecialFunctions.LogGamma, true)
            .Unary("fabs", Math.Abs)
            .Function("degrees", static x => Lib.Real(x) * (180.0 / Math.PI))
            .Function("radians", static x => Lib.Real(x) * (Math.PI / 180.0))
            .Function("atan2", "y, x, /", static (y, x) => Math.Atan2(Lib.Real(y), Lib.Real(x)))
            .Function("pow", "x, y, /", static (x, y) => Power(Lib.Real(x), Lib.Real(y)))
            .Function("log", "x, base=, /", static a => a[1].IsUnbound ? Log(a[0], Math.Log) : LogBase(a[0], a[1]), Any.Unbound)
            .Function("log2", static x => Log(x, Math.Log2))
            .Function("log10", static x => Log(x, Math.Log10));
    }

    private static double Power(double x, double y)
    {
        var result = Math.Pow(x, y);
        if (double.IsFinite(x) && double.IsFinite(y))
        {
            if (double.IsNaN(result))
                throw Domain();
            if (double.IsInfinity(result))
                throw x == 0 ? Domain() : new OverflowError("math range error");
        }
        return result;
    }

    private static double Log(Any value, Func<double, double> log)
    {
        var plain = PyValueInstance.Unwrap(value);
        if (Operators.IsIntLike(plain))
        {
            var number = Operators.ToInt(plain);
            if (number <= 0)
                throw Domain();
            if (number.BitLength > 1000)
            {
                var shift = (int)number.BitLength - 64;
                var top = (double)((BigInteger)number >> shift);
                return log(top) + (shift * log(2.0));
            }
            return log(PyInt.ToDouble(number));
        }
        var x = Lib.Real(value);
        if (x <= 0)
            throw Domain();
        return log(x);
    }

    private static double LogBase(Any value, Any radix)
    {
        var numerator = Log(value, Math.Log);
        var denominator = Log(radix, Math.Log);
        return denominator == 0 ? throw new ZeroDivisionError("division by zero") : numerator / denominator;
    }

    private static Any Whole(Any x, string method, Func<double, double> round)
    {
        if (x.IsFloat)
            return PyFloat.Truncate(round(x.FloatValue));
        if (Operators.IsIntLike(x))
            return Operators.ToInt(x);
        var hook = PyType.Of(x).Lookup(method);
        if (!hook.IsUnbound)
            return hook.Call(x);
        return method == "__trunc__" ? throw new TypeError($"type {PyType.Of(x).ErrorName} doesn't define __trunc__ method") : PyFloat.Truncate(round(Lib.Real(x)));
    }

    private static void Rounding(PyModule module) => module
        .Function("floor", static x => Whole(x, "__floor__", Math.Floor))
        .Function("ceil", static x => Whole(x, "__ceil__", Math.Ceiling))
        .Function("trunc", static x => Whole(x, "__trunc__", Math.Truncate))
        .Function("fmod", "x, y, /", static (x, y) => Fmod(Lib.Real(x), Lib.Real(y)))
        .Function("remainder", "x, y, /", static (x, y) => Remainder(Lib.Real(x), Lib.Real(y)))
        .Function("modf", static x =>
        {
            var value = Lib.Real(x);
            if (double.IsInfinity(value))
                return PyTuple.Of(Math.CopySign(0.0, value), value);
            var whole = Math.Truncate(value);
            return PyTuple.Of(Math.CopySign(value - whole, value), whole);
        })
        .Function("frexp", static x =>
        {
            var value = Lib.Real(x);
            if (value == 0 || !double.IsFinite(value))
                return PyTuple.Of(value, 0);
            var exponent = Math.ILogB(value) + 1;
            return PyTuple.Of(Math.ScaleB(value, -exponent), exponent);
        })
        .Function("ldexp", "x, i, /", static (x, i) => Ldexp(Lib.Real(x), i));

    private static double Fmod(double x, double y)
    {
        if (double.IsInfinity(x) && !double.IsNaN(y))
            throw Domain();
        if (y == 0 && !double.IsNaN(x))
            throw Domain();
        return x % y;
    }

    private static double Remainder(double x, double y)
    {
        if ((double.IsInfinity(x) && !double.IsNaN(y)) || (y == 0 && !double.IsNaN(x)))
            throw Domain();
        return Math.IEEERemainder(x, y);
    }

    private static double Ldexp(double x, Any exponent)
    {
        if (!Operators.IsIntLike(exponent))
            throw new TypeError("Expected an int as second argument to ldexp.");
        var e = Operators.ToInt(exponent);
        if (x == 0 || !double.IsFinite(x))
            return x;
        var result = e > 100000 ? Math.CopySign(double.PositiveInfinity, x) : e < -100000 ? Math.CopySign(0.0, x) : Math.ScaleB(x, (int)e);
        return double.IsInfinity(result) ? throw new OverflowError("math range error") : result;
    }

    private static void Floats(PyModule module) => module
        .Function("isnan", static x => double.IsNaN(Lib.Real(x)))
        .Function("isinf", static x => double.IsInfinity(Lib.Real(x)))
        .Function("isfinite", static x => double.IsFinite(Lib.Real(x)))
        .Function("copysign", "x, y, /", static (x, y) => Math.CopySign(Lib.Real(x), Lib.Real(y)))
        .Function("isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0", static a => IsClose(Lib.Real(a[0]), Lib.Real(a[1]), Lib.Real(a[2]), Lib.Real(a[3])))
        .Function("nextafter", "x, y, /, *, steps=None", static a => NextAfter(Lib.Real(a[0]), Lib.Real(a[1]), a[2]))
        .Function("ulp", static x => Ulp(Lib.Real(x)))
        .Function("fma", "x, y, z, /", static a =>
        {
            var (x, y, z) = (Lib.Real(a[0]), Lib.Real(a[1]), Lib.Real(a[2]));
            var result = Math.FusedMultiplyAdd(x, y, z);
            if (double.IsNaN(result) && !double.IsNaN(x) && !double.IsNaN(y) && !double.IsNaN(z))
                throw new ValueError("invalid operation in fma");
            if (double.IsInfinity(result) && double.IsFinite(x) && double.IsFinite(y) && double.IsFinite(z))
                throw new OverflowError("overflow in fma");
            return result;
        });

    private static bool IsClose(double a, double b, double relative, double absolute)
    {
        if (relative < 0 || absolute < 0)
            throw new ValueError("tolerances must be non-negative");
        if (a == b)
            return true;
        if (double.IsInfinity(a) || double.IsInfinity(b))
            return false;
        var difference = Math.Abs(b - a);
        return difference <= Math.Abs(relative * b) || difference <= Math.Abs(relative * a) || difference <= absolute;
    }

    private static double NextAfter(double x, double y, Any steps)
    {
        if (double.IsNaN(x) || double.IsNaN(y))
            return PyFloat.NaN;
        var left = steps.IsNone ? 1 : Operators.Index(steps);
        if (left < 0)
            throw new ValueError("steps must be a non-negative integer");
        for (; left > 0 && x != y; left -= 1)
            x = y > x ? Math.BitIncrement(x) : Math.BitDecrement(x);
        return left > 0 || x == y ? y : x;
    }

    private static double Ulp(double x)
    {
        if (double.IsNaN(x))
            return x;
        x = Math.Abs(x);
        if (double.IsInfinity(x))
            return x;
        var next = Math.BitIncrement(x);
        return double.IsInfinity(next) ? x - Math.BitDecrement(x) : next - x;
    }
}

using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace RationalNumbers;

public static class Module
{
    internal static Any Fraction = Any.Unbound;
    internal static PyTuple Args_ = default!;
    internal static Any Op = Any.Unbound;
    internal static Any A = Any.Unbound;
    internal static Any B = Any.Unbound;
    internal static Any F_ = Any.Unbound;
    internal static string Spec = default!;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("rational_numbers.py", args, Run);

    public static void Attempt(string label, Any action)
    {
        Any result = default;
        bool succeeded = false;
        try
        {
            result = action.Call();
            succeeded = true;
        }
        catch (PyException e)
        {
            Print(label, PyType.Of(e).Name, e);
        }
        if (succeeded)
        {
            Print(label, PyType.Of(result).Name, Repr(result), ToStr(result));
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any math = Modules.Import("math");
        Fraction = Modules.ImportFrom("fractions", "Fraction");

        foreach (var item in (PyList<PyTuple>)[PyTuple.Of(), PyTuple.Of(3), ((Any)Generic.ToAny(((PyInt)6, (PyInt)4))).As<PyTuple>(), ((Any)Generic.ToAny(((PyInt)(-6), (PyInt)4))).As<PyTuple>(), ((Any)Generic.ToAny(((PyInt)6, (PyInt)(-4)))).As<PyTuple>(), ((Any)Generic.ToAny(((PyInt)0, (PyInt)5))).As<PyTuple>(), ((Any)Generic.ToAny(((PyInt)1, (PyInt)0))).As<PyTuple>(), PyTuple.Of(Fraction.Call(1, 3)), ((Any)Generic.ToAny((Fraction.Call(1, 3), Fraction.Call(2, 7)))).As<PyTuple>(), PyTuple.Of(0.5), PyTuple.Of(1.1), PyTuple.Of("3/4"), PyTuple.Of(" -7/21 "), PyTuple.Of("1.25"), PyTuple.Of(".5"), PyTuple.Of("-3.e2"), PyTuple.Of("1e-3"), PyTuple.Of("1_000/3"), PyTuple.Of("1/0"), PyTuple.Of("abc"), PyTuple.Of("1/ 2"), PyTuple.Of(""), PyTuple.Of("3/-4"), PyTuple.Of("1.5/2"), PyTuple.Of(Any.None), PyTuple.Of((PyList<Any>)[]), ((Any)Generic.ToAny((1.5, (PyInt)2))).As<PyTuple>(), ((Any)Generic.ToAny(((PyInt)1, "2"))).As<PyTuple>(), PyTuple.Of(PyFloat.Parse("nan")), PyTuple.Of(PyFloat.Parse("inf")), PyTuple.Of(true), ((Any)Generic.ToAny((PyInt.Pow((PyInt)10, 30), PyInt.Pow((PyInt)10, 28) * 15))).As<PyTuple>()])
        {
            Args_ = item;
            Attempt(F($"Fraction{Repr(Args_)}"), new PyFunction("<lambda>", "", () => Fraction.Call(new Arguments { new Star(Args_) })));
        }

        PyList<Any> values = (PyList<Any>)[Fraction.Call(1, 2), Fraction.Call(-7, 3), Fraction.Call(0), Fraction.Call(5), 2, 0, -3, 1.5, 0.0, true, (Any)1 + new System.Numerics.Complex(0.0, 2.0), "x", Any.None];
        var operators = new PyDict<string, Any> { ["+"] = new PyFunction("<lambda>", "a, b", (Any a, Any b) => a + b), ["-"] = new PyFunction("<lambda>", "a, b", (Any a, Any b) => a - b), ["*"] = new PyFunction("<lambda>", "a, b", (Any a, Any b) => a * b), ["/"] = new PyFunction("<lambda>", "a, b", (Any a, Any b) => a / b), ["//"] = new PyFunction("<lambda>", "a, b", (Any a, Any b) => Any.FloorDiv(a, b)), ["%"] = new PyFunction("<lambda>", "a, b", (Any a, Any b) => a % b), ["divmod"] = Builtins.Get("divmod"), ["**"] = new PyFunction("<lambda>", "a, b", (Any a, Any b) => Any.Pow(a, b)), ["<"] = new PyFunction("<lambda>", "a, b", (Any a, Any b) => Operators.Compare(Comparison.Lt, a, b)), ["<="] = new PyFunction("<lambda>", "a, b", (Any a, Any b) => Operators.Compare(Comparison.LtE, a, b)), [">"] = new PyFunction("<lambda>", "a, b", (Any a, Any b) => Operators.Compare(Comparison.Gt, a, b)), [">="] = new PyFunction("<lambda>", "a, b", (Any a, Any b) => Operators.Compare(Comparison.GtE, a, b)), ["=="] = new PyFunction("<lambda>", "a, b", (Any a, Any b) => Operators.Compare(Comparison.Eq, a, b)), ["!="] = new PyFunction("<lambda>", "a, b", (Any a, Any b) => Operators.Compare(Comparison.NotEq, a, b)) };
        foreach (var item4 in operators.Items)
        {
            var items = item4;
            string name = items.Item1;
            Op = items.Item2;
            foreach (var item3 in values)
            {
                A = item3;
                foreach (var item2 in values)
                {
                    B = item2;
                    if (IsInstance(A, Fraction) || IsInstance(B, Fraction))
                    {
                        Attempt(F($"{A} {name} {B}"), new PyFunction("<lambda>", "", () => Names.Global(Op, "op").Call(Names.Global(A, "a"), Names.Global(B, "b"))));
                    }
                }
            }
        }

        foreach (var item6 in (PyList<Any>)[Fraction.Call(1, 2), Fraction.Call(-7, 3), Fraction.Call(22, 7), Fraction.Call(0), Fraction.Call(355, 113), Fraction.Call(-PyInt.Pow((PyInt)10, 12), 7), Fraction.Call(1, PyInt.Pow((PyInt)10, 9))])
        {
            F_ = item6;
            Print(F_, F_.Get("numerator"), F_.Get("denominator"), Hash(F_), F_.Truth, -F_, +F_, Builtins.Get("abs").Call(F_), Numbers.ToInt(F_), Numbers.ToFloat(F_), math.Get("floor").Call(F_), math.Get("ceil").Call(F_), math.Get("trunc").Call(F_));
            Print(Builtins.Get("round").Call(F_), Builtins.Get("round").Call(F_, 2), Builtins.Get("round").Call(F_, -1), F_.Invoke("limit_denominator", 10), F_.Invoke("limit_denominator"), F_.Invoke("as_integer_ratio"), F_.Invoke("is_integer"), F_.Get("real"), F_.Get("imag"));
            foreach (var item5 in (PyList<string>)["", "10", "<10", "^10", "*=+12", "#", "f", ".3f", "+.2e", "g", ".3g", "012.2f", ",.1f", "_", "z.0f", ".1%", "E", "G", "#.0f", "020,.3f", "x", "<010f", " .4f"])
            {
                Spec = item5;
                Attempt(F($"format {Repr(Spec)}"), new PyFunction("<lambda>", "", () => Builtins.Get("format").Call(Names.Global(F_, "f"), Spec)));
            }
        }

        Print(Fraction.Invoke("from_float", 0.25), Fraction.Invoke("from_float", 3));
        Attempt("from_float", new PyFunction("<lambda>", "", () => Fraction.Invoke("from_float", "1")));
        Attempt("limit", new PyFunction("<lambda>", "", () => Fraction.Call(1, 3).Invoke("limit_denominator", 0)));
        Print(Fraction.Call(PyMath.Pi).Invoke("limit_denominator", 1000), Fraction.Call(PyMath.Cos(PyMath.Pi / 3.0)).Invoke("limit_denominator"));
        Print(Hash(Fraction.Call(3)) == Hash(3), Hash(Fraction.Call(1, 4)) == Hash(0.25), Hash(Fraction.Call(1, PyInt.Pow((PyInt)2, 61) - 1)));
        Print(new PyDict<Any, string> { [Fraction.Call(1, 2)] = "half", [2] = "two" }.At((Any)0.5), Sum(new PyList<Any>(Sequences.Range(1, 20).Select(n => Fraction.Call(1, n)))), Sequences.Sorted((PyList<Any>)[Fraction.Call(1, 3), 0.25, 1, Fraction.Call(-1, 2)]));
        Print(Builtins.Get("max").Call(Fraction.Call(1, 3), Fraction.Call(2, 5)), math.Get("sqrt").Call(Fraction.Call(1, 4)), math.Get("prod").Call((PyList<Any>)[Fraction.Call(2, 3)] * 4), F($"{Repr(Fraction.Call(1, 3)):>20}|{Fraction.Call(1, 3):>8}|"));
    }
}

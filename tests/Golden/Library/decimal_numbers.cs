using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace DecimalNumbers;

/// <summary>decimal: the operations under random contexts, formatting, conversions, signals and contexts.</summary>
public static class Module
{
    internal static Any Random = Any.Unbound;
    internal static Any C = Any.Unbound;
    internal static string Name_ = default!;
    internal static Any Value = Any.Unbound;
    internal static Any One = Any.Unbound;
    internal static Any Decimal = Any.Unbound;
    internal static Any Context_ = Any.Unbound;
    internal static Any RoundUp = Any.Unbound;
    internal static Any RoundDown = Any.Unbound;
    internal static Any RoundCeiling = Any.Unbound;
    internal static Any RoundFloor = Any.Unbound;
    internal static Any RoundHalfUp = Any.Unbound;
    internal static Any RoundHalfDown = Any.Unbound;
    internal static Any RoundHalfEven = Any.Unbound;
    internal static Any Round05up = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("decimal_numbers.py", args, Run);

    public static void Run_(PyInt seed, PyInt n)
    {
        Any rng = default;
        Any op = default;
        PyList<Any> args = default!;
        Any r = default;
        rng = Random.Get("Random").Call(seed);
        Any Num()
        {
            Any k = rng.Invoke("random");
            if (k < 0.05)
            {
                return rng.Invoke("choice", (PyList<Any>)["NaN", "sNaN", "-NaN12", "sNaN99999999", "Infinity", "-Infinity", "0", "-0", "0E+5", "-0E-9"]);
            }
            Any d = rng.Invoke("choice", (PyList<Any>)[1, 1, 2, 3, 5, 9, 10, 15, 30]);
            Any s = Str.JoinAny("", Generator.Of("<genexpr>", "run.<locals>.num.<locals>.<genexpr>", Sequences.Range(d).Select(_ => rng.Invoke("choice", "0123456789"))));
            if (rng.Invoke("random") < 0.2)
            {
                s = s.Invoke("rstrip", "0").Truth ? s.Invoke("rstrip", "0") + "0" * rng.Invoke("randint", 1, 5) : "1000";
            }
            if (rng.Invoke("random") < 0.2)
            {
                s = rng.Invoke("choice", (PyList<Any>)["1", "5", "10", "100", "9", "99999", "25", "125", "50"]);
            }
            Any e = rng.Invoke("choice", (PyList<Any>)[0, 0, 0, -1, -2, -5, -d, 3, rng.Invoke("randint", -20, 20), rng.Invoke("randint", -120, 120)]);
            return rng.Invoke("choice", (PyList<Any>)["", "-"]) + s + "E" + ToStr(e);
        }
        PyList<Any> un = (PyList<Any>)["abs", "minus", "plus", "exp", "ln", "log10", "logb", "logical_invert", "next_minus", "next_plus", "normalize", "sqrt", "to_integral_exact", "to_integral_value", "to_eng_string", "to_sci_string", "number_class", "copy_abs", "copy_negate", "is_normal", "is_subnormal", "is_signed", "create_decimal"];
        PyList<Any> bi = (PyList<Any>)["add", "subtract", "multiply", "divide", "divide_int", "divmod", "remainder", "remainder_near", "compare", "compare_signal", "compare_total", "compare_total_mag", "max", "min", "max_mag", "min_mag", "quantize", "same_quantum", "next_toward", "rotate", "scaleb", "shift", "logical_and", "logical_or", "logical_xor", "copy_sign", "power"];
        for (PyInt i = 0, stop = n; i < stop; i++)
        {
            Any c = Context_.Call(new Arguments { { "prec", rng.Invoke("choice", (PyList<Any>)[1, 2, 3, 5, 9, 16, 28, 28, 40]) }, { "rounding", rng.Invoke("choice", (PyList<Any>)[RoundUp, RoundDown, RoundCeiling, RoundFloor, RoundHalfUp, RoundHalfDown, RoundHalfEven, RoundHalfEven, Round05up]) }, { "Emin", rng.Invoke("choice", (PyList<Any>)[-999999, -99, -20, -5]) }, { "Emax", rng.Invoke("choice", (PyList<Any>)[999999, 99, 20, 5]) }, { "capitals", rng.Invoke("randint", 0, 1) }, { "clamp", rng.Invoke("choice", (PyList<Any>)[0, 0, 1]) }, { "traps", (PyList<Any>)[] } });
            if (rng.Invoke("random") < 0.4)
            {
                op = rng.Invoke("choice", un);
                args = (PyList<Any>)[Num()];
            }
            else if (rng.Invoke("random") < 0.08)
            {
                op = "fma";
                args = (PyList<Any>)[Num(), Num(), Num()];
            }
            else if (rng.Invoke("random") < 0.1)
            {
                op = "power";
                args = (PyList<Any>)[Num(), ToStr(rng.Invoke("randint", -30, 30))];
            }
            else if (rng.Invoke("random") < 0.05)
            {
                op = "power";
                args = (PyList<Any>)[ToStr(rng.Invoke("randint", -30, 30)), ToStr(rng.Invoke("randint", 0, 30)), ToStr(rng.Invoke("randint", -30, 30))];
            }
            else
            {
                op = rng.Invoke("choice", bi);
                args = (PyList<Any>)[Num(), Num()];
                if (Generic.ToAny(("rotate", "scaleb", "shift")).Contains(op) && rng.Invoke("random") < 0.8)
                {
                    args[1] = ToStr(rng.Invoke("randint", -30, 30));
                }
                if (op.Invoke("startswith", "logical").Truth)
                {
                    args = new PyList<Any>(args.Select(_ => (Any)Str.JoinAny("", Generator.Of("<genexpr>", "run.<locals>.<genexpr>", Sequences.Range(rng.Invoke("randint", 1, 12)).Select(_ => rng.Invoke("choice", "01"))))));
                }
            }
            if (op == "logical_invert" && rng.Invoke("random") < 0.8)
            {
                args = (PyList<Any>)[Str.JoinAny("", Generator.Of("<genexpr>", "run.<locals>.<genexpr>", Sequences.Range(rng.Invoke("randint", 1, 12)).Select(_ => rng.Invoke("choice", "01"))))];
            }
            if (op == "exp" && rng.Invoke("random") < 0.7)
            {
                args = (PyList<Any>)[ToStr(rng.Invoke("randint", -3000, 3000) / rng.Invoke("choice", (PyList<Any>)[1, 10, 1000]))];
            }
            try
            {
                r = GetAttr(c, op).Call(new Arguments { new Star(op != "create_decimal" ? (Any)new PyList<Any>(args.Select(a => Decimal.Call(a))) : (Any)args) });
            }
            catch (PyException e)
            {
                using var handling = Handling.Of(e);
                r = Repr(e);
            }
            Print(i, op, args, c.Get("prec"), c.Get("rounding"), c.Get("Emin"), c.Get("Emax"), c.Get("clamp"), "->", r, new PyList<Any>(Sequences.Of(c.Get("flags")).Where(s => c.Get("flags")[s].Truth).Select(s => s.Get("__name__"))));
        }
        for (PyInt i = 0, stop2 = PyInt.FloorDiv(n, 5); i < stop2; i++)
        {
            Any spec = rng.Invoke("choice", (PyList<Any>)["", "", "<", ">", "^", "=", "x<", "*^"]) + rng.Invoke("choice", (PyList<Any>)["", "", "+", " ", "-"]) + rng.Invoke("choice", (PyList<Any>)["", "", "z"]) + rng.Invoke("choice", (PyList<Any>)["", "0", ""]) + rng.Invoke("choice", (PyList<Any>)["", "5", "12", "20"]) + rng.Invoke("choice", (PyList<Any>)["", ","]) + rng.Invoke("choice", (PyList<Any>)["", ".0", ".1", ".2", ".3", ".10"]) + rng.Invoke("choice", (PyList<Any>)["", "e", "E", "f", "F", "g", "G", "%", "n"]);
            Any x = Num();
            try
            {
                r = Builtins.Get("format").Call(Decimal.Call(x), spec);
            }
            catch (PyException e)
            {
                using var handling = Handling.Of(e);
                r = Repr(e);
            }
            Print(i, x, spec, r);
        }
        for (PyInt i = 0, stop3 = PyInt.FloorDiv(n, 10); i < stop3; i++)
        {
            Any a = Num();
            Any b = Num();
            try
            {
                Print(a, b, Operators.Compare(Comparison.Eq, Decimal.Call(a), Decimal.Call(b)), !a.Contains("NaN") ? (Any)Hash(Decimal.Call(a)) : (Any)0, Decimal.Call(a).Invoke("as_tuple"), Decimal.Call(a).Invoke("adjusted"), Numbers.ToFloat(Decimal.Call(a)));
            }
            catch (PyException e)
            {
                using var handling = Handling.Of(e);
                Print(a, b, Repr(e));
            }
            try
            {
                Print(Operators.Compare(Comparison.Lt, Decimal.Call(a), Decimal.Call(b)), Numbers.ToInt(Decimal.Call(a)), Builtins.Get("round").Call(Decimal.Call(a)), Builtins.Get("round").Call(Decimal.Call(a), 2), Decimal.Call(a).Invoke("as_integer_ratio"));
            }
            catch (PyException e)
            {
                using var handling = Handling.Of(e);
                Print(a, b, Repr(e));
            }
        }
    }

    public static void Show(Any function)
    {
        try
        {
            Print(function.Call());
        }
        catch (PyException error)
        {
            using var handling = Handling.Of(error);
            Print(PyType.Of(error).Name, error);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Random = Modules.Import("random");
        Modules.Import("decimal");
        Any getcontext = Modules.ImportFrom("decimal", "getcontext");
        Any localcontext = Modules.ImportFrom("decimal", "localcontext");
        Decimal = Modules.ImportFrom("decimal", "Decimal");
        Context_ = Modules.ImportFrom("decimal", "Context");
        Any inexact = Modules.ImportFrom("decimal", "Inexact");
        Any overflow = Modules.ImportFrom("decimal", "Overflow");
        Any defaultContext = Modules.ImportFrom("decimal", "DefaultContext");
        Any basicContext = Modules.ImportFrom("decimal", "BasicContext");
        Any extendedContext = Modules.ImportFrom("decimal", "ExtendedContext");
        RoundUp = Modules.ImportFrom("decimal", "ROUND_UP");
        RoundDown = Modules.ImportFrom("decimal", "ROUND_DOWN");
        RoundCeiling = Modules.ImportFrom("decimal", "ROUND_CEILING");
        RoundFloor = Modules.ImportFrom("decimal", "ROUND_FLOOR");
        RoundHalfUp = Modules.ImportFrom("decimal", "ROUND_HALF_UP");
        RoundHalfDown = Modules.ImportFrom("decimal", "ROUND_HALF_DOWN");
        RoundHalfEven = Modules.ImportFrom("decimal", "ROUND_HALF_EVEN");
        Round05up = Modules.ImportFrom("decimal", "ROUND_05UP");
        Run_(11, 400);

        C = getcontext.Call();
        foreach (var item in (PyList<(string, Any)>)[("prec", (Any)0), ("prec", (Any)"a"), ("prec", (Any)PyInt.Pow((PyInt)10, 30)), ("Emin", (Any)1), ("Emax", (Any)(-1)), ("capitals", (Any)2), ("clamp", (Any)5), ("rounding", (Any)"x"), ("traps", (Any)3)])
        {
            (Name_, Value) = item;
            Show(new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(C, Name_, Names.Global(Value, "value")))));
        }
        foreach (var item2 in (PyList<Any>)[(PyList<Any>)[1], PyTuple.Of(0, PyTuple.Of(1, 2), "x"), PyTuple.Of(2, PyTuple.Of(1, 2), 1), PyTuple.Of(1, PyTuple.Of(1, 12), 1), PyTuple.Of(0, PyTuple.Of(1, 2), "F"), PyTuple.Of(0, PyTuple.Of(1, 2), "n"), "abc", Any.None, "1e99999999999999999999", " 1_000.5 ", "٣", true, 0.1, -7])
        {
            Value = item2;
            Show(new PyFunction("<lambda>", "", () => (Any)Repr(Decimal.Call(Names.Global(Value, "value")))));
        }
        One = Decimal.Call(1);
        foreach (var function in (PyList<Any>)[new PyFunction("<lambda>", "", () => One / 0), new PyFunction("<lambda>", "", () => Decimal.Call(0) / 0), new PyFunction("<lambda>", "", () => Any.FloorDiv(One, 0)), new PyFunction("<lambda>", "", () => One % 0), new PyFunction("<lambda>", "", () => Builtins.Get("divmod").Call(One, 0)), new PyFunction("<lambda>", "", () => Decimal.Call("1e999999") * 10), new PyFunction("<lambda>", "", () => One + 1.5), new PyFunction("<lambda>", "", () => Operators.Compare(Comparison.Lt, Decimal.Call("nan"), 1)), new PyFunction("<lambda>", "", () => (Any)Numbers.ToInt(Decimal.Call("inf"))), new PyFunction("<lambda>", "", () => (Any)Hash(Decimal.Call("snan"))), new PyFunction("<lambda>", "", () => Builtins.Get("round").Call(Decimal.Call("1.25"), 1)), new PyFunction("<lambda>", "", () => One.Invoke("quantize", Decimal.Call("1e-40"))), new PyFunction("<lambda>", "", () => One.Invoke("quantize", "1")), new PyFunction("<lambda>", "", () => C.Invoke("power", new Arguments { 2, 5, { "modulo", 3 } })), new PyFunction("<lambda>", "", () => Builtins.Get("pow").Call(Decimal.Call(2), 3, 5)), new PyFunction("<lambda>", "", () => Operators.Compare(Comparison.Eq, One, 1.0)), new PyFunction("<lambda>", "", () => Operators.Compare(Comparison.Lt, One, "a")), new PyFunction("<lambda>", "", () => Sum((PyList<Any>)[Decimal.Call("0.1")] * 3))])
        {
            Show(function);
        }
        Print([basicContext, extendedContext, defaultContext, overflow.Get("__mro__"), C.Get("flags")], sep: "\n");
        var manager = Context.Of(localcontext.Call(new Arguments { { "prec", 5 }, { "rounding", RoundUp } }));
        Any entered = manager.Enter();
        try
        {
            Any local = entered;
            Print(One / 3, local);
        }
        catch (BaseException error2)
        {
            if (!manager.Exit(error2))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
        var manager2 = Context.Of(localcontext.Call());
        Any entered2 = manager2.Enter();
        try
        {
            Any local = entered2;
            local.Get("traps").SetItem(inexact, true);
            Show(new PyFunction("<lambda>", "", () => One / 3));
        }
        catch (BaseException error3)
        {
            if (!manager2.Exit(error3))
            {
                throw;
            }
        }
        finally
        {
            manager2.Exit();
        }
        try
        {
            _ = One / 0;
        }
        catch (ZeroDivisionError error)
        {
            using var handling = Handling.Of(error);
            Print(Repr(error));
        }
        Print(One / 3, Decimal.Call("1.30") + Decimal.Call("1.20"), Decimal.Call(2).Invoke("sqrt"), Decimal.Call(1).Invoke("exp"), Decimal.Call(10).Invoke("ln"), Decimal.Call(10).Invoke("log10"), Decimal.Call("7.325").Invoke("quantize", new Arguments { Decimal.Call(".01"), { "rounding", RoundDown } }));

        Any money = ClassBuilder.Build("Money", "Money", "__main__", new Arguments { Decimal }, ns =>
        {
            string ToText(Any self)
            {
                return F($"${self:,.2f}");
            }
            ns["__str__"] = new PyFunction("Money.__str__", "self", (Any self) => ToText(self));
        });

        Any price = money.Call("1234.5");
        Print(price, Repr(price), Builtins.Get("type").Call(price + 1), price.Invoke("as_tuple"), new PyDict<Any, PyInt> { [Decimal.Call("1.0")] = 1 }.At((Any)1));
    }
}

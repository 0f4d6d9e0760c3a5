using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace RationalClasses;

using static Module;

public class RealOnly : PyObject
{
    public double Float()
    {
        return 1.5;
    }

    public static readonly PyType Type = PyType.Emitted("RealOnly", "__main__")
        .Constructor("", _ => new RealOnly())
        .Method("__float__", self => self.As<RealOnly>().Float());
    public override PyType Class => Type;
}

public class ComplexOnly : PyObject
{
    public Any Complex()
    {
        return (Any)1 + new System.Numerics.Complex(0.0, 2.0);
    }

    public static readonly PyType Type = PyType.Emitted("ComplexOnly", "__main__")
        .Constructor("", _ => new ComplexOnly())
        .Method("__complex__", self => self.As<ComplexOnly>().Complex());
    public override PyType Class => Type;
}

/// <summary>Fractions beside decimals, subclasses and other classes of rational numbers; hyphens in long words.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("rational_classes.py");
    internal static Any Doc = "Fractions beside decimals, subclasses and other classes of rational numbers; hyphens in long words.";
    internal static Any Copy = Any.Unbound;
    internal static Any Numbers_ = Any.Unbound;
    internal static Any Operator = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Any Textwrap = Any.Unbound;
    internal static Any Decimal = Any.Unbound;
    internal static Any Fraction = Any.Unbound;
    internal static Any Half = Any.Unbound;
    internal static Any Third = Any.Unbound;
    internal static Any Named = Any.Unbound;
    internal static Any Quarter = Any.Unbound;
    internal static Any Other = Any.Unbound;
    internal static Any Op = Any.Unbound;
    internal static Any Value = Any.Unbound;
    internal static Any Named_ = Any.Unbound;
    internal static Any Made = Any.Unbound;
    internal static string Text = default!;
    internal static PyInt Width;
    internal static bool LongWords;
    internal static bool Hyphens;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "rational_classes.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("copy", () => Copy, value => Copy = value)
        .Variable("numbers", () => Numbers_, value => Numbers_ = value)
        .Variable("operator", () => Operator, value => Operator = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("textwrap", () => Textwrap, value => Textwrap = value)
        .Variable("Decimal", () => Decimal, value => Decimal = value)
        .Variable("Fraction", () => Fraction, value => Fraction = value)
        .Member("attempt", () => AttemptFunction)
        .Variable("Half", () => Half, value => Half = value)
        .Variable("Third", () => Third, value => Third = value)
        .Member("RealOnly", () => RealOnly.Type)
        .Member("ComplexOnly", () => ComplexOnly.Type)
        .Variable("Named", () => Named, value => Named = value)
        .Variable("quarter", () => Quarter, value => Quarter = value)
        .Variable("other", () => Other, value => Other = value)
        .Variable("op", () => Op, value => Op = value)
        .Variable("value", () => Value, value => Value = value)
        .Variable("named", () => Named_, value => Named_ = value)
        .Variable("made", () => Made, value => Made = value)
        .Variable("text", () => Text, value => Text = value.As<string>())
        .Variable("width", () => Width, value => Width = value.As<PyInt>())
        .Variable("long_words", () => LongWords, value => LongWords = value.As<bool>())
        .Variable("hyphens", () => Hyphens, value => Hyphens = value.As<bool>());

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("rational_classes.py", args, Definition);

    public static void Attempt(Any label, Any action)
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
            Print(label, PyType.Of(result).Name, Repr(result));
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Copy = Modules.Import("copy");
        Numbers_ = Modules.Import("numbers");
        Operator = Modules.Import("operator");
        Pickle = Modules.Import("pickle");
        Textwrap = Modules.Import("textwrap");
        Decimal = Modules.ImportFrom("decimal", "Decimal");
        Fraction = Modules.ImportFrom("fractions", "Fraction");

        Half = ClassBuilder.Build("Half", "Half", "__main__", new Arguments(), ns =>
        {
            ns["__doc__"] = "A rational number by registration.";
            (ns["numerator"], ns["denominator"]) = (1, 2);

            double Float(Any self)
            {
                return 0.5;
            }
            ns["__float__"] = new PyFunction("Half.__float__", "self", (Any self) => Float(self));
        });

        Third = ClassBuilder.Build("Third", "Third", "__main__", new Arguments { Half }, ns2 =>
        {
            (ns2["numerator"], ns2["denominator"]) = (1, 3);

            string RightAdd(Any self, Any other)
            {
                return F($"{other} + third");
            }
            ns2["__radd__"] = new PyFunction("Third.__radd__", "self, other", (Any self, Any other) => RightAdd(self, other));
        });

        Named = ClassBuilder.Build("Named", "Named", "__main__", new Arguments { Fraction }, ns3 =>
        {
        });

        Numbers_.Get("Rational").Invoke("register", Half);
        Numbers_.Get("Real").Invoke("register", RealOnly.Type);
        Numbers_.Get("Complex").Invoke("register", ComplexOnly.Type);
        Quarter = Fraction.Call(1, 4);
        foreach (var item2 in new Any[] { Half.Call(), Third.Call(), new RealOnly(), new ComplexOnly(), Named.Call(3, 2), true, 2 })
        {
            Other = item2;
            foreach (var item in new Any[] { Operator.Get("add"), Operator.Get("sub"), Operator.Get("mul"), Operator.Get("truediv"), Operator.Get("floordiv"), Operator.Get("mod"), Operator.Get("pow"), Operator.Get("lt") })
            {
                Op = item;
                Attempt(F($"{Op.Get("__name__")} {PyType.Of(Other).Name}"), new PyFunction("<lambda>", "", () => Names.Global(Op, "op").Call(Quarter, Names.Global(Other, "other"))));
                Attempt(F($"{Op.Get("__name__")} {PyType.Of(Other).Name} left"), new PyFunction("<lambda>", "", () => Names.Global(Op, "op").Call(Names.Global(Other, "other"), Quarter)));
            }
        }
        Print(Fraction.Call(Half.Call()), Fraction.Call(Half.Call(), Third.Call()), Fraction.Call(1, Third.Call()), Operators.Compare(Comparison.Eq, Quarter * 2, Fraction.Call(Half.Call())), Operators.Compare(Comparison.Eq, Fraction.Call(1, 2), Half.Call()), Operators.Compare(Comparison.NotEq, Fraction.Call(1, 2), Third.Call()));

        Attempt("decimal", new PyFunction("<lambda>", "", () => Fraction.Call(Decimal.Call("1.25"))));
        Attempt("decimal", new PyFunction("<lambda>", "", () => Fraction.Call(Decimal.Call("-3e2"))));
        Attempt("decimal", new PyFunction("<lambda>", "", () => Fraction.Call(Decimal.Call("NaN"))));
        Attempt("decimal", new PyFunction("<lambda>", "", () => Fraction.Call(Decimal.Call("Infinity"))));
        foreach (var item3 in new Any[] { Decimal.Call("0.5"), 10, true, 0.5, "1", Fraction.Call(1) })
        {
            Value = item3;
            Attempt(F($"from_decimal {Repr(Value)}"), new PyFunction("<lambda>", "", () => Fraction.Invoke("from_decimal", Names.Global(Value, "value"))));
        }
        Attempt("from_decimal", new PyFunction("<lambda>", "", () => Named.Invoke("from_decimal", Decimal.Call("2.5"))));

        Named_ = Named.Call(7, 3);
        foreach (var item4 in new Any[] { Copy.Get("copy").Call(Named_), Copy.Get("deepcopy").Call(Named_), Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Named_)) })
        {
            Made = item4;
            Print(PyType.Of(Made).Name, Operators.Compare(Comparison.Eq, Made, Named_));
        }
        Print(Operators.Is(Copy.Get("copy").Call(Quarter), Quarter), Operators.Is(Copy.Get("deepcopy").Call(Quarter), Quarter), Quarter.Get("_numerator"), Quarter.Get("_denominator"));

        Text = "We used enzyme 2-succinyl-6-hydroxy-2,4-cyclohexadiene-1-carboxylate synthase.";
        foreach (var item7 in new PyInt[] { 50, 10 })
        {
            Width = item7;
            foreach (var item6 in new bool[] { true, false })
            {
                LongWords = item6;
                foreach (var item5 in new bool[] { true, false })
                {
                    Hyphens = item5;
                    Print(Textwrap.Get("wrap").Call(new Arguments { Text, Width, { "break_long_words", LongWords }, { "break_on_hyphens", Hyphens } }));
                }
            }
        }
    }

    public static readonly Any AttemptFunction = new PyFunction("attempt", "label, action", (Any label, Any action) => Attempt(label, action));
}

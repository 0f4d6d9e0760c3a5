using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace RandomGenerators;

using static Module;

// Integers of bytes
public class Bytes : PyObject
{
    public PyBytes Bytes_()
    {
        return PyBytes.FromLatin1("\u0001\u0002");
    }

    public static readonly PyType Type = PyType.Emitted("Bytes", "__main__")
        .Constructor("", _ => new Bytes())
        .Method("__bytes__", self => self.As<Bytes>().Bytes_());
    public override PyType Class => Type;
}

/// <summary>Generators of random numbers: their errors, states, subclasses and what they draw.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("random_generators.py");
    internal static Any Doc = "Generators of random numbers: their errors, states, subclasses and what they draw.";
    internal static Any Copy = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Any Random = Any.Unbound;
    internal static Any Fraction = Any.Unbound;
    internal static Any R = Any.Unbound;
    internal static Any Count = Any.Unbound;
    internal static PyList<Any> Weights = default!;
    internal static Any State = Any.Unbound;
    internal static PyList<Any> First = default!;
    internal static Any Words = Any.Unbound;
    internal static Any Wrong = Any.Unbound;
    internal static Any Other = Any.Unbound;
    internal static Any Seed = Any.Unbound;
    internal static Any Fixed = Any.Unbound;
    internal static Any Bits = Any.Unbound;
    internal static Any Seeds = Any.Unbound;
    internal static Any Fixed_ = Any.Unbound;
    internal static PyList<Any> Items = default!;
    internal static Any System_ = Any.Unbound;
    internal static Any Order = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "random_generators.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("copy", () => Copy, value => Copy = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("random", () => Random, value => Random = value)
        .Variable("Fraction", () => Fraction, value => Fraction = value)
        .Member("attempt", () => AttemptFunction)
        .Variable("r", () => R, value => R = value)
        .Variable("count", () => Count, value => Count = value)
        .Variable("weights", () => Weights, value => Weights = value.As<PyList<Any>>())
        .Variable("state", () => State, value => State = value)
        .Variable("first", () => First, value => First = value.As<PyList<Any>>())
        .Variable("words", () => Words, value => Words = value)
        .Variable("wrong", () => Wrong, value => Wrong = value)
        .Variable("other", () => Other, value => Other = value)
        .Variable("seed", () => Seed, value => Seed = value)
        .Variable("Fixed", () => Fixed, value => Fixed = value)
        .Variable("Bits", () => Bits, value => Bits = value)
        .Variable("Seeds", () => Seeds, value => Seeds = value)
        .Variable("fixed", () => Fixed_, value => Fixed_ = value)
        .Variable("items", () => Items, value => Items = value.As<PyList<Any>>())
        .Variable("system", () => System_, value => System_ = value)
        .Member("Bytes", () => Bytes.Type)
        .Variable("Order", () => Order, value => Order = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("random_generators.py", args, Definition);

    public static void Attempt(Any label, Any action)
    {
        try
        {
            Print(label, Repr(action.Call()));
        }
        catch (PyException e)
        {
            Print(label, PyType.Of(e).Name, e);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any result = default;
        Any middle = default;
        Copy = Modules.Import("copy");
        Pickle = Modules.Import("pickle");
        Random = Modules.Import("random");
        Fraction = Modules.ImportFrom("fractions", "Fraction");

        R = Random.Get("Random").Call(12);
        Print(R.Invoke("getrandbits", 0), R.Invoke("randbytes", 0), R.Invoke("randbytes", 3), R.Invoke("randbytes", 9), R.Invoke("getrandbits", 70));
        foreach (var item in new Any[] { -1, PyInt.Pow((PyInt)2, 40), 1.0 })
        {
            Count = item;
            Attempt(F($"getrandbits {Count}"), new PyFunction("<lambda>", "", () => R.Invoke("getrandbits", Names.Global(Count, "count"))));
            Attempt(F($"randbytes {Count}"), new PyFunction("<lambda>", "", () => R.Invoke("randbytes", Names.Global(Count, "count"))));
        }

        // Weights
        Weights = (PyList<Any>)[0, Fraction.Call(1, 3), 2, 0.5];
        Print(R.Invoke("choices", new Arguments { "abcd", Weights, { "k", 8 } }), R.Invoke("choices", new Arguments { "abcd", { "cum_weights", (PyList<Any>)[1, 2, 3, 10] }, { "k", 8 } }), R.Invoke("choices", new Arguments { Sequences.Range(5), { "k", 4 } }), R.Invoke("choices", new Arguments { "ab", { "k", 0 } }));
        Attempt("infinite", new PyFunction("<lambda>", "", () => R.Invoke("choices", "abc", (PyList<Any>)[1, 2, PyFloat.Parse("inf")])));
        Attempt("nan", new PyFunction("<lambda>", "", () => R.Invoke("choices", "ab", (PyList<Any>)[1, PyFloat.Parse("nan")])));
        Attempt("zero", new PyFunction("<lambda>", "", () => R.Invoke("choices", "ab", (PyList<Any>)[0, 0])));
        Attempt("count", new PyFunction("<lambda>", "", () => R.Invoke("choices", "abc", 2)));
        Attempt("both", new PyFunction("<lambda>", "", () => R.Invoke("choices", new Arguments { "abc", (PyList<Any>)[1, 1, 1], { "cum_weights", (PyList<Any>)[1, 2, 3] } })));
        Attempt("number", new PyFunction("<lambda>", "", () => R.Invoke("choices", "abc", (PyList<Any>)[1, 2])));
        Attempt("empty", new PyFunction("<lambda>", "", () => R.Invoke("choices", new Arguments { (PyList<Any>)[], (PyList<Any>)[], { "k", 1 } })));
        Attempt("empty", new PyFunction("<lambda>", "", () => R.Invoke("choices", new Arguments { (PyList<Any>)[], { "k", 1 } })));

        // Samples
        Print(R.Invoke("sample", Sequences.Range(PyInt.Pow((PyInt)10, 15)), 4), R.Invoke("sample", "abc", 3), R.Invoke("sample", new Arguments { (PyList<Any>)["x", "y"], { "counts", (PyList<Any>)[3, 2] }, { "k", 4 } }));
        Attempt("set", new PyFunction("<lambda>", "", () => R.Invoke("sample", (PySet<Any>)[1, 2], 1)));
        Attempt("iterator", new PyFunction("<lambda>", "", () => R.Invoke("sample", Iter("abc"), 1)));
        Attempt("large", new PyFunction("<lambda>", "", () => R.Invoke("sample", "abc", 4)));
        Attempt("counts", new PyFunction("<lambda>", "", () => R.Invoke("sample", new Arguments { "abc", { "counts", (PyList<Any>)[1, 2] }, { "k", 1 } })));
        Attempt("counts", new PyFunction("<lambda>", "", () => R.Invoke("sample", new Arguments { "ab", { "counts", (PyList<Any>)[1.5, 2] }, { "k", 1 } })));
        Attempt("counts", new PyFunction("<lambda>", "", () => R.Invoke("sample", new Arguments { "ab", { "counts", (PyList<Any>)[0, 0] }, { "k", 0 } })));

        // Ranges
        Print(R.Invoke("randrange", PyInt.Pow((PyInt)10, 30)), R.Invoke("randrange", 3, 50, 7), R.Invoke("randrange", 9, -9, -2), R.Invoke("randrange", new Arguments { 5, { "step", 1 } }));
        Attempt("step", new PyFunction("<lambda>", "", () => R.Invoke("randrange", new Arguments { 5, { "step", 2 } })));
        Attempt("step", new PyFunction("<lambda>", "", () => R.Invoke("randrange", 1, 5, 0)));
        Attempt("empty", new PyFunction("<lambda>", "", () => R.Invoke("randrange", 0)));
        Attempt("empty", new PyFunction("<lambda>", "", () => R.Invoke("randint", 2, 1)));
        Attempt("empty", new PyFunction("<lambda>", "", () => R.Invoke("randrange", 5, 2, 3)));
        Attempt("float", new PyFunction("<lambda>", "", () => R.Invoke("randint", 1.5, 2)));

        // Distributions
        Print(R.Invoke("uniform", Fraction.Call(1, 2), 3), R.Invoke("triangular", 2, 2), R.Invoke("triangular", 1, 5, 2), R.Invoke("gauss"), R.Get("gauss_next").IsNone, R.Invoke("normalvariate", 5, 2));
        Print(R.Invoke("expovariate", 2), R.Invoke("paretovariate", 3), R.Invoke("weibullvariate", 2, 3), R.Invoke("lognormvariate", 0, 1), R.Invoke("betavariate", 2, 3), R.Invoke("gammavariate", 0.5, 2));
        Attempt("expovariate", new PyFunction("<lambda>", "", () => R.Invoke("expovariate", 0)));
        Attempt("lognormvariate", new PyFunction("<lambda>", "", () => R.Invoke("lognormvariate", 1000, 0)));
        Print(Random.Get("BPF"), Random.Get("TWOPI"), Random.Get("LOG4"), Random.Get("NV_MAGICCONST"), Random.Get("SG_MAGICCONST"), Random.Get("RECIP_BPF"));

        // States
        State = R.Invoke("getstate");
        Print(State[0], Len(State[1]), State[2].IsNone, R.Get("VERSION"));
        First = new PyList<Any>(Sequences.Range(3).Select(_ => R.Invoke("random")));
        R.Invoke("setstate", State);
        Print(First.Equals(new PyList<Any>(Sequences.Range(3).Select(_ => R.Invoke("random")))));
        Words = Builtins.Get("tuple").Call((PyList<Any>)[1] * 624);
        foreach (var item2 in new Any[] { PyTuple.Of(1), PyTuple.Of(3, PyTuple.Of()), PyTuple.Of(3, PyTuple.Of(1), Any.None), PyTuple.Of(3, (PyList<Any>)[1], Any.None), PyTuple.Of(3, Words + PyTuple.Of(700), Any.None), PyTuple.Of(3, Words + PyTuple.Of(-1), Any.None), PyTuple.Of(3, (Any)PyTuple.Of(-1) * 624 + PyTuple.Of(600), Any.None), PyTuple.Of(3, (Any)PyTuple.Of("a") * 625, Any.None) })
        {
            Wrong = item2;
            Attempt("setstate", new PyFunction("<lambda>", "", () => R.Invoke("setstate", Names.Global(Wrong, "wrong"))));
        }
        foreach (var item3 in new Any[] { Copy.Get("copy").Call(R), Copy.Get("deepcopy").Call(R), Pickle.Get("loads").Call(Pickle.Get("dumps").Call(R)) })
        {
            Other = item3;
            Print(PyType.Of(Other).Name, Operators.Compare(Comparison.Eq, Other.Invoke("getstate"), R.Invoke("getstate")), Operators.Compare(Comparison.Eq, Other.Invoke("random"), Copy.Get("copy").Call(R).Invoke("random")));
        }
        foreach (var item4 in new Any[] { "text", PyBytes.FromLatin1("bytes"), Builtins.Get("bytearray").Call(PyBytes.FromLatin1("array")), 2.5, true, -7, "" })
        {
            Seed = item4;
            Print(Repr(Seed), Random.Get("Random").Call(Seed).Invoke("random"));
        }
        R.Invoke("seed", new Arguments { "old", { "version", 1 } });
        Print(R.Invoke("random"));
        R.Invoke("seed", PyBytes.FromLatin1("old"), 1);
        Print(R.Invoke("random"));
        Attempt("seed", new PyFunction("<lambda>", "", () => Random.Get("Random").Call((PyList<Any>)[1])));
        Attempt("seed", new PyFunction("<lambda>", "", () => Random.Get("Random").Call(PyTuple.Of(1, 2))));

        Any fixedClass = Any.Unbound;
        fixedClass = ClassBuilder.Build("Fixed", "Fixed", "__main__", new Arguments { Random.Get("Random") }, ns =>
        {
            void Init(Any self, Any label, Any extra)
            {
                ((Any)new Super(fixedClass.As<PyType>(), self)).Invoke("__init__", 3);
                self.Set("label", label);
                self.Set("extra", extra);
            }
            ns["__init__"] = new PyFunction("Fixed.__init__", "self, label, *, extra=None", (Any[] a) => Init(a[0], a[1], a[2]));

            double Random(Any self)
            {
                return 0.25;
            }
            ns["random"] = new PyFunction("Fixed.random", "self", (Any self) => Random(self));
            ns.ClassCell(made => fixedClass = made);
        });
        Fixed = fixedClass;

        Bits = ClassBuilder.Build("Bits", "Bits", "__main__", new Arguments { Random.Get("Random") }, ns2 =>
        {
            PyInt Getrandbits(Any self, Any k)
            {
                Print("bits", k);
                return 1;
            }
            ns2["getrandbits"] = new PyFunction("Bits.getrandbits", "self, k", (Any self, Any k) => Getrandbits(self, k));
        });

        Any seedsClass = Any.Unbound;
        seedsClass = ClassBuilder.Build("Seeds", "Seeds", "__main__", new Arguments { Random.Get("Random") }, ns3 =>
        {
            void Seed(Any self, Any a, Any version)
            {
                Print("seed", a);
                ((Any)new Super(seedsClass.As<PyType>(), self)).Invoke("seed", 1);
            }
            ns3["seed"] = new PyFunction("Seeds.seed", "self, a=None, version=2", (Any self, Any a, Any version) => Seed(self, a, version));
            ns3.ClassCell(made3 => seedsClass = made3);
        });
        Seeds = seedsClass;

        Fixed_ = Fixed.Call(new Arguments { "quarter", { "extra", 1 } });
        Print(Fixed_.Get("label"), Fixed_.Get("extra"), Fixed_.Invoke("random"), Fixed_.Invoke("uniform", 0, 8), Fixed_.Invoke("randrange", 100), Fixed_.Invoke("choice", "abcd"), Fixed_.Invoke("sample", Sequences.Range(8), 1), Fixed_.Invoke("choices", "abcd"));
        Items = new PyList<Any>(Sequences.Range(6).Select(item5 => (Any)item5));
        Fixed_.Invoke("shuffle", Items);
        Print(Items);
        Print(Bits.Call(1).Invoke("randrange", 8), Bits.Call(1).Invoke("choice", "abc"), Bits.Call(1).Invoke("randbytes", 2));
        Print(Operators.Compare(Comparison.Eq, Seeds.Call(4).Invoke("random"), Random.Get("Random").Call(1).Invoke("random")));

        System_ = Random.Get("SystemRandom").Call();
        Print(PyType.Of(System_).Name, IsInstance(System_, Random.Get("Random")), (result = Operators.Compare(Comparison.LtE, 0, middle = System_.Invoke("random"))).Truth && (result = Operators.Compare(Comparison.Lt, middle, 1)).Truth ? result : result, Len(System_.Invoke("randbytes", 5)), Operators.Compare(Comparison.Lt, System_.Invoke("getrandbits", 10), 1024), System_.Invoke("randrange", 1), System_.Invoke("seed", 3));
        Attempt("state", System_.Get("getstate"));
        Attempt("state", new PyFunction("<lambda>", "", () => System_.Invoke("setstate", Any.None)));
        Attempt("bits", new PyFunction("<lambda>", "", () => System_.Invoke("getrandbits", -1)));

        Order = ClassBuilder.Build("Order", "Order", "__main__", new Arguments { Builtins.Get("str") }, ns4 =>
        {
        });

        Print(Builtins.Get("int").Invoke("from_bytes", new Bytes()), Builtins.Get("int").Invoke("from_bytes", PyBytes.FromLatin1("\u0001\u0002"), Order.Call("little")), ((Any)258).Invoke("to_bytes", 2, Order.Call("little")), ((Any)(PyInt.Pow((PyInt)2, 20000) - 1)).Invoke("bit_count"), ((Any)(-6)).Invoke("bit_count"));
        Attempt("order", new PyFunction("<lambda>", "", () => Builtins.Get("int").Invoke("from_bytes", PyBytes.FromLatin1(""), 3)));
        Attempt("order", new PyFunction("<lambda>", "", () => Builtins.Get("int").Invoke("from_bytes", PyBytes.FromLatin1(""), "x")));
    }

    public static readonly Any AttemptFunction = new PyFunction("attempt", "label, action", (Any label, Any action) => Attempt(label, action));
}

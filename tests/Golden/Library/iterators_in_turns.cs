using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace IteratorsInTurns;

/// <summary>Iterators of itertools as they are taken turns with; texts of values whose classes say how they look.</summary>
public static class Module
{
    internal static Any Operator = Any.Unbound;
    internal static Any Tee = Any.Unbound;
    internal static Any Permutations = Any.Unbound;
    internal static PyList<Any> Calls = default!;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("iterators_in_turns.py", args, Run);

    public static Any Key(Any x)
    {
        Calls.Append(x);
        return Any.FloorDiv(x, 10);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any g = default;
        Any itertools = Modules.Import("itertools");
        Operator = Modules.Import("operator");
        Any groupby = Modules.ImportFrom("itertools", "groupby");
        Any pairwise = Modules.ImportFrom("itertools", "pairwise");
        Tee = Modules.ImportFrom("itertools", "tee");
        Permutations = Modules.ImportFrom("itertools", "permutations");
        Any product = Modules.ImportFrom("itertools", "product");
        Any combinations = Modules.ImportFrom("itertools", "combinations");
        Any islice = Modules.ImportFrom("itertools", "islice");
        Calls = (PyList<Any>)[];
        foreach (var item in Sequences.Of(groupby.Call((PyList<Any>)[1, 2, 11, 12, 13, 25], KeyFunction)))
        {
            var items = Operators.Unpack(item, 2);
            Any k = items[0];
            g = items[1];
            Print(k, new PyList<Any>(Sequences.Of(islice.Call(g, 2))));
        }
        Print(Calls);
        Any it = groupby.Call("aabb");
        var items2 = Operators.Unpack(Next(it), 2);
        Any k1 = items2[0];
        Any g1 = items2[1];
        var items3 = Operators.Unpack(Next(it), 2);
        Any k2 = items3[0];
        Any g2 = items3[1];
        Print(k1, new PyList<Any>(Sequences.Of(g1)), k2, new PyList<Any>(Sequences.Of(g2)));
        var items4 = Operators.Unpack(Tee.Call(Iter(Sequences.Range(5)), 3), 3);
        Any a = items4[0];
        Any b = items4[1];
        Any c = items4[2];
        Print(Next(a), Next(a), new PyList<Any>(Sequences.Of(b)), new PyList<Any>(Sequences.Of(a)), new PyList<Any>(Sequences.Of(c)));
        var items5 = Operators.Unpack(Tee.Call((PyList<Any>)[1, 2, 3]), 2);
        Any d = items5[0];
        Any e = items5[1];
        var items6 = Operators.Unpack(Tee.Call(d), 2);
        Any f = items6[0];
        g = items6[1];
        Print(Operators.Is(f, d), new PyList<Any>(Sequences.Of(e)), new PyList<Any>(Sequences.Of(f)), new PyList<Any>(Sequences.Of(g)), new PyList<Any>(Sequences.Of(Builtins.Get("type").Call(e).Call("xy"))));
        foreach (var bad in new Any[] { new PyFunction("<lambda>", "", () => Tee.Call((PyList<Any>)[], -1)), new PyFunction("<lambda>", "", () => Permutations.Call("ab", -1)), new PyFunction("<lambda>", "", () => Permutations.Call("ab", "x")), new PyFunction("<lambda>", "", () => Operator.Get("length_hint").Call((PyList<Any>)[], "x")) })
        {
            try
            {
                bad.Call();
            }
            catch (PyException error)
            {
                Print(PyType.Of(error).Name, error);
            }
        }
        Print(new PyList<Any>(Sequences.Of(pairwise.Call("abcd"))), new PyList<Any>(Sequences.Of(pairwise.Call("a"))), new PyList<Any>(Sequences.Of(pairwise.Call(""))));
        Print(new PyList<Any>(Sequences.Of(Permutations.Call("abc", 2))), new PyList<Any>(Sequences.Of(product.Call(new Arguments { "ab", { "repeat", 2 } }))), new PyList<Any>(Sequences.Of(combinations.Call("abc", 2))), new PyList<Any>(Sequences.Of(product.Call())), new PyList<Any>(Sequences.Of(Permutations.Call((PyList<Any>)[]))));
        Print(Operator.Get("length_hint").Call(itertools.Get("repeat").Call(1), 7), Operator.Get("length_hint").Call(itertools.Get("repeat").Call(1, 3)), Len(Operator.Get("__all__")), Operator.Get("__all__")[new PySlice(Any.None, 3, Any.None)]);
        Any word = ClassBuilder.Build("Word", "Word", "__main__", new Arguments { Builtins.Get("str") }, ns =>
        {
            string ToText(Any self)
            {
                return "word";
            }
            ns["__str__"] = new PyFunction("Word.__str__", "self", (Any self) => ToText(self));
        });
        Any level = ClassBuilder.Build("Level", "Level", "__main__", new Arguments { Builtins.Get("int") }, ns2 =>
        {
            string ToText(Any self)
            {
                return "level";
            }
            ns2["__str__"] = new PyFunction("Level.__str__", "self", (Any self) => ToText(self));
        });
        Any share = ClassBuilder.Build("Share", "Share", "__main__", new Arguments { Builtins.Get("float") }, ns3 =>
        {
            string ToText(Any self)
            {
                return "share";
            }
            ns3["__str__"] = new PyFunction("Share.__str__", "self", (Any self) => ToText(self));
        });
        Print(F($"{word.Call("x")} {level.Call(3)} {share.Call(2.5)}"), Str.Format("{} {:>3} {:>4}", level.Call(3), word.Call("x"), share.Call(2.5)), Builtins.Get("format").Call(level.Call(4)), Builtins.Get("format").Call(word.Call("y"), "5") + "|");
        try
        {
            Str.Format("{0.}");
        }
        catch (IndexError error)
        {
            Print(error);
        }
        try
        {
            ((Any)"{a..b}").Invoke("format", new Arguments { { "a", 1 } });
        }
        catch (ValueError error)
        {
            Print(error);
        }
        try
        {
            Builtins.Get("int").Invoke("__format__", 3, 4);
        }
        catch (TypeError error)
        {
            Print(error);
        }
    }

    public static readonly Any KeyFunction = new PyFunction("key", "x", (Any x) => Key(x));
}

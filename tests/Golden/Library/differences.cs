using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Differences;

/// <summary>difflib: every format, close matches, random texts.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("differences.py", args, Run);

    public static void T(Any f, PyTuple a, PyDict<Any, Any> k)
    {
        try
        {
            Print(Repr(f.Call(new Arguments { new Star(a), new StarStar(k) })));
        }
        catch (BaseException e)
        {
            Print(PyType.Of(e).Name, e);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any difflib = Modules.Import("difflib");
        Any random = Modules.Import("random");
        var a = new PyList<Any>(Str.Split("one two three four five six seven eight nine ten eleven twelve").Select(item => (Any)item));
        var b = new PyList<Any>(Str.Split("one too three four six seven eight NINE ten eleven twelve thirteen").Select(item2 => (Any)item2));
        var a_ = new PyList<Any>(a.Select(x => x + "\n"));
        var b_ = new PyList<Any>(b.Select(x => x + "\n"));
        Print(Str.JoinAny("", difflib.Get("unified_diff").Call(new Arguments { a_, b_, "a.txt", "b.txt", "2020", "2021" })));
        Print(Str.JoinAny("", difflib.Get("unified_diff").Call(new Arguments { a_, b_, { "n", 0 } })));
        Print(new PyList<Any>(Sequences.Of(difflib.Get("unified_diff").Call(new Arguments { a, b, { "lineterm", "" }, { "n", 1 } }))));
        Print(Str.JoinAny("", difflib.Get("context_diff").Call(new Arguments { a_, b_, "a", "b" })));
        Print(Str.JoinAny("", difflib.Get("context_diff").Call(new Arguments { a_, b_, { "n", 1 } })));
        var d = new PyList<Any>(Sequences.Of(difflib.Get("ndiff").Call(a_, b_)));
        Print(Str.JoinAny("", d));
        Print(Str.JoinAny("", difflib.Get("restore").Call(d, 1)) == Str.JoinAny("", a_), Str.JoinAny("", difflib.Get("restore").Call(d, 2)) == Str.JoinAny("", b_));
        Print(new PyList<Any>(Sequences.Of(difflib.Get("unified_diff").Call(a_, a_))), new PyList<Any>(Sequences.Of(difflib.Get("context_diff").Call((PyList<Any>)[], (PyList<Any>)[]))));
        Print(Str.JoinAny("", difflib.Get("ndiff").Call((PyList<Any>)["  1. Beautiful is better\n", "  2. Explicit is\n", "\tx = 1\n"], (PyList<Any>)["  1. Beautiful is bettter.\n", "  2. Explicit is\n", "\ty  = 1\n", "new\n"])));
        Print(new PyList<Any>(Sequences.Of(difflib.Get("Differ").Call().Invoke("compare", (PyList<Any>)["abc d\n", "x y"], (PyList<Any>)["abcd\n", "x  y"]))));
        Print(new PyList<Any>(Sequences.Of(difflib.Get("ndiff").Call((PyList<Any>)["# a\n", "b\n"], (PyList<Any>)["b\n", "# a c\n"], difflib.Get("IS_LINE_JUNK")))));
        Any s = difflib.Get("SequenceMatcher").Call(Any.None, "abxcd", "abcd");
        Print(s.Invoke("get_matching_blocks"), s.Invoke("get_opcodes"), s.Invoke("ratio"), s.Invoke("quick_ratio"), s.Invoke("real_quick_ratio"), s.Invoke("find_longest_match", new Arguments { 0, 5, 0, 4 }), s.Invoke("find_longest_match"), s.Get("a"), s.Get("b"));
        s = difflib.Get("SequenceMatcher").Call(new PyFunction("<lambda>", "x", (Any x) => Operators.Compare(Comparison.Eq, x, " ")), " abcd", "abcd abcd");
        Print(s.Invoke("find_longest_match", new Arguments { 0, 5, 0, 9 }), s.Invoke("get_opcodes"));
        s.Invoke("set_seq1", "zz");
        Print(s.Invoke("ratio"));
        s.Invoke("set_seqs", "ab", "ab");
        Print(s.Invoke("ratio"), difflib.Get("SequenceMatcher").Call(Any.None, "", "").Invoke("ratio"), new PyList<Any>(Sequences.Of(difflib.Get("SequenceMatcher").Call(new Arguments { { "a", (PyList<Any>)[1, 2, 3] }, { "b", (PyList<Any>)[1, 3] } }).Invoke("get_grouped_opcodes", 1))));
        Print(difflib.Get("get_close_matches").Call("appel", (PyList<Any>)["ape", "apple", "peach", "puppy"]), difflib.Get("get_close_matches").Call("x", (PyList<Any>)["y"]), difflib.Get("get_close_matches").Call(new Arguments { "wheel", (PyList<Any>)["while", "wheels", "heel", "wh"], { "n", 2 }, { "cutoff", 0.5 } }));
        T(difflib.Get("get_close_matches"), PyTuple.Of("a", (PyList<Any>)["b"]), new PyDict<Any, Any> { ["n"] = 0 });
        T(difflib.Get("get_close_matches"), PyTuple.Of("a", (PyList<Any>)["b"]), new PyDict<Any, Any> { ["cutoff"] = 2 });
        T(Builtins.Get("list"), PyTuple.Of(difflib.Get("restore").Call(d, 3)), new PyDict<Any, Any>());
        T(Builtins.Get("list"), PyTuple.Of(difflib.Get("unified_diff").Call((PyList<Any>)[1], (PyList<Any>)["a"])), new PyDict<Any, Any>());
        T(Builtins.Get("list"), PyTuple.Of(difflib.Get("unified_diff").Call(new Arguments { (PyList<Any>)["a"], (PyList<Any>)["b"], { "fromfile", 3 } })), new PyDict<Any, Any>());
        Print(difflib.Get("IS_LINE_JUNK").Call("  # \n"), difflib.Get("IS_LINE_JUNK").Call("x"), difflib.Get("IS_CHARACTER_JUNK").Call(" "), difflib.Get("IS_CHARACTER_JUNK").Call("x"));
        Print(new PyList<Any>(Sequences.Of(difflib.Get("diff_bytes").Call(new Arguments { difflib.Get("unified_diff"), (PyList<Any>)[PyBytes.FromLatin1("aÿ")], (PyList<Any>)[PyBytes.FromLatin1("b")], PyBytes.FromLatin1("f"), PyBytes.FromLatin1("t") }))));
        Any r = random.Get("Random").Call(4);
        for (PyInt i = 0; i < 12; i++)
        {
            var x = new PyList<Any>(Sequences.Range(r.Invoke("randint", 0, 12)).Select(_ => r.Invoke("choice", "abcd") + r.Invoke("choice", "  xyz") + r.Invoke("choice", "12") + "\n"));
            var y = new PyList<Any>(x);
            foreach (var item3 in Sequences.Range(r.Invoke("randint", 0, 5)))
            {
                if (y.Count > 0 && r.Invoke("random") < 0.5)
                {
                    Any value = r.Invoke("choice", "abcd") + r.Invoke("choice", " xyz") + "3\n";
                    ((Any)y).SetItem(r.Invoke("randrange", Len(y)), value);
                }
                else if (y.Count > 0 && r.Invoke("random") < 0.5)
                {
                    ((Any)y).DeleteItem(r.Invoke("randrange", Len(y)));
                }
                else
                {
                    ((Any)y).Invoke("insert", r.Invoke("randint", 0, Len(y)), TextFormat.Percent("new%d\n", r.Invoke("randint", 0, 3)));
                }
            }
            Print(new PyList<Any>(Sequences.Of(difflib.Get("ndiff").Call(x, y))), new PyList<Any>(Sequences.Of(difflib.Get("unified_diff").Call(new Arguments { x, y, { "n", r.Invoke("randint", 0, 3) } }))), new PyList<Any>(Sequences.Of(difflib.Get("context_diff").Call(new Arguments { x, y, { "n", 1 } }))), difflib.Get("SequenceMatcher").Call(Any.None, x, y).Invoke("ratio"));
        }
        var big = new PyList<Any>(Sequences.Range(300).Select(i => (Any)TextFormat.Percent("l%d", i % 7)));
        Print(difflib.Get("SequenceMatcher").Call(Any.None, big, big.Slice(50)).Invoke("ratio"), difflib.Get("SequenceMatcher").Call(new Arguments { Any.None, big, big.Slice(50), { "autojunk", false } }).Invoke("ratio"));
    }
}

using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TypedOperators;

/// <summary>The same operations on values whose types are plain, and on values that only the run knows.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("typed_operators.py", args, Run);

    public static Any Hidden(Any value)
    {
        return ((PyList<Any>)[value, Any.None])[0];
    }

    public static void Show(string name, string typed, string dynamic)
    {
        Print(name, typed, typed == dynamic ? (Any)"same" : (Any)F($"dynamic {dynamic}"));
    }

    public static void Error(string name, Any action)
    {
        try
        {
            action.Call();
        }
        catch (PyException e)
        {
            Print(name, PyType.Of(e).Name, e);
        }
    }

    public static void Past()
    {
        PyList<PyInt> xs = (PyList<PyInt>)[1, 2];
        xs.Delete(99);
    }

    public static void Lists()
    {
        PyList<PyInt> xs = (PyList<PyInt>)[3, 1, 2];
        Any ys = Hidden((PyList<Any>)[3, 1, 2]);
        Show("repeat", Repr(xs * 3), Repr(ys * 3));
        Show("repeat left", Repr(2 * xs), Repr(2 * ys));
        Show("repeat none", Repr(xs * -1), Repr(ys * -1));
        Show("sum", Repr(xs + (PyList<PyInt>)[4]), Repr(ys + (PyList<Any>)[4]));
        Show("slices", Repr((PyList<PyList<PyInt>>)[xs.Copy(), xs.Slice(1), xs.Slice(0, 2), xs.Slice(-2), xs.Slice(5), xs.Slice(2, 1), xs.Slice(-9, 9), xs.Slice(Any.None, Any.None, -1), xs.Slice(1, PyInt.Pow((PyInt)100, 20))]), Repr((PyList<Any>)[ys[new PySlice(Any.None, Any.None, Any.None)], ys[new PySlice(1, Any.None, Any.None)], ys[new PySlice(Any.None, 2, Any.None)], ys[new PySlice(-2, Any.None, Any.None)], ys[new PySlice(5, Any.None, Any.None)], ys[new PySlice(2, 1, Any.None)], ys[new PySlice(-9, 9, Any.None)], ys[new PySlice(Any.None, Any.None, -1)], ys[new PySlice(1, PyInt.Pow((PyInt)100, 20), Any.None)]]));
        var alias = xs;
        Any alias2 = ys;
        xs.Extend(new PyInt[] { 9, 8 });
        ys = Any.AddInPlace(ys, Generic.ToAny(((PyInt)9, (PyInt)8)));
        xs.Extend(Sequences.Range(2));
        ys = Any.AddInPlace(ys, Sequences.Range(2));
        xs.Extend(xs);
        ys = Any.AddInPlace(ys, ys);
        Show("extend", Repr(xs), Repr(ys));
        Print(Operators.Is(alias, xs), Operators.Is(alias2, ys));
        PyInt n = Len(xs);
        xs.Reverse(1, 3);
        Any value = Builtins.Get("reversed").Call(ys[new PySlice(1, 3, Any.None)]);
        ys.SetItem(new PySlice(1, 3, Any.None), value);
        xs.SetSlice(n - 2, (PyList<PyInt>)[7]);
        PyList<Any> value2 = (PyList<Any>)[7];
        ys.SetItem(new PySlice(n - 2, Any.None, Any.None), value2);
        xs.SetSlice(2, 1, (PyList<PyInt>)[5, 5]);
        PyList<Any> value3 = (PyList<Any>)[5, 5];
        ys.SetItem(new PySlice(2, 1, Any.None), value3);
        xs.SetSlice(0, 0, xs);
        ys.SetItem(new PySlice(Any.None, 0, Any.None), ys);
        Show("store slices", Repr(xs), Repr(ys));
        xs.Delete(0);
        xs.Delete(-1);
        ys.DeleteItem(0);
        ys.DeleteItem(-1);
        Show("delete", Repr(xs), Repr(ys));
        xs[-1] -= 5;
        ys.SetItem(-1, Any.SubInPlace(ys[-1], 5));
        xs.Repeat(2);
        ys = Any.MultInPlace(ys, 2);
        Show("in place", Repr(xs), Repr(ys));
        Show("reversed", Repr(new PyList<PyInt>(Sequences.Reversed(xs))), Repr(new PyList<Any>(Sequences.Of(Builtins.Get("reversed").Call(ys)))));
        Show("reversed range", Repr(new PyList<PyInt>(Sequences.Reversed(Sequences.Range(1, 10, 3)))), Repr(new PyList<Any>(Sequences.Of(Hidden(Builtins.Get("reversed")).Call(Sequences.Range(1, 10, 3))))));
        Show("equal", Repr((PyList<bool>)[xs.Equals(xs.Copy()), !xs.Equals(xs.Copy()), (Any)xs == (PyList<Any>)[], (Any)xs < (PyList<PyInt>)[9], (Any)xs >= (PyList<PyInt>)[9]]), Repr((PyList<Any>)[Operators.Compare(Comparison.Eq, ys, ys[new PySlice(Any.None, Any.None, Any.None)]), Operators.Compare(Comparison.NotEq, ys, ys[new PySlice(Any.None, Any.None, Any.None)]), Operators.Compare(Comparison.Eq, ys, (PyList<Any>)[]), Operators.Compare(Comparison.Lt, ys, (PyList<PyInt>)[9]), Operators.Compare(Comparison.GtE, ys, (PyList<PyInt>)[9])]));

        Error("delete past the end", PastFunction);
        string text = "abc";
        PyList<string> words = (PyList<string>)["a"];
        words.Extend(Str.Characters(text));
        Print(words, Str.Slice(text, 1), Str.Slice(text, 0, -1), Str.Slice(text, -2, 2), text, Str.Slice(text, 5), Str.Slice("d😀e", 1), Str.Slice("d😀e", 0, 2));
    }

    public static void Sets()
    {
        PySet<PyInt> a = (PySet<PyInt>)[1, 2, 3, 40, 41];
        PySet<PyInt> b = (PySet<PyInt>)[3, 4];
        Any c = Hidden((PySet<Any>)[1, 2, 3, 40, 41]);
        Any d = Hidden((PySet<Any>)[3, 4]);
        Show("algebra", Repr((PyList<PySet<PyInt>>)[a & b, a | b, a - b, a ^ b]), Repr((PyList<Any>)[c & d, c | d, c - d, c ^ d]));
        Show("order", Repr((PyList<bool>)[(Any)a <= b, (Any)a >= (PySet<PyInt>)[1], Operators.Compare(Comparison.Lt, a, a).Truth, a.Equals((PySet<PyInt>)[1, 2]), !a.Equals(b)]), Repr((PyList<Any>)[Operators.Compare(Comparison.LtE, c, d), Operators.Compare(Comparison.GtE, c, (PySet<PyInt>)[1]), Operators.Compare(Comparison.Lt, c, c), Operators.Compare(Comparison.Eq, c, (PySet<PyInt>)[1, 2]), Operators.Compare(Comparison.NotEq, c, d)]));
        var alias = a;
        a.Update((PySet<PyInt>)[9]);
        c = Any.BitOrInPlace(c, (PySet<Any>)[9]);
        a.IntersectionUpdate((PySet<PyInt>)[1, 2, 9, 3]);
        c = Any.BitAndInPlace(c, (PySet<Any>)[1, 2, 9, 3]);
        a.SymmetricDifferenceUpdate((PySet<PyInt>)[2, 7]);
        c = Any.BitXorInPlace(c, (PySet<Any>)[2, 7]);
        a.DifferenceUpdate(b);
        c = Any.SubInPlace(c, d);
        Show("in place", Repr(a), Repr(c));
        Print(Operators.Is(alias, a));
        var big = new PySet<Any>(Sequences.Range(0, 900, 7).Select(item => (Any)item));
        PySet<Any> few = (PySet<Any>)[7, 14, 21];
        Show("few from many", Repr(new PyList<Any>(big - few).Slice(0, 20)), Repr(new PyList<Any>(Sequences.Of(Hidden(big) - few)).Slice(0, 20)));
    }

    public static void Dicts()
    {
        var d = new PyDict<string, PyInt> { ["a"] = 1, ["b"] = 2 };
        Any e = Hidden(new PyDict<Any, Any> { ["a"] = 1, ["b"] = 2 });
        d["a"] += 5;
        e.SetItem("a", Any.AddInPlace(e["a"], 5));
        d.Delete("b");
        e.DeleteItem("b");
        Show("dict", Repr(d), Repr(e));
        Show("equal", Repr((PyList<bool>)[d.Equals(new PyDict<string, PyInt> { ["a"] = 6 }), !d.Equals(new PyDict<string, PyInt> { ["a"] = 6 })]), Repr((PyList<Any>)[Operators.Compare(Comparison.Eq, e, new PyDict<string, PyInt> { ["a"] = 6 }), Operators.Compare(Comparison.NotEq, e, new PyDict<string, PyInt> { ["a"] = 6 })]));

        void Missing()
        {
            d.Delete("zz");
        }
        Any missingFunction = new PyFunction("dicts.<locals>.missing", "", () => Missing());

        void Unknown()
        {
            d["zz"] += 1;
        }
        Any unknownFunction = new PyFunction("dicts.<locals>.unknown", "", () => Unknown());

        Error("delete", missingFunction);
        Error("add", unknownFunction);
    }

    public static void Bools(PyInt limit)
    {
        bool flag = limit > 3;
        Any other = Hidden(limit > 3);
        Any one = Hidden(1);
        Show("bools", Repr((PyList<Any>)[Numbers.ToInt(flag) + 1, (double)Numbers.ToInt(flag) * 2.5, Numbers.ToInt(flag) - Numbers.ToInt(flag), flag & true, flag | false, flag ^ flag, Numbers.ToInt(flag) & 1, flag == true, (Any)flag == 1, PyInt.FloorDiv((PyInt)7, Numbers.ToInt(flag))]), Repr((PyList<Any>)[other + one, other * 2.5, other - other, other & true, other | false, other ^ other, other & one, Operators.Compare(Comparison.Eq, other, true), Operators.Compare(Comparison.Eq, other, 1), Any.FloorDiv((Any)7, other)]));
        PyInt count = 0;
        for (PyInt x = 0; x < 10; x++)
        {
            count = count + Numbers.ToInt(x > limit);
        }
        flag &= count > 100;
        Print(count, flag, TextFormat.Percent("%s", flag), (Any)"ab" * true);
    }

    public static void Tuples()
    {
        (PyInt, string) p = ((PyInt)1, "b");
        (PyInt, string) q = ((PyInt)1, "c");
        Any r = Hidden(PyTuple.Of(1, "b"));
        Any s = Hidden(PyTuple.Of(1, "c"));
        Show("tuples", Repr((PyList<bool>)[Generic.Less(p, q), Generic.Greater(p, q), Generic.ToAny(p) <= Generic.ToAny(q), Generic.ToAny(p) >= Generic.ToAny(q), Generic.Equal(p, q), !Generic.Equal(p, q)]), Repr((PyList<Any>)[Operators.Compare(Comparison.Lt, r, s), Operators.Compare(Comparison.Gt, r, s), Operators.Compare(Comparison.LtE, r, s), Operators.Compare(Comparison.GtE, r, s), Operators.Compare(Comparison.Eq, r, s), Operators.Compare(Comparison.NotEq, r, s)]));
        double nan = PyFloat.Parse("nan");
        Print(Generic.Equal((nan, (PyInt)1), (nan, (PyInt)1)), Generic.Less((nan, (PyInt)1), (nan, (PyInt)2)), Generic.ToAny(((PyInt)1, nan)) <= Generic.ToAny(((PyInt)1, 0.5)), PyBytes.FromLatin1("ab").Equals(PyBytes.FromLatin1("ab")), (Any)PyBytes.FromLatin1("ab") < PyBytes.FromLatin1("b"), Any.None == 1, (Any)"a" == 1);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Lists();
        Sets();
        Dicts();
        Bools(5);
        Tuples();
    }

    public static readonly Any PastFunction = new PyFunction("past", "", () => Past());
}

using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace RangesAsValues;

using static Module;

public class Holder : PyObject
{
    public Holder(PyInt n)
    {
        Rows = Sequences.Range(n);
        Cols = Sequences.Range(n);
    }

    public Any Rows { get; set; }
    public PyRange Cols { get; set; }

    public IEnumerable<(Any, PyInt)> Cells()
    {
        foreach (var r in Sequences.Of(Rows))
        {
            foreach (var c in Cols)
            {
                yield return (r, c);
            }
        }
    }

    public bool Inside(PyInt r, PyInt c)
    {
        return Rows.Contains(r) && Cols.Contains(c);
    }

    public static readonly PyType Type = PyType.Emitted("Holder", "__main__")
        .Constructor("n", a => new Holder(a[0].As<PyInt>()))
        .Field("rows", self => self.As<Holder>().Rows, (self, value) => self.As<Holder>().Rows = value)
        .Field("cols", self => self.As<Holder>().Cols, (self, value) => self.As<Holder>().Cols = value.As<PyRange>())
        .Method("cells", self => Generator.Of("cells", "Holder.cells", self.As<Holder>().Cells()))
        .Method("inside", "self, r, c", (self, r, c) => self.As<Holder>().Inside(r.As<PyInt>(), c.As<PyInt>()));
    public override PyType Class => Type;
}

/// <summary>A range that a program keeps: in variables, attributes, parameters and lists.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("ranges_as_values.py", args, Run);

    public static PyInt Total(PyRange r)
    {
        PyInt s = 0;
        foreach (var i in r)
        {
            s += i;
        }
        return s;
    }

    public static void RunMain(PyInt n)
    {
        PyInt a = default;
        PyInt b = default;
        PyList<Any> c = default!;
        Any value = default;
        Any[] values = [];
        PyRange r = Sequences.Range(n);
        Print(Len(r), r[2], r[-1], r.Slice(1, 3), r.Contains(3), Total(r), new PyList<PyInt>(r), Sequences.Sum(r), Sequences.Max(r));
        foreach (var item in Sequences.Zip(r, Sequences.Range(10, 20, 2)))
        {
            (a, b) = item;
            Print(a, b);
        }
        if (r.Length > 0)
        {
            Print("yes", ((Any)r).Get("start"), ((Any)r).Get("stop"), ((Any)r).Get("step"), r.Equals(Sequences.Range(5)), Operators.Is(r, r), IsInstance(r, Builtins.Get("range")), ((Any)r).Invoke("index", 3), ((Any)r).Invoke("count", 9));
        }
        foreach (var (i, x) in Sequences.Enumerate(r))
        {
            Print(i, x);
        }
        PyRange q = Sequences.Range(0);
        while (q.Length > 0)
        {
            q = q.Slice(1);
        }
        Print(new PyList<PyInt>(r.Select(x => x * 2)), new PySet<PyInt>(r), Sequences.Sorted(r, reverse: true), new PyList<PyInt>(Sequences.Reversed(r)));
        try
        {
            _ = r[10];
        }
        catch (IndexError e)
        {
            Print(e);
        }
        try
        {
            Sequences.Range(1, 2, 0);
        }
        catch (ValueError e)
        {
            Print(e);
        }
        PyRange big = Sequences.Range(PyInt.Pow((PyInt)10, 30));
        Print(big[PyInt.Pow((PyInt)10, 29)], Hash(Sequences.Range(3)) == Hash(Sequences.Range(0, 3)), F($"{r}"), ToStr(r), Repr(r));
        PyList<PyRange> rr = (PyList<PyRange>)[Sequences.Range(2), Sequences.Range(3)];
        foreach (var k in rr)
        {
            foreach (var j in k)
            {
                Print([j], end: " ");
            }
        }
        Print();
        var d = new PyDict<PyRange, string> { [Sequences.Range(3)] = "a" };
        Print(d[Sequences.Range(3)], d);
        Any m = Iter(r);
        Print(Next(m), Next(m));
        var items = Operators.Unpack(r, 2, 0);
        a = items[0].As<PyInt>();
        b = items[1].As<PyInt>();
        c = items[2].As<PyList<Any>>();
        Print(a, b, c);
        Print([..r.Select(item2 => (Any)item2)]);
        PyRange? o = n > 3 ? (PyRange?)r : (PyRange?)null;
        Print(o);
        foreach (var z in Sequences.Of((value = (Any)o).Truth ? value : (Any)(PyList<Any>)[]))
        {
            Print(z);
        }
        if (Matching.Class(r, Builtins.Get("range"), 0, new string[] { "start" }, out values))
        {
            Any s = values[0];
            Print("match", s);
        }
        Print(false ? Operators.Compare(Comparison.Lt, r, r) : "no");
        try
        {
            Operators.Compare(Comparison.Lt, r, r);
        }
        catch (TypeError e)
        {
            Print(e);
        }
        try
        {
            _ = (Any)r + r;
        }
        catch (TypeError e)
        {
            Print(e);
        }
        try
        {
            ((Any)r).SetItem(0, 3);
        }
        catch (TypeError e)
        {
            Print(e);
        }
        try
        {
            Sequences.Range("a");
        }
        catch (TypeError e)
        {
            Print(e);
        }
        PyRange ids = Sequences.Range(PyFloat.Truncate((double)n * 0.5));
        foreach (var i in ids)
        {
            Print(i);
        }
        Print(Sequences.AnyOf(r), Sequences.AllOf(r), Sequences.Min(r), r.Slice(Any.None, Any.None, -1), ((Any)r)[true], RandomChoice(r));
    }

    public static PyInt RandomChoice(PyRange r)
    {
        return r[PyInt.FloorDiv(Len(r), 2)];
    }

    public static (PyRange, bool, PyRange, PyRange, PyRange, PyRange, PyRange) Kinds(PyRange r)
    {
        return (r.Slice(0), Operators.Is(r.Slice(0), r), r.Slice(1), r.Slice(Any.None, Any.None, 2), r.Slice(-2), r.Slice(0, -1), r.Slice(Any.None, 2, Any.None));
    }

    public static Any F_(Any x)
    {
        if (x.IsNone)
        {
            x = Sequences.Range(3);
        }
        return Sum(x);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        RunMain(5);

        Print([..Sequences.Spread(Generic.ToAny(Kinds(Sequences.Range(10))), "print")]);

        Print(F_(Any.None), F_(Sequences.Range(4)));
        try
        {
            Print(F_((PyList<Any>)[1, 2]));
        }
        catch (TypeError e)
        {
            Print(e);
        }

        var h = new Holder(3);
        Print(new PyList<(Any, PyInt)>(h.Cells()), h.Inside(1, 2), h.Inside(3, 0), Operators.Compare(Comparison.Eq, h.Rows, h.Cols), Len(h.Rows));
        h.Rows = (PyList<Any>)[1, 2];
        Print(new PyList<(Any, PyInt)>(h.Cells()));
    }
}

using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace OrderWithoutAnnotations;

using static Module;

public class Job : PyObject
{
    public Job(PyInt p)
    {
        P = p;
    }

    public PyInt P { get; set; }

    public Any LessThan(Any other)
    {
        return Operators.Compare(Comparison.Lt, P, other.Get("p"));
    }

    public static readonly PyType Type = PyType.Emitted("Job", "__main__")
        .Constructor("p", a => new Job(a[0].As<PyInt>()))
        .Field("p", self => self.As<Job>().P, (self, value) => self.As<Job>().P = value.As<PyInt>())
        .Method("__lt__", "self, other", (self, other) => self.As<Job>().LessThan(other));
    public override PyType Class => Type;
}

public class Pair : PyObject, IComparable<Pair>
{
    public Pair(PyInt a)
    {
        A = a;
    }

    public PyInt A { get; set; }

    public bool LessThan(Pair other)
    {
        return A < other.A;
    }

    public bool LessOrEqual(Pair other)
    {
        return A <= other.A;
    }

    public static bool operator <(Pair left, Pair right) => left.LessThan(right);
    public static bool operator >(Pair left, Pair right) => right.LessThan(left);
    public static bool operator <=(Pair left, Pair right) => left.LessOrEqual(right);
    public static bool operator >=(Pair left, Pair right) => right.LessOrEqual(left);

    /// <summary>Orders the objects in C# collections.</summary>
    public int CompareTo(Pair? other) => other is null || other < this ? 1 : this < other ? -1 : 0;

    public static readonly PyType Type = PyType.Emitted("Pair", "__main__")
        .Constructor("a", a => new Pair(a[0].As<PyInt>()))
        .Field("a", self => self.As<Pair>().A, (self, value) => self.As<Pair>().A = value.As<PyInt>())
        .Method("__lt__", "self, other", (self, other) => self.As<Pair>().LessThan(other.As<Pair>()))
        .Method("__le__", "self, other", (self, other) => self.As<Pair>().LessOrEqual(other.As<Pair>()));
    public override PyType Class => Type;
}

public class Owner : PyObject
{
    public Owner(PyInt n)
    {
        N = n;
    }

    public PyInt N { get; set; }

    public Any GreaterThan(Any other)
    {
        Print("gt", N);
        return Operators.Compare(Comparison.Gt, N, other.Get("n"));
    }

    public Any LessThan(Any other)
    {
        return Operators.Compare(Comparison.Lt, N, other.Get("n"));
    }

    public static readonly PyType Type = PyType.Emitted("Owner", "__main__")
        .Constructor("n", a => new Owner(a[0].As<PyInt>()))
        .Field("n", self => self.As<Owner>().N, (self, value) => self.As<Owner>().N = value.As<PyInt>())
        .Method("__gt__", "self, other", (self, other) => self.As<Owner>().GreaterThan(other))
        .Method("__lt__", "self, other", (self, other) => self.As<Owner>().LessThan(other));
    public override PyType Class => Type;
}

public class Loose : PyObject
{
    public Loose(PyInt n)
    {
        N = n;
    }

    public PyInt N { get; set; }

    public Any LessThan(Any other)
    {
        return Operators.Compare(Comparison.Lt, N, IsInstance(other, Builtins.Get("int")) ? other : other.Get("n"));
    }

    public static readonly PyType Type = PyType.Emitted("Loose", "__main__")
        .Constructor("n", a => new Loose(a[0].As<PyInt>()))
        .Field("n", self => self.As<Loose>().N, (self, value) => self.As<Loose>().N = value.As<PyInt>())
        .Method("__lt__", "self, other", (self, other) => self.As<Loose>().LessThan(other));
    public override PyType Class => Type;
}

/// <summary>Order of un-annotated classes.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("order_without_annotations.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        var a = new Job(1);
        var b = new Job(2);
        Print(Operators.Compare(Comparison.Lt, a, b), Operators.Compare(Comparison.Gt, a, b));
        Job? last = null;
        foreach (var j in (PyList<Job>)[b, a])
        {
            if (last is null || (Any)last < j)
            {
                last = j;
            }
        }
        Print(last.NotNone("p").P);
        PyList<Pair> ps = (PyList<Pair>)[new Pair(3), new Pair(1), new Pair(2)];
        Print(new PyList<PyInt>(Sequences.Sorted(ps).Select(p => p.A)), Sequences.Min(ps).A, ps[0] <= ps[1], ps[0] >= ps[1]);
        PyList<Owner> os = (PyList<Owner>)[new Owner(3), new Owner(1)];
        Print(new PyList<PyInt>(Sequences.Sorted(os, key: o => o).Select(o => o.N)), Sequences.Max(os.Select(o => ((PyInt)1, o))).Item2.N, Operators.Compare(Comparison.Gt, os[0], os[1]));
        Print(Operators.Compare(Comparison.Lt, new Loose(1), new Loose(2)), Operators.Compare(Comparison.Lt, new Loose(1), 5), Operators.Compare(Comparison.Lt, new Loose(9), 5), Operators.Compare(Comparison.Gt, 5, new Loose(1)));
        PyList<Job> h = (PyList<Job>)[];
        foreach (var x in new PyInt[] { 5, 2, 7 })
        {
            Heaps.Push(h, new Job(x));
        }
        Print(Heaps.Pop(h).P);
        try
        {
            Print(Operators.Compare(Comparison.Lt, a, 3));
        }
        catch (AttributeError e)
        {
            Print(e);
        }
        try
        {
            Print(Operators.Compare(Comparison.LtE, a, b));
        }
        catch (TypeError e)
        {
            Print(e);
        }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace OrderOfItems;

using static Module;

public class Logged : PyObject
{
    public static PyList<(PyInt, PyInt)> Log { get; set; } = (PyList<(PyInt, PyInt)>)[];

    public Logged(Any value, PyInt place)
    {
        Value = value;
        Place = place;
    }

    public Any Value { get; set; }
    public PyInt Place { get; set; }

    public Any LessThan(Logged other)
    {
        Logged.Log.Append((Place, other.Place));
        return Operators.Compare(Comparison.Lt, Value, other.Value);
    }

    public static readonly PyType Type = PyType.Emitted("Logged", "__main__")
        .Shared("log", () => Log, value => Log = value.As<PyList<(PyInt, PyInt)>>())
        .Constructor("value, place", a => new Logged(a[0], a[1].As<PyInt>()))
        .Field("value", self => self.As<Logged>().Value, (self, value) => self.As<Logged>().Value = value)
        .Field("place", self => self.As<Logged>().Place, (self, value) => self.As<Logged>().Place = value.As<PyInt>())
        .Method("__lt__", "self, other", (self, other) => self.As<Logged>().LessThan(other.As<Logged>()));
    public override PyType Class => Type;
}

/// <summary>The order in which sorting compares, and in which sets give their items.</summary>
public static class Module
{
    internal static PyInt Digest;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("order_of_items.py", args, Run);

    public static (PyInt, PyInt, PyList<Any>) Compared(Any values)
    {
        Logged.Log = (PyList<(PyInt, PyInt)>)[];
        IEnumerable<Logged> Items(IEnumerable<(PyInt, Any)> source)
        {
            foreach (var (i, v) in source)
            {
                yield return new Logged(v, i);
            }
        }
        var items = new PyList<Logged>(Items(Sequences.Enumerate(Sequences.Of(values))));
        items.Sort();
        PyInt digest = 0;
        foreach (var (a, b) in Logged.Log)
        {
            digest = (digest * 31 + a * 7 + b) % 1000003;
        }
        return (Len(Logged.Log), digest, new PyList<Any>(items.Select(item => (Any)item.Place)).Slice(0, 12));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any random = Modules.Import("random");
        Any types = Modules.Import("types");

        random.Get("seed").Call(3);
        double nan = PyFloat.Parse("nan");
        foreach (var n in new PyInt[] { 5, 40, 64, 200, 1000 })
        {
            Print(n, Generic.ToAny(Compared(new PyList<Any>(Sequences.Range(n).Select(_ => (Any)RandomNumbers.Next())))), Generic.ToAny(Compared(new PyList<Any>(Sequences.Range(n).Select(_ => (Any)RandomNumbers.Between(0, 5))))));
            Print(Generic.ToAny(Compared(Sequences.Range(n, 0, -1))), Generic.ToAny(Compared(new PyList<Any>(Sequences.Range(n, 0, -1).Select(i => (Any)PyInt.FloorDiv(i, 7))))), Generic.ToAny(Compared(new PyList<Any>(Sequences.Range(n).Select(i => i % 5 == 0 ? (Any)nan : (Any)RandomNumbers.Next())))));
        }
        PyList<Any> mixed = (PyList<Any>)[3, 1, 2, "a", 5, 0];
        try
        {
            mixed.Sort();
        }
        catch (TypeError error)
        {
            Print(error, mixed);
        }
        var words = (PyList<string>)["pear", "fig", "apple", "fig", "é", "", "apples", "a\0", "a", "😀", "￮"] * 40;
        Print(Sequences.Sorted(words).Slice(Any.None, Any.None, 40), Sequences.Sorted(words, key: w => (Len(w), w), reverse: true).Slice(Any.None, Any.None, 40), Sequences.Sorted(words, key: w => Str.Slice(w, -2)).Slice(Any.None, Any.None, 40));
        Print(Sequences.Sorted((PyList<double>)[0.0, -0.0, 2.5, -1.0, 0.0] * 2), Sequences.Sorted((PyList<Any>)[5, nan, 3, 1, nan, 2]), Sequences.Sorted((PyList<(PyInt, string)>)[((PyInt)2, "b"), ((PyInt)1, "z"), ((PyInt)2, "a")] * 2), Sequences.Sorted((PyList<PyInt>)[PyInt.Pow((PyInt)10, 20), -5, PyInt.Pow((PyInt)2, 63), 7]));

        Digest = 0;
        for (PyInt trial = 0; trial < 300; trial++)
        {
            Any s = new PySet<Any>();
            for (PyInt i2 = 0, stop = RandomNumbers.Between(1, 40); i2 < stop; i2++)
            {
                double kind = RandomNumbers.Next();
                Any k = RandomNumbers.Choice((PyList<Any>)[RandomNumbers.Between(-20, 60), RandomNumbers.Between(0, 4) * 8, RandomNumbers.Choice((PyList<Any>)[Any.None, PyTuple.Of(1, 2), PyInt.Pow((PyInt)2, 61) - 1, 2.5])]);
                if (kind < 0.55)
                {
                    s.Invoke("add", k);
                }
                else if (kind < 0.85)
                {
                    s.Invoke("discard", k);
                }
                else if (kind < 0.88 && s.Truth)
                {
                    s.Invoke("pop");
                }
                else if (kind < 0.92)
                {
                    s = Any.BitXorInPlace(s, new PySet<Any> { k, RandomNumbers.Between(0, 30), 8 });
                }
                else if (kind < 0.95)
                {
                    s = Any.BitOrInPlace(s, new PySet<Any> { k, RandomNumbers.Between(0, 30), 16 });
                }
                else
                {
                    s = s & new PySet<Any>(Sequences.Range(0, 60, 2).Select(item => (Any)item));
                }
            }
            if (trial % 20 == 0)
            {
                Print(new PyList<Any>(Sequences.Of(s)));
            }
        }
        var ages = new PyDict<Any, Any>(Sequences.Range(40).Select(i => ((Any)(i * 37 % 101), (Any)i)));
        Print(PySet<Any>.OfKeys(ages), new PySet<Any>(ages.Keys), ((Any)ages).Invoke("keys") - (PySet<Any>)[5, 6], ((Any)ages).Invoke("keys") | (PySet<Any>)[200]);

        Any @fixed = types.Get("MappingProxyType").Call(ages);
        Print(Len(@fixed), @fixed[37], @fixed.Contains(5), types.Get("MappingProxyType").Call(new PyDict<Any, Any> { ["a"] = 1 }) | new PyDict<Any, Any> { ["b"] = 2 });
        try
        {
            @fixed.SetItem(1, 2);
        }
        catch (TypeError error)
        {
            Print(error);
        }

        Any r = random.Get("Random").Call(42);
        IEnumerable<Any> Items(IEnumerable<Any> source)
        {
            foreach (var item2 in source)
            {
                var items = Operators.Unpack(item2, 2);
                Any a = items[0];
                Any b = items[1];
                yield return r.Invoke("gammavariate", a, b);
            }
        }
        Print(new PyList<Any>(Items(new Any[] { PyTuple.Of(0.5, 1), PyTuple.Of(1, 2), PyTuple.Of(3.5, 0.5) })), r.Invoke("betavariate", 2, 3), r.Invoke("vonmisesvariate", 1, 4));
        IEnumerable<Any> Items2(IEnumerable<(PyInt, double)> source2)
        {
            foreach (var (n, p) in source2)
            {
                yield return r.Invoke("binomialvariate", n, p);
            }
        }
        Print(new PyList<Any>(Items2(new (PyInt, double)[] { ((PyInt)1, 0.5), ((PyInt)10, 0.3), ((PyInt)1000, 0.9) })), r.Invoke("sample", new Arguments { (PyList<Any>)["a", "b"], { "counts", (PyList<Any>)[3, 4] }, { "k", 5 } }));
    }
}

using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace GrowingTuples;

using static Module;

public class Collector : PyObject
{
    public Any Gather(PyList<PyTuple> items)
    {
        items = new PyList<PyTuple>(Sequences.Enumerate(items).Select(item => ((Any)Generic.ToAny(item)).As<PyTuple>()));
        return ((Any)items[0])[1][0];
    }

    public Any Best(PyList<Any> items)
    {
        items = new PyList<Any>(Sequences.Sorted(Sequences.Enumerate(items), key: pair => pair.Item2).Select(item => Generic.ToAny(item)));
        items = new PyList<Any>(Sequences.Of(Builtins.Get("map").Call(new PyFunction("Collector.best.<locals>.<lambda>", "pair", (Any pair) => (Any)PyTuple.Of(pair[0], pair)), items)));
        return Sequences.Min(items, key: item => item[1][1]);
    }

    public PyList<(Any, Any)> Nested(Any items)
    {
        IEnumerable<(Any, Any)> Items(IEnumerable<(PyInt, Any)> source)
        {
            foreach (var (index, item) in source)
            {
                yield return (index, item);
            }
        }
        Any entries = new PyDict<Any, Any>(Items(Sequences.Enumerate(Sequences.Of(items))));
        entries = Builtins.Get("dict").Call(Builtins.Get("enumerate").Call(entries.Invoke("items")));
        entries = Sequences.Sorted(Sequences.Of(entries.Invoke("items")), key: entry => entry[1][1]);
        return new PyList<(Any, Any)>(Sequences.Zip(Sequences.Of(items), Sequences.Of(entries)));
    }

    public static readonly PyType Type = PyType.Emitted("Collector", "__main__")
        .Constructor("", _ => new Collector())
        .Method("gather", "self, items", (self, items) => self.As<Collector>().Gather(items.As<PyList<PyTuple>>()))
        .Method("best", "self, items", (self, items) => self.As<Collector>().Best(items.As<PyList<Any>>()))
        .Method("nested", "self, items", (self, items) => self.As<Collector>().Nested(items));
    public override PyType Class => Type;
}

/// <summary>Tuples of tuples that would grow with every round of inference, in functions that nobody calls and in those that somebody does.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("growing_tuples.py", args, Run);

    public static void Ranked(PyList<PyTuple> queries)
    {
        Any place = default;
        Any first = default;
        Any second = default;
        Any highest = ((Any)Sequences.Max(queries, key: query => ((Any)query)[0]))[0];
        queries = new PyList<PyTuple>(Sequences.Sorted(Sequences.Enumerate(queries), key: pair => ((Any)pair.Item2)[1]).Select(item => ((Any)Generic.ToAny(item)).As<PyTuple>()));
        foreach (var item2 in queries)
        {
            var items = Operators.Unpack(item2, 2);
            place = items[0];
            var items2 = Operators.Unpack(items[1], 2);
            first = items2[0];
            second = items2[1];
            Print(place, first, second, highest);
        }
    }

    public static PyList<PyTuple> Paired(PyList<PyTuple> items)
    {
        while (items.Count > 0)
        {
            IEnumerable<PyTuple> Items(IEnumerable<(PyTuple, PyTuple)> source)
            {
                foreach (var (a, b) in source)
                {
                    yield return ((Any)Generic.ToAny((a, b))).As<PyTuple>();
                }
            }
            items = new PyList<PyTuple>(Items(Sequences.Zip(items, items.Slice(1))));
            items = new PyList<PyTuple>(Sequences.Enumerate(items).Select(item => ((Any)Generic.ToAny(item)).As<PyTuple>()));
        }
        return items;
    }

    public static (PyInt, PyTuple) Pushed(PyTuple stack, PyInt item)
    {
        return (item, stack);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        PyTuple stack = PyTuple.Of();
        for (PyInt i = 0; i < 5; i++)
        {
            stack = ((Any)Generic.ToAny(Pushed(stack, i))).As<PyTuple>();
        }
        Print(stack);
        Any node = Any.None;
        for (PyInt i = 0; i < 3; i++)
        {
            node = PyTuple.Of(i, node);
        }
        while (node.Truth)
        {
            var items = Operators.Unpack(node, 2);
            Any value = items[0];
            node = items[1];
            Print(value);
        }
        Print(new Collector().Best((PyList<Any>)[5, 2, 4]));
    }
}

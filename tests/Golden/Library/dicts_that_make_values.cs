using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace DictsThatMakeValues;

using static Module;

public class Job : PyObject
{
    public Job(Any rank, Any name)
    {
        this.Rank = rank;
        this.Name = name;
    }

    public Any Rank { get; set; }
    public Any Name { get; set; }

    public Any LessThan(Job other)
    {
        return Operators.Compare(Comparison.Lt, this.Rank, other.Rank);
    }

    public string Represent()
    {
        return F($"Job({this.Rank}, {Repr(this.Name)})");
    }

    public static readonly PyType Type = PyType.Emitted("Job", "__main__")
        .Constructor("rank, name", a => new Job(a[0], a[1]))
        .Field("rank", self => self.As<Job>().Rank, (self, value) => self.As<Job>().Rank = value)
        .Field("name", self => self.As<Job>().Name, (self, value) => self.As<Job>().Name = value)
        .Method("__lt__", "self, other", (self, other) => self.As<Job>().LessThan(other.As<Job>()))
        .Method("__repr__", self => self.As<Job>().Represent());
    public override PyType Class => Type;
}

/// <summary>Dicts that make missing values, and heaps.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("dicts_that_make_values.py");
    internal static Any Doc = "Dicts that make missing values, and heaps.";
    internal static Any Collections = Any.Unbound;
    internal static Any Copy = Any.Unbound;
    internal static Any Heapq = Any.Unbound;
    internal static Any Json = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Any Pprint = Any.Unbound;
    internal static Any Defaultdict = Any.Unbound;
    internal static Any DefaultDict = Any.Unbound;
    internal static PyDict<Any, Any> Counts = default!;
    internal static PyDict<Any, Any> By = default!;
    internal static PyDict<Any, Any> Sets = default!;
    internal static Any K = Any.Unbound;
    internal static string V = default!;
    internal static PyDict<Any, Any> Nested = default!;
    internal static PyDict<Any, Any> Five = default!;
    internal static PyDict<Any, Any> Texts = default!;
    internal static PyDict<Any, Any> Floats = default!;
    internal static PyDict<Any, Any> Mixed = default!;
    internal static PyDict<Any, Any> Other = default!;
    internal static Any E = Any.Unbound;
    internal static Any Given = Any.Unbound;
    internal static PyDict<Any, Any> Popped = default!;
    internal static PyList<Any> Heap = default!;
    internal static PyList<Any> Jobs = default!;
    internal static PyInt Rank;
    internal static string Name_ = default!;
    internal static PyList<Any> Empty = default!;
    internal static Any Act = Any.Unbound;
    internal static PyList<Any> Odd = default!;
    internal static PyList<Any> Anything = default!;
    internal static PySet<Any> Toggled = default!;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "dicts_that_make_values.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("collections", () => Collections, value => Collections = value)
        .Variable("copy", () => Copy, value => Copy = value)
        .Variable("heapq", () => Heapq, value => Heapq = value)
        .Variable("json", () => Json, value => Json = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("pprint", () => Pprint, value => Pprint = value)
        .Variable("defaultdict", () => Defaultdict, value => Defaultdict = value)
        .Variable("DefaultDict", () => DefaultDict, value => DefaultDict = value)
        .Member("Job", () => Job.Type)
        .Member("count", () => CountFunction)
        .Member("groups", () => GroupsFunction)
        .Member("heap_sort", () => HeapSortFunction)
        .Variable("counts", () => Counts, value => Counts = value.As<PyDict<Any, Any>>())
        .Variable("by", () => By, value => By = value.As<PyDict<Any, Any>>())
        .Variable("sets", () => Sets, value => Sets = value.As<PyDict<Any, Any>>())
        .Variable("k", () => K, value => K = value)
        .Variable("v", () => V, value => V = value.As<string>())
        .Variable("nested", () => Nested, value => Nested = value.As<PyDict<Any, Any>>())
        .Variable("five", () => Five, value => Five = value.As<PyDict<Any, Any>>())
        .Variable("texts", () => Texts, value => Texts = value.As<PyDict<Any, Any>>())
        .Variable("floats", () => Floats, value => Floats = value.As<PyDict<Any, Any>>())
        .Variable("mixed", () => Mixed, value => Mixed = value.As<PyDict<Any, Any>>())
        .Variable("other", () => Other, value => Other = value.As<PyDict<Any, Any>>())
        .Variable("e", () => E, value => E = value)
        .Variable("given", () => Given, value => Given = value)
        .Variable("popped", () => Popped, value => Popped = value.As<PyDict<Any, Any>>())
        .Variable("heap", () => Heap, value => Heap = value.As<PyList<Any>>())
        .Variable("jobs", () => Jobs, value => Jobs = value.As<PyList<Any>>())
        .Variable("rank", () => Rank, value => Rank = value.As<PyInt>())
        .Variable("name", () => Name_, value => Name_ = value.As<string>())
        .Variable("empty", () => Empty, value => Empty = value.As<PyList<Any>>())
        .Variable("act", () => Act, value => Act = value)
        .Variable("odd", () => Odd, value => Odd = value.As<PyList<Any>>())
        .Variable("anything", () => Anything, value => Anything = value.As<PyList<Any>>())
        .Variable("toggled", () => Toggled, value => Toggled = value.As<PySet<Any>>());

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("dicts_that_make_values.py", args, Definition);

    public static PyDict<Any, Any> Count(Any text)
    {
        var counts = new PyDefaultDict<Any, Any>(Builtins.Get("int"));
        foreach (var c in Sequences.Of(text))
        {
            ((Any)counts).SetItem(c, Any.AddInPlace(((Any)counts)[c], 1));
        }
        return counts;
    }

    public static PyDict<Any, Any> Groups(Any words)
    {
        var by = new PyDefaultDict<Any, Any>(Builtins.Get("list"));
        foreach (var w in Sequences.Of(words))
        {
            by.At((Any)Len(w)).Invoke("append", w);
        }
        return by;
    }

    public static PyList<Any> HeapSort(Any items)
    {
        PyList<Any> heap = (PyList<Any>)[];
        foreach (var item in Sequences.Of(items))
        {
            Heaps.Push(heap, item);
        }
        return new PyList<Any>(Sequences.Range(Len(heap)).Select(_ => Heaps.Pop(heap)));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Collections = Modules.Import("collections");
        Copy = Modules.Import("copy");
        Heapq = Modules.Import("heapq");
        Json = Modules.Import("json");
        Pickle = Modules.Import("pickle");
        Pprint = Modules.Import("pprint");
        Defaultdict = Modules.ImportFrom("collections", "defaultdict");
        DefaultDict = Modules.ImportFrom("typing", "DefaultDict");

        Counts = Count("hello world");
        Print(Counts, Sequences.Sorted(Counts.Items), Counts.At((Any)"z"), Counts.ContainsKey((Any)"z"), Counts.GetOrNone((Any)"q"), Len(Counts));
        By = Groups((PyList<Any>)["a", "bb", "cc", "ddd"]);
        Print(By, By.At((Any)9), new PyList<Any>(By.Keys), ((Any)By).Get("default_factory"));
        By.At((Any)2).Invoke("extend", (PyList<Any>)["ee", "ff"]);
        IEnumerable<(Any, PyInt)> Items(IEnumerable<(Any, Any)> source)
        {
            foreach (var (k, v) in source)
            {
                yield return (k, Len(v));
            }
        }
        Print(new PyDict<Any, Any>(By), new PyDict<Any, PyInt>(Items(By.Items)));
        Sets = new PyDefaultDict<Any, Any>(Builtins.Get("set"));
        foreach (var item in (PyList<(PyInt, string)>)[((PyInt)1, "x"), ((PyInt)2, "y"), ((PyInt)1, "z"), ((PyInt)1, "x")])
        {
            var items = item;
            K = items.Item1;
            V = items.Item2;
            Sets[K].Invoke("add", V);
        }
        IEnumerable<(Any, PyList<Any>)> Items2(IEnumerable<(Any, Any)> source2)
        {
            foreach (var (k, v) in source2)
            {
                yield return (k, Sequences.Sorted(Sequences.Of(v)));
            }
        }
        Print(new PyDict<Any, PyList<Any>>(Items2(Sets.Items)), IsInstance(Sets, Builtins.Get("dict")), IsInstance(Sets, Defaultdict), PyType.Of(Sets).Name);
        Nested = new PyDefaultDict<Any, Any>((Any)new PyFunction("<lambda>", "", () => (Any)new PyDefaultDict<Any, Any>(Builtins.Get("int"))));
        Any target = Nested.At((Any)"a");
        target.SetItem("b", Any.AddInPlace(target["b"], 3));
        Any target2 = Nested.At((Any)"a");
        target2.SetItem("c", Any.AddInPlace(target2["c"], 1));
        IEnumerable<(Any, Any)> Items3(IEnumerable<(Any, Any)> source3)
        {
            foreach (var (k, v) in source3)
            {
                yield return (k, Builtins.Get("dict").Call(v));
            }
        }
        Print(new PyDict<Any, Any>(Items3(Nested.Items)));
        Five = new PyDefaultDict<Any, Any>((Any)new PyFunction("<lambda>", "", () => (Any)5));
        ((Any)Five).SetItem("x", Any.AddInPlace(((Any)Five)["x"], 1));
        Print(new PyDict<Any, Any>(Five), Five.At((Any)"y"));
        Texts = new PyDefaultDict<Any, Any>(Builtins.Get("str"));
        ((Any)Texts).SetItem("k", Any.AddInPlace(((Any)Texts)["k"], "v"));
        Print(Texts, Repr(Texts.At((Any)"none")));
        Floats = new PyDefaultDict<Any, Any>(Builtins.Get("float"));
        ((Any)Floats).SetItem("a", Any.AddInPlace(((Any)Floats)["a"], 1.5));
        Print(Floats);
        Mixed = new PyDefaultDict<Any, Any>(Builtins.Get("list"));
        Mixed.At((Any)"a").Invoke("append", 1);
        Mixed.At((Any)2).Invoke("append", "b");
        Mixed[Any.None].Invoke("append", Any.None);
        Print(Mixed);
        Other = Mixed.Copy();
        Other.At((Any)"a").Invoke("append", 9);
        Other.At((Any)"new").Invoke("append", 1);
        Print(Mixed, PyType.Of(Other).Name, Len(Other));
        Print(Operators.Compare(Comparison.Eq, Copy.Get("copy").Call(By), By), Copy.Get("deepcopy").Call(By)[2], Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Counts))["l"]);
        Print(Json.Get("dumps").Call(new Arguments { Counts, { "sort_keys", true } }));
        Pprint.Get("pprint").Call(new Arguments { By, { "width", 20 } });
        ((Any)By).Set("default_factory", Any.None);
        try
        {
            By.At((Any)100);
        }
        catch (KeyError caught)
        {
            E = caught;
            Print("KeyError", E);
            E = Any.Unbound;
        }
        Print((Any)By | new PyDict<Any, Any> { [7] = (PyList<Any>)["seven"] }, PyType.Of((Any)By | new PyDict<Any, Any>()).Name);
        Given = Defaultdict.Call(new Arguments { Builtins.Get("int"), new PyDict<Any, Any> { ["a"] = 1 }, { "b", 2 } });
        Given.SetItem("c", Any.AddInPlace(Given["c"], 3));
        Print(Given);
        try
        {
            Defaultdict.Call(3);
        }
        catch (TypeError caught2)
        {
            E = caught2;
            Print(E);
            E = Any.Unbound;
        }
        Popped = new PyDefaultDict<Any, Any>(Builtins.Get("int"));
        ((Any)Popped).SetItem("x", Any.AddInPlace(((Any)Popped)["x"], 1));
        Print(Popped.Pop((Any)"x"), Popped.Pop((Any)"x", Any.None), Popped.SetDefault("y", 4), Popped);
        foreach (var item2 in Sequences.Sorted(Counts.Keys))
        {
            K = item2;
            if (K == "o")
            {
                Counts.Delete(K);
            }
        }
        Print(Counts.ContainsKey((Any)"o"), Counts.Pop((Any)"l"), Sequences.Min(Counts.Keys), Sequences.Max(Counts.Values), Sum(((Any)Counts).Invoke("values")));

        Print(HeapSort((PyList<Any>)[3.5, 1.0, 2.25, -1.0]));
        Heap = (PyList<Any>)[PyTuple.Of(5, "e"), PyTuple.Of(1, "a"), PyTuple.Of(3, "c")];
        Heaps.Heapify(Heap);
        Heaps.Push(Heap, PyTuple.Of(2, "b"));
        Print(Heaps.Pop(Heap), Heaps.Replace(Heap, PyTuple.Of(9, "z")), Heaps.PushPop(Heap, PyTuple.Of(0, "first")), Heap);
        Jobs = (PyList<Any>)[];
        foreach (var item3 in (PyList<(PyInt, string)>)[((PyInt)3, "c"), ((PyInt)1, "a"), ((PyInt)2, "b")])
        {
            (Rank, Name_) = item3;
            Heaps.Push(Jobs, new Job(Rank, Name_));
        }
        Print(Heaps.Pop(Jobs), Jobs[0], Heapq.Get("nsmallest").Call(1, Jobs), Heapq.Get("nlargest").Call(2, (PyList<Any>)[1, 5, 2]));
        Empty = (PyList<Any>)[];
        foreach (var item4 in new Any[] { new PyFunction("<lambda>", "", () => Heaps.Pop(Empty)), new PyFunction("<lambda>", "", () => Heaps.Replace(Empty, 1)) })
        {
            Act = item4;
            try
            {
                Act.Call();
            }
            catch (IndexError caught3)
            {
                E = caught3;
                Print(E);
                E = Any.Unbound;
            }
        }
        Print(Heaps.PushPop(Empty, 4), Empty);
        Odd = (PyList<Any>)[3, "x"];
        try
        {
            Heaps.Heapify(Odd);
        }
        catch (TypeError caught4)
        {
            E = caught4;
            Print(E);
            E = Any.Unbound;
        }
        Anything = (PyList<Any>)[];
        Heaps.Push(Anything, 1);
        Heaps.Push(Anything, 0.5);
        Print(Anything, new PyList<Any>(Sequences.Range(2).Select(_ => Heaps.Pop(Anything))));
        Toggled = (PySet<Any>)[Any.None, 2.5, PyTuple.Of(1, 2), -1];
        ((Any)Toggled).Invoke("symmetric_difference_update", new PyDict<Any, Any> { [0] = 1, [2.5] = 2, [1] = 3, [7] = 4 });
        Print(Toggled, Len(Toggled));
    }

    public static readonly Any CountFunction = new PyFunction("count", "text", (Any text) => Count(text));
    public static readonly Any GroupsFunction = new PyFunction("groups", "words", (Any words) => Groups(words));
    public static readonly Any HeapSortFunction = new PyFunction("heap_sort", "items", (Any items) => HeapSort(items));
}

using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ItemsOfTypedObjects;

using static Module;

public class Grid : PyObject
{
    public Grid(PyInt w)
    {
        W = w;
        Cells = (PyList<PyInt>)[0] * (w * w);
    }

    public PyInt W { get; set; }
    public PyList<PyInt> Cells { get; set; }

    public PyInt GetItem((PyInt, PyInt) at)
    {
        var (x, y) = at;
        return Cells[y * W + x];
    }

    public void SetItem((PyInt, PyInt) at, PyInt value)
    {
        var (x, y) = at;
        Cells[y * W + x] = value;
    }

    public PyInt this[(PyInt, PyInt) key] { get => GetItem(key); set => SetItem(key, value); }

    public static readonly PyType Type = PyType.Emitted("Grid", "__main__")
        .Constructor("w", a => new Grid(a[0].As<PyInt>()))
        .Field("w", self => self.As<Grid>().W, (self, value) => self.As<Grid>().W = value.As<PyInt>())
        .Field("cells", self => self.As<Grid>().Cells, (self, value) => self.As<Grid>().Cells = value.As<PyList<PyInt>>())
        .Method("__getitem__", "self, at", (self, at) => self.As<Grid>().GetItem(at.As<(PyInt, PyInt)>()))
        .Method("__setitem__", "self, at, value", (self, at, value) => self.As<Grid>().SetItem(at.As<(PyInt, PyInt)>(), value.As<PyInt>()));
    public override PyType Class => Type;
}

public class Row : PyObject
{
    public Row(Any items)
    {
        Items = items;
    }

    public Any Items { get; set; }

    public Any GetItem(Any i)
    {
        return Items[i];
    }

    public Any this[Any key] => GetItem(key);

    public static readonly PyType Type = PyType.Emitted("Row", "__main__")
        .Constructor("items", a => new Row(a[0]))
        .Field("items", self => self.As<Row>().Items, (self, value) => self.As<Row>().Items = value)
        .Method("__getitem__", "self, i", (self, i) => self.As<Row>().GetItem(i));
    public override PyType Class => Type;
}

public class Holder : PyObject
{
    public Holder()
    {
        Row_ = new Row((PyList<Any>)[1, 2, 3]);
    }

    public Row Row_ { get; set; }

    public Row First => new Row("abc");

    public static readonly PyType Type = PyType.Emitted("Holder", "__main__")
        .Constructor("", a => new Holder())
        .Field("row", self => self.As<Holder>().Row_, (self, value) => self.As<Holder>().Row_ = value.As<Row>())
        .Property("first", self => self.As<Holder>().First);
    public override PyType Class => Type;
}

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("items_of_typed_objects.py", args, Run);

    public static (Any, Any) Pick(Any o)
    {
        return (o.Get("row")[1], o.Get("first")[2]);
    }

    public static async Coro<Row> Rows()
    {
        return new Row((PyList<Any>)[4, 5]);
    }

    public static async Coro<PyList<Any>> Nums()
    {
        return (PyList<Any>)[1, 2];
    }

    public static async Coro MainAsync()
    {
        var (r, n) = await AsyncIO.GatherTuple(RowsCoroutine(), NumsCoroutine());
        Print(r[0], r[-1], ((Any)r)[new PySlice(0, 1, Any.None)]);
        n.Append("x");
        Print(n);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any value = default;

        var g = new Grid(3);
        g[((PyInt)1, (PyInt)2)] = 5;
        (PyInt, PyInt) target = ((PyInt)0, (PyInt)0);
        g[target] += 2;
        Print(g[((PyInt)1, (PyInt)2)], g[((PyInt)0, (PyInt)0)]);
        var r = new Row((PyList<Any>)[7, 8, 9]);
        Print(new PyList<Any>(Sequences.Of(r)), r[0], ((Any)r).Contains(8), new PyList<Any>(Sequences.Of(r)), ((Any)r)[new PySlice(1, Any.None, Any.None)]);
        var items = Operators.Unpack(r, 3);
        Any a = items[0];
        Any b = items[1];
        Any c = items[2];
        Print(a, b, c);
        var h = new Holder();
        Print(h.Row_[0], h.First[(value = (Any)"x").Truth ? (Any)1 : value]);

        Print(Generic.ToAny(Pick(h)), PickFunction.Call(new Arguments { new Star((PyList<Any>)[h]) }));

        AsyncIO.Run(MainAsyncCoroutine());
        Print(TextFormat.Percent("%s", g.Cells[0]), Str.Format("{0[1]}", new Row("xy")));
        try
        {
            Print(TextFormat.Percent("%(a)s", new Row(new PyDict<Any, Any> { ["a"] = 3 })));
        }
        catch (PyException e)
        {
            Print(PyType.Of(e).Name, e);
        }
        PyInt? x = null;
        foreach (var v in (PyList<PyInt>)[3, 1, 2])
        {
            if (x is null || (Any)v < x)
            {
                x = v;
            }
        }
        Print((Any)x + 1);
        Any best = Any.None;
        Any total = Any.None;
        foreach (var v in new PyInt[] { 2, 3 })
        {
            total = total.IsNone ? (Any)v : total + v;
        }
        Print(total, best);
        try
        {
            Print(best + 1);
        }
        catch (TypeError e)
        {
            Print(e);
        }
        try
        {
            best.Get("foo");
        }
        catch (AttributeError e)
        {
            Print(e);
        }
    }

    public static readonly Any PickFunction = new PyFunction("pick", "o", (Any o) => Generic.ToAny(Pick(o)));
    public static Coroutine<Row> RowsCoroutine() => Coroutine.Of("rows", "rows", () => Rows());
    public static Coroutine<PyList<Any>> NumsCoroutine() => Coroutine.Of("nums", "nums", () => Nums());
    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}

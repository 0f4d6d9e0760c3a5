using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace CachedFunctions;

using static Module;

public class Tree : PyObject
{
    public Tree(PyInt depth)
    {
        Depth = depth;
    }

    public PyInt Depth { get; set; }

    public Any Count(Any extra)
    {
        Print("count", Depth);
        return Any.Pow((Any)2, Depth) + extra;
    }

    public static readonly PyType Type = PyType.Emitted("Tree", "__main__")
        .Constructor("depth", a => new Tree(a[0].As<PyInt>()))
        .Field("depth", self => self.As<Tree>().Depth, (self, value) => self.As<Tree>().Depth = value.As<PyInt>())
        .Method("count", "self, extra", (self, extra) => self.As<Tree>().Count(extra));
    public override PyType Class => Type;
}

/// <summary>Functions that keep their results.</summary>
public static class Module
{
    internal static Any LruCache = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("cached_functions.py", args, Run);

    /// <summary>Fibonacci.</summary>
    public static Any Fib(Any n)
    {
        Recursion.Check();
        return n < 2 ? n : FibFunction.Call(n - 1) + FibFunction.Call(n - 2);
    }

    public static PyInt Grid(PyInt x, PyInt y)
    {
        Recursion.Check();
        if (x == 0 || y == 0)
        {
            return 1;
        }
        return GridFunction.Call(x - 1, y).As<PyInt>() + GridFunction.Call(x, y - 1).As<PyInt>();
    }

    public static PyList<string> Words(string text)
    {
        Print("splitting", text);
        return Str.Split(text);
    }

    public static double Small(PyInt n, double scale = 1.5)
    {
        Print("small", n, scale);
        return (double)n * scale;
    }

    public static Any Typed(Any x)
    {
        Print("typed", x);
        return x;
    }

    public static (string, PyInt) Pair((PyInt, string) key)
    {
        Print("pair", Generic.ToAny(key));
        return (key.Item2, key.Item1);
    }

    public static PyInt Fails(PyInt n)
    {
        Print("fails", n);
        throw new ValueError(n);
    }

    public static PyInt EditDistance(string a, string b)
    {
        Any goFunction = Any.Unbound;
        PyInt Go(PyInt i, PyInt j)
        {
            Recursion.Check();
            if (i == Len(a) || j == Len(b))
            {
                return Len(a) - i + Len(b) - j;
            }
            if (Str.Index(a, i) == Str.Index(b, j))
            {
                return goFunction.Call(i + 1, j + 1).As<PyInt>();
            }
            return 1 + Numbers.Min(goFunction.Call(i + 1, j).As<PyInt>(), goFunction.Call(i, j + 1).As<PyInt>(), goFunction.Call(i + 1, j + 1).As<PyInt>());
        }
        goFunction = CachedFunction.Of(new PyFunction("edit_distance.<locals>.go", "i, j", (Any i, Any j) => Go(i.As<PyInt>(), j.As<PyInt>())));

        PyInt result = goFunction.Call(0, 0).As<PyInt>();
        Print(goFunction.Invoke("cache_info"));
        return result;
    }

    public static PyInt Knapsack(PyList<(PyInt, PyInt)> items, PyInt room)
    {
        Any bestFunction = Any.Unbound;
        PyInt Best(PyInt index, PyInt left)
        {
            Recursion.Check();
            if (index == Len(items))
            {
                return 0;
            }
            var (weight, worth) = items[index];
            PyInt skip = bestFunction.Call(index + 1, left).As<PyInt>();
            return weight <= left ? Numbers.Max(skip, worth + bestFunction.Call(index + 1, left - weight).As<PyInt>()) : skip;
        }
        bestFunction = CachedFunction.Of(new PyFunction("knapsack.<locals>.best", "index, left", (Any index, Any left) => Best(index.As<PyInt>(), left.As<PyInt>())));
        return bestFunction.Call(0, room).As<PyInt>();
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any functools = Modules.Import("functools");
        LruCache = Modules.ImportFrom("functools", "lru_cache");

        Tree.Type.Decorate("count", LruCache.Call(new Arguments { { "maxsize", Any.None } }));

        Print(FibFunction.Call(90), FibFunction.Invoke("cache_info"), FibFunction.Get("__name__"), FibFunction.Get("__doc__"), FibFunction.Invoke("__wrapped__", 5));
        FibFunction.Invoke("cache_clear");
        Print(FibFunction.Invoke("cache_info"), FibFunction.Call(new Arguments { { "n", 10 } }));
        Print(GridFunction.Call(10, 10).As<PyInt>(), GridFunction.Invoke("cache_parameters"));
        var first = WordsFunction.Call("a b c").As<PyList<string>>();
        first.Append("d");
        Print(WordsFunction.Call("a b c").As<PyList<string>>(), Operators.Is(WordsFunction.Call("a b c").As<PyList<string>>(), first));
        Print(SmallFunction.Call(1).As<double>(), SmallFunction.Call(2).As<double>(), SmallFunction.Call(1).As<double>(), SmallFunction.Call(3).As<double>(), SmallFunction.Call(2).As<double>(), SmallFunction.Call(2, 2.0).As<double>(), SmallFunction.Invoke("cache_info"));
        Print(TypedFunction.Call(1), TypedFunction.Call(1.0), TypedFunction.Call(true), TypedFunction.Call(1));
        Print(Generic.ToAny(PairFunction.Call(PyTuple.Of(1, "a")).As<(string, PyInt)>()), Generic.ToAny(PairFunction.Call(PyTuple.Of(1, "a")).As<(string, PyInt)>()), Generic.ToAny(PairFunction.Call(PyTuple.Of(2, "b")).As<(string, PyInt)>()));
        for (PyInt i = 0; i < 2; i++)
        {
            try
            {
                FailsFunction.Call(3).As<PyInt>();
            }
            catch (ValueError e)
            {
                Print("error", e);
            }
        }
        Print(EditDistance("kitten", "sitting"), Knapsack((PyList<(PyInt, PyInt)>)[((PyInt)3, (PyInt)4), ((PyInt)4, (PyInt)5), ((PyInt)7, (PyInt)10)], 10));
        var tree = new Tree(3);
        Print(((Any)tree).Invoke("count", 1), ((Any)tree).Invoke("count", 1), ((Any)Tree.Type).Get("count").Invoke("cache_info"));
        try
        {
            Print(FibFunction.Call((PyList<Any>)[1]));
        }
        catch (TypeError e)
        {
            Print(e);
        }
        try
        {
            FibFunction.Call();
        }
        catch (TypeError e)
        {
            Print(e);
        }
        Print(new PyList<Any>(Sequences.Of(Builtins.Get("map").Call(FibFunction, Sequences.Range(5)))), FibFunction.Call(true), TypedFunction.Call("x"), functools.Get("reduce").Call(new PyFunction("<lambda>", "a, b", (Any a, Any b) => a + FibFunction.Call(b)), Sequences.Range(6), 0));
    }

    public static readonly Any FibFunction = CachedFunction.Of(new PyFunction("fib", "n", (Any n) => Fib(n)) { Doc = "Fibonacci." });
    public static readonly Any GridFunction = CachedFunction.Of(new PyFunction("grid", "x, y", (Any x, Any y) => Grid(x.As<PyInt>(), y.As<PyInt>())));
    public static readonly Any WordsFunction = CachedFunction.Of(new PyFunction("words", "text", (Any text) => Words(text.As<string>())), maxSize: 128);
    public static readonly Any SmallFunction = CachedFunction.Of(new PyFunction("small", "n, scale=", (Any n, Any scale) => Small(n.As<PyInt>(), scale.As<double>()), 1.5), maxSize: 2);
    public static readonly Any TypedFunction = CachedFunction.Of(new PyFunction("typed", "x", (Any x) => Typed(x)), typed: true);
    public static readonly Any PairFunction = CachedFunction.Of(new PyFunction("pair", "key", (Any key) => Generic.ToAny(Pair(key.As<(PyInt, string)>()))));
    public static readonly Any FailsFunction = CachedFunction.Of(new PyFunction("fails", "n", (Any n) => Fails(n.As<PyInt>())));
}

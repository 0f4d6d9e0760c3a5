using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace RandomAndClocks;

using static Module;

public class N : PyObject
{
    public PyInt Int()
    {
        return 7;
    }

    public double Float()
    {
        return 7.5;
    }

    public static readonly PyType Type = PyType.Emitted("N", "__main__")
        .Constructor("", _ => new N())
        .Method("__int__", self => self.As<N>().Int())
        .Method("__float__", self => self.As<N>().Float());
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("random_and_clocks.py");
    internal static Any Doc = Any.None;
    internal static Any Random = Any.Unbound;
    internal static Any Time = Any.Unbound;
    internal static Any Randint = Any.Unbound;
    internal static Any Choice = Any.Unbound;
    internal static PyList<Any> Items = default!;
    internal static Any E = Any.Unbound;
    internal static PyInt N_;
    internal static Any T = Any.Unbound;
    internal static Any Bad = Any.Unbound;
    internal static Any Mock = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "random_and_clocks.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("random", () => Random, value => Random = value)
        .Variable("time", () => Time, value => Time = value)
        .Variable("randint", () => Randint, value => Randint = value)
        .Variable("choice", () => Choice, value => Choice = value)
        .Variable("items", () => Items, value => Items = value.As<PyList<Any>>())
        .Variable("e", () => E, value => E = value)
        .Variable("n", () => N_, value => N_ = value.As<PyInt>())
        .Variable("t", () => T, value => T = value)
        .Member("conv", () => ConvFunction)
        .Variable("bad", () => Bad, value => Bad = value)
        .Member("N", () => N.Type)
        .Variable("mock", () => Mock, value => Mock = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("random_and_clocks.py", args, Definition);

    public static (PyInt, double) Conv(Any x)
    {
        return (Numbers.ToInt(x) + 1, Numbers.ToFloat(x) / 2.0);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Random = Modules.Import("random");
        Time = Modules.Import("time");
        Randint = Modules.ImportFrom("random", "randint");
        Choice = Modules.ImportFrom("random", "choice");

        Random.Get("seed").Call(42);
        Print(RandomNumbers.Next(), RandomNumbers.Uniform(1.0, 5.0), RandomNumbers.Below(10), RandomNumbers.Below(5, 50), Randint.Call(1, 6));
        Items = (PyList<Any>)["a", "b", "c"];
        Print(new PyList<Any>(Sequences.Range(5).Select(_ => RandomNumbers.Choice(Items))), Choice.Call("xyz"), Random.Get("choice").Call(PyTuple.Of(1, 2)));
        try
        {
            Randint.Call(5, 1);
        }
        catch (ValueError caught)
        {
            E = caught;
            Print(E);
            E = Any.Unbound;
        }
        try
        {
            RandomNumbers.Choice((PyList<Any>)[]);
        }
        catch (IndexError caught2)
        {
            E = caught2;
            Print(E);
            E = Any.Unbound;
        }
        try
        {
            Randint.Call(1.5, 2);
        }
        catch (TypeError caught3)
        {
            E = caught3;
            Print(E);
            E = Any.Unbound;
        }
        N_ = Numbers.ToInt(RandomNumbers.Next() * 100);
        T = Time.Get("time").Call();
        Print(N_, Operators.Compare(Comparison.Gt, T, 0), PyType.Of(Clocks.Monotonic()).Name);

        Print(Generic.ToAny(Conv("12")), Generic.ToAny(Conv(3.7)), Generic.ToAny(Conv(true)));
        foreach (var item in new Any[] { "x", Any.None, (PyList<PyInt>)[1], "1.5" })
        {
            Bad = item;
            try
            {
                Print(Generic.ToAny(Conv(Bad)));
            }
            catch (BaseException caught4) when (caught4 is TypeError || caught4 is ValueError)
            {
                E = caught4;
                Print(PyType.Of(E).Name, E);
                E = Any.Unbound;
            }
        }

        Print(Generic.ToAny(Conv(new N())), Numbers.ToInt(new N()), Numbers.ToFloat(new N()));
        Random.Set("random", new PyFunction("<lambda>", "", () => (Any)0.5));
        Print(Random.Get("random").Call());
        Mock = Modules.ImportFrom("unittest", "mock");
        var manager = Context.Of(Mock.Invoke("patch", new Arguments { "time.time", { "return_value", 5 } }));
        manager.Enter();
        try
        {
            Print(Time.Get("time").Call());
        }
        catch (BaseException error)
        {
            if (!manager.Exit(error))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
        var manager2 = Context.Of(Mock.Get("patch").Invoke("object", Random, "randint", new PyFunction("<lambda>", "a, b", (Any a, Any b) => (Any)(-1))));
        manager2.Enter();
        try
        {
            Print(Random.Get("randint").Call(1, 2), Randint.Call(1, 1));
        }
        catch (BaseException error2)
        {
            if (!manager2.Exit(error2))
            {
                throw;
            }
        }
        finally
        {
            manager2.Exit();
        }
    }

    public static readonly Any ConvFunction = new PyFunction("conv", "x", (Any x) => Generic.ToAny(Conv(x)));
}

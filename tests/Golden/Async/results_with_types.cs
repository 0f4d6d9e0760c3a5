using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ResultsWithTypes;

using static Module;

public class Shape : PyObject
{
    public Shape(PyInt n)
    {
        N = n;
    }

    public PyInt N { get; set; }

    public async Coro<double> Area()
    {
        return (double)N * 1.5;
    }

    public async Coro<Shape> Me()
    {
        return this;
    }

    public Coroutine<double> AreaCoroutine() => Coroutine.Of("area", "Shape.area", () => Area());
    public Coroutine<Shape> MeCoroutine() => Coroutine.Of("me", "Shape.me", () => Me());

    public static readonly PyType Type = PyType.Emitted("Shape", "__main__")
        .Constructor("n", a => new Shape(a[0].As<PyInt>()))
        .Field("n", self => self.As<Shape>().N, (self, value) => self.As<Shape>().N = value.As<PyInt>())
        .Method("area", self => self.As<Shape>().AreaCoroutine())
        .Method("me", self => self.As<Shape>().MeCoroutine());
    public override PyType Class => Type;
}

/// <summary>Coroutines, tasks and futures whose results have types.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("results_with_types.py", args, Run);

    public static async Coro<PyInt> Num(PyInt n)
    {
        await AsyncIO.Sleep(0.001 * (double)n);
        return n;
    }

    public static async Coro<string> Text(PyInt n)
    {
        await AsyncIO.Sleep(0);
        return Str.Repeat("t", n);
    }

    public static async Coro<(PyInt, string)> Pair(PyInt n)
    {
        return (n, ToStr(n));
    }

    public static async Coro<PyList<PyInt>> Items(PyInt n)
    {
        return new PyList<PyInt>(Sequences.Range(n));
    }

    public static async Coro Nothing()
    {
        await AsyncIO.Sleep(0);
    }

    public static async Coro<PyInt> Fails()
    {
        throw new ValueError("no");
    }

    public static async Coro MainAsync()
    {
        Any e = default;
        Any x = default;
        Any y = default;
        PyTask<PyInt> q1 = default!;
        PyTask<string> q2 = default!;
        var (a, b) = await AsyncIO.GatherTuple(NumCoroutine(1), TextCoroutine(2));
        Print(a + 1, Str.Upper(b));
        var xs = await AsyncIO.Gather([..Sequences.Range(4).Select(i => NumCoroutine(i))]);
        xs.Append(7);
        Print(xs, Sequences.Sum(xs));
        var ys = await AsyncIO.Gather([..Sequences.Range(3).Select(i => NumCoroutine(i)), NumCoroutine(9)]);
        Print(ys);
        var tasks = new PyList<PyTask<PyInt>>(Sequences.Range(3).Select(i => AsyncIO.CreateTask(NumCoroutine(i))));
        PyInt total = 0;
        foreach (var t in tasks)
        {
            total += await t;
        }
        Print(total);
        var done = await AsyncIO.Gather([..tasks]);
        Print(done);
        Any mixed = await AsyncIO.Gather((Any)NumCoroutine(1), (Any)TextCoroutine(1));
        Print(mixed);
        _ = mixed.Invoke("append", 3.5);
        Print(mixed);
        Coroutine<PyInt> c = NumCoroutine(5);
        Print(await c + 1);
        try
        {
            await c;
        }
        catch (RuntimeError caught)
        {
            e = caught;
            Print(e);
        }
        PyTask<(PyInt, string)> t1 = AsyncIO.CreateTask(PairCoroutine(3), name: "p");
        var (n, s) = await t1;
        Print(n, s, Generic.ToAny(t1.GetResult()), t1.Name);
        var l = await AsyncIO.CreateTask(ItemsCoroutine(3));
        l.Append(10);
        Print(l);
        var items = Operators.Unpack(await AsyncIO.Gather((Any)PairCoroutine(1), (Any)NumCoroutine(2)), 2);
        var items2 = Operators.Unpack(items[0], 2);
        x = items2[0];
        y = items2[1];
        Any z = items[1];
        Print(x, y, z);
        PyInt w = await AsyncIO.WaitFor(NumCoroutine(3), 1);
        Print(w * 2);
        PyInt sh = await AsyncIO.Shield(AsyncIO.CreateTask(NumCoroutine(4)));
        Print(sh);
        Future<PyList<PyInt>> f = AsyncIO.Gather(NumCoroutine(1), NumCoroutine(2));
        Print(await f);
        e = await AsyncIO.Gather([(Any)NumCoroutine(1), (Any)FailsCoroutine()], returnExceptions: true);
        Print(e);
        try
        {
            await AsyncIO.Gather(NumCoroutine(1), FailsCoroutine());
        }
        catch (ValueError err)
        {
            Print("err", err);
        }
        var areas = await AsyncIO.Gather([..Sequences.Range(3).Select(i => new Shape(i).AreaCoroutine())]);
        Print(areas, Sequences.Max(areas));
        var shapes = await AsyncIO.Gather([..Sequences.Range(3).Select(i => new Shape(i).MeCoroutine())]);
        Print(new PyList<PyInt>(shapes.Select(s => s.N)));
        await AsyncIO.Gather(NothingCoroutine(), NothingCoroutine());
        Print(await AsyncIO.Gather());
        var d = new PyDict<PyInt, PyTask<PyInt>>(Sequences.Range(3).Select(k => (k, AsyncIO.CreateTask(NumCoroutine(k)))));
        async IAsyncEnumerable<(PyInt, PyInt)> Items2(IEnumerable<(PyInt, PyTask<PyInt>)> source)
        {
            foreach (var (k, v) in source)
            {
                yield return (k, await v);
            }
        }
        Print(await Items2(d.Items).Collect(items => new PyDict<PyInt, PyInt>(items)));
        PyList<PyTask<PyInt>> ts = (PyList<PyTask<PyInt>>)[];
        for (PyInt i = 0; i < 3; i++)
        {
            ts.Append(AsyncIO.CreateTask(NumCoroutine(i)));
        }
        async IAsyncEnumerable<PyInt> Items3(IEnumerable<PyTask<PyInt>> source2)
        {
            foreach (var t in source2)
            {
                yield return await t;
            }
        }
        Print(await Items3(ts).Collect(items => new PyList<PyInt>(items)));
        PyTask<PyInt>? opt = null;
        if (a == 1)
        {
            opt = AsyncIO.CreateTask(NumCoroutine(8));
        }
        if (opt is not null)
        {
            Print(await opt);
        }
        PyTask anyTask = AsyncIO.CreateTask(TextCoroutine(3));
        Print(await anyTask);
        PyTask wrong = AsyncIO.CreateTask(TextCoroutine(4));
        Print(await wrong);
        PyTask u = a != 0 ? (PyTask)AsyncIO.CreateTask(NumCoroutine(1)) : (PyTask)AsyncIO.CreateTask(TextCoroutine(1));
        Print(await u);
        TaskGroup tg = new TaskGroup();
        var manager = AsyncContext.Of(tg);
        await manager.EnterAsync();
        try
        {
            q1 = tg.CreateTask(NumCoroutine(1));
            q2 = tg.CreateTask(TextCoroutine(1));
        }
        catch (BaseException error)
        {
            if (!await manager.ExitAsync(error))
            {
                throw;
            }
        }
        finally
        {
            await manager.ExitAsync();
        }
        Print(q1.GetResult() + 1, q2.GetResult() + "!");
        var again = await AsyncIO.Gather([..tasks, ..ts]);
        Print(again);
        Coroutine<PyInt> same = NumCoroutine(1);
        var (r1, r2) = await AsyncIO.GatherTuple(same, same);
        Print(r1, r2);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Print(AsyncIO.Run(NumCoroutine(3)) + 1);
        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static Coroutine<PyInt> NumCoroutine(PyInt n) => Coroutine.Of("num", "num", () => Num(n));
    public static Coroutine<string> TextCoroutine(PyInt n) => Coroutine.Of("text", "text", () => Text(n));
    public static Coroutine<(PyInt, string)> PairCoroutine(PyInt n) => Coroutine.Of("pair", "pair", () => Pair(n));
    public static Coroutine<PyList<PyInt>> ItemsCoroutine(PyInt n) => Coroutine.Of("items", "items", () => Items(n));
    public static Coroutine NothingCoroutine() => Coroutine.Of("nothing", "nothing", () => Nothing());
    public static Coroutine<PyInt> FailsCoroutine() => Coroutine.Of("fails", "fails", () => Fails());
    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using TimeoutError = Pytocs.Runtime.Core.TimeoutError;

namespace TourAsync;

using static Module;

public class Res : PyObject, IAsyncDisposable
{
    public Res(string n)
    {
        N = n;
    }

    public string N { get; set; }

    public async Coro<Res> EnterAsync()
    {
        Print("enter", N);
        await AsyncIO.Sleep(0);
        return this;
    }

    public async Coro<bool> ExitAsync(Any t, Any e, Any tb)
    {
        Print("exit", N, t.Truth ? t.Get("__name__") : t);
        return N == "sup";
    }

    public Coroutine<Res> EnterAsyncCoroutine() => Coroutine.Of("__aenter__", "Res.__aenter__", () => EnterAsync());
    public Coroutine<bool> ExitAsyncCoroutine(Any t, Any e, Any tb) => Coroutine.Of("__aexit__", "Res.__aexit__", () => ExitAsync(t, e, tb));

    /// <summary>Leaves the context without an error.</summary>
    public async ValueTask DisposeAsync() => await ExitAsync(Any.None, Any.None, Any.None);

    public static readonly PyType Type = PyType.Emitted("Res", "__main__")
        .Constructor("n", a => new Res(a[0].As<string>()))
        .Field("n", self => self.As<Res>().N, (self, value) => self.As<Res>().N = value.As<string>())
        .Method("__aenter__", self => self.As<Res>().EnterAsyncCoroutine())
        .Method("__aexit__", "self, t, e, tb", a => a[0].As<Res>().ExitAsyncCoroutine(a[1], a[2], a[3]));
    public override PyType Class => Type;
}

public class It : PyObject, IAsyncEnumerable<PyInt>
{
    public It(PyInt n)
    {
        N = n;
    }

    public PyInt N { get; set; }

    public It AsyncIter()
    {
        return this;
    }

    public async Coro<PyInt> NextAsync()
    {
        if (N == 0)
        {
            throw new StopAsyncIteration();
        }
        N -= 1;
        await AsyncIO.Sleep(0);
        return N;
    }

    public Coroutine<PyInt> NextAsyncCoroutine() => Coroutine.Of("__anext__", "It.__anext__", () => NextAsync());

    /// <summary>Iterates from C# with await foreach.</summary>
    public IAsyncEnumerator<PyInt> GetAsyncEnumerator(CancellationToken cancellationToken = default) => AsyncIteration.Enumerate<PyInt>(AsyncIter().NextAsync);

    public static readonly PyType Type = PyType.Emitted("It", "__main__")
        .Constructor("n", a => new It(a[0].As<PyInt>()))
        .Field("n", self => self.As<It>().N, (self, value) => self.As<It>().N = value.As<PyInt>())
        .Method("__aiter__", self => self.As<It>().AsyncIter())
        .Method("__anext__", self => self.As<It>().NextAsyncCoroutine());
    public override PyType Class => Type;
}

public class Aw : PyObject
{
    public Generator<Any> Await()
    {
        return Generator<Any>.Create("__await__", "Aw.__await__", Body);

        async GeneratorBody<Any> Body(Yielder<Any> y)
        {
            Any x = await y.YieldFrom(Asyncio.Get("sleep").Call(0).Invoke("__await__"));
            return "aw";
        }
    }

    public static readonly PyType Type = PyType.Emitted("Aw", "__main__")
        .Constructor("", _ => new Aw())
        .Method("__await__", self => self.As<Aw>().Await());
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any Asyncio = Any.Unbound;
    internal static Any AsyncExitStack = Any.Unbound;
    internal static Any Var = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("tour_async.py", args, Run);

    public static async Coro<Any> Child(Any n)
    {
        _ = Var.Invoke("set", n);
        await AsyncIO.Sleep(0);
        return Var.Invoke("get");
    }

    public static AsyncGenerator<PyInt> Agen(PyInt n)
    {
        return AsyncGenerator<PyInt>.Create("agen", "agen", Body);

        async AsyncGeneratorBody Body(AsyncYielder<PyInt> y)
        {
            try
            {
                for (PyInt i = 0, stop = n; i < stop; i++)
                {
                    try
                    {
                        Any got = await y.Yield(i);
                        if (got.Truth)
                        {
                            Print("got", got);
                        }
                    }
                    catch (ValueError e)
                    {
                        Print("ve", e);
                    }
                }
            }
            finally
            {
                Print("agen closed");
            }
        }
    }

    public static async Coro<Any> Slow(Any t, Any v)
    {
        try
        {
            await AsyncIO.Sleep(t);
            return v;
        }
        catch (CancelledError)
        {
            Print("cancelled", v);
            throw;
        }
    }

    public static async Coro Producer(AsyncQueue<PyInt?> q)
    {
        for (PyInt i = 0; i < 3; i++)
        {
            await q.Put(i);
            Print("put", i);
        }
        await q.Put(null);
    }

    public static async Coro Consumer(AsyncQueue<PyInt?> q)
    {
        PyInt? x = default;
        while ((x = await q.Get()) is not null)
        {
            Print("get", x.Value);
        }
    }

    public static async Coro<Any> Boom()
    {
        throw new RuntimeError("boom");
    }

    public static async Coro MainAsync()
    {
        Any t2 = Any.Unbound;
        Print(await AsyncIO.Gather(ChildCoroutine(1), ChildCoroutine(2)), Var.Invoke("get"));
        await foreach (var x in Agen(3))
        {
            Print(x);
        }
        await foreach (var x in Agen(5))
        {
            if (x == 1)
            {
                break;
            }
        }
        await AsyncIO.Sleep(0);
        await AsyncIO.Sleep(0);
        AsyncGenerator<PyInt> g = Agen(3);
        Print(await g.SendAsync(Any.None), await g.SendAsync("hi"), await g.ThrowAsync(new ValueError("x")));
        try
        {
            await g.SendAsync(Any.None);
        }
        catch (StopAsyncIteration)
        {
            Print("done");
        }
        var manager = new Res("a");
        var context = AsyncContext.Of(manager.ExitAsync);
        var r = await manager.EnterAsync();
        try
        {
            var manager2 = new Res("sup");
            var context2 = AsyncContext.Of(manager2.ExitAsync);
            await manager2.EnterAsync();
            try
            {
                Print(r.N);
                throw new KeyError("k");
            }
            catch (BaseException error)
            {
                if (!await context2.ExitAsync(error))
                {
                    throw;
                }
            }
            finally
            {
                await context2.ExitAsync();
            }
        }
        catch (BaseException error2)
        {
            if (!await context.ExitAsync(error2))
            {
                throw;
            }
        }
        finally
        {
            await context.ExitAsync();
        }
        async IAsyncEnumerable<(PyInt, PyInt)> Items(IAsyncEnumerable<PyInt> source)
        {
            await foreach (var x in source)
            {
                yield return (x, x * x);
            }
        }
        async IAsyncEnumerable<Any> Items2(IEnumerable<PyInt> source2)
        {
            foreach (var i in source2)
            {
                yield return await Child(i);
            }
        }
        Print(await new It(3).Collect(items => new PyList<PyInt>(items)), await Items(new It(2)).Collect(items => new PyDict<PyInt, PyInt>(items)), await Items2(Sequences.Range(3)).Collect(items => new PyList<Any>(items)));
        try
        {
            await AsyncIO.WaitFor(SlowCoroutine(10, "w"), 0.01);
        }
        catch (TimeoutError)
        {
            Print("timeout");
        }
        try
        {
            var timeout = AsyncIO.TimeoutAfter(0.01);
            timeout.Enter();
            try
            {
                await Slow(5, "t");
            }
            catch (BaseException error3)
            {
                timeout.Exit(error3);
                throw;
            }
            finally
            {
                timeout.Exit();
            }
        }
        catch (TimeoutError)
        {
            Print("timeout2");
        }
        var q = new AsyncQueue<PyInt?>(1);
        await AsyncIO.Gather(ProducerCoroutine(q), ConsumerCoroutine(q));
        Any res = await AsyncIO.Gather([BoomCoroutine(), SlowCoroutine(0, "ok")], returnExceptions: true);
        Print(res);
        try
        {
            TaskGroup tg = new TaskGroup();
            var manager3 = AsyncContext.Of(tg);
            await manager3.EnterAsync();
            try
            {
                _ = tg.CreateTask(BoomCoroutine());
                t2 = tg.CreateTask(SlowCoroutine(10, "tg"));
            }
            catch (BaseException error4)
            {
                if (!await manager3.ExitAsync(error4))
                {
                    throw;
                }
            }
            finally
            {
                await manager3.ExitAsync();
            }
        }
        catch (BaseException caught)
        {
            var groups = new ExceptStar(caught);
            if (groups.Match(RuntimeError.Type, out var group))
            {
                try
                {
                    Any eg = group;
                    using var handling = Handling.Of(group);
                    Print(eg.Get("exceptions"), Names.Local(t2, "t2").Invoke("cancelled"));
                }
                catch (BaseException raised)
                {
                    groups.Add(raised);
                }
            }
            groups.Finish();
        }
        var (done, pend) = await AsyncIO.Wait((PyList<PyTask>)[AsyncIO.CreateTask(SlowCoroutine(0.01, 1)), AsyncIO.CreateTask(SlowCoroutine(5, 2))], returnWhen: AsyncIO.FirstCompleted);
        Print(Len(done), Len(pend));
        new PyList<bool>(pend.Select(p => p.Cancel()));
        await AsyncIO.Gather([..pend.Select(item => (Any)item)], returnExceptions: true);
        AsyncLock @lock = new AsyncLock();
        AsyncEvent ev = new AsyncEvent();
        AsyncSemaphore sem = new AsyncSemaphore(2);
        async Coro Waiter(PyInt n)
        {
            await ev.Wait();
            await @lock.Acquire();
            try
            {
                Print("locked", n);
            }
            finally
            {
                @lock.Release();
            }
        }
        Coroutine WaiterCoroutine(PyInt n) => Coroutine.Of("waiter", "main.<locals>.waiter", () => Waiter(n));
        var ts = new PyList<PyTask>(Sequences.Range(2).Select(i => AsyncIO.CreateTask(WaiterCoroutine(i))));
        await AsyncIO.Sleep(0);
        ev.Set();
        await AsyncIO.Gather([..ts.Select(item2 => (Any)item2)]);
        var manager4 = AsyncContext.Of(AsyncExitStack.Call());
        Any entered = await manager4.EnterAsync();
        try
        {
            Any st = entered;
            await st.Invoke("enter_async_context", new Res("s1"));
            _ = st.Invoke("push_async_callback", ChildFunction, 9);
        }
        catch (BaseException error5)
        {
            if (!await manager4.ExitAsync(error5))
            {
                throw;
            }
        }
        finally
        {
            await manager4.ExitAsync();
        }
        EventLoop loop = AsyncIO.GetRunningLoop();
        Future fut = loop.CreateFuture();
        _ = loop.CallSoon(((Any)fut).Get("set_result"), 42);
        Print(await fut);
        _ = loop.CallLater(0.002, Builtins.Get("print"), "later2");
        _ = loop.CallLater(0.001, Builtins.Get("print"), "later1");
        await AsyncIO.Sleep(0.01);
        PyTask t = AsyncIO.CreateTask(SlowCoroutine(0, "n"), name: "nm");
        t.AddDoneCallback(new PyFunction("main.<locals>.<lambda>", "f", (Any f) => Functions.None(() => Print("cb", f.Invoke("result")))));
        await t;
        await AsyncIO.Sleep(0);
        Print(t.Name, t.IsDone, AsyncIO.CurrentTask().NotNone("get_name").Name);
        Any c = ChildCoroutine(5);
        try
        {
            _ = c.Invoke("send", Any.None);
            _ = c.Invoke("send", Any.None);
        }
        catch (StopIteration e)
        {
            Print("si", ((Any)e).Get("value"));
        }
        Future sh = AsyncIO.Shield(AsyncIO.CreateTask(SlowCoroutine(0.001, "sh")));
        Print(await sh);
        foreach (var f in Sequences.Of(Asyncio.Get("as_completed").Call((PyList<Any>)[SlowCoroutine(0.02, "b"), SlowCoroutine(0.01, "a")])))
        {
            Print(await f);
        }
        Print(await Asyncio.Get("to_thread").Call(new PyFunction("main.<locals>.<lambda>", "a", (Any a) => a + 1), 2));
        async IAsyncEnumerable<PyInt> Items3(IAsyncEnumerable<PyInt> source3)
        {
            await foreach (var x in source3)
            {
                yield return x;
            }
        }
        Any genexp = AsyncGenerator.Of("<genexpr>", "main.<locals>.<genexpr>", Items3(new It(2)));
        Print(await AsyncIteration.Of(genexp).Collect(items => new PyList<Any>(items)));
        try
        {
            await (Any)5;
        }
        catch (TypeError e)
        {
            Print(e);
        }
        try
        {
            await foreach (var item3 in AsyncIteration.Of((PyList<Any>)[1]))
            {
            }
        }
        catch (TypeError e)
        {
            Print(e);
        }
        async Coro Inner()
        {
            try
            {
                await AsyncIO.Sleep(1);
            }
            finally
            {
                Print("inner fin");
            }
        }
        Coroutine InnerCoroutine() => Coroutine.Of("inner", "main.<locals>.inner", () => Inner());
        PyTask tt = AsyncIO.CreateTask(InnerCoroutine());
        await AsyncIO.Sleep(0);
        tt.Cancel("msg");
        try
        {
            await tt;
        }
        catch (CancelledError e)
        {
            Print("ce", ((Any)e).Get("args"));
        }
    }

    public static async Coro<Any> M2()
    {
        return await (Any)new Aw();
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Asyncio = Modules.Import("asyncio");
        Any contextvars = Modules.Import("contextvars");
        AsyncExitStack = Modules.ImportFrom("contextlib", "AsyncExitStack");
        Var = contextvars.Get("ContextVar").Call(new Arguments { "var", { "default", 0 } });
        AsyncIO.Run(MainAsyncCoroutine());
        Print(AsyncIO.Run(M2Coroutine()));
        try
        {
            AsyncIO.Run(BoomCoroutine());
        }
        catch (RuntimeError e)
        {
            Print("run", e);
        }
    }

    public static Coroutine<Any> ChildCoroutine(Any n) => Coroutine.Of("child", "child", () => Child(n));
    public static readonly Any ChildFunction = new PyFunction("child", "n", (Any n) => ChildCoroutine(n)) { Flavour = "coroutine" };
    public static Coroutine<Any> SlowCoroutine(Any t, Any v) => Coroutine.Of("slow", "slow", () => Slow(t, v));
    public static Coroutine ProducerCoroutine(AsyncQueue<PyInt?> q) => Coroutine.Of("producer", "producer", () => Producer(q));
    public static Coroutine ConsumerCoroutine(AsyncQueue<PyInt?> q) => Coroutine.Of("consumer", "consumer", () => Consumer(q));
    public static Coroutine<Any> BoomCoroutine() => Coroutine.Of("boom", "boom", () => Boom());
    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
    public static Coroutine<Any> M2Coroutine() => Coroutine.Of("m2", "m2", () => M2());
}

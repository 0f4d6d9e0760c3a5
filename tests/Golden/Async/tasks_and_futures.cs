using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using TimeoutError = Pytocs.Runtime.Core.TimeoutError;

namespace TasksAndFutures;

/// <summary>Futures, tasks, and all ways of waiting for them.</summary>
public static class Module
{
    internal static Any Asyncio = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("tasks_and_futures.py", args, Run);

    public static async Coro<Any> Value(Any x, Any d)
    {
        await AsyncIO.Sleep(d);
        return x;
    }

    public static async Coro<Any> Fail(string x, PyInt d)
    {
        await AsyncIO.Sleep(d);
        throw new ValueError(x);
    }

    public static async Coro MainAsync()
    {
        Recursion.Check();
        Any cm = Any.Unbound;
        Any loop = Asyncio.Get("get_running_loop").Call();
        Any f = loop.Invoke("create_future");
        Print(f);
        _ = f.Invoke("add_done_callback", new PyFunction("main.<locals>.<lambda>", "fut", (Any fut) => Functions.None(() => Print("cb", fut.Invoke("result")))));
        _ = loop.Invoke("call_soon", f.Get("set_result"), (PyList<Any>)[1, 2, 3, 4, 5, 6, 7, 8]);
        Print(await f, f.Invoke("done"), f.Invoke("cancelled"), f);
        try
        {
            _ = f.Invoke("set_result", 1);
        }
        catch (InvalidStateError e)
        {
            Print("ISE", e);
        }
        Any g = loop.Invoke("create_future");
        try
        {
            _ = g.Invoke("result");
        }
        catch (InvalidStateError e)
        {
            Print("ISE", e);
        }
        try
        {
            _ = g.Invoke("exception");
        }
        catch (InvalidStateError e)
        {
            Print("ISE", e);
        }
        Print(g.Invoke("cancel", "why"), g.Invoke("cancelled"), g.Invoke("cancel"));
        try
        {
            await g;
        }
        catch (CancelledError e)
        {
            Print("cancelled", ((Any)e).Get("args"));
        }
        try
        {
            _ = g.Invoke("exception");
        }
        catch (CancelledError e)
        {
            Print("cancelled again", ((Any)e).Get("args"));
        }
        Any h = loop.Invoke("create_future");
        _ = h.Invoke("set_exception", new StopIteration());
        try
        {
            await h;
        }
        catch (RuntimeError e)
        {
            Print(PyType.Of(e).Name, e, Repr(((Any)e).Get("__cause__")));
        }
        h = loop.Invoke("create_future");
        _ = h.Invoke("set_exception", KeyError.Type);
        Print(Repr(h.Invoke("exception")), h);
        try
        {
            _ = h.Invoke("set_exception", 5);
        }
        catch (InvalidStateError e)
        {
            Print("ISE", e);
        }
        Any k = loop.Invoke("create_future");
        try
        {
            _ = k.Invoke("set_exception", 5);
        }
        catch (TypeError e)
        {
            Print("TE", e);
        }

        // tasks
        PyTask t = AsyncIO.CreateTask((Any)ValueCoroutine(5, 0.01), name: "five");
        Print(t.Name, t.IsDone, t.Cancelling);
        t.SetName(55);
        Print(t.Name);
        Print(await t, t.GetResult(), ((Any)t).Invoke("exception"));
        t = AsyncIO.CreateTask((Any)FailCoroutine("x", 0));
        await Asyncio.Get("wait").Call((PyList<Any>)[t]);
        Print(Repr(((Any)t).Invoke("exception")));
        try
        {
            _ = t.GetResult();
        }
        catch (ValueError e)
        {
            Print("VE", e);
        }
        try
        {
            t.SetResult(4);
        }
        catch (RuntimeError e)
        {
            Print(e);
        }
        t = AsyncIO.CreateTask((Any)ValueCoroutine(1, 10));
        await AsyncIO.Sleep(0);
        Print(t.Cancel("m1"), t.Cancel("m2"), t.Cancelling, t.Uncancel(), t.Uncancel(), t.Uncancel());
        try
        {
            await t;
        }
        catch (CancelledError e)
        {
            using var handling = Handling.Of(e);
            Print("C", ((Any)e).Get("args"), t.IsCancelled);
        }
        // gather
        Print(await AsyncIO.Gather((Any)ValueCoroutine(1, 0), (Any)ValueCoroutine(2, 0.02), (Any)ValueCoroutine(3, 0.01)));
        Print(await AsyncIO.Gather([(Any)ValueCoroutine(1, 0), (Any)FailCoroutine("a", 0)], returnExceptions: true));
        try
        {
            await AsyncIO.Gather((Any)ValueCoroutine(1, 0.5), (Any)FailCoroutine("b", 0));
        }
        catch (ValueError e)
        {
            Print("gather", e);
        }
        Print(await AsyncIO.Gather());
        Any c = ValueCoroutine(9, 0);
        Print(await AsyncIO.Gather(c, c));
        Future gf = AsyncIO.Gather((Any)ValueCoroutine(1, 1), (Any)ValueCoroutine(2, 1));
        await AsyncIO.Sleep(0);
        Print(gf.Cancel(), gf.IsDone);
        try
        {
            await gf;
        }
        catch (CancelledError e)
        {
            Print("gather cancelled", ((Any)e).Get("args"));
        }
        Any r = false ? await AsyncIO.Gather([(Any)ValueCoroutine(1, 0.2), Asyncio.Get("sleep").Call(1)], returnExceptions: true) : Any.None;
        PyTask t1 = AsyncIO.CreateTask((Any)ValueCoroutine(1, 5));
        gf = AsyncIO.Gather([t1, (Any)ValueCoroutine(2, 0)], returnExceptions: true);
        await AsyncIO.Sleep(0);
        t1.Cancel("tt");
        Print(await gf);
        // wait
        PyTask a = AsyncIO.CreateTask((Any)ValueCoroutine("a", 0.01), name: "a");
        PyTask b = AsyncIO.CreateTask((Any)ValueCoroutine("b", 0.05), name: "b");
        var items = Operators.Unpack(await Asyncio.Get("wait").Call(new Arguments { (PySet<Any>)[a, b], { "return_when", AsyncIO.FirstCompleted } }), 2);
        Any done = items[0];
        Any pending = items[1];
        Print(new PyList<Any>(Sequences.Of(done).Select(x => x.Invoke("get_name"))), new PyList<Any>(Sequences.Of(pending).Select(x => x.Invoke("get_name"))));
        var items2 = Operators.Unpack(await Asyncio.Get("wait").Call(new Arguments { (PySet<Any>)[b], { "timeout", 0.001 } }), 2);
        done = items2[0];
        pending = items2[1];
        Print(Len(done), Len(pending));
        var items3 = Operators.Unpack(await Asyncio.Get("wait").Call((PySet<Any>)[a, b]), 2);
        done = items3[0];
        pending = items3[1];
        Print(Sequences.Sorted(Sequences.Of(done).Select(x => x.Invoke("result"))), pending);
        foreach (var bad in new Any[] { (PyList<Any>)[], (PyList<Any>)[ValueCoroutine(1, 0)], ValueCoroutine(2, 0) })
        {
            try
            {
                await Asyncio.Get("wait").Call(bad);
            }
            catch (BaseException e) when (e is ValueError || e is TypeError)
            {
                Print(PyType.Of(e).Name, e);
            }
        }
        try
        {
            await Asyncio.Get("wait").Call(new Arguments { (PyList<Any>)[a], { "return_when", "X" } });
        }
        catch (ValueError e)
        {
            Print(e);
        }
        // wait_for
        Print(await AsyncIO.WaitFor((Any)ValueCoroutine(1, 0), 1));
        try
        {
            await AsyncIO.WaitFor((Any)ValueCoroutine(1, 5), 0.01);
        }
        catch (TimeoutError e)
        {
            Print("timeout", Repr(e), Repr(((Any)e).Get("__cause__")));
        }
        try
        {
            await AsyncIO.WaitFor((Any)ValueCoroutine(1, 0), 0);
        }
        catch (TimeoutError e)
        {
            Print("timeout0", Repr(e), Repr(((Any)e).Get("__cause__")));
        }
        // shield
        PyTask inner = AsyncIO.CreateTask((Any)ValueCoroutine("inner", 0.02));
        async Coro<Any> Sh()
        {
            try
            {
                return await AsyncIO.Shield(inner);
            }
            catch (CancelledError caught)
            {
                using var handling = Handling.Of(caught);
                Print("outer cancelled");
                return await inner;
            }
        }
        Coroutine<Any> ShCoroutine() => Coroutine.Of("sh", "main.<locals>.sh", () => Sh());
        PyTask s = AsyncIO.CreateTask((Any)ShCoroutine());
        await AsyncIO.Sleep(0);
        s.Cancel();
        Print(await s);
        // as_completed
        foreach (var co in Sequences.Of(Asyncio.Get("as_completed").Call((PyList<Any>)[ValueCoroutine(1, 0.03), ValueCoroutine(2, 0.01), ValueCoroutine(3, 0.02)])))
        {
            Print("plain", await co);
        }
        await foreach (var tt in AsyncIteration.Of(Asyncio.Get("as_completed").Call((PyList<Any>)[ValueCoroutine(1, 0.03), ValueCoroutine(2, 0.01)])))
        {
            Print("async", await tt, tt.Invoke("done"));
        }
        try
        {
            await foreach (var tt in AsyncIteration.Of(Asyncio.Get("as_completed").Call(new Arguments { (PyList<Any>)[ValueCoroutine(1, 0.5)], { "timeout", 0.01 } })))
            {
                Print("no");
            }
        }
        catch (TimeoutError e)
        {
            Print("ac timeout", Repr(e));
        }
        // timeout
        try
        {
            var timeout = AsyncIO.TimeoutAfter(0.01);
            cm = timeout;
            timeout.Enter();
            try
            {
                _ = false ? Functions.None(() => Print(cm)) : Any.None;
                await AsyncIO.Sleep(1);
            }
            catch (BaseException error)
            {
                timeout.Exit(error);
                throw;
            }
            finally
            {
                timeout.Exit();
            }
        }
        catch (TimeoutError caught)
        {
            using var handling = Handling.Of(caught);
            Print("T", Names.Local(cm, "cm").Invoke("expired"));
        }
        var timeout2 = AsyncIO.TimeoutAfter(Any.None);
        cm = timeout2;
        timeout2.Enter();
        try
        {
            Print(cm.Invoke("when"), cm.Invoke("expired"), cm);
            _ = cm.Invoke("reschedule", loop.Invoke("time") + 100);
        }
        catch (BaseException error2)
        {
            timeout2.Exit(error2);
            throw;
        }
        finally
        {
            timeout2.Exit();
        }
        Print(cm);
        try
        {
            _ = cm.Invoke("reschedule", 1);
        }
        catch (RuntimeError e)
        {
            Print(e);
        }
        try
        {
            AsyncIO.TimeoutAfter(1).Reschedule(1);
        }
        catch (RuntimeError e)
        {
            Print(e);
        }
        try
        {
            var manager = AsyncContext.Of(cm);
            await manager.EnterAsync();
            try
            {
            }
            catch (BaseException error3)
            {
                if (!await manager.ExitAsync(error3))
                {
                    throw;
                }
            }
            finally
            {
                await manager.ExitAsync();
            }
        }
        catch (RuntimeError e)
        {
            Print(e);
        }
        var timeout3 = AsyncIO.TimeoutAt(loop.Invoke("time") + 1);
        timeout3.Enter();
        try
        {
        }
        catch (BaseException error4)
        {
            timeout3.Exit(error4);
            throw;
        }
        finally
        {
            timeout3.Exit();
        }
        Print(Asyncio.Get("current_task").Call().Invoke("get_name"), Len(Asyncio.Get("all_tasks").Call()));
        Print(Asyncio.Get("isfuture").Call(f), Asyncio.Get("isfuture").Call(3), Asyncio.Get("iscoroutinefunction").Call(MainAsyncFunction), Asyncio.Get("iscoroutine").Call(MainAsyncFunction));
        Print(loop);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Asyncio = Modules.Import("asyncio");

        AsyncIO.Run((Any)MainAsyncCoroutine());
    }

    public static Coroutine<Any> ValueCoroutine(Any x, Any d) => Coroutine.Of("value", "value", () => Value(x, d));
    public static Coroutine<Any> FailCoroutine(string x, PyInt d) => Coroutine.Of("fail", "fail", () => Fail(x, d));
    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
    public static readonly Any MainAsyncFunction = new PyFunction("main", "", () => MainAsyncCoroutine()) { Flavour = "coroutine" };
}

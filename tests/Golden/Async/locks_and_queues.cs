using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace LocksAndQueues;

/// <summary>Locks, events, semaphores, conditions, barriers and queues.</summary>
public static class Module
{
    internal static Any Asyncio = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("locks_and_queues.py", args, Run);

    public static async Coro MainAsync()
    {
        AsyncCondition cond = default!;
        PyList<Any> items = default!;
        AsyncLock @lock = new AsyncLock();
        PyList<PyInt> order = (PyList<PyInt>)[];
        async Coro Worker(PyInt n)
        {
            await @lock.Acquire();
            try
            {
                order.Append(n);
                await AsyncIO.Sleep(0.001);
            }
            finally
            {
                @lock.Release();
            }
        }
        Coroutine WorkerCoroutine(PyInt n) => Coroutine.Of("worker", "main.<locals>.worker", () => Worker(n));
        await AsyncIO.Gather([..Sequences.Range(4).Select(i => (Any)WorkerCoroutine(i))]);
        Print(order, @lock.Locked);
        try
        {
            @lock.Release();
        }
        catch (RuntimeError e)
        {
            Print(e);
        }
        Print(Str.Slice(Repr(@lock), -11), Str.Slice(ToStr(new AsyncEvent()), -8), Str.Slice(Repr(new AsyncSemaphore(3)), -20), Str.Slice(Repr(new AsyncCondition()), -11), Str.Slice(Repr(new AsyncBarrier(2)), -24));
        AsyncEvent ev = new AsyncEvent();
        async Coro Waiter(PyInt n)
        {
            await ev.Wait();
            Print("woke", n);
        }
        Coroutine WaiterCoroutine(PyInt n) => Coroutine.Of("waiter", "main.<locals>.waiter", () => Waiter(n));
        var ts = new PyList<PyTask>(Sequences.Range(3).Select(i => AsyncIO.CreateTask(WaiterCoroutine(i))));
        await AsyncIO.Sleep(0);
        Print(Str.Slice(Repr(ev), -20));
        ev.Set();
        await AsyncIO.Gather([..ts.Select(item => (Any)item)]);
        ev.Clear();
        Print(ev.IsSet);
        AsyncSemaphore sem = new AsyncSemaphore(2);
        PyInt active = 0;
        PyInt peak = 0;
        async Coro Job()
        {
            await sem.Acquire();
            try
            {
                active += 1;
                peak = Numbers.Max(peak, active);
                await AsyncIO.Sleep(0.001);
                active -= 1;
            }
            finally
            {
                sem.Release();
            }
        }
        Coroutine JobCoroutine() => Coroutine.Of("job", "main.<locals>.job", () => Job());
        await AsyncIO.Gather([..Sequences.Range(6).Select(_ => (Any)JobCoroutine())]);
        _ = false ? Functions.None(() => Print(peak, sem.Locked, sem)) : Functions.None(() => Print(peak, sem.Locked));
        AsyncBoundedSemaphore bs = new AsyncBoundedSemaphore(1);
        try
        {
            bs.Release();
        }
        catch (ValueError e)
        {
            Print(e);
        }
        try
        {
            new AsyncSemaphore(-1);
        }
        catch (ValueError e)
        {
            Print(e);
        }
        cond = new AsyncCondition();
        items = (PyList<Any>)[];
        async Coro Consumer(PyInt n)
        {
            await cond.Acquire();
            try
            {
                await cond.WaitFor(new PyFunction("main.<locals>.consumer.<locals>.<lambda>", "", () => (Any)items));
                Print("consumer", n, items.Pop(0));
            }
            finally
            {
                cond.Release();
            }
        }
        Coroutine ConsumerCoroutine(PyInt n) => Coroutine.Of("consumer", "main.<locals>.consumer", () => Consumer(n));
        var cs = new PyList<PyTask>(Sequences.Range(3).Select(i => AsyncIO.CreateTask(ConsumerCoroutine(i))));
        await AsyncIO.Sleep(0);
        for (PyInt i = 0; i < 3; i++)
        {
            await cond.Acquire();
            try
            {
                items.Append(i);
                cond.Notify();
            }
            finally
            {
                cond.Release();
            }
        }
        await AsyncIO.Gather([..cs.Select(item2 => (Any)item2)]);
        try
        {
            cond.Notify();
        }
        catch (RuntimeError e)
        {
            Print(e);
        }
        try
        {
            await cond.Wait();
        }
        catch (RuntimeError e)
        {
            Print(e);
        }
        AsyncBarrier bar = new AsyncBarrier(3);
        async Coro Party(PyInt n)
        {
            PyInt i = await bar.Wait();
            Print("past", n, i);
        }
        Coroutine PartyCoroutine(PyInt n) => Coroutine.Of("party", "main.<locals>.party", () => Party(n));
        await AsyncIO.Gather([..Sequences.Range(3).Select(i => (Any)PartyCoroutine(i))]);
        Print(bar.Parties, bar.NWaiting, bar.Broken);
        async Coro Broken()
        {
            try
            {
                var manager = AsyncContext.Of(bar);
                Any entered = await manager.EnterAsync();
                try
                {
                    Any pos = entered;
                    Print("pos", pos);
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
            }
            catch (BrokenBarrierError e)
            {
                Print("broken", e);
            }
        }
        Coroutine BrokenCoroutine() => Coroutine.Of("broken", "main.<locals>.broken", () => Broken());
        PyTask t = AsyncIO.CreateTask(BrokenCoroutine());
        await AsyncIO.Sleep(0);
        await bar.Abort();
        await t;
        Print(Str.Slice(Repr(bar), -9));
        await bar.Reset();
        Print(bar.Broken);
        var q = new AsyncQueue(2);
        async Coro Prod()
        {
            for (PyInt i = 0; i < 5; i++)
            {
                await q.Put(i);
                Print("put", i, q.QSize());
            }
        }
        Coroutine ProdCoroutine() => Coroutine.Of("prod", "main.<locals>.prod", () => Prod());
        async Coro Cons()
        {
            Any x = default;
            while (true)
            {
                try
                {
                    x = await q.Get();
                }
                catch (QueueShutDown)
                {
                    Print("shutdown");
                    return;
                }
                Print("got", x);
                q.TaskDone();
            }
        }
        Coroutine ConsCoroutine() => Coroutine.Of("cons", "main.<locals>.cons", () => Cons());
        PyTask p = AsyncIO.CreateTask(ProdCoroutine());
        PyTask c = AsyncIO.CreateTask(ConsCoroutine());
        await p;
        await q.Join();
        q.Shutdown();
        await c;
        Print(ToStr(q), q.Empty(), q.Full(), q.MaxSize);
        try
        {
            q.PutNowait(1);
        }
        catch (QueueShutDown e)
        {
            Print(Repr(e));
        }
        q = new AsyncQueue(1);
        q.PutNowait(1);
        try
        {
            q.PutNowait(2);
        }
        catch (QueueFull e)
        {
            Print(Repr(e));
        }
        _ = q.GetNowait();
        try
        {
            _ = q.GetNowait();
        }
        catch (QueueEmpty e)
        {
            Print(Repr(e));
        }
        q.TaskDone();
        try
        {
            q.TaskDone();
        }
        catch (ValueError e)
        {
            Print(e);
        }
        var pq = new AsyncPriorityQueue();
        foreach (var x in new PyInt[] { 3, 1, 2 })
        {
            pq.PutNowait(PyTuple.Of(x, ToStr(x)));
        }
        Print(new PyList<Any>(Sequences.Range(3).Select(_ => pq.GetNowait())), ToStr(pq));
        var lq = new AsyncLifoQueue<PyInt>();
        foreach (var x in new PyInt[] { 3, 1, 2 })
        {
            await lq.Put(x);
        }
        async IAsyncEnumerable<PyInt> Items(IEnumerable<PyInt> source)
        {
            foreach (var item3 in source)
            {
                yield return await lq.Get();
            }
        }
        Print(await Items(Sequences.Range(3)).Collect(items => new PyList<PyInt>(items)));
        Any myQClass = Any.Unbound;
        myQClass = ClassBuilder.Build("MyQ", "main.<locals>.MyQ", "__main__", new Arguments { Asyncio.Get("Queue") }, ns =>
        {
            void Put(Any self, Any item)
            {
                Print("my put");
                ((Any)new Super(myQClass.As<PyType>(), self)).Invoke("_put", item);
            }
            ns["_put"] = new PyFunction("main.<locals>.MyQ._put", "self, item", (Any self, Any item) => Put(self, item));
            ns.ClassCell(made => myQClass = made);
        });
        Any myQ = myQClass;
        Any m = myQ.Call(new Arguments { { "maxsize", 3 } });
        await m.Invoke("put", 7);
        Print(await m.Invoke("get"), PyType.Of(m).Name);
        Any myEvClass = Any.Unbound;
        myEvClass = ClassBuilder.Build("MyEv", "main.<locals>.MyEv", "__main__", new Arguments { Asyncio.Get("Event") }, ns2 =>
        {
            void Set(Any self)
            {
                Print("my set");
                ((Any)new Super(myEvClass.As<PyType>(), self)).Invoke("set");
            }
            ns2["set"] = new PyFunction("main.<locals>.MyEv.set", "self", (Any self) => Set(self));
            ns2.ClassCell(made2 => myEvClass = made2);
        });
        Any myEv = myEvClass;
        Any me = myEv.Call();
        _ = me.Invoke("set");
        Print(me.Invoke("is_set"));
        me.Set("extra", 4);
        Print(me.Get("extra"));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Asyncio = Modules.Import("asyncio");
        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}

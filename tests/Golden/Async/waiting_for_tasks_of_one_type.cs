using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using Timeout = Pytocs.Runtime.Async.Timeout;
using TimeoutError = Pytocs.Runtime.Core.TimeoutError;

namespace WaitingForTasksOfOneType;

using static Module;

public class Store : PyObject
{
    public Store()
    {
        Factor = 3;
    }

    public PyInt Factor { get; set; }

    public PyInt Scale(PyInt number)
    {
        return number * Factor;
    }

    public static readonly PyType Type = PyType.Emitted("Store", "__main__")
        .Constructor("", a => new Store())
        .Field("factor", self => self.As<Store>().Factor, (self, value) => self.As<Store>().Factor = value.As<PyInt>())
        .Method("scale", "self, number", (self, number) => self.As<Store>().Scale(number.As<PyInt>()));
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any Asyncio = Any.Unbound;
    internal static Any Threading = Any.Unbound;
    internal static Any Time = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("waiting_for_tasks_of_one_type.py", args, Run);

    public static async Coro<string> Job(string name, Any delay)
    {
        await AsyncIO.Sleep(delay);
        return name;
    }

    public static async Coro Quiet(double delay)
    {
        await AsyncIO.Sleep(delay);
    }

    public static async Coro<PyInt> Failing()
    {
        await AsyncIO.Sleep(0.001);
        throw new ValueError("no");
    }

    public static PyInt Double(PyInt number)
    {
        return number * 2;
    }

    public static string Repeat(string text, PyInt times)
    {
        return Str.Repeat(text, times);
    }

    public static Any Nothing()
    {
        Print("in a thread", Operators.Is(Threading.Get("current_thread").Call(), Threading.Get("main_thread").Call()));
        return Any.None;
    }

    public static PyInt Broken(PyInt number)
    {
        throw new KeyError(number);
    }

    public static async Coro Waits()
    {
        IEnumerable<PyTask<string>> Items(IEnumerable<(string, double)> source)
        {
            foreach (var (name, delay) in source)
            {
                yield return AsyncIO.CreateTask(JobCoroutine(name, delay));
            }
        }
        var tasks = new PySet<PyTask<string>>(Items((PyList<(string, double)>)[("a", 0.01), ("b", 0.04), ("c", 0.07)]));
        var (done, pending) = await AsyncIO.Wait(tasks, returnWhen: AsyncIO.FirstCompleted);
        foreach (var task in done)
        {
            Print(Str.Upper(task.GetResult()), Len(done), Len(pending));
        }
        (done, pending) = await AsyncIO.Wait(pending, timeout: 0.001);
        Print(Len(done), Len(pending));
        (done, pending) = await AsyncIO.Wait(pending);
        Print(Sequences.Sorted(done.Select(t => t.GetResult())), Len(pending));
        var waiting = new PyList<PyTask<string>>(Str.Characters("xy").Select(n => AsyncIO.CreateTask(JobCoroutine(n, 0.01))));
        while (waiting.Count > 0)
        {
            var (finished, rest) = await AsyncIO.Wait(waiting, returnWhen: "FIRST_COMPLETED");
            Print(Sequences.Sorted(finished.Select(t => t.GetResult())));
            waiting = new PyList<PyTask<string>>(rest);
        }
        PyList<PyTask> plain = (PyList<PyTask>)[AsyncIO.CreateTask(QuietCoroutine(0.001)), AsyncIO.CreateTask(QuietCoroutine(0.5))];
        var (finished2, rest2) = await AsyncIO.Wait(plain, returnWhen: AsyncIO.FirstCompleted);
        Print(Len(finished2), Len(rest2));
        foreach (var t in rest2)
        {
            t.Cancel();
        }
        Print(await AsyncIO.Gather([..rest2.Select(item => (Any)item)], returnExceptions: true));
        var (several, others) = await AsyncIO.Wait((PyList<PyTask>)[AsyncIO.CreateTask(JobCoroutine("a", 0.001)), AsyncIO.CreateTask(FailingCoroutine())], returnWhen: AsyncIO.FirstCompleted);
        Print(Len(several | others), Sequences.Sorted(new PyList<bool>(others.Select(t => t.Cancel()))));
        var kept = new PyList<PyTask?>(several.Select(item2 => (PyTask?)item2));
        kept.Append(null);
        Print(Len(kept));
        var (bad, _) = await AsyncIO.Wait((PyList<PyTask<PyInt>>)[AsyncIO.CreateTask(FailingCoroutine())], returnWhen: AsyncIO.FirstException);
        foreach (var f in bad)
        {
            try
            {
                Print(f.GetResult() + 1);
            }
            catch (ValueError error)
            {
                Print("failed", error);
            }
        }
        try
        {
            await Asyncio.Get("wait").Call((PyList<Any>)[]);
        }
        catch (ValueError error)
        {
            Print(error);
        }
    }

    public static async Coro Completions()
    {
        foreach (var first in AsyncIO.AsCompleted((PyList<Coroutine<string>>)[JobCoroutine("slow", 0.03), JobCoroutine("fast", 0.01)]))
        {
            string name = await first;
            Print(Str.Upper(name));
        }
        PyList<PyTask<string>> tasks = (PyList<PyTask<string>>)[AsyncIO.CreateTask(JobCoroutine("slow", 0.03), name: "s"), AsyncIO.CreateTask(JobCoroutine("fast", 0.01), name: "f")];
        await foreach (var task in AsyncIO.EachCompleted(tasks))
        {
            Print(task.Name, Str.Upper(await task), tasks.Contains(task));
        }
        try
        {
            foreach (var late in AsyncIO.AsCompleted((PyList<Coroutine<string>>)[JobCoroutine("in time", 0.001), JobCoroutine("late", 1.0)], timeout: 0.02))
            {
                Print(await late);
            }
        }
        catch (TimeoutError)
        {
            Print("timeout");
        }
    }

    public static async Coro Threads()
    {
        Print(await AsyncIO.ToThread(Double, (PyInt)21) + 1);
        var (text, scaled) = await AsyncIO.GatherTuple(AsyncIO.ToThread(Repeat, "ab", (PyInt)2), AsyncIO.ToThread(new Store().Scale, (PyInt)4));
        Print(Str.Upper(text), scaled + 1);
        Print(Sequences.Sum(await AsyncIO.Gather([..Sequences.Range(4).Select(i => AsyncIO.ToThread(Double, i))])));
        await (Any)AsyncIO.ToThread(Nothing);
        await Asyncio.Get("to_thread").Call(Time.Get("sleep"), 0);
        try
        {
            Print(await AsyncIO.ToThread(Broken, (PyInt)5) + 1);
        }
        catch (KeyError error)
        {
            Print("key", error);
        }
        EventLoop loop = AsyncIO.GetRunningLoop();
        Print(await loop.RunInExecutor(Any.None, Double, (PyInt)4) + 1);
        Print(await loop.RunInExecutor(Any.None, Builtins.Get("len"), "abc"));
        var futures = new PyList<Future<string>>(Sequences.Range(3).Select(i => loop.RunInExecutor(Any.None, Repeat, "x", i)));
        Print(new PyList<PyInt>((await AsyncIO.Gather([..futures])).Select(r => Len(r))));
    }

    public static async Coro Loops()
    {
        EventLoop loop = AsyncIO.GetRunningLoop();
        Future future = loop.CreateFuture();
        _ = loop.CallSoon(((Any)future).Get("set_result"), "done");
        Print(await future, loop.IsRunning);
        double start = loop.Time;
        AsyncEvent @event = new AsyncEvent();
        TimerHandle handle = loop.CallLater(0.01, ((Any)@event).Get("set"));
        TimerHandle other = loop.CallLater(10, Builtins.Get("print"), "never", "seen");
        other.Cancel();
        Print(other.IsCancelled, handle.IsCancelled);
        await @event.Wait();
        Print(loop.Time - start >= 0.01);
        _ = loop.CallSoon(Builtins.Get("print"), "soon", 1);
        _ = loop.CallAt(loop.Time, new PyFunction("loops.<locals>.<lambda>", "", () => Functions.None(() => Print("at"))));
        await AsyncIO.Sleep(0.001);
        PyTask<string> made = loop.CreateTask(JobCoroutine("made", 0.001));
        Print(Str.Upper(await made));
        PyTask? current = AsyncIO.CurrentTask();
        if (current is not null)
        {
            current.SetName("main");
            Print(current.Name, current.IsDone);
        }
    }

    public static async Coro Timeouts()
    {
        Timeout limit = default!;
        string result = default!;
        Any moved = Any.Unbound;
        try
        {
            var timeout = AsyncIO.TimeoutAfter(0.01);
            timeout.Enter();
            try
            {
                await AsyncIO.Sleep(1);
            }
            catch (BaseException error2)
            {
                timeout.Exit(error2);
                throw;
            }
            finally
            {
                timeout.Exit();
            }
        }
        catch (TimeoutError error)
        {
            Print("too slow", Repr(error), Repr(((Any)error).Get("__cause__")));
        }
        limit = AsyncIO.TimeoutAfter(5);
        limit.Enter();
        try
        {
            result = await Job("in time", 0.001);
        }
        catch (BaseException error3)
        {
            limit.Exit(error3);
            throw;
        }
        finally
        {
            limit.Exit();
        }
        Print(result, limit.Expired);
        try
        {
            var timeout2 = AsyncIO.TimeoutAfter(0.01);
            timeout2.Enter();
            try
            {
                try
                {
                    await AsyncIO.Sleep(1);
                }
                finally
                {
                    Print("cleaned up");
                }
            }
            catch (BaseException error4)
            {
                timeout2.Exit(error4);
                throw;
            }
            finally
            {
                timeout2.Exit();
            }
        }
        catch (TimeoutError)
        {
            Print("cleaned first");
        }
        try
        {
            var timeout3 = AsyncIO.TimeoutAfter(Any.None);
            moved = timeout3;
            timeout3.Enter();
            try
            {
                _ = moved.Invoke("reschedule", AsyncIO.GetRunningLoop().Time + 0.01);
                await AsyncIO.Sleep(1);
            }
            catch (BaseException error5)
            {
                timeout3.Exit(error5);
                throw;
            }
            finally
            {
                timeout3.Exit();
            }
        }
        catch (TimeoutError caught)
        {
            using var handling = Handling.Of(caught);
            Print("moved", Names.Local(moved, "moved").Invoke("expired"));
        }
        try
        {
            var timeout4 = AsyncIO.TimeoutAfter(1);
            timeout4.Enter();
            try
            {
                throw new ValueError("of the body");
            }
            catch (BaseException error6)
            {
                timeout4.Exit(error6);
                throw;
            }
            finally
            {
                timeout4.Exit();
            }
        }
        catch (ValueError error)
        {
            Print(error, ((Any)error).Get("__context__"));
        }
        for (PyInt attempt = 0; attempt < 3; attempt++)
        {
            var timeout5 = AsyncIO.TimeoutAfter(1);
            timeout5.Enter();
            try
            {
                if (attempt == 1)
                {
                    continue;
                }
                Print("attempt", attempt);
            }
            catch (BaseException error7)
            {
                timeout5.Exit(error7);
                throw;
            }
            finally
            {
                timeout5.Exit();
            }
        }
        AsyncLock @lock = new AsyncLock();
        var timeout6 = AsyncIO.TimeoutAfter(1);
        timeout6.Enter();
        try
        {
            await @lock.Acquire();
            try
            {
                Print(@lock.Locked);
            }
            finally
            {
                @lock.Release();
            }
        }
        catch (BaseException error8)
        {
            timeout6.Exit(error8);
            throw;
        }
        finally
        {
            timeout6.Exit();
        }
        Print(@lock.Locked, await Early());
    }

    public static async Coro<string> Early()
    {
        var timeout = AsyncIO.TimeoutAfter(1);
        timeout.Enter();
        try
        {
            return await Job("early", 0.001);
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

    public static async Coro MainAsync()
    {
        await Waits();
        await Completions();
        await Threads();
        await Loops();
        await Timeouts();
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        // Tasks that are waited for, threads, the loop and timeouts: what they give has types.
        Asyncio = Modules.Import("asyncio");
        Threading = Modules.Import("threading");
        Time = Modules.Import("time");

        AsyncIO.Run(MainAsyncCoroutine());
        EventLoop loop = AsyncIO.NewEventLoop();
        Print(Str.Upper(loop.RunUntilComplete(JobCoroutine("by hand", 0))));
        loop.Close();
        Print(loop.IsClosed);
    }

    public static Coroutine<string> JobCoroutine(string name, Any delay) => Coroutine.Of("job", "job", () => Job(name, delay));
    public static Coroutine QuietCoroutine(double delay) => Coroutine.Of("quiet", "quiet", () => Quiet(delay));
    public static Coroutine<PyInt> FailingCoroutine() => Coroutine.Of("failing", "failing", () => Failing());
    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}

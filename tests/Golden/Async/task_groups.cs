using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using TimeoutError = Pytocs.Runtime.Core.TimeoutError;

namespace TaskGroups;

/// <summary>Task groups: failures, cancellation from within and from outside, nesting.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("task_groups.py", args, Run);

    public static async Coro<Any> Ok(Any n, Any d)
    {
        await AsyncIO.Sleep(d);
        Print("ok", n);
        return n;
    }

    public static async Coro<Any> Bad(Any n, Any d)
    {
        await AsyncIO.Sleep(d);
        throw new ValueError(n);
    }

    public static async Coro Stubborn()
    {
        try
        {
            await AsyncIO.Sleep(10);
        }
        catch (CancelledError caught)
        {
            Print("stubborn cancelled");
            throw Raise.During(new KeyError("cleanup"), caught);
        }
    }

    public static async Coro MainAsync()
    {
        TaskGroup tg = default!;
        PyTask a = default!;
        PyTask b = default!;
        tg = new TaskGroup();
        var manager = AsyncContext.Of(tg);
        await manager.EnterAsync();
        try
        {
            a = tg.CreateTask(OkCoroutine(1, 0));
            b = tg.CreateTask(OkCoroutine(2, 0.01), name: "bee");
            Print(tg);
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
        Print(a.GetResult(), b.GetResult(), b.Name, tg);
        try
        {
            tg = new TaskGroup();
            var manager2 = AsyncContext.Of(tg);
            await manager2.EnterAsync();
            try
            {
                _ = tg.CreateTask(BadCoroutine(1, 0.01));
                _ = tg.CreateTask(StubbornCoroutine());
                _ = tg.CreateTask(BadCoroutine(2, 0.01));
                await AsyncIO.Sleep(5);
                Print("not reached");
            }
            catch (BaseException error2)
            {
                if (!await manager2.ExitAsync(error2))
                {
                    throw;
                }
            }
            finally
            {
                await manager2.ExitAsync();
            }
        }
        catch (BaseException caught)
        {
            var groups = new ExceptStar(caught);
            if (groups.Match(ValueError.Type, out var group))
            {
                try
                {
                    Any eg = group;
                    using var handling = Handling.Of(group);
                    Print(eg, eg.Get("exceptions"));
                }
                catch (BaseException raised)
                {
                    groups.Add(raised);
                }
            }
            if (groups.Match(KeyError.Type, out var group2))
            {
                try
                {
                    Any eg = group2;
                    using var handling = Handling.Of(group2);
                    Print(eg, eg.Get("exceptions"));
                }
                catch (BaseException raised2)
                {
                    groups.Add(raised2);
                }
            }
            groups.Finish();
        }
        try
        {
            tg = new TaskGroup();
            var manager3 = AsyncContext.Of(tg);
            await manager3.EnterAsync();
            try
            {
                _ = tg.CreateTask(OkCoroutine(3, 0.01));
                throw new IndexError("body");
            }
            catch (BaseException error3)
            {
                if (!await manager3.ExitAsync(error3))
                {
                    throw;
                }
            }
            finally
            {
                await manager3.ExitAsync();
            }
        }
        catch (BaseException caught2) when (Except.Matches(caught2, Builtins.Get("ExceptionGroup")))
        {
            Any eg = caught2;
            Print(Repr(eg));
        }
        tg = new TaskGroup();
        try
        {
            _ = tg.CreateTask(OkCoroutine(4, 0));
        }
        catch (RuntimeError e)
        {
            Print(e);
        }
        var manager4 = AsyncContext.Of(tg);
        await manager4.EnterAsync();
        try
        {
        }
        catch (BaseException error4)
        {
            if (!await manager4.ExitAsync(error4))
            {
                throw;
            }
        }
        finally
        {
            await manager4.ExitAsync();
        }
        try
        {
            var manager5 = AsyncContext.Of(tg);
            await manager5.EnterAsync();
            try
            {
            }
            catch (BaseException error5)
            {
                if (!await manager5.ExitAsync(error5))
                {
                    throw;
                }
            }
            finally
            {
                await manager5.ExitAsync();
            }
        }
        catch (RuntimeError e)
        {
            Print(e);
        }
        try
        {
            _ = tg.CreateTask(OkCoroutine(4, 0));
        }
        catch (RuntimeError e)
        {
            Print(e);
        }
        // outer cancel
        async Coro Outer()
        {
            try
            {
                TaskGroup tg = new TaskGroup();
                var manager6 = AsyncContext.Of(tg);
                await manager6.EnterAsync();
                try
                {
                    _ = tg.CreateTask(StubbornCoroutine());
                    await AsyncIO.Sleep(10);
                }
                catch (BaseException error6)
                {
                    if (!await manager6.ExitAsync(error6))
                    {
                        throw;
                    }
                }
                finally
                {
                    await manager6.ExitAsync();
                }
            }
            catch (BaseException e)
            {
                using var handling = Handling.Of(e);
                Print("outer got", Repr(e), AsyncIO.CurrentTask().NotNone("cancelling").Cancelling);
                throw;
            }
        }
        Coroutine OuterCoroutine() => Coroutine.Of("outer", "main.<locals>.outer", () => Outer());
        PyTask t = AsyncIO.CreateTask(OuterCoroutine());
        await AsyncIO.Sleep(0.01);
        t.Cancel("stop");
        try
        {
            await t;
        }
        catch (BaseException e)
        {
            Print("main got", Repr(e), t.IsCancelled);
        }
        // nested
        async Coro Nest()
        {
            TaskGroup g1 = new TaskGroup();
            var manager6 = AsyncContext.Of(g1);
            await manager6.EnterAsync();
            try
            {
                _ = g1.CreateTask(OkCoroutine("g1", 0.02));
                TaskGroup g2 = new TaskGroup();
                var manager7 = AsyncContext.Of(g2);
                await manager7.EnterAsync();
                try
                {
                    _ = g2.CreateTask(BadCoroutine("deep", 0.01));
                }
                catch (BaseException error7)
                {
                    if (!await manager7.ExitAsync(error7))
                    {
                        throw;
                    }
                }
                finally
                {
                    await manager7.ExitAsync();
                }
            }
            catch (BaseException error6)
            {
                if (!await manager6.ExitAsync(error6))
                {
                    throw;
                }
            }
            finally
            {
                await manager6.ExitAsync();
            }
        }
        try
        {
            await Nest();
        }
        catch (BaseException caught3)
        {
            var groups2 = new ExceptStar(caught3);
            if (groups2.Match(ValueError.Type, out var group3))
            {
                try
                {
                    Any eg = group3;
                    Print(Repr(eg));
                }
                catch (BaseException raised3)
                {
                    groups2.Add(raised3);
                }
            }
            groups2.Finish();
        }
        async Coro InnerTimeout()
        {
            try
            {
                var timeout = AsyncIO.TimeoutAfter(0.01);
                timeout.Enter();
                try
                {
                    TaskGroup tg = new TaskGroup();
                    var manager6 = AsyncContext.Of(tg);
                    await manager6.EnterAsync();
                    try
                    {
                        _ = tg.CreateTask(OkCoroutine("late", 1));
                    }
                    catch (BaseException error6)
                    {
                        if (!await manager6.ExitAsync(error6))
                        {
                            throw;
                        }
                    }
                    finally
                    {
                        await manager6.ExitAsync();
                    }
                }
                catch (BaseException error7)
                {
                    timeout.Exit(error7);
                    throw;
                }
                finally
                {
                    timeout.Exit();
                }
            }
            catch (TimeoutError e)
            {
                Print("timeout around group", Repr(e));
            }
        }
        await InnerTimeout();
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static Coroutine<Any> OkCoroutine(Any n, Any d) => Coroutine.Of("ok", "ok", () => Ok(n, d));
    public static Coroutine<Any> BadCoroutine(Any n, Any d) => Coroutine.Of("bad", "bad", () => Bad(n, d));
    public static Coroutine StubbornCoroutine() => Coroutine.Of("stubborn", "stubborn", () => Stubborn());
    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}

using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Countdown;

/// <summary>Counts down in steps; the numbers to start from are arguments, 3 by default.</summary>
public static class Module
{
    internal static Any Sys = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("countdown.py", args, Run);

    public static async IAsyncEnumerable<PyInt> Countdown(PyInt start)
    {
        while (start > 0)
        {
            yield return start;
            start -= 1;
            await AsyncIO.Sleep(0);
        }
    }

    public static async Coro Show(PyInt start)
    {
        await foreach (var number in Countdown(start))
        {
            Print(F($"{start}: {number}"));
        }
    }

    public static async Coro MainAsync()
    {
        Any value = default;
        TaskGroup group = new TaskGroup();
        var manager = AsyncContext.Of(group);
        await manager.EnterAsync();
        try
        {
            foreach (var argument in Sequences.Of((value = Sys.Get("argv")[new PySlice(1, Any.None, Any.None)]).Truth ? value : (Any)(PyList<Any>)["3"]))
            {
                _ = group.CreateTask(ShowCoroutine(Numbers.ToInt(argument)));
            }
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
        Print("lift-off");
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Sys = Modules.Import("sys");

        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static Coroutine ShowCoroutine(PyInt start) => Coroutine.Of("show", "show", () => Show(start));
    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}

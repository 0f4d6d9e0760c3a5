using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TaskGroupScript;

/// <summary>A script named as a class of the runtime that it uses.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("task_group.py", args, Run);

    public static async Coro<PyInt> Double(PyInt number)
    {
        await AsyncIO.Sleep(0);
        return number * 2;
    }

    public static async Coro MainAsync()
    {
        PyList<PyTask<PyInt>> tasks = default!;
        TaskGroup group = new TaskGroup();
        var manager = AsyncContext.Of(group);
        await manager.EnterAsync();
        try
        {
            tasks = new PyList<PyTask<PyInt>>(Sequences.Range(3).Select(n => group.CreateTask(DoubleCoroutine(n))));
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
        Print(new PyList<PyInt>(tasks.Select(task => task.GetResult())));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static Coroutine<PyInt> DoubleCoroutine(PyInt number) => Coroutine.Of("double", "double", () => Double(number));
    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}

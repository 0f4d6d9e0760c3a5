using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using Shapes;
using static Pytocs.Runtime.Core.Builtins;
using IntType = Shapes.IntType;
using ListType = Shapes.ListType;
using Lock = Shapes.Lock;
using ShapesModule = Shapes.Module;
using Signature = Shapes.Signature;
using Timer = Shapes.Timer;

namespace MainScript;

/// <summary>Classes of another module that are named as types which the C# file opens.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args)
    {
        Modules.Add(ShapesModule.Definition);
        return Script.Main("main.py", args, Run);
    }

    public static async Coro<PyInt> Work(PyInt number)
    {
        await AsyncIO.Sleep(0);
        return number * 2;
    }

    public static async Coro MainAsync()
    {
        PyTask<PyInt> task = default!;
        Any limit = Any.Unbound;
        EventLoop loop = AsyncIO.GetRunningLoop();
        Future future = loop.CreateFuture();
        _ = loop.CallSoon(((Any)future).Get("set_result"), 3);
        Print(await future, new ShapesFuture(4).Value);
        TaskGroup group = new TaskGroup();
        var manager = AsyncContext.Of(group);
        await manager.EnterAsync();
        try
        {
            task = group.CreateTask(WorkCoroutine(5));
        }
        catch (BaseException error2)
        {
            if (!await manager.ExitAsync(error2))
            {
                throw;
            }
        }
        finally
        {
            await manager.ExitAsync();
        }
        var mine = new ShapesTaskGroup();
        mine.Names_.Append("mine");
        Print(task.GetResult(), mine.Names_);
        try
        {
            var timeout = AsyncIO.TimeoutAfter(5);
            limit = timeout;
            timeout.Enter();
            try
            {
                await Work(1);
                throw new ShapesTimeout("own");
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
        catch (ShapesTimeout error)
        {
            using var handling = Handling.Of(error);
            Print(error.Class.Name, error, Names.Local(limit, "limit").Invoke("expired"));
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any threading = Modules.Import("threading");

        Modules.Import("shapes");

        Any guard = threading.Get("Lock").Call();
        var manager = Context.Of(guard);
        manager.Enter();
        try
        {
            Print(new Lock("me").Owner, new Timer(3).Twice());
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
        Any worker = threading.Get("Thread").Call(new Arguments { { "target", new PyFunction("<lambda>", "", () => Functions.None(() => Print(new ListType(new IntType()), new Signature(PyTuple.Of("a", "b")).Parameters, new PyModule_().Class.Name))) } });
        worker.Invoke("start");
        worker.Invoke("join");
        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static Coroutine<PyInt> WorkCoroutine(PyInt number) => Coroutine.Of("work", "work", () => Work(number));
    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}

using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>Runs coroutines one after the other, the next as soon as the one before has failed or had its time: <c>asyncio.staggered.staggered_race</c>.</summary>
internal sealed class Staggered
{
    private readonly EventLoop _loop;
    private readonly Any _functions;
    private readonly Any _delay;
    private readonly List<Any> _tasks = [];
    private readonly PyList<Any> _errors = [];
    private int _started;
    private Any _result = Any.None;
    private int _winner = -1;

    private Staggered(EventLoop loop, Any functions, Any delay) => (_loop, _functions, _delay) = (loop, Builtins.Iter(functions), delay);

    public static void Declare(PyModule module) => module.AsyncFunction("staggered_race", "coro_fns, delay, *, loop=None",
        static a => new Staggered(a[2].IsNone ? EventLoop.Running : AsyncIO.LoopOf(a[2]), a[0], a[1]).Race());

    private Any Start(AsyncEvent? before)
    {
        var task = AsyncIO.TaskOn(_loop, Coroutine.Of("run_one_coro", "staggered_race.<locals>.run_one_coro", () => Run(before)), Any.None, Any.None);
        _tasks.Add(task);
        return task;
    }

    private async Coro<Any> Run(AsyncEvent? before)
    {
        if (before is not null)
        {
            try
            {
                await AsyncIO.WaitFor(((Any)before).Invoke("wait"), _delay);
            }
            catch (TimeoutError)
            {
                // Its time is over: the next one begins beside it.
            }
        }
        Any function;
        try
        {
            function = _functions.Invoke("__next__");
        }
        catch (StopIteration)
        {
            return Any.None;
        }
        var index = _started++;
        var failed = new AsyncEvent();
        _ = Start(failed);
        _errors.Append(Any.None);
        try
        {
            _result = await function.Call();
            _winner = index;
        }
        catch (BaseException error) when (error is not (SystemExit or KeyboardInterrupt))
        {
            _errors[index] = error;
            _ = ((Any)failed).Invoke("set");
            return Any.None;
        }
        for (var i = 0; i < _tasks.Count; i++)
            if (i != index)
                _ = _tasks[i].Invoke("cancel");
        return Any.None;
    }

    private async Coro<Any> Race()
    {
        _ = Start(null);
        try
        {
            for (var done = 0; done != _tasks.Count;)
            {
                var finished = (await AsyncIO.Wait(new PyList<Any>(_tasks), Any.None, "ALL_COMPLETED"))[0];
                done = (int)Operators.Len(finished);
                foreach (var task in Operators.ToList(finished))
                    if (!task.Invoke("cancelled").Truth && task.Invoke("exception") is { IsNone: false } error)
                        throw (BaseException)error.Ref!;
            }
            return PyTuple.Of(_result, _winner < 0 ? Any.None : _winner, _errors);
        }
        finally
        {
            foreach (var task in _tasks)
                _ = task.Invoke("cancel");
        }
    }
}

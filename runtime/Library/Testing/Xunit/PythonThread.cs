using System.Collections.Concurrent;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Testing;

/// <summary>The one thread that tests run on, as a Python program has one main thread. Python recurses deeper than a default .NET stack allows.</summary>
internal static class PythonThread
{
    private const int StackSize = 512 << 20;

    private static readonly BlockingCollection<Action> s_work = [];

    static PythonThread() => new Thread(Work, StackSize) { IsBackground = true, Name = "Python tests" }.Start();

    /// <summary>Does something there; what it throws is thrown by whoever awaits the task.</summary>
    public static Task<T> Do<T>(Func<T> action)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        s_work.Add(() =>
        {
            try
            {
                done.SetResult(action());
            }
            catch (Exception error)
            {
                done.SetException(error);
            }
        });
        return done.Task;
    }

    private static void Work()
    {
        Signals.EnterMain();
        Async.ThreadState.Current.IsPython = true;
        // The process's own output is how the runner of the tests hears of them. What tests print is captured for each of them.
        (StdIO.CurrentOut, StdIO.CurrentError) = (new PyStringIO(), new PyStringIO());
        foreach (var action in s_work.GetConsumingEnumerable())
            action();
    }
}

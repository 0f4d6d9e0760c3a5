using System.Collections.Concurrent;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>Something that warns when it is dropped before anybody awaited it.</summary>
internal interface INeverAwaited
{
    /// <summary>What the warning calls it.</summary>
    string Description { get; }
}

/// <summary>
/// Awaitables that were made, never awaited, and dropped. CPython knows when the last reference goes; here the collector finds them,
/// which is asked to where it matters: at the end of a loop and of the program, and by <c>gc.collect()</c>.
/// </summary>
internal static class NeverAwaited
{
    private static readonly ConcurrentQueue<INeverAwaited> s_dropped = new();

    /// <summary>How many awaitables this thread has made that nobody has begun to await.</summary>
    [ThreadStatic]
    public static int Count;

    public static void Drop(INeverAwaited awaitable) => s_dropped.Enqueue(awaitable);

    /// <summary>Warns of what the collector has found.</summary>
    public static void ReportDropped()
    {
        while (s_dropped.TryDequeue(out var awaitable))
        {
            Count--;
            Warn(awaitable, (PyObject)awaitable);
        }
    }

    /// <summary>Warns of one; a warning that is an error has nowhere to go but the hook.</summary>
    public static void Warn(INeverAwaited awaitable, Any source)
    {
        try
        {
            Library.Warnings.Issue(RuntimeWarning.Type, $"{awaitable.Description} was never awaited");
        }
        catch (BaseException error)
        {
            Unraisable.Report(error, $"Exception ignored while finalizing coroutine {Operators.Repr(source)}", source);
        }
    }

    /// <summary>Looks for them and warns.</summary>
    public static void Report()
    {
        if (Count > 0)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        ReportDropped();
    }
}

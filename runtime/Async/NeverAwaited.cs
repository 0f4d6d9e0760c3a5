using System.Collections.Concurrent;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>Something that warns when it is dropped before anybody awaited it.</summary>
internal interface INeverAwaited
{
    /// <summary>What the warning calls it.</summary>
    string Description { get; }

    /// <summary>Where it was made, innermost call first, where somebody asked for that.</summary>
    PyTuple? Origin => null;

    /// <summary>Whether nobody has begun to await it.</summary>
    bool IsMissed { get; }

    /// <summary>Whether something that will begin it has it, and says so when it does not.</summary>
    bool IsOwned { get; }

    /// <summary>What the collector tells of its end.</summary>
    object? Guard { get; set; }
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

    // Most are awaited soon after they are made, so that only what stays longer is given to the collector to watch: what it
    // watches costs more to make than all the rest of a coroutine.
    private const int Young = 64;

    [ThreadStatic]
    private static INeverAwaited?[]? t_young;

    [ThreadStatic]
    private static int t_next;

    /// <summary>Those that the collector watches.</summary>
    private static readonly List<WeakReference<INeverAwaited>> s_guarded = [];

    /// <summary>Whether the program has ended: what is dropped then is dropped nowhere.</summary>
    private static bool s_isEnding;

    private sealed class Watcher(INeverAwaited awaitable)
    {
        ~Watcher()
        {
            if (awaitable.IsMissed)
                s_dropped.Enqueue(awaitable);
        }
    }

    /// <summary>Notes one that has just been made.</summary>
    public static void Watch(INeverAwaited awaitable)
    {
        Count++;
        var young = t_young ??= new INeverAwaited?[Young];
        var next = t_next++ % Young;
        if (young[next] is { } older)
            Guard(older);
        young[next] = awaitable;
    }

    /// <summary>Somebody has begun to await one.</summary>
    public static void Began(INeverAwaited awaitable)
    {
        Count--;
        if (awaitable.Guard is { } guard)
            GC.SuppressFinalize(guard);
        else if (t_young is { } young && young[(t_next + Young - 1) % Young] == awaitable)
            young[(t_next + Young - 1) % Young] = null;
    }

    /// <summary>Lets the collector tell when one is dropped.</summary>
    public static void Guard(INeverAwaited awaitable)
    {
        if (awaitable is { IsMissed: true, IsOwned: false, Guard: null })
        {
            awaitable.Guard = new Watcher(awaitable);
            lock (s_guarded)
            {
                if (s_guarded.Count > 1000)
                    s_guarded.RemoveAll(static r => !r.TryGetTarget(out var known) || !known.IsMissed);
                s_guarded.Add(new(awaitable));
            }
        }
    }

    /// <summary>Lets the collector watch those that have just been made too.</summary>
    public static void GuardYoung()
    {
        if (t_young is not { } young)
            return;
        foreach (var awaitable in young)
            if (awaitable is not null)
                Guard(awaitable);
        Array.Clear(young);
    }

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
            var message = $"{awaitable.Description} was never awaited{CoroutineOrigin.Text(awaitable.Origin)}";
            if (s_isEnding)
                Library.Warnings.IssueAt(message, RuntimeWarning.Type, "<sys>", 0, "sys", Any.None);
            else
                Library.Warnings.Issue(RuntimeWarning.Type, message, source);
        }
        catch (BaseException error)
        {
            Unraisable.Report(error, $"Exception ignored while finalizing coroutine {Operators.Repr(source)}", source);
        }
    }

    /// <summary>Warns of those that the program still refers to when it ends.</summary>
    public static void ReportAll()
    {
        // What nobody has awaited so far is in the variables of modules, which are dropped now.
        s_isEnding = true;
        Report();
        foreach (var one in s_guarded.Select(static r => r.TryGetTarget(out var awaitable) ? awaitable : null).OfType<INeverAwaited>())
            if (one is { IsMissed: true, IsOwned: false })
                Warn(one, (PyObject)one);
    }

    /// <summary>Looks for them and warns.</summary>
    public static void Report()
    {
        GuardYoung();
        if (Count > 0)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        ReportDropped();
    }
}

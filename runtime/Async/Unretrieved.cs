using System.Collections.Concurrent;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>
/// An exception that nobody has asked for. CPython reports it when the future is dropped; here the
/// collector says when that is, and the loop asks it after such a failure, before it waits for time
/// to pass, and when it closes.
/// </summary>
internal sealed class Unretrieved
{
    private static readonly ConcurrentQueue<Unretrieved> s_dropped = new();
    private static readonly List<WeakReference<Unretrieved>> s_known = [];
    private static long s_made;

    private readonly Future _future;
    private readonly long _number;

    /// <param name="future">The failed future.</param>
    /// <param name="isWatched">Whether callbacks are about to look at it; otherwise the loop asks the collector about it.</param>
    public Unretrieved(Future future, bool isWatched)
    {
        (_future, _number) = (future, Interlocked.Increment(ref s_made));
        lock (s_known)
        {
            if (s_known.Count > 1000)
                s_known.RemoveAll(static r => !r.TryGetTarget(out _));
            s_known.Add(new(this, trackResurrection: true));
        }
        if (!isWatched)
            future.Loop.AskCollector();
    }

    ~Unretrieved() => s_dropped.Enqueue(this);

    public void Retrieve() => GC.SuppressFinalize(this);

    /// <summary>Reports the futures that have been dropped, in the order in which they failed.</summary>
    public static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var found = new List<Unretrieved>();
        while (s_dropped.TryDequeue(out var one))
            found.Add(one);
        foreach (var one in found.OrderBy(static u => u._number))
            one.Report();
    }

    /// <summary>Reports those that are still referred to when the program ends.</summary>
    public static void ReportAll()
    {
        Unretrieved[] left;
        lock (s_known)
            left = [.. s_known.Select(static r => r.TryGetTarget(out var u) ? u : null).OfType<Unretrieved>().Where(static u => u._future.IsUnretrieved).OrderBy(static u => u._number)];
        foreach (var one in left)
        {
            GC.SuppressFinalize(one);
            one.Report();
        }
    }

    private void Report()
    {
        if (!_future.IsUnretrieved)
            return;
        _future.Retrieved();
        _future.Loop.CallExceptionHandler(CreationTrace.Add(new PyDict<Any, Any>
        {
            ["message"] = $"{_future.Class.Name} exception was never retrieved",
            ["exception"] = _future.ShownError,
            ["future"] = _future,
        }, _future));
    }
}

using System.Runtime.ExceptionServices;
using Pytocs.Cli.Diagnostics;

namespace Pytocs.Cli;

/// <summary>Work on many files at once.</summary>
internal static class AllCores
{
    /// <summary>Does work for each item, told as if it were done one after the other: findings and prints appear in the order of the items.</summary>
    /// <param name="items">The items.</param>
    /// <param name="work">Gives an item's exit code.</param>
    /// <returns>The worst exit code.</returns>
    public static int Run<T>(IReadOnlyList<T> items, Func<T, int> work)
    {
        var (worst, told) = (ExitCodes.Fine, 0);
        var finished = new Action?[items.Count];
        Each(items.Count, i =>
        {
            var code = ExitCodes.Fine;
            var tell = Report.Keep(() => code = work(items[i]));
            lock (finished)
            {
                worst = Math.Max(worst, code);
                finished[i] = tell;
                for (; told < items.Count && finished[told] is { } next; told++)
                    next();
            }
        });
        return worst;
    }

    /// <summary>Makes something of each item, in their order.</summary>
    public static TResult[] Select<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> make)
    {
        var results = new TResult[items.Count];
        Each(items.Count, i => results[i] = make(items[i]));
        return results;
    }

    /// <summary>Calls for each number below a count, on as many threads as there are processors; each has the stack that a conversion needs.</summary>
    private static void Each(int count, Action<int> work)
    {
        if (Math.Min(Environment.ProcessorCount, count) is var width && width <= 1)
        {
            for (var i = 0; i < count; i++)
                work(i);
            return;
        }
        var taken = -1;
        ExceptionDispatchInfo? failure = null;
        var threads = Enumerable.Range(0, width).Select(_ => new Thread(Work, DeepStack.Size)).ToArray();
        Array.ForEach(threads, static t => t.Start());
        Array.ForEach(threads, static t => t.Join());
        failure?.Throw();

        void Work()
        {
            try
            {
                for (var i = Interlocked.Increment(ref taken); i < count && failure is null; i = Interlocked.Increment(ref taken))
                    work(i);
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        }
    }
}

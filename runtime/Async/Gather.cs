using System.Runtime.CompilerServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary><see href="https://docs.python.org/3.13/library/asyncio-task.html#asyncio.gather">gather</see>.</summary>
public static partial class AsyncIO
{
    /// <summary><c>asyncio.gather(*awaitables)</c>.</summary>
    public static Future Gather(params ReadOnlySpan<Any> awaitables) => GatherFuture(null, awaitables, false);

    /// <summary><c>asyncio.gather(*awaitables, return_exceptions=...)</c>.</summary>
    public static Future Gather(ReadOnlySpan<Any> awaitables, Any? returnExceptions = null) => GatherFuture(null, awaitables, returnExceptions is { Truth: true });

    /// <summary><c>asyncio.gather(*awaitables)</c>, whose results have one type.</summary>
    [OverloadResolutionPriority(1)]
    public static Future<PyList<T>> Gather<T>(params ReadOnlySpan<IAwaitable<T>> awaitables)
    {
        var objects = new Any[awaitables.Length];
        for (var i = 0; i < objects.Length; i++)
            objects[i] = awaitables[i].Self;
        return GatherFuture(null, objects, false, static children => new PyList<T>(children.Select(static c => Generic.FromAny<T>(c.GetResult()))));
    }

    /// <summary>What is awaited at once and unpacked: <c>a, b = await asyncio.gather(x, y)</c>.</summary>
    public static Future<(T1, T2)> GatherTuple<T1, T2>(IAwaitable<T1> first, IAwaitable<T2> second)
        => GatherFuture(null, [first.Self, second.Self], false, static r => (Result<T1>(r, 0), Result<T2>(r, 1)));

    /// <inheritdoc cref="GatherTuple{T1, T2}"/>
    public static Future<(T1, T2, T3)> GatherTuple<T1, T2, T3>(IAwaitable<T1> first, IAwaitable<T2> second, IAwaitable<T3> third)
        => GatherFuture(null, [first.Self, second.Self, third.Self], false, static r => (Result<T1>(r, 0), Result<T2>(r, 1), Result<T3>(r, 2)));

    /// <inheritdoc cref="GatherTuple{T1, T2}"/>
    public static Future<(T1, T2, T3, T4)> GatherTuple<T1, T2, T3, T4>(IAwaitable<T1> first, IAwaitable<T2> second, IAwaitable<T3> third, IAwaitable<T4> fourth)
        => GatherFuture(null, [first.Self, second.Self, third.Self, fourth.Self], false, static r => (Result<T1>(r, 0), Result<T2>(r, 1), Result<T3>(r, 2), Result<T4>(r, 3)));

    private static T Result<T>(List<Future> children, int index) => Generic.FromAny<T>(children[index].GetResult());

    internal static Future GatherFuture(EventLoop? loop, ReadOnlySpan<Any> awaitables, bool returnExceptions)
        => GatherFuture(loop, awaitables, returnExceptions, static children =>
        {
            var results = PyList<Any>.WithCapacity(children.Count);
            foreach (var child in children)
                results.Append(child.IsCancelled ? new CancelledError(child.CancelMessage.IsNone ? "" : child.CancelMessage)
                    : child.Error is { } failure ? failure : child.GetResult());
            return results;
        });

    /// <param name="loop">The loop; null for that of the awaitables.</param>
    /// <param name="awaitables">What is awaited.</param>
    /// <param name="returnExceptions">Whether errors stand among the results.</param>
    /// <param name="results">Makes the result when all are done.</param>
    private static Future<T> GatherFuture<T>(EventLoop? loop, ReadOnlySpan<Any> awaitables, bool returnExceptions, Func<List<Future>, T> results)
    {
        var children = new List<Future>(awaitables.Length);
        if (awaitables.Length == 0)
        {
            var empty = new Future<T>(loop ?? Policies.CurrentLoop());
            empty.SetResult(Generic.ToAny(results(children)));
            return empty;
        }
        var twins = new Twins();
        List<Future>? done = null;
        var gathering = new Gathering<T>(children, returnExceptions, results);
        foreach (var awaitable in awaitables)
        {
            if (awaitable.Ref is Future { IsDerived: false, IsDone: false } future && future.HasCallback(gathering))
            {
                children.Add(future);
                continue;
            }
            if (twins.Find(awaitable) is { } twin)
            {
                children.Add(twin);
                continue;
            }
            var child = EnsureFuture(awaitable, loop);
            loop ??= child.Loop;
            gathering.Count++;
            if (child.IsDone)
                (done ??= []).Add(child);
            else
                child.AddCallback(s_childDone, gathering);
            twins.Add(awaitable, child);
            children.Add(child);
        }
        gathering.Outer = new GatheringFuture<T>(loop!, gathering, children);
        foreach (var child in done ?? [])
            gathering.Done(child);
        return gathering.Outer;
    }

    private static readonly Action<object?, object?> s_childDone = LibraryCallbacks.Named("gather.<locals>._done_callback", "tasks.py", 820, static (child, gathering) => ((Gathering)gathering!).Done((Future)child!));
}

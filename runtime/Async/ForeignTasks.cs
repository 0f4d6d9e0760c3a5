using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>.NET tasks and asynchronous sequences that reach Python code.</summary>
internal static class ForeignTasks
{
    /// <summary>A future of the running loop with a task's outcome.</summary>
    public static Future ToFuture(Task task)
    {
        var loop = EventLoop.Running;
        var future = new Future(loop);
        loop.Begin();
        task.ContinueWith(t => loop.CallSoonThreadsafe(() =>
        {
            loop.End();
            if (future.IsDone)
                return;
            if (t.IsCanceled)
                future.Cancel();
            else if (t.Exception is { } failure)
                future.SetException(ToPython(failure.InnerException!));
            else
                future.SetResult(ResultOf(t));
        }), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return future;
    }

    private static BaseException ToPython(Exception error) => error as BaseException ?? new RuntimeError($"{error.GetType().Name}: {error.Message}");

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The result of a task that is in use is kept.")]
    private static Any ResultOf(Task task)
    {
        if (task is Task<Any> known)
            return known.Result;
        var result = task.GetType().GetProperty("Result");
        return result is null || result.PropertyType.Name == "VoidTaskResult" ? Any.None : Generic.FromObject(result.GetValue(task));
    }

    /// <summary>The items of a C# <c>IAsyncEnumerable&lt;T&gt;</c>, or null where the object is none.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The interfaces of an object that is in use are kept.")]
    [UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "The sequence's own type is in use.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Sequences of value types are enumerated through code that the C# side made.")]
    public static IAsyncEnumerable<Any>? Enumerate(object sequence)
    {
        if (sequence is IAsyncEnumerable<Any> known)
            return known;
        if (sequence is IAsyncEnumerable<object?> objects)
            return Items(objects);
        var type = sequence.GetType().GetInterfaces().FirstOrDefault(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));
        return type is null ? null
            : (IAsyncEnumerable<Any>?)typeof(ForeignTasks).GetMethod(nameof(Items), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [sequence]);
    }

    private static async IAsyncEnumerable<Any> Items<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
            yield return Generic.ToAny(item);
    }
}

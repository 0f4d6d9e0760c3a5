using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary><see href="https://docs.python.org/3.13/library/asyncio-task.html#asyncio.gather">gather</see>.</summary>
public static partial class AsyncIO
{
    /// <summary><c>asyncio.gather(*awaitables)</c>.</summary>
    public static Future Gather(params ReadOnlySpan<Any> awaitables) => GatherFuture(null, awaitables, false);

    /// <summary><c>asyncio.gather(*awaitables, return_exceptions=...)</c>.</summary>
    public static Future Gather(ReadOnlySpan<Any> awaitables, Any? returnExceptions = null) => GatherFuture(null, awaitables, returnExceptions is { Truth: true });

    private sealed class GatheringFuture(EventLoop loop, List<Future> children) : Future(loop)
    {
        private static readonly PyType s_type = PyType.Emitted("_GatheringFuture", "asyncio.tasks", FutureType.Type);

        private protected override PyType NativeClass => s_type;

        public bool WasCancelled { get; private set; }

        public override bool Cancel(Any? message = null)
        {
            if (IsDone)
                return false;
            var any = false;
            foreach (var child in children)
                any |= child.Cancel(message);
            WasCancelled |= any;
            return any;
        }
    }

    internal static Future GatherFuture(EventLoop? loop, ReadOnlySpan<Any> awaitables, bool returnExceptions)
    {
        if (awaitables.Length == 0)
        {
            var empty = new Future(loop ?? Policies.CurrentLoop());
            empty.SetResult(new PyList<Any>());
            return empty;
        }
        var twins = new Twins();
        var children = new List<Future>(awaitables.Length);
        List<Future>? done = null;
        var gathering = new Gathering(children, returnExceptions);
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
        gathering.Outer = new GatheringFuture(loop!, children);
        foreach (var child in done ?? [])
            gathering.Done(child);
        return gathering.Outer;
    }

    private static readonly Action<object?, object?> s_childDone = LibraryCallbacks.Named("gather.<locals>._done_callback", "tasks.py", 820, static (child, gathering) => ((Gathering)gathering!).Done((Future)child!));

    /// <summary>Finds what stands among the awaitables twice: it is awaited once. A future that is not done is known by its callback.</summary>
    private sealed class Twins
    {
        // Coroutines and plain futures are equal to themselves alone.
        private Dictionary<object, Future>? _plain;
        private PyDict<Any, Any>? _others;

        public Future? Find(Any awaitable)
            => IsPlain(awaitable) ? _plain?.GetValueOrDefault(awaitable.Ref!) : _others is not null && _others.TryGetValue(awaitable, out var future) ? (Future)future.Ref! : null;

        public void Add(Any awaitable, Future future)
        {
            if (!IsPlain(awaitable))
                (_others ??= new())[awaitable] = future;
            else if (future.IsDone || awaitable.Ref is Coroutine)
                (_plain ??= new(ReferenceEqualityComparer.Instance)).Add(awaitable.Ref!, future);
        }

        private static bool IsPlain(Any awaitable) => awaitable.Ref is Coroutine or Future { IsDerived: false };
    }

    private sealed class Gathering(List<Future> children, bool returnExceptions)
    {
        private int _finished;

        public GatheringFuture? Outer { get; set; }

        public int Count { get; set; }

        public void Done(Future future)
        {
            _finished++;
            if (Outer is null || Outer.IsDone)
            {
                future.Retrieved();
                return;
            }
            if (!returnExceptions && (future.IsCancelled ? future.MakeCancelledError() : future.Error) is { } error)
                Outer.SetException(error);
            else if (_finished == Count)
                End();
        }

        private void End()
        {
            var results = PyList<Any>.WithCapacity(children.Count);
            foreach (var child in children)
                results.Append(child.IsCancelled ? new CancelledError(child.CancelMessage.IsNone ? "" : child.CancelMessage)
                    : child.Error is { } failure ? failure : child.GetResult());
            if (Outer!.WasCancelled)
                Outer.SetException(children[^1].MakeCancelledError());
            else
                Outer.SetResult(results);
        }
    }
}

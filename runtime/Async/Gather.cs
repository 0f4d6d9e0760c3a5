using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary><see href="https://docs.python.org/3.13/library/asyncio-task.html#asyncio.gather">gather</see>.</summary>
public static partial class AsyncIO
{
    /// <summary><c>asyncio.gather(*awaitables)</c>.</summary>
    public static Future Gather(params ReadOnlySpan<Any> awaitables) => GatherFuture(null, awaitables.ToArray(), false);

    /// <summary><c>asyncio.gather(*awaitables, return_exceptions=...)</c>.</summary>
    public static Future Gather(ReadOnlySpan<Any> awaitables, Any? returnExceptions = null) => GatherFuture(null, awaitables.ToArray(), returnExceptions is { Truth: true });

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

    internal static Future GatherFuture(EventLoop? loop, Any[] awaitables, bool returnExceptions)
    {
        if (awaitables.Length == 0)
        {
            var empty = new Future(loop ?? Policies.CurrentLoop());
            empty.SetResult(new PyList<Any>());
            return empty;
        }
        var known = new Twins(awaitables);
        var children = new List<Future>(awaitables.Length);
        List<Future>? done = null;
        var gathering = new Gathering(children, returnExceptions);
        for (var i = 0; i < awaitables.Length; i++)
        {
            if (known.Find(i) is { } twin)
            {
                children.Add(children[twin]);
                continue;
            }
            var child = EnsureFuture(awaitables[i], loop);
            loop ??= child.Loop;
            gathering.Count++;
            if (child.IsDone)
                (done ??= []).Add(child);
            else
                child.AddCallback(s_childDone, gathering);
            children.Add(child);
        }
        gathering.Outer = new GatheringFuture(loop!, children);
        foreach (var child in done ?? [])
            gathering.Done(child);
        return gathering.Outer;
    }

    private static readonly Action<object?, object?> s_childDone = static (child, gathering) => ((Gathering)gathering!).Done((Future)child!);

    /// <summary>Finds what stands among the awaitables twice: it is awaited once.</summary>
    private sealed class Twins(Any[] awaitables)
    {
        private const int Few = 16;

        // Coroutines and plain futures are equal to themselves alone.
        private readonly PyDict<Any, Any>? _known = awaitables.Length > Few || !Array.TrueForAll(awaitables, static a => a.Ref is Coroutine or Future { IsDerived: false }) ? new() : null;

        /// <summary>Where an equal awaitable stands before the one at an index.</summary>
        public int? Find(int index)
        {
            if (_known is null)
            {
                for (var i = 0; i < index; i++)
                    if (ReferenceEquals(awaitables[i].Ref, awaitables[index].Ref))
                        return i;
                return null;
            }
            if (_known.TryGetValue(awaitables[index], out var first))
                return (int)first.Bits;
            _known[awaitables[index]] = index;
            return null;
        }
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
            var results = new PyList<Any>();
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

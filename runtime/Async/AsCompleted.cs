using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary><see href="https://docs.python.org/3.13/library/asyncio-task.html#asyncio.as_completed">as_completed</see>: a plain and an asynchronous iterator.</summary>
public sealed class AsCompleted : PyIterator
{
    private static readonly PyType s_type = DeclareType("_AsCompletedIterator", "asyncio.tasks")
        .Method("__aiter__", static self => self)
        .AsyncMethod("__anext__", static self => ((AsCompleted)self.Ref!).NextAsync());

    private readonly AsyncQueue _done = new();
    private readonly List<Future> _todo;
    private readonly TimerHandle? _timer;
    private readonly Action<Future> _completed;
    private int _left;

    internal AsCompleted(Any awaitables, Any timeout)
    {
        if (AsyncIO.IsAwaitable(awaitables))
            throw new TypeError($"expects an iterable of awaitables, not {PyType.Of(awaitables).Name}");
        var loop = Policies.CurrentLoop();
        _todo = [.. new PySet<Any>(Operators.ToList(awaitables)).ToArray().Select(a => AsyncIO.EnsureFuture(a, loop)).Distinct()];
        _left = _todo.Count;
        _completed = Completed;
        foreach (var future in _todo)
            future.AddCallback(_completed);
        if (_todo.Count > 0 && !timeout.IsNone)
            _timer = loop.CallAt(((Any)loop.Time + timeout).As<double>(), TimedOut);
    }

    public override PyType Class => s_type;

    private void Completed(Future future)
    {
        if (_todo.Count == 0)
            return;
        _todo.Remove(future);
        _done.PutNowait(future);
        if (_todo.Count == 0)
            _timer?.Cancel();
    }

    private void TimedOut()
    {
        foreach (var future in _todo)
        {
            future.RemoveCallback(_completed);
            _done.PutNowait(Any.None);
        }
        _todo.Clear();
    }

    /// <summary>Whether something is left to hand out, which this counts.</summary>
    internal bool HandOut() => _left > 0 && _left-- > 0;

    internal async Coro<Any> WaitForOne(bool resolve)
    {
        var future = await _done.Get();
        if (future.IsNone)
            throw new TimeoutError();
        return resolve ? ((Future)future.Ref!).GetResult() : future;
    }

    private async Coro<Any> NextAsync()
    {
        if (_left == 0)
            throw new StopAsyncIteration();
        _left--;
        return await WaitForOne(false);
    }

    /// <inheritdoc/>
    public override bool TryNext(out Any value)
    {
        value = default;
        if (_left == 0)
            return false;
        _left--;
        value = Coroutine.Of("_wait_for_one", "_AsCompletedIterator._wait_for_one", () => WaitForOne(true));
        return true;
    }
}

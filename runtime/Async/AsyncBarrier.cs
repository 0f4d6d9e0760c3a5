using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary><c>asyncio.Barrier</c>. See <see href="https://docs.python.org/3.13/library/asyncio-sync.html#barrier">Barrier</see>.</summary>
public sealed class AsyncBarrier : LoopBound
{
    private enum State
    {
        Filling, Draining, Resetting, Broken,
    }

    public static readonly PyType Type = Bound(PythonClass.Declare("Barrier", "asyncio.locks", static () => new AsyncBarrier(1)))
        .Action("__init__", "self, parties", static a => Self(a[0]).Initialise(Library.Lib.Int(a[1])))
        .AsyncMethod("__aenter__", static async self => await self.Invoke("wait"))
        .AsyncMethod("__aexit__", "self, *args", static async _ => Any.None)
        .AsyncMethod("wait", static async self => await Self(self).Wait())
        .AsyncMethod("reset", static async self =>
        {
            await Self(self).Reset();
            return Any.None;
        })
        .AsyncMethod("abort", static async self =>
        {
            await Self(self).Abort();
            return Any.None;
        })
        .Property("parties", static self => Self(self).Parties)
        .Property("n_waiting", static self => Self(self).NWaiting)
        .Property("_count", static self => Self(self)._count)
        .Property("broken", static self => Self(self).Broken)
        .Method("__repr__", static self => Self(self).Describe());

    private readonly AsyncCondition _condition = new();
    private long _parties;
    private long _count;
    private State _state;

    /// <summary>A barrier for a number of tasks.</summary>
    /// <exception cref="ValueError">The number is not positive.</exception>
    public AsyncBarrier(Any parties) => Initialise(Library.Lib.Int(parties));

    private protected override PyType NativeClass => Type;

    private static AsyncBarrier Self(Any o) => (AsyncBarrier)o.Ref!;

    /// <summary><c>barrier.parties</c>.</summary>
    public PyInt Parties => _parties;

    /// <summary><c>barrier.n_waiting</c>.</summary>
    public PyInt NWaiting => _state == State.Filling ? _count : 0;

    /// <summary><c>barrier.broken</c>.</summary>
    public bool Broken => _state == State.Broken;

    private void Initialise(long parties) => _parties = parties >= 1 ? parties : throw new ValueError("parties must be > 0");

    private string Describe()
    {
        var waiting = Broken ? "" : $", waiters:{NWaiting}/{_parties}";
        return $"<{PythonClass.BaseText(this)} [{_state.ToString().ToLowerInvariant()}{waiting}]>";
    }

    /// <summary><c>barrier.wait()</c>: gives each task a number of its own.</summary>
    /// <exception cref="BrokenBarrierError">The barrier was broken or reset.</exception>
    public async Coro<PyInt> Wait()
    {
        await _condition.Acquire();
        try
        {
            await _condition.WaitFor(() => _state is not (State.Draining or State.Resetting));
            if (_state == State.Broken)
                throw new BrokenBarrierError("Barrier aborted");
            try
            {
                var index = _count++;
                if (index + 1 == _parties)
                {
                    _state = State.Draining;
                    _condition.NotifyAll();
                }
                else
                {
                    await _condition.WaitFor(() => _state != State.Filling);
                    if (_state is State.Broken or State.Resetting)
                        throw new BrokenBarrierError("Abort or reset of barrier");
                }
                return index;
            }
            finally
            {
                _count--;
                Exit();
            }
        }
        finally
        {
            _condition.Release();
        }
    }

    private void Exit()
    {
        if (_count > 0)
            return;
        if (_state is State.Resetting or State.Draining)
            _state = State.Filling;
        _condition.NotifyAll();
    }

    /// <summary><c>barrier.reset()</c>.</summary>
    public Coro Reset() => Change(() => _state = _count > 0 ? State.Resetting : State.Filling);

    /// <summary><c>barrier.abort()</c>.</summary>
    public Coro Abort() => Change(() => _state = State.Broken);

    private async Coro Change(Action change)
    {
        await _condition.Acquire();
        try
        {
            change();
            _condition.NotifyAll();
        }
        finally
        {
            _condition.Release();
        }
    }
}

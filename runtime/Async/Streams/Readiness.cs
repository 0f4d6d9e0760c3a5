using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>
/// What a loop calls when a file descriptor can be read or written. It asks once an iteration, as CPython's loop does, so
/// that callbacks come in the same order.
/// See <see href="https://docs.python.org/3.13/library/asyncio-eventloop.html#watching-file-descriptors">watching file descriptors</see>.
/// </summary>
internal sealed class Readiness(EventLoop loop)
{
    private sealed class Watch
    {
        public Handle? Reader;
        public Handle? Writer;

        public short Wanted => (short)((Reader is null ? 0 : ReadinessQueue.Readable) | (Writer is null ? 0 : ReadinessQueue.Writable));
    }

    private readonly Dictionary<int, Watch> _watches = [];
    private readonly List<(int Descriptor, short Found)> _found = [];
    private readonly ReadinessQueue _queue = ReadinessQueue.Create();
    private volatile bool _waits;

    /// <summary>Whether there is nothing to ask about.</summary>
    public bool IsIdle => _watches.Count == 0;

    /// <summary>The number that a descriptor, or an object that has one, stands for.</summary>
    /// <exception cref="ValueError">It is neither.</exception>
    public static int Descriptor(Any value)
    {
        Any number = value;
        if (!Operators.IsIntLike(value))
        {
            try
            {
                number = value.Invoke("fileno");
            }
            catch (BaseException error) when (error is AttributeError or TypeError or ValueError)
            {
                throw new ValueError($"Invalid file object: {Operators.Repr(value)}") { SuppressContext = true };
            }
        }
        return Lib.Int(number) is >= 0 and var descriptor ? (int)descriptor : throw new ValueError($"Invalid file descriptor: {Operators.Str(number)}");
    }

    /// <summary>Whether somebody waits for a descriptor.</summary>
    public bool Has(int descriptor, bool writes) => _watches.TryGetValue(descriptor, out var watch) && (writes ? watch.Writer : watch.Reader) is not null;

    /// <summary>Sets, or takes away, what is called; false where there was nothing to take away.</summary>
    public bool Set(int descriptor, bool writes, Handle? handle)
    {
        if (!_watches.TryGetValue(descriptor, out var watch))
        {
            if (handle is null)
                return false;
            watch = new Watch();
        }
        var before = watch.Wanted;
        var old = writes ? watch.Writer : watch.Reader;
        if (writes)
            watch.Writer = handle;
        else
            watch.Reader = handle;
        var wanted = watch.Wanted;
        if (wanted != before)
            _queue.Set(descriptor, wanted, before);
        if (wanted == 0)
            _watches.Remove(descriptor);
        else
            _watches[descriptor] = watch;
        old?.Cancel();
        return old is not null;
    }

    /// <summary>Waits a time at most (for ever where negative) and says how many descriptors are ready.</summary>
    public int Ask(int milliseconds)
    {
        _found.Clear();
        if (milliseconds == 0)
        {
            _queue.Wait(0, _found);
            return _found.Count;
        }
        _waits = true;
        Signals.WakeUp = Signals.IsMainThread ? WakeUp : Signals.WakeUp;
        try
        {
            Thread.MemoryBarrier();
            _queue.Wait(loop.HasNews || Signals.IsPending ? 0 : milliseconds, _found);
        }
        finally
        {
            _waits = false;
            if (Signals.IsMainThread)
                Signals.WakeUp = null;
        }
        return _found.Count;
    }

    /// <summary>Ends a wait; from any thread.</summary>
    public void WakeUp()
    {
        if (_waits)
            _queue.WakeUp();
    }

    /// <summary>Puts what was found ready into the loop's queue.</summary>
    public void Schedule()
    {
        foreach (var (descriptor, found) in _found)
        {
            if (!_watches.TryGetValue(descriptor, out var watch))
                continue;
            // An error or a hang-up wakes both: whoever reads or writes then learns of it.
            if ((found & ~ReadinessQueue.Writable) != 0)
                Schedule(descriptor, false, watch.Reader);
            if ((found & ~ReadinessQueue.Readable) != 0)
                Schedule(descriptor, true, watch.Writer);
        }
        _found.Clear();
    }

    private void Schedule(int descriptor, bool writes, Handle? handle)
    {
        if (handle is { IsCancelled: true })
            Set(descriptor, writes, null);
        else if (handle is not null)
            loop.ScheduleReady(handle);
    }

    public void Stop()
    {
        _watches.Clear();
        _queue.Dispose();
    }
}

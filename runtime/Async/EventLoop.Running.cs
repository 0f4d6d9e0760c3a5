using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>How the loop runs.</summary>
public sealed partial class EventLoop
{
    /// <summary><c>loop.stop()</c>.</summary>
    public void Stop() => _stopping = true;

    private void CheckNotRunning()
    {
        if (IsRunning)
            throw new RuntimeError("This event loop is already running");
        if (ThreadState.Current.Loop is not null)
            throw new RuntimeError("Cannot run the event loop while another loop is running");
    }

    /// <summary><c>loop.run_forever()</c>.</summary>
    public void RunForever()
    {
        CheckOpen();
        CheckNotRunning();
        var state = ThreadState.Current;
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        var wasPython = state.IsPython;
        (state.Loop, state.IsPython) = (this, true);
        IsRunning = true;
        Signals.Install();
        var tracking = CoroutineOrigin.Depth;
        try
        {
            if (Debug)
                CoroutineOrigin.Track(true);
            var turn = Overrides("_run_once");
            do
            {
                if (turn)
                    ((Any)this).Invoke("_run_once");
                else
                    RunOnce();
            }
            while (!_stopping);
        }
        finally
        {
            _stopping = false;
            IsRunning = false;
            CoroutineOrigin.Depth = tracking;
            (state.Loop, state.IsPython) = (null, wasPython);
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private static readonly Action<object?, object?> s_stop = LibraryCallbacks.Named("_run_until_complete_cb", "base_events.py", 182, static (future, _) =>
    {
        if (((Future)future!).Error is not (SystemExit or KeyboardInterrupt))
            ((Future)future).Loop.Stop();
    });

    /// <summary><c>loop.run_until_complete(awaitable)</c>.</summary>
    /// <exception cref="RuntimeError">The loop is running, or was stopped before.</exception>
    public Any RunUntilComplete(Any awaitable)
    {
        CheckOpen();
        CheckNotRunning();
        var isNew = !AsyncIO.IsFuture(awaitable);
        if (isNew)
            awaitable = AsyncIO.NewTask(awaitable, this);
        if (awaitable.Ref is not Future future || future.Overrides("add_done_callback"))
            return RunUntilForeign(awaitable);
        if (future.Loop != this)
            throw new ValueError("The future belongs to a different loop than the one specified as the loop argument");
        var mark = new object();
        future.AddCallback(s_stop, mark);
        try
        {
            RunForever();
        }
        catch (BaseException)
        {
            if (isNew && future.IsDone && !future.IsCancelled)
                future.Retrieved();
            throw;
        }
        finally
        {
            future.RemoveCallback(mark);
        }
        if (!future.IsDone)
            throw new RuntimeError("Event loop stopped before Future completed.");
        return future.GetResult();
    }

    /// <summary>Runs until a future ends whose callbacks Python code keeps.</summary>
    private Any RunUntilForeign(Any future)
    {
        Any stop = new PyFunction("_run_until_complete_cb", "fut", (Any f) =>
        {
            if (f.Ref is not Future own)
                Stop();
            else
                s_stop(own, null);
            return Any.None;
        });
        future.Invoke("add_done_callback", stop);
        try
        {
            RunForever();
        }
        finally
        {
            future.Invoke("remove_done_callback", stop);
        }
        return future.Invoke("done").Truth ? future.Invoke("result") : throw new RuntimeError("Event loop stopped before Future completed.");
    }

    /// <summary>One iteration: what is due moves to the ready queue, and what is ready now runs.</summary>
    internal void RunOnce()
    {
        DropCancelledTimers();
        if (_askCollector > 0)
        {
            _askCollector--;
            Unretrieved.Collect();
        }
        Gil.Check();
        var asks = _readiness is { IsIdle: false };
        if (_ready.Count == 0 && _external.IsEmpty && !_stopping)
            Wait();
        else if (asks)
            _readiness!.Ask(0);
        Signals.Check();
        TakeExternal();
        if (asks)
            _readiness!.Schedule();
        if (_timers.Count > 0)
        {
            var end = Time + ClockResolution;
            while (_timers.Count > 0 && _timers[0].When < end)
            {
                var due = TimerHeap.Pop(_timers);
                due.IsScheduled = false;
                _ready.Enqueue(due);
            }
        }
        for (var count = _ready.Count; count > 0; count--)
        {
            var handle = _ready.Dequeue();
            if (handle.IsCancelled)
                continue;
            if (Debug)
                RunTimed(handle);
            else
                Run(handle);
        }
    }

    private void DropCancelledTimers()
    {
        if (_timers.Count > ManyTimers && _timersCancelled > _timers.Count / 2.0)
        {
            foreach (var handle in _timers)
                if (handle.IsCancelled)
                    handle.IsScheduled = false;
            _timers = [.. _timers.Where(static h => !h.IsCancelled)];
            TimerHeap.Heapify(_timers);
            _timersCancelled = 0;
            return;
        }
        while (_timers.Count > 0 && _timers[0].IsCancelled)
        {
            _timersCancelled--;
            TimerHeap.Pop(_timers).IsScheduled = false;
        }
    }

    /// <summary>Nothing is ready: waits for the next timer or for something outside.</summary>
    private void Wait()
    {
        var delay = _timers.Count > 0 ? Math.Min(Math.Max(_timers[0].When - Time, 0), 86400) : double.PositiveInfinity;
        if (IsCustom && InstanceDict(create: false)?.TryGetValue("_selector", out var selector) == true)
        {
            // A loop with a selector and a clock of its own decides itself how long it waits.
            selector.Invoke("select", double.IsFinite(delay) ? delay : Any.None);
            return;
        }
        var watched = _readiness is { IsIdle: false } readiness ? readiness : null;
        if (VirtualClock.IsOn && double.IsFinite(delay) && Volatile.Read(ref _outside) == 0)
        {
            if (watched is not null && watched.Ask(0) > 0)
                return;
            VirtualClock.Now += delay;
            return;
        }
        if (watched is not null)
        {
            // Whole milliseconds, as CPython waits.
            StdIO.Out.Flush();
            watched.Ask(double.IsFinite(delay) && !VirtualClock.IsOn ? (int)Math.Ceiling(delay * 1e3) : -1);
            return;
        }
        if (delay <= 0)
            return;
        StdIO.Out.Flush();
        if (!double.IsFinite(delay) || VirtualClock.IsOn)
        {
            Gil.Wait(_wakeUp, null);
            return;
        }
        // CPython waits whole milliseconds, so that timers close to each other run in one iteration.
        var until = VirtualClock.Seconds + (Math.Ceiling(delay * 1e3) / 1e3);
        // Timers of the system are coarse: the rest is waited out.
        if (delay > 0.002 && Gil.Wait(_wakeUp, until - VirtualClock.Seconds - 0.001))
            return;
        while (VirtualClock.Seconds < until && _external.IsEmpty && _ready.Count == 0)
            Thread.SpinWait(20);
    }

    private void Run(Handle handle)
    {
        var outer = PyContext.Current;
        PyContext.Current = handle.Context;
        try
        {
            handle.Run();
        }
        catch (BaseException error) when (error is not (SystemExit or KeyboardInterrupt))
        {
            CallExceptionHandler(CreationTrace.Add(new PyDict<Any, Any> { ["message"] = $"Exception in callback {handle.CallbackText()}", ["exception"] = error, ["handle"] = handle }, handle));
        }
        finally
        {
            PyContext.Current = outer;
        }
    }

    /// <summary>What runs now, in debug mode.</summary>
    private Handle? _current;

    /// <summary>Debug mode warns of callbacks that keep the loop waiting.</summary>
    private void RunTimed(Handle handle)
    {
        var start = Time;
        _current = handle;
        Run(handle);
        _current = null;
        var took = Time - start;
        if (took >= SlowCallbackDuration)
            AsyncLog.Warning($"Executing {((handle.First as PyTask ?? handle.Second as PyTask) is { } task ? task.Describe() : Operators.Repr(handle))} took {took.ToString("F3", System.Globalization.CultureInfo.InvariantCulture)} seconds");
    }
}

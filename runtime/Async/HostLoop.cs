using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>
/// The loop of coroutines that C# code calls outside any Python program: a thread of its own runs it,
/// and each such call is a task on it. What awaits the call goes on where it was, on its own thread.
/// </summary>
public static class HostLoop
{
    private static readonly Lazy<EventLoop> s_loop = new(StartLoop);

    /// <summary>The loop; its thread starts at first use.</summary>
    public static EventLoop Loop => s_loop.Value;

    private static EventLoop StartLoop()
    {
        var loop = new EventLoop();
        var thread = new Thread(() =>
        {
            Gil.Enter();
            ThreadState.Current.IsPython = true;
            loop.RunForever();
        }, 64 << 20) { IsBackground = true, Name = "Python" };
        thread.Start();
        return loop;
    }

    /// <summary>Runs a body as a task on the loop.</summary>
    internal static HostFrame<T> Start<T>(Func<Coro<T>> body)
    {
        var frame = new HostFrame<T>();
        var context = PyContext.Current.Copy();
        Loop.CallSoonThreadsafe(() =>
        {
            var task = PyTask.Of(Coroutine.Of("call", "call", body), Loop, null, context);
            frame.Attach(task);
            task.AddCallback(frame.Finish);
        });
        return frame;
    }
}

/// <summary>A call from C# that runs as a task on the host's loop.</summary>
internal sealed class HostFrame<T> : CoroFrame<T>
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PyTask? _task;

    public void Attach(PyTask task) => _task = task;

    public void Finish(Future task)
    {
        try
        {
            var result = Generic.FromAny<T>(task.GetResult());
            SetResult(result);
            _completion.SetResult(result);
        }
        catch (CancelledError error)
        {
            SetException(error);
            _completion.SetCanceled();
        }
        catch (Exception error)
        {
            SetException(error);
            _completion.SetException(error);
        }
    }

    internal override void Suspend(Resumable body) => _completion.Task.GetAwaiter().UnsafeOnCompleted(body.Resume);

    /// <summary>The call as a .NET task; the token cancels it where it waits.</summary>
    public Task<T> AsTask(CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled)
            return _completion.Task;
        // The loop runs what starts the task before this.
        var registration = cancellationToken.Register(() => HostLoop.Loop.CallSoonThreadsafe(() => _task!.Cancel()));
        _ = _completion.Task.ContinueWith(_ => registration.Dispose(), TaskScheduler.Default);
        return _completion.Task;
    }
}

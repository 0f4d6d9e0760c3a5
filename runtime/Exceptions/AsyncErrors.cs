namespace Pytocs.Runtime.Core;

// Errors of asyncio.
// https://docs.python.org/3.13/library/asyncio-exceptions.html

/// <summary>A task or future was cancelled.</summary>
public class CancelledError(params ReadOnlySpan<Any> args) : BaseException(args)
{
    public static new readonly PyType Type = PyType.Exception("CancelledError", BaseException.Type, static args => new CancelledError(args), "asyncio.exceptions");

    protected override PyType NativeClass => Type;
}

/// <summary>A future's state does not allow the operation.</summary>
public class InvalidStateError(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("InvalidStateError", PyException.Type, static args => new InvalidStateError(args), "asyncio.exceptions");

    protected override PyType NativeClass => Type;
}

/// <summary><c>get_nowait</c> on an empty queue.</summary>
public class QueueEmpty(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("QueueEmpty", PyException.Type, static args => new QueueEmpty(args), "asyncio.queues");

    protected override PyType NativeClass => Type;
}

/// <summary><c>put_nowait</c> on a full queue.</summary>
public class QueueFull(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("QueueFull", PyException.Type, static args => new QueueFull(args), "asyncio.queues");

    protected override PyType NativeClass => Type;
}

/// <summary>An operation on a queue that was shut down.</summary>
public class QueueShutDown(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("QueueShutDown", PyException.Type, static args => new QueueShutDown(args), "asyncio.queues");

    protected override PyType NativeClass => Type;
}

/// <summary>A barrier was broken or reset while a task waited at it.</summary>
public class BrokenBarrierError(params ReadOnlySpan<Any> args) : RuntimeError(args)
{
    public static new readonly PyType Type = PyType.Exception("BrokenBarrierError", RuntimeError.Type, static args => new BrokenBarrierError(args), "asyncio.exceptions");

    protected override PyType NativeClass => Type;
}

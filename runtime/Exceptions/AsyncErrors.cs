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

/// <summary>A stream ended before all bytes that were asked for had come.</summary>
public class IncompleteReadError(params ReadOnlySpan<Any> args) : EOFError(args)
{
    public static new readonly PyType Type = PyType.Exception("IncompleteReadError", EOFError.Type, static args => new IncompleteReadError(args), "asyncio.exceptions")
        .Method("__init__", "self, partial, expected", static (self, partial, expected) =>
        {
            ((IncompleteReadError)self.Ref!).Fill(partial, expected);
            return Any.None;
        })
        .Method("__reduce__", static self => PyTuple.Of(PyType.Of(self), PyTuple.Of(((IncompleteReadError)self.Ref!).Partial, ((IncompleteReadError)self.Ref!).Expected)))
        .Property("partial", static e => ((IncompleteReadError)e.Ref!).Partial, static (e, v) => ((IncompleteReadError)e.Ref!).Partial = v)
        .Property("expected", static e => ((IncompleteReadError)e.Ref!).Expected, static (e, v) => ((IncompleteReadError)e.Ref!).Expected = v);

    protected override PyType NativeClass => Type;

    /// <summary>What had come.</summary>
    public Any Partial { get; private set; } = Any.None;

    /// <summary>How many bytes were asked for, or None.</summary>
    public Any Expected { get; private set; } = Any.None;

    internal IncompleteReadError Fill(Any partial, Any expected)
    {
        (Partial, Expected) = (partial, expected);
        Args = PyTuple.Of($"{Operators.Len(partial)} bytes read on a total of {(expected.IsNone ? "undefined" : Operators.Repr(expected))} expected bytes");
        return this;
    }
}

/// <summary>The limit of a stream's buffer was reached while looking for a separator.</summary>
public class LimitOverrunError(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("LimitOverrunError", PyException.Type, static args => new LimitOverrunError(args), "asyncio.exceptions")
        .Method("__init__", "self, message, consumed", static (self, message, consumed) =>
        {
            ((LimitOverrunError)self.Ref!).Fill(message, consumed);
            return Any.None;
        })
        .Method("__reduce__", static self => PyTuple.Of(PyType.Of(self), PyTuple.Of(((LimitOverrunError)self.Ref!).Args[0], ((LimitOverrunError)self.Ref!).Consumed)))
        .Property("consumed", static e => ((LimitOverrunError)e.Ref!).Consumed, static (e, v) => ((LimitOverrunError)e.Ref!).Consumed = v);

    protected override PyType NativeClass => Type;

    /// <summary>How many bytes may be taken out of the buffer.</summary>
    public Any Consumed { get; private set; } = Any.None;

    internal LimitOverrunError Fill(Any message, Any consumed)
    {
        Args = PyTuple.Of(message);
        Consumed = consumed;
        return this;
    }
}

/// <summary>The system cannot send files.</summary>
public class SendfileNotAvailableError(params ReadOnlySpan<Any> args) : RuntimeError(args)
{
    public static new readonly PyType Type = PyType.Exception("SendfileNotAvailableError", RuntimeError.Type, static args => new SendfileNotAvailableError(args), "asyncio.exceptions");

    protected override PyType NativeClass => Type;
}

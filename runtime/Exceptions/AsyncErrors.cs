namespace Pytocs.Runtime.Core;

// Exceptions of asynchronous code.
// https://docs.python.org/3.13/library/asyncio-exceptions.html

public class CancelledError(params ReadOnlySpan<Any> args) : BaseException(args)
{
    public static new readonly PyType Type = PyType.Exception("CancelledError", BaseException.Type, static args => new CancelledError(args), "asyncio.exceptions");

    protected override PyType NativeClass => Type;
}

public class InvalidStateError(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("InvalidStateError", PyException.Type, static args => new InvalidStateError(args), "asyncio.exceptions");

    protected override PyType NativeClass => Type;
}

public class QueueEmpty(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("QueueEmpty", PyException.Type, static args => new QueueEmpty(args), "asyncio.queues");

    protected override PyType NativeClass => Type;
}

public class QueueFull(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("QueueFull", PyException.Type, static args => new QueueFull(args), "asyncio.queues");

    protected override PyType NativeClass => Type;
}

namespace Pytocs.Runtime.Core;

// Exceptions of the interpreter: the classes that only carry arguments.
// https://docs.python.org/3.13/library/exceptions.html

public class GeneratorExit(params ReadOnlySpan<Any> args) : BaseException(args)
{
    public static new readonly PyType Type = PyType.Exception("GeneratorExit", BaseException.Type, static args => new GeneratorExit(args));

    protected override PyType NativeClass => Type;
}

public class KeyboardInterrupt(params ReadOnlySpan<Any> args) : BaseException(args)
{
    public static new readonly PyType Type = PyType.Exception("KeyboardInterrupt", BaseException.Type, static args => new KeyboardInterrupt(args));

    protected override PyType NativeClass => Type;
}

public class StopAsyncIteration(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("StopAsyncIteration", PyException.Type, static args => new StopAsyncIteration(args));

    protected override PyType NativeClass => Type;
}

public class SystemError(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("SystemError", PyException.Type, static args => new SystemError(args));

    protected override PyType NativeClass => Type;
}

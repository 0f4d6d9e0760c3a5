namespace Pytocs.Runtime.Core;

// Errors of types and values: the classes that only carry arguments.
// https://docs.python.org/3.13/library/exceptions.html

public class AssertionError(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("AssertionError", PyException.Type, static args => new AssertionError(args));

    protected override PyType NativeClass => Type;
}

public class BufferError(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("BufferError", PyException.Type, static args => new BufferError(args));

    protected override PyType NativeClass => Type;
}

public class EOFError(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("EOFError", PyException.Type, static args => new EOFError(args));

    protected override PyType NativeClass => Type;
}

public class MemoryError(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("MemoryError", PyException.Type, static args => new MemoryError(args));

    protected override PyType NativeClass => Type;
}

public class ReferenceError(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("ReferenceError", PyException.Type, static args => new ReferenceError(args));

    protected override PyType NativeClass => Type;
}

public class RuntimeError(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("RuntimeError", PyException.Type, static args => new RuntimeError(args));

    protected override PyType NativeClass => Type;
}

public class NotImplementedError(params ReadOnlySpan<Any> args) : RuntimeError(args)
{
    public static new readonly PyType Type = PyType.Exception("NotImplementedError", RuntimeError.Type, static args => new NotImplementedError(args));

    protected override PyType NativeClass => Type;
}

public class RecursionError(params ReadOnlySpan<Any> args) : RuntimeError(args)
{
    public static new readonly PyType Type = PyType.Exception("RecursionError", RuntimeError.Type, static args => new RecursionError(args));

    protected override PyType NativeClass => Type;
}

public class PythonFinalizationError(params ReadOnlySpan<Any> args) : RuntimeError(args)
{
    public static new readonly PyType Type = PyType.Exception("PythonFinalizationError", RuntimeError.Type, static args => new PythonFinalizationError(args));

    protected override PyType NativeClass => Type;
}

public class TypeError(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("TypeError", PyException.Type, static args => new TypeError(args));

    protected override PyType NativeClass => Type;
}

public class ValueError(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("ValueError", PyException.Type, static args => new ValueError(args));

    protected override PyType NativeClass => Type;
}

public class UnicodeError : ValueError
{
    public UnicodeError(params ReadOnlySpan<Any> args) : base(args)
    {
        if (args.Length == PartCount)
            Parts = args.ToArray();
    }

    /// <summary>How many arguments a codec's error takes.</summary>
    internal virtual int PartCount => 5;

    /// <summary>What a codec's error tells: encoding, object, start, end and reason, which programs may change.</summary>
    internal Any[]? Parts { get; private set; }

    internal ref Any Part(int index) => ref (Parts ??= [.. Enumerable.Repeat(Any.None, PartCount)])[index];

    internal override void Initialise(PyTuple args)
    {
        base.Initialise(args);
        if (args.Count == PartCount)
            Parts = args.ToArray();
    }

    public static new readonly PyType Type = PyType.Exception("UnicodeError", ValueError.Type, static args => new UnicodeError(args));

    protected override PyType NativeClass => Type;
}

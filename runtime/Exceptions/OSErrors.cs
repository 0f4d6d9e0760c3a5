namespace Pytocs.Runtime.Core;

// The subclasses of OSError, by error number.
// https://docs.python.org/3.13/library/exceptions.html#os-exceptions

public class BlockingIOError : OSError
{
    public BlockingIOError(params ReadOnlySpan<Any> args) : base(args)
    {
        if (args.Length != 3 || !Operators.IsIndex(args[2]))
            return;
        // The third argument says how much was written before.
        (CharactersWritten, Filename, Args) = ((long)Operators.Index(args[2]), Any.None, PyTuple.Of(args));
    }

    public static new readonly PyType Type = PyType.Exception("BlockingIOError", OSError.Type, static args => new BlockingIOError(args))
        .Property("characters_written", static e => Self(e).CharactersWritten ?? throw new AttributeError("characters_written"), static (e, v) => Self(e).CharactersWritten = (long)Operators.Index(v), static e => Self(e).CharactersWritten = Self(e).CharactersWritten is null ? throw new AttributeError("characters_written") : null);

    private static BlockingIOError Self(Any o) => (BlockingIOError)o.Ref!;

    public long? CharactersWritten { get; set; }

    protected override PyType NativeClass => Type;
}

public class ChildProcessError(params ReadOnlySpan<Any> args) : OSError(args)
{
    public static new readonly PyType Type = PyType.Exception("ChildProcessError", OSError.Type, static args => new ChildProcessError(args));

    protected override PyType NativeClass => Type;
}

public class ConnectionError(params ReadOnlySpan<Any> args) : OSError(args)
{
    public static new readonly PyType Type = PyType.Exception("ConnectionError", OSError.Type, static args => new ConnectionError(args));

    protected override PyType NativeClass => Type;
}

public class BrokenPipeError(params ReadOnlySpan<Any> args) : ConnectionError(args)
{
    public static new readonly PyType Type = PyType.Exception("BrokenPipeError", ConnectionError.Type, static args => new BrokenPipeError(args));

    protected override PyType NativeClass => Type;
}

public class ConnectionAbortedError(params ReadOnlySpan<Any> args) : ConnectionError(args)
{
    public static new readonly PyType Type = PyType.Exception("ConnectionAbortedError", ConnectionError.Type, static args => new ConnectionAbortedError(args));

    protected override PyType NativeClass => Type;
}

public class ConnectionRefusedError(params ReadOnlySpan<Any> args) : ConnectionError(args)
{
    public static new readonly PyType Type = PyType.Exception("ConnectionRefusedError", ConnectionError.Type, static args => new ConnectionRefusedError(args));

    protected override PyType NativeClass => Type;
}

public class ConnectionResetError(params ReadOnlySpan<Any> args) : ConnectionError(args)
{
    public static new readonly PyType Type = PyType.Exception("ConnectionResetError", ConnectionError.Type, static args => new ConnectionResetError(args));

    protected override PyType NativeClass => Type;
}

public class FileExistsError(params ReadOnlySpan<Any> args) : OSError(args)
{
    public static new readonly PyType Type = PyType.Exception("FileExistsError", OSError.Type, static args => new FileExistsError(args));

    protected override PyType NativeClass => Type;
}

public class FileNotFoundError(params ReadOnlySpan<Any> args) : OSError(args)
{
    public static new readonly PyType Type = PyType.Exception("FileNotFoundError", OSError.Type, static args => new FileNotFoundError(args));

    protected override PyType NativeClass => Type;
}

public class InterruptedError(params ReadOnlySpan<Any> args) : OSError(args)
{
    public static new readonly PyType Type = PyType.Exception("InterruptedError", OSError.Type, static args => new InterruptedError(args));

    protected override PyType NativeClass => Type;
}

public class IsADirectoryError(params ReadOnlySpan<Any> args) : OSError(args)
{
    public static new readonly PyType Type = PyType.Exception("IsADirectoryError", OSError.Type, static args => new IsADirectoryError(args));

    protected override PyType NativeClass => Type;
}

public class NotADirectoryError(params ReadOnlySpan<Any> args) : OSError(args)
{
    public static new readonly PyType Type = PyType.Exception("NotADirectoryError", OSError.Type, static args => new NotADirectoryError(args));

    protected override PyType NativeClass => Type;
}

public class PermissionError(params ReadOnlySpan<Any> args) : OSError(args)
{
    public static new readonly PyType Type = PyType.Exception("PermissionError", OSError.Type, static args => new PermissionError(args));

    protected override PyType NativeClass => Type;
}

public class ProcessLookupError(params ReadOnlySpan<Any> args) : OSError(args)
{
    public static new readonly PyType Type = PyType.Exception("ProcessLookupError", OSError.Type, static args => new ProcessLookupError(args));

    protected override PyType NativeClass => Type;
}

public class TimeoutError(params ReadOnlySpan<Any> args) : OSError(args)
{
    public static new readonly PyType Type = PyType.Exception("TimeoutError", OSError.Type, static args => new TimeoutError(args));

    protected override PyType NativeClass => Type;
}

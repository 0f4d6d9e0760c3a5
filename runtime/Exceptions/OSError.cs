namespace Pytocs.Runtime.Core;

/// <summary>
/// A failed system call. <see cref="Create"/> picks the subclass by error number, as calling
/// Python's <c>OSError</c> does.
/// See <see href="https://docs.python.org/3.13/library/exceptions.html#OSError">OSError</see>.
/// </summary>
public class OSError : PyException
{
    public OSError(params ReadOnlySpan<Any> args) : base(args.Length is >= 3 and <= 5 ? args[..2] : args)
    {
        Fill(args);
    }

    private void Fill(ReadOnlySpan<Any> args)
    {
        if (args.Length is < 2 or > 5)
            return;
        Errno = args[0];
        StrError = args[1];
        if (args.Length >= 3)
            Filename = args[2];
        if (args.Length == 5)
            Filename2 = args[4];
    }

    internal override void Initialise(PyTuple args)
    {
        Args = args.Count is >= 3 and <= 5 ? PyTuple.Of(args.AsSpan()[..2]) : args;
        Fill(args.AsSpan());
    }

    /// <summary>Whether a class of Python takes the arguments in an <c>__init__</c> of its own, so that making its object does nothing with them.</summary>
    internal static bool InitialisesItself(PyType cls)
    {
        if (cls.IsBuiltin || !cls.IsSubclassOf(Type))
            return false;
        foreach (var type in cls.Mro)
        {
            if (type.IsBuiltin)
                return false;
            if (type.Namespace.ContainsKey("__new__"))
                return false;
            if (type.Namespace.ContainsKey("__init__"))
                return true;
        }
        return false;
    }

    internal override PyTuple ReducedArgs
        => Args.Count != 2 || Filename.IsNone ? Args
            : Filename2.IsNone ? PyTuple.Of(Args[0], Args[1], Filename)
            : PyTuple.Of([Args[0], Args[1], Filename, Any.None, Filename2]);

    public static new readonly PyType Type = PyType.Exception("OSError", PyException.Type, static args => Create(args))
        .Property("errno", e => ((OSError)e.Ref!).Errno, (e, v) => ((OSError)e.Ref!).Errno = v)
        .Property("strerror", e => ((OSError)e.Ref!).StrError, (e, v) => ((OSError)e.Ref!).StrError = v)
        .Property("filename", e => ((OSError)e.Ref!).Filename, (e, v) => ((OSError)e.Ref!).Filename = v)
        .Property("filename2", e => ((OSError)e.Ref!).Filename2, (e, v) => ((OSError)e.Ref!).Filename2 = v);

    protected override PyType NativeClass => Type;

    public Any Errno { get; set; } = Any.None;

    public Any StrError { get; set; } = Any.None;

    public Any Filename { get; set; } = Any.None;

    public Any Filename2 { get; set; } = Any.None;

    public override string Str()
    {
        if (Errno.IsNone && StrError.IsNone)
            return base.Str();
        var text = $"[Errno {Operators.Str(Errno)}] {Operators.Str(StrError)}";
        if (!Filename.IsNone)
            text += $": {Operators.Repr(Filename)}";
        if (!Filename2.IsNone)
            text += $" -> {Operators.Repr(Filename2)}";
        return text;
    }

    /// <summary>The exception for an error number.</summary>
    public static OSError Create(params ReadOnlySpan<Any> args) => (args.Length >= 2 && args[0].IsSmallInt ? args[0].Bits : 0) switch
    {
        11 or 114 or 115 => new BlockingIOError(args),
        10 => new ChildProcessError(args),
        32 or 108 => new BrokenPipeError(args),
        103 => new ConnectionAbortedError(args),
        111 => new ConnectionRefusedError(args),
        104 => new ConnectionResetError(args),
        17 => new FileExistsError(args),
        2 => new FileNotFoundError(args),
        4 => new InterruptedError(args),
        21 => new IsADirectoryError(args),
        20 => new NotADirectoryError(args),
        1 or 13 => new PermissionError(args),
        3 => new ProcessLookupError(args),
        110 => new TimeoutError(args),
        _ => new OSError(args),
    };
}

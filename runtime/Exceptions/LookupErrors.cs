namespace Pytocs.Runtime.Core;

// Arithmetic and lookup errors: the classes that only carry arguments.
// https://docs.python.org/3.13/library/exceptions.html

public class ArithmeticError(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("ArithmeticError", PyException.Type, static args => new ArithmeticError(args));

    protected override PyType NativeClass => Type;
}

public class FloatingPointError(params ReadOnlySpan<Any> args) : ArithmeticError(args)
{
    public static new readonly PyType Type = PyType.Exception("FloatingPointError", ArithmeticError.Type, static args => new FloatingPointError(args));

    protected override PyType NativeClass => Type;
}

public class OverflowError(params ReadOnlySpan<Any> args) : ArithmeticError(args)
{
    public static new readonly PyType Type = PyType.Exception("OverflowError", ArithmeticError.Type, static args => new OverflowError(args));

    protected override PyType NativeClass => Type;
}

public class ZeroDivisionError(params ReadOnlySpan<Any> args) : ArithmeticError(args)
{
    public static new readonly PyType Type = PyType.Exception("ZeroDivisionError", ArithmeticError.Type, static args => new ZeroDivisionError(args));

    protected override PyType NativeClass => Type;
}

public class LookupError(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("LookupError", PyException.Type, static args => new LookupError(args));

    /// <summary>How deep containers stand in what a subscript failed to find something in (<see cref="Nesting"/>); zero where it is not known.</summary>
    internal int Depth { get; init; }

    protected override PyType NativeClass => Type;
}

public class IndexError(params ReadOnlySpan<Any> args) : LookupError(args)
{
    public static new readonly PyType Type = PyType.Exception("IndexError", LookupError.Type, static args => new IndexError(args));

    protected override PyType NativeClass => Type;
}

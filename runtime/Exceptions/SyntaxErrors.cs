namespace Pytocs.Runtime.Core;

// Errors of source text, which a converted program meets only through the library.
// https://docs.python.org/3.13/library/exceptions.html#SyntaxError

public class SyntaxError(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("SyntaxError", PyException.Type, static args => new SyntaxError(args));

    protected override PyType NativeClass => Type;
}

public class IndentationError(params ReadOnlySpan<Any> args) : SyntaxError(args)
{
    public static new readonly PyType Type = PyType.Exception("IndentationError", SyntaxError.Type, static args => new IndentationError(args));

    protected override PyType NativeClass => Type;
}

public class TabError(params ReadOnlySpan<Any> args) : IndentationError(args)
{
    public static new readonly PyType Type = PyType.Exception("TabError", IndentationError.Type, static args => new TabError(args));

    protected override PyType NativeClass => Type;
}

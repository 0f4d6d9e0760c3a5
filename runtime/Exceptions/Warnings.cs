namespace Pytocs.Runtime.Core;

// Warning categories: the classes that only carry arguments.
// https://docs.python.org/3.13/library/exceptions.html

public class Warning(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("Warning", PyException.Type, static args => new Warning(args));

    protected override PyType NativeClass => Type;
}

public class BytesWarning(params ReadOnlySpan<Any> args) : Warning(args)
{
    public static new readonly PyType Type = PyType.Exception("BytesWarning", Warning.Type, static args => new BytesWarning(args));

    protected override PyType NativeClass => Type;
}

public class DeprecationWarning(params ReadOnlySpan<Any> args) : Warning(args)
{
    public static new readonly PyType Type = PyType.Exception("DeprecationWarning", Warning.Type, static args => new DeprecationWarning(args));

    protected override PyType NativeClass => Type;
}

public class EncodingWarning(params ReadOnlySpan<Any> args) : Warning(args)
{
    public static new readonly PyType Type = PyType.Exception("EncodingWarning", Warning.Type, static args => new EncodingWarning(args));

    protected override PyType NativeClass => Type;
}

public class FutureWarning(params ReadOnlySpan<Any> args) : Warning(args)
{
    public static new readonly PyType Type = PyType.Exception("FutureWarning", Warning.Type, static args => new FutureWarning(args));

    protected override PyType NativeClass => Type;
}

public class ImportWarning(params ReadOnlySpan<Any> args) : Warning(args)
{
    public static new readonly PyType Type = PyType.Exception("ImportWarning", Warning.Type, static args => new ImportWarning(args));

    protected override PyType NativeClass => Type;
}

public class PendingDeprecationWarning(params ReadOnlySpan<Any> args) : Warning(args)
{
    public static new readonly PyType Type = PyType.Exception("PendingDeprecationWarning", Warning.Type, static args => new PendingDeprecationWarning(args));

    protected override PyType NativeClass => Type;
}

public class ResourceWarning(params ReadOnlySpan<Any> args) : Warning(args)
{
    public static new readonly PyType Type = PyType.Exception("ResourceWarning", Warning.Type, static args => new ResourceWarning(args));

    protected override PyType NativeClass => Type;
}

public class RuntimeWarning(params ReadOnlySpan<Any> args) : Warning(args)
{
    public static new readonly PyType Type = PyType.Exception("RuntimeWarning", Warning.Type, static args => new RuntimeWarning(args));

    protected override PyType NativeClass => Type;
}

public class SyntaxWarning(params ReadOnlySpan<Any> args) : Warning(args)
{
    public static new readonly PyType Type = PyType.Exception("SyntaxWarning", Warning.Type, static args => new SyntaxWarning(args));

    protected override PyType NativeClass => Type;
}

public class UnicodeWarning(params ReadOnlySpan<Any> args) : Warning(args)
{
    public static new readonly PyType Type = PyType.Exception("UnicodeWarning", Warning.Type, static args => new UnicodeWarning(args));

    protected override PyType NativeClass => Type;
}

public class UserWarning(params ReadOnlySpan<Any> args) : Warning(args)
{
    public static new readonly PyType Type = PyType.Exception("UserWarning", Warning.Type, static args => new UserWarning(args));

    protected override PyType NativeClass => Type;
}

namespace Pytocs.Runtime.Core;

// Errors that know the name they are about.
// https://docs.python.org/3.13/library/exceptions.html#AttributeError

public class AttributeError : PyException
{
    public AttributeError(params ReadOnlySpan<Any> args) : base(args)
    {
    }

    public AttributeError(string message, string name, Any target) : base(message)
    {
        AttributeName = name;
        Target = target;
    }

    public static new readonly PyType Type = PyType.Exception("AttributeError", PyException.Type, static args => new AttributeError(args))
        .Property("name", e => ((AttributeError)e.Ref!).AttributeName, (e, v) => ((AttributeError)e.Ref!).AttributeName = v)
        .Property("obj", e => ((AttributeError)e.Ref!).Target, (e, v) => ((AttributeError)e.Ref!).Target = v);

    protected override PyType NativeClass => Type;

    /// <summary>Python's <c>e.name</c>.</summary>
    public Any AttributeName { get; set; } = Any.None;

    /// <summary>Python's <c>e.obj</c>.</summary>
    public Any Target { get; set; } = Any.None;

    internal override Any State()
    {
        var state = base.State();
        if (AttributeName.IsNone)
            return state;
        var all = new PyDict<Any, Any>();
        if (state.Ref is PyDict own)
            all.UpdateAny(own);
        all["name"] = AttributeName;
        return all;
    }

    /// <summary>An error that leaves an attribute's lookup says what was looked up, unless it does already. To be a filter: it catches nothing.</summary>
    internal bool Concerns(Any target, string name)
    {
        if (AttributeName.IsNone && Target.IsNone)
            (AttributeName, Target) = (name, target);
        return false;
    }
}

public class NameError(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("NameError", PyException.Type, static args => new NameError(args))
        .Property("name", e => ((NameError)e.Ref!).Name, (e, v) => ((NameError)e.Ref!).Name = v);

    protected override PyType NativeClass => Type;

    /// <summary>Python's <c>e.name</c>.</summary>
    public Any Name { get; set; } = Any.None;
}

public class UnboundLocalError(params ReadOnlySpan<Any> args) : NameError(args)
{
    public static new readonly PyType Type = PyType.Exception("UnboundLocalError", NameError.Type, static args => new UnboundLocalError(args));

    protected override PyType NativeClass => Type;
}

public class ImportError(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("ImportError", PyException.Type, static args => new ImportError(args))
        .Property("msg", e => ((ImportError)e.Ref!).Args.Count == 1 ? ((ImportError)e.Ref!).Args[0] : Any.None)
        .Property("name", e => ((ImportError)e.Ref!).Name, (e, v) => ((ImportError)e.Ref!).Name = v)
        .Property("name_from", e => ((ImportError)e.Ref!).MissingName, (e, v) => ((ImportError)e.Ref!).MissingName = v)
        .Property("path", e => ((ImportError)e.Ref!).Path, (e, v) => ((ImportError)e.Ref!).Path = v);

    protected override PyType NativeClass => Type;

    /// <summary>Python's <c>e.name</c>: the module asked for.</summary>
    public Any Name { get; set; } = Any.None;

    public Any Path { get; set; } = Any.None;

    /// <summary>Python's <c>e.name_from</c>: the name that the module does not have.</summary>
    public Any MissingName { get; set; } = Any.None;

    internal override void Initialise(PyTuple args)
    {
        base.Initialise(args);
        (Name, Path, MissingName) = (Any.None, Any.None, Any.None);
    }

    internal override Any State()
    {
        var all = new PyDict<Any, Any>();
        if (base.State().Ref is PyDict own)
            all.UpdateAny(own);
        foreach (var (name, value) in ((string, Any)[])[("name", Name), ("path", Path), ("name_from", MissingName)])
            if (!value.IsNone)
                all[name] = value;
        return all.Count == 0 ? Any.None : all;
    }
}

public class ModuleNotFoundError(params ReadOnlySpan<Any> args) : ImportError(args)
{
    public static new readonly PyType Type = PyType.Exception("ModuleNotFoundError", ImportError.Type, static args => new ModuleNotFoundError(args));

    protected override PyType NativeClass => Type;
}

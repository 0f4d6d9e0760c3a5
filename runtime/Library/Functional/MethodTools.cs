namespace Pytocs.Runtime.Core;

/// <summary><c>functools.partialmethod</c>.</summary>
internal sealed class PartialMethod(Any function, PyTuple args, PyDict keywords) : PyObject, IDescriptor
{
    public static readonly PyType Type = CreateType();

    public override PyType Class => Type;

    public bool IsData => false;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("partialmethod", module: "functools");
        type.HasInstanceDict = true;
        return type.New("cls, func, /, *args, **keywords", static a => new PartialMethod(a[1], (PyTuple)a[2].Ref!, (PyDict)a[3].Ref!));
    }

    public Any Get(Any instance, PyType owner)
    {
        if (Descriptor.Of(function) is { } descriptor && function.Ref is not PyFunction)
            return Partial.Make(descriptor.Get(instance, owner), args, keywords);
        if (instance.IsUnbound)
            return Partial.Make(function, args, keywords);
        return Partial.Make(function, new PyTuple([instance, .. args]), keywords);
    }

    public void Set(Any instance, Any value) => throw new AttributeError("can't set attribute");

    public void Delete(Any instance) => throw new AttributeError("can't delete attribute");
}

/// <summary><c>functools.singledispatchmethod</c>.</summary>
internal sealed class SingleDispatchMethod(Any function) : PyObject, IDescriptor
{
    public static readonly PyType Type = CreateType();

    private readonly SingleDispatch _dispatcher = new(function, Plain(function));

    public override PyType Class => Type;

    public bool IsData => false;

    private static Any Plain(Any function) => function.Ref switch
    {
        StaticMethod s => s.Function,
        ClassMethod c => c.Function,
        _ => function,
    };

    private static PyType CreateType()
    {
        var type = PyType.Builtin("singledispatchmethod", module: "functools");
        type.HasInstanceDict = true;
        type.New("cls, func", static a => new SingleDispatchMethod(a[1]));
        return type.Method("register", "self, cls, method=None", static (self, cls, method) => ((SingleDispatchMethod)self.Ref!)._dispatcher.Register(cls, method));
    }

    /// <summary>Calls the implementation for the first argument after self.</summary>
    public Any Get(Any instance, PyType owner) => new PyFunction("method", "*args, **kwargs", (Any rest, Any keywords) =>
    {
        var given = (PyTuple)rest.Ref!;
        if (given.Count == 0)
            throw new TypeError("singledispatchmethod requires at least 1 positional argument");
        var implementation = _dispatcher.Find(PyType.Of(given[0]));
        var bound = Descriptor.Of(implementation) is { } d ? d.Get(instance, owner) : implementation;
        return bound.Call(new Arguments { new Star(rest), new StarStar(keywords) });
    });

    public void Set(Any instance, Any value) => throw new AttributeError("can't set attribute");

    public void Delete(Any instance) => throw new AttributeError("can't delete attribute");
}

using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/functools.html#functools.singledispatchmethod">functools.singledispatchmethod</see>.</summary>
internal sealed class SingleDispatchMethod : PyContainer, IDescriptor
{
    public static readonly PyType Type = CreateType();

    private readonly Any _function;
    private readonly SingleDispatch _dispatch;
    private readonly Any _dispatcher;

    /// <summary>The methods made for instances: one looks as it is asked for, time and again.</summary>
    private readonly ConditionalWeakTable<object, PyFunction> _methods = [];

    private SingleDispatchMethod(Any function)
    {
        if (!Builtins.Callable(function) && Operators.GetAttr(function, "__get__", Any.Unbound).IsUnbound)
            throw new TypeError($"{Operators.Repr(function)} is not callable or a descriptor");
        (_function, _dispatch) = (function, new SingleDispatch(function));
        _dispatcher = _dispatch.Decorate(function);
    }

    protected override PyType BuiltinClass => Type;

    public bool IsData => false;

    private static SingleDispatchMethod Self(Any o) => (SingleDispatchMethod)o.Ref!;

    private bool IsAbstract => Operators.GetAttr(_function, "__isabstractmethod__", false).Truth;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("singledispatchmethod", module: "functools");
        type.HasInstanceDict = true;
        type.New("cls, func", static a =>
        {
            var made = new SingleDispatchMethod(a[1]);
            made.SetClass((PyType)a[0].Ref!);
            return made;
        });
        return type
            .Property("func", static o => Self(o)._function)
            .Property("dispatcher", static o => Self(o)._dispatcher)
            .Property("__isabstractmethod__", static o => Self(o).IsAbstract)
            .Method("__get__", "self, obj, cls=None", static (self, instance, cls) => Self(self).Get(instance.IsNone ? Any.Unbound : instance, cls.Ref as PyType ?? PyType.Of(instance)))
            .Method("register", "self, cls, method=None", static (self, cls, method) => Self(self)._dispatch.Register(cls, method));
    }

    public Any Get(Any instance, PyType owner)
    {
        if (instance.Ref is not PyObject o)
            return Method(instance, owner);
        if (!_methods.TryGetValue(o, out var method))
            _methods.AddOrUpdate(o, method = Method(instance, owner));
        return method;
    }

    /// <summary>The function that calls the implementation for its first argument.</summary>
    private PyFunction Method(Any instance, PyType owner)
    {
        var name = Operators.GetAttr(_function, "__name__", "singledispatchmethod method");
        var method = new PyFunction("singledispatchmethod.__get__.<locals>._method", "*args, **kwargs", (Any rest, Any keywords) =>
        {
            var given = (PyTuple)rest.Ref!;
            if (given.Count == 0)
                throw new TypeError($"{Operators.Str(name)} requires at least 1 positional argument");
            var implementation = _dispatch.Find(PyType.Of(given[0]));
            var bound = Descriptor.Of(implementation) is { } d ? d.Get(instance, owner) : implementation.Get("__get__").Call(instance.IsUnbound ? Any.None : instance, owner);
            return given.Count == 1 && ((PyDict)keywords.Ref!).Count == 0 ? bound.Call(given[0]) : bound.Call(new Arguments { new Star(rest), new StarStar(keywords) });
        })
        {
            Module = "functools",
        };
        var any = (Any)method;
        any.Set("__isabstractmethod__", IsAbstract);
        any.Set("register", ((Any)this).Get("register"));
        FunctoolsModule.UpdateWrapper(method, _function);
        return method;
    }

    public void Set(Any instance, Any value) => throw new AttributeError("can't set attribute");

    public void Delete(Any instance) => throw new AttributeError("can't delete attribute");
}

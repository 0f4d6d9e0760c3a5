namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/functools.html#functools.partialmethod">functools.partialmethod</see>.</summary>
internal sealed class PartialMethod : PyContainer, IDescriptor
{
    public static readonly PyType Type = CreateType();

    private readonly Any _function;
    private readonly PyTuple _args;
    private readonly PyDict _keywords;

    /// <summary>A partialmethod of a partialmethod is one, so that self stands before all the arguments.</summary>
    private PartialMethod(Any function, PyTuple args, PyDict keywords)
    {
        if (!Builtins.Callable(function) && Operators.GetAttr(function, "__get__", Any.Unbound).IsUnbound)
            throw new TypeError($"{Operators.Repr(function)} is not callable or a descriptor");
        (_function, _args, _keywords) = function.Ref is PartialMethod inner
            ? (inner._function, new PyTuple([.. inner._args, .. args]), Partial.Merged(inner._keywords, keywords))
            : (function, args, keywords);
    }

    protected override PyType BuiltinClass => Type;

    public bool IsData => false;

    private static PartialMethod Self(Any o) => (PartialMethod)o.Ref!;

    private bool IsAbstract => Operators.GetAttr(_function, "__isabstractmethod__", false).Truth;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("partialmethod", module: "functools");
        type.HasInstanceDict = true;
        type.New("cls, func, /, *args, **keywords", static a =>
        {
            var made = new PartialMethod(a[1], (PyTuple)a[2].Ref!, (PyDict)a[3].Ref!);
            made.SetClass((PyType)a[0].Ref!);
            return made;
        });
        return type
            .Property("func", static o => Self(o)._function)
            .Property("args", static o => Self(o)._args)
            .Property("keywords", static o => Self(o)._keywords)
            .Property("__isabstractmethod__", static o => Self(o).IsAbstract)
            .Method("__get__", "self, obj, cls=None", static (self, instance, cls) => Self(self).Get(instance.IsNone ? Any.Unbound : instance, cls.Ref as PyType ?? PyType.Of(instance)))
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]))
            .Method("__repr__", static o => $"{PyType.Of(o).FullName}({Partial.Shown(Self(o)._function, Self(o)._args, Self(o)._keywords)})");
    }

    public Any Get(Any instance, PyType owner)
    {
        if (_function.Ref is not Partial && Descriptor.Of(_function) is { } descriptor && descriptor.Get(instance, owner) is var bound && !Operators.Is(bound, _function))
        {
            var result = Partial.Make(bound, _args, _keywords);
            if (Operators.GetAttr(bound, "__self__", Any.Unbound) is { IsUnbound: false } self)
                ((Any)result).Set("__self__", self);
            return result;
        }
        return Method().Get(instance, owner);
    }

    /// <summary>The function that takes self before the arguments given here.</summary>
    private PyFunction Method()
    {
        var method = new PyFunction("partialmethod._make_unbound_method.<locals>._method", "cls_or_self, /, *args, **keywords", (Any self, Any rest, Any given) =>
            _function.Call(new Arguments { self, new Star(_args), new Star(rest), new StarStar(Partial.Merged(_keywords, (PyDict)given.Ref!)) }))
        {
            Module = "functools",
        };
        var any = (Any)method;
        any.Set("__isabstractmethod__", IsAbstract);
        any.Set("__partialmethod__", this);
        return method;
    }

    public void Set(Any instance, Any value) => throw new AttributeError("can't set attribute");

    public void Delete(Any instance) => throw new AttributeError("can't delete attribute");
}

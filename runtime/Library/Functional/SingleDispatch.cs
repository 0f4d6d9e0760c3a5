namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/functools.html#functools.singledispatch">functools.singledispatch</see>: the implementations of a generic function.</summary>
internal sealed class SingleDispatch
{
    private readonly PyDict<Any, Any> _registry = new();

    /// <summary>What was found before, until a class is registered here or with an abstract class.</summary>
    private readonly Dictionary<PyType, Any> _found = [];
    private long _token;

    public SingleDispatch(Any function) => _registry[PyType.Object] = function;

    /// <summary>The generic function that stands for <paramref name="wrapped"/>.</summary>
    public Any Decorate(Any wrapped)
    {
        var name = Operators.GetAttr(wrapped, "__name__", "singledispatch function");
        var wrapper = new PyFunction("singledispatch.<locals>.wrapper", "*args, **kw", (Any rest, Any keywords) =>
        {
            var given = (PyTuple)rest.Ref!;
            if (given.Count == 0)
                throw new TypeError($"{Operators.Str(name)} requires at least 1 positional argument");
            var implementation = Find(PyType.Of(given[0]));
            return given.Count == 1 && ((PyDict)keywords.Ref!).Count == 0 ? implementation.Call(given[0]) : implementation.Call(new Arguments { new Star(rest), new StarStar(keywords) });
        })
        {
            Module = "functools",
        };
        Any any = wrapper;
        any.Set("register", Function("register", "cls, func=None", (cls, function) => Register(cls, function), Any.None));
        any.Set("dispatch", new PyFunction("singledispatch.<locals>.dispatch", "cls", (Any cls) => Find((PyType)cls.Ref!)) { Module = "functools" });
        any.Set("registry", new MappingProxy(_registry));
        any.Set("_clear_cache", new PyFunction("clear", "", () =>
        {
            _found.Clear();
            return Any.None;
        }) { Module = "functools" });
        return FunctoolsModule.UpdateWrapper(wrapper, wrapped);
    }

    private static PyFunction Function(string name, string signature, Func<Any, Any, Any> body, params Any[] defaults)
        => new("singledispatch.<locals>." + name, signature, body, defaults) { Module = "functools" };

    internal Any Register(Any cls, Any function)
    {
        var members = Members(cls);
        if (Array.TrueForAll(members, static m => m.Ref is PyType))
        {
            if (function.IsNone)
                return new PyFunction("singledispatch.<locals>.register.<locals>.<lambda>", "f", (Any f) => Register(cls, f)) { Module = "functools" };
            Add(members, function);
            return function;
        }
        if (!function.IsNone)
            throw new TypeError($"Invalid first argument to `register()`. {Operators.Repr(cls)} is not a class or union type.");
        // @f.register with an annotated parameter.
        if (!Operators.GetAttr(cls, "__annotations__", Any.None).Truth)
            throw new TypeError($"Invalid first argument to `register()`: {Operators.Repr(cls)}. Use either `@register(some_class)` or plain `@register` on an annotated function.");
        var plain = cls.Ref is StaticMethod s ? s.Function : cls.Ref is ClassMethod c ? c.Function : cls;
        var (name, annotation) = Operators.MappingItems(Modules.Import("typing").Get("get_type_hints").Call(plain)).First();
        members = Members(annotation);
        if (!Array.TrueForAll(members, static m => m.Ref is PyType))
            throw new TypeError(members.Length > 1
                ? $"Invalid annotation for {Operators.Repr(name)}. {Operators.Repr(annotation)} not all arguments are classes."
                : $"Invalid annotation for {Operators.Repr(name)}. {Operators.Repr(annotation)} is not a class.");
        Add(members, cls);
        return cls;
    }

    private void Add(Any[] types, Any function)
    {
        _found.Clear();
        foreach (var type in types)
            _registry[type] = function;
    }

    /// <summary>The members of a union; anything else alone. None stands for its class.</summary>
    private static Any[] Members(Any annotation)
    {
        Any[] members = annotation.Ref is UnionAlias union ? [.. union.Members] : annotation.Ref is TypingAlias { Kind: AliasKind.Union } typed ? [.. typed.Arguments] : [annotation];
        return members.Length == 1 ? members : Array.ConvertAll(members, static m => m.IsNone ? PyType.Of(Any.None) : m);
    }

    internal Any Find(PyType type)
    {
        var token = Library.AbstractMeta.Token;
        if (token != _token)
            _found.Clear();
        _token = token;
        return _found.TryGetValue(type, out var found) ? found : _found[type] = _registry.TryGetValue(type, out var own) ? own : Search(type);
    }

    /// <exception cref="RuntimeError">Two abstract classes that are no bases of the class fit equally well.</exception>
    private Any Search(PyType type)
    {
        PyType? match = null;
        foreach (var candidate in DispatchOrder.Of(type, [.. _registry.Keys.Select(static k => (PyType)k.Ref!)]))
        {
            if (match is not null)
            {
                if (_registry.ContainsKey(candidate) && !type.Mro.Contains(candidate) && !type.Mro.Contains(match) && !Builtins.IsSubclass(match, candidate))
                    throw new RuntimeError($"Ambiguous dispatch: {Operators.Repr(match)} or {Operators.Repr(candidate)}");
                break;
            }
            if (_registry.ContainsKey(candidate))
                match = candidate;
        }
        return match is null ? Any.None : _registry[match];
    }
}

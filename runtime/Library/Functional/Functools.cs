namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/functools.html">functools</see>.</summary>
internal static class FunctoolsModule
{
    private static readonly string[] s_assigned = ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__"];

    public static PyModule Build() => new PyModule("functools")
        .Value("WRAPPER_ASSIGNMENTS", new PyTuple([.. s_assigned.Select(n => (Any)n)]))
        .Value("WRAPPER_UPDATES", PyTuple.Of("__dict__"))
        .Type(Partial.Type).Type(CachedProperty.Type)
        .Function("reduce", "function, iterable, initial=, /", static a => Reduce(a[0], Operators.IsIterable(a[1]) ? Operators.Iter(a[1]) : throw new TypeError("reduce() arg 2 must support iteration"), a[2]), Any.Unbound)
        .Function("update_wrapper", "wrapper, wrapped, assigned=, updated=", static a => UpdateWrapper(a[0], a[1], a[2], a[3]), Any.Unbound, Any.Unbound)
        .Function("wraps", "wrapped, assigned=, updated=", static a => new PyFunction("partial", "wrapper", (Any wrapper) => UpdateWrapper(wrapper, a[0], a[1], a[2])), Any.Unbound, Any.Unbound)
        .Function("lru_cache", "maxsize=128, typed=False", static a => Builtins.Callable(a[0])
            ? new LruCache(a[0], 128, false)
            : new PyFunction("lru_cache.<locals>.decorating_function", "user_function", (Any f) => new LruCache(f, a[0].IsNone ? null : (long)Operators.Index(a[0]), a[1].Truth)))
        .Function("cache", "user_function, /", static a => new LruCache(a[0], null, false))
        .Value("_CacheInfo", LruCache.Info)
        .Function("cmp_to_key", "mycmp", static a => CmpKey.Make(a[0]))
        .Function("total_ordering", static o => TotalOrdering((PyType)o.Ref!))
        .Function("singledispatch", static f => new SingleDispatch(f, f))
        .Type(PartialMethod.Type).Type(SingleDispatchMethod.Type);

    private static Any Reduce(Any function, PyIterator items, Any initial)
    {
        var value = initial;
        if (value.IsUnbound && !items.TryNext(out value))
            throw new TypeError("reduce() of empty iterable with no initial value");
        while (items.TryNext(out var item))
            value = function.Call(value, item);
        return value;
    }

    internal static Any UpdateWrapper(Any wrapper, Any wrapped) => UpdateWrapper(wrapper, wrapped, Any.Unbound, Any.Unbound);

    private static Any UpdateWrapper(Any wrapper, Any wrapped, Any assigned, Any updated)
    {
        foreach (var name in assigned.IsUnbound ? s_assigned : Operators.ToList(assigned).Select(static n => Operators.Str(n)))
        {
            // Annotations that nobody has asked for are not evaluated for this.
            if (name == "__annotations__" && (wrapped.Ref as PyFunction, wrapper.Ref as PyFunction) is ({ } from, { } to))
            {
                to.TakeAnnotations(from);
                continue;
            }
            var value = Operators.GetAttr(wrapped, name, Any.Unbound);
            if (!value.IsUnbound && !(name == "__type_params__" && wrapper.Ref is not PyFunction))
                wrapper.Set(name, value);
        }
        foreach (var name in updated.IsUnbound ? ["__dict__"] : Operators.ToList(updated).Select(static n => Operators.Str(n)))
            Merge(wrapper, wrapped, name);
        wrapper.Set("__wrapped__", wrapped);
        return wrapper;
    }

    /// <summary>Adds the entries of one of the wrapped object's dictionaries.</summary>
    private static void Merge(Any wrapper, Any wrapped, string name)
    {
        if (name != "__dict__")
        {
            wrapper.Get(name).Invoke("update", Operators.GetAttr(wrapped, name, new PyDict<Any, Any>()));
            return;
        }
        if (wrapped.Ref is IPyObject o && o.InstanceDict(create: false) is { } dict)
            foreach (var (key, value) in dict)
                wrapper.Set((string)key.Ref!, value);
    }

    private static Any TotalOrdering(PyType cls)
    {
        bool Has(string name) => !ReferenceEquals(cls.Lookup(name).Ref, PyType.Object.Lookup(name).Ref) && !cls.Lookup(name).IsUnbound;
        var root = ((string[])["__lt__", "__gt__", "__le__", "__ge__"]).FirstOrDefault(Has) ?? throw new ValueError("must define at least one ordering operation: < > <= >=");
        Any Less(Any a, Any b) => PyType.Of(a).Lookup(root).Call(a, b) is { IsNotImplemented: false } r ? root switch
        {
            "__lt__" => r.Truth,
            "__gt__" => !r.Truth && !Operators.Equal(a, b),
            "__le__" => r.Truth && !Operators.Equal(a, b),
            _ => !r.Truth,
        } : Any.NotImplemented;
        void Add(string name, Func<Any, Any, bool> test)
        {
            if (!Has(name))
                cls.Define(name, new PyFunction(name, "self, other", (Any a, Any b) => Less(a, b).IsNotImplemented ? Any.NotImplemented : test(a, b)));
        }
        Add("__lt__", (a, b) => Less(a, b).Truth);
        Add("__le__", (a, b) => Less(a, b).Truth || Operators.Equal(a, b));
        Add("__gt__", (a, b) => !Less(a, b).Truth && !Operators.Equal(a, b));
        Add("__ge__", (a, b) => !Less(a, b).Truth);
        return cls;
    }
}

/// <summary><c>functools.lru_cache</c>.</summary>
internal sealed class LruCache : PyObject, IDescriptor
{
    public static readonly PyType Type = CreateType();

    internal static readonly Any Info = NamedTuples.Make("functools.CacheInfo", ["hits", "misses", "maxsize", "currsize"]);

    private readonly Any _function;
    private readonly long? _limit;
    private readonly bool _typed;
    private readonly PyDict<Any, Any> _values = new();
    private long _hits;
    private long _misses;

    public LruCache(Any function, long? limit, bool typed)
    {
        (_function, _limit, _typed) = (function, limit is < 0 ? 0 : limit, typed);
        FunctoolsModule.UpdateWrapper(this, function);
    }

    public override PyType Class => Type;

    public bool IsData => false;

    private static LruCache Self(Any o) => (LruCache)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("_lru_cache_wrapper", module: "functools");
        type.HasInstanceDict = true;
        return type
            .Method("__call__", "self, /, *args, **kwargs", static (self, args, kwargs) => self.Call(new Arguments { new Star(args), new StarStar(kwargs) }))
            .Method("cache_info", static o => Info.Call(new Arguments { Self(o)._hits, Self(o)._misses, Self(o)._limit is { } n ? n : Any.None, Self(o)._values.Count }))
            .Method("cache_clear", static o =>
            {
                Self(o)._values.Clear();
                (Self(o)._hits, Self(o)._misses) = (0, 0);
                return Any.None;
            })
            .Method("cache_parameters", static o => new PyDict<Any, Any> { ["maxsize"] = Self(o)._limit is { } n ? n : Any.None, ["typed"] = Self(o)._typed })
            .Method("__repr__", static o => Operators.Repr(Self(o)._function).Replace("<function", "<functools._lru_cache_wrapper object of", StringComparison.Ordinal));
    }

    public override Any Call(Arguments arguments)
    {
        if (_limit == 0)
        {
            _misses++;
            return _function.Call(arguments);
        }
        var key = Key(arguments);
        if (_limit is null ? _values.TryGetValue(key, out var known) : _values.Remove(key, out known))
        {
            _hits++;
            // The latest used stands last.
            if (_limit is not null)
                _values[key] = known;
            return known;
        }
        _misses++;
        var result = _function.Call(arguments);
        _values[key] = result;
        if (_values.Count > _limit)
            _values.Remove(_values.Keys.First());
        return result;
    }

    private Any Key(Arguments arguments)
    {
        if (arguments is { HasKeywords: false, Count: 1 } && !_typed && arguments[0] is var single && (single.IsInt || single.IsString))
            return single;
        var parts = new List<Any>();
        foreach (var item in arguments.Positional)
            parts.Add(item);
        foreach (var (name, value) in arguments.Keywords)
        {
            parts.Add(PyTuple.Of(this, name));
            parts.Add(value);
        }
        if (!_typed)
            return new PyTuple([.. parts]);
        foreach (var item in arguments.Positional)
            parts.Add(PyType.Of(item));
        foreach (var (_, value) in arguments.Keywords)
            parts.Add(PyType.Of(value));
        return new PyTuple([.. parts]);
    }

    public Any Get(Any instance, PyType owner) => instance.IsUnbound ? this : new BoundMethod(this, instance);

    public void Set(Any instance, Any value) => throw new AttributeError("can't set attribute");

    public void Delete(Any instance) => throw new AttributeError("can't delete attribute");
}

/// <summary><c>functools.cached_property</c>.</summary>
internal sealed class CachedProperty(Any function) : PyObject, IDescriptor
{
    public static readonly PyType Type = CreateType();

    private string? _name;

    public override PyType Class => Type;

    public bool IsData => false;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("cached_property", module: "functools");
        type.New("cls, func", static a => new CachedProperty(a[1]));
        return type
            .Property("func", static self => ((CachedProperty)self.Ref!).Function)
            .Property("attrname", static self => ((CachedProperty)self.Ref!)._name is { } name ? name : Any.None)
            .Property("__doc__", static self => Operators.GetAttr(((CachedProperty)self.Ref!).Function, "__doc__", Any.None))
            .Property("__module__", static self => Operators.GetAttr(((CachedProperty)self.Ref!).Function, "__module__", Any.None))
            .Method("__set_name__", "self, owner, name, /", static (self, _, name) =>
            {
                var property = (CachedProperty)self.Ref!;
                var given = Operators.Str(name);
                if (property._name is { } known && known != given)
                    throw new TypeError($"Cannot assign the same cached_property to two different names ({Str.Repr(known)} and {Str.Repr(given)}).");
                property._name = given;
                return Any.None;
            });
    }

    private Any Function => function;

    public Any Get(Any instance, PyType owner)
    {
        if (instance.IsUnbound)
            return this;
        if (_name is null)
            throw new TypeError("Cannot use cached_property instance without calling __set_name__ on it.");
        if (instance.Ref is not IPyObject o || o.InstanceDict(create: true) is not { } cache)
            throw new TypeError($"No '__dict__' attribute on {Str.Repr(PyType.Of(instance).Name)} instance to cache {Str.Repr(_name)} property.")
            {
                Context = new AttributeError($"'{PyType.Of(instance).ErrorName}' object has no attribute '__dict__'", "__dict__", instance),
                SuppressContext = true,
            };
        if (cache.TryGetValue(_name, out var known))
            return known;
        return cache[_name] = function.Call(instance);
    }

    public void Set(Any instance, Any value) => throw new AttributeError("can't set attribute");

    public void Delete(Any instance) => throw new AttributeError("can't delete attribute");
}

/// <summary><c>functools.singledispatch</c>.</summary>
internal sealed class SingleDispatch : PyObject, IDescriptor
{
    public static readonly PyType Type = CreateType();

    private readonly Dictionary<PyType, Any> _registry = [];

    /// <summary>What was found before, until a class is registered here or with an abstract class.</summary>
    private readonly Dictionary<PyType, Any> _found = [];
    private long _token;

    public SingleDispatch(Any function, Any wrapped)
    {
        _registry[PyType.Object] = function;
        FunctoolsModule.UpdateWrapper(this, wrapped);
    }

    public override PyType Class => Type;

    private static SingleDispatch Self(Any o) => (SingleDispatch)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("function");
        type.HasInstanceDict = true;
        return type
            .Method("register", "self, cls, func=None", static (o, cls, function) => Self(o).Register(cls, function))
            .Property("registry", static o =>
            {
                var result = new PyDict<Any, Any>();
                foreach (var (cls, function) in Self(o)._registry)
                    result[cls] = function;
                return result;
            })
            .Method("__call__", "self, /, *args, **kwargs", static (self, args, kwargs) => self.Call(new Arguments { new Star(args), new StarStar(kwargs) }))
            .Method("__get__", "self, instance, owner=None, /", static (self, instance, _) => instance.IsNone ? self : new BoundMethod(self, instance))
            .Method("dispatch", "self, cls", static (o, cls) => Self(o).Find((PyType)cls.Ref!));
    }

    internal Any Register(Any cls, Any function)
    {
        var members = Members(cls);
        if (Array.TrueForAll(members, static m => m.Ref is PyType))
        {
            if (function.IsNone)
                return new PyFunction("register", "func", (Any f) => Register(cls, f));
            Add(members, function);
            return function;
        }
        if (!function.IsNone)
            throw new TypeError($"Invalid first argument to `register()`. {Operators.Repr(cls)} is not a class or union type.");
        // @f.register with an annotated parameter.
        var plain = cls.Ref is StaticMethod s ? s.Function : cls.Ref is ClassMethod c ? c.Function : cls;
        if (plain.Ref is not PyFunction { Annotations.Count: > 0 })
            throw new TypeError($"Invalid first argument to `register()`: {Operators.Repr(cls)}. Use either `@register(some_class)` or plain `@register` on an annotated function.");
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
            _registry[(PyType)type.Ref!] = function;
    }

    /// <summary>The members of a union; anything else alone. None stands for its class.</summary>
    private static Any[] Members(Any annotation)
    {
        Any[] members = annotation.Ref is UnionAlias union ? [.. union.Members] : annotation.Ref is TypingAlias { Kind: AliasKind.Union } typed ? [.. typed.Arguments] : [annotation];
        return members.Length == 1 ? members : Array.ConvertAll(members, static m => m.IsNone ? PyType.Of(Any.None) : m);
    }

    public bool IsData => false;

    public Any Get(Any instance, PyType owner) => instance.IsUnbound ? this : new BoundMethod(this, instance);

    public void Set(Any instance, Any value) => throw new AttributeError("can't set attribute");

    public void Delete(Any instance) => throw new AttributeError("can't delete attribute");

    internal Any Find(PyType type)
    {
        var token = Library.AbstractMeta.Token;
        if (token != _token)
            _found.Clear();
        _token = token;
        return _found.TryGetValue(type, out var found) ? found : _found[type] = Search(type);
    }

    private Any Search(PyType type)
    {
        foreach (var candidate in type.Mro)
        {
            if (_registry.TryGetValue(candidate, out var function))
                return function;
            if (Abstract(type, candidate) is { } found)
                return _registry[found];
        }
        return _registry[PyType.Object];
    }

    /// <summary>The most specific abstract class that is no base, but that a class is the first of its bases to fulfil.</summary>
    /// <exception cref="RuntimeError">There are two.</exception>
    private PyType? Abstract(PyType type, PyType candidate)
    {
        var fitting = _registry.Keys.Where(a => !type.Mro.Contains(a) && Builtins.IsSubclass(candidate, a) && !candidate.Bases.Any(b => Builtins.IsSubclass(b, a))).ToList();
        var best = fitting.Where(a => !fitting.Exists(o => !ReferenceEquals(o, a) && Builtins.IsSubclass(o, a))).ToList();
        return best.Count < 2 ? best.FirstOrDefault() : throw new RuntimeError($"Ambiguous dispatch: {Operators.Repr(best[0])} or {Operators.Repr(best[1])}");
    }

    public override Any Call(Arguments arguments) => arguments.Count == 0
        ? throw new TypeError($"{Operators.Str(((Any)this).Get("__name__"))} requires at least 1 positional argument")
        : Find(PyType.Of(arguments[0])).Call(arguments);
}

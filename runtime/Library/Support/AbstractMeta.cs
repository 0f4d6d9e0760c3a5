using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Makes classes as a Python module of the library would define them.</summary>
internal sealed class ClassMaker(string name, string module)
{
    private readonly PyDict<Any, Any> _space = new() { ["__module__"] = module, ["__qualname__"] = name };

    /// <summary>A method; self comes first in the signature.</summary>
    public ClassMaker Method(string method, string signature, Func<Any[], Any> body, params Any[] defaults)
    {
        _space[method] = new PyFunction($"{name}.{method}", signature, body, defaults) { Module = module };
        return this;
    }

    /// <summary>A method of self alone.</summary>
    public ClassMaker Method(string method, Func<Any, Any> body)
    {
        _space[method] = new PyFunction($"{name}.{method}", "self", body) { Module = module };
        return this;
    }

    /// <summary>A method of self and one more.</summary>
    public ClassMaker Method(string method, string parameter, Func<Any, Any, Any> body, params Any[] defaults)
    {
        _space[method] = new PyFunction($"{name}.{method}", "self, " + parameter, body, defaults) { Module = module };
        return this;
    }

    /// <summary>A coroutine method; self comes first in the signature.</summary>
    public ClassMaker AsyncMethod(string method, string signature, Func<Any[], Async.Coro<Any>> body, params Any[] defaults)
    {
        var qualName = $"{name}.{method}";
        _space[method] = new PyFunction(qualName, signature, a => Async.Coroutine.Of(method, qualName, () => body(a)), defaults) { Module = module, Flavour = "coroutine" };
        return this;
    }

    /// <summary>A method that a subclass has to define.</summary>
    public ClassMaker Abstract(string method, string signature, Func<Any[], Any> body)
    {
        var function = new PyFunction($"{name}.{method}", signature, body) { Module = module };
        Operators.SetAttr(function, "__isabstractmethod__", true);
        _space[method] = function;
        return this;
    }

    public ClassMaker ClassMethod(string method, string signature, Func<Any[], Any> body, params Any[] defaults)
    {
        _space[method] = new ClassMethod(new PyFunction($"{name}.{method}", signature, body, defaults) { Module = module });
        return this;
    }

    public ClassMaker StaticMethod(string method, string signature, Func<Any[], Any> body, params Any[] defaults)
    {
        _space[method] = new StaticMethod(new PyFunction($"{name}.{method}", signature, body, defaults) { Module = module });
        return this;
    }

    public ClassMaker Attribute(string attribute, Any value)
    {
        _space[attribute] = value;
        return this;
    }

    public ClassMaker Property(string property, Func<Any, Any> get)
    {
        _space[property] = new PyProperty(new PyFunction($"{name}.{property}", "self", get) { Module = module }, Any.None, Any.None, Any.None);
        return this;
    }

    /// <summary>A property that can be set.</summary>
    public ClassMaker Property(string property, Func<Any, Any> get, Action<Any, Any> set)
    {
        _space[property] = new PyProperty(new PyFunction($"{name}.{property}", "self", get) { Module = module },
            new PyFunction($"{name}.{property}", "self, value", (Any self, Any value) => Lib.Do(() => set(self, value))) { Module = module }, Any.None, Any.None);
        return this;
    }

    public PyType Make(params PyType[] bases) => MakeWith(PyType.Type, bases);

    public PyType MakeAbstract(params PyType[] bases) => MakeWith(AbstractMeta.Meta, bases.Length == 0 ? [PyType.Object] : bases);

    private PyType MakeWith(PyType meta, PyType[] bases)
        => (PyType)((Any)meta).Call(name, new PyTuple([.. bases.Select(static b => (Any)b)]), _space).Ref!;
}

/// <summary>The metaclass of abstract classes. See <see href="https://docs.python.org/3.13/library/abc.html">abc</see>.</summary>
internal static class AbstractMeta
{
    public static readonly PyType Meta = CreateMeta();

    public static readonly PyType Abc = (PyType)((Any)Meta).Call("ABC", PyTuple.Of(PyType.Object), new PyDict<Any, Any> { ["__module__"] = "abc", ["__slots__"] = PyTuple.Empty }).Ref!;

    /// <summary>Changes whenever a class is registered: <c>abc.get_cache_token()</c>.</summary>
    public static long Token { get; private set; }

    private static PyType CreateMeta() => new ClassMaker("ABCMeta", "abc")
        .Method("__new__", "mcls, name, bases, namespace, /, **kwargs", static a => New(a))
        .Method("__init__", "cls, *args, **kwargs", static (Any[] _) => Any.None)
        .Method("register", "subclass", static (cls, subclass) =>
        {
            if (subclass.Ref is not PyType type)
                throw new TypeError("Can only register classes");
            if (!Builtins.IsSubclass(type, cls))
            {
                if (Builtins.IsSubclass(cls, type))
                    throw new RuntimeError("Refusing to create an inheritance cycle");
                Registered((PyType)cls.Ref!).Append(subclass);
                Token++;
            }
            return subclass;
        })
        .Method("__instancecheck__", "instance", static (cls, o) => IsSubclass((PyType)cls.Ref!, PyType.Of(o)))
        .Method("__subclasscheck__", "subclass", static (cls, o) => o.Ref is PyType t ? IsSubclass((PyType)cls.Ref!, t) : throw new TypeError("issubclass() arg 1 must be a class"))
        .Make(PyType.Type);

    private static PyList<Any> Registered(PyType type)
    {
        if (!type.Namespace.TryGetValue("_abc_registry", out var list))
            type.Define("_abc_registry", list = new PyList<Any>());
        return (PyList<Any>)list.Ref!;
    }

    /// <summary>Makes a built-in class a virtual subclass.</summary>
    public static void Register(PyType abstractClass, params PyType[] types)
    {
        foreach (var type in types)
            Registered(abstractClass).Append(type);
    }

    private static bool IsSubclass(PyType cls, PyType type)
    {
        if (type.IsSubclassOf(cls))
            return true;
        var hook = TypeAttributes.TryGet(cls, "__subclasshook__").Call(type);
        if (!hook.IsNotImplemented)
            return hook.Truth;
        if (cls.Namespace.TryGetValue("_abc_registry", out var registered))
            foreach (var one in registered)
                if (Builtins.IsSubclass(type, one))
                    return true;
        foreach (var weak in cls.Subclasses.ToArray())
            if (weak.TryGetTarget(out var sub) && Builtins.IsSubclass(type, sub))
                return true;
        return false;
    }

    private static Any New(Any[] a)
    {
        var keywords = new Arguments();
        foreach (var (key, value) in Lib.Dict(a[4]).Entries())
            keywords.Add(Operators.Str(key), value);
        var type = PyType.Build((PyType)a[0].Ref!, Operators.Str(a[1]), Lib.Tuple(a[2]), a[3], keywords);
        UpdateAbstract(type);
        return type;
    }

    /// <summary>Works out which abstract methods a class leaves open.</summary>
    public static void UpdateAbstract(PyType type)
    {
        var names = new PySet<Any>();
        foreach (var (key, value) in type.Namespace.ToArray())
            if (IsAbstract(value))
                names.Add(key);
        foreach (var parent in type.Bases)
            if (parent.Namespace.TryGetValue("__abstractmethods__", out var inherited))
                foreach (var name in inherited)
                    if (IsAbstract(type.Lookup((string)name.Ref!)))
                        names.Add(name);
        type.Define("__abstractmethods__", new PyFrozenSet(names));
    }

    private static bool IsAbstract(Any value) => value.Ref is IPyObject and not PyType && Operators.GetAttr(value, "__isabstractmethod__", false).Truth;

    /// <summary>A <c>__subclasshook__</c> that asks for methods.</summary>
    public static ClassMaker Hook(this ClassMaker maker, params string[] methods)
    {
        PyType? self = null;
        return maker.ClassMethod("__subclasshook__", "cls, C, /", a =>
        {
            self ??= ((PyType)a[0].Ref!).Mro.ToArray().First(t => t.Namespace.ContainsKey("__subclasshook__"));
            if (!ReferenceEquals(a[0].Ref, self) || a[1].Ref is not PyType type)
                return Any.NotImplemented;
            foreach (var method in methods)
            {
                var found = type.Lookup(method);
                if (found.IsUnbound || found.IsNone)
                    return found.IsNone ? false : Any.NotImplemented;
            }
            return true;
        });
    }
}

/// <summary>The module <c>abc</c>.</summary>
internal static class AbcModule
{
    public static PyModule Build() => new PyModule("abc")
        .Type(AbstractMeta.Meta).Type(AbstractMeta.Abc)
        .Function("abstractmethod", static f =>
        {
            Operators.SetAttr(f, "__isabstractmethod__", true);
            return f;
        })
        .Function("get_cache_token", "", static (Any[] _) => AbstractMeta.Token)
        .Function("update_abstractmethods", static cls =>
        {
            if (cls.Ref is PyType type && type.Namespace.ContainsKey("__abstractmethods__"))
                AbstractMeta.UpdateAbstract(type);
            return cls;
        })
        .Type(new ClassMaker("abstractproperty", "abc").Attribute("__isabstractmethod__", true).Make(DescriptorTypes.Property))
        .Type(Marking("abstractclassmethod", DescriptorTypes.ClassMethod))
        .Type(Marking("abstractstaticmethod", DescriptorTypes.StaticMethod));

    /// <summary>A kind of method that marks its function as abstract.</summary>
    private static PyType Marking(string name, PyType kind) => new ClassMaker(name, "abc")
        .Attribute("__isabstractmethod__", true)
        .Method("__init__", "callable", static (_, function) =>
        {
            Operators.SetAttr(function, "__isabstractmethod__", true);
            return Any.None;
        })
        .Make(kind);
}

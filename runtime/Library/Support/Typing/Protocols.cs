using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>Classes that others satisfy by what they have: <see href="https://docs.python.org/3.13/library/typing.html#typing.Protocol">Protocol</see>.</summary>
internal static class Protocols
{
    private static readonly HashSet<string> s_special = new(StringComparer.Ordinal)
    {
        "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__", "__subclasshook__", "__weakref__",
        "__class_getitem__", "__match_args__", "__static_attributes__", "__firstlineno__", "__orig_bases__", "__parameters__", "_is_protocol", "_is_runtime_protocol",
        "__type_params__", "_abc_registry", "__qualname__", "__init_subclass__", "__protocol_attrs__", "__hash__",
    };

    private static readonly PyType s_meta = new ClassMaker("_ProtocolMeta", "typing")
        .Method("__instancecheck__", "instance", static (cls, o) => IsInstance((PyType)cls.Ref!, o))
        .Method("__subclasscheck__", "other", static (cls, o) => IsSubclass((PyType)cls.Ref!, o))
        .Make(AbstractMeta.Meta);

    private static readonly PyFunction s_noInit = new("_no_init_or_replace_init", "self, *args, **kwargs", static (Any self, Any _, Any _) => IsProtocol(PyType.Of(self)) ? throw new TypeError("Protocols cannot be instantiated") : Any.None) { Module = "typing" };

    public static readonly PyType Base = Create();

    private static PyType Create()
    {
        var space = new PyDict<Any, Any> { ["__module__"] = "typing", ["_is_protocol"] = true, ["_is_runtime_protocol"] = false };
        space["__init_subclass__"] = new ClassMethod(new PyFunction("Protocol.__init_subclass__", "cls, /, *args, **kwargs", static (Any cls, Any _, Any _) =>
        {
            var type = (PyType)cls.Ref!;
            if (!type.Namespace.ContainsKey("_is_protocol"))
                type.Define("_is_protocol", type.Bases.Any(static b => ReferenceEquals(b, Base)));
            if (IsProtocol(type) && !type.Namespace.ContainsKey("__init__"))
                type.Define("__init__", s_noInit);
            else if (!IsProtocol(type) && ReferenceEquals(type.Lookup("__init__").Ref, s_noInit))
                type.Define("__init__", PyType.Object.Lookup("__init__"));
            return Any.None;
        }));
        space["__class_getitem__"] = new ClassMethod(new PyFunction("Protocol.__class_getitem__", "cls, item, /", static (Any cls, Any item) => GenericAlias.Of(cls, item)));
        return (PyType)((Any)s_meta).Call("Protocol", PyTuple.Of(PyType.Object), space).Ref!;
    }

    public static bool IsProtocol(PyType type) => type.Namespace.TryGetValue("_is_protocol", out var flag) && flag.Truth;

    /// <summary><c>@runtime_checkable</c>.</summary>
    public static Any MakeCheckable(Any cls)
    {
        if (cls.Ref is not PyType type || !IsProtocol(type))
            throw new TypeError($"@runtime_checkable can be only applied to protocol classes, got {Operators.Repr(cls)}");
        type.Define("_is_runtime_protocol", true);
        return cls;
    }

    /// <summary>The names that a class must have.</summary>
    public static SortedSet<string> Members(PyType protocol)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in protocol.Mro)
        {
            if (!IsProtocol(type) || ReferenceEquals(type, Base))
                continue;
            names.UnionWith(type.Namespace.Entries().Select(static e => Operators.Str(e.Key)));
            if (type.Namespace.TryGetValue("__annotations__", out var annotations))
                names.UnionWith(Operators.ToList(annotations).Select(Operators.Str));
        }
        names.RemoveWhere(static n => s_special.Contains(n) || n.StartsWith("_abc_", StringComparison.Ordinal));
        return names;
    }

    private static bool IsInstance(PyType cls, Any instance)
    {
        var nominal = ReferenceEquals(cls, Base) ? PyType.Of(instance).IsSubclassOf(cls) : AbstractMeta.Meta.Lookup("__instancecheck__").Call(cls, instance).Truth;
        if (!IsProtocol(cls) || ReferenceEquals(cls, Base))
            return nominal;
        if (!cls.Lookup("_is_runtime_protocol").Truth)
            return nominal ? true : throw new TypeError("Instance and class checks can only be used with @runtime_checkable protocols");
        return nominal || Members(cls).All(n => Has(cls, instance, n));
    }

    private static bool Has(PyType protocol, Any instance, string name)
    {
        if (((instance.Ref as IPyObject)?.InstanceDict(create: false)) is { } own && own.ContainsKey(name))
            return true;
        var value = PyType.Of(instance).Lookup(name);
        if (value.IsUnbound && instance.Ref is PyType type)
            value = type.Lookup(name);
        return !value.IsUnbound && !(value.IsNone && Builtins.Callable(protocol.Lookup(name)));
    }

    private static bool IsSubclass(PyType cls, Any other)
    {
        if (other.Ref is not PyType type)
            throw new TypeError("issubclass() arg 1 must be a class");
        if (!IsProtocol(cls) || ReferenceEquals(cls, Base))
            return AbstractMeta.Meta.Lookup("__subclasscheck__").Call(cls, other).Truth;
        var members = Members(cls);
        var data = members.Where(n => !Builtins.Callable(cls.Lookup(n).IsUnbound ? Any.None : cls.Lookup(n))).ToList();
        if (!cls.Lookup("_is_runtime_protocol").Truth)
            throw new TypeError("Instance and class checks can only be used with @runtime_checkable protocols");
        if (data.Count > 0)
            throw new TypeError($"Protocols with non-method members don't support issubclass(). Non-method members: {string.Join(", ", data.Select(static n => Operators.Repr(n)))}.");
        return type.IsSubclassOf(cls) || members.All(n => type.Lookup(n) is { IsUnbound: false, IsNone: false }) || AbstractMeta.Meta.Lookup("__subclasscheck__").Call(cls, other).Truth;
    }
}

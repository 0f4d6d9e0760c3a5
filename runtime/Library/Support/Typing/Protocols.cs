using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>Classes that others satisfy by what they have: <see href="https://docs.python.org/3.13/library/typing.html#typing.Protocol">Protocol</see>.</summary>
internal static class Protocols
{
    private static readonly HashSet<string> s_special = new(StringComparer.Ordinal)
    {
        "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__", "__subclasshook__", "__weakref__",
        "__class_getitem__", "__match_args__", "__static_attributes__", "__firstlineno__", "__orig_bases__", "__parameters__", "_is_protocol", "_is_runtime_protocol",
        "__type_params__", "_abc_registry", "__qualname__", "__init_subclass__", "__protocol_attrs__", "__hash__", "__non_callable_proto_members__", "__orig_class__",
        "__callable_proto_members_only__",
    };

    /// <summary>Classes of the library that a protocol may have as bases.</summary>
    private static readonly HashSet<string> s_allowed = new(StringComparer.Ordinal)
    {
        "collections.abc.Callable", "collections.abc.Awaitable", "collections.abc.Iterable", "collections.abc.Iterator", "collections.abc.AsyncIterable", "collections.abc.AsyncIterator",
        "collections.abc.Hashable", "collections.abc.Sized", "collections.abc.Container", "collections.abc.Collection", "collections.abc.Reversible", "collections.abc.Buffer",
        "contextlib.AbstractContextManager", "contextlib.AbstractAsyncContextManager",
    };

    private static readonly PyType s_meta = new ClassMaker("_ProtocolMeta", "typing")
        .Method("__new__", "mcls, name, bases, namespace, /, **kwargs", static a =>
        {
            var bases = Lib.Tuple(a[2]);
            if (bases.Any(static b => ReferenceEquals(b.Ref, Base)) && bases.FirstOrDefault(static b => !MayBeBase(b), Any.Unbound) is { IsUnbound: false } wrong)
                throw new TypeError($"Protocols can only inherit from other protocols, got {Operators.Repr(wrong)}");
            return Lib.Call(AbstractMeta.Meta.Lookup("__new__").Ref is StaticMethod make ? make.Function : Any.None, new PyTuple(a[..4]), Lib.Dict(a[4]));
        })
        .Method("__init__", "cls, *args, **kwargs", static a =>
        {
            var cls = (PyType)a[0].Ref!;
            if (IsProtocol(cls) && Base is not null)
                cls.Define("__protocol_attrs__", new PySet<Any>(Members(cls).Select(static n => (Any)n)));
            return Any.None;
        })
        .Method("__instancecheck__", "instance", static (cls, o) => IsInstance((PyType)cls.Ref!, o))
        .Method("__subclasscheck__", "other", static (cls, o) => IsSubclass((PyType)cls.Ref!, o))
        .Make(AbstractMeta.Meta);

    private static readonly PyFunction s_noInit = new("_no_init_or_replace_init", "self, *args, **kwargs", static (Any self, Any args, Any kwargs) =>
    {
        var type = PyType.Of(self);
        if (IsProtocol(type))
            throw new TypeError("Protocols cannot be instantiated");
        // The class lies behind a protocol that has no constructor of its own: the next one counts.
        foreach (var parent in type.Mro[1..])
            if (parent.Namespace.TryGetValue("__init__", out var init) && !ReferenceEquals(init.Ref, s_noInit))
            {
                type.Define("__init__", init);
                return Lib.Call(init, new PyTuple([self, .. Lib.Tuple(args)]), Lib.Dict(kwargs));
            }
        return Any.None;
    }) { Module = "typing" };

    private static readonly ClassMethod s_hook = new(new PyFunction("_proto_hook", "cls, other", static (Any cls, Any other) => Satisfies((PyType)cls.Ref!, other)) { Module = "typing" });

    public static readonly PyType Base = Create();

    private static PyType Create()
    {
        var space = new PyDict<Any, Any> { ["__module__"] = "typing", ["_is_protocol"] = true, ["_is_runtime_protocol"] = false, ["__slots__"] = PyTuple.Empty };
        space["__init_subclass__"] = new ClassMethod(new PyFunction("Protocol.__init_subclass__", "cls, /, *args, **kwargs", static (Any[] a) =>
        {
            var type = (PyType)a[0].Ref!;
            GenericClass.HandOn(Base, type, a[2]);
            if (!IsProtocol(type))
                type.Define("_is_protocol", type.Bases.Any(static b => ReferenceEquals(b, Base)));
            if (!type.Namespace.ContainsKey("__subclasshook__"))
                type.Define("__subclasshook__", s_hook);
            if (IsProtocol(type) && ReferenceEquals(type.Lookup("__init__").Ref, PyType.Object.Lookup("__init__").Ref))
                type.Define("__init__", s_noInit);
            return Any.None;
        }) { Module = "typing" });
        return (PyType)((Any)s_meta).Call("Protocol", PyTuple.Of(GenericClass.Base), space).Ref!;
    }

    private static bool MayBeBase(Any b) => b.Ref is not PyType type || ReferenceEquals(type, PyType.Object) || ReferenceEquals(type, GenericClass.Base) || ReferenceEquals(type, Base)
        || s_allowed.Contains(type.FullName) || (type.IsSubclassOf(GenericClass.Base) && type.Lookup("_is_protocol").Truth);

    public static bool IsProtocol(PyType type) => type.Namespace.TryGetValue("_is_protocol", out var flag) && flag.Truth;

    private static bool IsCheckable(PyType type) => type.Lookup("_is_runtime_protocol") is { IsUnbound: false } flag && flag.Truth;

    /// <summary><c>@runtime_checkable</c>.</summary>
    public static Any MakeCheckable(Any cls)
    {
        if (cls.Ref is not PyType type || !type.IsSubclassOf(GenericClass.Base) || !type.Lookup("_is_protocol").Truth)
            throw new TypeError($"@runtime_checkable can be only applied to protocol classes, got {Operators.Repr(cls)}");
        type.Define("_is_runtime_protocol", true);
        var data = new PySet<Any>();
        foreach (var name in Members(type))
        {
            try
            {
                if (!Builtins.Callable(Operators.GetAttr(cls, name, Any.None)))
                    data.Add(name);
            }
            catch (BaseException e) when (e.Class.IsSubclassOf(PyException.Type))
            {
                var error = new TypeError($"Failed to determine whether protocol member {Core.Str.Repr(name)} is a method member");
                ((Any)error).Set("__cause__", e);
                throw error;
            }
        }
        type.Define("__non_callable_proto_members__", data);
        return cls;
    }

    /// <summary>The names that a class must have.</summary>
    public static SortedSet<string> Members(PyType protocol)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in protocol.Mro)
        {
            if (ReferenceEquals(type, Base) || ReferenceEquals(type, GenericClass.Base) || ReferenceEquals(type, PyType.Object))
                continue;
            names.UnionWith(type.Namespace.Entries().Select(static e => Operators.Str(e.Key)));
            if (type.Namespace.TryGetValue("__annotations__", out var annotations) && annotations.Ref is PyDict)
                names.UnionWith(Operators.ToList(annotations).Select(Operators.Str));
        }
        names.RemoveWhere(static n => s_special.Contains(n) || n.StartsWith("_abc_", StringComparison.Ordinal));
        return names;
    }

    private static IEnumerable<string> Required(PyType protocol)
        => protocol.Lookup("__protocol_attrs__").Ref is PySet names ? Operators.ToList(names).Select(Operators.Str).Order(StringComparer.Ordinal) : Members(protocol);

    private static bool IsData(PyType protocol, string name)
        => protocol.Lookup("__non_callable_proto_members__").Ref is PySet data ? Operators.Contains(data, name) : !Builtins.Callable(Operators.GetAttr(protocol, name, Any.None));

    private static bool IsInstance(PyType cls, Any instance)
    {
        if (ReferenceEquals(cls, Base))
            return PyType.Of(instance).IsSubclassOf(cls);
        bool Nominal() => AbstractMeta.Meta.Lookup("__instancecheck__").Call(cls, instance).Truth;
        if (!IsProtocol(cls))
            return Nominal();
        if (!IsCheckable(cls))
            throw NotCheckable();
        return Nominal() || Required(cls).All(n => Has(cls, instance, n));
    }

    private static TypeError NotCheckable() => new("Instance and class checks can only be used with @runtime_checkable protocols");

    private static bool Has(PyType protocol, Any instance, string name)
    {
        var value = InspectMembers.Static(instance, name);
        return !value.IsUnbound && !(value.IsNone && !IsData(protocol, name));
    }

    /// <summary>Whether a class has what a protocol asks for.</summary>
    private static Any Satisfies(PyType cls, Any other)
    {
        if (!IsProtocol(cls) || other.Ref is not PyType type)
            return Any.NotImplemented;
        foreach (var name in Required(cls))
        {
            var found = false;
            foreach (var parent in type.Mro)
            {
                if (parent.Namespace.TryGetValue(name, out var value))
                {
                    if (value.IsNone)
                        return Any.NotImplemented;
                    found = true;
                    break;
                }
                if (parent.Namespace.TryGetValue("__annotations__", out var annotations) && annotations.Ref is PyDict dict && dict.ContainsAny(name) && IsProtocol(type))
                {
                    found = true;
                    break;
                }
            }
            if (!found)
                return Any.NotImplemented;
        }
        return true;
    }

    private static bool IsSubclass(PyType cls, Any other)
    {
        if (ReferenceEquals(cls, Base))
            return other.Ref is PyType one && one.IsSubclassOf(cls);
        if (IsProtocol(cls))
        {
            if (!IsCheckable(cls))
                throw other.Ref is PyType ? NotCheckable() : new TypeError("issubclass() arg 1 must be a class");
            var data = Required(cls).Where(n => IsData(cls, n)).ToList();
            if (data.Count > 0 && cls.Namespace.TryGetValue("__subclasshook__", out var hook) && ReferenceEquals(hook.Ref, s_hook))
                throw other.Ref is not PyType ? new TypeError("issubclass() arg 1 must be a class")
                    : new TypeError($"Protocols with non-method members don't support issubclass(). Non-method members: {string.Join(", ", data.Select(static n => Operators.Repr(n)))}.");
        }
        return AbstractMeta.Meta.Lookup("__subclasscheck__").Call(cls, other).Truth;
    }
}

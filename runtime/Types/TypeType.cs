namespace Pytocs.Runtime.Core;

/// <summary>What every class can do: the methods of <c>type</c>. See <see href="https://docs.python.org/3.13/library/functions.html#type">type</see>.</summary>
internal static class TypeType
{
    private static PyType Self(Any o) => (PyType)o.Ref!;

    public static void Declare(PyType type)
    {
        type.New("cls, /, *args, **kwargs", static given =>
        {
            var (args, keywords) = ((PyTuple)given[1].Ref!, (PyDict)given[2].Ref!);
            if (args.Count == 1 && ReferenceEquals(given[0].Ref, PyType.Type))
                return keywords.Count == 0 ? PyType.Of(args[0]) : throw new TypeError("type() takes no keyword arguments");
            if (args.Count != 3)
                throw new TypeError(ReferenceEquals(given[0].Ref, PyType.Type) ? "type() takes 1 or 3 arguments" : $"type.__new__() takes exactly 3 arguments ({args.Count} given)");
            Any[] a = [given[0], .. args];
            var arguments = new Arguments();
            foreach (var (key, value) in keywords.Entries())
                arguments.Add((string)key.Ref!, value);
            return PyType.Build(
                a[0].Ref as PyType ?? throw new TypeError($"type.__new__(X): X is not a type object ({PyType.Of(a[0]).ErrorName})"),
                PyValueInstance.Unwrap(a[1]).Ref as string ?? throw Wrong(1, "str", a[1]),
                a[2].Ref as PyTuple ?? throw Wrong(2, "tuple", a[2]),
                a[3].Ref is PyDict ? a[3] : throw Wrong(3, "dict", a[3]),
                arguments);
        });
        type.Method("__init__", "self, /, *args, **kwargs", static _ => Any.None)
            .Method("__call__", "self, /, *args, **kwargs", static (self, args, kwargs) => Self(self).Instantiate(new Arguments { new Star(args), new StarStar(kwargs) }))
            .Method("__repr__", static self => $"<class '{Self(self).FullName}'>")
            .Method("__getattribute__", "self, name, /", static (self, name) => Operators.GenericRead(self, Builtins.AttributeName(name)))
            .Method("__setattr__", "self, name, value, /", static (self, name, value) =>
            {
                TypeAttributes.Set(Self(self), Builtins.AttributeName(name), value);
                return Any.None;
            })
            .Method("__delattr__", "self, name, /", static (self, name) =>
            {
                TypeAttributes.Delete(Self(self), Builtins.AttributeName(name));
                return Any.None;
            })
            .Method("__hash__", static self => Identity.Of(self.Ref!))
            .Method("mro", static self => new PyList<Any>(MethodResolutionOrder.Linearise(Self(self), Self(self).Bases).Select(t => (Any)t)))
            .Method("__subclasses__", static self => DerivedOf(Self(self)))
            .Method("__instancecheck__", "self, instance, /", static (self, instance) => PyType.Of(instance).IsSubclassOf(Self(self)))
            .Method("__subclasscheck__", "self, subclass, /", static (self, cls) => cls.Ref is PyType t && t.IsSubclassOf(Self(self)))
            .Method("__or__", "self, other, /", static (self, other) => UnionAlias.Of(self, other))
            .Method("__ror__", "self, other, /", static (self, other) => UnionAlias.Of(other, self))
            .ClassMethod("__prepare__", "cls, /, *args, **kwargs", static _ => new PyDict<Any, Any>())
            .Property("__name__", static self => Self(self).Name, static (self, v) => Self(self).Name = NameOf(self, "__name__", v), static self => throw Kept(self, "__name__"))
            .Property("__qualname__", static self => Self(self).QualName, static (self, v) => Self(self).QualName = NameOf(self, "__qualname__", v), static self => throw Kept(self, "__qualname__"))
            .Property("__module__", static self => Self(self).Namespace.TryGetValue("__module__", out var m) && m.Ref is not NativeProperty ? m : Self(self).Module, static (self, v) =>
            {
                Self(self).Define("__module__", v);
                // The line belongs to the module that made the class.
                Self(self).Namespace.Remove(StatementAttribute.FirstLine);
                Self(self).Module = v.Ref as string ?? "";
            }, static self => throw Kept(self, "__module__"))
            .Property("__text_signature__", static self => Self(self) is { IsBuiltin: true } type && Library.Callables.Of(type) is { IsInPython: false, Signature: { } text } ? text : Any.None)
            .Property("__mro__", static self => new PyTuple([.. Self(self).Mro.ToArray().Select(t => (Any)t)]))
            .Property("__bases__", static self => new PyTuple([.. Self(self).Bases.Select(t => (Any)t)]), static (self, v) => Self(self).ReplaceBases(v), static self => throw Kept(self, "__bases__"))
            .Property("__base__", static self => Self(self).Bases.Length == 0 ? Any.None : Self(self).BestBase)
            .Property("__dict__", static self => new MappingProxy(Self(self).Attributes()))
            .Property("__doc__", static self => Documentation(Self(self)), static (self, v) => Self(self).Define("__doc__", v), static self => throw Kept(self, "__doc__"))
            .Property("__annotations__", static self => Annotations(Self(self)), static (self, v) => Self(self).Define("__annotations__", v), static self => Remove(self, "__annotations__"))
            .Property("__type_params__", static self => Self(self).Namespace.TryGetValue("__type_params__", out var parameters) ? parameters : PyTuple.Empty, static (self, v) => Self(self).Define("__type_params__", v), static self => throw Kept(self, "__type_params__"))
            .Property("__abstractmethods__", static self => Self(self).Namespace.TryGetValue("__abstractmethods__", out var names) ? names : throw new AttributeError("__abstractmethods__"), static (self, v) => Self(self).Define("__abstractmethods__", v), static self => Remove(self, "__abstractmethods__"));
    }

    private static TypeError Wrong(int position, string expected, Any given) => new($"type.__new__() argument {position} must be {expected}, not {PyType.Of(given).ErrorName}");

    private static TypeError Kept(Any self, string name) => new($"cannot delete '{name}' attribute of immutable type '{Self(self).Name}'");

    private static Any Documentation(PyType type)
    {
        if (type.Namespace.TryGetValue("__doc__", out var doc) && doc.Ref is not NativeProperty)
            return Descriptor.Of(doc) is { } descriptor ? descriptor.Get(Any.Unbound, type) : doc;
        return type.IsBuiltin && Library.Callables.Of(type)?.Documentation is { } text ? text : Any.None;
    }

    private static string NameOf(Any self, string attribute, Any value)
    {
        if (PyValueInstance.Unwrap(value).Ref is not string name)
            throw new TypeError($"can only assign string to {Self(self).Name}.{attribute}, not '{PyType.Of(value).ErrorName}'");
        if (attribute != "__name__")
            return name;
        return name.Contains('\0', StringComparison.Ordinal) ? throw new ValueError("type name must not contain null characters") : PyType.Encodable(name);
    }

    /// <summary>The classes derived from one: built-in ones, which only now may come to be, before those of the program.</summary>
    private static PyList<Any> DerivedOf(PyType type)
    {
        var order = type.IsBuiltin ? BuiltinsModule.Instance.Namespace.Values.Select(static v => v.Ref as PyType).ToList() : [];
        return new(type.Subclasses.Select(static w => w.TryGetTarget(out var t) ? t : null).OfType<PyType>()
            .Distinct().OrderBy(t => order.IndexOf(t) is >= 0 and var at ? at : order.Count).Select(static t => (Any)t));
    }

    private static void Remove(Any self, string name)
    {
        if (!Self(self).Namespace.Remove(name))
            throw new AttributeError(name, name, self);
        PyType.Changed();
    }

    private static Any Annotations(PyType type)
    {
        if (type.Namespace.TryGetValue("__annotations__", out var known))
            return known;
        var made = new PyDict<Any, Any>();
        if (!type.IsBuiltin)
            type.Define("__annotations__", made);
        return made;
    }
}

namespace Pytocs.Runtime.Core;

/// <summary>
/// Attribute access. See
/// <see href="https://docs.python.org/3.13/reference/datamodel.html#customizing-attribute-access">Customizing attribute access</see>.
/// </summary>
public static partial class Operators
{
    /// <summary><c>o.name</c>.</summary>
    /// <exception cref="AttributeError">There is no such attribute.</exception>
    public static Any GetAttr(Any o, string name)
    {
        if (TryPlain(o, name, out var value))
            return value;
        value = TryGetAttr(o, name, throwing: true);
        return value.IsUnbound ? throw NoAttribute(o, name) : value;
    }

    /// <summary>What most attributes of the program's objects are: C# properties, or entries of the object's dictionary that the class does not know.</summary>
    private static bool TryPlain(Any o, string name, out Any value)
    {
        if (o.Ref is PyObject instance and not (PyType or PyModule or Super) && instance.Class is { IsBuiltin: false, ReadsItself: false } type)
        {
            var inClass = type.Lookup(name);
            if (inClass.Ref is FieldDescriptor field)
                return field.TryGet(o, out value);
            if (inClass.IsUnbound && instance.InstanceDict(create: false) is { } dict)
                return dict.TryGetValue(name, out value);
        }
        value = default;
        return false;
    }

    /// <summary><c>getattr(o, name, fallback)</c>.</summary>
    public static Any GetAttr(Any o, string name, Any fallback)
    {
        try
        {
            var value = TryGetAttr(o, name, throwing: false);
            return value.IsUnbound ? fallback : value;
        }
        catch (BaseException e) when (e.Class.IsSubclassOf(AttributeError.Type))
        {
            return fallback;
        }
    }

    /// <summary><c>hasattr(o, name)</c>.</summary>
    public static bool HasAttr(Any o, string name) => !GetAttr(o, name, Any.Unbound).IsUnbound;

    /// <summary>The attribute, or unbound where the ordinary rules find nothing.</summary>
    private static Any TryGetAttr(Any o, string name, bool throwing)
    {
        var type = PyType.Of(o);
        if (type.ReadsItself && o.Ref is not Super)
        {
            try
            {
                return type.Special("__getattribute__").Call(o, name);
            }
            catch (BaseException e) when (e.Class.IsSubclassOf(AttributeError.Type) && !type.Special("__getattr__").IsUnbound)
            {
                return FallBack(type.Special("__getattr__"), o, name);
            }
            catch (AttributeError e) when (e.Concerns(o, name))
            {
                throw;
            }
        }
        if (o.Ref is PyType cls)
        {
            var found = TypeAttributes.TryGet(cls, type, name);
            if (!found.IsUnbound)
                return found;
        }
        else if (o.Ref is PyModule module)
        {
            var found = module.TryGet(name);
            if (!found.IsUnbound)
                return found;
            if (name == "__dict__" && !HasOwnDict(type))
                return module.InstanceDict(create: true);
            found = GenericGet(o, type, name);
            if (!found.IsUnbound)
                return found;
            return throwing ? module.Missing(name) : module.TryMissing(name);
        }
        else if (o.Ref is Super super)
        {
            return super.TryGetMember(name);
        }
        else
        {
            var found = GenericGet(o, type, name);
            if (!found.IsUnbound)
                return found;
        }
        var fallback = type.Special("__getattr__");
        return fallback.IsUnbound ? Any.Unbound : FallBack(fallback, o, name);
    }

    /// <summary>Whether a class of the program has a <c>__dict__</c> of its own in the place of the objects'.</summary>
    private static bool HasOwnDict(PyType type)
        => !type.IsBuiltin && type.Lookup("__dict__") is { IsUnbound: false, Ref: not NativeProperty };

    /// <summary><c>object.__getattribute__(o, name)</c>, and what <c>type</c> and modules have in its place.</summary>
    /// <exception cref="AttributeError">There is no such attribute.</exception>
    internal static Any GenericRead(Any o, string name)
    {
        var type = PyType.Of(o);
        var found = o.Ref switch
        {
            PyType cls => TypeAttributes.TryGet(cls, name),
            PyModule module => module.TryGet(name) is { IsUnbound: false } own ? own : name == "__dict__" && !HasOwnDict(type) ? module.InstanceDict(create: true) : GenericGet(o, type, name, hasFallback: false),
            _ => GenericGet(o, type, name, hasFallback: false),
        };
        if (found.IsUnbound && type.Special("__getattr__").Ref is PyFunction { IsBuiltin: true } fallback)
            found = fallback.Call(o, name);
        return found.IsUnbound ? throw NoAttribute(o, name) : found;
    }

    private static Any FallBack(Any hook, Any o, string name)
    {
        try
        {
            return hook.Call(o, name);
        }
        catch (AttributeError e) when (e.Concerns(o, name))
        {
            throw;
        }
    }

    /// <summary><c>object.__getattribute__</c>, unbound instead of an error.</summary>
    internal static Any GenericGet(Any o, PyType type, string name, bool hasFallback = true)
    {
        var inClass = type.Lookup(name);
        var descriptor = Descriptor.Of(inClass);
        try
        {
            if (descriptor is { IsData: true } and not IWriteOnly { IsWriteOnly: true })
                return descriptor is FieldDescriptor field
                    ? field.TryGet(o, out var value) ? value : Any.Unbound
                    : descriptor.Get(o, type);
            if ((o.Ref as IPyObject)?.InstanceDict(create: false) is { } dict && dict.TryGetValue(name, out var own))
                return own;
            if (descriptor is not null)
                return descriptor.Get(o, type);
        }
        catch (BaseException e) when (hasFallback && e.Class.IsSubclassOf(AttributeError.Type) && !type.Special("__getattr__").IsUnbound)
        {
            return Any.Unbound;
        }
        catch (AttributeError e) when (e.Concerns(o, name))
        {
            throw;
        }
        return inClass.IsUnbound ? SpecialAttribute(o, type, name) : inClass;
    }

    private static Any SpecialAttribute(Any o, PyType type, string name) => name switch
    {
        "__class__" => type,
        "__dict__" when o.Ref is IPyObject p && type.HasInstanceDict => Vars(p),
        _ => Any.Unbound,
    };

    /// <summary>The instance dictionary; for an emitted class with its C# properties copied in front.</summary>
    internal static PyDict<Any, Any> Vars(IPyObject o)
    {
        var fields = new List<FieldDescriptor>();
        foreach (var type in o.Class.Mro)
            if (!type.HasSlots)
                fields.InsertRange(0, type.Fields);
        if (fields.Count == 0)
            return o.InstanceDict(create: true) ?? throw new TypeError("vars() argument must have __dict__ attribute");
        var result = new PyDict<Any, Any>();
        Any self = new(o, 0);
        foreach (var field in fields)
            if (field.TryGetOwn(self, out var value))
                result[field.Name] = value;
        if (o.InstanceDict(create: false) is { } rest)
            foreach (var (key, value) in rest)
                result[key] = value;
        return result;
    }

    /// <summary>Whether a class has put something of its own in the place of a hook that every object has, be it a built-in method of another name.</summary>
    private static bool IsOwn(Any hook, string name)
        => hook.Ref is PyFunction { IsBuiltin: false } or SpecialMethod || (hook.Ref is PyFunction other && other.Name != name);

    /// <summary><c>o.name = value</c>.</summary>
    public static void SetAttr(Any o, string name, Any value)
    {
        var type = PyType.Of(o);
        var custom = type.Special("__setattr__");
        if (IsOwn(custom, "__setattr__") || type.IsProxy)
            custom.Call(o, name, value);
        else
            GenericSet(o, name, value);
    }

    /// <summary><c>object.__setattr__(o, name, value)</c>.</summary>
    internal static void GenericSet(Any o, string name, Any value)
    {
        if (o.Ref is PyType cls)
        {
            TypeAttributes.Set(cls, name, value);
            return;
        }
        var type = PyType.Of(o);
        if (Descriptor.Of(type.Lookup(name)) is { IsData: true } descriptor)
            descriptor.Set(o, value);
        else if (name == "__class__")
            SetClass(o, value);
        else if (name == "__dict__" && type.HasInstanceDict && o.Ref is PyObject and not PyModule)
            InstanceDictionary.Replace(o, value);
        else if (o.Ref is PyModule module)
            module.Set(name, value);
        else if (InstanceDictOf(o, type) is { } dict)
            dict[name] = value;
        else
            throw NotWritable(o, type, name);
    }

    private static PyDict<Any, Any>? InstanceDictOf(Any o, PyType type)
        => type.HasInstanceDict || !type.IsBuiltin ? (o.Ref as IPyObject)?.InstanceDict(create: true) : null;

    private static AttributeError NotWritable(Any o, PyType type, string name)
        => type.Lookup(name).IsUnbound
            ? new AttributeError($"'{type.ErrorName}' object has no attribute '{name}'{(type.HasInstanceDict ? "" : NoDictHint())}", name, o)
            : new AttributeError($"'{type.ErrorName}' object attribute '{name}' is read-only", name, o);

    private static string NoDictHint() => " and no __dict__ for setting new attributes";

    private static void SetClass(Any o, Any value)
    {
        if (value.Ref is not PyType cls)
            throw new TypeError($"__class__ must be set to a class, not '{PyType.Of(value).ErrorName}' object");
        var before = PyType.Of(o);
        if (ReferenceEquals(before, cls))
            return;
        if (o.Ref is PyModule module && cls.IsSubclassOf(PyModule.BaseType))
        {
            module.SetClass(cls);
            return;
        }
        if (o.Ref is not IPyObject instance || before.IsBuiltin || cls.IsBuiltin)
            throw new TypeError("__class__ assignment only supported for mutable types or ModuleType subclasses");
        if (!before.HasLayoutOf(cls) || !ChangeClass(instance, cls))
            throw new TypeError($"__class__ assignment: '{cls.Name}' object layout differs from '{before.Name}'");
    }

    /// <summary>Gives an object another class; false for one whose C# class is that of its Python class.</summary>
    private static bool ChangeClass(IPyObject o, PyType cls)
    {
        switch (o)
        {
            case PyInstance instance:
                instance.SetClass(cls);
                return true;
            case PyValueInstance value:
                value.SetClass(cls);
                return true;
            case PyContainer container:
                container.SetClass(cls);
                return true;
            case BaseException error:
                error.SetClass(cls);
                return true;
            default:
                return false;
        }
    }

    /// <summary><c>del o.name</c>.</summary>
    public static void DelAttr(Any o, string name)
    {
        var custom = PyType.Of(o).Special("__delattr__");
        if (IsOwn(custom, "__delattr__") || PyType.Of(o).IsProxy)
            custom.Call(o, name);
        else
            GenericDelete(o, name);
    }

    internal static void GenericDelete(Any o, string name)
    {
        if (o.Ref is PyType cls)
        {
            TypeAttributes.Delete(cls, name);
            return;
        }
        var type = PyType.Of(o);
        if (name == "__class__")
            throw new TypeError("can't delete __class__ attribute");
        if (Descriptor.Of(type.Lookup(name)) is { IsData: true } descriptor)
        {
            if (descriptor is FieldDescriptor field && !field.TryGetOwn(o, out _))
                throw NoAttribute(o, name);
            descriptor.Delete(o);
        }
        else if (o.Ref is not PyModule && InstanceDictOf(o, type) is null)
        {
            throw NotWritable(o, type, name);
        }
        else if (o.Ref is PyModule module ? !module.Remove(name) : InstanceDictOf(o, type)?.Remove(name) != true)
        {
            throw NoAttribute(o, name);
        }
    }

    private static AttributeError NoAttribute(Any o, string name) => o.Ref switch
    {
        PyType cls => new AttributeError($"type object '{cls.Name}' has no attribute '{name}'", name, o),
        PyModule module => module.NoName(name),
        _ => new AttributeError($"'{PyType.Of(o).ErrorName}' object has no attribute '{name}'", name, o),
    };

    /// <summary>
    /// Finds what <c>o.name(...)</c> calls. True when it is a function of the class, to be called
    /// with <paramref name="o"/> first; false when it is the attribute's own value.
    /// </summary>
    internal static bool FindMethod(Any o, string name, out Any function)
    {
        if (o.Ref is not (PyType or PyModule or Super))
        {
            var type = PyType.Of(o);
            function = type.Lookup(name);
            if (function.Ref is PyFunction { Binds: true }
                && (o.Ref as IPyObject)?.InstanceDict(create: false)?.ContainsKey(name) != true
                && !type.ReadsItself)
                return true;
        }
        function = GetAttr(o, name);
        return false;
    }

    internal static Any NotCallable(Any o)
    {
        if (o.Ref is IPyObject)
        {
            var call = PyType.Of(o).Special("__call__");
            if (!call.IsUnbound)
                throw new TypeError($"'{PyType.Of(o).ErrorName}' object is not callable from here");
        }
        throw new TypeError($"'{PyType.Of(o).ErrorName}' object is not callable");
    }

    /// <summary>The words that follow where a module is called that has a class, or function, of its own name.</summary>
    internal static string CallableHint(PyObject o)
        => o is PyModule { Name: var name } module && module.TryGet(name) is { IsUnbound: false } own && Builtins.Callable(own) ? $". Did you mean: '{name}.{name}(...)'?" : "";
}

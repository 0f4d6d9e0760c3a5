namespace Pytocs.Runtime.Core;

/// <summary>Attributes of classes: their own order first, with the metaclass's data descriptors in front.</summary>
internal static class TypeAttributes
{
    public static Any TryGet(PyType cls, string name)
    {
        var meta = cls.Class;
        var inMeta = meta.Lookup(name);
        var metaDescriptor = Descriptor.Of(inMeta);
        if (metaDescriptor is { IsData: true })
            return metaDescriptor.Get(cls, meta);
        var own = cls.Lookup(name);
        if (!own.IsUnbound && own.Ref is not FieldDescriptor { IsOfObjectsAlone: true })
            return Descriptor.Of(own) is { } descriptor ? descriptor.Get(Any.Unbound, cls) : own;
        if (metaDescriptor is not null)
            return metaDescriptor.Get(cls, meta);
        return inMeta.IsUnbound ? Special(cls, name) : inMeta;
    }

    /// <summary>An attribute of a class; what a descriptor refuses is left to the <c>__getattr__</c> of its metaclass.</summary>
    public static Any TryGet(PyType cls, PyType meta, string name)
    {
        try
        {
            return TryGet(cls, name);
        }
        catch (BaseException e) when (e.Class.IsSubclassOf(AttributeError.Type) && !meta.Special("__getattr__").IsUnbound)
        {
            return Any.Unbound;
        }
    }

    private static Any Special(PyType cls, string name) => name switch
    {
        "__class__" => cls.Class,
        _ => Any.Unbound,
    };

    public static void Set(PyType cls, string name, Any value)
    {
        if (cls.IsBuiltin && !Library.Callables.IsOpen(cls))
            throw new TypeError($"cannot set '{name}' attribute of immutable type '{cls.FullName}'");
        if (Descriptor.Of(cls.Class.Lookup(name)) is { IsData: true } descriptor)
            descriptor.Set(cls, value);
        else if (cls.Namespace.TryGetValue(name, out var own) && own.Ref is SharedAttribute shared)
            shared.Set(cls, value);
        else if (cls.Lookup(name).Ref is FieldDescriptor { Owner: null } field && Descriptor.Of(value) is not { IsData: true })
            // Objects that have the attribute themselves keep it; the others have the class's.
            cls.Define(name, field.WithShared(value));
        else
            cls.Define(name, value);
    }

    public static void Delete(PyType cls, string name)
    {
        if (cls.IsBuiltin && !Library.Callables.IsOpen(cls))
            throw new TypeError($"cannot set '{name}' attribute of immutable type '{cls.FullName}'");
        if (Descriptor.Of(cls.Class.Lookup(name)) is { IsData: true } descriptor)
            descriptor.Delete(cls);
        else if (cls.Namespace.TryGetValue(name, out var own) && own.Ref is FieldDescriptor { IsOfObjectsAlone: false, Owner: null } field && cls.Fields.Exists(f => f.Name == name))
            cls.Define(name, field.WithShared(Any.Unbound));
        else if (own.Ref is FieldDescriptor { IsOfObjectsAlone: true } || !cls.Namespace.Remove(name))
            throw new AttributeError($"type object '{cls.Name}' has no attribute '{name}'", name, cls);
        PyType.Changed();
    }
}

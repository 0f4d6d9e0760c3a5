namespace Pytocs.Runtime.Core;

/// <summary>
/// What a class attribute does when it is read through an instance or class.
/// See <see href="https://docs.python.org/3.13/howto/descriptor.html">Descriptor HowTo Guide</see>.
/// </summary>
public interface IDescriptor
{
    /// <summary>Whether it goes before the instance dictionary.</summary>
    bool IsData { get; }

    /// <summary>Reads it; <paramref name="instance"/> is unbound when reached through the class itself.</summary>
    Any Get(Any instance, PyType owner);

    void Set(Any instance, Any value);

    void Delete(Any instance);
}

/// <summary>An instance attribute of an emitted class, kept in a C# property.</summary>
internal sealed class FieldDescriptor(string name, Func<Any, Any> get, Action<Any, Any> set) : PyObject, IDescriptor
{
    public string Name => name;

    public override PyType Class => DescriptorTypes.Member;

    public bool IsData => true;

    /// <summary>The class whose <c>__slots__</c> name it: then it is an attribute of the class too.</summary>
    public PyType? Owner { get; init; }

    /// <summary>The attribute of that name that the class itself has; unbound where it has none.</summary>
    public Any Shared { get; init; } = Any.Unbound;

    /// <summary>Whether the class has no attribute of that name.</summary>
    public bool IsOfObjectsAlone => Owner is null && Shared.IsUnbound;

    /// <summary>The same attribute of objects, where the class has another value of that name, or with an unbound one none.</summary>
    public FieldDescriptor WithShared(Any value) => new(name, get, set) { Shared = value };

    public Any Get(Any instance, PyType owner)
    {
        if (instance.IsUnbound && !Shared.IsUnbound)
            return SharedBy(instance, owner);
        if (instance.IsUnbound && Owner is not null)
            return this;
        if (instance.IsUnbound)
            throw new AttributeError($"type object '{owner.Name}' has no attribute '{name}'", name, owner);
        return TryGet(instance, out var value) ? value
            : throw new AttributeError($"'{(Owner is null ? owner.Name : owner.QualifiedName)}' object has no attribute '{name}'", name, instance);
    }

    /// <summary>What reading it of an object gives: the object's own value, else the class's.</summary>
    public bool TryGet(Any instance, out Any value)
    {
        if (TryGetOwn(instance, out value))
            return true;
        if (Shared.IsUnbound)
            return false;
        value = SharedBy(instance, PyType.Of(instance));
        return true;
    }

    /// <summary>The value that an object has itself.</summary>
    public bool TryGetOwn(Any instance, out Any value)
    {
        value = get(instance);
        return !value.IsUnbound;
    }

    /// <summary>The class's value, as an object has it or, without one, the class.</summary>
    public Any SharedBy(Any instance, PyType owner) => Descriptor.Of(Shared) is { } descriptor ? descriptor.Get(instance, owner) : Shared;

    public void Set(Any instance, Any value) => set(instance, value);

    public void Delete(Any instance) => set(instance, Any.Unbound);
}

/// <summary>A class attribute of an emitted class, kept in a static C# property.</summary>
internal sealed class SharedAttribute(Func<Any> get, Action<Any> set) : PyObject, IDescriptor
{
    public override PyType Class => DescriptorTypes.Member;

    public bool IsData => false;

    /// <summary>The attribute's value.</summary>
    public Any Value => get();

    public Any Get(Any instance, PyType owner)
    {
        var value = get();
        return Descriptor.Of(value) is { } descriptor ? descriptor.Get(instance, owner) : value;
    }

    public void Set(Any instance, Any value) => set(value);

    public void Delete(Any instance) => throw new AttributeError("can't delete attribute");
}

/// <summary>A computed attribute of a built-in type.</summary>
internal sealed class NativeProperty(PyType owner, string name, Func<Any, Any> get, Action<Any, Any>? set, Action<Any>? delete) : PyObject, IDescriptor
{
    public override PyType Class => DescriptorTypes.GetSet;

    public string Name => name;

    public PyType Owner => owner;

    /// <summary>Its <c>__doc__</c>.</summary>
    public Any Doc
    {
        get => _doc ??= Library.Callables.OfMember(owner, name)?.Documentation is { } text ? text : Any.None;
        set => _doc = value;
    }

    private Any? _doc;

    public bool IsData => true;

    public Any Get(Any instance, PyType type) => instance.IsUnbound ? this : get(instance);

    public void Set(Any instance, Any value)
    {
        if (set is null)
            throw NotWritable(instance);
        set(instance, value);
    }

    private AttributeError NotWritable(Any instance) => new($"attribute '{name}' of '{(owner.IsBuiltin ? owner.FullName : owner.Name)}' objects is not writable", name, instance);

    public void Delete(Any instance)
    {
        if (delete is null)
            throw NotWritable(instance);
        delete(instance);
    }
}

/// <summary>Python's <c>staticmethod</c>.</summary>
public sealed class StaticMethod(Any function) : PyObject, IDescriptor
{
    private PyDict<Any, Any>? _attributes;

    /// <summary>The class that Python code derived from <c>staticmethod</c>.</summary>
    internal PyType? Derived { get; init; }

    public override PyType Class => Derived ?? DescriptorTypes.StaticMethod;

    /// <inheritdoc/>
    public override PyDict<Any, Any>? InstanceDict(bool create) => _attributes ??= Descriptor.WrapperAttributes(function);

    public Any Function => function;

    public bool IsData => false;

    public Any Get(Any instance, PyType owner) => function;

    public void Set(Any instance, Any value) => throw new AttributeError("can't set attribute");

    public void Delete(Any instance) => throw new AttributeError("can't delete attribute");

    public override Any Call(Arguments arguments) => function.Call(arguments);
}

/// <summary>Python's <c>classmethod</c>.</summary>
public sealed class ClassMethod(Any function) : PyObject, IDescriptor
{
    private PyDict<Any, Any>? _attributes;

    /// <summary>The class that Python code derived from <c>classmethod</c>.</summary>
    internal PyType? Derived { get; init; }

    public override PyType Class => Derived ?? (function.Ref is PyFunction { IsInPython: false } ? DescriptorTypes.ClassMethodDescriptor : DescriptorTypes.ClassMethod);

    /// <inheritdoc/>
    public override PyDict<Any, Any>? InstanceDict(bool create) => _attributes ??= Descriptor.WrapperAttributes(function);

    public Any Function => function;

    public bool IsData => false;

    public Any Get(Any instance, PyType owner) => new BoundMethod(function, owner);

    public void Set(Any instance, Any value) => throw new AttributeError("can't set attribute");

    public void Delete(Any instance) => throw new AttributeError("can't delete attribute");
}

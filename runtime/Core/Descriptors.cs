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

    public Any Get(Any instance, PyType owner)
    {
        if (instance.IsUnbound && Owner is not null)
            return this;
        if (instance.IsUnbound)
            throw new AttributeError($"type object '{owner.Name}' has no attribute '{name}'", name, owner);
        var value = get(instance);
        return value.IsUnbound
            ? throw new AttributeError($"'{(Owner is null ? owner.Name : owner.QualifiedName)}' object has no attribute '{name}'", name, instance)
            : value;
    }

    public bool TryGet(Any instance, out Any value)
    {
        value = get(instance);
        return !value.IsUnbound;
    }

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
    public Any Doc { get; set; } = Any.None;

    public bool IsData => true;

    public Any Get(Any instance, PyType type) => instance.IsUnbound ? this : get(instance);

    public void Set(Any instance, Any value)
    {
        if (set is null)
            throw new AttributeError($"attribute '{name}' of '{owner.FullName}' objects is not writable", name, instance);
        set(instance, value);
    }

    public void Delete(Any instance)
    {
        if (delete is null)
            throw new AttributeError($"attribute '{name}' of '{owner.FullName}' objects is not writable", name, instance);
        delete(instance);
    }
}

/// <summary>Python's <c>staticmethod</c>.</summary>
public sealed class StaticMethod(Any function) : PyObject, IDescriptor
{
    public override PyType Class => DescriptorTypes.StaticMethod;

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
    public override PyType Class => DescriptorTypes.ClassMethod;

    public Any Function => function;

    public bool IsData => false;

    public Any Get(Any instance, PyType owner) => new BoundMethod(function, owner);

    public void Set(Any instance, Any value) => throw new AttributeError("can't set attribute");

    public void Delete(Any instance) => throw new AttributeError("can't delete attribute");
}

/// <summary>Python's <c>property</c>.</summary>
public sealed class PyProperty(Any get, Any set, Any delete, Any doc) : PyObject, IDescriptor
{
    public override PyType Class => DescriptorTypes.Property;

    public Any Getter => get;

    public Any Setter => set;

    public Any Deleter => delete;

    public Any Doc { get; set; } = doc.IsNone && !get.IsNone ? Operators.GetAttr(get, "__doc__", Any.None) : doc;

    /// <summary>The attribute's name, set by <c>__set_name__</c>.</summary>
    public string? Name { get; internal set; }

    public bool IsData => true;

    public Any Get(Any instance, PyType owner)
    {
        if (instance.IsUnbound)
            return this;
        return get.IsNone ? throw Missing("getter", instance) : get.Call(instance);
    }

    public void Set(Any instance, Any value)
    {
        if (set.IsNone)
            throw Missing("setter", instance);
        set.Call(instance, value);
    }

    public void Delete(Any instance)
    {
        if (delete.IsNone)
            throw Missing("deleter", instance);
        delete.Call(instance);
    }

    private AttributeError Missing(string what, Any instance)
    {
        var owner = PyType.Of(instance).QualName;
        var name = Name ?? (get.Ref is PyFunction f ? f.Name : null);
        return new AttributeError(name is null ? $"property of '{owner}' object has no {what}" : $"property '{name}' of '{owner}' object has no {what}");
    }
}

namespace Pytocs.Runtime.Core;

/// <summary>A descriptor that may leave reading to the instance dictionary.</summary>
internal interface IWriteOnly
{
    /// <summary>Whether it decides what assignments do, but not what is read.</summary>
    bool IsWriteOnly { get; }
}

/// <summary>Finds how a class attribute behaves when read: a C# descriptor, or an object with <c>__get__</c>.</summary>
internal static class Descriptor
{
    /// <summary>The value as a descriptor, or null when it is an ordinary value.</summary>
    public static IDescriptor? Of(Any value)
    {
        if (value.Ref is IDescriptor descriptor)
            return descriptor is not PyFunction and PyObject { Class: { IsBuiltin: false } derived } ? Derived(value, descriptor, derived) : descriptor;
        if (value.Ref is not PyObject o || o is PyType)
            return null;
        var type = o.Class;
        if (type.IsBuiltin)
            return null;
        var get = type.Special("__get__");
        var set = type.Special("__set__");
        var delete = type.Special("__delete__");
        return get.IsUnbound && set.IsUnbound && delete.IsUnbound ? null : new UserDescriptor(value, get, set, delete);
    }

    /// <summary>A descriptor of a Python class that derives from a built-in one, whose methods it may replace.</summary>
    private static IDescriptor Derived(Any value, IDescriptor builtin, PyType type)
    {
        var (get, set, delete) = (type.Special("__get__"), type.Special("__set__"), type.Special("__delete__"));
        return IsPlain(get) && IsPlain(set) && IsPlain(delete) ? builtin : new UserDescriptor(value, get, set, delete);

        static bool IsPlain(Any method) => method.IsUnbound || method.Ref is PyFunction { IsBuiltin: true };
    }

    /// <summary>What a wrapper of a function takes over from it.</summary>
    public static PyDict<Any, Any> WrapperAttributes(Any function)
    {
        var result = new PyDict<Any, Any>();
        foreach (var name in (string[])["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"])
            if (Operators.GetAttr(function, name, Any.Unbound) is { IsUnbound: false } value)
                result[name] = value;
        return result;
    }

    private sealed class UserDescriptor(Any self, Any get, Any set, Any delete) : IDescriptor, IWriteOnly
    {
        public bool IsWriteOnly => get.IsUnbound;

        public bool IsData => !set.IsUnbound || !delete.IsUnbound;

        public Any Get(Any instance, PyType owner)
            => get.IsUnbound ? self : get.Call(self, instance.IsUnbound ? Any.None : instance, owner);

        public void Set(Any instance, Any value)
        {
            if (set.IsUnbound)
                throw new AttributeError("__set__");
            set.Call(self, instance, value);
        }

        public void Delete(Any instance)
        {
            if (delete.IsUnbound)
                throw new AttributeError("__delete__");
            delete.Call(self, instance);
        }
    }
}

namespace Pytocs.Runtime.Core;

/// <summary>The attributes <c>__dict__</c> and <c>__weakref__</c> of objects of Python's own classes.</summary>
internal static class InstanceDictionary
{
    /// <summary>What a class has under <c>__dict__</c> whose objects, other than its bases', take any attributes.</summary>
    public static NativeProperty Of(PyType owner) => new(owner, "__dict__", Read, Replace, Delete) { Doc = "dictionary for instance variables" };

    /// <summary>What a class has under <c>__weakref__</c>.</summary>
    public static NativeProperty Weak(PyType owner) => new(owner, "__weakref__", static o => Library.WeakReferences.First(o), null, null) { Doc = "list of weak references to the object" };

    private static Any Read(Any o) => o.Ref is IPyObject p and not PyType ? Operators.Vars(p) : throw Wrong(o);

    /// <summary><c>o.__dict__ = d</c>.</summary>
    public static void Replace(Any o, Any value)
    {
        if (value.Ref is not PyDict<Any, Any> dict)
            throw new TypeError($"__dict__ must be set to a dictionary, not a '{PyType.Of(value).ErrorName}'");
        Put(o, dict);
    }

    private static void Delete(Any o) => Put(o, new PyDict<Any, Any>());

    private static void Put(Any o, PyDict<Any, Any> dict)
    {
        foreach (var type in PyType.Of(o).Mro)
            foreach (var field in type.Fields)
                if (!type.HasSlots)
                    field.Set(o, dict.TryGetValue(field.Name, out var value) ? value : Any.Unbound);
        switch (o.Ref)
        {
            case PyObject p:
                p.SetInstanceDict(dict);
                break;
            case BaseException e:
                e.SetInstanceDict(dict);
                break;
            default:
                throw Wrong(o);
        }
    }

    private static TypeError Wrong(Any o) => new($"this __dict__ descriptor does not support '{PyType.Of(o).ErrorName}' objects");
}

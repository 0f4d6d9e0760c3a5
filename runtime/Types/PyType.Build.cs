namespace Pytocs.Runtime.Core;

/// <summary>Class creation at run time. See <see href="https://docs.python.org/3.13/reference/datamodel.html#customizing-class-creation">customizing class creation</see>.</summary>
public sealed partial class PyType
{
    private const string Conflict = "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases";

    private static TypeError NoBase(Any given)
        => new(Of(given).Special("__mro_entries__").IsUnbound ? ReferenceEquals(Of(given), Object) ? "bases must be types" : Conflict : "type() doesn't support MRO entry resolution; use types.new_class()");

    /// <summary>What <c>type.__new__</c> does: make the class from its name, bases and namespace.</summary>
    /// <exception cref="TypeError">The bases do not go together.</exception>
    public static PyType Build(PyType metaclass, string name, PyTuple bases, Any space, Arguments keywords)
    {
        var parents = bases.Count == 0 ? [Object] : bases.Select(b => b.Ref as PyType ?? throw NoBase(b)).ToArray();
        foreach (var parent in parents)
            if (parent.IsFinal || ReferenceEquals(parent, BoolType.Type) || IsSealed(parent))
                throw new TypeError($"type '{parent.FullName}' is not an acceptable base type");
        CheckLayouts(parents);
        metaclass = Winner(metaclass, parents.Select(static p => p.Class));
        if (name.Contains('\0', StringComparison.Ordinal))
            throw new ValueError("type name must not contain null characters");
        Encodable(name);
        var type = new PyType(name, [], ReferenceEquals(metaclass, Type) ? null : metaclass);
        var slots = Any.Unbound;
        Any cell = Any.Unbound;
        foreach (var (key, value) in Operators.MappingItems(space))
        {
            if (key.Ref is string and "__classcell__")
                cell = value;
            else
                type.Namespace[key] = value;
            if (key.Ref is string and "__slots__")
                slots = value;
        }
        type.SetBases(parents);
        type.Describe(name, parents, slots);
        if (!cell.IsUnbound)
            (cell.Ref as PyCell ?? throw new TypeError($"type.__new__(): __classcell__ must be a nonlocal cell, not {Operators.Repr(Of(cell))}")).Value = type;
        type.NameMembers();
        InitSubclass(type, keywords);
        return type;
    }

    private static readonly HashSet<string> s_sealed =
    [
        "function", "builtin_function_or_method", "method", "method_descriptor", "wrapper_descriptor", "method-wrapper", "classmethod_descriptor", "getset_descriptor", "member_descriptor", "mappingproxy", "code", "cell", "frame", "traceback",
        "slice", "range", "dict_keys", "dict_values", "dict_items",
    ];

    /// <summary>Whether CPython lets nothing derive from a built-in class.</summary>
    private static bool IsSealed(PyType type) => type is { IsBuiltin: true, Module: "builtins" } && (s_sealed.Contains(type.Name) || type.Name.EndsWith("iterator", StringComparison.Ordinal));

    private void Describe(string name, PyType[] parents, Any slots)
    {
        var hasDict = parents.Any(static p => p.HasInstanceDict && !ReferenceEquals(p, Object));
        var hasWeak = parents.Any(static p => p.IsWeaklyReferable);
        if (!Namespace.TryGetValue("__module__", out var module))
            Namespace["__module__"] = module = CallingModule.Name;
        Module = module.Ref is string m ? m : "__main__";
        if (Namespace.TryGetValue("__qualname__", out var qualName))
        {
            QualName = PyValueInstance.Unwrap(qualName).Ref as string ?? throw new TypeError($"type __qualname__ must be a str, not {Of(qualName).ErrorName}");
            Namespace.Remove("__qualname__");
        }
        Name = name;
        HasInstanceDict = slots.IsUnbound || hasDict;
        IsWeaklyReferable = slots.IsUnbound || hasWeak;
        if (!slots.IsUnbound)
            DeclareSlots(slots, hasDict, hasWeak);
        DeclareDictionaries(hasDict, hasWeak);
        if (!Namespace.TryGetValue("__doc__", out var doc))
            Namespace["__doc__"] = Any.None;
        else if (doc.Ref is string text)
            Encodable(text);
        if (Namespace.ContainsKey("__eq__") && !Namespace.ContainsKey("__hash__"))
            Namespace["__hash__"] = Any.None;
        foreach (var special in (string[])["__init_subclass__", "__class_getitem__"])
            if (Namespace.TryGetValue(special, out var function) && function.Ref is PyFunction)
                Namespace[special] = new ClassMethod(function);
        if (Namespace.TryGetValue("__new__", out var make) && make.Ref is PyFunction)
            Namespace["__new__"] = new StaticMethod(make);
        Changed();
    }

    /// <exception cref="UnicodeEncodeError">A text has lone surrogates, which C would have to keep as UTF-8.</exception>
    internal static string Encodable(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
            Codecs.Encode(text, "utf-8", "strict");
        return text;
    }

    /// <summary>Whether weak references to the objects of a class that Python code made are allowed.</summary>
    internal bool IsWeaklyReferable { get; private set; }

    /// <summary>Adds <c>__dict__</c> and <c>__weakref__</c> of objects, unless bases have them.</summary>
    private void DeclareDictionaries(bool hasDict, bool hasWeak)
    {
        if (IsSubclassOf(Type))
            return;
        if (HasInstanceDict && !hasDict && !Namespace.ContainsKey("__dict__"))
            Namespace["__dict__"] = InstanceDictionary.Of(this);
        if (IsWeaklyReferable && !hasWeak && !Namespace.ContainsKey("__weakref__"))
            Namespace["__weakref__"] = InstanceDictionary.Weak(this);
    }

    /// <summary>The most derived metaclass.</summary>
    /// <param name="metaclass">The one that is asked for.</param>
    /// <param name="others">The classes of the bases.</param>
    /// <exception cref="TypeError">None derives from all others.</exception>
    internal static PyType Winner(PyType metaclass, IEnumerable<PyType> others)
    {
        foreach (var other in others)
        {
            if (metaclass.IsSubclassOf(other))
                continue;
            metaclass = other.IsSubclassOf(metaclass) ? other
                : throw new TypeError(Conflict);
        }
        return metaclass;
    }

    private void NameMembers()
    {
        foreach (var (key, value) in Namespace.ToArray())
        {
            if (value.Ref is PyFunction or not IPyObject)
                continue;
            var hook = Of(value).Special("__set_name__");
            if (hook.IsUnbound)
                continue;
            try
            {
                hook.Call(value, this, key);
            }
            catch (BaseException error)
            {
                ((Any)error).Invoke("add_note", $"Error calling __set_name__ on '{Of(value).Name}' instance {Operators.Repr(key)} in '{Name}'");
                throw;
            }
        }
    }

    private static void InitSubclass(PyType type, Arguments keywords)
    {
        var hook = Any.Unbound;
        foreach (var parent in type.Mro[1..])
            if (parent.Namespace.TryGetValue("__init_subclass__", out hook))
                break;
        if (hook.Ref is not IDescriptor descriptor)
            return;
        if (hook.Ref is ClassMethod { Function.Ref: PyFunction { IsBuiltin: true } })
        {
            if (keywords.HasKeywords)
                throw new TypeError($"{type.QualName}.__init_subclass__() takes no keyword arguments");
            return;
        }
        descriptor.Get(Any.Unbound, type).Call(keywords);
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Attributes without running code of theirs, and what kind they are. See <see href="https://docs.python.org/3.13/library/inspect.html#inspect.getattr_static">getattr_static</see>.</summary>
internal static class InspectMembers
{
    private static readonly Any s_attribute = NamedTuples.Make("inspect.Attribute", ["name", "kind", "defining_class", "object"]);

    public static void Declare(PyModule module) => module
        .Value("Attribute", s_attribute)
        .Function("getmembers", "object, predicate=None", static a => Lib.List(Members(a[0], a[1], static (o, name) => Operators.GetAttr(o, name, Any.Unbound))))
        .Function("getmembers_static", "object, predicate=None", static a => Lib.List(Members(a[0], a[1], static (o, name) => Static(o, name))))
        .Function("getattr_static", "obj, attr, default=", static a => Static(a[0], Lib.Text(a[1])) is { IsUnbound: false } found ? found
            : a[2].IsUnbound && !a[2].Equals(default) ? throw new AttributeError(Lib.Text(a[1])) : a[2], Any.Unbound)
        .Function("classify_class_attrs", "cls", static a => Lib.List(Classify((PyType)a[0].Ref!)))
        .Function("get_annotations", "obj, *, globals=None, locals=None, eval_str=False", static a => AnnotationReader.Of(a[1], a[2], a[3]).Of(a[0]))
        .Function("walktree", "classes, children, parent", static a => Walk(Operators.ToList(a[0]), (PyDict<Any, Any>)a[1].Ref!, a[2]))
        .Function("getclasstree", "classes, unique=False", static a => Tree([.. Operators.ToList(a[0])], a[1].Truth));

    private static IEnumerable<Any> Members(Any o, Any predicate, Func<Any, string, Any> get)
    {
        var names = new SortedSet<string>(Operators.ToList(Builtins.Dir(o)).Select(Operators.Str), StringComparer.Ordinal);
        // A class's own abstract properties and the like are known to its metaclass alone.
        if (o.Ref is PyType type)
            foreach (var parent in type.Bases)
                foreach (var (key, value) in parent.Namespace)
                    if (PyType.Of(value) is { Name: "DynamicClassAttribute" or "property", Module: "types" })
                        names.Add(Operators.Str(key));
        foreach (var name in names)
        {
            var value = get(o, name);
            if (value.IsUnbound && o.Ref is PyType cls)
                value = cls.Lookup(name);
            if (!value.IsUnbound && (predicate.IsNone || predicate.Call(value).Truth))
                yield return PyTuple.Of(name, value);
        }
    }

    /// <summary>An attribute as the dictionaries hold it; unbound where there is none.</summary>
    public static Any Static(Any o, string name)
    {
        if (o.Ref is PyType cls)
        {
            var found = cls.Lookup(name);
            if (!found.IsUnbound)
                return found;
            return cls.Class.Lookup(name);
        }
        var type = PyType.Of(o);
        var inClass = type.Lookup(name);
        if (inClass.Ref is not SlotDescriptor && !inClass.IsUnbound && IsData(inClass))
            return inClass;
        if (HasPlainDict(type) && o.Ref is IPyObject instance)
        {
            var space = instance is PyModule module ? module.InstanceDict(create: false) : type.Fields.Count > 0 || type.Mro.ToArray().Any(static t => t.Fields.Count > 0) ? Operators.Vars(instance) : instance.InstanceDict(create: false);
            if (space?.TryGetValue(name, out var own) == true)
                return own;
        }
        return inClass.Ref is FieldDescriptor ? Any.Unbound : inClass;
    }

    /// <summary>Whether the class has not put something of its own in place of the instance's dictionary.</summary>
    private static bool HasPlainDict(PyType type)
    {
        foreach (var parent in type.Mro)
            if (!parent.IsBuiltin && parent.Namespace.TryGetValue("__dict__", out var own))
                return own.Ref is NativeProperty;
        return true;
    }

    private static bool IsData(Any value)
        => Descriptor.Of(value) is { IsData: true } and not FieldDescriptor && (value.Ref is not PyInstance || !PyType.Of(value).Lookup("__get__").IsUnbound);

    /// <summary>The attributes of a class: where each is defined, and what it is.</summary>
    public static IEnumerable<Any> Classify(PyType cls)
    {
        List<string> names = [.. Operators.ToList(Builtins.Dir(cls)).Select(Operators.Str)];
        foreach (var parent in cls.Mro)
            foreach (var (key, value) in parent.Namespace.ToArray())
                if (PyType.Of(value) is { Name: "DynamicClassAttribute" or "property", Module: "types" or "enum" } && !value.Get("fget").IsNone)
                    names.Add(Operators.Str(key));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        PyType[] meta = [.. cls.Class.Mro.ToArray().Where(static t => !ReferenceEquals(t, PyType.Type) && !ReferenceEquals(t, PyType.Object))];
        foreach (var name in names)
        {
            // A name that comes again is looked for in the dictionaries alone.
            var read = seen.Contains(name) || name == "__dict__" ? Any.Unbound : Read(cls, name);
            PyType? home = null;
            if (!read.IsUnbound)
            {
                home = Operators.GetAttr(read, "__objclass__", Any.Unbound).Ref as PyType;
                if (home is null || !cls.IsSubclassOf(home))
                    home = FromMeta(cls, meta, name, read) ?? cls.Mro.ToArray().LastOrDefault(t => Read(t, name) is { IsUnbound: false } same && Operators.Is(same, read));
            }
            var stored = Any.Unbound;
            foreach (var type in (PyType[])[.. cls.Mro, .. meta])
                if (Stored(type, name) is { IsUnbound: false } found)
                {
                    stored = found;
                    if (home is null || !meta.Contains(home))
                        home = type;
                    break;
                }
            if (home is null)
                continue;
            var kind = stored.Ref is StaticMethod || PyType.Of(stored) == DescriptorTypes.BuiltinFunction ? "static method" : stored.Ref is ClassMethod ? "class method" : stored.Ref is PyProperty ? "property" : null;
            var value = kind is not null || read.IsUnbound ? stored : read;
            yield return s_attribute.Call(new Arguments { name, kind ?? (Modules.Import("inspect").Get("isroutine").Call(value).Truth ? "method" : "data"), home, value });
            seen.Add(name);
        }
    }

    /// <summary>What a class itself has under a name.</summary>
    private static Any Stored(PyType type, string name)
        => type.Namespace.TryGetValue(name, out var value) ? value.Ref is FieldDescriptor { IsOfObjectsAlone: true } ? Any.Unbound : value : name == "__init__" && type.Initialiser is { } own ? own : Any.Unbound;

    private static Any Read(PyType cls, string name)
    {
        try
        {
            return Operators.GetAttr(cls, name);
        }
        catch (BaseException e) when (e.Class.IsSubclassOf(PyException.Type))
        {
            return Any.Unbound;
        }
    }

    /// <summary>The metaclass whose <c>__getattr__</c> gives an attribute.</summary>
    private static PyType? FromMeta(PyType cls, PyType[] meta, string name, Any value)
    {
        foreach (var type in meta.Reverse())
            if (type.Namespace.TryGetValue("__getattr__", out var hook))
            {
                try
                {
                    if (Operators.Is(hook.Call(cls, name), value))
                        return type;
                }
                catch (AttributeError)
                {
                }
            }
        return null;
    }

    private static PyList<Any> Tree(List<Any> classes, bool unique)
    {
        var children = new PyDict<Any, Any>();
        var roots = new List<Any>();
        foreach (var cls in classes)
        {
            var parents = Operators.ToList(cls.Get("__bases__"));
            if (parents.Count == 0 && !roots.Contains(cls))
                roots.Add(cls);
            foreach (var parent in parents)
            {
                if (!children.TryGetValue(parent, out var known))
                    children[parent] = known = new PyList<Any>();
                if (!Operators.Contains(known, cls))
                    ((PyList<Any>)known.Ref!).Append(cls);
                if (unique && classes.Contains(parent))
                    break;
            }
        }
        foreach (var parent in children.Keys)
            if (!classes.Contains(parent))
                roots.Add(parent);
        return Walk(roots, children, Any.None);
    }

    private static PyList<Any> Walk(IEnumerable<Any> classes, PyDict<Any, Any> children, Any parent)
    {
        var result = new PyList<Any>();
        foreach (var cls in classes.OrderBy(static c => $"{Operators.Str(c.Get("__module__"))}.{Operators.Str(c.Get("__name__"))}", StringComparer.Ordinal))
        {
            result.Append(PyTuple.Of(cls, cls.Get("__bases__")));
            if (children.TryGetValue(cls, out var inner))
                result.Append(Walk(Operators.ToList(inner), children, cls));
        }
        return result;
    }
}

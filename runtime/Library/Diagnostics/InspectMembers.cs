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

    private static IEnumerable<Any> Classify(PyType cls)
    {
        var names = new SortedSet<string>(Operators.ToList(Builtins.Dir(cls)).Select(Operators.Str), StringComparer.Ordinal);
        foreach (var name in names)
        {
            var home = cls.Mro.ToArray().FirstOrDefault(t => t.Namespace.ContainsKey(name)) ?? cls.Class.Mro.ToArray().FirstOrDefault(t => t.Namespace.ContainsKey(name));
            var raw = home?.Namespace[name] ?? Operators.GetAttr(cls, name, Any.None);
            var value = Operators.GetAttr(cls, name, Any.Unbound);
            var kind = raw.Ref is StaticMethod ? "static method" : raw.Ref is ClassMethod ? "class method" : raw.Ref is PyProperty ? "property"
                : (raw.Ref is PyFunction or BoundMethod) ? "method" : Descriptor.Of(raw) is { IsData: false } ? "method" : "data";
            yield return s_attribute.Call(new Arguments { name, kind, home ?? Any.None, kind is "static method" or "class method" || value.IsUnbound || kind == "property" ? raw : value });
        }
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

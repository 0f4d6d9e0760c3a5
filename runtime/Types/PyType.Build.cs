namespace Pytocs.Runtime.Core;

/// <summary>Class creation at run time. See <see href="https://docs.python.org/3.13/reference/datamodel.html#customizing-class-creation">customizing class creation</see>.</summary>
public sealed partial class PyType
{
    /// <summary>What <c>type.__new__</c> does: make the class from its name, bases and namespace.</summary>
    /// <exception cref="TypeError">The bases do not go together.</exception>
    public static PyType Build(PyType metaclass, string name, PyTuple bases, Any space, Arguments keywords)
    {
        var parents = bases.Count == 0 ? [Object] : bases.Select(b => b.Ref as PyType ?? throw new TypeError("bases must be types")).ToArray();
        foreach (var parent in parents)
            if (parent.IsFinal || ReferenceEquals(parent, BoolType.Type))
                throw new TypeError($"type '{parent.FullName}' is not an acceptable base type");
        CheckLayouts(parents);
        metaclass = Winner(metaclass, parents);
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
        if (cell.Ref is PyCell variable)
            variable.Value = type;
        type.NameMembers();
        InitSubclass(type, keywords);
        return type;
    }

    private void Describe(string name, PyType[] parents, Any slots)
    {
        Module = Namespace.TryGetValue("__module__", out var module) && module.Ref is string m ? m : "__main__";
        if (Namespace.TryGetValue("__qualname__", out var qualName) && qualName.Ref is string q)
        {
            QualName = q;
            Namespace.Remove("__qualname__");
        }
        Name = name;
        HasInstanceDict = slots.IsUnbound || parents.Any(p => p.HasInstanceDict && !ReferenceEquals(p, Object));
        if (!slots.IsUnbound)
            DeclareSlots(slots);
        if (!Namespace.ContainsKey("__doc__"))
            Namespace["__doc__"] = Any.None;
        if (Namespace.ContainsKey("__eq__") && !Namespace.ContainsKey("__hash__"))
            Namespace["__hash__"] = Any.None;
        foreach (var special in (string[])["__init_subclass__", "__class_getitem__"])
            if (Namespace.TryGetValue(special, out var function) && function.Ref is PyFunction)
                Namespace[special] = new ClassMethod(function);
        if (Namespace.TryGetValue("__new__", out var make) && make.Ref is PyFunction)
            Namespace["__new__"] = new StaticMethod(make);
        Changed();
    }

    private void DeclareSlots(Any slots)
    {
        var names = slots.Ref is string single ? [single] : Operators.ToList(slots);
        foreach (var slot in names)
        {
            var slotName = Operators.Str(slot);
            if (slotName is "__dict__")
            {
                HasInstanceDict = true;
                continue;
            }
            if (slotName is "__weakref__")
                continue;
            // The body of the class calls a private name by its mangled form.
            if (slotName.StartsWith("__", StringComparison.Ordinal) && !slotName.EndsWith("__", StringComparison.Ordinal) && Name.TrimStart('_') is { Length: > 0 } owner)
                slotName = $"_{owner}{slotName}";
            if (Namespace.ContainsKey(slotName))
                throw new ValueError($"'{slotName}' in __slots__ conflicts with class variable");
            Namespace[slotName] = new SlotDescriptor(slotName) { Owner = this };
        }
    }

    /// <summary>The nearest class whose C# layout instances have.</summary>
    private static PyType Layout(PyType type)
    {
        foreach (var t in type.Mro)
            if (t.IsBuiltin && (t.Allocator is not null || t.Namespace.ContainsKey("__new__")))
                return t;
        return Object;
    }

    /// <exception cref="TypeError">Two bases want different layouts.</exception>
    private static void CheckLayouts(PyType[] parents)
    {
        var best = Object;
        foreach (var parent in parents)
        {
            var layout = Layout(parent);
            if (layout.IsSubclassOf(best))
                best = layout;
            else if (!best.IsSubclassOf(layout) && !best.IsSubclassOf(BaseException.Type))
                throw new TypeError("multiple bases have instance lay-out conflict");
        }
    }

    /// <summary>The most derived metaclass.</summary>
    private static PyType Winner(PyType metaclass, PyType[] parents)
    {
        foreach (var parent in parents)
        {
            var other = parent.Class;
            if (metaclass.IsSubclassOf(other))
                continue;
            metaclass = other.IsSubclassOf(metaclass) ? other
                : throw new TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases");
        }
        return metaclass;
    }

    /// <summary>Assigns <c>__bases__</c>.</summary>
    /// <exception cref="TypeError">The classes cannot be its bases.</exception>
    internal void ReplaceBases(Any value)
    {
        if (IsBuiltin)
            throw new TypeError($"cannot set '__bases__' attribute of immutable type '{FullName}'");
        if (value.Ref is not PyTuple given)
            throw new TypeError($"can only assign tuple to {Name}.__bases__, not {Of(value).Name}");
        if (given.Count == 0)
            throw new TypeError($"can only assign non-empty tuple to {Name}.__bases__, not ()");
        var parents = given.Select(b => b.Ref as PyType ?? throw new TypeError($"{Name}.__bases__ must be tuple of classes, not '{Of(b).Name}'")).ToArray();
        foreach (var parent in parents)
        {
            if (parent.IsSubclassOf(this))
                throw new TypeError("a __bases__ item causes an inheritance cycle");
            if (parent.IsFinal || ReferenceEquals(parent, BoolType.Type))
                throw new TypeError($"type '{parent.FullName}' is not an acceptable base type");
        }
        var (before, after) = (Layout(this), parents.Select(Layout).Aggregate(static (a, b) => b.IsSubclassOf(a) ? b : a));
        if (!ReferenceEquals(before, after))
            throw new TypeError($"__bases__ assignment: '{parents[0].Name}' object layout differs from '{Bases[0].Name}'");
        var order = MethodResolutionOrder.Linearise(this, parents);
        foreach (var old in Bases)
            old.Subclasses.RemoveAll(w => !w.TryGetTarget(out var t) || ReferenceEquals(t, this));
        Bases = parents;
        _mro = order;
        foreach (var parent in parents)
            parent.Subclasses.Add(new WeakReference<PyType>(this));
        Rebase();
        Changed();
    }

    /// <summary>Works out the order of the classes below anew.</summary>
    private void Rebase()
    {
        foreach (var weak in Subclasses)
            if (weak.TryGetTarget(out var derived))
            {
                derived._mro = MethodResolutionOrder.Linearise(derived, derived.Bases);
                derived.Rebase();
            }
    }

    private void NameMembers()
    {
        foreach (var (key, value) in Namespace.ToArray())
        {
            if (value.Ref is PyFunction or not IPyObject)
                continue;
            var hook = Of(value).Lookup("__set_name__");
            if (!hook.IsUnbound)
                hook.Call(value, this, key);
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
                throw new TypeError($"{type.Name}.__init_subclass__() takes no keyword arguments");
            return;
        }
        descriptor.Get(Any.Unbound, type).Call(keywords);
    }
}

/// <summary>One name of <c>__slots__</c>; the value lives in a hidden dictionary of the instance.</summary>
internal sealed class SlotDescriptor(string name) : PyObject, IDescriptor
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<object, System.Runtime.CompilerServices.StrongBox<Any>> _values = [];

    public override PyType Class => DescriptorTypes.Member;

    public string Name => name;

    /// <summary>The class whose slot it is.</summary>
    public PyType? Owner { get; init; }

    public bool IsData => true;

    public Any Get(Any instance, PyType owner)
    {
        if (instance.IsUnbound)
            return this;
        return _values.TryGetValue(instance.Ref!, out var box) && !box.Value.IsUnbound
            ? box.Value
            : throw new AttributeError($"'{owner.QualifiedName}' object has no attribute '{name}'", name, instance);
    }

    public void Set(Any instance, Any value) => _values.GetOrCreateValue(instance.Ref!).Value = value;

    public void Delete(Any instance)
    {
        if (!_values.Remove(instance.Ref!))
            throw new AttributeError(name);
    }
}

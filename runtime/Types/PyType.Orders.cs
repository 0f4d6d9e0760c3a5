namespace Pytocs.Runtime.Core;

/// <summary>Bases and the orders that follow from them. See <see href="https://docs.python.org/3.13/reference/datamodel.html#type.__mro__">type.__mro__</see>.</summary>
public sealed partial class PyType
{
    /// <summary>The class's order for given bases: what its metaclass's <c>mro</c> says.</summary>
    /// <exception cref="TypeError">There is no such order.</exception>
    private PyType[] Order(PyType[] bases)
    {
        for (var i = 1; i < bases.Length; i++)
            if (Array.IndexOf(bases, bases[i], 0, i) >= 0)
                throw new TypeError($"duplicate base class {bases[i].Name}");
        if (Metaclass is not { IsBuiltin: false } meta || meta.Lookup("mro").Ref is PyFunction { IsBuiltin: true })
            return MethodResolutionOrder.Linearise(this, bases);
        if (_mro.Length == 0)
            _mro = [this, Object];
        var layout = bases.Select(Layout).Aggregate(static (a, b) => b.IsSubclassOf(a) ? b : a);
        return [.. Operators.ToList(meta.Special("mro").Call(this)).Select(item =>
            item.Ref is not PyType type ? throw new TypeError($"mro() returned a non-class ('{Of(item).Name}')")
            : !ReferenceEquals(type, this) && !layout.IsSubclassOf(Layout(type)) ? throw new TypeError($"mro() returned base with unsuitable layout ('{type.Name}')")
            : type)];
    }

    /// <summary>The nearest class whose C# layout instances have.</summary>
    private static PyType Layout(PyType type)
    {
        foreach (var t in type.Mro)
            if (t.IsBuiltin && (t.Allocator is not null || t.Namespace.ContainsKey("__new__")))
                return t;
        return Object;
    }

    /// <summary>The nearest class whose C# layout instances have.</summary>
    internal PyType LayoutClass => Layout(this);

    /// <summary>Whether an object of this class may become one of another: both have the same built-in base, slots and dictionary.</summary>
    internal bool HasLayoutOf(PyType other)
    {
        return ReferenceEquals(Layout(this), Layout(other)) && HasInstanceDict == other.HasInstanceDict && Slots(this).SequenceEqual(Slots(other));

        static IEnumerable<string> Slots(PyType type)
            => type.Mro.ToArray().SelectMany(static t => t.Namespace.Values).Select(static v => (v.Ref as SlotDescriptor)?.Name).OfType<string>().Order(StringComparer.Ordinal);
    }

    /// <exception cref="TypeError">Two bases want different layouts.</exception>
    private static void CheckLayouts(PyType[] parents) => Best(parents, isStrict: true);

    /// <summary>The base that decides how objects are laid out: <c>__base__</c>.</summary>
    internal PyType BestBase => Best(Bases, isStrict: false);

    private static PyType Best(PyType[] parents, bool isStrict)
    {
        var (best, base_) = (parents[0].Solid(), parents[0]);
        foreach (var parent in parents.AsSpan(1))
        {
            var layout = parent.Solid();
            if (best.IsSubclassOf(layout))
                continue;
            if (layout.IsSubclassOf(best))
                (best, base_) = (layout, parent);
            else if (isStrict && !best.IsSubclassOf(BaseException.Type))
                throw new TypeError("multiple bases have instance lay-out conflict");
        }
        return base_;
    }

    /// <summary>The nearest class that has something of its own in the layout of objects: a built-in one, or one with slots.</summary>
    private PyType Solid()
        => IsBuiltin || Bases.Length == 0 ? Layout(this)
            : Namespace.Values.Any(v => v.Ref is SlotDescriptor) ? this
            : BestBase.Solid();

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
        var (bases, orders) = (Bases, new List<(PyType Type, PyType[] Order)>());
        try
        {
            Bases = parents;
            Reorder(orders);
        }
        catch
        {
            Bases = bases;
            orders.Reverse();
            foreach (var (type, order) in orders)
                type._mro = order;
            Changed();
            throw;
        }
        if (!ReferenceEquals(Bases, parents))
            return;
        foreach (var old in bases)
            old.Subclasses.RemoveAll(w => !w.TryGetTarget(out var t) || ReferenceEquals(t, this));
        foreach (var parent in parents)
            parent.Subclasses.Add(new WeakReference<PyType>(this));
    }

    /// <summary>Works out the order of the class and of those below anew.</summary>
    /// <param name="replaced">Takes the orders there were.</param>
    private void Reorder(List<(PyType Type, PyType[] Order)> replaced)
    {
        var order = Order(Bases);
        replaced.Add((this, _mro));
        _mro = order;
        Changed();
        foreach (var weak in Subclasses.ToArray())
            if (weak.TryGetTarget(out var derived))
                derived.Reorder(replaced);
    }
}

using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>What <c>__slots__</c> of classes that are built at run time declare. See <see href="https://docs.python.org/3.13/reference/datamodel.html#slots">__slots__</see>.</summary>
public sealed partial class PyType
{
    /// <exception cref="TypeError">The names cannot be slots.</exception>
    private void DeclareSlots(Any slots, bool hasDict, bool hasWeak)
    {
        var names = slots.Ref is string single ? [single] : Operators.ToList(slots);
        var declared = new List<string>();
        foreach (var slot in names)
        {
            if (PyValueInstance.Unwrap(slot).Ref is not string name)
                throw new TypeError($"__slots__ items must be strings, not '{Of(slot).ErrorName}'");
            if (!Str.IsIdentifier(name))
                throw new TypeError("__slots__ must be identifiers");
            if (name == "__dict__")
                HasInstanceDict = hasDict || HasInstanceDict ? throw new TypeError("__dict__ slot disallowed: we already got one") : true;
            else if (name == "__weakref__")
                IsWeaklyReferable = hasWeak || IsWeaklyReferable ? throw new TypeError("__weakref__ slot disallowed: we already got one") : true;
            else
                declared.Add(name);
        }
        if (declared.Count > 0 && Layout(this) is { } layout && (layout.IsSubclassOf(IntType.Type) || layout.IsSubclassOf(TupleType.Type) || layout.IsSubclassOf(BytesType.Type)))
            throw new TypeError($"nonempty __slots__ not supported for subtype of '{Bases[0].Name}'");
        foreach (var name in declared)
        {
            // The body of the class calls a private name by its mangled form.
            var mangled = Mangled(name);
            if (Namespace.TryGetValue(mangled, out var known) && known.Ref is not SlotDescriptor)
            {
                if (mangled is "__qualname__" or "__classcell__")
                    continue;
                throw new ValueError($"'{mangled}' in __slots__ conflicts with class variable");
            }
            Namespace[mangled] = new SlotDescriptor(mangled) { Owner = this };
        }
    }
}

/// <summary>One name of <c>__slots__</c>; the values lie beside the instances.</summary>
internal sealed class SlotDescriptor(string name) : PyObject, IDescriptor
{
    private readonly ConditionalWeakTable<object, StrongBox<Any>> _values = [];

    public override PyType Class => DescriptorTypes.Member;

    public string Name => name;

    /// <summary>The class whose slot it is.</summary>
    public PyType? Owner { get; init; }

    public bool IsData => true;

    public Any Get(Any instance, PyType owner)
    {
        if (instance.IsUnbound)
            return this;
        return _values.TryGetValue(Target(instance), out var box) && !box.Value.IsUnbound
            ? box.Value
            : throw new AttributeError($"'{owner.Name}' object has no attribute '{name}'", name, instance);
    }

    public void Set(Any instance, Any value) => _values.GetOrCreateValue(Target(instance)).Value = value;

    public void Delete(Any instance)
    {
        if (!_values.Remove(Target(instance)))
            throw new AttributeError($"'{PyType.Of(instance).ErrorName}' object has no attribute '{name}'", name, instance);
    }

    private object Target(Any instance)
        => Owner is null || PyType.Of(instance).IsSubclassOf(Owner) ? instance.Ref! : throw new TypeError($"descriptor '{name}' for '{Owner.Name}' objects doesn't apply to a '{PyType.Of(instance).ErrorName}' object");
}

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

/// <summary>One name of <c>__slots__</c>. An object keeps its values by name, so that they stay when it gets another class with the same slots.</summary>
internal sealed class SlotDescriptor(string name) : PyObject, IDescriptor
{
    /// <summary>The values of objects that are no plain instances.</summary>
    private static readonly ConditionalWeakTable<object, Dictionary<string, Any>> s_values = [];

    public override PyType Class => DescriptorTypes.Member;

    public string Name => name;

    /// <summary>The class whose slot it is.</summary>
    public PyType? Owner { get; init; }

    public bool IsData => true;

    public Any Get(Any instance, PyType owner)
    {
        if (instance.IsUnbound)
            return this;
        return Values(instance).TryGetValue(name, out var value)
            ? value
            : throw new AttributeError($"'{PyType.Of(instance).QualifiedName}' object has no attribute '{name}'", name, instance);
    }

    public void Set(Any instance, Any value) => Values(instance)[name] = value;

    public void Delete(Any instance)
    {
        if (!Values(instance).Remove(name))
            throw new AttributeError(name);
    }

    private Dictionary<string, Any> Values(Any instance)
    {
        if (Owner is not null && !PyType.Of(instance).IsSubclassOf(Owner))
            throw new TypeError($"descriptor '{name}' for '{Owner.Name}' objects doesn't apply to a '{PyType.Of(instance).ErrorName}' object");
        return instance.Ref is PyInstance plain ? plain.Slots : s_values.GetOrCreateValue(instance.Ref!);
    }
}

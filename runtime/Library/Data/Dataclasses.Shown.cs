using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>Which fields a generated <c>__repr__</c> shows: pprint lays them out itself.</summary>
internal static partial class DataclassesModule
{
    private static readonly ConditionalWeakTable<PyFunction, object> s_generated = [];

    private static PyFunction Generated(PyFunction repr)
    {
        s_generated.Add(repr, repr);
        return repr;
    }

    /// <summary>The fields that the object's generated <c>__repr__</c> shows; null where it has none or one of its own.</summary>
    internal static List<(string Name, Any Value)>? Shown(Any o)
        => PyType.Of(o).Lookup("__repr__").Ref is PyFunction repr && s_generated.TryGetValue(repr, out _) && HasFields(o)
            ? [.. FieldsOf(o).Where(static f => f.Repr).Select(f => (f.Name, o.Get(f.Name)))]
            : null;
}

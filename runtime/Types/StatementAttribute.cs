namespace Pytocs.Runtime.Core;

/// <summary>
/// What a class knows of the statement that made it: <c>__firstlineno__</c> or <c>__static_attributes__</c>. It stands in the namespace until someone asks,
/// for the position map is large. See <see href="https://docs.python.org/3.13/reference/datamodel.html#type.__firstlineno__">type.__firstlineno__</see>.
/// </summary>
internal sealed class StatementAttribute(string module, string qualName, string name) : PyObject
{
    public const string FirstLine = "__firstlineno__";
    public const string Assigned = "__static_attributes__";

    public override PyType Class => PyType.Object;

    /// <summary>The value; unbound where the position map of the module is not there.</summary>
    public Any Value => Statement is not { } statement ? Any.Unbound
        : name == FirstLine ? statement.FirstLine : new PyTuple([.. statement.StaticAttributes.Select(static n => (Any)n)]);

    /// <summary>The names that the body of the class binds, in order.</summary>
    public IReadOnlyList<string> Bound => Statement?.Locals ?? [];

    private MapFunction? Statement => PyCode.HomeOf(module) is { } file ? PositionMaps.Of(file)?.Class(qualName) : null;

    /// <summary>Puts the values in a namespace, or takes the names out where nothing is known.</summary>
    public static void Settle(PyDict<Any, Any> space)
    {
        foreach (var key in (string[])[FirstLine, Assigned])
        {
            if (!space.TryGetValue(key, out var found) || found.Ref is not StatementAttribute known)
                continue;
            if (known.Value is { IsUnbound: false } value)
                space[key] = value;
            else
                space.Remove(key);
        }
    }
}

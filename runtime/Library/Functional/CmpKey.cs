namespace Pytocs.Runtime.Core;

/// <summary>Keys made by <see href="https://docs.python.org/3.13/library/functools.html#functools.cmp_to_key">functools.cmp_to_key</see>.</summary>
internal sealed class CmpKey(Any compare, Any value) : PyObject
{
    private static readonly PyType s_type = Declare();

    public override PyType Class => s_type;

    private static PyType Declare()
    {
        var type = PyType.Builtin("KeyWrapper", module: "functools")
            .Property("obj", static o => ((CmpKey)o.Ref!).Value is { IsUnbound: false } value ? value : throw new AttributeError("object"))
            .Method("__call__", "self, obj", static (o, value) => new CmpKey(((CmpKey)o.Ref!).Compare, value))
            .Attribute("__hash__", Any.None);
        foreach (var op in Enum.GetValues<Comparison>())
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (a, b) => Operators.Compare(op, ((CmpKey)a.Ref!).Against(b), 0));
        return type;
    }

    private Any Value => value;

    private Any Compare => compare;

    private Any Against(Any other)
        => other.Ref is CmpKey key ? compare.Call(value, key.Value) : throw new TypeError("other argument must be K instance");

    /// <summary><c>cmp_to_key(compare)</c>: what is called with a value to make its key.</summary>
    public static Any Make(Any compare) => new CmpKey(compare, Any.Unbound);
}

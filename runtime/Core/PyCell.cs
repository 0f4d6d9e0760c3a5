namespace Pytocs.Runtime.Core;

/// <summary>A variable that functions share. See <see href="https://docs.python.org/3.13/reference/datamodel.html#function.__closure__">function.__closure__</see>.</summary>
public sealed class PyCell : PyObject
{
    public static readonly PyType Type = PyType.Builtin("cell")
        .New("cls, contents=, /", static a => new PyCell { Value = a[1] }, Any.Unbound)
        .Property("cell_contents", static o => Self(o).Value is { IsUnbound: false } value ? value : throw new ValueError("cell is empty"), static (o, v) => Self(o).Value = v)
        .Method("__repr__", static o => $"<cell at {Operators.Address(o.Ref!)}: {(Self(o).Value is { IsUnbound: false } v ? $"{PyType.Of(v).Name} object at {Operators.Address(v.Ref ?? o.Ref!)}" : "empty")}>");

    public override PyType Class => Type;

    /// <summary>The value; unbound where it has none.</summary>
    public Any Value { get; set; } = Any.Unbound;

    private static PyCell Self(Any o) => (PyCell)o.Ref!;
}

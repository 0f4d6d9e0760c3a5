namespace Pytocs.Runtime.Core;

/// <summary>A variable that functions share. See <see href="https://docs.python.org/3.13/reference/datamodel.html#function.__closure__">function.__closure__</see>.</summary>
public sealed class PyCell : PyObject
{
    private readonly Func<Any>? _get;
    private readonly Action<Any>? _set;
    private Any _value = Any.Unbound;

    public PyCell()
    {
    }

    /// <summary>A variable of C# code.</summary>
    public PyCell(string name, Func<Any> get, Action<Any> set) => (Name, _get, _set) = (name, get, set);

    /// <summary>A variable of C# code that the class gets which is being made.</summary>
    internal PyCell(Action<Any> set) => (Name, _set) = ("__class__", set);

    /// <summary>The variable's name, where it is known.</summary>
    internal string? Name { get; }

    public static readonly PyType Type = PyType.Builtin("cell")
        .New("cls, contents=, /", static a => new PyCell { Value = a[1] }, Any.Unbound)
        .Property("cell_contents", static o => Self(o).Value is { IsUnbound: false } value ? value : throw new ValueError("Cell is empty"), static (o, v) => Self(o).Value = v, static o => Self(o).Value = Any.Unbound)
        .Method("__eq__", "self, other, /", static (a, b) => Compare(a, b, static order => order == 0))
        .Method("__ne__", "self, other, /", static (a, b) => Compare(a, b, static order => order != 0))
        .Method("__lt__", "self, other, /", static (a, b) => Compare(a, b, static order => order < 0))
        .Method("__le__", "self, other, /", static (a, b) => Compare(a, b, static order => order <= 0))
        .Method("__gt__", "self, other, /", static (a, b) => Compare(a, b, static order => order > 0))
        .Method("__ge__", "self, other, /", static (a, b) => Compare(a, b, static order => order >= 0))
        .Method("__repr__", static o => $"<cell at {Operators.Address(o.Ref!)}: {(Self(o).Value is { IsUnbound: false } v ? $"{PyType.Of(v).Name} object at {Operators.Address(v.Ref ?? o.Ref!)}" : "empty")}>");

    public override PyType Class => Type;

    /// <summary>The value; unbound where it has none.</summary>
    public Any Value
    {
        get => _get is null ? _value : _get();
        set
        {
            _value = value;
            _set?.Invoke(value);
        }
    }

    /// <summary>Cells compare as their values do; an empty one comes first.</summary>
    private static Any Compare(Any a, Any b, Func<int, bool> test)
    {
        if (b.Ref is not PyCell other)
            return Any.NotImplemented;
        var (left, right) = (Self(a).Value, other.Value);
        return test(left.IsUnbound || right.IsUnbound ? (left.IsUnbound ? 0 : 1) - (right.IsUnbound ? 0 : 1) : Operators.Equal(left, right) ? 0 : Operators.Less(left, right) ? -1 : 1);
    }

    private static PyCell Self(Any o) => (PyCell)o.Ref!;
}

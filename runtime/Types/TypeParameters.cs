namespace Pytocs.Runtime.Core;

/// <summary>
/// Type parameters and type aliases that the syntax of Python 3.12 makes.
/// See <see href="https://docs.python.org/3.13/library/typing.html#typing.TypeAliasType">TypeAliasType</see>.
/// </summary>
public static class TypeParameters
{
    /// <summary>A type variable; bound and default are functions that evaluate them.</summary>
    public static Any Variable(string name, Any bound, bool isConstrained, Any @default)
        => new TypeParameter(TypeParameter.VariableType, name, bound, isConstrained, @default);

    public static Any ParamSpec(string name, Any @default) => new TypeParameter(TypeParameter.ParamSpecType, name, Any.None, false, @default);

    public static Any VariableTuple(string name, Any @default) => new TypeParameter(TypeParameter.VariableTupleType, name, Any.None, false, @default);

    /// <param name="name">The alias's name.</param>
    /// <param name="parameters">Its type parameters.</param>
    /// <param name="value">A function that evaluates what it stands for.</param>
    public static Any Alias(string name, PyTuple parameters, Any value) => new TypeAlias(name, parameters, value);

    /// <summary><c>Generic[T, ...]</c>, which a class with type parameters derives from.</summary>
    public static Any GenericBase(params Any[] parameters)
        => Operators.GetItem(Modules.ImportFrom("typing", "Generic"), parameters.Length == 1 ? parameters[0] : new PyTuple(parameters));
}

/// <summary>A <c>TypeVar</c>, <c>ParamSpec</c> or <c>TypeVarTuple</c>.</summary>
internal sealed class TypeParameter(PyType type, string name, Any bound, bool isConstrained, Any @default) : PyObject
{
    public static readonly PyType VariableType = Create("TypeVar")
        .Property("__bound__", static o => Self(o) is { IsConstrained: false } v ? v.Evaluate(v.Bound) : Any.None)
        .Property("__constraints__", static o => Self(o) is { IsConstrained: true } v ? v.Evaluate(v.Bound) : PyTuple.Empty);

    public static readonly PyType ParamSpecType = Create("ParamSpec");

    public static readonly PyType VariableTupleType = Create("TypeVarTuple")
        .Method("__iter__", static o => Builtins.Iter((Any)PyTuple.Of((Any)new GenericAlias(Modules.ImportFrom("typing", "Unpack"), PyTuple.Of(o)))));

    private readonly Dictionary<Any, Any> _values = [];

    private Any Bound => bound;

    private bool IsConstrained => isConstrained;

    public override PyType Class => type;

    private static TypeParameter Self(Any o) => (TypeParameter)o.Ref!;

    private static PyType Create(string name) => PyType.Builtin(name, module: "typing")
        .Property("__name__", static o => Self(o).Name)
        .Property("__default__", static o => Self(o).Default)
        .Property("__covariant__", static _ => false)
        .Property("__contravariant__", static _ => false)
        .Property("__infer_variance__", static _ => true)
        .Property("__module__", static _ => "__main__")
        .Method("has_default", static o => !Self(o).DefaultCode.IsNone)
        .Method("__or__", "self, other, /", static (o, other) => new UnionAlias(PyTuple.Of(o, other)))
        .Method("__ror__", "self, other, /", static (o, other) => new UnionAlias(PyTuple.Of(other, o)))
        .Method("__repr__", static o => Self(o).Name);

    private string Name => name;

    private Any DefaultCode => @default;

    private Any Default => @default.IsNone ? Modules.ImportFrom("typing", "NoDefault") : Evaluate(@default);

    /// <summary>What a function gives, which is asked once.</summary>
    private Any Evaluate(Any code)
    {
        if (code.IsNone)
            return code;
        if (!_values.TryGetValue(code, out var value))
            _values[code] = value = code.Call();
        return value;
    }
}

/// <summary>What <c>type X = ...</c> binds.</summary>
internal sealed class TypeAlias(string name, PyTuple parameters, Any code) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("TypeAliasType", module: "typing")
        .Property("__name__", static o => Self(o).Name)
        .Property("__value__", static o => Self(o).Value)
        .Property("__type_params__", static o => Self(o).Parameters)
        .Property("__parameters__", static o => Self(o).Parameters)
        .Property("__module__", static _ => "__main__")
        .Method("__getitem__", "self, item, /", static (o, item) => Self(o).Parameters.Count == 0
            ? throw new TypeError("Only generic type aliases are subscriptable")
            : GenericAlias.Of(o, item))
        .Method("__or__", "self, other, /", static (o, other) => new UnionAlias(PyTuple.Of(o, other)))
        .Method("__ror__", "self, other, /", static (o, other) => new UnionAlias(PyTuple.Of(other, o)))
        .Method("__repr__", static o => Self(o).Name);

    private Any _value = Any.Unbound;

    public override PyType Class => Type;

    private string Name => name;

    private PyTuple Parameters => parameters;

    private Any Value => _value.IsUnbound ? _value = code.Call() : _value;

    private static TypeAlias Self(Any o) => (TypeAlias)o.Ref!;
}

namespace Pytocs.Runtime.Core;

/// <summary>
/// Type parameters and type aliases that the syntax of Python 3.12 makes.
/// See <see href="https://docs.python.org/3.13/library/typing.html#typing.TypeAliasType">TypeAliasType</see>.
/// </summary>
public static class TypeParameters
{
    /// <summary>A type variable; bound and default are functions that evaluate them.</summary>
    public static Any Variable(string name, Any bound, bool isConstrained, Any @default)
        => new TypeParameter(TypeParameter.VariableType, name) { Bound = isConstrained ? Later.Nothing : Later.Of(bound), Constraints = isConstrained ? Later.Of(bound) : Later.Nothing, Default = Later.Of(@default), InfersVariance = true };

    public static Any ParamSpec(string name, Any @default) => new TypeParameter(TypeParameter.ParamSpecType, name) { Default = Later.Of(@default), InfersVariance = true };

    public static Any VariableTuple(string name, Any @default) => new TypeParameter(TypeParameter.VariableTupleType, name) { Default = Later.Of(@default), InfersVariance = true };

    /// <summary><c>*type</c>, as the annotation of <c>*args</c> has it.</summary>
    public static Any Unpacked(Any type)
    {
        var items = Operators.ToList(type);
        return items.Count == 1 ? items[0] : throw new ValueError(items.Count == 0 ? "not enough values to unpack (expected 1, got 0)" : "too many values to unpack (expected 1)");
    }

    /// <param name="name">The alias's name.</param>
    /// <param name="parameters">Its type parameters.</param>
    /// <param name="value">A function that evaluates what it stands for.</param>
    public static Any Alias(string name, PyTuple parameters, Any value) => new TypeAlias(name, parameters, Later.Of(value));

    /// <summary><c>Generic[T, ...]</c>, which a class with type parameters derives from.</summary>
    public static Any GenericBase(params Any[] parameters)
    {
        var unpacked = parameters.Select(static p => p.Ref is TypeParameter { IsVariadic: true } ? TypingForms.Unpack.Subscript(p) : p).ToArray();
        return Operators.GetItem(Modules.ImportFrom("typing", "Generic"), new PyTuple(unpacked));
    }
}

/// <summary>A value that may be worked out when it is first asked for.</summary>
internal sealed class Later(Any code, Any value)
{
    private Any _value = value;

    public static Later Nothing => new(Any.None, Any.Unbound);

    /// <summary>What a function gives.</summary>
    public static Later Of(Any code) => new(code, Any.Unbound);

    public static Later Value(Any value) => new(Any.None, value);

    public bool Exists => !code.IsNone || !_value.IsUnbound;

    public Any Get(Any fallback) => !_value.IsUnbound ? _value : code.IsNone ? fallback : _value = code.Call();
}

/// <summary>The value that says that a type parameter has no default.</summary>
internal sealed class NoDefault : PyObject
{
    public static readonly NoDefault Instance = new();

    private static PyType? s_type;

    public static PyType Type => s_type ??= PyType.Builtin("NoDefaultType", module: "typing")
        .New("cls", static _ => Instance)
        .Method("__repr__", static _ => "typing.NoDefault")
        .Method("__reduce__", static _ => "NoDefault");

    public override PyType Class => Type;
}

/// <summary>A <c>TypeVar</c>, <c>ParamSpec</c> or <c>TypeVarTuple</c>. See <see href="https://docs.python.org/3.13/library/typing.html#typing.TypeVar">TypeVar</see>.</summary>
internal sealed class TypeParameter(PyType type, string name) : PyObject
{
    public static readonly PyType VariableType = Create("TypeVar")
        .New("cls, name, *constraints, bound=None, default=, covariant=False, contravariant=False, infer_variance=False", static a => NewVariable(a), NoDefault.Instance)
        .Property("__bound__", static o => Self(o).Bound.Get(Any.None))
        .Property("__constraints__", static o => Self(o).Constraints.Get(PyTuple.Empty))
        .Method("__typing_subst__", "self, arg, /", static (_, type) =>
        {
            type = TypingChecks.Check(type, "Parameters to generic types must be types.");
            return type.Ref is TypingAlias { Kind: AliasKind.Unpack } or GenericAlias { IsUnpacked: true } ? throw new TypeError($"{Operators.Repr(type)} is not valid as type argument") : type;
        });

    public static readonly PyType ParamSpecType = Create("ParamSpec")
        .New("cls, name, *, bound=None, default=, covariant=False, contravariant=False, infer_variance=False", static a => NewParamSpec(a), NoDefault.Instance)
        .Property("__bound__", static o => Self(o).Bound.Get(Any.None))
        .Property("args", static o => new ParamSpecPart(ParamSpecPart.ArgsType, o))
        .Property("kwargs", static o => new ParamSpecPart(ParamSpecPart.KwargsType, o))
        .Method("__typing_subst__", "self, arg, /", static (_, given) => given.Ref is PyList or PyTuple
            ? new PyTuple([.. Operators.ToList(given).Select(static t => TypingChecks.Check(t, "Expected a type."))])
            : TypeSubstitution.IsParameterExpression(given) ? given : throw new TypeError($"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {Operators.Str(given)}"));

    public static readonly PyType VariableTupleType = Create("TypeVarTuple")
        .New("cls, name, *, default=", static a => new TypeParameter(VariableTupleType!, Operators.Str(a[1])) { Default = Given(a[2]), Module = CallingModule.Name }, NoDefault.Instance)
        .Method("__typing_subst__", "self, arg, /", static (_, _) => throw new TypeError("Substitution of bare TypeVarTuple is not supported"))
        .Method("__iter__", static o => Builtins.Iter((Any)PyTuple.Of(TypingForms.Unpack.Subscript(o))));

    public Later Bound { get; init; } = Later.Nothing;

    public Later Constraints { get; init; } = Later.Nothing;

    public Later Default { get; init; } = Later.Nothing;

    public bool IsCovariant { get; init; }

    public bool IsContravariant { get; init; }

    public bool InfersVariance { get; init; }

    public string Module { get; init; } = "__main__";

    public bool HasDefault => Default.Exists;

    public bool IsParamSpec => ReferenceEquals(type, ParamSpecType);

    public bool IsVariadic => ReferenceEquals(type, VariableTupleType);

    public override PyType Class => type;

    private string Name => name;

    private static TypeParameter Self(Any o) => (TypeParameter)o.Ref!;

    private static PyType Create(string name)
    {
        var type = PyType.Builtin(name, module: "typing");
        type.IsFinal = true;
        type.HasInstanceDict = true;
        return type
            .Property("__name__", static o => Self(o).Name)
            .Property("__default__", static o => Self(o).Default.Get(NoDefault.Instance))
            .Property("__covariant__", static o => Self(o).IsCovariant)
            .Property("__contravariant__", static o => Self(o).IsContravariant)
            .Property("__infer_variance__", static o => Self(o).InfersVariance)
            .Property("__module__", static o => Self(o).Module)
            .Method("has_default", static o => Self(o).HasDefault)
            .Method("__typing_prepare_subst__", "self, alias, args, /", static (o, alias, given) => Self(o).Prepare(alias, [.. Operators.ToList(given)]))
            .Method("__mro_entries__", "self, bases, /", (_, _) => throw new TypeError($"Cannot subclass an instance of {name}"))
            .Method("__or__", "self, other, /", static (o, other) => TypingForms.UnionOf(o, other))
            .Method("__ror__", "self, other, /", static (o, other) => TypingForms.UnionOf(other, o))
            .Method("__copy__", static o => o).Method("__deepcopy__", "self, memo, /", static (o, _) => o)
            .Method("__reduce__", static o => Self(o).Name)
            .Method("__repr__", static o => Self(o) switch
            {
                { InfersVariance: true } or { IsVariadic: true } => Self(o).Name,
                { IsCovariant: true } => "+" + Self(o).Name,
                { IsContravariant: true } => "-" + Self(o).Name,
                _ => "~" + Self(o).Name,
            });
    }

    private static Later Given(Any value) => value.Ref is NoDefault ? Later.Nothing : Later.Value(value);

    private static void CheckVariance(Any covariant, Any contravariant, Any infers)
    {
        if (covariant.Truth && contravariant.Truth)
            throw new ValueError("Bivariant types are not supported.");
        if (infers.Truth && (covariant.Truth || contravariant.Truth))
            throw new ValueError("Variance cannot be specified with infer_variance.");
    }

    private static Any NewVariable(Any[] a)
    {
        CheckVariance(a[5], a[6], a[7]);
        var constraints = (PyTuple)a[2].Ref!;
        var bound = a[3].IsNone ? Later.Nothing : Later.Value(TypingChecks.Check(a[3], "Bound must be a type."));
        if (constraints.Count == 1)
            throw new TypeError("A single constraint is not allowed");
        if (constraints.Count > 0 && bound.Exists)
            throw new TypeError("Constraints cannot be combined with bound=...");
        return new TypeParameter(VariableType, NameOf(a[1], "typevar"))
        {
            Bound = bound, Constraints = Later.Value(new PyTuple([.. constraints.Select(static t => TypingChecks.Convert(t))])), Default = Given(a[4]), IsCovariant = a[5].Truth, IsContravariant = a[6].Truth, InfersVariance = a[7].Truth, Module = CallingModule.Name,
        };
    }

    private static Any NewParamSpec(Any[] a)
    {
        CheckVariance(a[4], a[5], a[6]);
        return new TypeParameter(ParamSpecType, NameOf(a[1], "paramspec"))
        {
            Bound = a[2].IsNone ? Later.Nothing : Later.Value(TypingChecks.Check(a[2], "Bound must be a type.")), Default = Given(a[3]), IsCovariant = a[4].Truth, IsContravariant = a[5].Truth, InfersVariance = a[6].Truth, Module = CallingModule.Name,
        };
    }

    private static string NameOf(Any name, string what) => name.Ref as string ?? throw new TypeError($"{what}() argument 'name' must be str, not {Library.Lib.Given(name)}");

    /// <summary>What is given to an alias, with what this parameter has to say about it.</summary>
    private Any Prepare(Any alias, List<Any> given)
    {
        var parameters = Operators.ToList(alias.Get("__parameters__"));
        var index = parameters.FindIndex(p => Operators.Is(p, this));
        if (IsVariadic)
            return PrepareTuple(alias, parameters, given, index);
        if (index == given.Count && HasDefault)
            given.Add(Default.Get(Any.None));
        if (index >= given.Count)
            throw new TypeError($"Too few arguments for {Operators.Str(alias)}");
        if (IsParamSpec && parameters.Count == 1 && !TypeSubstitution.IsParameterExpression(given[0]))
            return PyTuple.Of(new PyTuple([.. given]));
        if (IsParamSpec && given[index].Ref is PyList list)
            given[index] = new PyTuple([.. Operators.ToList(list)]);
        return new PyTuple([.. given]);
    }

    private PyTuple PrepareTuple(Any alias, List<Any> parameters, List<Any> given, int index)
    {
        if (parameters.Skip(index + 1).Any(static p => p.Ref is TypeParameter { IsVariadic: true }))
            throw new TypeError($"More than one TypeVarTuple parameter in {Operators.Str(alias)}");
        var (left, right) = (index, parameters.Count - index - 1);
        var (at, fill) = (-1, Any.None);
        for (var i = 0; i < given.Count; i++)
        {
            if (TypeSubstitution.UnpackedTuple(given[i]) is not { Count: 2 } inner || inner[1] != Any.Ellipsis)
                continue;
            if (at >= 0)
                throw new TypeError("More than one unpacked arbitrary-length tuple argument");
            (at, fill) = (i, inner[0]);
        }
        if (at >= 0)
            (left, right) = (Math.Min(left, at), Math.Min(right, given.Count - at - 1));
        else if (left + right > given.Count)
            throw new TypeError($"Too few arguments for {Operators.Str(alias)}; actual {given.Count}, expected at least {parameters.Count - 1}");
        var own = left == given.Count - right && HasDefault ? TypeSubstitution.Unpack([Default.Get(Any.None)]) : new PyTuple([.. given[left..(given.Count - right)]]);
        return new PyTuple([.. given[..left], .. Enumerable.Repeat(fill, index - left), own, .. Enumerable.Repeat(fill, parameters.Count - right - index - 1), .. given[(given.Count - right)..]]);
    }
}

/// <summary><c>P.args</c> or <c>P.kwargs</c>.</summary>
internal sealed class ParamSpecPart(PyType type, Any origin) : PyObject
{
    public static readonly PyType ArgsType = Create("ParamSpecArgs", "args");

    public static readonly PyType KwargsType = Create("ParamSpecKwargs", "kwargs");

    public override PyType Class => type;

    private Any Origin => origin;

    private static PyType Create(string name, string part)
    {
        var type = PyType.Builtin(name, module: "typing");
        type.IsFinal = true;
        type.New("cls, origin", a => new ParamSpecPart((PyType)a[0].Ref!, a[1]));
        return type
            .Property("__origin__", static o => ((ParamSpecPart)o.Ref!).Origin)
            .Method("__mro_entries__", "self, bases, /", (_, _) => throw new TypeError($"Cannot subclass an instance of {name}"))
            .Method("__eq__", "self, other, /", static (o, other) => other.Ref is ParamSpecPart b && ReferenceEquals(b.Class, PyType.Of(o)) ? Operators.Equal(((ParamSpecPart)o.Ref!).Origin, b.Origin) : Any.NotImplemented)
            .Method("__hash__", static o => Operators.Hash(((ParamSpecPart)o.Ref!).Origin) + 1)
            .Method("__repr__", o => $"{(((ParamSpecPart)o.Ref!).Origin.Ref is TypeParameter ? Operators.Str(((ParamSpecPart)o.Ref!).Origin.Get("__name__")) : Operators.Repr(((ParamSpecPart)o.Ref!).Origin))}.{part}");
    }
}

/// <summary>What <c>type X = ...</c> binds.</summary>
internal sealed class TypeAlias(string name, PyTuple parameters, Later value) : PyObject
{
    public static readonly PyType Type = Create();

    public override PyType Class => Type;

    public string Module { get; init; } = "__main__";

    private string Name => name;

    private PyTuple Parameters => parameters;

    private Any Value => value.Get(Any.None);

    private static TypeAlias Self(Any o) => (TypeAlias)o.Ref!;

    private static PyType Create()
    {
        var type = PyType.Builtin("TypeAliasType", module: "typing");
        type.IsFinal = true;
        type.New("cls, name, value, *, type_params=()", static a => new TypeAlias(
            a[1].Ref as string ?? throw new TypeError($"typealias() argument 'name' must be str, not {PyType.Of(a[1]).ErrorName}"),
            a[3].Ref as PyTuple ?? throw new TypeError("type_params must be a tuple"),
            Later.Value(a[2])) { Module = CallingModule.Name });
        return type
            .Property("__name__", static o => Self(o).Name)
            .Property("__value__", static o => Self(o).Value)
            .Property("__type_params__", static o => Self(o).Parameters)
            .Property("__parameters__", static o => new PyTuple([.. Self(o).Parameters.Select(static p => p.Ref is TypeParameter { IsVariadic: true } ? TypingForms.Unpack.Subscript(p) : p)]))
            .Property("__module__", static o => Self(o).Module)
            .Method("__getitem__", "self, item, /", static (o, item) => Self(o).Parameters.Count == 0
                ? throw new TypeError("Only generic type aliases are subscriptable")
                : GenericAlias.Of(o, item))
            .Method("__or__", "self, other, /", static (o, other) => UnionAlias.Of(o, other))
            .Method("__ror__", "self, other, /", static (o, other) => UnionAlias.Of(other, o))
            .Method("__reduce__", static o => Self(o).Name)
            .Method("__repr__", static o => Self(o).Name);
    }
}

using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>What an alias of <c>typing</c> is, which decides how it compares, shows itself and takes arguments.</summary>
internal enum AliasKind
{
    Plain,
    Union,
    Literal,
    Annotated,
    Callable,
    Concatenate,
    Unpack,
}

/// <summary>A form or generic class of <see href="https://docs.python.org/3.13/library/typing.html">typing</see> with its arguments: <c>List[int]</c>, <c>Optional[str]</c>.</summary>
internal sealed class TypingAlias : PyObject
{
    /// <summary>What aliases with and without arguments derive from.</summary>
    public static readonly PyType Base = PyType.Builtin("_BaseGenericAlias", TypingForm.Final, "typing");

    public static readonly PyType Type = Create("_GenericAlias", null);

    private static readonly Dictionary<AliasKind, PyType> s_types = new()
    {
        [AliasKind.Plain] = Type, [AliasKind.Union] = Create("_UnionGenericAlias", Type), [AliasKind.Literal] = Create("_LiteralGenericAlias", Type),
        [AliasKind.Annotated] = Create("_AnnotatedAlias", Type), [AliasKind.Callable] = Create("_CallableGenericAlias", Type),
        [AliasKind.Concatenate] = Create("_ConcatenateGenericAlias", Type), [AliasKind.Unpack] = Create("_UnpackGenericAlias", Type),
    };

    private PyTuple? _parameters;

    public TypingAlias(Any origin, PyTuple arguments, string? name = null, AliasKind kind = AliasKind.Plain, bool canBeMade = true)
        => (Origin, Arguments, Name, Kind, CanBeMade) = (origin, arguments, name, kind, canBeMade);

    public Any Origin { get; }

    public PyTuple Arguments { get; }

    /// <summary>The name in <c>typing</c> under which it is shown; null for classes of programs.</summary>
    public string? Name { get; }

    public AliasKind Kind { get; }

    public bool CanBeMade { get; }

    /// <summary>What <c>Annotated</c> says beside the type.</summary>
    public PyTuple Metadata { get; init; } = PyTuple.Empty;

    public PyTuple Parameters => _parameters ??= Kind == AliasKind.Literal ? PyTuple.Empty : TypeSubstitution.Parameters(Arguments);

    public override PyType Class => s_types[Kind];

    public static TypingAlias Self(Any o) => (TypingAlias)o.Ref!;

    /// <summary>The classes of aliases, each under its own name.</summary>
    public static IEnumerable<PyType> Types => s_types.Values;

    private static PyType Create(string name, PyType? parent)
    {
        var type = PyType.Builtin(name, parent ?? Base, "typing").New("cls, origin, args", static a => new TypingAlias(a[1], (PyTuple)a[2].Ref!));
        TypingForm.NoSubclasses(type);
        if (parent is not null)
            return name is "_UnionGenericAlias" or "_CallableGenericAlias" or "_AnnotatedAlias" ? type.Attribute("__iter__", Any.None) : type;
        type.HasInstanceDict = true;
        return type
            .Property("__origin__", static o => Self(o).Origin)
            .Property("__args__", static o => Self(o).Arguments)
            .Property("__parameters__", static o => Self(o).Parameters)
            .Property("__metadata__", static o => Self(o).Kind == AliasKind.Annotated ? Self(o).Metadata : throw new AttributeError("__metadata__", "__metadata__", o))
            .Property("__module__", static o => Self(o).Name is null ? Operators.GetAttr(Self(o).Origin, "__module__", "typing") : "typing")
            .Property("_name", static o => Self(o).Name)
            .Property("_inst", static o => Self(o).CanBeMade)
            .Property("__typing_unpacked_tuple_args__", static o => Self(o).Kind != AliasKind.Unpack ? Any.None : Self(o).Arguments[0].Ref switch
            {
                TypingAlias { Origin.Ref: var origin } tuple when ReferenceEquals(origin, TupleType.Type) => tuple.Arguments,
                GenericAlias tuple when ReferenceEquals(tuple.Origin.Ref, TupleType.Type) => tuple.Arguments,
                TypingAlias or GenericAlias => throw new TypeError("Unpack[...] must be used with a tuple type"),
                _ => Any.None,
            })
            .Property("__typing_is_unpacked_typevartuple__", static o => TypeSubstitution.IsUnpackedParameter(o))
            .Method("__getattr__", "self, name, /", static (o, name) => Self(o).Forward((string)name.Ref!))
            .Method("__setattr__", "self, name, value, /", static (o, name, value) => Lib.Do(() => Operators.SetAttr(Self(o).Origin, (string)name.Ref!, value)))
            .Method("__getitem__", "self, item, /", static (o, item) => Self(o).Subscript(item))
            .Method("__mro_entries__", "self, bases, /", static (o, bases) => Self(o).Entries((PyTuple)bases.Ref!))
            .Method("__instancecheck__", "self, instance, /", static (o, instance) => Self(o).Kind == AliasKind.Union ? Self(o).Arguments.Any(t => Builtins.IsInstance(instance, t)) : throw NoChecks())
            .Method("__subclasscheck__", "self, cls, /", static (o, cls) => Self(o).Kind == AliasKind.Union ? Self(o).Arguments.Any(t => Builtins.IsSubclass(cls, t)) : throw NoChecks())
            .Method("__or__", "self, other, /", static (o, other) => TypingForms.UnionOf(o, other))
            .Method("__ror__", "self, other, /", static (o, other) => TypingForms.UnionOf(other, o))
            .Method("__iter__", static o => Builtins.Iter((Any)PyTuple.Of(TypingForms.Unpack.Subscript(o))))
            .Method("__eq__", "self, other, /", static (o, other) => Self(o).IsSame(other))
            .Method("__hash__", static o => Self(o).PyHash())
            .Method("__dir__", static o => new PyList<Any>(Dir.Of(Self(o).Origin).Where(static n => !IsSpecial(n)).Concat(Type.Namespace.Keys.Select(Operators.Str)).Distinct().Order(StringComparer.Ordinal).Select(static n => (Any)n)))
            .Method("__reduce__", static o => Self(o).Reduce())
            .Method("__repr__", static o => Self(o).Text());
    }

    private static TypeError NoChecks() => new("Subscripted generics cannot be used with class and instance checks");

    private static bool IsSpecial(string name) => name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal);

    private Any Forward(string name) => name switch
    {
        "__name__" or "__qualname__" => Kind == AliasKind.Annotated ? "Annotated" : Name ?? Origin.Get("__name__"),
        _ when IsSpecial(name) && Kind != AliasKind.Annotated => throw new AttributeError(name, name, this),
        _ => Origin.Get(name),
    };

    /// <summary>The same alias of other arguments.</summary>
    public Any With(PyTuple arguments) => Kind switch
    {
        AliasKind.Union => TypingForms.Union.Subscript(arguments),
        AliasKind.Annotated => new TypingAlias(arguments[0], arguments, Name, Kind) { Metadata = Metadata },
        AliasKind.Unpack => new TypingAlias(Origin, arguments, Name, Kind),
        AliasKind.Concatenate when arguments[^1].Ref is PyTuple or PyList => new PyTuple([.. arguments.SkipLast(1), .. Operators.ToList(arguments[^1])]),
        AliasKind.Concatenate when arguments[^1].Ref is TypingAlias { Kind: AliasKind.Concatenate } inner => new TypingAlias(Origin, new PyTuple([.. arguments.SkipLast(1), .. inner.Arguments]), Name, Kind),
        _ => new TypingAlias(Origin, arguments, Name, Kind, CanBeMade),
    };

    public Any Subscript(Any item)
    {
        if (TypeSubstitution.IsUnpackedParameter(this))
            return item.Ref as PyTuple ?? PyTuple.Of(item);
        if (ReferenceEquals(Origin.Ref, GenericClass.Base) || ReferenceEquals(Origin.Ref, Protocols.Base))
            throw new TypeError($"Cannot subscript already-subscripted {Text()}");
        if (Parameters.Count == 0)
            throw new TypeError($"{Text()} is not a generic class");
        var given = new PyTuple([.. (item.Ref as PyTuple ?? PyTuple.Of(item)).Select(static t => TypingChecks.Convert(t))]);
        return With(TypeSubstitution.Apply(this, Parameters, Arguments, given, Kind == AliasKind.Callable || ReferenceEquals(Origin.Ref, AbstractContainers.Callable)));
    }

    private PyTuple Entries(PyTuple bases)
    {
        if (Origin.Ref is TypingForm)
            throw new TypeError($"Cannot subclass {Text()}");
        if (Kind == AliasKind.Annotated)
            return Origin.Ref is PyType ? PyTuple.Of(Origin) : Operators.ToList(Origin.Get("__mro_entries__").Call(bases)) is var inner ? new PyTuple([.. inner]) : bases;
        var after = bases.SkipWhile(b => !Operators.Is(b, this)).Skip(1);
        if (Name is not null)
            return SpecialAlias.Entries(Origin, bases, after);
        if (!ReferenceEquals(Origin.Ref, GenericClass.Base))
            return PyTuple.Of(Origin);
        return bases.Any(static b => ReferenceEquals(b.Ref, Protocols.Base)) || after.Any(b => b.Ref is TypingAlias or SpecialAlias) ? PyTuple.Empty : PyTuple.Of(Origin);
    }

    private Any IsSame(Any other)
    {
        if (other.Ref is UnionAlias union && Kind == AliasKind.Union)
            return new PyFrozenSet(Arguments).Equals(new PyFrozenSet(union.Members));
        if (other.Ref is not TypingAlias b)
            return Any.NotImplemented;
        if (b.Kind != Kind)
            return false;
        return Kind switch
        {
            AliasKind.Union => Arguments.Count == b.Arguments.Count && Arguments.All(x => b.Arguments.Any(y => Operators.Same(x, y))),
            AliasKind.Literal => Arguments.Count == b.Arguments.Count && Arguments.All(x => b.Arguments.Any(y => TypingChecks.IsSameLiteral(x, y))),
            AliasKind.Annotated => Operators.Equal(Origin, b.Origin) && Metadata.Equals(b.Metadata),
            _ => Operators.Equal(Origin, b.Origin) && Arguments.Equals(b.Arguments),
        };
    }

    private Any PyHash() => Kind switch
    {
        AliasKind.Union => SetOperations.Hash(new PyFrozenSet(Arguments)),
        AliasKind.Literal => SetOperations.Hash(new PyFrozenSet(Arguments.Select(static a => (Any)PyTuple.Of(a, PyType.Of(a))))),
        AliasKind.Annotated => PyTuple.Of(Origin, Metadata).PyHash(),
        _ => PyTuple.Of(Origin, Arguments).PyHash(),
    };

    private PyTuple Reduce()
    {
        var getItem = Modules.ImportFrom("operator", "getitem");
        if (Kind == AliasKind.Annotated)
            return PyTuple.Of(getItem, PyTuple.Of(TypingForms.Annotated, new PyTuple([Origin, .. Metadata])));
        var origin = Kind == AliasKind.Union ? TypingForms.Union : Name is null or "Optional" ? Origin : Modules.ImportFrom("typing", Name);
        Any arguments = Kind == AliasKind.Callable && !(Arguments.Count == 2 && TypeSubstitution.IsParameterExpression(Arguments[0]))
            ? PyTuple.Of(new PyList<Any>(Arguments.SkipLast(1)), Arguments[^1])
            : Arguments.Count == 1 && Arguments[0].Ref is not PyTuple ? Arguments[0] : Arguments;
        return PyTuple.Of(getItem, PyTuple.Of(origin, arguments));
    }

    private string Text()
    {
        string List(IEnumerable<Any> types) => string.Join(", ", types.Select(TypingChecks.Name));
        switch (Kind)
        {
            case AliasKind.Union when Arguments.Count == 2 && Arguments.Any(static a => ReferenceEquals(a.Ref, SingletonTypes.NoneType)):
                return $"typing.Optional[{List(Arguments.Where(static a => !ReferenceEquals(a.Ref, SingletonTypes.NoneType)))}]";
            case AliasKind.Union:
                return $"typing.Union[{List(Arguments)}]";
            case AliasKind.Literal:
                return $"typing.Literal[{string.Join(", ", Arguments.Select(Operators.Repr))}]";
            case AliasKind.Annotated:
                return $"typing.Annotated[{TypingChecks.Name(Origin)}, {string.Join(", ", Metadata.Select(Operators.Repr))}]";
            case AliasKind.Callable when !(Arguments.Count == 2 && TypeSubstitution.IsParameterExpression(Arguments[0])):
                return $"typing.Callable[[{List(Arguments.SkipLast(1))}], {TypingChecks.Name(Arguments[^1])}]";
            default:
                var name = Name is null ? TypingChecks.Name(Origin) : "typing." + Name;
                return $"{name}[{(Arguments.Count == 0 ? "()" : List(Arguments))}]";
        }
    }

    public override Any Call(Arguments arguments)
    {
        if (Origin.Ref is TypingForm form)
            throw new TypeError(Kind == AliasKind.Union || form.Name is not ("Union" or "Literal") ? $"Cannot instantiate {Operators.Repr(Origin)}" : $"Type {Name} cannot be instantiated; use {form.Name}() instead");
        if (!CanBeMade)
            throw new TypeError($"Type {Name} cannot be instantiated; use {Operators.Str(Origin.Get("__name__"))}() instead");
        if (ReferenceEquals(Origin.Ref, GenericClass.Base) || ReferenceEquals(Origin.Ref, Protocols.Base))
            return Origin.Call(arguments);
        var made = Origin.Call(arguments);
        try
        {
            Operators.SetAttr(made, "__orig_class__", this);
        }
        catch (BaseException e) when (e.Class.IsSubclassOf(PyException.Type))
        {
            // Many objects take no attributes.
        }
        return made;
    }
}

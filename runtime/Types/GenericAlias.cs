using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary><c>list[int]</c>: a class with type arguments. See <see href="https://docs.python.org/3.13/library/stdtypes.html#generic-alias-type">generic alias</see>.</summary>
public sealed class GenericAlias : PyObject
{
    public static readonly PyType Type = Create("GenericAlias", "types");

    /// <summary>The class of <c>collections.abc.Callable[[int], str]</c>, whose arguments stand in one row.</summary>
    private static readonly PyType s_callableType = PyType.Builtin("_CallableGenericAlias", Type, "collections.abc");

    private readonly Any _origin;
    private readonly PyTuple _arguments;
    private PyTuple? _parameters;

    public GenericAlias(Any origin, PyTuple arguments)
        : this(origin, arguments, false)
    {
    }

    private GenericAlias(Any origin, PyTuple arguments, bool isUnpacked)
        => (_origin, _arguments, IsUnpacked) = (origin, arguments, isUnpacked);

    public Any Origin => _origin;

    public PyTuple Arguments => _arguments;

    /// <summary>Whether it is <c>*tuple[int, str]</c>.</summary>
    internal bool IsUnpacked { get; }

    /// <summary>The type parameters that its arguments mention.</summary>
    internal PyTuple Parameters => _parameters ??= TypeSubstitution.Parameters(_arguments);

    internal bool IsCallable => ReferenceEquals(_origin.Ref, AbstractContainers.Callable);

    public override PyType Class => IsCallable ? s_callableType : Type;

    private static GenericAlias Self(Any o) => (GenericAlias)o.Ref!;

    private static PyType Create(string name, string module)
    {
        var type = PyType.Builtin(name, module: module);
        type.New("cls, origin, args, /", static a => new GenericAlias(a[1], a[2].Ref as PyTuple ?? PyTuple.Of(a[2])));
        return type
            .Property("__origin__", static o => Self(o).Origin)
            .Property("__args__", static o => Self(o).Arguments)
            .Property("__parameters__", static o => Self(o).Parameters)
            .Property("__unpacked__", static o => Self(o).IsUnpacked)
            .Property("__typing_unpacked_tuple_args__", static o => Self(o) is { IsUnpacked: true } alias && ReferenceEquals(alias.Origin.Ref, TupleType.Type) ? alias.Arguments : Any.None)
            .Method("__getitem__", "self, item, /", static (self, item) => Self(self).Subscript(item))
            .Method("__iter__", static self => Builtins.Iter((Any)PyTuple.Of(new GenericAlias(Self(self).Origin, Self(self).Arguments, true))))
            .Method("__getattr__", "self, name, /", static (self, name) => (string)name.Ref! is "__copy__" or "__deepcopy__" or "__bases__"
                ? throw new AttributeError($"'types.GenericAlias' object has no attribute '{Operators.Str(name)}'", Operators.Str(name), self)
                : Self(self).Origin.Get((string)name.Ref!))
            .Method("__mro_entries__", "self, bases, /", static (self, _) => PyTuple.Of(Self(self).Origin))
            .Method("__instancecheck__", "self, instance, /", static (_, _) => throw new TypeError("isinstance() argument 2 cannot be a parameterized generic"))
            .Method("__subclasscheck__", "self, cls, /", static (_, _) => throw new TypeError("issubclass() argument 2 cannot be a parameterized generic"))
            .Method("__or__", "self, other, /", static (self, other) => UnionAlias.Of(self, other))
            .Method("__ror__", "self, other, /", static (self, other) => UnionAlias.Of(other, self))
            .Method("__eq__", "self, other, /", static (self, other) => other.Ref is GenericAlias b ? Self(self).IsUnpacked == b.IsUnpacked && Operators.Equal(Self(self).Origin, b.Origin) && Self(self).Arguments.Equals(b.Arguments) : Any.NotImplemented)
            .Method("__hash__", static self => Operators.Hash(Self(self).Origin) ^ Self(self).Arguments.PyHash())
            .Method("__dir__", static self => new PyList<Any>(Dir.Of(Self(self).Origin).Concat(Type.Namespace.Keys.Select(Operators.Str)).Distinct().Order(StringComparer.Ordinal).Select(static n => (Any)n)))
            .Method("__reduce__", static self => Self(self).Reduce())
            .Method("__repr__", static self => Self(self).Repr());
    }

    public static Any Of(Any origin, Any item) => new GenericAlias(origin, item.Ref as PyTuple ?? PyTuple.Of(item));

    /// <summary><c>collections.abc.Callable[arguments, result]</c>.</summary>
    /// <exception cref="TypeError">It has another shape.</exception>
    internal static Any CallableOf(Any origin, Any item)
    {
        if (item.Ref is not PyTuple { Count: 2 } pair)
            throw new TypeError("Callable must be used as Callable[[arg, ...], result].");
        return pair[0].Ref is PyList or PyTuple ? new GenericAlias(origin, new PyTuple([.. Operators.ToList(pair[0]), pair[1]]))
            : TypeSubstitution.IsParameterExpression(pair[0]) ? new GenericAlias(origin, pair)
            : throw new TypeError($"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {Operators.Repr(pair[0])}");
    }

    private Any Subscript(Any item)
    {
        if (ReferenceEquals(_origin.Ref, PyType.Type) && Parameters.Count == 0)
            throw new TypeError($"{Repr()} is not a generic class");
        if (!IsCallable)
            return new GenericAlias(_origin, TypeSubstitution.Apply(this, Parameters, _arguments, item.Ref as PyTuple ?? PyTuple.Of(item), isCallable: false), IsUnpacked);
        var given = item.Ref as PyTuple ?? PyTuple.Of(item);
        return new GenericAlias(_origin, TypeSubstitution.Apply(this, Parameters, _arguments, given, isCallable: true));
    }

    private PyTuple Reduce()
    {
        if (IsUnpacked)
            return PyTuple.Of(Builtins.Get("next"), PyTuple.Of(Builtins.Iter((Any)new GenericAlias(_origin, _arguments))));
        if (!IsCallable || (_arguments.Count == 2 && TypeSubstitution.IsParameterExpression(_arguments[0])))
            return PyTuple.Of(Type, PyTuple.Of(_origin, _arguments));
        return PyTuple.Of(Modules.ImportFrom("operator", "getitem"), PyTuple.Of(_origin, PyTuple.Of(new PyList<Any>(_arguments.SkipLast(1)), _arguments[^1])));
    }

    public override Any Call(Arguments arguments)
    {
        var made = _origin.Call(arguments);
        try
        {
            Operators.SetAttr(made, "__orig_class__", this);
        }
        catch (BaseException e) when (e is AttributeError or TypeError)
        {
            // Many objects take no attributes.
        }
        return made;
    }

    private string Repr()
    {
        if (IsCallable && !(_arguments.Count == 2 && TypeSubstitution.IsParameterExpression(_arguments[0])))
            return $"collections.abc.Callable[[{string.Join(", ", _arguments.SkipLast(1).Select(Name))}], {Name(_arguments[^1])}]";
        return $"{(IsUnpacked ? "*" : "")}{Name(_origin)}[{(_arguments.Count == 0 ? "()" : string.Join(", ", _arguments.Select(Name)))}]";
    }

    /// <summary>A type as annotations show it.</summary>
    internal static string Name(Any type) => type.Ref switch
    {
        PyType t => t.FullName,
        PyList list => $"[{string.Join(", ", Operators.ToList(list).Select(Name))}]",
        PyFunction f => f.Module is "builtins" ? f.QualName : $"{f.Module}.{f.QualName}",
        _ when type == Any.Ellipsis => "...",
        _ => Operators.Repr(type),
    };
}

/// <summary><c>int | str</c>. See <see href="https://docs.python.org/3.13/library/stdtypes.html#types-union">union type</see>.</summary>
public sealed class UnionAlias(PyTuple members) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("UnionType", module: "types")
        .Property("__args__", static o => Self(o).Members)
        .Property("__parameters__", static o => TypeSubstitution.Parameters(Self(o).Members))
        .Method("__getitem__", "self, item, /", static (self, item) =>
        {
            var arguments = TypeSubstitution.Apply(self, TypeSubstitution.Parameters(Self(self).Members), Self(self).Members, item.Ref as PyTuple ?? PyTuple.Of(item), isCallable: false);
            var result = arguments[0];
            for (var i = 1; i < arguments.Count; i++)
                result = result | arguments[i];
            return result;
        })
        .Method("__or__", "self, other, /", static (self, other) => Of(self, other))
        .Method("__ror__", "self, other, /", static (self, other) => Of(other, self))
        .Method("__instancecheck__", "self, instance, /", static (self, instance) => Builtins.IsInstance(instance, self))
        .Method("__subclasscheck__", "self, cls, /", static (self, cls) => Builtins.IsSubclass(cls, self))
        .Method("__eq__", "self, other, /", static (self, other) => other.Ref is UnionAlias b ? SameMembers(Self(self).Members, b.Members) : Any.NotImplemented)
        .Method("__reduce__", static self => PyTuple.Of(Modules.ImportFrom("functools", "reduce"), PyTuple.Of(Modules.ImportFrom("operator", "or_"), Self(self).Members)))
        .Method("__hash__", static self => SetOperations.Hash(new PyFrozenSet(Self(self).Members)))
        .Method("__repr__", static self => string.Join(" | ", Self(self).Members.Select(m => m.IsNone || m.Ref == SingletonTypes.NoneType ? "None" : GenericAlias.Name(m))));

    public PyTuple Members => members;

    public override PyType Class => Type;

    private static UnionAlias Self(Any o) => (UnionAlias)o.Ref!;

    private static bool SameMembers(PyTuple a, PyTuple b) => a.Count == b.Count && a.All(x => b.Any(y => Operators.Same(x, y)));

    public static Any Of(Any a, Any b)
    {
        if (!IsTypeLike(a) || !IsTypeLike(b))
            return Any.NotImplemented;
        var all = new List<Any>();
        foreach (var member in Parts(a).Concat(Parts(b)))
            if (!all.Exists(m => IsSame(m, member)))
                all.Add(member);
        return all.Count == 1 ? all[0] : new UnionAlias(new PyTuple([.. all]));
    }

    /// <summary>Aliases are the same where they say the same; other types where they are one.</summary>
    private static bool IsSame(Any a, Any b) => a.Ref is GenericAlias && b.Ref is GenericAlias ? Operators.Equal(a, b) : Operators.Is(a, b);

    private static bool IsTypeLike(Any a) => a.IsNone || a.Ref is PyType or GenericAlias or UnionAlias or TypeAlias;

    private static IEnumerable<Any> Parts(Any a) => a.Ref is UnionAlias union ? union.Members : [a.IsNone ? SingletonTypes.NoneType : a];
}

using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>A special form of <see href="https://docs.python.org/3.13/library/typing.html#special-forms">typing</see>: it has a meaning for type checkers, and at most takes arguments.</summary>
internal sealed class TypingForm(string name, Func<TypingForm, Any, Any>? subscript) : PyObject
{
    /// <summary>What classes of the module derive from that programs may not derive from.</summary>
    public static readonly PyType Final = PyType.Builtin("_Final", module: "typing");

    public static readonly PyType Type = Create();

    public override PyType Class => Type;

    public string Name => name;

    private static TypingForm Self(Any o) => (TypingForm)o.Ref!;

    private static PyType Create()
    {
        var type = PyType.Builtin("_SpecialForm", Final, "typing").New("cls, getitem", static a => new TypingForm(Operators.Str(a[1].Get("__name__")), (form, item) => a[1].Call(form, item)))
            .Property("__name__", static o => Self(o).Name).Property("__qualname__", static o => Self(o).Name).Property("_name", static o => Self(o).Name).Property("__module__", static _ => "typing")
            .Method("__getitem__", "self, item, /", static (o, item) => Self(o).Subscript(item))
            .Method("__call__", "self, /, *args, **kwds", static (o, _, _) => throw new TypeError($"Cannot instantiate {Operators.Repr(o)}"))
            .Method("__or__", "self, other, /", static (o, other) => TypingForms.UnionOf(o, other))
            .Method("__ror__", "self, other, /", static (o, other) => TypingForms.UnionOf(other, o))
            .Method("__mro_entries__", "self, bases, /", static (o, _) => throw new TypeError($"Cannot subclass {Operators.Repr(o)}"))
            .Method("__instancecheck__", "self, instance, /", static (o, _) => throw new TypeError($"{Operators.Repr(o)} cannot be used with isinstance()"))
            .Method("__subclasscheck__", "self, cls, /", static (o, _) => throw new TypeError($"{Operators.Repr(o)} cannot be used with issubclass()"))
            .Method("__reduce__", static o => Self(o).Name)
            .Method("__repr__", static o => "typing." + Self(o).Name);
        NoSubclasses(type);
        return type;
    }

    /// <summary>Classes of the module itself that programs may not derive from.</summary>
    public static void NoSubclasses(PyType type)
        => type.Define("__init_subclass__", new ClassMethod(new PyFunction("__init_subclass__", "cls, /, *args, **kwds", static (Any _, Any _, Any _) => throw new TypeError("Cannot subclass special typing classes"))));

    public Any Subscript(Any item) => subscript is null ? throw new TypeError($"{Operators.Repr(this)} is not subscriptable") : subscript(this, item);

    public override Any Call(Arguments arguments) => throw new TypeError($"Cannot instantiate {Operators.Repr(this)}");
}

/// <summary>The special forms.</summary>
internal static class TypingForms
{
    public static readonly TypingForm Union = new("Union", static (form, item) =>
    {
        if (item.Ref is PyTuple { Count: 0 })
            throw new TypeError("Cannot take a Union of no types.");
        var types = TypingChecks.Flatten((item.Ref as PyTuple ?? PyTuple.Of(item)).Select(static t => TypingChecks.Check(t, "Union[arg, ...]: each arg must be a type.")));
        return types.Count == 1 ? types[0]
            : new TypingAlias(form, new PyTuple([.. types]), types.Count == 2 && types.Exists(static t => ReferenceEquals(t.Ref, SingletonTypes.NoneType)) ? "Optional" : "Union", AliasKind.Union);
    });

    public static readonly TypingForm Optional = new("Optional", static (form, item) => Union.Subscript(PyTuple.Of(TypingChecks.Check(item, $"{Operators.Repr(form)} requires a single type."), SingletonTypes.NoneType)));

    public static readonly TypingForm Unpack = new("Unpack", static (form, item) => new TypingAlias(form, PyTuple.Of(TypingChecks.Check(item, $"{Operators.Repr(form)} accepts only single type.")), "Unpack", AliasKind.Unpack));

    public static readonly TypingForm Annotated = new("Annotated", static (form, item) =>
    {
        var given = item.Ref as PyTuple ?? PyTuple.Of(item);
        if (given.Count < 2)
            throw new TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).");
        if (TypeSubstitution.IsUnpackedParameter(given[0]))
            throw new TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple");
        var type = TypingChecks.Check(given[0], "Annotated[t, ...]: t must be a type.", allowForms: true);
        return type.Ref is TypingAlias { Kind: AliasKind.Annotated } inner
            ? new TypingAlias(inner.Origin, PyTuple.Of(inner.Origin), "Annotated", AliasKind.Annotated) { Metadata = new PyTuple([.. inner.Metadata, .. given.Skip(1)]) }
            : new TypingAlias(type, PyTuple.Of(type), "Annotated", AliasKind.Annotated) { Metadata = new PyTuple([.. given.Skip(1)]) };
    });

    private static readonly TypingForm s_literal = new("Literal", static (form, item) =>
    {
        var all = new List<Any>();
        foreach (var value in (item.Ref as PyTuple ?? PyTuple.Of(item)).SelectMany(static v => v.Ref is TypingAlias { Kind: AliasKind.Literal } inner ? inner.Arguments : (IEnumerable<Any>)[v]))
            if (!all.Exists(known => TypingChecks.IsSameLiteral(known, value)) || !IsHashable(value))
                all.Add(value);
        return new TypingAlias(form, new PyTuple([.. all]), "Literal", AliasKind.Literal);
    });

    private static readonly TypingForm s_concatenate = new("Concatenate", static (form, item) =>
    {
        var given = item.Ref as PyTuple ?? PyTuple.Of(item);
        if (given.Count == 0)
            throw new TypeError("Cannot take a Concatenate of no types.");
        if (!(given[^1] == Any.Ellipsis || given[^1].Ref is TypeParameter { IsParamSpec: true }))
            throw new TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.");
        return new TypingAlias(form, new PyTuple([.. given.SkipLast(1).Select(static t => TypingChecks.Check(t, "Concatenate[arg, ...]: each arg must be a type.")), given[^1]]), "Concatenate", AliasKind.Concatenate);
    });

    public static IEnumerable<TypingForm> All =>
    [
        Union, Optional, Unpack, Annotated, s_literal, s_concatenate,
        new("NoReturn", null), new("Never", null), new("Self", null), new("LiteralString", null), new("TypeAlias", null),
        Single("ClassVar", true, static f => $"{Operators.Repr(f)} accepts only single type."), Single("Final", true, static f => $"{Operators.Repr(f)} accepts only single type."),
        Single("TypeGuard", false, static f => $"{Operators.Repr(f)} accepts only single type."), Single("TypeIs", false, static f => $"{Operators.Repr(f)} accepts only single type."),
        Single("Required", false, static f => $"{f.Name} accepts only a single type."), Single("NotRequired", false, static f => $"{f.Name} accepts only a single type."),
        Single("ReadOnly", false, static f => $"{f.Name} accepts only a single type."),
    ];

    private static TypingForm Single(string name, bool allowForms, Func<TypingForm, string> message)
        => new(name, (form, item) => new TypingAlias(form, PyTuple.Of(TypingChecks.Check(item, message(form), allowForms)), name));

    private static bool IsHashable(Any value)
    {
        try
        {
            Operators.Hash(value);
            return true;
        }
        catch (BaseException e) when (e is TypeError)
        {
            return false;
        }
    }

    /// <summary><c>a | b</c> where one side is of <c>typing</c>.</summary>
    public static Any UnionOf(Any a, Any b) => Union.Subscript(PyTuple.Of(a, b));
}

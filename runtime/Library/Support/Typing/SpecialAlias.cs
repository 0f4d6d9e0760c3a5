using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>A name of <c>typing</c> for a class of another module: <c>List</c>, <c>Mapping</c>, <c>Callable</c>. Its class may be asked for, and it takes arguments.</summary>
internal sealed class SpecialAlias(string name, PyType origin, int count, bool canBeMade = true, params Any[] defaults) : PyObject
{
    public static readonly PyType Type = Create();

    public override PyType Class => Type;

    public PyType Origin => origin;

    private string Name => name;

    private static SpecialAlias Self(Any o) => (SpecialAlias)o.Ref!;

    private static PyType Create()
    {
        var type = PyType.Builtin("_SpecialGenericAlias", TypingAlias.Base, "typing").New("cls, origin, nparams", static a => new SpecialAlias(((PyType)a[1].Ref!).Name, (PyType)a[1].Ref!, (int)Lib.Int(a[2])))
            .Property("__origin__", static o => Self(o).Origin)
            .Property("_name", static o => Self(o).Name)
            .Property("__module__", static _ => "typing")
            .Method("__getattr__", "self, name, /", static (o, name) => (string)name.Ref! switch
            {
                "__name__" or "__qualname__" => Self(o).Name,
                var text when text.StartsWith("__", StringComparison.Ordinal) && text.EndsWith("__", StringComparison.Ordinal) => throw new AttributeError(text, text, o),
                var text => ((Any)Self(o).Origin).Get(text),
            })
            .Method("__getitem__", "self, item, /", static (o, item) => Self(o).Subscript(item))
            .Method("__mro_entries__", "self, bases, /", static (o, bases) => Entries(Self(o).Origin, (PyTuple)bases.Ref!, ((PyTuple)bases.Ref!).SkipWhile(b => !Operators.Is(b, o)).Skip(1)))
            .Method("__instancecheck__", "self, instance, /", static (o, instance) => Builtins.IsSubclass(PyType.Of(instance), Self(o).Origin))
            .Method("__subclasscheck__", "self, cls, /", static (o, cls) => cls.Ref is SpecialAlias other ? Builtins.IsSubclass(other.Origin, Self(o).Origin)
                : cls.Ref is TypingAlias ? throw new TypeError("Subscripted generics cannot be used with class and instance checks") : Builtins.IsSubclass(cls, Self(o).Origin))
            .Method("__or__", "self, other, /", static (o, other) => TypingForms.UnionOf(o, other))
            .Method("__ror__", "self, other, /", static (o, other) => TypingForms.UnionOf(other, o))
            .Method("__dir__", static o => new PyList<Any>(Dir.Of(Self(o).Origin).Select(static n => (Any)n)))
            .Method("__reduce__", static o => Self(o).Name)
            .Method("__repr__", static o => "typing." + Self(o).Name);
        TypingForm.NoSubclasses(type);
        return type;
    }

    /// <summary>What a class that derives from such a name has as bases: the class, and <c>Generic</c> unless a later base brings it.</summary>
    public static PyTuple Entries(Any origin, PyTuple bases, IEnumerable<Any> after)
    {
        var result = new List<Any>();
        if (!bases.Any(b => Operators.Is(b, origin)))
            result.Add(origin);
        if (!after.Any(static b => b.Ref is TypingAlias or SpecialAlias or GenericAlias || (b.Ref is PyType type && type.IsSubclassOf(GenericClass.Base))))
            result.Add(GenericClass.Base);
        return new PyTuple([.. result]);
    }

    private Any Subscript(Any item)
    {
        var given = item.Ref as PyTuple ?? PyTuple.Of(item);
        switch (name)
        {
            case "Callable":
                return Callable(item);
            case "Tuple" when given.Count >= 2 && given[^1] == Any.Ellipsis:
                return With(new PyTuple([.. given.SkipLast(1).Select(static t => TypingChecks.Check(t, "Tuple[t, ...]: t must be a type.")), Any.Ellipsis]));
            case "Tuple":
                return With(new PyTuple([.. given.Select(static t => TypingChecks.Check(t, "Tuple[t0, t1, ...]: each t must be a type."))]));
        }
        var types = given.Select(static t => TypingChecks.Check(t, "Parameters to generic types must be types.")).ToList();
        if (count == 0)
            throw new TypeError($"{Operators.Repr(this)} is not a generic class");
        TypingChecks.CheckCount(this, types.Count, count, count - defaults.Length);
        types.AddRange(defaults.Skip(defaults.Length - (count - types.Count)));
        return With(new PyTuple([.. types]));
    }

    private Any Callable(Any item)
    {
        if (item.Ref is not PyTuple { Count: 2 } pair)
            throw new TypeError("Callable must be used as Callable[[arg, ...], result].");
        var result = TypingChecks.Check(pair[1], "Callable[args, result]: result must be a type.");
        var arguments = pair[0].Ref is PyList or PyTuple ? Operators.ToList(pair[0]).Select(static t => TypingChecks.Convert(t))
            : TypeSubstitution.IsParameterExpression(pair[0]) ? [pair[0]]
            : throw new TypeError($"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {Operators.Repr(pair[0])}");
        return With(new PyTuple([.. arguments, result]));
    }

    private TypingAlias With(PyTuple arguments) => new(origin, arguments, name, name == "Callable" ? AliasKind.Callable : AliasKind.Plain, canBeMade);

    public override Any Call(Arguments arguments)
        => canBeMade ? ((Any)origin).Call(arguments) : throw new TypeError($"Type {name} cannot be instantiated; use {origin.Name}() instead");
}

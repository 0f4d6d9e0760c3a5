namespace Pytocs.Runtime.Core;

/// <summary><c>list[int]</c>: a class with type arguments. See <see href="https://docs.python.org/3.13/library/stdtypes.html#generic-alias-type">generic alias</see>.</summary>
public sealed class GenericAlias(Any origin, PyTuple arguments) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("GenericAlias", module: "types")
        .Property("__origin__", static o => ((GenericAlias)o.Ref!).Origin)
        .Property("__args__", static o => ((GenericAlias)o.Ref!).Arguments)
        .Method("__getitem__", "self, item, /", static (self, item) => Of(((GenericAlias)self.Ref!).Origin, item))
        .Method("__iter__", static self => Builtins.Iter((Any)PyTuple.Of((Any)new GenericAlias(Modules.ImportFrom("typing", "Unpack"), PyTuple.Of(self)))))
        .Method("__getattr__", "self, name, /", static (self, name) => ((GenericAlias)self.Ref!).Origin.Get((string)name.Ref!))
        .Method("__mro_entries__", "self, bases, /", static (self, _) => PyTuple.Of(((GenericAlias)self.Ref!).Origin))
        .Method("__or__", "self, other, /", static (self, other) => UnionAlias.Of(self, other))
        .Method("__ror__", "self, other, /", static (self, other) => UnionAlias.Of(other, self))
        .Method("__eq__", "self, other, /", static (self, other) => other.Ref is GenericAlias b && Operators.Equal(((GenericAlias)self.Ref!).Origin, b.Origin) && ((GenericAlias)self.Ref!).Arguments.Equals(b.Arguments))
        .Method("__hash__", static self => Operators.Hash(((GenericAlias)self.Ref!).Origin) ^ ((GenericAlias)self.Ref!).Arguments.PyHash())
        .Method("__repr__", static self => ((GenericAlias)self.Ref!).Repr());

    public Any Origin => origin;

    public PyTuple Arguments => arguments;

    public override PyType Class => Type;

    public static Any Of(Any origin, Any item) => new GenericAlias(origin, item.Ref as PyTuple ?? PyTuple.Of(item));

    public override Any Call(Arguments arguments) => origin.Call(arguments);

    private string Repr() => (origin.Ref as IAliasText)?.Text(arguments) ?? $"{Name(origin)}[{(arguments.Count == 0 ? "()" : string.Join(", ", arguments.Select(Name)))}]";

    /// <summary>A type as annotations show it.</summary>
    internal static string Name(Any type) => type.Ref switch
    {
        PyType t => t.FullName,
        _ when type.Ref is Tag && Operators.Repr(type) == "Ellipsis" => "...",
        _ => Operators.Repr(type),
    };
}

/// <summary>A special form that shows its arguments in a way of its own.</summary>
internal interface IAliasText
{
    /// <summary>The text; null where it is the usual one.</summary>
    string? Text(PyTuple arguments);
}

/// <summary><c>int | str</c>.</summary>
public sealed class UnionAlias(PyTuple members) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("UnionType", module: "types")
        .Property("__args__", static o => ((UnionAlias)o.Ref!).Members)
        .Method("__or__", "self, other, /", static (self, other) => Of(self, other))
        .Method("__ror__", "self, other, /", static (self, other) => Of(other, self))
        .Method("__eq__", "self, other, /", static (self, other) => other.Ref is UnionAlias b && new PyFrozenSet(((UnionAlias)self.Ref!).Members).Equals(new PyFrozenSet(b.Members)))
        .Method("__hash__", static self => SetOperations.Hash(new PyFrozenSet(((UnionAlias)self.Ref!).Members)))
        .Method("__repr__", static self => string.Join(" | ", ((UnionAlias)self.Ref!).Members.Select(m => m.IsNone || m.Ref == SingletonTypes.NoneType ? "None" : GenericAlias.Name(m))));

    public PyTuple Members => members;

    public override PyType Class => Type;

    public static Any Of(Any a, Any b)
    {
        if (!IsTypeLike(a) || !IsTypeLike(b))
            return Any.NotImplemented;
        var all = new List<Any>();
        foreach (var member in Parts(a).Concat(Parts(b)))
            if (!all.Exists(m => Operators.Equal(m, member)))
                all.Add(member);
        return all.Count == 1 ? all[0] : new UnionAlias(new PyTuple([.. all]));
    }

    private static bool IsTypeLike(Any a) => a.IsNone || a.Ref is PyType or GenericAlias or UnionAlias || (a.Ref is PyInstance && PyType.Of(a).Module == "typing");

    private static IEnumerable<Any> Parts(Any a) => a.Ref is UnionAlias union ? union.Members : [a.IsNone ? SingletonTypes.NoneType : a];
}

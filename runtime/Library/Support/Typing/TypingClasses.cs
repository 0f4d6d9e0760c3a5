using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>The names of <c>typing</c> that stand for classes of other modules, and its own protocols and classes of files.</summary>
internal static class TypingClasses
{
    /// <summary>Names, the module and class behind them, how many arguments they take, and whether calling them makes an instance.</summary>
    public static readonly (string Name, (string Module, string Class, int Count, bool CanBeMade) Origin)[] Origins =
    [
        ("Hashable", ("collections.abc", "Hashable", 0, true)), ("Awaitable", ("collections.abc", "Awaitable", 1, true)), ("Coroutine", ("collections.abc", "Coroutine", 3, true)),
        ("AsyncIterable", ("collections.abc", "AsyncIterable", 1, true)), ("AsyncIterator", ("collections.abc", "AsyncIterator", 1, true)), ("Iterable", ("collections.abc", "Iterable", 1, true)),
        ("Iterator", ("collections.abc", "Iterator", 1, true)), ("Reversible", ("collections.abc", "Reversible", 1, true)), ("Sized", ("collections.abc", "Sized", 0, true)),
        ("Container", ("collections.abc", "Container", 1, true)), ("Collection", ("collections.abc", "Collection", 1, true)), ("Callable", ("collections.abc", "Callable", 2, true)),
        ("AbstractSet", ("collections.abc", "Set", 1, false)), ("MutableSet", ("collections.abc", "MutableSet", 1, true)), ("Mapping", ("collections.abc", "Mapping", 2, true)),
        ("MutableMapping", ("collections.abc", "MutableMapping", 2, true)), ("Sequence", ("collections.abc", "Sequence", 1, true)), ("MutableSequence", ("collections.abc", "MutableSequence", 1, true)),
        ("ByteString", ("collections.abc", "ByteString", 0, true)), ("Tuple", ("builtins", "tuple", -1, false)), ("List", ("builtins", "list", 1, false)), ("Deque", ("collections", "deque", 1, true)),
        ("Set", ("builtins", "set", 1, false)), ("FrozenSet", ("builtins", "frozenset", 1, false)), ("MappingView", ("collections.abc", "MappingView", 1, true)),
        ("KeysView", ("collections.abc", "KeysView", 1, true)), ("ItemsView", ("collections.abc", "ItemsView", 2, true)), ("ValuesView", ("collections.abc", "ValuesView", 1, true)),
        ("ContextManager", ("contextlib", "AbstractContextManager", 2, true)), ("AsyncContextManager", ("contextlib", "AbstractAsyncContextManager", 2, true)), ("Dict", ("builtins", "dict", 2, false)),
        ("DefaultDict", ("collections", "defaultdict", 2, true)), ("OrderedDict", ("collections", "OrderedDict", 2, true)), ("Counter", ("collections", "Counter", 1, true)),
        ("ChainMap", ("collections", "ChainMap", 2, true)), ("Generator", ("collections.abc", "Generator", 3, true)), ("AsyncGenerator", ("collections.abc", "AsyncGenerator", 2, true)),
        ("Type", ("builtins", "type", 1, false)), ("Pattern", ("re", "Pattern", 1, true)), ("Match", ("re", "Match", 1, true)),
    ];

    /// <summary>The type variables that the module has.</summary>
    public static readonly (string Name, TypeParameter Variable)[] Variables =
    [
        ("AnyStr", new TypeParameter(TypeParameter.VariableType, "AnyStr") { Constraints = Later.Value(PyTuple.Of(BytesType.Type, StrType.Type)), Module = "typing" }),
        ("T", Plain("T")), ("KT", Plain("KT")), ("VT", Plain("VT")), ("T_co", Covariant("T_co")),
    ];

    private static TypeParameter Plain(string name) => new(TypeParameter.VariableType, name) { Module = "typing" };

    private static TypeParameter Covariant(string name) => new(TypeParameter.VariableType, name) { Module = "typing", IsCovariant = true };

    /// <summary>Protocols of a single method.</summary>
    public static readonly PyType[] Protocols =
    [
        Protocol("SupportsInt", "__int__", null), Protocol("SupportsFloat", "__float__", null), Protocol("SupportsComplex", "__complex__", null), Protocol("SupportsBytes", "__bytes__", null),
        Protocol("SupportsIndex", "__index__", null), Protocol("SupportsAbs", "__abs__", Covariant("T_co")), Protocol("SupportsRound", "__round__", Covariant("T_co")),
    ];

    /// <summary>The classes of files.</summary>
    public static readonly PyType[] Files = MakeFiles();

    public static SpecialAlias Of(string name)
    {
        var (module, cls, count, canBeMade) = Array.Find(Origins, o => o.Name == name).Origin;
        return new SpecialAlias(name, (PyType)Modules.ImportFrom(module, cls).Ref!, count, canBeMade, name switch
        {
            "Generator" => [SingletonTypes.NoneType, SingletonTypes.NoneType],
            "AsyncGenerator" => [SingletonTypes.NoneType],
            "ContextManager" or "AsyncContextManager" => [UnionAlias.Of(BoolType.Type, Any.None)],
            _ => [],
        });
    }

    private static PyType Protocol(string name, string method, TypeParameter? variable)
    {
        var arguments = new Arguments { Core.Protocols.Base };
        if (variable is not null)
            arguments = new Arguments { ((Any)Core.Protocols.Base)[variable] };
        var made = ClassBuilder.Build(name, name, "typing", arguments, space =>
        {
            space["__slots__"] = PyTuple.Empty;
            var function = new PyFunction($"{name}.{method}", method == "__round__" ? "self, ndigits=0" : "self", static (Any[] _) => Any.None) { Module = "typing" };
            Operators.SetAttr(function, "__isabstractmethod__", true);
            space[method] = function;
        });
        return (PyType)Core.Protocols.MakeCheckable(made).Ref!;
    }

    private static PyType[] MakeFiles()
    {
        var variable = Variables[0].Variable;
        var io = ClassBuilder.Build("IO", "IO", "typing", new Arguments { ((Any)GenericClass.Base)[variable] }, static space =>
        {
            space["__slots__"] = PyTuple.Empty;
            foreach (var (name, signature) in ((string, string)[])
                [
                    ("mode", "self"), ("name", "self"), ("close", "self"), ("closed", "self"), ("fileno", "self"), ("flush", "self"), ("isatty", "self"), ("read", "self, n=-1"), ("readable", "self"),
                    ("readline", "self, limit=-1"), ("readlines", "self, hint=-1"), ("seek", "self, offset, whence=0"), ("seekable", "self"), ("tell", "self"), ("truncate", "self, size=None"),
                    ("writable", "self"), ("write", "self, s"), ("writelines", "self, lines"), ("__enter__", "self"), ("__exit__", "self, type, value, traceback"),
                ])
                space[name] = new PyFunction("IO." + name, signature, static (Any[] _) => Any.None) { Module = "typing" };
        });
        Any Sub(string name, PyType argument) => ClassBuilder.Build(name, name, "typing", new Arguments { io[argument] }, static space => space["__slots__"] = PyTuple.Empty);
        return [(PyType)io.Ref!, (PyType)Sub("TextIO", StrType.Type).Ref!, (PyType)Sub("BinaryIO", BytesType.Type).Ref!];
    }
}

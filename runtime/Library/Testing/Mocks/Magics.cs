using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Mocks;

/// <summary>Special methods of mocks: they are mocks too. See <see href="https://docs.python.org/3.13/library/unittest.mock.html#magic-mock">MagicMock</see>.</summary>
internal static class Magics
{
    private const string Numeric = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow";

    /// <summary>Those that a MagicMock has from the start.</summary>
    private static readonly string[] s_defaults =
    [
        .. "lt le gt ge eq ne getitem setitem delitem len contains iter hash str sizeof enter exit divmod rdivmod neg pos abs invert complex int float index round trunc floor ceil bool next fspath aiter aenter aexit anext".Split(' ').Select(static n => $"__{n}__"),
        .. Numeric.Split(' ').SelectMany(static n => (string[])[$"__{n}__", $"__i{n}__", $"__r{n}__"]),
    ];

    public static readonly HashSet<string> All =
    [
        .. s_defaults, "__get__", "__set__", "__delete__", "__reversed__", "__missing__", "__reduce__", "__reduce_ex__", "__getinitargs__", "__getnewargs__", "__getstate__",
        "__setstate__", "__getformat__", "__repr__", "__dir__", "__subclasses__", "__format__", "__getnewargs_ex__",
    ];

    /// <summary>Those that no coroutine function stands for.</summary>
    public static IEnumerable<string> Plain => s_defaults.Where(static n => n is not ("__aiter__" or "__aenter__" or "__aexit__" or "__anext__"));

    private static readonly Dictionary<string, Any> s_returns = new()
    {
        ["__lt__"] = Any.NotImplemented, ["__gt__"] = Any.NotImplemented, ["__le__"] = Any.NotImplemented, ["__ge__"] = Any.NotImplemented, ["__int__"] = 1, ["__contains__"] = false,
        ["__len__"] = 0, ["__exit__"] = false, ["__complex__"] = new System.Numerics.Complex(0, 1), ["__float__"] = 1.0, ["__bool__"] = true, ["__index__"] = 1, ["__aexit__"] = false,
    };

    public static bool IsMagic(string name) => name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal);

    /// <summary>Gives the class of a magic mock the special methods that its spec has, and no others.</summary>
    public static void Give(Mock mock)
    {
        if (!mock.Kind.IsSubclassOf(MockTypes.MagicMixin))
            return;
        var space = mock.Class.Namespace;
        foreach (var name in s_defaults.Where(static n => n != "__aiter__").Append("__aiter__"))
        {
            var isAllowed = mock.Allowed?.Contains(name) != false;
            if (isAllowed && !space.ContainsKey(name))
                space[name] = new MagicProxy(name, mock);
            else if (!isAllowed)
                space.Remove(name);
        }
        PyType.Changed();
    }

    /// <summary>The mock that a special method is.</summary>
    public static Any Of(Mock mock, string name)
    {
        if (mock.Children.TryGetValue(name, out var known))
            return known;
        var made = MockTypes.Child(mock, name, name, Any.None);
        var child = MockTypes.Self(made);
        if (s_returns.TryGetValue(name, out var value))
            child.ReturnValue = value;
        else if (Effect(mock, child, name) is { IsUnbound: false } effect)
            child.SideEffect = effect;
        mock.Children[name] = made;
        return made;
    }

    private static Any Effect(Mock mock, Mock method, string name) => name switch
    {
        "__eq__" => new PyFunction("eq", "other", (Any other) => method.HasReturnValue ? Sentinels.Default : ReferenceEquals(other.Ref, mock) ? true : Any.NotImplemented),
        "__ne__" => new PyFunction("ne", "other", (Any other) => method.HasReturnValue ? Sentinels.Default : ReferenceEquals(other.Ref, mock) ? false : Any.NotImplemented),
        "__iter__" => new PyFunction("iter", "", () => method.HasReturnValue ? Builtins.Iter(method.ReturnValue) : Builtins.Iter(new PyList<Any>())),
        "__aiter__" => new PyFunction("aiter", "", () => AsyncMocks.Iterate(method.HasReturnValue ? method.ReturnValue : new PyList<Any>())),
        "__hash__" => new PyFunction("hash", "", () => method.HasReturnValue ? Sentinels.Default : ((Any)PyType.Object).Get("__hash__").Call(mock)),
        "__str__" => new PyFunction("str", "", () => method.HasReturnValue ? Sentinels.Default : Operators.Repr(mock)),
        "__sizeof__" => new PyFunction("sizeof", "", () => ((Any)PyType.Object).Get("__sizeof__").Call(mock)),
        "__fspath__" => new PyFunction("fspath", "", () => method.HasReturnValue ? Sentinels.Default : $"{mock.Kind.Name}/{mock.FullName}/{Operators.Str(Builtins.Id(mock))}"),
        _ => Any.Unbound,
    };

    /// <summary>Gives a mock a special method: a mock, or a function that takes it as self.</summary>
    public static void Set(Mock mock, string name, Any value)
    {
        if (value.Ref is Mock)
        {
            mock.Adopt(value, null, name);
            mock.Children[name] = value;
            mock.Class.Define(name, new MagicProxy(name, mock));
        }
        else
        {
            mock.Class.Define(name, value.Ref is PyFunction ? value : new PyFunction(name, "self, /, *args, **kw", (Any[] a) => value.Call(new Arguments { a[0], new Star(a[1]), new StarStar(a[2]) })));
        }
    }
}

/// <summary>A special method in the class of mocks: read, it is the mock's own; called by an operator, it calls that.</summary>
internal sealed class MagicProxy(string name, Mock owner) : PyObject, IDescriptor
{
    private static readonly PyType s_type = PyType.Builtin("MagicProxy", module: "unittest.mock");

    public override PyType Class => s_type;

    public bool IsData => false;

    public Any Get(Any instance, PyType _) => Magics.Of(owner, name);

    public void Set(Any instance, Any value) => throw new AttributeError(name);

    public void Delete(Any instance) => throw new AttributeError(name);

    public override Any Call(Arguments arguments) => Magics.Of(owner, name).Call(arguments.Skip(1));
}

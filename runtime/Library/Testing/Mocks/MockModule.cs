using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Mocks;

/// <summary>The module <see href="https://docs.python.org/3.13/library/unittest.mock.html">unittest.mock</see>.</summary>
internal static class MockModule
{
    public static PyModule Build() => new PyModule("unittest.mock")
        .Type(MockTypes.NonCallable).Type(MockTypes.Callable).Type(MockTypes.NonCallableMagic).Type(MockTypes.Magic).Type(MockTypes.Async).Type(MockTypes.Property).Type(MockTypes.Threading)
        .Type(MockTypes.CallableMixin).Type(InvalidSpecError.Type).Type(MockCall.Type).Type(Mock.CallListType)
        .Value("_magics", new PySet<Any>(Magics.Plain.Select(static n => (Any)n))).Function("_callable", "obj", static a => IsCallable(a[0])).Value("_patch", Patcher.Type)
        .Function("_get_target", "target", static a =>
        {
            var (target, attribute) = PatchFunctions.Split(a[0]);
            return PyTuple.Of(new PyFunction("resolve_name", "", () => PatchFunctions.Resolve(target)), attribute);
        }).Value("FILTER_DIR", true)
        .Value("call", MockCall.Root).Value("patch", PatchFunctions.Patch).Value("ANY", AnyValue.Instance).Value("sentinel", Sentinels.Instance).Value("DEFAULT", Sentinels.Default)
        .Function("create_autospec", "spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs", static a =>
        {
            if (!a[5].Truth)
                AutoSpecs.CheckTypos(Lib.Dict(a[6]));
            return AutoSpecs.Create(a[0], a[1].Truth, a[2].Truth, a[3].Ref as Mock, a[4].Ref as string, Lib.Dict(a[6]));
        })
        .Function("seal", "mock", static a => Lib.Do(() => Seal(MockTypes.Self(a[0]))))
        .Function("mock_open", "mock=None, read_data=''", static a => OpenMocks.Create(a[0], a[1]));

    /// <summary>Whether what stands in a class can be called once it is read.</summary>
    public static bool IsCallable(Any value)
        => value.Ref is PyType || (value.Ref is StaticMethod or ClassMethod && Operators.GetAttr(value, "__func__", Any.Unbound) is { IsUnbound: false } function ? IsCallable(function) : !Operators.GetAttr(value, "__call__", Any.None).IsNone);

    private static void Seal(Mock mock)
    {
        mock.IsSealed = true;
        foreach (var child in mock.Children.Values)
            if (child.Ref is Mock { } inner && ReferenceEquals(inner.NewParent, mock))
                Seal(inner);
        if (mock.MadeResult is { } result && ReferenceEquals(result.NewParent, mock))
            Seal(result);
    }
}

/// <summary><c>ANY</c>: equal to everything.</summary>
internal sealed class AnyValue : PyObject
{
    private static readonly PyType s_type = PyType.Builtin("_ANY", module: "unittest.mock")
        .Method("__eq__", "self, other, /", static (_, _) => true)
        .Method("__ne__", "self, other, /", static (_, _) => false)
        .Method("__repr__", static _ => "<ANY>");

    public static readonly Any Instance = new AnyValue();

    public override PyType Class => s_type;
}

/// <summary><c>sentinel</c>: an object for each name.</summary>
internal sealed class Sentinels : PyObject
{
    private static readonly Dictionary<string, Any> s_made = [];

    private static readonly PyType s_type = PyType.Builtin("_Sentinel", module: "unittest.mock")
        .Method("__getattr__", "self, name, /", static (_, name) => Of(Operators.Str(name)));

    public static readonly Any Instance = new Sentinels();

    public static readonly Any Default = Of("DEFAULT");

    public override PyType Class => s_type;

    private static Any Of(string name)
    {
        if (name == "__bases__")
            throw new AttributeError(name);
        return s_made.TryGetValue(name, out var known) ? known : s_made[name] = new SentinelObject(name);
    }

    private sealed class SentinelObject(string name) : PyObject
    {
        private static readonly PyType s_type = PyType.Builtin("_SentinelObject", module: "unittest.mock")
            .Property("name", static o => ((SentinelObject)o.Ref!).Name)
            .Method("__repr__", static o => "sentinel." + ((SentinelObject)o.Ref!).Name);

        public override PyType Class => s_type;

        private string Name => name;
    }
}

/// <summary><c>mock_open</c>: a mock in the place of <c>open</c>.</summary>
internal static class OpenMocks
{
    public static Any Create(Any mock, Any data)
    {
        var isBytes = data.Ref is PyBytes;
        var handle = MockTypes.Magic.Call();
        if (mock.IsNone)
            mock = MockTypes.Magic.Call(new Arguments { { "name", "open" } });
        Any file = Any.None;
        void Open() => file = Modules.Import("io").Get(isBytes ? "BytesIO" : "StringIO").Call(data);
        Open();
        foreach (var name in (string[])["read", "readline", "readlines"])
            handle.Get(name).Set("side_effect", new PyFunction(name, "*args, **kwargs", (Any[] a) =>
                handle.Get(name).Get("return_value") is { } own && own.Ref is not Mock ? own : Lib.Call(file.Get(name), Lib.Tuple(a[0]), Lib.Dict(a[1]))));
        handle.Get("__iter__").Set("side_effect", new PyFunction("__iter__", "", () => Builtins.Iter(file)));
        handle.Get("__next__").Set("side_effect", new PyFunction("__next__", "", () => handle.Get("readline").Get("return_value") is { } own && own.Ref is not Mock ? own : Operators.Next(file)));
        handle.Get("__enter__").Set("return_value", handle);
        handle.Get("__exit__").Set("return_value", false);
        handle.Get("write").Set("return_value", Any.None);
        mock.Set("side_effect", new PyFunction("reset_data", "*args, **kwargs", (Any[] _) =>
        {
            Open();
            return Sentinels.Default;
        }));
        mock.Set("return_value", handle);
        return mock;
    }
}

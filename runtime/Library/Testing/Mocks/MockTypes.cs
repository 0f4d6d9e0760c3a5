using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Mocks;

/// <summary>The classes of mocks.</summary>
internal static class MockTypes
{
    private const string Options = "self, /, spec=None, side_effect=None, return_value=, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='', _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs";

    public static readonly PyType NonCallable = Create();

    /// <summary>What mocks that can be called have in common.</summary>
    public static readonly PyType CallableMixin = new ClassMaker("CallableMixin", "unittest.mock")
        .Method("__call__", "self, /, *args, **kwargs", static a => Call(Self(a[0]), Lib.Tuple(a[1]), Lib.Dict(a[2])))
        .Method("_increment_mock_call", "self, /, *args, **kwargs", static a => Lib.Do(() => Self(a[0]).Note(Lib.Tuple(a[1]), Lib.Dict(a[2]))))
        .Method("_mock_call", "self, /, *args, **kwargs", static a => Self(a[0]).Execute(Lib.Tuple(a[1]), Lib.Dict(a[2])))
        .Make();

    public static readonly PyType Callable = new ClassMaker("Mock", "unittest.mock").Make(CallableMixin, NonCallable);

    /// <summary>What mocks with special methods have in common.</summary>
    public static readonly PyType MagicMixin = new ClassMaker("MagicMixin", "unittest.mock").Make();

    public static readonly PyType NonCallableMagic = new ClassMaker("NonCallableMagicMock", "unittest.mock").Make(MagicMixin, NonCallable);

    public static readonly PyType Magic = new ClassMaker("MagicMock", "unittest.mock").Make(MagicMixin, Callable);

    public static readonly PyType Async = AsyncMocks.Create();

    public static readonly PyType Property = new ClassMaker("PropertyMock", "unittest.mock")
        .Method("__get__", "self, obj, obj_type=None", static a => a[0].Call())
        .Method("__set__", "self, obj, val", static a => a[0].Call(a[2]))
        .Make(Callable);

    public static readonly PyType Threading = new ClassMaker("ThreadingMock", "unittest.mock")
        .Attribute("DEFAULT_TIMEOUT", Any.None)
        .Property("_mock_wait_timeout", static self => Patience(Self(self)))
        .Method("__init__", "self, /, *args, timeout=, **kwargs", static a =>
        {
            Self(a[0]).Timeout = a[2];
            return ((Any)Magic).Get("__init__").Call(new Arguments { a[0], new Star(a[1]), new StarStar(a[3]) });
        }, Any.Unbound)
        .Method("wait_until_called", "*, timeout=", static (self, timeout) => Wait(Self(self), timeout, static m => m.Called.Truth, "was not called before timeout"), Any.Unbound)
        .Method("wait_until_any_call_with", "self, *args, **kwargs", static a => Wait(Self(a[0]), Any.Unbound, m => Operators.ToList(m.CallArgsList).Any(c => Operators.Equal(MockCall.Of(Lib.Tuple(a[1]), Lib.Dict(a[2])), c)), "call not found"))
        .Make(Magic);

    /// <summary>How long a mock waits for calls: as it was told, as its parent does, as its class says.</summary>
    private static Any Patience(Mock mock)
    {
        for (var m = mock; m is not null; m = m.NewParent)
            if (!m.Timeout.IsUnbound)
                return m.Timeout;
        return mock.Self.Get("DEFAULT_TIMEOUT");
    }

    private static Any Wait(Mock mock, Any timeout, Func<Mock, bool> done, string failure)
    {
        if (timeout.IsUnbound)
            timeout = Patience(mock);
        var until = timeout.IsNone ? long.MaxValue : Environment.TickCount64 + (long)(Lib.Real(timeout) * 1000);
        var sleep = Modules.Import("time").Get("sleep");
        while (!done(mock))
        {
            if (Environment.TickCount64 > until)
                throw new AssertionError($"{mock.Name ?? "mock"} {failure}({Operators.Str(timeout)}).");
            sleep.Call(0.001);
        }
        return Any.None;
    }

    public static Mock Self(Any o) => o.Ref as Mock ?? throw new TypeError($"a mock is required, not {PyType.Of(o).ErrorName}");

    private static Any Call(Mock mock, PyTuple args, PyDict kwargs)
    {
        if (!mock.Check.IsNone)
            Lib.Call(mock.Check.Get("bind"), args, kwargs);
        mock.Note(args, kwargs);
        return mock.Execute(args, kwargs);
    }

    /// <summary>The mock that an attribute or a return value is.</summary>
    public static Any Child(Mock parent, string? name, string newName, Any wraps)
    {
        var kind = parent.Kind;
        if (newName is "__aenter__" or "__aexit__" or "__anext__")
            kind = Async;
        else if (kind == Async)
            kind = newName == "()" || Magics.All.Contains(newName) || (parent.Allowed is not null && parent.SyncMethods.Contains(newName)) ? Magic : Async;
        else if (kind == NonCallableMagic)
            kind = Magic;
        else if (kind == NonCallable)
            kind = Callable;
        else if (kind == Property)
            kind = Magic;
        else if (parent.AsyncMethods.Contains(newName))
            kind = Async;
        if (parent.AsyncMethods.Contains(newName))
            kind = Async;
        if (parent.IsSealed)
            throw new AttributeError($"{(newName == "()" ? parent.FullName + "()" : $"{parent.FullName}.{newName}")}", newName, parent);
        if (parent.Kind.Lookup("_get_child_mock").Ref is PyFunction { } own && !ReferenceEquals(own, s_child))
            return parent.Self.Get("_get_child_mock").Call(new Arguments { { "parent", name is null ? Any.None : parent }, { "name", (Any?)name ?? Any.None }, { "wraps", wraps }, { "_new_name", newName }, { "_new_parent", parent } });
        var made = kind.Call();
        var child = Self(made);
        (child.Name, child.Parent, child.NewName, child.NewParent, child.Wraps) = (name, name is null ? null : parent, newName, parent, wraps);
        return made;
    }

    private static object? s_child;

    private static PyType Create()
    {
        var maker = new ClassMaker("NonCallableMock", "unittest.mock")
            .Method("_get_child_mock", "self, /, **kw", static a =>
            {
                var kw = (Any)(PyObject)Lib.Dict(a[1]);
                Any At(string key) => kw.Invoke("get", key, Any.None);
                return Child(Self(a[0]), At("name").Ref as string, At("_new_name").Ref as string ?? "", At("wraps"));
            })
            .Method("__init__", Options, static a => Lib.Do(() => Initialise(a)), Any.Unbound)
            .Method("__getattr__", "name", static (self, name) => Self(self).Missing(Operators.Str(name)))
            .Method("__setattr__", "self, name, value", static a => Lib.Do(() => Set(Self(a[0]), Operators.Str(a[1]), a[2])))
            .Method("__delattr__", "name", static (self, name) => Lib.Do(() => Delete(Self(self), Operators.Str(name))))
            .Method("__dir__", static self => Names(Self(self)))
            .Method("__repr__", static self => Repr(Self(self)))
            .Method("_extract_mock_name", static self => Self(self).FullName)
            .Method("attach_mock", "self, mock, attribute", static a => Lib.Do(() =>
            {
                var inner = MockSignatures.Extract(a[1]) ?? Self(a[1]);
                (inner.Parent, inner.NewParent, inner.Name, inner.NewName) = (null, null, null, "");
                a[0].Set(Operators.Str(a[2]), a[1]);
            }))
            .Method("configure_mock", "/, **kwargs", static (self, kwargs) => Lib.Do(() => Configure(self, Lib.Dict(kwargs))))
            .Method("reset_mock", "self, visited=None, *, return_value=False, side_effect=False", static a => Lib.Do(() => Self(a[0]).Reset(a[2].Truth, a[3].Truth)))
            .Method("mock_add_spec", "self, spec, spec_set=False", static a => Lib.Do(() => SetSpec(Self(a[0]), a[1], a[2].Truth, false, false)));
        MockAsserts.Declare(maker);
        var type = maker.Make();
        type.New(static (cls, _) => new Mock(cls));
        Field(type, "return_value", static m => m.ReturnValue, static (m, v) => m.ReturnValue = v);
        Field(type, "side_effect", static m => m.SideEffect, static (m, v) => m.SideEffect = v);
        Field(type, "called", static m => m.Called, static (m, v) => m.Called = v);
        Field(type, "call_count", static m => m.CallCount, static (m, v) => m.CallCount = v);
        Field(type, "call_args", static m => m.CallArgs, static (m, v) => m.CallArgs = v);
        Field(type, "call_args_list", static m => m.CallArgsList, static (m, v) => m.CallArgsList = v);
        Field(type, "mock_calls", static m => m.MockCalls, static (m, v) => m.MockCalls = v);
        Field(type, "method_calls", static m => m.MethodCalls, static (m, v) => m.MethodCalls = v);
        Field(type, "_mock_wraps", static m => m.Wraps, static (m, v) => m.Wraps = v);
        Field(type, "_mock_parent", static m => m.Parent, static (_, _) => { });
        Field(type, "_mock_name", static m => m.Name, static (_, _) => { });
        Field(type, "_mock_methods", static m => m.Allowed is { } allowed ? Lib.List(allowed) : Any.None, static (_, _) => { });
        Field(type, "_spec_class", static m => m.SpecClass, static (m, v) => m.SpecClass = v);
        Field(type, "_spec_signature", static m => m.Signature, static (m, v) => m.Signature = v);
        Field(type, "_mock_children", static m => new PyDict<Any, Any>(m.Children.Where(static c => !c.Value.IsUnbound).Select(static c => new KeyValuePair<Any, Any>(c.Key, c.Value))), static (_, _) => { });
        Field(type, "__class__", static m => m.SpecClass.IsNone ? m.Class : m.SpecClass, static (m, v) => m.SpecClass = v);
        s_child = type.Lookup("_get_child_mock").Ref;
        return type;
    }

    private static void Field(PyType type, string name, Func<Mock, Any> get, Action<Mock, Any> set)
        => type.Property(name, o => get(Self(o)), (o, v) => set(Self(o), v));

    private static void Initialise(Any[] a)
    {
        var mock = Self(a[0]);
        if (!a[5].IsNone)
            mock.Name = Operators.Str(a[5]);
        if (!a[7].IsNone)
            (mock.Parent, mock.NewParent) = (Self(a[7]), Self(a[7]));
        if (!a[10].IsNone)
            mock.NewParent = Self(a[10]);
        if (a[9].Ref is string { Length: > 0 } newName)
            mock.NewName = newName;
        (mock.IsUnsafe, mock.Wraps) = (a[13].Truth, a[4]);
        if (!a[1].IsNone || !a[6].IsNone)
            SetSpec(mock, a[6].IsNone ? a[1] : a[6], strict: !a[6].IsNone, a[11].Truth, a[12].IsNone ? !a[7].IsNone : a[12].Truth);
        if (!a[3].IsUnbound && !Operators.Is(a[3], Sentinels.Default))
            mock.ReturnValue = a[3];
        mock.SideEffect = a[2];
        Configure(a[0], Lib.Dict(a[14]));
    }

    /// <summary>Whether a spec is a list of names, and not an object.</summary>
    internal static bool IsList(Any spec) => PyType.Of(spec) is var type && (ReferenceEquals(type, ListType.Type) || ReferenceEquals(type, TupleType.Type));

    private static void SetSpec(Mock mock, Any spec, bool strict, bool asInstance, bool eatsSelf)
    {
        if (spec.Ref is Mock)
            throw new InvalidSpecError($"Cannot spec a Mock object. [object={Operators.Repr(spec)}]");
        mock.SpecSet = strict;
        var isList = IsList(spec);
        var names = Operators.ToList(isList ? spec : Builtins.Dir(spec)).Select(Operators.Str).ToArray();
        if (!isList)
        {
            mock.SpecClass = spec.Ref is PyType ? spec : PyType.Of(spec);
            mock.Signature = MockSignatures.Of(spec, asInstance, eatsSelf);
            if (!mock.Signature.IsNone)
                mock.Class.Define("__signature__", mock.Signature);
            var look = Modules.ImportFrom("inspect", "getattr_static");
            foreach (var name in names)
            {
                if (look.Call(spec, name, Any.None) is var found && InspectRules.IsCoroutineFunction(Operators.GetAttr(found, "__func__", found)))
                    mock.AsyncMethods.Add(name);
                else
                    mock.SyncMethods.Add(name);
            }
        }
        mock.Allowed = [.. names];
        Magics.Give(mock);
    }

    private static readonly HashSet<string> s_unsupported = ["__getattr__", "__setattr__", "__init__", "__new__", "__prepare__", "__instancecheck__", "__subclasscheck__", "__del__"];

    /// <summary>The names that <c>dir</c> shows of a mock.</summary>
    private static Any Names(Mock mock)
    {
        if (!Modules.Import("unittest.mock").Get("FILTER_DIR").Truth)
            return ((Any)PyType.Object).Get("__dir__").Call(mock);
        IEnumerable<string> own = mock.InstanceDict(create: false) is { } dict ? dict.Entries().Select(static e => Operators.Str(e.Key)) : [];
        return Lib.List([.. new HashSet<string>([.. mock.Allowed ?? [], .. Dir.Of(mock.Class).Where(static n => !n.StartsWith('_')), .. own.Where(static n => !n.StartsWith('_') || Magics.IsMagic(n)),
            .. mock.Children.Where(static c => !c.Value.IsUnbound).Select(static c => c.Key)]).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Sets attributes, those of attributes by dotted names.</summary>
    private static void Configure(Any self, PyDict values)
    {
        foreach (var (key, value) in values.Entries().OrderBy(static e => Operators.Str(e.Key).Count(static c => c == '.')))
        {
            var parts = Operators.Str(key).Split('.');
            var target = self;
            foreach (var part in parts[..^1])
                target = target.Get(part);
            target.Set(parts[^1], value);
        }
    }

    private static void Set(Mock mock, string name, Any value)
    {
        var isOwn = mock.Kind.Lookup(name).Ref is IDescriptor and not (PyFunction or MagicProxy);
        if (!isOwn)
        {
            if (mock.SpecSet && mock.Allowed is not null && !mock.Allowed.Contains(name) && mock.InstanceDict(create: false)?.ContainsKey(name) != true)
                throw new AttributeError($"Mock object has no attribute '{name}'", name, mock);
            if (s_unsupported.Contains(name))
                throw new AttributeError($"Attempting to set unsupported magic method {Str.Repr(name)}.", name, mock);
            if (Magics.All.Contains(name))
            {
                if (mock.Allowed is not null && !mock.Allowed.Contains(name))
                    throw new AttributeError($"Mock object has no attribute '{name}'", name, mock);
                Magics.Set(mock, name, value);
                return;
            }
            if (mock.Adopt(value, name, name))
            {
                mock.Children[name] = value;
            }
            else if (mock.Children.Remove(name) || value.Ref is Mock)
            {
                if (value.Ref is Mock)
                    mock.Children[name] = value;
            }
            if (mock.IsSealed && !Operators.HasAttr(mock, name))
                throw new AttributeError($"Cannot set {mock.FullName}.{name}", name, mock);
        }
        Operators.GenericSet(mock, name, value);
    }

    private static void Delete(Mock mock, string name)
    {
        if (Magics.All.Contains(name) && mock.Class.Namespace.ContainsKey(name))
        {
            mock.Class.Namespace.Remove(name);
            mock.InstanceDict(create: false)?.Remove(name);
            PyType.Changed();
            return;
        }
        // Whether a specification knows the name is not asked.
        if (mock.InstanceDict(create: false)?.Remove(name) != true && mock.Children.TryGetValue(name, out var child) && child.IsUnbound)
            throw new AttributeError(name, name, mock);
        mock.Children[name] = Any.Unbound;
    }

    private static string Repr(Mock mock)
    {
        var name = mock.HasOwnName ? mock.FullName : "";
        var spec = mock.SpecClass.IsNone ? "" : $" {(mock.SpecSet ? "spec_set" : "spec")}='{Operators.Str(mock.SpecClass.Get("__name__"))}'";
        return $"<{mock.Kind.Name}{(name.Length > 0 ? $" name='{name}'" : "")}{spec} id='{Operators.Str(Builtins.Id(mock))}'>";
    }
}

/// <summary>A mock was given as the spec of a mock.</summary>
internal sealed class InvalidSpecError(params ReadOnlySpan<Any> args) : PyException(args)
{
    public static new readonly PyType Type = PyType.Exception("InvalidSpecError", PyException.Type, static args => new InvalidSpecError(args), "unittest.mock");

    protected override PyType NativeClass => Type;
}

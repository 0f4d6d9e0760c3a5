using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Mocks;

/// <summary><c>create_autospec</c>: a mock with the shape of an object. See <see href="https://docs.python.org/3.13/library/unittest.mock.html#unittest.mock.create_autospec">create_autospec</see>.</summary>
internal static class AutoSpecs
{
    private static readonly string[] s_typos = ["autospect", "auto_spec", "set_spec"];

    private static readonly string[] s_delegated =
    [
        "assert_called_with", "assert_not_called", "assert_called_once_with", "assert_called_once", "assert_any_call", "assert_has_calls", "assert_called",
    ];

    private static readonly string[] s_awaited =
    [
        "assert_awaited", "assert_awaited_once", "assert_awaited_with", "assert_awaited_once_with", "assert_any_await", "assert_has_awaits", "assert_not_awaited",
    ];

    /// <summary>An attribute that becomes a mock when it is first asked for.</summary>
    internal sealed class Later(Any spec, bool strict, Mock parent, string name, bool instance) : PyObject
    {
        private static readonly PyType s_type = PyType.Builtin("_SpecState", module: "unittest.mock");

        public override PyType Class => s_type;

        public Any Make() => Create(spec, strict, instance, parent, name, new PyDict<Any, Any>());
    }

    /// <exception cref="RuntimeError">A keyword looks like another that is misspelt.</exception>
    public static void CheckTypos(PyDict settings)
    {
        foreach (var typo in s_typos)
            if (settings.ContainsAny(typo))
                throw new RuntimeError($"{Str.Repr(typo)} might be a typo; use unsafe=True if this is intended");
    }

    public static Any Create(Any spec, bool strict, bool instance, Mock? parent, string? name, PyDict settings)
    {
        if (MockTypes.IsList(spec))
            spec = PyType.Of(spec);
        if (spec.Ref is Mock)
            throw new InvalidSpecError($"Cannot autospec a Mock object. [object={Operators.Repr(spec)}]");
        var (isType, isFunction, isAsync) = (spec.Ref is PyType, MockSignatures.IsFunction(spec), InspectRules.IsCoroutineFunction(spec));
        if (isAsync && instance)
            throw new RuntimeError("Instance can not be True when create_autospec is mocking an async function");
        if (settings.ContainsAny("name"))
        {
            name = Operators.Str(((Any)(PyObject)settings)["name"]);
            ((Any)(PyObject)settings).DeleteItem("name");
        }
        var kind = isAsync ? MockTypes.Async
            : isType && instance && !IsInstanceCallable(spec) ? MockTypes.NonCallableMagic
            : MockModule.IsCallable(spec) ? MockTypes.Magic : MockTypes.NonCallableMagic;
        var arguments = new Arguments { { "parent", parent is null ? Any.None : parent }, { "_new_parent", parent is null ? Any.None : parent }, { "_new_name", parent is null ? "" : name ?? "" }, { "name", (Any?)name ?? Any.None } };
        if (IsData(spec))
            kind = MockTypes.Magic;
        else if (!spec.IsNone)
            arguments.Add(strict ? "spec_set" : "spec", spec);
        if (!spec.IsNone && instance)
            arguments.Add("_spec_as_instance", true);
        var hasReturn = settings.ContainsAny("return_value");
        arguments.Add(new StarStar((PyObject)settings));
        var made = kind.Call(arguments);
        var mock = MockTypes.Self(made);
        if (isFunction)
            made = Function(mock, spec, isAsync);
        else
            mock.Check = MockSignatures.Of(spec, instance, isType);
        if (parent is not null && !instance)
            parent.Children[name!] = made;
        if (isType && !instance && !hasReturn)
            mock.ReturnValue = Create(spec, strict, instance: true, mock, "()", new PyDict<Any, Any>());
        foreach (var entry in Operators.ToList(Builtins.Dir(spec)).Select(Operators.Str).Where(static n => !Magics.IsMagic(n)))
            AddPart(mock, made, spec, entry, strict, instance, isFunction, isType);
        return made;
    }

    private static void AddPart(Mock mock, Any made, Any spec, string entry, bool strict, bool instance, bool isFunction, bool isType)
    {
        Any original;
        try
        {
            original = spec.Get(entry);
        }
        catch (AttributeError)
        {
            return;
        }
        if (!MockSignatures.IsFunction(original))
        {
            mock.Children[entry] = new Later(original, strict, mock, entry, instance);
            return;
        }
        var skips = SkipsSelf(spec, entry, isType);
        var kind = InspectRules.IsCoroutineFunction(original) ? MockTypes.Async : MockTypes.Magic;
        var child = kind.Call(new Arguments
        {
            { "parent", mock }, { "name", entry }, { "_new_name", entry }, { "_new_parent", mock }, { "_eat_self", skips }, { strict ? "spec_set" : "spec", original },
        });
        mock.Children[entry] = child;
        var inner = MockTypes.Self(child);
        child.Set("return_value", kind.Call());
        inner.Check = MockSignatures.Of(original, asInstance: false, skips);
        if (isFunction)
            made.Set(entry, child);
    }

    /// <summary>Whether a value is a property or the like.</summary>
    private static bool IsData(Any spec) => spec.Ref is not PyType && PyType.Of(spec) is var type && (!type.Lookup("__set__").IsUnbound || spec.Ref is PyProperty);

    /// <summary>Whether objects of a class can be called.</summary>
    public static bool IsInstanceCallable(Any spec)
        => spec.Ref is not PyType type ? !Operators.GetAttr(spec, "__call__", Any.None).IsNone : type.Lookup("__call__") is { IsUnbound: false, IsNone: false };

    /// <summary>Whether calls of a method leave out its first parameter.</summary>
    private static bool SkipsSelf(Any spec, string entry, bool isType)
    {
        if (spec.Ref is not PyType type)
        {
            if (Operators.GetAttr(spec, "__dict__", Any.Unbound) is { IsUnbound: false } own && own.Contains(entry))
                return false;
            type = PyType.Of(spec);
        }
        foreach (var cls in Operators.ToList(((Any)type).Get("__mro__")))
            if (cls.Get("__dict__").Invoke("get", entry, Any.Unbound) is { IsUnbound: false } found && !found.IsNone)
                return found.Ref is not (StaticMethod or ClassMethod) && MockSignatures.IsFunction(found) && isType;
        return isType;
    }

    /// <summary>A function of the same signature in front of a mock.</summary>
    private static Any Function(Mock mock, Any spec, bool isAsync)
    {
        var signature = MockSignatures.Of(spec, asInstance: false, eatsSelf: false);
        if (signature.IsNone)
            return mock;
        var name = Operators.Str(Operators.GetAttr(spec, "__name__", "funcopy"));
        if (!((Any)name).Invoke("isidentifier").Truth)
            name = "funcopy";
        Any function = new PyFunction(name, "*args, **kwargs", (Any[] a) =>
        {
            Lib.Call(signature.Get("bind"), Lib.Tuple(a[0]), Lib.Dict(a[1]));
            return Lib.Call(mock, Lib.Tuple(a[0]), Lib.Dict(a[1]));
        });
        foreach (var detail in (string[])["__name__", "__doc__", "__module__", "__text_signature__"])
            if (Operators.GetAttr(spec, detail, Any.Unbound) is { IsUnbound: false } value && (detail != "__name__" || Operators.Equal(value, name)))
                function.Set(detail, value);
        function.Set("mock", mock);
        (Any Name, Any Value)[] starts =
        [
            ("called", false), ("call_count", 0), ("call_args", Any.None), ("call_args_list", Mock.CallList([])), ("method_calls", Mock.CallList([])), ("mock_calls", Mock.CallList([])),
            ("return_value", mock.ReturnValue), ("side_effect", mock.SideEffect), ("__signature__", signature),
        ];
        foreach (var (attribute, value) in starts)
            function.Set(Operators.Str(attribute), value);
        foreach (var method in s_delegated)
            function.Set(method, mock.Self.Get(method));
        function.Set("attach_mock", mock.Self.Get("attach_mock"));
        function.Set("configure_mock", mock.Self.Get("configure_mock"));
        function.Set("mock_add_spec", mock.Self.Get("mock_add_spec"));
        function.Set("reset_mock", new PyFunction("reset_mock", "", () =>
        {
            function.Set("method_calls", Mock.CallList([]));
            function.Set("mock_calls", Mock.CallList([]));
            mock.Reset(returnValue: false, sideEffect: false);
            if (function.Get("return_value").Ref is Mock result && !ReferenceEquals(result, mock))
                result.Reset(returnValue: false, sideEffect: false);
            return Any.None;
        }));
        if (isAsync)
        {
            function.Set("_is_coroutine_mark", InspectRules.CoroutineMark);
            function.Set("await_count", 0);
            function.Set("await_args", Any.None);
            function.Set("await_args_list", Mock.CallList([]));
            foreach (var method in s_awaited)
                function.Set(method, mock.Self.Get(method));
        }
        mock.Delegate = function;
        return function;
    }
}

using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/inspect.html">inspect</see>.</summary>
internal static class InspectModule
{
    public static PyModule Build()
    {
        var module = new PyModule("inspect");
        Kinds(module);
        States(module);
        SignatureObject.Declare(module);
        return module
            .Value("CO_OPTIMIZED", 1).Value("CO_NEWLOCALS", 2).Value("CO_VARARGS", 4).Value("CO_VARKEYWORDS", 8).Value("CO_NESTED", 16).Value("CO_GENERATOR", 32)
            .Value("CO_COROUTINE", 128).Value("CO_ITERABLE_COROUTINE", 256).Value("CO_ASYNC_GENERATOR", 512)
            .Function("markcoroutinefunction", static f => InspectRules.MarkCoroutineFunction(f))
            .Function("cleandoc", static text => InspectRules.CleanDoc(Lib.Text(text)))
            .Function("getdoc", static o => Operators.GetAttr(o, "__doc__", Any.None).Ref is string doc ? InspectRules.CleanDoc(doc) : Any.None)
            .Function("getmro", static cls => cls.Get("__mro__"))
            .Function("getmembers", "object, predicate=None", static a => Lib.List(InspectRules.Members(a[0], a[1])))
            .Function("getattr_static", "obj, attr, default=", static a => Static(a[0], Lib.Text(a[1]), a[2]), Any.Unbound)
            .Function("unwrap", "func, *, stop=None", static a => Unwrap(a[0], a[1]))
            .Function("getmodule", static o => Modules.Loaded.TryGetValue(Operators.GetAttr(o, "__module__", Any.None), out var found) ? found : Any.None);
    }

    private static Any Static(Any o, string name, Any fallback)
    {
        if (o.Ref is IPyObject and not PyType && ((IPyObject)o.Ref).InstanceDict(create: false)?.TryGetValue(name, out var own) == true)
            return own;
        var found = (o.Ref as PyType ?? PyType.Of(o)).Lookup(name);
        return !found.IsUnbound ? found : fallback.IsUnbound ? throw new AttributeError(name) : fallback;
    }

    private static Any Unwrap(Any function, Any stop)
    {
        while (Operators.GetAttr(function, "__wrapped__", Any.Unbound) is { IsUnbound: false } inner && (stop.IsNone || !stop.Call(function).Truth))
            function = inner;
        return function;
    }

    private static void Kinds(PyModule module)
    {
        foreach (var (name, flavour) in ((string, string)[])[("isgeneratorfunction", "generator"), ("isasyncgenfunction", "async generator")])
            module.Function(name, o => InspectRules.HasFlavour(o, flavour));
        module
            .Function("iscoroutinefunction", static o => InspectRules.IsCoroutineFunction(o))
            .Function("isawaitable", static o => InspectRules.IsAwaitable(o))
            .Function("iscoroutine", static o => PyType.Of(o) == Coroutine.Type)
            .Function("isgenerator", static o => PyType.Of(o) == GeneratorType.Type)
            .Function("isasyncgen", static o => PyType.Of(o) == AsyncGeneratorType.Type)
            .Function("isfunction", static o => o.Ref is PyFunction { IsBuiltin: false })
            .Function("isbuiltin", static o => o.Ref is PyFunction { IsBuiltin: true, IsMethod: false } || (o.Ref is BoundMethod && PyType.Of(o) == DescriptorTypes.BuiltinFunction))
            .Function("ismethod", static o => PyType.Of(o) == DescriptorTypes.Method)
            .Function("isroutine", static o => o.Ref is PyFunction or BoundMethod)
            .Function("isclass", static o => o.Ref is PyType)
            .Function("ismodule", static o => o.Ref is PyModule)
            .Function("isdatadescriptor", static o => o.Ref is not PyType && Descriptor.Of(o) is { IsData: true })
            .Function("ismethoddescriptor", static o => o.Ref is not (PyType or BoundMethod) && o.Ref is not PyFunction { IsBuiltin: false } && Descriptor.Of(o) is { IsData: false })
            .Function("isabstract", static o => o.Ref is PyType type && type.Namespace.TryGetValue("__abstractmethods__", out var names) && names.Truth)
            .Function("isframe", static o => PyType.Of(o) is { Name: "frame", IsBuiltin: true })
            .Function("istraceback", static o => PyType.Of(o) is { Name: "traceback", IsBuiltin: true })
            .Function("iscode", static o => PyType.Of(o) is { Name: "code", IsBuiltin: true });
    }

    private static void States(PyModule module)
    {
        foreach (var prefix in (string[])["GEN", "CORO", "AGEN"])
            foreach (var state in (string[])["CREATED", "RUNNING", "SUSPENDED", "CLOSED"])
                module.Value($"{prefix}_{state}", $"{prefix}_{state}");
        module
            .Function("getgeneratorstate", static o => InspectRules.State(o, "GEN", "gi_running", "gi_suspended", "gi_frame"))
            .Function("getcoroutinestate", static o => InspectRules.State(o, "CORO", "cr_running", "cr_suspended", "cr_frame"))
            .Function("getasyncgenstate", static o => InspectRules.State(o, "AGEN", "ag_running", "ag_suspended", "ag_frame"));
    }
}

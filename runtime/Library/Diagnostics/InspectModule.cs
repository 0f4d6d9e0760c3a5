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
        InspectMembers.Declare(module);
        InspectFrames.Declare(module);
        InspectSource.Declare(module);
        InspectArguments.Declare(module);
        return module
            .Value("CO_OPTIMIZED", 1).Value("CO_NEWLOCALS", 2).Value("CO_VARARGS", 4).Value("CO_VARKEYWORDS", 8).Value("CO_NESTED", 16).Value("CO_GENERATOR", 32)
            .Value("CO_COROUTINE", 128).Value("CO_ITERABLE_COROUTINE", 256).Value("CO_ASYNC_GENERATOR", 512)
            .Function("markcoroutinefunction", static f => InspectRules.MarkCoroutineFunction(f))
            .Function("cleandoc", static text => InspectRules.CleanDoc(Lib.Text(text)))
            .Function("getmro", static cls => cls.Get("__mro__"))
            .Function("unwrap", "func, *, stop=None", static a => SignatureFinder.Unwrapped(a[0], f => !a[1].IsNone && a[1].Call(f).Truth))
            .Value("modulesbyfile", new PyDict<Any, Any>()).Value("TPFLAGS_IS_ABSTRACT", 1 << 20).Value("CO_NOFREE", 64)
            .Value("ClosureVars", ClosureVariables.Type)
            .Function("getclosurevars", "func", static a => ClosureVariables.Of(a[0]))
            .Function("getmodule", static o => Modules.Loaded.TryGetValue(Operators.GetAttr(o, "__module__", Any.None), out var found) ? found : Any.None);
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
            .Function("isfunction", static o => o.Ref is PyFunction { IsInPython: true })
            .Function("isbuiltin", static o => o.Ref is PyFunction { IsInPython: false, IsMethod: false } || (o.Ref is BoundMethod && PyType.Of(o) == DescriptorTypes.BuiltinFunction))
            .Function("ismethod", static o => PyType.Of(o) == DescriptorTypes.Method)
            .Function("isroutine", static o => o.Ref is PyFunction or BoundMethod || PyType.Of(o) == DescriptorTypes.ClassMethodDescriptor || IsMethodDescriptor(o))
            .Function("isclass", static o => o.Ref is PyType)
            .Function("ismodule", static o => o.Ref is PyModule)
            .Function("isdatadescriptor", static o => o.Ref is not PyType && Descriptor.Of(o) is { IsData: true })
            .Function("ismethoddescriptor", static o => IsMethodDescriptor(o))
            .Function("isabstract", static o => o.Ref is PyType type && (type.Namespace.TryGetValue("__abstractmethods__", out var names) ? names.Truth : IsAbstractStill(type)))
            .Function("isgetsetdescriptor", static o => o.Ref is NativeProperty)
            .Function("ismemberdescriptor", static o => o.Ref is SlotDescriptor or FieldDescriptor)
            .Function("ismethodwrapper", static o => PyType.Of(o) == DescriptorTypes.MethodWrapper)
            .Function("isframe", static o => PyType.Of(o) is { Name: "frame", IsBuiltin: true })
            .Function("istraceback", static o => PyType.Of(o) is { Name: "traceback", IsBuiltin: true })
            .Function("iscode", static o => PyType.Of(o) is { Name: "code", IsBuiltin: true });
    }

    private static bool IsMethodDescriptor(Any o)
        // Python 3.13 says of partial objects that they are none, though they bind.
        => o.Ref is not (PyType or BoundMethod) && o.Ref is not PyFunction { IsInPython: true } && PyType.Of(o) != DescriptorTypes.BuiltinFunction && Descriptor.Of(o) is { IsData: false }
            && !PyType.Of(o).Mro.ToArray().Any(static t => t is { Module: "functools", Name: "partial", IsBuiltin: true });

    /// <summary>Whether a class that is still being made has abstract methods: ABCMeta notes them only after <c>__init_subclass__</c>.</summary>
    private static bool IsAbstractStill(PyType type)
        => type.Class.Mro.ToArray().Any(static t => t is { Name: "ABCMeta", Module: "abc" })
            && (type.Namespace.Values.Any(static v => Operators.GetAttr(v, "__isabstractmethod__", false).Truth)
                || type.Bases.Any(b => Operators.GetAttr(b, "__abstractmethods__", PyTuple.Empty) is var names && Operators.ToList(names).Any(n => Operators.GetAttr(Operators.GetAttr(type, Operators.Str(n), Any.None), "__isabstractmethod__", false).Truth)));

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

using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>sys: the hooks of the interpreter, and what it says of itself.</summary>
internal static class SysHooks
{
    private static readonly Any s_exceptHook = new PyFunction("excepthook", "exctype, value, traceback, /", static (Any[] a) => Lib.Do(() => Show(a[1]))) { IsBuiltin = true, Module = "sys" };

    private static readonly Any s_breakHook = new PyFunction("breakpointhook", "*args, **kws", static (Any[] a) => SiteObjects.CallNamed((PyTuple)a[0].Ref!, (PyDict)a[1].Ref!)) { IsBuiltin = true, Module = "sys" };

    private static readonly Any s_displayHook = new PyFunction("displayhook", "object, /", static (Any value) => Lib.Do(() => Display(value))) { IsBuiltin = true, Module = "sys" };

    private static double s_switchInterval = 0.005;

    private static Any s_trace = Any.None;

    private static Any s_profile = Any.None;

    /// <summary>What <c>sys.excepthook</c> is; null while nobody has replaced it.</summary>
    public static Any? Replaced { get; private set; }

    private static void Show(Any error) => StdIO.CurrentError.Invoke("write", error.Ref is BaseException raised ? TracebackText.Of(raised)
        : $"TypeError: print_exception(): Exception expected for value, {PyType.Of(error).ErrorName} found\n");

    private static void Display(Any value)
    {
        if (value.IsNone)
            return;
        BuiltinsModule.Instance.Namespace["_"] = Any.None;
        StdIO.CurrentOut.Invoke("write", Operators.Repr(value) + "\n");
        BuiltinsModule.Instance.Namespace["_"] = value;
    }

    public static PyModule Add(PyModule module) => module
        .Variable("excepthook", static () => Replaced ?? s_exceptHook, static hook => Replaced = Operators.Is(hook, s_exceptHook) ? (Any?)null : hook)
        .Value("breakpointhook", s_breakHook).Value("__breakpointhook__", s_breakHook).Value("__excepthook__", s_exceptHook).Value("displayhook", s_displayHook).Value("__displayhook__", s_displayHook)
        .Value("api_version", 1013).Value("abiflags", "").Value("platlibdir", "lib").Value("dont_write_bytecode", false).Value("pycache_prefix", Any.None)
        .Value("_git", PyTuple.Of("CPython", "", "")).Value("copyright", "Copyright (c) 2001-2024 Python Software Foundation.\nAll Rights Reserved.\n\nCopyright (c) 2000 BeOpen.com.\nAll Rights Reserved.\n\n"
            + "Copyright (c) 1995-2001 Corporation for National Research Initiatives.\nAll Rights Reserved.\n\nCopyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.\nAll Rights Reserved.")
        .Value("base_prefix", AppContext.BaseDirectory).Value("exec_prefix", AppContext.BaseDirectory).Value("base_exec_prefix", AppContext.BaseDirectory)
        .Value("orig_argv", Lib.List(["python3", .. Script.Arguments])).Value("warnoptions", new PyList<Any>()).Value("_xoptions", new PyDict<Any, Any>())
        .Variable("meta_path", static () => Importing.ImportSystem.MetaPath, static v => Importing.ImportSystem.MetaPath = v).Variable("path_hooks", static () => Importing.ImportSystem.PathHooks, static v => Importing.ImportSystem.PathHooks = v)
        .Value("path_importer_cache", Importing.ImportSystem.ImporterCache)
        .Value("builtin_module_names", new PyTuple([.. ((string[])["_io", "_thread", "atexit", "builtins", "errno", "gc", "itertools", "marshal", "posix", "sys", "time"]).Select(static n => (Any)n)]))
        .Value("stdlib_module_names", new PySet<Any>(Modules.StandardNames.Select(static n => (Any)n)))
        .Value("thread_info", new StructSequence("sys.thread_info", ["name", "lock", "version"], callable: false).Make("pthread", "semaphore", Any.None))
        .Value("_stdlib_dir", Importing.LibraryOrigins.Folder)
        .Function("_is_gil_enabled", "", static _ => true)
        .Function("_clear_type_cache", "", static _ => Lib.Do(() => Warnings.Issue(DeprecationWarning.Type, "sys._clear_type_cache() is deprecated and may be removed in a future version of Python. Use sys._clear_internal_caches() instead.")))
        .Function("_clear_internal_caches", "", static _ => Any.None)
        .Function("getfilesystemencodeerrors", "", static _ => "surrogateescape")
        .Function("getsizeof", "object, default=None", static a => ObjectSizes.Of(a[0]))
        .Function("getallocatedblocks", "", static _ => GC.GetTotalMemory(forceFullCollection: false) / 64)
        .Function("getswitchinterval", "", static _ => s_switchInterval)
        .Function("setswitchinterval", "interval, /", static a => Lib.Do(() => s_switchInterval = Lib.Real(a[0]) > 0 ? Lib.Real(a[0]) : throw new ValueError("switch interval must be strictly positive")))
        .Function("settrace", "function, /", static a => Lib.Do(() => s_trace = a[0]))
        .Function("_getframe", "depth=0, /", static a => Frame(Math.Max(0, Lib.Int(a[0]))))
        .Function("_getframemodulename", "depth=0", static a => TraceReader.Caller(Math.Max(0, Lib.Int(a[0])) + 1) is { } level ? CallingModule.Of(level.File) : Any.None)
        .Function("gettrace", "", static _ => s_trace)
        .Function("setprofile", "function, /", static a => Lib.Do(() => s_profile = a[0]))
        .Function("getprofile", "", static _ => s_profile)
        .Function("audit", "event, /, *args", static _ => Any.None)
        .Function("addaudithook", "hook", static _ => Any.None)
        .Function("call_tracing", "func, args, /", static (function, args) => function.Call(new Arguments(Lib.Tuple(args).AsSpan())))
        .Function("get_coroutine_origin_tracking_depth", "", static _ => CoroutineOrigin.Depth)
        .Function("set_coroutine_origin_tracking_depth", "depth", static a => Lib.Do(() => CoroutineOrigin.Depth = Lib.Int(a[0]) >= 0 ? (int)Lib.Int(a[0]) : throw new ValueError("depth must be >= 0")))
        .Function("intern", static text => PyValueInstance.Unwrap(text).Ref is string ? text : throw new TypeError($"intern() argument must be str, not {Lib.Given(text)}"));

    private static PyFrame Frame(long depth)
    {
        var levels = TraceReader.Current();
        return depth < levels.Count ? PyFrame.Of([.. levels.SkipLast((int)depth)]) : throw new ValueError("call stack is not deep enough");
    }
}

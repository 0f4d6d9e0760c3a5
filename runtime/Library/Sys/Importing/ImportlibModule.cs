using Pytocs.Runtime.Library;
using Pytocs.Runtime.Library.Importing;

namespace Pytocs.Runtime.Core;

/// <summary>
/// <see href="https://docs.python.org/3.13/library/importlib.html">importlib</see>: modules by names that only the run knows. Those of
/// the program and of the library are there, and Python files that the interpreter runs.
/// </summary>
internal static class ImportlibModule
{
    private static readonly HashSet<string> s_reloading = new(StringComparer.Ordinal);

    public static PyModule Build() => new PyModule("importlib").Package()
        .Function("import_module", "name, package=None", static a => ImportModule(a[0], a[1]))
        .Function("reload", static module => Reload(module))
        .Function("__import__", "name, globals=None, locals=None, fromlist=(), level=0", static a => ImportNames.Top(a[0], a[1].IsNone ? new PyDict<Any, Any>() : a[1], a[3], Lib.Int(a[4])))
        .Function("invalidate_caches", "", static _ => Lib.Do(InvalidateCaches))
        .OnImport(static () =>
        {
            // A program may have blocked them.
            foreach (var part in (string[])["_frozen_importlib", "_frozen_importlib_external"])
                if (!Modules.Loaded.ContainsKey(part))
                    Modules.Import(part);
            foreach (var part in (string[])["_bootstrap", "_bootstrap_external"])
                Modules.Import("importlib." + part);
        });

    private static Any ImportModule(Any name, Any package)
    {
        var text = PyValueInstance.Unwrap(name).Ref as string ?? throw new TypeError(Operators.HasAttr(name, "startswith") ? $"module name must be str, not {Operators.Repr(PyType.Of(name))}" : $"'{PyType.Of(name).ErrorName}' object has no attribute 'startswith'");
        if (text.StartsWith('.'))
        {
            if (!package.Truth)
                throw new TypeError($"the 'package' argument is required to perform a relative import for {Operators.Repr(name)}");
            if (PyValueInstance.Unwrap(package).Ref is not string)
                throw new TypeError("__package__ not set to a string");
            return Modules.Import(ImportNames.Absolute(text, Operators.Str(package)));
        }
        return text.Length == 0 ? throw new ValueError("Empty module name") : Modules.Import(text);
    }

    /// <summary>Runs a module again; the library's need not.</summary>
    private static Any Reload(Any module)
    {
        var spec = Operators.GetAttr(module, "__spec__", Any.None);
        var named = (spec.IsNone ? Any.Unbound : Operators.GetAttr(spec, "name", Any.Unbound)) is { IsUnbound: false } said ? said : Operators.GetAttr(module, "__name__", Any.Unbound);
        if (named.IsUnbound || PyValueInstance.Unwrap(named).Ref is not string name)
            throw new TypeError("reload() argument must be a module");
        if (!Modules.Loaded.TryGetValue(name, out var loaded) || !Operators.Is(loaded, module))
            throw new ImportError($"module {name} not in sys.modules") { Name = name };
        if (!s_reloading.Add(name))
            return module;
        try
        {
            if (module.Ref is PyModule own && (Modules.IsLibrary(name) || (Modules.IsOwn(name) && ReferenceEquals(Modules.Build(name), own))))
            {
                own.Run();
                return Modules.Loaded.TryGetValue(name, out loaded) ? loaded : module;
            }
            var path = Any.None;
            if (ModuleSpec.Parent(name) is { Length: > 0 } parent)
            {
                if (!Modules.Loaded.TryGetValue(parent, out var package))
                    throw new ImportError($"parent {Str.Repr(parent)} not in sys.modules") { Name = parent };
                path = package.Get("__path__");
            }
            var found = ImportSystem.FindSpec(name, path, module);
            module.Set("__spec__", found);
            return found.IsNone ? throw new ModuleNotFoundError($"spec not found for the module {Str.Repr(name)}") { Name = name } : ImportSystem.ExecuteAgain(found, module);
        }
        finally
        {
            s_reloading.Remove(name);
        }
    }

    private static void InvalidateCaches()
    {
        foreach (var finder in ImportSystem.MetaPath)
            if (Operators.HasAttr(finder, "invalidate_caches"))
                finder.Invoke("invalidate_caches");
    }
}

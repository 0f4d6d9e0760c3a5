using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Importing;

/// <summary>
/// Imports of what is neither the program's nor the library's when they are called: the finders of <c>sys.meta_path</c> are asked, and
/// loaders load what they find. See <see href="https://docs.python.org/3.13/reference/import.html">the import system</see>.
/// </summary>
internal static class ImportSystem
{
    private static Any s_metaPath = Any.Unbound;
    private static Any s_hooks = Any.Unbound;

    /// <summary><c>sys.meta_path</c>.</summary>
    public static Any MetaPath
    {
        get => s_metaPath.IsUnbound ? s_metaPath = new PyList<Any>([Finders.BuiltIn, Finders.Frozen, Finders.OnPath]) : s_metaPath;
        set => s_metaPath = value;
    }

    /// <summary><c>sys.path_hooks</c>.</summary>
    public static Any PathHooks
    {
        get => s_hooks.IsUnbound ? s_hooks = new PyList<Any>([Finders.SourceHook()]) : s_hooks;
        set => s_hooks = value;
    }

    /// <summary><c>sys.path_importer_cache</c>.</summary>
    public static PyDict<Any, Any> ImporterCache { get; } = new();

    /// <summary>Whether the program has put no finder of its own among those of <c>sys.meta_path</c>.</summary>
    public static bool IsPlain
        => s_metaPath.IsUnbound || (s_metaPath.Ref is PyList<Any> { Count: 3 } list
            && ReferenceEquals(list[0].Ref, Finders.BuiltIn) && ReferenceEquals(list[1].Ref, Finders.Frozen) && ReferenceEquals(list[2].Ref, Finders.OnPath));

    /// <summary>Imports a module that is not loaded.</summary>
    /// <param name="name">Its dotted name.</param>
    /// <param name="parent">Its package; unbound where it is in none.</param>
    /// <exception cref="ModuleNotFoundError">No finder knows it.</exception>
    public static Any Import(string name, Any parent)
    {
        var path = parent.IsUnbound ? Any.None : Operators.GetAttr(parent, "__path__", Any.Unbound);
        if (path.IsUnbound)
            throw new ModuleNotFoundError($"No module named {Str.Repr(name)}; {Str.Repr(ModuleSpec.Parent(name))} is not a package") { Name = name };
        // Files are run by the interpreter; without it, what has not been converted is not there.
        var spec = IsPlain && !SourceReader.IsPresent ? Any.None : FindSpec(name, path, Any.None);
        return spec.IsNone ? throw new ModuleNotFoundError($"No module named {Str.Repr(name)}") { Name = name } : Load(spec);
    }

    /// <summary>Asks the finders in their order.</summary>
    public static Any FindSpec(string name, Any path, Any target)
    {
        var finders = MetaPath;
        if (finders.IsNone)
            throw new ImportError("sys.meta_path is None, Python is likely shutting down");
        if (!finders.Truth)
            Warn("sys.meta_path is empty");
        foreach (var finder in finders)
            if (Operators.GetAttr(finder, "find_spec", Any.Unbound) is { IsUnbound: false } find && find.Call(name, path, target) is { IsNone: false } spec)
                return spec;
        return Any.None;
    }

    /// <summary>The finder of a folder of the path; None where no hook wants it.</summary>
    public static Any FinderOf(Any entry)
    {
        if (Operators.Str(entry).Length == 0)
            entry = Directory.GetCurrentDirectory();
        if (ImporterCache.TryGetValue(entry, out var known))
            return known;
        var finder = Any.None;
        foreach (var hook in PathHooks)
        {
            try
            {
                finder = hook.Call(entry);
                break;
            }
            catch (ImportError)
            {
                // The next hook may want it.
            }
        }
        // A folder that is made later is looked at again.
        if (!finder.IsNone)
            ImporterCache[entry] = finder;
        return finder;
    }

    /// <summary>Makes the module of a spec, puts it into <c>sys.modules</c> and runs it.</summary>
    public static Any Load(Any spec)
    {
        var (name, loader) = (spec.Get("name"), spec.Get("loader"));
        if (Modules.IsOwn(Operators.Str(name)) && spec.Ref is LazyInstance)
            return Modules.LoadKnown(Operators.Str(name));
        if (!loader.IsNone && !Operators.HasAttr(loader, "exec_module"))
        {
            Warn($"{NameOf(loader)}.exec_module() not found; falling back to load_module()");
            return LoadBackward(spec);
        }
        var module = FromSpec(spec);
        Modules.Loaded[name] = module;
        Execute(spec, module);
        // The module may have put something else in its place; it stands last from now on.
        var loaded = Modules.Loaded[name];
        Modules.Loaded.Remove(name);
        return Modules.Loaded[name] = loaded;
    }

    private static void Execute(Any spec, Any module)
    {
        var (name, loader) = (spec.Get("name"), spec.Get("loader"));
        spec.Set("_initializing", true);
        try
        {
            if (!loader.IsNone)
                loader.Invoke("exec_module", module);
            else if (spec.Get("submodule_search_locations").IsNone)
                throw new ImportError("missing loader") { Name = name };
        }
        catch
        {
            Modules.Loaded.Remove(name);
            throw;
        }
        finally
        {
            spec.Set("_initializing", false);
        }
    }

    /// <summary>Runs a module that is loaded again: what <c>reload</c> does.</summary>
    public static Any ExecuteAgain(Any spec, Any module)
    {
        var (name, loader) = (spec.Get("name"), spec.Get("loader"));
        if (!Modules.Loaded.TryGetValue(name, out var loaded) || !Operators.Is(loaded, module))
            throw new ImportError($"module {Operators.Repr(name)} not in sys.modules") { Name = name };
        Describe(spec, module, overrides: true);
        if (loader.IsNone && spec.Get("submodule_search_locations").IsNone)
            throw new ImportError("missing loader") { Name = name };
        if (!loader.IsNone && Operators.HasAttr(loader, "exec_module"))
            loader.Invoke("exec_module", module);
        else if (!loader.IsNone)
            loader.Invoke("load_module", name);
        return Modules.Loaded.TryGetValue(name, out loaded) ? loaded : module;
    }

    private static Any LoadBackward(Any spec)
    {
        var name = spec.Get("name");
        spec.Get("loader").Invoke("load_module", name);
        var module = Modules.Loaded[name];
        foreach (var (attribute, value) in ((string, Any)[])[("__loader__", spec.Get("loader")), ("__spec__", spec)])
            if (Operators.GetAttr(module, attribute, Any.None).IsNone)
                module.Set(attribute, value);
        return module;
    }

    /// <summary>The old way to load: <see href="https://docs.python.org/3.13/library/importlib.html#importlib.abc.Loader.load_module">load_module</see>.</summary>
    public static Any LoadByShim(Any loader, Any name)
    {
        Modules.ImportFrom("warnings", "warn").Call("the load_module() method is deprecated and slated for removal in Python 3.15; use exec_module() instead", DeprecationWarning.Type, 1);
        var spec = SpecFactory.OfLoader(name, loader, Any.None, Any.None);
        return Modules.Loaded.TryGetValue(name, out var loaded) ? ExecuteAgain(spec, loaded) : Load(spec);
    }

    /// <summary><see href="https://docs.python.org/3.13/library/importlib.html#importlib.util.module_from_spec">module_from_spec</see>.</summary>
    public static Any FromSpec(Any spec)
    {
        var loader = spec.Get("loader");
        var module = Any.None;
        if (!loader.IsNone && Operators.HasAttr(loader, "create_module"))
            module = loader.Invoke("create_module", spec);
        else if (!loader.IsNone && Operators.HasAttr(loader, "exec_module"))
            throw new ImportError("loaders that define exec_module() must also define create_module()");
        if (module.IsNone)
            module = ((Any)PyModule.BaseType).Call(spec.Get("name"));
        Describe(spec, module, overrides: false);
        return module;
    }

    /// <summary>Sets what the import system says of a module.</summary>
    private static void Describe(Any spec, Any module, bool overrides)
    {
        var (loader, locations) = (spec.Get("loader"), spec.Get("submodule_search_locations"));
        if (loader.IsNone && !locations.IsNone)
        {
            loader = ((Any)SourceLoaders.Namespace).Call(spec.Get("name"), locations, Any.None);
            spec.Set("loader", loader);
            Put("__file__", Any.None, overrides: true);
        }
        Put("__name__", spec.Get("name"), overrides);
        Put("__loader__", loader, overrides);
        Put("__package__", spec.Get("parent"), overrides);
        Put("__spec__", spec, overrides: true);
        if (!locations.IsNone)
            Put("__path__", locations, overrides);
        if (!spec.Get("has_location").Truth)
            return;
        Put("__file__", spec.Get("origin"), overrides);
        if (spec.Get("cached") is { IsNone: false } cached)
            Put("__cached__", cached, overrides);

        void Put(string name, Any value, bool overrides)
        {
            try
            {
                if (overrides || Operators.GetAttr(module, name, Any.None).IsNone)
                    module.Set(name, value);
            }
            catch (AttributeError)
            {
                // A loader may make something that takes no attributes.
            }
        }
    }

    /// <summary>Runs compiled source text with the names of a module.</summary>
    public static void Run(Any code, Any module)
    {
        void Execute() => BuiltinsModule.Instance.Namespace["exec"].Call(code, module.Get("__dict__"));
        if (module.Ref is not PyModule own)
        {
            Execute();
            return;
        }
        own.Namespace["__builtins__"] = BuiltinsModule.Instance.Namespace;
        own.RunAs(Execute);
    }

    /// <summary>Runs a module whose statements were converted, or that is the library's.</summary>
    public static bool RunConverted(Any loader, Any module)
    {
        if (module.Ref is PyModule own && Modules.IsOwn(own.Name) && ReferenceEquals(Modules.Build(own.Name), own))
        {
            own.Run();
            return true;
        }
        if (Operators.GetAttr(loader, "path", Any.None).Ref is not string path || !path.StartsWith(LibraryOrigins.Folder, StringComparison.Ordinal) || !Modules.IsLibrary(Operators.Str(module.Get("__name__"))))
            return false;
        LibrarySpecs.Execute(module);
        return true;
    }

    /// <summary>The spec of a module of the program; None where it has none of that name.</summary>
    public static Any ConvertedSpec(string name) => Modules.IsOwn(name) ? Operators.GetAttr(Modules.Build(name)!, "__spec__", Any.None) : Any.None;

    private static string NameOf(Any loader) => Operators.GetAttr(loader, "__qualname__", Any.None).Ref as string ?? PyType.Of(loader).QualName;

    private static void Warn(string message) => Modules.ImportFrom("warnings", "warn").Call(message, ImportWarning.Type);
}

using Pytocs.Runtime.Library.Importing;

namespace Pytocs.Runtime.Core;

/// <summary>The library's modules, made when they are first imported.</summary>
public static partial class Modules
{
    private static readonly Dictionary<string, Func<PyModule>> s_builders = new(StringComparer.Ordinal);

    /// <summary>The modules of the program.</summary>
    private static readonly Dictionary<string, PyModule> s_own = new(StringComparer.Ordinal);

    /// <summary>Modules imported so far: <c>sys.modules</c>.</summary>
    internal static PyDict<Any, Any> Loaded { get; } = new();

    static Modules()
    {
        Register("builtins", () => BuiltinsModule.Instance);
        RegisterCatalogue();
        RegisterLibrary();
    }

    public static void Register(string name, Func<PyModule> build) => s_builders[name] = build;

    /// <summary>The dotted names of all modules that are known so far.</summary>
    public static IEnumerable<string> Names => s_builders.Keys;

    /// <summary>Whether the library has a module of that dotted name.</summary>
    public static bool Has(string name)
        => s_builders.ContainsKey(name)
            || (name.LastIndexOf('.') is > 0 and var dot && Has(name[..dot])
                // A package may make its modules known as it is loaded.
                && (Operators.GetAttr(Import(name[..dot]), name[(dot + 1)..], Any.Unbound).Ref is PyModule || s_builders.ContainsKey(name)));

    /// <summary>Whether a module of the library has a name.</summary>
    public static bool Has(string module, string name)
    {
        IsProbing = true;
        try
        {
            return !Operators.GetAttr(Import(module), name, Any.Unbound).IsUnbound;
        }
        finally
        {
            IsProbing = false;
        }
    }

    /// <summary>Whether only the presence of a name is asked for, so that nothing is said of its use.</summary>
    internal static bool IsProbing { get; private set; }

    /// <summary>Makes the modules of a program known; each runs when it is first imported.</summary>
    public static void Add(params ReadOnlySpan<PyModule> modules)
    {
        foreach (var module in modules)
        {
            s_own[module.Name] = module;
            Register(module.Name, () => module);
        }
    }

    /// <summary>Whether a library's modules are imported when something first asks for them, as in Python: set by what runs its tests, before it uses the library.</summary>
    public static bool AreImportedOnDemand { get; set; }

    /// <summary>Imports the modules of a library, for callers in C# that import nothing themselves.</summary>
    public static void ImportAll(params ReadOnlySpan<string> names)
    {
        if (AreImportedOnDemand)
            return;
        SharedConsole.Share();
        foreach (var name in names)
            Import(name);
    }

    /// <summary>Runs a module as the program: <c>__main__</c>.</summary>
    internal static void RunMain(PyModule module)
    {
        Loaded[module.Name] = module;
        module.Run();
    }

    /// <summary><c>import name</c>: the module of that dotted name.</summary>
    /// <exception cref="ModuleNotFoundError"/>
    public static Any Import(string name)
    {
        if (Loaded.TryGetValue(name, out var loaded))
            return loaded.IsNone ? throw new ModuleNotFoundError($"import of {name} halted; None in sys.modules") { Name = name } : loaded;
        var dot = name.LastIndexOf('.');
        var parent = Any.Unbound;
        if (dot > 0 && name != "os.path")
        {
            // A package comes before its modules, and may load them itself.
            parent = Import(name[..dot]);
            if (Loaded.TryGetValue(name, out loaded))
                return loaded;
        }
        loaded = s_builders.ContainsKey(name) && ImportSystem.IsPlain ? LoadKnown(name) : ImportSystem.Import(name, parent);
        if (!parent.IsUnbound)
            Bind(parent, name[(dot + 1)..], loaded);
        return loaded;
    }

    /// <summary>Makes a module the attribute of its package.</summary>
    private static void Bind(Any parent, string name, Any module)
    {
        try
        {
            parent.Set(name, module);
        }
        catch (AttributeError)
        {
            ImportFrom("warnings", "warn").Call($"Cannot set an attribute on {Operators.Repr(parent.Get("__name__"))} for child module {Str.Repr(name)}", ImportWarning.Type);
        }
    }

    /// <summary>Loads a module of the program or of the library.</summary>
    internal static Any LoadKnown(string name)
    {
        var module = Build(name)!;
        Loaded[name] = module;
        try
        {
            module.Run();
        }
        catch
        {
            Loaded.Remove(name);
            throw;
        }
        // The module may have put something else in its place.
        return Loaded.TryGetValue(name, out var loaded) ? loaded : module;
    }

    /// <summary>A module of the program, or a new one of the library, that has not run yet; null where there is none of that name.</summary>
    internal static PyModule? Build(string name)
    {
        if (!s_builders.TryGetValue(name, out var build))
            return null;
        var module = build();
        module.IsOfLibrary = !s_own.ContainsKey(name);
        return module;
    }

    /// <summary>The modules of the program whose files lie directly in a folder, and whether each is a package.</summary>
    internal static IEnumerable<KeyValuePair<string, bool>> InFolder(string folder)
    {
        foreach (var (name, module) in s_own)
            if (module.File is { Length: > 0 } file && Path.GetDirectoryName(Path.GetFullPath(Script.PathOf(file))) is { } home)
            {
                var isPackage = module.Namespace.ContainsKey("__path__");
                if ((isPackage ? Path.GetDirectoryName(home) : home) == folder)
                    yield return new(name[(name.LastIndexOf('.') + 1)..], isPackage);
            }
    }

    /// <summary>Whether the program has a module of that name.</summary>
    internal static bool IsOwn(string name) => s_own.ContainsKey(name);

    /// <summary>Whether the library has a module of that name.</summary>
    internal static bool IsLibrary(string name) => s_builders.ContainsKey(name) && !s_own.ContainsKey(name);

    /// <summary>A relative import outside of any package, or one that leads out of it.</summary>
    /// <exception cref="ImportError"/>
    public static Any NoPackage() => throw new ImportError("attempted relative import with no known parent package");

    /// <summary><c>import a.b.c</c>: loads all of them and gives <c>a</c>.</summary>
    public static Any ImportRoot(string name)
    {
        Import(name);
        return Import(name[..name.IndexOf('.', StringComparison.Ordinal)]);
    }

    /// <summary><c>from module import name</c>.</summary>
    /// <exception cref="ImportError">The module has no such name.</exception>
    public static Any ImportFrom(string module, string name)
    {
        var source = Import(module);
        var value = Operators.GetAttr(source, name, Any.Unbound);
        if (!value.IsUnbound)
            return value;
        if (!Operators.GetAttr(source, "__path__", Any.Unbound).IsUnbound || s_builders.ContainsKey($"{module}.{name}"))
        {
            ImportNames.TryPart($"{module}.{name}");
            value = Operators.GetAttr(source, name, Any.Unbound);
        }
        var own = Operators.GetAttr(source, "__name__", Any.None).Ref as string;
        return !value.IsUnbound ? value
            : own is not null && Loaded.TryGetValue($"{own}.{name}", out var part) ? part
            : throw new ImportError(ImportNames.CannotImport(source, own, name)) { Name = (Any?)own ?? "<unknown module name>", Path = Operators.GetAttr(source, "__file__", Any.None), MissingName = name };
    }

    /// <summary>A name that <c>from module import *</c> brings to a program that does not use it: nothing where the library's module lacks it.</summary>
    public static Any ImportStar(string module, string name) => ImportStar(module, name, Any.Unbound);

    /// <summary>A name that a star import takes where the module has bound it; what the name means so far where it has not.</summary>
    public static Any ImportStar(string module, string name, Any current) => Operators.GetAttr(Import(module), name, current);
}

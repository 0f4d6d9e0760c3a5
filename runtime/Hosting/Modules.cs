namespace Pytocs.Runtime.Core;

/// <summary>The library's modules, made when they are first imported.</summary>
public static partial class Modules
{
    private static readonly Dictionary<string, Func<PyModule>> s_builders = new(StringComparer.Ordinal);

    /// <summary>Modules imported so far: <c>sys.modules</c>.</summary>
    internal static PyDict<Any, Any> Loaded { get; } = new();

    static Modules()
    {
        Register("builtins", () => BuiltinsModule.Instance);
        RegisterCatalogue();
        RegisterLibrary();
    }

    public static void Register(string name, Func<PyModule> build) => s_builders[name] = build;

    /// <summary><c>import name</c>: the module of that dotted name.</summary>
    /// <exception cref="ModuleNotFoundError"/>
    public static Any Import(string name)
    {
        if (Loaded.TryGetValue(name, out var loaded))
            return loaded.IsNone ? throw new ModuleNotFoundError($"import of {name} halted; None in sys.modules") { Name = name } : loaded;
        if (!s_builders.TryGetValue(name, out var build))
            throw NotFound(name);
        var module = build();
        Loaded[name] = module;
        var dot = name.LastIndexOf('.');
        if (dot > 0 && !(name == "os.path") && Import(name[..dot]).Ref is PyModule parent)
            parent.Namespace[name[(dot + 1)..]] = module;
        return module;
    }

    private static ModuleNotFoundError NotFound(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var root = dot < 0 ? name : name[..dot];
        return dot >= 0 && s_builders.ContainsKey(root) && !s_builders.Keys.Any(k => k.StartsWith(root + ".", StringComparison.Ordinal))
            ? new ModuleNotFoundError($"No module named '{name}'; '{root}' is not a package") { Name = name }
            : new ModuleNotFoundError($"No module named '{(s_builders.ContainsKey(root) ? name : root)}'") { Name = root };
    }

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
        return s_builders.ContainsKey(module + "." + name)
            ? Import(module + "." + name)
            : throw new ImportError($"cannot import name '{name}' from '{module}' (unknown location)") { Name = module };
    }
}

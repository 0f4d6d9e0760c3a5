namespace Pytocs.Lowering.Programs;

/// <summary>Gathers the modules of a program: the script, what it imports, what those import.</summary>
/// <param name="find">Reads the module of a dotted name; null where the program has none of that name.</param>
/// <param name="isLibrary">Whether a package is one of pytocs's library, of which the program may still have a module.</param>
public sealed class ProgramLoader(Func<string, ModuleFile?> find, Func<string, bool> isLibrary)
{
    private readonly Dictionary<string, ModuleFile?> _modules = new(StringComparer.Ordinal);
    private readonly List<ModuleFile> _order = [];

    /// <summary>All modules that the given ones need, with themselves first, each once.</summary>
    public static IReadOnlyList<ModuleFile> Load(IEnumerable<ModuleFile> roots, Func<string, ModuleFile?> find, Func<string, bool> isLibrary)
    {
        var loader = new ProgramLoader(find, isLibrary);
        foreach (var root in roots)
            loader.Add(root);
        // The list grows while it is read.
        for (var i = 0; i < loader._order.Count; i++)
        {
            loader.AddWithPackages(loader._order[i].Name);
            foreach (var name in ImportScanner.Names(loader._order[i]))
                loader.AddWithPackages(name);
        }
        return loader._order;
    }

    private void Add(ModuleFile module)
    {
        if (_modules.TryAdd(module.Name, module))
            _order.Add(module);
    }

    /// <summary>Importing <c>a.b.c</c> imports <c>a</c> and <c>a.b</c> first.</summary>
    private void AddWithPackages(string name)
    {
        for (var dot = name.IndexOf('.', StringComparison.Ordinal); ; dot = name.IndexOf('.', dot + 1))
        {
            var prefix = dot < 0 ? name : name[..dot];
            if (!_modules.TryGetValue(prefix, out var module))
            {
                module = find(prefix);
                if (module is null)
                    _modules[prefix] = null;
                else
                    // Its package is an object of the runtime, through which any of its names may be reached.
                    Add(prefix.LastIndexOf('.') is > 0 and var end && isLibrary(prefix[..end]) ? module with { IsReflected = true } : module);
            }
            if (dot < 0 || (module is null && !isLibrary(prefix)))
                return;
        }
    }
}

namespace Pytocs.Runtime.Core;

/// <summary>
/// <see href="https://docs.python.org/3.13/library/importlib.html">importlib</see>: modules by names that only the run knows. Those of
/// the program and of the library are there.
/// </summary>
internal static class ImportlibModule
{
    public static PyModule Build() => new PyModule("importlib").Package()
        .Function("import_module", "name, package=None", static a => Modules.Import(Absolute(Operators.Str(a[0]), a[1])))
        .Function("reload", static module => Reload(module))
        .Function("invalidate_caches", "", static _ => Any.None);

    /// <summary>Runs a module of the program again; the library's need not.</summary>
    private static Any Reload(Any given)
    {
        if (given.Ref is not PyModule module)
            throw new TypeError("reload() argument must be a module");
        var name = Operators.Str(given.Get("__name__"));
        if (!Modules.Loaded.TryGetValue(name, out var loaded) || !ReferenceEquals(loaded.Ref, module))
            throw new ImportError($"module {name} not in sys.modules");
        module.Run();
        return given;
    }

    /// <summary><c>__import__</c>: the first part of a dotted name, unless names are asked of the last.</summary>
    internal static Any ImportTop(Any name, Any globals, Any names, long level)
    {
        var full = Operators.Str(name);
        if (level > 0)
            full = Absolute(new string('.', (int)level) + full, globals.Ref is PyDict dict && dict.TryGetAny("__package__", out var package) ? package : Any.None);
        var module = Modules.Import(full);
        if (names.Truth)
        {
            foreach (var one in names)
                if (Operators.Str(one) is var member && member != "*" && !Operators.HasAttr(module, member) && Operators.HasAttr(module, "__path__"))
                    ImportPart($"{full}.{member}");
            return module;
        }
        return level > 0 || !full.Contains('.', StringComparison.Ordinal) ? module : Modules.ImportRoot(full);
    }

    private static void ImportPart(string name)
    {
        try
        {
            Modules.Import(name);
        }
        catch (ModuleNotFoundError e) when (Operators.Equal(e.Name, name))
        {
            // No module of the package: whoever asked for the name finds it missing.
        }
    }

    internal static string Absolute(string name, Any package)
    {
        if (!name.StartsWith('.'))
            return name;
        if (package.IsNone || Operators.Str(package).Length == 0)
            throw new TypeError($"the 'package' argument is required to perform a relative import for {Operators.Repr(name)}");
        var level = name.TakeWhile(static c => c == '.').Count();
        var parts = Operators.Str(package).Split('.');
        if (parts.Length < level)
            throw new ImportError("attempted relative import beyond top-level package");
        var home = string.Join('.', parts[..(parts.Length - level + 1)]);
        return level == name.Length ? home : $"{home}.{name[level..]}";
    }
}

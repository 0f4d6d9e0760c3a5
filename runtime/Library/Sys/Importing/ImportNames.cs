using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Importing;

/// <summary>
/// What <see href="https://docs.python.org/3.13/library/functions.html#import__">__import__</see> does with its names.
/// </summary>
internal static class ImportNames
{
    /// <summary><c>__import__</c>: the first part of a dotted name, unless names are asked of the last.</summary>
    public static Any Top(Any name, Any globals, Any names, long level)
    {
        if (PyValueInstance.Unwrap(name).Ref is not string full)
            throw new TypeError("module name must be a string");
        if (level < 0)
            throw new ValueError("level must be >= 0");
        var given = full;
        if (level > 0)
            full = Absolute(new string('.', (int)Math.Min(level, 1 << 20)) + full, PackageOf(globals));
        else if (full.Length == 0)
            throw new ValueError("Empty module name");
        var module = Modules.Import(full);
        if (names.Truth)
            return Operators.HasAttr(module, "__path__") ? WithParts(module, names, isOfAll: false) : module;
        if (level > 0 && given.Length == 0)
            return module;
        var dot = given.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return module;
        var top = full[..(full.Length - given.Length + dot)];
        return level == 0 ? Modules.Import(top)
            : Modules.Loaded.TryGetValue(top, out var loaded) ? loaded
            : throw new KeyError($"{Str.Repr(top)} not in sys.modules as expected");
    }

    /// <summary>Imports the modules of a package that are asked for by name.</summary>
    private static Any WithParts(Any module, Any names, bool isOfAll)
    {
        foreach (var one in names)
        {
            if (PyValueInstance.Unwrap(one).Ref is not string member)
                throw new TypeError($"Item in {(isOfAll ? Operators.Str(module.Get("__name__")) + ".__all__" : "``from list''")} must be str, not {PyType.Of(one).Name}");
            if (member == "*")
            {
                if (!isOfAll && Operators.GetAttr(module, "__all__", Any.Unbound) is { IsUnbound: false } all)
                    WithParts(module, all, isOfAll: true);
            }
            else if (!Operators.HasAttr(module, member))
            {
                TryPart($"{Operators.Str(module.Get("__name__"))}.{member}");
            }
        }
        return module;
    }

    /// <summary>What is wrong where a module lacks a name that is imported from it.</summary>
    /// <param name="source">The module.</param>
    /// <param name="own">The name that it gives itself.</param>
    /// <param name="name">The name that it lacks.</param>
    public static string CannotImport(Any source, string? own, string name)
    {
        var file = Operators.GetAttr(source, "__file__", Any.None).Ref as string;
        var from = own is null ? "'<unknown module name>'" : Str.Repr(own);
        return source.Ref is not PyModule { IsRunning: true } ? $"cannot import name {Str.Repr(name)} from {from} ({file ?? "unknown location"})"
            : $"cannot import name {Str.Repr(name)} from partially initialized module {from} (most likely due to a circular import){(file is null ? "" : $" ({file})")}";
    }

    /// <summary>Imports a module of a package, if it has it.</summary>
    public static void TryPart(string name)
    {
        try
        {
            Modules.Import(name);
        }
        catch (ModuleNotFoundError e) when (Operators.Equal(e.Name, name) && !(Modules.Loaded.TryGetValue(name, out var blocked) && blocked.IsNone))
        {
            // No module of the package: whoever asked for the name finds it missing.
        }
    }

    /// <summary>The package that relative imports start from, as the globals around them tell it.</summary>
    private static string PackageOf(Any globals)
    {
        if (globals.IsNone)
            throw new KeyError("'__name__' not in globals");
        if (globals.Ref is not PyDict dict)
            throw new TypeError("globals must be a dict");
        Any Get(string name) => dict.TryGetAny(name, out var value) ? value : Any.None;
        var (package, spec) = (Get("__package__"), Get("__spec__"));
        if (!package.IsNone)
        {
            if (PyValueInstance.Unwrap(package).Ref is not string)
                throw new TypeError("package must be a string");
            if (!spec.IsNone && !Operators.Equal(package, spec.Get("parent")))
                Warn($"__package__ != __spec__.parent ({Operators.Repr(package)} != {Operators.Repr(spec.Get("parent"))})", DeprecationWarning.Type);
        }
        else if (!spec.IsNone)
        {
            package = spec.Get("parent");
            if (PyValueInstance.Unwrap(package).Ref is not string)
                throw new TypeError("__spec__.parent must be a string");
        }
        else
        {
            Warn("can't resolve package from __spec__ or __package__, falling back on __name__ and __path__", ImportWarning.Type);
            if (!dict.TryGetAny("__name__", out package))
                throw new KeyError("'__name__' not in globals");
            if (PyValueInstance.Unwrap(package).Ref is not string name)
                throw new TypeError("__name__ must be a string");
            if (!dict.TryGetAny("__path__", out _))
                package = ModuleSpec.Parent(name);
        }
        return Operators.Str(package) is { Length: > 0 } found ? found : throw new ImportError("attempted relative import with no known parent package");
    }

    /// <summary>The absolute name of a relative one.</summary>
    /// <exception cref="ImportError">The dots lead out of the package.</exception>
    public static string Absolute(string name, string package)
    {
        if (!name.StartsWith('.'))
            return name;
        var level = name.TakeWhile(static c => c == '.').Count();
        var parts = package.Split('.');
        if (parts.Length < level)
            throw new ImportError("attempted relative import beyond top-level package");
        var home = string.Join('.', parts[..(parts.Length - level + 1)]);
        return level == name.Length ? home : $"{home}.{name[level..]}";
    }

    private static void Warn(string message, PyType category) => Modules.ImportFrom("warnings", "warn").Call(message, category);
}

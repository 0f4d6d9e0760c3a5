namespace Pytocs.Runtime.Core;

/// <summary>
/// <see href="https://docs.python.org/3.13/library/importlib.html">importlib</see>: modules by names that only the run knows. Those of
/// the program and of the library are there.
/// </summary>
internal static class ImportlibModule
{
    public static PyModule Build() => new PyModule("importlib").Package()
        .Function("import_module", "name, package=None", static a => Modules.Import(Absolute(Operators.Str(a[0]), a[1])))
        .Function("invalidate_caches", "", static _ => Any.None);

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

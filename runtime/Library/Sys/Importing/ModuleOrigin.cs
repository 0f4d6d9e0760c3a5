using Pytocs.Runtime.Library.Importing;

namespace Pytocs.Runtime.Core;

/// <summary>
/// Where a module of the program comes from, as CPython's import system tells it: its spec, its loader, its compiled file.
/// See <see href="https://docs.python.org/3.13/reference/datamodel.html#import-related-attributes-on-module-objects">import-related attributes</see>.
/// </summary>
public static class ModuleOrigin
{
    private const string Main = "__main__";

    private static readonly Dictionary<string, LazyInstance> s_loaders = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, LazyInstance> s_specs = new(StringComparer.Ordinal);

    /// <summary>The module's <c>__loader__</c>, the same object each time.</summary>
    /// <param name="name">The dotted name under which it is imported.</param>
    /// <param name="file">The file it was converted from.</param>
    public static Any Loader(string name, string file)
        => s_loaders.TryGetValue(name, out var known) ? known : s_loaders[name] = new LazyInstance(static () => SourceLoaders.SourceFile, own =>
        {
            own["name"] = name;
            own["path"] = Script.PathOf(file);
        });

    /// <summary>The module's <c>__spec__</c>, the same object each time; a script has none.</summary>
    /// <param name="name">The dotted name under which it is imported.</param>
    /// <param name="file">The file it was converted from.</param>
    /// <param name="isPackage">Whether it is a package.</param>
    public static Any Spec(string name, string file, bool isPackage)
        => name == Main ? Any.None
            : s_specs.TryGetValue(name, out var known) ? known
            : s_specs[name] = NewSpec(name, Loader(name, file), Script.PathOf(file), isPackage ? Path.GetDirectoryName(Script.PathOf(file)) : null);

    /// <summary>The spec of a package that is a folder without a file of its own.</summary>
    /// <param name="name">The dotted name under which it is imported.</param>
    /// <param name="folder">The folder.</param>
    internal static Any NamespaceSpec(string name, string folder)
        => NewSpec(name, new LazyInstance(static () => SourceLoaders.Namespace, own => own["_path"] = new PyList<Any>([folder])), Any.None, folder);

    private static LazyInstance NewSpec(string name, Any loader, Any origin, string? folder) => new(static () => ModuleSpec.Type, own =>
    {
        own["name"] = name;
        own["loader"] = loader;
        own["origin"] = origin;
        own["loader_state"] = Any.None;
        own["submodule_search_locations"] = folder is null ? Any.None : new PyList<Any>([folder]);
        own["_uninitialized_submodules"] = new PyList<Any>();
        own["_set_fileattr"] = !origin.IsNone;
        own["_cached"] = Any.None;
    });

    /// <summary>The module's <c>__package__</c>; a script has none.</summary>
    /// <param name="name">The dotted name under which it is imported.</param>
    /// <param name="isPackage">Whether it is a package.</param>
    public static Any Package(string name, bool isPackage)
        => name == Main ? Any.None : isPackage ? name : ModuleSpec.Parent(name);

    /// <summary>The module's <c>__cached__</c>: where CPython would keep it compiled; a script is not kept.</summary>
    /// <param name="name">The dotted name under which it is imported.</param>
    /// <param name="file">The file it was converted from.</param>
    public static Any Cached(string name, string file)
    {
        var path = Script.PathOf(file);
        return name == Main ? Any.None : Path.Combine(Path.GetDirectoryName(path)!, "__pycache__", Path.GetFileNameWithoutExtension(path) + ".cpython-313.pyc");
    }
}

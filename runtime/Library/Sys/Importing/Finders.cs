using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Importing;

/// <summary>
/// What finds modules: those of the runtime, those of the program, and Python files in the folders of <c>sys.path</c>. See
/// <see href="https://docs.python.org/3.13/reference/import.html#finders-and-loaders">finders and loaders</see>.
/// </summary>
internal static class Finders
{
    private const string External = "_frozen_importlib_external";

    public static readonly PyType BuiltIn = new ClassMaker("BuiltinImporter", "_frozen_importlib")
        .Attribute("_ORIGIN", "built-in")
        .ClassMethod("find_spec", "cls, fullname, path=None, target=None", static a => LibrarySpecs.IsKind(Operators.Str(a[1]), 'b') ? LibrarySpecs.Of(Operators.Str(a[1])) : Any.None, Any.None, Any.None)
        .StaticMethod("create_module", "spec", static a => LibrarySpecs.Create(a[0]))
        .StaticMethod("exec_module", "module", static a => Lib.Do(() => LibrarySpecs.Execute(a[0])))
        .ClassMethod("get_code", "cls, fullname", static _ => Any.None)
        .ClassMethod("get_source", "cls, fullname", static _ => Any.None)
        .ClassMethod("is_package", "cls, fullname", static a => LibraryOrigins.Of(Operators.Str(a[1])) is { IsPackage: true })
        .ClassMethod("load_module", "cls, fullname", static a => ImportSystem.LoadByShim(a[0], a[1]))
        .Make();

    public static readonly PyType Frozen = new ClassMaker("FrozenImporter", "_frozen_importlib")
        .Attribute("_ORIGIN", "frozen")
        .ClassMethod("find_spec", "cls, fullname, path=None, target=None", static a => LibrarySpecs.IsKind(Operators.Str(a[1]), 'z') ? LibrarySpecs.Of(Operators.Str(a[1])) : Any.None, Any.None, Any.None)
        .StaticMethod("create_module", "spec", static a => LibrarySpecs.Create(a[0]))
        .StaticMethod("exec_module", "module", static a => Lib.Do(() => LibrarySpecs.Execute(a[0])))
        .ClassMethod("get_code", "cls, fullname", static _ => Any.None)
        .ClassMethod("get_source", "cls, fullname", static _ => Any.None)
        .ClassMethod("is_package", "cls, fullname", static a => LibraryOrigins.Of(Operators.Str(a[1])) is { IsPackage: true })
        .ClassMethod("load_module", "cls, fullname", static a => ImportSystem.LoadByShim(a[0], a[1]))
        .Make();

    public static readonly PyType OnPath = new ClassMaker("PathFinder", External)
        .StaticMethod("invalidate_caches", "", static _ => Lib.Do(InvalidateCaches))
        .ClassMethod("find_spec", "cls, fullname, path=None, target=None", static a => FindOnPath(a[1], a[2], a[3]), Any.None, Any.None)
        .Make();

    public static readonly PyType InFolder = new ClassMaker("FileFinder", External)
        .Method("__init__", "self, path, *loader_details", static a => Lib.Do(() =>
        {
            var loaders = new PyList<Any>();
            foreach (var detail in a[2])
                foreach (var suffix in detail[1])
                    loaders.Append(PyTuple.Of(suffix, detail[0]));
            a[0].Set("_loaders", loaders);
            a[0].Set("path", a[1].IsNone || Operators.Str(a[1]).Length == 0 ? "." : Path.IsPathRooted(Operators.Str(a[1])) ? a[1] : Path.GetFullPath(Operators.Str(a[1])));
        }))
        .Method("invalidate_caches", static _ => Any.None)
        .Method("find_spec", "self, fullname, target=None", static a => FindInFolder(a[0], a[1]), Any.None)
        .ClassMethod("path_hook", "cls, *loader_details", static a => PathHook(a[0], a[1]))
        .Method("__repr__", static self => $"FileFinder({Operators.Repr(self.Get("path"))})")
        .Make();

    /// <summary>What finds Python files of a folder.</summary>
    public static Any SourceHook() => PathHook(InFolder, PyTuple.Of(PyTuple.Of(SourceLoaders.SourceFile, Lib.List([".py"]))));

    private static Any PathHook(Any cls, Any details) => new PyFunction("path_hook_for_FileFinder", "path", (Any path) =>
    {
        if (!Directory.Exists(Operators.Str(path) is { Length: > 0 } text ? text : "."))
            throw new ImportError("only directories are supported") { Path = path };
        var given = new Arguments { path };
        foreach (var detail in details)
            given.Add(detail);
        return cls.Call(given);
    }) { Module = External };

    private static void InvalidateCaches()
    {
        foreach (var (_, finder) in ImportSystem.ImporterCache.Entries().ToList())
            if (!finder.IsNone && Operators.HasAttr(finder, "invalidate_caches"))
                finder.Invoke("invalidate_caches");
    }

    private static Any FindOnPath(Any name, Any path, Any target)
    {
        if (ImportSystem.ConvertedSpec(Operators.Str(name)) is { IsNone: false } own)
            return own;
        if (Modules.IsLibrary(Operators.Str(name)))
            return LibrarySpecs.Of(Operators.Str(name));
        var portions = new PyList<Any>();
        foreach (var entry in path.IsNone ? Modules.Import("sys").Get("path") : path)
        {
            if (PyValueInstance.Unwrap(entry).Ref is not string)
                continue;
            var finder = ImportSystem.FinderOf(entry);
            var spec = finder.IsNone ? Any.None : finder.Call2("find_spec", name, target);
            if (spec.IsNone)
                continue;
            if (!spec.Get("loader").IsNone)
                return spec;
            if (spec.Get("submodule_search_locations") is not { IsNone: false } found)
                throw new ImportError("spec missing loader");
            foreach (var portion in found)
                portions.Append(portion);
        }
        return portions.Count == 0 ? Any.None : ModuleSpec.Make(name, Any.None, Any.None, portions, hasLocation: false);
    }

    private static Any Call2(this Any finder, string method, Any name, Any target) => finder.Get(method).Call(name, target);

    private static Any FindInFolder(Any self, Any name)
    {
        var tail = Operators.Str(name).Split('.')[^1];
        var folder = Path.Join(Operators.Str(self.Get("path")), tail);
        var isFolder = Directory.Exists(folder);
        if (isFolder)
            foreach (var entry in self.Get("_loaders"))
                if (Path.Join(folder, "__init__" + Operators.Str(entry[0])) is var file && File.Exists(file))
                    return ModuleSpec.Make(name, entry[1].Call(name, file), file, Lib.List([folder]), hasLocation: true);
        foreach (var entry in self.Get("_loaders"))
            if (folder + Operators.Str(entry[0]) is var file && File.Exists(file))
                return ModuleSpec.Make(name, entry[1].Call(name, file), file, Any.None, hasLocation: true);
        return isFolder ? ModuleSpec.Make(name, Any.None, Any.None, Lib.List([folder]), hasLocation: false) : Any.None;
    }
}

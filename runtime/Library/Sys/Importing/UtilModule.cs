using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Importing;

/// <summary><see href="https://docs.python.org/3.13/library/importlib.html#module-importlib.util">importlib.util</see>.</summary>
internal static class UtilModule
{
    /// <summary>What CPython 3.13 begins compiled files with.</summary>
    private static readonly byte[] s_magic = [0xf3, 0x0d, 0x0d, 0x0a];

    /// <summary><c>MAGIC_NUMBER</c>.</summary>
    public static Any Magic { get; } = new PyBytes(s_magic);

    public static PyModule Build() => new PyModule("importlib.util")
        .Function("find_spec", "name, package=None", static a => Find(a[0], a[1]), Any.None)
        .Function("resolve_name", "name, package", static a => Resolve(Operators.Str(a[0]), a[1]))
        .Function("spec_from_file_location", "name, location=None, *, loader=None, submodule_search_locations=", static a => SpecFactory.OfFile(a[0], a[1], a[2], a[3]), Any.None, Any.None, Any.Unbound)
        .Function("spec_from_loader", "name, loader, *, origin=None, is_package=None", static a => SpecFactory.OfLoader(a[0], a[1], a[2], a[3]), Any.None, Any.None)
        .Function("module_from_spec", "spec", static (Any[] a) => ImportSystem.FromSpec(a[0]))
        .Function("cache_from_source", "path, debug_override=None, *, optimization=None", static a => FromSource(a[0], a[1], a[2]), Any.None, Any.None)
        .Function("source_from_cache", "path", static (Any[] a) => CompiledFiles.Source(Operators.Str(Modules.Import("os").Invoke("fspath", a[0]))))
        .Function("decode_source", "source_bytes", static (Any[] a) => SourceLoaders.Decode(a[0]))
        .Function("source_hash", "source_bytes", static (Any[] a) => SourceHash(((PyBytesBase)a[0].Ref!).Span))
        .Type(LazyModules.Loader).Value("MAGIC_NUMBER", Magic);

    private static Any Find(Any given, Any package)
    {
        var name = Operators.Str(given);
        if (name.StartsWith('.'))
            name = Resolve(name, package);
        // A name that os puts there as CPython begins.
        if (name == "os.path")
            Modules.Import(name);
        if (Modules.Loaded.TryGetValue(name, out var loaded))
        {
            if (loaded.IsNone)
                return Any.None;
            var own = Operators.GetAttr(loaded, "__spec__", Any.Unbound);
            return own.IsUnbound ? throw new ValueError($"{name}.__spec__ is not set") : own.IsNone ? throw new ValueError($"{name}.__spec__ is None") : own;
        }
        var path = Any.None;
        if (ModuleSpec.Parent(name) is { Length: > 0 } parent)
        {
            path = Operators.GetAttr(Modules.Import(parent), "__path__", Any.Unbound);
            if (path.IsUnbound)
                throw new ModuleNotFoundError($"__path__ attribute not found on {Str.Repr(parent)} while trying to find {Str.Repr(name)}") { Name = name };
        }
        return name.Length == 0 ? throw new ValueError("Empty module name") : ImportSystem.FindSpec(name, path, Any.None);
    }

    private static string Resolve(string name, Any package)
        => !name.StartsWith('.') ? name
            : package.Truth ? ImportNames.Absolute(name, Operators.Str(package))
            : throw new ImportError($"no package specified for {Str.Repr(name)} (required for relative module names)");

    /// <summary>The compiled file of a source file.</summary>
    public static Any FromSource(Any path, Any isDebugging, Any optimization)
    {
        if (!isDebugging.IsNone)
        {
            Modules.ImportFrom("warnings", "warn").Call("the debug_override parameter is deprecated; use 'optimization' instead", DeprecationWarning.Type);
            if (!optimization.IsNone)
                throw new TypeError("debug_override or optimization must be set to None");
            optimization = isDebugging.Truth ? "" : 1;
        }
        return CompiledFiles.OfSource(Operators.Str(Modules.Import("os").Invoke("fspath", path)), optimization.IsNone ? "" : Operators.Str(optimization));
    }

    /// <summary>CPython's hash of a source file: SipHash-1-3 with the magic number for its key.</summary>
    private static PyBytes SourceHash(ReadOnlySpan<byte> source)
    {
        var key = BitConverter.ToUInt32(s_magic);
        return new PyBytes(BitConverter.GetBytes(SipHash.OfKey(source, (key, 0))));
    }
}

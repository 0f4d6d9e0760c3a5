using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Importing;

/// <summary><see href="https://docs.python.org/3.13/library/importlib.html#module-importlib.machinery">importlib.machinery</see>.</summary>
internal static class MachineryModule
{
    private static readonly string[] s_source = [".py"];
    private static readonly string[] s_bytecode = [".pyc"];
    private static readonly string[] s_extensions = [".cpython-313-x86_64-linux-gnu.so", ".abi3.so", ".so"];

    public static PyModule Build() => new PyModule("importlib.machinery")
        .Type(ModuleSpec.Type).Type(Finders.BuiltIn).Type(Finders.Frozen).Type(Finders.OnPath).Type(Finders.InFolder)
        .Type(SourceLoaders.SourceFile).Type(SourceLoaders.Sourceless).Type(SourceLoaders.Extension).Type(SourceLoaders.AppleFramework).Type(SourceLoaders.Namespace)
        .Value("SOURCE_SUFFIXES", Lib.List(s_source)).Value("BYTECODE_SUFFIXES", Lib.List(s_bytecode)).Value("DEBUG_BYTECODE_SUFFIXES", Lib.List(s_bytecode))
        .Value("OPTIMIZED_BYTECODE_SUFFIXES", Lib.List(s_bytecode)).Value("EXTENSION_SUFFIXES", Lib.List(s_extensions))
        .Function("all_suffixes", "", static _ => Lib.List([.. s_source, .. s_bytecode, .. s_extensions]));

    /// <summary>The part of the import system that needs no files.</summary>
    public static PyModule Bootstrap() => new PyModule("importlib._bootstrap")
        .Type(ModuleSpec.Type).Type(Finders.BuiltIn).Type(Finders.Frozen)
        .Function("module_from_spec", "spec", static (Any[] a) => ImportSystem.FromSpec(a[0]))
        .Function("spec_from_loader", "name, loader, *, origin=None, is_package=None", static a => SpecFactory.OfLoader(a[0], a[1], a[2], a[3]), Any.None, Any.None)
        .Function("_load", "spec", static (Any[] a) => ImportSystem.Load(a[0]))
        .Function("_exec", "spec, module", static a => ImportSystem.ExecuteAgain(a[0], a[1]))
        .Function("_find_spec", "name, path, target=None", static a => ImportSystem.FindSpec(Operators.Str(a[0]), a[1], a[2]), Any.None)
        .Function("_resolve_name", "name, package, level", static a => ImportNames.Absolute(new string('.', (int)Lib.Int(a[2])) + Operators.Str(a[0]), Operators.Str(a[1])));

    /// <summary>The part of the import system that knows files.</summary>
    public static PyModule External() => new PyModule("importlib._bootstrap_external")
        .Type(SourceLoaders.Source).Type(SourceLoaders.File).Type(SourceLoaders.SourceFile).Type(SourceLoaders.Sourceless).Type(SourceLoaders.Extension).Type(SourceLoaders.AppleFramework)
        .Type(SourceLoaders.Namespace).Type(Finders.OnPath).Type(Finders.InFolder)
        .Value("SOURCE_SUFFIXES", Lib.List(s_source)).Value("BYTECODE_SUFFIXES", Lib.List(s_bytecode)).Value("EXTENSION_SUFFIXES", Lib.List(s_extensions)).Value("MAGIC_NUMBER", UtilModule.Magic)
        .Function("spec_from_file_location", "name, location=None, *, loader=None, submodule_search_locations=", static a => SpecFactory.OfFile(a[0], a[1], a[2], a[3]), Any.None, Any.None, Any.Unbound)
        .Function("cache_from_source", "path, debug_override=None, *, optimization=None", static a => UtilModule.FromSource(a[0], a[1], a[2]), Any.None, Any.None)
        .Function("source_from_cache", "path", static (Any[] a) => CompiledFiles.Source(Operators.Str(Modules.Import("os").Invoke("fspath", a[0]))))
        .Function("decode_source", "source_bytes", static (Any[] a) => SourceLoaders.Decode(a[0]))
        .Function("_get_sourcefile", "bytecode_path", static (Any[] a) => CompiledFiles.SourceIfAny(a[0]));
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Importing;

/// <summary><see href="https://docs.python.org/3.13/library/importlib.html#module-importlib.abc">importlib.abc</see>: what finders and loaders derive from.</summary>
internal static class AbstractLoaders
{
    private const string Module = "importlib.abc";

    /// <summary><c>importlib.abc.Loader</c>.</summary>
    public static readonly PyType Loader = new ClassMaker("Loader", "importlib._abc")
        .Method("create_module", "spec", static (_, _) => Any.None)
        .Method("load_module", "fullname", static (self, name) => Operators.HasAttr(self, "exec_module") ? ImportSystem.LoadByShim(self, name) : throw new ImportError())
        .MakeAbstract();

    private static readonly PyType s_metaFinder = new ClassMaker("MetaPathFinder", Module)
        .Method("invalidate_caches", static _ => Any.None)
        .MakeAbstract();

    private static readonly PyType s_entryFinder = new ClassMaker("PathEntryFinder", Module)
        .Method("invalidate_caches", static _ => Any.None)
        .MakeAbstract();

    private static readonly PyType s_resource = new ClassMaker("ResourceLoader", Module)
        .Abstract("get_data", "self, path", static _ => throw new OSError())
        .MakeAbstract(Loader);

    private static readonly PyType s_inspect = new ClassMaker("InspectLoader", Module)
        .Method("is_package", "fullname", static (_, _) => throw new ImportError())
        .Method("get_code", "fullname", static (self, name) => self.Invoke("get_source", name) is { IsNone: false } source ? self.Invoke("source_to_code", source) : Any.None)
        .Abstract("get_source", "self, fullname", static _ => throw new ImportError())
        .StaticMethod("source_to_code", "data, path='<string>'", static a => SourceLoaders.ToCode(a[0], a[1]), "<string>")
        .Method("exec_module", "module", static (self, module) => Lib.Do(() => SourceLoaders.Execute(self, module)))
        .Method("load_module", "fullname", static (self, name) => ImportSystem.LoadByShim(self, name))
        .MakeAbstract(Loader);

    private static readonly PyType s_execution = new ClassMaker("ExecutionLoader", Module)
        .Abstract("get_filename", "self, fullname", static _ => throw new ImportError())
        .Method("get_code", "fullname", static (self, name) =>
        {
            var source = self.Invoke("get_source", name);
            if (source.IsNone)
                return Any.None;
            try
            {
                return self.Invoke("source_to_code", source, self.Invoke("get_filename", name));
            }
            catch (ImportError)
            {
                return self.Invoke("source_to_code", source);
            }
        })
        .MakeAbstract(s_inspect);

    private static readonly PyType s_file = new ClassMaker("FileLoader", Module).MakeAbstract(SourceLoaders.File, s_resource, s_execution);

    private static readonly PyType s_source = new ClassMaker("SourceLoader", Module)
        .Method("path_mtime", "path", static (self, path) => BuiltinsModule.Instance.Namespace["int"].Call(self.Invoke("path_stats", path)["mtime"]))
        .Method("path_stats", "path", static (self, path) => new PyDict<Any, Any> { ["mtime"] = self.Invoke("path_mtime", path) })
        .Method("set_data", "self, path, data", static _ => Any.None)
        .MakeAbstract(SourceLoaders.Source, s_resource, s_execution);

    public static PyModule Build()
    {
        foreach (var (name, types) in ((PyType, PyType[])[])[
            (s_metaFinder, [Finders.BuiltIn, Finders.Frozen, Finders.OnPath]), (s_entryFinder, [Finders.InFolder]), (s_inspect, [Finders.BuiltIn, Finders.Frozen, SourceLoaders.Namespace]),
            (s_execution, [SourceLoaders.Extension]), (s_file, [SourceLoaders.SourceFile, SourceLoaders.Sourceless]), (s_source, [SourceLoaders.SourceFile])])
            foreach (var type in types)
                ((Any)name).Invoke("register", type);
        return new PyModule(Module).Value("machinery", Modules.Import("importlib.machinery")).Value("_bootstrap_external", Modules.Import("importlib._bootstrap_external")).Type(Loader).Type(s_metaFinder).Type(s_entryFinder).Type(s_resource).Type(s_inspect).Type(s_execution).Type(s_file).Type(s_source);
    }
}

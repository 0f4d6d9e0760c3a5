using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Importing;

/// <summary>
/// What loads Python files while the program runs: the interpreter runs them. See
/// <see href="https://docs.python.org/3.13/library/importlib.html#importlib.machinery.SourceFileLoader">SourceFileLoader</see>.
/// </summary>
internal static class SourceLoaders
{
    private const string External = "_frozen_importlib_external";

    /// <summary>What loaders that have code in common do.</summary>
    private static readonly PyType s_basics = new ClassMaker("_LoaderBasics", External)
        .Method("is_package", "fullname", static (self, name) => IsPackage(self, name))
        .Method("create_module", "spec", static (_, _) => Any.None)
        .Method("exec_module", "module", static (self, module) => Lib.Do(() => Execute(self, module)))
        .Method("load_module", "fullname", static (self, name) => ImportSystem.LoadByShim(self, name))
        .Make();

    public static readonly PyType Source = new ClassMaker("SourceLoader", External)
        .Method("path_mtime", "path", static (_, _) => throw new OSError())
        .Method("path_stats", "path", static (self, path) => new PyDict<Any, Any> { ["mtime"] = self.Invoke("path_mtime", path) })
        .Method("set_data", "self, path, data", static _ => Any.None)
        .Method("get_source", "fullname", static (self, name) => SourceOf(self, name))
        .Method("source_to_code", "self, data, path, *, _optimization=-1", static a => ToCode(a[1], a[2]), -1)
        .Method("get_code", "fullname", static (self, name) =>
        {
            var path = self.Invoke("get_filename", name);
            return self.Invoke("source_to_code", self.Invoke("get_data", path), path);
        })
        .Make(s_basics);

    public static readonly PyType File = new ClassMaker("FileLoader", External)
        .Method("__init__", "self, fullname, path", static a => Lib.Do(() =>
        {
            a[0].Set("name", a[1]);
            a[0].Set("path", a[2]);
        }))
        .Method("__eq__", "other", static (self, other) => PyType.Of(self) == PyType.Of(other) && Operators.Equal(self.Get("name"), other.Get("name")) && Operators.Equal(self.Get("path"), other.Get("path")))
        .Method("__hash__", static self => Builtins.Hash(self.Get("name")) ^ Builtins.Hash(self.Get("path")))
        .Method("load_module", "self, name=None", static a => ImportSystem.LoadByShim(a[0], Checked(a[0], a[1])), Any.None)
        .Method("get_filename", "self, name=None", static a => OfPath(a[0], a[1]), Any.None)
        .Method("get_data", "path", static (_, path) => Read(path))
        .Make();

    public static readonly PyType SourceFile = new ClassMaker("SourceFileLoader", External)
        .Method("path_stats", "path", static (_, path) => Modules.Import("os").Invoke("stat", path) is var found
            ? new PyDict<Any, Any> { ["mtime"] = found.Get("st_mtime"), ["size"] = found.Get("st_size") } : Any.None)
        .Method("set_data", "self, path, data, *, _mode=438", static a => Lib.Do(() => System.IO.File.WriteAllBytes(Lib.Text(a[1]), ((PyBytesBase)a[2].Ref!).Span.ToArray())), 438)
        .Make(File, Source);

    public static readonly PyType Sourceless = new ClassMaker("SourcelessFileLoader", External)
        .Method("get_code", "fullname", static (self, name) => throw new ImportError("compiled files of CPython cannot be run") { Name = name, Path = self.Get("path") })
        .Method("get_source", "fullname", static (_, _) => Any.None)
        .Make(File, s_basics);

    public static readonly PyType Extension = new ClassMaker("ExtensionFileLoader", External)
        .Method("create_module", "spec", static (self, spec) => Modules.IsLibrary(Operators.Str(spec.Get("name"))) ? Any.None : throw new ImportError("extensions of CPython cannot be loaded") { Name = spec.Get("name"), Path = self.Get("path") })
        .Method("exec_module", "module", static (self, module) => Lib.Do(() => ImportSystem.RunConverted(self, module)))
        .Method("is_package", "fullname", static (self, _) => System.IO.Path.GetFileNameWithoutExtension(Operators.Str(self.Get("path"))).Split('.')[0] == "__init__")
        .Method("get_code", "fullname", static (_, _) => Any.None)
        .Method("get_source", "fullname", static (_, _) => Any.None)
        .Make(File, s_basics);

    public static readonly PyType AppleFramework = new ClassMaker("AppleFrameworkLoader", External).Make(Extension);

    public static readonly PyType Namespace = new ClassMaker("NamespaceLoader", External)
        .Method("__init__", "self, name, path, path_finder", static a => Lib.Do(() => a[0].Set("_path", a[2])))
        .Method("is_package", "fullname", static (_, _) => true)
        .Method("get_source", "fullname", static (_, _) => "")
        .Method("get_code", "fullname", static (_, _) => ToCode("", "<string>"))
        .Method("create_module", "spec", static (_, _) => Any.None)
        .Method("exec_module", "module", static (_, _) => Any.None)
        .Method("load_module", "fullname", static (self, name) => ImportSystem.LoadByShim(self, name))
        .Make();

    /// <summary>Compiles source text for a file.</summary>
    public static Any ToCode(Any data, Any path)
    {
        SourceReader.Require();
        return BuiltinsModule.Instance.Namespace["compile"].Call(new Arguments { data, path, "exec", { "dont_inherit", true } });
    }

    /// <summary>Source text as its bytes say it: <see href="https://docs.python.org/3.13/library/importlib.html#importlib.util.decode_source">decode_source</see>.</summary>
    public static Any Decode(Any data)
    {
        var encoding = Modules.ImportFrom("tokenize", "detect_encoding").Call(Modules.ImportFrom("io", "BytesIO").Call(data).Get("readline"))[0];
        return Operators.Str(data.Invoke("decode", encoding)).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }

    /// <summary>Runs the code of a loader with the names of a module.</summary>
    public static void Execute(Any self, Any module)
    {
        if (ImportSystem.RunConverted(self, module))
            return;
        var code = self.Invoke("get_code", module.Get("__name__"));
        if (code.IsNone)
            throw new ImportError($"cannot load module {Operators.Repr(module.Get("__name__"))} when get_code() returns None");
        ImportSystem.Run(code, module);
    }

    private static Any IsPackage(Any self, Any name)
    {
        var file = System.IO.Path.GetFileName(Operators.Str(self.Invoke("get_filename", name)));
        var stem = file.LastIndexOf('.') is > 0 and var dot ? file[..dot] : file;
        return stem == "__init__" && Operators.Str(name).Split('.')[^1] != "__init__";
    }

    private static Any SourceOf(Any self, Any name)
    {
        var path = self.Invoke("get_filename", name);
        try
        {
            return Decode(self.Invoke("get_data", path));
        }
        catch (OSError e)
        {
            throw new ImportError("source not available through get_data()") { Name = name, Cause = e };
        }
    }

    private static Any OfPath(Any self, Any name)
    {
        Checked(self, name);
        return self.Get("path");
    }

    private static Any Checked(Any self, Any name)
        => name.IsNone ? self.Get("name")
            : Operators.Equal(name, self.Get("name")) ? name
            : throw new ImportError($"loader for {Operators.Str(self.Get("name"))} cannot handle {Operators.Str(name)}") { Name = name };

    private static Any Read(Any path)
    {
        var file = BuiltinsModule.Instance.Namespace["open"].Call(path, "rb");
        try
        {
            return file.Invoke("read");
        }
        finally
        {
            file.Invoke("close");
        }
    }
}

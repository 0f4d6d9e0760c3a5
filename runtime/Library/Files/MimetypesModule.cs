using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Types of content by file name: <see href="https://docs.python.org/3.13/library/mimetypes.html">mimetypes</see>.</summary>
internal static class MimetypesModule
{
    private static readonly string[] s_knownFiles =
    [
        "/etc/mime.types", "/etc/httpd/mime.types", "/etc/httpd/conf/mime.types", "/etc/apache/mime.types", "/etc/apache2/mime.types", "/usr/local/etc/httpd/conf/mime.types",
        "/usr/local/lib/netscape/mime.types", "/usr/local/etc/httpd/conf/mime.types", "/usr/local/etc/mime.types",
    ];

    private static readonly PyType s_type = Create();
    private static Any s_table = Any.None;

    public static PyModule Build()
    {
        var module = new PyModule("mimetypes").Type(s_type).Value("knownfiles", Lib.List(s_knownFiles)).Value("inited", false);
        Set(module, Fresh(files: false));
        module.Value("inited", false);
        module.Function("init", "files=None", a => Lib.Do(() => Set(module, Read(Fresh(a[0].IsNone), a[0].IsNone ? [] : Operators.ToList(a[0])))))
            .Function("_default_mime_types", "", _ => Lib.Do(() =>
            {
                Set(module, Fresh(files: false));
                module.Value("inited", false);
            }))
            .Function("guess_type", "url, strict=True", (url, strict) => Table(module).Invoke("guess_type", url, strict))
            .Function("guess_file_type", "path, *, strict=True", (path, strict) => Table(module).Invoke("guess_file_type", new Arguments { path, { "strict", strict } }))
            .Function("guess_extension", "type, strict=True", (type, strict) => Table(module).Invoke("guess_extension", type, strict))
            .Function("guess_all_extensions", "type, strict=True", (type, strict) => Table(module).Invoke("guess_all_extensions", type, strict))
            .Function("add_type", "type, ext, strict=True", a => Table(module).Invoke("add_type", a[0], a[1], a[2]))
            .Function("read_mime_types", "file", a => File.Exists(PathText.Of(a[0]).Text) ? Read(Fresh(files: false), [a[0]]).Get("types_map")[1] : Any.None);
        return module;
    }

    private static Any Table(PyModule module)
    {
        if (!module.Namespace["inited"].Truth)
            Set(module, Fresh(files: true));
        return s_table;
    }

    private static void Set(PyModule module, Any table)
    {
        s_table = table;
        module.Value("inited", true).Value("suffix_map", table.Get("suffix_map")).Value("encodings_map", table.Get("encodings_map"))
            .Value("types_map", table.Get("types_map")[1]).Value("common_types", table.Get("types_map")[0]);
    }

    private static Any Fresh(bool files) => Read(((Any)s_type).Call(), files ? s_knownFiles.Where(File.Exists).Select(static f => (Any)f) : []);

    private static Any Read(Any table, IEnumerable<Any> files)
    {
        foreach (var file in files)
            table.Invoke("read", file);
        return table;
    }

    private static PyType Create() => new ClassMaker("MimeTypes", "mimetypes")
        .Method("__init__", "self, filenames=(), strict=True", static a => Lib.Do(() => Initialise(a[0], a[1], a[2])))
        .Method("add_type", "self, type, ext, strict=True", static a => Lib.Do(() => Add(a[0], a[1], a[2], a[3].Truth ? 1 : 0)))
        .Method("guess_type", "self, url, strict=True", static a => Guess(a[0], PathText.Of(a[1]).Text, a[2].Truth))
        .Method("guess_file_type", "self, path, *, strict=True", static a => ByName(a[0], PathText.Of(a[1]).Text, a[2].Truth))
        .Method("guess_all_extensions", "self, type, strict=True", static a => Extensions(a[0], Operators.Str(a[1]), a[2].Truth))
        .Method("guess_extension", "self, type, strict=True", static a => a[0].Invoke("guess_all_extensions", a[1], a[2]) is { Truth: true } all ? all[0] : Any.None)
        .Method("read", "self, filename, strict=True", static a => Lib.Do(() => ReadLines(a[0], File.ReadLines(PathText.Of(a[1]).Text), a[2].Truth ? 1 : 0)))
        .Method("readfp", "self, fp, strict=True", static a => Lib.Do(() => ReadLines(a[0], Operators.ToList(a[1]).Select(Operators.Str), a[2].Truth ? 1 : 0)))
        .Make(PyType.Object);

    private static void Initialise(Any self, Any files, Any strict)
    {
        static PyDict<Any, Any> Map(string text) => new(text.Split(' ').Select(static p => p.Split('=')).Select(static p => KeyValuePair.Create((Any)p[0], (Any)p[1])));
        self.Set("encodings_map", Map(".gz=gzip .Z=compress .bz2=bzip2 .xz=xz .br=br"));
        self.Set("suffix_map", Map(".svgz=.svg.gz .tgz=.tar.gz .taz=.tar.gz .tz=.tar.gz .tbz2=.tar.bz2 .txz=.tar.xz"));
        self.Set("types_map", PyTuple.Of(new PyDict<Any, Any>(), new PyDict<Any, Any>()));
        self.Set("types_map_inv", PyTuple.Of(new PyDict<Any, Any>(), new PyDict<Any, Any>()));
        foreach (var (table, kind) in ((string, int)[])[(MimeTable.Registered, 1), (MimeTable.Common, 0)])
            ReadLines(self, table.Split('\n'), kind);
        foreach (var file in Operators.ToList(files))
            self.Invoke("read", file, strict);
    }

    private static void ReadLines(Any self, IEnumerable<string> lines, int kind)
    {
        foreach (var line in lines)
        {
            var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).TakeWhile(static w => !w.StartsWith('#')).ToArray();
            foreach (var extension in words.Skip(1))
                Add(self, words[0], "." + extension, kind);
        }
    }

    private static void Add(Any self, Any type, Any extension, int kind)
    {
        Operators.SetItem(self.Get("types_map")[kind], extension, type);
        var known = self.Get("types_map_inv")[kind].Invoke("setdefault", type, new PyList<Any>());
        if (!known.Contains(extension))
            known.Invoke("append", extension);
    }

    private static Any Guess(Any self, string url, bool strict)
    {
        var parts = Modules.Import("urllib.parse").Get("urlparse").Call(url);
        var scheme = Operators.Str(parts.Get("scheme"));
        if (scheme.Length <= 1)
            return ByName(self, url, strict);
        var path = Operators.Str(parts.Get("path"));
        if (scheme != "data")
            return ByName(self, path, strict);
        var comma = path.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0)
            return PyTuple.Of(Any.None, Any.None);
        var end = path.IndexOf(';', 0, comma);
        var type = path[..(end >= 0 ? end : comma)];
        return PyTuple.Of(type.Contains('=', StringComparison.Ordinal) || !type.Contains('/', StringComparison.Ordinal) ? "text/plain" : type, Any.None);
    }

    private static Any ByName(Any self, string path, bool strict)
    {
        var (root, extension) = PosixPaths.SplitExtension(path);
        while (Item(self.Get("suffix_map"), Str.Lower(extension)) is { IsNone: false } longer)
            (root, extension) = PosixPaths.SplitExtension(root + Operators.Str(longer));
        var encoding = Item(self.Get("encodings_map"), extension);
        if (!encoding.IsNone)
            extension = PosixPaths.SplitExtension(root).Extension;
        var type = Item(self.Get("types_map")[1], Str.Lower(extension));
        if (type.IsNone && !strict)
            type = Item(self.Get("types_map")[0], Str.Lower(extension));
        return PyTuple.Of(type, encoding);
    }

    private static Any Item(Any map, string key) => map.Invoke("get", key);

    private static Any Extensions(Any self, string type, bool strict)
    {
        var result = new PyList<Any>(Operators.ToList(self.Get("types_map_inv")[1].Invoke("get", Str.Lower(type), PyTuple.Empty)));
        if (!strict)
            foreach (var extension in self.Get("types_map_inv")[0].Invoke("get", Str.Lower(type), PyTuple.Empty))
                if (!((Any)result).Contains(extension))
                    result.Append(extension);
        return result;
    }
}

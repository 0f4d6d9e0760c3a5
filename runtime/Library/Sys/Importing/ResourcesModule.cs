using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Importing;

/// <summary>
/// <see href="https://docs.python.org/3.13/library/importlib.resources.html">importlib.resources</see>: the files of a package that are no
/// modules. They lie where its modules would lie, beside the program.
/// </summary>
internal static class ResourcesModule
{
    public const string Abstract = "importlib.resources.abc";

    private static readonly PyType s_traversable = Protocol("Traversable", "iterdir", "read_bytes", "read_text", "is_dir", "is_file", "joinpath", "__truediv__", "open");
    private static readonly PyType s_reader = Protocol("ResourceReader", "open_resource", "resource_path", "is_resource", "contents");
    private static readonly PyType s_resources = Protocol("TraversableResources", "files");

    public static PyModule Build() => new PyModule("importlib.resources").Package()
        .Function("as_file", "path", static (Any[] a) => AsFile(a[0]))
        .Function("files", "anchor=None", static (Any[] a) => Files(a[0].IsNone ? Caller() : a[0]), Any.None)
        .Function("contents", "anchor, *path_names", static a => Contents(a[0], a[1]))
        .Function("is_resource", "anchor, *path_names", static a => Resource(a[0], a[1]).Invoke("is_file"))
        .Function("open_binary", "anchor, *path_names", static a => Resource(a[0], a[1]).Invoke("open", "rb"))
        .Function("open_text", "anchor, *path_names, encoding=, errors='strict'", static a => Resource(a[0], a[1]).Get("open").Call(new Arguments { "r", { "encoding", Encoding(a[1], a[2]) }, { "errors", a[3] } }), Any.Unbound, "strict")
        .Function("path", "anchor, *path_names", static a => AsFile(Resource(a[0], a[1])))
        .Function("read_binary", "anchor, *path_names", static a => Resource(a[0], a[1]).Invoke("read_bytes"))
        .Function("read_text", "anchor, *path_names, encoding=, errors='strict'", static a => Resource(a[0], a[1]).Get("read_text").Call(new Arguments { { "encoding", Encoding(a[1], a[2]) }, { "errors", a[3] } }), Any.Unbound, "strict")
        .Type(s_reader).Value("Package", Modules.Import("typing").Get("Any")).Value("Anchor", Modules.Import("typing").Get("Any"));

    /// <summary><see href="https://docs.python.org/3.13/library/importlib.resources.abc.html">importlib.resources.abc</see>.</summary>
    public static PyModule BuildAbstract() => new PyModule(Abstract).Type(s_reader).Type(s_traversable).Type(s_resources);

    private static PyType Protocol(string name, params ReadOnlySpan<string> methods)
    {
        var maker = new ClassMaker(name, Abstract);
        foreach (var method in methods)
            maker.Abstract(method, "self, *args, **kwargs", static _ => throw new NotImplementedError());
        return maker.MakeAbstract();
    }

    /// <summary>The folder of a package, or the one that a module lies in.</summary>
    private static Any Files(Any anchor)
    {
        var module = anchor.Ref is string name ? Modules.Import(name) : anchor;
        var path = Modules.Import("pathlib").Get("Path");
        return module.Get("__file__") is { IsNone: false } file ? path.Call(file).Get("parent") : path.Call(Operators.ToList(module.Get("__path__"))[0]);
    }

    /// <summary>The module that asks.</summary>
    private static Any Caller() => Modules.Import("sys").Invoke("_getframemodulename", 0);

    private static Any Resource(Any anchor, Any names)
        => anchor.IsNone ? throw new TypeError("anchor must be module or string, got None") : Files(anchor).Get("joinpath").Call(new Arguments(Operators.ToList(names).ToArray()));

    private static Any Encoding(Any names, Any encoding)
        => !encoding.IsUnbound ? encoding : Operators.Len(names) > 1 ? throw new TypeError("'encoding' argument required with multiple path names") : "utf-8";

    private static Any Contents(Any anchor, Any names)
    {
        Modules.ImportFrom("warnings", "warn").Call("importlib.resources.contents is deprecated. Use files(anchor).iterdir() instead.", DeprecationWarning.Type, 1);
        return Builtins.Iter(Lib.List(Operators.ToList(Resource(anchor, names).Invoke("iterdir")).Select(static p => p.Get("name"))));
    }

    /// <summary>A file that lies on the disk is given as it is.</summary>
    private static Any AsFile(Any path) => Modules.ImportFrom("contextlib", "nullcontext").Call(path);
}

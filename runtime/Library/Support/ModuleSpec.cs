using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>What is known of a module that can be imported: <see href="https://docs.python.org/3.13/library/importlib.html#importlib.machinery.ModuleSpec">ModuleSpec</see>.</summary>
internal sealed class ModuleSpec(string name, Any loader, Any origin, Any cached, Any locations) : PyObject
{
    private static readonly PyType s_type = PyType.Builtin("ModuleSpec", module: "_frozen_importlib")
        .Property("name", static self => Self(self)._name)
        .Property("parent", static self => Self(self)._locations.IsNone ? Parent(Self(self)._name) : Self(self)._name)
        .Property("loader", static self => Self(self)._loader)
        .Property("origin", static self => Self(self)._origin)
        .Property("cached", static self => Self(self)._cached)
        .Property("loader_state", static _ => Any.None)
        .Property("submodule_search_locations", static self => Self(self)._locations)
        .Property("has_location", static self => !Self(self)._cached.IsNone)
        .Method("__repr__", static self => Self(self).Text());

    private readonly string _name = name;
    private readonly Any _loader = loader;
    private readonly Any _origin = origin;
    private readonly Any _cached = cached;
    private readonly Any _locations = locations;

    /// <summary>Of a module that is part of the runtime.</summary>
    public static ModuleSpec BuiltIn(string name) => new(name, Any.None, "built-in", Any.None, Any.None);

    private static ModuleSpec Self(Any o) => (ModuleSpec)o.Ref!;

    private static string Parent(string name) => name.LastIndexOf('.') is >= 0 and var dot ? name[..dot] : "";

    private string Text()
        => $"ModuleSpec(name={Str.Repr(_name)}, loader={Operators.Repr(_loader)}, origin={Operators.Repr(_origin)}{(_locations.IsNone ? "" : $", submodule_search_locations={Operators.Repr(_locations)}")})";

    public override PyType Class => s_type;
}

/// <summary>What loads a Python file: <see href="https://docs.python.org/3.13/library/importlib.html#importlib.machinery.SourceFileLoader">SourceFileLoader</see>.</summary>
internal sealed class SourceLoader(string name, string path) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("SourceFileLoader", module: "_frozen_importlib_external")
        .Property("name", static self => Self(self)._name)
        .Property("path", static self => Self(self)._path)
        .Method("get_filename", "self, name=None", static a => Self(a[0])._path)
        .Method("get_data", "self, path", static (_, file) => new PyBytes(File.ReadAllBytes(Operators.Str(file))))
        .Method("get_source", "self, fullname", static (self, _) => File.ReadAllText(Self(self)._path))
        .Method("is_package", "self, fullname", static (self, _) => Path.GetFileName(Self(self)._path) == "__init__.py");

    private readonly string _name = name;
    private readonly string _path = path;

    private static SourceLoader Self(Any o) => (SourceLoader)o.Ref!;

    public override PyType Class => Type;
}

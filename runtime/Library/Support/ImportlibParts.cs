using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// What programs ask <see href="https://docs.python.org/3.13/library/importlib.html#module-importlib.util">importlib.util</see> and
/// <see href="https://docs.python.org/3.13/library/importlib.metadata.html">importlib.metadata</see>: whether there is a module, which
/// version of a distribution is installed. None is: what a program imports was converted with it.
/// </summary>
internal static class ImportlibParts
{
    private static readonly PyType s_missing = PyType.Emitted("PackageNotFoundError", "importlib.metadata", ModuleNotFoundError.Type)
        .Property("name", static self => ((BaseException)self.Ref!).Args[0])
        .Method("__str__", static self => $"No package metadata was found for {Operators.Str(((BaseException)self.Ref!).Args[0])}");

    public static PyModule Util() => new PyModule("importlib.util")
        .Function("find_spec", "name, package=None", static a => Find(Operators.Str(a[0]), a[1]))
        .Function("resolve_name", "name, package", static a => ImportlibModule.Absolute(Operators.Str(a[0]), a[1]));

    public static PyModule Metadata()
    {
        var module = new PyModule("importlib.metadata").Type(s_missing).Function("distributions", "**kwargs", static _ => Operators.Iter(PyTuple.Empty));
        foreach (var name in (string[])["version", "metadata", "requires", "files", "distribution"])
            module.Function(name, "distribution_name", static a => throw (a[0].Truth
                ? (BaseException)((Any)s_missing).Call(a[0]).Ref!
                : new ValueError("A distribution name is required.")));
        return module;
    }

    private static Any Find(string name, Any package)
    {
        name = ImportlibModule.Absolute(name, package);
        if (name.Length == 0)
            throw new ValueError("Empty module name");
        var parent = name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : "";
        if (parent.Length > 0 && !Modules.Has(parent))
            Modules.Import(parent);
        return Modules.Has(name) ? ModuleSpec.BuiltIn(name) : Any.None;
    }
}

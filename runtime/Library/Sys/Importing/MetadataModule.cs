using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Importing;

/// <summary>
/// <see href="https://docs.python.org/3.13/library/importlib.metadata.html">importlib.metadata</see>: which version of a distribution is
/// installed. None is: what a program imports was converted with it.
/// </summary>
internal static class MetadataModule
{
    private static readonly PyType s_missing = PyType.Emitted("PackageNotFoundError", "importlib.metadata", ModuleNotFoundError.Type)
        .Property("name", static self => ((BaseException)self.Ref!).Args[0])
        .Method("__str__", static self => $"No package metadata was found for {Operators.Str(((BaseException)self.Ref!).Args[0])}");

    public static PyModule Build()
    {
        var module = new PyModule("importlib.metadata").Type(s_missing).Function("distributions", "**kwargs", static _ => Operators.Iter(PyTuple.Empty));
        foreach (var name in (string[])["version", "metadata", "requires", "files", "distribution"])
            module.Function(name, "distribution_name", static a => throw (a[0].Truth
                ? (BaseException)((Any)s_missing).Call(a[0]).Ref!
                : new ValueError("A distribution name is required.")));
        return module;
    }
}

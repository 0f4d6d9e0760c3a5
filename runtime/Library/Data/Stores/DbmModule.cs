using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Stores;

/// <summary>Files of keys and values: <see href="https://docs.python.org/3.13/library/dbm.html">dbm</see>.</summary>
internal static class DbmModule
{
    private static readonly PyType s_error = PyType.Emitted("error", "dbm", PyException.Type);

    public static PyModule Build() => new PyModule("dbm").Type(Store.Type)
        .Value("_names", Lib.List((string[])["dbm.sqlite3"])).Value("_defaultmod", Any.None)
        .Value("error", PyTuple.Of(s_error, OSError.Type))
        .Function("open", "file, flag='r', mode=438", static a => Open(a[0], Lib.Text(a[1])))
        .Function("whichdb", "filename", static (Any[] a) => !File.Exists(PathText.Of(a[0]).Text) ? Any.None : Store.IsStore(PathText.Of(a[0]).Text) ? "dbm.sqlite3" : "");

    public static BaseException Error(string message) => (BaseException)s_error.Call(message).Ref!;

    public static Any Open(Any file, string flag)
    {
        var path = PosixPaths.Absolute(PathText.Of(file).Text);
        if (flag is not ("r" or "w" or "c" or "n"))
            throw new ValueError($"Flag must be one of 'r', 'w', 'c', or 'n', not {Str.Repr(flag)}");
        if (flag is "r" or "w" && !File.Exists(path))
            throw Error("db file doesn't exist; use 'c' or 'n' flag to create a new db");
        return new Store(path, flag);
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Sqlite;

/// <summary>The exceptions of <see href="https://docs.python.org/3.13/library/sqlite3.html#exceptions">sqlite3</see>.</summary>
internal static unsafe class SqliteErrors
{
    private const string Module = "sqlite3";

    public static readonly PyType Warning = PyType.Emitted("Warning", Module, PyException.Type);
    public static readonly PyType Base = PyType.Emitted("Error", Module, PyException.Type);
    public static readonly PyType Interface = PyType.Emitted("InterfaceError", Module, Base);
    public static readonly PyType Database = PyType.Emitted("DatabaseError", Module, Base);
    public static readonly PyType Data = PyType.Emitted("DataError", Module, Database);
    public static readonly PyType Operational = PyType.Emitted("OperationalError", Module, Database);
    public static readonly PyType Integrity = PyType.Emitted("IntegrityError", Module, Database);
    public static readonly PyType Internal = PyType.Emitted("InternalError", Module, Database);
    public static readonly PyType Programming = PyType.Emitted("ProgrammingError", Module, Database);
    public static readonly PyType NotSupported = PyType.Emitted("NotSupportedError", Module, Database);

    public static IEnumerable<PyType> All { get; } = [Warning, Base, Interface, Database, Data, Operational, Integrity, Internal, Programming, NotSupported];

    public static BaseException Make(PyType type, string text) => (BaseException)((Any)type).Call(text).Ref!;

    /// <summary>What the library says of its last call.</summary>
    public static BaseException Last(nint database)
    {
        var code = SqliteNative.ErrorCode(database);
        var type = (code & 0xff) switch
        {
            2 or 12 => Internal,
            >= 1 and <= 10 or >= 13 and <= 17 => Operational,
            11 => Database,
            18 => Data,
            19 or 20 => Integrity,
            21 or 25 => Interface,
            _ => Database,
        };
        if ((code & 0xff) == 7)
            return new MemoryError();
        var error = Make(type, SqliteNative.Text(SqliteNative.ErrorMessage(database)) ?? "");
        ((Any)error).Set("sqlite_errorcode", code);
        ((Any)error).Set("sqlite_errorname", SqliteCodes.NameOf(code));
        return error;
    }
}

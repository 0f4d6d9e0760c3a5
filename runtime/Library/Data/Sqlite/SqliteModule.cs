using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Sqlite;

/// <summary>The module <see href="https://docs.python.org/3.13/library/sqlite3.html">sqlite3</see>, over the system's SQLite.</summary>
internal static unsafe class SqliteModule
{
    /// <summary>What adapters are asked for.</summary>
    public static readonly PyType Protocol = new ClassMaker("PrepareProtocol", "sqlite3").Make();

    public static PyModule Build()
    {
        SqliteNative.Require();
        var module = new PyModule("sqlite3").Package().Type(SqliteConnectionType.Type).Type(SqliteCursorType.Type).Type(SqliteRowType.Type).Type(SqliteBlob.Type).Type(Protocol);
        foreach (var type in SqliteErrors.All)
            module.Type(type);
        foreach (var (name, value) in SqliteCodes.All)
            module.Value(name, value);
        var version = SqliteNative.Text(SqliteNative.Version()) ?? "";
        foreach (var (name, value) in (ReadOnlySpan<(string, Any)>)[("PARSE_DECLTYPES", 1), ("PARSE_COLNAMES", 2), ("LEGACY_TRANSACTION_CONTROL", -1), ("apilevel", "2.0"), ("paramstyle", "qmark"), ("threadsafety", 3), ("sqlite_version", version),
            ("sqlite_version_info", new PyTuple([.. version.Split('.').Select(static p => (Any)int.Parse(p, System.Globalization.CultureInfo.InvariantCulture))])), ("Binary", Builtins.Get("memoryview")),
            ("adapters", SqliteValues.Adapters), ("converters", SqliteValues.Converters)])
            module.Value(name, value);
        AddDates(module);
        return module
            .Python("connect", "database, timeout=5.0, detect_types=0, isolation_level='', check_same_thread=True, factory=None, cached_statements=128, uri=False, *, autocommit=-1", static a =>
            {
                var arguments = new Arguments { a[0], a[1], a[2], a[3], a[4], a[5].IsNone ? SqliteConnectionType.Type : a[5], a[6], a[7], { "autocommit", a[8] } };
                return (a[5].IsNone ? SqliteConnectionType.Type : a[5]).Call(arguments);
            })
            .Python("register_adapter", "type, adapter, /", static a => Lib.Do(() => SqliteValues.Adapters[PyTuple.Of(a[0], Protocol)] = a[1]))
            .Python("adapt", "obj, proto=None, alt=None, /", static a => SqliteValues.Adapt(a[0]) is var adapted && (!Operators.Is(adapted, a[0]) || a[0].Ref is null or string or PyBytes) ? adapted
                : a[2].IsNone ? throw SqliteErrors.Make(SqliteErrors.Programming, "can't adapt") : a[2])
            .Python("register_converter", "typename, converter, /", static a => Lib.Do(() => SqliteValues.Converters[Lib.Text(a[0]).ToUpperInvariant()] = a[1]))
            .Python("complete_statement", "statement", static a => IsComplete(Lib.Text(a[0])))
            .Python("enable_callback_tracebacks", "enable, /", static _ => Any.None);
    }

    private static bool IsComplete(string text)
    {
        fixed (byte* first = SqliteNative.Text(text))
            return SqliteNative.IsComplete(first) != 0;
    }

    /// <summary>Dates are stored as texts; that this is done without being asked for is deprecated.</summary>
    private static void AddDates(PyModule module)
    {
        var dates = Modules.Import("datetime");
        module.Value("Date", dates.Get("date")).Value("Time", dates.Get("time")).Value("Timestamp", dates.Get("datetime"));
        Any Adapter(string name, string kind, Func<Any, Any> body) => new PyFunction(name, "val", (Any value) =>
        {
            Warnings.Issue(DeprecationWarning.Type, $"The default {kind} is deprecated as of Python 3.12; see the sqlite3 documentation for suggested replacement recipes");
            return body(value);
        }) { Module = "sqlite3.dbapi2" };
        SqliteValues.Adapters[PyTuple.Of(dates.Get("date"), Protocol)] = Adapter("adapt_date", "date adapter", static value => value.Invoke("isoformat"));
        SqliteValues.Adapters[PyTuple.Of(dates.Get("datetime"), Protocol)] = Adapter("adapt_datetime", "datetime adapter", static value => value.Invoke("isoformat", " "));
        SqliteValues.Converters["DATE"] = Adapter("convert_date", "date converter", value => dates.Get("date").Invoke("fromisoformat", value.Invoke("decode")));
        SqliteValues.Converters["TIMESTAMP"] = Adapter("convert_timestamp", "timestamp converter", value => dates.Get("datetime").Invoke("fromisoformat", value.Invoke("decode")));
    }
}

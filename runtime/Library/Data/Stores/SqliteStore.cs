using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Stores;

/// <summary>An open file of <see href="https://docs.python.org/3.13/library/dbm.html#module-dbm.sqlite3">dbm.sqlite3</see>: a table of keys and values.</summary>
internal sealed class SqliteStore : PyContainer
{
    private static readonly PyType s_error = PyType.Emitted("error", "dbm.sqlite3", OSError.Type);
    private static readonly HashSet<SqliteStore> s_open = [];
    private static readonly PyType s_keys = PyIterator.DeclareType("generator");

    public static readonly PyType Type = CreateType();

    private Any _connection = Any.None;

    // A database that nobody closes is closed at the end, so that its log is put into it.
    static SqliteStore() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => Array.ForEach([.. s_open], static s => s.Close());

    protected override PyType BuiltinClass => Type;

    /// <exception cref="ImportError">The system has no SQLite.</exception>
    public static PyModule Module()
    {
        Sqlite.SqliteNative.Require();
        return new PyModule("dbm.sqlite3").Type(s_error).Type(Type)
            .Function("_normalize_uri", "path", static (Any[] a) => Uri(Modules.Import("pathlib").Get("Path").Call(a[0])))
            .Function("open", "filename, /, flag='r', mode=438", static a =>
            {
                var store = new SqliteStore();
                store.Open(Modules.Import("os").Invoke("fsdecode", a[0]), a[1], a[2]);
                return store;
            });
    }

    private static SqliteStore Self(Any o) => (SqliteStore)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("_Database", AbstractMappings.MutableMapping, "dbm.sqlite3");
        return type
            .Method("__init__", "self, path, /, *, flag, mode", static (Any[] _) => throw Error("DBM object does not support reinitialization"))
            .Method("__getitem__", "self, key", static (o, key) => Self(o).Run("SELECT value FROM Dict WHERE key = CAST(? AS BLOB)", key).Invoke("fetchone") is { IsNone: false } row ? row[0] : throw new KeyError(key))
            .Method("__setitem__", "self, key, value", static (o, key, value) => Lib.Do(() => Self(o).Run("REPLACE INTO Dict (key, value) VALUES (CAST(? AS BLOB), CAST(? AS BLOB))", key, value).Invoke("close")))
            .Method("__delitem__", "self, key", static (o, key) => Self(o).Run("DELETE FROM Dict WHERE key = CAST(? AS BLOB)", key).Get("rowcount").Truth ? Any.None : throw new KeyError(key))
            .Method("__len__", static o => Self(o).Run("SELECT COUNT (key) FROM Dict").Invoke("fetchone")[0])
            .Method("__iter__", static o => new SequenceOf(s_keys, Self(o).Keys()))
            .Method("keys", static o => Lib.List(Self(o).Keys()))
            .Method("close", static o => Lib.Do(() => Self(o).Close()))
            .Method("__enter__", static o => o)
            .Method("__exit__", "self, *args", static (o, _) => Lib.Do(() => Self(o).Close()));
    }

    private static BaseException Error(string message) => (BaseException)s_error.Call(message).Ref!;

    private void Open(Any path, Any flag, Any mode)
    {
        var file = Modules.Import("pathlib").Get("Path").Call(path);
        switch (flag.Ref)
        {
            case "r" or "w":
                break;
            case "c":
                file.Invoke("touch", new Arguments { { "mode", mode }, { "exist_ok", true } });
                break;
            case "n":
                file.Invoke("unlink", new Arguments { { "missing_ok", true } });
                file.Invoke("touch", new Arguments { { "mode", mode } });
                break;
            default:
                throw new ValueError($"Flag must be one of 'r', 'w', 'c', or 'n', not {Operators.Repr(flag)}");
        }
        var access = flag.Ref switch { "r" => "ro", "w" => "rw", _ => "rwc" };
        _connection = Guarded(() => Modules.Import("sqlite3").Invoke("connect", new Arguments { $"{Uri(file)}?mode={access}", { "autocommit", true }, { "uri", true } }));
        s_open.Add(this);
        try
        {
            _connection.Invoke("execute", "PRAGMA journal_mode = wal");
        }
        catch (BaseException error) when (error.Class.Name == "OperationalError")
        {
            // The log only makes it faster.
        }
        if (access == "rwc")
            Run("CREATE TABLE IF NOT EXISTS Dict (key BLOB UNIQUE NOT NULL, value BLOB NOT NULL)");
    }

    /// <summary>A file's name as SQLite reads addresses: with one slash where there are several.</summary>
    private static string Uri(Any file)
    {
        var uri = Operators.Str(file.Invoke("absolute").Invoke("as_uri"));
        while (uri.Contains("//", StringComparison.Ordinal))
            uri = uri.Replace("//", "/", StringComparison.Ordinal);
        return uri;
    }

    private Any Run(string statement, params Any[] values)
        => _connection.IsNone ? throw Error("DBM object has already been closed") : Guarded(() => _connection.Invoke("execute", statement, new PyTuple(values)));

    /// <summary>Errors of SQLite become the module's own.</summary>
    private static Any Guarded(Func<Any> operation)
    {
        try
        {
            return operation();
        }
        catch (BaseException error) when (error.Class.IsSubclassOf(Sqlite.SqliteErrors.Base))
        {
            throw Error(Operators.Str(error));
        }
    }

    private IEnumerable<Any> Keys()
    {
        var rows = Run("SELECT key FROM Dict");
        while (Guarded(() => rows.Invoke("fetchone")) is { IsNone: false } row)
            yield return row[0];
    }

    private void Close()
    {
        if (_connection.IsNone)
            return;
        _connection.Invoke("close");
        _connection = Any.None;
        s_open.Remove(this);
    }
}

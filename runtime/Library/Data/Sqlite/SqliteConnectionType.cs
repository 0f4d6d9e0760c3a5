using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Sqlite;

/// <summary><see href="https://docs.python.org/3.13/library/sqlite3.html#connection-objects">Connection</see>: a database that is open, and its transactions.</summary>
internal static unsafe class SqliteConnectionType
{
    private const int ReadWrite = 2, Create = 4, Uri = 0x40, FullMutex = 0x10000;

    private static SqliteConnectionState Of(Any self) => SqliteConnectionState.Of(self);

    private static void Check(Any self, int result)
    {
        if (result != SqliteNative.Ok)
            throw SqliteErrors.Last(Of(self).Database);
    }

    public static readonly PyType Type = Make();

    private static PyType Make()
    {
        var maker = new ClassMaker("Connection", "sqlite3").Attribute("row_factory", Any.None).Attribute("text_factory", StrType.Type)
            .Method("__init__", "self, database, timeout=5.0, detect_types=0, isolation_level='', check_same_thread=True, factory=None, cached_statements=128, uri=False, *, autocommit=-1", static a => Lib.Do(() => Open(a)))
            .Method("__call__", "sql, /", static (_, _) => throw new NotImplementedError("statements are not kept as objects"))
            .Property("in_transaction", static self => Of(self).InTransaction).Property("total_changes", static self => SqliteNative.TotalChanges(Of(self).Database))
            .Property("isolation_level", static self => Of(self).IsolationLevel, static (self, level) => SetLevel(Of(self), level))
            .Property("autocommit", static self => Of(self).Autocommit is var mode && mode == SqliteConnectionState.Legacy ? mode : mode == 1, static (self, mode) => SetAutocommit(Of(self), mode))
            .Method("cursor", "factory=None", static (self, factory) =>
            {
                Of(self);
                var cursor = (factory.IsNone ? SqliteCursorType.Type : factory).Call(self);
                return Builtins.IsInstance(cursor, SqliteCursorType.Type) ? cursor : throw new TypeError($"factory must return a cursor, not {PyType.Of(cursor).ErrorName}");
            }, Any.None)
            .Method("commit", static self => Lib.Do(() => Of(self).End("COMMIT")))
            .Method("rollback", static self => Lib.Do(() => Of(self).End("ROLLBACK")))
            .Method("close", static self => Lib.Do(() => { if (IsOpen(self)) Of(self).Close(); }))
            .Method("interrupt", static self => Lib.Do(() => SqliteNative.Interrupt(Of(self).Database)))
            .Method("__enter__", static self => Of(self) is null ? Any.None : self)
            .Method("__exit__", "self, type, value, traceback, /", static a =>
            {
                Of(a[0]).End(a[1].IsNone ? "COMMIT" : "ROLLBACK");
                return false;
            })
            .Method("create_function", "self, name, narg, func, /, *, deterministic=False", static a => Lib.Do(() => Check(a[0], SqliteCallbacks.AddFunction(Of(a[0]).Database, Lib.Text(a[1]), (int)Lib.Int(a[2]), a[3], a[4].Truth))))
            .Method("create_aggregate", "self, name, n_arg, aggregate_class, /", static a => Lib.Do(() => Check(a[0], SqliteCallbacks.AddAggregate(Of(a[0]).Database, Lib.Text(a[1]), (int)Lib.Int(a[2]), a[3]))))
            .Method("create_collation", "self, name, callback, /", static a => Lib.Do(() => Check(a[0], SqliteCallbacks.AddCollation(Of(a[0]).Database, Lib.Text(a[1]), a[2]))))
            .Method("set_trace_callback", "trace_callback", static (self, callback) => Lib.Do(() => Of(self).Trace = callback))
            .Method("backup", "self, target, *, pages=-1, progress=None, name='main', sleep=0.25", static a => Lib.Do(() => Backup(a)))
            .Method("blobopen", "self, table, column, row, /, *, readonly=False, name='main'", static a => SqliteBlob.Open(a[0], Lib.Text(a[1]), Lib.Text(a[2]), Lib.Int(a[3]), a[4].Truth, Lib.Text(a[5])))
            .Method("iterdump", static self => Lib.Generator(SqliteDump.Lines(self)));
        foreach (var method in (string[])["execute", "executemany"])
            maker.Method(method, "self, sql, parameters=(), /", a => a[0].Invoke("cursor").Invoke(method, a[1], a[2]));
        maker.Method("executescript", "sql_script, /", static (self, script) => self.Invoke("cursor").Invoke("executescript", script));
        foreach (var type in SqliteErrors.All)
            maker.Attribute(type.Name, type);
        return maker.Make();
    }

    private static bool IsOpen(Any self)
    {
        try
        {
            return Of(self) is not null;
        }
        catch (BaseException error) when (Operators.Str(error) == "Cannot operate on a closed database.")
        {
            return false;
        }
    }

    private static void Open(Any[] a)
    {
        SqliteNative.Require();
        var path = PyValueInstance.Unwrap(a[1]).Ref is PyBytesBase bytes ? Codecs.Decode(bytes.Span) : Operators.Str(Modules.Import("os").Invoke("fspath", a[1]));
        nint database;
        int result;
        fixed (byte* name = SqliteNative.Text(path))
            result = SqliteNative.Open(name, &database, ReadWrite | Create | FullMutex | (a[8].Truth ? Uri : 0), null);
        if (result != SqliteNative.Ok)
        {
            var error = SqliteErrors.Last(database);
            SqliteNative.Close(database);
            throw error;
        }
        SqliteNative.BusyTimeout(database, (int)(Lib.Real(a[2]) * 1000));
        var state = new SqliteConnectionState(database) { DetectsTypes = (int)Lib.Int(a[3]), ChecksThread = a[5].Truth };
        SetLevel(state, a[4]);
        SqliteConnectionState.Set(a[0], state);
        SetAutocommit(state, a[9]);
    }

    private static void SetLevel(SqliteConnectionState state, Any level)
    {
        if (!level.IsNone && Operators.Str(level).ToUpperInvariant() is not ("" or "DEFERRED" or "IMMEDIATE" or "EXCLUSIVE"))
            throw new ValueError("isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'");
        state.IsolationLevel = level;
        if (level.IsNone && state.Autocommit == SqliteConnectionState.Legacy && state.InTransaction)
            state.Run("COMMIT");
    }

    private static void SetAutocommit(SqliteConnectionState state, Any mode)
    {
        var chosen = mode.IsBool ? mode.Truth ? 1 : 0 : Operators.Equal(mode, -1) ? -1 : throw new ValueError("autocommit must be True, False, or sqlite3.LEGACY_TRANSACTION_CONTROL");
        if (chosen == 1 && state.InTransaction)
            state.Run("COMMIT");
        state.Autocommit = chosen;
        if (chosen == 0 && !state.InTransaction)
            state.Run("BEGIN");
    }

    private static void Backup(Any[] a)
    {
        var (source, target) = (Of(a[0]), Of(a[1]));
        if (source == target)
            throw new ValueError("target cannot be the same connection instance");
        nint backup;
        fixed (byte* main = SqliteNative.Text("main"), name = SqliteNative.Text(Lib.Text(a[4])))
            backup = SqliteNative.BackupBegin(target.Database, main, source.Database, name);
        if (backup == 0)
            throw SqliteErrors.Last(target.Database);
        var pages = Lib.Int(a[2]) is 0 ? -1 : (int)Lib.Int(a[2]);
        int result;
        do
        {
            result = SqliteNative.BackupStep(backup, pages);
            if (!a[3].IsNone)
                a[3].Call(result, SqliteNative.BackupRemaining(backup), SqliteNative.BackupPages(backup));
            if (result is 5 or 6)
                Modules.Import("time").Invoke("sleep", a[5]);
        }
        while (result is SqliteNative.Ok or 5 or 6);
        if (SqliteNative.BackupFinish(backup) != SqliteNative.Ok)
            throw SqliteErrors.Last(target.Database);
    }
}

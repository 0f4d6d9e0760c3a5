using System.Runtime.CompilerServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Sqlite;

/// <summary>What a connection is for the runtime: its database, and how transactions begin.</summary>
internal sealed unsafe class SqliteConnectionState
{
    private static readonly ConditionalWeakTable<object, SqliteConnectionState> s_all = [];

    public const int Legacy = -1;

    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly List<WeakReference<SqliteStatement>> _statements = [];
    private readonly List<WeakReference<SqliteBlob>> _blobs = [];

    public nint Database { get; private set; }

    public bool ChecksThread { get; init; } = true;

    public Any IsolationLevel { get; set; } = "";

    public int Autocommit { get; set; } = Legacy;

    public int DetectsTypes { get; init; }

    public Any Trace { get; set; } = Any.None;

    public SqliteConnectionState(nint database) => Database = database;

    public static void Set(Any connection, SqliteConnectionState state) => s_all.AddOrUpdate(connection.Ref!, state);

    /// <exception cref="BaseException">ProgrammingError: it is closed, or of another thread.</exception>
    public static SqliteConnectionState Of(Any connection)
    {
        if (!s_all.TryGetValue(connection.Ref!, out var state))
            throw SqliteErrors.Make(SqliteErrors.Programming, "Base Connection.__init__ not called.");
        state.CheckThread();
        return state.Database != 0 ? state : throw SqliteErrors.Make(SqliteErrors.Programming, "Cannot operate on a closed database.");
    }

    private void CheckThread()
    {
        if (ChecksThread && Environment.CurrentManagedThreadId != _thread)
            throw SqliteErrors.Make(SqliteErrors.Programming, $"SQLite objects created in a thread can only be used in that same thread. The object was created in thread id {_thread} and this is thread id {Environment.CurrentManagedThreadId}.");
    }

    public bool InTransaction => SqliteNative.IsAutocommit(Database) == 0;

    /// <summary>Runs a statement that gives nothing.</summary>
    public void Run(string text)
    {
        using var statement = new SqliteStatement(this, text, out _);
        if (statement.Step() is not (SqliteNative.Done or SqliteNative.Row))
            throw SqliteErrors.Last(Database);
    }

    /// <summary>Begins the transaction that a change needs.</summary>
    public void BeginFor(SqliteStatement statement)
    {
        if (Autocommit == Legacy && !IsolationLevel.IsNone && statement.IsChange && !InTransaction)
            Run($"BEGIN {Operators.Str(IsolationLevel)}");
    }

    public void End(string verb)
    {
        if (Autocommit == 1 || !InTransaction)
            return;
        if (verb == "ROLLBACK")
            ResetAll();
        Run(verb);
        if (Autocommit == 0)
            Run("BEGIN");
    }

    public void Remember(SqliteStatement statement) => _statements.Add(new WeakReference<SqliteStatement>(statement));

    public void Remember(SqliteBlob blob) => _blobs.Add(new WeakReference<SqliteBlob>(blob));

    private void ResetAll()
    {
        foreach (var reference in _statements)
            if (reference.TryGetTarget(out var statement))
                statement.Reset();
    }

    public void Close()
    {
        CheckThread();
        if (Database == 0)
            return;
        if (Autocommit == 0 && InTransaction)
            Run("ROLLBACK");
        foreach (var reference in _statements)
            if (reference.TryGetTarget(out var statement))
                statement.Dispose();
        foreach (var reference in _blobs)
            if (reference.TryGetTarget(out var blob))
                blob.Close();
        SqliteNative.Close(Database);
        Database = 0;
    }
}

using System.Runtime.CompilerServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Sqlite;

/// <summary><see href="https://docs.python.org/3.13/library/sqlite3.html#cursor-objects">Cursor</see>: runs statements, and gives their rows one by one.</summary>
internal static unsafe class SqliteCursorType
{
    private sealed class State
    {
        public Any Connection;
        public SqliteStatement? Statement;
        public bool HasRow;
        public bool IsClosed;
        public Any Description = Any.None;
        public Any LastRow = Any.None;
        public Any RowFactory = Any.None;
        public long RowCount = -1;
        public string[] Names = [];
        public Any[] Converters = [];
    }

    private static readonly ConditionalWeakTable<object, State> s_all = [];

    public static readonly PyType Type = new ClassMaker("Cursor", "sqlite3")
        .Attribute("arraysize", 1)
        .Method("__init__", "connection, /", static (self, connection) => Lib.Do(() =>
        {
            SqliteConnectionState.Of(connection);
            s_all.AddOrUpdate(self.Ref!, new State { Connection = connection, RowFactory = connection.Get("row_factory") });
        }))
        .Property("connection", static self => Of(self).Connection).Property("description", static self => Of(self).Description)
        .Property("lastrowid", static self => Of(self).LastRow).Property("rowcount", static self => Of(self).RowCount)
        .Property("row_factory", static self => Of(self).RowFactory, static (self, factory) => Of(self).RowFactory = factory)
        .Method("execute", "self, sql, parameters=(), /", static a =>
        {
            Execute(a[0], Lib.Text(a[1]), [a[2]], many: false);
            return a[0];
        })
        .Method("executemany", "self, sql, seq_of_parameters, /", static a =>
        {
            Execute(a[0], Lib.Text(a[1]), Operators.Iter(a[2]), many: true);
            return a[0];
        })
        .Method("executescript", "sql_script, /", static (self, script) =>
        {
            var state = Open(self);
            Clear(state);
            var connection = SqliteConnectionState.Of(state.Connection);
            if (connection.Autocommit == SqliteConnectionState.Legacy)
                connection.End("COMMIT");
            for (var rest = Lib.Text(script); SqliteStatement.Bare(rest).Length > 0;)
            {
                using var statement = new SqliteStatement(connection, rest, out rest);
                if (statement.Handle == 0)
                    continue;
                int result;
                while ((result = statement.Step()) == SqliteNative.Row)
                {
                }
                if (result != SqliteNative.Done)
                    throw SqliteErrors.Last(connection.Database);
            }
            return self;
        })
        .Method("fetchone", static self => Next(self) is { IsUnbound: false } row ? row : Any.None)
        .Method("fetchmany", "size=None", static (self, size) => Lib.List(Rows(self).Take((int)Lib.Int(size.IsNone ? self.Get("arraysize") : size))), Any.None)
        .Method("fetchall", static self => Lib.List(Rows(self)))
        .Method("__iter__", static self => self)
        .Method("__next__", static self => Next(self) is { IsUnbound: false } row ? row : throw new StopIteration())
        .Method("setinputsizes", "sizes, /", static (_, _) => Any.None)
        .Method("setoutputsize", "self, size, column=None, /", static (Any[] _) => Any.None)
        .Method("close", static self => Lib.Do(() =>
        {
            var state = Of(self);
            SqliteConnectionState.Of(state.Connection);
            Clear(state);
            state.IsClosed = true;
        }))
        .Make();

    private static State Of(Any self) => s_all.TryGetValue(self.Ref!, out var state) ? state : throw SqliteErrors.Make(SqliteErrors.Programming, "Base Cursor.__init__ not called.");

    private static State Open(Any self)
    {
        var state = Of(self);
        if (state.IsClosed)
            throw SqliteErrors.Make(SqliteErrors.Programming, "Cannot operate on a closed cursor.");
        SqliteConnectionState.Of(state.Connection);
        return state;
    }

    private static void Clear(State state)
    {
        state.Statement?.Dispose();
        (state.Statement, state.HasRow) = (null, false);
    }

    private static void Execute(Any self, string text, IEnumerable<Any> sets, bool many)
    {
        var state = Open(self);
        Clear(state);
        (state.Description, state.RowCount) = (Any.None, -1);
        var connection = SqliteConnectionState.Of(state.Connection);
        var statement = new SqliteStatement(connection, text, out var rest);
        state.Statement = statement;
        try
        {
            if (SqliteStatement.Bare(rest).Length > 0)
                throw SqliteErrors.Make(SqliteErrors.Programming, "You can only execute one statement at a time.");
            if (many && (statement.Handle == 0 || !statement.IsChange))
                throw SqliteErrors.Make(SqliteErrors.Programming, "executemany() can only execute DML statements.");
            if (statement.Handle == 0)
            {
                Clear(state);
                return;
            }
            connection.BeginFor(statement);
            foreach (var parameters in sets)
            {
                statement.Reset();
                statement.Bind(parameters);
                RunOnce(state, connection, statement);
                if (statement.IsInsert && !many)
                    state.LastRow = SqliteNative.LastRow(connection.Database);
            }
        }
        catch (BaseException)
        {
            Clear(state);
            throw;
        }
    }

    private static void RunOnce(State state, SqliteConnectionState connection, SqliteStatement statement)
    {
        if (!connection.Trace.IsNone)
        {
            var expanded = SqliteNative.ExpandedText(statement.Handle);
            var text = SqliteNative.Text(expanded);
            SqliteNative.Free((nint)expanded);
            connection.Trace.Call(text);
        }
        var result = statement.Step();
        if (result is not (SqliteNative.Row or SqliteNative.Done))
            throw SqliteErrors.Last(connection.Database);
        Describe(state, connection, statement);
        if (statement.IsChange && result == SqliteNative.Done)
            state.RowCount = Math.Max(state.RowCount, 0) + SqliteNative.Changes(connection.Database);
        state.HasRow = result == SqliteNative.Row;
        if (!state.HasRow)
            statement.Reset();
    }

    private static void Describe(State state, SqliteConnectionState connection, SqliteStatement statement)
    {
        var count = SqliteNative.ColumnCount(statement.Handle);
        if (count == 0)
            return;
        state.Names = new string[count];
        state.Converters = new Any[count];
        var description = new Any[count];
        for (var i = 0; i < count; i++)
        {
            var name = SqliteNative.Text(SqliteNative.ColumnName(statement.Handle, i)) ?? "";
            state.Converters[i] = Converter(connection, SqliteNative.Text(SqliteNative.ColumnDeclared(statement.Handle, i)), name);
            if ((connection.DetectsTypes & 2) != 0 && name.IndexOf('[', StringComparison.Ordinal) is > 0 and var bracket)
                name = name[..bracket].TrimEnd();
            state.Names[i] = name;
            description[i] = PyTuple.Of(name, Any.None, Any.None, Any.None, Any.None, Any.None, Any.None);
        }
        state.Description = new PyTuple(description);
    }

    /// <summary>What makes the values of a column; unbound if they stay as they are.</summary>
    private static Any Converter(SqliteConnectionState connection, string? declared, string name)
    {
        string? key = null;
        if ((connection.DetectsTypes & 2) != 0 && name.IndexOf('[', StringComparison.Ordinal) is >= 0 and var open && name.IndexOf(']', open) is > 0 and var close)
            key = name[(open + 1)..close];
        else if ((connection.DetectsTypes & 1) != 0 && declared is not null)
            key = declared.Split(' ', '(')[0];
        return key is not null && SqliteValues.Converters.TryGetValue(key.ToUpperInvariant(), out var converter) ? converter : Any.Unbound;
    }

    private static IEnumerable<Any> Rows(Any self)
    {
        while (Next(self) is { IsUnbound: false } row)
            yield return row;
    }

    private static Any Next(Any self)
    {
        var state = Open(self);
        if (!state.HasRow || state.Statement is not { } statement)
            return Any.Unbound;
        var connection = SqliteConnectionState.Of(state.Connection);
        var factory = state.Connection.Get("text_factory");
        var values = new Any[state.Names.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var value = SqliteNative.ColumnValue(statement.Handle, i);
            var column = i;
            values[i] = state.Converters[i].IsUnbound ? SqliteValues.Read(value, factory, () => state.Names[column])
                : SqliteNative.ValueType(value) == 5 ? Any.None : state.Converters[i].Call(SqliteValues.Blob(value));
        }
        var result = statement.Step();
        if (result is not (SqliteNative.Row or SqliteNative.Done))
            throw SqliteErrors.Last(connection.Database);
        state.HasRow = result == SqliteNative.Row;
        if (!state.HasRow)
        {
            if (statement.IsChange)
                state.RowCount = SqliteNative.Changes(connection.Database);
            statement.Reset();
        }
        var row = new PyTuple(values);
        return state.RowFactory.IsNone ? row : state.RowFactory.Call(self, row);
    }
}

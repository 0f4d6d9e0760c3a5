using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Sqlite;

/// <summary>A database as statements of SQL: <see href="https://docs.python.org/3.13/library/sqlite3.html#sqlite3.Connection.iterdump">iterdump</see>.</summary>
internal static class SqliteDump
{
    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static IEnumerable<Any> Lines(Any connection)
    {
        yield return "BEGIN TRANSACTION;";
        List<Any> Ask(string text) => Operators.ToList(connection.Invoke("execute", text).Invoke("fetchall"));
        var sequence = false;
        foreach (var table in Ask("SELECT \"name\", \"type\", \"sql\" FROM \"sqlite_master\" WHERE \"sql\" NOT NULL AND \"type\" == 'table' ORDER BY \"name\""))
        {
            var (name, text) = (Operators.Str(table[0]), Operators.Str(table[2]));
            if (name == "sqlite_sequence")
            {
                sequence = true;
                continue;
            }
            if (name == "sqlite_stat1")
            {
                yield return "ANALYZE \"sqlite_master\";";
            }
            else if (name.StartsWith("sqlite_", StringComparison.Ordinal))
            {
                continue;
            }
            else
            {
                yield return text + ";";
            }
            var columns = string.Join(",", Ask($"PRAGMA table_info({Quoted(name)})").Select(static c => $"'||quote({Quoted(Operators.Str(c[1]))})||'"));
            foreach (var row in Ask($"SELECT 'INSERT INTO {Quoted(name).Replace("'", "''", StringComparison.Ordinal)} VALUES({columns})' FROM {Quoted(name)};"))
                yield return Operators.Str(row[0]) + ";";
        }
        foreach (var other in Ask("SELECT \"name\", \"type\", \"sql\" FROM \"sqlite_master\" WHERE \"sql\" NOT NULL AND \"type\" IN ('index', 'trigger', 'view')"))
            yield return Operators.Str(other[2]) + ";";
        if (sequence)
        {
            yield return "DELETE FROM \"sqlite_sequence\";";
            foreach (var row in Ask("SELECT 'INSERT INTO \"sqlite_sequence\" VALUES('||quote(\"name\")||','||quote(\"seq\")||')' FROM \"sqlite_sequence\""))
                yield return Operators.Str(row[0]) + ";";
        }
        yield return "COMMIT;";
    }
}

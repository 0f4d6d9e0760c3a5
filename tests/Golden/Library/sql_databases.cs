using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace SqlDatabases;

using static Module;

public class Longest : PyObject
{
    public Longest()
    {
        Value = "";
    }

    public Any Value { get; set; }

    public void Step(Any value)
    {
        Value = Builtins.Get("max").Call(new Arguments { Value, value, { "key", Builtins.Get("len") } });
    }

    public Any Finalize_()
    {
        return Value;
    }

    public static readonly PyType Type = PyType.Emitted("Longest", "__main__")
        .Constructor("", a => new Longest())
        .Field("value", self => self.As<Longest>().Value, (self, value) => self.As<Longest>().Value = value)
        .Method("step", "self, value", (self, value) => self.As<Longest>().Step(value))
        .Method("finalize", self => self.As<Longest>().Finalize_());
    public override PyType Class => Type;
}

// Types of the program.
public class Point : PyObject
{
    public Point(PyInt x, PyInt y)
    {
        X = x;
        Y = y;
    }

    public PyInt X { get; set; }
    public PyInt Y { get; set; }

    public string? Conform(Any protocol)
    {
        if (Operators.Is(protocol, Sqlite3.Get("PrepareProtocol")))
        {
            return F($"{X};{Y}");
        }
        return null;
    }

    public static readonly PyType Type = PyType.Emitted("Point", "__main__")
        .Constructor("x, y", a => new Point(a[0].As<PyInt>(), a[1].As<PyInt>()))
        .Field("x", self => self.As<Point>().X, (self, value) => self.As<Point>().X = value.As<PyInt>())
        .Field("y", self => self.As<Point>().Y, (self, value) => self.As<Point>().Y = value.As<PyInt>())
        .Method("__conform__", "self, protocol", (self, protocol) => self.As<Point>().Conform(protocol));
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any Sqlite3 = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("sql_databases.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any other = default;
        // SQL: a database in memory and one in a file.
        Any os = Modules.Import("os");
        Sqlite3 = Modules.Import("sqlite3");
        Any tempfile = Modules.Import("tempfile");
        Any closing = Modules.ImportFrom("contextlib", "closing");

        Any con = Sqlite3.Get("connect").Call(":memory:");
        Any cur = con.Invoke("cursor");
        Print(Operators.Is(cur.Invoke("execute", "create table people (id integer primary key, name text not null, age int, data blob, ratio real)"), cur), cur.Get("description"), cur.Get("rowcount"));
        cur.Invoke("execute", "insert into people (name, age) values (?, ?)", PyTuple.Of("Ann", 30));
        Print(cur.Get("lastrowid"), cur.Get("rowcount"), con.Get("in_transaction"), con.Get("total_changes"));
        cur.Invoke("executemany", "insert into people (name, age, data, ratio) values (:name, :age, :data, :ratio)", (PyList<Any>)[new PyDict<Any, Any> { ["name"] = "Bob", ["age"] = Any.None, ["data"] = PyBytes.FromLatin1("\0ÿ"), ["ratio"] = 1.5 }, new PyDict<Any, Any> { ["name"] = "Çelik", ["age"] = PyInt.Pow((PyInt)2, 40), ["data"] = Any.None, ["ratio"] = -0.0 }, new PyDict<Any, Any> { ["name"] = "O'Hara", ["age"] = true, ["data"] = Builtins.Get("bytearray").Call(PyBytes.FromLatin1("x")), ["ratio"] = 3 }]);
        Print(cur.Get("rowcount"), cur.Get("lastrowid"));
        con.Invoke("commit");
        Print(con.Get("in_transaction"), cur.Invoke("execute", "select * from people order by id").Invoke("fetchall"));
        Print(new PyList<Any>(Sequences.Of(cur.Get("description")).Select(d => d[0])), cur.Get("description")[0], cur.Invoke("fetchone"));
        foreach (var item in Sequences.Of(con.Invoke("execute", "select name, age from people where age > ? order by name", PyTuple.Of(1))))
        {
            var items = Operators.Unpack(item, 2);
            Any name = items[0];
            Any age = items[1];
            Print(name, age);
        }
        cur.Invoke("execute", "select id from people");
        Print(cur.Invoke("fetchone"), cur.Invoke("fetchmany", 2), cur.Invoke("fetchmany"), cur.Invoke("fetchall"), cur.Get("arraysize"));

        // Transactions.
        try
        {
            var manager = Context.Of(con);
            manager.Enter();
            try
            {
                con.Invoke("execute", "insert into people (name) values ('Temp')");
                con.Invoke("execute", "insert into people (name) values (NULL)");
            }
            catch (BaseException error2)
            {
                if (!manager.Exit(error2))
                {
                    throw;
                }
            }
            finally
            {
                manager.Exit();
            }
        }
        catch (BaseException error) when (Except.Matches(error, Sqlite3.Get("IntegrityError")))
        {
            using var handling = Handling.Of(error);
            Print(PyType.Of(error).Name, error, ((Any)error).Get("sqlite_errorname"), Operators.Compare(Comparison.Eq, ((Any)error).Get("sqlite_errorcode"), Sqlite3.Get("SQLITE_CONSTRAINT_NOTNULL")));
        }
        Print(con.Invoke("execute", "select count(*) from people").Invoke("fetchone"), con.Get("isolation_level"));
        var manager2 = Context.Of(con);
        manager2.Enter();
        try
        {
            con.Invoke("execute", "update people set age = age + 1 where age is not null");
        }
        catch (BaseException error3)
        {
            if (!manager2.Exit(error3))
            {
                throw;
            }
        }
        finally
        {
            manager2.Exit();
        }
        con.Invoke("execute", "delete from people where name = 'Bob'");
        con.Invoke("rollback");
        Print(con.Invoke("execute", "select name from people where name = 'Bob'").Invoke("fetchone"));

        // Rows with names.
        con.Set("row_factory", Sqlite3.Get("Row"));
        Any row = con.Invoke("execute", "select id, name, age as years from people where id = 1").Invoke("fetchone");
        Print(row["name"], row[0], row["YEARS"], row.Invoke("keys"), Len(row), Builtins.Get("tuple").Call(row), Builtins.Get("dict").Call(row), row[-1], row[new PySlice(0, 2, Any.None)], Operators.Compare(Comparison.Eq, row, con.Invoke("execute", "select id, name, age as years from people where id = 1").Invoke("fetchone")));
        try
        {
            _ = row["nothing"];
        }
        catch (IndexError error)
        {
            Print(error);
        }
        con.Set("row_factory", new PyFunction("<lambda>", "cursor, row", (Any cursor, Any row) =>
        {
            IEnumerable<(Any, Any)> Items(IEnumerable<(Any, Any)> source)
            {
                foreach (var (d, v) in source)
                {
                    yield return (d[0], v);
                }
            }
            return (Any)new PyDict<Any, Any>(Items(Sequences.Zip(Sequences.Of(cursor.Get("description")), Sequences.Of(row))));
        }));
        Print(con.Invoke("execute", "select 1 as one, 'x' as two").Invoke("fetchone"));
        con.Set("row_factory", Any.None);

        // Functions, aggregates and collations of the program.
        con.Invoke("create_function", "double", 1, new PyFunction("<lambda>", "x", (Any x) => x * 2));
        con.Invoke("create_function", new Arguments { "joined", -1, new PyFunction("<lambda>", "*args", (Any[] a) =>
        {
            PyTuple args = a[0].As<PyTuple>();
            return (Any)Str.JoinAny("-", Builtins.Get("map").Call(Builtins.Get("str"), args));
        }), { "deterministic", true } });

        con.Invoke("create_aggregate", "longest", 1, Longest.Type);
        con.Invoke("create_collation", "backwards", new PyFunction("<lambda>", "a, b", (Any a, Any b) => Operators.Compare(Comparison.Lt, a, b) - Operators.Compare(Comparison.Gt, a, b)));
        Print(con.Invoke("execute", "select double(21), double('ab'), joined(1, 2.5, null, 'x'), longest(name) from people").Invoke("fetchone"));
        Print(con.Invoke("execute", "select name from people order by name collate backwards").Invoke("fetchall"));
        con.Invoke("create_function", "fails", 0, new PyFunction("<lambda>", "", () => (Any)((PyInt)1 / 0)));
        foreach (var item2 in new Any[] { PyTuple.Of("select fails()", PyTuple.Of()), PyTuple.Of("selec 1", PyTuple.Of()), PyTuple.Of("select * from nothing", PyTuple.Of()), PyTuple.Of("select ?", PyTuple.Of()), PyTuple.Of("select ?, ?", PyTuple.Of(1)), PyTuple.Of("select :a", new PyDict<Any, Any> { ["b"] = 1 }), PyTuple.Of("select ?", PyTuple.Of((PyList<Any>)[])), PyTuple.Of("select 1; select 2", PyTuple.Of()), PyTuple.Of("insert into people values (1, 'x', 1, 1, 1)", PyTuple.Of()), PyTuple.Of("select \0", PyTuple.Of()) })
        {
            var items2 = Operators.Unpack(item2, 2);
            Any sql = items2[0];
            Any parameters = items2[1];
            try
            {
                Print(con.Invoke("execute", sql, parameters).Invoke("fetchall"));
            }
            catch (BaseException error) when (Except.Matches(error, Sqlite3.Get("Error")))
            {
                Print(PyType.Of(error).Name, error);
            }
        }
        try
        {
            con.Invoke("executemany", "select ?", (PyList<Any>)[PyTuple.Of(1)]);
        }
        catch (BaseException error) when (Except.Matches(error, Sqlite3.Get("ProgrammingError")))
        {
            Print(error);
        }

        // Scripts, dumps, files and backups.
        con.Invoke("rollback");
        con.Invoke("executescript", "\n    -- two tables\n    create table a (x); create table b (y);\n    insert into a values (1); insert into a values ('it''s');\n    create index i on a (x);\n");
        Print(new PyList<Any>(Sequences.Of(con.Invoke("iterdump"))).Slice(-6));
        Any path = os.Get("path").Get("join").Call(tempfile.Get("mkdtemp").Call(), "file.db");
        var manager3 = Context.Of(closing.Call(Sqlite3.Get("connect").Call(new Arguments { path, { "isolation_level", Any.None } })));
        Any entered = manager3.Enter();
        try
        {
            other = entered;
            con.Invoke("backup", other);
            other.Invoke("execute", "begin");
            other.Invoke("execute", "insert into a values (x'0102')");
            other.Invoke("execute", "commit");
        }
        catch (BaseException error4)
        {
            if (!manager3.Exit(error4))
            {
                throw;
            }
        }
        finally
        {
            manager3.Exit();
        }
        var manager4 = Context.Of(Sqlite3.Get("connect").Call(path));
        Any entered2 = manager4.Enter();
        try
        {
            other = entered2;
            other.Set("text_factory", Builtins.Get("bytes"));
            Print(other.Invoke("execute", "select x from a").Invoke("fetchall"), other.Get("in_transaction"));
            other.Set("text_factory", new PyFunction("<lambda>", "data", (Any data) => data.Invoke("decode").Invoke("upper")));
            Print(other.Invoke("execute", "select x from a").Invoke("fetchall"));
        }
        catch (BaseException error5)
        {
            if (!manager4.Exit(error5))
            {
                throw;
            }
        }
        finally
        {
            manager4.Exit();
        }
        other.Invoke("close");
        try
        {
            other.Invoke("execute", "select 1");
        }
        catch (BaseException error) when (Except.Matches(error, Sqlite3.Get("ProgrammingError")))
        {
            Print(error);
        }
        try
        {
            Sqlite3.Get("connect").Call(os.Get("path").Get("join").Call(path, "no", "way"));
        }
        catch (BaseException error) when (Except.Matches(error, Sqlite3.Get("OperationalError")))
        {
            Print(error);
        }
        var manager5 = Context.Of(closing.Call(Sqlite3.Get("connect").Call(new Arguments { F($"file:{path}?mode=ro"), { "uri", true } })));
        Any entered3 = manager5.Enter();
        try
        {
            other = entered3;
            try
            {
                other.Invoke("execute", "create table c (z)");
            }
            catch (BaseException error) when (Except.Matches(error, Sqlite3.Get("OperationalError")))
            {
                Print(error);
            }
        }
        catch (BaseException error6)
        {
            if (!manager5.Exit(error6))
            {
                throw;
            }
        }
        finally
        {
            manager5.Exit();
        }

        Sqlite3.Get("register_adapter").Call(Builtins.Get("complex"), new PyFunction("<lambda>", "z", (Any z) => (Any)F($"{z.Get("real")}|{z.Get("imag")}")));
        Sqlite3.Get("register_converter").Call("point", new PyFunction("<lambda>", "text", (Any text) => Builtins.Get("tuple").Call(Builtins.Get("map").Call(Builtins.Get("int"), text.Invoke("split", PyBytes.FromLatin1(";"))))));
        var manager6 = Context.Of(closing.Call(Sqlite3.Get("connect").Call(new Arguments { ":memory:", { "detect_types", Sqlite3.Get("PARSE_DECLTYPES") | Sqlite3.Get("PARSE_COLNAMES") } })));
        Any entered4 = manager6.Enter();
        try
        {
            Any typed = entered4;
            typed.Invoke("execute", "create table p (at point, note)");
            typed.Invoke("execute", "insert into p values (?, ?)", PyTuple.Of(new Point(1, 2), (Any)3 + new System.Numerics.Complex(0.0, 4.0)));
            Print(typed.Invoke("execute", "select at, note from p").Invoke("fetchone"), typed.Invoke("execute", "select '5;6' as 'q [point]'").Invoke("fetchone"));
        }
        catch (BaseException error7)
        {
            if (!manager6.Exit(error7))
            {
                throw;
            }
        }
        finally
        {
            manager6.Exit();
        }
        var manager7 = Context.Of(closing.Call(Sqlite3.Get("connect").Call(new Arguments { ":memory:", { "autocommit", false } })));
        Any entered5 = manager7.Enter();
        try
        {
            Any strict = entered5;
            strict.Invoke("execute", "create table t (v)");
            Print(strict.Get("in_transaction"), strict.Get("autocommit"));
            strict.Invoke("commit");
            strict.Invoke("execute", "insert into t values (1)");
            strict.Invoke("rollback");
            Print(strict.Invoke("execute", "select count(*) from t").Invoke("fetchone"));
        }
        catch (BaseException error8)
        {
            if (!manager7.Exit(error8))
            {
                throw;
            }
        }
        finally
        {
            manager7.Exit();
        }
        PyList<Any> seen = (PyList<Any>)[];
        con.Invoke("set_trace_callback", ((Any)seen).Get("append"));
        con.Invoke("execute", "select ?", PyTuple.Of("traced"));
        con.Invoke("set_trace_callback", Any.None);
        Print(seen, Sqlite3.Get("complete_statement").Call("select 1;"), Sqlite3.Get("complete_statement").Call("select"), Sqlite3.Get("apilevel"), Sqlite3.Get("paramstyle"), Operators.Compare(Comparison.Eq, con.Invoke("execute", "select sqlite_version()").Invoke("fetchone")[0], Sqlite3.Get("sqlite_version")));
        con.Invoke("close");
    }
}

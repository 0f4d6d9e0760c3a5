using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace DbmFiles;

public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("dbm_files.py");
    internal static Any Doc = Any.None;
    internal static Any Dbm = Any.Unbound;
    internal static Any Os = Any.Unbound;
    internal static Any Shelve = Any.Unbound;
    internal static Any Tempfile = Any.Unbound;
    internal static Any D = Any.Unbound;
    internal static Any Db = Any.Unbound;
    internal static Any E = Any.Unbound;
    internal static string Flag = default!;
    internal static Any S = Any.Unbound;
    internal static Any Sqlite3 = Any.Unbound;
    internal static Any C = Any.Unbound;
    internal static string Mode = default!;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "dbm_files.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("dbm", () => Dbm, value => Dbm = value)
        .Variable("os", () => Os, value => Os = value)
        .Variable("shelve", () => Shelve, value => Shelve = value)
        .Variable("tempfile", () => Tempfile, value => Tempfile = value)
        .Variable("d", () => D, value => D = value)
        .Variable("db", () => Db, value => Db = value)
        .Variable("e", () => E, value => E = value)
        .Variable("flag", () => Flag, value => Flag = value.As<string>())
        .Variable("s", () => S, value => S = value)
        .Variable("sqlite3", () => Sqlite3, value => Sqlite3 = value)
        .Variable("c", () => C, value => C = value)
        .Variable("mode", () => Mode, value => Mode = value.As<string>());

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("dbm_files.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Dbm = Modules.Import("dbm");
        Dbm = Modules.ImportRoot("dbm.dumb");
        Os = Modules.Import("os");
        Shelve = Modules.Import("shelve");
        Tempfile = Modules.Import("tempfile");
        D = Tempfile.Get("mkdtemp").Call();
        Os.Get("chdir").Call(D);
        var manager = Context.Of(Dbm.Get("dumb").Invoke("open", "plain"));
        Any entered = manager.Enter();
        try
        {
            Db = entered;
            Db.SetItem("a", "one");
            Db.SetItem(PyBytes.FromLatin1("b"), (Any)PyBytes.FromLatin1("two") * 300);
            Db.SetItem("it's", "q");
            Db.SetItem("é", PyBytes.FromLatin1("\0ÿ"));
            Db.SetItem("b", "short");
            Print(Len(Db), Sequences.Sorted(Sequences.Of(Db)), Db["b"], Db.Contains("a"), Db.Invoke("get", "zz"), Db.Invoke("items")[new PySlice(Any.None, 1, Any.None)]);
            Db.DeleteItem("a");
            try
            {
                Db.SetItem(3, "x");
            }
            catch (TypeError caught)
            {
                E = caught;
                Print(E);
                E = Any.Unbound;
            }
            try
            {
                Db.SetItem("x", 3);
            }
            catch (TypeError caught2)
            {
                E = caught2;
                Print(E);
                E = Any.Unbound;
            }
        }
        catch (BaseException error)
        {
            if (!manager.Exit(error))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
        Print(Sequences.Sorted(Sequences.Of(Os.Get("listdir").Call())));
        Print([TextFile.Open("plain.dir", encoding: "latin-1").Read()], end: "");
        Print([TextFile.Open("plain.bak", encoding: "latin-1").Read()], end: "");
        Print(Os.Get("path").Get("getsize").Call("plain.dat"), Dbm.Get("whichdb").Call("plain"), Dbm.Get("whichdb").Call("nothing"));
        var manager2 = Context.Of(Dbm.Get("dumb").Invoke("open", "plain", "r"));
        Any entered2 = manager2.Enter();
        try
        {
            Db = entered2;
            Print(Builtins.Get("dict").Call(Db));
            try
            {
                Db.SetItem("a", "b");
            }
            catch (OSError caught3)
            {
                E = caught3;
                Print(Repr(E));
                E = Any.Unbound;
            }
            try
            {
                Db.DeleteItem("b");
            }
            catch (OSError caught4)
            {
                E = caught4;
                Print(Repr(E));
                E = Any.Unbound;
            }
        }
        catch (BaseException error2)
        {
            if (!manager2.Exit(error2))
            {
                throw;
            }
        }
        finally
        {
            manager2.Exit();
        }
        try
        {
            Len(Db);
        }
        catch (OSError caught5)
        {
            E = caught5;
            Print(Repr(E));
            E = Any.Unbound;
        }
        try
        {
            _ = Db["b"];
        }
        catch (BaseException caught6)
        {
            using var handling = Handling.Of(caught6);
            if (Except.Matches(caught6, Dbm.Get("dumb").Get("error")))
            {
                E = caught6;
                Print(Repr(E));
                E = Any.Unbound;
            }
            else
            {
                throw;
            }
        }
        foreach (var item in Str.Characters("rw"))
        {
            Flag = item;
            try
            {
                Dbm.Get("dumb").Invoke("open", "missing", Flag);
            }
            catch (FileNotFoundError caught7)
            {
                E = caught7;
                Print(E);
                E = Any.Unbound;
            }
        }
        try
        {
            Dbm.Get("dumb").Invoke("open", "x", "q");
        }
        catch (ValueError caught8)
        {
            E = caught8;
            Print(E);
            E = Any.Unbound;
        }
        Print(Dbm.Get("_names"));
        try
        {
            Dbm.Get("open").Call("none");
        }
        catch (BaseException caught9) when (Except.Matches(caught9, Dbm.Get("error")))
        {
            E = caught9;
            Print(Builtins.Get("type").Call(E), E);
            E = Any.Unbound;
        }
        try
        {
            Dbm.Get("open").Call("none", "z");
        }
        catch (BaseException caught10) when (Except.Matches(caught10, Dbm.Get("error")))
        {
            E = caught10;
            Print(Builtins.Get("type").Call(E), E);
            E = Any.Unbound;
        }
        var manager3 = Context.Of(Dbm.Get("open").Call("plain", "w"));
        Any entered3 = manager3.Enter();
        try
        {
            Db = entered3;
            Print(Builtins.Get("type").Call(Db).Get("__module__"), Sequences.Sorted(Sequences.Of(Db.Invoke("keys"))));
        }
        catch (BaseException error3)
        {
            if (!manager3.Exit(error3))
            {
                throw;
            }
        }
        finally
        {
            manager3.Exit();
        }
        var manager4 = Context.Of(Dbm.Get("open").Call("data", "c"));
        Any entered4 = manager4.Enter();
        try
        {
            Db = entered4;
            Print(Builtins.Get("type").Call(Db).Get("__module__"), Len(Db));
            Db.SetItem("x", "1");
            Db.SetItem(PyBytes.FromLatin1("y"), PyBytes.FromLatin1("22"));
            Db.SetItem("n", 5);
            Print(Db["x"], Db["n"], Sequences.Sorted(Sequences.Of(Db)), Sequences.Sorted(Sequences.Of(Db.Invoke("items"))), Db.Contains("y"), Db.Invoke("setdefault", "z", PyBytes.FromLatin1("new")), Db.Invoke("pop", "x"));
            try
            {
                Db.DeleteItem("nope");
            }
            catch (KeyError caught11)
            {
                E = caught11;
                Print(Repr(E));
                E = Any.Unbound;
            }
            try
            {
                _ = Db["nope"];
            }
            catch (KeyError caught12)
            {
                E = caught12;
                Print(Repr(E));
                E = Any.Unbound;
            }
            try
            {
                Db.SetItem("k", Any.None);
            }
            catch (BaseException caught13) when (Except.Matches(caught13, Dbm.Get("error")))
            {
                E = caught13;
                Print(Builtins.Get("type").Call(E), E);
                E = Any.Unbound;
            }
        }
        catch (BaseException error4)
        {
            if (!manager4.Exit(error4))
            {
                throw;
            }
        }
        finally
        {
            manager4.Exit();
        }
        Print(Dbm.Get("whichdb").Call("data"), Sequences.Sorted(Sequences.Of(Os.Get("listdir").Call())), Builtins.Get("open").Call("data", "rb").Invoke("read", 16));
        try
        {
            _ = Db["y"];
        }
        catch (BaseException caught14) when (Except.Matches(caught14, Dbm.Get("error")))
        {
            E = caught14;
            Print(Builtins.Get("type").Call(E), E);
            E = Any.Unbound;
        }
        var manager5 = Context.Of(Dbm.Get("open").Call("data", "r"));
        Any entered5 = manager5.Enter();
        try
        {
            Db = entered5;
            Print(Builtins.Get("dict").Call(Db));
            try
            {
                Db.SetItem("q", "1");
            }
            catch (BaseException caught15) when (Except.Matches(caught15, Dbm.Get("error")))
            {
                E = caught15;
                Print(Builtins.Get("type").Call(E), E);
                E = Any.Unbound;
            }
        }
        catch (BaseException error5)
        {
            if (!manager5.Exit(error5))
            {
                throw;
            }
        }
        finally
        {
            manager5.Exit();
        }
        Builtins.Get("open").Call("junk", "wb").Invoke("write", PyBytes.FromLatin1("hello world, what is this"));
        Print(Repr(Dbm.Get("whichdb").Call("junk")));
        try
        {
            Dbm.Get("open").Call("junk");
        }
        catch (BaseException caught16) when (Except.Matches(caught16, Dbm.Get("error")))
        {
            E = caught16;
            Print(Builtins.Get("type").Call(E), E);
            E = Any.Unbound;
        }
        var manager6 = Context.Of(Shelve.Get("open").Call("plain2"));
        Any entered6 = manager6.Enter();
        try
        {
            S = entered6;
            S.SetItem("k", (PyList<Any>)[1, new PyDict<Any, Any> { [2] = 3 }]);
        }
        catch (BaseException error6)
        {
            if (!manager6.Exit(error6))
            {
                throw;
            }
        }
        finally
        {
            manager6.Exit();
        }
        var manager7 = Context.Of(Shelve.Get("open").Call("plain2", "r"));
        Any entered7 = manager7.Enter();
        try
        {
            S = entered7;
            Print(S["k"], new PyList<Any>(Sequences.Of(S)));
        }
        catch (BaseException error7)
        {
            if (!manager7.Exit(error7))
            {
                throw;
            }
        }
        finally
        {
            manager7.Exit();
        }
        Sqlite3 = Modules.Import("sqlite3");
        C = Sqlite3.Get("connect").Call("plain2");
        Print(C.Invoke("execute", "select count(*) from Dict").Invoke("fetchone"));
        C.Invoke("close");
        var manager8 = Context.Of(Dbm.Get("open").Call("data", "n"));
        Any entered8 = manager8.Enter();
        try
        {
            Db = entered8;
            Print(Len(Db));
        }
        catch (BaseException error8)
        {
            if (!manager8.Exit(error8))
            {
                throw;
            }
        }
        finally
        {
            manager8.Exit();
        }
        foreach (var item2 in new string[] { "rb", "r", "w" })
        {
            Mode = item2;
            try
            {
                Builtins.Get("open").Call(PyBytes.FromLatin1("nope/x"), Mode);
            }
            catch (OSError caught17)
            {
                E = caught17;
                using var handling2 = Handling.Of(caught17);
                Print(E, Repr(E.Get("filename")));
                E = Any.Unbound;
            }
        }
    }
}

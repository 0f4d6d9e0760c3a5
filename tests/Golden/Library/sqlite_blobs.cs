using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace SqliteBlobs;

public static class Module
{
    internal static Any Cx = Any.Unbound;
    internal static Any Blob = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("sqlite_blobs.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any ro = default;
        Any sqlite3 = Modules.Import("sqlite3");
        Any os = Modules.Import("os");
        Cx = sqlite3.Get("connect").Call(":memory:");
        Cx.Invoke("execute", "create table t(id integer primary key, b blob)");
        Cx.Invoke("execute", "insert into t values (1, zeroblob(20))");
        Blob = Cx.Invoke("blobopen", "t", "b", 1);
        Print(Builtins.Get("type").Call(Blob), Len(Blob), Blob.Invoke("tell"), IsInstance(Blob, sqlite3.Get("Blob")));
        Blob.Invoke("write", PyBytes.FromLatin1("hello"));
        Blob.Invoke("write", Builtins.Get("memoryview").Call(PyBytes.FromLatin1(", ")));
        Blob.Invoke("write", Builtins.Get("bytearray").Call(PyBytes.FromLatin1("world")));
        Print(Blob.Invoke("tell"));
        Blob.Invoke("seek", 0);
        Print(Blob.Invoke("read", 5), Blob.Invoke("read"), Blob.Invoke("read"));
        Blob.Invoke("seek", -3, os.Get("SEEK_END"));
        Blob.Invoke("write", PyBytes.FromLatin1("end"));
        Blob.Invoke("seek", 1);
        Blob.Invoke("seek", 2, os.Get("SEEK_CUR"));
        Print(Blob.Invoke("tell"));
        Print(Blob[0], Blob[-1], Blob[new PySlice(Any.None, 5, Any.None)], Blob[new PySlice(Any.None, Any.None, 4)], Blob[new PySlice(5, 5, Any.None)]);
        Blob.SetItem(0, Ord("H"));
        Blob.SetItem(new PySlice(7, 12, Any.None), PyBytes.FromLatin1("WORLD"));
        Blob.SetItem(new PySlice(1, 6, 2), PyBytes.FromLatin1("ELO"));
        Print(Cx.Invoke("execute", "select b from t").Invoke("fetchone"));
        foreach (var f in new Any[] { new PyFunction("<lambda>", "", () => Blob[100]), new PyFunction("<lambda>", "", () => Blob[1.5]), new PyFunction("<lambda>", "", () => Blob["a"]), new PyFunction("<lambda>", "", () => Blob.Invoke("seek", 100)), new PyFunction("<lambda>", "", () => Blob.Invoke("seek", -1)), new PyFunction("<lambda>", "", () => Blob.Invoke("seek", 0, 7)), new PyFunction("<lambda>", "", () => Blob.Invoke("write", (Any)PyBytes.FromLatin1("x") * 100)), new PyFunction("<lambda>", "", () => Blob.Invoke("__setitem__", 0, 256)), new PyFunction("<lambda>", "", () => Blob.Invoke("__setitem__", 0, PyBytes.FromLatin1("1"))), new PyFunction("<lambda>", "", () => Blob.Invoke("__setitem__", Builtins.Get("slice").Call(0, 3), PyBytes.FromLatin1("1"))), new PyFunction("<lambda>", "", () => Blob.Invoke("__delitem__", 0)), new PyFunction("<lambda>", "", () => Blob.Invoke("__setitem__", Builtins.Get("slice").Call(0, 3, 0), PyBytes.FromLatin1("1"))), new PyFunction("<lambda>", "", () => Cx.Invoke("blobopen", "t", "b", 9)), new PyFunction("<lambda>", "", () => Cx.Invoke("blobopen", "nope", "b", 1)), new PyFunction("<lambda>", "", () => Cx.Invoke("blobopen", "t", "c", 1)), new PyFunction("<lambda>", "", () => Blob + Blob) })
        {
            try
            {
                Print(f.Call());
            }
            catch (BaseException e) when (Except.Matches(e, PyTuple.Of(IndexError.Type, TypeError.Type, ValueError.Type, sqlite3.Get("Error"))))
            {
                Print(PyType.Of(e).Name, e);
            }
        }
        try
        {
            Blob.DeleteItem(new PySlice(0, 2, Any.None));
        }
        catch (TypeError e)
        {
            Print(e);
        }
        var manager = Context.Of(Cx.Invoke("blobopen", new Arguments { "t", "b", 1, { "readonly", true }, { "name", "main" } }));
        Any entered = manager.Enter();
        try
        {
            ro = entered;
            Print(ro.Invoke("read", 3));
            try
            {
                ro.Invoke("write", PyBytes.FromLatin1("x"));
            }
            catch (BaseException e) when (Except.Matches(e, sqlite3.Get("OperationalError")))
            {
                Print(e);
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
        try
        {
            ro.Invoke("read");
        }
        catch (BaseException e) when (Except.Matches(e, sqlite3.Get("ProgrammingError")))
        {
            Print(e);
        }
        Cx.Invoke("execute", "update t set b = 'aaaa'");
        try
        {
            Blob.Invoke("read");
        }
        catch (BaseException e) when (Except.Matches(e, sqlite3.Get("OperationalError")))
        {
            Print(Builtins.Get("type").Call(e));
        }
        Blob.Invoke("close");
        Blob.Invoke("close");
        Any openOne = Cx.Invoke("blobopen", "t", "b", 1);
        Cx.Invoke("close");
        try
        {
            openOne.Invoke("read");
        }
        catch (BaseException e) when (Except.Matches(e, sqlite3.Get("ProgrammingError")))
        {
            Print(e);
        }
    }
}

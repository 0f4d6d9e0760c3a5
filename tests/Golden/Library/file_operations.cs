using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace FileOperations;

public static class Module
{
    internal static Any D = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("file_operations.py", args, Run);

    public static void T(Any f, PyTuple a, PyDict<Any, Any> k)
    {
        try
        {
            Print(f.Get("__name__"), ((Any)Repr(f.Call(new Arguments { new Star(a), new StarStar(k) }))).Invoke("replace", D, "D"));
        }
        catch (PyException e)
        {
            using var handling = Handling.Of(e);
            Print(f.Get("__name__"), Builtins.Get("type").Call(e).Get("__name__"), ((Any)ToStr(e)).Invoke("replace", D, "D"));
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any td = default;
        Any f = default;
        Any shutil = Modules.Import("shutil");
        Any os = Modules.Import("os");
        Any tempfile = Modules.Import("tempfile");
        Any pathlib = Modules.Import("pathlib");
        D = tempfile.Get("mkdtemp").Call();
        os.Get("chdir").Call(D);
        os.Get("makedirs").Call("src/in/deep");
        pathlib.Get("Path").Call("src/a.txt").Invoke("write_text", "aaa");
        pathlib.Get("Path").Call("src/in/b.pyc").Invoke("write_text", "b");
        pathlib.Get("Path").Call("src/in/deep/c.txt").Invoke("write_text", "c");
        os.Get("utime").Call("src/a.txt", PyTuple.Of(1000000000.0, 1000000000.0 + 2.0));
        os.Get("chmod").Call("src/a.txt", 416);
        T(shutil.Get("copy"), PyTuple.Of("src/a.txt", "x.txt"), new PyDict<Any, Any>());
        T(shutil.Get("copy2"), PyTuple.Of("src/a.txt", "src/in"), new PyDict<Any, Any>());
        T(shutil.Get("copyfile"), PyTuple.Of("src/a.txt", "src/a.txt"), new PyDict<Any, Any>());
        T(shutil.Get("copyfile"), PyTuple.Of("nope", "q"), new PyDict<Any, Any>());
        T(shutil.Get("copyfile"), PyTuple.Of("src/a.txt", "src/in"), new PyDict<Any, Any>());
        Print(Oct(os.Get("stat").Call("x.txt").Get("st_mode")), os.Get("stat").Call("src/in/a.txt").Get("st_mtime"), Operators.Compare(Comparison.Eq, os.Get("stat").Call("x.txt").Get("st_mtime"), 1000000000.0 + 2.0));
        T(shutil.Get("copytree"), PyTuple.Of("src", "dst"), new PyDict<Any, Any> { ["ignore"] = shutil.Get("ignore_patterns").Call("*.pyc") });
        T(shutil.Get("copytree"), PyTuple.Of("src", "dst"), new PyDict<Any, Any>());
        T(shutil.Get("copytree"), PyTuple.Of("src", "dst"), new PyDict<Any, Any> { ["dirs_exist_ok"] = true });
        foreach (var item in Sequences.Sorted(Sequences.Of(os.Get("walk").Call("dst"))))
        {
            var items = Operators.Unpack(item, 3);
            Any a = items[0];
            Any b = items[1];
            Any c = items[2];
            Print(a, Sequences.Sorted(Sequences.Of(b)), Sequences.Sorted(Sequences.Of(c)));
        }
        T(shutil.Get("move"), PyTuple.Of("x.txt", "dst"), new PyDict<Any, Any>());
        T(shutil.Get("move"), PyTuple.Of("dst/x.txt", "y.txt"), new PyDict<Any, Any>());
        T(shutil.Get("move"), PyTuple.Of("dst", "dst/in"), new PyDict<Any, Any>());
        T(shutil.Get("move"), PyTuple.Of("nope", "z"), new PyDict<Any, Any>());
        T(shutil.Get("move"), PyTuple.Of("y.txt", "src"), new PyDict<Any, Any>());
        pathlib.Get("Path").Call("y.txt").Invoke("touch");
        T(shutil.Get("move"), PyTuple.Of("y.txt", "src"), new PyDict<Any, Any>());
        T(shutil.Get("rmtree"), PyTuple.Of("dst"), new PyDict<Any, Any>());
        T(shutil.Get("rmtree"), PyTuple.Of("nope"), new PyDict<Any, Any>());
        T(shutil.Get("rmtree"), PyTuple.Of("nope"), new PyDict<Any, Any> { ["ignore_errors"] = true });
        T(shutil.Get("rmtree"), PyTuple.Of("y.txt"), new PyDict<Any, Any>());
        T(shutil.Get("rmtree"), PyTuple.Of("nope"), new PyDict<Any, Any> { ["onexc"] = new PyFunction("<lambda>", "f, p, e", (Any f, Any p, Any e) => Functions.None(() => Print("onexc", f.Get("__name__"), p, Builtins.Get("type").Call(e).Get("__name__")))) });
        Print(os.Get("path").Get("exists").Call("dst"), !shutil.Get("which").Call("sh").IsNone, shutil.Get("which").Call("no-such-cmd"), shutil.Get("get_terminal_size").Call(), shutil.Get("get_terminal_size").Call(PyTuple.Of(10, 5)), Builtins.Get("type").Call(shutil.Get("disk_usage").Call("/")).Get("__name__"));
        Any io = Modules.Import("io");
        Any o = io.Get("StringIO").Call();
        shutil.Get("copyfileobj").Call(io.Get("StringIO").Call("hello"), o, 2);
        Print(o.Invoke("getvalue"));
        T(shutil.Get("make_archive"), PyTuple.Of("arch", "zip", "src"), new PyDict<Any, Any>());
        T(shutil.Get("unpack_archive"), PyTuple.Of("arch.zip", "un"), new PyDict<Any, Any>());
        Print(Sequences.Sorted(Sequences.Of(os.Get("listdir").Call("un"))), Sequences.Sorted(Sequences.Of(os.Get("listdir").Call("un/in"))));
        T(shutil.Get("make_archive"), PyTuple.Of("arch", "gztar", "src"), new PyDict<Any, Any>());
        T(shutil.Get("unpack_archive"), PyTuple.Of("arch.tar.gz", "un2"), new PyDict<Any, Any>());
        Print(Sequences.Sorted(Sequences.Of(os.Get("listdir").Call("un2"))), Builtins.Get("open").Call("un2/a.txt").Invoke("read"));
        T(shutil.Get("make_archive"), PyTuple.Of("q", "zzz", "src"), new PyDict<Any, Any>());
        T(shutil.Get("unpack_archive"), PyTuple.Of("x.foo"), new PyDict<Any, Any>());
        Print(shutil.Get("Error").Get("__mro__")[1], shutil.Get("SameFileError").Get("__bases__"));
        var manager = Context.Of(tempfile.Get("TemporaryDirectory").Call(new Arguments { { "prefix", "pp" }, { "suffix", "ss" } }));
        Any entered = manager.Enter();
        try
        {
            td = entered;
            Print(os.Get("path").Get("basename").Call(td)[new PySlice(Any.None, 2, Any.None)], td[new PySlice(-2, Any.None, Any.None)], os.Get("path").Get("isdir").Call(td));
            Builtins.Get("open").Call(os.Get("path").Get("join").Call(td, "f"), "w").Invoke("close");
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
        Print(os.Get("path").Get("exists").Call(td));
        var manager2 = Context.Of(tempfile.Get("NamedTemporaryFile").Call(new Arguments { "w+", { "suffix", ".txt" } }));
        Any entered2 = manager2.Enter();
        try
        {
            f = entered2;
            f.Invoke("write", "hi");
            f.Invoke("flush");
            f.Invoke("seek", 0);
            Print(f.Invoke("read"), os.Get("path").Get("exists").Call(f.Get("name")), f.Get("name").Invoke("endswith", ".txt"), Builtins.Get("open").Call(f.Get("name")).Invoke("read"));
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
        Print(os.Get("path").Get("exists").Call(f.Get("name")), f.Get("closed"));
        f = tempfile.Get("NamedTemporaryFile").Call(new Arguments { { "delete", false } });
        f.Invoke("write", PyBytes.FromLatin1("x"));
        f.Invoke("close");
        Print(os.Get("path").Get("exists").Call(f.Get("name")));
        os.Get("unlink").Call(f.Get("name"));
        var items2 = Operators.Unpack(tempfile.Get("mkstemp").Call(), 2);
        Any fd = items2[0];
        Any p = items2[1];
        os.Get("write").Call(fd, PyBytes.FromLatin1("abc"));
        os.Get("close").Call(fd);
        Print(os.Get("path").Get("getsize").Call(p), Oct(os.Get("stat").Call(p).Get("st_mode")));
        os.Get("remove").Call(p);
        var manager3 = Context.Of(tempfile.Get("TemporaryFile").Call());
        Any entered3 = manager3.Enter();
        try
        {
            f = entered3;
            f.Invoke("write", PyBytes.FromLatin1("12"));
            f.Invoke("seek", 0);
            Print(f.Invoke("read"));
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
        var manager4 = Context.Of(tempfile.Get("SpooledTemporaryFile").Call(new Arguments { { "max_size", 3 }, { "mode", "w+" } }));
        Any entered4 = manager4.Enter();
        try
        {
            f = entered4;
            f.Invoke("write", "ab");
            Print(f.Get("_rolled"));
            f.Invoke("write", "cdef");
            Print(f.Get("_rolled"));
            f.Invoke("seek", 0);
            Print(f.Invoke("read"));
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
        Print(tempfile.Get("gettempprefix").Call(), Len(os.Get("path").Get("basename").Call(tempfile.Get("mkdtemp").Call(new Arguments { { "dir", "." } }))), Oct(os.Get("stat").Call(tempfile.Get("mkdtemp").Call()).Get("st_mode")));
        T(tempfile.Get("mkstemp"), PyTuple.Of(), new PyDict<Any, Any> { ["prefix"] = PyBytes.FromLatin1("a"), ["suffix"] = "b" });
        Builtins.Get("open").Call("unclosed", "w").Invoke("write", "kept");
        Print(Builtins.Get("open").Call("unclosed").Invoke("read"));
    }
}

using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace FileOperations;

public static class Module
{
    internal static Any Shutil = Any.Unbound;
    internal static Any Os = Any.Unbound;
    internal static Any D = Any.Unbound;
    internal static Any Names_ = Any.Unbound;

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
            Print(f.Get("__name__"), PyType.Of(e).Name, ((Any)ToStr(e)).Invoke("replace", D, "D"));
        }
    }

    public static string Packer(Any baseName, Any baseDir, PyDict<Any, Any> options)
    {
        Print("packs", Os.Get("path").Get("basename").Call(baseName), baseDir, Sequences.Sorted(options.Keys), Os.Get("path").Get("basename").Call(Os.Get("getcwd").Call()));
        return "made";
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any td = default;
        Any f = default;
        Shutil = Modules.Import("shutil");
        Os = Modules.Import("os");
        Any tempfile = Modules.Import("tempfile");
        Any pathlib = Modules.Import("pathlib");
        D = tempfile.Get("mkdtemp").Call();
        Os.Get("chdir").Call(D);
        Os.Get("makedirs").Call("src/in/deep");
        pathlib.Get("Path").Call("src/a.txt").Invoke("write_text", "aaa");
        pathlib.Get("Path").Call("src/in/b.pyc").Invoke("write_text", "b");
        pathlib.Get("Path").Call("src/in/deep/c.txt").Invoke("write_text", "c");
        Os.Get("utime").Call("src/a.txt", PyTuple.Of(1000000000.0, 1000000000.0 + 2.0));
        Os.Get("chmod").Call("src/a.txt", 416);
        T(Shutil.Get("copy"), PyTuple.Of("src/a.txt", "x.txt"), new PyDict<Any, Any>());
        T(Shutil.Get("copy2"), PyTuple.Of("src/a.txt", "src/in"), new PyDict<Any, Any>());
        T(Shutil.Get("copyfile"), PyTuple.Of("src/a.txt", "src/a.txt"), new PyDict<Any, Any>());
        T(Shutil.Get("copyfile"), PyTuple.Of("nope", "q"), new PyDict<Any, Any>());
        T(Shutil.Get("copyfile"), PyTuple.Of("src/a.txt", "src/in"), new PyDict<Any, Any>());
        Print(Oct(Os.Get("stat").Call("x.txt").Get("st_mode")), Os.Get("stat").Call("src/in/a.txt").Get("st_mtime"), Operators.Compare(Comparison.Eq, Os.Get("stat").Call("x.txt").Get("st_mtime"), 1000000000.0 + 2.0));
        T(Shutil.Get("copytree"), PyTuple.Of("src", "dst"), new PyDict<Any, Any> { ["ignore"] = Shutil.Get("ignore_patterns").Call("*.pyc") });
        T(Shutil.Get("copytree"), PyTuple.Of("src", "dst"), new PyDict<Any, Any>());
        T(Shutil.Get("copytree"), PyTuple.Of("src", "dst"), new PyDict<Any, Any> { ["dirs_exist_ok"] = true });
        foreach (var item in Sequences.Sorted(Sequences.Of(Os.Get("walk").Call("dst"))))
        {
            var items = Operators.Unpack(item, 3);
            Any a = items[0];
            Any b = items[1];
            Any c = items[2];
            Print(a, Sequences.Sorted(Sequences.Of(b)), Sequences.Sorted(Sequences.Of(c)));
        }
        T(Shutil.Get("move"), PyTuple.Of("x.txt", "dst"), new PyDict<Any, Any>());
        T(Shutil.Get("move"), PyTuple.Of("dst/x.txt", "y.txt"), new PyDict<Any, Any>());
        T(Shutil.Get("move"), PyTuple.Of("dst", "dst/in"), new PyDict<Any, Any>());
        T(Shutil.Get("move"), PyTuple.Of("nope", "z"), new PyDict<Any, Any>());
        T(Shutil.Get("move"), PyTuple.Of("y.txt", "src"), new PyDict<Any, Any>());
        pathlib.Get("Path").Call("y.txt").Invoke("touch");
        T(Shutil.Get("move"), PyTuple.Of("y.txt", "src"), new PyDict<Any, Any>());
        T(Shutil.Get("rmtree"), PyTuple.Of("dst"), new PyDict<Any, Any>());
        T(Shutil.Get("rmtree"), PyTuple.Of("nope"), new PyDict<Any, Any>());
        T(Shutil.Get("rmtree"), PyTuple.Of("nope"), new PyDict<Any, Any> { ["ignore_errors"] = true });
        T(Shutil.Get("rmtree"), PyTuple.Of("y.txt"), new PyDict<Any, Any>());
        T(Shutil.Get("rmtree"), PyTuple.Of("nope"), new PyDict<Any, Any> { ["onexc"] = new PyFunction("<lambda>", "f, p, e", (Any f, Any p, Any e) => Functions.None(() => Print("onexc", f.Get("__name__"), p, PyType.Of(e).Name))) });
        Print(Os.Get("path").Get("exists").Call("dst"), !Shutil.Get("which").Call("sh").IsNone, Shutil.Get("which").Call("no-such-cmd"), Shutil.Get("get_terminal_size").Call(), Shutil.Get("get_terminal_size").Call(PyTuple.Of(10, 5)), PyType.Of(Shutil.Get("disk_usage").Call("/")).Name);
        Any io = Modules.Import("io");
        Any o = io.Get("StringIO").Call();
        Shutil.Get("copyfileobj").Call(io.Get("StringIO").Call("hello"), o, 2);
        Print(o.Invoke("getvalue"));
        T(Shutil.Get("make_archive"), PyTuple.Of("arch", "zip", "src"), new PyDict<Any, Any>());
        T(Shutil.Get("unpack_archive"), PyTuple.Of("arch.zip", "un"), new PyDict<Any, Any>());
        Print(Sequences.Sorted(Sequences.Of(Os.Get("listdir").Call("un"))), Sequences.Sorted(Sequences.Of(Os.Get("listdir").Call("un/in"))));
        T(Shutil.Get("make_archive"), PyTuple.Of("arch", "gztar", "src"), new PyDict<Any, Any>());
        T(Shutil.Get("unpack_archive"), PyTuple.Of("arch.tar.gz", "un2"), new PyDict<Any, Any>());
        Print(Sequences.Sorted(Sequences.Of(Os.Get("listdir").Call("un2"))), TextFile.Open("un2/a.txt").Read());
        T(Shutil.Get("make_archive"), PyTuple.Of("q", "zzz", "src"), new PyDict<Any, Any>());
        T(Shutil.Get("unpack_archive"), PyTuple.Of("x.foo"), new PyDict<Any, Any>());
        Print(Shutil.Get("Error").Get("__mro__")[1], Shutil.Get("SameFileError").Get("__bases__"));
        var manager = Context.Of(tempfile.Get("TemporaryDirectory").Call(new Arguments { { "prefix", "pp" }, { "suffix", "ss" } }));
        Any entered = manager.Enter();
        try
        {
            td = entered;
            Print(Os.Get("path").Get("basename").Call(td)[new PySlice(Any.None, 2, Any.None)], td[new PySlice(-2, Any.None, Any.None)], Os.Get("path").Get("isdir").Call(td));
            TextFile.Open(Os.Get("path").Get("join").Call(td, "f"), "w").Close();
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
        Print(Os.Get("path").Get("exists").Call(td));
        var manager2 = Context.Of(tempfile.Get("NamedTemporaryFile").Call(new Arguments { "w+", { "suffix", ".txt" } }));
        Any entered2 = manager2.Enter();
        try
        {
            f = entered2;
            f.Invoke("write", "hi");
            f.Invoke("flush");
            f.Invoke("seek", 0);
            Print(f.Invoke("read"), Os.Get("path").Get("exists").Call(f.Get("name")), f.Get("name").Invoke("endswith", ".txt"), TextFile.Open(f.Get("name")).Read());
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
        Print(Os.Get("path").Get("exists").Call(f.Get("name")), f.Get("closed"));
        f = tempfile.Get("NamedTemporaryFile").Call(new Arguments { { "delete", false } });
        f.Invoke("write", PyBytes.FromLatin1("x"));
        f.Invoke("close");
        Print(Os.Get("path").Get("exists").Call(f.Get("name")));
        Os.Get("unlink").Call(f.Get("name"));
        var items2 = Operators.Unpack(tempfile.Get("mkstemp").Call(), 2);
        Any fd = items2[0];
        Any p = items2[1];
        Os.Get("write").Call(fd, PyBytes.FromLatin1("abc"));
        Os.Get("close").Call(fd);
        Print(Os.Get("path").Get("getsize").Call(p), Oct(Os.Get("stat").Call(p).Get("st_mode")));
        Os.Get("remove").Call(p);
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
        Print(tempfile.Get("gettempprefix").Call(), Len(Os.Get("path").Get("basename").Call(tempfile.Get("mkdtemp").Call(new Arguments { { "dir", "." } }))), Oct(Os.Get("stat").Call(tempfile.Get("mkdtemp").Call()).Get("st_mode")));
        T(tempfile.Get("mkstemp"), PyTuple.Of(), new PyDict<Any, Any> { ["prefix"] = PyBytes.FromLatin1("a"), ["suffix"] = "b" });
        TextFile.Open("unclosed", "w").Write("kept");
        Print(TextFile.Open("unclosed").Read());

        Any zipfile = Modules.Import("zipfile");
        Any tarfile = Modules.Import("tarfile");
        Os.Get("chdir").Call(tempfile.Get("mkdtemp").Call());
        Os.Get("makedirs").Call("src/sub");
        TextFile.Open("src/a.txt", "w").Write("A");
        TextFile.Open("src/sub/b.txt", "w").Write("B");
        Os.Get("symlink").Call("a.txt", "src/link");
        foreach (var kind in new string[] { "zip", "tar", "gztar", "bztar" })
        {
            Any made = Shutil.Get("make_archive").Call("out_" + kind, kind, "src");
            Names_ = Sequences.Sorted(Sequences.Of(kind == "zip" ? zipfile.Get("ZipFile").Call(made).Invoke("namelist") : tarfile.Get("open").Call(made).Invoke("getnames")));
            Shutil.Get("unpack_archive").Call(new Arguments { made, "un_" + kind, new StarStar(kind == "zip" ? (Any)new PyDict<Any, Any>() : (Any)new PyDict<Any, Any> { ["filter"] = "data" }) });
            Print(Os.Get("path").Get("basename").Call(made), Names_, Sequences.Sorted(Sequences.Of(Os.Get("listdir").Call("un_" + kind))), TextFile.Open("un_" + kind + "/sub/b.txt").Read());
        }
        Print(Os.Get("path").Get("basename").Call(Shutil.Get("make_archive").Call(new Arguments { "based", "zip", ".", "src" })), Sequences.Sorted(Sequences.Of(zipfile.Get("ZipFile").Call("based.zip").Invoke("namelist"))));
        Shutil.Get("register_archive_format").Call(new Arguments { "box", PackerFunction, (PyList<Any>)[PyTuple.Of("level", 3)], "box file" });
        Print(Shutil.Get("make_archive").Call("b", "box", "src"), Operators.In(Generic.ToAny(("box", "box file")), Shutil.Get("get_archive_formats").Call()));
        Shutil.Get("unregister_archive_format").Call("box");
        Shutil.Get("register_unpack_format").Call("box", (PyList<Any>)[".box"], new PyFunction("<lambda>", "name, to", (Any name, Any to) => Functions.None(() => Print("unpacks", name, to))));
        Shutil.Get("unpack_archive").Call("x.box", "there");
        Shutil.Get("unregister_unpack_format").Call("box");
        foreach (var call in new Any[] { new PyFunction("<lambda>", "", () => Shutil.Get("make_archive").Call("a", "nope")), new PyFunction("<lambda>", "", () => Shutil.Get("unpack_archive").Call("x.nope")), new PyFunction("<lambda>", "", () => Shutil.Get("register_archive_format").Call("x", 1)), new PyFunction("<lambda>", "", () => Shutil.Get("register_unpack_format").Call("y", (PyList<Any>)[".zip"], Builtins.Get("print"))), new PyFunction("<lambda>", "", () => Shutil.Get("move").Call("src", "src/sub")), new PyFunction("<lambda>", "", () => Shutil.Get("unpack_archive").Call("src/a.txt", "z", "zip")), new PyFunction("<lambda>", "", () => Shutil.Get("copyfile").Call("src/a.txt", "nowhere/")) })
        {
            try
            {
                Print(call.Call());
            }
            catch (PyException e)
            {
                Print(PyType.Of(e).Name, e);
            }
        }
        f = tempfile.Get("SpooledTemporaryFile").Call(new Arguments { { "max_size", 10 } });
        f.Invoke("write", PyBytes.FromLatin1("abc"));
        Print(f.Get("_rolled"), f.Get("name"), f.Get("mode"), IsInstance(f, io.Get("IOBase")));
        f.Invoke("write", (Any)PyBytes.FromLatin1("x") * 20);
        Print(f.Get("_rolled"), f.Invoke("tell"), f.Invoke("seek", 0), f.Invoke("read", 4));
        f.Invoke("close");
        Print(f.Get("closed"));
        try
        {
            var manager5 = Context.Of(f);
            manager5.Enter();
            try
            {
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
        }
        catch (ValueError e)
        {
            Print(e);
        }
        Any w = tempfile.Get("SpooledTemporaryFile").Call(new Arguments { { "mode", "w+" }, { "encoding", "utf-8" } });
        w.Invoke("write", "hé\n");
        w.Invoke("seek", 0);
        Print(w.Invoke("readline"), w.Get("encoding"), w.Get("mode"));
        tempfile.Set("tempdir", Os.Get("path").Get("realpath").Call("src"));
        Any n = tempfile.Get("NamedTemporaryFile").Call(new Arguments { { "prefix", "p" }, { "suffix", ".s" } });
        Print(Operators.Compare(Comparison.Eq, Os.Get("path").Get("dirname").Call(n.Get("name")), tempfile.Get("gettempdir").Call()), tempfile.Get("gettempdirb").Call().Invoke("endswith", PyBytes.FromLatin1("src")), tempfile.Get("gettempprefixb").Call());
        n.Invoke("close");
        try
        {
            tempfile.Get("mkstemp").Call(new Arguments { { "prefix", PyBytes.FromLatin1("a") }, { "suffix", "b" } });
        }
        catch (TypeError e)
        {
            Print(e);
        }
        Names_ = Iter((PyList<Any>)["taken", "free"]);
        Os.Get("mkdir").Call("src/ptaken");
        tempfile.Set("_get_candidate_names", new PyFunction("<lambda>", "", () => Names_));
        Print(Os.Get("path").Get("basename").Call(tempfile.Get("mkdtemp").Call(new Arguments { { "prefix", "p" } })));
    }

    public static readonly Any PackerFunction = new PyFunction("packer", "base_name, base_dir, **options", (Any[] a) => Packer(a[0], a[1], a[2].As<PyDict<Any, Any>>()));
}

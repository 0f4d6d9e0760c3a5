using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace OperatingSystem;

public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("operating_system.py");
    internal static Any Doc = Any.None;
    internal static Any Os = Any.Unbound;
    internal static Any Stat = Any.Unbound;
    internal static Any Errno = Any.Unbound;
    internal static Any Tempfile = Any.Unbound;
    internal static Any Sys = Any.Unbound;
    internal static Any D = Any.Unbound;
    internal static Any X = Any.Unbound;
    internal static Any F_ = Any.Unbound;
    internal static Any Top = Any.Unbound;
    internal static Any Ds = Any.Unbound;
    internal static Any Fs = Any.Unbound;
    internal static Any S = Any.Unbound;
    internal static Any It = Any.Unbound;
    internal static Any E = Any.Unbound;
    internal static Any Fd = Any.Unbound;
    internal static Any R = Any.Unbound;
    internal static Any W = Any.Unbound;
    internal static Any P = Any.Unbound;
    internal static Any Ntpath = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "operating_system.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("os", () => Os, value => Os = value)
        .Variable("stat", () => Stat, value => Stat = value)
        .Variable("errno", () => Errno, value => Errno = value)
        .Variable("tempfile", () => Tempfile, value => Tempfile = value)
        .Variable("sys", () => Sys, value => Sys = value)
        .Variable("d", () => D, value => D = value)
        .Member("t", () => TFunction)
        .Variable("x", () => X, value => X = value)
        .Variable("f", () => F_, value => F_ = value)
        .Variable("top", () => Top, value => Top = value)
        .Variable("ds", () => Ds, value => Ds = value)
        .Variable("fs", () => Fs, value => Fs = value)
        .Variable("s", () => S, value => S = value)
        .Variable("it", () => It, value => It = value)
        .Variable("e", () => E, value => E = value)
        .Variable("fd", () => Fd, value => Fd = value)
        .Variable("r", () => R, value => R = value)
        .Variable("w", () => W, value => W = value)
        .Variable("p", () => P, value => P = value)
        .Variable("ntpath", () => Ntpath, value => Ntpath = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("operating_system.py", args, Definition);

    public static void T(Any f, PyTuple a, PyDict<Any, Any> k)
    {
        try
        {
            Any r = f.Call(new Arguments { new Star(a), new StarStar(k) });
            Print(f.Get("__name__"), Repr(r));
        }
        catch (PyException e)
        {
            using var handling = Handling.Of(e);
            Print(f.Get("__name__"), PyType.Of(e).Name, ((Any)ToStr(e)).Invoke("replace", D, "D"));
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Os = Modules.Import("os");
        Stat = Modules.Import("stat");
        Errno = Modules.Import("errno");
        Tempfile = Modules.Import("tempfile");
        Sys = Modules.Import("sys");
        D = Tempfile.Get("mkdtemp").Call();
        Os.Get("chdir").Call(D);
        Os.Get("makedirs").Call("a/b/c");
        foreach (var item in new string[] { "a/f1.txt", "a/b/f2.py", "a/b/c/f3" })
        {
            X = item;
            F_ = TextFile.Open(X, "w");
            var manager = Context.Of(F_);
            manager.Enter();
            try
            {
                F_.Invoke("write", X);
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
        }
        T(Os.Get("mkdir"), PyTuple.Of("a"), new PyDict<Any, Any>());
        T(Os.Get("mkdir"), PyTuple.Of("x/y"), new PyDict<Any, Any>());
        T(Os.Get("rmdir"), PyTuple.Of("a"), new PyDict<Any, Any>());
        T(Os.Get("rmdir"), PyTuple.Of("nope"), new PyDict<Any, Any>());
        T(Os.Get("remove"), PyTuple.Of("a"), new PyDict<Any, Any>());
        T(Os.Get("remove"), PyTuple.Of("nope"), new PyDict<Any, Any>());
        T(Os.Get("makedirs"), PyTuple.Of("a/b"), new PyDict<Any, Any>());
        T(Os.Get("makedirs"), PyTuple.Of("a/b"), new PyDict<Any, Any> { ["exist_ok"] = true });
        T(Os.Get("makedirs"), PyTuple.Of("a/f1.txt/z"), new PyDict<Any, Any>());
        T(Os.Get("listdir"), PyTuple.Of("nope"), new PyDict<Any, Any>());
        T(Os.Get("listdir"), PyTuple.Of("a/f1.txt"), new PyDict<Any, Any>());
        T(Os.Get("stat"), PyTuple.Of("nope"), new PyDict<Any, Any>());
        T(Os.Get("stat"), PyTuple.Of(1.5), new PyDict<Any, Any>());
        T(Os.Get("mkdir"), PyTuple.Of(3.5), new PyDict<Any, Any>());
        T(Os.Get("chdir"), PyTuple.Of("nope"), new PyDict<Any, Any>());
        Print(Sequences.Sorted(Sequences.Of(Os.Get("listdir").Call("a"))), Sequences.Sorted(Sequences.Of(Os.Get("listdir").Call(PyBytes.FromLatin1("a")))));
        foreach (var item2 in Sequences.Of(Os.Get("walk").Call("a")))
        {
            var items = Operators.Unpack(item2, 3);
            Top = items[0];
            Ds = items[1];
            Fs = items[2];
            Ds.Invoke("sort");
            Print(Top, Ds, Sequences.Sorted(Sequences.Of(Fs)));
        }
        foreach (var item3 in Sequences.Of(Os.Get("walk").Call(new Arguments { "a", { "topdown", false } })))
        {
            var items2 = Operators.Unpack(item3, 3);
            Top = items2[0];
            Ds = items2[1];
            Fs = items2[2];
            Print(Top, Sequences.Sorted(Sequences.Of(Ds)), Sequences.Sorted(Sequences.Of(Fs)));
        }
        S = Os.Get("stat").Call("a/f1.txt");
        Print(S.Get("st_size"), Stat.Get("filemode").Call(S.Get("st_mode")), Stat.Get("S_ISREG").Call(S.Get("st_mode")), Len(S), Builtins.Get("type").Call(S), S[6], S.Get("st_nlink"), IsInstance(S.Get("st_mtime"), Builtins.Get("float")), Operators.Compare(Comparison.Eq, Any.FloorDiv(S.Get("st_mtime_ns"), PyInt.Pow((PyInt)10, 9)), S[8]));
        Os.Get("chmod").Call("a/f1.txt", 384);
        Print(Oct(Os.Get("stat").Call("a/f1.txt").Get("st_mode")));
        Os.Get("symlink").Call("f1.txt", "a/link");
        Print(Os.Get("readlink").Call("a/link"), Os.Get("path").Get("islink").Call("a/link"), Operators.Compare(Comparison.Eq, Os.Get("path").Get("realpath").Call("a/link"), Os.Get("path").Get("join").Call(Os.Get("path").Get("realpath").Call(D), "a/f1.txt")));
        T(Os.Get("readlink"), PyTuple.Of("a/f1.txt"), new PyDict<Any, Any>());
        T(Os.Get("symlink"), PyTuple.Of("q", "a/link"), new PyDict<Any, Any>());
        T(Os.Get("rename"), PyTuple.Of("nope", "b"), new PyDict<Any, Any>());
        T(Os.Get("replace"), PyTuple.Of("a/f1.txt", "a/b"), new PyDict<Any, Any>());
        Os.Get("rename").Call("a/f1.txt", "a/g.txt");
        Print(Os.Get("path").Get("exists").Call("a/link"), Os.Get("path").Get("lexists").Call("a/link"));
        Os.Get("utime").Call("a/g.txt", PyTuple.Of(1000, 2000.5));
        S = Os.Get("stat").Call("a/g.txt");
        Print(S.Get("st_atime"), S.Get("st_mtime"), S.Get("st_mtime_ns"));
        Os.Get("utime").Call(new Arguments { "a/g.txt", { "ns", PyTuple.Of(5, 1500000001) } });
        S = Os.Get("stat").Call("a/g.txt");
        Print(S.Get("st_atime_ns"), S.Get("st_mtime_ns"), Os.Get("path").Get("getmtime").Call("a/g.txt"));
        var manager2 = Context.Of(Os.Get("scandir").Call("a"));
        Any entered = manager2.Enter();
        try
        {
            It = entered;
            foreach (var item4 in Sequences.Sorted(Sequences.Of(It), key: e => e.Get("name")))
            {
                E = item4;
                Print(E, E.Get("name"), E.Get("path"), E.Invoke("is_dir"), E.Invoke("is_file"), E.Invoke("is_symlink"), E.Invoke("is_file", new Arguments { { "follow_symlinks", false } }));
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
        Os.Get("environ").SetItem("PYX", "v");
        Print(Os.Get("getenv").Call("PYX"), Os.Get("environ").Invoke("get", "NOPE"), Os.Get("environ").Contains("PYX"), Os.Get("environb")[PyBytes.FromLatin1("PYX")]);
        try
        {
            _ = Os.Get("environ")["NOPE"];
        }
        catch (KeyError caught)
        {
            E = caught;
            Print("KeyError", E);
            E = Any.Unbound;
        }
        try
        {
            Os.Get("environ").SetItem("a", 1);
        }
        catch (TypeError caught2)
        {
            E = caught2;
            Print(E);
            E = Any.Unbound;
        }
        try
        {
            _ = Os.Get("environ")[1];
        }
        catch (TypeError caught3)
        {
            E = caught3;
            Print(E);
            E = Any.Unbound;
        }
        Os.Get("environ").DeleteItem("PYX");
        Print(Os.Get("environ").Invoke("pop", "PYX", "gone"), Builtins.Get("type").Call(Os.Get("environ")));
        Fd = Os.Get("open").Call("fd.bin", Os.Get("O_RDWR") | Os.Get("O_CREAT"));
        Print(Os.Get("write").Call(Fd, PyBytes.FromLatin1("hello")), Os.Get("lseek").Call(Fd, 1, Os.Get("SEEK_SET")), Os.Get("read").Call(Fd, 3), Os.Get("fstat").Call(Fd).Get("st_size"));
        Os.Get("ftruncate").Call(Fd, 2);
        Os.Get("close").Call(Fd);
        Print(Os.Get("path").Get("getsize").Call("fd.bin"));
        T(Os.Get("close"), PyTuple.Of(99), new PyDict<Any, Any>());
        T(Os.Get("read"), PyTuple.Of(99, 1), new PyDict<Any, Any>());
        var items3 = Operators.Unpack(Os.Get("pipe").Call(), 2);
        R = items3[0];
        W = items3[1];
        var manager3 = Context.Of(Os.Get("fdopen").Call(W, "w"));
        Any entered2 = manager3.Enter();
        try
        {
            F_ = entered2;
            F_.Invoke("write", "piped\n");
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
        var manager4 = Context.Of(Os.Get("fdopen").Call(R));
        Any entered3 = manager4.Enter();
        try
        {
            F_ = entered3;
            Print(F_.Invoke("read"));
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
        var manager5 = Context.Of(Builtins.Get("open").Call(Os.Get("open").Call("fd.bin", Os.Get("O_RDONLY")), "rb"));
        Any entered4 = manager5.Enter();
        try
        {
            F_ = entered4;
            Print(F_.Invoke("read"), F_.Get("name").Get("__class__"));
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
        P = Os.Get("path");
        foreach (var item5 in new Any[] { "", "/", "//", "///a", "a//b/", "/a/../b", "../..//x", "./", "a/b.tar.gz", ".bashrc", "a/.x.y", PyBytes.FromLatin1("a/b") })
        {
            X = item5;
            Print(X, P.Invoke("split", X), P.Invoke("splitext", X), P.Invoke("normpath", X), P.Invoke("isabs", X), P.Invoke("basename", X), P.Invoke("dirname", X), P.Invoke("splitroot", X), P.Invoke("splitdrive", X));
        }
        Print(P.Invoke("join", new Arguments { "a", "b", "/c", "d" }), P.Invoke("join", "a", ""), P.Invoke("join", "", "x"), P.Invoke("join", PyBytes.FromLatin1("a"), PyBytes.FromLatin1("b")));
        T(P.Get("join"), PyTuple.Of("a", PyBytes.FromLatin1("b")), new PyDict<Any, Any>());
        T(P.Get("join"), PyTuple.Of("a", 1), new PyDict<Any, Any>());
        Print(P.Invoke("relpath", "/a/b/c", "/a/d"), P.Invoke("relpath", "x"), P.Invoke("relpath", "..", "."), P.Invoke("relpath", "/", "/"), P.Invoke("commonpath", (PyList<Any>)["/a/b/c", "/a/b/d"]), P.Invoke("commonprefix", (PyList<Any>)["abc", "abd"]), P.Invoke("commonprefix", (PyList<Any>)[(PyList<Any>)[1, 2], (PyList<Any>)[1, 3]]));
        T(P.Get("commonpath"), PyTuple.Of((PyList<Any>)[]), new PyDict<Any, Any>());
        T(P.Get("commonpath"), PyTuple.Of((PyList<Any>)["/a", "b"]), new PyDict<Any, Any>());
        T(P.Get("relpath"), PyTuple.Of(""), new PyDict<Any, Any>());
        Os.Get("environ").SetItem("V", "val");
        Print(P.Invoke("expandvars", "$V/${V}x/$NO/${"), P.Invoke("expanduser", "~root"), P.Invoke("expanduser", "a~"));
        T(P.Get("realpath"), PyTuple.Of("zzz/q"), new PyDict<Any, Any> { ["strict"] = true });
        Print(P.Invoke("samefile", "a", "./a"), P.Invoke("isfile", "a"), P.Invoke("ismount", "/"));
        Print(Os.Get("fspath").Call("a"), Os.Get("fsencode").Call("é"));
        T(Os.Get("fspath"), PyTuple.Of(1), new PyDict<Any, Any>());
        Print(Errno.Get("ENOENT"), Errno.Get("errorcode")[2], Os.Get("strerror").Call(2), Os.Get("strerror").Call(9999), Stat.Get("S_IMODE").Call(33188), Os.Get("sep"), Os.Get("linesep"), Os.Get("name"), Os.Get("curdir"));
        _ = false ? Os.Get("removedirs").Call("a/b/c") : Any.None;
        Os.Get("renames").Call("fd.bin", "n/m/fd.bin");
        Print(P.Invoke("exists", "n/m/fd.bin"));
        Os.Get("truncate").Call("n/m/fd.bin", 1);
        Print(Os.Get("stat").Call("n/m/fd.bin").Get("st_size"));
        Print(Os.Get("get_exec_path").Call(new PyDict<Any, Any> { ["PATH"] = "/a:/b" }), Os.Get("error"), Os.Get("stat_result"), Os.Get("terminal_size").Call(PyTuple.Of(80, 24)));
        Ntpath = Modules.Import("ntpath");
        foreach (var item6 in new string[] { "C:\\a\\b", "c:x", "\\\\srv\\share\\x", "a/b\\..\\c", "C:/" })
        {
            X = item6;
            Print(Ntpath.Get("split").Call(X), Ntpath.Get("splitroot").Call(X), Ntpath.Get("normpath").Call(X), Ntpath.Get("isabs").Call(X), Ntpath.Get("splitdrive").Call(X));
        }
        Print(Ntpath.Get("join").Call("C:\\a", "b", "D:\\x"), Ntpath.Get("join").Call("C:", "b"), Ntpath.Get("join").Call("C:\\a", "\\z"), Ntpath.Get("normcase").Call("A/B"));
        Print(Os.Get("access").Call("a", Os.Get("R_OK")), Os.Get("access").Call("nope", Os.Get("F_OK")), Operators.Is(Os.Get("path"), Sys.Get("modules")["posixpath"]), Os.Get("path").Get("__name__"));
    }

    public static readonly Any TFunction = new PyFunction("t", "f, *a, **k", (Any[] a) => T(a[0], a[1].As<PyTuple>(), a[2].As<PyDict<Any, Any>>()));
}

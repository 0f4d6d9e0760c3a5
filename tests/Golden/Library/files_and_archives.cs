using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace FilesAndArchives;

public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("files_and_archives.py");
    internal static Any Doc = Any.None;
    internal static Any Os = Any.Unbound;
    internal static Any Sys = Any.Unbound;
    internal static Any Shutil = Any.Unbound;
    internal static Any Glob = Any.Unbound;
    internal static Any Tempfile = Any.Unbound;
    internal static Any Pathlib = Any.Unbound;
    internal static Any Fnmatch = Any.Unbound;
    internal static Any Stat = Any.Unbound;
    internal static Any Json = Any.Unbound;
    internal static Any Csv = Any.Unbound;
    internal static Any Configparser = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Any Shelve = Any.Unbound;
    internal static Any Zipfile = Any.Unbound;
    internal static Any Tarfile = Any.Unbound;
    internal static Any Io = Any.Unbound;
    internal static Any Path = Any.Unbound;
    internal static Any Root = Any.Unbound;
    internal static PyInt I;
    internal static Any D = Any.Unbound;
    internal static Any Dirs = Any.Unbound;
    internal static Any Files = Any.Unbound;
    internal static Any It = Any.Unbound;
    internal static Any Bad = Any.Unbound;
    internal static Any E = Any.Unbound;
    internal static Any Z = Any.Unbound;
    internal static Any F_ = Any.Unbound;
    internal static Any Zp = Any.Unbound;
    internal static Any T = Any.Unbound;
    internal static Any Info = Any.Unbound;
    internal static Any W = Any.Unbound;
    internal static Any O = Any.Unbound;
    internal static Any S = Any.Unbound;
    internal static Any Cp = Any.Unbound;
    internal static Any Fd = Any.Unbound;
    internal static Any R = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "files_and_archives.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("os", () => Os, value => Os = value)
        .Variable("sys", () => Sys, value => Sys = value)
        .Variable("shutil", () => Shutil, value => Shutil = value)
        .Variable("glob", () => Glob, value => Glob = value)
        .Variable("tempfile", () => Tempfile, value => Tempfile = value)
        .Variable("pathlib", () => Pathlib, value => Pathlib = value)
        .Variable("fnmatch", () => Fnmatch, value => Fnmatch = value)
        .Variable("stat", () => Stat, value => Stat = value)
        .Variable("json", () => Json, value => Json = value)
        .Variable("csv", () => Csv, value => Csv = value)
        .Variable("configparser", () => Configparser, value => Configparser = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("shelve", () => Shelve, value => Shelve = value)
        .Variable("zipfile", () => Zipfile, value => Zipfile = value)
        .Variable("tarfile", () => Tarfile, value => Tarfile = value)
        .Variable("io", () => Io, value => Io = value)
        .Variable("Path", () => Path, value => Path = value)
        .Variable("root", () => Root, value => Root = value)
        .Variable("i", () => I, value => I = value.As<PyInt>())
        .Variable("d", () => D, value => D = value)
        .Variable("dirs", () => Dirs, value => Dirs = value)
        .Variable("files", () => Files, value => Files = value)
        .Variable("it", () => It, value => It = value)
        .Variable("bad", () => Bad, value => Bad = value)
        .Variable("e", () => E, value => E = value)
        .Variable("z", () => Z, value => Z = value)
        .Variable("f", () => F_, value => F_ = value)
        .Variable("zp", () => Zp, value => Zp = value)
        .Variable("t", () => T, value => T = value)
        .Variable("info", () => Info, value => Info = value)
        .Variable("w", () => W, value => W = value)
        .Variable("o", () => O, value => O = value)
        .Variable("s", () => S, value => S = value)
        .Variable("cp", () => Cp, value => Cp = value)
        .Variable("fd", () => Fd, value => Fd = value)
        .Variable("r", () => R, value => R = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("files_and_archives.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any value = default;
        Os = Modules.Import("os");
        Sys = Modules.Import("sys");
        Shutil = Modules.Import("shutil");
        Glob = Modules.Import("glob");
        Tempfile = Modules.Import("tempfile");
        Pathlib = Modules.Import("pathlib");
        Fnmatch = Modules.Import("fnmatch");
        Stat = Modules.Import("stat");
        Json = Modules.Import("json");
        Csv = Modules.Import("csv");
        Configparser = Modules.Import("configparser");
        Pickle = Modules.Import("pickle");
        Shelve = Modules.Import("shelve");
        Zipfile = Modules.Import("zipfile");
        Tarfile = Modules.Import("tarfile");
        Io = Modules.Import("io");
        Path = Modules.ImportFrom("pathlib", "Path");
        Root = Path.Call(Tempfile.Get("mkdtemp").Call());
        Os.Get("chdir").Call(Root);
        (Root / "a/b/c").Invoke("mkdir", new Arguments { { "parents", true } });
        foreach (var item in Sequences.Range(3))
        {
            I = item;
            (Root / F($"a/f{I}.txt")).Invoke("write_text", Str.Repeat(F($"file {I}\n"), I + 1));
        }
        (Root / "a/b/x.bin").Invoke("write_bytes", Os.Get("urandom").Call(10));
        (Root / "a/b/c/.hidden").Invoke("touch");
        Print(Sequences.Sorted(Sequences.Of(Root.Invoke("rglob", "*")).Select(p => p.Invoke("relative_to", Root).Invoke("as_posix"))));
        Print(Sequences.Sorted(Sequences.Of(Glob.Get("glob").Call(new Arguments { "a/**/*.txt", { "recursive", true } }))), Sequences.Sorted(Sequences.Of(Glob.Get("glob").Call("a/*[12].txt"))), Glob.Get("glob").Call("nope*"));
        foreach (var item2 in Sequences.Of(Os.Get("walk").Call("a")))
        {
            var items = Operators.Unpack(item2, 3);
            D = items[0];
            Dirs = items[1];
            Files = items[2];
            Dirs.Invoke("sort");
            Print(D, Dirs, Sequences.Sorted(Sequences.Of(Files)));
        }
        Shutil.Get("copytree").Call(new Arguments { "a", "copy", { "ignore", Shutil.Get("ignore_patterns").Call("*.bin") } });
        Print(Sequences.Sorted(Sequences.Of(Os.Get("listdir").Call("copy/b"))));
        Shutil.Get("move").Call("copy/f0.txt", "moved.txt");
        Os.Get("replace").Call("moved.txt", "copy/b/f0");
        Print(Os.Get("path").Get("getsize").Call("copy/b/f0"), Os.Get("path").Get("splitext").Call("x/y.tar.gz"), Os.Get("path").Get("relpath").Call("a/b", "copy"));
        Os.Get("symlink").Call("a", "link");
        Print(Os.Get("readlink").Call("link"), Path.Call("link").Invoke("is_symlink"), Operators.Compare(Comparison.Eq, Path.Call("link/f1.txt").Invoke("resolve"), (Root / "a/f1.txt").Invoke("resolve")));
        Os.Get("chmod").Call("a/f0.txt", 416);
        Print(Oct(Stat.Get("S_IMODE").Call(Os.Get("stat").Call("a/f0.txt").Get("st_mode"))), Stat.Get("filemode").Call(Os.Get("stat").Call("a").Get("st_mode"))[0]);
        var manager = Context.Of(Os.Get("scandir").Call("a"));
        Any entered = manager.Enter();
        try
        {
            It = entered;
            Print(Sequences.Sorted(Sequences.Of(It).Select(e => (e.Get("name"), e.Invoke("is_dir"), e.Invoke("is_file")))));
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
        foreach (var item3 in new Any[] { new PyFunction("<lambda>", "", () => Os.Get("mkdir").Call("a")), new PyFunction("<lambda>", "", () => Os.Get("rmdir").Call("a")), new PyFunction("<lambda>", "", () => Os.Get("remove").Call("zz")), new PyFunction("<lambda>", "", () => Os.Get("listdir").Call("a/f0.txt")), new PyFunction("<lambda>", "", () => (Any)TextFile.Open("a")), new PyFunction("<lambda>", "", () => Path.Call("a").Invoke("unlink")), new PyFunction("<lambda>", "", () => Os.Get("rename").Call("no", "x")), new PyFunction("<lambda>", "", () => Shutil.Get("rmtree").Call("none")) })
        {
            Bad = item3;
            try
            {
                Bad.Call();
            }
            catch (OSError caught)
            {
                E = caught;
                using var handling = Handling.Of(caught);
                Print(PyType.Of(E).Name, E.Get("errno"), E.Get("strerror"), E.Get("filename"), E.Get("filename2"));
                E = Any.Unbound;
            }
        }
        var manager2 = Context.Of(Zipfile.Get("ZipFile").Call("z.zip", "w", Zipfile.Get("ZIP_DEFLATED")));
        Any entered2 = manager2.Enter();
        try
        {
            Z = entered2;
            Z.Invoke("write", "a/f1.txt", "one.txt");
            Z.Invoke("writestr", "dir/two", Str.Repeat("zwei", 20));
            Z.Invoke("mkdir", "empty");
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
        var manager3 = Context.Of(Zipfile.Get("ZipFile").Call("z.zip"));
        Any entered3 = manager3.Enter();
        try
        {
            Z = entered3;
            Print(Z.Invoke("namelist"), Z.Invoke("testzip"), Z.Invoke("read", "dir/two")[new PySlice(Any.None, 4, Any.None)], new PyList<(Any, Any, Any, Any)>(Sequences.Of(Z.Invoke("infolist")).Select(i => (i.Get("filename"), i.Get("file_size"), i.Get("compress_type"), i.Invoke("is_dir")))));
            var manager4 = Context.Of(Z.Invoke("open", "one.txt"));
            Any entered4 = manager4.Enter();
            try
            {
                F_ = entered4;
                Print(F_.Invoke("readline"), new PyList<Any>(Sequences.Of(F_)));
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
            Zp = Zipfile.Get("Path").Call(Z);
            Print(Sequences.Sorted(Sequences.Of(Zp.Invoke("iterdir")).Select(p => p.Get("name"))), (Zp / "dir" / "two").Invoke("read_text")[new PySlice(Any.None, 8, Any.None)], Zp.Invoke("joinpath", "one.txt").Invoke("exists"));
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
        var manager5 = Context.Of(Tarfile.Get("open").Call("t.tgz", "w:gz"));
        Any entered5 = manager5.Enter();
        try
        {
            T = entered5;
            T.Invoke("add", new Arguments { "a", { "arcname", "top" } });
            Info = Tarfile.Get("TarInfo").Call("mem");
            Info.Set("size", 3);
            T.Invoke("addfile", Info, Io.Get("BytesIO").Call(PyBytes.FromLatin1("abc")));
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
        var manager6 = Context.Of(Tarfile.Get("open").Call("t.tgz"));
        Any entered6 = manager6.Enter();
        try
        {
            T = entered6;
            Print(Sequences.Sorted(Sequences.Of(T.Invoke("getnames"))), T.Invoke("extractfile", "mem").Invoke("read"), T.Invoke("getmember", "top/f1.txt").Get("size"));
            T.Invoke("extractall", new Arguments { "out", { "filter", "data" } });
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
        Print(Sequences.Sorted(Sequences.Of(Os.Get("listdir").Call("out/top"))));
        F_ = TextFile.Open("d.csv", "w", newline: "");
        var manager7 = Context.Of(F_);
        manager7.Enter();
        try
        {
            W = Csv.Get("DictWriter").Call(new Arguments { F_, (PyList<Any>)["k", "v"], { "quoting", Csv.Get("QUOTE_NONNUMERIC") } });
            W.Invoke("writeheader");
            W.Invoke("writerows", (PyList<Any>)[new PyDict<Any, Any> { ["k"] = "q\"x", ["v"] = 1.5 }, new PyDict<Any, Any> { ["k"] = "a,b\nc", ["v"] = 2 }]);
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
        Print(Str.Encode(TextFile.Open("d.csv", newline: "").Read()), new PyList<Any>(Sequences.Of(Csv.Get("DictReader").Call(TextFile.Open("d.csv", newline: "")))));
        var manager8 = Context.Of(Builtins.Get("open").Call("p.pkl", "wb"));
        Any entered7 = manager8.Enter();
        try
        {
            F_ = entered7;
            foreach (var item4 in new Any[] { new PyDict<string, PyList<Any>> { ["a"] = (PyList<Any>)[1, PyTuple.Of(2, 3)] }, "text", (PySet<PyInt>)[1, 2], (Any)PyBytes.FromLatin1("x") * 300, PyInt.Pow((PyInt)2, 70), 1.5, Any.None })
            {
                O = item4;
                Pickle.Get("dump").Call(new Arguments { O, F_, { "protocol", 4 } });
            }
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
        var manager9 = Context.Of(Builtins.Get("open").Call("p.pkl", "rb"));
        Any entered8 = manager9.Enter();
        try
        {
            F_ = entered8;
            while (true)
            {
                try
                {
                    Print(Str.Slice(Repr(Pickle.Get("load").Call(F_)), 0, 40));
                }
                catch (EOFError caught2)
                {
                    E = caught2;
                    Print("EOF", E);
                    break;
                }
            }
        }
        catch (BaseException error9)
        {
            if (!manager9.Exit(error9))
            {
                throw;
            }
        }
        finally
        {
            manager9.Exit();
        }
        var manager10 = Context.Of(Shelve.Get("open").Call("sh"));
        Any entered9 = manager10.Enter();
        try
        {
            S = entered9;
            S.SetItem("x", (PyList<Any>)[1, 2]);
            S.SetItem("y", new PyDict<Any, Any> { ["k"] = 1 });
            Print(Sequences.Sorted(Sequences.Of(S)));
        }
        catch (BaseException error10)
        {
            if (!manager10.Exit(error10))
            {
                throw;
            }
        }
        finally
        {
            manager10.Exit();
        }
        var manager11 = Context.Of(Shelve.Get("open").Call(new Arguments { "sh", { "writeback", true } }));
        Any entered10 = manager11.Enter();
        try
        {
            S = entered10;
            S["x"].Invoke("append", 3);
            Print(S["x"], S.Contains("z"), Len(S));
        }
        catch (BaseException error11)
        {
            if (!manager11.Exit(error11))
            {
                throw;
            }
        }
        finally
        {
            manager11.Exit();
        }
        var manager12 = Context.Of(Shelve.Get("open").Call("sh"));
        Any entered11 = manager12.Enter();
        try
        {
            S = entered11;
            Print(Builtins.Get("dict").Call(S));
        }
        catch (BaseException error12)
        {
            if (!manager12.Exit(error12))
            {
                throw;
            }
        }
        finally
        {
            manager12.Exit();
        }
        Cp = Configparser.Get("ConfigParser").Call();
        Cp.Invoke("read_string", "[a]\nx = 1\ny: %(x)s2\n[b]\nz = multi\n   line\n");
        Print(Builtins.Get("dict").Call(Cp["a"]), Cp.Invoke("getint", "a", "y"), Cp["b"]["z"]);
        Fd = Os.Get("open").Call("low", Os.Get("O_RDWR") | Os.Get("O_CREAT"), 384);
        Print(Os.Get("write").Call(Fd, PyBytes.FromLatin1("hello")), Os.Get("lseek").Call(Fd, 1, 0), Os.Get("read").Call(Fd, 10), Os.Get("fstat").Call(Fd).Get("st_size"));
        Os.Get("ftruncate").Call(Fd, 2);
        Os.Get("close").Call(Fd);
        Print(Path.Call("low").Invoke("read_bytes"));
        var items2 = Operators.Unpack(Os.Get("pipe").Call(), 2);
        R = items2[0];
        W = items2[1];
        Os.Get("write").Call(W, PyBytes.FromLatin1("pipe"));
        Os.Get("close").Call(W);
        Print(Os.Get("read").Call(R, 10), Os.Get("read").Call(R, 1));
        Os.Get("close").Call(R);
        Print(Operators.Compare(Comparison.Gt, Shutil.Get("disk_usage").Call("/").Get("total"), 0), !Shutil.Get("which").Call("sh").IsNone, Operators.Compare(Comparison.NotEq, Os.Get("path").Get("expanduser").Call("~"), "~"), Os.Get("environ").Invoke("get", "NOPE", "d"));
        Print((value = Operators.Compare(Comparison.Eq, Shutil.Get("make_archive").Call("arch", "zip", "a"), ToStr(Root / "arch.zip"))).Truth ? value : Os.Get("path").Get("basename").Call(Shutil.Get("make_archive").Call("arch", "zip", "a")));
        Os.Get("chdir").Call("/");
        Shutil.Get("rmtree").Call(Root);
        Print(Root.Invoke("exists"));
    }
}

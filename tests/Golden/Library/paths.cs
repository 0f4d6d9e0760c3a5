using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Paths;

public static class Module
{
    internal static Any D = Any.Unbound;
    internal static Any P = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("paths.py", args, Run);

    public static void T(Any f, PyTuple a, PyDict<Any, Any> k)
    {
        try
        {
            Print(Repr(f.Call(new Arguments { new Star(a), new StarStar(k) })));
        }
        catch (PyException e)
        {
            Print(PyType.Of(e).Name, Str.Replace(ToStr(e), ToStr(D), "D"));
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any p = default;
        Modules.Import("pathlib");
        Any purePath = Modules.ImportFrom("pathlib", "PurePath");
        Any purePosixPath = Modules.ImportFrom("pathlib", "PurePosixPath");
        Any pureWindowsPath = Modules.ImportFrom("pathlib", "PureWindowsPath");
        Any path = Modules.ImportFrom("pathlib", "Path");
        Any windowsPath = Modules.ImportFrom("pathlib", "WindowsPath");
        Any os = Modules.Import("os");
        Any tempfile = Modules.Import("tempfile");
        Any pathlib = Modules.Import("pathlib");
        D = path.Call(tempfile.Get("mkdtemp").Call());
        P = purePosixPath;
        foreach (var s in new Any[] { "", ".", "/", "//a/b", "///a", "a/./b//c/", "../x.tar.gz", ".bashrc", "a.", "..", "/a/b.py", "x..y" })
        {
            p = P.Call(s);
            Print(Repr(p), ToStr(p), p.Get("parts"), p.Get("anchor"), p.Get("name"), p.Get("stem"), p.Get("suffix"), p.Get("suffixes"), p.Get("parent"), new PyList<Any>(Sequences.Of(p.Get("parents"))), p.Invoke("is_absolute"));
        }
        foreach (var s in new Any[] { "", "C:", "C:/", "c:\\a\\b.txt", "c:a", "\\\\srv\\share\\d", "//srv/share", "\\a", "a/b" })
        {
            p = pureWindowsPath.Call(s);
            Print(Repr(p), ToStr(p), p.Get("parts"), p.Get("drive"), p.Get("root"), p.Get("anchor"), p.Get("name"), p.Get("parent"), p.Invoke("is_absolute"), p.Invoke("as_posix"));
        }
        Print(Operators.Compare(Comparison.Eq, pureWindowsPath.Call("C:/A"), pureWindowsPath.Call("c:\\a")), Operators.Compare(Comparison.Eq, P.Call("a"), P.Call("A")), Operators.Compare(Comparison.Eq, P.Call("a"), pureWindowsPath.Call("a")), Operators.Compare(Comparison.Lt, P.Call("a"), P.Call("b")), Sequences.Sorted((PyList<Any>)[P.Call("b"), P.Call("a/z"), P.Call("a")]), Hash(P.Call("a")) == Hash(P.Call("a")));
        Print(P.Call("a") / "b" / P.Call("/c"), "x" / P.Call("y"), P.Call(new Arguments { "a", "b", "..", "c" }), P.Call("a").Invoke("joinpath", "b", "c"), pureWindowsPath.Call("c:/x") / "d:/y", pureWindowsPath.Call("a") / P.Call("b\\c"));
        T(new PyFunction("<lambda>", "", () => P.Call("a") / 1), PyTuple.Of(), new PyDict<Any, Any>());
        T(P, PyTuple.Of(1), new PyDict<Any, Any>());
        T(P, PyTuple.Of(PyBytes.FromLatin1("a")), new PyDict<Any, Any>());
        T(new PyFunction("<lambda>", "", () => Operators.Compare(Comparison.Lt, P.Call("a"), 1)), PyTuple.Of(), new PyDict<Any, Any>());
        T(P.Call("a/b.txt").Get("with_name"), PyTuple.Of("c"), new PyDict<Any, Any>());
        T(P.Call("a/b.txt").Get("with_name"), PyTuple.Of(""), new PyDict<Any, Any>());
        T(P.Call("/").Get("with_name"), PyTuple.Of("x"), new PyDict<Any, Any>());
        T(P.Call("a").Get("with_name"), PyTuple.Of("b/c"), new PyDict<Any, Any>());
        T(P.Call("a/b.txt").Get("with_suffix"), PyTuple.Of(".py"), new PyDict<Any, Any>());
        T(P.Call("a/b.txt").Get("with_suffix"), PyTuple.Of(""), new PyDict<Any, Any>());
        T(P.Call("a/b.txt").Get("with_suffix"), PyTuple.Of("py"), new PyDict<Any, Any>());
        T(P.Call("a").Get("with_suffix"), PyTuple.Of("."), new PyDict<Any, Any>());
        T(P.Call("").Get("with_suffix"), PyTuple.Of(".x"), new PyDict<Any, Any>());
        T(P.Call("a/b.txt").Get("with_stem"), PyTuple.Of("q"), new PyDict<Any, Any>());
        T(P.Call("a/b").Get("with_stem"), PyTuple.Of("q"), new PyDict<Any, Any>());
        T(P.Call("a/b.txt").Get("with_stem"), PyTuple.Of(""), new PyDict<Any, Any>());
        T(P.Call("/a/b/c").Get("relative_to"), PyTuple.Of("/a"), new PyDict<Any, Any>());
        T(P.Call("/a/b").Get("relative_to"), PyTuple.Of("/x"), new PyDict<Any, Any>());
        T(P.Call("/a/b").Get("relative_to"), PyTuple.Of("/a/c/d"), new PyDict<Any, Any> { ["walk_up"] = true });
        T(P.Call("/a").Get("relative_to"), PyTuple.Of("b"), new PyDict<Any, Any> { ["walk_up"] = true });
        T(P.Call("a").Get("relative_to"), PyTuple.Of("../b"), new PyDict<Any, Any> { ["walk_up"] = true });
        Print(P.Call("/a/b").Invoke("is_relative_to", "/a"), P.Call("/a/b").Invoke("is_relative_to", "/b"), P.Call("a").Invoke("is_relative_to", ""));
        foreach (var item in new string[] { "*.py", "b/*.py", "/a/*/*.py", "**/*.py", "a/*.py" })
        {
            Any pat = item;
            Print(pat, P.Call("/a/b/c.py").Invoke("match", pat), P.Call("/a/b/c.py").Invoke("full_match", pat), P.Call("a/b/c.py").Invoke("full_match", pat));
        }
        T(P.Call("a").Get("match"), PyTuple.Of(""), new PyDict<Any, Any>());
        Print(P.Call("/a b/é").Invoke("as_uri"), pureWindowsPath.Call("c:/a b").Invoke("as_uri"));
        T(P.Call("a").Get("as_uri"), PyTuple.Of(), new PyDict<Any, Any>());
        Print(Builtins.Get("bytes").Call(P.Call("a/é")), os.Get("fspath").Call(P.Call("a")), P.Call("a").Invoke("with_segments", "x", "y"), P.Call("a").Get("parser").Get("__name__"), new PyList<Any>(Sequences.Of(P.Call("a/b/c").Get("parents")))[1], P.Call("a/b/c").Get("parents")[-1], Len(P.Call("a/b").Get("parents")), P.Call("/a").Get("parents"));
        Any myClass = Any.Unbound;
        myClass = ClassBuilder.Build("My", "My", "__main__", new Arguments { purePosixPath }, ns =>
        {
            void Init(Any self, PyTuple a, Any extra)
            {
                ((Any)new Super(myClass.As<PyType>(), self)).Invoke("__init__", new Arguments { new Star(a) });
                self.Set("extra", extra);
            }
            ns["__init__"] = new PyFunction("My.__init__", "self, *a, extra=None", (Any[] a) => Init(a[0], a[1].As<PyTuple>(), a[2]));
            Any WithSegments(Any self, PyTuple a)
            {
                return Builtins.Get("type").Call(self).Call(new Arguments { new Star(a), { "extra", self.Get("extra") } });
            }
            ns["with_segments"] = new PyFunction("My.with_segments", "self, *a", (Any[] a) => WithSegments(a[0], a[1].As<PyTuple>()));
            ns.ClassCell(made => myClass = made);
        });
        Any my = myClass;
        Any m = my.Call(new Arguments { "a", { "extra", 3 } });
        Print(Repr(m / "b"), (m / "b").Get("extra"), m.Get("parent").Get("extra"), PyType.Of(m.Invoke("with_name", "z")).Name);
        Print(Builtins.Get("type").Call(path.Call("x")), path.Call("x").Get("__class__").Get("__mro__")[-1], IsInstance(path.Call(), purePath), path.Call(), purePath.Call("a"));
        T(windowsPath, PyTuple.Of(), new PyDict<Any, Any>());
        (D / "sub/deep").Invoke("mkdir", new Arguments { { "parents", true } });
        T((D / "sub").Get("mkdir"), PyTuple.Of(), new PyDict<Any, Any>());
        (D / "sub").Invoke("mkdir", new Arguments { { "exist_ok", true } });
        T((D / "q/r").Get("mkdir"), PyTuple.Of(), new PyDict<Any, Any>());
        Print((D / "a.txt").Invoke("write_text", "héllo\nx"), (D / "a.txt").Invoke("read_text"), (D / "a.txt").Invoke("read_bytes"), (D / "b.bin").Invoke("write_bytes", PyBytes.FromLatin1("123")));
        T((D / "a.txt").Get("write_text"), PyTuple.Of(1), new PyDict<Any, Any>());
        T((D / "nope").Get("read_text"), PyTuple.Of(), new PyDict<Any, Any>());
        (D / "sub/c.py").Invoke("touch");
        (D / "sub/deep/d.py").Invoke("touch");
        (D / ".hid").Invoke("touch");
        Print(Sequences.Sorted(Sequences.Of(D.Invoke("iterdir")).Select(p => p.Get("name"))));
        T(new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of((D / "nope").Invoke("iterdir")))), PyTuple.Of(), new PyDict<Any, Any>());
        Any rel = new PyFunction("<lambda>", "ps", (Any ps) => (Any)new PyList<Any>(Sequences.Sorted(Sequences.Of(ps).Select(p => ToStr(p.Invoke("relative_to", D)))).Select(item2 => (Any)item2)));
        foreach (var pat in new Any[] { "*", "*.txt", "**/*.py", "**", "**/", "*/", "sub/*", "sub/**/d.py", "[ab].*", "sub/../a.txt", "nope/x", "?.txt" })
        {
            Print(pat, rel.Call(D.Invoke("glob", pat)));
        }
        Print(rel.Call(D.Invoke("rglob", "*.py")), rel.Call(D.Invoke("rglob", "")), rel.Call(D.Invoke("rglob", "*")));
        T(new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of(D.Invoke("glob", "/x")))), PyTuple.Of(), new PyDict<Any, Any>());
        T(new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of(D.Invoke("glob", "")))), PyTuple.Of(), new PyDict<Any, Any>());
        foreach (var item2 in Sequences.Of(D.Invoke("walk")))
        {
            var items = Operators.Unpack(item2, 3);
            Any a = items[0];
            Any b = items[1];
            Any c = items[2];
            Print(a.Invoke("relative_to", D), Sequences.Sorted(Sequences.Of(b)), Sequences.Sorted(Sequences.Of(c)));
        }
        foreach (var item3 in Sequences.Of(D.Invoke("walk", new Arguments { { "top_down", false } })))
        {
            var items2 = Operators.Unpack(item3, 3);
            Any a = items2[0];
            Any b = items2[1];
            Any c = items2[2];
            Print(a.Invoke("relative_to", D), Sequences.Sorted(Sequences.Of(b)), Sequences.Sorted(Sequences.Of(c)));
        }
        p = D / "a.txt";
        Print(p.Invoke("exists"), p.Invoke("is_file"), p.Invoke("is_dir"), D.Invoke("is_dir"), p.Invoke("stat").Get("st_size"), (D / "x").Invoke("exists"), p.Invoke("is_symlink"), p.Invoke("is_mount"));
        Any l = D / "ln";
        l.Invoke("symlink_to", "a.txt");
        Print(l.Invoke("is_symlink"), l.Invoke("readlink"), Operators.Compare(Comparison.Eq, l.Invoke("resolve"), p.Invoke("resolve")), l.Invoke("samefile", p));
        Any n = p.Invoke("rename", D / "z.txt");
        Print(n.Get("name"), p.Invoke("exists"), l.Invoke("exists"), l.Invoke("exists", new Arguments { { "follow_symlinks", false } }));
        T(p.Get("unlink"), PyTuple.Of(), new PyDict<Any, Any>());
        p.Invoke("unlink", new Arguments { { "missing_ok", true } });
        T((D / "sub").Get("rmdir"), PyTuple.Of(), new PyDict<Any, Any>());
        l.Invoke("unlink");
        var manager = Context.Of(n.Invoke("open", "a"));
        Any entered = manager.Enter();
        try
        {
            Any f = entered;
            f.Invoke("write", "!");
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
        Print(n.Invoke("read_text"), Operators.Compare(Comparison.Eq, path.Call("~").Invoke("expanduser"), path.Invoke("home")), Operators.Compare(Comparison.Eq, path.Call("a").Invoke("absolute"), path.Invoke("cwd") / "a"), path.Call("/a/../b").Invoke("resolve"), Operators.Compare(Comparison.Eq, path.Call("~root/x").Invoke("expanduser"), path.Call(os.Get("path").Get("expanduser").Call("~root")) / "x"));
        T(path.Call("~nobodyx").Get("expanduser"), PyTuple.Of(), new PyDict<Any, Any>());
        Print(path.Invoke("from_uri", "file:///a%20b"));
        T(path.Get("from_uri"), PyTuple.Of("http://x"), new PyDict<Any, Any>());
        T((D / "nope").Get("resolve"), PyTuple.Of(), new PyDict<Any, Any> { ["strict"] = true });
        T((D / "z.txt").Get("touch"), PyTuple.Of(), new PyDict<Any, Any> { ["exist_ok"] = false });
        os.Get("chdir").Call(D);
        Print(Sequences.Sorted(Sequences.Of(Builtins.Get("map").Call(Builtins.Get("str"), path.Call().Invoke("glob", "*")))), Sequences.Sorted(Sequences.Of(Builtins.Get("map").Call(Builtins.Get("str"), path.Call(".").Invoke("glob", "sub/*.py")))), Sequences.Sorted(Sequences.Of(Builtins.Get("map").Call(Builtins.Get("str"), path.Call("sub").Invoke("rglob", "*.py")))));
        Any copy = Modules.Import("copy");
        Print(copy.Get("copy").Call(P.Call("a/b")), new PyDict<Any, PyInt> { [P.Call("a")] = 1 }[P.Call("a")], F($"{ToStr(P.Call("a/b")):>5}|{P.Call("a")}"), pathlib.Get("UnsupportedOperation").Get("__mro__")[1]);
    }
}

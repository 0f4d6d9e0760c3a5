using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ZipPaths;

public static class Module
{
    internal static Any Path = Any.Unbound;
    internal static Any B = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("zip_paths.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any io = Modules.Import("io");
        Any zipfile = Modules.Import("zipfile");
        Any data = io.Get("BytesIO").Call();
        Any zf = zipfile.Get("ZipFile").Call(data, "w");
        zf.Invoke("writestr", "a.txt", "content of a");
        zf.Invoke("writestr", "b/c.txt", "content of c");
        zf.Invoke("writestr", "b/d/e.txt", "content of e");
        zf.Invoke("writestr", "g/h/i.tar.gz", PyBytes.FromLatin1("zz"));
        zf.Set("filename", "mem/abcde.zip");
        Path = zipfile.Get("Path").Call(zf);
        Print(new PyList<Any>(Sequences.Of(Path.Invoke("iterdir"))), Path, Repr(Path), Path.Get("name"), Path.Get("stem"), Path.Get("suffix"), Path.Get("filename"), Path.Get("parent"));
        B = Path / "b";
        Print(B, B.Get("name"), B.Invoke("is_dir"), B.Invoke("exists"), (B / "missing.txt").Invoke("exists"), B.Invoke("joinpath", "d", "e.txt").Invoke("read_text", new Arguments { { "encoding", "utf-8" } }), (B / "c.txt").Invoke("read_bytes"));
        Print(new PyList<Any>(Sequences.Of(Path.Invoke("glob", "*.txt"))), new PyList<Any>(Sequences.Of(Path.Invoke("rglob", "*.txt"))), new PyList<Any>(Sequences.Of(Path.Invoke("glob", "**/*.gz"))), new PyList<Any>(Sequences.Of(B.Invoke("glob", "?.txt"))), new PyList<Any>(Sequences.Of(Path.Invoke("glob", "*/"))));
        Print((Path / "a.txt").Invoke("match", "*.txt"), (Path / "g/h/i.tar.gz").Get("suffixes"), (B / "c.txt").Get("parent"), B.Get("parent"), (Path / "a.txt").Invoke("is_symlink"));
        Print((B / "c.txt").Invoke("relative_to", Path), (B / "d" / "e.txt").Invoke("relative_to", Path, "b"));
        foreach (var f in new Any[] { new PyFunction("<lambda>", "", () => Path.Invoke("glob", "")), new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of(Path.Invoke("glob", "**foo")))), new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of((Path / "a.txt").Invoke("iterdir")))), new PyFunction("<lambda>", "", () => B.Invoke("open")), new PyFunction("<lambda>", "", () => (Path / "zz").Invoke("open")), new PyFunction("<lambda>", "", () => (Path / "a.txt").Invoke("open", "rb", "utf-8")), new PyFunction("<lambda>", "", () => (B / "nope.txt").Invoke("read_bytes")) })
        {
            try
            {
                Print(f.Call());
            }
            catch (BaseException e) when (e is ValueError || e is OSError)
            {
                Print(PyType.Of(e).Name, e);
            }
        }
        Print(Operators.Compare(Comparison.Eq, Path, zipfile.Get("Path").Call(zf)), Operators.Compare(Comparison.Eq, Path, "foo"), Hash(Path / "a.txt") == Hash(zipfile.Get("Path").Call(zf, "a.txt")));
        var manager = Context.Of((Path / "new.txt").Invoke("open", new Arguments { "w", { "encoding", "latin-1" } }));
        Any entered = manager.Enter();
        try
        {
            Any f = entered;
            f.Invoke("write", "x");
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
        Print((Path / "new.txt").Invoke("read_text", "latin-1"));
        Any sub = ClassBuilder.Build("Sub", "Sub", "__main__", new Arguments { zipfile.Get("Path") }, ns =>
        {
        });
        Print(Repr(sub.Call(zf) / "b" / "c.txt"));
        zf.Set("filename", Any.None);
        foreach (var name in new string[] { "name", "filename", "parent", "suffix", "stem" })
        {
            try
            {
                Print(GetAttr(Path, name));
            }
            catch (TypeError)
            {
                Print("TypeError");
            }
        }
        Print((Path / "a.txt").Get("name"));
    }
}

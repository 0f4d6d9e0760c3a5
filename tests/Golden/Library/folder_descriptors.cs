using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace FolderDescriptors;

public static class Module
{
    internal static Any Os = Any.Unbound;
    internal static Any Fd = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("folder_descriptors.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Os = Modules.Import("os");
        Any tempfile = Modules.Import("tempfile");
        Any d = tempfile.Get("mkdtemp").Call();
        Os.Get("chdir").Call(d);
        Os.Get("makedirs").Call("a/b/c");
        TextFile.Open("a/one", "w").Write("1");
        TextFile.Open("a/b/two", "w").Write("22");
        Os.Get("symlink").Call("b", "a/link");
        Os.Get("symlink").Call("gone", "a/broken");
        foreach (var top in new Any[] { "a", PyBytes.FromLatin1("a") })
        {
            foreach (var td in new bool[] { true, false })
            {
                foreach (var item in Sequences.Of(Os.Get("fwalk").Call(new Arguments { top, { "topdown", td } })))
                {
                    var items = Operators.Unpack(item, 4);
                    Any path = items[0];
                    Any dirs = items[1];
                    Any files = items[2];
                    Fd = items[3];
                    Print(path, Sequences.Sorted(Sequences.Of(dirs)), Sequences.Sorted(Sequences.Of(files)), Sequences.Sorted(Sequences.Of(Os.Get("listdir").Call(Fd))), Sum(Generator.Of("<genexpr>", "<genexpr>", Sequences.Of(files).Where(n => Generic.ToAny(("one", "two", PyBytes.FromLatin1("one"), PyBytes.FromLatin1("two"))).Contains(n)).Select(n => Os.Get("stat").Call(new Arguments { n, { "dir_fd", Fd }, { "follow_symlinks", false } }).Get("st_size")))));
                }
            }
        }
        Print(Len(new PyList<Any>(Sequences.Of(Os.Get("fwalk").Call(new Arguments { "a", { "follow_symlinks", true } })))));
        Fd = Os.Get("open").Call("a", Os.Get("O_RDONLY"));
        IEnumerable<Any> Items(IEnumerable<Any> source)
        {
            foreach (var item2 in source)
            {
                var items2 = Operators.Unpack(item2, 1, 0);
                Any r = items2[0];
                _ = items2[1];
                yield return r;
            }
        }
        Print(new PyList<Any>(Items(Sequences.Of(Os.Get("fwalk").Call(new Arguments { ".", { "dir_fd", Fd } })))));
        Print(Os.Get("stat").Call(new Arguments { "one", { "dir_fd", Fd } }).Get("st_size"), Os.Get("readlink").Call(new Arguments { "link", { "dir_fd", Fd } }), Os.Get("access").Call(new Arguments { "b/two", Os.Get("R_OK"), { "dir_fd", Fd } }), Os.Get("access").Call(new Arguments { "two", Os.Get("R_OK"), { "dir_fd", Fd } }));
        Os.Get("mkdir").Call(new Arguments { "new", { "dir_fd", Fd } });
        Os.Get("rename").Call(new Arguments { "one", "uno", { "src_dir_fd", Fd }, { "dst_dir_fd", Fd } });
        Os.Get("rename").Call(new Arguments { "uno", "top", { "src_dir_fd", Fd } });
        Os.Get("symlink").Call(new Arguments { "x", "sx", { "dir_fd", Fd } });
        Os.Get("link").Call(new Arguments { "b/two", "hard", { "src_dir_fd", Fd }, { "dst_dir_fd", Fd } });
        Os.Get("chmod").Call(new Arguments { "b/two", 384, { "dir_fd", Fd } });
        Any h = Os.Get("open").Call(new Arguments { "made", Os.Get("O_CREAT") | Os.Get("O_WRONLY"), { "dir_fd", Fd } });
        Os.Get("write").Call(h, PyBytes.FromLatin1("abc"));
        Os.Get("close").Call(h);
        Print(Sequences.Sorted(Sequences.Of(Os.Get("listdir").Call("a"))), Sequences.Sorted(Sequences.Of(Os.Get("listdir").Call())), Sequences.Sorted(Sequences.Of(Os.Get("listdir").Call(Fd))), Oct(Os.Get("stat").Call("a/hard").Get("st_mode")));
        Os.Get("rmdir").Call(new Arguments { "new", { "dir_fd", Fd } });
        Os.Get("unlink").Call(new Arguments { "made", { "dir_fd", Fd } });
        foreach (var f in new Any[] { new PyFunction("<lambda>", "", () => Os.Get("stat").Call(new Arguments { "nope", { "dir_fd", Fd } })), new PyFunction("<lambda>", "", () => Os.Get("unlink").Call(new Arguments { "nope", { "dir_fd", Fd } })), new PyFunction("<lambda>", "", () => Os.Get("rename").Call(new Arguments { "nope", "n2", { "src_dir_fd", Fd } })), new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of(Os.Get("fwalk").Call("nope")))) })
        {
            try
            {
                f.Call();
            }
            catch (OSError e)
            {
                Print(e);
            }
        }
        Print(new PyList<(Any, Any, Any, Any)>(Sequences.Sorted(Sequences.Of(Os.Get("scandir").Call(Fd)), key: e => e.Get("name")).Select(e => (e.Get("name"), e.Get("path"), e.Invoke("is_dir"), e.Invoke("is_symlink")))));
        Print(Operators.In(Os.Get("stat"), Os.Get("supports_dir_fd")), Operators.In(Os.Get("open"), Os.Get("supports_dir_fd")), Operators.In(Os.Get("scandir"), Os.Get("supports_fd")), Operators.In(Os.Get("lstat"), Os.Get("supports_dir_fd")));
        try
        {
            Os.Get("stat").Call(new Arguments { "b", { "dir_fd", "x" } });
        }
        catch (TypeError e)
        {
            Print(e);
        }
        Os.Get("close").Call(Fd);
    }
}

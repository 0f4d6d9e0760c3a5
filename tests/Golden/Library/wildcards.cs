using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Wildcards;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("wildcards.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any glob = Modules.Import("glob");
        Any fnmatch = Modules.Import("fnmatch");
        Any os = Modules.Import("os");
        Any tempfile = Modules.Import("tempfile");
        Any d = tempfile.Get("mkdtemp").Call();
        os.Get("chdir").Call(d);
        foreach (var x in new string[] { "a/b/c", "a/.h", "z" })
        {
            os.Get("makedirs").Call(x);
        }
        foreach (var x in new string[] { "a/1.py", "a/b/2.py", "a/b/c/3.txt", ".dot", "z/4.py", "q[1].txt" })
        {
            TextFile.Open(x, "w").Close();
        }
        foreach (var p in new Any[] { "*", "*.py", "a/*", "*/*.py", "**", "**/*.py", "**/", ".*", "a/?.py", "[a-z]", "[!a]", "a/b/2.py", "nope*", "*/", "q[[]1].txt", "a/**/c" })
        {
            Print(p, Sequences.Sorted(Sequences.Of(glob.Get("glob").Call(p))), Sequences.Sorted(Sequences.Of(glob.Get("glob").Call(new Arguments { p, { "recursive", true } }))), Sequences.Sorted(Sequences.Of(glob.Get("glob").Call(new Arguments { p, { "include_hidden", true } }))));
        }
        Print(Sequences.Sorted(Sequences.Of(glob.Get("glob").Call(new Arguments { "*.py", { "root_dir", "a" } }))), Sequences.Sorted(Sequences.Of(glob.Get("glob").Call(PyBytes.FromLatin1("a/*.py")))), glob.Get("escape").Call("a[1]*?"), glob.Get("has_magic").Call("a*"), Builtins.Get("type").Call(glob.Get("iglob").Call("*")));
        Print(Operators.Compare(Comparison.Eq, Sequences.Sorted(Sequences.Of(glob.Get("glob").Call(os.Get("path").Get("join").Call(d, "*"))))[0], os.Get("path").Get("join").Call(d, "a")));
        foreach (var p in new Any[] { "*.py", "a*b*c", "[!a-c]x", "[z-a]", "[]", "[]x]", "a?b", "[a-", "**", "[&~|]", "[a-z-9]", "x[!]", "a.b+c", "[[]", "[--a]", "[^a]", "[c-a-z]", "foo[\\]" })
        {
            Print(p, fnmatch.Get("translate").Call(p), new PyList<Any>(new Any[] { "a.py", "abc", "x", "a-b", "axbxc", "]", "dx", "[", "^" }.Where(n => fnmatch.Get("fnmatch").Call(n, p).Truth)));
        }
        Print(fnmatch.Get("filter").Call((PyList<Any>)["a.py", "b.txt", "C.PY"], "*.py"), fnmatch.Get("fnmatchcase").Call("A", "a"), fnmatch.Get("fnmatch").Call(PyBytes.FromLatin1("a"), PyBytes.FromLatin1("*")));
        foreach (var item in new string[] { "**/*.txt", "*", "**", "a/**/b", "*.py", "a/", "[ab]/?x" })
        {
            Any p = item;
            Print(glob.Get("translate").Call(p), glob.Get("translate").Call(new Arguments { p, { "recursive", true } }), glob.Get("translate").Call(new Arguments { p, { "recursive", true }, { "include_hidden", true } }), glob.Get("translate").Call(new Arguments { p, { "seps", "/\\" } }));
        }
        try
        {
            fnmatch.Get("fnmatch").Call("a", PyBytes.FromLatin1("*"));
        }
        catch (TypeError e)
        {
            Print(e);
        }
    }
}

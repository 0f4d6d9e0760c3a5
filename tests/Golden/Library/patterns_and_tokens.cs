using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace PatternsAndTokens;

/// <summary>re: tokens by re.Scanner, limits given by place, sets that may come to mean something else, flags as text.</summary>
public static class Module
{
    internal static Any Re = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("patterns_and_tokens.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any seen = default;

        Re = Modules.Import("re");
        Any warnings = Modules.Import("warnings");

        Any scanner = Re.Get("Scanner").Call((PyList<Any>)[PyTuple.Of("[a-z_]\\w*", new PyFunction("<lambda>", "s, word", (Any s, Any word) => (Any)PyTuple.Of("name", word))), PyTuple.Of("\\d+\\.\\d*", Builtins.Get("float")), PyTuple.Of("\\d+", new PyFunction("<lambda>", "s, n", (Any s, Any n) => (Any)Numbers.ToInt(n))), PyTuple.Of("=|\\+|-|\\*|/", new PyFunction("<lambda>", "s, op", (Any s, Any op) => "op" + op)), PyTuple.Of("\\s+", Any.None)], Re.Get("I"));
        Any scanner2 = Re.Get("Scanner").Call((PyList<Any>)[PyTuple.Of("\\d+", new PyFunction("<lambda>", "s, n", (Any s, Any n) => (Any)PyTuple.Of(s.Get("match").Invoke("start"), n))), PyTuple.Of(",", "comma")]);
        try
        {
            Print(scanner.Invoke("scan", "sum = 3*foo"));
        }
        catch (TypeError e)
        {
            Print(PyType.Of(e).Name);
        }
        Print(scanner2.Invoke("scan", "12,3,x45"), scanner2.Invoke("scan", ""), Re.Get("Scanner").Call((PyList<Any>)[PyTuple.Of(PyBytes.FromLatin1("a"), PyBytes.FromLatin1("A"))]).Invoke("scan", PyBytes.FromLatin1("aab")));
        var manager = Context.Of(warnings.Get("catch_warnings").Call(new Arguments { { "record", true } }));
        Any entered = manager.Enter();
        try
        {
            seen = entered;
            warnings.Get("simplefilter").Call("always");
            Print(Re.Get("sub").Call(new Arguments { "a", "b", "aaa", 2 }), Re.Get("subn").Call(new Arguments { "a", "b", "AaA", 0, Re.Get("I") }), Re.Get("split").Call("x", "axbxc", 1));
            Print(PyPattern.Compile("[0-9--2]").FindAll("0-.,/2"), PyPattern.Compile("[%--]").FindAll("%&-a"), PyPattern.Compile("[a-]").FindAll("-a"));
            Print(PyPattern.Compile("[0-9&&1]").FindAll("5&"), PyPattern.Compile("[[a]").FindAll("[a"), PyPattern.Compile("[a||b]").FindAll("|b"));
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
        foreach (var w in Sequences.Of(seen))
        {
            Print(w.Get("category").Get("__name__"), w.Get("message"));
        }
        foreach (var call in new Any[] { new PyFunction("<lambda>", "", () => Re.Get("sub").Call(new Arguments { "a", "b", "c", 1, { "count", 2 } })), new PyFunction("<lambda>", "", () => Re.Get("split").Call(new Arguments { "a", "b", 1, 2, 3 })), new PyFunction("<lambda>", "", () => Re.Get("sub").Call(new Arguments { "a", "b", "c", 1, Re.Get("I"), { "flags", 0 } })) })
        {
            try
            {
                var manager2 = Context.Of(warnings.Get("catch_warnings").Call());
                manager2.Enter();
                try
                {
                    warnings.Get("simplefilter").Call("ignore");
                    call.Call();
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
            }
            catch (TypeError e)
            {
                Print(e);
            }
        }
        Print(Repr(Re.Get("I") | Re.Get("S") | Re.Get("X")), Repr(Re.Get("I") | (PyInt)1 << 20), Repr(~Re.Get("I")), Repr(Re.Get("A") | Re.Get("M")), PyPattern.Compile("a", RegexFlags.IgnoreCase | RegexFlags.Multiline), Sequences.Sorted(Sequences.Of(((Any)PyPattern.Compile("(?P<x>a)(?P<y>b)")).Get("groupindex"))));
        try
        {
            ((Any)PyPattern.Compile("(?P<x>a)")).Get("groupindex").SetItem("x", 2);
        }
        catch (TypeError e)
        {
            Print(e);
        }
        Print(PyPattern.Compile("a").Sub("b", "aaa", count: 1), Builtins.Get("dir").Call(Re).Contains("Scanner"), Re.Get("__all__").Contains("sub"));
    }
}

using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace EnvironThatIsReplaced;

/// <summary>What reads os.environ sees the mapping that the program puts in its place.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("environ_that_is_replaced.py");
    internal static Any Doc = "What reads os.environ sees the mapping that the program puts in its place.";
    internal static Any Getpass = Any.Unbound;
    internal static Any Os = Any.Unbound;
    internal static Any Mock = Any.Unbound;
    internal static Any E = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "environ_that_is_replaced.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("getpass", () => Getpass, value => Getpass = value)
        .Variable("os", () => Os, value => Os = value)
        .Variable("mock", () => Mock, value => Mock = value)
        .Variable("e", () => E, value => E = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("environ_that_is_replaced.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Getpass = Modules.Import("getpass");
        Os = Modules.Import("os");
        Mock = Modules.ImportFrom("unittest", "mock");

        var manager = Context.Of(Mock.Invoke("patch", "os.environ", new PyDict<Any, Any> { ["A"] = "1", ["LOGNAME"] = "somebody", ["HOME"] = "/home/of" }));
        manager.Enter();
        try
        {
            Print(Os.Get("getenv").Call("A"), Os.Get("environ").Invoke("get", "A"), Os.Get("getenv").Call("B", 3), Os.Get("path").Get("expandvars").Call("$A-$B"), Os.Get("path").Get("expanduser").Call("~/x"), Getpass.Get("getuser").Call());
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
        var manager2 = Context.Of(Mock.Get("patch").Invoke("dict", new Arguments { Os.Get("environ"), new PyDict<Any, Any> { ["A"] = "2" }, { "clear", true } }));
        manager2.Enter();
        try
        {
            Print(Os.Get("getenv").Call("A"), Os.Get("path").Get("expandvars").Call("$A"), Len(Os.Get("environ")));
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
        var manager3 = Context.Of(Mock.Get("patch").Invoke("object", new Arguments { Os, "environ", { "new", new PyDict<Any, Any> { ["A"] = "5" } } }));
        manager3.Enter();
        try
        {
            Print(Os.Get("getenv").Call("A"), Os.Get("getenv").Call("PATH"));
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
        Print(Os.Get("getenv").Call("A"), Operators.Compare(Comparison.Eq, Os.Get("getenv").Call("PATH"), Os.Get("environ")["PATH"]));
        try
        {
            Os.Get("getenv").Call(5);
        }
        catch (TypeError caught)
        {
            E = caught;
            Print(E);
            E = Any.Unbound;
        }
    }
}

using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Docstrings;

public static class Module
{
    internal static Any Shared = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("docstrings.py", args, Run);

    /// <summary>
    /// hi
    ///   there
    /// </summary>
    public static void A()
    {
    }

    /// <summary>
    /// first
    /// second
    ///     tab
    /// </summary>
    public static void B()
    {
    }

    /// <summary>one</summary>
    public static void C()
    {
    }

    /// <summary>
    /// lead
    ///  more
    /// less
    /// </summary>
    public static void D()
    {
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any e = ClassBuilder.Build("E", "E", "__main__", new Arguments(), ns =>
        {
            ns["__doc__"] = "\n\nx\n";
        });
        foreach (var o in new Any[] { AFunction, BFunction, CFunction, DFunction, e })
        {
            Print(Repr(o.Get("__doc__")));
        }

        Shared = ClassBuilder.Build("Shared", "Shared", "__main__", new Arguments(), ns2 =>
        {
            ns2["__doc__"] = "Instances that share one dictionary.";

            ns2["state"] = new PyDict<Any, Any> { ["n"] = 0 };

            void Init(Any self)
            {
                self.Set("n", 1);
                self.Set("__dict__", Shared.Get("state"));
            }
            ns2["__init__"] = new PyFunction("Shared.__init__", "self", (Any self) => Init(self));
        });

        Any one = Shared.Call();
        Any two = Shared.Call();
        one.Set("n", 5);
        two.Get("__dict__").Invoke("update", new Arguments { { "m", 7 } });
        Print(one.Get("n"), two.Get("n"), one.Get("m"), Builtins.Get("vars").Call(two));
    }

    public static readonly Any AFunction = new PyFunction("a", "", () => A()) { Doc = "\nhi\n  there\n\n" };
    public static readonly Any BFunction = new PyFunction("b", "", () => B()) { Doc = "first\nsecond\n    tab\n" };
    public static readonly Any CFunction = new PyFunction("c", "", () => C()) { Doc = "one  " };
    public static readonly Any DFunction = new PyFunction("d", "", () => D()) { Doc = "lead\n more\nless   \n" };
}

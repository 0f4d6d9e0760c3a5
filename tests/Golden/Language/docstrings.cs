using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Docstrings;

public static class Module
{
    internal static Any E
    {
        get
        {
            return Definition.Load("E");
        }
        set
        {
            Definition.Store("E", value);
        }
    }

    internal static Any O
    {
        get
        {
            return Definition.Load("o");
        }
        set
        {
            Definition.Store("o", value);
        }
    }

    internal static Any Shared
    {
        get
        {
            return Definition.Load("Shared");
        }
        set
        {
            Definition.Store("Shared", value);
        }
    }

    internal static Any One
    {
        get
        {
            return Definition.Load("one");
        }
        set
        {
            Definition.Store("one", value);
        }
    }

    internal static Any Two
    {
        get
        {
            return Definition.Load("two");
        }
        set
        {
            Definition.Store("two", value);
        }
    }

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "docstrings.py", Run)
        .Member("a", () => AFunction)
        .Member("b", () => BFunction)
        .Member("c", () => CFunction)
        .Member("d", () => DFunction);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("docstrings.py", args, Definition);

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
        Definition.Store("a", AFunction);
        Definition.Store("b", BFunction);
        Definition.Store("c", CFunction);
        Definition.Store("d", DFunction);
        E = ClassBuilder.Build("E", "E", "__main__", new Arguments(), ns =>
        {
            ns["__doc__"] = "\n\nx\n";
        });
        foreach (var item in new Any[] { AFunction, BFunction, CFunction, DFunction, E })
        {
            O = item;
            Print(Repr(O.Get("__doc__")));
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
            ns2["__init__"] = new PyFunction("Shared.__init__", "self", (Any self) => Functions.None(() => Init(self)));
        });

        (One, Two) = (Shared.Call(), Shared.Call());
        One.Set("n", 5);
        Two.Get("__dict__").Invoke("update", new Arguments { { "m", 7 } });
        Print(One.Get("n"), Two.Get("n"), One.Get("m"), Builtins.Get("vars").Call(Two));
    }

    public static readonly Any AFunction = new PyFunction("a", "", () => Functions.None(() => A())) { Doc = "\nhi\n  there\n\n" };
    public static readonly Any BFunction = new PyFunction("b", "", () => Functions.None(() => B())) { Doc = "first\nsecond\n    tab\n" };
    public static readonly Any CFunction = new PyFunction("c", "", () => Functions.None(() => C())) { Doc = "one  " };
    public static readonly Any DFunction = new PyFunction("d", "", () => Functions.None(() => D())) { Doc = "lead\n more\nless   \n" };
}

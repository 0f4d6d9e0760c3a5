using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ProxiesAsObjects;

/// <summary>Weak proxies are of their referents' classes, as far as isinstance and patterns can see.</summary>
public static class Module
{
    internal static Any Name
    {
        get
        {
            return Definition.Load("__name__");
        }
        set
        {
            Definition.Store("__name__", value);
        }
    }

    internal static Any File
    {
        get
        {
            return Definition.Load("__file__");
        }
        set
        {
            Definition.Store("__file__", value);
        }
    }

    internal static Any Doc
    {
        get
        {
            return Definition.Load("__doc__");
        }
        set
        {
            Definition.Store("__doc__", value);
        }
    }

    internal static Any Weakref
    {
        get
        {
            return Definition.Load("weakref");
        }
        set
        {
            Definition.Store("weakref", value);
        }
    }

    internal static Any A
    {
        get
        {
            return Definition.Load("A");
        }
        set
        {
            Definition.Store("A", value);
        }
    }

    internal static Any B
    {
        get
        {
            return Definition.Load("B");
        }
        set
        {
            Definition.Store("B", value);
        }
    }

    internal static Any F_
    {
        get
        {
            return Definition.Load("f");
        }
        set
        {
            Definition.Store("f", value);
        }
    }

    internal static Any A_
    {
        get
        {
            return Definition.Load("a");
        }
        set
        {
            Definition.Store("a", value);
        }
    }

    internal static Any P
    {
        get
        {
            return Definition.Load("p");
        }
        set
        {
            Definition.Store("p", value);
        }
    }

    internal static Any V
    {
        get
        {
            return Definition.Load("v");
        }
        set
        {
            Definition.Store("v", value);
        }
    }

    internal static Any G
    {
        get
        {
            return Definition.Load("g");
        }
        set
        {
            Definition.Store("g", value);
        }
    }

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "proxies_as_objects.py", Run);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("proxies_as_objects.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any[] values = [];
        Weakref = Modules.Import("weakref");
        A = ClassBuilder.Build("A", "A", "__main__", new Arguments(), ns =>
        {
            void Init(Any self)
            {
                self.Set("v", 3);
            }
            ns["__init__"] = new PyFunction("A.__init__", "self", (Any self) => Init(self));
        });
        B = ClassBuilder.Build("B", "B", "__main__", new Arguments(), ns2 =>
        {
        });
        Any F_Core(Any x)
        {
            if (IsInstance(x, A))
            {
                return x.Get("v");
            }
            return "no";
        }
        F_ = new PyFunction("f", "x", (Any x) => F_Core(x));
        A_ = A.Call();
        P = Weakref.Invoke("proxy", A_);
        Print(F_.Call(P), F_.Call(A_), F_.Call(B.Call()), IsInstance(P, A), Operators.Is(Builtins.Get("type").Call(P), A));
        Any subject = P;
        if (Matching.Class(subject, A, 0, new string[] { "v" }, out values))
        {
            V = values[0];
            Print("A", V);
        }
        else
        {
            Print("other");
        }
        Print(P.Get("__class__"), IsInstance(P, A), Builtins.Get("type").Call(P));
        Any GCore(Any x)
        {
            ((Any)Definition.Namespace).DeleteItem("a");
            try
            {
                return IsInstance(x, A);
            }
            catch (ReferenceError e)
            {
                return ToStr(e);
            }
        }
        G = new PyFunction("g", "x", (Any x) => GCore(x));
    }
}

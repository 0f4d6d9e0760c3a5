using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using ShapesModule = Shapes.Module;

namespace MainScript;

/// <summary>A module whose names are a dictionary that the program writes to: bases of its classes are looked up as the classes are made.</summary>
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

    internal static Any Counted
    {
        get
        {
            return Definition.Load("Counted");
        }
        set
        {
            Definition.Store("Counted", value);
        }
    }

    internal static Any Named
    {
        get
        {
            return Definition.Load("Named");
        }
        set
        {
            Definition.Store("Named", value);
        }
    }

    internal static Any Plain
    {
        get
        {
            return Definition.Load("Plain");
        }
        set
        {
            Definition.Store("Plain", value);
        }
    }

    internal static Any Both
    {
        get
        {
            return Definition.Load("Both");
        }
        set
        {
            Definition.Store("Both", value);
        }
    }

    internal static Any Both_
    {
        get
        {
            return Definition.Load("both");
        }
        set
        {
            Definition.Store("both", value);
        }
    }

    internal static Any Later
    {
        get
        {
            return Definition.Load("Later");
        }
        set
        {
            Definition.Store("Later", value);
        }
    }

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "main.py", Run);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args)
    {
        Modules.Add(ShapesModule.Definition);
        return Script.Main("main.py", args, Definition);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Modules.Import("shapes");
        Counted = ShapesModule.Counted;
        Named = ShapesModule.Named;

        Plain = ClassBuilder.Build("Plain", "Plain", "__main__", new Arguments { Named }, ns =>
        {
        });

        Both = ClassBuilder.Build("Both", "Both", "__main__", new Arguments { Counted, Named }, ns2 =>
        {
        });

        ((Any)Definition.Namespace).SetItem("extra", 3);
        Print(Plain.Call("circle").Invoke("describe"), Names.Global(Definition.Load("extra"), "extra"));
        Both_ = Both.Call();
        Print(Both_.Invoke("describe"), Both_.Invoke("counted"), Both_.Invoke("counted"), Counted.Get("count"));
        Print(new PyList<Any>(Sequences.Of(Both.Get("__mro__")).Select(c => c.Get("__name__"))));
        ((Any)Definition.Namespace).SetItem("Named", Counted);

        Later = ClassBuilder.Build("Later", "Later", "__main__", new Arguments { Named }, ns3 =>
        {
        });

        Print(Later.Call().Invoke("counted"), new PyList<Any>(Sequences.Of(Later.Get("__mro__")).Select(c => c.Get("__name__"))));
    }
}

using System.Linq;
using Pytocs.Interpreter;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using ShapesModule = Shapes.Module;

namespace MainScript;

/// <summary>Modules that variables hold, in a program that runs source text; a folder beside it is named as a module of the library.</summary>
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

    internal static Any NamedTuple
    {
        get
        {
            return Definition.Load("NamedTuple");
        }
        set
        {
            Definition.Store("NamedTuple", value);
        }
    }

    internal static Any Shapes_
    {
        get
        {
            return Definition.Load("shapes");
        }
        set
        {
            Definition.Store("shapes", value);
        }
    }

    internal static Any Chosen
    {
        get
        {
            return Definition.Load("chosen");
        }
        set
        {
            Definition.Store("chosen", value);
        }
    }

    internal static Any Point
    {
        get
        {
            return Definition.Load("Point");
        }
        set
        {
            Definition.Store("Point", value);
        }
    }

    internal static Any Loaded
    {
        get
        {
            return Definition.Load("loaded");
        }
        set
        {
            Definition.Store("loaded", value);
        }
    }

    internal static Any Numbers_
    {
        get
        {
            return Definition.Load("numbers");
        }
        set
        {
            Definition.Store("numbers", value);
        }
    }

    internal static Any Typing
    {
        get
        {
            return Definition.Load("typing");
        }
        set
        {
            Definition.Store("typing", value);
        }
    }

    internal static Any Error
    {
        get
        {
            return Definition.Load("error");
        }
        set
        {
            Definition.Store("error", value);
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
        NamedTuple = Modules.ImportFrom("typing", "NamedTuple");

        Shapes_ = Modules.Import("shapes");

        try
        {
            Chosen = Modules.Import("missing_shapes");
        }
        catch (ImportError caught)
        {
            using var handling = Handling.Of(caught);
            Chosen = Modules.Import("shapes");
        }

        Point = ClassBuilder.Build("Point", "Point", "__main__", new Arguments { NamedTuple }, ns =>
        {
            ns.Annotate("x", Builtins.Get("int"));
            ns.Annotate("y", Builtins.Get("int"));
        });

        Any LoadedCore()
        {
            Modules.Import("shapes");
            return (Any)ShapesModule.Definition;
        }
        Loaded = new PyFunction("loaded", "", () => LoadedCore());

        Numbers_ = new PyList<Any>(Sequences.Of(Evaluation.Eval("[3, 1, 2]", (Any)Definition.Namespace)));
        Print(Shapes_.Invoke("area", new Arguments { new Star(Numbers_[new PySlice(Any.None, 2, Any.None)]) }), Chosen.Invoke("Square", 4).Invoke("area"), Loaded.Call().Get("NAME"));
        Print(Point.Call(Numbers_[0], 5));
        Chosen.Set("NAME", "changed");
        Print(Shapes_.Get("NAME"), Evaluation.Eval("shapes.area(5, 6)", (Any)Definition.Namespace));
        try
        {
            Typing = Modules.ImportRoot("typing.notes");
        }
        catch (ImportError caught2)
        {
            Error = caught2;
            Print(Error);
            Error = Any.Unbound;
        }
    }
}

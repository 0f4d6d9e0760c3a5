using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using HelpersModule = Helpers.Module;
using ToolsModule = Tools.Module;

namespace MainScript;

/// <summary>What a star import brings: not what runs only in scripts, and of what a module binds under a condition only what it has bound.</summary>
public static class Module
{
    internal static Any Path
    {
        get
        {
            return Definition.Load("Path");
        }
        set
        {
            Definition.Store("Path", value);
        }
    }

    internal static bool MaybeBefore
    {
        get
        {
            return Definition.Load("maybe_before").As<bool>();
        }
        set
        {
            Definition.Store("maybe_before", value);
        }
    }

    internal static Any E
    {
        get
        {
            return Definition.Load("e");
        }
        set
        {
            Definition.Store("e", value);
        }
    }

    internal static Any Maybe
    {
        get
        {
            return Definition.Load("maybe");
        }
        set
        {
            Definition.Store("maybe", value);
        }
    }

    internal static Any Tools_
    {
        get
        {
            return Definition.Load("tools");
        }
        set
        {
            Definition.Store("tools", value);
        }
    }

    internal static PyInt Names_
    {
        get
        {
            return Definition.Load("names").As<PyInt>();
        }
        set
        {
            Definition.Store("names", value);
        }
    }

    internal static string Item
    {
        get
        {
            return Definition.Load("item").As<string>();
        }
        set
        {
            Definition.Store("item", value);
        }
    }

    internal static string Chosen
    {
        get
        {
            return Definition.Load("chosen").As<string>();
        }
        set
        {
            Definition.Store("chosen", value);
        }
    }

    internal static PyList<Any> Shared
    {
        get
        {
            return Definition.Load("shared").As<PyList<Any>>();
        }
        set
        {
            Definition.Store("shared", value);
        }
    }

    internal static Any Join
    {
        get
        {
            return Definition.Load("join");
        }
        set
        {
            Definition.Store("join", value);
        }
    }

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "main.py", Run)
        .Member("describe", () => DescribeFunction)
        .Member("tools", () => Tools_);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args)
    {
        Modules.Add(ToolsModule.Definition, HelpersModule.Definition);
        return Script.Main("main.py", args, Definition);
    }

    public static (Any, Any) Describe(Any path)
    {
        return (Path.Call(path).Get("name"), Join.Call(Chosen, Shared));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Definition.Store("Path", Modules.ImportFrom("pathlib", "Path"));
        Modules.Import("tools");
        Maybe = Modules.ImportStar("tools", "maybe", Maybe);
        Chosen = ToolsModule.Chosen;
        Shared = ToolsModule.Shared;
        Join = HelpersModule.JoinFunction;
        Modules.Import("helpers");
        Chosen = HelpersModule.Chosen;
        Shared = HelpersModule.Shared;
        Join = HelpersModule.JoinFunction;

        MaybeBefore = ((Any)Definition.Namespace).Contains("maybe");

        Definition.Store("describe", DescribeFunction);

        Print(Generic.ToAny(Describe("a/b")), MaybeBefore);
        try
        {
            Print(Names.Global(Maybe, "maybe"));
        }
        catch (NameError caught)
        {
            E = caught;
            Print(E);
            E = Any.Unbound;
        }
        try
        {
            Modules.Import("tools");
            Maybe = Modules.ImportFrom("tools", "maybe");
        }
        catch (ImportError caught2)
        {
            E = caught2;
            using var handling = Handling.Of(caught2);
            Print(Str.Split(ToStr(E), " (")[0]);
            E = Any.Unbound;
        }
        Definition.Store("tools", Modules.Import("tools"));

        try
        {
            Print(Names.Member(ToolsModule.Maybe, ToolsModule.Definition, "maybe"));
        }
        catch (AttributeError caught3)
        {
            E = caught3;
            Print(E);
            E = Any.Unbound;
        }
        Names_ = 5;
        Item = "own";
        Print(Names_, Item);
    }

    public static readonly Any DescribeFunction = new PyFunction("describe", "path", (Any path) => Generic.ToAny(Describe(path)));
}

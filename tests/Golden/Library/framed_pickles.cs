using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace FramedPickles;

public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("framed_pickles.py");
    internal static Any Doc = Any.None;
    internal static Any Pickle = Any.Unbound;
    internal static Any Io = Any.Unbound;
    internal static Any Out = Any.Unbound;
    internal static Any P = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "framed_pickles.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("io", () => Io, value => Io = value)
        .Variable("out", () => Out, value => Out = value)
        .Variable("p", () => P, value => P = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("framed_pickles.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Pickle = Modules.Import("pickle");
        Io = Modules.Import("io");
        Out = Io.Get("BytesIO").Call();
        P = Pickle.Get("_Pickler").Call(Out, 4);
        Out.Invoke("write", Pickle.Get("PROTO") + PyBytes.FromLatin1("\u0004"));
        P.Get("framer").Invoke("start_framing");
        P.Get("framer").Invoke("commit_frame");
        P.Invoke("write", Pickle.Get("NONE"));
        P.Invoke("write", Pickle.Get("POP"));
        P.Invoke("write", Pickle.Get("BININT1") + PyBytes.FromLatin1("\u0007"));
        P.Invoke("write", Pickle.Get("STOP"));
        P.Get("framer").Invoke("end_framing");
        Print(Out.Invoke("getvalue"), Pickle.Get("loads").Call(Out.Invoke("getvalue")));
    }
}

using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using PartsModule = Parts.Module;
using ShapesModule = Parts.Shapes.Module;

namespace MainScript;

/// <summary>A base that is named with its package, beside a base of the library.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args)
    {
        Modules.Add(PartsModule.Definition, ShapesModule.Definition);
        return Script.Main("main.py", args, Run);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any io = Modules.Import("io");

        Modules.Import("parts.shapes");

        Any sized = ClassBuilder.Build("Sized", "Sized", "__main__", new Arguments { ShapesModule.Shape }, ns =>
        {
            PyInt Size(Any self)
            {
                return 3;
            }
            ns["size"] = new PyFunction("Sized.size", "self", (Any self) => Size(self));
        });

        Any text = ClassBuilder.Build("Text", "Text", "__main__", new Arguments { sized, io.Get("StringIO") }, ns2 =>
        {
            PyInt Size(Any self)
            {
                return Len(self.Invoke("getvalue"));
            }
            ns2["size"] = new PyFunction("Text.size", "self", (Any self) => Size(self));
        });

        Any text_ = text.Call("abcd");
        Print(sized.Call().Invoke("describe"), text_.Invoke("describe"), text_.Invoke("read"));
        Print(new PyList<Any>(Sequences.Of(text.Get("__mro__")[new PySlice(Any.None, 4, Any.None)]).Select(c => c.Get("__name__"))), IsInstance(text_, io.Get("StringIO")));
    }
}

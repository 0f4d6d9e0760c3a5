using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace LooseAnnotations;

/// <summary>Annotations that type checkers refuse and CPython takes.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("loose_annotations.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any initVar = Modules.ImportFrom("dataclasses", "InitVar");
        Any dataclass = Modules.ImportFrom("dataclasses", "dataclass");
        Any generic = Modules.ImportFrom("typing", "Generic");
        Any notRequired = Modules.ImportFrom("typing", "NotRequired");
        Any protocol = Modules.ImportFrom("typing", "Protocol");
        Any required = Modules.ImportFrom("typing", "Required");
        Any typedDict = Modules.ImportFrom("typing", "TypedDict");
        Any typeVar = Modules.ImportFrom("typing", "TypeVar");

        Any t = typeVar.Call("T");

        Any readingClass = ClassBuilder.Build("Reading", "Reading", "__main__", new Arguments(), ns =>
        {
            ns.Annotate("value", Builtins.Get("int"));
            ns.Annotate("scale", initVar[Builtins.Get("int")]);
            ns.Annotate("unit", initVar[Builtins.Get("str")]);

            void PostInit(Any self, Any scale, Any unit)
            {
                Print(self.Get("value") * scale, unit);
            }
            ns["__post_init__"] = new PyFunction("Reading.__post_init__", "self, scale, unit", (Any self, Any scale, Any unit) => PostInit(self, scale, unit));
        });
        Any reading = dataclass.Call(readingClass);

        Any source = ClassBuilder.Build("Source", "Source", "__main__", new Arguments { protocol[t], generic[t] }, ns2 =>
        {
            Any Read(Any self)
            {
                return Any.None;
            }
            ns2["read"] = new PyFunction("Source.read", "self", (Any self) => Read(self));
        });

        Any options = ClassBuilder.Build("Options", "Options", "__main__", new Arguments { typedDict }, ns3 =>
        {
            ns3.Annotate("name", required[required[Builtins.Get("str")]]);
            ns3.Annotate("size", required[notRequired[Builtins.Get("int")]]);
        });

        reading.Call(2, 3, "cm");
        Print(source.Get("__mro__"), source.Get("__parameters__"));
        Print(Sequences.Sorted(Sequences.Of(options.Get("__required_keys__"))), Sequences.Sorted(Sequences.Of(options.Get("__optional_keys__"))));
    }
}

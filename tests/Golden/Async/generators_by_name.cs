using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace GeneratorsByName;

/// <summary>A generator that is sent something through a name that only the run knows.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("generators_by_name.py", args, Run);

    public static Generator<PyInt> Acc()
    {
        return Generator<PyInt>.Create("acc", "acc", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            PyInt total = 0;
            while (true)
            {
                Any x = await y.Yield(total);
                Print(Repr(x));
                total += 1;
            }
        }
    }

    public static void F_()
    {
        Generator<PyInt> g = Acc();
        g.Next();
        Print(g.Send(1));
        Print(((Any)Names.Locals(("g", g)))["g"].Invoke("send", "text"));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        F_();
    }

    public static readonly Any AccFunction = new PyFunction("acc", "", () => Acc()) { Flavour = "generator" };
    public static readonly Any F_Function = new PyFunction("f", "", () => F_());
}

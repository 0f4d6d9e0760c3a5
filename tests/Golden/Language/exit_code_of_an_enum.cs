using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ExitCodeOfAnEnum;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("exit_code_of_an_enum.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any @enum = Modules.Import("enum");

        Any level = ClassBuilder.Build("Level", "Level", "__main__", new Arguments { @enum.Get("IntEnum") }, ns =>
        {
            ns["HIGH"] = 5;
        });

        throw new SystemExit(level.Get("HIGH"));
    }
}

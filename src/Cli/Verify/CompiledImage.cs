using Pytocs.Runtime.Core;

namespace Pytocs.Cli.Verify;

/// <summary>
/// The hidden command that runs a compiled program: <c>pytocs run-image IMAGE SCRIPT [args]</c>. It is decided before anything else
/// of the tool is loaded, so that a program starts as fast as one of its own.
/// </summary>
internal static class CompiledImage
{
    public const string Command = "run-image";

    public static int Run(string[] args) => InMemory.Run(File.ReadAllBytes(args[1]), args[2], args[3..]);

    /// <summary>The resources that tracebacks need: a position table for each Python file, under its full name. A script that imports itself is one file of two modules.</summary>
    public static IEnumerable<(string Name, string Text)> Positions(Conversion conversion)
        => conversion.Modules.DistinctBy(static m => m.Module.Source.Path).Select(m => (Path.GetFullPath(m.Module.Source.Path) + PositionMaps.Suffix, m.Positions()));
}

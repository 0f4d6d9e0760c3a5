namespace Pytocs.Lowering.Library;

/// <summary>Those about the system, its files and command lines.</summary>
public static partial class KnownModules
{
    private static string[] AboutSystem => ["argparse", "errno", "fnmatch", "glob", "ntpath", "pathlib", "stat"];
}

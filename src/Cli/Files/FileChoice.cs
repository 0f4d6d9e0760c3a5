using System.CommandLine;

namespace Pytocs.Cli.Files;

/// <summary>Options about which files are meant.</summary>
internal static class FileChoice
{
    public static Option<string[]> Exclude()
        => new("--exclude") { Description = "A pattern, such as 'tests/**', of files that are left out; may be given several times." };
}

using System.Text.RegularExpressions;

namespace Pytocs.Cli.Verify;

/// <summary>
/// The levels of a traceback that are code of CPython's own library, such as asyncio's runners: a converted program runs none of that
/// code, so they are left out of a comparison.
/// </summary>
internal static partial class LibraryFrames
{
    [GeneratedRegex("""^(?<margin>[ |+]*)File "(?:[^"]*[/\\]lib[/\\]python3\.\d+[/\\](?!site-packages)[^"]*|<frozen [^"]*>)", line \d+(?:, in .*)?$""", RegexOptions.IgnoreCase)]
    private static partial Regex Start();

    /// <summary>What was printed, without those levels and the source lines beneath them.</summary>
    public static string Without(string text)
    {
        if (!text.Contains("File \"", StringComparison.Ordinal))
            return text;
        var kept = new List<string>();
        string? margin = null;
        foreach (var line in text.Split('\n'))
        {
            if (Start().Match(line) is { Success: true } start)
            {
                margin = start.Groups["margin"].Value;
                continue;
            }
            if (margin is not null && line.StartsWith(margin + "  ", StringComparison.Ordinal))
                continue;
            margin = null;
            kept.Add(line);
        }
        return string.Join('\n', kept);
    }
}

using System.Text.RegularExpressions;

namespace Pytocs.Cli.Diagnostics;

/// <summary>docs/diagnostics.md, which the tool carries: what each code means and what to do about it.</summary>
internal static partial class ExplainPage
{
    [GeneratedRegex(@"^## (PTC\d{4}): (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    private static readonly Lazy<SortedDictionary<string, string>> s_sections = new(Read);

    /// <summary>Every code that has a section.</summary>
    public static IEnumerable<string> Codes => s_sections.Value.Keys;

    /// <summary>The section of a code, its heading first; null where it has none.</summary>
    public static string? Section(string code) => s_sections.Value.GetValueOrDefault(code.ToUpperInvariant());

    private static SortedDictionary<string, string> Read()
    {
        using var reader = new StreamReader(typeof(ExplainPage).Assembly.GetManifestResourceStream("diagnostics.md")!);
        var page = reader.ReadToEnd().ReplaceLineEndings("\n");
        var sections = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var headings = Heading().Matches(page);
        for (var i = 0; i < headings.Count; i++)
        {
            var start = headings[i].Index + "## ".Length;
            var end = page.IndexOf("\n## ", start, StringComparison.Ordinal);
            sections.Add(headings[i].Groups[1].Value, page[start..(end < 0 ? page.Length : end)].Trim());
        }
        return sections;
    }
}

using Pytocs.Parser.Diagnostics;

namespace Pytocs.Cli.Diagnostics;

/// <summary>For people: a line a finding, and on a terminal in colour.</summary>
internal sealed class TextFindings(TextWriter to) : IFindingWriter
{
    public void Write(Finding finding)
    {
        if (!Terminal.HasColour)
        {
            to.WriteLine(finding);
            return;
        }
        var word = $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Descriptor.Code}";
        to.WriteLine($"{Terminal.In(finding.Place, 1)}{Terminal.In(word, finding.Severity == Severity.Error ? 31 : 33)}: {finding.Message}");
    }

    public void Finish() => to.Flush();
}

/// <summary>
/// For builds: MSBuild's canonical form, which always names an origin. See
/// <see href="https://learn.microsoft.com/visualstudio/msbuild/msbuild-diagnostic-format-for-tasks">diagnostic format for tasks</see>.
/// </summary>
internal sealed class MSBuildFindings(TextWriter to) : IFindingWriter
{
    public void Write(Finding finding)
    {
        var origin = finding.Path is null ? "pytocs : " : finding.HasPlace ? $"{Path.GetFullPath(finding.Path)}({finding.Start},{finding.End}): " : $"{Path.GetFullPath(finding.Path)}: ";
        to.WriteLine($"{origin}{finding.Severity.ToString().ToLowerInvariant()} {finding.Descriptor.Code}: {finding.Message.ReplaceLineEndings(" ")}");
    }

    public void Finish() => to.Flush();
}

/// <summary>
/// For GitHub Actions: workflow commands that become annotations. See
/// <see href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">workflow commands</see>.
/// </summary>
internal sealed class GitHubFindings(TextWriter to) : IFindingWriter
{
    public void Write(Finding finding)
    {
        var word = finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
        var properties = new List<string>();
        if (finding.Path is not null)
            properties.Add($"file={Property(finding.Path)}");
        if (finding.HasPlace)
        {
            properties.Add($"line={finding.Start.Line}");
            properties.Add($"endLine={finding.End.Line}");
            // Columns are taken on one line only.
            if (finding.Start.Line == finding.End.Line)
                properties.Add($"col={finding.Start.Column},endColumn={finding.End.Column}");
        }
        properties.Add($"title={Property(finding.Descriptor.Code + ": " + finding.Descriptor.Title)}");
        to.WriteLine($"::{word} {string.Join(',', properties)}::{Data(finding.Message)}");
    }

    public void Finish() => to.Flush();

    private static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}

using Microsoft.CodeAnalysis;

namespace Pytocs.MSBuild;

/// <summary>
/// How severe warnings are, by the lines <c>dotnet_diagnostic.PTC4003.severity = ...</c> of <c>.editorconfig</c> files. See
/// <see href="https://learn.microsoft.com/dotnet/fundamentals/code-analysis/configuration-files">configuration files</see>.
/// </summary>
internal sealed class ConfiguredSeverities
{
    private readonly AnalyzerConfigSet _configs;

    private ConfiguredSeverities(AnalyzerConfigSet configs) => _configs = configs;

    public static ConfiguredSeverities Read(IEnumerable<string> paths)
        => new(AnalyzerConfigSet.Create(paths.Where(File.Exists).Distinct(StringComparer.Ordinal).Select(static p => AnalyzerConfig.Parse(File.ReadAllText(p), p)).ToArray()));

    /// <summary>The severity of a code in a file; the default where nothing is said.</summary>
    public ReportDiagnostic Of(string? path, string code)
        => (path is not null && _configs.GetOptionsForSourcePath(Path.GetFullPath(path)).TreeOptions.TryGetValue(code, out var severity)) || _configs.GlobalConfigOptions.TreeOptions.TryGetValue(code, out severity)
            ? severity : ReportDiagnostic.Default;
}

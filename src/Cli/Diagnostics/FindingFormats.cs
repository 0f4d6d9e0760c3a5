using System.CommandLine;

namespace Pytocs.Cli.Diagnostics;

/// <summary>Writes findings in one format.</summary>
internal interface IFindingWriter
{
    void Write(Finding finding);

    /// <summary>Writes what comes after the last finding.</summary>
    void Finish();
}

/// <summary>The formats that findings are written in.</summary>
internal static class FindingFormats
{
    public static readonly string[] Names = ["text", "json", "sarif", "github", "msbuild"];

    public static IFindingWriter Writer(string format, TextWriter to) => format switch
    {
        "json" => new JsonFindings(to),
        "sarif" => new SarifFindings(to),
        "github" => new GitHubFindings(to),
        "msbuild" => new MSBuildFindings(to),
        _ => new TextFindings(to),
    };

    public static Option<string> Option()
    {
        var option = new Option<string>("--output-format")
        {
            Description = "How findings are written: text for people, json and sarif for tools, github for annotations of a pull request, msbuild for builds.",
            DefaultValueFactory = _ => "text",
        };
        option.AcceptOnlyFromAmong(Names);
        return option;
    }
}

using System.Reflection;
using System.Text.Json;
using Pytocs.Parser.Diagnostics;

namespace Pytocs.Cli.Diagnostics;

/// <summary>
/// For code scanning: one run of SARIF 2.1.0, with a rule for each code that was found. See
/// <see href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF</see>.
/// </summary>
internal sealed class SarifFindings(TextWriter to) : IFindingWriter
{
    private readonly List<Finding> _findings = [];

    public void Write(Finding finding) => _findings.Add(finding);

    public void Finish() => Json.Write(to, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        var rules = Tool(writer);
        writer.WriteString("columnKind", "unicodeCodePoints");
        writer.WriteStartArray("results");
        foreach (var finding in _findings)
            Result(writer, finding, rules.IndexOf(finding.Descriptor.Code));
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private List<string> Tool(Utf8JsonWriter writer)
    {
        var kinds = _findings.Select(f => f.Descriptor).DistinctBy(d => d.Code).OrderBy(d => d.Code, StringComparer.Ordinal).ToList();
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "pytocs");
        writer.WriteString("version", typeof(SarifFindings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]);
        writer.WriteStartArray("rules");
        foreach (var kind in kinds)
        {
            writer.WriteStartObject();
            writer.WriteString("id", kind.Code);
            Text(writer, "shortDescription", kind.Title);
            if (ExplainPage.Section(kind.Code) is { } section)
                Text(writer, "help", section);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        return [.. kinds.Select(k => k.Code)];
    }

    private static void Result(Utf8JsonWriter writer, Finding finding, int rule)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", finding.Descriptor.Code);
        writer.WriteNumber("ruleIndex", rule);
        writer.WriteString("level", finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" });
        Text(writer, "message", finding.Message);
        if (finding.Path is not null)
        {
            writer.WriteStartArray("locations");
            writer.WriteStartObject();
            writer.WriteStartObject("physicalLocation");
            writer.WriteStartObject("artifactLocation");
            writer.WriteString("uri", Path.IsPathRooted(finding.Path) ? new Uri(finding.Path).AbsoluteUri : Uri.EscapeDataString(finding.Path.Replace('\\', '/')).Replace("%2F", "/"));
            writer.WriteEndObject();
            if (finding.HasPlace)
            {
                writer.WriteStartObject("region");
                writer.WriteNumber("startLine", finding.Start.Line);
                writer.WriteNumber("startColumn", finding.Start.Column);
                writer.WriteNumber("endLine", finding.End.Line);
                writer.WriteNumber("endColumn", finding.End.Column);
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }
}

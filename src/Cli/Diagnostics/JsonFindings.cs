using System.Text.Json;

namespace Pytocs.Cli.Diagnostics;

/// <summary>For tools: one JSON array of all findings.</summary>
internal sealed class JsonFindings(TextWriter to) : IFindingWriter
{
    private readonly List<Finding> _findings = [];

    public void Write(Finding finding) => _findings.Add(finding);

    public void Finish() => Json.Write(to, writer =>
    {
        writer.WriteStartArray();
        foreach (var finding in _findings)
        {
            writer.WriteStartObject();
            writer.WriteString("code", finding.Descriptor.Code);
            writer.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
            writer.WriteString("title", finding.Descriptor.Title);
            writer.WriteString("message", finding.Message);
            writer.WriteString("file", finding.Path);
            if (finding.HasPlace)
            {
                writer.WriteNumber("line", finding.Start.Line);
                writer.WriteNumber("column", finding.Start.Column);
                writer.WriteNumber("endLine", finding.End.Line);
                writer.WriteNumber("endColumn", finding.End.Column);
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    });
}

/// <summary>JSON documents as the tool writes them: indented, with readable text.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter to, Action<Utf8JsonWriter> document)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
            document(writer);
        to.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
        to.Flush();
    }
}

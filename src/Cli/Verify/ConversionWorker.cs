using System.Text.Json;
using System.Text.Json.Serialization;
using Pytocs.Parser.Diagnostics;

namespace Pytocs.Cli.Verify;

/// <summary>What became of a program in a worker.</summary>
/// <param name="IsConverted">Whether there is C#.</param>
/// <param name="IsCompiled">Whether the C# compiles, so that the image is there.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Warnings">What CPython says on the standard error when it compiles the files.</param>
internal sealed record ConversionOutcome(bool IsConverted, bool IsCompiled, string? Reason, string Warnings);

/// <summary>What a worker is asked for.</summary>
internal sealed record ConversionRequest(string Script, string Image, bool IsExact, string[] SearchPath);

[JsonSerializable(typeof(ConversionOutcome))]
[JsonSerializable(typeof(ConversionRequest))]
internal sealed partial class WorkerJson : JsonSerializerContext;

/// <summary>
/// The hidden command that converts programs one after another: a line of JSON in, a line out. A program that ends the process, or
/// never ends, takes nothing with it but its worker.
/// </summary>
internal static class ConversionWorker
{
    public const string Command = "convert-worker";

    public static int Run()
    {
        while (Console.In.ReadLine() is { } line)
        {
            var outcome = Convert(JsonSerializer.Deserialize(line, WorkerJson.Default.ConversionRequest)!);
            Console.Out.WriteLine(JsonSerializer.Serialize(outcome, WorkerJson.Default.ConversionOutcome));
            Console.Out.Flush();
        }
        return ExitCodes.Fine;
    }

    private static ConversionOutcome Convert(ConversionRequest request)
    {
        try
        {
            var options = new ConversionOptions(ExactTier: request.IsExact) { SearchPath = request.SearchPath, LinePath = static m => Path.GetFullPath(m.Source.Path) };
            if (Conversion.Convert(request.Script, options) is not { } conversion)
                return new ConversionOutcome(false, false, "PTC9001: the file cannot be read", "");
            if (conversion.Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) is { } error)
                return new ConversionOutcome(false, false, $"{error.Code}: {error.Message}", "");
            var warnings = string.Concat(conversion.Diagnostics.Where(d => d.Descriptor == Catalogue.SyntaxWarning).Select(d => Conversion.AsPython(d) + "\n"));
            if (InMemory.Compile(conversion, "Program", out var diagnostics, resources: CompiledImage.Positions(conversion)) is { } image)
            {
                File.WriteAllBytes(request.Image, image);
                return new ConversionOutcome(true, true, null, warnings);
            }
            var first = diagnostics.First(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
            return new ConversionOutcome(true, false, $"{first.Id}: {first.GetMessage()}", warnings);
        }
        catch (Exception defect)
        {
            return new ConversionOutcome(false, false, $"PTC9000: {defect.GetType().Name}: {defect.Message.ReplaceLineEndings(" ")}", "");
        }
    }
}

using System.CommandLine;
using System.Text;

namespace Pytocs.Cli;

/// <summary><c>pytocs convert FILE [-o OUT] [--project]</c>.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The Python script." };
        var output = new Option<string?>("--output", "-o") { Description = "The C# file, or with --project the folder, to write; without it the C# goes to the standard output." };
        var project = new Option<bool>("--project") { Description = "Writes a project that 'dotnet run' builds and runs." };
        var force = new Option<bool>("--force") { Description = "Overwrites files that pytocs did not write." };
        var @namespace = new Option<string?>("--namespace") { Description = "The C# namespace; by default the script's name." };
        var tier = Options.Tier();
        var command = new Command("convert", "Writes a Python script as C#.") { file, output, project, force, @namespace, tier };
        command.SetAction(parsed => Run(
            parsed.GetValue(file)!, parsed.GetValue(output), parsed.GetValue(project), parsed.GetValue(force),
            new ConversionOptions(parsed.GetValue(@namespace), parsed.GetValue(tier) == "exact")));
        return command;
    }

    private static int Run(string path, string? output, bool project, bool force, ConversionOptions options)
    {
        if (project && output is null)
        {
            Console.Error.WriteLine("error PTC9002: --project needs a folder: -o DIR");
            return ExitCodes.WrongUse;
        }
        if (Conversion.Of(path, options) is not { } conversion)
            return ExitCodes.WrongUse;
        if (conversion.HasErrors)
            return ExitCodes.Findings;
        if (output is null)
        {
            using var stdout = Console.OpenStandardOutput();
            stdout.Write(Encoding.UTF8.GetBytes(conversion.Text!));
            return ExitCodes.Fine;
        }
        var writer = new OutputWriter(force);
        var done = project
            ? ProjectWriter.Write(writer, output, path, conversion.Text!)
            : writer.Write(Directory.Exists(output) ? Path.Combine(output, Path.GetFileNameWithoutExtension(path) + ".cs") : output, conversion.Text!);
        return done ? ExitCodes.Fine : ExitCodes.WrongUse;
    }
}

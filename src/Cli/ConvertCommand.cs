using System.CommandLine;
using System.Text;
using Pytocs.Cli.Diagnostics;

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
        var search = Options.SearchPath();
        var command = new Command("convert", "Writes a Python script as C#.") { file, output, project, force, @namespace, tier, search };
        command.SetAction(parsed => Run(
            parsed.GetValue(file)!, parsed.GetValue(output), parsed.GetValue(project), parsed.GetValue(force),
            new ConversionOptions(parsed.GetValue(@namespace), parsed.GetValue(tier) == "exact") { SearchPath = parsed.GetValue(search) ?? [] }));
        return command;
    }

    private static int Run(string path, string? output, bool project, bool force, ConversionOptions options)
    {
        if (project && output is null)
        {
            Report.Write(ToolCatalogue.WrongUse, null, "--project needs a folder: -o DIR");
            return ExitCodes.WrongUse;
        }
        if (Conversion.Of(path, options) is not { } conversion)
            return ExitCodes.WrongUse;
        if (conversion.HasErrors)
            return ExitCodes.Findings;
        if (output is null)
        {
            using var stdout = Console.OpenStandardOutput();
            stdout.Write(Encoding.UTF8.GetBytes(conversion.Text));
            foreach (var module in conversion.Modules.Skip(1))
                Console.Error.WriteLine($"{module.Module.Source.Path}: note: it is part of the program; -o FOLDER or --project writes all of it");
            return ExitCodes.Fine;
        }
        var writer = new OutputWriter(force);
        var done = project
            ? ProjectWriter.Write(writer, output, path, conversion)
            : Directory.Exists(output) || conversion.Modules.Count > 1 ? WriteAll(writer, output, path, conversion) : writer.Write(output, conversion.Text);
        return done ? ExitCodes.Fine : ExitCodes.WrongUse;
    }

    /// <summary>Writes every module of the program below a folder.</summary>
    internal static bool WriteAll(OutputWriter writer, string folder, string script, Conversion conversion)
        => conversion.Modules.All(m => writer.Write(Path.Combine(folder, FileNames.Of(m.Module, Path.GetFileNameWithoutExtension(script) + ".cs")), m.Text));
}

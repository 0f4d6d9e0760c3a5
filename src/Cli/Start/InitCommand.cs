using System.CommandLine;
using Pytocs.Cli.Convert;
using Pytocs.Cli.Diagnostics;
using Pytocs.Cli.Templates;

namespace Pytocs.Cli.Start;

/// <summary><c>pytocs init [DIR]</c>: a project whose Python files <c>dotnet build</c> converts.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Where the project goes; by default here.", DefaultValueFactory = _ => "." };
        var templates = TemplateSet.Option();
        var command = new Command("init", "Starts a project: Python files, built by 'dotnet build'.") { folder, templates };
        command.SetAction(parsed => TemplateSet.Open(parsed.GetValue(templates)) is { } texts ? Run(parsed.GetValue(folder)!, texts) : ExitCodes.WrongUse);
        return command;
    }

    private static int Run(string folder, TemplateSet texts)
    {
        var name = Conversion.NamespaceOf(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) is { Length: > 0 } last ? last : "app");
        (string File, string Text)[] files =
        [
            (name + ".csproj", texts.Text(Template.InitProject, ("name", name), ("version", SingleFile.Version))),
            ("main.py", texts.Text(Template.InitScript, ("name", name))),
            ("pyproject.toml", texts.Text(Template.InitSettings, ("name", name))),
        ];
        if (files.FirstOrDefault(f => File.Exists(Path.Combine(folder, f.File))) is { File: { } taken })
        {
            Report.Write(ToolCatalogue.CannotWrite, Path.Combine(folder, taken), "it exists, and init overwrites nothing");
            return ExitCodes.WrongUse;
        }
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var (file, text) in files)
                File.WriteAllText(Path.Combine(folder, file), text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Report.Write(ToolCatalogue.CannotWrite, folder, error.Message);
            return ExitCodes.WrongUse;
        }
        Console.WriteLine($"{string.Join(", ", files.Select(f => f.File))}: written. Next: 'dotnet run --project {folder}' builds and runs main.py.");
        return ExitCodes.Fine;
    }
}

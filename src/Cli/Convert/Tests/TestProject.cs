using Pytocs.Cli.Files;
using Pytocs.Cli.Templates;

namespace Pytocs.Cli.Convert.Tests;

/// <summary>The test project: <c>dotnet test</c> runs it.</summary>
internal static class TestProject
{
    private const string Setup = "PythonTestSetup.cs";

    /// <summary>The packages of xunit that the project takes.</summary>
    public static IReadOnlyList<(string Name, string Version)> Packages { get; } =
    [
        ("Microsoft.NET.Test.Sdk", "18.11.0"),
        ("xunit.v3", "3.2.2"),
        ("xunit.runner.visualstudio", "4.0.1"),
    ];

    /// <summary>The name of the test project of a program.</summary>
    public static string NameOf(string program) => program + ".Tests";

    /// <summary>Adds the files that no Python file became.</summary>
    /// <param name="writer">What is written.</param>
    /// <param name="folder">The folder of the project.</param>
    /// <param name="name">The name of the project.</param>
    /// <param name="program">The name of the program's project, in the folder above; null where there is none.</param>
    /// <param name="from">What the project is made of, for messages.</param>
    /// <param name="conversion">The program and its tests.</param>
    /// <param name="packages">The packages of the project.</param>
    /// <param name="templates">What the project's text comes from.</param>
    public static void Add(OutputWriter writer, string folder, string name, string? program, string from, Conversion conversion, IEnumerable<ConvertedModule> packages, TemplateSet templates)
    {
        var up = program is null ? "" : "../";
        var file = Path.Combine(folder, name + ".csproj");
        var project = templates.Text(
            Template.TestProject,
            ("data", PackageData.Add(writer, folder, packages, file)),
            ("name", name),
            ("packages", string.Join("\n", Packages.Select(static p => $"    <PackageReference Include=\"{p.Name}\" Version=\"{p.Version}\" />"))),
            ("references", $"{(program is null ? "" : $"    <ProjectReference Include=\"../{program}.csproj\" />\n")}{ProjectWriter.References(conversion, up)}"));
        writer.Add(file, project, from, ProjectWriter.Mark);
    }

    /// <summary>Adds the file with what all tests share.</summary>
    public static void AddSetup(OutputWriter writer, string folder, Conversion conversion, bool runsEveryCoroutine, string from, TemplateSet templates)
    {
        var modules = conversion.Modules.Where(static m => m.Module.Name != Lowering.Programs.ModuleFile.Main && (m.Module.Source.Text.Length > 0 || m.Module.IsPackage));
        var text = templates.Text(
            Template.TestSetup,
            ("modules", string.Join(",\n", modules.Select(static m => $"        global::{m.Lowered.Model.Namespace}.Module.Definition"))),
            ("every_coroutine", runsEveryCoroutine ? "        PythonTestRun.RunsEveryCoroutine = true;\n" : ""));
        writer.Add(Path.Combine(folder, Setup), text, from);
    }
}

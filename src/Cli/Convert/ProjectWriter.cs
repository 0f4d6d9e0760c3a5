using Pytocs.Cli.Files;
using Pytocs.Cli.Templates;

namespace Pytocs.Cli.Convert;

/// <summary>Adds a project around the emitted C#: <c>dotnet run --project DIR</c> runs the program.</summary>
internal static class ProjectWriter
{
    public const string Mark = "<!-- Written by pytocs. -->";
    public const string Runtime = "Pytocs.Runtime.dll";

    /// <summary>The assemblies of a program that runs source text.</summary>
    private static readonly string[] s_interpreter = ["Pytocs.Interpreter.dll", "Pytocs.Parser.dll"];

    public static void AddRuntime(OutputWriter writer, string folder, Conversion conversion)
    {
        foreach (var assembly in (string[])[Runtime, .. conversion.UsesInterpreter ? s_interpreter : []])
            writer.AddBytes(Path.Combine(folder, "lib", assembly), File.ReadAllBytes(PathOf(assembly)), "the runtime");
    }

    /// <summary>Where an assembly lies that runs on every kind of machine: the tool's own may be compiled ahead for this one.</summary>
    private static string PathOf(string assembly)
        => Path.Combine(AppContext.BaseDirectory, "portable", assembly) is var portable && File.Exists(portable) ? portable : Path.Combine(AppContext.BaseDirectory, assembly);

    /// <summary>The references that a project has to the assemblies in its folder <c>lib</c>.</summary>
    /// <param name="conversion">The program.</param>
    /// <param name="up">The way from the project to the folder that has <c>lib</c>.</param>
    public static string References(Conversion conversion, string up = "")
        => string.Join("\n", ((string[])[Runtime, .. conversion.UsesInterpreter ? s_interpreter : []]).Select(a => $"""
                <Reference Include="{Path.GetFileNameWithoutExtension(a)}">
                  <HintPath>{up}lib/{a}</HintPath>
                </Reference>
            """));

    /// <param name="writer">What is written.</param>
    /// <param name="folder">The folder of the project.</param>
    /// <param name="program">What it is made of, for messages.</param>
    /// <param name="conversion">The program.</param>
    /// <param name="name">The name of the project.</param>
    /// <param name="tests">The name of the test project in a folder of it; null for none.</param>
    /// <param name="packages">The packages of the project.</param>
    /// <param name="templates">What the project's text comes from.</param>
    public static void Add(OutputWriter writer, string folder, string program, Conversion conversion, string name, string? tests, IEnumerable<ConvertedModule> packages, TemplateSet templates)
    {
        AddRuntime(writer, folder, conversion);
        var aside = tests is null ? "" : $"""

              <ItemGroup>
                <!-- The tests are a project of their own: dotnet test {tests}. -->
                <Compile Remove="{tests}/**" />
                <InternalsVisibleTo Include="{tests}" />
              </ItemGroup>

            """.ReplaceLineEndings("\n");
        var host = !conversion.HasScript ? "" : """

              <ItemGroup>
                <!-- Arrays of up to 32 MB are collected as small objects are: the memory of lists and dicts that grow is used again at once. -->
                <RuntimeHostConfigurationOption Include="System.GC.LOHThreshold" Value="33554432" />
                <RuntimeHostConfigurationOption Include="System.GC.RegionSize" Value="33554432" />
              </ItemGroup>

            """.ReplaceLineEndings("\n");
        var file = Path.Combine(folder, name + ".csproj");
        var data = PackageData.Add(writer, folder, packages, file);
        var project = templates.Text(
            Template.Project, ("data", data), ("name", name), ("output_type", conversion.HasScript ? "Exe" : "Library"), ("references", References(conversion)), ("host", host), ("tests", aside));
        writer.Add(file, project, program, Mark);
    }
}

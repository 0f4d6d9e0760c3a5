using Pytocs.Cli.Diagnostics;

namespace Pytocs.Cli;

/// <summary>Writes a project around the emitted C#: <c>dotnet run --project DIR</c> runs the program.</summary>
internal static class ProjectWriter
{
    private const string Mark = "<!-- Written by pytocs. -->";

    public static bool Write(OutputWriter writer, string folder, string script, Conversion conversion)
    {
        var name = Conversion.NamespaceOf(script);
        var runtime = Path.Combine(AppContext.BaseDirectory, "Pytocs.Runtime.dll");
        var library = Path.Combine(folder, "lib");
        try
        {
            Directory.CreateDirectory(library);
            File.Copy(runtime, Path.Combine(library, "Pytocs.Runtime.dll"), overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Report.Write(ToolCatalogue.CannotWrite, folder, error.Message);
            return false;
        }
        var project = $"""
            <Project Sdk="Microsoft.NET.Sdk">

              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <InvariantGlobalization>true</InvariantGlobalization>
                <AssemblyName>{name}</AssemblyName>
                <RootNamespace>{name}</RootNamespace>
              </PropertyGroup>

              <ItemGroup>
                <Reference Include="Pytocs.Runtime">
                  <HintPath>lib/Pytocs.Runtime.dll</HintPath>
                </Reference>
              </ItemGroup>

            </Project>

            """;
        return writer.Write(Path.Combine(folder, name + ".csproj"), project.ReplaceLineEndings("\n"), Mark)
            && ConvertCommand.WriteAll(writer, folder, script, conversion);
    }
}

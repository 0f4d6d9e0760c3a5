using Pytocs.Cli.Files;

namespace Pytocs.Cli.Convert;

/// <summary>Adds a project around the emitted C#: <c>dotnet run --project DIR</c> runs the program.</summary>
internal static class ProjectWriter
{
    private const string Mark = "<!-- Written by pytocs. -->";
    private const string Runtime = "Pytocs.Runtime.dll";

    public static void Add(OutputWriter writer, string folder, string program, Conversion conversion, string? @namespace)
    {
        var name = @namespace ?? Conversion.NamespaceOf(program);
        writer.AddBytes(Path.Combine(folder, "lib", Runtime), File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, Runtime)), "the runtime");
        var project = $"""
            <Project Sdk="Microsoft.NET.Sdk">

              <PropertyGroup>
                <OutputType>{(conversion.HasScript ? "Exe" : "Library")}</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <InvariantGlobalization>true</InvariantGlobalization>
                <ConcurrentGarbageCollection>false</ConcurrentGarbageCollection>
                <AssemblyName>{name}</AssemblyName>
                <RootNamespace>{name}</RootNamespace>
              </PropertyGroup>

              <ItemGroup>
                <Reference Include="Pytocs.Runtime">
                  <HintPath>lib/{Runtime}</HintPath>
                </Reference>
              </ItemGroup>

              <ItemGroup>
                <!-- What tracebacks show: the Python text, and which of it a line of C# came from. -->
                <EmbeddedResource Include="traceback/**" LogicalName="%(RecursiveDir)%(Filename)%(Extension)" WithCulture="false" />
              </ItemGroup>

            </Project>

            """;
        writer.Add(Path.Combine(folder, name + ".csproj"), project.ReplaceLineEndings("\n"), program, Mark);
    }
}

using Pytocs.Cli.Files;

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
    public static void Add(OutputWriter writer, string folder, string name, string? program, string from, Conversion conversion)
    {
        var up = program is null ? "" : "../";
        var project = $"""
            <Project Sdk="Microsoft.NET.Sdk">

              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <InvariantGlobalization>true</InvariantGlobalization>
                <IsPackable>false</IsPackable>
                <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
                <AssemblyName>{name}</AssemblyName>
                <RootNamespace>{name}</RootNamespace>
              </PropertyGroup>

              <ItemGroup>
            {string.Join("\n", Packages.Select(static p => $"    <PackageReference Include=\"{p.Name}\" Version=\"{p.Version}\" />"))}
              </ItemGroup>

              <ItemGroup>
            {(program is null ? "" : $"    <ProjectReference Include=\"../{program}.csproj\" />\n")}{ProjectWriter.References(conversion, up)}
              </ItemGroup>

              <ItemGroup>
                <!-- What tracebacks show: the Python text, and which of it a line of C# came from. -->
                <EmbeddedResource Include="traceback/**" LogicalName="%(RecursiveDir)%(Filename)%(Extension)" WithCulture="false" />
              </ItemGroup>

            </Project>

            """;
        writer.Add(Path.Combine(folder, name + ".csproj"), project.ReplaceLineEndings("\n"), from, ProjectWriter.Mark);
    }

    /// <summary>Adds the file with what all tests share.</summary>
    public static void AddSetup(OutputWriter writer, string folder, Conversion conversion, bool runsEveryCoroutine, string from)
    {
        var modules = conversion.Modules.Where(static m => m.Module.Name != Lowering.Programs.ModuleFile.Main && (m.Module.Source.Text.Length > 0 || m.Module.IsPackage));
        var text = $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Runtime.CompilerServices;
            using Pytocs.Runtime.Core;
            using Pytocs.Runtime.Testing;
            using Xunit;
            using Xunit.Sdk;
            using Xunit.v3;

            // Python tests share their modules and the process: they run one at a time, in the order of the text.
            [assembly: CollectionBehavior(DisableTestParallelization = true)]
            [assembly: AssemblyFixture(typeof(PythonTestRun))]
            [assembly: TestCaseOrderer(typeof(TextOrder))]
            [assembly: TestCollectionOrderer(typeof(TextOrder))]

            /// <summary>The order in which the tests are written, module after module.</summary>
            public sealed class TextOrder : ITestCaseOrderer, ITestCollectionOrderer
            {
                /// <summary>What xunit calls the collection of each class, in order.</summary>
                private static readonly List<string> s_classes =
                    [.. typeof(TextOrder).Assembly.GetTypes().OrderBy(static t => t.Namespace, StringComparer.Ordinal).ThenBy(static t => t.MetadataToken).Select(static t => $"Test collection for {t.FullName} ")];

                public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections)
                    where T : ITestCollection
                    => [.. testCollections.OrderBy(static c => s_classes.FindIndex(n => c.TestCollectionDisplayName.StartsWith(n, StringComparison.Ordinal)))];

                public IReadOnlyCollection<T> OrderTestCases<T>(IReadOnlyCollection<T> testCases)
                    where T : notnull, ITestCase
                    => [.. testCases.OrderBy(static c => (c as IXunitTestCase)?.TestMethod.Method.MetadataToken ?? 0)];
            }

            /// <summary>The Python modules that tests import.</summary>
            internal static class PythonTestSetup
            {
            #pragma warning disable CA2255 // Tests import nothing themselves.
                [ModuleInitializer]
            #pragma warning restore CA2255
                internal static void Prepare()
                {
                    Modules.AreImportedOnDemand = true;
            {{(runsEveryCoroutine ? "        PythonTestRun.RunsEveryCoroutine = true;\n" : "")}}        AddModules();
                }

                /// <summary>A method of its own: what it names is loaded when it is called, and not before.</summary>
                [MethodImpl(MethodImplOptions.NoInlining)]
                private static void AddModules() => Modules.Add(
            {{string.Join(",\n", modules.Select(static m => $"        global::{m.Lowered.Model.Namespace}.Module.Definition"))}});
            }

            """;
        writer.Add(Path.Combine(folder, Setup), text.ReplaceLineEndings("\n"), from);
    }
}

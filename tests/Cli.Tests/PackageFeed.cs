using Xunit;

namespace Pytocs.Cli.Tests;

/// <summary>A folder with the packages, made once for all tests that build projects with them, and the projects.</summary>
public sealed class PackageFeed : IDisposable
{
    /// <summary>The configuration that the tests were built in, whose assemblies are packed.</summary>
    private const string Configuration =
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    public PackageFeed()
    {
        var packed = Sandbox.Start(Sandbox.Root, null, ["dotnet", "build", "src/Packages.proj", $"-p:Feed={Box.Folder}/feed/", $"-p:Configuration={Configuration}", "-p:NoBuild=true", "-v", "q"]);
        Assert.True(packed.Code == 0, packed.Output);
        Box.Write("nuget.config", "<configuration><packageSources><clear /><add key=\"feed\" value=\"feed\" /></packageSources></configuration>");
    }

    public Sandbox Box { get; } = new();

    public void Dispose() => Box.Dispose();

    /// <summary>Runs <c>dotnet</c> in a folder of the box.</summary>
    public Result Dotnet(string folder, params string[] args)
        => Sandbox.Start(Box.PathOf(folder), null, ["dotnet", .. args], new Dictionary<string, string> { ["NUGET_PACKAGES"] = Box.PathOf("packages"), ["MSBUILDDISABLENODEREUSE"] = "1" });

    /// <summary>Builds the project of a folder, which must succeed without a warning.</summary>
    public void Build(string folder, params string[] args)
    {
        var built = Dotnet(folder, ["build", "-v", "q", .. args]);
        Assert.True(built.Code == 0 && built.Output.Contains("0 Warning(s)", StringComparison.Ordinal), built.Output);
    }

    /// <summary>Writes a project file with the package.</summary>
    /// <param name="path">The file.</param>
    /// <param name="properties">Further properties.</param>
    /// <param name="items">Further items.</param>
    public void Project(string path, string properties, string items = "") => Box.Write(path, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        </Project>
        """);
}

/// <summary>Tests that share the packages.</summary>
[CollectionDefinition(nameof(PackageFeed))]
public sealed class PackageFeedCollection : ICollectionFixture<PackageFeed>;

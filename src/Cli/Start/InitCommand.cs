using System.CommandLine;
using Pytocs.Cli.Convert;
using Pytocs.Cli.Diagnostics;

namespace Pytocs.Cli.Start;

/// <summary><c>pytocs init [DIR]</c>: a project whose Python files <c>dotnet build</c> converts.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Where the project goes; by default here.", DefaultValueFactory = _ => "." };
        var command = new Command("init", "Starts a project: Python files, built by 'dotnet build'.") { folder };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!));
        return command;
    }

    private static int Run(string folder)
    {
        var name = Conversion.NamespaceOf(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) is { Length: > 0 } last ? last : "app");
        (string File, string Text)[] files =
        [
            (name + ".csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">

                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <Nullable>enable</Nullable>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <PytocsMain>main.py</PytocsMain>
                  </PropertyGroup>

                  <ItemGroup>
                    <PackageReference Include="Pytocs" Version="{SingleFile.Version}" />
                  </ItemGroup>

                </Project>

                """),
            ("main.py", """
                import asyncio
                from collections.abc import AsyncIterator


                async def ticks(count: int) -> AsyncIterator[str]:
                    for i in range(count):
                        yield f"tick {i}"
                        await asyncio.sleep(0)


                async def main() -> None:
                    async for tick in ticks(3):
                        print(tick)


                if __name__ == "__main__":
                    asyncio.run(main())

                """),
            ("pyproject.toml", """
                [tool.pytocs]
                exclude = ["tests/**"]

                """),
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
                File.WriteAllText(Path.Combine(folder, file), text.ReplaceLineEndings("\n"));
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

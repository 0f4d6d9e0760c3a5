using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Pytocs.Cli.Tests;

/// <summary>What a process printed and how it ended.</summary>
public sealed record Result(string Output, string Error, int Code);

/// <summary>A folder of its own for a test, in which it runs the tool.</summary>
public sealed class Sandbox : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pytocs-cli");

    public static string Root { get; } = FindRoot();

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public bool Has(string name) => File.Exists(PathOf(name));

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>Runs <c>pytocs</c> in the folder.</summary>
    public Result Pytocs(params string[] args) => Run(null, args);

    /// <summary>Runs <c>pytocs</c> with a text as its standard input.</summary>
    public Result PytocsWithInput(string input, params string[] args) => Run(input, args);

    private Result Run(string? input, string[] args)
        => Start(Folder, input, ["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "pytocs.dll"), .. args]);

    public static Result Start(string folder, string? input, IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["NO_COLOR"] = "1";
        start.Environment.Remove("CI");
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (input is not null)
            process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return new Result(output.Result, error.Result, process.ExitCode);
    }

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}

namespace Pytocs.Cli.Verify;

/// <summary>Runs one program under CPython and as C#, each time in the same way.</summary>
/// <param name="options">How.</param>
/// <param name="path">The full path of the script.</param>
/// <param name="folder">An empty folder for what the runs need.</param>
internal sealed class ProgramRunner(VerifyOptions options, string path, string folder)
{
    public ProgramResult RunPython()
    {
        List<string> command = [options.Oracle!.Path];
        if (options.SearchPath.Length == 0)
            return Run([.. command, path], []);
        return Run([.. command, path], [new("PYTHONPATH", string.Join(Path.PathSeparator, options.SearchPath.Select(Path.GetFullPath)))]);
    }

    public ProgramResult RunImage(string image)
        => Run([.. Worker.Self, CompiledImage.Command, image, path], []);

    /// <summary>Runs a program with its arguments and input, in the script's folder or in a new and empty one.</summary>
    private ProgramResult Run(IReadOnlyList<string> command, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var input = Path.ChangeExtension(path, ".in");
        var arguments = Path.ChangeExtension(path, ".args");
        var home = options.IsInPlace ? Path.GetDirectoryName(path)! : Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N")[..8])).FullName;
        KeyValuePair<string, string>[] common =
        [
            new("PYTHONHASHSEED", Environment.GetEnvironmentVariable("PYTHONHASHSEED") ?? "0"),
            new("PYTHONDONTWRITEBYTECODE", "1"),
            new("NO_COLOR", "1"),
        ];
        return ProgramResult.Of(
            [.. command, .. options.Arguments.Length == 0 && File.Exists(arguments) ? File.ReadAllLines(arguments) : options.Arguments],
            home, File.Exists(input) ? input : null, options.Limits, [.. common, .. environment]);
    }
}

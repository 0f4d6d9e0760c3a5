using System.CommandLine;
using Pytocs.Cli.Diagnostics;
using Pytocs.Cli.Files;
using Pytocs.Cli.Verify;

namespace Pytocs.Cli.Golden;

/// <summary><c>pytocs golden DIR [--update]</c>: whether programs still become the recorded C# and print what was recorded.</summary>
internal static class GoldenCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("paths") { Description = "Python programs, folders of them, or patterns. x.cs beside x.py is its C#; x.out, x.err and x.exit say what it prints and how it ends.", Arity = ArgumentArity.OneOrMore };
        var update = new Option<bool>("--update") { Description = "Records the C#, and what CPython 3.13 prints where it is installed. Refused where the variable CI is set." };
        var force = new Option<bool>("--force") { Description = "Records over C# files that pytocs did not write." };
        var python = new Option<string?>("--python") { Description = "The interpreter whose output is recorded; by default the first CPython 3.13 on the path." };
        var time = new Option<double>("--timeout") { Description = "Seconds that a program may run.", DefaultValueFactory = _ => 60 };
        var exclude = FileChoice.Exclude();
        var search = Options.SearchPath();
        var format = FindingFormats.Option();
        var command = new Command("golden", "Checks programs against their recorded C# and output, with readable differences.") { paths, update, force, python, time, exclude, search, format };
        command.SetAction(parsed =>
        {
            Report.Use(parsed.GetValue(format)!, isResult: true);
            var updates = parsed.GetValue(update);
            if (updates && Environment.GetEnvironmentVariable("CI") is { Length: > 0 } and not "false" and not "0")
            {
                Report.Write(ToolCatalogue.WrongUse, null, "--update is refused under CI: record on your machine, read the difference and commit it");
                return ExitCodes.WrongUse;
            }
            if (ScriptFiles.Find(parsed.GetValue(paths)!, parsed.GetValue(exclude)) is not { } files)
                return ExitCodes.WrongUse;
            PythonOracle? oracle = null;
            if (updates && (oracle = PythonOracle.Find(parsed.GetValue(python), out var isWrongUse)) is null && isWrongUse)
                return ExitCodes.WrongUse;
            var limits = new Limits(TimeSpan.FromSeconds(parsed.GetValue(time)), long.MaxValue);
            var check = new GoldenCheck(updates, parsed.GetValue(force), oracle, limits, parsed.GetValue(search) ?? [], parsed.GetValue(format) == "text" ? Console.Out : TextWriter.Null);
            var code = ExitCodes.Fine;
            foreach (var file in files)
                code = Math.Max(code, check.Run(file.Path));
            Console.Error.WriteLine($"{files.Count} programs, {check.Checked} with recordings, {check.Differing} differ");
            return code;
        });
        return command;
    }
}

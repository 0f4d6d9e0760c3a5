using System.CommandLine;
using System.Diagnostics;
using Pytocs.Cli.Diagnostics;
using Pytocs.Cli.Files;
using Pytocs.Cli.Verify;

namespace Pytocs.Cli.Watch;

/// <summary><c>pytocs watch PATH [-o OUT]</c>: converts, or runs, again whenever a Python file changes.</summary>
internal static class WatchCommand
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A script or a folder; the Python files of its folder are watched." };
        var output = new Option<string?>("--output", "-o") { Description = "Converts into this file or folder; without it the script runs." };
        var project = new Option<bool>("--project") { Description = "Converts into a project." };
        var command = new Command("watch", "Converts, or runs, again on every change, until Ctrl+C.") { path, output, project };
        command.SetAction((parsed, stop) => Run(parsed.GetValue(path)!, parsed.GetValue(output), parsed.GetValue(project), stop));
        return command;
    }

    private static async Task<int> Run(string path, string? output, bool project, CancellationToken stop)
    {
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path) is { Length: > 0 } parent ? parent : ".";
        if (!Directory.Exists(path) && !File.Exists(path))
        {
            Report.Write(ToolCatalogue.CannotRead, path, "no such file");
            return ExitCodes.WrongUse;
        }
        if (output is null && Directory.Exists(path))
        {
            Report.Write(ToolCatalogue.WrongUse, null, "a folder is watched to convert it: -o DIR");
            return ExitCodes.WrongUse;
        }
        string[] arguments = output is null ? ["run", path] : ["convert", path, "-o", output, .. project ? (string[])["--project"] : []];
        try
        {
            while (true)
            {
                var before = State(folder);
                using var process = Process.Start(new ProcessStartInfo(Worker.Self[0], [.. Worker.Self.Skip(1), .. arguments]))!;
                var clock = Stopwatch.StartNew();
                var isTold = false;
                while (State(folder).SequenceEqual(before))
                {
                    if (process.HasExited && !isTold)
                    {
                        isTold = true;
                        await Console.Error.WriteLineAsync($"pytocs: exit code {process.ExitCode} after {clock.Elapsed.TotalSeconds.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)} s; waiting for changes of {folder}");
                    }
                    if (stop.IsCancellationRequested)
                        break;
                    await Task.Delay(s_pause, stop).ContinueWith(static _ => { }, TaskScheduler.Default);
                }
                if (!process.HasExited)
                    process.Kill(entireProcessTree: true);
                stop.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Fine;
        }
    }

    /// <summary>What tells one state of the folder's Python files from the next.</summary>
    private static List<(string Path, DateTime Time, long Length)> State(string folder)
        => [.. ScriptFiles.Below(folder).Select(static f => new FileInfo(f)).Where(static i => i.Exists).Select(static i => (i.FullName, i.LastWriteTimeUtc, i.Length))];
}

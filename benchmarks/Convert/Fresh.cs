using System.Diagnostics;

namespace Pytocs.Benchmarks.Convert;

/// <summary>An installed tool that converts a file of 1,000 lines in a process of its own.</summary>
internal static class Fresh
{
    public static void Measure(string tool, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("pytocs");
        var path = Path.Combine(folder.FullName, "measured.py");
        File.WriteAllText(path, Sources.OfLines(1_000));
        Print("fresh process, --version", Best(tool, ["--version"], rounds), 0);
        Print("fresh process, convert", Best(tool, ["convert", path], rounds), 1_000);
        folder.Delete(recursive: true);
    }

    private static (double Processor, double Clock) Best(string tool, string[] arguments, int rounds)
    {
        var best = (Processor: double.MaxValue, Clock: double.MaxValue);
        for (var round = 0; round < rounds; round++)
        {
            var (before, watch) = (ChildTime.Seconds(), Stopwatch.StartNew());
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{tool} ended with {process.ExitCode}");
            best = (Math.Min(best.Processor, ChildTime.Seconds() - before), Math.Min(best.Clock, watch.Elapsed.TotalSeconds));
        }
        return best;
    }

    private static void Print(string what, (double Processor, double Clock) best, int lines)
        => Console.WriteLine($"{what,-28}{lines,9}{best.Processor,13:F3}{best.Clock,9:F3}");
}

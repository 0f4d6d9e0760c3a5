using System.Diagnostics;

namespace Pytocs.Benchmarks;

/// <summary>What a process that runs one program several times printed, and the processor seconds of its rounds.</summary>
internal sealed record Child(string Output, double[] Rounds)
{
    public double First => Rounds[0];

    public double Best => Rounds.Min();

    /// <returns>Null where there is no such interpreter.</returns>
    public static Child? OfPython(string python, string timer, string script, int rounds)
    {
        try
        {
            return Run(new ProcessStartInfo(python, [timer, script, rounds.ToString()]));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public static Child OfThis(string what, string program, int rounds)
    {
        string[] own = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Child).Assembly.Location] : [];
        return Run(new ProcessStartInfo(Environment.ProcessPath!, [.. own, what, program, rounds.ToString()]));
    }

    private static Child Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var lines = errors.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return process.ExitCode == 0 ? new(output, [.. lines.Select(double.Parse)]) : throw new InvalidOperationException(errors.Result);
    }

    /// <summary>Runs an action several times; the processor seconds of each go to standard error.</summary>
    public static void Time(int rounds, Action action)
    {
        using var process = Process.GetCurrentProcess();
        for (var round = 0; round < rounds; round++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            action();
            process.Refresh();
            Console.Error.WriteLine((process.TotalProcessorTime - before).TotalSeconds);
        }
    }
}

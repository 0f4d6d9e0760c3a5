using System.Diagnostics;

namespace Pytocs.Benchmarks.Parsing;

/// <summary>The CPython to measure beside.</summary>
internal sealed class Python(string command)
{
    /// <summary>The folder of its standard library.</summary>
    public string Library => Run(["-c", "import os; print(os.path.dirname(os.__file__))"], []).Trim();

    /// <summary>The seconds of processor and of clock that ast.parse takes for files.</summary>
    public (double Processor, double Clock) Time(IEnumerable<string> paths)
    {
        var parts = Run([Path.Combine(AppContext.BaseDirectory, "time_ast.py")], paths).Split();
        return (double.Parse(parts[0]), double.Parse(parts[1]));
    }

    private string Run(IEnumerable<string> arguments, IEnumerable<string> input)
    {
        var start = new ProcessStartInfo(command) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        foreach (var line in input) process.StandardInput.WriteLine(line);
        process.StandardInput.Close();
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return answer;
    }
}

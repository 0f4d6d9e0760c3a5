using System.Diagnostics;
using System.Text.Json;

namespace Pytocs.Cli.Verify;

/// <summary>The process that converts programs for one of the jobs; it is started anew when a program ended it.</summary>
internal sealed class Worker(Limits limits) : IDisposable
{
    /// <summary>Loading the compiler takes long on a busy machine, whatever the programs may take.</summary>
    private static readonly TimeSpan s_leastTime = TimeSpan.FromMinutes(1);

    private Process? _process;

    /// <summary>How to start this tool again with other arguments.</summary>
    public static IReadOnlyList<string> Self { get; } =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [Environment.ProcessPath!, "exec", Path.Combine(AppContext.BaseDirectory, "pytocs.dll")] : [Environment.ProcessPath!];

    public ConversionOutcome Convert(ConversionRequest request)
    {
        if (_process is null or { HasExited: true })
            Restart();
        try
        {
            _process!.StandardInput.WriteLine(JsonSerializer.Serialize(request, WorkerJson.Default.ConversionRequest));
            _process.StandardInput.Flush();
            var answer = _process.StandardOutput.ReadLineAsync();
            if (!Wait(answer, out var limit))
            {
                Dispose();
                return new ConversionOutcome(false, false, $"PTC9000: converting reached the {limit} limit", "");
            }
            if (answer.Result is { } line)
                return JsonSerializer.Deserialize(line, WorkerJson.Default.ConversionOutcome)!;
        }
        catch (IOException)
        {
            // The worker ended before it was asked.
        }
        Dispose();
        return new ConversionOutcome(false, false, "PTC9000: converting ended the process", "");
    }

    private bool Wait(Task answer, out string limit)
    {
        var clock = Stopwatch.StartNew();
        limit = "time";
        while (clock.Elapsed < limits.Time || clock.Elapsed < s_leastTime)
        {
            if (answer.Wait(200))
                return true;
            if (ProgramResult.Memory(_process!) > limits.Memory)
            {
                limit = "memory";
                return false;
            }
        }
        return false;
    }

    private void Restart()
    {
        Dispose();
        var start = new ProcessStartInfo(Self[0], [.. Self.Skip(1), ConversionWorker.Command]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginErrorReadLine();
    }

    public void Dispose()
    {
        if (_process is null)
            return;
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _process = null;
    }
}

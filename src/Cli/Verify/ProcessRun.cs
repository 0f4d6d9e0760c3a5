using System.Diagnostics;

namespace Pytocs.Cli.Verify;

/// <summary>What a program may use.</summary>
/// <param name="Time">How long it may run.</param>
/// <param name="Memory">How many bytes its processes may hold.</param>
internal sealed record Limits(TimeSpan Time, long Memory)
{
    /// <summary>How many bytes it may print.</summary>
    public const int Output = 64 << 20;
}

/// <summary>What a program printed and how it ended.</summary>
/// <param name="Output">The bytes of its standard output.</param>
/// <param name="Error">The bytes of its standard error.</param>
/// <param name="ExitCode">Its exit code; of one that was ended by a signal 128 and the signal's number.</param>
/// <param name="Limit">The limit at which it was ended: <c>time</c>, <c>memory</c> or <c>output</c>; null for none.</param>
internal sealed record ProgramResult(byte[] Output, byte[] Error, int ExitCode, string? Limit)
{
    /// <summary>Runs a program to its end or to a limit.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="folder">The folder that it runs in.</param>
    /// <param name="input">The file that is its standard input; null for an empty one.</param>
    /// <param name="limits">What it may use.</param>
    /// <param name="environment">Variables that it gets beside those of this process.</param>
    public static ProgramResult Of(IReadOnlyList<string> command, string folder, string? input, Limits limits, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var feeding = Feed(process, input);
        using var outputEnds = new CancellationTokenSource();
        var output = Read(process.StandardOutput.BaseStream, outputEnds);
        var error = Read(process.StandardError.BaseStream, outputEnds);
        var limit = Watch(process, limits, outputEnds.Token);
        if (limit is not null)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        // A process that it left behind may hold the pipes open.
        Task.WaitAll([output, error], limit is null ? limits.Time : TimeSpan.FromSeconds(1));
        feeding.ContinueWith(static t => _ = t.Exception, TaskScheduler.Default);
        return new ProgramResult(output.IsCompleted ? output.Result : [], error.IsCompleted ? error.Result : [], process.ExitCode, limit);
    }

    private static string? Watch(Process process, Limits limits, CancellationToken outputEnds)
    {
        var clock = Stopwatch.StartNew();
        for (var pause = 5; ; pause = Math.Min(pause * 2, 100))
        {
            if (process.WaitForExit(pause))
                return null;
            if (clock.Elapsed > limits.Time)
                return "time";
            if (outputEnds.IsCancellationRequested)
                return "output";
            if (Memory(process) > limits.Memory)
                return "memory";
        }
    }

    /// <summary>Gives the bytes that a process holds; 0 for one that has ended, which it may do at any moment.</summary>
    internal static long Memory(Process process)
    {
        try
        {
            process.Refresh();
            return process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private static async Task Feed(Process process, string? input)
    {
        await using var stdin = process.StandardInput.BaseStream;
        if (input is null)
            return;
        await using var file = File.OpenRead(input);
        await file.CopyToAsync(stdin);
    }

    private static async Task<byte[]> Read(Stream stream, CancellationTokenSource outputEnds)
    {
        using var text = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (await stream.ReadAsync(buffer) is > 0 and var count)
        {
            if (text.Length + count > Limits.Output)
            {
                await outputEnds.CancelAsync();
                break;
            }
            text.Write(buffer, 0, count);
        }
        return text.ToArray();
    }
}

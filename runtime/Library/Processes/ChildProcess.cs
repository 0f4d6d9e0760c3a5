using System.ComponentModel;
using System.Diagnostics;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>What a standard stream of a child process is connected with: <c>None</c>, <c>PIPE</c>, <c>STDOUT</c>, <c>DEVNULL</c> or a file.</summary>
internal readonly struct Redirection(Any value)
{
    public const int Pipe = -1;
    public const int Stdout = -2;
    public const int DevNull = -3;

    public Any Value => value;

    public bool IsPipe => Is(Pipe);

    public bool IsStdout => Is(Stdout);

    public bool IsDevNull => Is(DevNull);

    public bool IsInherited => value.IsNone;

    public bool IsFile => !IsInherited && !IsPipe && !IsStdout && !IsDevNull;

    private bool Is(int number) => value.IsSmallInt && value.Bits == number;
}

/// <summary>A child process and the .NET streams to it.</summary>
internal sealed class ChildProcess
{
    private readonly Process _process;
    private readonly List<Thread> _pumps = [];
    private int _signal;

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, WeakReference<ChildProcess>> s_known = new();

    private ChildProcess(Process process)
    {
        _process = process;
        s_known[process.Id] = new(this);
    }

    /// <summary>The child of a number; null where nobody knows it any more.</summary>
    public static ChildProcess? Find(int id) => s_known.TryGetValue(id, out var known) && known.TryGetTarget(out var child) ? child : null;

    public int Id => _process.Id;

    public Stream Input => _process.StandardInput.BaseStream;

    public Stream Output => _process.StandardOutput.BaseStream;

    public Stream Errors => _process.StandardError.BaseStream;

    /// <param name="command">The program and its arguments.</param>
    /// <param name="stdin">Where its input comes from.</param>
    /// <param name="stdout">Where its output goes.</param>
    /// <param name="stderr">Where its error output goes.</param>
    /// <param name="folder">Its working directory, or None.</param>
    /// <param name="environment">Its environment, or None.</param>
    /// <exception cref="OSError">The program cannot be run.</exception>
    public static ChildProcess Start(IReadOnlyList<string> command, Redirection stdin, Redirection stdout, Redirection stderr, Any folder, Any environment)
    {
        if (command.Count == 0)
            throw new IndexError("list index out of range");
        var info = new ProcessStartInfo { UseShellExecute = false, RedirectStandardInput = !stdin.IsInherited, RedirectStandardOutput = !stdout.IsInherited, RedirectStandardError = !stderr.IsInherited && !stderr.IsStdout };
        if (!folder.IsNone)
        {
            info.WorkingDirectory = FileErrors.PathOf(folder);
            if (!Directory.Exists(info.WorkingDirectory))
                throw OSError.Create(2, "No such file or directory", folder);
        }
        if (!environment.IsNone)
        {
            info.Environment.Clear();
            foreach (var (key, value) in Operators.MappingItems(environment))
                info.Environment[Lib.Text(key)] = Lib.Text(value);
        }
        if (stderr.IsStdout)
        {
            // The shell makes both one stream, in the order of writing.
            CheckProgram(command[0]);
            info.FileName = "/bin/sh";
            foreach (var part in (string[])["-c", "exec \"$@\" 2>&1", "sh"])
                info.ArgumentList.Add(part);
            info.ArgumentList.Add(command[0]);
        }
        else
        {
            info.FileName = command[0];
        }
        foreach (var argument in command.Skip(1))
            info.ArgumentList.Add(argument);
        StdIO.Out.Flush();
        StdIO.Error.Flush();
        var child = new ChildProcess(Run(info, command[0]));
        child.Connect(stdin, stdout, stderr);
        return child;
    }

    private static void CheckProgram(string program)
    {
        if (program.Contains('/', StringComparison.Ordinal) ? File.Exists(program) : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(p => File.Exists(Path.Combine(p, program))))
            return;
        throw OSError.Create(2, "No such file or directory", program);
    }

    private static Process Run(ProcessStartInfo info, string program)
    {
        try
        {
            return Process.Start(info) ?? throw OSError.Create(2, "No such file or directory", program);
        }
        catch (Win32Exception error)
        {
            throw error.NativeErrorCode switch
            {
                13 => OSError.Create(13, "Permission denied", program),
                8 => OSError.Create(8, "Exec format error", program),
                _ => OSError.Create(2, "No such file or directory", program),
            };
        }
    }

    private void Connect(Redirection stdin, Redirection stdout, Redirection stderr)
    {
        if (stdin.IsDevNull)
            Input.Dispose();
        if (stdin.IsFile)
            Pump(Feed(stdin.Value), Input);
        if (stdout.IsDevNull)
            Pump(Output, Stream.Null);
        if (stderr.IsDevNull)
            Pump(Errors, Stream.Null);
        if (stdout.IsFile)
            Drain(Output, stdout.Value);
        if (stderr.IsFile)
            Drain(Errors, stderr.Value);
    }

    private static MemoryStream Feed(Any file)
    {
        var data = (Operators.GetAttr(file, "buffer", file)).Invoke("read");
        return new MemoryStream(data.Ref is string text ? System.Text.Encoding.UTF8.GetBytes(text) : Buffers.Of(data).ToArray());
    }

    private void Pump(Stream from, Stream to)
    {
        var thread = new Thread(() =>
        {
            try
            {
                from.CopyTo(to);
                if (to != Stream.Null)
                    to.Dispose();
            }
            catch (IOException)
            {
                // The process no longer reads.
            }
        }) { IsBackground = true };
        thread.Start();
        _pumps.Add(thread);
    }

    private void Drain(Stream from, Any file)
    {
        var target = file.IsSmallInt ? OpenFunction.Binary(file, "w", false) : Operators.GetAttr(file, "buffer", file);
        if (!file.IsSmallInt)
            file.Invoke("flush");
        var thread = new Thread(() =>
        {
            var buffer = new byte[65536];
            for (int count; (count = from.Read(buffer)) > 0;)
            {
                Gil.Enter();
                target.Invoke("write", new PyBytes(buffer.AsSpan(0, count)));
                target.Invoke("flush");
                Gil.Exit();
            }
        }) { IsBackground = true };
        thread.Start();
        _pumps.Add(thread);
    }

    /// <summary>The exit code, negative for a signal; null while it runs.</summary>
    public int? Poll() => _process.HasExited ? ExitCode() : null;

    private int ExitCode()
    {
        foreach (var pump in _pumps)
            Gil.Without(() => pump.Join(10_000));
        var code = _process.ExitCode;
        // .NET gives 128 and the signal's number, as shells do.
        return _signal != 0 && code == 128 + _signal ? -_signal : code is 128 + 6 or 128 + 9 or 128 + 11 or 128 + 15 ? 128 - code : code;
    }

    /// <summary>Waits for its end; null when the time has passed.</summary>
    public int? Wait(double? seconds)
    {
        using var ended = new ManualResetEvent(false);
        using var registration = new CancellationTokenSource();
        _ = _process.WaitForExitAsync(registration.Token).ContinueWith(_ => SetSafely(ended), TaskScheduler.Default);
        var done = Gil.Wait(ended, seconds);
        registration.Cancel();
        return done || _process.HasExited ? ExitCode() : null;
    }

    private static void SetSafely(ManualResetEvent ended)
    {
        try
        {
            ended.Set();
        }
        catch (ObjectDisposedException)
        {
            // Nobody waits any more.
        }
    }

    /// <summary>Calls back when it has ended.</summary>
    public void WhenEnded(Action action) => _ = _process.WaitForExitAsync().ContinueWith(_ => action(), TaskScheduler.Default);

    public void Signal(int number)
    {
        if (_process.HasExited)
            return;
        _signal = number;
        _ = SignalModule.Kill(_process.Id, number);
    }
}

using Pytocs.Runtime.Async;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>Runs a program as the Python interpreter runs a script: arguments, exit code, uncaught exceptions.</summary>
public static class Script
{
    private const int StackSize = 512 << 20;

    /// <summary>The script's name and arguments: <c>sys.argv</c>.</summary>
    internal static string[] Arguments { get; private set; } = [""];

    /// <summary>The folder that the program's Python files lie in; by default the program's own.</summary>
    public static string Folder { get; set; } = AppContext.BaseDirectory;

    /// <summary>How the script was named when it was started: <c>sys.argv[0]</c>; by default its file name.</summary>
    public static string? StartedAs { get; set; }

    /// <summary>The full path of one of the program's Python files: <c>__file__</c>.</summary>
    public static string PathOf(string file) => Path.Combine(Folder, file);

    internal static List<Action> AtExit { get; } = [];

    /// <inheritdoc cref="Main(string, string[], Action)"/>
    public static int Main(string name, string[] args, PyModule main) => Main(name, args, () => Modules.RunMain(main));

    private static readonly List<Action> s_atEnd = [];

    /// <summary>Runs an action when the program has ended, before what it has registered itself: threads end here.</summary>
    internal static void AtEnd(Action action) => s_atEnd.Add(action);

    /// <returns>The exit code.</returns>
    public static int Main(string name, string[] args, Action body)
    {
        FileLocks.Disable();
        Arguments = [StartedAs ?? name, .. args];
        var code = 0;
        // Python programs recurse deeper than a default .NET stack allows.
        var thread = new Thread(() => code = RunBody(body), StackSize);
        thread.Start();
        thread.Join();
        return code;
    }

    /// <summary>An exception of C# code ends the program as one does; what was printed before is not lost.</summary>
    /// <returns>True: a filter that catches nothing asks.</returns>
    private static bool FlushesBeforeCrash()
    {
        StdIO.Out.TryFlush();
        StdIO.Error.TryFlush();
        return true;
    }

    private static int RunBody(Action body)
    {
        var code = 0;
        Signals.EnterMain();
        Recursion.Enter(StackSize, isMain: true);
        Async.ThreadState.Current.IsPython = true;
        try
        {
            body();
        }
        catch (SystemExit exit)
        {
            code = ExitCode(exit);
        }
        catch (BaseException error)
        {
            code = Report(error);
        }
        catch (Exception) when (!FlushesBeforeCrash())
        {
        }
        foreach (var action in (Action[])[Threads.JoinAll, .. s_atEnd, .. Enumerable.Reverse(AtExit), Unretrieved.ReportAll, NeverAwaited.ReportAll])
        {
            try
            {
                action();
            }
            catch (BaseException error)
            {
                Report(error);
            }
        }
        try
        {
            StdIO.Out.Flush();
        }
        catch (OSError error)
        {
            StdIO.Error.WriteText($"Exception ignored on flushing sys.stdout:\n{error.Class.Name}: {Operators.Str(error)}\n");
            code = LostOutput;
        }
        StdIO.Error.TryFlush();
        return code;
    }

    /// <summary>The exit code of a program whose last output went nowhere, as CPython has it.</summary>
    private const int LostOutput = 120;

    private static int ExitCode(SystemExit exit)
    {
        var code = Operators.GetAttr(exit, "code");
        if (code.IsNone)
            return 0;
        if (PyValueInstance.Unwrap(code) is var number && Operators.IsIntLike(number))
            return (int)((long)(Operators.ToInt(number) & 0xff));
        StdIO.Out.TryFlush();
        StdIO.Error.WriteText(Operators.Str(code) + "\n");
        return 1;
    }

    private static int Report(BaseException error)
    {
        StdIO.Out.TryFlush();
        if (SysHooks.Replaced is { } hook)
            hook.Call(error.Class, error, error.Traceback);
        else
            Builtins.Print([TracebackText.OfUncaught(error)], end: "", file: StdIO.CurrentError);
        StdIO.Error.TryFlush();
        return error is KeyboardInterrupt ? 130 : 1;
    }
}

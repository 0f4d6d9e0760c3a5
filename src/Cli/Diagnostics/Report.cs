using Pytocs.Parser.Diagnostics;

namespace Pytocs.Cli.Diagnostics;

/// <summary>Where every finding goes: one place that knows the format that the user asked for.</summary>
internal static class Report
{
    private static readonly Lock s_lock = new();
    private static Lazy<IFindingWriter> s_writer = Text();

    /// <summary>What a thread keeps to itself until its turn; null where everything is told at once.</summary>
    [ThreadStatic]
    private static List<Action>? s_kept;

    /// <summary>Makes later findings appear in a format; findings that are the command's result go to the standard output.</summary>
    /// <param name="format">One of <see cref="FindingFormats.Names"/>.</param>
    /// <param name="isResult">Whether the findings are what the command is for, so that machine formats go to the standard output.</param>
    public static void Use(string format, bool isResult)
    {
        if (format is "text")
            s_writer = Text();
        else
            Use(FindingFormats.Writer(format, isResult ? Console.Out : Console.Error));
    }

    /// <summary>Makes later findings go to a writer.</summary>
    public static void Use(IFindingWriter writer) => s_writer = new Lazy<IFindingWriter>(writer);

    /// <summary>Text for people, whose stream is opened when there is something to tell.</summary>
    private static Lazy<IFindingWriter> Text() => new(static () => new TextFindings(Console.Error));

    public static void Write(Finding finding) => Tell(() => s_writer.Value.Write(finding));

    /// <summary>Writes text to the standard output.</summary>
    public static void Print(string text) => Tell(() => Console.Out.Write(text));

    /// <summary>Writes text to the standard error.</summary>
    public static void PrintError(string text) => Tell(() => Console.Error.Write(text));

    /// <summary>Does work on this thread whose findings wait for their turn.</summary>
    /// <returns>Tells them.</returns>
    public static Action Keep(Action work)
    {
        List<Action> kept = [];
        s_kept = kept;
        try
        {
            work();
        }
        finally
        {
            s_kept = null;
        }
        return () => kept.ForEach(Tell);
    }

    private static void Tell(Action write)
    {
        if (s_kept is { } kept)
        {
            kept.Add(write);
            return;
        }
        lock (s_lock)
            write();
    }

    public static void Write(Diagnostic diagnostic) => Write(Finding.Of(diagnostic));

    public static void Write(Descriptor descriptor, string? path, params object?[] arguments) => Write(Finding.Of(descriptor, path, arguments));

    /// <summary>Writes what a format writes at the end; afterwards findings are text again.</summary>
    public static void Finish()
    {
        lock (s_lock)
        {
            if (s_writer.IsValueCreated)
                s_writer.Value.Finish();
            s_writer = Text();
        }
    }
}

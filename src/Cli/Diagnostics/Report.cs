using Pytocs.Parser.Diagnostics;

namespace Pytocs.Cli.Diagnostics;

/// <summary>Where every finding goes: one place that knows the format that the user asked for.</summary>
internal static class Report
{
    private static readonly Lock s_lock = new();
    private static IFindingWriter s_writer = new TextFindings(Console.Error);

    /// <summary>Makes later findings appear in a format; findings that are the command's result go to the standard output.</summary>
    /// <param name="format">One of <see cref="FindingFormats.Names"/>.</param>
    /// <param name="isResult">Whether the findings are what the command is for, so that machine formats go to the standard output.</param>
    public static void Use(string format, bool isResult)
        => s_writer = FindingFormats.Writer(format, isResult && format is not "text" ? Console.Out : Console.Error);

    /// <summary>Makes later findings go to a writer.</summary>
    public static void Use(IFindingWriter writer) => s_writer = writer;

    public static void Write(Finding finding)
    {
        lock (s_lock)
            s_writer.Write(finding);
    }

    public static void Write(Diagnostic diagnostic) => Write(Finding.Of(diagnostic));

    public static void Write(Descriptor descriptor, string? path, params object?[] arguments) => Write(Finding.Of(descriptor, path, arguments));

    /// <summary>Writes what a format writes at the end; afterwards findings are text again.</summary>
    public static void Finish()
    {
        lock (s_lock)
        {
            s_writer.Finish();
            s_writer = new TextFindings(Console.Error);
        }
    }
}

using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>
/// <see cref="Console.Out"/> of a program whose C# and Python code both print: what C# writes goes after what Python has written, though
/// Python's output waits in a buffer where it is no terminal's.
/// </summary>
internal sealed class SharedConsole : TextWriter
{
    private static bool s_isShared;

    private SharedConsole()
        => CoreNewLine = Environment.NewLine.ToCharArray();

    public override Encoding Encoding { get; } = new UTF8Encoding(false);

    /// <summary>Makes C# code's output share the stream of Python's.</summary>
    public static void Share()
    {
        if (s_isShared || !Console.IsOutputRedirected)
            return;
        s_isShared = true;
        Console.SetOut(new SharedConsole());
    }

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        StdIO.Out.WriteText(value);
        StdIO.Out.Flush();
    }

    public override void WriteLine(string? value) => Write(value + NewLine);
}

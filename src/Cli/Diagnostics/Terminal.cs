namespace Pytocs.Cli.Diagnostics;

/// <summary>What the terminal can show.</summary>
internal static class Terminal
{
    /// <summary>Whether text on the standard error may be coloured: it is a terminal, and <see href="https://no-color.org">NO_COLOR</see> is not set.</summary>
    public static bool HasColour { get; } = !Console.IsErrorRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>The text in a colour, where colours may be shown.</summary>
    /// <param name="text">The text.</param>
    /// <param name="colour">The ANSI code, such as 31 for red.</param>
    public static string In(string text, int colour) => HasColour ? $"\e[{colour}m{text}\e[0m" : text;
}

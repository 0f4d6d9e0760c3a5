using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The size of the terminal, as shutil finds it.</summary>
internal static class Terminal
{
    /// <summary>COLUMNS and LINES where they are set, else the size of the terminal that standard output is, else the fallback.</summary>
    public static (int Columns, int Lines) Size(int columns = 80, int lines = 24)
    {
        var (wide, high) = (Of("COLUMNS"), Of("LINES"));
        if ((wide <= 0 || high <= 0) && !Console.IsOutputRedirected)
            (columns, lines) = (Console.WindowWidth > 0 ? Console.WindowWidth : columns, Console.WindowHeight > 0 ? Console.WindowHeight : lines);
        return (wide > 0 ? wide : columns, high > 0 ? high : lines);
    }

    private static int Of(string name) => int.TryParse(OsEnviron.Get(name), out var size) ? size : 0;
}

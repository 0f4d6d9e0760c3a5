using System.Text;
using Pytocs.Cli.Diagnostics;

namespace Pytocs.Cli;

/// <summary>Writes output files: whole or not at all, only when they differ, and never over a file that somebody else wrote.</summary>
internal sealed class OutputWriter(bool force)
{
    /// <summary>The first line of every file that pytocs writes; a file without it belongs to somebody.</summary>
    public const string Mark = "// Written by pytocs.";

    /// <returns>Whether the file now has the text.</returns>
    public bool Write(string path, string text, string mark = Mark)
    {
        text = mark + "\n" + text;
        try
        {
            if (File.Exists(path))
            {
                var old = File.ReadAllText(path);
                if (old == text)
                    return true;
                if (!force && !old.StartsWith(mark, StringComparison.Ordinal))
                    return Fail(path, "the file exists and was not written by pytocs; --force overwrites it");
            }
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
            var temporary = path + ".pytocs-" + Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
            File.WriteAllText(temporary, text, new UTF8Encoding(false));
            File.Move(temporary, path, overwrite: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Fail(path, error.Message);
        }
    }

    private static bool Fail(string path, string reason)
    {
        Report.Write(ToolCatalogue.CannotWrite, path, reason);
        return false;
    }
}

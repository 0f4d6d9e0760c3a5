using Pytocs.Cli.Diagnostics;
using Pytocs.Parser.Text;

namespace Pytocs.Cli.Files;

/// <summary>Reads source files; whatever goes wrong is one clear line.</summary>
internal static class SourceReader
{
    /// <summary>The name on the command line that stands for the standard input.</summary>
    public const string StandardInput = "-";

    private const int Tries = 5;

    public static SourceText? Read(string path) => Read(path, isTolerant: false);

    /// <param name="path">The file.</param>
    /// <param name="isTolerant">Whether bytes that are not UTF-8 are refused in names and literals only.</param>
    public static SourceText? Read(string path, bool isTolerant)
    {
        if (Directory.Exists(path))
            return Fail(path, "it is a directory; name a .py file");
        if (!File.Exists(path))
            return Fail(path, path.Contains(ScriptFiles.UnreadName, StringComparison.Ordinal) ? "its name is not UTF-8; rename it" : "no such file");
        try
        {
            return ReadWhole(path) is { } bytes ? Decode(path, bytes, isTolerant) : Fail(path, "it changes while it is read");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Fail(path, error.Message);
        }
    }

    /// <summary>Reads the standard input.</summary>
    /// <param name="name">The name of the file that messages speak of.</param>
    public static SourceText? ReadStandardInput(string name)
    {
        using var input = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        return Decode(name, bytes.ToArray(), isTolerant: false);
    }

    /// <summary>The bytes of a file as it was at one time: one that is written meanwhile is read again.</summary>
    private static byte[]? ReadWhole(string path)
    {
        for (var i = 0; i < Tries; i++)
        {
            var before = new FileInfo(path);
            var (length, time) = (before.Length, before.LastWriteTimeUtc);
            var bytes = File.ReadAllBytes(path);
            var after = new FileInfo(path);
            // What is no regular file, such as a pipe, has no length.
            if (length == 0 || (bytes.Length == length && after.Length == length && after.LastWriteTimeUtc == time))
                return bytes;
            Thread.Sleep(20);
        }
        return null;
    }

    private static SourceText? Decode(string path, byte[] bytes, bool isTolerant)
    {
        var source = SourceDecoder.Decode(path, bytes, out var problem, isTolerant);
        if (problem is null)
            return source;
        Report.Write(problem);
        return null;
    }

    private static SourceText? Fail(string path, string reason)
    {
        Report.Write(ToolCatalogue.CannotRead, path, reason);
        return null;
    }
}

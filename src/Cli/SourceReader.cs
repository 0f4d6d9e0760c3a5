using Pytocs.Cli.Diagnostics;
using Pytocs.Parser.Text;

namespace Pytocs.Cli;

/// <summary>Reads source files; whatever goes wrong is one clear line.</summary>
internal static class SourceReader
{
    public static SourceText? Read(string path) => Read(path, isTolerant: false);

    /// <param name="path">The file.</param>
    /// <param name="isTolerant">Whether bytes that are not UTF-8 are refused in names and literals only.</param>
    public static SourceText? Read(string path, bool isTolerant)
    {
        if (Directory.Exists(path))
            return Fail(path, "it is a directory; name a .py file");
        if (!File.Exists(path))
            return Fail(path, "no such file");
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Fail(path, error.Message);
        }
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

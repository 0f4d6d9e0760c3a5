using System.IO.Compression;

namespace Pytocs.Parser.Unicode;

/// <summary>The tables that make_tables.py writes.</summary>
internal static class Resource
{
    /// <summary>The lines of a table.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(new ZLibStream(stream, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }
}

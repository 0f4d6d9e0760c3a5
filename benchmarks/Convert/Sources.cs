namespace Pytocs.Benchmarks.Convert;

/// <summary>Python text of any length: numbered copies of one block of usual code.</summary>
internal static class Sources
{
    private static readonly string Block = ReadBlock();

    private static readonly int BlockLines = Block.Count(c => c == '\n');

    /// <summary>A script of about so many lines.</summary>
    public static string OfLines(int lines) => string.Concat(Enumerable.Range(1, Math.Max(1, lines / BlockLines)).Select(n => Block.Replace("_N_", n.ToString(), StringComparison.Ordinal)));

    private static string ReadBlock()
    {
        using var stream = typeof(Sources).Assembly.GetManifestResourceStream("block.py")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

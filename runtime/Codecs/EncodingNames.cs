using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>
/// The names under which CPython knows encodings. Made by <c>Library/Text/Tables/encodings.py</c>.
/// See <see href="https://docs.python.org/3.13/library/codecs.html#standard-encodings">Standard encodings</see>.
/// </summary>
internal static class EncodingNames
{
    /// <param name="Module">The module of the package <c>encodings</c> in which CPython has it.</param>
    /// <param name="Name">What <c>codecs.lookup</c> says it is called.</param>
    /// <param name="IsText">Whether it turns text into bytes, and not bytes into bytes or text into text.</param>
    /// <param name="Aliases">Its other names.</param>
    public sealed record Entry(string Module, string Name, bool IsText, string[] Aliases);

    private static readonly Lazy<Entry[]> s_all = new(Read);

    private static readonly Lazy<Dictionary<string, Entry>> s_byName = new(static () =>
    {
        var names = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var entry in s_all.Value)
            names[entry.Module] = entry;
        foreach (var entry in s_all.Value)
            foreach (var alias in entry.Aliases)
                names[alias] = entry;
        return names;
    });

    public static IReadOnlyList<Entry> All => s_all.Value;

    private static Entry[] Read()
    {
        using var reader = new StreamReader(typeof(EncodingNames).Assembly.GetManifestResourceStream("encodings.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(' '))
            .Select(static parts => new Entry(parts[0], parts[1], parts[2] == "t", parts[3..]))];
    }

    /// <summary>The encoding of a name, however it is written; null if CPython knows none of it.</summary>
    public static Entry? Find(string encoding)
    {
        var name = Normal(encoding).ToLowerInvariant();
        return s_byName.Value.GetValueOrDefault(name) ?? s_byName.Value.GetValueOrDefault(name.Replace('.', '_'));
    }

    /// <summary>A name in which runs of what is neither letter nor digit nor dot are underscores.</summary>
    public static string Normal(string text)
    {
        var result = new StringBuilder();
        var between = false;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || c == '.')
            {
                if (between && result.Length > 0)
                    result.Append('_');
                if (char.IsAscii(c))
                    result.Append(c);
                between = false;
            }
            else
            {
                between = true;
            }
        }
        return result.ToString();
    }
}

using System.Globalization;
using System.IO.Compression;

namespace Pytocs.Runtime.Library.Unicode;

/// <summary>The properties of characters in Unicode 15.1; the BCL follows another version. Made by <c>Tables/unicode.py</c>.</summary>
internal sealed class UnicodeTable
{
    private static readonly Lazy<UnicodeTable> s_instance = new(static () => new UnicodeTable());

    private readonly Dictionary<string, (List<int> Starts, List<int> Ends, List<string> Values)> _ranges = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);

    private UnicodeTable()
    {
        using var stream = new ZLibStream(typeof(UnicodeTable).Assembly.GetManifestResourceStream("unicode.z")!, CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        (List<int> Starts, List<int> Ends, List<string> Values) section = ([], [], []);
        var (name, last) = ("", 0);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                (name, last) = (line[1..], 0);
                _ranges[name] = section = ([], [], []);
                continue;
            }
            var first = line.IndexOf(' ');
            var number = int.Parse(line.AsSpan(0, first), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (name == "aliases")
            {
                _codes[line[(first + 1)..]] = number;
                continue;
            }
            last += number;
            section.Starts.Add(last);
            if (name == "names")
            {
                section.Ends.Add(last);
                section.Values.Add(line[(first + 1)..]);
                _codes[line[(first + 1)..]] = last;
                continue;
            }
            var second = line.IndexOf(' ', first + 1);
            section.Ends.Add(last + int.Parse(line.AsSpan(first + 1, second - first - 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            section.Values.Add(string.Intern(line[(second + 1)..]));
        }
    }

    public static UnicodeTable Instance => s_instance.Value;

    /// <summary>A property of a character; null where it has none.</summary>
    public string? Find(string property, int code)
    {
        var (starts, ends, values) = _ranges[property];
        var index = starts.BinarySearch(code);
        if (index < 0)
            index = ~index - 1;
        return index >= 0 && code <= ends[index] ? values[index] : null;
    }

    /// <summary>The character of a name or alias; -1 where there is none.</summary>
    public int CodeOf(string name)
    {
        if (_codes.TryGetValue(name, out var code))
            return code;
        if (HangulSyllables.CodeOf(name) is >= 0 and var syllable)
            return syllable;
        var dash = name.LastIndexOf('-');
        return dash > 0 && int.TryParse(name.AsSpan(dash + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code) && NameOf(code) == name ? code : -1;
    }

    /// <summary>The name of a character; null where it has none.</summary>
    public string? NameOf(int code)
        => HangulSyllables.Contains(code) ? HangulSyllables.NameOf(code)
            : Find("stems", code) is { } stem ? $"{stem}-{code:X4}"
            : Find("names", code);

    /// <summary>All pairs of characters that compose, by their decomposition.</summary>
    public IEnumerable<(int Code, int First, int Second)> Compositions()
    {
        var (starts, ends, values) = _ranges["decomposition"];
        for (var i = 0; i < starts.Count; i++)
        {
            if (values[i].StartsWith('<') || Find("excluded", starts[i]) is not null || values[i].Split(' ') is not [var first, var second])
                continue;
            for (var code = starts[i]; code <= ends[i]; code++)
                yield return (code, Hex(first), Hex(second));
        }
    }

    public static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

/// <summary>The syllables of Hangul, whose properties follow from their codes. See <see href="https://www.unicode.org/versions/Unicode15.1.0/ch03.pdf">chapter 3.12</see>.</summary>
internal static class HangulSyllables
{
    public const int First = 0xAC00;
    public const int LeadingFirst = 0x1100, VowelFirst = 0x1161, TrailingFirst = 0x11A7;
    public const int Leadings = 19, Vowels = 21, Trailings = 28;
    public const int Count = Leadings * Vowels * Trailings;

    private const string Prefix = "HANGUL SYLLABLE ";

    private static readonly string[] s_leading = ["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"];
    private static readonly string[] s_vowel = ["A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"];
    private static readonly string[] s_trailing = ["", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"];

    public static bool Contains(int code) => code is >= First and < First + Count;

    public static string NameOf(int code)
    {
        var index = code - First;
        return Prefix + s_leading[index / (Vowels * Trailings)] + s_vowel[index / Trailings % Vowels] + s_trailing[index % Trailings];
    }

    public static int CodeOf(string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal))
            return -1;
        for (var code = First; code < First + Count; code++)
            if (NameOf(code) == name)
                return code;
        return -1;
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>
/// Upper, lower and title case of characters in Unicode 15.1, those that become several characters included.
/// Made by <c>Library/Text/Tables/casing.py</c>.
/// </summary>
internal sealed class CaseTable
{
    private static readonly Lazy<CaseTable> s_instance = new(static () => new CaseTable());

    private readonly Dictionary<int, Entry> _entries = [];

    private static CaseTable Instance => s_instance.Value;

    /// <summary>What a character becomes; null where it stays.</summary>
    /// <param name="Kind">U, L or T for an upper, lower or title case letter, - for others.</param>
    public readonly record struct Entry(char Kind, string? Upper, string? Lower, string? Title, string? Fold)
    {
        public bool IsCased => Kind is 'U' or 'L' or 'T';
    }

    private CaseTable()
    {
        using var stream = new ZLibStream(typeof(CaseTable).Assembly.GetManifestResourceStream("casing.z")!, CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        var code = 0;
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            code += int.Parse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            _entries[code] = new Entry(parts[1][0], Text(parts[2]), Text(parts[3]), Text(parts[4]), Text(parts[5]));
        }
    }

    private static string? Text(string codes)
        => codes == "-" ? null : string.Concat(codes.Split('.').Select(static c => char.ConvertFromUtf32(int.Parse(c, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));

    /// <summary>The letters of ASCII need no table.</summary>
    private static readonly Entry[] s_ascii = [.. Enumerable.Range(0, 0x80).Select(static c => (char)c).Select(static c =>
        char.IsAsciiLetterUpper(c) ? new Entry('U', null, SingleCharacters.Of((char)(c + 32)), null, SingleCharacters.Of((char)(c + 32)))
        : char.IsAsciiLetterLower(c) ? new Entry('L', SingleCharacters.Of((char)(c - 32)), null, SingleCharacters.Of((char)(c - 32)), null)
        : new Entry('-', null, null, null, null))];

    public static Entry Of(int code) => code < 0x80 ? s_ascii[code] : Instance.Find(code);

    private Entry Find(int code) => _entries.TryGetValue(code, out var entry) ? entry : new Entry('-', null, null, null, null);

    /// <summary>Maps each character of a text.</summary>
    public static string Map(string text, Func<Entry, string?> map)
    {
        var result = new StringBuilder(text.Length);
        foreach (var code in Str.CodePoints(text))
            Append(result, code, map(Of(code)));
        return result.ToString();
    }

    public static void Append(StringBuilder text, int code, string? mapped)
    {
        if (mapped is not null)
            text.Append(mapped);
        else if (code >= 0x10000)
            text.Append(Str.FromCodePoint(code));
        else
            text.Append((char)code);
    }

    /// <summary>The lower case of one character; a sigma that ends a word has its own.</summary>
    public static string? LowerAt(List<int> text, int index)
    {
        if (text[index] != 0x3a3)
            return Of(text[index]).Lower;
        var before = index - 1;
        while (before >= 0 && IsIgnorable(text[before]))
            before--;
        var after = index + 1;
        while (after < text.Count && IsIgnorable(text[after]))
            after++;
        return before >= 0 && Of(text[before]).IsCased && !(after < text.Count && Of(text[after]).IsCased) ? "\u03c2" : "\u03c3";
    }

    private static bool IsIgnorable(int code)
        => code is '\'' or '.' or ':' or '^' or '`' or 0xa8 or 0xad or 0xaf or 0xb4 or 0xb7 or 0xb8 or 0x2018 or 0x2019 or 0x2024 or 0x2027 || (code > 0x7f && code is < 0xd800 or > 0xdfff
            && Rune.GetUnicodeCategory(new Rune(code)) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol);
}

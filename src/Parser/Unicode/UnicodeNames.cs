using System.Globalization;

namespace Pytocs.Parser.Unicode;

/// <summary>The characters that `\N{...}` names.</summary>
internal static class UnicodeNames
{
    private static readonly Lazy<Dictionary<string, int>> Table = new(Load);

    private static readonly string[] Leads =
        ["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"];

    private static readonly string[] Vowels =
        ["A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"];

    private static readonly string[] Tails =
        ["", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"];

    /// <summary>The code of a character by its name, whatever the case of its letters.</summary>
    public static int? Find(string name)
    {
        name = name.ToUpperInvariant();
        if (Table.Value.TryGetValue(name, out var code)) return code;
        const string ideograph = "CJK UNIFIED IDEOGRAPH-";
        if (name.StartsWith(ideograph, StringComparison.Ordinal)) return FindIdeograph(name.AsSpan(ideograph.Length));
        const string syllable = "HANGUL SYLLABLE ";
        return name.StartsWith(syllable, StringComparison.Ordinal) ? FindSyllable(name[syllable.Length..]) : null;
    }

    private static int? FindIdeograph(ReadOnlySpan<char> digits)
    {
        if (digits.Length is not (4 or 5) || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            return null;
        var known = code is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2B739)
            or (>= 0x2B740 and <= 0x2B81D) or (>= 0x2B820 and <= 0x2CEA1) or (>= 0x2CEB0 and <= 0x2EBE0) or (>= 0x2EBF0 and <= 0x2EE5D)
            or (>= 0x30000 and <= 0x3134A) or (>= 0x31350 and <= 0x323AF);
        return known ? code : null;
    }

    private static int? FindSyllable(string name)
    {
        for (var lead = 0; lead < Leads.Length; lead++)
        {
            if (!name.StartsWith(Leads[lead], StringComparison.Ordinal)) continue;
            for (var vowel = 0; vowel < Vowels.Length; vowel++)
            {
                var start = Leads[lead] + Vowels[vowel];
                if (!name.StartsWith(start, StringComparison.Ordinal)) continue;
                var tail = System.Array.IndexOf(Tails, name[start.Length..]);
                if (tail >= 0) return 0xAC00 + (lead * Vowels.Length + vowel) * Tails.Length + tail;
            }
        }
        return null;
    }

    private static Dictionary<string, int> Load()
    {
        var table = new Dictionary<string, int>(36_000);
        var code = 0;
        foreach (var line in Resource.Lines("names.dat"))
        {
            var separator = line.IndexOf(';');
            code += int.Parse(line.AsSpan(0, separator), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            table[line[(separator + 1)..]] = code;
        }
        return table;
    }
}

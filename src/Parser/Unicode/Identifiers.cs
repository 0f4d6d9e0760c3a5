using System.Text;

namespace Pytocs.Parser.Unicode;

/// <summary>What characters beyond ASCII identifiers are made of (PEP 3131).</summary>
internal static class Identifiers
{
    /// <summary>Whether an identifier may start with a character.</summary>
    public static bool IsStart(int code) => code < 128
        ? char.IsAsciiLetter((char)code) || code == '_'
        : CharacterTables.Has(CharacterTables.Instance.Start, code);

    /// <summary>Whether an identifier may go on with a character.</summary>
    public static bool IsContinue(int code) => code < 128
        ? char.IsAsciiLetterOrDigit((char)code) || code == '_'
        : CharacterTables.Has(CharacterTables.Instance.Continue, code);

    /// <summary>Whether CPython shows a character as it is.</summary>
    public static bool IsPrintable(int code) => code < 128
        ? code is >= ' ' and < 127
        : CharacterTables.Has(CharacterTables.Instance.Printable, code);

    /// <summary>The identifier in normalization form KC.</summary>
    public static string Normalize(ReadOnlySpan<char> name)
    {
        var tables = CharacterTables.Instance;
        var codes = new List<int>(name.Length);
        foreach (var rune in name.EnumerateRunes()) Decompose(rune.Value, codes, tables);
        Order(codes, tables);
        return Compose(codes, tables);
    }

    private static void Decompose(int code, List<int> codes, CharacterTables tables)
    {
        if (code is >= 0xAC00 and <= 0xD7A3)
        {
            var index = code - 0xAC00;
            codes.Add(0x1100 + index / 588);
            codes.Add(0x1161 + index % 588 / 28);
            if (index % 28 > 0) codes.Add(0x11A7 + index % 28);
        }
        else if (tables.Decompositions.TryGetValue(code, out var parts))
        {
            codes.AddRange(parts);
        }
        else
        {
            codes.Add(code);
        }
    }

    /// <summary>Puts combining marks in the order of their classes.</summary>
    private static void Order(List<int> codes, CharacterTables tables)
    {
        for (var i = 1; i < codes.Count; i++)
        {
            var current = tables.Classes.GetValueOrDefault(codes[i]);
            if (current == 0) continue;
            for (var j = i; j > 0 && tables.Classes.GetValueOrDefault(codes[j - 1]) > current; j--)
                (codes[j], codes[j - 1]) = (codes[j - 1], codes[j]);
        }
    }

    private static string Compose(List<int> codes, CharacterTables tables)
    {
        var result = new List<int>(codes.Count);
        int starter = -1, lastClass = -1;
        foreach (var code in codes)
        {
            var current = tables.Classes.GetValueOrDefault(code);
            if (starter >= 0 && (lastClass < current || lastClass == -1) && Pair(result[starter], code, tables) is { } joined)
            {
                result[starter] = joined;
                continue;
            }
            if (current == 0)
            {
                starter = result.Count;
                lastClass = -1;
            }
            else
            {
                lastClass = current;
            }
            result.Add(code);
        }
        var builder = new StringBuilder(result.Count);
        foreach (var code in result) builder.Append(new Rune(code).ToString());
        return builder.ToString();
    }

    private static int? Pair(int first, int second, CharacterTables tables)
    {
        if (first is >= 0x1100 and < 0x1113 && second is >= 0x1161 and < 0x1176) return 0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28;
        if (first is >= 0xAC00 and <= 0xD7A3 && (first - 0xAC00) % 28 == 0 && second is > 0x11A7 and < 0x11C3) return first + second - 0x11A7;
        return tables.Compositions.TryGetValue((first, second), out var joined) ? joined : null;
    }
}

using System.Globalization;

namespace Pytocs.Runtime.Core;

/// <summary>
/// The general categories of characters, as Unicode 15.1 has them, which CPython 3.13 follows: .NET knows characters of Unicode 16 as well.
/// See <see href="https://docs.python.org/3.13/library/unicodedata.html">unicodedata</see>.
/// </summary>
internal static class UnicodeCategories
{
    /// <summary>What Unicode 16 added.</summary>
    private static readonly (int First, int Last)[] s_later =
    [
        (0x897, 0x897), (0x1B4E, 0x1B4F), (0x1B7F, 0x1B7F), (0x1C89, 0x1C8A), (0x2427, 0x2429), (0x31E4, 0x31E5), (0xA7CB, 0xA7CD), (0xA7DA, 0xA7DC),
        (0x105C0, 0x105F3), (0x10D40, 0x10D65), (0x10D69, 0x10D85), (0x10D8E, 0x10D8F), (0x10EC2, 0x10EC4), (0x10EFC, 0x10EFC), (0x11380, 0x11389),
        (0x1138B, 0x1138B), (0x1138E, 0x1138E), (0x11390, 0x113B5), (0x113B7, 0x113C0), (0x113C2, 0x113C2), (0x113C5, 0x113C5), (0x113C7, 0x113CA),
        (0x113CC, 0x113D5), (0x113D7, 0x113D8), (0x113E1, 0x113E2), (0x116D0, 0x116E3), (0x11BC0, 0x11BE1), (0x11BF0, 0x11BF9), (0x11F5A, 0x11F5A),
        (0x13460, 0x143FA), (0x16100, 0x16139), (0x16D40, 0x16D79), (0x18CFF, 0x18CFF), (0x1CC00, 0x1CCF9), (0x1CD00, 0x1CEB3), (0x1E5D0, 0x1E5FA),
        (0x1E5FF, 0x1E5FF), (0x1F8B2, 0x1F8BB), (0x1F8C0, 0x1F8C1), (0x1FA89, 0x1FA89), (0x1FA8F, 0x1FA8F), (0x1FABE, 0x1FABE), (0x1FAC6, 0x1FAC6),
        (0x1FADC, 0x1FADC), (0x1FADF, 0x1FADF), (0x1FAE9, 0x1FAE9), (0x1FBCB, 0x1FBEF),
    ];

    /// <summary>Letters, and what stands where they do, with which no identifier begins.</summary>
    private static readonly HashSet<int> s_noStart = Set("37A E33 EB3 2E2F FC5E-FC63 FDFA-FDFB FE70 FE72 FE74 FE76 FE78 FE7A FE7C FE7E FF9E-FF9F");

    /// <summary>Other characters with which one begins.</summary>
    private static readonly HashSet<int> s_start = Set("1885-1886 2118 212E");

    /// <summary>Those of the former that do not stand in one either.</summary>
    private static readonly HashSet<int> s_noPart = Set("37A 2E2F FC5E-FC63 FDFA-FDFB FE70 FE72 FE74 FE76 FE78 FE7A FE7C FE7E");

    /// <summary>Other characters that stand in one.</summary>
    private static readonly HashSet<int> s_part = Set("B7 387 1369-1371 19DA 200C-200D 2118 212E 30FB FF65");

    public static UnicodeCategory Of(int code)
    {
        if (code < 0x10000 ? code >= 0x897 && IsLater(code) : IsLater(code))
            return UnicodeCategory.OtherNotAssigned;
        return code < 0x10000 ? CharUnicodeInfo.GetUnicodeCategory((char)code) : CharUnicodeInfo.GetUnicodeCategory(code);
    }

    /// <summary>Whether a character came with Unicode 16.</summary>
    public static bool IsLater(int code)
    {
        var at = Array.BinarySearch(s_later, (code, int.MaxValue));
        return at < 0 && ~at > 0 && s_later[~at - 1].Last >= code;
    }

    public static bool IsLetter(int code) => Of(code) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter;

    /// <summary>Whether an identifier may begin with the character: <c>XID_Start</c>.</summary>
    public static bool IsStart(int code) => code == '_' || s_start.Contains(code) || ((IsLetter(code) || Of(code) == UnicodeCategory.LetterNumber) && !s_noStart.Contains(code));

    /// <summary>Whether the character may stand in an identifier: <c>XID_Continue</c>.</summary>
    public static bool IsPart(int code)
        => code == '_' || s_part.Contains(code) || s_start.Contains(code)
            || ((IsLetter(code) || Of(code) is UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation) && !s_noPart.Contains(code));

    private static HashSet<int> Set(string ranges)
    {
        var result = new HashSet<int>();
        foreach (var range in ranges.Split(' '))
        {
            var (first, last) = range.Split('-') is [var from, var to] ? (from, to) : (range, range);
            for (var code = int.Parse(first, NumberStyles.HexNumber, CultureInfo.InvariantCulture); code <= int.Parse(last, NumberStyles.HexNumber, CultureInfo.InvariantCulture); code++)
                result.Add(code);
        }
        return result;
    }
}

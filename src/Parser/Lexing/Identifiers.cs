using System.Globalization;
using System.Text;

namespace Pytocs.Parser.Lexing;

/// <summary>What characters identifiers are made of (PEP 3131).</summary>
internal static class Identifiers
{
    /// <summary>Whether an identifier may start with a character.</summary>
    public static bool IsStart(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber =>
            rune.Value is not (0x37A or 0xE33 or 0xEB3 or 0x309B or 0x309C or (>= 0xFC5E and <= 0xFC63) or 0xFDFA or 0xFDFB
                or 0xFE70 or 0xFE72 or 0xFE74 or 0xFE76 or 0xFE78 or 0xFE7A or 0xFE7C or 0xFE7E or 0x2E2F or 0xFF9E or 0xFF9F),
        _ => rune.Value is '_' or 0x1885 or 0x1886 or 0x2118 or 0x212E,
    };

    /// <summary>Whether an identifier may go on with a character.</summary>
    public static bool IsContinue(Rune rune) => IsStart(rune) || Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.ConnectorPunctuation => true,
        _ => rune.Value is 0xB7 or 0x387 or (>= 0x1369 and <= 0x1371) or 0x19DA or 0xE33 or 0xEB3 or 0xFF9E or 0xFF9F,
    };

    /// <summary>Whether CPython shows a character as it is.</summary>
    public static bool IsPrintable(int code) => code == ' ' || CharUnicodeInfo.GetUnicodeCategory(code) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator);

    /// <summary>The identifier in normalization form KC.</summary>
    public static string Normalize(ReadOnlySpan<char> name) => name.ToString().Normalize(NormalizationForm.FormKC);
}

using System.Globalization;

namespace Pytocs.Lowering.Naming;

/// <summary>
/// The reserved words and the identifiers of C#.
/// See <see href="https://learn.microsoft.com/dotnet/csharp/language-reference/keywords/">C# keywords</see>.
/// </summary>
public static class CsKeywords
{
    private static readonly HashSet<string> s_keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default", "delegate",
        "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in",
        "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private",
        "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this",
        "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
        // The compiler's own.
        "__arglist", "__makeref", "__reftype", "__refvalue",
    };

    private static readonly HashSet<string> s_types = new(StringComparer.Ordinal) { "void", "long", "int", "double", "bool", "string", "object", "byte", "char" };

    /// <summary>Whether a word means something of C#'s own wherever it stands.</summary>
    public static bool Contains(string word) => s_keywords.Contains(word);

    /// <summary>Whether a word is the keyword of a type that emitted code uses.</summary>
    public static bool IsType(ReadOnlySpan<char> word) => s_types.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>A name as it is written in C#: with <c>@</c> where it is a keyword.</summary>
    public static string Escape(string name) => Contains(name) ? "@" + name : name;

    /// <summary>Whether a text is an identifier of C#, or a keyword.</summary>
    public static bool IsIdentifier(string text)
    {
        if (text.Length == 0 || !IsStart(text[0]))
            return false;
        foreach (var c in text)
            if (!IsStart(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format))
                return false;
        return true;
    }

    private static bool IsStart(char c) => c == '_' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;
}

using System.Globalization;

namespace Pytocs.Emit;

/// <summary>
/// What may be a name in C#. See <see href="https://learn.microsoft.com/dotnet/csharp/fundamentals/coding-style/identifier-names">identifier names</see>
/// and <see href="https://learn.microsoft.com/dotnet/csharp/language-reference/keywords/">C# keywords</see>.
/// </summary>
/// <remarks>Roslyn knows all this too; a conversion that needs nothing else of it starts much faster without.</remarks>
public static class Identifiers
{
    private static readonly HashSet<string> s_keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using",
        "virtual", "void", "volatile", "while", "__arglist", "__makeref", "__reftype", "__refvalue",
    };

    /// <summary>Whether a word is a keyword everywhere, so that it is a name only after <c>@</c>.</summary>
    public static bool IsKeyword(string word) => s_keywords.Contains(word);

    /// <summary>Whether a text is made of what names are made of.</summary>
    public static bool IsValid(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (!IsStart(text[i]) && (i == 0 || !IsPart(text[i])))
                return false;
        return text.Length > 0;
    }

    private static bool IsStart(char c) => c == '_' || char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    private static bool IsPart(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;
}

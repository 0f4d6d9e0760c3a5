using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>Methods of <c>str</c> that change or test the case of letters.</summary>
public static partial class Str
{
    public static string Upper(string s) => IsAscii(s) ? s.ToUpperInvariant() : CaseTable.Map(s, static e => e.Upper);

    public static string Lower(string s)
    {
        if (IsAscii(s))
            return s.ToLowerInvariant();
        return s.Contains('\u03a3') ? LowerFrom(new StringBuilder(), CodePoints(s), 0) : CaseTable.Map(s, static e => e.Lower);
    }

    private static string LowerFrom(StringBuilder text, List<int> codes, int start)
    {
        for (var i = start; i < codes.Count; i++)
            CaseTable.Append(text, codes[i], CaseTable.LowerAt(codes, i));
        return text.ToString();
    }

    public static string CaseFold(string s) => IsAscii(s) ? s.ToLowerInvariant() : CaseTable.Map(s, static e => e.Fold);

    public static string SwapCase(string s)
    {
        var text = new StringBuilder(s.Length);
        var codes = CodePoints(s);
        for (var i = 0; i < codes.Count; i++)
        {
            var entry = CaseTable.Of(codes[i]);
            CaseTable.Append(text, codes[i], entry.Kind switch { 'U' => CaseTable.LowerAt(codes, i), 'L' => entry.Upper, _ => null });
        }
        return text.ToString();
    }

    public static string Capitalize(string s)
    {
        if (s.Length == 0)
            return s;
        if (IsAscii(s))
            return char.ToUpperInvariant(s[0]) + s[1..].ToLowerInvariant();
        var codes = CodePoints(s);
        var text = new StringBuilder(s.Length);
        CaseTable.Append(text, codes[0], CaseTable.Of(codes[0]).Title);
        return LowerFrom(text, codes, 1);
    }

    public static string Title(string s)
    {
        var text = new StringBuilder(s.Length);
        var codes = CodePoints(s);
        var inWord = false;
        for (var i = 0; i < codes.Count; i++)
        {
            var entry = CaseTable.Of(codes[i]);
            CaseTable.Append(text, codes[i], inWord ? CaseTable.LowerAt(codes, i) : entry.Title);
            inWord = entry.IsCased;
        }
        return text.ToString();
    }

    public static bool IsUpper(string s) => IsOnly(s, 'U');

    public static bool IsLower(string s) => IsOnly(s, 'L');

    /// <summary>Whether there are letters of a kind and no others that have a case.</summary>
    private static bool IsOnly(string s, char kind)
    {
        var any = false;
        foreach (var code in CodePoints(s))
        {
            var found = CaseTable.Of(code).Kind;
            if (found == kind)
                any = true;
            else if (found != '-')
                return false;
        }
        return any;
    }

    public static bool IsTitle(string s)
    {
        var (any, inWord) = (false, false);
        foreach (var code in CodePoints(s))
        {
            var kind = CaseTable.Of(code).Kind;
            if (kind is 'U' or 'T' ? inWord : kind == 'L' && !inWord)
                return false;
            any |= kind != '-';
            inWord = kind != '-';
        }
        return any;
    }
}

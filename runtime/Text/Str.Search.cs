using System.Globalization;

namespace Pytocs.Runtime.Core;

/// <summary>Searching and classifying.</summary>
public static partial class Str
{
    /// <summary>The place between two bounds, in chars, and where it starts in code points; null when empty of positions.</summary>
    private static (Range Part, int Start)? Window(string s, Any start, Any stop)
    {
        if (start.IsNone && stop.IsNone)
            return (.., 0);
        var length = Length(s);
        var first = start.IsNone ? 0 : SequenceRules.Bound(start) is < 0 and var a ? (int)Math.Max(0, a + length) : (int)Math.Min(int.MaxValue, SequenceRules.Bound(start)!.Value);
        var last = stop.IsNone ? length : SequenceRules.Clamp(SequenceRules.Bound(stop)!.Value, length);
        if (first > last)
            return null;
        return (Offset(s, first)..Offset(s, last), first);
    }

    public static PyInt Find(string s, string part, Any start, Any stop)
    {
        if (Window(s, start, stop) is not var (window, from))
            return -1;
        var text = s.AsSpan()[window];
        var at = PatternSearch.IndexOf(text, part);
        return at < 0 ? -1 : (IsAstral(s) ? Length(text[..at].ToString()) : at) + from;
    }

    public static PyInt RFind(string s, string part, Any start, Any stop)
    {
        if (Window(s, start, stop) is not var (window, from))
            return -1;
        var text = s.AsSpan()[window];
        var at = part.Length == 0 ? text.Length : PatternSearch.LastIndexOf(text, part);
        return at < 0 ? -1 : (IsAstral(s) ? Length(text[..at].ToString()) : at) + from;
    }

    public static PyInt Count(string s, string part, Any start, Any stop)
    {
        if (Window(s, start, stop) is not var (window, _))
            return 0;
        if (part.Length == 0)
            return Length(s[window]) + 1;
        var count = 0;
        for (var text = s.AsSpan()[window]; PatternSearch.IndexOf(text, part) is >= 0 and var at; text = text[(at + part.Length)..])
            count++;
        return count;
    }

    public static bool StartsWith(string s, Any prefix, Any start, Any stop) => Fits("startswith", s, prefix, start, stop, static (t, p) => t.StartsWith(p, StringComparison.Ordinal));

    public static bool EndsWith(string s, Any suffix, Any start, Any stop) => Fits("endswith", s, suffix, start, stop, static (t, p) => t.EndsWith(p, StringComparison.Ordinal));

    private static bool Fits(string method, string s, Any part, Any start, Any stop, Func<string, string, bool> test)
    {
        var window = Window(s, start, stop);
        if (part.Ref is PyTuple many)
        {
            foreach (var one in many)
            {
                if (one.Ref is not string text)
                    throw new TypeError($"tuple for {method} must only contain str, not {PyType.Of(one).ErrorName}");
                if (window is { } w && test(s[w.Part], text))
                    return true;
            }
            return false;
        }
        if (PyValueInstance.Unwrap(part).Ref is not string single)
            throw new TypeError($"{method} first arg must be str or a tuple of str, not {PyType.Of(part).ErrorName}");
        return window is { } whole && test(s[whole.Part], single);
    }

    private static bool All(string s, Func<int, bool> test) => s.Length > 0 && CodePoints(s).TrueForAll(c => test(c));

    public static bool IsAlpha(string s) => All(s, UnicodeCategories.IsLetter);

    private static int DigitOf(int c) => UnicodeCategories.IsLater(c) ? -1 : CharUnicodeInfo.GetDigitValue(FromCodePoint(c), 0);

    public static bool IsDigit(string s) => All(s, static c => DigitOf(c) >= 0);

    public static bool IsDecimal(string s) => All(s, static c => UnicodeCategories.Of(c) == UnicodeCategory.DecimalDigitNumber);

    public static bool IsNumeric(string s) => All(s, IsNumeric);

    /// <summary>Whether a character stands for a number; .NET does not know ideographs that do.</summary>
    private static bool IsNumeric(int c)
        => c >= 0x3400 ? Library.Unicode.UnicodeTable.Instance.Find("numeric", c) is not null : !UnicodeCategories.IsLater(c) && CharUnicodeInfo.GetNumericValue(FromCodePoint(c), 0) is not -1;

    public static bool IsAlnum(string s) => All(s, static c => UnicodeCategories.IsLetter(c) || IsNumeric(c));

    public static bool IsSpace(string s) => s.Length > 0 && s.All(IsWhiteSpace);

    public static bool IsAscii(string s) => System.Text.Ascii.IsValid(s);

    public static bool IsPrintable(string s) => CodePoints(s).TrueForAll(IsPrintable);

    public static bool IsIdentifier(string s)
        => CodePoints(s) is { Count: > 0 } points && UnicodeCategories.IsStart(points[0]) && points.TrueForAll(UnicodeCategories.IsPart);
}

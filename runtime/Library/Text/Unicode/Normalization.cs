using System.Text;

namespace Pytocs.Runtime.Library.Unicode;

/// <summary>The <see href="https://www.unicode.org/reports/tr15/">normalization forms</see> of Unicode 15.1.</summary>
internal static class Normalization
{
    private static readonly Lazy<Dictionary<(int, int), int>> s_pairs
        = new(static () => UnicodeTable.Instance.Compositions().ToDictionary(static c => (c.First, c.Second), static c => c.Code));

    public static string Normalize(string text, bool compose, bool compatibly)
    {
        if (System.Text.Ascii.IsValid(text))
            return text;
        var codes = new List<int>();
        foreach (var code in CodePoints(text))
            Decompose(code, compatibly, codes);
        Order(codes);
        if (compose)
            Compose(codes);
        var result = new StringBuilder();
        foreach (var code in codes)
            result.Append(code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code));
        return result.ToString();
    }

    private static IEnumerable<int> CodePoints(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                yield return char.ConvertToUtf32(text[i], text[++i]);
            else
                yield return text[i];
        }
    }

    private static void Decompose(int code, bool compatibly, List<int> codes)
    {
        if (HangulSyllables.Contains(code))
        {
            var index = code - HangulSyllables.First;
            codes.Add(HangulSyllables.LeadingFirst + (index / (HangulSyllables.Vowels * HangulSyllables.Trailings)));
            codes.Add(HangulSyllables.VowelFirst + (index / HangulSyllables.Trailings % HangulSyllables.Vowels));
            if (index % HangulSyllables.Trailings > 0)
                codes.Add(HangulSyllables.TrailingFirst + (index % HangulSyllables.Trailings));
            return;
        }
        var parts = code < 0xA0 ? null : UnicodeTable.Instance.Find("decomposition", code);
        if (parts is null || (parts[0] == '<' && !compatibly))
        {
            codes.Add(code);
            return;
        }
        foreach (var part in parts.Split(' '))
            if (part[0] != '<')
                Decompose(UnicodeTable.Hex(part), compatibly, codes);
    }

    private static int Class(int code) => code < 0x300 ? 0 : UnicodeTable.Instance.Find("combining", code) is { } value ? int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : 0;

    /// <summary>Sorts runs of combining characters by their class, keeping the order of equals.</summary>
    private static void Order(List<int> codes)
    {
        for (var i = 1; i < codes.Count; i++)
        {
            var own = Class(codes[i]);
            for (var j = i; own > 0 && j > 0 && Class(codes[j - 1]) > own; j--)
                (codes[j - 1], codes[j]) = (codes[j], codes[j - 1]);
        }
    }

    private static void Compose(List<int> codes)
    {
        var (starter, last) = (-1, -1);
        var kept = 0;
        foreach (var code in codes.ToArray())
        {
            var own = Class(code);
            if (starter >= 0 && (last < own || last == -1) && Pair(codes[starter], code) is >= 0 and var composed)
            {
                codes[starter] = composed;
                continue;
            }
            // -1 says that nothing stands between the starter and what follows.
            last = own == 0 ? -1 : own;
            if (own == 0)
                starter = kept;
            codes[kept++] = code;
        }
        codes.RemoveRange(kept, codes.Count - kept);
    }

    private static int Pair(int first, int second)
    {
        var (leading, vowel, trailing) = (first - HangulSyllables.LeadingFirst, second - HangulSyllables.VowelFirst, second - HangulSyllables.TrailingFirst);
        if (leading is >= 0 and < HangulSyllables.Leadings && vowel is >= 0 and < HangulSyllables.Vowels)
            return HangulSyllables.First + (((leading * HangulSyllables.Vowels) + vowel) * HangulSyllables.Trailings);
        if (HangulSyllables.Contains(first) && (first - HangulSyllables.First) % HangulSyllables.Trailings == 0 && trailing is > 0 and < HangulSyllables.Trailings)
            return first + trailing;
        return s_pairs.Value.GetValueOrDefault((first, second), -1);
    }
}

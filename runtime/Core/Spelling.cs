namespace Pytocs.Runtime.Core;

/// <summary>Finds what a misspelt name was meant to be, as CPython's error messages suggest it.</summary>
internal static class Spelling
{
    private const int MoveCost = 2;
    private const int CaseCost = 1;
    private const int LongestName = 40;
    private const int MostNames = 750;

    /// <summary>The words that follow a message; empty where nothing comes close.</summary>
    public static string Hint(string wrong, IEnumerable<string> names) => Closest(wrong, names) is { } meant ? $". Did you mean '{meant}'?" : "";

    /// <summary>The name that comes closest to a wrong one, the first of several; null where none does.</summary>
    public static string? Closest(string wrong, IEnumerable<string> names)
    {
        var candidates = names.ToList();
        if (candidates.Count >= MostNames)
            return null;
        var best = int.MaxValue;
        string? suggestion = null;
        foreach (var name in candidates.Where(n => n != wrong))
        {
            // At most a third of the characters may differ.
            var most = Math.Min((name.Length + wrong.Length + 3) * MoveCost / 6, best - 1);
            var distance = Distance(wrong, name, most);
            if (distance <= most && (suggestion is null || distance < best))
                (suggestion, best) = (name, distance);
        }
        return suggestion;
    }

    /// <summary>The Levenshtein distance, where a change of case costs half; anything above the most if it is more than that.</summary>
    private static int Distance(string a, string b, int most)
    {
        var prefix = a.AsSpan().CommonPrefixLength(b);
        (a, b) = (a[prefix..], b[prefix..]);
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
            (a, b) = (a[..^1], b[..^1]);
        if (a.Length == 0 || b.Length == 0)
            return MoveCost * (a.Length + b.Length);
        if (a.Length > LongestName || b.Length > LongestName || Math.Abs(a.Length - b.Length) * MoveCost > most)
            return most + 1;
        var row = Enumerable.Range(0, a.Length + 1).Select(static i => i * MoveCost).ToArray();
        for (var j = 0; j < b.Length; j++)
        {
            var diagonal = row[0];
            row[0] = (j + 1) * MoveCost;
            for (var i = 0; i < a.Length; i++)
            {
                var cost = a[i] == b[j] ? 0 : char.ToLowerInvariant(a[i]) == char.ToLowerInvariant(b[j]) ? CaseCost : MoveCost;
                var next = Math.Min(Math.Min(row[i], row[i + 1]) + MoveCost, diagonal + cost);
                diagonal = row[i + 1];
                row[i + 1] = next;
            }
        }
        return row[^1];
    }
}

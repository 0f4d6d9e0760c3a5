using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Csv;

/// <summary>Guesses the format of a file. See <see href="https://docs.python.org/3.13/library/csv.html#csv.Sniffer">csv.Sniffer</see>.</summary>
internal static partial class CsvSniffer
{
    private static readonly string[] s_preferred = [",", "\t", ";", " ", ":"];

    public static readonly PyType Type = new ClassMaker("Sniffer", "csv")
        .Method("__init__", static self => Lib.Do(() => self.Set("preferred", Lib.List(s_preferred))))
        .Method("sniff", "self, sample, delimiters=None", static a => Sniff(a[0], Lib.Text(a[1]), a[2]))
        .Method("has_header", "sample", static (self, sample) => HasHeader(self, Lib.Text(sample)))
        .Make(PyType.Object);

    [GeneratedRegex("""(?<delim>[^\w\n"'])(?<space> ?)(?<quote>["']).*?\k<quote>\k<delim>""", RegexOptions.Singleline)]
    private static partial Regex Between();

    [GeneratedRegex("""(?:^|\n)(?<quote>["']).*?\k<quote>(?<delim>[^\w\n"'])(?<space> ?)""", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex First();

    [GeneratedRegex("""(?<delim>[^\w\n"'])(?<space> ?)(?<quote>["']).*?\k<quote>(?:$|\n)""", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Last();

    [GeneratedRegex("""(?:^|\n)(?<quote>["']).*?\k<quote>(?:$|\n)""", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Only();

    private static Any Sniff(Any self, string sample, Any delimiters)
    {
        bool Allowed(string c) => delimiters.IsNone || delimiters.Contains(c);
        var (quote, doubled, delimiter, skip) = ByQuotes(sample, Allowed);
        if (delimiter.Length == 0)
            (delimiter, skip) = ByFrequency(sample, Allowed, [.. Operators.ToList(self.Get("preferred")).Select(Operators.Str)]);
        if (delimiter.Length == 0)
            throw CsvModule.Fail("Could not determine delimiter");
        return new ClassMaker("dialect", "csv").Attribute("__qualname__", "Sniffer.sniff.<locals>.dialect")
            .Attribute("_name", "sniffed").Attribute("lineterminator", "\r\n").Attribute("quoting", (int)CsvQuoting.Minimal)
            .Attribute("doublequote", doubled).Attribute("delimiter", delimiter).Attribute("quotechar", quote.Length > 0 ? quote : "\"").Attribute("skipinitialspace", skip)
            .Make(CsvModule.DialectClass);
    }

    /// <summary>Looks for quoted text between two equal characters.</summary>
    private static (string Quote, bool Doubled, string Delimiter, bool Skip) ByQuotes(string data, Func<string, bool> allowed)
    {
        var matches = ((Func<Regex>[])[Between, First, Last, Only]).Select(r => r().Matches(data)).FirstOrDefault(static m => m.Count > 0);
        if (matches is null)
            return ("", false, "", false);
        var quote = Commonest(matches.Select(static m => m.Groups["quote"].Value));
        var delimiters = matches.Select(static m => m.Groups["delim"].Value).Where(d => d.Length > 0 && allowed(d)).ToList();
        var delimiter = delimiters.Count > 0 ? Commonest(delimiters) : "";
        var skip = delimiter.Length > 0 && delimiters.Count(d => d == delimiter) == matches.Count(static m => m.Groups["space"].Length > 0);
        if (delimiter == "\n")
            delimiter = "";
        var d = Regex.Escape(delimiter).Replace("]", "\\]", StringComparison.Ordinal);
        var inside = $"[^{d}\\n]*";
        var doubled = Regex.IsMatch(data, $"(({d})|^)\\W*{quote}{inside}{quote}{inside}{quote}\\W*(({d})|$)", RegexOptions.Multiline);
        return (quote, doubled, delimiter, skip);
    }

    private static string Commonest(IEnumerable<string> items) => items.GroupBy(static i => i).MaxBy(static g => g.Count())!.Key;

    /// <summary>Looks for a character that comes equally often on most lines, ten lines more at a time.</summary>
    private static (string Delimiter, bool Skip) ByFrequency(string data, Func<string, bool> allowed, string[] preferred)
    {
        var lines = data.Split('\n').Where(static l => l.Length > 0).ToArray();
        var chunk = Math.Min(10, lines.Length);
        var frequencies = Enumerable.Range(0, 127).Select(static _ => new List<(int Times, int Lines)>()).ToArray();
        var found = new List<(string Character, int Times, int Lines)>();
        for (var start = 0; start < lines.Length; start += chunk)
        {
            foreach (var line in lines.Skip(start).Take(chunk))
            {
                for (var c = 0; c < 127; c++)
                {
                    var times = line.Count(x => x == c);
                    var known = frequencies[c].FindIndex(f => f.Times == times);
                    if (known < 0)
                        frequencies[c].Add((times, 1));
                    else
                        frequencies[c][known] = (times, frequencies[c][known].Lines + 1);
                }
            }
            var total = (double)Math.Min(start + chunk, lines.Length);
            for (var consistency = 1.0; found.Count == 0 && consistency >= 0.9; consistency -= 0.01)
                found.AddRange(Modes(frequencies).Where(m => m.Times > 0 && m.Lines > 0 && m.Lines / total >= consistency && allowed(m.Character)));
            if (found.Count == 1)
                break;
        }
        if (found.Count == 0)
            return ("", false);
        var chosen = found.Count == 1 ? found[0].Character
            : preferred.FirstOrDefault(p => found.Exists(f => f.Character == p))
            ?? found.OrderBy(static f => f.Times).ThenBy(static f => f.Lines).ThenBy(static f => f.Character, StringComparer.Ordinal).Last().Character;
        return (chosen, Str.Count(lines[0], chosen) == Str.Count(lines[0], chosen + " "));
    }

    /// <summary>How often each character comes on most lines, and on how many more lines than otherwise.</summary>
    private static IEnumerable<(string Character, int Times, int Lines)> Modes(List<(int Times, int Lines)>[] frequencies)
    {
        for (var c = 0; c < frequencies.Length; c++)
        {
            var items = frequencies[c];
            if (items is [] or [(0, _)])
                continue;
            var mode = items.MaxBy(static i => i.Lines);
            yield return (((char)c).ToString(), mode.Times, (2 * mode.Lines) - items.Sum(static i => i.Lines));
        }
    }

    private static bool HasHeader(Any self, string sample)
    {
        var lines = new PyList<Any>(Str.SplitLines(sample, keepends: true).Select(static l => (Any)l));
        var rows = new CsvReader(lines.GetPyIterator(), CsvDialect.Of(self.Invoke("sniff", sample), new PyDict<Any, Any>()));
        var header = Operators.ToList(rows.Next()).Select(Operators.Str).ToArray();
        // -1 stands for numbers, else the length of all texts of a column; null before the first row.
        var types = Enumerable.Range(0, header.Length).ToDictionary(static i => i, static _ => (int?)null);
        for (var i = 0; i <= 20 && rows.TryNext(out var row); i++)
        {
            var fields = Operators.ToList(row).Select(Operators.Str).ToArray();
            if (fields.Length != header.Length)
                continue;
            foreach (var column in types.Keys.ToArray())
            {
                var type = IsComplex(fields[column]) ? -1 : Str.Length(fields[column]);
                if (types[column] is { } known && known != type)
                    types.Remove(column);
                else
                    types[column] = type;
            }
        }
        return types.Sum(t => t.Value switch
        {
            null => 1,
            -1 => IsComplex(header[t.Key]) ? -1 : 1,
            var length => Str.Length(header[t.Key]) != length ? 1 : -1,
        }) > 0;
    }

    private static bool IsComplex(string text)
    {
        try
        {
            ((Any)ComplexType.Type).Call(text);
            return true;
        }
        catch (BaseException e) when (e is ValueError or OverflowError)
        {
            return false;
        }
    }
}

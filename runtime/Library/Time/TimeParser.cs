using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>What <c>strptime</c> found.</summary>
internal sealed record ParsedTime(int Year, int Month, int Day, int Hour, int Minute, int Second, int Microsecond, int WeekDay, int YearDay, int Summer, string? ZoneName, TimeSpan? Offset);

/// <summary><c>strptime</c>, by a pattern made of the format as CPython's <c>_strptime</c> makes one.</summary>
internal static class TimeParser
{
    private static string Names(IEnumerable<string> names) => string.Join("|", names.OrderByDescending(static n => n.Length).Select(Regex.Escape));

    private static string? Pattern(char directive) => directive switch
    {
        'd' => "(?<d>3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9])",
        'f' => "(?<f>[0-9]{1,6})",
        'H' => "(?<H>2[0-3]|[0-1]\\d|\\d| \\d)",
        'k' => "(?<H>2[0-3]|[0-1]\\d|\\d| \\d)",
        'I' or 'l' => "(?<I>1[0-2]|0[1-9]|[1-9]| [1-9])",
        'G' => "(?<G>\\d\\d\\d\\d)",
        'j' => "(?<j>36[0-6]|3[0-5]\\d|[1-2]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9])",
        'm' => "(?<m>1[0-2]|0[1-9]|[1-9]| [1-9])",
        'M' => "(?<M>[0-5]\\d|\\d| \\d)",
        'S' => "(?<S>6[0-1]|[0-5]\\d|\\d| \\d)",
        'U' => "(?<U>5[0-3]|[0-4]\\d|\\d)",
        'W' => "(?<W>5[0-3]|[0-4]\\d|\\d)",
        'w' => "(?<w>[0-6])",
        'u' => "(?<u>[1-7])",
        'V' => "(?<V>5[0-3]|0[1-9]|[1-4]\\d|\\d)",
        'y' => "(?<y>\\d\\d)",
        'Y' => "(?<Y>\\d\\d\\d\\d)",
        'z' => "(?<z>([+-]\\d\\d:?[0-5]\\d(:?[0-5]\\d(\\.\\d{1,6})?)?)|(?-i:Z))",
        'A' => $"(?<A>{Names(TimeFormat.Days)})",
        'a' => $"(?<a>{Names(TimeFormat.Days.Select(static d => d[..3]))})",
        'B' => $"(?<B>{Names(TimeFormat.Months)})",
        'b' or 'h' => $"(?<b>{Names(TimeFormat.Months.Select(static m => m[..3]))})",
        'p' => "(?<p>am|pm)",
        'Z' => $"(?<Z>utc|gmt|{Regex.Escape(LocalZone.Seasons.Standard.Name.ToLowerInvariant())}|{Regex.Escape(LocalZone.Seasons.Summer.Name.ToLowerInvariant())})",
        '%' => "%",
        'c' => Build("%a %b %d %H:%M:%S %Y"),
        'x' => Build("%m/%d/%y"),
        'X' => Build("%H:%M:%S"),
        _ => null,
    };

    private static string Build(string format)
    {
        var pattern = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (char.IsWhiteSpace(format[i]))
            {
                while (i + 1 < format.Length && char.IsWhiteSpace(format[i + 1]))
                    i++;
                pattern.Append("\\s+");
            }
            else if (format[i] != '%')
            {
                pattern.Append(Regex.Escape(format[i].ToString()));
            }
            else if (i + 1 >= format.Length)
            {
                throw new ValueError($"stray %% in format '{format}'");
            }
            else
            {
                pattern.Append(Pattern(format[++i]) ?? throw new ValueError($"'{format[i]}' is a bad directive in format '{format}'"));
            }
        }
        return pattern.ToString();
    }

    /// <exception cref="ValueError">The text does not fit the format.</exception>
    public static ParsedTime Parse(string text, string format)
    {
        WarnOfAmbiguity(format);
        var match = Regex.Match(text, "^" + Build(format), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        if (!match.Success)
            throw new ValueError($"time data {Str.Repr(text)} does not match format {Str.Repr(format)}");
        if (match.Length != text.Length)
            throw new ValueError($"unconverted data remains: {text[match.Length..]}");
        return Assemble(match, format);
    }

    /// <summary>Formats that have been looked at.</summary>
    private static readonly HashSet<string> s_formats = new(StringComparer.Ordinal);

    /// <summary>A day without a year may be the 29th of February, which no year is known to have.</summary>
    private static void WarnOfAmbiguity(string format)
    {
        lock (s_formats)
        {
            if (s_formats.Contains(format))
                return;
            if (s_formats.Count > 5)
                s_formats.Clear();
            s_formats.Add(format);
        }
        var directives = Regex.Matches(format, "%(.)", RegexOptions.Singleline).Select(static m => m.Groups[1].Value[0]).ToHashSet();
        if (directives.Contains('d') && !directives.Overlaps("YyG"))
            Warnings.Issue(DeprecationWarning.Type, "Parsing dates involving a day of month without a year specified is ambiguious\nand fails to parse leap day. The default behavior will change in Python 3.15\nto either always raise an exception or to use a different default year (TBD).\nTo avoid trouble, add a specific year to the input & format.\nSee https://github.com/python/cpython/issues/70647.");
    }

    private static ParsedTime Assemble(Match match, string format)
    {
        int? year = Number(match, "Y");
        if (Number(match, "y") is { } two)
            year = two <= 68 ? 2000 + two : 1900 + two;
        var month = Number(match, "m") ?? Index(match, "B", TimeFormat.Months, 99) ?? Index(match, "b", TimeFormat.Months, 3) ?? 1;
        var day = Number(match, "d") ?? 1;
        var hour = Number(match, "H") ?? 0;
        if (Number(match, "I") is { } twelve)
        {
            var afternoon = match.Groups["p"].Value.Equals("pm", StringComparison.OrdinalIgnoreCase);
            hour = (twelve % 12) + (afternoon ? 12 : 0);
        }
        var fraction = match.Groups["f"].Success ? int.Parse(match.Groups["f"].Value.PadRight(6, '0'), CultureInfo.InvariantCulture) : 0;
        int? weekDay = Index(match, "A", TimeFormat.Days, 99) - 1 ?? Index(match, "a", TimeFormat.Days, 3) - 1;
        if (Number(match, "w") is { } sunday)
            weekDay = (sunday + 6) % 7;
        if (Number(match, "u") is { } iso)
            weekDay = iso - 1;
        var yearDay = Number(match, "j");
        if (Number(match, "G") is { } isoYear)
        {
            if (Number(match, "V") is not { } isoWeek || weekDay is null)
                throw new ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').");
            var date = ISOWeek.ToDateTime(isoYear, isoWeek, (DayOfWeek)((weekDay.Value + 1) % 7));
            (year, month, day) = (date.Year, date.Month, date.Day);
        }
        else if (Number(match, "V") is not null)
        {
            throw new ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').");
        }
        var isLeapDay = year is null && month == 2 && day == 29;
        var known = isLeapDay ? 1904 : year ?? 1900;
        if (yearDay is null && (Number(match, "U") ?? Number(match, "W")) is { } week && weekDay is { } wd)
            yearDay = WeekToDay(known, week, wd, match.Groups["W"].Success);
        if (yearDay is { } yd)
        {
            var date = new DateTime(known, 1, 1).AddDays(yd - 1);
            (known, month, day) = (date.Year, date.Month, date.Day);
            yearDay = date.DayOfYear;
        }
        if (day > DateTime.DaysInMonth(known, month))
            throw new ValueError("day is out of range for month");
        var found = new DateTime(known, month, day);
        var (zone, offset, summer) = Zone(match);
        _ = format;
        return new ParsedTime(
            isLeapDay ? 1900 : known, month, day, hour, Number(match, "M") ?? 0, Number(match, "S") ?? 0, fraction,
            weekDay ?? ((int)found.DayOfWeek + 6) % 7, yearDay ?? found.DayOfYear, summer, zone, offset);
    }

    private static int WeekToDay(int year, int week, int weekDay, bool mondayFirst)
    {
        var first = ((int)new DateTime(year, 1, 1).DayOfWeek + 6) % 7;
        if (!mondayFirst)
        {
            first = (first + 1) % 7;
            weekDay = (weekDay + 1) % 7;
        }
        var lengthOfWeekZero = (7 - first) % 7;
        return week == 0 ? 1 + weekDay - first : 1 + lengthOfWeekZero + (7 * (week - 1)) + weekDay;
    }

    private static (string? Zone, TimeSpan? Offset, int Summer) Zone(Match match)
    {
        string? zone = null;
        TimeSpan? offset = null;
        var summer = -1;
        if (match.Groups["z"].Success)
        {
            var text = match.Groups["z"].Value;
            if (text == "Z")
            {
                offset = TimeSpan.Zero;
            }
            else
            {
                var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
                var span = new TimeSpan(int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture), int.Parse(digits.AsSpan(2, 2), CultureInfo.InvariantCulture), digits.Length >= 6 ? int.Parse(digits.AsSpan(4, 2), CultureInfo.InvariantCulture) : 0);
                if (digits.Length > 7)
                    span += TimeSpan.FromTicks(long.Parse(digits[7..].PadRight(6, '0'), CultureInfo.InvariantCulture) * 10);
                offset = text[0] == '-' ? -span : span;
            }
        }
        if (match.Groups["Z"].Success)
        {
            zone = match.Groups["Z"].Value;
            summer = zone.Equals("utc", StringComparison.OrdinalIgnoreCase) || zone.Equals("gmt", StringComparison.OrdinalIgnoreCase)
                || zone.Equals(LocalZone.Seasons.Standard.Name, StringComparison.OrdinalIgnoreCase) ? 0 : 1;
        }
        return (zone, offset, summer);
    }

    private static int? Number(Match match, string group)
        => match.Groups[group].Success ? int.Parse(match.Groups[group].Value.Trim(), CultureInfo.InvariantCulture) : null;

    private static int? Index(Match match, string group, string[] names, int length)
    {
        if (!match.Groups[group].Success)
            return null;
        var at = Array.FindIndex(names, n => n[..Math.Min(length, n.Length)].Equals(match.Groups[group].Value, StringComparison.OrdinalIgnoreCase));
        return at + 1;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The ISO 8601 forms that <c>fromisoformat</c> reads.</summary>
internal static partial class IsoReader
{
    [GeneratedRegex(@"\A([0-9]{4})(?:-([0-9]{2})-([0-9]{2})|([0-9]{2})([0-9]{2})|-W([0-9]{2})(?:-([0-9]))?|W([0-9]{2})([0-9])?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"\A(?<h>[0-9]{2})(?::(?<m>[0-9]{2})(?::(?<s>[0-9]{2})(?:[.,](?<f>[0-9]+))?)?|(?<m>[0-9]{2})(?:(?<s>[0-9]{2})(?:[.,](?<f>[0-9]+))?)?)?(?<z>Z|[+-][0-9]{2}(?::[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?|[0-9]{2}(?:[0-9]{2}(?:[.,][0-9]+)?)?)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex TimePattern();

    private static ValueError Invalid(string text) => new($"Invalid isoformat string: {Str.Repr(text)}");

    private static int N(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    public static DateOnly Date(string text) => TryDate(text) ?? throw Invalid(text);

    private static DateOnly? TryDate(string text)
    {
        var match = DatePattern().Match(text);
        if (!match.Success)
            return null;
        var year = N(match.Groups[1]);
        var g = match.Groups;
        if (g[2].Success)
            return PyDate.Day(year, N(g[2]), N(g[3]));
        if (g[4].Success)
            return PyDate.Day(year, N(g[4]), N(g[5]));
        var (week, day) = g[6].Success ? (N(g[6]), g[7].Success ? N(g[7]) : 1) : (N(g[8]), g[9].Success ? N(g[9]) : 1);
        if (week is < 1 or > 53 || week > ISOWeek.GetWeeksInYear(year))
            throw new ValueError($"Invalid week: {week}");
        if (day is < 1 or > 7)
            throw new ValueError($"Invalid weekday: {day} (range is [1, 7])");
        return DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, (DayOfWeek)(day % 7)));
    }

    public static (long Since, Any Zone) Time(string text) => TryTime(text.StartsWith('T') ? text[1..] : text) ?? throw Invalid(text);

    private static (long Since, Any Zone)? TryTime(string text)
    {
        var match = TimePattern().Match(text);
        if (!match.Success)
            return null;
        var g = match.Groups;
        var (hour, minute, second) = (N(g["h"]), g["m"].Success ? N(g["m"]) : 0, g["s"].Success ? N(g["s"]) : 0);
        var fraction = g["f"].Success ? Micro(g["f"].Value) : 0;
        var since = PyTime.Since(hour, minute, second, fraction);
        return (since, g["z"].Success ? Zone(g["z"].Value) : Any.None);
    }

    private static int Micro(string digits) => int.Parse(digits.PadRight(6, '0').AsSpan(0, 6), CultureInfo.InvariantCulture);

    private static Any Zone(string text)
    {
        if (text == "Z")
            return PyTimeZone.Utc;
        var plain = text[1..].Replace(":", "", StringComparison.Ordinal);
        var dot = plain.AsSpan().IndexOfAny('.', ',');
        var digits = dot < 0 ? plain : plain[..dot];
        long Part(int i) => digits.Length >= i + 2 ? int.Parse(digits.AsSpan(i, 2), CultureInfo.InvariantCulture) : 0;
        var total = (((((Part(0) * 60) + Part(2)) * 60) + Part(4)) * 1_000_000) + (dot < 0 ? 0 : Micro(plain[(dot + 1)..]));
        if (total >= 86_400_000_000)
            throw new ValueError($"offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {Operators.Repr(PyTimeDelta.Of(text[0] == '-' ? -total : total))}.");
        return total == 0 ? PyTimeZone.Utc : new PyTimeZone(PyTimeDelta.Of(text[0] == '-' ? -total : total), null);
    }

    public static (DateOnly Date, long Since, Any Zone) Moment(string text)
    {
        if (text.Length < 7)
            throw Invalid(text);
        var length = Math.Min(DateLength(text), text.Length);
        var date = TryDate(text[..length]) ?? throw Invalid(text);
        // Behind the date comes one separator, whatever it is, and the time.
        var skip = length < text.Length && char.IsHighSurrogate(text[length]) && length + 1 < text.Length && char.IsLowSurrogate(text[length + 1]) ? 2 : 1;
        if (text.Length <= length + skip)
            return text.Length == length || text.Length == length + skip ? (date, 0, Any.None) : throw Invalid(text);
        return TryTime(text[(length + skip)..]) is { } time ? (date, time.Since, time.Zone) : throw Invalid(text);
    }

    /// <summary>How many characters the date takes, which its own form does not always tell: of weeks, what follows decides.</summary>
    private static int DateLength(string text)
    {
        bool IsDigit(int at) => at < text.Length && char.IsAsciiDigit(text[at]);
        if (text.Length == 7)
            return 7;
        if (text[4] == '-')
            return text[5] != 'W' ? 10 : text.Length > 8 && text[8] == '-' ? text.Length == 9 ? throw Invalid(text) : IsDigit(10) ? 8 : 10 : 8;
        if (text[4] != 'W')
            return 8;
        var end = 7;
        while (IsDigit(end))
            end++;
        return end < 9 ? end : end % 2 == 0 ? 7 : 8;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The ISO 8601 forms that <c>fromisoformat</c> reads.</summary>
internal static partial class IsoReader
{
    [GeneratedRegex(@"^(\d{4})(?:-(\d{2})-(\d{2})|(\d{2})(\d{2})|-W(\d{2})(?:-(\d))?|W(\d{2})(\d)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"^T?(\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?(Z|[+-]\d{2}(?::?\d{2}(?::?\d{2}(?:[.,]\d+)?)?)?)?$", RegexOptions.CultureInvariant)]
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

    public static (long Since, Any Zone) Time(string text) => TryTime(text, out _) ?? throw Invalid(text);

    private static (long Since, Any Zone)? TryTime(string text, out bool nextDay)
    {
        nextDay = false;
        var match = TimePattern().Match(text);
        if (!match.Success)
            return null;
        var g = match.Groups;
        var (hour, minute, second) = (N(g[1]), g[2].Success ? N(g[2]) : 0, g[3].Success ? N(g[3]) : 0);
        var fraction = g[4].Success ? Micro(g[4].Value) : 0;
        var since = PyTime.Since(hour, minute, second, fraction);
        return (since, g[5].Success ? Zone(g[5].Value) : Any.None);
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
        // The date takes 7, 8 or 10 characters, or less for weeks; one separator; the time.
        foreach (var length in (int[])[10, 8, 7])
        {
            if (text.Length < length)
                continue;
            if (DatePattern().IsMatch(text[..length]) && (text.Length == length || !char.IsAsciiDigit(text[length]) || length == 10))
            {
                var date = TryDate(text[..length])!.Value;
                if (text.Length == length)
                    return (date, 0, Any.None);
                var skip = char.IsHighSurrogate(text[length]) ? 2 : 1;
                if (text.Length > length + skip && TryTime(text[(length + skip)..], out _) is { } time)
                    return (date, time.Since, time.Zone);
                throw Invalid(text);
            }
        }
        throw Invalid(text);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Pytocs.Runtime.Library;

/// <summary>
/// The local time zone: what the variable TZ says, which <see href="https://docs.python.org/3.13/library/time.html#time.tzset">tzset</see> reads anew, or
/// the system's.
/// </summary>
internal static partial class LocalZone
{
    private static TimeZoneInfo s_current = Find();

    public static TimeZoneInfo Current => s_current;

    /// <summary>Looks at TZ again.</summary>
    public static void Reset()
    {
        TimeZoneInfo.ClearCachedData();
        s_current = Find();
    }

    private static TimeZoneInfo Find()
    {
        if (Environment.GetEnvironmentVariable("TZ")?.TrimStart(':') is not { Length: > 0 } name)
            return TimeZoneInfo.Local;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var known))
            return known;
        return Rule().Match(name) is { Success: true } rule ? FromRule(rule) : TimeZoneInfo.Utc;
    }

    /// <summary>The form that POSIX has for zones: names, offsets, and when summer begins and ends.</summary>
    [GeneratedRegex(@"\A(?<std>[A-Za-z]{3,}|<[^>]+>)(?<offset>[+-]?[0-9:]+)(?:(?<dst>[A-Za-z]{3,}|<[^>]+>)(?<summer>[+-]?[0-9:]+)?(?:,(?<from>[^,]+),(?<to>[^,]+))?)?\z")]
    private static partial Regex Rule();

    [GeneratedRegex(@"\AM(?<month>[0-9]+)\.(?<week>[1-5])\.(?<day>[0-6])(?:/(?<time>[0-9:]+))?\z")]
    private static partial Regex Change();

    private static TimeZoneInfo FromRule(Match rule)
    {
        var (standard, summer) = (rule.Groups["std"].Value.Trim('<', '>'), rule.Groups["dst"].Value.Trim('<', '>'));
        var offset = -Time(rule.Groups["offset"].Value);
        if (summer.Length == 0)
            return TimeZoneInfo.CreateCustomTimeZone(standard, offset, standard, standard);
        var shift = rule.Groups["summer"].Success ? -Time(rule.Groups["summer"].Value) - offset : TimeSpan.FromHours(1);
        var (from, to) = rule.Groups["from"].Success ? (rule.Groups["from"].Value, rule.Groups["to"].Value) : ("M3.2.0", "M11.1.0");
        if (At(from) is not { } begin || At(to) is not { } end)
            return TimeZoneInfo.CreateCustomTimeZone(standard, offset, standard, standard);
        var years = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(DateTime.MinValue.Date, DateTime.MaxValue.Date, shift, begin, end);
        return TimeZoneInfo.CreateCustomTimeZone(standard, offset, standard, standard, summer, [years]);
    }

    private static TimeSpan Time(string text)
    {
        var parts = text.TrimStart('+', '-').Split(':').Select(static p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        var time = new TimeSpan(parts[0], parts.Length > 1 ? parts[1] : 0, parts.Length > 2 ? parts[2] : 0);
        return text[0] == '-' ? -time : time;
    }

    private static TimeZoneInfo.TransitionTime? At(string text)
    {
        if (Change().Match(text) is not { Success: true } change)
            return null;
        int Part(string name) => int.Parse(change.Groups[name].Value, CultureInfo.InvariantCulture);
        var time = change.Groups["time"].Success ? Time(change.Groups["time"].Value) : TimeSpan.FromHours(2);
        return time < TimeSpan.FromDays(1) ? TimeZoneInfo.TransitionTime.CreateFloatingDateRule(DateTime.MinValue + time, Part("month"), Part("week"), (DayOfWeek)Part("day")) : null;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Pytocs.Runtime.Library.Zones;

/// <summary>A rule that repeats every year, as POSIX writes it in <c>TZ</c>: <c>CET-1CEST,M3.5.0,M10.5.0/3</c>.</summary>
internal sealed partial class YearlyRule
{
    private readonly ZoneRule _standard;
    private readonly ZoneRule? _summer;
    private readonly Day _start;
    private readonly Day _end;

    private YearlyRule(ZoneRule standard, ZoneRule? summer, Day start, Day end) => (_standard, _summer, _start, _end) = (standard, summer, start, end);

    [GeneratedRegex(@"^(?<n1><[^>]+>|[A-Za-z]{3,})(?<o1>[-+]?[\d:]+)(?:(?<n2><[^>]+>|[A-Za-z]{3,})(?<o2>[-+]?[\d:]+)?(?:,(?<s>[^,]+),(?<e>[^,]+))?)?$")]
    private static partial Regex Format();

    [GeneratedRegex(@"^(?:M(?<m>\d+)\.(?<w>\d)\.(?<d>\d)|(?<j>J?)(?<n>\d+))(?:/(?<t>[-+]?[\d:]+))?$")]
    private static partial Regex DayFormat();

    /// <exception cref="InvalidDataException">The text is no rule.</exception>
    public static YearlyRule Parse(string text)
    {
        var match = Format().Match(text);
        if (!match.Success)
            throw new InvalidDataException($"{text} is not a valid TZ string");
        string Name(string group) => match.Groups[group].Value.Trim('<', '>');
        // POSIX counts west of Greenwich.
        var offset = -Seconds(match.Groups["o1"].Value);
        var standard = new ZoneRule(offset, 0, Name("n1"));
        if (!match.Groups["n2"].Success)
            return new YearlyRule(standard, null, default, default);
        var summer = match.Groups["o2"].Success ? -Seconds(match.Groups["o2"].Value) : offset + 3600;
        return new YearlyRule(standard, new ZoneRule(summer, summer - offset, Name("n2")), Day.Parse(match.Groups["s"].Success ? match.Groups["s"].Value : "M3.2.0"), Day.Parse(match.Groups["e"].Success ? match.Groups["e"].Value : "M11.1.0"));
    }

    private static int Seconds(string text)
    {
        var parts = text.TrimStart('+', '-').Split(':').Select(static p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        var total = (parts[0] * 3600) + (parts.Length > 1 ? parts[1] * 60 : 0) + (parts.Length > 2 ? parts[2] : 0);
        return text.StartsWith('-') ? -total : total;
    }

    /// <summary>A day of the year and the second of it at which the clock changes.</summary>
    private readonly record struct Day(int Month, int Week, int WeekDay, int Number, bool SkipsLeapDay, int Time)
    {
        public static Day Parse(string text)
        {
            var match = DayFormat().Match(text);
            if (!match.Success)
                throw new InvalidDataException($"Invalid dst start/end date: {text}");
            int Number(string group) => match.Groups[group].Success && match.Groups[group].Length > 0 ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
            return new Day(Number("m"), Number("w"), Number("d"), Number("n"), match.Groups["j"].Value == "J", match.Groups["t"].Success ? Seconds(match.Groups["t"].Value) : 7200);
        }

        /// <summary>Seconds from the epoch to the change, by the clock that is changed.</summary>
        public long In(int year)
        {
            DateOnly date;
            if (Month == 0)
            {
                var number = SkipsLeapDay ? Number - 1 + (DateTime.IsLeapYear(year) && Number >= 60 ? 1 : 0) : Number;
                date = new DateOnly(year, 1, 1).AddDays(number);
            }
            else
            {
                var first = new DateOnly(year, Month, 1);
                var day = 1 + ((WeekDay - (int)first.DayOfWeek + 7) % 7) + ((Week - 1) * 7);
                while (day > DateTime.DaysInMonth(year, Month))
                    day -= 7;
                date = new DateOnly(year, Month, day);
            }
            return ((date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * 86400L) + Time;
        }
    }

    private static int YearOf(long seconds) => DateOnly.FromDayNumber((int)Math.Clamp((seconds / 86400) + DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber, 0, DateOnly.MaxValue.DayNumber)).Year;

    public ZoneRule AtLocal(long seconds, int fold)
    {
        if (_summer is null)
            return _standard;
        var year = YearOf(seconds);
        var (start, end) = (_start.In(year), _end.In(year));
        // The hour that comes twice is at the end of summer time, or at its start where that goes backward.
        if (fold == 1 == _summer.Saving >= 0)
            end -= _summer.Saving;
        else
            start += _summer.Saving;
        var isSummer = start < end ? start <= seconds && seconds < end : !(end <= seconds && seconds < start);
        return isSummer ? _summer : _standard;
    }

    public (ZoneRule Rule, int Fold) AtUtc(long seconds)
    {
        if (_summer is null)
            return (_standard, 0);
        var year = YearOf(seconds);
        var (start, end) = (_start.In(year) - _standard.Offset, _end.In(year) - _summer.Offset);
        var isSummer = start < end ? start <= seconds && seconds < end : !(end <= seconds && seconds < start);
        var twice = _summer.Saving > 0 ? end : start;
        var fold = twice <= seconds && seconds < twice + Math.Abs(_summer.Saving) ? 1 : 0;
        return (isSummer ? _summer : _standard, fold);
    }
}

using System.Globalization;
using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>A moment taken apart for <c>strftime</c>.</summary>
/// <param name="WeekDay">0 is Monday.</param>
internal sealed record TimeFields(int Year, int Month, int Day, int Hour, int Minute, int Second, int Microsecond, int WeekDay, int YearDay)
{
    public string? ZoneName { get; init; }

    public TimeSpan? Offset { get; init; }
}

/// <summary><c>strftime</c> in the C locale. See <see href="https://docs.python.org/3.13/library/time.html#time.strftime">strftime</see>.</summary>
internal static class TimeFormat
{
    public static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static string Format(string format, TimeFields t)
    {
        var text = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 >= format.Length)
            {
                text.Append(format[i]);
                continue;
            }
            var flag = format[++i];
            if (flag is '-' or '_' or '0' or '^' or '#' && i + 1 < format.Length)
                text.Append(Flagged(flag, Directive(format[++i], t)));
            else if (flag == ':' && i + 1 < format.Length && format[i + 1] == 'z')
            {
                i++;
                text.Append(OffsetText(t.Offset, ":"));
            }
            else
                text.Append(Directive(flag, t));
        }
        return text.ToString();
    }

    private static string Flagged(char flag, string value) => flag switch
    {
        '-' => value.TrimStart('0', ' ') is { Length: > 0 } trimmed ? trimmed : "0",
        '_' => value.Length > 1 && value[0] == '0' ? " " + value[1..] : value,
        '^' => value.ToUpperInvariant(),
        _ => value,
    };

    private static string N(int value, int width) => value.ToString("D" + width.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Directive(char directive, TimeFields t) => directive switch
    {
        'a' => Days[t.WeekDay][..3],
        'A' => Days[t.WeekDay],
        'b' or 'h' => Months[t.Month - 1][..3],
        'B' => Months[t.Month - 1],
        'c' => $"{Days[t.WeekDay][..3]} {Months[t.Month - 1][..3]} {t.Day,2} {N(t.Hour, 2)}:{N(t.Minute, 2)}:{N(t.Second, 2)} {t.Year}",
        'C' => N(t.Year / 100, 2),
        'd' => N(t.Day, 2),
        'D' or 'x' => $"{N(t.Month, 2)}/{N(t.Day, 2)}/{N(t.Year % 100, 2)}",
        'e' => t.Day.ToString(CultureInfo.InvariantCulture).PadLeft(2),
        'f' => N(t.Microsecond, 6),
        'F' => $"{t.Year}-{N(t.Month, 2)}-{N(t.Day, 2)}",
        'g' => N(Iso(t).Year % 100, 2),
        'G' => Iso(t).Year.ToString(CultureInfo.InvariantCulture),
        'H' => N(t.Hour, 2),
        'I' => N(((t.Hour + 11) % 12) + 1, 2),
        'j' => N(t.YearDay, 3),
        'k' => t.Hour.ToString(CultureInfo.InvariantCulture).PadLeft(2),
        'l' => (((t.Hour + 11) % 12) + 1).ToString(CultureInfo.InvariantCulture).PadLeft(2),
        'm' => N(t.Month, 2),
        'M' => N(t.Minute, 2),
        'n' => "\n",
        'p' => t.Hour < 12 ? "AM" : "PM",
        'P' => t.Hour < 12 ? "am" : "pm",
        'r' => $"{N(((t.Hour + 11) % 12) + 1, 2)}:{N(t.Minute, 2)}:{N(t.Second, 2)} {(t.Hour < 12 ? "AM" : "PM")}",
        'R' => $"{N(t.Hour, 2)}:{N(t.Minute, 2)}",
        's' => ((long)(new DateTime(t.Year, t.Month, t.Day, t.Hour, t.Minute, t.Second) - (t.Offset ?? TimeZoneInfo.Local.BaseUtcOffset) - DateTime.UnixEpoch).TotalSeconds).ToString(CultureInfo.InvariantCulture),
        'S' => N(t.Second, 2),
        't' => "\t",
        'T' or 'X' => $"{N(t.Hour, 2)}:{N(t.Minute, 2)}:{N(t.Second, 2)}",
        'u' => N(t.WeekDay + 1, 1),
        'U' => N((t.YearDay + 6 - ((t.WeekDay + 1) % 7)) / 7, 2),
        'V' => N(Iso(t).Week, 2),
        'w' => N((t.WeekDay + 1) % 7, 1),
        'W' => N((t.YearDay + 6 - t.WeekDay) / 7, 2),
        'y' => N(t.Year % 100, 2),
        'Y' => t.Year.ToString(CultureInfo.InvariantCulture),
        'z' => OffsetText(t.Offset, ""),
        'Z' => t.ZoneName ?? "",
        '%' => "%",
        _ => "%" + directive,
    };

    private static (int Year, int Week) Iso(TimeFields t)
    {
        var date = new DateTime(t.Year, t.Month, t.Day);
        return (ISOWeek.GetYear(date), ISOWeek.GetWeekOfYear(date));
    }

    /// <summary>A UTC offset: <c>+0200</c>, with seconds where it has some; empty for none.</summary>
    public static string OffsetText(TimeSpan? offset, string separator)
    {
        if (offset is not { } value)
            return "";
        var sign = value < TimeSpan.Zero ? "-" : "+";
        value = value.Duration();
        var text = $"{sign}{value.Hours + (value.Days * 24):00}{separator}{value.Minutes:00}";
        var micro = value.Ticks % 10_000_000 / 10;
        if (value.Seconds != 0 || micro != 0)
            text += $"{separator}{value.Seconds:00}";
        return micro != 0 ? $"{text}.{micro:000000}" : text;
    }
}

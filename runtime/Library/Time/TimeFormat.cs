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
            var end = i + 1;
            while (end < format.Length && format[end] is '-' or '_' or '0' or '^' or '#')
                end++;
            var flags = format[(i + 1)..end];
            while (end < format.Length && char.IsAsciiDigit(format[end]))
                end++;
            var width = end - i - 1 - flags.Length is > 0 and < 5 and var digits ? int.Parse(format.AsSpan(end - digits, digits), CultureInfo.InvariantCulture) : 0;
            if (end + 1 < format.Length && format[end] == ':' && format[end + 1] == 'z')
                text.Append(OffsetText(t.Offset, ":"));
            else if (end < format.Length && Directive(format[end], t) is var value && value != "%" + format[end])
            {
                text.Append(Flagged(flags, width, format[end], value));
                i = end;
                continue;
            }
            else
            {
                // What is no directive stays as it is.
                text.Append(format.AsSpan(i, Math.Min(end + 1, format.Length) - i));
                i = end;
                continue;
            }
            i = end + 1;
        }
        return text.ToString();
    }

    /// <summary>A value as the flags and the width before a directive want it, as the C library of Linux has them.</summary>
    private static string Flagged(string flags, int width, char directive, string value)
    {
        var isNumber = "CdegGHIjklmMSsuUVwWyY".Contains(directive, StringComparison.Ordinal);
        var padding = isNumber && directive is not ('e' or 'k' or 'l') ? '0' : ' ';
        foreach (var flag in flags)
        {
            if (flag is '^' or '#')
                value = flag == '#' && directive is 'p' or 'Z' ? value.ToLowerInvariant() : value.ToUpperInvariant();
            else
                padding = flag == '_' ? ' ' : flag == '0' ? '0' : '-';
        }
        if (isNumber && flags.Length > 0)
        {
            var digits = value.TrimStart('0', ' ') is { Length: > 0 } trimmed ? trimmed : "0";
            value = padding == '-' ? digits : digits.PadLeft(value.Length, padding);
        }
        return padding == '-' ? value : value.PadLeft(width, padding);
    }

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
        's' => ((long)(new DateTime(t.Year, t.Month, t.Day, t.Hour, t.Minute, t.Second) - (t.Offset ?? TimeSpan.FromSeconds(LocalZone.AtLocal(new DateTime(t.Year, t.Month, t.Day, t.Hour, t.Minute, t.Second), 0).Offset)) - DateTime.UnixEpoch).TotalSeconds).ToString(CultureInfo.InvariantCulture),
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

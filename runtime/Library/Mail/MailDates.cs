using System.Globalization;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>Dates as mail writes them. See <see href="https://docs.python.org/3.13/library/email.utils.html#email.utils.parsedate">parsedate</see>.</summary>
internal static class MailDates
{
    private static readonly string[] s_months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] s_days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private static readonly Dictionary<string, int> s_zones = new()
    {
        ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["Z"] = 0, ["AST"] = -400, ["ADT"] = -300, ["EST"] = -500, ["EDT"] = -400,
        ["CST"] = -600, ["CDT"] = -500, ["MST"] = -700, ["MDT"] = -600, ["PST"] = -800, ["PDT"] = -700,
    };

    private static int? Number(string text) => int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>Year, month, day, hour, minute, second and the zone's seconds east of UTC; null if it is no date.</summary>
    /// <param name="zone">Null where the text names none, or one that means nothing.</param>
    public static int[]? Parse(string text, out int? zone)
    {
        zone = null;
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count == 0)
            return null;
        if (words[0].EndsWith(',') || s_days.Contains(words[0].ToLowerInvariant()))
        {
            words.RemoveAt(0);
        }
        else if (words[0].LastIndexOf(',') is >= 0 and var comma)
        {
            words[0] = words[0][(comma + 1)..];
        }
        if (words.Count == 3 && words[0].Split('-') is [var a, var b, var c])
            words = [a, b, c, .. words[1..]];
        if (words.Count == 4)
        {
            var sign = words[3].IndexOf('+', StringComparison.Ordinal);
            if (sign < 0)
                sign = words[3].IndexOf('-', StringComparison.Ordinal);
            if (sign > 0)
                words = [.. words[..3], words[3][..sign], words[3][sign..]];
            else
                words.Add("");
        }
        if (words.Count < 5)
            return null;
        var (day, monthName, year, time, zoneName) = (words[0], words[1].ToLowerInvariant(), words[2], words[3], words[4]);
        if (day.Length == 0 || monthName.Length == 0 || year.Length == 0)
            return null;
        var month = Array.IndexOf(s_months, monthName) + 1;
        if (month == 0)
        {
            (day, monthName) = (monthName, day.ToLowerInvariant());
            month = Array.IndexOf(s_months, monthName) + 1;
            if (month == 0)
                return null;
        }
        if (month > 12)
            month -= 12;
        day = day.TrimEnd(',');
        if (year.IndexOf(':', StringComparison.Ordinal) > 0)
            (year, time) = (time, year);
        if (year.EndsWith(','))
            year = year[..^1];
        if (year.Length == 0 || !char.IsAsciiDigit(year[0]))
            (year, zoneName) = (zoneName, year);
        if (time.EndsWith(','))
            time = time[..^1];
        var parts = time.Split(':');
        if (parts.Length == 1 && time.Contains('.', StringComparison.Ordinal))
            parts = time.Split('.');
        if (parts.Length is not (2 or 3) || Number(year) is not { } y || Number(day) is not { } d || Number(parts[0]) is not { } hour || Number(parts[1]) is not { } minute
            || (parts.Length == 3 ? Number(parts[2]) : 0) is not { } second)
            return null;
        if (y < 100)
            y += y > 68 ? 1900 : 2000;
        zone = Zone(zoneName);
        return [y, month, d, hour, minute, second];
    }

    private static int? Zone(string name)
    {
        var upper = name.ToUpperInvariant();
        int? offset = s_zones.TryGetValue(upper, out var known) ? known : Number(name);
        if (offset == 0 && name.StartsWith('-'))
            offset = null;
        if (offset is not { } given)
            return null;
        var (sign, size) = (given < 0 ? -1 : 1, Math.Abs(given));
        return sign * ((size / 100 * 3600) + (size % 100 * 60));
    }

    /// <summary>The ten parts that <c>parsedate_tz</c> gives.</summary>
    /// <param name="assume">Whether a date without a zone is taken for one of UTC.</param>
    public static Any Tuple(Any text, bool assume)
    {
        if (!text.Truth)
            return Any.None;
        if (Parse(Operators.Str(text), out var zone) is not { } p)
            return Any.None;
        return PyTuple.Of(p[0], p[1], p[2], p[3], p[4], p[5], 0, 1, -1, zone is { } z ? z : assume ? 0 : Any.None);
    }

    private static Any Class(string name) => Modules.Import("datetime").Get(name);

    public static Any ToDateTime(Any text)
    {
        var parts = Tuple(text, assume: false);
        if (parts.IsNone)
            throw new ValueError($"Invalid date value or format \"{Operators.Str(text)}\"");
        var arguments = new Arguments { parts[0], parts[1], parts[2], parts[3], parts[4], parts[5] };
        if (!parts[9].IsNone)
            arguments.Add("tzinfo", Class("timezone").Call(Class("timedelta").Call(new Arguments { { "seconds", parts[9] } })));
        return Class("datetime").Call(arguments);
    }

    /// <summary>A time of the epoch, of ten parts.</summary>
    public static Any MakeTime(Any parts)
    {
        var time = Modules.Import("time");
        if (parts[9].IsNone)
            return time.Invoke("mktime", parts[new PySlice(Any.None, 8, Any.None)] + PyTuple.Of(-1));
        return Modules.Import("calendar").Invoke("timegm", parts) - parts[9];
    }

    public static string Format(Any date, bool gmt)
    {
        var utc = Class("timezone").Get("utc");
        if (gmt && !Operators.Equal(date.Get("tzinfo"), utc))
            throw new ValueError("usegmt option requires a UTC datetime");
        var zone = gmt ? "GMT" : date.Get("tzinfo").IsNone ? "-0000" : Operators.Str(date.Invoke("strftime", "%z"));
        var (day, month) = (s_days[Lib.Int(date.Invoke("weekday"))], s_months[Lib.Int(date.Get("month")) - 1]);
        return string.Create(CultureInfo.InvariantCulture,
            $"{char.ToUpperInvariant(day[0])}{day[1..]}, {Lib.Int(date.Get("day")):00} {char.ToUpperInvariant(month[0])}{month[1..]} {Lib.Int(date.Get("year")):0000} {Lib.Int(date.Get("hour")):00}:{Lib.Int(date.Get("minute")):00}:{Lib.Int(date.Get("second")):00} {zone}");
    }

    public static string Now(Any seconds, bool local, bool gmt)
    {
        var date = Class("datetime").Invoke("fromtimestamp", seconds.IsNone ? Modules.Import("time").Invoke("time") : seconds, Class("timezone").Get("utc"));
        if (local)
            date = date.Invoke("astimezone");
        else if (!gmt)
            date = date.Invoke("replace", new Arguments { { "tzinfo", Any.None } });
        return Format(date, gmt && !local);
    }

    public static Any Local(Any date) => (date.IsNone ? Class("datetime").Invoke("now") : date).Invoke("astimezone");
}

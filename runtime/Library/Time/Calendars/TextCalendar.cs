using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Calendars;

/// <summary>The class <see href="https://docs.python.org/3.13/library/calendar.html#calendar.TextCalendar">calendar.TextCalendar</see>.</summary>
internal static class TextCalendar
{
    public static readonly PyType Type = new ClassMaker("TextCalendar", "calendar")
        .Method("prweek", "self, theweek, width", static a => Print(a[0].Invoke("formatweek", a[1], a[2]), ""))
        .Method("formatday", "self, day, weekday, width", static a => Str.Center(a[1] == 0 ? "" : $"{Lib.Int(a[1]),2}", Lib.Int(a[3])))
        .Method("formatweek", "self, theweek, width", static a => string.Join(" ", Operators.ToList(a[1]).Select(d => Operators.Str(a[0].Invoke("formatday", d[0], d[1], a[2])))))
        .Method("formatweekday", "self, day, width", static a => WeekDay(Lib.Int(a[1]), Lib.Int(a[2])))
        .Method("formatweekheader", "self, width", static a => string.Join(" ", Operators.ToList(a[0].Invoke("iterweekdays")).Select(d => Operators.Str(a[0].Invoke("formatweekday", d, a[1])))))
        .Method("formatmonthname", "self, theyear, themonth, width, withyear=True", static a => MonthName(a))
        .Method("prmonth", "self, theyear, themonth, w=0, l=0", static a => Print(a[0].Invoke("formatmonth", new Arguments { a[1], a[2], a[3], a[4] }), ""))
        .Method("formatmonth", "self, theyear, themonth, w=0, l=0", static a => Month(a[0], a[1], a[2], Math.Max(2, Lib.Int(a[3])), Math.Max(1, Lib.Int(a[4]))))
        .Method("formatyear", "self, theyear, w=2, l=1, c=6, m=3", static a => Year(a[0], a[1], Math.Max(2, Lib.Int(a[2])), Math.Max(1, Lib.Int(a[3])), Math.Max(2, Lib.Int(a[4])), (int)Lib.Int(a[5])))
        .Method("pryear", "self, theyear, w=0, l=0, c=6, m=3", static a => Print(a[0].Invoke("formatyear", new Arguments { a[1], a[2], a[3], a[4], a[5] }), ""))
        .Make(CalendarTypes.Calendar);

    private static Any Print(Any text, string end)
    {
        Modules.Import("sys").Get("stdout").Invoke("write", Operators.Str(text) + end);
        return Any.None;
    }

    private static string WeekDay(long day, long width)
    {
        var name = width >= 9 ? CalendarDates.Days[(int)day] : CalendarDates.Days[(int)day][..3];
        return Str.Center(name[..(int)Math.Min(width, name.Length)], width);
    }

    private static string MonthName(Any[] a)
    {
        if (!(a[2] >= 1 && a[2] <= 12))
            throw new CalendarError(CalendarDates.IllegalMonth, a[2]);
        var name = CalendarDates.Months[(int)Lib.Int(a[2])];
        return Str.Center(a[4].Truth ? $"{name} {Operators.Str(a[1])}" : name, Lib.Int(a[3]));
    }

    private static string Lines(long count) => new('\n', (int)count);

    private static string Month(Any self, Any year, Any month, long width, long lines)
    {
        var text = new System.Text.StringBuilder();
        text.Append(Str.RStrip(Operators.Str(self.Invoke("formatmonthname", new Arguments { year, month, (7 * (width + 1)) - 1 })))).Append(Lines(lines));
        text.Append(Str.RStrip(Operators.Str(self.Invoke("formatweekheader", width)))).Append(Lines(lines));
        foreach (var week in self.Invoke("monthdays2calendar", year, month))
            text.Append(Str.RStrip(Operators.Str(self.Invoke("formatweek", week, width)))).Append(Lines(lines));
        return text.ToString();
    }

    private static string Columns(IEnumerable<string> parts, long width, long spacing)
        => string.Join(new string(' ', (int)spacing), parts.Select(p => Str.Center(p, width)));

    private static string Year(Any self, Any year, long width, long lines, long spacing, int across)
    {
        var column = ((width + 1) * 7) - 1;
        var text = new System.Text.StringBuilder();
        text.Append(Str.RStrip(Str.Center(Operators.Str(year), (column * across) + (spacing * (across - 1))))).Append(Lines(lines));
        var header = Operators.Str(self.Invoke("formatweekheader", width));
        var rows = Operators.ToList(self.Invoke("yeardays2calendar", year, across));
        for (var i = 0; i < rows.Count; i++)
        {
            var months = Operators.ToList(rows[i]);
            var first = (across * i) + 1;
            text.Append(Lines(lines));
            text.Append(Str.RStrip(Columns(months.Select((_, k) => Operators.Str(self.Invoke("formatmonthname", new Arguments { year, first + k, column, false }))), column, spacing))).Append(Lines(lines));
            text.Append(Str.RStrip(Columns(months.Select(_ => header), column, spacing))).Append(Lines(lines));
            var height = months.Max(static m => Operators.Len(m));
            for (var j = 0; j < height; j++)
            {
                var weeks = months.Select(m => j < Operators.Len(m) ? Operators.Str(self.Invoke("formatweek", m[j], width)) : "");
                text.Append(Str.RStrip(Columns(weeks, column, spacing))).Append(Lines(lines));
            }
        }
        return text.ToString();
    }
}

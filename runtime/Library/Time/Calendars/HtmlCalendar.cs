using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Calendars;

/// <summary>The class <see href="https://docs.python.org/3.13/library/calendar.html#calendar.HTMLCalendar">calendar.HTMLCalendar</see>.</summary>
internal static class HtmlCalendar
{
    private static readonly string[] s_styles = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static readonly PyType Type = new ClassMaker("HTMLCalendar", "calendar")
        .Attribute("cssclasses", Lib.List(s_styles)).Attribute("cssclasses_weekday_head", Lib.List(s_styles))
        .Attribute("cssclass_noday", "noday").Attribute("cssclass_month_head", "month").Attribute("cssclass_month", "month")
        .Attribute("cssclass_year_head", "year").Attribute("cssclass_year", "year")
        .Method("formatday", "self, day, weekday", static a => a[1] == 0
            ? $"<td class=\"{S(a[0], "cssclass_noday")}\">&nbsp;</td>"
            : $"<td class=\"{Operators.Str(a[0].Get("cssclasses")[a[2]])}\">{Operators.Str(a[1])}</td>")
        .Method("formatweek", "theweek", static (self, week) => $"<tr>{string.Concat(Operators.ToList(week).Select(d => Operators.Str(self.Invoke("formatday", d[0], d[1]))))}</tr>")
        .Method("formatweekday", "day", static (self, day) => $"<th class=\"{Operators.Str(self.Get("cssclasses_weekday_head")[day])}\">{CalendarDates.Days[(int)Lib.Int(day)][..3]}</th>")
        .Method("formatweekheader", static self => $"<tr>{string.Concat(Operators.ToList(self.Invoke("iterweekdays")).Select(d => Operators.Str(self.Invoke("formatweekday", d))))}</tr>")
        .Method("formatmonthname", "self, theyear, themonth, withyear=True", static a =>
        {
            if (!(a[2] >= 1 && a[2] <= 12))
                throw new CalendarError(CalendarDates.IllegalMonth, a[2]);
            var name = CalendarDates.Months[(int)Lib.Int(a[2])];
            return $"<tr><th colspan=\"7\" class=\"{S(a[0], "cssclass_month_head")}\">{(a[3].Truth ? $"{name} {Operators.Str(a[1])}" : name)}</th></tr>";
        })
        .Method("formatmonth", "self, theyear, themonth, withyear=True", static a => Month(a[0], a[1], a[2], a[3]))
        .Method("formatyear", "self, theyear, width=3", static a => Year(a[0], a[1], Math.Max(1, (int)Lib.Int(a[2]))))
        .Method("formatyearpage", "self, theyear, width=3, css='calendar.css', encoding=None", static a => Page(a[0], a[1], a[2], a[3], a[4].IsNone ? "utf-8" : a[4]))
        .Make(CalendarTypes.Calendar);

    private static string S(Any self, string attribute) => Operators.Str(self.Get(attribute));

    private static string Month(Any self, Any year, Any month, Any withYear)
    {
        var lines = new List<string>
        {
            $"<table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"{S(self, "cssclass_month")}\">",
            Operators.Str(self.Invoke("formatmonthname", new Arguments { year, month, { "withyear", withYear } })),
            Operators.Str(self.Invoke("formatweekheader")),
        };
        foreach (var week in self.Invoke("monthdays2calendar", year, month))
            lines.Add(Operators.Str(self.Invoke("formatweek", week)));
        lines.Add("</table>");
        return string.Join("\n", lines) + "\n";
    }

    private static string Year(Any self, Any year, int width)
    {
        var text = new System.Text.StringBuilder();
        text.Append($"<table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"{S(self, "cssclass_year")}\">\n");
        text.Append($"<tr><th colspan=\"{width}\" class=\"{S(self, "cssclass_year_head")}\">{Operators.Str(year)}</th></tr>");
        for (var first = 1; first <= 12; first += width)
        {
            text.Append("<tr>");
            for (var month = first; month < Math.Min(first + width, 13); month++)
                text.Append("<td>").Append(Operators.Str(self.Invoke("formatmonth", new Arguments { year, month, { "withyear", false } }))).Append("</td>");
            text.Append("</tr>");
        }
        return text.Append("</table>").ToString();
    }

    /// <summary>A year as a document of its own.</summary>
    private static Any Page(Any self, Any year, Any width, Any css, Any encoding)
    {
        var (name, style) = (Operators.Str(encoding), css.IsNone ? "" : $"<link rel=\"stylesheet\" type=\"text/css\" href=\"{Operators.Str(css)}\" />\n");
        Any text = $"<?xml version=\"1.0\" encoding=\"{name}\"?>\n"
            + "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">\n<html>\n<head>\n"
            + $"<meta http-equiv=\"Content-Type\" content=\"text/html; charset={name}\" />\n{style}<title>Calendar for {Operators.Str(year)}</title>\n</head>\n<body>\n"
            + Operators.Str(self.Invoke("formatyear", year, width)) + "</body>\n</html>\n";
        return text.Invoke("encode", encoding, "xmlcharrefreplace");
    }
}

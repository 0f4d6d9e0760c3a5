using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Calendars;

/// <summary>The module <see href="https://docs.python.org/3.13/library/calendar.html">calendar</see>.</summary>
internal static class CalendarModule
{
    public static PyModule Build()
    {
        var text = ((Any)TextCalendar.Type).Call();
        var module = new PyModule("calendar")
            .Type(CalendarTypes.Calendar).Type(TextCalendar.Type).Type(HtmlCalendar.Type).Type(LocaleCalendars.Text).Type(LocaleCalendars.Html).Type(CalendarDates.IllegalMonth).Type(CalendarDates.IllegalWeekday)
            .Value("EPOCH", 1970).Value("month_name", Lib.List(CalendarDates.Months)).Value("month_abbr", Lib.List(CalendarDates.Months.Select(static m => m[..Math.Min(3, m.Length)])))
            .Value("day_name", Lib.List(CalendarDates.Days)).Value("day_abbr", Lib.List(CalendarDates.Days.Select(static d => d[..3])))
            .Function("isleap", "year", static (Any[] a) => CalendarDates.IsLeap(Lib.Int(a[0])))
            .Function("leapdays", "y1, y2", static (first, second) => Leaps(Lib.Int(second) - 1) - Leaps(Lib.Int(first) - 1))
            .Function("weekday", "year, month, day", static a => Day(CalendarDates.WeekDay(Lib.Int(a[0]), Lib.Int(a[1]), Lib.Int(a[2]))))
            .Function("monthrange", "year, month", static (year, month) => CalendarDates.MonthRange(Lib.Int(year), Lib.Int(month)) is var (first, count) ? PyTuple.Of(Day(first), count) : Any.None)
            .Function("timegm", "tuple", static (Any[] a) => Seconds(a[0]))
            .Function("firstweekday", "", _ => text.Invoke("getfirstweekday"))
            .Function("setfirstweekday", "firstweekday", (Any[] a) => a[0] >= 0 && a[0] <= 6 ? text.Invoke("setfirstweekday", a[0]) : throw new CalendarError(CalendarDates.IllegalWeekday, a[0]))
            .Function("format", "cols, colwidth=20, spacing=6", static a => Write(Columns(a) + "\n"))
            .Function("formatstring", "cols, colwidth=20, spacing=6", static a => Columns(a));
        foreach (var (name, method) in (ReadOnlySpan<(string, string)>)[("monthcalendar", "monthdayscalendar"), ("prweek", "prweek"), ("week", "formatweek"), ("weekheader", "formatweekheader"), ("prmonth", "prmonth"), ("month", "formatmonth"), ("calendar", "formatyear"), ("prcal", "pryear")])
            module.Value(name, text.Get(method));
        Enumerations(module);
        return module.Value("__getattr__", new PyFunction("__getattr__", "name", static (Any name) => Deprecated(Operators.Str(name))) { Module = "calendar" });
    }

    private static Any Deprecated(string name)
    {
        if (name is not ("January" or "February"))
            throw new AttributeError($"module 'calendar' has no attribute '{name}'", name, Modules.Import("calendar"));
        Warnings.Issue(DeprecationWarning.Type, $"The '{name}' attribute is deprecated, use '{name.ToUpperInvariant()}' instead");
        return name == "January" ? 1 : 2;
    }

    private static readonly Any s_day = Enumeration("Day", CalendarDates.Days, 0);

    private static Any Day(int day) => s_day.Call(day);

    private static Any Enumeration(string name, string[] members, int first)
    {
        var values = new PyDict<Any, Any>();
        for (var i = 0; i < members.Length; i++)
            values[members[i].ToUpperInvariant()] = first + i;
        var made = ((Any)EnumModule.IntEnum).Call(new Arguments { name, values, { "module", "calendar" } });
        ((PyType)made.Ref!).Define("__repr__", new PyFunction(name + ".__repr__", "self", static (Any self) => "calendar." + Operators.Str(self.Get("name"))));
        return made;
    }

    private static void Enumerations(PyModule module)
    {
        var months = Enumeration("Month", CalendarDates.Months[1..], 1);
        module.Value("Day", s_day).Value("Month", months);
        foreach (var member in s_day)
            module.Value(Operators.Str(member.Get("name")), member);
        foreach (var member in months)
            module.Value(Operators.Str(member.Get("name")), member);
    }

    private static long Leaps(long year) => FloorDiv(year, 4) - FloorDiv(year, 100) + FloorDiv(year, 400);

    private static long FloorDiv(long a, long b) => (long)PyInt.FloorDiv(a, b);

    private static Any Seconds(Any tuple)
    {
        var parts = Operators.ToList(tuple).Take(6).ToArray();
        var days = new PyDate(PyDate.Day(Lib.Int(parts[0]), Lib.Int(parts[1]), 1)).Ordinal - new PyDate(new DateOnly(1970, 1, 1)).Ordinal + parts[2] - 1;
        return (((((days * 24) + parts[3]) * 60) + parts[4]) * 60) + parts[5];
    }

    private static string Columns(Any[] a)
        => string.Join(new string(' ', (int)Lib.Int(a[2])), Operators.ToList(a[0]).Select(c => Str.Center(Operators.Str(c), Lib.Int(a[1]))));

    private static Any Write(string text)
    {
        Modules.Import("sys").Get("stdout").Invoke("write", text);
        return Any.None;
    }
}

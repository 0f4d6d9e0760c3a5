using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Calendars;

/// <summary>calendar: texts, HTML, days of months and weeks.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("calendars.py", args, Run);

    public static void T(Any f, PyTuple a, PyDict<Any, Any> k)
    {
        try
        {
            Print(Repr(f.Call(new Arguments { new Star(a), new StarStar(k) })));
        }
        catch (BaseException e)
        {
            Print(PyType.Of(e).Name, e, IsInstance(e, ValueError.Type));
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any calendar = Modules.Import("calendar");
        Any datetime = Modules.Import("datetime");
        Print(calendar.Get("month").Call(2024, 2));
        Print(calendar.Get("calendar").Call(2024));
        Print(calendar.Get("month").Call(new Arguments { 2023, 10, { "w", 4 }, { "l", 2 } }));
        calendar.Get("prmonth").Call(2020, 5);
        calendar.Get("prcal").Call(new Arguments { 1999, { "w", 3 }, { "l", 1 }, { "c", 2 }, { "m", 4 } });
        Print(calendar.Get("TextCalendar").Call(6).Invoke("formatmonth", 2024, 9));
        Print(calendar.Get("TextCalendar").Call(6).Invoke("formatyear", new Arguments { 2021, { "m", 2 } }));
        Print(calendar.Get("HTMLCalendar").Call(6).Invoke("formatmonth", 2024, 2));
        Print(Len(calendar.Get("HTMLCalendar").Call().Invoke("formatyear", 2024)), calendar.Get("HTMLCalendar").Call().Invoke("formatyear", 2024, 4)[new PySlice(Any.None, 300, Any.None)]);
        foreach (var (y, m) in (PyList<(PyInt, PyInt)>)[((PyInt)2024, (PyInt)2), ((PyInt)2023, (PyInt)2), ((PyInt)1900, (PyInt)2), ((PyInt)2000, (PyInt)12), ((PyInt)1, (PyInt)1), ((PyInt)9999, (PyInt)12)])
        {
            T(calendar.Get("monthrange"), PyTuple.Of(y, m), new PyDict<Any, Any>());
            T(calendar.Get("monthcalendar"), PyTuple.Of(y, m), new PyDict<Any, Any>());
        }
        T(calendar.Get("monthrange"), PyTuple.Of(2020, 13), new PyDict<Any, Any>());
        T(calendar.Get("monthrange"), PyTuple.Of(2020, 0), new PyDict<Any, Any>());
        T(calendar.Get("setfirstweekday"), PyTuple.Of(7), new PyDict<Any, Any>());
        T(calendar.Get("weekday"), PyTuple.Of(2024, 2, 30), new PyDict<Any, Any>());
        T(calendar.Get("weekday"), PyTuple.Of(2024, 2, 29), new PyDict<Any, Any>());
        T(calendar.Get("weekday"), PyTuple.Of(12024, 2, 29), new PyDict<Any, Any>());
        Print(new PyList<Any>(new PyInt[] { 1900, 2000, 2023, 2024 }.Select(y => calendar.Get("isleap").Call(y))), calendar.Get("leapdays").Call(1900, 2025), new PyList<Any>(Sequences.Of(calendar.Get("month_name"))), new PyList<Any>(Sequences.Of(calendar.Get("day_abbr"))), calendar.Get("month_abbr")[3], calendar.Get("day_name")[-1], calendar.Get("timegm").Call(PyTuple.Of(2020, 1, 2, 3, 4, 5)), calendar.Get("timegm").Call(datetime.Get("datetime").Call(1969, 12, 31).Invoke("timetuple")));
        Any c = calendar.Get("Calendar").Call(3);
        Print(new PyList<Any>(Sequences.Of(c.Invoke("iterweekdays"))), new PyList<Any>(Sequences.Of(c.Invoke("itermonthdays", 2024, 3))), new PyList<Any>(Sequences.Of(c.Invoke("itermonthdays2", 2024, 3))).Slice(0, 9), new PyList<Any>(Sequences.Of(c.Invoke("itermonthdays3", 2024, 1))).Slice(0, 3), new PyList<Any>(Sequences.Of(c.Invoke("itermonthdays4", 2024, 12))).Slice(-3), new PyList<Any>(Sequences.Of(c.Invoke("itermonthdates", 2024, 3))).Slice(0, 2), c.Invoke("monthdayscalendar", 2024, 3), c.Invoke("monthdays2calendar", 2024, 3)[0], c.Invoke("monthdatescalendar", 2024, 3)[0][0], Len(c.Invoke("yeardayscalendar", 2024)), c.Invoke("yeardayscalendar", 2024, 4)[0][0][0], c.Get("firstweekday"), c.Invoke("getfirstweekday"));
        calendar.Get("setfirstweekday").Call(calendar.Get("SUNDAY"));
        Print(calendar.Get("firstweekday").Call(), calendar.Get("month").Call(2024, 2), calendar.Get("weekheader").Call(3), calendar.Get("weekheader").Call(10));
        Print(calendar.Get("MONDAY"), Repr(calendar.Get("JANUARY")), calendar.Get("Month").Call(3), calendar.Get("Day").Get("FRIDAY"), Repr(calendar.Get("weekday").Call(2024, 5, 5)));
        Any my = ClassBuilder.Build("My", "My", "__main__", new Arguments { calendar.Get("TextCalendar") }, ns =>
        {
            Any Formatday(Any self, Any day, Any weekday, Any width)
            {
                return (weekday == 6 ? (Any)"*" : (Any)ToStr(day)).Invoke("rjust", width);
            }
            ns["formatday"] = new PyFunction("My.formatday", "self, day, weekday, width", (Any[] a) => Formatday(a[0], a[1], a[2], a[3]));
        });
        Print(my.Call().Invoke("formatmonth", 2024, 2));
        calendar.Get("format").Call((PyList<Any>)["a", "b"], 4, 2);
        Print(Repr(calendar.Get("formatstring").Call((PyList<Any>)["a", "b"], 4, 2)));

        Any warnings = Modules.Import("warnings");
        Print(Operators.Compare(Comparison.Eq, calendar.Get("LocaleTextCalendar").Call(6).Invoke("formatmonth", 2024, 2), calendar.Get("TextCalendar").Call(6).Invoke("formatmonth", 2024, 2)), calendar.Get("LocaleHTMLCalendar").Call(new Arguments { { "locale", "C" } }).Invoke("formatweekheader")[new PySlice(Any.None, 60, Any.None)]);
        var manager = Context.Of(warnings.Get("catch_warnings").Call(new Arguments { { "record", true } }));
        Any entered = manager.Enter();
        try
        {
            Any seen = entered;
            warnings.Get("simplefilter").Call("always");
            Print(calendar.Get("January"), seen[0].Get("message"));
        }
        catch (BaseException error)
        {
            if (!manager.Exit(error))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
        try
        {
            calendar.Get("March");
        }
        catch (AttributeError e)
        {
            Print(e);
        }
    }
}

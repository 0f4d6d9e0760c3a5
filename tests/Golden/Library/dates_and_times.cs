using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace DatesAndTimes;

/// <summary>datetime: pickled state, derived classes, times that come twice, local time, formats with widths, warnings.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("dates_and_times.py");
    internal static Any Doc = "datetime: pickled state, derived classes, times that come twice, local time, formats with widths, warnings.";
    internal static Any Copy = Any.Unbound;
    internal static Any Os = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Any Time = Any.Unbound;
    internal static Any Warnings = Any.Unbound;
    internal static Any Date = Any.Unbound;
    internal static Any Datetime = Any.Unbound;
    internal static Any Clock = Any.Unbound;
    internal static Any Timedelta = Any.Unbound;
    internal static Any Timezone = Any.Unbound;
    internal static Any Tzinfo = Any.Unbound;
    internal static Any Value = Any.Unbound;
    internal static Any Call_ = Any.Unbound;
    internal static Any E = Any.Unbound;
    internal static Any Marked = Any.Unbound;
    internal static Any M = Any.Unbound;
    internal static Any Other = Any.Unbound;
    internal static Any Twice = Any.Unbound;
    internal static Any T = Any.Unbound;
    internal static string Text = default!;
    internal static Any Seen = Any.Unbound;
    internal static Any W = Any.Unbound;
    internal static string Zone = default!;
    internal static Any Local = Any.Unbound;
    internal static PyTuple Fields = default!;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "dates_and_times.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("copy", () => Copy, value => Copy = value)
        .Variable("os", () => Os, value => Os = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("time", () => Time, value => Time = value)
        .Variable("warnings", () => Warnings, value => Warnings = value)
        .Variable("date", () => Date, value => Date = value)
        .Variable("datetime", () => Datetime, value => Datetime = value)
        .Variable("clock", () => Clock, value => Clock = value)
        .Variable("timedelta", () => Timedelta, value => Timedelta = value)
        .Variable("timezone", () => Timezone, value => Timezone = value)
        .Variable("tzinfo", () => Tzinfo, value => Tzinfo = value)
        .Variable("value", () => Value, value => Value = value)
        .Variable("call", () => Call_, value => Call_ = value)
        .Variable("e", () => E, value => E = value)
        .Variable("Marked", () => Marked, value => Marked = value)
        .Variable("m", () => M, value => M = value)
        .Variable("other", () => Other, value => Other = value)
        .Variable("Twice", () => Twice, value => Twice = value)
        .Variable("t", () => T, value => T = value)
        .Variable("text", () => Text, value => Text = value.As<string>())
        .Variable("seen", () => Seen, value => Seen = value)
        .Variable("w", () => W, value => W = value)
        .Variable("zone", () => Zone, value => Zone = value.As<string>())
        .Variable("local", () => Local, value => Local = value)
        .Variable("fields", () => Fields, value => Fields = value.As<PyTuple>());

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("dates_and_times.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Copy = Modules.Import("copy");
        Os = Modules.Import("os");
        Pickle = Modules.Import("pickle");
        Time = Modules.Import("time");
        Warnings = Modules.Import("warnings");
        Date = Modules.ImportFrom("datetime", "date");
        Datetime = Modules.ImportFrom("datetime", "datetime");
        Clock = Modules.ImportFrom("datetime", "time");
        Timedelta = Modules.ImportFrom("datetime", "timedelta");
        Timezone = Modules.ImportFrom("datetime", "timezone");
        Tzinfo = Modules.ImportFrom("datetime", "tzinfo");

        foreach (var item in new Any[] { Date.Call(2024, 2, 29), Datetime.Call(new Arguments { 2024, 10, 27, 2, 30, 5, 7, { "fold", 1 } }), Clock.Call(23, 59, 1), Datetime.Call(new Arguments { 2020, 1, 1, { "tzinfo", Timezone.Get("utc") } }) })
        {
            Value = item;
            Print(Value.Invoke("__reduce_ex__", 4), Value.Invoke("__reduce__"), Operators.Compare(Comparison.Eq, Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Value)), Value), Operators.Compare(Comparison.Eq, Copy.Get("copy").Call(Value), Value));
        }
        Print(Date.Call(PyBytes.FromLatin1("\u0007è\u0002\u001D")), Datetime.Call(PyBytes.FromLatin1("\u0007è\u008A\u001B\u0002\u001E\u0005\0\0\u0007"), Timezone.Get("utc")).Get("fold"), Clock.Call(PyBytes.FromLatin1("\u0017;\u0001\0\0\0")));
        foreach (var item2 in new Any[] { new PyFunction("<lambda>", "", () => Date.Call(2024)), new PyFunction("<lambda>", "", () => Datetime.Call(2024, 1)), new PyFunction("<lambda>", "", () => Datetime.Call(Builtins.Get("bytes").Call((PyList<Any>)[1] * 10), "EST")), new PyFunction("<lambda>", "", () => Date.Call(PyBytes.FromLatin1("\u0007è\r\u001D"))), new PyFunction("<lambda>", "", () => Timezone.Get("utc").Invoke("utcoffset", 3)), new PyFunction("<lambda>", "", () => Timedelta.Call(1) / "x"), new PyFunction("<lambda>", "", () => Datetime.Invoke("fromisoformat", "2024-01-01T12:3045")), new PyFunction("<lambda>", "", () => Datetime.Invoke("strptime", "-2400", "%z")) })
        {
            Call_ = item2;
            try
            {
                Print(Call_.Call());
            }
            catch (PyException caught)
            {
                E = caught;
                Print(PyType.Of(E).Name, E);
                E = Any.Unbound;
            }
        }

        Any markedClass = Any.Unbound;
        markedClass = ClassBuilder.Build("Marked", "Marked", "__main__", new Arguments { Datetime }, ns =>
        {
            Any New(Any cls, PyTuple args, PyDict<Any, Any> kwargs)
            {
                Any made = ((Any)new Super(markedClass.As<PyType>(), cls)).Invoke("__new__", new Arguments { cls, new Star(args), new StarStar(kwargs) });
                made.Set("extra", 7);
                return made;
            }
            ns["__new__"] = new StaticMethod(new PyFunction("Marked.__new__", "cls, *args, **kwargs", (Any[] a) => New(a[0], a[1].As<PyTuple>(), a[2].As<PyDict<Any, Any>>())));
            ns.ClassCell(made2 => markedClass = made2);
        });
        Marked = markedClass;

        M = Marked.Call(new Arguments { 2024, 3, 1, 12 });
        foreach (var item3 in new Any[] { M + Timedelta.Call(1), M - Timedelta.Call(1), M.Invoke("replace", new Arguments { { "hour", 3 } }), Marked.Invoke("fromisoformat", "2024-01-01"), Marked.Invoke("strptime", "2024", "%Y"), Marked.Invoke("combine", Date.Call(2024, 1, 1), Clock.Call(1)), Marked.Invoke("fromordinal", 5), Marked.Invoke("fromtimestamp", 0, Timezone.Get("utc")), Pickle.Get("loads").Call(Pickle.Get("dumps").Call(M)) })
        {
            Other = item3;
            Print(PyType.Of(Other).Name, Other, GetAttr(Other, "extra", Any.None));
        }

        Twice = ClassBuilder.Build("Twice", "Twice", "__main__", new Arguments { Tzinfo }, ns2 =>
        {
            Any Utcoffset(Any self, Any dt)
            {
                return Timedelta.Call(new Arguments { { "hours", !dt.IsNone && dt.Get("fold").Truth ? (Any)1 : (Any)2 } });
            }
            ns2["utcoffset"] = new PyFunction("Twice.utcoffset", "self, dt", (Any self, Any dt) => Utcoffset(self, dt));
            Any Dst(Any self, Any dt)
            {
                return Timedelta.Call(0);
            }
            ns2["dst"] = new PyFunction("Twice.dst", "self, dt", (Any self, Any dt) => Dst(self, dt));
            string Tzname(Any self, Any dt)
            {
                return "T%n";
            }
            ns2["tzname"] = new PyFunction("Twice.tzname", "self, dt", (Any self, Any dt) => Tzname(self, dt));
        });

        T = Datetime.Call(new Arguments { 2024, 10, 27, 2, 30, { "tzinfo", Twice.Call() } });
        Print(Operators.Compare(Comparison.Eq, T, T.Invoke("replace", new Arguments { { "fold", 1 } })), Operators.Compare(Comparison.Eq, T, Datetime.Call(new Arguments { 2024, 10, 27, 0, 30, { "tzinfo", Timezone.Get("utc") } })), Hash(T) == Hash(T.Invoke("replace", new Arguments { { "fold", 1 } })), Operators.Compare(Comparison.Lt, T, Datetime.Call(new Arguments { 2024, 10, 27, 1, { "tzinfo", Timezone.Get("utc") } })));
        Print(T.Invoke("strftime", "%Z|%z"), (PyList<string>)[PyType.Of(Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Twice.Call()))).Name], Operators.Compare(Comparison.Eq, Clock.Call(new Arguments { 1, { "tzinfo", T.Get("tzinfo") } }), Clock.Call(new Arguments { 1, { "tzinfo", T.Get("tzinfo") } })));
        Print(Datetime.Call(new Arguments { 7, 3, 4, 5 }).Invoke("strftime", "%4Y|%-d|%_d|%^a|%05j|%3d|%#p|%q|%"), Date.Call(2024, 1, 2).Invoke("isocalendar"), Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Date.Call(2024, 1, 2).Invoke("isocalendar"))));
        foreach (var item4 in new string[] { "2022W52520", "2022W525T20", "2022-W52-5T20:10", "2022-W52", "20221231x1234", "2022-12-31T12:30:45,5+0130" })
        {
            Text = item4;
            Print(Datetime.Invoke("fromisoformat", Text));
        }

        var manager = Context.Of(Warnings.Get("catch_warnings").Call(new Arguments { { "record", true } }));
        Any entered = manager.Enter();
        try
        {
            Seen = entered;
            Warnings.Get("simplefilter").Call("always");
            _ = (Datetime.Invoke("utcfromtimestamp", 0), Datetime.Invoke("utcnow"), Datetime.Invoke("strptime", "1 Feb", "%d %b"), Datetime.Invoke("strptime", "2 Feb", "%d %b"));
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
        foreach (var item5 in Sequences.Of(Seen))
        {
            W = item5;
            Print(W.Get("category").Get("__name__"), Str.Slice(ToStr(W.Get("message")), 0, 60));
        }

        foreach (var item6 in new string[] { "EST+05EDT,M3.2.0,M11.1.0", "UTC0", "Europe/Amsterdam", "<+03>-3" })
        {
            Zone = item6;
            Os.Get("environ").SetItem("TZ", Zone);
            Time.Get("tzset").Call();
            Print(Time.Get("tzname"), Time.Get("timezone"), Time.Get("altzone"), Time.Get("daylight"), Time.Get("localtime").Call(0)[new PySlice(Any.None, 9, Any.None)], Time.Get("localtime").Call(1720000000).Get("tm_zone"));
            Local = Datetime.Invoke("fromtimestamp", 1699165800);
            Print(Local, Local.Get("fold"), Local.Invoke("timestamp"), Local.Invoke("astimezone"), Datetime.Call(new Arguments { 2024, 3, 10, 2, 30 }).Invoke("timestamp"), Datetime.Call(1990, 6, 1).Invoke("astimezone").Invoke("utcoffset"), Time.Get("mktime").Call(PyTuple.Of(2024, 7, 1, 0, 0, 0, 0, 0, -1)));
        }
        foreach (var item7 in new PyTuple[] { PyTuple.Of(2024, 0, 0, 0, 0, 0, -1, 0, -1), PyTuple.Of(2024, 1, 1, 0, 0, 0, -2, 1, 0) })
        {
            Fields = item7;
            try
            {
                Print(Time.Get("asctime").Call(Fields), Time.Get("strftime").Call("%a %b %d %j", Fields));
            }
            catch (ValueError caught2)
            {
                E = caught2;
                Print(E);
                E = Any.Unbound;
            }
        }
    }
}

using System.Diagnostics;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/time.html">time</see>.</summary>
internal static class TimeModule
{
    private static readonly string[] s_fields = ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"];

    public static readonly StructSequence StructTime = new("time.struct_time", s_fields, ["tm_zone", "tm_gmtoff"]);

    public static PyModule Build()
    {
        var module = new PyModule("time");
        Clocks(module);
        Conversions(module);
        return AddZone(module).Type(StructTime.Type).Value("_STRUCT_TM_ITEMS", 11)
            .Function("tzset", "", (Any[] _) =>
            {
                LocalZone.Reset();
                AddZone(module);
                return Any.None;
            });
    }

    /// <summary>What the module says of the local zone.</summary>
    private static PyModule AddZone(PyModule module)
    {
        var (standard, summer) = LocalZone.Seasons;
        return module
            .Value("timezone", -standard.Offset)
            .Value("altzone", -summer.Offset)
            .Value("daylight", standard.Offset != summer.Offset ? 1 : 0)
            .Value("tzname", PyTuple.Of(standard.Name, summer.Name));
    }

    /// <summary>The clocks by the numbers that POSIX has for them.</summary>
    private static void SystemClocks(PyModule module)
    {
        Func<long> Of(Any clock) => Lib.Int(clock) switch
        {
            0 or 11 => Core.Clocks.TimeNs,
            1 or 4 or 7 => Core.Clocks.MonotonicNs,
            2 or 3 => Core.Clocks.ProcessTimeNs,
            _ => throw new OSError(22, "Invalid argument"),
        };
        foreach (var (name, number) in (ReadOnlySpan<(string, long)>)[("REALTIME", 0), ("MONOTONIC", 1), ("PROCESS_CPUTIME_ID", 2), ("THREAD_CPUTIME_ID", 3), ("MONOTONIC_RAW", 4), ("BOOTTIME", 7), ("TAI", 11)])
            module.Value("CLOCK_" + name, number);
        module.Function("clock_gettime", clock => Of(clock)() / 1e9).Function("clock_gettime_ns", clock => Of(clock)())
            .Function("clock_getres", clock => Of(clock) is not null ? 1e-9 : Any.None)
            .Function("get_clock_info", static name =>
            {
                var clock = name.Ref switch
                {
                    "time" => "REALTIME",
                    "monotonic" or "perf_counter" => "MONOTONIC",
                    "process_time" => "PROCESS_CPUTIME_ID",
                    "thread_time" => "THREAD_CPUTIME_ID",
                    _ => throw new ValueError("unknown clock"),
                };
                return Modules.Import("types").Get("SimpleNamespace").Call(new Arguments { { "implementation", $"clock_gettime(CLOCK_{clock})" }, { "monotonic", clock != "REALTIME" }, { "adjustable", clock == "REALTIME" }, { "resolution", 1e-9 } });
            });
    }

    private static void Clocks(PyModule module)
    {
        Clock("time", Core.Clocks.TimeNs);
        Clock("monotonic", Core.Clocks.MonotonicNs);
        Clock("perf_counter", Core.Clocks.PerfCounterNs);
        Clock("process_time", Core.Clocks.ProcessTimeNs);
        Clock("thread_time", Core.Clocks.ProcessTimeNs);
        module.Function("sleep", static seconds =>
        {
            var time = Operators.IsIntLike(seconds) || seconds.IsFloat || FloatType.TryConvert(seconds, out _)
                ? Lib.Real(seconds)
                : throw new TypeError($"'{PyType.Of(seconds).ErrorName}' object cannot be interpreted as an integer");
            if (time < 0)
                throw new ValueError("sleep length must be non-negative");
            VirtualClock.Sleep(time);
            return Any.None;
        });
        SystemClocks(module);

        void Clock(string name, Func<long> read)
        {
            module.Function(name, "", (Any[] _) => read() / 1e9);
            module.Function(name + "_ns", "", (Any[] _) => read());
        }
    }

    private static DateTime Seconds(Any value)
    {
        if (value.IsNone || value.IsUnbound)
            return DateTime.UtcNow;
        if (!Operators.IsIntLike(value) && !FloatType.TryConvert(value, out _))
            throw new TypeError($"'{PyType.Of(value).ErrorName}' object cannot be interpreted as an integer");
        var seconds = Math.Floor(Lib.Real(value));
        if (double.IsNaN(seconds))
            throw new ValueError("Invalid value NaN (not a number)");
        return seconds is < -62135596800 or > 253402300799 ? throw new OverflowError("timestamp out of range for platform time_t") : DateTime.UnixEpoch.AddSeconds(seconds);
    }

    private static Any Broken(DateTime time, int summer, string zone, long offset)
        => StructTime.Make(
            [time.Year, time.Month, time.Day, time.Hour, time.Minute, time.Second, ((int)time.DayOfWeek + 6) % 7, time.DayOfYear, summer],
            ("tm_zone", zone), ("tm_gmtoff", offset));

    private static Any Local(DateTime utc)
    {
        var rule = LocalZone.At(utc).Rule;
        return Broken(utc.AddSeconds(rule.Offset), rule.Saving != 0 ? 1 : 0, rule.Name, rule.Offset);
    }

    /// <summary>The nine fields of a time tuple.</summary>
    private static int[] Fields(Any tuple)
    {
        if (tuple.Ref is not PyTuple { Count: >= 9 } items)
            throw new TypeError(tuple.Ref is PyTuple t ? $"function takes exactly 9 arguments ({t.Count} given)" : "Tuple or struct_time argument required");
        return [.. items.Take(9).Select(static i => (int)Lib.Int(i))];
    }

    private static void Conversions(PyModule module) => module
        .Function("gmtime", "secs=None, /", static (Any[] a) => Broken(Seconds(a[0]), 0, "GMT", 0))
        .Function("localtime", "secs=None, /", static (Any[] a) => Local(Seconds(a[0])))
        .Function("mktime", static tuple =>
        {
            var f = Fields(tuple);
            if (f[0] is < 1 or > 9999)
                throw new OverflowError("mktime argument out of range");
            var local = new DateTime(f[0], 1, 1).AddMonths(f[1] - 1).AddDays(f[2] - 1).AddHours(f[3]).AddMinutes(f[4]).AddSeconds(f[5]);
            // Of a time that clocks show twice, the flag tells which is meant.
            var rule = LocalZone.AtLocal(local, 0);
            if (f[8] >= 0 && f[8] > 0 != (rule.Saving != 0))
                rule = LocalZone.AtLocal(local, 1);
            return (local - DateTime.UnixEpoch).TotalSeconds - rule.Offset;
        })
        .Function("asctime", "t=None, /", static (Any[] a) => Ascii(Moment(a[0])))
        .Function("ctime", "secs=None, /", static (Any[] a) => Ascii(Moment(Local(Seconds(a[0])))))
        .Function("strftime", "format, t=None, /", static a => TimeFormat.Format(Lib.Text(a[0], "strftime() argument 1"), Moment(a[1])), Any.None)
        .Function("strptime", "data_string, format='%a %b %d %H:%M:%S %Y', /", static a => Parsed(TimeParser.Parse(Lib.Text(a[0]), Lib.Text(a[1]))));

    private static TimeFields Moment(Any given)
    {
        var tuple = given.IsNone ? Local(DateTime.UtcNow) : given;
        var f = Fields(tuple);
        if (f[1] is < 0 or > 12)
            throw new ValueError("month out of range");
        if (f[2] is < 0 or > 31)
            throw new ValueError("day of month out of range");
        if (f[3] is < 0 or > 23)
            throw new ValueError("hour out of range");
        if (f[4] is < 0 or > 59)
            throw new ValueError("minute out of range");
        if (f[5] is < 0 or > 61)
            throw new ValueError("seconds out of range");
        if (f[6] < -1)
            throw new ValueError("day of week out of range");
        if (f[7] is < 0 or > 366)
            throw new ValueError("day of year out of range");
        var zone = Operators.GetAttr(tuple, "tm_zone", Any.None);
        var offset = Operators.GetAttr(tuple, "tm_gmtoff", Any.None);
        return new TimeFields(f[0], Math.Max(1, f[1]), Math.Max(1, f[2]), f[3], f[4], f[5], 0, (int)(((long)f[6] + 7) % 7), Math.Max(1, f[7]))
        {
            ZoneName = zone.Ref as string ?? (f[8] > 0 ? LocalZone.Seasons.Summer : LocalZone.Seasons.Standard).Name,
            Offset = offset.IsNone ? TimeSpan.FromSeconds((f[8] > 0 ? LocalZone.Seasons.Summer : LocalZone.Seasons.Standard).Offset) : TimeSpan.FromSeconds(Lib.Int(offset)),
        };
    }

    private static string Ascii(TimeFields f)
        => $"{TimeFormat.Days[f.WeekDay][..3]} {TimeFormat.Months[f.Month - 1][..3]} {f.Day,2} {f.Hour:00}:{f.Minute:00}:{f.Second:00} {f.Year}";

    private static Any Parsed(ParsedTime p)
        => StructTime.Make(
            [p.Year, p.Month, p.Day, p.Hour, p.Minute, p.Second, p.WeekDay, p.YearDay, p.Summer],
            ("tm_zone", p.ZoneName is { } name ? name : Any.None), ("tm_gmtoff", p.Offset is { } offset ? (long)offset.TotalSeconds : Any.None));
}

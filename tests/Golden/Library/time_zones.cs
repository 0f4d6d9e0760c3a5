using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TimeZones;

/// <summary>zoneinfo: offsets, daylight saving time, hours that come twice or not at all.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("time_zones.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any datetime = Modules.ImportFrom("datetime", "datetime");
        Any timedelta = Modules.ImportFrom("datetime", "timedelta");
        Any timezone = Modules.ImportFrom("datetime", "timezone");
        Any zoneInfo = Modules.ImportFrom("zoneinfo", "ZoneInfo");
        Any zoneInfoNotFoundError = Modules.ImportFrom("zoneinfo", "ZoneInfoNotFoundError");

        Any berlin = zoneInfo.Call("Europe/Berlin");
        Print(Repr(berlin), berlin, Operators.Is(berlin, zoneInfo.Call("Europe/Berlin")));
        foreach (var moment in new Any[] { datetime.Call(new Arguments { 1985, 7, 1, { "tzinfo", berlin } }), datetime.Call(new Arguments { 2024, 3, 31, 1, 59, { "tzinfo", berlin } }), datetime.Call(new Arguments { 2024, 3, 31, 2, 30, { "tzinfo", berlin } }), datetime.Call(new Arguments { 2024, 10, 27, 2, 30, { "tzinfo", berlin } }), datetime.Call(new Arguments { 2024, 10, 27, 2, 30, { "tzinfo", berlin }, { "fold", 1 } }), datetime.Call(new Arguments { 2090, 7, 1, { "tzinfo", berlin } }) })
        {
            Print(moment, moment.Invoke("tzname"), moment.Invoke("dst"), moment.Invoke("astimezone", timezone.Get("utc")), moment.Invoke("timestamp"));
        }

        Any start = datetime.Call(new Arguments { 2024, 10, 26, 23, { "tzinfo", timezone.Get("utc") } });
        for (PyInt hours = 0; hours < 4; hours++)
        {
            Any local = (start + timedelta.Call(new Arguments { { "hours", hours } })).Invoke("astimezone", berlin);
            Print(local.Invoke("isoformat"), local.Get("fold"), local.Invoke("astimezone", zoneInfo.Call("Australia/Lord_Howe")));
        }
        Any meeting = datetime.Call(new Arguments { 2025, 1, 15, 9, 0, { "tzinfo", zoneInfo.Call("America/New_York") } });
        foreach (var key in new string[] { "Asia/Kolkata", "Asia/Tokyo", "America/Sao_Paulo", "UTC" })
        {
            Print(key, meeting.Invoke("astimezone", zoneInfo.Call(key)).Invoke("strftime", "%a %H:%M %Z %z"));
        }
        Print(datetime.Call(new Arguments { 2024, 7, 1, 12, { "tzinfo", berlin } }) - datetime.Call(new Arguments { 2024, 7, 1, 12, { "tzinfo", zoneInfo.Call("Asia/Tokyo") } }));
        try
        {
            zoneInfo.Call("Nowhere/City");
        }
        catch (BaseException e) when (Except.Matches(e, zoneInfoNotFoundError))
        {
            Print(e);
        }
    }
}

using Pytocs.Runtime.Library.Zones;

namespace Pytocs.Runtime.Library;

/// <summary>
/// The local time zone: what the variable TZ says, which <see href="https://docs.python.org/3.13/library/time.html#time.tzset">tzset</see> reads anew, or
/// the system's.
/// </summary>
internal static class LocalZone
{
    private const string SystemFile = "/etc/localtime";

    private static ZoneData s_current = Find();

    /// <summary>Seconds from the year 1 to 1970.</summary>
    private static readonly long s_epoch = DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerSecond;

    /// <summary>Looks at TZ again.</summary>
    public static void Reset() => s_current = Find();

    private static ZoneData Find()
    {
        var name = Environment.GetEnvironmentVariable("TZ")?.TrimStart(':');
        try
        {
            if (name is null)
                return File.Exists(SystemFile) ? new ZoneData(File.ReadAllBytes(SystemFile)) : Utc();
            if (name.Length == 0)
                return Utc();
            if (Path.IsPathRooted(name))
                return new ZoneData(File.ReadAllBytes(name));
            return ZoneInfoModule.TryLoad(name) ?? new ZoneData(YearlyRule.Parse(name));
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException or FormatException)
        {
            return Utc();
        }
    }

    private static ZoneData Utc() => new(YearlyRule.Parse("UTC0"));

    /// <summary>What holds at a time of UTC, and whether clocks then show a time for the second time.</summary>
    public static (ZoneRule Rule, int Fold) At(DateTime utc) => s_current.AtUtc((utc.Ticks / TimeSpan.TicksPerSecond) - s_epoch);

    /// <summary>What holds when clocks show a time, the first or the second time.</summary>
    public static ZoneRule AtLocal(DateTime local, int fold) => s_current.AtLocal((local.Ticks / TimeSpan.TicksPerSecond) - s_epoch, fold);

    /// <summary>A time of UTC as clocks show it.</summary>
    public static (DateTime Local, int Fold) FromUtc(DateTime utc)
    {
        var (rule, fold) = At(utc);
        return (utc.AddSeconds(rule.Offset), fold);
    }

    /// <summary>What holds in winter and in summer of the present year.</summary>
    public static (ZoneRule Standard, ZoneRule Summer) Seasons
    {
        get
        {
            var year = DateTime.UtcNow.Year;
            var (january, july) = (At(new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc)).Rule, At(new DateTime(year, 7, 1, 0, 0, 0, DateTimeKind.Utc)).Rule);
            return january.Offset <= july.Offset ? (january, july) : (july, january);
        }
    }
}

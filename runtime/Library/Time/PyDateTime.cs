using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Python's <c>datetime.datetime</c>.</summary>
public sealed class PyDateTime : PyDate
{
    internal static new readonly PyType Type = DateTimeMethods.Declare();

    internal PyDateTime(DateOnly date, long since, Any zone, int fold) : base(date) => (Since, Zone, Fold) = (since, zone, fold);

    protected override PyType BuiltinClass => Type;

    /// <summary>Microseconds since midnight.</summary>
    internal long Since { get; }

    internal Any Zone { get; }

    internal int Fold { get; set; }

    /// <summary>Microseconds since the year 1, local.</summary>
    internal Int128 Total => ((Int128)Date.DayNumber * 86_400_000_000) + Since;

    internal PyTimeDelta? Offset() => PyTimeZone.OffsetOf(Zone, this);

    /// <summary>A moment of the same class, some microseconds later.</summary>
    /// <exception cref="OverflowError">It is out of range.</exception>
    internal PyDateTime Shift(Int128 microseconds) => At(Total + microseconds, Zone, Class);

    /// <summary>Whether its zone gives another offset for the second of two times that clocks show twice.</summary>
    internal bool IsAmbiguous => PyTimeZone.OffsetOf(Zone, new PyDateTime(Date, Since, Zone, 1 - Fold))?.Microseconds != Offset()?.Microseconds;

    internal static PyDateTime At(Int128 total, Any zone, PyType? cls = null, int fold = 0)
    {
        var days = total / 86_400_000_000;
        if (total < 0 || days > DateOnly.MaxValue.DayNumber)
            throw new OverflowError("date value out of range");
        return DateTimeMethods.Build(cls ?? Type, DateOnly.FromDayNumber((int)days), (long)(total % 86_400_000_000), zone, fold);
    }

    internal override TimeFields Fields()
        => new(Date.Year, Date.Month, Date.Day, (int)(Since / 3_600_000_000), (int)(Since / 60_000_000 % 60), (int)(Since / 1_000_000 % 60), (int)(Since % 1_000_000), WeekDay, Date.DayOfYear);

    internal override string Iso() => Iso("T", "auto");

    internal string Iso(string separator, string precision)
        => base.Iso() + separator + PyTime.Iso(Since, precision) + TimeFormat.OffsetText(Offset()?.ToSpan(), ":");

    internal override string Repr()
    {
        var f = Fields();
        var text = $"{Name}({f.Year}, {f.Month}, {f.Day}, {f.Hour}, {f.Minute}";
        if (f.Second != 0 || f.Microsecond != 0)
            text += $", {f.Second}";
        if (f.Microsecond != 0)
            text += $", {f.Microsecond}";
        if (Fold != 0)
            text += ", fold=1";
        if (!Zone.IsNone)
            text += $", tzinfo={Operators.Repr(Zone)}";
        return text + ")";
    }

    internal override long PyHash()
    {
        // The same time of day has the same hash, be it the first or the second.
        var first = Fold == 0 ? this : new PyDateTime(Date, Since, Zone, 0);
        if (first.Offset() is { } offset)
            return Operators.Hash(PyTimeDelta.Of(Total + 86_400_000_000 - offset.Microseconds));
        var f = Fields();
        return SipHash.OfBytes([(byte)(f.Year >> 8), (byte)f.Year, (byte)f.Month, (byte)f.Day, (byte)f.Hour, (byte)f.Minute, (byte)f.Second, (byte)(f.Microsecond >> 16), (byte)(f.Microsecond >> 8), (byte)f.Microsecond]);
    }

    /// <summary>Microseconds of a timestamp since the year 1, rounded half to even.</summary>
    internal static Int128 FromTimestamp(Any timestamp)
    {
        var plain = PyValueInstance.Unwrap(timestamp);
        Int128 epoch = (Int128)DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber * 86_400_000_000;
        if (Operators.IsIntLike(plain))
        {
            var seconds = Operators.ToInt(plain);
            if (seconds > long.MaxValue || seconds < long.MinValue)
                throw new OverflowError("timestamp out of range for platform time_t");
            return PyInt.Abs(seconds) > 400_000_000_000 ? throw YearOutOfRange(seconds) : epoch + ((Int128)(long)seconds * 1_000_000);
        }
        if (!plain.IsFloat)
            throw new TypeError($"'{PyType.Of(timestamp).ErrorName}' object cannot be interpreted as an integer");
        var value = plain.FloatValue;
        if (double.IsNaN(value))
            throw new ValueError("Invalid value NaN (not a number)");
        if (Math.Abs(value) >= 9.2e18)
            throw new OverflowError("timestamp out of range for platform time_t");
        if (Math.Abs(value) > 4e11)
            throw YearOutOfRange((long)Math.Clamp(value, long.MinValue, long.MaxValue));
        var whole = Math.Floor(value);
        var micro = Math.Round((value - whole) * 1e6, MidpointRounding.ToEven);
        return epoch + ((Int128)whole * 1_000_000) + (Int128)micro;
    }

    private static ValueError YearOutOfRange(PyInt seconds) => new($"year {(seconds / 31556952) + 1970:0} is out of range");

    /// <summary>A timestamp as local time.</summary>
    internal static (Int128 Total, int Fold) LocalTime(Any timestamp)
    {
        var total = FromTimestamp(timestamp);
        if (total < 0 || total / 86_400_000_000 > DateOnly.MaxValue.DayNumber)
            throw new ValueError($"year {(total < 0 ? 0 : 10000)} is out of range");
        var (rule, fold) = LocalZone.At(new DateTime((long)total * 10, DateTimeKind.Utc));
        return (total + ((Int128)rule.Offset * 1_000_000), fold);
    }

    /// <summary>The UTC offset of the local zone at this moment, seen as local time.</summary>
    internal TimeSpan LocalOffset()
        => TimeSpan.FromSeconds(LocalZone.AtLocal(new DateTime((long)Total * 10, DateTimeKind.Unspecified), Fold).Offset);

    /// <summary><c>dt.timestamp()</c>.</summary>
    internal double Timestamp()
    {
        var epoch = (Int128)DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber * 86_400_000_000;
        var offset = Offset() is { } given ? given.Microseconds : LocalOffset().Ticks / 10;
        return PyInt.TrueDiv((System.Numerics.BigInteger)(Total - epoch - offset), 1_000_000);
    }
}

using System.Globalization;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Python's <c>datetime.date</c>.</summary>
public class PyDate : PyContainer
{
    internal static readonly PyType Type = DateMethods.Declare();

    internal PyDate(DateOnly date) => Date = date;

    protected override PyType BuiltinClass => Type;

    /// <summary>The day.</summary>
    internal DateOnly Date { get; }

    /// <summary>Days since 31 December of the year 0.</summary>
    internal int Ordinal => Date.DayNumber + 1;

    /// <summary>Monday is 0.</summary>
    internal int WeekDay => ((int)Date.DayOfWeek + 6) % 7;

    /// <exception cref="ValueError">There is no such day.</exception>
    internal static DateOnly Day(long year, long month, long day)
    {
        if (year is < 1 or > 9999)
            throw new ValueError($"year {year} is out of range");
        if (month is < 1 or > 12)
            throw new ValueError("month must be in 1..12");
        if (day < 1 || day > DateTime.DaysInMonth((int)year, (int)month))
            throw new ValueError("day is out of range for month");
        return new DateOnly((int)year, (int)month, (int)day);
    }

    internal virtual TimeFields Fields() => new(Date.Year, Date.Month, Date.Day, 0, 0, 0, 0, WeekDay, Date.DayOfYear);

    internal virtual string Iso() => $"{Date.Year:0000}-{Date.Month:00}-{Date.Day:00}";

    internal virtual string Repr() => $"{Name}({Date.Year}, {Date.Month}, {Date.Day})";

    /// <summary>The name that the repr shows.</summary>
    protected string Name => Class.IsBuiltin ? "datetime." + Class.Name : Class.QualName;

    internal virtual long PyHash() => SipHash.OfBytes([(byte)(Date.Year >> 8), (byte)Date.Year, (byte)Date.Month, (byte)Date.Day]);

    /// <summary>The date some days later, of the same class.</summary>
    /// <exception cref="OverflowError">It is out of range.</exception>
    internal Any AddDays(long days)
    {
        var number = Date.DayNumber + days;
        if (number < DateOnly.MinValue.DayNumber || number > DateOnly.MaxValue.DayNumber)
            throw new OverflowError("date value out of range");
        return DateMethods.Construct(Class, DateOnly.FromDayNumber((int)number));
    }

    /// <summary>ISO year, week and day.</summary>
    internal (int Year, int Week, int Day) IsoCalendar()
    {
        var day = Date.ToDateTime(TimeOnly.MinValue);
        return (ISOWeek.GetYear(day), ISOWeek.GetWeekOfYear(day), WeekDay + 1);
    }
}

/// <summary>The methods of <c>date</c>.</summary>
internal static class DateMethods
{
    private static readonly StructSequence s_isoCalendar = new("datetime.IsoCalendarDate", ["year", "week", "weekday"]);

    static DateMethods() => s_isoCalendar.Type.Method("__reduce__", static o => PyTuple.Of(TupleType.Type, PyTuple.Of(new PyTuple([.. o]))));

    private static PyDate Self(Any o) => (PyDate)o.Ref!;

    private static PyDate Of(Any cls, DateOnly date)
    {
        var made = new PyDate(date);
        made.SetClass((PyType)cls.Ref!);
        return made;
    }

    /// <summary>A date of a class: by its constructor where it is derived or has a time.</summary>
    internal static Any Construct(Any cls, DateOnly date)
        => ReferenceEquals(cls.Ref, PyDate.Type) ? new PyDate(date) : cls.Call(date.Year, date.Month, date.Day);

    public static PyType Declare()
    {
        var type = Lib.Class("date", "datetime");
        type.New("cls, year=, month=, day=", static a => Of(a[0], a[2].IsUnbound && DateState.Day(DateState.Of(a[1], 4)) is { } kept ? kept : PyDate.Day(
            Lib.Int(DateState.Required(a[1], "year", 1)), Lib.Int(DateState.Required(a[2], "month", 2)), Lib.Int(DateState.Required(a[3], "day", 3)))), Any.Unbound, Any.Unbound, Any.Unbound);
        type.Property("year", static o => Self(o).Date.Year).Property("month", static o => Self(o).Date.Month).Property("day", static o => Self(o).Date.Day);
        type.ClassMethod("today", "cls, /", static (Any[] a) => ReferenceEquals(a[0].Ref, PyDate.Type) ? new PyDate(DateOnly.FromDateTime(LocalZone.FromUtc(DateTime.UtcNow).Local)) : a[0].Invoke("fromtimestamp", Core.Clocks.TimeNs() / 1e9))
            .ClassMethod("fromtimestamp", "cls, timestamp, /", static a => Construct(a[0], DateOnly.FromDayNumber((int)(PyDateTime.LocalTime(a[1]).Total / 86_400_000_000))))
            .ClassMethod("fromordinal", "cls, ordinal, /", static a => FromOrdinal(a[0], Operators.Index(a[1])))
            .ClassMethod("fromisoformat", "cls, date_string, /", static a => Construct(a[0], IsoReader.Date(a[1].Ref as string ?? throw new TypeError("fromisoformat: argument must be str"))))
            .ClassMethod("fromisocalendar", "cls, year, week, day", static a => Construct(a[0], FromIso(Lib.Int(a[1]), Lib.Int(a[2]), Lib.Int(a[3]))));
        Parts(type);
        Operations(type);
        type.Attribute("resolution", PyTimeDelta.Of(86_400_000_000));
        return type;
    }

    private static Any FromOrdinal(Any cls, PyInt ordinal)
    {
        if (ordinal < 1)
            throw new ValueError("ordinal must be >= 1");
        if (ordinal > DateOnly.MaxValue.DayNumber + 1)
            throw new ValueError("year is out of range");
        return Construct(cls, DateOnly.FromDayNumber((int)ordinal - 1));
    }

    private static DateOnly FromIso(long year, long week, long day)
    {
        if (year is < 1 or > 9999)
            throw new ValueError($"Year is out of range: {year}");
        if (week < 1 || week > 53 || (week == 53 && ISOWeek.GetWeeksInYear((int)year) < 53))
            throw new ValueError($"Invalid week: {week}");
        if (day is < 1 or > 7)
            throw new ValueError($"Invalid weekday: {day} (range is [1, 7])");
        var first = new DateOnly((int)year, 1, 4);
        var number = first.DayNumber - (((int)first.DayOfWeek + 6) % 7) + ((week - 1) * 7) + day - 1;
        return number > DateOnly.MaxValue.DayNumber ? throw new OverflowError("date value out of range") : DateOnly.FromDayNumber((int)number);
    }

    private static void Parts(PyType type) => type
        .Method("toordinal", static o => Self(o).Ordinal)
        .Method("weekday", static o => Self(o).WeekDay)
        .Method("isoweekday", static o => Self(o).WeekDay + 1)
        .Method("isocalendar", static o =>
        {
            var (year, week, day) = Self(o).IsoCalendar();
            return s_isoCalendar.Make(year, week, day);
        })
        .Method("timetuple", static o => Tuple(Self(o).Fields(), -1))
        .Method("isoformat", static o => Self(o).Iso())
        .Method("ctime", static o => TimeFormat.Format("%a %b %e %H:%M:%S %Y", Self(o).Fields()))
        .Method("strftime", "self, format", static (o, format) => Format(o, Lib.Text(format, "strftime() argument 1")))
        .Method("__format__", "self, format_spec, /", static (o, spec) => spec.Ref is string { Length: 0 } ? Operators.Str(o) : o.Invoke("strftime", spec.Ref is string ? spec : throw new TypeError($"__format__() argument 1 must be str, not {Lib.Given(spec)}")))
        .Method("replace", "self, year=None, month=None, day=None", static a =>
        {
            var date = Self(a[0]).Date;
            return Construct(PyType.Of(a[0]), PyDate.Day(a[1].IsNone ? date.Year : Lib.Int(a[1]), a[2].IsNone ? date.Month : Lib.Int(a[2]), a[3].IsNone ? date.Day : Lib.Int(a[3])));
        })
        .Method("__replace__", "self, /, **changes", static (o, changes) => Lib.Call(Operators.GetAttr(o, "replace"), PyTuple.Empty, Lib.Dict(changes)))
        .Method("__reduce__", static o => DateState.Reduced(o, DateState.Bytes(Self(o).Date), Any.None, -1))
        .Method("__str__", static o => o.Invoke("isoformat"))
        .Method("__repr__", static o => Self(o).Repr())
        .Method("__hash__", static o => Self(o).PyHash());

    /// <summary><c>time.struct_time</c> of a moment.</summary>
    public static Any Tuple(TimeFields f, int summer)
        => TimeModule.StructTime.Make([f.Year, f.Month, f.Day, f.Hour, f.Minute, f.Second, f.WeekDay, f.YearDay, summer], ("tm_zone", Any.None), ("tm_gmtoff", Any.None));

    /// <summary><c>strftime</c> with the zone that the object knows.</summary>
    public static string Format(Any o, string format)
    {
        var fields = Self(o).Fields();
        if (o.Ref is PyDateTime moment && (format.Contains("%z", StringComparison.Ordinal) || format.Contains("%Z", StringComparison.Ordinal) || format.Contains("%:z", StringComparison.Ordinal)))
            fields = fields with { Offset = moment.Offset()?.ToSpan(), ZoneName = PyTimeZone.TextOf(PyTimeZone.NameOf(moment.Zone, moment)) };
        return TimeFormat.Format(format, fields);
    }

    private static void Operations(PyType type)
    {
        type.Method("__add__", "self, other, /", static (a, b) => b.Ref is PyTimeDelta d ? Self(a).AddDays(d.Days) : Any.NotImplemented)
            .Method("__radd__", "self, other, /", static (a, b) => b.Ref is PyTimeDelta d ? Self(a).AddDays(d.Days) : Any.NotImplemented)
            .Method("__sub__", "self, other, /", static (a, b) => b.Ref switch
            {
                PyTimeDelta d => Self(a).AddDays(-d.Days),
                PyDate other and not PyDateTime => PyTimeDelta.Of((Int128)(Self(a).Ordinal - other.Ordinal) * 86_400_000_000),
                _ => Any.NotImplemented,
            });
        foreach (var op in Enum.GetValues<Comparison>())
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (a, b) => b.Ref is PyDate other and not PyDateTime && a.Ref is not PyDateTime
                ? SequenceRules.Holds(op, Self(a).Date.CompareTo(other.Date))
                : Any.NotImplemented);
    }

    public static void DeclareLimits(PyType type)
    {
        type.Define("min", new PyDate(DateOnly.MinValue));
        type.Define("max", new PyDate(DateOnly.MaxValue));
    }
}

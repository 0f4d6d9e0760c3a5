using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The methods of <c>datetime</c>.</summary>
internal static class DateTimeMethods
{
    private static PyDateTime Self(Any o) => (PyDateTime)o.Ref!;

    private static PyDateTime Make(Any cls, DateOnly date, long since, Any zone, int fold = 0)
    {
        var made = new PyDateTime(date, since, zone, fold);
        made.SetClass((PyType)cls.Ref!);
        return made;
    }

    /// <summary>A moment of a class: by its constructor where it is derived.</summary>
    public static PyDateTime Build(Any cls, DateOnly date, long since, Any zone, int fold = 0)
    {
        if (ReferenceEquals(cls.Ref, PyDateTime.Type))
            return new PyDateTime(date, since, zone, fold);
        var made = (PyDateTime)cls.Call(new Arguments { date.Year, date.Month, date.Day, since / 3_600_000_000, since / 60_000_000 % 60, since / 1_000_000 % 60, since % 1_000_000, zone }).Ref!;
        if (fold != 0)
            made.Fold = fold;
        return made;
    }

    /// <summary>What a call of the class makes, of the parts of a moment or of the bytes that a pickle holds.</summary>
    private static Any New(Any[] a)
    {
        if (a[3].IsUnbound && DateState.Of(a[1], 10) is { } state && DateState.Day(state) is { } day)
            return Make(a[0], day, DateState.Since(state.AsSpan(4)), DateState.Zone(a[2]), DateState.HasFold(state[2]) ? 1 : 0);
        return Make(
            a[0], PyDate.Day(Lib.Int(DateState.Required(a[1], "year", 1)), Lib.Int(DateState.Required(a[2], "month", 2)), Lib.Int(DateState.Required(a[3], "day", 3))),
            PyTime.Since(Lib.Int(a[4]), Lib.Int(a[5]), Lib.Int(a[6]), Lib.Int(a[7])), PyTimeZone.Check(a[8]), PyTime.CheckFold(a[9]));
    }

    public static PyType Declare()
    {
        var type = Lib.Class("datetime", "datetime", PyDate.Type);
        type.New("cls, year=, month=, day=, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0", New, Any.Unbound, Any.Unbound, Any.Unbound);
        type.Property("hour", static o => Self(o).Fields().Hour)
            .Property("minute", static o => Self(o).Fields().Minute)
            .Property("second", static o => Self(o).Fields().Second)
            .Property("microsecond", static o => Self(o).Fields().Microsecond)
            .Property("tzinfo", static o => Self(o).Zone)
            .Property("fold", static o => Self(o).Fold);
        Constructors(type);
        Methods(type);
        Conversions(type);
        Operations(type);
        return type.Attribute("resolution", PyTimeDelta.Of(1));
    }

    private static Any Now(Any cls, Any zone)
    {
        var utc = DateTime.UtcNow;
        if (zone.IsNone)
        {
            var (local, fold) = LocalZone.FromUtc(utc);
            return PyDateTime.At(local.Ticks / 10, Any.None, (PyType)cls.Ref!, fold);
        }
        return PyTimeZone.Check(zone).Invoke("fromutc", PyDateTime.At(utc.Ticks / 10, zone, (PyType)cls.Ref!));
    }

    private static Any FromTimestamp(Any cls, Any timestamp, Any zone)
    {
        if (!PyTimeZone.Check(zone).IsNone)
        {
            var total = PyDateTime.FromTimestamp(timestamp);
            return zone.Invoke("fromutc", PyDateTime.At(total, zone, (PyType)cls.Ref!));
        }
        var (local, second) = PyDateTime.LocalTime(timestamp);
        return PyDateTime.At(local, Any.None, (PyType)cls.Ref!, second);
    }

    private static void Constructors(PyType type) => type
        .ClassMethod("now", "cls, /, tz=None", static a => Now(a[0], a[1]))
        .ClassMethod("today", "cls, /", static (Any[] a) => Now(a[0], Any.None))
        .ClassMethod("utcnow", "cls, /", static (Any[] a) =>
        {
            Warnings.Issue(DeprecationWarning.Type, "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).");
            return PyDateTime.At(DateTime.UtcNow.Ticks / 10, Any.None, (PyType)a[0].Ref!);
        })
        .ClassMethod("fromtimestamp", "cls, timestamp, tz=None", static a => FromTimestamp(a[0], a[1], a[2]))
        .ClassMethod("utcfromtimestamp", "cls, timestamp, /", static a =>
        {
            Warnings.Issue(DeprecationWarning.Type, "datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.fromtimestamp(timestamp, datetime.UTC).");
            return PyDateTime.At(PyDateTime.FromTimestamp(a[1]), Any.None, (PyType)a[0].Ref!);
        })
        .ClassMethod("combine", "cls, date, time, tzinfo=True", static a =>
        {
            if (a[1].Ref is not PyDate date)
                throw new TypeError($"combine() argument 1 must be datetime.date, not {PyType.Of(a[1]).ErrorName}");
            if (a[2].Ref is not PyTime time)
                throw new TypeError($"combine() argument 2 must be datetime.time, not {PyType.Of(a[2]).ErrorName}");
            return Build(a[0], date.Date, time.Microseconds, a[3].IsBool ? time.Zone : PyTimeZone.Check(a[3]), time.Fold);
        })
        .ClassMethod("fromisoformat", "cls, date_string, /", static a =>
        {
            var (date, since, zone) = IsoReader.Moment(a[1].Ref as string ?? throw new TypeError("fromisoformat: argument must be str"));
            return Build(a[0], date, since, zone);
        })
        .ClassMethod("strptime", "cls, date_string, format, /", static a =>
        {
            var p = TimeParser.Parse(Lib.Text(a[1], "strptime() argument 1"), Lib.Text(a[2], "strptime() argument 2"));
            if (p.Offset is { } given && given.Duration() >= TimeSpan.FromDays(1))
                throw new ValueError($"offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {Operators.Repr(PyTimeDelta.Of(given))}.");
            Any zone = p.Offset is not { } offset ? Any.None
                : p.ZoneName is { } name ? new PyTimeZone(PyTimeDelta.Of(offset), name)
                : offset == TimeSpan.Zero ? PyTimeZone.Utc : new PyTimeZone(PyTimeDelta.Of(offset), null);
            return Build(a[0], PyDate.Day(p.Year, p.Month, p.Day), PyTime.Since(p.Hour, p.Minute, p.Second, p.Microsecond), zone);
        });

    private static void Methods(PyType type) => type
        .Method("date", static o => new PyDate(Self(o).Date))
        .Method("time", static o => new PyTime(Self(o).Since, Any.None, Self(o).Fold))
        .Method("timetz", static o => new PyTime(Self(o).Since, Self(o).Zone, Self(o).Fold))
        .Method("timestamp", static o => Self(o).Timestamp())
        .Method("timetuple", static o => DateMethods.Tuple(Self(o).Fields(), PyTimeZone.OffsetOf(Self(o).Zone, o, "dst") is { } summer ? summer.Microseconds != 0 ? 1 : 0 : -1))
        .Method("utctimetuple", static o => DateMethods.Tuple(Self(o).Shift(-(Self(o).Offset()?.Microseconds ?? 0)).Fields(), 0))
        .Method("isoformat", "self, sep='T', timespec='auto'", static (o, separator, precision) => Self(o).Iso(
            separator.Ref is string text && Str.Length(text) == 1 ? text : throw new TypeError($"isoformat() argument 1 must be a unicode character, not {Lib.Given(separator)}"),
            Operators.Str(precision)))
        .Method("__str__", static o => o.Invoke("isoformat", " "))
        .Method("replace", "self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None", static a =>
        {
            var f = Self(a[0]).Fields();
            long Part(int i, int fallback) => a[i].IsNone ? fallback : Lib.Int(a[i]);
            return Build(
                PyType.Of(a[0]), PyDate.Day(Part(1, f.Year), Part(2, f.Month), Part(3, f.Day)), PyTime.Since(Part(4, f.Hour), Part(5, f.Minute), Part(6, f.Second), Part(7, f.Microsecond)),
                a[8].IsBool ? Self(a[0]).Zone : PyTimeZone.Check(a[8]), a[9].IsNone ? Self(a[0]).Fold : PyTime.CheckFold(a[9]));
        })
        .Method("__reduce__", static o => Reduced(o, 2))
        .Method("__reduce_ex__", "self, protocol, /", static (o, protocol) => Reduced(o, Lib.Int(protocol)));

    private static PyTuple Reduced(Any o, long protocol)
        => DateState.Reduced(o, [.. DateState.Bytes(Self(o).Date), .. DateState.Bytes(Self(o).Since)], Self(o).Zone, protocol > 3 && Self(o).Fold != 0 ? 2 : -1);

    private static void Conversions(PyType type) => type
        .Method("utcoffset", static o => Self(o).Offset() is { } offset ? offset : Any.None)
        .Method("dst", static o => PyTimeZone.OffsetOf(Self(o).Zone, o, "dst") is { } offset ? offset : Any.None)
        .Method("tzname", static o => PyTimeZone.NameOf(Self(o).Zone, o))
        .Method("astimezone", "self, tz=None", static (o, zone) => AsTimeZone(Self(o), zone));

    private static Any AsTimeZone(PyDateTime self, Any zone)
    {
        _ = PyTimeZone.Check(zone);
        if (!zone.IsNone && Operators.Is(self.Zone, zone))
            return self;
        var offset = self.Offset()?.Microseconds ?? self.LocalOffset().Ticks / 10;
        var utc = self.Total - offset;
        if (zone.IsNone)
        {
            var rule = LocalZone.At(new DateTime((long)utc * 10, DateTimeKind.Utc)).Rule;
            zone = new PyTimeZone(PyTimeDelta.Of((Int128)rule.Offset * 1_000_000), rule.Name);
        }
        return zone.Invoke("fromutc", PyDateTime.At(utc, zone, self.Class));
    }

    private static void Operations(PyType type)
    {
        type.Method("__add__", "self, other, /", static (a, b) => b.Ref is PyTimeDelta d ? Self(a).Shift(d.Microseconds) : Any.NotImplemented)
            .Method("__radd__", "self, other, /", static (a, b) => b.Ref is PyTimeDelta d ? Self(a).Shift(d.Microseconds) : Any.NotImplemented)
            .Method("__sub__", "self, other, /", static (a, b) => b.Ref switch
            {
                PyTimeDelta d => Self(a).Shift(-d.Microseconds),
                PyDateTime other => Difference(Self(a), other),
                _ => Any.NotImplemented,
            });
        foreach (var op in Enum.GetValues<Comparison>())
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (a, b) => b.Ref is PyDateTime other
                ? Compare(op, Self(a), other)
                : Any.NotImplemented);
    }

    private static PyTimeDelta Difference(PyDateTime a, PyDateTime b)
    {
        if (Operators.Is(a.Zone, b.Zone))
            return PyTimeDelta.Of(a.Total - b.Total);
        var (x, y) = (a.Offset(), b.Offset());
        if (x is null != y is null)
            throw new TypeError("can't subtract offset-naive and offset-aware datetimes");
        return PyTimeDelta.Of(a.Total - b.Total - (x?.Microseconds ?? 0) + (y?.Microseconds ?? 0));
    }

    private static Any Compare(Comparison op, PyDateTime a, PyDateTime b)
    {
        if (Operators.Is(a.Zone, b.Zone))
            return SequenceRules.Holds(op, a.Total.CompareTo(b.Total));
        var (x, y) = (a.Offset(), b.Offset());
        if (x is null != y is null)
            return op is Comparison.Eq or Comparison.NotEq ? op == Comparison.NotEq : throw new TypeError("can't compare offset-naive and offset-aware datetimes");
        var order = (a.Total - (x?.Microseconds ?? 0)).CompareTo(b.Total - (y?.Microseconds ?? 0));
        // Of different zones, times that clocks show twice or never equal none.
        if (order == 0 && op is Comparison.Eq or Comparison.NotEq && (a.IsAmbiguous || b.IsAmbiguous))
            order = 1;
        return SequenceRules.Holds(op, order);
    }

    public static void DeclareLimits(PyType type)
    {
        type.Define("min", new PyDateTime(DateOnly.MinValue, 0, Any.None, 0));
        type.Define("max", new PyDateTime(DateOnly.MaxValue, 86_399_999_999, Any.None, 0));
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Python's <c>datetime.time</c>.</summary>
public sealed class PyTime : PyContainer
{
    internal static readonly PyType Type = Declare();

    internal PyTime(long microseconds, Any zone, int fold) => (Microseconds, Zone, Fold) = (microseconds, zone, fold);

    protected override PyType BuiltinClass => Type;

    /// <summary>Since midnight.</summary>
    internal long Microseconds { get; }

    internal Any Zone { get; }

    internal int Fold { get; set; }

    internal int Hour => (int)(Microseconds / 3_600_000_000);

    internal int Minute => (int)(Microseconds / 60_000_000 % 60);

    internal int Second => (int)(Microseconds / 1_000_000 % 60);

    internal int Micro => (int)(Microseconds % 1_000_000);

    /// <exception cref="ValueError">A part is out of range.</exception>
    internal static long Since(long hour, long minute, long second, long micro)
    {
        if (hour is < 0 or > 23)
            throw new ValueError("hour must be in 0..23");
        if (minute is < 0 or > 59)
            throw new ValueError("minute must be in 0..59");
        if (second is < 0 or > 59)
            throw new ValueError("second must be in 0..59");
        if (micro is < 0 or > 999_999)
            throw new ValueError("microsecond must be in 0..999999");
        return (((((hour * 60) + minute) * 60) + second) * 1_000_000) + micro;
    }

    internal static int CheckFold(Any fold)
    {
        var value = Lib.Int(fold);
        return value is 0 or 1 ? (int)value : throw new ValueError("fold must be either 0 or 1");
    }

    private static PyTime Self(Any o) => (PyTime)o.Ref!;

    private PyTimeDelta? Offset() => PyTimeZone.OffsetOf(Zone, Any.None);

    private static PyType Declare()
    {
        var type = Lib.Class("time", "datetime");
        type.New("cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0", static a =>
        {
            if (DateState.Of(a[1], 6) is { } state && (state[0] & 0x7f) < 24)
                return Kept(a[0], state, a[2]);
            var made = new PyTime(Since(Lib.Int(a[1]), Lib.Int(a[2]), Lib.Int(a[3]), Lib.Int(a[4])), PyTimeZone.Check(a[5]), CheckFold(a[6]));
            made.SetClass((PyType)a[0].Ref!);
            return made;
        });
        type.Property("hour", static o => Self(o).Hour)
            .Property("minute", static o => Self(o).Minute)
            .Property("second", static o => Self(o).Second)
            .Property("microsecond", static o => Self(o).Micro)
            .Property("tzinfo", static o => Self(o).Zone)
            .Property("fold", static o => Self(o).Fold);
        type.ClassMethod("fromisoformat", "cls, time_string, /", static a =>
        {
            var (since, zone) = IsoReader.Time(a[1].Ref as string ?? throw new TypeError("fromisoformat: argument must be str"));
            return Build(a[0], since, zone, 0);
        });
        Methods(type);
        foreach (var op in Enum.GetValues<Comparison>())
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (a, b) => b.Ref is PyTime other ? Compare(op, Self(a), other) : Any.NotImplemented);
        return type.Attribute("resolution", PyTimeDelta.Of(1));
    }

    private static PyTime Kept(Any cls, byte[] state, Any zone)
    {
        // The zone takes the place of the minutes, which are 0 where there is none.
        var made = new PyTime(DateState.Since(state), DateState.Zone(Operators.IsIntLike(zone) ? Any.None : zone), DateState.HasFold(state[0]) ? 1 : 0);
        made.SetClass((PyType)cls.Ref!);
        return made;
    }

    /// <summary>A time of a class: by its constructor where it is derived.</summary>
    private static PyTime Build(Any cls, long since, Any zone, int fold)
    {
        if (ReferenceEquals(cls.Ref, Type))
            return new PyTime(since, zone, fold);
        var made = (PyTime)cls.Call(new Arguments { since / 3_600_000_000, since / 60_000_000 % 60, since / 1_000_000 % 60, since % 1_000_000, zone }).Ref!;
        if (fold != 0)
            made.Fold = fold;
        return made;
    }

    private static PyTuple Reduced(Any o, long protocol) => DateState.Reduced(o, DateState.Bytes(Self(o).Microseconds), Self(o).Zone, protocol > 3 && Self(o).Fold != 0 ? 0 : -1);

    private static void Methods(PyType type) => type
        .Method("isoformat", "self, timespec='auto'", static (o, spec) => Iso(Self(o).Microseconds, Operators.Str(spec)) + TimeFormat.OffsetText(Self(o).Offset()?.ToSpan(), ":"))
        .Method("strftime", "self, format", static (o, format) => TimeFormat.Format(Lib.Text(format, "strftime() argument 1"), new TimeFields(1900, 1, 1, Self(o).Hour, Self(o).Minute, Self(o).Second, Self(o).Micro, 0, 1)
        {
            Offset = Self(o).Offset()?.ToSpan(),
            ZoneName = PyTimeZone.TextOf(PyTimeZone.NameOf(Self(o).Zone, Any.None)),
        }))
        .Method("__format__", "self, format_spec, /", static (o, spec) => spec.Ref is string { Length: 0 } ? Operators.Str(o) : o.Invoke("strftime", spec))
        .Method("utcoffset", static o => Self(o).Offset() is { } offset ? offset : Any.None)
        .Method("dst", static o => PyTimeZone.OffsetOf(Self(o).Zone, Any.None, "dst") is { } offset ? offset : Any.None)
        .Method("tzname", static o => PyTimeZone.NameOf(Self(o).Zone, Any.None))
        .Method("replace", "self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None", static a =>
        {
            var t = Self(a[0]);
            return Build(
                t.Class, Since(a[1].IsNone ? t.Hour : Lib.Int(a[1]), a[2].IsNone ? t.Minute : Lib.Int(a[2]), a[3].IsNone ? t.Second : Lib.Int(a[3]), a[4].IsNone ? t.Micro : Lib.Int(a[4])),
                a[5].IsBool ? t.Zone : PyTimeZone.Check(a[5]), a[6].IsNone ? t.Fold : CheckFold(a[6]));
        })
        .Method("__replace__", "self, /, **changes", static (o, changes) => Lib.Call(Operators.GetAttr(o, "replace"), PyTuple.Empty, Lib.Dict(changes)))
        .Method("__reduce__", static o => Reduced(o, 2))
        .Method("__reduce_ex__", "self, protocol, /", static (o, protocol) => Reduced(o, Lib.Int(protocol)))
        .Method("__str__", static o => o.Invoke("isoformat"))
        .Method("__repr__", static o => Self(o).Repr())
        .Method("__hash__", static o => Self(o).Offset() is { } offset
            ? Operators.Hash(PyTimeDelta.Of((Int128)Self(o).Microseconds - offset.Microseconds))
            : SipHash.OfBytes([(byte)Self(o).Hour, (byte)Self(o).Minute, (byte)Self(o).Second, (byte)(Self(o).Micro >> 16), (byte)(Self(o).Micro >> 8), (byte)Self(o).Micro]));

    private static Any Compare(Comparison op, PyTime a, PyTime b)
    {
        if (Operators.Is(a.Zone, b.Zone))
            return SequenceRules.Holds(op, a.Microseconds.CompareTo(b.Microseconds));
        var (x, y) = (a.Offset(), b.Offset());
        if (x is null != y is null)
            return op is Comparison.Eq or Comparison.NotEq ? op == Comparison.NotEq : throw new TypeError("can't compare offset-naive and offset-aware times");
        return SequenceRules.Holds(op, ((Int128)a.Microseconds - (x?.Microseconds ?? 0)).CompareTo((Int128)b.Microseconds - (y?.Microseconds ?? 0)));
    }

    private string Repr()
    {
        var text = $"{(Class.IsBuiltin ? "datetime.time" : Class.QualName)}({Hour}, {Minute}";
        if (Second != 0 || Micro != 0)
            text += $", {Second}";
        if (Micro != 0)
            text += $", {Micro}";
        if (!Zone.IsNone)
            text += $", tzinfo={Operators.Repr(Zone)}";
        return text + (Fold != 0 ? ", fold=1)" : ")");
    }

    /// <summary>A time of day as ISO 8601 writes it.</summary>
    /// <exception cref="ValueError">The precision has no such name.</exception>
    internal static string Iso(long microseconds, string precision)
    {
        var (hour, minute, second, micro) = (microseconds / 3_600_000_000, microseconds / 60_000_000 % 60, microseconds / 1_000_000 % 60, microseconds % 1_000_000);
        if (precision == "auto")
            precision = micro == 0 ? "seconds" : "microseconds";
        return precision switch
        {
            "hours" => $"{hour:00}",
            "minutes" => $"{hour:00}:{minute:00}",
            "seconds" => $"{hour:00}:{minute:00}:{second:00}",
            "milliseconds" => $"{hour:00}:{minute:00}:{second:00}.{micro / 1000:000}",
            "microseconds" => $"{hour:00}:{minute:00}:{second:00}.{micro:000000}",
            _ => throw new ValueError("Unknown timespec value"),
        };
    }

    internal static void DeclareLimits(PyType type)
    {
        type.Define("min", new PyTime(0, Any.None, 0));
        type.Define("max", new PyTime(86_399_999_999, Any.None, 0));
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Python's <c>datetime.tzinfo</c> and its subclass <c>timezone</c>; others are written in Python.</summary>
public sealed class PyTimeZone : PyContainer
{
    internal static readonly PyType Abstract = DeclareAbstract();

    internal static readonly PyType Type = Declare();

    private readonly string? _name;

    internal PyTimeZone(PyTimeDelta offset, string? name) => (Offset, _name) = (offset, name);

    protected override PyType BuiltinClass => Type;

    /// <summary><c>timezone.utc</c>.</summary>
    internal static PyTimeZone Utc { get; } = new(PyTimeDelta.Of(0), null);

    internal PyTimeDelta Offset { get; }

    internal string Name => _name ?? (Offset.Microseconds == 0 ? "UTC" : "UTC" + TimeFormat.OffsetText(Offset.ToSpan(), ":"));

    private static PyTimeZone Self(Any o) => (PyTimeZone)o.Ref!;

    /// <summary>The offset that a tzinfo gives for a moment; null for None.</summary>
    /// <exception cref="TypeError">It gave something else.</exception>
    internal static PyTimeDelta? OffsetOf(Any zone, Any moment, string method = "utcoffset")
    {
        if (zone.IsNone)
            return null;
        if (zone.Ref is PyTimeZone { IsExact: true } plain)
            return method == "dst" ? null : plain.Offset;
        var result = zone.Invoke(method, moment);
        if (result.IsNone)
            return null;
        if (result.Ref is not PyTimeDelta offset)
            throw new TypeError($"tzinfo.{method}() must return None or a timedelta, not '{PyType.Of(result).ErrorName}'");
        return Int128.Abs(offset.Microseconds) < 86_400_000_000 ? offset
            : throw new ValueError($"offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).");
    }

    /// <summary>The zone's name for a moment; None without a zone.</summary>
    /// <exception cref="TypeError">The zone gave something else than a text.</exception>
    internal static Any NameOf(Any zone, Any moment)
    {
        if (zone.IsNone)
            return zone;
        var name = zone.Invoke("tzname", moment);
        return name.IsNone || PyValueInstance.Unwrap(name).Ref is string ? name : throw new TypeError($"tzinfo.tzname() must return None or a string, not '{PyType.Of(name).ErrorName}'");
    }

    /// <summary>A name as a format has it: one that is a text of the program's class may write itself.</summary>
    internal static string? TextOf(Any name)
    {
        if (name.IsNone || name.Ref is string)
            return name.Ref as string;
        var shown = name.Invoke("replace", "%", "%%");
        return PyValueInstance.Unwrap(shown).Ref is string ? PyValueInstance.Unwrap(name).Ref as string : throw new TypeError("tzname.replace() did not return a string");
    }

    private static Any Moment(Any moment, string method)
        => moment.IsNone || moment.Ref is PyDateTime ? moment : throw new TypeError($"{method}(dt) argument must be a datetime instance or None, not {PyType.Of(moment).ErrorName}");

    /// <summary>An argument that must be None or a tzinfo.</summary>
    internal static Any Check(Any zone) => zone.IsNone || PyType.Of(zone).IsSubclassOf(Abstract)
        ? zone
        : throw new TypeError($"tzinfo argument must be None or of a tzinfo subclass, not type '{PyType.Of(zone).ErrorName}'");

    private static PyType DeclareAbstract()
    {
        var type = Lib.Class("tzinfo", "datetime");
        type.HasInstanceDict = false;
        type.New("cls, /, *args, **kwargs", static a => new PyInstance((PyType)a[0].Ref!));
        foreach (var method in (string[])["utcoffset", "dst", "tzname"])
            type.Method(method, "self, dt, /", (_, _) => throw new NotImplementedError($"a tzinfo subclass must implement {method}()"));
        return type.Method("fromutc", "self, dt, /", static (self, dt) => FromUtc(self, dt)).Method("__reduce__", static self => Reduced(self));
    }

    /// <summary>The class, the arguments that it says it was made with, and the state.</summary>
    private static PyTuple Reduced(Any self)
    {
        var arguments = Operators.GetAttr(self, "__getinitargs__", Any.Unbound) is { IsUnbound: false } own ? own.Call() : PyTuple.Empty;
        var state = self.Invoke("__getstate__");
        return state.IsNone ? PyTuple.Of(PyType.Of(self), arguments) : PyTuple.Of(PyType.Of(self), arguments, state);
    }

    /// <summary>The standard algorithm of <c>tzinfo.fromutc</c>.</summary>
    private static Any FromUtc(Any self, Any moment)
    {
        if (moment.Ref is not PyDateTime dt)
            throw new TypeError("fromutc: argument must be a datetime instance");
        if (!Operators.Is(dt.Zone, self))
            throw new ValueError("fromutc: dt.tzinfo is not self");
        var offset = OffsetOf(dt.Zone, moment) ?? throw new ValueError("fromutc: non-None utcoffset() result required");
        var summer = OffsetOf(dt.Zone, moment, "dst") ?? throw new ValueError("fromutc: non-None dst() result required");
        var delta = offset.Microseconds - summer.Microseconds;
        var result = dt.Shift(delta);
        summer = OffsetOf(result.Zone, result, "dst") ?? throw new ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert");
        return result.Shift(summer.Microseconds);
    }

    private static PyType Declare()
    {
        var type = Lib.Class("timezone", "datetime", Abstract);
        type.IsFinal = true;
        type.New("cls, offset, name=", static a => Make(a[1], a[2]), Any.Unbound);
        return type
            .Method("utcoffset", "self, dt, /", static (o, moment) => Moment(moment, "utcoffset") is var _ ? Self(o).Offset : Any.None)
            .Method("dst", "self, dt, /", static (_, moment) => Moment(moment, "dst") is var _ ? Any.None : Any.None)
            .Method("tzname", "self, dt, /", static (o, moment) => Moment(moment, "tzname") is var _ ? Self(o).Name : Any.None)
            .Method("fromutc", "self, dt, /", static (o, moment) =>
            {
                if (moment.Ref is not PyDateTime dt)
                    throw new TypeError("fromutc: argument must be a datetime instance");
                return Operators.Is(dt.Zone, o) ? dt.Shift(Self(o).Offset.Microseconds) : throw new ValueError("fromutc: dt.tzinfo is not self");
            })
            .Method("__str__", static o => Self(o).Name)
            .Method("__repr__", static o => ReferenceEquals(o.Ref, Utc) ? "datetime.timezone.utc"
                : Self(o)._name is { } name ? $"datetime.timezone({Operators.Repr(Self(o).Offset)}, {Str.Repr(name)})" : $"datetime.timezone({Operators.Repr(Self(o).Offset)})")
            .Method("__eq__", "self, other, /", static (a, b) => b.Ref is PyTimeZone other ? Self(a).Offset.Microseconds == other.Offset.Microseconds : Any.NotImplemented)
            .Method("__hash__", static o => Operators.Hash(Self(o).Offset))
            .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), Self(o)._name is { } name ? PyTuple.Of(Self(o).Offset, name) : PyTuple.Of(Self(o).Offset)));
    }

    private static Any Make(Any offset, Any name)
    {
        if (offset.Ref is not PyTimeDelta delta)
            throw new TypeError($"timezone() argument 1 must be datetime.timedelta, not {PyType.Of(offset).ErrorName}");
        if (!name.IsUnbound && name.Ref is not string)
            throw new TypeError($"timezone() argument 2 must be str, not {Lib.Given(name)}");
        if (Int128.Abs(delta.Microseconds) >= 86_400_000_000)
            throw new ValueError($"offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {Operators.Repr(offset)}.");
        return name.IsUnbound && delta.Microseconds == 0 ? Utc : new PyTimeZone(delta, name.Ref as string);
    }

    internal static void DeclareLimits(PyType type)
    {
        type.Define("utc", Utc);
        type.Define("min", new PyTimeZone(PyTimeDelta.Of(-86_340_000_000), null));
        type.Define("max", new PyTimeZone(PyTimeDelta.Of(86_340_000_000), null));
    }
}

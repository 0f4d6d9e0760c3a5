using System.Numerics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Python's <c>datetime.timedelta</c>.</summary>
public sealed class PyTimeDelta : PyContainer
{
    private const long DayMicroseconds = 86_400_000_000;

    internal static readonly PyType Type = Declare();

    private PyTimeDelta(Int128 microseconds)
    {
        Microseconds = microseconds;
        var days = microseconds / DayMicroseconds;
        if (microseconds < 0 && days * DayMicroseconds != microseconds)
            days--;
        if (days > 999_999_999 || days < -999_999_999)
            throw new OverflowError($"days={days}; must have magnitude <= 999999999");
        Days = (int)days;
        var rest = (long)(microseconds - (days * DayMicroseconds));
        (Seconds, Micro) = ((int)(rest / 1_000_000), (int)(rest % 1_000_000));
    }

    protected override PyType BuiltinClass => Type;

    /// <summary>The whole span.</summary>
    internal Int128 Microseconds { get; }

    public int Days { get; }

    public int Seconds { get; }

    public int Micro { get; }

    /// <exception cref="OverflowError">The span is too long.</exception>
    internal static PyTimeDelta Of(Int128 microseconds) => new(microseconds);

    /// <summary>The span as .NET has it.</summary>
    internal TimeSpan ToSpan() => TimeSpan.FromTicks((long)(Microseconds * 10));

    internal static PyTimeDelta Of(TimeSpan span) => new(span.Ticks / 10);

    internal double TotalSeconds => PyInt.TrueDiv(Big(Microseconds), 1_000_000);

    private static PyInt Big(Int128 value) => (BigInteger)value;

    private static Int128 Small(BigInteger value)
        => value > 1_000_000_000 * (BigInteger)DayMicroseconds || value < -1_000_000_000 * (BigInteger)DayMicroseconds
            ? throw new OverflowError($"days={BigInteger.DivRem(value, DayMicroseconds, out _)}; must have magnitude <= 999999999")
            : (Int128)value;

    private static PyTimeDelta Self(Any o) => (PyTimeDelta)o.Ref!;

    private static Any Make(Any[] a)
    {
        long[] factors = [DayMicroseconds, 1_000_000, 1, 1000, 60_000_000, 3_600_000_000, 7 * DayMicroseconds];
        BigInteger sum = 0;
        var leftover = 0.0;
        // CPython's order: microseconds first, then up to weeks.
        foreach (var i in (int[])[2, 3, 1, 4, 5, 0, 6])
            Accumulate(a[i + 1], factors[i], ref sum, ref leftover, s_parameters[i]);
        if (leftover != 0)
        {
            var whole = Math.Round(leftover, MidpointRounding.AwayFromZero);
            if (Math.Abs(whole - leftover) == 0.5)
            {
                var odd = sum.IsEven ? 0.0 : 1.0;
                whole = (2.0 * Math.Round((leftover + odd) * 0.5, MidpointRounding.AwayFromZero)) - odd;
            }
            sum += (BigInteger)whole;
        }
        var made = Of(Small(sum));
        made.SetClass((PyType)a[0].Ref!);
        return made;
    }

    private static readonly string[] s_parameters = ["days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"];

    private static void Accumulate(Any value, long factor, ref BigInteger sum, ref double leftover, string name)
    {
        var plain = PyValueInstance.Unwrap(value);
        if (Operators.IsIntLike(plain))
        {
            sum += (BigInteger)Operators.ToInt(plain) * factor;
            return;
        }
        if (!plain.IsFloat)
            throw new TypeError($"unsupported type for timedelta {name} component: {PyType.Of(value).ErrorName}");
        var number = plain.FloatValue;
        BigInteger whole = PyFloat.Truncate(number);
        sum += whole * factor;
        var part = (number - Math.Truncate(number)) * factor;
        if (part == 0)
            return;
        sum += (BigInteger)Math.Truncate(part);
        leftover += part - Math.Truncate(part);
    }

    private static PyType Declare()
    {
        var type = Lib.Class("timedelta", "datetime");
        type.New("cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0", static a => Make(a));
        type.Property("days", static o => Self(o).Days)
            .Property("seconds", static o => Self(o).Seconds)
            .Property("microseconds", static o => Self(o).Micro)
            .Method("total_seconds", static o => Self(o).TotalSeconds)
            .Method("__repr__", static o => Self(o).Repr())
            .Method("__str__", static o => Self(o).Text())
            .Method("__hash__", static o => PyTuple.Of(Self(o).Days, Self(o).Seconds, Self(o).Micro).PyHash())
            .Method("__bool__", static o => Self(o).Microseconds != 0)
            .Method("__neg__", static o => Of(-Self(o).Microseconds))
            .Method("__pos__", static o => Of(Self(o).Microseconds))
            .Method("__abs__", static o => Of(Int128.Abs(Self(o).Microseconds)))
            .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), PyTuple.Of(Self(o).Days, Self(o).Seconds, Self(o).Micro)));
        Arithmetic(type);
        type.Attribute("resolution", Of(1));
        return type;
    }

    /// <summary>The extreme values; made once the class exists.</summary>
    internal static void DeclareLimits(PyType type)
    {
        type.Define("min", Of(-999_999_999 * (Int128)DayMicroseconds));
        type.Define("max", Of((1_000_000_000 * (Int128)DayMicroseconds) - 1));
    }

    private static void Arithmetic(PyType type)
    {
        type.Method("__add__", "self, other, /", static (a, b) => b.Ref is PyTimeDelta d ? Of(Self(a).Microseconds + d.Microseconds) : Any.NotImplemented)
            .Method("__radd__", "self, other, /", static (a, b) => b.Ref is PyTimeDelta d ? Of(Self(a).Microseconds + d.Microseconds) : Any.NotImplemented)
            .Method("__sub__", "self, other, /", static (a, b) => b.Ref is PyTimeDelta d ? Of(Self(a).Microseconds - d.Microseconds) : Any.NotImplemented)
            .Method("__rsub__", "self, other, /", static (a, b) => b.Ref is PyTimeDelta d ? Of(d.Microseconds - Self(a).Microseconds) : Any.NotImplemented)
            .Method("__mul__", "self, other, /", static (a, b) => Multiply(Self(a), b))
            .Method("__rmul__", "self, other, /", static (a, b) => Multiply(Self(a), b))
            .Method("__truediv__", "self, other, /", static (a, b) => Divide(Self(a), b))
            .Method("__floordiv__", "self, other, /", static (a, b) => b.Ref is PyTimeDelta d
                ? PyInt.FloorDiv(Big(Self(a).Microseconds), Big(d.Microseconds))
                : Operators.IsIntLike(b) ? Of(Small(PyInt.FloorDiv(Big(Self(a).Microseconds), Operators.ToInt(b)))) : Any.NotImplemented)
            .Method("__mod__", "self, other, /", static (a, b) => b.Ref is PyTimeDelta d ? Of(Small(PyInt.Mod(Big(Self(a).Microseconds), Big(d.Microseconds)))) : Any.NotImplemented)
            .Method("__divmod__", "self, other, /", static (a, b) => b.Ref is PyTimeDelta d
                ? PyTuple.Of(PyInt.FloorDiv(Big(Self(a).Microseconds), Big(d.Microseconds)), Of(Small(PyInt.Mod(Big(Self(a).Microseconds), Big(d.Microseconds)))))
                : Any.NotImplemented);
        foreach (var op in Enum.GetValues<Comparison>())
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (a, b) => b.Ref is PyTimeDelta d ? SequenceRules.Holds(op, Self(a).Microseconds.CompareTo(d.Microseconds)) : Any.NotImplemented);
    }

    private static PyInt RoundedQuotient(BigInteger n, BigInteger d)
    {
        if (d.Sign < 0)
            (n, d) = (-n, -d);
        var q = (BigInteger)PyInt.FloorDiv(n, d);
        var order = ((n - (q * d)) * 2).CompareTo(d);
        return order > 0 || (order == 0 && !q.IsEven) ? q + 1 : q;
    }

    private static Any Multiply(PyTimeDelta a, Any b)
    {
        if (Operators.IsIntLike(b))
            return Of(Small((BigInteger)a.Microseconds * (BigInteger)Operators.ToInt(b)));
        if (!PyValueInstance.Unwrap(b).IsFloat)
            return Any.NotImplemented;
        var (n, d) = Ratio(b);
        return Of(Small(RoundedQuotient((BigInteger)a.Microseconds * (BigInteger)n, d)));
    }

    /// <summary>A float as a fraction: one of the program's class says it itself.</summary>
    private static (BigInteger Numerator, BigInteger Denominator) Ratio(Any value)
    {
        if (value.IsFloat)
        {
            var (n, d) = PyFloat.Ratio(value.FloatValue);
            return ((BigInteger)n, (BigInteger)d);
        }
        var ratio = value.Invoke("as_integer_ratio");
        return ratio.Ref is not PyTuple pair ? throw new TypeError($"unexpected return type from as_integer_ratio(): expected tuple, not '{PyType.Of(ratio).ErrorName}'")
            : pair.Count != 2 ? throw new ValueError("as_integer_ratio() must return a 2-tuple")
            : ((BigInteger)Operators.Index(pair[0]), (BigInteger)Operators.Index(pair[1]));
    }

    private static Any Divide(PyTimeDelta a, Any b)
    {
        if (b.Ref is PyTimeDelta d)
            return PyInt.TrueDiv(Big(a.Microseconds), Big(d.Microseconds));
        if (Operators.IsIntLike(b))
            return Operators.ToInt(b) == 0 ? throw new ZeroDivisionError("integer division or modulo by zero") : Of(Small(RoundedQuotient((BigInteger)a.Microseconds, Operators.ToInt(b))));
        if (!PyValueInstance.Unwrap(b).IsFloat)
            return Any.NotImplemented;
        var (n, m) = Ratio(b);
        return n == 0 ? throw new ZeroDivisionError("division by zero") : Of(Small(RoundedQuotient((BigInteger)a.Microseconds * (BigInteger)m, n)));
    }

    private string Repr()
    {
        var parts = new List<string>();
        if (Days != 0)
            parts.Add($"days={Days}");
        if (Seconds != 0)
            parts.Add($"seconds={Seconds}");
        if (Micro != 0)
            parts.Add($"microseconds={Micro}");
        var name = Class.IsBuiltin ? "datetime.timedelta" : Class.FullName;
        return $"{name}({(parts.Count == 0 ? "0" : string.Join(", ", parts))})";
    }

    private string Text()
    {
        var text = $"{Seconds / 3600}:{Seconds / 60 % 60:00}:{Seconds % 60:00}";
        if (Days != 0)
            text = $"{Days} day{(Days is 1 or -1 ? "" : "s")}, {text}";
        return Micro != 0 ? $"{text}.{Micro:000000}" : text;
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Decimals;

/// <summary>The flags or traps of a context as a mapping from signals to truth values.</summary>
internal sealed class SignalDict(DecimalContext context, bool flags) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("SignalDict", AbstractMappings.MutableMapping, "abc")
        .Method("__getitem__", "self, key, /", static (o, key) => (Self(o).Status & Of(key)) != 0)
        .Method("__setitem__", "self, key, value, /", static (o, key, value) => Lib.Do(() => Self(o).Put(Of(key), value.Truth)))
        .Method("__delitem__", "self, key, /", static (_, _) => throw new ValueError("signal keys cannot be deleted"))
        .Method("__len__", static _ => DecimalSignals.All.Length)
        .Method("__iter__", static _ => Keys().GetPyIterator())
        .Method("__repr__", static o => Self(o).Describe())
        .Method("copy", static o => Self(o).ToDict())
        .Method("__eq__", "self, other, /", static (o, other) => other.Ref is SignalDict same ? Self(o).Status == same.Status
            : other.Ref is PyDict dict ? Operators.Equal(Self(o).ToDict(), dict) : Any.NotImplemented)
        .Attribute("__hash__", Any.None);

    public override PyType Class => Type;

    private DecimalStatus Status => flags ? context.Flags : context.Traps;

    private static SignalDict Self(Any o) => (SignalDict)o.Ref!;

    private static KeyError Unknown => new("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]");

    private static DecimalStatus Of(Any key)
    {
        foreach (var (status, type) in DecimalSignals.All)
            if (ReferenceEquals(type, key.Ref))
                return status;
        throw Unknown;
    }

    private void Put(DecimalStatus status, bool value)
    {
        var changed = value ? Status | status : Status & ~status;
        if (flags)
            context.Flags = changed;
        else
            context.Traps = changed;
    }

    private static PyTuple Keys() => new([.. DecimalSignals.All.Select(static s => (Any)s.Type)]);

    private PyDict<Any, Any> ToDict()
    {
        var dict = new PyDict<Any, Any>();
        foreach (var (status, type) in DecimalSignals.All)
            dict[type] = (Status & status) != 0;
        return dict;
    }

    private string Describe()
        => $"{{{string.Join(", ", DecimalSignals.All.Select(s => $"{Operators.Repr(s.Type)}:{((Status & s.Status) != 0 ? "True" : "False")}"))}}}";

    /// <exception cref="TypeError">The value is no mapping of signals.</exception>
    public static DecimalStatus Required(Any value) => value.Ref switch
    {
        SignalDict same => same.Status,
        PyDict dict => FromDict(dict),
        _ => throw new TypeError("argument must be a signal dict"),
    };

    public static DecimalStatus FromDict(PyDict dict)
    {
        var result = DecimalStatus.None;
        if (dict.Count != DecimalSignals.All.Length)
            throw new KeyError("invalid signal dict");
        foreach (var (status, type) in DecimalSignals.All)
            if (dict.TryGetAny(type, out var value) ? value.Truth : throw new KeyError("invalid signal dict"))
                result |= status;
        return result;
    }

    /// <exception cref="KeyError">The list holds something else than signals.</exception>
    public static DecimalStatus FromList(Any signals)
    {
        if (signals.Ref is not (PyList or PyTuple))
            throw new TypeError("argument must be a signal dict");
        return Operators.ToList(signals).Aggregate(DecimalStatus.None, static (all, s) => all | Of(s));
    }

    public static PyList<Any> ToList(DecimalStatus status) => new(DecimalSignals.All.Where(s => (status & s.Status) != 0).Select(static s => (Any)s.Type));
}

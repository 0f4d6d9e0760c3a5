using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary><c>pytest.approx</c>: equal within a tolerance. See <see href="https://docs.pytest.org/en/stable/reference/reference.html#pytest-approx">its documentation</see>.</summary>
internal sealed class Approx(Any expected, Any rel, Any abs, bool nanOk) : PyObject
{
    private const double DefaultRelative = 1e-6;
    private const double DefaultAbsolute = 1e-12;

    public static readonly PyType Type = PyType.Builtin("approx", module: "_pytest.python_api")
        .Method("__eq__", "self, actual, /", static (o, actual) => Self(o).Matches(actual))
        .Method("__ne__", "self, actual, /", static (o, actual) => !Self(o).Matches(actual))
        .Method("__bool__", static _ => throw new AssertionError("approx() is not supported in a boolean context.\nDid you mean: `assert a == approx(b)`?"))
        .Attribute("__hash__", Any.None)
        .Attribute("__array_ufunc__", Any.None)
        .Method("__repr__", static o => Self(o).ToText());

    public override PyType Class => Type;

    private static Approx Self(Any o) => (Approx)o.Ref!;

    public static Any Of(Any expected, Any rel, Any abs, bool nanOk)
    {
        var items = expected.Ref switch
        {
            PyDict mapping => mapping.Entries().Select(static e => (Label: $"key={Operators.Repr(e.Key)}", Item: e.Value)),
            _ when IsSequence(expected) => Operators.ToList(expected).Select(static (item, i) => ($"index={i}", item)),
            _ => [],
        };
        foreach (var (_, item) in items)
            if (item.Ref is PyDict || IsSequence(item))
                throw new TypeError($"pytest.approx() does not support nested {(expected.Ref is PyDict ? "dictionaries" : "data structures")}: {Operators.Repr(item)}\n  full {(expected.Ref is PyDict ? "mapping" : "sequence")}={Operators.Repr(expected)}");
        if (expected.Ref is PySet or PyFrozenSet || (!Operators.GetAttr(expected, "__next__", Any.Unbound).IsUnbound && expected.Ref is IPyObject))
            throw new TypeError($"pytest.approx() only supports ordered sequences, but got: {Operators.Repr(expected)}");
        return new Approx(expected, rel, abs, nanOk);
    }

    private static bool IsSequence(Any value) => value.Ref is PyList or PyTuple || PyType.Of(value) is { Name: "deque" or "array" or "range" };

    private bool Matches(Any actual)
    {
        if (expected.Ref is PyDict mapping)
            return actual.Ref is PyDict other && Operators.Len(other) == Operators.Len(mapping)
                && mapping.Entries().All(e => Operators.Contains(actual, e.Key) && Scalar(e.Value).Matches(Operators.GetItem(actual, e.Key)));
        if (!IsSequence(expected))
            return IsScalarMatch(actual);
        if (actual.Ref is string || Operators.GetAttr(actual, "__len__", Any.Unbound).IsUnbound)
            return false;
        var (wanted, given) = (Operators.ToList(expected), Operators.ToList(actual));
        return wanted.Count == given.Count && wanted.Zip(given).All(p => Scalar(p.First).Matches(p.Second));
    }

    private Approx Scalar(Any value) => new(value, rel, abs, nanOk);

    private bool IsScalarMatch(Any actual)
    {
        // A bool is itself only; anything equal needs no tolerance.
        if (expected.IsBool && !actual.IsBool)
            return false;
        if (Operators.Equal(actual, expected))
            return true;
        if (!IsNumber(expected) || !IsNumber(actual) || expected.IsBool)
            return false;
        if (IsNaN(expected))
            return nanOk && IsNaN(actual);
        if (IsInfinite(expected))
            return false;
        var difference = Builtins.Abs(expected - actual);
        return !IsNaN(difference) && (difference <= Tolerance());
    }

    private static bool IsNumber(Any value)
        => value.IsInt || value.IsFloat || value.IsBool || value.Ref is System.Numerics.Complex || (value.Ref is IPyObject && Operators.HasAttr(value, "__sub__") && Operators.HasAttr(value, "__abs__"));

    private static bool IsNaN(Any value) => value.Ref is not string && !Operators.Equal(value, value);

    private static bool IsInfinite(Any value)
    {
        var size = Builtins.Abs(value);
        return Operators.Equal(size, double.PositiveInfinity);
    }

    private Any Tolerance()
    {
        var isDecimal = PyType.Of(expected).Name == "Decimal";
        var absolute = abs.IsNone ? Constant(DefaultAbsolute) : abs;
        if (absolute < 0)
            throw new ValueError($"absolute tolerance can't be negative: {Operators.Str(absolute)}");
        if (IsNaN(absolute))
            throw new ValueError("absolute tolerance can't be NaN.");
        // A tolerance given as absolute alone stands alone.
        if (rel.IsNone && !abs.IsNone)
            return absolute;
        var relative = (rel.IsNone ? Constant(DefaultRelative) : rel) * Builtins.Abs(expected);
        if (relative < 0)
            throw new ValueError($"relative tolerance can't be negative: {Operators.Str(relative)}");
        if (IsNaN(relative))
            throw new ValueError("relative tolerance can't be NaN.");
        return relative > absolute ? relative : absolute;

        Any Constant(double value) => isDecimal ? PyType.Of(expected).Call(value == DefaultAbsolute ? "1e-12" : "1e-6") : value;
    }

    private string ToText()
    {
        if (expected.Ref is PyDict mapping)
            return $"approx({{{string.Join(", ", mapping.Entries().Select(e => $"{Operators.Repr(e.Key)}: {Scalar(e.Value).ToText()}"))}}})";
        if (expected.Ref is PyTuple)
            return $"approx(({string.Join(", ", Operators.ToList(expected).Select(i => Scalar(i).ToText()))}{(Operators.Len(expected) == 1 ? "," : "")}))";
        if (IsSequence(expected))
            return $"approx([{string.Join(", ", Operators.ToList(expected).Select(i => Scalar(i).ToText()))}])";
        if (!IsNumber(expected) || expected.IsBool || expected.Ref is System.Numerics.Complex || IsNaN(expected) || IsInfinite(expected))
            return Operators.Str(expected);
        var tolerance = Tolerance();
        return $"{Operators.Str(expected)} ± {(Operators.Equal(tolerance, 0) || tolerance < 1e-3 || !(tolerance < 1e3) ? Builtins.Format(tolerance, ".1e") : Builtins.Format(tolerance, ".2g"))}";
    }
}

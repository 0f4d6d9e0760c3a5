namespace Pytocs.Runtime.Core;

/// <summary>Python's <c>slice</c>. See <see href="https://docs.python.org/3.13/library/functions.html#slice">slice</see>.</summary>
public sealed class PySlice(Any start, Any stop, Any step) : PyObject
{
    public static readonly PyType Type = Create();

    public override PyType Class => Type;

    public Any Start => start;

    public Any Stop => stop;

    public Any Step => step;

    /// <summary>The first index, the step, and how many items the slice selects of a sequence.</summary>
    internal (long Start, long Step, int Count) Resolve(int length)
        => SequenceRules.Resolve(SequenceRules.Bound(start), SequenceRules.Bound(stop), SequenceRules.Bound(step), length);

    /// <summary>The indices of the slice in a sequence of any length: where it starts and stops, and its step.</summary>
    /// <exception cref="ValueError">The step is zero.</exception>
    internal (PyInt Start, PyInt Stop, PyInt Step) Indices(PyInt length)
    {
        static PyInt? Number(Any part) => part.IsNone ? null : Operators.IsIndex(part) ? Operators.Index(part)
            : throw new TypeError("slice indices must be integers or None or have an __index__ method");
        var by = Number(step) ?? 1;
        if (by == 0)
            throw new ValueError("slice step cannot be zero");
        PyInt lower = by < 0 ? -1 : 0;
        var upper = by < 0 ? length - 1 : length;
        PyInt Adjust(PyInt bound)
        {
            if (bound < 0)
                bound += length;
            else
                return bound > upper ? upper : bound;
            return bound < lower ? lower : bound;
        }
        return (Number(start) is { } a ? Adjust(a) : by < 0 ? upper : lower, Number(stop) is { } b ? Adjust(b) : by < 0 ? lower : upper, by);
    }

    private static PySlice Self(Any o) => (PySlice)o.Ref!;

    private static PyTuple Parts(Any o) => PyTuple.Of(Self(o).Start, Self(o).Stop, Self(o).Step);

    private static PyType Create()
    {
        var type = PyType.Builtin("slice");
        type.New("cls, *args", static a =>
        {
            var given = (PyTuple)a[1].Ref!;
            return given.Count switch
            {
                1 => new PySlice(Any.None, given[0], Any.None),
                2 => new PySlice(given[0], given[1], Any.None),
                3 => new PySlice(given[0], given[1], given[2]),
                0 => throw new TypeError("slice expected at least 1 argument, got 0"),
                _ => throw new TypeError($"slice expected at most 3 arguments, got {given.Count}"),
            };
        });
        foreach (var op in (Comparison[])[Comparison.Lt, Comparison.LtE, Comparison.Gt, Comparison.GtE])
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (self, other) => other.Ref is PySlice ? PyTuple.Compare(op, Parts(self), Parts(other)) : Any.NotImplemented);
        return type
            .Property("start", static self => Self(self).Start)
            .Property("stop", static self => Self(self).Stop)
            .Property("step", static self => Self(self).Step)
            .Method("__reduce__", static self => PyTuple.Of(Type, Parts(self)))
            .Method("__repr__", static self => $"slice{Parts(self).Repr()}")
            .Method("__eq__", "self, other, /", static (self, other) => other.Ref is PySlice ? Parts(self).Equals(Parts(other)) : Any.NotImplemented)
            .Method("__hash__", static self => PyTuple.HashOf([Operators.Hash(Self(self).Start), Operators.Hash(Self(self).Stop), Operators.Hash(Self(self).Step)], countsItems: false))
            .Method("indices", "self, length, /", static (self, length) =>
            {
                var n = Operators.Index(length);
                if (n < 0)
                    throw new ValueError("length should not be negative");
                var (first, last, by) = Self(self).Indices(n);
                return PyTuple.Of(first, last, by);
            });
    }
}

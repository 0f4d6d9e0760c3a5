using System.Collections;

namespace Pytocs.Runtime.Core;

/// <summary>Python's <c>range</c>. See <see href="https://docs.python.org/3.13/library/stdtypes.html#ranges">range</see>.</summary>
public sealed class PyRange : PyObject, IPyIterable, IReadOnlyCollection<PyInt>
{
    public static readonly PyType Type = RangeType.Create();

    /// <exception cref="ValueError">The step is zero.</exception>
    public PyRange(PyInt start, PyInt stop, PyInt step)
    {
        if (step == 0)
            throw new ValueError("range() arg 3 must not be zero");
        (Start, Stop, Step) = (start, stop, step);
        var span = step > 0 ? stop - start : start - stop;
        var by = step > 0 ? step : -step;
        Length = span <= 0 ? 0 : PyInt.FloorDiv(span - 1, by) + 1;
    }

    public override PyType Class => Type;

    public PyInt Start { get; }

    public PyInt Stop { get; }

    public PyInt Step { get; }

    /// <summary>The number of items.</summary>
    public PyInt Length { get; }

    public int Count => (int)(long)Length;

    /// <summary>The item at a position, from the end where it is negative.</summary>
    /// <exception cref="IndexError">There is no such position.</exception>
    public PyInt this[PyInt index] => At(index);

    /// <summary>The range of the items from one position to another.</summary>
    public PyRange Slice(Any lower, Any upper, Any step) => RangeType.Slice(this, new PySlice(lower, upper, step));

    public PyRange Slice(PyInt lower, PyInt upper) => Slice(lower, upper, Any.None);

    public PyRange Slice(PyInt lower) => Slice(lower, Any.None, Any.None);

    /// <summary>Whether it has the same items in the same order.</summary>
    public override bool Equals(object? other) => other is PyRange range && RangeType.Equal(this, range);

    public override int GetHashCode() => HashCode.Combine(Length, Length == 0 ? 0 : Start, Length <= 1 ? 0 : Step);

    /// <summary>The item at a position that is in range.</summary>
    public PyInt At(PyInt index)
    {
        if (index < 0)
            index += Length;
        return index < 0 || index >= Length ? throw new IndexError("range object index out of range") : Start + (index * Step);
    }

    /// <summary>The same items from the last to the first.</summary>
    public PyRange Reversed() => Length == 0 ? new PyRange(0, 0, 1) : new PyRange(Start + ((Length - 1) * Step), Start - Step, -Step);

    public bool Contains(Any item)
    {
        if (!Operators.IsIntLike(item))
            return this.Any(i => Operators.Equal(i, item));
        var value = Operators.ToInt(item);
        if (Step > 0 ? value < Start || value >= Stop : value > Start || value <= Stop)
            return false;
        return (value - Start) % Step == 0;
    }

    /// <summary>Where items stand that are equal to an object of any class.</summary>
    internal IEnumerable<PyInt> Places(Any item)
    {
        PyInt place = 0;
        foreach (var candidate in this)
        {
            if (Operators.Equal(candidate, item))
                yield return place;
            place += 1;
        }
    }

    public PyIterator GetPyIterator() => new RangeIterator(this);

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<PyInt> IEnumerable<PyInt>.GetEnumerator() => GetEnumerator();

    /// <summary>Runs over the ints in 64 bits where all of them fit.</summary>
    public struct Enumerator : IEnumerator<PyInt>
    {
        private readonly PyRange _range;
        private readonly bool _isSmall;
        private readonly long _step;
        private long _left;
        private long _small;
        private PyInt _current;
        private PyInt _index;

        internal Enumerator(PyRange range)
        {
            _range = range;
            _isSmall = range.Start.Big is null && range.Stop.Big is null && range.Step.Big is null && range.Length.Big is null;
            _step = range.Step.Small;
            _left = range.Length.Small;
            _small = unchecked(range.Start.Small - _step);
        }

        public readonly PyInt Current => _isSmall ? _small : _current;

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (_isSmall)
            {
                if (_left <= 0)
                    return false;
                _left--;
                _small = unchecked(_small + _step);
                return true;
            }
            if (_index >= _range.Length)
                return false;
            _current = _range.Start + (_index * _range.Step);
            _index += 1;
            return true;
        }

        public void Reset() => this = new(_range);

        public readonly void Dispose()
        {
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class RangeIterator(PyRange range) : PyIterator, IteratorState.IPlaced, IteratorState.IHinted
    {
        private static readonly PyType s_type = DeclareType("range_iterator").Placed().Hinted();
        private static readonly PyType s_long = DeclareType("longrange_iterator").Placed().Hinted();
        private PyInt _left = range.Length;
        private PyInt _next = range.Start;

        public override PyType Class => IsLong(range.Start) || IsLong(range.Stop) || IsLong(range.Step) ? s_long : s_type;

        private static bool IsLong(PyInt value) => value > long.MaxValue || value < long.MinValue;

        public Any Left => _left;

        public PyTuple Reduce()
            => PyTuple.Of(Builtins.Get("iter"), PyTuple.Of(new PyRange(_next, _next + (_left * range.Step), range.Step)), Any.None);

        public void MoveTo(long place)
        {
            PyInt skipped = Math.Max(0, place);
            if (skipped > _left)
                skipped = _left;
            _next += skipped * range.Step;
            _left -= skipped;
        }

        public override bool TryNext(out Any value)
        {
            value = _next;
            if (_left <= 0)
                return false;
            _left -= 1;
            _next += range.Step;
            return true;
        }
    }
}

internal static class RangeType
{
    private static PyRange Self(Any o) => (PyRange)o.Ref!;

    public static PyType Create()
    {
        var type = PyType.Builtin("range");
        type.New("cls, *args", static a =>
        {
            var given = (PyTuple)a[1].Ref!;
            return given.Count switch
            {
                1 => new PyRange(0, Operators.Index(given[0]), 1),
                2 => new PyRange(Operators.Index(given[0]), Operators.Index(given[1]), 1),
                3 => new PyRange(Operators.Index(given[0]), Operators.Index(given[1]), Operators.Index(given[2])),
                0 => throw new TypeError("range expected at least 1 argument, got 0"),
                _ => throw new TypeError($"range expected at most 3 arguments, got {given.Count}"),
            };
        });
        return type
            .Property("start", static self => Self(self).Start)
            .Property("stop", static self => Self(self).Stop)
            .Property("step", static self => Self(self).Step)
            .Method("__len__", static self => Self(self).Length)
            .Method("__iter__", static self => Self(self).GetPyIterator())
            .Method("__reversed__", static self => Self(self).Reversed().GetPyIterator())
            .Method("__bool__", static self => Self(self).Length > 0)
            .Method("__contains__", "self, item, /", static (self, item) => Self(self).Contains(item))
            .Method("count", "self, value, /", static (self, item) => Operators.IsIntLike(item) ? Self(self).Contains(item) ? 1 : 0 : Self(self).Places(item).Count())
            .Method("index", "self, value, /", static (self, item) => !Operators.IsIntLike(item) ? Self(self).Places(item) is var places && places.Any() ? places.First() : throw new ValueError("sequence.index(x): x not in sequence")
                : Self(self).Contains(item) ? PyInt.FloorDiv(Operators.ToInt(item) - Self(self).Start, Self(self).Step)
                : throw new ValueError($"{Operators.Repr(item)} is not in range"))
            .Method("__getitem__", "self, index, /", static (self, index) => index.Ref is PySlice slice ? Slice(Self(self), slice)
                : Operators.IsIndex(index) ? Self(self).At(Operators.Index(index))
                : throw new TypeError($"range indices must be integers or slices, not {PyType.Of(index).ErrorName}"))
            .Method("__eq__", "self, other, /", static (self, other) => other.Ref is PyRange range ? Equal(Self(self), range) : Any.NotImplemented)
            .Method("__hash__", static self => PyTuple.Of(Self(self).Length, Self(self).Length == 0 ? Any.None : Self(self).Start, Self(self).Length <= 1 ? Any.None : Self(self).Step).PyHash())
            .Method("__reduce__", static self => PyTuple.Of(PyType.Of(self), PyTuple.Of(Self(self).Start, Self(self).Stop, Self(self).Step)))
            .Method("__repr__", static self => Self(self).Step == 1
                ? $"range({Self(self).Start}, {Self(self).Stop})"
                : $"range({Self(self).Start}, {Self(self).Stop}, {Self(self).Step})");
    }

    internal static PyRange Slice(PyRange r, PySlice slice)
    {
        var (first, last, step) = slice.Indices(r.Length);
        return new PyRange(r.Start + (r.Step * first), r.Start + (r.Step * last), r.Step * step);
    }

    internal static bool Equal(PyRange a, PyRange b)
        => a.Length == b.Length && (a.Length == 0 || (a.Start == b.Start && (a.Length == 1 || a.Step == b.Step)));
}

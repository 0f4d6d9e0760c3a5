namespace Pytocs.Runtime.Core;

/// <summary>What lists, tuples and ranges share: index and slice arithmetic.</summary>
internal static class SequenceRules
{
    /// <summary>A bound clamped into <c>0..count</c>, negative ones counting from the end.</summary>
    public static int Clamp(long bound, int count)
    {
        if (bound < 0)
            bound = Math.Max(bound + count, 0);
        return (int)Math.Min(bound, count);
    }

    /// <summary>
    /// Resolves a slice against a length, as CPython's PySlice_AdjustIndices: the first index, the step,
    /// and how many items it selects.
    /// </summary>
    /// <exception cref="ValueError">The step is zero.</exception>
    public static (long Start, long Step, int Count) Resolve(long? start, long? stop, long? step, int length)
    {
        var s = step ?? 1;
        if (s == 0)
            throw new ValueError("slice step cannot be zero");
        // CPython keeps -step representable; the slice selects the same items.
        s = Math.Max(s, -long.MaxValue);
        var first = Adjust(start ?? (s < 0 ? long.MaxValue : 0), length, s);
        var last = stop is { } given ? Adjust(given, length, s) : s < 0 ? -1 : length;
        long count = 0;
        if (s < 0 ? last < first : first < last)
            count = s < 0 ? ((first - last - 1) / -s) + 1 : ((last - first - 1) / s) + 1;
        return (first, s, (int)count);
    }

    private static long Adjust(long bound, long length, long step)
    {
        if (bound < 0)
        {
            bound += length;
            return bound < 0 ? (step < 0 ? -1 : 0) : bound;
        }
        return bound >= length ? (step < 0 ? length - 1 : length) : bound;
    }

    /// <summary>Whether an order (negative, zero, positive) satisfies a comparison.</summary>
    public static bool Holds(Comparison op, int order) => op switch
    {
        Comparison.Lt => order < 0,
        Comparison.LtE => order <= 0,
        Comparison.Eq => order == 0,
        Comparison.NotEq => order != 0,
        Comparison.Gt => order > 0,
        _ => order >= 0,
    };

    /// <summary>An <c>int</c> index saturated to 64 bits, as slices take it.</summary>
    public static long Saturate(PyInt value) => value > long.MaxValue ? long.MaxValue : value < long.MinValue ? long.MinValue : (long)value;

    /// <summary>A slice's bound as a number; null for None.</summary>
    /// <exception cref="TypeError">It is neither an int nor None.</exception>
    public static long? Bound(Any value)
    {
        if (value.IsNone)
            return null;
        if (value.IsSmallInt)
            return value.Bits;
        return Operators.IsIndex(value)
            ? Saturate(Operators.Index(value))
            : throw new TypeError("slice indices must be integers or None or have an __index__ method");
    }

    /// <summary>Where a search starts or stops: any int.</summary>
    /// <exception cref="TypeError">It is none.</exception>
    public static long Place(Any value)
        => value.IsSmallInt ? value.Bits : Operators.IsIndex(value) ? Saturate(Operators.Index(value)) : throw new TypeError("slice indices must be integers or have an __index__ method");

    /// <summary>An argument that C calls a size: any int of 64 bits.</summary>
    /// <exception cref="OverflowError">It is larger.</exception>
    public static long SizeOf(Any value)
    {
        if (value.IsSmallInt)
            return value.Bits;
        var number = Operators.Index(value);
        return number >= long.MinValue && number <= long.MaxValue ? (long)number : throw new OverflowError("Python int too large to convert to C ssize_t");
    }

    /// <summary>An index that must fit 64 bits.</summary>
    /// <exception cref="IndexError">It does not.</exception>
    public static long IndexOf(Any value)
    {
        if (value.IsSmallInt)
            return value.Bits;
        var index = Operators.Index(value);
        if (index > long.MaxValue || index < long.MinValue)
            throw new IndexError($"cannot fit '{PyType.Of(value).ErrorName}' into an index-sized integer");
        return (long)index;
    }

    /// <summary>A count of repetitions: <c>[0] * n</c>.</summary>
    /// <exception cref="OverflowError">It does not fit 64 bits.</exception>
    public static long Times(Any value)
    {
        if (value.IsSmallInt)
            return value.Bits;
        var times = Operators.Index(value);
        if (times > long.MaxValue || times < long.MinValue)
            throw new OverflowError($"cannot fit '{PyType.Of(value).ErrorName}' into an index-sized integer");
        return (long)times;
    }

    /// <summary>The length of a repetition.</summary>
    /// <exception cref="MemoryError">It is beyond the size limit.</exception>
    public static int RepeatedLength(int count, long times)
    {
        if (times <= 0 || count == 0)
            return 0;
        return times > ContainerLimits.MaxCount / count ? throw new MemoryError() : count * (int)times;
    }
}

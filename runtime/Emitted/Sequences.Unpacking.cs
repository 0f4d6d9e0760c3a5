namespace Pytocs.Runtime.Core;

/// <summary>Lists of one type taken apart: <c>a, b = items</c>.</summary>
public static partial class Sequences
{
    /// <exception cref="ValueError">Too few or too many items.</exception>
    public static (T, T) Unpack2<T>(PyList<T> items)
    {
        var i = Exactly(items, 2);
        return (i[0], i[1]);
    }

    /// <inheritdoc cref="Unpack2{T}(PyList{T})"/>
    public static (T, T, T) Unpack3<T>(PyList<T> items)
    {
        var i = Exactly(items, 3);
        return (i[0], i[1], i[2]);
    }

    /// <inheritdoc cref="Unpack2{T}(PyList{T})"/>
    public static (T, T, T, T) Unpack4<T>(PyList<T> items)
    {
        var i = Exactly(items, 4);
        return (i[0], i[1], i[2], i[3]);
    }

    private static Span<T> Exactly<T>(PyList<T> items, int count)
    {
        if (items.Count != count)
            // Raises what it always raises.
            Operators.Unpack(items, count);
        return items.AsSpan();
    }
}

using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>Comparisons of containers' elements.</summary>
internal static class Elements
{
    /// <summary>Identity or equality, which is what <c>in</c>, <c>index</c>, <c>remove</c> and container equality use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Same<T>(T a, T b)
    {
        if (typeof(T) == typeof(Any))
            return KeyShapes.Same(Unsafe.As<T, Any>(ref a), Unsafe.As<T, Any>(ref b));
        // A float that is not a number is the same as itself.
        if (typeof(T) == typeof(double))
            return Unsafe.As<T, double>(ref a).Equals(Unsafe.As<T, double>(ref b));
        if (!typeof(T).IsValueType && ReferenceEquals(a, b))
            return true;
        return Generic.Equal(a, b);
    }

    public const int Few = 32;

    /// <summary>The items in an array of their own.</summary>
    /// <remarks>
    /// Spans of arguments and of displays lie on the stack, just written: a block copy that must mind references waits for that longer
    /// than it takes to copy a few items one by one.
    /// </remarks>
    public static T[] ToArray<T>(ReadOnlySpan<T> items)
    {
        if (items.Length > Few)
            return items.ToArray();
        if (items.IsEmpty)
            return [];
        var result = new T[items.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = items[i];
        return result;
    }

    /// <summary>Whether an iterable's length is known without running it.</summary>
    public static bool TryCount<T>(IEnumerable<T> items, out int count)
    {
        switch (items)
        {
            case ICollection<T> c:
                count = c.Count;
                return true;
            case IReadOnlyCollection<T> r:
                count = r.Count;
                return true;
            default:
                count = 0;
                return false;
        }
    }
}

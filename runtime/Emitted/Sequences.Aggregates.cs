namespace Pytocs.Runtime.Core;

/// <summary>Built-in functions that run through an iterable of one type.</summary>
public static partial class Sequences
{
    /// <summary><c>sorted(items)</c>.</summary>
    public static PyList<T> Sorted<T>(IEnumerable<T> items, bool reverse = false)
    {
        var list = new PyList<T>(items);
        list.Sort(reverse);
        return list;
    }

    /// <summary><c>sorted(items, key=key, reverse=reverse)</c>.</summary>
    public static PyList<T> Sorted<T, K>(IEnumerable<T> items, Func<T, K> key, bool reverse = false)
    {
        var list = new PyList<T>(items);
        list.Sort(key, reverse);
        return list;
    }

    /// <inheritdoc cref="Sorted{T, K}(IEnumerable{T}, Func{T, K}, bool)"/>
    public static PyList<T> Sorted<T>(IEnumerable<T> items, Any key, bool reverse = false)
    {
        var list = new PyList<T>(items);
        list.Sort(key, reverse);
        return list;
    }

    /// <summary><c>sum(items, start)</c>.</summary>
    public static PyInt Sum(IEnumerable<PyInt> items, PyInt start = default)
    {
        if (items is PyList<PyInt> list)
            foreach (var item in list)
                start += item;
        else
            foreach (var item in items)
                start += item;
        return start;
    }

    /// <summary><c>sum(items)</c>: how many are true.</summary>
    public static PyInt Sum(IEnumerable<bool> items)
    {
        var total = 0L;
        foreach (var item in items)
            total += item ? 1 : 0;
        return total;
    }

    /// <summary><c>sum(items)</c>: the int 0 where there are none.</summary>
    public static Any Sum(IEnumerable<double> items)
    {
        using var each = items.GetEnumerator();
        // The first is added to the int 0, which takes the sign of a negative zero away.
        return each.MoveNext() ? Compensated(0.0, each) : 0;
    }

    /// <summary><c>sum(items, start)</c>.</summary>
    public static double Sum(IEnumerable<double> items, double start)
    {
        using var each = items.GetEnumerator();
        return each.MoveNext() ? Compensated(start, each) : start;
    }

    /// <summary>Neumaier's variant of Kahan summation, as CPython 3.12 and later.</summary>
    private static double Compensated(double sum, IEnumerator<double> items)
    {
        var compensation = 0.0;
        do
        {
            var x = items.Current;
            var t = sum + x;
            compensation += Math.Abs(sum) >= Math.Abs(x) ? sum - t + x : x - t + sum;
            sum = t;
        }
        while (items.MoveNext());
        return compensation != 0 && double.IsFinite(compensation) ? sum + compensation : sum;
    }

    /// <summary><c>any(items)</c>.</summary>
    public static bool AnyOf<T>(IEnumerable<T> items)
    {
        foreach (var item in items)
            if (Generic.Truth(item))
                return true;
        return false;
    }

    /// <summary><c>all(items)</c>.</summary>
    public static bool AllOf<T>(IEnumerable<T> items)
    {
        foreach (var item in items)
            if (!Generic.Truth(item))
                return false;
        return true;
    }

    /// <summary><c>min(items)</c>.</summary>
    /// <exception cref="ValueError">There are none.</exception>
    public static T Min<T>(IEnumerable<T> items) => TryExtreme(items, false, out var best) ? best : throw Empty("min");

    /// <summary><c>max(items)</c>.</summary>
    /// <exception cref="ValueError">There are none.</exception>
    public static T Max<T>(IEnumerable<T> items) => TryExtreme(items, true, out var best) ? best : throw Empty("max");

    /// <summary><c>min(items, default=fallback)</c>.</summary>
    public static T MinOr<T>(IEnumerable<T> items, T @default) => TryExtreme(items, false, out var best) ? best : @default;

    /// <summary><c>max(items, default=fallback)</c>.</summary>
    public static T MaxOr<T>(IEnumerable<T> items, T @default) => TryExtreme(items, true, out var best) ? best : @default;

    /// <summary><c>min(items, key=key)</c>.</summary>
    /// <exception cref="ValueError">There are none.</exception>
    public static T Min<T, K>(IEnumerable<T> items, Func<T, K> key) => TryExtreme(items, key, false, out var best) ? best : throw Empty("min");

    /// <summary><c>max(items, key=key)</c>.</summary>
    /// <exception cref="ValueError">There are none.</exception>
    public static T Max<T, K>(IEnumerable<T> items, Func<T, K> key) => TryExtreme(items, key, true, out var best) ? best : throw Empty("max");

    /// <inheritdoc cref="Min{T, K}(IEnumerable{T}, Func{T, K})"/>
    public static T Min<T>(IEnumerable<T> items, Any key) => key.IsNone ? Min(items) : Min(items, item => key.Call(Generic.ToAny(item)));

    /// <inheritdoc cref="Max{T, K}(IEnumerable{T}, Func{T, K})"/>
    public static T Max<T>(IEnumerable<T> items, Any key) => key.IsNone ? Max(items) : Max(items, item => key.Call(Generic.ToAny(item)));

    /// <summary><c>min(items, default=fallback, key=key)</c>.</summary>
    public static T MinOr<T, K>(IEnumerable<T> items, T @default, Func<T, K> key) => TryExtreme(items, key, false, out var best) ? best : @default;

    /// <summary><c>max(items, default=fallback, key=key)</c>.</summary>
    public static T MaxOr<T, K>(IEnumerable<T> items, T @default, Func<T, K> key) => TryExtreme(items, key, true, out var best) ? best : @default;

    /// <inheritdoc cref="MinOr{T, K}(IEnumerable{T}, T, Func{T, K})"/>
    public static T MinOr<T>(IEnumerable<T> items, T @default, Any key) => key.IsNone ? MinOr(items, @default) : MinOr(items, @default, item => key.Call(Generic.ToAny(item)));

    /// <inheritdoc cref="MaxOr{T, K}(IEnumerable{T}, T, Func{T, K})"/>
    public static T MaxOr<T>(IEnumerable<T> items, T @default, Any key) => key.IsNone ? MaxOr(items, @default) : MaxOr(items, @default, item => key.Call(Generic.ToAny(item)));

    private static ValueError Empty(string function) => new($"{function}() iterable argument is empty");

    private static bool TryExtreme<T>(IEnumerable<T> items, bool isMax, out T best)
    {
        using var each = items.GetEnumerator();
        if (!each.MoveNext())
        {
            best = default!;
            return false;
        }
        best = each.Current;
        while (each.MoveNext())
        {
            var item = each.Current;
            if (isMax ? Generic.Greater(item, best) : Generic.Less(item, best))
                best = item;
        }
        return true;
    }

    private static bool TryExtreme<T, K>(IEnumerable<T> items, Func<T, K> key, bool isMax, out T best)
    {
        using var each = items.GetEnumerator();
        if (!each.MoveNext())
        {
            best = default!;
            return false;
        }
        best = each.Current;
        var bestKey = key(best);
        while (each.MoveNext())
        {
            var item = each.Current;
            var itemKey = key(item);
            if (isMax ? Generic.Greater(itemKey, bestKey) : Generic.Less(itemKey, bestKey))
                (best, bestKey) = (item, itemKey);
        }
        return true;
    }
}

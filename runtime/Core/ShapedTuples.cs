using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Pytocs.Runtime.Core;

/// <summary>
/// Python's operations on C#'s value tuples without making a <see cref="PyTuple"/> of each: found once a type,
/// null for types that are no tuples of two or three parts.
/// </summary>
internal static class ShapedTuples<T>
{
    /// <summary><c>a &lt; b</c>.</summary>
    public static readonly Func<T, T, bool>? Less = ShapedTuples.Find<Func<T, T, bool>>(typeof(T), nameof(ShapedTuples.Less2), nameof(ShapedTuples.Less3));

    /// <summary><c>a == b</c>.</summary>
    public static readonly Func<T, T, bool>? Equal = ShapedTuples.Find<Func<T, T, bool>>(typeof(T), nameof(ShapedTuples.Equal2), nameof(ShapedTuples.Equal3));

    /// <summary>What <see cref="PlainOrder"/> says of such tuples.</summary>
    public static readonly OrderOf? Order = ShapedTuples.Find<OrderOf>(typeof(T), nameof(ShapedTuples.Order2), nameof(ShapedTuples.Order3));

    public delegate int[]? OrderOf(ReadOnlySpan<T> keys);

    /// <summary><c>hash(a)</c>.</summary>
    public static readonly Func<T, long>? Hash = ShapedTuples.Find<Func<T, long>>(typeof(T), nameof(ShapedTuples.Hash2), nameof(ShapedTuples.Hash3));
}

/// <summary>The operations of <see cref="ShapedTuples{T}"/> by the number of parts.</summary>
internal static class ShapedTuples
{
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Without code for the type, the general way is taken.")]
    [UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "The type parameters have no requirements.")]
    public static D? Find<D>(Type type, string two, string three)
        where D : Delegate
    {
        if (!type.IsGenericType || !System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported)
            return null;
        var definition = type.GetGenericTypeDefinition();
        var name = definition == typeof(ValueTuple<,>) ? two : definition == typeof(ValueTuple<,,>) ? three : null;
        return name is null ? null
            : typeof(ShapedTuples).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type.GetGenericArguments()).CreateDelegate<D>();
    }

    internal static bool Less2<A, B>((A, B) x, (A, B) y)
        => Elements.Same(x.Item1, y.Item1) ? Elements.Same(x.Item2, y.Item2) ? false : Generic.Less(x.Item2, y.Item2) : Generic.Less(x.Item1, y.Item1);

    internal static bool Less3<A, B, C>((A, B, C) x, (A, B, C) y)
        => Elements.Same(x.Item1, y.Item1) ? Less2((x.Item2, x.Item3), (y.Item2, y.Item3)) : Generic.Less(x.Item1, y.Item1);

    internal static bool Equal2<A, B>((A, B) x, (A, B) y) => Elements.Same(x.Item1, y.Item1) && Elements.Same(x.Item2, y.Item2);

    internal static bool Equal3<A, B, C>((A, B, C) x, (A, B, C) y) => Elements.Same(x.Item1, y.Item1) && Elements.Same(x.Item2, y.Item2) && Elements.Same(x.Item3, y.Item3);

    internal static int[]? Order2<A, B>(ReadOnlySpan<(A, B)> keys)
    {
        var seconds = new B[keys.Length];
        for (var i = 0; i < seconds.Length; i++)
            seconds[i] = keys[i].Item2;
        return PlainOrder.Of<B>(seconds) is { } order ? ThenBy(keys, order, static key => key.Item1) : null;
    }

    internal static int[]? Order3<A, B, C>(ReadOnlySpan<(A, B, C)> keys)
    {
        var thirds = new C[keys.Length];
        for (var i = 0; i < thirds.Length; i++)
            thirds[i] = keys[i].Item3;
        return PlainOrder.Of<C>(thirds) is { } order && ThenBy(keys, order, static key => key.Item2) is { } next ? ThenBy(keys, next, static key => key.Item1) : null;
    }

    /// <summary>Keys in an order by their later parts, ordered by one part more.</summary>
    private static int[]? ThenBy<K, P>(ReadOnlySpan<K> keys, int[] order, Func<K, P> part)
    {
        var parts = new P[keys.Length];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = part(keys[order[i]]);
        return PlainOrder.Of<P>(parts) is { } next ? PlainOrder.Then(order, next) : null;
    }

    internal static long Hash2<A, B>((A, B) x) => PyTuple.HashOf([Generic.Hash(x.Item1), Generic.Hash(x.Item2)]);

    internal static long Hash3<A, B, C>((A, B, C) x) => PyTuple.HashOf([Generic.Hash(x.Item1), Generic.Hash(x.Item2), Generic.Hash(x.Item3)]);
}

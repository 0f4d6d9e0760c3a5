using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>Attributes of objects that may be None, which is null in typed code.</summary>
public static class NoneChecks
{
    /// <summary>The object whose attribute is asked for.</summary>
    /// <exception cref="AttributeError">It is None.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NotNone<T>(this T? value, string attribute)
        where T : class
        => value ?? throw Missing(attribute, "");

    /// <summary>The object whose attribute is set.</summary>
    /// <exception cref="AttributeError">It is None.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NotNoneToSet<T>(this T? value, string attribute)
        where T : class
        => value ?? throw Missing(attribute, " and no __dict__ for setting new attributes");

    /// <summary>The container that is subscripted.</summary>
    /// <exception cref="TypeError">It is None.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NotNoneToIndex<T>(this T? value)
        where T : class
        => value ?? throw new TypeError("'NoneType' object is not subscriptable");

    /// <summary>The container of which an item is set.</summary>
    /// <exception cref="TypeError">It is None.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NotNoneToSetItem<T>(this T? value)
        where T : class
        => value ?? throw new TypeError("'NoneType' object does not support item assignment");

    /// <summary>What is iterated.</summary>
    /// <exception cref="TypeError">It is None.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NotNoneToIterate<T>(this T? value)
        where T : class
        => value ?? throw new TypeError("'NoneType' object is not iterable");

    /// <summary>The container whose items are counted.</summary>
    /// <exception cref="TypeError">It is None.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NotNoneToCount<T>(this T? value)
        where T : class
        => value ?? throw new TypeError("object of type 'NoneType' has no len()");

    private static AttributeError Missing(string attribute, string why) => new($"'NoneType' object has no attribute '{attribute}'{why}", attribute, Any.None);
}

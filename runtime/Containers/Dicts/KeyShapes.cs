using System.Numerics;
using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>What hash tables need to know about their keys.</summary>
internal static class KeyShapes
{
    /// <summary>Whether a type is a value tuple whose .NET equality and hash agree with Python's.</summary>
    public static bool IsPlainTuple(Type type)
    {
        if (!typeof(ITuple).IsAssignableFrom(type) || !type.IsValueType)
            return false;
        foreach (var part in type.GetGenericArguments())
            if (part != typeof(PyInt) && part != typeof(long) && part != typeof(string) && part != typeof(bool)
                && part != typeof(double) && part != typeof(Any) && !IsPlainTuple(part))
                return false;
        return true;
    }

    /// <summary>Whether instances may be equal to a str although they are none: the class is Python's and defines a hash.</summary>
    public static bool HasOwnHash(PyType type)
        => !type.IsBuiltin && !ReferenceEquals(type.Lookup("__hash__").Ref, PyType.Object.Lookup("__hash__").Ref);

    /// <summary>Identity or equality of two keys.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Same(Any a, Any b)
    {
        if (ReferenceEquals(a.Ref, b.Ref))
            return a.Bits == b.Bits || (a.Ref is not null && Operators.Equal(a, b));
        return a.Ref is string s && b.Ref is string t ? s == t : Operators.Equal(a, b);
    }

    /// <summary>CPython's number of entries for a table of at least <paramref name="slots"/> slots.</summary>
    public static int Capacity(long slots)
        => (int)Math.Min((long)BitOperations.RoundUpToPowerOf2((ulong)Math.Max(slots, 8)) * 2 / 3, ContainerLimits.MaxCount + 1L);

    /// <summary>The table size that belongs to a capacity.</summary>
    public static int TableSize(int capacity) => (int)BitOperations.RoundUpToPowerOf2((uint)capacity + 1);
}

/// <summary>The size limit that lets index arithmetic stay within <see cref="long"/> and arrays within .NET's limit.</summary>
internal static class ContainerLimits
{
    public const int MaxCount = 1 << 30;
}

using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Pytocs.Parser.Combinators;

/// <summary>Items on their way into an array. They wait on a stack that the parsers of a thread share, so that only the array is allocated.</summary>
internal struct Gathered<T>
{
    [ThreadStatic]
    private static T[]? s_items;

    [ThreadStatic]
    private static int s_count;

    private readonly int _start;

    public Gathered() => _start = s_count;

    /// <summary>Adds an item.</summary>
    public readonly void Add(T item)
    {
        var items = s_items ??= new T[64];
        if (s_count == items.Length) Array.Resize(ref s_items, s_count * 2);
        s_items[s_count++] = item;
    }

    /// <summary>Takes the items off the stack, into an array.</summary>
    public readonly ImmutableArray<T> Take()
    {
        ImmutableArray<T> result = s_count == _start ? [] : [.. s_items.AsSpan(_start, s_count - _start)];
        Drop();
        return result;
    }

    /// <summary>Takes the items off the stack.</summary>
    public readonly void Drop()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) s_items?.AsSpan(_start, s_count - _start).Clear();
        s_count = _start;
    }
}

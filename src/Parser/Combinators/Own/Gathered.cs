using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pytocs.Parser.Combinators;

/// <summary>Items on their way into an array. The first few wait on the stack, so that only the array is allocated.</summary>
internal struct Gathered<T>
{
    private const int Inline = 8;

    [InlineArray(Inline)]
    private struct Few
    {
        private T _first;
    }

    private Few _few;
    private T[]? _many;
    private int _count;

    /// <summary>Adds an item.</summary>
    public void Add(T item)
    {
        if (_many is null)
        {
            if (_count < Inline)
            {
                _few[_count++] = item;
                return;
            }
            _many = new T[Inline * 4];
            ((ReadOnlySpan<T>)_few).CopyTo(_many);
        }
        if (_count == _many.Length) Array.Resize(ref _many, _count * 2);
        _many[_count++] = item;
    }

    /// <summary>The items as an array.</summary>
    public readonly ImmutableArray<T> ToArray()
    {
        if (_count == 0) return [];
        var items = _many is null ? ((ReadOnlySpan<T>)_few)[.._count] : _many.AsSpan(0, _count);
        return ImmutableCollectionsMarshal.AsImmutableArray(items.ToArray());
    }
}

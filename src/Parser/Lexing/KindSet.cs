using System.Runtime.CompilerServices;

namespace Pytocs.Parser.Lexing;

/// <summary>A set of kinds of lexemes.</summary>
internal readonly struct KindSet
{
    private readonly ulong _low;
    private readonly ulong _high;

    public KindSet(ReadOnlySpan<TokenKind> kinds)
    {
        foreach (var kind in kinds)
        {
            if ((int)kind < 64) _low |= 1UL << (int)kind;
            else _high |= 1UL << ((int)kind - 64);
        }
    }

    /// <summary>Whether a kind is in the set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(TokenKind kind) => (((int)kind < 64 ? _low : _high) >> ((int)kind & 63) & 1) != 0;
}

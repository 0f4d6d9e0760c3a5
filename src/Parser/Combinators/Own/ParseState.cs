using System.Runtime.CompilerServices;

namespace Pytocs.Parser.Combinators;

/// <summary>How far a parse has come.</summary>
public ref struct ParseState<TToken>(ReadOnlySpan<TToken> tokens, int position)
{
    private const int MaxDepth = 6000;

    private readonly ReadOnlySpan<TToken> _tokens = tokens;
    private int _depth;

    /// <summary>The index of the current token.</summary>
    public int Location { get; private set; } = position;

    /// <summary>The index of the farthest token that no parser could take.</summary>
    public int Farthest { get; private set; } = position;

    /// <summary>Whether the parse was given up because it nests too deep.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>Whether there is a current token.</summary>
    public readonly bool HasCurrent => Location < _tokens.Length;

    /// <summary>The current token.</summary>
    public readonly ref readonly TToken Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _tokens[Location];
    }

    /// <summary>The token after the current one, which is not the last.</summary>
    public readonly ref readonly TToken Next
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _tokens[Location + 1];
    }

    /// <summary>Goes on to the next token.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance() => Location++;

    /// <summary>Notes that the current token does not fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Fail()
    {
        if (Location > Farthest) Farthest = Location;
        return false;
    }

    /// <summary>Goes back to an earlier token.</summary>
    public void Rewind(int location) => Location = location;

    /// <summary>Goes one level deeper, if there is stack left and the depth is not beyond what CPython takes.</summary>
    public bool Enter()
    {
        if (_depth < MaxDepth && ((_depth & 7) != 0 || RuntimeHelpers.TryEnsureSufficientExecutionStack()))
        {
            _depth++;
            return true;
        }
        IsTooDeep = true;
        return false;
    }

    /// <summary>Comes back from a level.</summary>
    public void Leave() => _depth--;
}

using System.Buffers;

namespace Pytocs.Parser.Lexing;

/// <summary>The lexemes of a source text, and what the lexer met beside them.</summary>
internal sealed class LexemeBuffer(Lexeme[] items, int count, NameTable names, List<RawComment> comments, List<LexicalError> warnings)
{
    /// <summary>The lexemes; only the first <see cref="Count"/> are in use. The last one is EndOfFile.</summary>
    public Lexeme[] Items { get; private set; } = items;

    public int Count { get; } = count;

    /// <summary>Gives the memory of the lexemes back; they may not be used any more.</summary>
    public void Release()
    {
        ArrayPool<Lexeme>.Shared.Return(Items, clearArray: true);
        Items = [];
    }

    /// <summary>The lines with `# type: ignore` and what follows these words, where type comments are asked for.</summary>
    public IReadOnlyList<(int Line, string Tag)> TypeIgnores { get; init; } = [];

    /// <summary>Whether the text ends in an indented block.</summary>
    public bool EndsInBlock { get; init; }

    public NameTable Names { get; } = names;

    public List<RawComment> Comments { get; } = comments;

    public List<LexicalError> Warnings { get; } = warnings;
}

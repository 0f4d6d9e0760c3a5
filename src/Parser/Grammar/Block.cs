using System.Collections.Immutable;

namespace Pytocs.Parser.Grammar;

using Pytocs.Parser.Ast;

/// <summary>A semicolon and the statement after it, if there is one.</summary>
internal readonly record struct Follower(Lexing.Lexeme Semicolon, Statement? Next);

/// <summary>Statements of a block and the end of its last lexeme. Where there is only one statement there is no array yet.</summary>
internal readonly record struct Block(Statement? Only, ImmutableArray<Statement> Several, int End) : IRun<Statement>
{
    /// <summary>Whether there is a block at all.</summary>
    public bool Exists => Only is not null || !Several.IsDefault;

    /// <summary>The statements; none if there is no block.</summary>
    public ImmutableArray<Statement> Statements => Only is not null ? [Only] : Build.OrNone(Several);

    public static Block One(Statement statement) => new(statement, default, statement.Span.End);

    /// <summary>Lines one after the other.</summary>
    public static Block Join(ImmutableArray<Statement> statements, Block last) => new(null, statements, last.End);

    /// <summary>The statements of a line; null if a semicolon follows another.</summary>
    public static Block? Line(Statement first, ImmutableArray<Follower> rest)
    {
        for (var i = 0; i < rest.Length - 1; i++)
            if (rest[i].Next is null) return null;
        return new Block(
            null,
            [first, .. rest.Where(r => r.Next is not null).Select(r => r.Next!)],
            rest[^1].Next?.Span.End ?? rest[^1].Semicolon.End);
    }
}

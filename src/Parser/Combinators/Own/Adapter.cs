using System.Collections.Immutable;
using Pytocs.Parser.Lexing;

namespace Pytocs.Parser.Combinators;

/// <summary>What the grammar needs beyond Pidgin's vocabulary: lexemes by kind, dispatch on the first lexeme, arrays, folds.</summary>
internal static class Adapter
{
    /// <summary>A lexeme of a kind.</summary>
    public static Parser<Lexeme, Lexeme> Tok(TokenKind kind) => new KindParser(kind);

    /// <summary>A name, soft keywords included.</summary>
    public static Parser<Lexeme, Lexeme> Identifier { get; } = new IdentifierParser();

    /// <summary>A parser or, where it fails at its first lexeme, nothing.</summary>
    public static Parser<Lexeme, T?> Opt<T>(Parser<Lexeme, T> parser) => new OptionalParser<T>(parser);

    /// <summary>A parser any number of times.</summary>
    public static Parser<Lexeme, ImmutableArray<T>> ManyOf<T>(Parser<Lexeme, T> parser) => new ArrayParser<T>(parser, 0);

    /// <summary>A parser once or more.</summary>
    public static Parser<Lexeme, ImmutableArray<T>> AtLeastOneOf<T>(Parser<Lexeme, T> parser) => new ArrayParser<T>(parser, 1);

    /// <summary>Items with commas between them and maybe one after the last.</summary>
    public static Parser<Lexeme, Listed<T>> CommaList<T>(Parser<Lexeme, T> item) => new ListParser<T>(item, TokenKind.Comma);

    /// <summary>A head and any number of suffixes, joined from the left.</summary>
    public static Parser<Lexeme, T> Fold<T, TSuffix>(Parser<Lexeme, T> head, Parser<Lexeme, TSuffix> suffix, Func<T, TSuffix, T> join) =>
        new FoldParser<T, TSuffix>(head, suffix, join);

    /// <summary>Operands with binary operators between them, joined by precedence and from the left.</summary>
    public static Parser<Lexeme, T> Infix<T>(Parser<Lexeme, T> operand, Func<TokenKind, int> precedence, Func<T, TokenKind, T, T> join) =>
        new InfixParser<T>(operand, precedence, join);

    /// <summary>A parser that fails where its value is null.</summary>
    public static Parser<Lexeme, T> Valid<T>(Parser<Lexeme, T?> parser) where T : class => new ValidParser<T>(parser);

    /// <summary>A parser that fails where its value is null.</summary>
    public static Parser<Lexeme, T> Valid<T>(Parser<Lexeme, T?> parser) where T : struct => new ValidValueParser<T>(parser);

    /// <summary>A parser once or more, the items of its runs in one; a single run as it is.</summary>
    public static Parser<Lexeme, TRun> Joined<TRun, T>(Parser<Lexeme, TRun> parser, Func<ImmutableArray<T>, TRun, TRun> join)
        where TRun : struct, Grammar.IRun<T>
        where T : class => new JoinedParser<TRun, T>(parser, join);

    /// <summary>A parser for which a lexeme of some kinds is all there is to read where one of the kinds that end it follows: then the atom's parser takes it at once.</summary>
    public static Parser<Lexeme, T> Alone<T>(Parser<Lexeme, T> atom, ReadOnlySpan<TokenKind> kinds, ReadOnlySpan<TokenKind> ends, Parser<Lexeme, T> parser) =>
        new AloneParser<T>(atom, new KindSet(kinds), new KindSet(ends), parser);

    /// <summary>A parser that gives up, rather than overflow the stack.</summary>
    public static Parser<Lexeme, T> Guarded<T>(Parser<Lexeme, T> parser) => new GuardedParser<T>(parser);
}

/// <summary>Items of a list, where it ends and whether it holds a comma.</summary>
internal readonly record struct Listed<T>(ImmutableArray<T> Items, bool HasComma, int End);

/// <summary>A choice made by the kind of the first lexeme.</summary>
internal sealed class Dispatch<T> : Parser<Lexeme, T>
{
    private readonly Parser<Lexeme, T>?[] _table = new Parser<Lexeme, T>?[TokenKinds.Count];

    /// <summary>The parser for lexemes of a kind.</summary>
    public Dispatch<T> On(TokenKind kind, Parser<Lexeme, T> parser)
    {
        _table[(int)kind] = parser;
        return this;
    }

    /// <summary>The parser for lexemes of several kinds.</summary>
    public Dispatch<T> On(ReadOnlySpan<TokenKind> kinds, Parser<Lexeme, T> parser)
    {
        foreach (var kind in kinds) _table[(int)kind] = parser;
        return this;
    }

    /// <summary>The parser for lexemes of all other kinds.</summary>
    public Dispatch<T> Otherwise(Parser<Lexeme, T> parser)
    {
        for (var i = 0; i < _table.Length; i++) _table[i] ??= parser;
        return this;
    }

    public override bool TryParse(ref ParseState<Lexeme> state, out T result)
    {
        if (_table[(int)state.Current.Kind] is { } parser) return parser.TryParse(ref state, out result);
        result = default!;
        return state.Fail();
    }
}

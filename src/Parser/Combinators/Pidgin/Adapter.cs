using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Pidgin;
using Pytocs.Parser.Lexing;

namespace Pytocs.Parser.Combinators;

/// <summary>What the grammar needs beyond Pidgin's vocabulary, made of Pidgin's parsers.</summary>
internal static class Adapter
{
    /// <summary>A lexeme of a kind.</summary>
    public static Parser<Lexeme, Lexeme> Tok(TokenKind kind) => Parser<Lexeme>.Token(lexeme => lexeme.Kind == kind);

    /// <summary>A name, soft keywords included.</summary>
    public static Parser<Lexeme, Lexeme> Identifier { get; } = Parser<Lexeme>.Token(lexeme => TokenKinds.IsName(lexeme.Kind));

    /// <summary>A parser or, where it fails at its first lexeme, nothing.</summary>
    public static Parser<Lexeme, T?> Opt<T>(Parser<Lexeme, T> parser) =>
        parser.Optional().Select(found => found.HasValue ? found.Value : default);

    /// <summary>A parser any number of times.</summary>
    public static Parser<Lexeme, ImmutableArray<T>> ManyOf<T>(Parser<Lexeme, T> parser) => parser.Many().Select(ImmutableArray.ToImmutableArray);

    /// <summary>A parser once or more.</summary>
    public static Parser<Lexeme, ImmutableArray<T>> AtLeastOneOf<T>(Parser<Lexeme, T> parser) =>
        parser.AtLeastOnce().Select(ImmutableArray.ToImmutableArray);

    private readonly record struct Next<T>(Lexeme Comma, Maybe<T> Item);

    /// <summary>Items with commas between them and maybe one after the last.</summary>
    public static Parser<Lexeme, Listed<T>> CommaList<T>(Parser<Lexeme, T> item) => Map(
            (first, rest) => (First: first, Others: rest.ToList()),
            item,
            Map((comma, next) => new Next<T>(comma, next), Tok(TokenKind.Comma), item.Optional()).Many())
        .Where(list => list.Others.SkipLast(1).All(next => next.Item.HasValue))
        .Select(list => new Listed<T>(
            [list.First, .. list.Others.Where(next => next.Item.HasValue).Select(next => next.Item.Value)],
            list.Others.Count > 0,
            list.Others.Count > 0 && !list.Others[^1].Item.HasValue ? list.Others[^1].Comma.End : -1));

    /// <summary>A head and any number of suffixes, joined from the left.</summary>
    public static Parser<Lexeme, T> Fold<T, TSuffix>(Parser<Lexeme, T> head, Parser<Lexeme, TSuffix> suffix, Func<T, TSuffix, T> join) =>
        Map((first, rest) => rest.Aggregate(first, join), head, suffix.Many());

    /// <summary>Operands with binary operators between them, joined by precedence and from the left.</summary>
    public static Parser<Lexeme, T> Infix<T>(Parser<Lexeme, T> operand, Func<TokenKind, int> precedence, Func<T, TokenKind, T, T> join)
    {
        var operation = Parser<Lexeme>.Token(lexeme => precedence(lexeme.Kind) > 0).Select(lexeme => lexeme.Kind);
        return Map((first, rest) => Climb(first, rest, precedence, join), operand, Map((op, right) => (op, right), operation, operand).Many());
    }

    private static T Climb<T>(T first, IEnumerable<(TokenKind Operator, T Right)> rest, Func<TokenKind, int> precedence, Func<T, TokenKind, T, T> join)
    {
        var pending = new Stack<(T Left, TokenKind Operator)>();
        var right = first;
        foreach (var (operation, next) in rest)
        {
            Reduce(precedence(operation));
            pending.Push((right, operation));
            right = next;
        }
        Reduce(0);
        return right;

        void Reduce(int level)
        {
            while (pending.TryPeek(out var top) && precedence(top.Operator) >= level)
            {
                pending.Pop();
                right = join(top.Left, top.Operator, right);
            }
        }
    }

    /// <summary>A parser that fails where its value is null.</summary>
    public static Parser<Lexeme, T> Valid<T>(Parser<Lexeme, T?> parser) where T : class =>
        parser.Where(value => value is not null).Select(value => value!);

    /// <summary>A parser that fails where its value is null.</summary>
    public static Parser<Lexeme, T> Valid<T>(Parser<Lexeme, T?> parser) where T : struct =>
        parser.Where(value => value.HasValue).Select(value => value!.Value);

    /// <summary>A parser once or more, the items of its runs in one; a single run as it is.</summary>
    public static Parser<Lexeme, TRun> Joined<TRun, T>(Parser<Lexeme, TRun> parser, Func<ImmutableArray<T>, TRun, TRun> join)
        where TRun : struct, Grammar.IRun<T>
        where T : class => parser.AtLeastOnce().Select(found =>
        {
            var runs = found.ToList();
            return runs.Count == 1
                ? runs[0]
                : join([.. runs.SelectMany(run => run.Only is { } only ? [only] : run.Several)], runs[^1]);
        });

    /// <summary>A parser; that a lexeme alone may suffice is for combinators that can look ahead at no cost.</summary>
    public static Parser<Lexeme, T> Alone<T>(Parser<Lexeme, T> atom, ReadOnlySpan<TokenKind> kinds, ReadOnlySpan<TokenKind> ends, Parser<Lexeme, T> parser) => parser;

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

    public override bool TryParse(ref ParseState<Lexeme> state, ref PooledList<Expected<Lexeme>> expecteds, out T result)
    {
        if (state.HasCurrent && _table[(int)state.Current.Kind] is { } parser) return parser.TryParse(ref state, ref expecteds, out result!);
        result = default!;
        return false;
    }
}

internal sealed class GuardedParser<T>(Parser<Lexeme, T> parser) : Parser<Lexeme, T>
{
    public override bool TryParse(ref ParseState<Lexeme> state, ref PooledList<Expected<Lexeme>> expecteds, out T result)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return parser.TryParse(ref state, ref expecteds, out result!);
    }
}

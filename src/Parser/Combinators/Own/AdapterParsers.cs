using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Pytocs.Parser.Lexing;

namespace Pytocs.Parser.Combinators;

internal sealed class KindParser(TokenKind kind) : Parser<Lexeme, Lexeme>
{
    public override bool TryParse(ref ParseState<Lexeme> state, out Lexeme result)
    {
        result = state.Current;
        if (result.Kind != kind) return state.Fail();
        if (kind != TokenKind.EndOfFile) state.Advance();
        return true;
    }
}

internal sealed class IdentifierParser : Parser<Lexeme, Lexeme>
{
    public override bool TryParse(ref ParseState<Lexeme> state, out Lexeme result)
    {
        result = state.Current;
        if (!TokenKinds.IsName(result.Kind)) return state.Fail();
        state.Advance();
        return true;
    }
}

internal sealed class OptionalParser<T>(Parser<Lexeme, T> parser) : Parser<Lexeme, T?>
{
    public override bool TryParse(ref ParseState<Lexeme> state, out T? result)
    {
        var start = state.Location;
        if (parser.TryParse(ref state, out var value))
        {
            result = value;
            return true;
        }
        result = default;
        return state.Location == start;
    }
}

internal sealed class ArrayParser<T>(Parser<Lexeme, T> parser, int minimum) : Parser<Lexeme, ImmutableArray<T>>
{
    private readonly ImmutableArray<T> _none = [];

    public override bool TryParse(ref ParseState<Lexeme> state, out ImmutableArray<T> result)
    {
        result = _none;
        var start = state.Location;
        if (!parser.TryParse(ref state, out var first)) return state.Location == start && minimum == 0;
        start = state.Location;
        if (!parser.TryParse(ref state, out var second))
        {
            result = [first];
            return state.Location == start;
        }
        var items = new Gathered<T>();
        items.Add(first);
        items.Add(second);
        while (true)
        {
            start = state.Location;
            if (!parser.TryParse(ref state, out var item)) break;
            items.Add(item);
        }
        result = items.ToArray();
        return state.Location == start;
    }
}

internal sealed class ListParser<T>(Parser<Lexeme, T> item, TokenKind separator) : Parser<Lexeme, Listed<T>>
{
    public override bool TryParse(ref ParseState<Lexeme> state, out Listed<T> result)
    {
        result = default;
        if (!item.TryParse(ref state, out var value)) return false;
        if (state.Current.Kind != separator)
        {
            result = new Listed<T>([value], false, -1);
            state.Fail();
            return true;
        }
        var items = new Gathered<T>();
        items.Add(value);
        var end = -1;
        while (state.Current.Kind == separator)
        {
            end = state.Current.End;
            state.Advance();
            var start = state.Location;
            if (item.TryParse(ref state, out value))
            {
                items.Add(value);
                end = -1;
            }
            else if (state.Location == start)
            {
                break;
            }
            else
            {
                return false;
            }
        }
        result = new Listed<T>(items.ToArray(), true, end);
        return true;
    }
}

internal sealed class FoldParser<T, TSuffix>(Parser<Lexeme, T> head, Parser<Lexeme, TSuffix> suffix, Func<T, TSuffix, T> join) : Parser<Lexeme, T>
{
    public override bool TryParse(ref ParseState<Lexeme> state, out T result)
    {
        if (!head.TryParse(ref state, out result)) return false;
        while (true)
        {
            var start = state.Location;
            if (!suffix.TryParse(ref state, out var value)) return state.Location == start;
            result = join(result, value);
        }
    }
}

internal sealed class InfixParser<T>(Parser<Lexeme, T> operand, Func<TokenKind, int> precedence, Func<T, TokenKind, T, T> join) : Parser<Lexeme, T>
{
    public override bool TryParse(ref ParseState<Lexeme> state, out T result)
    {
        if (!operand.TryParse(ref state, out result)) return false;
        return precedence(state.Current.Kind) == 0 ? state.Fail() || true : Continue(ref state, ref result);
    }

    /// <summary>How many levels of precedence there are; no more operators than that can wait for their right operand.</summary>
    private const int Levels = 6;

    [InlineArray(Levels)]
    private struct Lefts
    {
        private T _first;
    }

    private bool Continue(ref ParseState<Lexeme> state, ref T result)
    {
        var right = result;
        Span<(TokenKind Operator, int Level)> pending = stackalloc (TokenKind, int)[Levels];
        var lefts = new Lefts();
        var count = 0;
        while (true)
        {
            var kind = state.Current.Kind;
            var level = precedence(kind);
            while (count > 0 && pending[count - 1].Level >= level)
            {
                count--;
                right = join(lefts[count], pending[count].Operator, right);
            }
            if (level == 0)
            {
                result = right;
                state.Fail();
                return true;
            }
            lefts[count] = right;
            pending[count++] = (kind, level);
            state.Advance();
            if (!operand.TryParse(ref state, out right)) return false;
        }
    }
}

internal sealed class ValidParser<T>(Parser<Lexeme, T?> parser) : Parser<Lexeme, T> where T : class
{
    public override bool TryParse(ref ParseState<Lexeme> state, out T result)
    {
        result = null!;
        if (!parser.TryParse(ref state, out var value)) return false;
        if (value is null) return state.Fail();
        result = value;
        return true;
    }
}

internal sealed class ValidValueParser<T>(Parser<Lexeme, T?> parser) : Parser<Lexeme, T> where T : struct
{
    public override bool TryParse(ref ParseState<Lexeme> state, out T result)
    {
        result = default;
        if (!parser.TryParse(ref state, out var value)) return false;
        if (value is not { } found) return state.Fail();
        result = found;
        return true;
    }
}

internal sealed class JoinedParser<TRun, T>(Parser<Lexeme, TRun> parser, Func<ImmutableArray<T>, TRun, TRun> join) : Parser<Lexeme, TRun>
    where TRun : struct, Grammar.IRun<T>
    where T : class
{
    public override bool TryParse(ref ParseState<Lexeme> state, out TRun result)
    {
        if (!parser.TryParse(ref state, out result)) return false;
        var start = state.Location;
        if (!parser.TryParse(ref state, out var next)) return state.Location == start;
        var items = new Gathered<T>();
        Add(ref items, result);
        do
        {
            Add(ref items, next);
            result = next;
            start = state.Location;
        }
        while (parser.TryParse(ref state, out next));
        result = join(items.ToArray(), result);
        return state.Location == start;
    }

    private static void Add(ref Gathered<T> items, TRun run)
    {
        if (run.Only is { } only)
        {
            items.Add(only);
            return;
        }
        foreach (var item in run.Several) items.Add(item);
    }
}

internal sealed class AloneParser<T>(Parser<Lexeme, T> atom, KindSet kinds, KindSet ends, Parser<Lexeme, T> parser) : Parser<Lexeme, T>
{
    public override bool TryParse(ref ParseState<Lexeme> state, out T result)
    {
        if (!kinds.Contains(state.Current.Kind) || !ends.Contains(state.Next.Kind)) return parser.TryParse(ref state, out result);
        if (!atom.TryParse(ref state, out result)) return false;
        state.Fail(); // no operator follows, as the parser would have found
        return true;
    }
}

internal sealed class GuardedParser<T>(Parser<Lexeme, T> parser) : Parser<Lexeme, T>
{
    public override bool TryParse(ref ParseState<Lexeme> state, out T result)
    {
        if (!state.Enter())
        {
            result = default!;
            return false;
        }
        var read = parser.TryParse(ref state, out result);
        state.Leave();
        return read;
    }
}

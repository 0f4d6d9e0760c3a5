using System.Collections.Immutable;
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
    public override bool TryParse(ref ParseState<Lexeme> state, out ImmutableArray<T> result)
    {
        result = [];
        var start = state.Location;
        if (!parser.TryParse(ref state, out var first)) return state.Location == start && minimum == 0;
        start = state.Location;
        if (!parser.TryParse(ref state, out var second))
        {
            result = [first];
            return state.Location == start;
        }
        var items = new List<T>(8) { first, second };
        while (true)
        {
            start = state.Location;
            if (!parser.TryParse(ref state, out var item)) break;
            items.Add(item);
        }
        result = [.. items];
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
        var items = new List<T>(8) { value };
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
        result = new Listed<T>([.. items], true, end);
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

    private bool Continue(ref ParseState<Lexeme> state, ref T result)
    {
        var pending = new List<(T Left, TokenKind Operator, int Level)>(4);
        var right = result;
        while (true)
        {
            var kind = state.Current.Kind;
            var level = precedence(kind);
            while (pending.Count > 0 && pending[^1].Level >= level)
            {
                var (left, operation, _) = pending[^1];
                pending.RemoveAt(pending.Count - 1);
                right = join(left, operation, right);
            }
            if (level == 0)
            {
                result = right;
                state.Fail();
                return true;
            }
            pending.Add((right, kind, level));
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

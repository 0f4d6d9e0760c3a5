namespace Pytocs.Parser.Combinators;

internal sealed class ThenParser<TToken, T, TNext>(Parser<TToken, T> first, Parser<TToken, TNext> second) : Parser<TToken, TNext>
{
    public override bool TryParse(ref ParseState<TToken> state, out TNext result)
    {
        if (first.TryParse(ref state, out _)) return second.TryParse(ref state, out result);
        result = default!;
        return false;
    }
}

internal sealed class BeforeParser<TToken, T, TNext>(Parser<TToken, T> first, Parser<TToken, TNext> second) : Parser<TToken, T>
{
    public override bool TryParse(ref ParseState<TToken> state, out T result) =>
        first.TryParse(ref state, out result) && second.TryParse(ref state, out _);
}

internal sealed class SelectParser<TToken, T, TResult>(Parser<TToken, T> parser, Func<T, TResult> selector) : Parser<TToken, TResult>
{
    public override bool TryParse(ref ParseState<TToken> state, out TResult result)
    {
        if (parser.TryParse(ref state, out var value))
        {
            result = selector(value);
            return true;
        }
        result = default!;
        return false;
    }
}

internal sealed class BindParser<TToken, T, TNext>(Parser<TToken, T> parser, Func<T, Parser<TToken, TNext>> selector) : Parser<TToken, TNext>
{
    public override bool TryParse(ref ParseState<TToken> state, out TNext result)
    {
        if (parser.TryParse(ref state, out var value)) return selector(value).TryParse(ref state, out result);
        result = default!;
        return false;
    }
}

internal sealed class WhereParser<TToken, T>(Parser<TToken, T> parser, Func<T, bool> predicate) : Parser<TToken, T>
{
    public override bool TryParse(ref ParseState<TToken> state, out T result) =>
        parser.TryParse(ref state, out result) && (predicate(result) || state.Fail());
}

internal sealed class OrParser<TToken, T>(Parser<TToken, T> first, Parser<TToken, T> second) : Parser<TToken, T>
{
    public override bool TryParse(ref ParseState<TToken> state, out T result)
    {
        var start = state.Location;
        return first.TryParse(ref state, out result) || state.Location == start && second.TryParse(ref state, out result);
    }
}

internal sealed class LabelledParser<TToken, T>(Parser<TToken, T> parser, string label) : Parser<TToken, T>
{
    public override bool TryParse(ref ParseState<TToken> state, out T result) => parser.TryParse(ref state, out result);

    public override string ToString() => label;
}

internal sealed class ManyParser<TToken, T>(Parser<TToken, T> parser, int minimum) : Parser<TToken, IEnumerable<T>>
{
    public override bool TryParse(ref ParseState<TToken> state, out IEnumerable<T> result)
    {
        List<T>? found = null;
        while (true)
        {
            var start = state.Location;
            if (parser.TryParse(ref state, out var value))
            {
                (found ??= []).Add(value);
                continue;
            }
            result = found ?? Enumerable.Empty<T>();
            return state.Location == start && (found?.Count ?? 0) >= minimum;
        }
    }
}

internal sealed class TryParser<TToken, T>(Parser<TToken, T> parser) : Parser<TToken, T>
{
    public override bool TryParse(ref ParseState<TToken> state, out T result)
    {
        var start = state.Location;
        if (parser.TryParse(ref state, out result)) return true;
        state.Rewind(start);
        return false;
    }
}

internal sealed class LookaheadParser<TToken, T>(Parser<TToken, T> parser) : Parser<TToken, T>
{
    public override bool TryParse(ref ParseState<TToken> state, out T result)
    {
        var start = state.Location;
        if (!parser.TryParse(ref state, out result)) return false;
        state.Rewind(start);
        return true;
    }
}

internal sealed class NotParser<TToken, T>(Parser<TToken, T> parser) : Parser<TToken, Unit>
{
    public override bool TryParse(ref ParseState<TToken> state, out Unit result)
    {
        var start = state.Location;
        result = default;
        var taken = parser.TryParse(ref state, out _);
        state.Rewind(start);
        return !taken || state.Fail();
    }
}

internal sealed class RecParser<TToken, T>(Func<Parser<TToken, T>> make) : Parser<TToken, T>
{
    private Parser<TToken, T>? _parser;

    public override bool TryParse(ref ParseState<TToken> state, out T result) =>
        (_parser ??= make()).TryParse(ref state, out result);
}

internal sealed class ReturnParser<TToken, T>(T value) : Parser<TToken, T>
{
    public override bool TryParse(ref ParseState<TToken> state, out T result)
    {
        result = value;
        return true;
    }
}

internal sealed class FailParser<TToken, T> : Parser<TToken, T>
{
    public override bool TryParse(ref ParseState<TToken> state, out T result)
    {
        result = default!;
        return state.Fail();
    }
}

internal sealed class TokenParser<TToken>(Func<TToken, bool> predicate) : Parser<TToken, TToken>
{
    public override bool TryParse(ref ParseState<TToken> state, out TToken result)
    {
        if (state.HasCurrent && predicate(state.Current))
        {
            result = state.Current;
            state.Advance();
            return true;
        }
        result = default!;
        return state.Fail();
    }
}

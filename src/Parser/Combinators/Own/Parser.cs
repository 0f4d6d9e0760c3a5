namespace Pytocs.Parser.Combinators;

/// <summary>No value.</summary>
public readonly record struct Unit;

public static partial class Parser
{
    /// <summary>A parser that goes back to where it started when it fails.</summary>
    public static Parser<TToken, T> Try<TToken, T>(Parser<TToken, T> parser) => new TryParser<TToken, T>(parser);

    /// <summary>A parser that goes back to where it started when it succeeds.</summary>
    public static Parser<TToken, T> Lookahead<TToken, T>(Parser<TToken, T> parser) => new LookaheadParser<TToken, T>(parser);

    /// <summary>Succeeds, without taking a token, where a parser fails.</summary>
    public static Parser<TToken, Unit> Not<TToken, T>(Parser<TToken, T> parser) => new NotParser<TToken, T>(parser);

    /// <summary>The first of several parsers that does not fail at its first token.</summary>
    public static Parser<TToken, T> OneOf<TToken, T>(params Parser<TToken, T>[] parsers) => parsers.Aggregate((first, second) => first.Or(second));

    /// <summary>A parser that is made when it is first needed.</summary>
    public static Parser<TToken, T> Rec<TToken, T>(Func<Parser<TToken, T>> parser) => new RecParser<TToken, T>(parser);
}

/// <summary>Parsers of single tokens, and parsers that take none.</summary>
public static class Parser<TToken>
{
    /// <summary>Any token.</summary>
    public static Parser<TToken, TToken> Any { get; } = new TokenParser<TToken>(_ => true);

    /// <summary>A token that passes a test.</summary>
    public static Parser<TToken, TToken> Token(Func<TToken, bool> predicate) => new TokenParser<TToken>(predicate);

    /// <summary>A value and no token.</summary>
    public static Parser<TToken, T> Return<T>(T value) => new ReturnParser<TToken, T>(value);

    /// <summary>Fails always.</summary>
    public static Parser<TToken, T> Fail<T>() => new FailParser<TToken, T>();

    /// <summary>The end of the tokens.</summary>
    public static Parser<TToken, Unit> End { get; } = Parser.Not(Any);
}

namespace Pytocs.Parser.Combinators;

/// <summary>Parsers made of several others.</summary>
public static partial class Parser
{
    /// <summary>1 parser in sequence, the values joined.</summary>
    public static Parser<TToken, TResult> Map<TToken, T1, TResult>(Func<T1, TResult> join, Parser<TToken, T1> parser1) =>
        new MapParser<TToken, T1, TResult>(join, parser1);

    /// <summary>2 parsers in sequence, the values joined.</summary>
    public static Parser<TToken, TResult> Map<TToken, T1, T2, TResult>(Func<T1, T2, TResult> join, Parser<TToken, T1> parser1, Parser<TToken, T2> parser2) =>
        new MapParser<TToken, T1, T2, TResult>(join, parser1, parser2);

    /// <summary>3 parsers in sequence, the values joined.</summary>
    public static Parser<TToken, TResult> Map<TToken, T1, T2, T3, TResult>(Func<T1, T2, T3, TResult> join, Parser<TToken, T1> parser1, Parser<TToken, T2> parser2, Parser<TToken, T3> parser3) =>
        new MapParser<TToken, T1, T2, T3, TResult>(join, parser1, parser2, parser3);

    /// <summary>4 parsers in sequence, the values joined.</summary>
    public static Parser<TToken, TResult> Map<TToken, T1, T2, T3, T4, TResult>(Func<T1, T2, T3, T4, TResult> join, Parser<TToken, T1> parser1, Parser<TToken, T2> parser2, Parser<TToken, T3> parser3, Parser<TToken, T4> parser4) =>
        new MapParser<TToken, T1, T2, T3, T4, TResult>(join, parser1, parser2, parser3, parser4);

    /// <summary>5 parsers in sequence, the values joined.</summary>
    public static Parser<TToken, TResult> Map<TToken, T1, T2, T3, T4, T5, TResult>(Func<T1, T2, T3, T4, T5, TResult> join, Parser<TToken, T1> parser1, Parser<TToken, T2> parser2, Parser<TToken, T3> parser3, Parser<TToken, T4> parser4, Parser<TToken, T5> parser5) =>
        new MapParser<TToken, T1, T2, T3, T4, T5, TResult>(join, parser1, parser2, parser3, parser4, parser5);

    /// <summary>6 parsers in sequence, the values joined.</summary>
    public static Parser<TToken, TResult> Map<TToken, T1, T2, T3, T4, T5, T6, TResult>(Func<T1, T2, T3, T4, T5, T6, TResult> join, Parser<TToken, T1> parser1, Parser<TToken, T2> parser2, Parser<TToken, T3> parser3, Parser<TToken, T4> parser4, Parser<TToken, T5> parser5, Parser<TToken, T6> parser6) =>
        new MapParser<TToken, T1, T2, T3, T4, T5, T6, TResult>(join, parser1, parser2, parser3, parser4, parser5, parser6);

    /// <summary>7 parsers in sequence, the values joined.</summary>
    public static Parser<TToken, TResult> Map<TToken, T1, T2, T3, T4, T5, T6, T7, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, TResult> join, Parser<TToken, T1> parser1, Parser<TToken, T2> parser2, Parser<TToken, T3> parser3, Parser<TToken, T4> parser4, Parser<TToken, T5> parser5, Parser<TToken, T6> parser6, Parser<TToken, T7> parser7) =>
        new MapParser<TToken, T1, T2, T3, T4, T5, T6, T7, TResult>(join, parser1, parser2, parser3, parser4, parser5, parser6, parser7);

    /// <summary>8 parsers in sequence, the values joined.</summary>
    public static Parser<TToken, TResult> Map<TToken, T1, T2, T3, T4, T5, T6, T7, T8, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, TResult> join, Parser<TToken, T1> parser1, Parser<TToken, T2> parser2, Parser<TToken, T3> parser3, Parser<TToken, T4> parser4, Parser<TToken, T5> parser5, Parser<TToken, T6> parser6, Parser<TToken, T7> parser7, Parser<TToken, T8> parser8) =>
        new MapParser<TToken, T1, T2, T3, T4, T5, T6, T7, T8, TResult>(join, parser1, parser2, parser3, parser4, parser5, parser6, parser7, parser8);
}

internal sealed class MapParser<TToken, T1, TResult>(Func<T1, TResult> join, Parser<TToken, T1> parser1) : Parser<TToken, TResult>
{
    public override bool TryParse(ref ParseState<TToken> state, out TResult result)
    {
        if (parser1.TryParse(ref state, out var value1))
        {
            result = join(value1);
            return true;
        }
        result = default!;
        return false;
    }
}

internal sealed class MapParser<TToken, T1, T2, TResult>(Func<T1, T2, TResult> join, Parser<TToken, T1> parser1, Parser<TToken, T2> parser2) : Parser<TToken, TResult>
{
    public override bool TryParse(ref ParseState<TToken> state, out TResult result)
    {
        if (parser1.TryParse(ref state, out var value1)
            && parser2.TryParse(ref state, out var value2))
        {
            result = join(value1, value2);
            return true;
        }
        result = default!;
        return false;
    }
}

internal sealed class MapParser<TToken, T1, T2, T3, TResult>(Func<T1, T2, T3, TResult> join, Parser<TToken, T1> parser1, Parser<TToken, T2> parser2, Parser<TToken, T3> parser3) : Parser<TToken, TResult>
{
    public override bool TryParse(ref ParseState<TToken> state, out TResult result)
    {
        if (parser1.TryParse(ref state, out var value1)
            && parser2.TryParse(ref state, out var value2)
            && parser3.TryParse(ref state, out var value3))
        {
            result = join(value1, value2, value3);
            return true;
        }
        result = default!;
        return false;
    }
}

internal sealed class MapParser<TToken, T1, T2, T3, T4, TResult>(Func<T1, T2, T3, T4, TResult> join, Parser<TToken, T1> parser1, Parser<TToken, T2> parser2, Parser<TToken, T3> parser3, Parser<TToken, T4> parser4) : Parser<TToken, TResult>
{
    public override bool TryParse(ref ParseState<TToken> state, out TResult result)
    {
        if (parser1.TryParse(ref state, out var value1)
            && parser2.TryParse(ref state, out var value2)
            && parser3.TryParse(ref state, out var value3)
            && parser4.TryParse(ref state, out var value4))
        {
            result = join(value1, value2, value3, value4);
            return true;
        }
        result = default!;
        return false;
    }
}

internal sealed class MapParser<TToken, T1, T2, T3, T4, T5, TResult>(Func<T1, T2, T3, T4, T5, TResult> join, Parser<TToken, T1> parser1, Parser<TToken, T2> parser2, Parser<TToken, T3> parser3, Parser<TToken, T4> parser4, Parser<TToken, T5> parser5) : Parser<TToken, TResult>
{
    public override bool TryParse(ref ParseState<TToken> state, out TResult result)
    {
        if (parser1.TryParse(ref state, out var value1)
            && parser2.TryParse(ref state, out var value2)
            && parser3.TryParse(ref state, out var value3)
            && parser4.TryParse(ref state, out var value4)
            && parser5.TryParse(ref state, out var value5))
        {
            result = join(value1, value2, value3, value4, value5);
            return true;
        }
        result = default!;
        return false;
    }
}

internal sealed class MapParser<TToken, T1, T2, T3, T4, T5, T6, TResult>(Func<T1, T2, T3, T4, T5, T6, TResult> join, Parser<TToken, T1> parser1, Parser<TToken, T2> parser2, Parser<TToken, T3> parser3, Parser<TToken, T4> parser4, Parser<TToken, T5> parser5, Parser<TToken, T6> parser6) : Parser<TToken, TResult>
{
    public override bool TryParse(ref ParseState<TToken> state, out TResult result)
    {
        if (parser1.TryParse(ref state, out var value1)
            && parser2.TryParse(ref state, out var value2)
            && parser3.TryParse(ref state, out var value3)
            && parser4.TryParse(ref state, out var value4)
            && parser5.TryParse(ref state, out var value5)
            && parser6.TryParse(ref state, out var value6))
        {
            result = join(value1, value2, value3, value4, value5, value6);
            return true;
        }
        result = default!;
        return false;
    }
}

internal sealed class MapParser<TToken, T1, T2, T3, T4, T5, T6, T7, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, TResult> join, Parser<TToken, T1> parser1, Parser<TToken, T2> parser2, Parser<TToken, T3> parser3, Parser<TToken, T4> parser4, Parser<TToken, T5> parser5, Parser<TToken, T6> parser6, Parser<TToken, T7> parser7) : Parser<TToken, TResult>
{
    public override bool TryParse(ref ParseState<TToken> state, out TResult result)
    {
        if (parser1.TryParse(ref state, out var value1)
            && parser2.TryParse(ref state, out var value2)
            && parser3.TryParse(ref state, out var value3)
            && parser4.TryParse(ref state, out var value4)
            && parser5.TryParse(ref state, out var value5)
            && parser6.TryParse(ref state, out var value6)
            && parser7.TryParse(ref state, out var value7))
        {
            result = join(value1, value2, value3, value4, value5, value6, value7);
            return true;
        }
        result = default!;
        return false;
    }
}

internal sealed class MapParser<TToken, T1, T2, T3, T4, T5, T6, T7, T8, TResult>(Func<T1, T2, T3, T4, T5, T6, T7, T8, TResult> join, Parser<TToken, T1> parser1, Parser<TToken, T2> parser2, Parser<TToken, T3> parser3, Parser<TToken, T4> parser4, Parser<TToken, T5> parser5, Parser<TToken, T6> parser6, Parser<TToken, T7> parser7, Parser<TToken, T8> parser8) : Parser<TToken, TResult>
{
    public override bool TryParse(ref ParseState<TToken> state, out TResult result)
    {
        if (parser1.TryParse(ref state, out var value1)
            && parser2.TryParse(ref state, out var value2)
            && parser3.TryParse(ref state, out var value3)
            && parser4.TryParse(ref state, out var value4)
            && parser5.TryParse(ref state, out var value5)
            && parser6.TryParse(ref state, out var value6)
            && parser7.TryParse(ref state, out var value7)
            && parser8.TryParse(ref state, out var value8))
        {
            result = join(value1, value2, value3, value4, value5, value6, value7, value8);
            return true;
        }
        result = default!;
        return false;
    }
}

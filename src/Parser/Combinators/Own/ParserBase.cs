namespace Pytocs.Parser.Combinators;

/// <summary>
/// Something that reads tokens and gives a value. A parser that fails without having taken a token lets an
/// alternative try; one that fails later does not, unless it stands in <see cref="Parser.Try"/>.
/// </summary>
public abstract partial class Parser<TToken, T>
{
    /// <summary>Reads from the state; false when the tokens do not fit.</summary>
    public abstract bool TryParse(ref ParseState<TToken> state, out T result);
}

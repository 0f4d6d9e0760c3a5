namespace Pytocs.Parser.Combinators;

public abstract partial class Parser<TToken, T>
{
    /// <summary>This and then another, whose value counts.</summary>
    public Parser<TToken, TNext> Then<TNext>(Parser<TToken, TNext> next) => new ThenParser<TToken, T, TNext>(this, next);

    /// <summary>This and then another, their values joined.</summary>
    public Parser<TToken, TResult> Then<TNext, TResult>(Parser<TToken, TNext> next, Func<T, TNext, TResult> join) =>
        Parser.Map(join, this, next);

    /// <summary>This and then another, whose value does not count.</summary>
    public Parser<TToken, T> Before<TNext>(Parser<TToken, TNext> next) => new BeforeParser<TToken, T, TNext>(this, next);

    /// <summary>This between two others.</summary>
    public Parser<TToken, T> Between<TOpen, TClose>(Parser<TToken, TOpen> open, Parser<TToken, TClose> close) =>
        open.Then(this).Before(close);

    /// <summary>The value of this, changed.</summary>
    public Parser<TToken, TResult> Select<TResult>(Func<T, TResult> selector) => new SelectParser<TToken, T, TResult>(this, selector);

    /// <summary>The value of this, changed.</summary>
    public Parser<TToken, TResult> Map<TResult>(Func<T, TResult> selector) => Select(selector);

    /// <summary>A fixed value in place of the value of this.</summary>
    public Parser<TToken, TResult> ThenReturn<TResult>(TResult result) => Select(_ => result);

    /// <summary>A parser chosen by the value of this.</summary>
    public Parser<TToken, TNext> Bind<TNext>(Func<T, Parser<TToken, TNext>> selector) => new BindParser<TToken, T, TNext>(this, selector);

    /// <summary>This, if its value passes a test.</summary>
    public Parser<TToken, T> Where(Func<T, bool> predicate) => new WhereParser<TToken, T>(this, predicate);

    /// <summary>This or, if it fails without having taken a token, another.</summary>
    public Parser<TToken, T> Or(Parser<TToken, T> other) => new OrParser<TToken, T>(this, other);

    /// <summary>This under a name for messages.</summary>
    public Parser<TToken, T> Labelled(string label) => new LabelledParser<TToken, T>(this, label);

    /// <summary>This, any number of times.</summary>
    public Parser<TToken, IEnumerable<T>> Many() => new ManyParser<TToken, T>(this, 0);

    /// <summary>This, once or more.</summary>
    public Parser<TToken, IEnumerable<T>> AtLeastOnce() => new ManyParser<TToken, T>(this, 1);

    /// <summary>This, any number of times, with separators between.</summary>
    public Parser<TToken, IEnumerable<T>> Separated<TSeparator>(Parser<TToken, TSeparator> separator) =>
        SeparatedAtLeastOnce(separator).Or(Parser<TToken>.Return(Enumerable.Empty<T>()));

    /// <summary>This, once or more, with separators between.</summary>
    public Parser<TToken, IEnumerable<T>> SeparatedAtLeastOnce<TSeparator>(Parser<TToken, TSeparator> separator) =>
        Parser.Map((first, rest) => rest.Prepend(first), this, separator.Then(this).Many());
}

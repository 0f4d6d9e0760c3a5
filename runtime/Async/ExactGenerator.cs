using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>A generator whose body hands its values to a yielder: everything of Python's protocol reaches it.</summary>
internal sealed class ExactGenerator<T>(string name, string qualName, Func<Yielder<T>, GeneratorBody<Any>> body) : Generator<T>(name, qualName), IDelegate
{
    private readonly Yielder<T> _yielder = new();
    private Coro<Any> _coro;
    private HandledException? _handled;

    private protected override bool IsIterableCoroutine
    {
        get => _yielder.MayAwait;
        set => _yielder.MayAwait = value;
    }

    private protected override Resumable? Body => State == GeneratorState.Created ? null : _coro.Waiting;

    private protected override Any Delegate => State == GeneratorState.Running ? Any.None : _yielder.Delegate;

    DelegateChain? IDelegate.Driver { get; set; }

    IDelegate? IDelegate.Next => _handled is null ? _yielder.Delegate.Ref as IDelegate : null;

    void IDelegate.Release() => _yielder.Chain?.Clear();

    bool IDelegate.Advance(Any sent, BaseException? thrown, bool hasEnded, out Any value) => Advance(sent, thrown, hasEnded, out value);

    /// <summary>One step: true when a value was yielded; otherwise the body returned <paramref name="value"/>.</summary>
    private bool Step(Any sent, BaseException? thrown, out Any value)
    {
        var driver = ((IDelegate)this).Driver;
        if (State == GeneratorState.Running || driver is { IsRunning: true })
            throw new ValueError("generator already executing");
        driver?.Clear();
        if (thrown is not null)
            _yielder.Chain?.Clear();
        return Advance(sent, thrown, false, out value);
    }

    /// <param name="sent">What the body gets.</param>
    /// <param name="thrown">What is raised in it instead.</param>
    /// <param name="hasEnded">Whether that is how what it delegated to has ended.</param>
    /// <param name="value">What it yields or returns.</param>
    private bool Advance(Any sent, BaseException? thrown, bool hasEnded, out Any value)
    {
        value = Any.None;
        if (State == GeneratorState.Closed)
            return thrown is null ? false : throw thrown;
        var first = State == GeneratorState.Created;
        if (first && thrown is not null)
        {
            State = GeneratorState.Closed;
            throw thrown;
        }
        if (first && !sent.IsNone)
            throw new TypeError("can't send non-None value to a just-started generator");
        _yielder.Take(sent, thrown, hasEnded);
        State = GeneratorState.Running;
        // An await chain around this thread is not this generator's.
        var chain = ThreadState.Current;
        var around = (chain.Leaf, chain.IsPython);
        chain.IsPython = true;
        var outer = Handling.Enter(chain, ref _handled);
        if (first)
            _coro = body(_yielder).Inner;
        else if (hasEnded || thrown is not null || !_yielder.TryDelegate(sent))
            _yielder.Body!.Resume();
        Handling.Leave(chain, ref _handled, outer);
        (chain.Leaf, chain.IsPython) = around;
        var awaiter = _coro.GetAwaiter();
        if (!awaiter.IsCompleted)
        {
            State = GeneratorState.Suspended;
            value = _yielder.Value;
            return true;
        }
        State = GeneratorState.Closed;
        try
        {
            value = awaiter.GetResult();
        }
        catch (StopIteration stop)
        {
            throw GeneratorProtocol.Leaving(stop, "generator");
        }
        return false;
    }

    private protected override bool TrySend(Any sent, out Any value) => Step(sent, null, out value);

    private protected override T SendTyped(Any sent) => Step(sent, null, out var result) ? Generic.FromAny<T>(result) : throw GeneratorProtocol.Ended(result);

    private protected override bool TryNextTyped(out T value)
    {
        var more = Step(Any.None, null, out var result);
        value = more ? Generic.FromAny<T>(result) : default!;
        return more;
    }

    private protected override Any Raise(BaseException error) => Step(Any.None, error, out var result) ? result : throw GeneratorProtocol.Ended(result);

    internal override Any Finish()
    {
        if (State is GeneratorState.Created or GeneratorState.Closed)
        {
            State = GeneratorState.Closed;
            return Any.None;
        }
        try
        {
            return Step(Any.None, new GeneratorExit(), out var result) ? throw new RuntimeError("generator ignored GeneratorExit") : result;
        }
        catch (GeneratorExit)
        {
            return Any.None;
        }
    }
}

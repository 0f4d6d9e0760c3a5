using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>
/// A generator with Python's whole protocol.
/// See <see href="https://docs.python.org/3.13/reference/expressions.html#generator-iterator-methods">generator-iterator methods</see>.
/// </summary>
public sealed class Generator<T> : PyIterator, IGenerator, IGeneratorObject, IDelegate
{
    private readonly Func<Yielder<T>, GeneratorBody<Any>> _body;
    private readonly Yielder<T> _yielder = new();
    private GeneratorState _state;
    private Coro<Any> _coro;
    private HandledException? _handled;

    private Generator(string name, string qualName, Func<Yielder<T>, GeneratorBody<Any>> body) => (Name, QualName, _body) = (name, qualName, body);

    public override PyType Class => GeneratorType.Type;

    public string Name { get; set; }

    public string QualName { get; set; }

    GeneratorState IGeneratorObject.State => _state;

    bool IGeneratorObject.IsIterableCoroutine
    {
        get => _yielder.MayAwait;
        set => _yielder.MayAwait = value;
    }

    Resumable? IGeneratorObject.Body => _state == GeneratorState.Created ? null : _coro.Waiting;

    Any IGeneratorObject.Delegate => _state == GeneratorState.Running ? Any.None : _yielder.Delegate;

    /// <summary>Makes a generator; nothing of the body runs before the first item is asked for.</summary>
    public static Generator<T> Create(string name, string qualName, Func<Yielder<T>, GeneratorBody<Any>> body) => new(name, qualName, body);

    DelegateChain? IDelegate.Driver { get; set; }

    IDelegate? IDelegate.Next => _handled is null ? _yielder.Delegate.Ref as IDelegate : null;

    void IDelegate.Release() => _yielder.Chain?.Clear();

    bool IDelegate.Advance(Any sent, BaseException? thrown, bool hasEnded, out Any value) => Advance(sent, thrown, hasEnded, out value);

    /// <summary>One step: true when a value was yielded; otherwise the body returned <paramref name="value"/>.</summary>
    private bool Step(Any sent, BaseException? thrown, out Any value)
    {
        var driver = ((IDelegate)this).Driver;
        if (_state == GeneratorState.Running || driver is { IsRunning: true })
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
        if (_state == GeneratorState.Closed)
            return thrown is null ? false : throw thrown;
        var first = _state == GeneratorState.Created;
        if (first && thrown is not null)
        {
            _state = GeneratorState.Closed;
            throw thrown;
        }
        if (first && !sent.IsNone)
            throw new TypeError("can't send non-None value to a just-started generator");
        _yielder.Take(sent, thrown, hasEnded);
        _state = GeneratorState.Running;
        // An await chain around this thread is not this generator's.
        var chain = ThreadState.Current;
        var around = (chain.Leaf, chain.IsPython);
        chain.IsPython = true;
        var outer = Handling.Enter(chain, ref _handled);
        if (first)
            _coro = _body(_yielder).Inner;
        else if (hasEnded || thrown is not null || !_yielder.TryDelegate(sent))
            _yielder.Body!.Resume();
        Handling.Leave(chain, ref _handled, outer);
        (chain.Leaf, chain.IsPython) = around;
        var awaiter = _coro.GetAwaiter();
        if (!awaiter.IsCompleted)
        {
            _state = GeneratorState.Suspended;
            value = _yielder.Value;
            return true;
        }
        _state = GeneratorState.Closed;
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

    public override bool TryNext(out Any value) => Step(Any.None, null, out value);

    public override Any Next() => Send(Any.None);

    /// <summary><c>generator.send(value)</c>.</summary>
    /// <exception cref="StopIteration">The body returned.</exception>
    public Any Send(Any value) => Step(value, null, out var result) ? result : throw GeneratorProtocol.Ended(result);

    bool IGenerator.TrySend(Any sent, out Any value) => Step(sent, null, out value);

    /// <summary><c>generator.throw(error)</c>.</summary>
    public Any Throw(BaseException error) => Step(Any.None, error, out var result) ? result : throw GeneratorProtocol.Ended(result);

    /// <summary><c>generator.close()</c>: gives what the body returned.</summary>
    /// <exception cref="RuntimeError">The body yields instead of ending.</exception>
    public Any Finish()
    {
        if (_state is GeneratorState.Created or GeneratorState.Closed)
        {
            _state = GeneratorState.Closed;
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

    /// <inheritdoc cref="Finish"/>
    public void Close() => Finish();

    /// <summary>What is left of the items, typed, for the one C# loop that has the generator; leaving it early closes the generator.</summary>
    public IEnumerable<T> Items
    {
        get
        {
            try
            {
                while (TryNext(out var value))
                    yield return Generic.FromAny<T>(value);
            }
            finally
            {
                Drop();
            }
        }
    }

    /// <summary>Closes the generator where nothing refers to it any more: nobody can catch what its body raises then.</summary>
    private void Drop()
    {
        try
        {
            Finish();
        }
        catch (BaseException error)
        {
            Unraisable.Report(error, null, this);
        }
    }
}

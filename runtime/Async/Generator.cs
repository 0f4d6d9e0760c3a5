using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>What generator objects have in common, whatever their values are.</summary>
public abstract class GeneratorObject : PyIterator, IGenerator, IGeneratorObject
{
    private protected GeneratorObject(string name, string qualName) => (Name, QualName) = (name, qualName);

    public override PyType Class => GeneratorType.Type;

    public string Name { get; set; }

    public string QualName { get; set; }

    private protected GeneratorState State { get; set; }

    GeneratorState IGeneratorObject.State => State;

    private protected abstract bool IsIterableCoroutine { get; set; }

    bool IGeneratorObject.IsIterableCoroutine
    {
        get => IsIterableCoroutine;
        set => IsIterableCoroutine = value;
    }

    private protected abstract Resumable? Body { get; }

    Resumable? IGeneratorObject.Body => Body;

    private protected abstract Any Delegate { get; }

    Any IGeneratorObject.Delegate => Delegate;

    /// <summary>Sends a value: true when another was yielded; false at the end, with what the body returned.</summary>
    private protected abstract bool TrySend(Any sent, out Any value);

    bool IGenerator.TrySend(Any sent, out Any value) => TrySend(sent, out value);

    private protected Any SendAny(Any sent) => TrySend(sent, out var value) ? value : throw GeneratorProtocol.Ended(value);

    Any IGenerator.Send(Any value) => SendAny(value);

    public override bool TryNext(out Any value) => TrySend(Any.None, out value);

    public override Any Next() => SendAny(Any.None);

    /// <summary>Raises an error where the body has stopped; gives what it yields then.</summary>
    private protected abstract Any Raise(BaseException error);

    Any IGenerator.Throw(BaseException error) => Raise(error);

    /// <inheritdoc cref="IGeneratorObject.Finish"/>
    internal abstract Any Finish();

    Any IGeneratorObject.Finish() => Finish();

    void IGenerator.Close() => Finish();
}

/// <summary>
/// A generator.
/// See <see href="https://docs.python.org/3.13/reference/expressions.html#generator-iterator-methods">generator-iterator methods</see>.
/// </summary>
public abstract class Generator<T> : GeneratorObject
{
    private protected Generator(string name, string qualName)
        : base(name, qualName)
    {
    }

    /// <summary>Makes a generator; nothing of the body runs before the first item is asked for.</summary>
    public static Generator<T> Create(string name, string qualName, Func<Yielder<T>, GeneratorBody<Any>> body) => new ExactGenerator<T>(name, qualName, body);

    private protected abstract T SendTyped(Any sent);

    private protected abstract bool TryNextTyped(out T value);

    /// <summary><c>next(generator)</c>.</summary>
    /// <exception cref="StopIteration">The body returned.</exception>
    public new T Next() => SendTyped(Any.None);

    /// <summary><c>generator.send(value)</c>.</summary>
    /// <exception cref="StopIteration">The body returned.</exception>
    public T Send(Any value) => SendTyped(value);

    /// <summary><c>generator.throw(error)</c>, of an exception or a class of exceptions.</summary>
    /// <exception cref="StopIteration">The body returned.</exception>
    public T Throw(Any error) => Generic.FromAny<T>(Raise(GeneratorProtocol.ErrorOf(PyTuple.Of(error))));

    /// <summary><c>generator.close()</c>: gives what the body returned.</summary>
    /// <exception cref="RuntimeError">The body yields instead of ending.</exception>
    public Any Close() => Finish();

    /// <summary>What is left of the items, for the one C# loop that has the generator; leaving it early closes the generator.</summary>
    public IEnumerable<T> Items
    {
        get
        {
            try
            {
                while (TryNextTyped(out var value))
                    yield return value;
            }
            finally
            {
                Drop();
            }
        }
    }

    /// <summary>What is left of the items, for a loop that others share the generator with: leaving it does not close the generator.</summary>
    public IEnumerable<T> Rest
    {
        get
        {
            while (TryNextTyped(out var value))
                yield return value;
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

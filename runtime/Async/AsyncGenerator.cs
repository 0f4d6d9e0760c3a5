using System.Runtime.CompilerServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>
/// An asynchronous generator.
/// See <see href="https://docs.python.org/3.13/reference/expressions.html#asynchronous-generator-iterator-methods">its methods</see>.
/// </summary>
public abstract class AsyncGenerator<T> : PyObject, IAsyncGeneratorObject, IAsyncEnumerable<T>, IAsyncDisposable
{
    private protected AsyncGenerator(string name, string qualName) => (Name, QualName) = (name, qualName);

    public override PyType Class => AsyncGeneratorType.Type;

    public string Name { get; set; }

    public string QualName { get; set; }

    private protected GeneratorState State { get; set; }

    GeneratorState IAsyncGeneratorObject.State => State;

    bool IAsyncGeneratorObject.IsRunning { get; set; }

    bool IAsyncGeneratorObject.IsClosed { get; set; }

    bool IAsyncGeneratorObject.IsKnown { get; set; }

    private protected abstract Resumable? Body { get; }

    Resumable? IAsyncGeneratorObject.Body => Body;

    /// <summary>The value yielded last.</summary>
    internal abstract T Value { get; }

    internal TResult ValueAs<TResult>()
    {
        var value = Value;
        return typeof(TResult) == typeof(T) ? Unsafe.As<T, TResult>(ref value) : Generic.FromAny<TResult>(Generic.ToAny(value));
    }

    Any IAsyncGeneratorObject.Current => Generic.ToAny(Value);

    /// <inheritdoc cref="IAsyncGeneratorObject.StepAsync"/>
    internal abstract Coro<bool> StepAsync(Any sent, BaseException? thrown);

    Coro<bool> IAsyncGeneratorObject.StepAsync(Any sent, BaseException? thrown) => StepAsync(sent, thrown);

    /// <summary>Makes a generator; nothing of the body runs before the first value is asked for.</summary>
    public static AsyncGenerator<T> Create(string name, string qualName, Func<AsyncYielder<T>, AsyncGeneratorBody> body) => new ExactAsyncGenerator<T>(name, qualName, body);

    /// <summary><c>await generator.__anext__()</c>.</summary>
    /// <exception cref="StopAsyncIteration">The body returned.</exception>
    public Coro<T> NextAsync() => SendAsync(Any.None);

    /// <summary><c>await generator.asend(value)</c>.</summary>
    /// <exception cref="StopAsyncIteration">The body returned.</exception>
    /// <exception cref="RuntimeError">Somebody awaits the generator already.</exception>
    public Coro<T> SendAsync(Any value)
    {
        AsyncGeneratorHooks.Begin(this);
        return AsyncGeneratorStep.SendAsync<T, T>(this, value);
    }

    Coro<Any> IAsyncGeneratorObject.SendAsync(Any value) => AsyncGeneratorStep.SendAsync<T, Any>(this, value);

    /// <summary><c>await generator.athrow(error)</c>: the value yielded then, or None of a generator that has ended.</summary>
    /// <exception cref="StopAsyncIteration">The body returned.</exception>
    public async Coro<Any> ThrowAsync(Any error) => await ((Any)this).Invoke("athrow", error);

    /// <summary><c>await generator.aclose()</c>.</summary>
    /// <exception cref="RuntimeError">The body yields instead of ending.</exception>
    public async Coro CloseAsync()
    {
        AsyncGeneratorHooks.Begin(this);
        await AsyncGeneratorStep.CloseAsync(this);
    }

    /// <summary>Closes the generator from C#.</summary>
    public async ValueTask DisposeAsync() => await AsyncGeneratorStep.CloseAsync(this);

    /// <summary>Iterates from C#. Leaving the loop early closes the generator soon, as dropping its last reference does in CPython.</summary>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        AsyncGeneratorHooks.Begin(this);
        return new Enumerator(this, isOnly: true);
    }

    /// <summary>What is left of the values, for an <c>async for</c> that others share the generator with: leaving it does not close the generator.</summary>
    public IAsyncEnumerable<T> Rest => new RestOfValues(this);

    private sealed class RestOfValues(AsyncGenerator<T> generator) : IAsyncEnumerable<T>
    {
        public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            AsyncGeneratorHooks.Begin(generator);
            return new Enumerator(generator, isOnly: false);
        }
    }

    private sealed class Enumerator(AsyncGenerator<T> generator, bool isOnly) : IAsyncEnumerator<T>
    {
        public T Current => generator.Value;

        public ValueTask<bool> MoveNextAsync()
        {
            var next = AsyncGeneratorStep.NextAsync(generator);
            return next.TryResult(out var more) ? new ValueTask<bool>(more) : AsyncGeneratorStep.Waiting(next);
        }

        public ValueTask DisposeAsync()
        {
            if (isOnly && generator.State == GeneratorState.Suspended)
                AsyncGeneratorHooks.Drop(generator);
            return default;
        }
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary><c>async for</c> over objects of any class. See <see href="https://docs.python.org/3.13/reference/compound_stmts.html#the-async-for-statement">async for</see>.</summary>
public static class AsyncIteration
{
    /// <summary>The items of a dynamic asynchronous iterable.</summary>
    /// <exception cref="TypeError">The object has no <c>__aiter__</c>, or it gives no asynchronous iterator.</exception>
    public static IAsyncEnumerable<Any> Of(Any iterable)
    {
        if (iterable.Ref is not (null or IPyObject or string) && ForeignTasks.Enumerate(iterable.Ref) is { } foreign)
            return foreign;
        var type = PyType.Of(iterable);
        var method = iterable.Ref is IPyObject ? type.Special("__aiter__") : Any.Unbound;
        if (method.IsUnbound)
            throw new TypeError($"'async for' requires an object with __aiter__ method, got {type.Name}");
        var iterator = method.Call(iterable);
        if (PyType.Of(iterator).Special("__anext__").IsUnbound)
            throw new TypeError($"'async for' received an object from __aiter__ that does not implement __anext__: {PyType.Of(iterator).Name}");
        return iterator.Ref is IAsyncGeneratorObject generator ? new GeneratorItems(generator) : new Source(() => Next(iterator));
    }

    private static async Coro<Any> Next(Any iterator)
    {
        var awaitable = PyType.Of(iterator).Special("__anext__").Call(iterator);
        if (awaitable.Ref is Coroutine or Future or IAwaitable)
            return await awaitable;
        Any steps;
        try
        {
            steps = Awaiting.Iterator(awaitable);
        }
        catch (BaseException error)
        {
            throw Raise.From(new TypeError($"'async for' received an invalid object from __anext__: {PyType.Of(awaitable).Name}"), error);
        }
        return await Awaiting.Delegate(steps);
    }

    /// <summary>Enumerates by a method that raises StopAsyncIteration at the end.</summary>
    public static IAsyncEnumerator<T> Enumerate<T>(Func<Coro<T>> next) => new Enumerator<T>(next);

    /// <summary>Gathers the items of an asynchronous comprehension.</summary>
    public static async Coro<TResult> Collect<T, TResult>(this IAsyncEnumerable<T> items, Func<IEnumerable<T>, TResult> make)
    {
        var all = new List<T>();
        await foreach (var item in items)
            all.Add(item);
        return make(all);
    }

    private sealed class Source(Func<Coro<Any>> next) : IAsyncEnumerable<Any>
    {
        public IAsyncEnumerator<Any> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Enumerator<Any>(next);
    }

    /// <summary>The items of an asynchronous generator: a step that does not wait needs no object.</summary>
    internal sealed class GeneratorItems(IAsyncGeneratorObject generator) : IAsyncEnumerable<Any>, IAsyncEnumerator<Any>
    {
        public Any Current => generator.Current;

        public IAsyncEnumerator<Any> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            AsyncGeneratorHooks.Begin(generator);
            return this;
        }

        public ValueTask<bool> MoveNextAsync()
        {
            var next = AsyncGeneratorStep.NextAsync(generator);
            return next.TryResult(out var more) ? new ValueTask<bool>(more) : AsyncGeneratorStep.Waiting(next);
        }

        public ValueTask DisposeAsync() => default;
    }

    private sealed class Enumerator<T>(Func<Coro<T>> next) : IAsyncEnumerator<T>
    {
        public T Current { get; private set; } = default!;

        public async ValueTask<bool> MoveNextAsync()
        {
            try
            {
                Current = await next();
                return true;
            }
            catch (StopAsyncIteration)
            {
                return false;
            }
        }

        public ValueTask DisposeAsync() => default;
    }
}

/// <summary><c>aiter()</c> and <c>anext()</c>.</summary>
internal static class AsyncProtocol
{
    public static Any Iter(Any iterable)
    {
        var method = PyType.Of(iterable).Special("__aiter__");
        if (method.IsUnbound)
            throw new TypeError($"'{PyType.Of(iterable).Name}' object is not an async iterable");
        var iterator = method.Call(iterable);
        return PyType.Of(iterator).Special("__anext__").IsUnbound ? throw new TypeError($"aiter() returned not an async iterator of type '{PyType.Of(iterator).Name}'") : iterator;
    }

    public static Any Next(Any iterator, Any fallback)
    {
        var method = PyType.Of(iterator).Special("__anext__");
        if (method.IsUnbound)
            throw new TypeError($"'{PyType.Of(iterator).Name}' object is not an async iterator");
        var awaitable = method.Call(iterator);
        return fallback.IsUnbound ? awaitable : new NextOrDefault(awaitable, fallback);
    }
}

/// <summary>Methods of asynchronous generators that are awaited where they are called.</summary>
public static class AsyncGeneratorCalls
{
    /// <summary><c>await generator.asend(value)</c>, of an object of any class.</summary>
    public static Coro<Any> SendAsync(this Any generator, Any value)
        => generator.Ref is IAsyncGeneratorObject ? AsyncGeneratorType.Begin(generator).SendAsync(value) : Await(generator.Invoke("asend", value));

    private static async Coro<Any> Await(Any awaitable) => await awaitable;
}

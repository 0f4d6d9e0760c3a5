using System.Runtime.CompilerServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>The body of an exact generator; its result is what <c>return</c> gives.</summary>
[AsyncMethodBuilder(typeof(GeneratorBodyBuilder<>))]
public readonly struct GeneratorBody<TResult>
{
    internal readonly Coro<TResult> Inner;

    internal GeneratorBody(Coro<TResult> inner) => Inner = inner;
}

/// <summary>Builds <see cref="GeneratorBody{TResult}"/>.</summary>
public struct GeneratorBodyBuilder<TResult>
{
    private CoroBuilder<TResult> _inner;

    public static GeneratorBodyBuilder<TResult> Create() => default;

    public readonly GeneratorBody<TResult> Task => new(_inner.Task);

    public readonly void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
        => stateMachine.MoveNext();

    public readonly void SetStateMachine(IAsyncStateMachine stateMachine)
    {
    }

    public void SetResult(TResult result) => _inner.SetResult(result);

    public void SetException(Exception exception) => _inner.SetException(exception);

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
        => _inner.AwaitOnCompleted(ref awaiter, ref stateMachine);

    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
        => _inner.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
}

/// <summary>What a generator body yields through.</summary>
public sealed class Yielder<T>
{
    /// <summary>The body, where it has stopped at a yield.</summary>
    internal Resumable? Body;
    internal Any Value;
    internal Any Sent;
    internal BaseException? Thrown;

    /// <summary>Whether the generator is a coroutine, which may delegate to coroutines.</summary>
    internal bool MayAwait;

    /// <summary>What the body delegates to.</summary>
    internal Any Delegate = Any.None;

    /// <summary>Hands a value to the consumer; awaiting gives what it sends.</summary>
    public YieldAwaiter<T> Yield(T value)
    {
        Value = Generic.ToAny(value);
        return new YieldAwaiter<T>(this);
    }

    /// <summary>The generators that it delegates to, where there are any.</summary>
    internal DelegateChain? Chain;

    // Whether the delegate has ended while the body waited: what comes back to the body is its result or its error.
    private bool _delegateEnded;

    /// <summary>Sends straight to the generator that the body delegates to, past the body; false where the body must go on.</summary>
    internal bool TryDelegate(Any sent)
    {
        if (Delegate.Ref is IDelegate first)
        {
            Chain ??= new DelegateChain();
            if (Chain.TrySend(first, sent, out Value, out var error))
                return true;
            Take(Value, error, hasEnded: true);
            return false;
        }
        if (Delegate.Ref is not IGenerator inner)
            return false;
        try
        {
            if (inner.TrySend(sent, out Value))
                return true;
            Sent = Value;
        }
        catch (StopIteration stop)
        {
            Sent = stop.Value;
        }
        catch (BaseException error)
        {
            Thrown = error;
        }
        _delegateEnded = true;
        return false;
    }

    /// <summary>What the body gets as it goes on.</summary>
    internal void Take(Any sent, BaseException? thrown, bool hasEnded)
        => (Sent, Thrown, _delegateEnded) = (sent, thrown, hasEnded);

    internal Any Receive()
    {
        if (Thrown is { } error)
        {
            Thrown = null;
            // What the generator itself is handling is the context, not what its caller is; a delegate's error has its own.
            if (!_delegateEnded)
                Handling.Chain(error);
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        }
        return Sent;
    }

    /// <summary>A delegate that goes on although it was closed is mostly nobody's any more: CPython then closes it again.</summary>
    private static void Drop(Any iterator)
    {
        try
        {
            (iterator.Ref as IGenerator)?.Close();
        }
        catch (BaseException)
        {
            // What goes wrong there is only told of.
        }
    }

    /// <summary><c>yield from iterable</c>; awaiting gives what the inner generator returned.</summary>
    public async Coro<Any> YieldFrom(Any iterable)
    {
        var iterator = iterable.Ref is IGeneratorObject { IsIterableCoroutine: var needsAwait } && (MayAwait || !needsAwait) ? iterable
            : iterable.Ref is IGeneratorObject ? throw new TypeError("cannot 'yield from' a coroutine object in a non-coroutine generator")
            : iterable.Ref is Coroutine coroutine && MayAwait ? new CoroutineWrapper(coroutine)
            : iterable.Ref is Coroutine ? throw new TypeError("cannot 'yield from' a coroutine object in a non-coroutine generator")
            : Builtins.Iter(iterable);
        var sent = Any.None;
        BaseException? thrown = null;
        try
        {
            Delegate = iterator;
            while (true)
            {
                if (!GeneratorProtocol.TryResume(iterator, sent, thrown, out Value))
                    return Value;
                thrown = null;
                try
                {
                    sent = await new YieldAwaiter<T>(this);
                    if (_delegateEnded)
                        return sent;
                }
                catch (BaseException error) when (!_delegateEnded)
                {
                    thrown = error;
                }
            }
        }
        catch (BaseException) when (thrown is GeneratorExit)
        {
            Drop(iterator);
            throw;
        }
        finally
        {
            Delegate = Any.None;
            _delegateEnded = false;
        }
    }
}

/// <summary>Suspends a generator at a yield.</summary>
public readonly struct YieldAwaiter<T>(Yielder<T> yielder) : ICriticalNotifyCompletion, IChainAwaiter
{
    public bool IsCompleted => false;

    public YieldAwaiter<T> GetAwaiter() => this;

    public Any GetResult() => yielder.Receive();

    object? IChainAwaiter.Awaited => null;

    void IChainAwaiter.Suspend(Resumable body) => yielder.Body = body;

    public void OnCompleted(Action continuation) => yielder.Body = Resumable.Of(continuation);

    public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);
}

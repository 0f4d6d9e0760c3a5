using System.Runtime.CompilerServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>The body of an exact asynchronous generator.</summary>
[AsyncMethodBuilder(typeof(AsyncGeneratorBodyBuilder))]
public readonly struct AsyncGeneratorBody
{
    internal readonly Coro<bool> Inner;

    internal AsyncGeneratorBody(Coro<bool> inner) => Inner = inner;
}

/// <summary>Builds <see cref="AsyncGeneratorBody"/>.</summary>
public struct AsyncGeneratorBodyBuilder
{
    private CoroBuilder<bool> _inner;

    public static AsyncGeneratorBodyBuilder Create() => default;

    public readonly AsyncGeneratorBody Task => new(_inner.Task);

    public readonly void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
        => stateMachine.MoveNext();

    public readonly void SetStateMachine(IAsyncStateMachine stateMachine)
    {
    }

    public void SetResult() => _inner.SetResult(true);

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

/// <summary>What an asynchronous generator's body yields through.</summary>
public sealed class AsyncYielder<T>
{
    internal Action? Resume;
    internal T Value = default!;
    internal bool HasValue;
    internal Any Sent;
    internal BaseException? Thrown;

    /// <summary>Who waits for the next value while the body awaits something itself.</summary>
    internal Action? Waiter;

    /// <summary>Hands a value to the consumer; awaiting gives what <c>asend</c> sends.</summary>
    public AsyncYieldAwaiter<T> Yield(T value)
    {
        Value = value;
        return new AsyncYieldAwaiter<T>(this);
    }

    internal void Wake()
    {
        var waiter = Waiter;
        Waiter = null;
        waiter?.Invoke();
    }
}

/// <summary>Suspends an asynchronous generator at a yield.</summary>
public readonly struct AsyncYieldAwaiter<T>(AsyncYielder<T> yielder) : ICriticalNotifyCompletion, IChainAwaiter
{
    public bool IsCompleted => false;

    public AsyncYieldAwaiter<T> GetAwaiter() => this;

    public Any GetResult()
    {
        if (yielder.Thrown is { } error)
        {
            yielder.Thrown = null;
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        }
        return yielder.Sent;
    }

    public void OnCompleted(Action continuation)
    {
        yielder.Resume = continuation;
        yielder.HasValue = true;
        yielder.Wake();
    }

    public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);
}

/// <summary>
/// An asynchronous generator with Python's whole protocol.
/// See <see href="https://docs.python.org/3.13/reference/expressions.html#asynchronous-generator-iterator-methods">its methods</see>.
/// </summary>
public sealed class AsyncGenerator<T> : PyObject, IAsyncGeneratorObject, IAsyncEnumerable<T>, IAsyncDisposable
{
    private readonly Func<AsyncYielder<T>, AsyncGeneratorBody> _body;
    private readonly AsyncYielder<T> _yielder = new();
    private GeneratorState _state;
    private Coro<bool> _coro;
    private bool _isRunning;

    private AsyncGenerator(string name, string qualName, Func<AsyncYielder<T>, AsyncGeneratorBody> body) => (Name, QualName, _body) = (name, qualName, body);

    public override PyType Class => AsyncGeneratorType.Type;

    public string Name { get; set; }

    public string QualName { get; set; }

    bool IAsyncGeneratorObject.IsRunning => _isRunning;

    bool IAsyncGeneratorObject.IsFinished => _state == GeneratorState.Closed;

    public static AsyncGenerator<T> Create(string name, string qualName, Func<AsyncYielder<T>, AsyncGeneratorBody> body) => new(name, qualName, body);

    private readonly struct BodyAwaiter(AsyncYielder<T> yielder, CoroAwaiter<bool> body) : ICriticalNotifyCompletion, IChainAwaiter
    {
        public bool IsCompleted => yielder.HasValue || body.IsCompleted;

        public BodyAwaiter GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation)
        {
            yielder.Waiter = continuation;
            body.OnCompleted(yielder.Wake);
        }

        public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);
    }

    /// <summary>Resumes the body until it yields (true) or ends (false).</summary>
    private async Coro<bool> Resume(string method, Any sent, BaseException? thrown)
    {
        if (_isRunning)
            throw new RuntimeError($"{method}: asynchronous generator is already running");
        if (_state == GeneratorState.Closed)
            return thrown is null || (thrown is GeneratorExit && method == "aclose()") ? false : throw thrown;
        var first = _state == GeneratorState.Created;
        if (first)
        {
            if (thrown is not null)
            {
                _state = GeneratorState.Closed;
                throw thrown;
            }
            if (!sent.IsNone)
                throw new TypeError("can't send non-None value to a just-started async generator");
            ThreadState.Current.Loop?.TrackGenerator(this);
        }
        _isRunning = true;
        try
        {
            _state = GeneratorState.Running;
            (_yielder.Sent, _yielder.Thrown, _yielder.HasValue) = (sent, thrown, false);
            if (first)
                _coro = _body(_yielder).Inner;
            else
                _yielder.Resume!();
            var body = _coro.GetAwaiter();
            await new BodyAwaiter(_yielder, body);
            if (_yielder.HasValue)
            {
                _state = GeneratorState.Suspended;
                return true;
            }
            _state = GeneratorState.Closed;
            try
            {
                body.GetResult();
            }
            catch (BaseException error) when (error is StopIteration or StopAsyncIteration)
            {
                throw GeneratorProtocol.Leaving(error, "async generator");
            }
            return false;
        }
        finally
        {
            _isRunning = false;
        }
    }

    public async Coro<Any> SendAsync(Any value, string method)
        => await Resume(method, value, null) ? Generic.ToAny(_yielder.Value) : throw new StopAsyncIteration();

    public async Coro<Any> ThrowAsync(BaseException error)
    {
        var wasClosed = _state == GeneratorState.Closed;
        if (!await Resume("athrow()", Any.None, error))
            throw new StopAsyncIteration();
        _ = wasClosed;
        return Generic.ToAny(_yielder.Value);
    }

    public async Coro<Any> CloseAsync()
    {
        if (_state is GeneratorState.Created or GeneratorState.Closed && !_isRunning)
        {
            _state = GeneratorState.Closed;
            return Any.None;
        }
        try
        {
            if (await Resume("aclose()", Any.None, new GeneratorExit()))
                throw new RuntimeError("async generator ignored GeneratorExit");
        }
        catch (BaseException error) when (error is GeneratorExit or StopAsyncIteration)
        {
        }
        return Any.None;
    }

    /// <summary>Closes the generator from C#.</summary>
    public async ValueTask DisposeAsync() => await CloseAsync();

    /// <summary>Iterates from C#. Leaving the loop early closes the generator soon, as dropping its last reference does in CPython.</summary>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Enumerator(this);

    private sealed class Enumerator(AsyncGenerator<T> generator) : IAsyncEnumerator<T>
    {
        public T Current => generator._yielder.Value;

        public async ValueTask<bool> MoveNextAsync() => await generator.Resume("anext()", Any.None, null);

        public ValueTask DisposeAsync()
        {
            if (generator._state == GeneratorState.Suspended)
                ThreadState.Current.Loop?.CloseSoon(generator);
            return default;
        }
    }
}

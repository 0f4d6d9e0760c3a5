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

/// <summary>
/// What an asynchronous generator's body yields through. While the body awaits something it stands in the chain of awaits at the
/// place of what is awaited, so that the body, whenever it runs, has what it handles around it.
/// </summary>
public sealed class AsyncYielder<T> : Resumable
{
    /// <summary>The body, where it has stopped at a yield.</summary>
    internal Resumable? Body;
    internal T Value = default!;
    internal bool HasValue;
    internal Any Sent;
    internal BaseException? Thrown;

    /// <summary>Who waits for the next value while the body awaits something itself.</summary>
    internal Resumable? Waiter;

    /// <summary>The exceptions that the body handles, while it does not run.</summary>
    private HandledException? _handled;

    /// <summary>What the body awaits.</summary>
    private Resumable? _leaf;

    /// <summary>Hands a value to the consumer; awaiting gives what <c>asend</c> sends.</summary>
    public AsyncYieldAwaiter<T> Yield(T value)
    {
        Value = value;
        return new AsyncYieldAwaiter<T>(this);
    }

    /// <summary>Starts the body.</summary>
    internal Coro<bool> Start(Func<AsyncYielder<T>, AsyncGeneratorBody> body)
    {
        var state = ThreadState.Current;
        var outer = Handling.Enter(state, ref _handled);
        var result = body(this).Inner;
        Leave(state, outer);
        return result;
    }

    /// <summary>Goes on after the yield at which the body has stopped.</summary>
    internal void Continue()
    {
        var state = ThreadState.Current;
        var outer = Handling.Enter(state, ref _handled);
        Body!.Resume();
        Leave(state, outer);
    }

    /// <summary>What the body awaits is there: it goes on, and so does who waits for the value if there is one now.</summary>
    internal override void Resume()
    {
        var state = ThreadState.Current;
        var outer = Handling.Enter(state, ref _handled);
        _leaf!.Resume();
        while (state.Woken is { } woken)
        {
            state.Woken = null;
            woken.Resume();
        }
        Leave(state, outer);
        if (_leaf is not null)
            return;
        (state.Woken, Waiter) = (Waiter, null);
    }

    /// <summary>The body has stopped: where it awaits something, this takes the place of what that is.</summary>
    private void Leave(ThreadState state, HandledException? outer)
    {
        Handling.Leave(state, ref _handled, outer);
        _leaf = HasValue ? null : state.Leaf;
        if (_leaf is not null)
            state.Leaf = this;
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

    object? IChainAwaiter.Awaited => null;

    void IChainAwaiter.Suspend(Resumable body)
    {
        yielder.Body = body;
        yielder.HasValue = true;
    }

    public void OnCompleted(Action continuation) => ((IChainAwaiter)this).Suspend(Resumable.Of(continuation));

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

    private AsyncGenerator(string name, string qualName, Func<AsyncYielder<T>, AsyncGeneratorBody> body) => (Name, QualName, _body) = (name, qualName, body);

    ~AsyncGenerator()
    {
        if (_state == GeneratorState.Suspended)
            _owner?.TryCallSoonThreadsafe(() => _owner.CloseSoon(this));
    }

    /// <summary>The loop that closes the generator when it is dropped before its end.</summary>
    private EventLoop? _owner;

    public override PyType Class => AsyncGeneratorType.Type;

    public string Name { get; set; }

    public string QualName { get; set; }

    GeneratorState IAsyncGeneratorObject.State => _state;

    bool IAsyncGeneratorObject.IsRunning { get; set; }

    bool IAsyncGeneratorObject.IsClosed { get; set; }

    bool IAsyncGeneratorObject.IsKnown { get; set; }

    Resumable? IAsyncGeneratorObject.Body => _state == GeneratorState.Created ? null : _coro.Waiting;

    Any IAsyncGeneratorObject.Current => Generic.ToAny(_yielder.Value);

    public static AsyncGenerator<T> Create(string name, string qualName, Func<AsyncYielder<T>, AsyncGeneratorBody> body) => new(name, qualName, body);

    private readonly struct BodyAwaiter(AsyncYielder<T> yielder, CoroAwaiter<bool> body) : ICriticalNotifyCompletion, IChainAwaiter
    {
        public bool IsCompleted => yielder.HasValue || body.IsCompleted;

        public BodyAwaiter GetAwaiter() => this;

        public void GetResult()
        {
        }

        object? IChainAwaiter.Awaited => ((IChainAwaiter)body).Awaited;

        void IChainAwaiter.Suspend(Resumable waiter) => yielder.Waiter = waiter;

        public void OnCompleted(Action continuation) => ((IChainAwaiter)this).Suspend(Resumable.Of(continuation));

        public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);
    }

    /// <summary>Resumes the body until it yields (true) or ends (false).</summary>
    Coro<bool> IAsyncGeneratorObject.StepAsync(Any sent, BaseException? thrown)
    {
        if (_state != GeneratorState.Suspended)
            return BeginAsync(sent, thrown);
        Resume(sent, thrown);
        // Most steps reach the next yield without waiting: they are done with.
        if (!_yielder.HasValue)
            return FinishAsync();
        _state = GeneratorState.Suspended;
        return new Coro<bool>(true);
    }

    /// <summary>The first step, or one after the end.</summary>
    private async Coro<bool> BeginAsync(Any sent, BaseException? thrown)
    {
        if (_state == GeneratorState.Closed)
            return thrown is null ? false : throw thrown;
        if (_state == GeneratorState.Created)
        {
            _owner = ThreadState.Current.Loop;
            if (thrown is not null)
            {
                _state = GeneratorState.Closed;
                throw thrown;
            }
            if (!sent.IsNone)
                throw new TypeError("can't send non-None value to a just-started async generator");
        }
        Resume(sent, thrown);
        return await FinishAsync();
    }

    private void Resume(Any sent, BaseException? thrown)
    {
        var first = _state == GeneratorState.Created;
        _state = GeneratorState.Running;
        (_yielder.Sent, _yielder.Thrown, _yielder.HasValue) = (sent, thrown, false);
        if (first)
            _coro = _yielder.Start(_body);
        else
            _yielder.Continue();
    }

    /// <summary>Waits until the body, which has been resumed, yields or ends.</summary>
    private async Coro<bool> FinishAsync()
    {
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

    /// <summary>Closes the generator from C#.</summary>
    public async ValueTask DisposeAsync() => await AsyncGeneratorStep.CloseAsync(this);

    /// <summary>Iterates from C#. Leaving the loop early closes the generator soon, as dropping its last reference does in CPython.</summary>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        AsyncGeneratorHooks.Begin(this);
        return new Enumerator(this);
    }

    private sealed class Enumerator(AsyncGenerator<T> generator) : IAsyncEnumerator<T>
    {
        public T Current => generator._yielder.Value;

        public ValueTask<bool> MoveNextAsync()
        {
            var next = AsyncGeneratorStep.NextAsync(generator);
            return next.TryResult(out var more) ? new ValueTask<bool>(more) : AsyncGeneratorStep.Waiting(next);
        }

        public ValueTask DisposeAsync()
        {
            if (generator._state == GeneratorState.Suspended)
                AsyncGeneratorHooks.Drop(generator);
            return default;
        }
    }
}

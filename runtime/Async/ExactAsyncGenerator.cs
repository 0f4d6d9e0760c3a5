using System.Runtime.CompilerServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>An asynchronous generator whose body hands its values to a yielder: everything of Python's protocol reaches it.</summary>
internal sealed class ExactAsyncGenerator<T>(string name, string qualName, Func<AsyncYielder<T>, AsyncGeneratorBody> body) : AsyncGenerator<T>(name, qualName)
{
    private readonly AsyncYielder<T> _yielder = new();
    private Coro<bool> _coro;

    ~ExactAsyncGenerator()
    {
        if (State == GeneratorState.Suspended)
            _owner?.TryCallSoonThreadsafe(() => _owner.CloseSoon(this));
    }

    /// <summary>The loop that closes the generator when it is dropped before its end.</summary>
    private EventLoop? _owner;

    private protected override Resumable? Body => State == GeneratorState.Created ? null : _coro.Waiting;

    internal override T Value => _yielder.Value;

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
    internal override Coro<bool> StepAsync(Any sent, BaseException? thrown)
    {
        if (State != GeneratorState.Suspended)
            return BeginAsync(sent, thrown);
        Resume(sent, thrown);
        // Most steps reach the next yield without waiting: they are done with.
        if (!_yielder.HasValue)
            return FinishAsync();
        State = GeneratorState.Suspended;
        return new Coro<bool>(true);
    }

    /// <summary>The first step, or one after the end.</summary>
    private async Coro<bool> BeginAsync(Any sent, BaseException? thrown)
    {
        if (State == GeneratorState.Closed)
            return thrown is null ? false : throw thrown;
        if (State == GeneratorState.Created)
        {
            _owner = ThreadState.Current.Loop;
            if (thrown is not null)
            {
                State = GeneratorState.Closed;
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
        var first = State == GeneratorState.Created;
        State = GeneratorState.Running;
        (_yielder.Sent, _yielder.Thrown, _yielder.HasValue) = (sent, thrown, false);
        if (first)
            _coro = _yielder.Start(body);
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
            State = GeneratorState.Suspended;
            return true;
        }
        State = GeneratorState.Closed;
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
}

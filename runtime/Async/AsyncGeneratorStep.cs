using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>What an awaitable of an asynchronous generator does.</summary>
internal enum StepKind
{
    Next, Send, Throw, Close,
}

/// <summary>
/// What <c>__anext__</c>, <c>asend</c>, <c>athrow</c> and <c>aclose</c> give: it is awaited, or driven by hand.
/// See <see href="https://peps.python.org/pep-0525/">PEP 525</see>.
/// </summary>
internal sealed class AsyncGeneratorStep : PyIterator, IAwaitable, IGenerator, INeverAwaited
{
    private static readonly PyType s_send = Declare("async_generator_asend");
    private static readonly PyType s_throw = Declare("async_generator_athrow");

    private enum State
    {
        Created, Started, Closed,
    }

    private readonly IAsyncGeneratorObject _generator;
    private readonly StepKind _kind;
    private readonly Any _value;
    private readonly Func<BaseException>? _error;
    private State _state;
    private Coroutine? _driver;

    public AsyncGeneratorStep(IAsyncGeneratorObject generator, StepKind kind, Any value, Func<BaseException>? error)
    {
        (_generator, _kind, _value, _error) = (generator, kind, value, error);
        NeverAwaited.Watch(this);
    }

    private AsyncGeneratorStep(IAsyncGeneratorObject generator) => (_generator, _kind, _state) = (generator, StepKind.Next, State.Started);

    /// <summary>Takes the place of the object that an <c>async for</c> did without.</summary>
    internal static AsyncGeneratorStep StandIn(IAsyncGeneratorObject generator) => new(generator);

    bool INeverAwaited.IsMissed => _state == State.Created;

    bool INeverAwaited.IsOwned => false;

    object? INeverAwaited.Guard { get; set; }

    public override PyType Class => IsSend ? s_send : s_throw;

    string INeverAwaited.Description => $"coroutine method '{(IsSend ? "asend" : _kind == StepKind.Throw ? "athrow" : "aclose")}' of '{_generator.QualName}'";

    private bool IsSend => _kind is StepKind.Next or StepKind.Send;

    private static PyType Declare(string name) => PyIterator.DeclareType(name)
        .Method("__await__", static self => self)
        .Method("send", "self, value, /", static (self, value) => ((IGenerator)self.Ref!).Send(value))
        .Method("throw", "self, /, *args", static (self, args) => ((IGenerator)self.Ref!).Throw(GeneratorProtocol.ErrorOf((PyTuple)args.Ref!)))
        .Method("close", static self =>
        {
            ((IGenerator)self.Ref!).Close();
            return Any.None;
        });

    private void Become(State state)
    {
        if (_state == State.Created)
            NeverAwaited.Began(this);
        _state = state;
    }

    private void CheckReuse()
    {
        if (_state == State.Closed)
            throw new RuntimeError($"cannot reuse already awaited {(IsSend ? "__anext__()/asend()" : "aclose()/athrow()")}");
    }

    /// <exception cref="RuntimeError">Somebody awaits the generator already.</exception>
    private void CheckRunning()
    {
        if (!_generator.IsRunning)
            return;
        Become(State.Closed);
        throw new RuntimeError($"{_kind switch { StepKind.Throw => "athrow()", StepKind.Close => "aclose()", _ => "anext()" }}: asynchronous generator is already running");
    }

    /// <summary>What stands before a first step; false when there is nothing to do.</summary>
    private bool Begin(Any sent)
    {
        CheckReuse();
        if (!IsSend && _generator.IsFinished)
        {
            Become(State.Closed);
            return false;
        }
        CheckRunning();
        if (!IsSend && _generator.IsClosed)
        {
            Become(State.Closed);
            throw new StopAsyncIteration();
        }
        if (!IsSend && !sent.IsNone)
            throw new RuntimeError("can't send non-None value to a just-started coroutine");
        Become(State.Started);
        if (_kind == StepKind.Close)
            _generator.IsClosed = true;
        return true;
    }

    public Coro<Any> AwaitAsync()
    {
        if (!IsSend || _state != State.Created || _generator.IsRunning)
            return AwaitSlowly();
        Become(State.Started);
        var result = _generator.SendAsync(_value);
        if (!result.TryResult(out _))
            return Ending(result);
        _state = State.Closed;
        return result;
    }

    private async Coro<Any> Ending(Coro<Any> result)
    {
        try
        {
            return await result;
        }
        finally
        {
            _state = State.Closed;
        }
    }

    private async Coro<Any> AwaitSlowly() => Begin(Any.None) ? await RunAsync(_value, null) : Any.None;

    /// <summary><c>await generator.asend(value)</c>: what is awaited where it is made needs no object.</summary>
    /// <exception cref="RuntimeError">Somebody awaits the generator already.</exception>
    public static Coro<TResult> SendAsync<T, TResult>(AsyncGenerator<T> generator, Any value)
    {
        var flags = (IAsyncGeneratorObject)generator;
        if (flags.IsRunning)
            throw new RuntimeError("anext(): asynchronous generator is already running");
        flags.IsRunning = true;
        var step = generator.StepAsync(value, null);
        if (!step.TryResult(out var more) || !more)
            return FinishAsync<T, TResult>(generator, step);
        flags.IsRunning = false;
        return new Coro<TResult>(generator.ValueAs<TResult>());
    }

    private static async Coro<TResult> FinishAsync<T, TResult>(AsyncGenerator<T> generator, Coro<bool> step)
    {
        var flags = (IAsyncGeneratorObject)generator;
        try
        {
            return await step ? generator.ValueAs<TResult>() : throw new StopAsyncIteration();
        }
        catch (BaseException error) when (error is StopAsyncIteration or GeneratorExit)
        {
            flags.IsClosed = true;
            throw;
        }
        finally
        {
            flags.IsRunning = false;
        }
    }

    private async Coro<Any> RunAsync(Any sent, BaseException? thrown)
    {
        _generator.IsRunning = true;
        try
        {
            var more = await _generator.StepAsync(IsSend ? sent : Any.None, thrown ?? (_kind == StepKind.Close ? new GeneratorExit() : _error?.Invoke()));
            if (_kind == StepKind.Close)
                return more ? throw new RuntimeError("async generator ignored GeneratorExit") : Any.None;
            return more ? _generator.Current : throw new StopAsyncIteration();
        }
        catch (BaseException error) when (error is StopAsyncIteration or GeneratorExit)
        {
            _generator.IsClosed = true;
            if (_kind == StepKind.Close)
                return Any.None;
            throw;
        }
        finally
        {
            _generator.IsRunning = false;
            _state = State.Closed;
        }
    }

    /// <summary>The next value, true, or the end, false: what <c>async for</c> asks for.</summary>
    /// <exception cref="RuntimeError">Somebody awaits the generator already.</exception>
    public static Coro<bool> NextAsync(IAsyncGeneratorObject generator)
    {
        if (generator.IsRunning)
            throw new RuntimeError("anext(): asynchronous generator is already running");
        generator.IsRunning = true;
        var step = generator.StepAsync(Any.None, null);
        if (!step.TryResult(out var more) || !more)
            return FinishNextAsync(generator, step);
        generator.IsRunning = false;
        return step;
    }

    /// <summary>A step that has not ended yet, for <c>await foreach</c>.</summary>
    internal static async ValueTask<bool> Waiting(Coro<bool> next) => await next;

    private static async Coro<bool> FinishNextAsync(IAsyncGeneratorObject generator, Coro<bool> step)
    {
        try
        {
            var more = await step;
            generator.IsClosed |= !more;
            return more;
        }
        catch (GeneratorExit)
        {
            generator.IsClosed = true;
            throw;
        }
        finally
        {
            generator.IsRunning = false;
        }
    }

    /// <summary><c>generator.aclose()</c>.</summary>
    public static AsyncGeneratorStep Closing(IAsyncGeneratorObject generator) => new(generator, StepKind.Close, Any.None, null);

    public static Coro<Any> CloseAsync(IAsyncGeneratorObject generator) => new AsyncGeneratorStep(generator, StepKind.Close, Any.None, null).AwaitAsync();

    public override bool TryNext(out Any value)
    {
        try
        {
            value = Send(Any.None);
            return true;
        }
        catch (StopIteration)
        {
            value = Any.None;
            return false;
        }
    }

    public override Any Next() => Send(Any.None);

    public Any Send(Any value)
    {
        if (_state != State.Created)
        {
            CheckReuse();
            return _driver is null ? throw new RuntimeError("coroutine is being awaited already") : _driver.Send(value);
        }
        if (!Begin(value))
            throw new StopIteration();
        _driver = Coroutine.Driver(Class.Name, () => RunAsync(value.IsNone ? _value : value, null));
        return _driver.Send(Any.None);
    }

    public Any Throw(BaseException error)
    {
        CheckReuse();
        if (_state == State.Started)
            return _driver is null ? throw new RuntimeError("coroutine is being awaited already") : _driver.Throw(error);
        CheckRunning();
        Become(State.Started);
        _driver = Coroutine.Driver(Class.Name, () => RunAsync(Any.None, error));
        return _driver.Send(Any.None);
    }

    public void Close()
    {
        if (_state == State.Closed)
            return;
        try
        {
            Throw(new GeneratorExit());
        }
        catch (BaseException error) when (error is StopIteration or StopAsyncIteration or GeneratorExit)
        {
            return;
        }
        throw new RuntimeError("coroutine ignored GeneratorExit");
    }
}

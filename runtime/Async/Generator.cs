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
    internal Action? Resume;
    internal Any Value;
    internal Any Sent;
    internal BaseException? Thrown;

    /// <summary>Hands a value to the consumer; awaiting gives what it sends.</summary>
    public YieldAwaiter<T> Yield(T value)
    {
        Value = Generic.ToAny(value);
        return new YieldAwaiter<T>(this);
    }

    internal Any Receive()
    {
        if (Thrown is { } error)
        {
            Thrown = null;
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        }
        return Sent;
    }

    /// <summary><c>yield from iterable</c>; awaiting gives what the inner generator returned.</summary>
    public async Coro<Any> YieldFrom(Any iterable)
    {
        var iterator = iterable.Ref is IGenerator ? iterable
            : iterable.Ref is Coroutine ? throw new TypeError("cannot 'yield from' a coroutine object in a non-coroutine generator")
            : Builtins.Iter(iterable);
        var sent = Any.None;
        BaseException? thrown = null;
        while (true)
        {
            try
            {
                Value = thrown is not null ? GeneratorProtocol.Throw(iterator, thrown) : GeneratorProtocol.Send(iterator, sent);
            }
            catch (StopIteration stop)
            {
                return stop.Value;
            }
            thrown = null;
            try
            {
                sent = await new YieldAwaiter<T>(this);
            }
            catch (BaseException error)
            {
                thrown = error;
            }
        }
    }
}

/// <summary>Suspends a generator at a yield.</summary>
public readonly struct YieldAwaiter<T>(Yielder<T> yielder) : ICriticalNotifyCompletion, IChainAwaiter
{
    public bool IsCompleted => false;

    public YieldAwaiter<T> GetAwaiter() => this;

    public Any GetResult() => yielder.Receive();

    public void OnCompleted(Action continuation) => yielder.Resume = continuation;

    public void UnsafeOnCompleted(Action continuation) => yielder.Resume = continuation;
}

/// <summary>
/// A generator with Python's whole protocol.
/// See <see href="https://docs.python.org/3.13/reference/expressions.html#generator-iterator-methods">generator-iterator methods</see>.
/// </summary>
public sealed class Generator<T> : PyIterator, IGenerator, IGeneratorObject
{
    private readonly Func<Yielder<T>, GeneratorBody<Any>> _body;
    private readonly Yielder<T> _yielder = new();
    private GeneratorState _state;
    private Coro<Any> _coro;

    private Generator(string name, string qualName, Func<Yielder<T>, GeneratorBody<Any>> body) => (Name, QualName, _body) = (name, qualName, body);

    public override PyType Class => GeneratorType.Type;

    public string Name { get; set; }

    public string QualName { get; set; }

    GeneratorState IGeneratorObject.State => _state;

    /// <summary>Makes a generator; nothing of the body runs before the first item is asked for.</summary>
    public static Generator<T> Create(string name, string qualName, Func<Yielder<T>, GeneratorBody<Any>> body) => new(name, qualName, body);

    /// <summary>One step: true when a value was yielded; otherwise the body returned <paramref name="value"/>.</summary>
    private bool Step(Any sent, BaseException? thrown, out Any value)
    {
        value = Any.None;
        if (_state == GeneratorState.Running)
            throw new ValueError("generator already executing");
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
        (_yielder.Sent, _yielder.Thrown) = (sent, thrown);
        _state = GeneratorState.Running;
        // An await chain around this thread is not this generator's.
        var chain = ThreadState.Current;
        var leaf = chain.Leaf;
        if (first)
            _coro = _body(_yielder).Inner;
        else
            _yielder.Resume!();
        chain.Leaf = leaf;
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
    public Any Send(Any value) => Step(value, null, out var result) ? result : throw Ended(result);

    /// <summary><c>generator.throw(error)</c>.</summary>
    public Any Throw(BaseException error) => Step(Any.None, error, out var result) ? result : throw Ended(result);

    private static StopIteration Ended(Any result) => result.IsNone ? new StopIteration() : new StopIteration(result);

    /// <summary><c>generator.close()</c>.</summary>
    /// <exception cref="RuntimeError">The body yields instead of ending.</exception>
    public void Close()
    {
        if (_state is GeneratorState.Created or GeneratorState.Closed)
        {
            _state = GeneratorState.Closed;
            return;
        }
        try
        {
            if (Step(Any.None, new GeneratorExit(), out _))
                throw new RuntimeError("generator ignored GeneratorExit");
        }
        catch (GeneratorExit)
        {
        }
    }

    /// <summary>What is left of the items, typed, for C# loops.</summary>
    public IEnumerable<T> Items
    {
        get
        {
            while (TryNext(out var value))
                yield return Generic.FromAny<T>(value);
        }
    }
}

internal enum GeneratorState
{
    Created, Running, Suspended, Closed,
}

internal interface IGeneratorObject
{
    string Name { get; set; }

    string QualName { get; set; }

    GeneratorState State { get; }
}

/// <summary>The class <c>generator</c>.</summary>
internal static class GeneratorType
{
    public static readonly PyType Type = PyIterator.DeclareType("generator")
        .Method("send", "self, value, /", static (self, value) => ((IGenerator)self.Ref!).Send(value))
        .Method("throw", "self, *args", static (self, args) => ((IGenerator)self.Ref!).Throw(GeneratorProtocol.ErrorOf((PyTuple)args.Ref!)))
        .Method("close", static self =>
        {
            ((IGenerator)self.Ref!).Close();
            return Any.None;
        })
        .Property("__name__", static self => Self(self).Name, static (self, v) => Self(self).Name = (string)v.Ref!)
        .Property("__qualname__", static self => Self(self).QualName, static (self, v) => Self(self).QualName = (string)v.Ref!)
        .Property("gi_running", static self => Self(self).State == GeneratorState.Running)
        .Property("gi_suspended", static self => Self(self).State == GeneratorState.Suspended)
        .Property("gi_yieldfrom", static _ => Any.None)
        .Method("__repr__", static self => $"<generator object {Self(self).QualName} at {Operators.Address(self.Ref!)}>");

    private static IGeneratorObject Self(Any o) => (IGeneratorObject)o.Ref!;
}

/// <summary>A C# iterator as a Python generator object.</summary>
public sealed class NativeGenerator : PyIterator, IGenerator, IGeneratorObject
{
    private readonly IEnumerator<Any> _items;

    private NativeGenerator(string name, string qualName, IEnumerator<Any> items) => (Name, QualName, _items) = (name, qualName, items);

    public override PyType Class => GeneratorType.Type;

    public string Name { get; set; }

    public string QualName { get; set; }

    private GeneratorState _state;

    GeneratorState IGeneratorObject.State => _state;

    public static NativeGenerator Wrap<T>(string name, string qualName, IEnumerable<T> items)
        => new(name, qualName, items is IEnumerable<Any> same ? same.GetEnumerator() : items.Select(i => Generic.ToAny(i)).GetEnumerator());

    public override bool TryNext(out Any value)
    {
        if (_state == GeneratorState.Running)
            throw new ValueError("generator already executing");
        value = default;
        if (_state == GeneratorState.Closed)
            return false;
        _state = GeneratorState.Running;
        var more = false;
        try
        {
            more = _items.MoveNext();
        }
        catch (StopIteration stop)
        {
            throw GeneratorProtocol.Leaving(stop, "generator");
        }
        finally
        {
            _state = more ? GeneratorState.Suspended : GeneratorState.Closed;
        }
        value = more ? _items.Current : default;
        return more;
    }

    public Any Send(Any value)
    {
        if (_state == GeneratorState.Created && !value.IsNone)
            throw new TypeError("can't send non-None value to a just-started generator");
        return Next();
    }

    public Any Throw(BaseException error)
    {
        Close();
        throw error;
    }

    public void Close()
    {
        _state = GeneratorState.Closed;
        _items.Dispose();
    }
}

using System.Runtime.CompilerServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>A coroutine whose body has a result.</summary>
public sealed class Coroutine<T> : Coroutine, IAwaitable<T>
{
    /// <summary>What makes the body, until it starts; then the body, which keeps nothing of that; nothing once it has ended.</summary>
    private object? _body;

    internal Coroutine(string name, string qualName, Func<Coro<T>> body)
        : base(name, qualName)
        => _body = body;

    Any IAwaitable<T>.Self => this;

    /// <summary>Lets C# write <c>await coroutine</c>.</summary>
    public CoroAwaiter<T> GetAwaiter() => AwaitAs<T>().GetAwaiter();

    internal override PyTask NewTask() => new PyTask<T>();

    private protected override Resumable? Body => _body as Resumable;

    private protected override void Start() => _body = Begun()().Frame;

    private Func<Coro<T>> Begun()
    {
        var begun = (Func<Coro<T>>)_body!;
        _body = null;
        return begun;
    }

    private protected override bool IsCompleted => ((CoroFrame<T>)_body!).IsCompleted;

    private protected override Exception? Outcome(out Any value)
    {
        var error = ((CoroFrame<T>)_body!).Outcome(out var result);
        value = error is null ? Generic.ToAny(result) : Any.None;
        _body = null;
        return error;
    }

    internal override Coro<Any> AwaitInline() => AwaitAs<Any>();

    /// <summary>The result as its own type, or as a dynamic value.</summary>
    private async Coro<TResult> AwaitAs<TResult>()
    {
        BeginAwait();
        try
        {
            var coroutine = Begun()();
            _body = coroutine.Waiting;
            var result = await coroutine;
            return typeof(TResult) == typeof(T) ? Unsafe.As<T, TResult>(ref result) : Generic.FromAny<TResult>(Generic.ToAny(result));
        }
        catch (StopIteration stop)
        {
            throw GeneratorProtocol.Leaving(stop, "coroutine");
        }
        finally
        {
            _body = null;
            EndAwait();
        }
    }
}

/// <summary>A coroutine whose body returns None.</summary>
internal sealed class PlainCoroutine(string name, string qualName, Func<Coro> body) : Coroutine(name, qualName)
{
    /// <inheritdoc cref="Coroutine{T}._body"/>
    private object? _body = body;

    private protected override Resumable? Body => _body as Resumable;

    private protected override void Start() => _body = Begun()().Frame;

    private Func<Coro> Begun()
    {
        var begun = (Func<Coro>)_body!;
        _body = null;
        return begun;
    }

    private protected override bool IsCompleted => _body is not CoroFrame<bool> { IsCompleted: false };

    private protected override Exception? Outcome(out Any value)
    {
        value = Any.None;
        var error = ((CoroFrame<bool>?)_body)?.Outcome(out _);
        _body = null;
        return error;
    }

    internal override async Coro<Any> AwaitInline()
    {
        BeginAwait();
        try
        {
            var coroutine = Begun()();
            _body = coroutine.Frame;
            await coroutine;
            return Any.None;
        }
        catch (StopIteration stop)
        {
            throw GeneratorProtocol.Leaving(stop, "coroutine");
        }
        finally
        {
            _body = null;
            EndAwait();
        }
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>A coroutine whose body has a result.</summary>
internal sealed class Coroutine<T>(string name, string qualName, Func<Coro<T>> body) : Coroutine(name, qualName)
{
    /// <summary>What makes the body, until it starts; then the body, which keeps nothing of that; nothing once it has ended.</summary>
    private object? _body = body;

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

    internal override async Coro<Any> AwaitInline()
    {
        BeginAwait();
        try
        {
            var coroutine = Begun()();
            _body = coroutine.Waiting;
            return Generic.ToAny(await coroutine);
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

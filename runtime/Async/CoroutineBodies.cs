using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>A coroutine whose body has a result.</summary>
internal sealed class Coroutine<T>(string name, string qualName, Func<Coro<T>> body) : Coroutine(name, qualName)
{
    // What the body was made of is let go when it starts.
    private Func<Coro<T>>? _body = body;
    private Coro<T> _coro;

    private protected override void Start() => _coro = Begun()();

    private Func<Coro<T>> Begun()
    {
        var begun = _body!;
        _body = null;
        return begun;
    }

    private protected override bool IsCompleted => _coro.GetAwaiter().IsCompleted;

    private protected override Exception? Outcome(out Any value)
    {
        var error = _coro.Outcome(out var result);
        value = error is null ? Generic.ToAny(result) : Any.None;
        return error;
    }

    internal override async Coro<Any> AwaitInline()
    {
        BeginAwait();
        try
        {
            return Generic.ToAny(await Begun()());
        }
        catch (StopIteration stop)
        {
            throw GeneratorProtocol.Leaving(stop, "coroutine");
        }
        finally
        {
            EndAwait();
        }
    }
}

/// <summary>A coroutine whose body returns None.</summary>
internal sealed class PlainCoroutine(string name, string qualName, Func<Coro> body) : Coroutine(name, qualName)
{
    private Func<Coro>? _body = body;
    private Coro _coro;

    private protected override void Start() => _coro = Begun()();

    private Func<Coro> Begun()
    {
        var begun = _body!;
        _body = null;
        return begun;
    }

    private protected override bool IsCompleted => _coro.GetAwaiter().IsCompleted;

    private protected override Exception? Outcome(out Any value)
    {
        value = Any.None;
        return _coro.Outcome();
    }

    internal override async Coro<Any> AwaitInline()
    {
        BeginAwait();
        try
        {
            await Begun()();
            return Any.None;
        }
        catch (StopIteration stop)
        {
            throw GeneratorProtocol.Leaving(stop, "coroutine");
        }
        finally
        {
            EndAwait();
        }
    }
}

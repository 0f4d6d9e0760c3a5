using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>A coroutine whose body has a result.</summary>
internal sealed class Coroutine<T>(string name, string qualName, Func<Coro<T>> body) : Coroutine(name, qualName)
{
    private Coro<T> _coro;

    private protected override void Start() => _coro = body();

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
            return Generic.ToAny(await body());
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
    private Coro _coro;

    private protected override void Start() => _coro = body();

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
            await body();
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

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>C# asynchronous iterators as Python asynchronous generators.</summary>
public static class AsyncGenerator
{
    /// <summary>The generator of a function that is nowhere inside.</summary>
    public static AsyncGenerator<T> Of<T>(string name, IAsyncEnumerable<T> items) => Of(name, name, items);

    /// <summary>The generator of a function.</summary>
    public static AsyncGenerator<T> Of<T>(string name, string qualName, IAsyncEnumerable<T> items) => new NativeAsyncGenerator<T>(name, qualName, items.GetAsyncEnumerator());
}

/// <summary>A C# asynchronous iterator as a Python asynchronous generator.</summary>
internal sealed class NativeAsyncGenerator<T>(string name, string qualName, IAsyncEnumerator<T> items) : AsyncGenerator<T>(name, qualName)
{
    private protected override Resumable? Body => null;

    internal override T Value => items.Current;

    internal override async Coro<bool> StepAsync(Any sent, BaseException? thrown)
    {
        var before = State;
        if (thrown is not null)
        {
            State = GeneratorState.Closed;
            await items.DisposeAsync();
            throw before == GeneratorState.Suspended ? GeneratorProtocol.Leaving(thrown, "async generator") : thrown;
        }
        if (before == GeneratorState.Closed)
            return false;
        if (before == GeneratorState.Created && !sent.IsNone)
            throw new TypeError("can't send non-None value to a just-started async generator");
        State = GeneratorState.Running;
        var more = false;
        try
        {
            more = await items.MoveNextAsync();
        }
        catch (BaseException error) when (error is StopIteration or StopAsyncIteration)
        {
            throw GeneratorProtocol.Leaving(error, "async generator");
        }
        finally
        {
            State = more ? GeneratorState.Suspended : GeneratorState.Closed;
        }
        return more;
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>A C# asynchronous iterator as a Python asynchronous generator.</summary>
public sealed class NativeAsyncGenerator : PyObject, IAsyncGeneratorObject, IAsyncEnumerable<Any>
{
    private readonly IAsyncEnumerator<Any> _items;
    private GeneratorState _state;

    private NativeAsyncGenerator(string name, string qualName, IAsyncEnumerator<Any> items) => (Name, QualName, _items) = (name, qualName, items);

    public override PyType Class => AsyncGeneratorType.Type;

    public string Name { get; set; }

    public string QualName { get; set; }

    GeneratorState IAsyncGeneratorObject.State => _state;

    bool IAsyncGeneratorObject.IsRunning { get; set; }

    bool IAsyncGeneratorObject.IsClosed { get; set; }

    bool IAsyncGeneratorObject.IsKnown { get; set; }

    Resumable? IAsyncGeneratorObject.Body => null;

    Any IAsyncGeneratorObject.Current => _items.Current;

    public static NativeAsyncGenerator Wrap<T>(string name, string qualName, IAsyncEnumerable<T> items)
        => new(name, qualName, (items as IAsyncEnumerable<Any> ?? Dynamic(items)).GetAsyncEnumerator());

    private static async IAsyncEnumerable<Any> Dynamic<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
            yield return Generic.ToAny(item);
    }

    async Coro<bool> IAsyncGeneratorObject.StepAsync(Any sent, BaseException? thrown)
    {
        var before = _state;
        if (thrown is not null)
        {
            _state = GeneratorState.Closed;
            await _items.DisposeAsync();
            throw before == GeneratorState.Suspended ? GeneratorProtocol.Leaving(thrown, "async generator") : thrown;
        }
        if (before == GeneratorState.Closed)
            return false;
        if (before == GeneratorState.Created && !sent.IsNone)
            throw new TypeError("can't send non-None value to a just-started async generator");
        _state = GeneratorState.Running;
        var more = false;
        try
        {
            more = await _items.MoveNextAsync();
        }
        catch (BaseException error) when (error is StopIteration or StopAsyncIteration)
        {
            throw GeneratorProtocol.Leaving(error, "async generator");
        }
        finally
        {
            _state = more ? GeneratorState.Suspended : GeneratorState.Closed;
        }
        return more;
    }

    public IAsyncEnumerator<Any> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new AsyncIteration.GeneratorItems(this).GetAsyncEnumerator(cancellationToken);
}

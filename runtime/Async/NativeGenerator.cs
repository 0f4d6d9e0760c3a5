using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>C# iterators as Python generators.</summary>
public static class Generator
{
    /// <summary>The generator of a function that is nowhere inside.</summary>
    public static Generator<T> Of<T>(string name, IEnumerable<T> items) => Of(name, name, items);

    /// <summary>The generator of a function.</summary>
    public static Generator<T> Of<T>(string name, string qualName, IEnumerable<T> items) => new NativeGenerator<T>(name, qualName, items.GetEnumerator());
}

/// <summary>A C# iterator as a Python generator object: nothing in its body can see how it ends.</summary>
internal sealed class NativeGenerator<T>(string name, string qualName, IEnumerator<T> items) : Generator<T>(name, qualName)
{
    private protected override bool IsIterableCoroutine { get; set; }

    private protected override Resumable? Body => null;

    private protected override Any Delegate => Any.None;

    private protected override bool TryNextTyped(out T value)
    {
        if (State == GeneratorState.Running)
            throw new ValueError("generator already executing");
        value = default!;
        if (State == GeneratorState.Closed)
            return false;
        State = GeneratorState.Running;
        var more = false;
        try
        {
            more = items.MoveNext();
        }
        catch (StopIteration stop)
        {
            throw GeneratorProtocol.Leaving(stop, "generator");
        }
        finally
        {
            State = more ? GeneratorState.Suspended : GeneratorState.Closed;
        }
        if (more)
            value = items.Current;
        return more;
    }

    private protected override T SendTyped(Any sent)
    {
        CheckFirst(sent);
        return TryNextTyped(out var value) ? value : throw GeneratorProtocol.Ended(Any.None);
    }

    private protected override bool TrySend(Any sent, out Any value)
    {
        CheckFirst(sent);
        var more = TryNextTyped(out var item);
        value = more ? Generic.ToAny(item) : Any.None;
        return more;
    }

    private void CheckFirst(Any sent)
    {
        if (State == GeneratorState.Created && !sent.IsNone)
            throw new TypeError("can't send non-None value to a just-started generator");
    }

    private protected override Any Raise(BaseException error)
    {
        var before = State;
        Finish();
        throw before == GeneratorState.Suspended ? GeneratorProtocol.Leaving(error, "generator") : error;
    }

    internal override Any Finish()
    {
        if (State == GeneratorState.Running)
            throw new ValueError("generator already executing");
        State = GeneratorState.Closed;
        items.Dispose();
        return Any.None;
    }
}

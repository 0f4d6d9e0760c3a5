using System.Collections;

namespace Pytocs.Runtime.Core;

/// <summary>
/// The items of an object of the program's own class. A list or tuple that is made of them asks first how many there may be, as code of such a
/// class can tell. See <see href="https://docs.python.org/3.13/reference/datamodel.html#object.__length_hint__">__length_hint__</see>.
/// </summary>
internal sealed class HintedItems(Any source, PyIterator items) : IEnumerable<Any>
{
    /// <summary>What a list expects where nothing else is known; only an object that tells a length or fails makes a difference.</summary>
    private const int Default = 8;

    /// <summary>The items of an iterable; its class is asked for the length where Python code may have something to say.</summary>
    public static PyIterator Of(Any iterable)
    {
        var items = Operators.Iter(iterable);
        if (!PyType.Of(iterable).IsBuiltin)
            Ask(iterable);
        return items;
    }

    /// <summary>Asks <c>__len__</c> or <c>__length_hint__</c>.</summary>
    /// <exception cref="ValueError">The hint is negative.</exception>
    public void Ask() => Ask(source);

    private static void Ask(Any iterable) => Library.OperatorModule.LengthHint(iterable, Default);

    public IEnumerator<Any> GetEnumerator()
    {
        // A generator that the class's __iter__ has made is nobody else's.
        var own = Async.GeneratorProtocol.OwnedBy(source, items);
        try
        {
            while (items.TryNext(out var item))
                yield return item;
        }
        finally
        {
            own?.Close();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

using System.Collections;

namespace Pytocs.Runtime.Core;

/// <summary>
/// The root of the runtime's iterators. Loops ask <see cref="TryNext"/>, so that the end of an
/// iteration costs no exception.
/// See <see href="https://docs.python.org/3.13/library/stdtypes.html#iterator-types">iterator types</see>.
/// </summary>
public abstract class PyIterator : PyObject, IEnumerable<Any>
{
    /// <summary>The set or dict that the iterator was made for, to run through all of it; nothing where the program asked for the iterator.</summary>
    internal Any Whole { get; set; } = Any.Unbound;

    /// <summary>The next item; false at the end.</summary>
    public abstract bool TryNext(out Any value);

    /// <summary>Python's <c>next(iterator)</c>.</summary>
    /// <exception cref="StopIteration">The iterator is exhausted.</exception>
    public virtual Any Next() => TryNext(out var value) ? value : throw new StopIteration();

    public IEnumerator<Any> GetEnumerator()
    {
        while (TryNext(out var item))
            yield return item;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A class of iterators with <c>__iter__</c> and <c>__next__</c>.</summary>
    internal static PyType DeclareType(string name, string module = "builtins")
    {
        var type = PyType.Builtin(name, module: module)
            .Uncreatable()
            .Method("__iter__", static self => self)
            .Method("__next__", static self => ((PyIterator)self.Ref!).Next());
        ((PyFunction)type.Lookup("__iter__").Ref!).Doc = "Implement iter(self).";
        ((PyFunction)type.Lookup("__next__").Ref!).Doc = "Implement next(self).";
        return type;
    }
}

/// <summary>An iterator over a C# sequence.</summary>
internal sealed class SequenceOf(PyType type, IEnumerable<Any> items) : PyIterator
{
    private readonly IEnumerator<Any> _items = items.GetEnumerator();

    public override PyType Class => type;

    public override bool TryNext(out Any value)
    {
        var more = _items.MoveNext();
        value = more ? _items.Current : default;
        return more;
    }
}

/// <summary>Iterates the characters (code points) of a string.</summary>
internal sealed class StrIterator(string text) : PyIterator, IteratorState.IPlaced, IteratorState.IHinted
{
    public static readonly PyType Type = DeclareType("str_iterator").Placed().Hinted();
    private static readonly PyType s_ascii = DeclareType("str_ascii_iterator").Placed().Hinted();
    private int _next;

    public override PyType Class => System.Text.Ascii.IsValid(text) ? s_ascii : Type;

    public Any Left => _next >= text.Length ? 0 : Operators.Len(text[_next..]);

    public PyTuple Reduce() => _next >= text.Length ? IteratorState.ByIter("") : IteratorState.ByIter(text, Operators.Len(text[.._next]));

    public void MoveTo(long place)
    {
        _next = 0;
        while (place-- > 0 && TryNext(out _))
        {
        }
    }

    public override bool TryNext(out Any value)
    {
        value = default;
        if (_next >= text.Length)
            return false;
        var length = char.IsHighSurrogate(text[_next]) && _next + 1 < text.Length && char.IsLowSurrogate(text[_next + 1]) ? 2 : 1;
        value = length == 1 ? SingleCharacters.Of(text[_next]) : text.Substring(_next, 2);
        _next += length;
        return true;
    }
}

/// <summary>One-character strings, shared.</summary>
internal static class SingleCharacters
{
    private static readonly string[] s_latin = [.. Enumerable.Range(0, 256).Select(i => ((char)i).ToString())];

    public static string Of(char c) => c < 256 ? s_latin[c] : c.ToString();
}

using System.Collections;

namespace Pytocs.Runtime.Core;

/// <summary>
/// The arguments of one dynamic call, in the order written:
/// <c>f.Call(new Arguments { 1, Star(rest), { "key", value }, StarStar(extra) })</c>.
/// </summary>
public sealed class Arguments : IEnumerable
{
    private Any[] _positional = new Any[4];
    private int _count;
    private List<KeyValuePair<string, Any>>? _keywords;

    public Arguments()
    {
    }

    public Arguments(ReadOnlySpan<Any> positional)
    {
        _positional = positional.ToArray();
        _count = positional.Length;
    }

    public int Count => _count;

    public ReadOnlySpan<Any> Positional => _positional.AsSpan(0, _count);

    public IReadOnlyList<KeyValuePair<string, Any>> Keywords => _keywords ?? (IReadOnlyList<KeyValuePair<string, Any>>)[];

    public bool HasKeywords => _keywords is { Count: > 0 };

    public Any this[int index] => _positional[index];

    public void Add(Any value)
    {
        if (_count == _positional.Length)
            Array.Resize(ref _positional, _count * 2 + 1);
        _positional[_count++] = value;
    }

    /// <summary>Adds a keyword argument.</summary>
    /// <exception cref="TypeError">The keyword was given already.</exception>
    public void Add(string name, Any value)
    {
        _keywords ??= [];
        foreach (var (known, _) in _keywords)
            if (known == name)
                throw new TypeError($"got multiple values for keyword argument '{name}'");
        _keywords.Add(new(name, value));
    }

    public void Add(Star star)
    {
        foreach (var item in star.Items)
            Add(item);
    }

    public void Add(StarStar star)
    {
        foreach (var (key, value) in Operators.MappingItems(star.Mapping))
        {
            if (key.Ref is not string name)
                throw new TypeError("keywords must be strings");
            Add(name, value);
        }
    }

    /// <summary>The same arguments with one more in front, as a bound method adds its self.</summary>
    public Arguments WithFirst(Any first)
    {
        var result = new Arguments { _positional = new Any[_count + 1], _count = _count + 1, _keywords = _keywords };
        result._positional[0] = first;
        Positional.CopyTo(result._positional.AsSpan(1));
        return result;
    }

    /// <summary>The same arguments without the first <paramref name="skip"/> positional ones.</summary>
    public Arguments Skip(int skip) => new(Positional[skip..]) { _keywords = _keywords };

    IEnumerator IEnumerable.GetEnumerator() => Positional.ToArray().GetEnumerator();
}

/// <summary>An iterable to be spread into positional arguments or items: <c>*items</c>.</summary>
public readonly struct Star(Any items)
{
    public Any Items => items;
}

/// <summary>A mapping to be spread into keyword arguments: <c>**mapping</c>.</summary>
public readonly struct StarStar(Any mapping)
{
    public Any Mapping => mapping;
}

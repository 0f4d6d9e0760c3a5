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

    /// <summary>Entries of <c>**mapping</c> whose keys are no strings.</summary>
    private List<KeyValuePair<Any, Any>>? _unnamed;

    /// <summary>Whether the function is one that takes them.</summary>
    private bool _takesUnnamed;

    /// <summary>What is wrong with the arguments themselves; the words name the function, which is known when it is called.</summary>
    private Func<Any, TypeError>? _fault;

    public Arguments()
    {
    }

    public Arguments(ReadOnlySpan<Any> positional)
    {
        _positional = Elements.ToArray(positional);
        _count = positional.Length;
    }

    public int Count => _count;

    public ReadOnlySpan<Any> Positional => _positional.AsSpan(0, _count);

    public IReadOnlyList<KeyValuePair<string, Any>> Keywords
    {
        get
        {
            CheckNames();
            return _keywords ?? (IReadOnlyList<KeyValuePair<string, Any>>)[];
        }
    }

    internal int KeywordCount => _keywords?.Count ?? 0;

    internal KeyValuePair<string, Any> Keyword(int index) => _keywords![index];

    public bool HasKeywords
    {
        get
        {
            CheckNames();
            return _keywords is { Count: > 0 };
        }
    }

    public Any this[int index] => _positional[index];

    public void Add(Any value)
    {
        if (_count == _positional.Length)
            Array.Resize(ref _positional, _count * 2 + 1);
        _positional[_count++] = value;
    }

    /// <summary>Adds a keyword argument.</summary>
    public void Add(string name, Any value)
    {
        _keywords ??= [];
        foreach (var (known, _) in _keywords)
            if (known == name)
            {
                _fault ??= Twice(name);
                return;
            }
        _keywords.Add(new(name, value));
    }

    private static Func<Any, TypeError> Twice(string name) => callee => new TypeError($"{NameOf(callee)} got multiple values for keyword argument '{name}'");

    private int _stars;

    /// <summary>Whether the positional arguments are one starred argument, which goes to the function as it is, and is looked at last.</summary>
    private bool IsOneStar => _stars == 1 && _count == 0;

    public void Add(Star star)
    {
        _stars++;
        if (!Operators.IsIterable(star.Items))
        {
            var (type, isFirst) = (PyType.Of(star.Items).ErrorName, _count == 0);
            _fault ??= callee => new TypeError($"{(isFirst && IsOneStar ? $"{NameOf(callee)} argument" : "Value")} after * must be an iterable, not {type}");
            return;
        }
        foreach (var item in star.Items)
            Add(item);
    }

    public void Add(StarStar star)
    {
        if (!Operators.IsMapping(star.Mapping))
        {
            if (IsOneStar)
                _fault = null;
            _fault ??= callee => new TypeError($"{NameOf(callee)} argument after ** must be a mapping, not {PyType.Of(star.Mapping).ErrorName}");
            return;
        }
        foreach (var (key, value) in Operators.MappingItems(star.Mapping))
        {
            if (key.Ref is string name)
                Add(name, value);
            else
                (_unnamed ??= []).Add(new(key, value));
        }
    }

    /// <summary>The arguments as a function gets them.</summary>
    /// <exception cref="TypeError">One cannot be spread, or a keyword was given twice.</exception>
    internal Arguments For(Any callee, bool binds = false)
    {
        if (_fault is not null)
            throw _fault(callee);
        // A method of a value may take any keys; the function of its class, called with the value, does not.
        if (_unnamed is not null)
            _takesUnnamed |= (binds ? callee.Ref : (callee.Ref as BoundMethod)?.Function.Ref) is PyFunction { TakesAnyKeys: true };
        CheckNames();
        return this;
    }

    /// <exception cref="TypeError">A key is no string, and the function does not take such.</exception>
    private void CheckNames()
    {
        if (_unnamed is not null && !_takesUnnamed)
            throw new TypeError("keywords must be strings");
    }

    /// <summary>Adds what <c>**mapping</c> gave under keys that are no strings.</summary>
    internal void AddUnnamed(PyDict<Any, Any> keywords)
    {
        foreach (var (key, value) in _unnamed ?? [])
            keywords[key] = value;
    }

    private static string NameOf(Any callee)
    {
        var name = Operators.GetAttr(callee, "__qualname__", Any.Unbound);
        if (name.IsUnbound)
            return Operators.Str(callee);
        var module = Operators.GetAttr(callee, "__module__", Any.None);
        return module.Ref is string text && text != "builtins" ? $"{text}.{Operators.Str(name)}()" : Operators.Str(name) + "()";
    }

    /// <summary>The same arguments with one more in front, as a bound method adds its self.</summary>
    public Arguments WithFirst(Any first)
    {
        var result = new Arguments { _positional = new Any[_count + 1], _count = _count + 1, _keywords = _keywords, _unnamed = _unnamed, _takesUnnamed = _takesUnnamed };
        result._positional[0] = first;
        // One by one: see Elements.ToArray.
        for (var i = 0; i < _count; i++)
            result._positional[i + 1] = _positional[i];
        return result;
    }

    /// <summary>The same arguments without the first <paramref name="skip"/> positional ones.</summary>
    public Arguments Skip(int skip) => new(Positional[skip..]) { _keywords = _keywords, _unnamed = _unnamed, _takesUnnamed = _takesUnnamed };

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

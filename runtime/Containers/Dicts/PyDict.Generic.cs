using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Pytocs.Runtime.Core;

/// <summary>What C# and emitted code call.</summary>
public partial class PyDict<K, V>
{
    public PyDict()
    {
    }

    /// <summary>A dict of the pairs, later ones replacing earlier ones: <c>dict(pairs)</c>.</summary>
    public PyDict(IEnumerable<KeyValuePair<K, V>> pairs) => Update(pairs);

    /// <inheritdoc cref="PyDict{K, V}(IEnumerable{KeyValuePair{K, V}})"/>
    public PyDict(IEnumerable<(K Key, V Value)> pairs) => Update(pairs);

    /// <inheritdoc/>
    public override int Count => _count;

    /// <summary><c>d[key]</c>.</summary>
    /// <exception cref="KeyError">The key is missing.</exception>
    /// <exception cref="TypeError">The key is unhashable.</exception>
    public V this[K key]
    {
        get
        {
            var i = Find(key, HashOf(key));
            return i >= 0 ? _entries[i].Value : Missing(key);
        }
        set
        {
            var hash = HashOf(key);
            var i = Find(key, hash);
            if (i >= 0)
                _entries[i].Value = value;
            else
                Insert(key, hash) = value;
        }
    }

    /// <summary>What <c>d[key]</c> gives for a missing key.</summary>
    protected virtual V Missing(K key) => throw new KeyError(Generic.ToAny(key)) { Depth = Nesting.Of(this) };

    /// <summary>
    /// The place of a key's value, made with the type's default where it is missing:
    /// <c>d.GetRef(w) += 1</c> is <c>d[w] = d.get(w, 0) + 1</c>. Valid until the dict changes.
    /// </summary>
    public ref V GetRef(K key)
    {
        var hash = HashOf(key);
        var i = Find(key, hash);
        if (i >= 0)
            return ref _entries[i].Value;
        return ref Insert(key, hash);
    }

    /// <inheritdoc cref="IReadOnlyDictionary{TKey, TValue}.TryGetValue"/>
    public bool TryGetValue(K key, [MaybeNullWhen(false)] out V value)
    {
        var i = Find(key, HashOf(key));
        value = i >= 0 ? _entries[i].Value : default;
        return i >= 0;
    }

    /// <summary><c>key in d</c>.</summary>
    public bool ContainsKey(K key) => Find(key, HashOf(key)) >= 0;

    /// <summary><c>d.get(key)</c>; null (or the type's zero) where the key is missing.</summary>
    public V? Get(K key) => TryGetValue(key, out var value) ? value : default;

    /// <summary><c>d.get(key, fallback)</c>.</summary>
    public V Get(K key, V fallback) => TryGetValue(key, out var value) ? value : fallback;

    /// <summary><c>d.setdefault(key, value)</c>.</summary>
    public V SetDefault(K key, V value)
    {
        var hash = HashOf(key);
        var i = Find(key, hash);
        return i >= 0 ? _entries[i].Value : Insert(key, hash) = value;
    }

    /// <summary><c>d.pop(key)</c>.</summary>
    /// <exception cref="KeyError">The key is missing.</exception>
    public V Pop(K key) => Remove(key, out var value) ? value : throw new KeyError(Generic.ToAny(key));

    /// <summary><c>d.pop(key, fallback)</c>.</summary>
    public V Pop(K key, V fallback) => Remove(key, out var value) ? value : fallback;

    /// <summary><c>d.popitem()</c>: the pair added last.</summary>
    /// <exception cref="KeyError">The dict is empty.</exception>
    public (K Key, V Value) PopItem()
    {
        if (_count == 0)
            throw new KeyError("popitem(): dictionary is empty");
        while (_entries[_top - 1].Next == Tombstone)
            _top--;
        ref var last = ref _entries[_top - 1];
        var result = (last.Key, last.Value);
        RemoveAt(_top - 1);
        _top--;
        _first = Math.Min(_first, _top);
        return result;
    }

    /// <summary>Removes a key; false where it is missing.</summary>
    public bool Remove(K key) => Remove(key, out _);

    /// <inheritdoc cref="Remove(K)"/>
    public bool Remove(K key, [MaybeNullWhen(false)] out V value)
    {
        var i = Find(key, HashOf(key));
        value = i >= 0 ? _entries[i].Value : default;
        if (i >= 0)
            RemoveAt(i);
        return i >= 0;
    }

    /// <summary>Removes a key and tells which object the dict had for it.</summary>
    internal bool Take(K key, [MaybeNullWhen(false)] out K stored, [MaybeNullWhen(false)] out V value)
    {
        var i = Find(key, HashOf(key));
        (stored, value) = i >= 0 ? (_entries[i].Key, _entries[i].Value) : (default, default);
        if (i >= 0)
            RemoveAt(i);
        return i >= 0;
    }

    /// <summary><c>del d[key]</c>.</summary>
    /// <exception cref="KeyError">The key is missing.</exception>
    public virtual void Delete(K key)
    {
        if (!Remove(key, out _))
            throw new KeyError(Generic.ToAny(key));
    }

    /// <summary>Adds a pair, as collection initialisers do; an equal key keeps its place and takes the value.</summary>
    public void Add(K key, V value) => this[key] = value;

    /// <summary><c>d.update(other)</c>.</summary>
    public void Update(PyDict<K, V> other)
    {
        if (ReferenceEquals(this, other))
            return;
        if (_count == 0 && _top == 0)
        {
            Clone(other);
            return;
        }
        EnsureCapacity(Math.Max(_count, other._count));
        foreach (var (key, value) in other)
            this[key] = value;
    }

    /// <inheritdoc cref="Update(PyDict{K, V})"/>
    public void Update(IEnumerable<KeyValuePair<K, V>> pairs)
    {
        if (pairs is PyDict<K, V> dict)
        {
            Update(dict);
            return;
        }
        foreach (var (key, value) in pairs)
            this[key] = value;
    }

    /// <inheritdoc cref="Update(PyDict{K, V})"/>
    public void Update(IEnumerable<(K Key, V Value)> pairs)
    {
        foreach (var (key, value) in pairs)
            this[key] = value;
    }

    /// <summary><c>d.copy()</c>.</summary>
    public virtual PyDict<K, V> Copy()
    {
        var result = new PyDict<K, V>();
        result.Clone(this);
        return result;
    }

    /// <summary><c>dict.fromkeys(keys, value)</c>.</summary>
    public static PyDict<K, V> FromKeys(IEnumerable<K> keys, V value)
    {
        var result = new PyDict<K, V>();
        foreach (var key in keys)
            result[key] = value;
        return result;
    }

    /// <summary><c>a | b</c>: a new dict.</summary>
    public static PyDict<K, V> operator |(PyDict<K, V> a, PyDict<K, V> b)
    {
        var result = a.Copy();
        result.Update(b);
        return result;
    }

    /// <summary>The live view <c>d.keys()</c>.</summary>
    public PyDictKeys<K, V> Keys => new(this);

    /// <summary>The live view <c>d.values()</c>.</summary>
    public PyDictValues<K, V> Values => new(this);

    /// <summary>The live view <c>d.items()</c>.</summary>
    public PyDictItems<K, V> Items => new(this);

    ICollection<K> IDictionary<K, V>.Keys => Keys;

    ICollection<V> IDictionary<K, V>.Values => Values;

    IEnumerable<K> IReadOnlyDictionary<K, V>.Keys => Keys;

    IEnumerable<V> IReadOnlyDictionary<K, V>.Values => Values;

    bool ICollection<KeyValuePair<K, V>>.IsReadOnly => false;

    void IDictionary<K, V>.Add(K key, V value)
    {
        if (ContainsKey(key))
            throw new ArgumentException("An item with the same key has already been added.", nameof(key));
        this[key] = value;
    }

    void ICollection<KeyValuePair<K, V>>.Add(KeyValuePair<K, V> pair) => ((IDictionary<K, V>)this).Add(pair.Key, pair.Value);

    bool ICollection<KeyValuePair<K, V>>.Contains(KeyValuePair<K, V> pair)
        => TryGetValue(pair.Key, out var value) && Generic.Equal(value, pair.Value);

    bool ICollection<KeyValuePair<K, V>>.Remove(KeyValuePair<K, V> pair)
        => ((ICollection<KeyValuePair<K, V>>)this).Contains(pair) && Remove(pair.Key);

    void ICollection<KeyValuePair<K, V>>.CopyTo(KeyValuePair<K, V>[] array, int index)
    {
        foreach (var pair in this)
            array[index++] = pair;
    }

    /// <summary>Key-value pairs in insertion order, as C# dictionaries give them.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<KeyValuePair<K, V>> IEnumerable<KeyValuePair<K, V>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj) || (obj is PyDict other && SameItems(other));

    /// <inheritdoc/>
    public override int GetHashCode() => throw new TypeError($"unhashable type: '{Class.Name}'");
}

namespace Pytocs.Runtime.Core;

/// <summary>The forms of dict methods that emitted code calls beside those of C# callers: a key may be of another type than the dict's.</summary>
public partial class PyDict<K, V>
{
    /// <summary><c>d[key]</c> of a key of another type than the dict's.</summary>
    /// <exception cref="KeyError">The key is missing.</exception>
    public V At(Any key) => FindAny(key) is >= 0 and var i ? _entries[i].Value : Generic.FromAny<V>(MissingAny(key));

    /// <summary><c>d[key]</c>, or false where that raises KeyError.</summary>
    public bool TryItem(K key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out V value)
    {
        if (TryGetValue(key, out value))
            return true;
        if (GetType() == typeof(PyDict<K, V>) && Class.IsBuiltin)
            return false;
        try
        {
            value = this[key];
            return true;
        }
        catch (KeyError)
        {
            return false;
        }
    }

    /// <summary><c>d.get(key, fallback)</c>.</summary>
    public V Get(Any key, V fallback) => FindAny(key) is >= 0 and var i ? _entries[i].Value : fallback;

    /// <summary><c>d.get(key, fallback)</c> with a fallback of another type.</summary>
    public Any GetAny(K key, Any fallback) => TryGetValue(key, out var value) ? Generic.ToAny(value) : fallback;

    /// <inheritdoc cref="GetAny(K, Any)"/>
    public Any GetAny(Any key, Any fallback) => TryGetAny(key, out var value) ? value : fallback;

    /// <summary><c>d.pop(key)</c>.</summary>
    /// <exception cref="KeyError">The key is missing.</exception>
    public V Pop(Any key)
    {
        var i = FindAny(key);
        if (i < 0)
            throw new KeyError(key);
        var value = _entries[i].Value;
        RemoveAt(i);
        return value;
    }

    /// <summary><c>d.pop(key, fallback)</c>.</summary>
    public V Pop(Any key, V fallback) => FindAny(key) >= 0 ? Pop(key) : fallback;

    /// <summary><c>key in d</c>.</summary>
    public bool ContainsKey(Any key) => FindAny(key) >= 0;

    /// <summary><c>del d[key]</c>.</summary>
    /// <exception cref="KeyError">The key is missing.</exception>
    public virtual void Delete(Any key) => Pop(key);
}

/// <summary><c>d.get(key)</c> of a dict whose values are of a C# value type: the value, or null for None.</summary>
public static class DictValues
{
    public static V? GetOrNone<K, V>(this PyDict<K, V> d, K key)
        where V : struct
        => d.TryGetValue(key, out var value) ? value : null;

    public static V? GetOrNone<K, V>(this PyDict<K, V> d, Any key)
        where V : struct
        => d.ContainsKey(key) ? d.Get(key, default) : null;

    public static Any GetOrNone<K>(this PyDict<K, Any> d, K key) => d.Get(key, Any.None);

    public static Any GetOrNone<K>(this PyDict<K, Any> d, Any key) => d.Get(key, Any.None);
}

/// <summary><c>d.get(key)</c> of a dict whose values are objects: the object, or null for None.</summary>
public static class DictObjects
{
    public static V? GetOrNone<K, V>(this PyDict<K, V> d, K key)
        where V : class
        => d.TryGetValue(key, out var value) ? value : null;

    public static V? GetOrNone<K, V>(this PyDict<K, V> d, Any key)
        where V : class
        => d.ContainsKey(key) ? d.Get(key, default!) : null;
}

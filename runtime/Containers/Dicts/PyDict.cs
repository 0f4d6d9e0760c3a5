namespace Pytocs.Runtime.Core;

/// <summary>
/// A Python <c>dict</c> of any key and value type, seen through dynamic values.
/// See <see href="https://docs.python.org/3.13/library/stdtypes.html#dict">dict</see>.
/// </summary>
public abstract class PyDict : PyContainer, IPyIterable
{
    /// <summary>An empty dictionary whose keys and values have the same C# types.</summary>
    internal abstract PyDict NewLike();

    /// <inheritdoc/>
    protected override PyType BuiltinClass => DictType.Type;

    /// <summary>The number of keys: <c>len(d)</c>.</summary>
    public abstract int Count { get; }

    /// <summary>Finds a key; false, and no error, where it is missing.</summary>
    /// <exception cref="TypeError">The key is unhashable.</exception>
    public abstract bool TryGetAny(Any key, out Any value);

    /// <summary><c>d[key] = value</c>.</summary>
    /// <exception cref="TypeError">The key is unhashable, or a typed dict does not take the key or value.</exception>
    public abstract void SetAny(Any key, Any value);

    /// <summary>Removes a key and gives its value; false where it is missing.</summary>
    public abstract bool RemoveAny(Any key, out Any value);

    /// <summary><c>d.popitem()</c>.</summary>
    /// <exception cref="KeyError">The dict is empty.</exception>
    public abstract (Any Key, Any Value) PopItemAny();

    /// <summary>Removes all keys.</summary>
    public abstract void Clear();

    /// <summary>A shallow copy of the same element types, always a plain dict.</summary>
    public abstract PyDict CopyAny();

    /// <summary>
    /// The entry at or after <paramref name="slot"/>, moving <paramref name="slot"/> behind it;
    /// false at the end. Slots are positions in insertion order, deleted entries included.
    /// </summary>
    internal abstract bool NextEntry(ref int slot, out Any key, out Any value);

    /// <summary>The entry before <paramref name="slot"/>, moving <paramref name="slot"/> onto it.</summary>
    internal abstract bool PreviousEntry(ref int slot, out Any key, out Any value);

    /// <summary>One more than the last slot in use.</summary>
    internal abstract int Top { get; }

    /// <summary>The live view <c>d.keys()</c>.</summary>
    public abstract PyDictView KeysView { get; }

    /// <summary>The live view <c>d.values()</c>.</summary>
    public abstract PyDictView ValuesView { get; }

    /// <summary>The live view <c>d.items()</c>.</summary>
    public abstract PyDictView ItemsView { get; }

    /// <summary><c>d[key]</c> with the error of a plain dict.</summary>
    /// <exception cref="KeyError">The key is missing.</exception>
    public Any GetAny(Any key) => TryGetAny(key, out var value) ? value : MissingAny(key);

    /// <summary>What <c>d[key]</c> does for a missing key; a subclass with a factory overrides it.</summary>
    protected internal virtual Any MissingAny(Any key) => throw new KeyError(key) { Depth = Nesting.Of(this) };

    /// <summary>Whether the key is present.</summary>
    public bool ContainsAny(Any key) => TryGetAny(key, out _);

    /// <summary>The entries in insertion order.</summary>
    /// <exception cref="RuntimeError">The dict changes meanwhile.</exception>
    public IEnumerable<(Any Key, Any Value)> Entries()
    {
        var cursor = new DictCursor(this);
        while (cursor.Next(this, out var key, out var value))
            yield return (key, value);
    }

    /// <inheritdoc/>
    public PyIterator GetPyIterator()
    {
        // A subclass written in Python may define its own __iter__; a built-in one never does.
        if (!Class.IsBuiltin && !ReferenceEquals(Class.Lookup("__iter__").Ref, DictType.Iter.Ref))
            return Operators.IterByMethod(this);
        return new DictIterator(this, DictPart.Keys);
    }

    /// <summary>Python's <c>repr(d)</c>.</summary>
    public string Repr()
    {
        if (Count == 0)
            return "{}";
        if (!Operators.EnterRepr(this))
            return "{...}";
        try
        {
            var text = new System.Text.StringBuilder("{");
            var slot = 0;
            while (NextEntry(ref slot, out var key, out var value))
            {
                if (text.Length > 1)
                    text.Append(", ");
                text.Append(Operators.Repr(key)).Append(": ").Append(Operators.Repr(value));
            }
            return text.Append('}').ToString();
        }
        finally
        {
            Operators.LeaveRepr(this);
        }
    }

    /// <summary>Python's <c>a == b</c> of two dicts: the same keys with equal values, in any order.</summary>
    public bool SameItems(PyDict other)
    {
        if (Count != other.Count)
            return false;
        var slot = 0;
        while (NextEntry(ref slot, out var key, out var value))
            if (!other.TryGetAny(key, out var theirs) || !Operators.Same(value, theirs))
                return false;
        return true;
    }

    /// <summary><c>d.update(other)</c>: a mapping (it has <c>keys</c>) or an iterable of pairs.</summary>
    /// <exception cref="TypeError">An element is not a sequence.</exception>
    /// <exception cref="ValueError">An element has not two items.</exception>
    public void UpdateAny(Any other)
    {
        if (other.Ref is PyDict dict && (dict.Class.IsBuiltin || ReferenceEquals(dict.Class.Lookup("__iter__").Ref, DictType.Iter.Ref)))
        {
            if (ReferenceEquals(dict, this) || TryClone(dict))
                return;
            var cursor = new DictCursor(dict);
            while (cursor.NextForUpdate(dict, out var key, out var value))
                SetAny(key, value);
            return;
        }
        var keys = Operators.GetAttr(other, "keys", Any.Unbound);
        if (!keys.IsUnbound)
        {
            foreach (var key in keys.Call())
                SetAny(key, Operators.GetItem(other, key));
            return;
        }
        UpdateFromPairs(other);
    }

    /// <summary>Becomes a copy in one step; false where this dict has entries, or other types of them.</summary>
    internal virtual bool TryClone(PyDict other) => false;

    private void UpdateFromPairs(Any pairs)
    {
        var index = 0;
        foreach (var element in pairs)
        {
            if (element.Ref is not (string or PyTuple or PyList) && !Operators.IsIterable(element))
                throw new TypeError($"cannot convert dictionary update sequence element #{index} to a sequence");
            var parts = Operators.ToList(element);
            if (parts.Count != 2)
                throw new ValueError($"dictionary update sequence element #{index} has length {parts.Count}; 2 is required");
            SetAny(parts[0], parts[1]);
            index++;
        }
    }
}

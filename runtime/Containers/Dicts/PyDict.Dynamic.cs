namespace Pytocs.Runtime.Core;

/// <summary>The view of the dynamic tier.</summary>
public partial class PyDict<K, V>
{
    internal override PyDict NewLike() => new PyDict<K, V>();

    /// <inheritdoc/>
    internal override int Top => _top;

    /// <inheritdoc/>
    public override PyDictView KeysView => Keys;

    /// <inheritdoc/>
    public override PyDictView ValuesView => Values;

    /// <inheritdoc/>
    public override PyDictView ItemsView => Items;

    /// <inheritdoc/>
    public override bool TryGetAny(Any key, out Any value)
    {
        var i = FindAny(key);
        value = i >= 0 ? Generic.ToAny(_entries[i].Value) : default;
        return i >= 0;
    }

    /// <inheritdoc/>
    public override void SetAny(Any key, Any value)
    {
        var i = FindAny(key);
        if (i >= 0)
            _entries[i].Value = Generic.FromAny<V>(value);
        else
            this[Generic.FromAny<K>(key)] = Generic.FromAny<V>(value);
    }

    /// <inheritdoc/>
    public override bool RemoveAny(Any key, out Any value)
    {
        var i = FindAny(key);
        value = i >= 0 ? Generic.ToAny(_entries[i].Value) : default;
        if (i >= 0)
            RemoveAt(i);
        return i >= 0;
    }

    /// <inheritdoc/>
    public override (Any Key, Any Value) PopItemAny()
    {
        var (key, value) = PopItem();
        return (Generic.ToAny(key), Generic.ToAny(value));
    }

    /// <inheritdoc/>
    public override PyDict CopyAny() => Copy();

    /// <inheritdoc/>
    protected internal override Any MissingAny(Any key)
        => KeyConversion.TryConvert<K>(key, out var typed) ? Generic.ToAny(Missing(typed)) : throw new KeyError(key) { Depth = Nesting.Of(this) };

    /// <summary>
    /// The entry that equals a dynamic key. A key of another type may be equal (1.0 to 1), so what
    /// does not convert is compared with every entry of its hash.
    /// </summary>
    private int FindAny(Any key)
    {
        if (typeof(K) == typeof(Any) || KeyConversion.TryConvert<K>(key, out _))
        {
            var typed = Generic.FromAny<K>(KeyConversion.Normalise<K>(key));
            return Find(typed, HashOf(typed));
        }
        var hash = Operators.Hash(key);
        if (!KeyConversion.MayEqualOther(key))
            return -1;
        for (var i = 0; i < _top; i++)
            if (_entries[i].Next != Tombstone && Generic.Hash(_entries[i].Key) == hash && Operators.Same(Generic.ToAny(_entries[i].Key), key))
                return i;
        return -1;
    }

    /// <inheritdoc/>
    internal override bool NextEntry(ref int slot, out Any key, out Any value)
    {
        slot = Math.Max(slot, _first);
        while (slot < _top)
        {
            ref var entry = ref _entries[slot++];
            if (entry.Next == Tombstone)
                continue;
            key = Generic.ToAny(entry.Key);
            value = Generic.ToAny(entry.Value);
            return true;
        }
        key = value = default;
        return false;
    }

    /// <inheritdoc/>
    internal override bool PreviousEntry(ref int slot, out Any key, out Any value)
    {
        slot = Math.Min(slot, _top);
        while (slot > 0)
        {
            ref var entry = ref _entries[--slot];
            if (entry.Next == Tombstone)
                continue;
            key = Generic.ToAny(entry.Key);
            value = Generic.ToAny(entry.Value);
            return true;
        }
        key = value = default;
        return false;
    }
}

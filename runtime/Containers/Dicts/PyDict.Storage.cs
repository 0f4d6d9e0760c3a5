using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>
/// A Python <c>dict</c>: insertion-ordered, keys equal by Python's rules (1, 1.0 and True are one key).
/// </summary>
/// <remarks>
/// Entries lie in insertion order; buckets chain them by index; a removed entry stays as a tombstone
/// until the table grows. Capacities follow CPython's, so that a loop that mutates the dict it runs
/// over sees the same entries. Hashes are invisible here (order is insertion), so strings hash by
/// .NET's own function, unless an object with a hash of its own might be equal to one.
/// </remarks>
public partial class PyDict<K, V> : PyDict, IDictionary<K, V>, IReadOnlyDictionary<K, V>
{
    private const int Tombstone = -2;

    /// <summary>Whether .NET's equality of <typeparamref name="K"/>, a tuple of plain parts, is Python's.</summary>
    private static readonly bool s_plainTuple = KeyShapes.IsPlainTuple(typeof(K));

    private static readonly int[] s_noBuckets = new int[1];

    private int[] _buckets = s_noBuckets;
    private Entry[] _entries = [];
    private int _shift = 31;
    private int _top;

    /// <summary>No live entry stands before this slot, so that taking from the front stays cheap.</summary>
    private int _first;
    private int _count;
    private bool _pythonHashes;

    private struct Entry
    {
        public int Hash;

        /// <summary>The next entry of the chain, -1 at its end, <see cref="Tombstone"/> for a removed entry.</summary>
        public int Next;
        public K Key;
        public V Value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref int Bucket(int hash) => ref _buckets[(int)(((uint)hash * 0x9E3779B9u) >> _shift) & (_buckets.Length - 1)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int HashOf(K key)
    {
        if (typeof(K) == typeof(string))
            return key is null ? 0 : key.GetHashCode();
        if (typeof(K) == typeof(Any))
            return HashOfAny(Unsafe.As<K, Any>(ref key));
        if (s_plainTuple)
            return EqualityComparer<K>.Default.GetHashCode(key!);
        return Fold(Generic.Hash(key));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Fold(long hash) => (int)(hash ^ (hash >> 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int HashOfAny(Any key)
    {
        if (key.Ref is null)
            return Fold(key.IntValue.PyHash());
        return key.Ref is string s && !_pythonHashes ? s.GetHashCode() : HashOfObject(key);
    }

    private int HashOfObject(Any key)
    {
        if (!_pythonHashes && key.Ref is IPyObject o && KeyShapes.HasOwnHash(o.Class))
            UsePythonHashes();
        return Fold(Operators.Hash(key));
    }

    /// <summary>From now on strings hash by Python's function: an object whose class defines a hash may be equal to one.</summary>
    private void UsePythonHashes()
    {
        _pythonHashes = true;
        for (var i = 0; i < _top; i++)
            if (_entries[i].Next != Tombstone)
                _entries[i].Hash = HashOf(_entries[i].Key);
        Rebuild(_entries.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool SameKey(K a, K b)
    {
        if (typeof(K) == typeof(Any))
            return KeyShapes.Same(Unsafe.As<K, Any>(ref a), Unsafe.As<K, Any>(ref b));
        if (s_plainTuple)
            return EqualityComparer<K>.Default.Equals(a, b);
        if (typeof(K) == typeof(double))
            return Unsafe.As<K, double>(ref a).Equals(Unsafe.As<K, double>(ref b));
        return (!typeof(K).IsValueType && ReferenceEquals(a, b)) || Generic.Equal(a, b);
    }

    /// <summary>The entry of a key, or -1.</summary>
    private int Find(K key, int hash)
    {
        var entries = _entries;
        var i = Bucket(hash) - 1;
        while ((uint)i < (uint)entries.Length)
        {
            ref var entry = ref entries[i];
            if (entry.Hash == hash)
            {
                var known = entry.Key;
                var isSame = SameKey(known, key);
                // An __eq__ written in Python may have changed the dict, whatever it answered: start over.
                if ((!typeof(K).IsValueType || typeof(K) == typeof(Any)) && (!ReferenceEquals(entries, _entries) || entry.Next == Tombstone || !IsStill(ref entry.Key, ref known)))
                    return isSame && Locate(known, hash) is >= 0 and var moved ? moved : Find(key, hash);
                if (isSame)
                    return i;
            }
            i = entry.Next;
        }
        return -1;
    }

    /// <summary>The entry that has this very key, which an OrderedDict may have moved; or -1.</summary>
    private int Locate(K key, int hash)
    {
        for (var i = Bucket(hash) - 1; (uint)i < (uint)_entries.Length; i = _entries[i].Next)
            if (IsStill(ref _entries[i].Key, ref key))
                return i;
        return -1;
    }

    /// <summary>Whether a slot still has the key that was compared.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsStill(ref K now, ref K before)
        => typeof(K) == typeof(Any) ? ReferenceEquals(Unsafe.As<K, Any>(ref now).Ref, Unsafe.As<K, Any>(ref before).Ref) : typeof(K).IsValueType || ReferenceEquals(now, before);

    private ref V Insert(K key, int hash)
    {
        if (_top == _entries.Length)
            Grow();
        var i = _top++;
        ref var bucket = ref Bucket(hash);
        ref var entry = ref _entries[i];
        entry.Hash = hash;
        entry.Next = bucket - 1;
        entry.Key = key;
        entry.Value = default!;
        bucket = i + 1;
        _count++;
        return ref entry.Value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow()
    {
        if (_count >= ContainerLimits.MaxCount)
            throw new MemoryError();
        Rebuild(KeyShapes.Capacity(_count * 3L));
    }

    /// <summary>Drops the tombstones and chains the entries anew.</summary>
    private void Rebuild(int capacity)
    {
        var entries = new Entry[capacity];
        var size = KeyShapes.TableSize(capacity);
        _buckets = new int[size];
        _shift = 32 - System.Numerics.BitOperations.Log2((uint)size);
        var top = 0;
        for (var i = 0; i < _top; i++)
        {
            ref var old = ref _entries[i];
            if (old.Next == Tombstone)
                continue;
            ref var bucket = ref Bucket(old.Hash);
            entries[top] = old;
            entries[top].Next = bucket - 1;
            bucket = ++top;
        }
        _entries = entries;
        _top = top;
        _first = 0;
    }

    private void RemoveAt(int i)
    {
        ref var entry = ref _entries[i];
        ref var link = ref Bucket(entry.Hash);
        if (link == i + 1)
        {
            link = entry.Next + 1;
        }
        else
        {
            var previous = link - 1;
            while (_entries[previous].Next != i)
                previous = _entries[previous].Next;
            _entries[previous].Next = entry.Next;
        }
        entry = new Entry { Next = Tombstone, Key = default!, Value = default! };
        _count--;
        while (_first < _top && _entries[_first].Next == Tombstone)
            _first++;
    }

    /// <summary>Makes room for a number of keys in one step.</summary>
    public void EnsureCapacity(int count)
    {
        if (count > _entries.Length)
            Rebuild(KeyShapes.Capacity(count * 3L / 2 + 1));
    }

    /// <summary>Takes over another dict's entries without hashing them again.</summary>
    internal override bool TryClone(PyDict other)
    {
        if (_top > 0 || other is not PyDict<K, V> same || !other.IsExact)
            return false;
        Clone(same);
        return true;
    }

    private void Clone(PyDict<K, V> other)
    {
        if (other._count == 0)
            return;
        _entries = other._entries;
        _top = other._top;
        _first = other._first;
        _count = other._count;
        _pythonHashes = other._pythonHashes;
        if (other._count * 3L >= other._top * 2L)
        {
            _entries = (Entry[])other._entries.Clone();
            _buckets = (int[])other._buckets.Clone();
            _shift = other._shift;
        }
        else
        {
            Rebuild(KeyShapes.Capacity(_count * 3L / 2 + 1));
        }
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        _buckets = s_noBuckets;
        _shift = 31;
        _entries = [];
        _top = 0;
        _first = 0;
        _count = 0;
    }
}

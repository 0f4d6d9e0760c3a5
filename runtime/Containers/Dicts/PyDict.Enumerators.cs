using System.Collections;

namespace Pytocs.Runtime.Core;

/// <summary>Enumeration, noticing changes as CPython does.</summary>
public partial class PyDict<K, V>
{
    /// <summary>Walks the entries; shared by the enumerators below.</summary>
    internal struct Walk(PyDict<K, V> dict)
    {
        private int _used = dict._count;
        private int _left = dict._count;
        private int _next = dict._first;

        /// <summary>Steps to the next entry and gives its slot; false at the end.</summary>
        /// <exception cref="RuntimeError">The dict changed.</exception>
        public bool Next(PyDict<K, V> dict, out int slot)
        {
            slot = _next;
            if (_used != dict._count)
                throw SizeChanged();
            var entries = dict._entries;
            var top = dict._top;
            while ((uint)slot < (uint)entries.Length && slot < top)
            {
                if (entries[slot].Next != Tombstone)
                {
                    if (_left-- == 0)
                        throw new RuntimeError("dictionary keys changed during iteration");
                    _next = slot + 1;
                    return true;
                }
                slot++;
            }
            _next = slot;
            return false;
        }

        private RuntimeError SizeChanged()
        {
            _used = -1;
            return new RuntimeError("dictionary changed size during iteration");
        }
    }

    /// <summary>Key-value pairs in insertion order.</summary>
    public struct Enumerator(PyDict<K, V> dict) : IEnumerator<KeyValuePair<K, V>>
    {
        private Walk _walk = new(dict);
        private int _slot;

        public readonly KeyValuePair<K, V> Current => new(dict._entries[_slot].Key, dict._entries[_slot].Value);

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => _walk.Next(dict, out _slot);

        public void Reset() => _walk = new Walk(dict);

        public readonly void Dispose()
        {
        }
    }

    /// <summary>Keys in insertion order.</summary>
    public struct KeyEnumerator(PyDict<K, V> dict) : IEnumerator<K>
    {
        private Walk _walk = new(dict);
        private int _slot;

        public readonly K Current => dict._entries[_slot].Key;

        readonly object? IEnumerator.Current => Current;

        public bool MoveNext() => _walk.Next(dict, out _slot);

        public void Reset() => _walk = new Walk(dict);

        public readonly void Dispose()
        {
        }
    }

    /// <summary>Values in the insertion order of their keys.</summary>
    public struct ValueEnumerator(PyDict<K, V> dict) : IEnumerator<V>
    {
        private Walk _walk = new(dict);
        private int _slot;

        public readonly V Current => dict._entries[_slot].Value;

        readonly object? IEnumerator.Current => Current;

        public bool MoveNext() => _walk.Next(dict, out _slot);

        public void Reset() => _walk = new Walk(dict);

        public readonly void Dispose()
        {
        }
    }

    /// <summary>Pairs in insertion order, as Python's tuples.</summary>
    public struct ItemEnumerator(PyDict<K, V> dict) : IEnumerator<(K Key, V Value)>
    {
        private Walk _walk = new(dict);
        private int _slot;

        public readonly (K Key, V Value) Current => (dict._entries[_slot].Key, dict._entries[_slot].Value);

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => _walk.Next(dict, out _slot);

        public void Reset() => _walk = new Walk(dict);

        public readonly void Dispose()
        {
        }
    }

    /// <summary><c>reversed(d)</c>: keys from the last added to the first.</summary>
    public IEnumerable<K> Reversed()
    {
        foreach (var slot in ReversedSlots())
            yield return _entries[slot].Key;
    }

    internal IEnumerable<int> ReversedSlots()
    {
        var used = _count;
        var left = _count;
        for (var slot = _top - 1; ; slot--)
        {
            if (used != _count)
                throw new RuntimeError("dictionary changed size during iteration");
            while (slot >= 0 && (slot >= _top || _entries[slot].Next == Tombstone))
                slot--;
            if (slot < 0)
                yield break;
            if (left-- == 0)
                throw new RuntimeError("dictionary keys changed during iteration");
            yield return slot;
        }
    }

    internal K KeyAt(int slot) => _entries[slot].Key;

    internal V ValueAt(int slot) => _entries[slot].Value;
}

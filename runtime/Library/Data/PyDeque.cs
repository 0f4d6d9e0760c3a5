namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/collections.html#collections.deque">collections.deque</see>.</summary>
public partial class PyDeque : PyContainer, IPyIterable
{
    private long? _limit;

    internal PyDeque(long? limit) => _limit = limit;

    public static readonly PyType Type = CreateType();

    private readonly LinkedListBuffer _items = new();
    private int _version;

    protected override PyType BuiltinClass => Type;

    private static PyDeque Self(Any o) => (PyDeque)o.Ref!;

    /// <summary>A ring buffer.</summary>
    private sealed class LinkedListBuffer
    {
        private Any[] _ring = new Any[8];
        private int _head;

        public int Count { get; private set; }

        public Any this[int index]
        {
            get => _ring[(_head + index) & (_ring.Length - 1)];
            set => _ring[(_head + index) & (_ring.Length - 1)] = value;
        }

        private void Grow()
        {
            if (Count < _ring.Length)
                return;
            var bigger = new Any[_ring.Length * 2];
            for (var i = 0; i < Count; i++)
                bigger[i] = this[i];
            (_ring, _head) = (bigger, 0);
        }

        public void AddLast(Any item)
        {
            Grow();
            Count++;
            this[Count - 1] = item;
        }

        public void AddFirst(Any item)
        {
            Grow();
            _head = (_head - 1) & (_ring.Length - 1);
            Count++;
            this[0] = item;
        }

        public Any RemoveLast()
        {
            var item = this[Count - 1];
            this[Count - 1] = default;
            Count--;
            return item;
        }

        public Any RemoveFirst()
        {
            var item = this[0];
            this[0] = default;
            _head = (_head + 1) & (_ring.Length - 1);
            Count--;
            return item;
        }
    }

    private protected void AppendAny(Any item)
    {
        _version++;
        _items.AddLast(item);
        if (_items.Count > _limit)
            _items.RemoveFirst();
    }

    private protected void AppendLeftAny(Any item)
    {
        _version++;
        _items.AddFirst(item);
        if (_items.Count > _limit)
            _items.RemoveLast();
    }

    private protected IEnumerable<Any> All() => From(_version);

    /// <summary>The items, as long as nothing has changed since.</summary>
    private IEnumerable<Any> From(int version)
    {
        for (var i = 0; ; i++)
        {
            if (version != _version)
                throw new RuntimeError("deque mutated during iteration");
            if (i >= _items.Count)
                yield break;
            yield return _items[i];
        }
    }

    public PyIterator GetPyIterator() => new SequenceOf(s_iterator, All());

    private static readonly PyType s_iterator = PyIterator.DeclareType("_deque_iterator", "collections");

    private protected int Position(Any index)
    {
        var at = SequenceRules.Times(index);
        if (at < 0)
            at += _items.Count;
        return at >= 0 && at < _items.Count ? (int)at : throw new IndexError("deque index out of range");
    }

    private protected void Replace(IEnumerable<Any> items)
    {
        var list = items.ToArray();
        while (_items.Count > 0)
            _items.RemoveLast();
        foreach (var item in list)
            AppendAny(item);
        _version++;
    }

    private static Any Do(Action action)
    {
        action();
        return Any.None;
    }

    private protected Any Find(Any item, long start, long stop)
    {
        var version = _version;
        var end = SequenceRules.Clamp(stop, _items.Count);
        for (var i = SequenceRules.Clamp(start, _items.Count); i < end; i++)
        {
            var isSame = Operators.Same(_items[i], item);
            if (version != _version)
                throw new RuntimeError("deque mutated during iteration");
            if (isSame)
                return i;
        }
        throw new ValueError($"{Operators.Repr(item)} is not in deque");
    }

    private string Repr()
    {
        if (!Operators.EnterRepr(this))
            return "[...]";
        try
        {
            return $"{Class.Name}([{string.Join(", ", All().ToArray().Select(Operators.Repr))}]{(_limit is { } n ? $", maxlen={n}" : "")})";
        }
        finally
        {
            Operators.LeaveRepr(this);
        }
    }

    /// <summary>Adds items at an end; what the deque itself holds now, where it is given itself.</summary>
    private protected void Extend(Any items, Action<Any> add)
    {
        if (ReferenceEquals(items.Ref, this))
        {
            Array.ForEach([.. All()], add);
            return;
        }
        foreach (var item in Operators.Iter(items))
            add(item);
    }

    private PyDeque Joined(PyDeque other)
    {
        var result = new PyDeque(_limit);
        result.SetClass(Class);
        foreach (var item in All().ToArray().Concat(other.All().ToArray()))
            result.AppendAny(item);
        return result;
    }

    private PyDeque Times(PyInt n)
    {
        var items = All().ToArray();
        var result = new PyDeque(_limit);
        if (items.Length == 0 || _limit == 0)
            return result;
        if (_limit is { } most && n * items.Length > most)
            n = (most + items.Length - 1) / items.Length + 1;
        else if (n > 0 && n * items.Length > ContainerLimits.MaxCount)
            throw new MemoryError();
        for (PyInt i = 0; i < n; i += 1)
            foreach (var item in items)
                result.AppendAny(item);
        return result;
    }

    private protected long? Limit
    {
        get => _limit;
        set => _limit = value;
    }

    /// <summary>How many items it holds.</summary>
    public int Count => _items.Count;

    private protected Any At(PyInt index) => _items[Position(SequenceRules.IndexOf(index))];

    private protected Any Take(bool last)
    {
        if (_items.Count == 0)
            throw new IndexError("pop from an empty deque");
        _version++;
        return last ? _items.RemoveLast() : _items.RemoveFirst();
    }

    private protected void RemoveItem(Any item)
    {
        var count = _items.Count;
        var at = -1;
        for (var i = 0; i < _items.Count && at < 0; i++)
        {
            if (Operators.Same(_items[i], item))
                at = i;
            if (_items.Count != count)
                throw new IndexError("deque mutated during remove().");
        }
        if (at < 0)
            throw new ValueError($"{Operators.Repr(item)} is not in deque");
        Replace([.. All().Where((_, i) => i != at)]);
    }

    private void Insert(long index, Any item)
    {
        if (_items.Count >= _limit)
            throw new IndexError("deque already at its maximum size");
        var list = All().ToList();
        list.Insert(SequenceRules.Clamp(index, list.Count), item);
        Replace(list);
    }

    private protected void Rotate(long n)
    {
        if (_items.Count == 0)
            return;
        for (n = ((n % _items.Count) + _items.Count) % _items.Count; n > 0; n--)
            _items.AddFirst(_items.RemoveLast());
        _version++;
    }
}

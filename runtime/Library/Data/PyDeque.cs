namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/collections.html#collections.deque">collections.deque</see>.</summary>
public class PyDeque : PyContainer, IPyIterable
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

    private static PyType CreateType()
    {
        var type = PyType.Builtin("deque", module: "collections");
        type.New(static (cls, _) =>
        {
            var deque = new PyDeque(null);
            deque.SetClass(cls);
            return deque;
        });
        type.Method("__init__", "self, iterable=(), maxlen=None", static (o, items, limit) => Do(() =>
        {
            if (!limit.IsNone && !Operators.IsIntLike(limit))
                throw new TypeError("an integer is required");
            long? most = limit.IsNone ? null : SequenceRules.SizeOf(limit);
            if (most < 0)
                throw new ValueError("maxlen must be non-negative");
            Self(o)._limit = most;
            Self(o).Replace([]);
            Self(o).Extend(items, Self(o).AppendAny);
        }));
        type.Property("maxlen", static o => Self(o).Limit is { } n ? n : Any.None)
            .Method("append", "self, item, /", static (o, item) => Do(() => Self(o).AppendAny(item)))
            .Method("appendleft", "self, item, /", static (o, item) => Do(() => Self(o).AppendLeftAny(item)))
            .Method("extend", "self, items, /", static (o, items) => Do(() => Self(o).Extend(items, Self(o).AppendAny)))
            .Method("extendleft", "self, items, /", static (o, items) => Do(() => Self(o).Extend(items, Self(o).AppendLeftAny)))
            .Method("pop", static o => Self(o).Take(last: true))
            .Method("popleft", static o => Self(o).Take(last: false))
            .Method("clear", static o => Do(() => Self(o).Replace([])))
            .Method("rotate", "self, n=1, /", static (o, n) => Do(() => Self(o).Rotate(SequenceRules.SizeOf(n))))
            .Method("reverse", static o => Do(() => Self(o).Replace(Self(o).All().Reverse())))
            .Method("copy", static o => ((Any)PyType.Of(o)).Call(Self(o).Limit is { } n ? new Arguments { o, n } : new Arguments { o }))
            .Method("count", "self, item, /", static (o, item) => Self(o).All().Count(i => Operators.Same(i, item)))
            .Method("index", "self, item, start=0, stop=9223372036854775807, /", static a => Self(a[0]).Find(a[1], SequenceRules.Place(a[2]), SequenceRules.Place(a[3])))
            .Method("remove", "self, item, /", static (o, item) => Do(() => Self(o).RemoveItem(item)))
            .Method("insert", "self, index, item, /", static (o, index, item) => Do(() => Self(o).Insert(SequenceRules.SizeOf(index), item)))
            .Method("__len__", static o => Self(o)._items.Count)
            .Method("__iter__", static o => Self(o).GetPyIterator())
            .Method("__reversed__", static o => new SequenceOf(s_iterator, Self(o).All().Reverse()))
            .Method("__contains__", "self, item, /", static (o, item) => Self(o).All().Any(i => Operators.Same(i, item)))
            .Method("__getitem__", "self, index, /", static (o, index) => Self(o)._items[Self(o).Position(index)])
            .Method("__setitem__", "self, index, value, /", static (o, index, value) => Do(() => Self(o)._items[Self(o).Position(index)] = value))
            .Method("__delitem__", "self, index, /", static (o, index) => Do(() =>
            {
                var at = Self(o).Position(index);
                Self(o).Replace([.. Self(o).All().Where((_, i) => i != at)]);
            }))
            .Method("__iadd__", "self, items, /", static (o, items) =>
            {
                Self(o).Extend(items, Self(o).AppendAny);
                return o;
            })
            .Method("__add__", "self, other, /", static (o, other) => other.Ref is PyDeque d ? Self(o).Joined(d) : throw new TypeError($"can only concatenate deque (not \"{PyType.Of(other).ErrorName}\") to deque"))
            .Method("__imul__", "self, n, /", static (o, n) =>
            {
                Self(o).Replace(Self(o).Times(SequenceRules.Times(n)).All());
                return o;
            })
            .Method("__mul__", "self, n, /", static (o, n) => Self(o).Times(SequenceRules.Times(n)))
            .Method("__rmul__", "self, n, /", static (o, n) => Self(o).Times(SequenceRules.Times(n)))
            .Method("__copy__", static o => o.Invoke("copy"))
            .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), Self(o).Limit is { } n ? PyTuple.Of(PyTuple.Empty, n) : PyTuple.Empty, o.Invoke("__getstate__"), Operators.Iter(o)))
            .Method("__sizeof__", static o => 152 + (64 * ((Self(o)._items.Count + 63) / 64) * 8))
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]))
            .Attribute("__hash__", Any.None)
            .Method("__repr__", static o => Self(o).Repr());
        foreach (var op in Enum.GetValues<Comparison>())
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (o, other) => other.Ref is PyDeque d ? PyTuple.Compare(op, new PyTuple([.. Self(o).All()]), new PyTuple([.. d.All()])) : Any.NotImplemented);
        return type;
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

    private protected Any At(PyInt index) => _items[Position(index)];

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

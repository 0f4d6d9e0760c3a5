namespace Pytocs.Runtime.Core;

/// <summary>The class <c>list</c>. See <see href="https://docs.python.org/3.13/library/stdtypes.html#lists">list</see>.</summary>
public static class ListType
{
    public static readonly PyType Type = Create();

    internal static Any Iter => Type.Lookup("__iter__");

    private static PyList Self(Any o) => (PyList)o.Ref!;

    private static PyType Create()
    {
        var type = PyType.Builtin("list");
        type.New(static (cls, arguments) =>
        {
            var list = new PyList<Any>();
            list.SetClass(cls);
            return list;
        });
        type.Method("__init__", "self, iterable=(), /", static (self, items) =>
        {
            Self(self).Clear();
            Self(self).ExtendAny(items);
            return Any.None;
        });
        type.OfOne(static items =>
        {
            var list = new PyList<Any>();
            list.ExtendAny(items);
            return list;
        });
        Items(type);
        Mutation(type);
        Operations(type);
        type.Attribute("__hash__", Any.None);
        type.ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));
        return type;
    }

    private static void Items(PyType type) => type
        .Method("__len__", static self => Self(self).Count)
        .Method("__iter__", static self => new ListIterator(Self(self)))
        .Method("__reversed__", static self => new ReversedIterator(self, Self(self).Count))
        .Method("__contains__", "self, item, /", static (self, item) => Self(self).Find(item) >= 0)
        .Method("__getitem__", "self, index, /", static (self, index) => index.Ref is PySlice slice
            ? Self(self).GetSlice(slice)
            : Self(self).Get(Index(index)))
        .Method("__setitem__", "self, index, value, /", static (self, index, value) =>
        {
            if (index.Ref is PySlice slice)
                Self(self).SetSliceAny(slice, value);
            else
                Self(self).Set(Index(index), value);
            return Any.None;
        })
        .Method("__delitem__", "self, index, /", static (self, index) =>
        {
            if (index.Ref is PySlice slice)
                Self(self).DeleteSlice(slice);
            else
                Self(self).DeleteAt(Index(index));
            return Any.None;
        })
        .Method("index", "self, value, start=0, stop=9223372036854775807, /", static a =>
        {
            var list = Self(a[0]);
            var start = SequenceRules.Clamp(SequenceRules.Place(a[2]), list.Count);
            var stop = SequenceRules.Clamp(SequenceRules.Place(a[3]), list.Count);
            var found = list.Find(a[1], start, stop);
            return found >= 0 ? found : throw new ValueError($"{Operators.Repr(a[1])} is not in list");
        })
        .Method("count", "self, value, /", static (self, value) =>
        {
            var count = 0;
            for (var i = 0; Self(self).TryItem(i, out var item); i++)
                count += Operators.Same(item, value) ? 1 : 0;
            return count;
        });

    private static long Index(Any index) => Operators.IsIndex(index)
        ? SequenceRules.IndexOf(index)
        : throw new TypeError($"list indices must be integers or slices, not {PyType.Of(index).ErrorName}");

    private static void Mutation(PyType type) => type
        .Method("append", "self, item, /", static (self, item) => Do(() => Self(self).AppendAny(item)))
        .Method("extend", "self, iterable, /", static (self, items) => Do(() => Self(self).ExtendAny(items)))
        .Method("insert", "self, index, item, /", static (self, index, item) => Do(() => Self(self).InsertAny(SequenceRules.SizeOf(index), item)))
        .Method("pop", "self, index=-1, /", static (self, index) => Self(self).PopAny(SequenceRules.SizeOf(index)))
        .Method("remove", "self, value, /", static (self, value) =>
        {
            var i = Self(self).Find(value);
            if (i < 0)
                throw new ValueError("list.remove(x): x not in list");
            Self(self).DeleteAt(i);
            return Any.None;
        })
        .Method("clear", static self => Do(Self(self).Clear))
        .Method("copy", static self => Self(self).CopyAny())
        .Method("reverse", static self => Do(Self(self).Reverse))
        .Method("sort", "self, /, *, key=None, reverse=False", static (self, key, reverse) => Do(() => Self(self).SortAny(key, reverse.Truth)));

    private static Any Do(Action action)
    {
        action();
        return Any.None;
    }

    private static void Operations(PyType type)
    {
        type.Method("__repr__", static self => Self(self).Repr())
            .Method("__add__", "self, other, /", static (self, other) =>
            {
                if (other.Ref is not PyList)
                    throw new TypeError($"can only concatenate list (not \"{PyType.Of(other).ErrorName}\") to list");
                var sum = new PyList<Any>(Operators.ToList(self));
                sum.ExtendAny(other);
                return sum;
            })
            .Method("__iadd__", "self, other, /", static (self, other) =>
            {
                Self(self).ExtendAny(other);
                return self;
            })
            .Method("__mul__", "self, times, /", static (self, times) => Repeat(self, times))
            .Method("__rmul__", "self, times, /", static (self, times) => Repeat(self, times))
            .Method("__imul__", "self, times, /", static (self, times) =>
            {
                Self(self).RepeatInPlace(SequenceRules.Times(times));
                return self;
            });
        foreach (var op in Enum.GetValues<Comparison>())
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (self, other) => other.Ref is PyList list ? PyList.Compare(op, Self(self), list) : Any.NotImplemented);
    }

    private static Any Repeat(Any self, Any times)
    {
        var copy = Self(self).CopyAny();
        copy.RepeatInPlace(SequenceRules.Times(times));
        return copy;
    }
}

/// <summary>Python's <c>list_iterator</c>.</summary>
internal sealed class ListIterator(PyList list) : PyIterator, IteratorState.IPlaced, IteratorState.IHinted
{
    public static readonly PyType Type = DeclareType("list_iterator").Placed().Hinted();
    private int _next;

    public override PyType Class => Type;

    public Any Left => _next < 0 ? 0 : Math.Max(0, list.Count - _next);

    public PyTuple Reduce() => _next < 0 ? IteratorState.ByIter(new PyList<Any>()) : IteratorState.ByIter(list, _next);

    public void MoveTo(long place)
    {
        if (_next >= 0)
            _next = (int)Math.Clamp(place, 0, int.MaxValue);
    }

    public override bool TryNext(out Any value)
    {
        if (_next >= 0 && list.TryItem(_next, out value))
        {
            _next++;
            return true;
        }
        _next = -1;
        value = default;
        return false;
    }
}

/// <summary><c>reversed(sequence)</c>: indices from the last to the first.</summary>
internal sealed class ReversedIterator(Any sequence, long count) : PyIterator, IteratorState.IPlaced, IteratorState.IHinted
{
    public static readonly PyType Type = DeclareType("reversed").Placed().Hinted();
    private long _next = count - 1;

    public override PyType Class => sequence.Ref is PyList ? ListReversed : Type;

    private static readonly PyType ListReversed = DeclareType("list_reverseiterator").Placed().Hinted();

    public Any Left => _next >= Operators.Len(sequence) ? 0 : _next + 1;

    public PyTuple Reduce() => _next >= 0 ? PyTuple.Of(Builtins.Get("reversed"), PyTuple.Of(sequence), _next)
        : PyTuple.Of(Builtins.Get("reversed"), PyTuple.Of(sequence.Ref is PyList ? new PyList<Any>() : PyTuple.Empty));

    public void MoveTo(long place)
    {
        if (_next >= 0)
            _next = Math.Clamp(place, -1, Operators.Len(sequence) - 1);
    }


    public override bool TryNext(out Any value)
    {
        value = default;
        if (_next < 0)
            return false;
        try
        {
            value = Operators.GetItem(sequence, _next--);
            return true;
        }
        catch (IndexError)
        {
            _next = -1;
            return false;
        }
    }
}
